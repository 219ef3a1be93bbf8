export const id = 610;
export const ids = [610];
export const modules = {

/***/ 36939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ statusOf),
/* harmony export */   g: () => (/* binding */ severities)
/* harmony export */ });
const severities = ['error', 'warning', 'notice'];
/** The worst severity that is not waived; a notice leaves the endpoint healthy. */
function statusOf(findings) {
    const counted = findings.filter((finding) => finding.waivedUntil === null);
    if (counted.some((finding) => finding.severity === 'error'))
        return 'error';
    return counted.some((finding) => finding.severity === 'warning') ? 'warning' : 'success';
}


/***/ }),

/***/ 19777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ repositoryUrl),
/* harmony export */   Ud: () => (/* binding */ productVersion),
/* harmony export */   tZ: () => (/* binding */ productName)
/* harmony export */ });
/** What this program calls itself, and where it lives. */
const productName = 'certificate-monitor';
const productVersion = '0.1.0';
const repositoryUrl = 'https://github.com/certificate-monitor/certificate-monitor';


/***/ }),

/***/ 70271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
const longest = 120;
/** Text from outside, short enough for a sentence: the middle of a very long one is left out. */
function shortened(text, most = longest) {
    if (text.length <= most)
        return text;
    const half = Math.floor((most - 1) / 2);
    return `${text.slice(0, half)}…${text.slice(-half)}`;
}
/** `1 certificate`, `3 certificates`; an irregular plural is given. */
function counted(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
/** A few of many: `a, b, c and 12 more`. */
function listed(items, most = 5) {
    const shown = items.slice(0, most).map((item) => shortened(item));
    const rest = items.length - shown.length;
    if (rest > 0)
        return `${shown.join(', ')} and ${rest} more`;
    return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ forMarkdown),
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   _5: () => (/* binding */ proseForMarkdown)
/* harmony export */ });
/* unused harmony export codeForMarkdown */
/**
 * Text from certificates, servers and configurations, made harmless for where it is going. Every renderer
 * of this room passes such text through here itself: nobody upstream is trusted to have done it.
 */
/** What a terminal may act on or hide: controls, format characters, other line ends, ignorable code points. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** One harmless line: what could act, reorder, break or hide becomes visible, `␛` or `<U+202E>`. */
function visible(text) {
    return text
        .toWellFormed()
        .replace(/\uFE0F/gu, '') // how an emoji is drawn, nothing else
        .replace(/\p{Zs}/gu, ' ')
        .replace(/(\p{M}{4})\p{M}+/gu, '$1') // towers of marks reach into other lines
        .replace(unseen, (character) => symbol(character.codePointAt(0) ?? 0));
}
/** Unicode has pictures for the C0 controls and DEL; the rest is named. */
function symbol(codePoint) {
    if (codePoint < 0x20)
        return String.fromCodePoint(0x2400 + codePoint);
    if (codePoint === 0x7f)
        return '\u2421';
    return `<U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}>`;
}
/**
 * Rendered text whose lines may end in a workflow's log, where `::` at the head of a line, after blanks,
 * and `##[` anywhere in it are commands to the runner: both are broken by a space.
 */
function withoutCommands(rendered) {
    return rendered.replace(/^(\s*):(?=:)/gmu, '$1: ').replaceAll('##[', '# #[');
}
/**
 * One line of plain text inside GitHub's Markdown, fit for a table cell too. Punctuation becomes character
 * references; what GitHub links after rendering (@mention, #reference, addresses) is parted by a zero-width space.
 */
function forMarkdown(text) {
    return visible(text)
        .replace(/@|#(?=\w)|\bGH-(?=\d)|\bwww(?=\.)|:(?=\/\/)|\bmailto:|\bxmpp:/giu, `$&\u200B`)
        .replace(/[&<>"'`|\\*_~[\]{}#!$^+=@]/gu, reference)
        .replace(/^\s*(?:-|\d+(?=[.)]))/u, (start) => start.replace(/[-\d]$/u, reference))
        .replaceAll('\u200B', '&#8203;');
}
/** A name or value as code in GitHub's Markdown: to be copied as it stands; GitHub mentions nobody from code. */
function codeForMarkdown(text) {
    const inert = /[^\p{L}\p{N} .,:;()%/-]|:(?=\/\/)|(?<=\bwww)\./giu;
    return `<code>${visible(text).replace(inert, reference)}</code>`;
}
/** Our own sentences, in which commands stand between backticks: those become code, the rest plain text. */
function proseForMarkdown(text) {
    const parts = text.split('`');
    if (parts.length % 2 === 0)
        return forMarkdown(text);
    return parts.map((part, index) => (index % 2 === 0 ? forMarkdown(part) : codeForMarkdown(part))).join('');
}
function reference(character) {
    return `&#${character.codePointAt(0) ?? 0xfffd};`;
}


/***/ }),

/***/ 44247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ outcome),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36939);
/* harmony import */ var _model_product_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19777);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70271);



/** Exit codes of the terminal; in a runner everything but `fine` fails the step. */
const exitCodes = {
    fine: 0,
    findings: 1,
    usage: 2,
    bug: 3,
    interrupted: 130,
    terminated: 143,
};
/** Findings at or above the limit fail the run with a sentence of count; our own bugs fail it whatever the limit. */
function outcome(report, failOn) {
    const bugs = report.assessments.filter(hitsBug).length;
    if (bugs > 0) {
        const sentence = `certificate-monitor itself failed on ${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(bugs, 'endpoint')}. Please report it with the details in the report at ${_model_product_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryUrl */ .Ek}/issues`;
        return { code: exitCodes.bug, sentence };
    }
    const failing = failingStatuses(failOn);
    const endpoints = report.assessments.filter(({ status }) => failing.includes(status)).length;
    const run = failing.includes((0,_model_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c)(report.findings));
    if (endpoints === 0 && !run)
        return { code: exitCodes.fine, sentence: null };
    const subjects = [
        ...(endpoints > 0 ? [(0,_model_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(endpoints, 'endpoint')] : []),
        ...(run ? ['the run itself'] : []),
    ];
    const verb = endpoints > 1 || subjects.length > 1 ? 'have' : 'has';
    return {
        code: exitCodes.findings,
        sentence: `${subjects.join(' and ')} ${verb} findings at or above "${failOn}"`,
    };
}
function failingStatuses(failOn) {
    if (failOn === 'never')
        return [];
    return failOn === 'error' ? ['error'] : ['error', 'warning'];
}
function hitsBug({ observation }) {
    const answers = [
        observation.deliveries,
        ...observation.addresses.flatMap(({ leaf, otherLeaf }) => [leaf, otherLeaf]),
    ];
    return answers.some((answer) => !answer.known && answer.reason === 'bug');
}


/***/ }),

/***/ 13125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   We: () => (/* binding */ parseArguments),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
/* unused harmony export schemaNames */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9924);


const schemaNames = ['config', 'report', 'history'];
/** The command line makes no sense; every complaint about it, in order. */
class UsageError extends Error {
    complaints;
    constructor(complaints) {
        super(complaints.join('\n'));
        this.name = 'UsageError';
        this.complaints = complaints;
    }
}
const defaultReportFolder = 'certificate_reports';
const defaultHistoryFolder = 'certificate_history';
const options = {
    config: { type: 'string' },
    scan: { type: 'string' },
    probes: { type: 'boolean' },
    format: { type: 'string' },
    report: { type: 'string' },
    history: { type: 'string' },
    'fail-on': { type: 'string' },
    secrets: { type: 'string' },
    'ca-file': { type: 'string', multiple: true },
    now: { type: 'string' },
    'no-notify': { type: 'boolean' },
    watch: { type: 'boolean' },
    log: { type: 'string' },
    quiet: { type: 'boolean' },
    verbose: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
};
const optionsOf = {
    check: Object.keys(options).filter(isOption),
    demo: ['report', 'help'],
    schema: ['help'],
};
/** Commands of the contract that this version does not have yet. */
const later = ['plan', 'observe', 'conclude'];
/** Reads the command line; throws `UsageError` with all that is wrong with it. */
function parseArguments(argv) {
    const parsed = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
    const [command, ...words] = parsed.positionals;
    if (parsed.values['version'] === true)
        return { kind: 'version' };
    if (parsed.values['help'] === true || command === undefined)
        return { kind: 'help', asked: parsed.values['help'] === true };
    if (!isCommand(command))
        throw new UsageError([unknownCommand(command)]);
    const complaints = parsed.tokens.flatMap((token) => {
        return token.kind === 'option' ? optionComplaints(token.name, token.value, command) : [];
    });
    const given = readValues(parsed.values, complaints);
    const read = { check: readCheck, demo: readDemo, schema: readSchema }[command](words, given, complaints);
    if (complaints.length > 0)
        throw new UsageError(complaints);
    return read;
}
function readValues(values, complaints) {
    const text = (name) => {
        const value = values[name];
        return typeof value === 'string' ? value : null;
    };
    return {
        text,
        texts: (name) => [values[name] ?? []].flat().filter((value) => typeof value === 'string'),
        flag: (name) => values[name] === true,
        choice(name, choices) {
            const value = text(name);
            const choice = choices.find((one) => one === value);
            if (value !== null && choice === undefined) {
                complaints.push(`--${name} ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(value)} is not known. Write ${choices.join(', ')}.`);
            }
            return choice ?? null;
        },
    };
}
function readCheck(hosts, given, complaints) {
    if (given.flag('quiet') && given.flag('verbose'))
        complaints.push('--quiet and --verbose contradict each other.');
    return {
        kind: 'check',
        hosts,
        config: given.text('config'),
        scan: given.choice('scan', ['certificate', 'tls']),
        probes: given.flag('probes'),
        format: given.choice('format', ['table', 'json']) ?? 'table',
        report: given.text('report') ?? defaultReportFolder,
        history: given.text('history') ?? defaultHistoryFolder,
        failOn: given.choice('fail-on', ['error', 'warning', 'never']) ?? 'error',
        secrets: given.text('secrets'),
        anchors: given.texts('ca-file'),
        now: readInstant(given.text('now'), complaints),
        notify: !given.flag('no-notify'),
        watch: given.flag('watch'),
        log: given.text('log'),
        verbosity: given.flag('quiet') ? 'quiet' : given.flag('verbose') ? 'verbose' : 'normal',
    };
}
function readDemo(words, given, complaints) {
    if (words.length > 0)
        complaints.push(`demo takes no ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(words.join(' '))}.`);
    return { kind: 'demo', report: given.text('report') ?? defaultReportFolder };
}
function readSchema(words, _given, complaints) {
    const [word, ...more] = words;
    const name = schemaNames.find((one) => one === word);
    if (name === undefined || more.length > 0)
        complaints.push(`schema takes one word: ${schemaNames.join(' or ')}.`);
    return { kind: 'schema', of: name ?? 'config' };
}
/** ISO 8601; a date alone is its first instant in UTC. */
function readInstant(text, complaints) {
    if (text === null)
        return null;
    const instant = new Date(text);
    if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) && !Number.isNaN(instant.getTime()))
        return instant;
    complaints.push(`--now ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(text)} is not an instant. Write one as 2027-03-15 or 2027-03-15T08:00:00Z.`);
    return null;
}
function optionComplaints(name, value, command) {
    if (later.includes(name))
        return [`--${name} arrives with a later version of certificate-monitor.`];
    if (!isOption(name) || !optionsOf[command].includes(name)) {
        return [`--${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(name)} is not an option of ${command}. See certificate-monitor --help.`];
    }
    if (options[name].type === 'boolean' && value !== undefined)
        return [`--${name} takes no value.`];
    if (options[name].type === 'string' && (value === undefined || value === ''))
        return [`--${name} needs a value.`];
    return [];
}
function unknownCommand(word) {
    if (later.includes(word))
        return `${word} arrives with a later version of certificate-monitor.`;
    const host = word.includes('.') ? ` To check a host: certificate-monitor check ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(word)}.` : '';
    return `${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(word)} is not a command. Write check, demo or schema.${host}`;
}
function isCommand(word) {
    return word in optionsOf;
}
function isOption(name) {
    return name in options;
}


/***/ }),

/***/ 16610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  open: () => (/* binding */ door_open)
});

// EXTERNAL MODULE: ./build/model/product.js
var product = __webpack_require__(19777);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/outcome.js
var outcome = __webpack_require__(44247);
// EXTERNAL MODULE: ./build/terminal/arguments.js
var terminal_arguments = __webpack_require__(13125);
;// CONCATENATED MODULE: ./build/terminal/help.js

function versionText() {
    return `${product/* productName */.tZ} ${product/* productVersion */.Ud} (Node ${process.versions.node}, OpenSSL ${process.versions.openssl})`;
}
const helpText = `Watches the TLS certificates of the domains you list.

Usage
  ${product/* productName */.tZ} check [HOST[:PORT] …] [options]   look at hosts, or at all that the config lists
  ${product/* productName */.tZ} demo                              check a lab of good and bad servers on this machine
  ${product/* productName */.tZ} schema config|report|history      print a JSON Schema

Options of check
  --config FILE          default .github/certificates.yml when no host is given
  --fail-on LEVEL        error (default), warning or never
  --format FORMAT        table (default) or json: one report on stdout and nothing else
  --report DIR           where the report is kept; default certificate_reports
  --history DIR          what is remembered between runs; default certificate_history
  --ca-file FILE         trust these certificates as well; may be repeated
  --secrets FILE         lines NAME=value for \${NAME} in the config
  --now INSTANT          judge as if it were then, as in 2027-03-15T08:00:00Z
  --no-notify            send nothing to anybody
  --watch                check again and again, every check_interval
  --log FILE             append what happens to a file
  --quiet, --verbose     say less, say more
  --help, --version

Exit codes
  0  nothing at or above --fail-on        2  the command line or the config is wrong
  1  findings at or above it              3  the program itself failed
`;

;// CONCATENATED MODULE: ./build/terminal/door.js





/** The door for people: arguments in, text and an exit code out. Each command loads only what it needs. */
async function door_open() {
    // A reader that went away, as in `… | head`, is no reason to complain, and none to call the run a success.
    for (const stream of [process.stdout, process.stderr]) {
        stream.on('error', (error) => {
            if (error.code !== 'EPIPE')
                process.exit(outcome/* exitCodes */.h.bug);
        });
    }
    try {
        return await carryOut((0,terminal_arguments/* parseArguments */.We)(process.argv.slice(2)));
    }
    catch (thrown) {
        return explain(thrown);
    }
}
async function carryOut(command) {
    switch (command.kind) {
        case 'help':
            process.stdout.write(helpText);
            return command.asked ? outcome/* exitCodes */.h.fine : outcome/* exitCodes */.h.usage;
        case 'version':
            process.stdout.write(`${versionText()}\n`);
            return outcome/* exitCodes */.h.fine;
        case 'schema': {
            const { schemaText } = await __webpack_require__.e(/* import() */ 398).then(__webpack_require__.bind(__webpack_require__, 52398));
            process.stdout.write(await schemaText(command.of));
            return outcome/* exitCodes */.h.fine;
        }
        case 'demo': {
            const { runDemo } = await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(263), __webpack_require__.e(257), __webpack_require__.e(521), __webpack_require__.e(808), __webpack_require__.e(676)]).then(__webpack_require__.bind(__webpack_require__, 23676));
            return runDemo(command.report);
        }
        case 'check': {
            const { runCheck } = await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(263), __webpack_require__.e(257), __webpack_require__.e(521), __webpack_require__.e(808)]).then(__webpack_require__.bind(__webpack_require__, 55808));
            return runCheck(command);
        }
    }
}
/** Nothing that reaches this point is a surprise to the user but the last case. */
function explain(thrown) {
    if (thrown instanceof terminal_arguments/* UsageError */.eb)
        return say(thrown.complaints.join('\n'), outcome/* exitCodes */.h.usage);
    if (!(thrown instanceof Error))
        return say(String(thrown), outcome/* exitCodes */.h.bug);
    if (thrown.name === 'ConfigError')
        return say(thrown.message, outcome/* exitCodes */.h.usage);
    if (thrown.name === 'Unusable')
        return say(thrown.message, outcome/* exitCodes */.h.bug);
    const report = `certificate-monitor itself failed. Please report this at ${product/* repositoryUrl */.Ek}/issues`;
    return say(`${report}\n${thrown.stack ?? thrown.message}`, outcome/* exitCodes */.h.bug);
}
function say(text, code) {
    const lines = text.split('\n').map((line) => (0,report_escape/* visible */.RK)(line));
    process.stderr.write(`${lines.join('\n')}\n`);
    return code;
}


/***/ })

};
