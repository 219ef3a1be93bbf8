export const id = 610;
export const ids = [610];
export const modules = {

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
// EXTERNAL MODULE: ./build/config/nearest.js
var nearest = __webpack_require__(49445);
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(69688);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
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
                complaints.push(`--${name} ${(0,report_escape/* visible */.RK)(value)} is not known. Write ${(0,model_text/* oneOf */.yL)(choices)}.`);
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
    if (shards > limits/* shardLimits */.ni.shards)
        complaints.push(`--shards ${(0,report_escape/* visible */.RK)(written)} is not a number of shards. Write one up to ${limits/* shardLimits */.ni.shards}, or 0 for as many as there should be.`);
    return { kind: 'plan', ...readFleet(given, words, complaints), shards };
}
function readObserve(words, given, complaints) {
    const [shard, out] = [given.text('shard'), given.text('out')];
    const number = (0,plan/* parseShardNumber */.r)(shard ?? '');
    if (number === null) {
        const what = shard === null ? 'is missing' : `${(0,report_escape/* visible */.RK)(shard)} is not a shard`;
        complaints.push(`--shard ${what}. Write one as 2/8, from what plan prints.`);
    }
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
        complaints.push(`schema takes one word: ${(0,model_text/* oneOf */.yL)(schemaNames)}.`);
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
        const meant = (0,nearest/* nearest */.p)(name, allowed);
        const remedy = meant === undefined ? 'See certificate-monitor --help' : `Write --${meant}`;
        return [`--${(0,report_escape/* visible */.RK)(name)} is not an option of ${command}. ${remedy}.`];
    }
    if (options[name].type === 'boolean' && value !== undefined)
        return [`--${name} takes no value.`];
    if (options[name].type === 'string' && (value === undefined || value === ''))
        return [`--${name} needs a value.`];
    return [];
}
function unknownCommand(word) {
    const host = word.includes('.') ? ` To check a host: certificate-monitor check ${(0,report_escape/* visible */.RK)(word)}.` : '';
    return `${(0,report_escape/* visible */.RK)(word)} is not a command. Write ${(0,model_text/* oneOf */.yL)(Object.keys(optionsOf))}.${host}`;
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
const helpText = `Watches the TLS certificates and the TLS configuration of the hosts you list.

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
            const { runDemo } = await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(420), __webpack_require__.e(713), __webpack_require__.e(257), __webpack_require__.e(212), __webpack_require__.e(864), __webpack_require__.e(168)]).then(__webpack_require__.bind(__webpack_require__, 63168));
            return runDemo(command.report);
        }
        case 'plan':
            return (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(420), __webpack_require__.e(713), __webpack_require__.e(257), __webpack_require__.e(212), __webpack_require__.e(864), __webpack_require__.e(79), __webpack_require__.e(753)]).then(__webpack_require__.bind(__webpack_require__, 87753))).runPlan(command);
        case 'observe':
            return (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(420), __webpack_require__.e(713), __webpack_require__.e(257), __webpack_require__.e(212), __webpack_require__.e(864), __webpack_require__.e(79), __webpack_require__.e(753)]).then(__webpack_require__.bind(__webpack_require__, 87753))).runObserve(command);
        case 'conclude':
            return (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(420), __webpack_require__.e(713), __webpack_require__.e(257), __webpack_require__.e(212), __webpack_require__.e(864), __webpack_require__.e(79), __webpack_require__.e(753)]).then(__webpack_require__.bind(__webpack_require__, 87753))).runConclude(command);
        case 'check': {
            const { runCheck } = await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(420), __webpack_require__.e(713), __webpack_require__.e(257), __webpack_require__.e(212), __webpack_require__.e(864)]).then(__webpack_require__.bind(__webpack_require__, 74864));
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
