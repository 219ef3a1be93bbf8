export const id = 808;
export const ids = [808];
export const modules = {

/***/ 38724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ habitWords),
/* harmony export */   x: () => (/* binding */ habit)
/* harmony export */ });
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51545);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70271);


/** Fewer rotations are no habit. */
const leastRotations = 3;
/** The habit that the rotations show. Going back, and coming a second time, is nobody's habit. */
function habit({ rotations }) {
    const arrivals = new Map();
    for (const rotation of rotations) {
        if (rotation.kind !== 'rolled-back' && !arrivals.has(rotation.current))
            arrivals.set(rotation.current, rotation);
    }
    const forward = [...arrivals.values()];
    return {
        // How long a leaf was served: the rotation that brought it, to the one that replaced it.
        everyDays: median(forward.flatMap(({ previous, at }) => {
            const arrival = arrivals.get(previous);
            return arrival === undefined ? [] : [(at.getTime() - arrival.at.getTime()) / _certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP];
        })),
        daysBeforeExpiry: median(forward.flatMap(({ daysBeforeExpiry }) => (daysBeforeExpiry === null ? [] : [daysBeforeExpiry]))),
        rotations: forward.length,
    };
}
/** `usually renewed 30 days before expiry, every 60 days`; `null` while there is no habit to speak of. */
function habitWords({ everyDays, daysBeforeExpiry, rotations }) {
    if (rotations < leastRotations || daysBeforeExpiry === null)
        return null;
    const left = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(Math.round(Math.abs(daysBeforeExpiry)), 'day');
    const usual = `usually renewed ${left} ${daysBeforeExpiry < 0 ? 'after' : 'before'} expiry`;
    return everyDays === null ? usual : `${usual}, every ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(Math.round(everyDays), 'day')}`;
}
function median(values) {
    const sorted = values.toSorted((one, other) => one - other);
    const upper = sorted[Math.floor(sorted.length / 2)];
    const lower = sorted[Math.floor((sorted.length - 1) / 2)];
    return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}


/***/ }),

/***/ 55808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCheck: () => (/* binding */ runCheck)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/config/complaint.js
var complaint = __webpack_require__(32850);
// EXTERNAL MODULE: ./build/config/read-config.js + 16 modules
var read_config = __webpack_require__(40103);
// EXTERNAL MODULE: ./build/config/secrets.js
var secrets = __webpack_require__(3654);
// EXTERNAL MODULE: ./build/memories.js + 4 modules
var build_memories = __webpack_require__(27320);
// EXTERNAL MODULE: ./build/monitor.js + 56 modules
var monitor = __webpack_require__(92696);
// EXTERNAL MODULE: ./build/report-files.js
var report_files = __webpack_require__(35118);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/outcome.js
var outcome = __webpack_require__(44247);
// EXTERNAL MODULE: ./build/run-signal.js
var run_signal = __webpack_require__(9906);
// EXTERNAL MODULE: ./build/world.js + 64 modules
var build_world = __webpack_require__(22461);
// EXTERNAL MODULE: ./build/terminal/arguments.js
var terminal_arguments = __webpack_require__(13125);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/report/words.js
var report_words = __webpack_require__(44702);
;// CONCATENATED MODULE: ./build/terminal/journal.js




/** `null`: nobody asked for one. A file that cannot be written ends the run like any unwritable folder. */
function journal(path) {
    if (path === null)
        return { write: () => { }, report: () => { }, close: () => Promise.resolve() };
    const stream = (0,external_node_fs_.createWriteStream)(path, { flags: 'a' });
    const written = (0,external_node_stream_promises_.finished)(stream);
    written.catch(() => { }); // heard in close()
    const write = (level, message) => {
        stream.write(`${new Date().toISOString()} - ${level} - ${(0,report_escape/* visible */.RK)(message)}\n`);
    };
    return {
        write,
        report(report, reportPath) {
            for (const assessment of report.assessments) {
                const level = { success: 'INFO', warning: 'WARNING', error: 'ERROR' }[assessment.status];
                write(level, `${assessment.observation.target.id}: ${(0,report_words/* sentence */.em)(assessment, report.now)}`);
            }
            for (const finding of report.findings)
                write(finding.severity === 'error' ? 'ERROR' : 'WARNING', finding.message);
            write('INFO', `${(0,report_words/* verdict */.WJ)(report)} Report: ${reportPath}`);
        },
        async close() {
            stream.end();
            await written;
        },
    };
}

// EXTERNAL MODULE: ./build/model/duration.js
var duration = __webpack_require__(43048);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
// EXTERNAL MODULE: ./build/model/certificate.js
var model_certificate = __webpack_require__(51545);
// EXTERNAL MODULE: ./build/model/hostname-match.js
var hostname_match = __webpack_require__(55577);
// EXTERNAL MODULE: ./build/model/target.js
var model_target = __webpack_require__(30677);
// EXTERNAL MODULE: ./build/report/certificate-json.js
var certificate_json = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/report/page.js
var page = __webpack_require__(47916);
// EXTERNAL MODULE: ./build/report/width.js
var width = __webpack_require__(19903);
;// CONCATENATED MODULE: ./build/report/certificate-page.js










const validations = {
    dv: 'domain validated',
    ov: 'organisation validated',
    ev: 'extended validation',
    iv: 'individual validated',
};
const mostNames = 20;
/** What stands on a certificate, and the chain it came with, for a terminal. */
function certificateLines({ certificate, delivery, trust }, target, now, screen) {
    const { alternativeNames, issuer, subject, key, signatureAlgorithm, serial, sha256, spkiSha256 } = certificate;
    const validation = (0,certificate_json/* validationOf */.D2)(certificate.policies);
    const facts = [
        ['Subject', wholeName(subject)],
        [
            'Names',
            (0,model_text/* listed */.KE)(alternativeNames.map(({ value }) => value), mostNames) || 'none',
        ],
        ['Host', hostWords(certificate, target)],
        ['Issuer', wholeName(issuer)],
        ['Validation', validation === null ? '' : validations[validation]],
        ['Valid', lifetime(certificate, now)],
        ['Key', keyWords(key)],
        ['Signature', signatureAlgorithm.name],
        ['Serial', (0,certificate_json/* serialNumber */.wz)(serial)],
        ['SHA-256', sha256],
        ['Pin', spkiSha256],
        ['Problems', certificate.problems.join('; ')],
    ];
    const told = facts.filter(([, text]) => text !== '');
    return [
        ...told.flatMap(([title, text]) => {
            return (0,page/* paragraph */.FY)({ text: `  ${title.padEnd(11)} `, tone: 'dim' }, text, screen);
        }),
        ...chainLines(delivery.chain, trust, screen),
    ];
}
function hostWords({ alternativeNames }, target) {
    const host = (0,model_target/* expectedName */.Ac)(target);
    if (host === null)
        return '';
    const { matches, matchedName } = (0,hostname_match/* matchHostname */.$)(alternativeNames, host);
    if (!matches)
        return `${host} is not covered`;
    return matchedName === host ? `${host} is covered` : `${host} is covered by ${matchedName}`;
}
function wholeName(name) {
    const values = name.attributes.map(({ value }) => (0,model_text/* shortened */.vI)(value));
    return values.length === 0 ? 'none' : values.toReversed().join(', ');
}
function lifetime(certificate, now) {
    const { notBefore, notAfter } = certificate;
    const days = (0,model_certificate/* lifetimeDays */.$d)(certificate);
    const span = days === null ? '' : ` (${Math.round(days)} days)`;
    const end = notAfter === null ? 'end unknown' : `${notAfter < now ? 'ended' : 'ends'} ${(0,duration/* fromNow */.PI)(notAfter, now)}`;
    return `${(0,report_words/* day */.vd)(notBefore)} to ${(0,report_words/* day */.vd)(notAfter)}${span}, ${end}`;
}
function keyWords({ type, bits, curve }) {
    if (curve !== null)
        return `${type}, ${curve}`;
    return bits === null ? type : `${type}, ${bits} bits`;
}
/** The path that is trusted, leaf first; where there is none, the chain as it was sent. */
function chainLines(sent, trust, screen) {
    const path = trust.trusted ? (trust.path?.certificates ?? null) : null;
    const shown = path ?? sent;
    const digests = new Set(sent.map(({ sha256 }) => sha256));
    const onPath = new Set(shown.map(({ sha256 }) => sha256));
    const besides = sent.filter(({ sha256 }) => !onPath.has(sha256));
    const title = { text: `  ${'Chain'.padEnd(11)} `, tone: 'dim' };
    return [
        ...(0,page/* paragraph */.FY)(title, trustWords(trust), screen, trust.trusted ? 'good' : 'bad'),
        ...shown.slice(0, mostNames).map((certificate, depth) => {
            const end = path !== null && depth === shown.length - 1;
            return certificate_page_link(certificate, depth, digests.has(certificate.sha256), end, screen);
        }),
        ...(shown.length > mostNames ? [`${indent}… and ${shown.length - mostNames} more`] : []),
        ...(besides.length === 0
            ? []
            : (0,page/* paragraph */.FY)(indent, `Also sent: ${(0,model_text/* listed */.KE)(besides.map(holder))}`, screen, 'dim')),
    ];
}
const indent = ' '.repeat(14);
const fewestColumns = 20;
function certificate_page_link(certificate, depth, sent, end, screen) {
    const branch = `${indent}${depth === 0 ? '' : `${'   '.repeat(depth - 1)}└─ `}`;
    const origin = sent ? '' : ', from the store';
    const note = `until ${(0,report_words/* day */.vd)(certificate.notAfter)}${end ? `, trust anchor${origin}` : origin}`;
    const room = Math.max(fewestColumns, screen.width - branch.length - note.length - 2);
    return `${branch}${(0,width/* cut */.Jj)((0,report_escape/* visible */.RK)(holder(certificate)), room)}  ${(0,page/* painted */.C$)(note, 'dim', screen)}`;
}
function holder(certificate) {
    const name = (0,model_certificate/* shortName */.EU)(certificate.subject) || certificate.alternativeNames[0]?.value;
    return (0,model_text/* shortened */.vI)(name || `serial ${(0,certificate_json/* serialNumber */.wz)(certificate.serial)}`);
}
function trustWords(trust) {
    if (trust.trusted) {
        if (trust.by === 'pin')
            return 'trusted, because its key is pinned';
        return trust.path.anchor === 'public'
            ? 'trusted, by the public store'
            : 'trusted, by your own trust anchors';
    }
    const { obstacle } = trust;
    switch (obstacle.kind) {
        case 'self-signed':
            return 'not trusted: signed by itself';
        case 'unknown-root':
            return `not trusted: no store holds its root ${(0,model_text/* shortened */.vI)(obstacle.root)}`;
        case 'issuer-missing':
            return `not trusted: the issuer ${(0,model_text/* shortened */.vI)(obstacle.issuer)} is missing`;
        case 'invalid':
            return `not trusted: ${obstacle.detail}`;
        case 'out-of-date':
            return `not trusted now: out of date is ${(0,model_text/* listed */.KE)(obstacle.issuers.map(holder))}`;
    }
}

;// CONCATENATED MODULE: ./build/report/evidence.js
/** What a finding rests on, as one line of words: `not after 2026-11-19, days left -3.15`. */
function evidenceWords(evidence) {
    return Object.entries(evidence)
        .map(([key, value]) => `${key.replaceAll('_', ' ')} ${words(value)}`)
        .join(', ');
}
function words(value) {
    if (value === null)
        return 'unknown';
    if (typeof value === 'number')
        return String(Number(value.toFixed(2)));
    if (typeof value !== 'object')
        return String(value).replace(/^([0-9a-f]{8})[0-9a-f]{56}$/u, '$1…');
    if (!isList(value))
        return evidenceWords(value);
    return value.length === 0 ? 'none' : value.map(words).join('; ');
}
function isList(value) {
    return Array.isArray(value);
}

// EXTERNAL MODULE: ./build/model/habit.js
var habit = __webpack_require__(38724);
// EXTERNAL MODULE: ./build/model/memory-words.js
var memory_words = __webpack_require__(77679);
// EXTERNAL MODULE: ./build/model/rotation.js
var model_rotation = __webpack_require__(3906);
// EXTERNAL MODULE: ./build/report/history-json.js
var history_json = __webpack_require__(32762);
// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
;// CONCATENATED MODULE: ./build/report/history-page.js








const mostRotations = 5;
const history_page_indent = ' '.repeat(14);
/** What is remembered of an endpoint, for a terminal; nothing where it is seen for the first time. */
function historyLines(assessment, screen) {
    const { before } = assessment.comparison;
    if (before === null)
        return [];
    const rotations = (0,history_json/* rotationsSeen */.X)(assessment.comparison);
    const earlier = rotations.filter((rotation) => !assessment.comparison.rotations.includes(rotation));
    const facts = [
        ['Certificate', (0,memory_words/* memoryWords */.j)(assessment)],
        ['State', stateWords(assessment, before.states.at(-1))],
        ['Habit', (0,habit/* habitWords */.i)((0,habit/* habit */.x)({ rotations: rotations.toReversed() })) ?? ''],
    ];
    const told = facts.filter(([, text]) => text !== '');
    return [
        ...told.flatMap(([title, text]) => (0,page/* paragraph */.FY)(label(title), text, screen)),
        ...earlier.slice(0, mostRotations).flatMap((rotation, index) => {
            // Not what became of the names: of former leaves only the first few are remembered.
            const leaves = (0,model_rotation/* rotatedLeaves */.kS)(rotation, assessment.comparison, assessment.observation);
            const words = (0,model_rotation/* rotationWords */.ai)(rotation, leaves);
            const text = `${(0,report_words/* day */.vd)(rotation.at)}  ${rotation.current.slice(0, 8)}  ${words}`;
            return (0,page/* paragraph */.FY)(index === 0 ? label('Earlier') : history_page_indent, text, screen);
        }),
        ...(earlier.length > mostRotations ? [`${history_page_indent}… and ${earlier.length - mostRotations} before`] : []),
    ];
}
function label(title) {
    return { text: `  ${title.padEnd(11)} `, tone: 'dim' };
}
const states = {
    success: 'healthy',
    warning: 'in need of care',
    error: 'in trouble',
};
/** Since when it has been as it is. What nobody looked at is in no state at all. */
function stateWords(assessment, period) {
    if (period === undefined || (0,trouble/* unchecked */.VJ)(assessment))
        return '';
    const { status, findings } = assessment;
    const waived = status === 'success' && (0,trouble/* waivedFindings */.Nq)(findings).length > 0 ? ', by a waiver' : '';
    const state = states[status] + waived;
    if (period.status === status)
        return `${state} since ${(0,duration/* calendarDay */.$6)(period.from)}`;
    const [from, to] = [period.from, period.to].map(duration/* calendarDay */.$6);
    return `${state} as of this run; ${states[period.status]} from ${from} to ${to}`;
}

// EXTERNAL MODULE: ./build/report/leaf.js
var leaf = __webpack_require__(7115);
// EXTERNAL MODULE: ./build/report/row.js
var row = __webpack_require__(5207);
;// CONCATENATED MODULE: ./build/report/host.js











/** One endpoint in depth for a terminal: the verdict, what to do, then what was seen. */
function renderHost(assessment, now, screen) {
    const { observation, findings } = assessment;
    const { sign, tone } = row/* glyphs */._J[(0,row/* markOf */.Fg)(assessment)];
    const leaves = (0,leaf/* servedLeaves */.yo)(assessment, now);
    return (0,page/* page */.MY)([
        ...(0,page/* paragraph */.FY)({ text: `${sign} `, tone }, headline(assessment, now), screen, 'bold'),
        ...ownerLines(observation, screen),
        ...findings.flatMap((finding) => findingLines(finding, now, screen)),
        ...leaves.flatMap((served, index) => {
            const title = leaves.length === 1 ? 'Certificate' : `Certificate ${index + 1} of ${leaves.length}`;
            return section(title, certificateLines(served, observation.target, now, screen), screen);
        }),
        ...section('History', historyLines(assessment, screen), screen),
        ...section('Connection', connectionLines(observation, screen), screen),
        ...section('Addresses', addressesLines(observation, screen), screen),
    ]);
}
function headline(assessment, now) {
    const name = (0,row/* called */.Ab)(assessment.observation.target);
    if (assessment.status !== 'success')
        return `${name} needs you: ${(0,row/* troubles */.d4)(assessment)}`;
    return `${name}: ${(0,report_words/* sentence */.em)(assessment, now)}`;
}
function ownerLines({ target: { owner, runbook } }, screen) {
    const parts = [owner === null ? '' : `Owner: ${owner}`, runbook === null ? '' : `Runbook: ${runbook}`];
    const words = parts.filter((part) => part !== '').join(', ');
    return words === '' ? [] : (0,page/* paragraph */.FY)('  ', words, screen);
}
function section(title, lines, screen) {
    return lines.length === 0 ? [] : ['', (0,page/* painted */.C$)(title, 'bold', screen), ...lines];
}
const mostEvidence = 400;
function findingLines(finding, now, screen) {
    const { sign, tone } = row/* glyphs */._J[finding.waivedUntil === null ? finding.severity : 'waived'];
    const waived = finding.waivedUntil === null ? '' : ` (waived until ${(0,report_words/* day */.vd)(finding.waivedUntil)})`;
    const evidence = evidenceWords(finding.evidence);
    return [
        '',
        ...(0,page/* paragraph */.FY)({ text: `${sign} `, tone }, finding.message + waived, screen),
        ...(0,page/* advice */.v9)(tone, finding.fix, screen),
        ...(evidence === '' ? [] : (0,page/* paragraph */.FY)('    ', (0,model_text/* shortened */.vI)(evidence, mostEvidence), screen, 'dim')),
        `    ${(0,page/* painted */.C$)(finding.rule + sinceWords(finding, now), 'dim', screen)}`,
        // never wrapped, so that a terminal can open it
        `    ${(0,page/* painted */.C$)((0,report_escape/* visible */.RK)(finding.reference), 'dim', screen)}`,
    ];
}
function sinceWords({ since }, now) {
    return since === null || since >= now ? '' : `, since ${(0,duration/* calendarDay */.$6)(since)}`;
}
function connectionLines(observation, screen) {
    const sighting = (0,leaf/* ordinarySighting */.e_)(observation);
    if (sighting === null)
        return [];
    const { protocol, suite, clientCertificateDemanded } = sighting;
    const bits = suite.bits === null ? '' : `, ${suite.bits} bits`;
    const asks = clientCertificateDemanded ? ['The server demands a client certificate.'] : [];
    return [`${protocol}, ${suite.name}${bits}`, ...asks].flatMap((line) => (0,page/* paragraph */.FY)('  ', line, screen));
}
function addressesLines({ addresses, target }, screen) {
    if (target.kind === 'file')
        return [];
    return addresses.map((answer) => {
        const { sign, tone } = row/* glyphs */._J[addressMark(answer)];
        const said = answer.leaf.known
            ? `certificate ${answer.leaf.value.slice(0, 8)}`
            : (0,trouble/* silence */.ao)(answer.leaf.reason);
        return `  ${(0,page/* painted */.C$)(sign, tone, screen)} ${(0,report_escape/* visible */.RK)(`${answer.address ?? 'through the proxy'}  ${said}`)}`;
    });
}
function addressMark({ leaf }) {
    if (leaf.known)
        return 'healthy';
    return leaf.reason === 'not-asked' || leaf.reason === 'not-observed' ? 'unchecked' : 'error';
}

// EXTERNAL MODULE: ./build/report/json.js
var json = __webpack_require__(9665);
// EXTERNAL MODULE: ./build/report/table.js
var table = __webpack_require__(71799);
;// CONCATENATED MODULE: ./build/terminal/print-report.js




/** Says on stdout what the run found, as it was asked for. */
async function printReport(report, files, given) {
    if (given.format === 'json')
        return printJson(report, given.watch);
    if (given.verbosity === 'quiet')
        return print(`${(0,report_words/* verdict */.WJ)(report)}\n`);
    const paths = [files.json, ...(files.xlsx === null ? [] : [files.xlsx])].join(', ');
    await print(`${print_report_page(report, given)}\nThe whole report: ${paths}\n`);
}
/** One host asked for by name is shown in depth, anything else as a table. */
function print_report_page(report, given) {
    const screen = { color: wantsColor(), width: process.stdout.columns ?? 100 };
    const [assessment, ...others] = report.assessments;
    const one = given.hosts.length === 1 && others.length === 0 && report.findings.length === 0;
    if (assessment !== undefined && (one || given.verbosity === 'verbose')) {
        const hosts = report.assessments.map((each) => renderHost(each, report.now, screen));
        return one ? hosts.join('\n') : `${(0,table/* renderTable */.b)(report, screen)}\n${hosts.join('\n')}`;
    }
    return (0,table/* renderTable */.b)(report, screen);
}
/** https://no-color.org, and FORCE_COLOR as Node itself reads it. */
function wantsColor() {
    const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
    if (NO_COLOR !== undefined && NO_COLOR !== '')
        return false;
    if (FORCE_COLOR !== undefined)
        return FORCE_COLOR !== '0';
    return process.stdout.isTTY && TERM !== 'dumb';
}
/** With `--watch` one report a line, so that a reader can tell them apart. */
async function printJson(report, oneLine) {
    for (const piece of (0,json/* writeJson */.GF)(report, oneLine ? 0 : 2))
        await print(piece);
}
/** Answers once the text is written, or nobody is there to read it. */
function print(text) {
    return new Promise((resolve) => {
        process.stdout.write(text, () => resolve());
    });
}

;// CONCATENATED MODULE: ./build/terminal/progress.js
const betweenMs = 100;
/** A run that is over sooner needs no consolation. */
const patienceMs = 500;
function progressLine(stream) {
    if (stream?.isTTY !== true)
        return { show: () => { }, clear: () => { } };
    const started = performance.now();
    let last = started + patienceMs - betweenMs;
    let shown = false;
    return {
        show(done, total) {
            const at = performance.now();
            if (at - last < betweenMs)
                return;
            last = at;
            shown = true;
            const seconds = Math.round((at - started) / 1000);
            stream.write(`\r\u001B[K${done} of ${total} endpoints, ${seconds} s`);
        },
        clear() {
            if (shown)
                stream.write('\r\u001B[K');
        },
    };
}

;// CONCATENATED MODULE: ./build/terminal/run-check.js

















const defaultConfig = '.github/certificates.yml';
/** `check`: once, or with `--watch` until somebody ends it. Answers the exit code. */
async function runCheck(given) {
    const log = journal(given.log);
    const ending = (0,run_signal/* runSignal */.K)({ endless: given.watch });
    try {
        return given.watch ? await watch(given, ending, log) : await checkOnce(given, ending, log);
    }
    finally {
        ending.release();
        await log.close();
    }
}
async function checkOnce(given, ending, log) {
    return run(given, await watchlistOf(given), ending, log);
}
/** One run's error does not end the watch: it is said, and the next run comes at its time. */
async function watch(given, ending, log) {
    let watchlist = await watchlistOf(given); // what is wrong from the beginning ends it at once
    for (;;) {
        try {
            const code = await run(given, watchlist, ending, log);
            if (ending.cause !== null)
                return code;
        }
        catch (thrown) {
            const message = thrown instanceof Error ? thrown.message : String(thrown);
            process.stderr.write(`${(0,report_escape/* visible */.RK)(message)}\n`);
            log.write('ERROR', message);
        }
        const next = new Date(Date.now() + watchlist.checkIntervalSeconds * 1000);
        process.stderr.write(`Next check at ${next.toISOString()}.\n`);
        await sleepUntil(next, ending.signal);
        if (ending.cause !== null)
            return ending.cause === 'SIGTERM' ? outcome/* exitCodes */.h.terminated : outcome/* exitCodes */.h.interrupted;
        watchlist = await watchlistOf(given).catch((thrown) => {
            process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\nThe old configuration stays in force.\n`);
            return watchlist;
        });
    }
}
async function run(given, watchlist, ending, log) {
    for (const warning of watchlist.warnings)
        process.stderr.write(`Warning: ${(0,report_escape/* visible */.RK)((0,complaint/* complaintText */.Xt)(warning))}\n`);
    log.write('INFO', `Checking ${watchlist.entries.length} endpoints`);
    // A run whose clock was moved has nothing to tell to later ones.
    const remembers = given.now === null;
    const memories = await (0,build_memories/* openMemories */.s)(given.history, remembers);
    for (const note of memories.notes)
        process.stderr.write(`Warning: ${(0,report_escape/* visible */.RK)(note)}\n`);
    const progress = progressLine(given.verbosity === 'quiet' ? null : process.stderr);
    const world = (0,build_world/* realWorld */.b)({
        watchlist,
        signal: ending.signal,
        now: given.now,
        memories,
        run: { id: null, url: null, event: null, ref: null, sha: null },
        scheduled: given.watch,
        progress: progress.show,
    });
    const report = await (0,monitor/* check */.z)(watchlist, world).finally(progress.clear);
    const files = await (0,report_files/* writeReport */.u)(report, given.report, ending.cause === null);
    if (remembers)
        await memories.remember((0,monitor/* remembered */.H)(report, watchlist));
    log.report(report, files.json);
    await printReport(report, files, given);
    return exitCode(report, given, ending);
}
function exitCode(report, given, ending) {
    if (ending.cause === 'SIGINT')
        return outcome/* exitCodes */.h.interrupted;
    if (ending.cause === 'SIGTERM')
        return outcome/* exitCodes */.h.terminated;
    const { code, sentence } = (0,outcome/* outcome */.b)(report, given.failOn);
    if (code === outcome/* exitCodes */.h.bug && sentence !== null)
        process.stderr.write(`${sentence}\n`);
    return code;
}
async function watchlistOf(given) {
    const path = given.config ?? (given.hosts.length === 0 ? defaultConfig : null);
    if (path !== null && given.config === null && !(0,external_node_fs_.existsSync)(path)) {
        throw new terminal_arguments/* UsageError */.eb([
            `Nothing to check: there is no ${path}. Name a host, or a config with --config FILE.`,
        ]);
    }
    return (0,read_config/* readConfig */.X)({
        path,
        hosts: given.hosts,
        scan: given.scan,
        probes: given.probes,
        anchors: given.anchors,
        root: null,
        secrets: await secretsOf(given.secrets),
        environment: process.env,
        resolve: { targets: true, notifications: given.notify },
        untrusted: false,
    });
}
async function secretsOf(path) {
    if (path === null)
        return new Map();
    const text = await (0,promises_.readFile)(path, 'utf8').catch((thrown) => {
        throw new terminal_arguments/* UsageError */.eb([`--secrets: ${thrown instanceof Error ? thrown.message : String(thrown)}`]);
    });
    const { values, complaints } = (0,secrets/* parseSecrets */.dC)(text);
    if (complaints.length > 0)
        throw new complaint/* ConfigError */.xL(complaints);
    return values;
}
async function sleepUntil(instant, signal) {
    const longestTimerMs = 2 ** 31 - 1;
    while (Date.now() < instant.getTime() && !signal.aborted) {
        const left = Math.min(instant.getTime() - Date.now(), longestTimerMs);
        await (0,external_node_timers_promises_.setTimeout)(left, undefined, { signal }).catch(() => { }); // woken by the end of the run
    }
}


/***/ })

};
