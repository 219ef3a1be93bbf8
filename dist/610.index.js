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

/***/ 2397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ inquiryAnswers),
/* harmony export */   j: () => (/* binding */ inquiryMayHide)
/* harmony export */ });
/* harmony import */ var _transparency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52178);

/** What others than the server have to say before a rule can be silent for good. */
const wanted = {
    'certificate/revoked': ({ revocation: { checks } }, met) => checks.filter(({ certificate }) => met.has(certificate.sha256)).map(({ answer }) => answer),
    'certificate/must-staple': aboutLeaf(({ revocation: { staple } }) => [staple]),
    'revocation/stapling': aboutLeaf(({ revocation: { staple } }) => [staple]),
    'transparency/missing': aboutLeaf(sctWays),
    'transparency/invalid': aboutLeaf((delivery) => [...sctWays(delivery), ...listsNeeded(delivery)]),
    'transparency/policy': aboutLeaf((delivery) => [...sctWays(delivery), ...logLists(delivery)]),
    'transparency/unlogged': aboutLeaf(({ logged }) => [logged]),
    'transparency/undeployed': aboutLeaf(({ logged }) => [logged]),
    'transparency/unexpected': ({ logged, caa }) => [logged, ...caa.map(({ answer }) => answer)],
    'renewal/overdue': aboutLeaf(({ renewal }) => [renewal]),
    'renewal/requested': aboutLeaf(({ renewal }) => [renewal]),
    'dns/caa': ({ caa }) => caa.map(({ answer }) => answer),
    'dns/dane': ({ dane }) => [dane],
};
/** A new certificate cannot have the troubles that were found of an old one. */
function aboutLeaf(answers) {
    return (delivery, met) => (met.has(delivery.leaf.sha256) ? answers(delivery) : []);
}
function sctWays({ transparency: { scts } }) {
    return [scts.embedded, scts.tls, scts.ocsp];
}
function logLists({ transparency: { lists } }) {
    return [lists.chrome, lists.apple];
}
/** Where every signature could be verified, no list is missed. */
function listsNeeded(delivery) {
    return (0,_transparency_js__WEBPACK_IMPORTED_MODULE_0__/* .sctsOf */ .hZ)(delivery.transparency).some(({ signed }) => signed === null) ? logLists(delivery) : [];
}
/**
 * Whether a finding that this run did not make may still be so, because a CA, a list or a DNS server that was asked
 * did not tell. A question that our own settings leave out hides nothing.
 */
function inquiryMayHide(rule, { observation: { deliveries }, comparison: { before } }) {
    const answers = wanted[rule];
    if (answers === undefined || !deliveries.known)
        return false;
    const met = new Set([
        ...(before?.certificates ?? []).map(({ sha256 }) => sha256),
        ...(before?.lastAnswer?.chain ?? []),
    ]);
    return deliveries.value
        .flatMap((delivery) => answers(delivery, met))
        .some((answer) => !answer.known && answer.reason !== 'not-asked');
}
/** Every answer about a delivery that came from others than the handshake itself. */
function inquiryAnswers(delivery) {
    const { staple, revocation, renewal, logged, caa, dane } = delivery;
    const answers = [...revocation.checks, ...caa].map(({ answer }) => answer);
    return [
        ...answers,
        ...sctWays(delivery),
        ...logLists(delivery),
        revocation.staple,
        staple,
        renewal,
        logged,
        dane,
    ];
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

/***/ 91140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ sameRunner),
/* harmony export */   Y: () => (/* binding */ runnerKey)
/* harmony export */ });
/** Whether two lists of labels name the same runner: order, capitals and repetition do not matter. */
function sameRunner(one, other) {
    return runnerKey(one) === runnerKey(other);
}
/** One text for all ways to write the labels of a runner. */
function runnerKey(labels) {
    return JSON.stringify([...new Set(labels.map((label) => label.toLowerCase()))].toSorted());
}


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

/***/ 52178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kc: () => (/* binding */ operatorAt),
/* harmony export */   XK: () => (/* binding */ logStates),
/* harmony export */   Zj: () => (/* binding */ ctPrograms),
/* harmony export */   hZ: () => (/* binding */ sctsOf)
/* harmony export */ });
/** How far a log has come in a browser's programme, from application to the end. */
const logStates = ['pending', 'qualified', 'usable', 'readonly', 'retired', 'rejected'];
/** The browsers whose programmes have lists and policies of their own. */
const ctPrograms = ['chrome', 'apple'];
/** The SCTs that are known, whichever way they came. */
function sctsOf({ scts }) {
    return [scts.embedded, scts.tls, scts.ocsp].flatMap((answer) => (answer.known ? answer.value : []));
}
/** Who ran the log at an instant. */
function operatorAt(log, instant) {
    return log.previousOperators.find(({ until }) => instant < until)?.name ?? log.operator;
}


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ forMarkdown),
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   UE: () => (/* binding */ codeForMarkdown),
/* harmony export */   XL: () => (/* binding */ linkForMarkdown),
/* harmony export */   _5: () => (/* binding */ proseForMarkdown)
/* harmony export */ });
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
/** A link to where the user or this program points, never to where a stranger does; what is no web address stays text. */
function linkForMarkdown(address, words) {
    const { protocol, href } = URL.parse(address) ?? { protocol: '', href: '' };
    if (protocol !== 'https:' && protocol !== 'http:')
        return forMarkdown(words);
    const target = href.replace(/[^\w.~:/?#@!$*+,;=%&-]/gu, encodeURIComponent).replaceAll('&', '&amp;');
    return `[${forMarkdown(words)}](<${target}>)`;
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
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36939);
/* harmony import */ var _model_inquiry_gaps_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2397);
/* harmony import */ var _model_product_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19777);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70271);




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
        const sentence = `certificate-monitor itself failed on ${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(bugs, 'endpoint')}. Please report it with the details in the report at ${_model_product_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryUrl */ .Ek}/issues`;
        return { code: exitCodes.bug, sentence };
    }
    const failing = failingStatuses(failOn);
    const endpoints = report.assessments.filter(({ status }) => failing.includes(status)).length;
    const run = failing.includes((0,_model_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .statusOf */ .c)(report.findings));
    if (endpoints === 0 && !run)
        return { code: exitCodes.fine, sentence: null };
    const subjects = [
        ...(endpoints > 0 ? [(0,_model_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(endpoints, 'endpoint')] : []),
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
        ...(observation.deliveries.known ? observation.deliveries.value.flatMap(_model_inquiry_gaps_js__WEBPACK_IMPORTED_MODULE_0__/* .inquiryAnswers */ .b) : []),
        observation.tls,
        ...(observation.tls.known ? answersIn(observation.tls.value) : []),
    ];
    return answers.some((answer) => !answer.known && answer.reason === 'bug');
}
function answersIn({ versions, offers, alpn, features, probes, hsts }) {
    return [
        ...Object.values({ ...versions, ...features, ...probes }),
        ...offers.flatMap(({ suites, serverPreference, groups, signatureSchemes }) => [
            serverPreference,
            ...[suites, groups, signatureSchemes].flatMap(({ cut }) => cut ?? []),
        ]),
        alpn,
        hsts,
    ];
}


/***/ }),

/***/ 66909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bA: () => (/* binding */ mostShards),
/* harmony export */   et: () => (/* binding */ plan),
/* harmony export */   rT: () => (/* binding */ parseShardNumber)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _model_runner_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91140);


/** Reads `2/8`; `null` for what is no shard. */
function parseShardNumber(text) {
    const [shard = 0, of = 0] = (/^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? []).slice(1).map(Number);
    return shard === 0 || shard > of || of > mostShards ? null : { shard, of };
}
/** One job's worth of targets: some minutes of it. */
const targetsPerShard = 500;
/** Ample for 32,000 targets, and no more jobs than an organisation runs at one time. */
const mostAutomaticShards = 64;
/** GitHub's limit for the jobs of a matrix. */
const mostShards = 256;
/**
 * Splits targets into shards, by the runner that can reach them first, then by cost. Rendezvous hashing with bounded
 * load: a target that comes or goes moves few of the others, and no shard is much heavier than the rest. `wanted` 0
 * is one shard for every 500 targets. There are at least as many shards as kinds of runner, and never an empty one;
 * asked for as many as came out, it answers the same plan.
 */
function plan(targets, wanted) {
    const groups = groupsOf(targets);
    const automatic = groups.reduce((sum, { members }) => sum + Math.ceil(members.length / targetsPerShard), 0);
    const asked = wanted === 0 ? Math.min(automatic, mostAutomaticShards) : wanted;
    const count = Math.max(groups.length, Math.min(asked, targets.length));
    const shares = sharesOf(groups, count);
    return groups.flatMap((group, index) => shardsOf(group, shares[index] ?? 1));
}
/** What a target takes, in connections, roughly; a file takes time, too. */
function costOf(target) {
    if (target.kind === 'file')
        return 1;
    const looks = target.addresses === 'all' ? 6 : 2;
    return target.scan === 'tls' ? looks + connectionsOfScan : looks;
}
/** Every version is asked for its suites, one by one. */
const connectionsOfScan = 40;
/** Those that any runner reaches come first. */
function groupsOf(targets) {
    const byRunner = Map.groupBy(targets, ({ runner }) => (0,_model_runner_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .runnerKey */ .Y)(runner));
    const keys = [...byRunner.keys()].toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1));
    return keys.map((key) => {
        const found = byRunner.get(key) ?? [];
        const members = found.map(({ target }) => ({
            id: target.id,
            seed: seedOf(target.id),
            cost: costOf(target),
        }));
        const cost = members.reduce((sum, member) => sum + member.cost, 0);
        return { runner: found[0]?.runner ?? [], key, members, cost };
    });
}
/** One shard for each group, and each further one to the group whose shards are the heaviest (D'Hondt's method). */
function sharesOf(groups, count) {
    const shares = groups.map(() => 1);
    for (let given = groups.length; given < count; given++) {
        const loads = groups.map(({ cost, members }, index) => {
            const share = shares[index] ?? 1;
            return share < members.length ? cost / share : -1;
        });
        const heaviest = loads.indexOf(Math.max(...loads));
        shares[heaviest] = (shares[heaviest] ?? 0) + 1;
    }
    return shares;
}
function shardsOf({ runner, key, members }, share) {
    const bins = Array.from({ length: share }, (_, index) => {
        return { seed: seedOf(`${key} ${index}`), ids: new Set(), load: 0 };
    });
    // By hash: where a newcomer stands in the config must not matter.
    const queue = members.toSorted((one, other) => one.seed - other.seed || (one.id < other.id ? -1 : 1));
    const most = capacity(members, share);
    for (const member of queue)
        put(member, bins, most);
    fillEmpty(bins);
    return bins.map(({ ids }) => ({ runner, ids: members.flatMap(({ id }) => (ids.has(id) ? [id] : [])) }));
}
/** A quarter above the average, and rounded up coarsely: one target more seldom moves it. */
function capacity(members, share) {
    const average = members.reduce((sum, { cost }) => sum + cost, 0) / share;
    const step = 1.1;
    return step ** Math.ceil(Math.log(average * 1.25) / Math.log(step));
}
/** Into the shard that ranks highest for this target and has room; where none has, into the lightest. */
function put({ id, seed, cost }, bins, most) {
    let best;
    let highest = -1;
    for (const bin of bins) {
        const score = mixed(seed ^ bin.seed);
        if (bin.load + cost > most || score <= highest)
            continue;
        best = bin;
        highest = score;
    }
    best ??= lightest(bins);
    best.ids.add(id);
    best.load += cost;
}
function lightest(bins) {
    return bins.reduce((a, b) => (b.load < a.load ? b : a));
}
/** A job that has nothing to do is none: with few targets, chance leaves a shard empty. */
function fillEmpty(bins) {
    for (const empty of bins.filter(({ ids }) => ids.size === 0)) {
        const fullest = bins.reduce((a, b) => (b.ids.size > a.ids.size ? b : a));
        const [id] = fullest.ids;
        if (id === undefined)
            continue;
        fullest.ids.delete(id);
        empty.ids.add(id);
    }
}
function seedOf(text) {
    return Number.parseInt((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', text).slice(0, 8), 16);
}
/** The finalizer of MurmurHash3: every bit of the input moves half of the output's. */
function mixed(bits) {
    let value = bits;
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) >>> 0;
}


/***/ }),

/***/ 14669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eb: () => (/* binding */ UsageError),
  We: () => (/* binding */ parseArguments)
});

// UNUSED EXPORTS: schemaNames

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/shards/plan.js
var plan = __webpack_require__(66909);
;// CONCATENATED MODULE: ./build/terminal/options.js

/** Every option of every command. */
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
    shards: { type: 'string' },
    shard: { type: 'string' },
    out: { type: 'string' },
    from: { type: 'string', multiple: true },
    log: { type: 'string' },
    quiet: { type: 'boolean' },
    verbose: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
};
const fleetOptions = ['config', 'scan', 'probes', 'help'];
const ofFleets = ['shards', 'shard', 'out', 'from'];
const ofChecks = Object.keys(options)
    .filter(isOption)
    .filter((name) => !ofFleets.includes(name));
/** What each command takes. */
const optionsOf = {
    check: ofChecks,
    plan: [...fleetOptions, 'shards'],
    observe: [...fleetOptions, 'shard', 'out', 'ca-file', 'secrets', 'quiet', 'verbose'],
    conclude: [...ofChecks.filter((name) => name !== 'watch' && name !== 'ca-file'), 'from'],
    demo: ['report', 'help'],
    schema: ['help'],
};
function isCommand(word) {
    return word in optionsOf;
}
function isOption(name) {
    return name in options;
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
                complaints.push(`--${name} ${(0,report_escape/* visible */.RK)(value)} is not known. Write ${choices.join(', ')}.`);
            }
            return choice ?? null;
        },
    };
}

;// CONCATENATED MODULE: ./build/terminal/arguments.js




const schemaNames = ['config', 'report', 'observations', 'history'];
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
/** Reads the command line; throws `UsageError` with all that is wrong with it. */
function parseArguments(argv) {
    const parsed = (0,external_node_util_.parseArgs)({ args: [...argv], options: options, strict: false, allowPositionals: true, tokens: true });
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
    const read = readers[command](words, given, complaints);
    if (complaints.length > 0)
        throw new UsageError(complaints);
    return read;
}
const readers = {
    check: (hosts, given, complaints) => ({ kind: 'check', ...readCheck(hosts, given, complaints) }),
    plan: readPlan,
    observe: readObserve,
    conclude: readConclude,
    demo: readDemo,
    schema: readSchema,
};
function readCheck(hosts, given, complaints) {
    const verbosity = readVerbosity(given, complaints);
    return {
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
        verbosity,
    };
}
function readVerbosity(given, complaints) {
    if (given.flag('quiet') && given.flag('verbose'))
        complaints.push('--quiet and --verbose contradict each other.');
    return given.flag('quiet') ? 'quiet' : given.flag('verbose') ? 'verbose' : 'normal';
}
/** A fleet watches what a config lists: whoever concludes must find it there again. */
function readFleet(given, words, complaints) {
    if (words.length > 0)
        complaints.push(`${(0,report_escape/* visible */.RK)(words.join(' '))}: plan and observe go by the config, and take no hosts.`);
    return {
        hosts: [],
        anchors: given.texts('ca-file'),
        secrets: given.text('secrets'),
        config: given.text('config'),
        scan: given.choice('scan', ['certificate', 'tls']),
        probes: given.flag('probes'),
    };
}
function readPlan(words, given, complaints) {
    const written = given.text('shards') ?? '1';
    const shards = /^\d{1,3}$/.test(written) ? Number(written) : Infinity;
    if (shards > plan/* mostShards */.bA)
        complaints.push(`--shards ${(0,report_escape/* visible */.RK)(written)} is not a number of shards. Write one up to ${plan/* mostShards */.bA}, or 0 for as many as there should be.`);
    return { kind: 'plan', ...readFleet(given, words, complaints), shards };
}
function readObserve(words, given, complaints) {
    const [shard, out] = [given.text('shard'), given.text('out')];
    const number = (0,plan/* parseShardNumber */.rT)(shard ?? '');
    if (number === null)
        complaints.push(`--shard ${(0,report_escape/* visible */.RK)(shard ?? '')} is not a shard. Write one as 2/8, from what plan prints.`);
    if (out === null)
        complaints.push('--out is missing. Write the file that the observations go to.');
    return {
        kind: 'observe',
        ...readFleet(given, words, complaints),
        verbosity: readVerbosity(given, complaints),
        number: number ?? { shard: 1, of: 1 },
        out: out ?? '',
    };
}
/** Words are more files: a shell makes them of `--from shards/*`. */
function readConclude(words, given, complaints) {
    const from = [...given.texts('from'), ...words];
    if (given.texts('from').length === 0)
        complaints.push('--from is missing. Write the files that observe has written.');
    return { kind: 'conclude', ...readCheck([], given, complaints), from };
}
function readDemo(words, given, complaints) {
    if (words.length > 0)
        complaints.push(`demo takes no ${(0,report_escape/* visible */.RK)(words.join(' '))}.`);
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
    complaints.push(`--now ${(0,report_escape/* visible */.RK)(text)} is not an instant. Write one as 2027-03-15 or 2027-03-15T08:00:00Z.`);
    return null;
}
function optionComplaints(name, value, command) {
    const allowed = optionsOf[command];
    if (!isOption(name) || !allowed.includes(name)) {
        return [`--${(0,report_escape/* visible */.RK)(name)} is not an option of ${command}. See certificate-monitor --help.`];
    }
    if (options[name].type === 'boolean' && value !== undefined)
        return [`--${name} takes no value.`];
    if (options[name].type === 'string' && (value === undefined || value === ''))
        return [`--${name} needs a value.`];
    return [];
}
function unknownCommand(word) {
    const host = word.includes('.') ? ` To check a host: certificate-monitor check ${(0,report_escape/* visible */.RK)(word)}.` : '';
    return `${(0,report_escape/* visible */.RK)(word)} is not a command. Write check, plan, observe, conclude, demo or schema.${host}`;
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
// EXTERNAL MODULE: ./build/terminal/arguments.js + 1 modules
var terminal_arguments = __webpack_require__(14669);
;// CONCATENATED MODULE: ./build/terminal/help.js

function versionText() {
    return `${product/* productName */.tZ} ${product/* productVersion */.Ud} (Node ${process.versions.node}, OpenSSL ${process.versions.openssl})`;
}
const helpText = `Watches the TLS certificates of the domains you list.

Usage
  ${product/* productName */.tZ} check [HOST[:PORT] …] [options]   look at hosts, or at all that the config lists
  ${product/* productName */.tZ} plan [--shards N]                 split what the config lists into shards; prints JSON
  ${product/* productName */.tZ} observe --shard I/N --out FILE    look at one shard, and write down what was seen
  ${product/* productName */.tZ} conclude --from FILE …            what check does after looking, from these files
  ${product/* productName */.tZ} demo                              check a lab of good and bad servers on this machine
  ${product/* productName */.tZ} schema NAME                       print the JSON Schema of config, report, observations or history

Options of check
  --config FILE          default .github/certificates.yml when no host is given
  --scan KIND            tls (default): what the server would agree to; certificate: a handshake or two
  --probes               with a scan of TLS, also the active vulnerability probes
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

plan, observe and conclude take --config, --scan and --probes, the same for all three. observe also takes --ca-file,
--secrets, --quiet and --verbose, and conclude every option of check but --ca-file and --watch.

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
            if (error.code === 'EPIPE')
                return;
            // The history stays as it is: the next run tells again what nobody could read.
            if (stream === process.stdout)
                say(`The standard output cannot be written: ${error.message}`, 0);
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
            const { runDemo } = await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(420), __webpack_require__.e(713), __webpack_require__.e(257), __webpack_require__.e(195), __webpack_require__.e(864), __webpack_require__.e(674)]).then(__webpack_require__.bind(__webpack_require__, 62674));
            return runDemo(command.report);
        }
        case 'plan':
            return (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(420), __webpack_require__.e(713), __webpack_require__.e(257), __webpack_require__.e(195), __webpack_require__.e(864), __webpack_require__.e(79), __webpack_require__.e(753)]).then(__webpack_require__.bind(__webpack_require__, 87753))).runPlan(command);
        case 'observe':
            return (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(420), __webpack_require__.e(713), __webpack_require__.e(257), __webpack_require__.e(195), __webpack_require__.e(864), __webpack_require__.e(79), __webpack_require__.e(753)]).then(__webpack_require__.bind(__webpack_require__, 87753))).runObserve(command);
        case 'conclude':
            return (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(420), __webpack_require__.e(713), __webpack_require__.e(257), __webpack_require__.e(195), __webpack_require__.e(864), __webpack_require__.e(79), __webpack_require__.e(753)]).then(__webpack_require__.bind(__webpack_require__, 87753))).runConclude(command);
        case 'check': {
            const { runCheck } = await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(420), __webpack_require__.e(713), __webpack_require__.e(257), __webpack_require__.e(195), __webpack_require__.e(864)]).then(__webpack_require__.bind(__webpack_require__, 74864));
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
