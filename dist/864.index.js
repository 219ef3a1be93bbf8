export const id = 864;
export const ids = [864];
export const modules = {

/***/ 75456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cacheFolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _model_product_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19777);



/** Where lists of logs, CRLs and OCSP answers wait for the next run: XDG Base Directory, on every system. */
function cacheFolder() {
    const written = process.env['XDG_CACHE_HOME'] ?? '';
    // A relative path is to be ignored, as the specification says.
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(written) ? written : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache'), _model_product_js__WEBPACK_IMPORTED_MODULE_2__/* .productName */ .tZ);
}


/***/ }),

/***/ 13358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ journal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _deliver_whole_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49788);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9924);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44702);





/** `null`: nobody asked for one. Throws `Unusable` for a file that cannot be opened; one that cannot be written on says so at the end. */
function journal(path) {
    if (path === null)
        return { write: () => { }, report: () => { }, close: () => Promise.resolve() };
    const stream = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { fd: opened(path) });
    const written = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.finished)(stream);
    written.catch(() => { }); // heard in close()
    const write = (level, message) => {
        stream.write(`${new Date().toISOString()} - ${level} - ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(message)}\n`);
    };
    return {
        write,
        report(report, files) {
            for (const assessment of report.assessments) {
                const level = { success: 'INFO', warning: 'WARNING', error: 'ERROR' }[assessment.status];
                write(level, `${assessment.observation.target.id}: ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)(assessment, report.now)}`);
            }
            for (const finding of report.findings)
                write(finding.severity === 'error' ? 'ERROR' : 'WARNING', finding.message);
            write('INFO', `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .verdict */ .WJ)(report)}${files === null ? '' : ` Report: ${files.json}`}`);
        },
        async close() {
            stream.end();
            await written.catch((thrown) => {
                throw (0,_deliver_whole_file_js__WEBPACK_IMPORTED_MODULE_2__/* .unusable */ ._P)(`${path} cannot be written`, thrown);
            });
        },
    };
}
/** At once: whoever watches for weeks is not to learn at their end that nothing was noted down. */
function opened(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a');
    }
    catch (thrown) {
        throw (0,_deliver_whole_file_js__WEBPACK_IMPORTED_MODULE_2__/* .unusable */ ._P)(`${path} cannot be written`, thrown);
    }
}


/***/ }),

/***/ 34054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ progressLine)
/* harmony export */ });
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


/***/ }),

/***/ 74864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eF: () => (/* binding */ run),
  runCheck: () => (/* binding */ runCheck),
  c$: () => (/* binding */ warnOf),
  bB: () => (/* binding */ watchlistOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/config/allowed-runners.js
var allowed_runners = __webpack_require__(55413);
// EXTERNAL MODULE: ./build/config/complaint.js
var complaint = __webpack_require__(32850);
// EXTERNAL MODULE: ./build/config/read-config.js + 19 modules
var read_config = __webpack_require__(65369);
// EXTERNAL MODULE: ./build/config/secrets.js
var secrets = __webpack_require__(3654);
// EXTERNAL MODULE: ./build/deliver/whole-file.js
var whole_file = __webpack_require__(49788);
// EXTERNAL MODULE: ./build/memories.js + 5 modules
var build_memories = __webpack_require__(85535);
// EXTERNAL MODULE: ./build/model/duration.js
var duration = __webpack_require__(43048);
// EXTERNAL MODULE: ./build/monitor.js + 23 modules
var monitor = __webpack_require__(11524);
// EXTERNAL MODULE: ./build/notifications.js + 1 modules
var notifications = __webpack_require__(82743);
// EXTERNAL MODULE: ./build/report-files.js
var report_files = __webpack_require__(35118);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/outcome.js
var outcome = __webpack_require__(44247);
// EXTERNAL MODULE: ./build/run-signal.js
var run_signal = __webpack_require__(9906);
// EXTERNAL MODULE: ./build/world.js
var build_world = __webpack_require__(93920);
// EXTERNAL MODULE: ./build/terminal/arguments.js + 1 modules
var terminal_arguments = __webpack_require__(14669);
// EXTERNAL MODULE: ./build/terminal/cache-folder.js
var cache_folder = __webpack_require__(75456);
// EXTERNAL MODULE: ./build/terminal/journal.js
var journal = __webpack_require__(13358);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
// EXTERNAL MODULE: ./build/model/certificate.js
var model_certificate = __webpack_require__(51545);
// EXTERNAL MODULE: ./build/model/hostname-match.js
var hostname_match = __webpack_require__(55577);
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(69688);
// EXTERNAL MODULE: ./build/model/target.js
var model_target = __webpack_require__(30677);
// EXTERNAL MODULE: ./build/model/transparency.js
var transparency = __webpack_require__(52178);
// EXTERNAL MODULE: ./build/model/trust.js
var trust = __webpack_require__(58728);
// EXTERNAL MODULE: ./build/report/certificate-json.js
var certificate_json = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/report/inquiry-json.js
var inquiry_json = __webpack_require__(63637);
// EXTERNAL MODULE: ./build/report/page.js
var page = __webpack_require__(47916);
// EXTERNAL MODULE: ./build/report/serial-number.js
var serial_number = __webpack_require__(72489);
// EXTERNAL MODULE: ./build/report/width.js
var width = __webpack_require__(19903);
// EXTERNAL MODULE: ./build/report/words.js
var report_words = __webpack_require__(44702);
;// CONCATENATED MODULE: ./build/report/certificate-page.js















const validations = {
    dv: 'domain validated',
    ov: 'organisation validated',
    ev: 'extended validation',
    iv: 'individual validated',
};
/** What stands on a certificate, and the chain it came with, for a terminal. */
function certificateLines({ certificate, delivery, trust }, target, now, screen) {
    const { alternativeNames, issuer, subject, key, signatureAlgorithm, serial, sha256, spkiSha256 } = certificate;
    const validation = (0,certificate_json/* validationOf */.D2)(certificate.policies);
    const told = [
        ['Subject', wholeName(subject)],
        [
            'Names',
            (0,model_text/* listed */.KE)(alternativeNames.map(({ value }) => value), limits/* shownLimits */.CV.alternativeNames) || 'none',
        ],
        ['Host', hostWords(certificate, target)],
        ['Issuer', wholeName(issuer)],
        ['Validation', validation === null ? '' : validations[validation]],
        ['Valid', lifetime(certificate, now)],
        ['Key', keyWords(key)],
        ['Signature', signatureAlgorithm.name],
        ['Serial', (0,serial_number/* serialNumber */.w)(serial)],
        ['SHA-256', sha256],
        ['Pin', spkiSha256],
        ['Logged', loggedWords(delivery, now)],
        ['Revocation', revocationWords(delivery)],
        ['Renewal', renewalWords(delivery)],
        ['DANE', daneWords(delivery)],
        ['Problems', certificate.problems.join('; ')],
    ];
    return [...(0,page/* facts */.Ix)(told, screen), ...chainLines(delivery.chain, trust, screen)];
}
/** Nothing where nobody demands it, and nothing is known of it. */
function loggedWords(delivery, now) {
    const count = (0,transparency/* sctsOf */.hZ)(delivery.transparency).length;
    if (count === 0 || !(0,trust/* endsInPublicRoot */.bt)(delivery))
        return '';
    const verdict = (0,inquiry_json/* compliant */.Kh)(delivery, now);
    if (verdict === null)
        return (0,model_text/* counted */.hS)(count, 'signed timestamp');
    return `${(0,model_text/* counted */.hS)(count, 'signed timestamp')}, ${verdict ? 'as browsers demand' : 'too few for browsers'}`;
}
function revocationWords({ leaf, revocation: { checks } }) {
    const answer = checks.find(({ certificate }) => certificate.sha256 === leaf.sha256)?.answer;
    if (answer === undefined || (!answer.known && answer.reason === 'not-asked'))
        return '';
    if (!answer.known)
        return 'not known';
    const { status, source, thisUpdate } = answer.value;
    return `${status === 'good' ? 'not revoked' : 'revoked'}, by the ${words[source]} of ${(0,report_words/* day */.vd)(thisUpdate)}`;
}
function renewalWords({ renewal }) {
    if (!renewal.known)
        return '';
    const { start, end } = renewal.value.window;
    return `its CA suggests ${(0,report_words/* day */.vd)(start)} to ${(0,report_words/* day */.vd)(end)}`;
}
function daneWords({ dane }) {
    if (!dane.known || dane.value.records.length === 0)
        return '';
    const { records, proven } = dane.value;
    const named = records.some(({ matches }) => matches === true)
        ? 'one of which names it'
        : 'none of which names it';
    return `${(0,model_text/* counted */.hS)(records.length, 'TLSA record')}, ${named}${proven ? ', proven by DNSSEC' : ''}`;
}
const words = { staple: 'stapled OCSP answer', crl: 'CRL', ocsp: 'OCSP answer' };
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
    return [
        ...(0,page/* paragraph */.FY)((0,page/* label */.Pf)('Chain'), trustWords(trust), screen, trust.trusted ? 'good' : 'bad'),
        ...shown.slice(0, limits/* shownLimits */.CV.alternativeNames).map((certificate, depth) => {
            const end = path !== null && depth === shown.length - 1;
            return certificate_page_link(certificate, depth, digests.has(certificate.sha256), end, screen);
        }),
        ...(shown.length > limits/* shownLimits */.CV.alternativeNames
            ? [`${indent}… and ${shown.length - limits/* shownLimits */.CV.alternativeNames} more`]
            : []),
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
    const until = `until ${(0,report_words/* day */.vd)(certificate.notAfter)}`;
    const whole = `${until}${end ? `, trust anchor${origin}` : origin}`;
    const name = (0,report_escape/* visible */.RK)(holder(certificate));
    const room = (note) => screen.width - branch.length - note.length - 2;
    // A narrow screen shows who and until when.
    const note = room(whole) < Math.min(fewestColumns, (0,width/* width */.VL)(name)) ? until : whole;
    return `${branch}${(0,width/* cut */.Jj)(name, Math.max(fewestColumns, room(note)))}  ${(0,page/* painted */.C$)(note, 'dim', screen)}`;
}
function holder(certificate) {
    const name = (0,model_certificate/* shortName */.EU)(certificate.subject) || certificate.alternativeNames[0]?.value;
    return (0,model_text/* shortened */.vI)(name || `serial ${(0,serial_number/* serialNumber */.w)(certificate.serial)}`);
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

// EXTERNAL MODULE: ./build/report/consequences.js + 1 modules
var consequences = __webpack_require__(86666);
// EXTERNAL MODULE: ./build/report/evidence.js
var report_evidence = __webpack_require__(14674);
// EXTERNAL MODULE: ./build/report/grades.js
var grades = __webpack_require__(74495);
;// CONCATENATED MODULE: ./build/report/grade-page.js


/** Who has done so much asks again. */
const mostCaps = 5;
/** How good a configuration is and why, what to change first at the head of the reasons. */
function gradeLines(grade, screen) {
    const { letter, caps, notTested, guide } = grade;
    const more = caps.length - mostCaps;
    return [
        ...(0,page/* paragraph */.FY)((0,page/* label */.Pf)(letter ?? '?', gradeTone(letter)), worth(grade), screen, 'bold'),
        ...caps.slice(0, mostCaps).flatMap((cap, index) => (0,page/* paragraph */.FY)((0,page/* label */.Pf)(capTitle(index)), cap, screen)),
        ...(more > 0 ? (0,page/* paragraph */.FY)((0,page/* label */.Pf)(''), `… and ${more} more, in the JSON report`, screen, 'dim') : []),
        ...(0,page/* facts */.Ix)([
            ['Mozilla', profileWords(grade)],
            ['Not tested', notTested.join('; ')],
            ['Guide', `SSL Labs Server Rating Guide ${guide}`],
        ], screen),
    ];
}
function capTitle(index) {
    if (index === 0)
        return 'First';
    return index === 1 ? 'Then' : '';
}
/** Blue sky down to B, as far as colours go. */
function gradeTone(letter) {
    if (letter === null)
        return 'warning';
    if (letter.startsWith('A'))
        return 'good';
    return letter === 'B' || letter === 'C' ? 'warning' : 'bad';
}
function worth({ letter, trustIgnored, securityScore, scores }) {
    const parts = [
        `protocol ${points(scores.protocol)}`,
        `key exchange ${points(scores.keyExchange)}`,
        `cipher ${points(scores.cipher)}`,
    ].join(', ');
    const score = securityScore === null ? '' : `${securityScore} of 100, ${(0,grades/* scoreWord */.Pn)(securityScore)}; `;
    if (letter === null)
        return `not graded, because not everything could be measured; ${score}${parts}`;
    const hidden = trustIgnored === null ? '' : `, ${trustIgnored} if it were; `;
    if (letter === 'T')
        return `not trusted${hidden}${score}${parts}`;
    return letter === 'M' ? `not for this name${hidden}${score}${parts}` : score + parts;
}
function points(score) {
    return score === null ? 'unknown' : String(score);
}
function profileWords({ mozillaProfile, mozillaVersion, mozillaObstacle }) {
    if (mozillaProfile === null)
        return '';
    const profile = mozillaProfile === 'none' ? 'no profile' : mozillaProfile;
    const obstacle = mozillaObstacle === null ? '' : `; no better, because ${mozillaObstacle}`;
    return `${profile} (${mozillaVersion})${obstacle}`;
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
    const told = [
        ['Certificate', (0,memory_words/* memoryWords */.j)(assessment)],
        ['State', stateWords(assessment, before.states.at(-1))],
        ['Habit', (0,habit/* habitWords */.i9)((0,habit/* habit */.xi)({ rotations: rotations.toReversed() })) ?? ''],
    ];
    return [
        ...(0,page/* facts */.Ix)(told, screen),
        ...earlier.slice(0, mostRotations).flatMap((rotation, index) => {
            // Not what became of the names: of former leaves only the first few are remembered.
            const leaves = (0,model_rotation/* rotatedLeaves */.kS)(rotation, assessment.comparison, assessment.observation);
            const words = (0,model_rotation/* rotationWords */.ai)(rotation, leaves);
            const text = `${(0,report_words/* day */.vd)(rotation.at)}  ${rotation.current.slice(0, 8)}  ${words}`;
            return (0,page/* paragraph */.FY)(index === 0 ? (0,page/* label */.Pf)('Earlier') : history_page_indent, text, screen);
        }),
        ...(earlier.length > mostRotations ? [`${history_page_indent}… and ${earlier.length - mostRotations} before`] : []),
    ];
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
    // What a gate looks away from is no better for that.
    const { judged: status, findings } = assessment;
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
// EXTERNAL MODULE: ./build/model/suite-strength.js
var suite_strength = __webpack_require__(56726);
;// CONCATENATED MODULE: ./build/report/suites-page.js






/** Every suite a server agrees to, coloured by its strength; versions with the same list are told once. */
function suiteSections(offers, screen) {
    const widths = columnsFor(offers, screen);
    return [...Map.groupBy(offers, alike).values()].map((same) => {
        const versions = (0,model_text/* listed */.KE)(same.map(({ version }) => version));
        const [first] = same;
        return {
            title: `Cipher suites of ${versions}${first === undefined ? '' : orderWords(first)}`,
            lines: first === undefined ? [] : suiteLines(first, widths, screen),
        };
    });
}
function alike({ version, suites, serverPreference }) {
    // Numbers of SSL 2.0 have another meaning.
    const kind = version === 'SSLv2' ? version : 'TLS';
    return [
        kind,
        ...suites.found.map(({ id }) => id),
        suites.cut?.reason,
        JSON.stringify(serverPreference),
    ].join();
}
function orderWords({ suites, serverPreference }) {
    if (suites.found.length < 2)
        return '';
    if (!serverPreference.known)
        return ', in an order that is not known';
    return serverPreference.value ? ", in the server's order" : ': the client picks';
}
const signs = {
    secure: { sign: '✓', tone: 'good' },
    weak: { sign: '!', tone: 'warning' },
    insecure: { sign: '✗', tone: 'bad' },
};
const unregistered = { sign: '?', tone: 'warning' };
function suiteLines({ suites: { found, cut: short } }, widths, screen) {
    const lines = found.map((suite) => suiteLine(suite, widths, screen));
    if (short === null)
        return lines.length === 0 ? ['  – none'] : lines;
    const more = lines.length === 0 ? '  ? not known' : '  … and perhaps more';
    return [...lines, (0,page/* painted */.C$)(`${more}: ${(0,trouble/* silence */.ao)(short.reason)}`, 'warning', screen)];
}
const bitsWidth = 4;
const gap = '  ';
const margin = 4;
/** Fewer columns tell nothing of what is wrong, more are seldom needed. */
const flawColumns = { fewest: 12, enough: 30 };
function columnsFor(offers, screen) {
    const suites = offers.flatMap(({ suites }) => suites.found);
    const widest = (text) => suites.reduce((most, suite) => Math.max(most, (0,width/* width */.VL)(text(suite))), 0);
    const room = Math.max(20, screen.width - margin);
    const name = Math.min(widest(({ name }) => name), room - bitsWidth);
    const rest = room - name - bitsWidth - gap.length;
    const openssl = widest(opensslName);
    const besides = rest - openssl - gap.length;
    const wanted = Math.min(flawColumns.enough, widest(flawWords));
    if (openssl > 0 && besides >= wanted)
        return { name, openssl, flaws: Math.max(0, besides) };
    return { name, openssl: 0, flaws: rest >= flawColumns.fewest ? rest : 0 };
}
function suiteLine(suite, { name, openssl, flaws }, screen) {
    const strength = (0,suite_strength/* suiteStrength */.S)(suite);
    const { sign, tone } = strength === null ? unregistered : signs[strength];
    const bits = (0,width/* fitted */.$5)(suite.bits === null ? '–' : String(suite.bits), bitsWidth, 'right');
    const other = openssl === 0 ? '' : gap + (0,width/* fitted */.$5)(opensslName(suite), openssl);
    const wrong = flaws === 0 ? '' : gap + (0,width/* cut */.Jj)(flawWords(suite), flaws);
    const text = `${(0,width/* fitted */.$5)((0,report_escape/* visible */.RK)(suite.name), name)}${bits}${other}${wrong}`;
    return `  ${(0,page/* painted */.C$)(`${sign} ${text.trimEnd()}`, tone, screen)}`;
}
/** Where OpenSSL has a name of its own. */
function opensslName({ openssl, name }) {
    return openssl === null || openssl === name ? '' : openssl;
}
const flaws = [
    ['NULL-ENC', 'no encryption'],
    ['ANON', 'anonymous'],
    ['EXPORT', 'export grade'],
    ['RC4', 'RC4'],
    ['RC2', 'RC2'],
    ['DES', 'DES'],
    ['BLOCK64', '64-bit blocks'],
    ['MD5-MAC', 'MD5'],
    ['CBC', 'CBC'],
    ['CCM8', 'short tags'],
    ['PRE-RFC7905-DRAFT', 'withdrawn draft'],
    ['EXPERIMENT-ENDED', 'withdrawn experiment'],
];
/** What is wrong with a suite, the worst first; empty for a good one. */
function flawWords({ bits, flags, forwardSecrecy }) {
    if (bits === null && flags.length === 0)
        return 'not registered';
    const found = flaws.flatMap(([flag, words]) => (flags.includes(flag) ? [words] : []));
    return [...found, ...(forwardSecrecy === false ? ['no forward secrecy'] : [])].join(', ');
}

// EXTERNAL MODULE: ./build/model/observation.js
var observation = __webpack_require__(32364);
;// CONCATENATED MODULE: ./build/report/tls-page.js




const outdated = {
    SSLv2: 'bad',
    SSLv3: 'bad',
    TLSv1: 'warning',
    'TLSv1.1': 'warning',
};
/** Every version there ever was, and whether the server agrees to it. */
function versionLines({ versions }, screen) {
    return observation/* tlsVersions */.p.flatMap((version) => {
        const { sign, tone, words } = versionWords(version, versions[version]);
        return (0,page/* paragraph */.FY)({ text: `  ${sign} ${version.padEnd(9)} `, tone }, words, screen);
    });
}
function versionWords(version, answer) {
    if (!answer.known)
        return { sign: '?', tone: 'warning', words: `not known: ${(0,trouble/* silence */.ao)(answer.reason)}` };
    if (!answer.value)
        return { sign: '–', tone: 'dim', words: 'no' };
    const tone = outdated[version];
    if (tone === undefined)
        return { sign: '✓', tone: 'good', words: 'yes' };
    return tone === 'bad'
        ? { sign: '✗', tone, words: 'yes, and broken' }
        : { sign: '!', tone, words: 'yes, and outdated' };
}
const most = 30;
/** How keys are agreed on: groups of each version, Diffie-Hellman, and what signs them. */
function keyExchangeLines({ scan, grade }, screen) {
    const { offers, dh } = scan;
    const signatures = offers.flatMap(({ signatureSchemes }) => signatureSchemes.found.map(({ name }) => name));
    return (0,page/* facts */.Ix)([
        ...groupFacts(offers),
        ['DH', dh.map(dhWords).join('; ')],
        ['Quantum', quantumWords(grade.postQuantum)],
        ['Signatures', (0,model_text/* listed */.KE)([...new Set(signatures)], most)],
    ], screen);
}
/** A line for each version, or one for all where no version differs. */
function groupFacts(offers) {
    const told = offers.map(({ version, groups }) => [version, groupWords(groups)]);
    const [first] = told;
    const same = first !== undefined && told.every(([, words]) => words === first[1]);
    return same ? [['Groups', first[1]]] : told;
}
function groupWords({ found, cut }) {
    const short = cut === null || cut.reason === 'not-asked' ? null : cut;
    if (found.length === 0)
        return short === null ? '' : `not known: ${(0,trouble/* silence */.ao)(short.reason)}`;
    const names = found.map(({ name, postQuantum }) => (postQuantum ? `${name} (post-quantum)` : name));
    return `${(0,model_text/* listed */.KE)(names, most)}${short === null ? '' : ` … and perhaps more: ${(0,trouble/* silence */.ao)(short.reason)}`}`;
}
function dhWords({ bits, known, rfc7919, exportGrade }) {
    const origin = known === null ? 'a prime of its own' : `${known}${rfc7919 ? '' : ', shared by many'}`;
    return `${bits} bits (${origin}${exportGrade ? ', export grade' : ''})`;
}
function quantumWords(postQuantum) {
    if (postQuantum === null)
        return '';
    return postQuantum ? 'a post-quantum key exchange is offered' : 'no post-quantum key exchange is offered';
}
/** What a server can besides, in words. */
function featureLines({ features, alpn, hsts, intolerances }, screen) {
    const answers = [
        ['secure renegotiation', features.secureRenegotiation],
        ['extended master secret', features.extendedMasterSecret],
        ['encrypt-then-MAC', features.encryptThenMac],
        ['protection from downgrades (TLS_FALLBACK_SCSV)', features.fallbackScsv],
        ['compression', features.compression],
        ['session tickets', features.sessionTickets],
        ['a stapled OCSP answer', features.staple],
        ['certificate timestamps (SCTs) in the handshake', features.scts],
        ['a request for a client certificate', features.clientCertificateRequested],
    ];
    const those = (wanted) => (0,model_text/* listed */.KE)(answers.filter(([, answer]) => wanted(answer)).map(([name]) => name), most);
    return (0,page/* facts */.Ix)([
        ['Has', those((answer) => answer.known && isThere(answer.value))],
        ['Has not', those((answer) => answer.known && !isThere(answer.value))],
        ['Not known', those((answer) => !answer.known && isMissing(answer))],
        ['ALPN', alpn.known ? (0,model_text/* listed */.KE)(alpn.value, most) || 'none' : missing(alpn)],
        ['HSTS', hsts.known ? (hsts.value ?? 'no Strict-Transport-Security') : missing(hsts)],
        ['Cannot bear', intolerances.join('; ')],
    ], screen);
}
function isThere(value) {
    return value !== false && value !== null;
}
/** Whether an answer was wanted and did not come: what does not apply is not missing. */
function isMissing({ reason }) {
    return reason !== 'not-asked';
}
function missing(answer) {
    return isMissing(answer) ? `not known: ${(0,trouble/* silence */.ao)(answer.reason)}` : '';
}

// EXTERNAL MODULE: ./build/model/grade.js
var model_grade = __webpack_require__(34765);
// EXTERNAL MODULE: ./build/report/vulnerability-words.js
var vulnerability_words = __webpack_require__(43121);
;// CONCATENATED MODULE: ./build/report/vulnerability-page.js





const titleWidth = 13;
/** What the server is open to, each on its line with its evidence; then what is not known, and what it resists. */
function vulnerabilityLines({ grade, scan }, screen) {
    const renegotiation = scan.probes['insecure-renegotiation'];
    const all = [
        ...model_grade/* vulnerabilityNames */.Z9.map((name) => {
            return [vulnerability_words/* vulnerabilityTitles */.Q[name], marks[name] ?? 'error', grade.vulnerabilities[name]];
        }),
        ...(renegotiation.known ? [['Renegotiation', 'error', renegotiation.value]] : []),
    ];
    const open = all.filter(([, , { vulnerable }]) => vulnerable === true);
    const unknown = all.filter(([, , { vulnerable }]) => vulnerable === null);
    const resisted = all.flatMap(([title, , { vulnerable }]) => (vulnerable === false ? [title] : []));
    return [
        ...open.flatMap(([title, mark, { evidence }]) => {
            const { sign, tone } = row/* glyphs */._J[mark];
            return (0,page/* paragraph */.FY)({ text: `  ${sign} ${title.padEnd(titleWidth)} `, tone }, evidence, screen);
        }),
        ...[...Map.groupBy(unknown, ([, , { evidence }]) => evidence)].flatMap(([evidence, those]) => {
            const titles = (0,model_text/* listed */.KE)(those.map(([title]) => title), vulnerability_page_most);
            return (0,page/* paragraph */.FY)({ text: '  ? ', tone: 'warning' }, `${titles}: ${evidence}`, screen);
        }),
        ...(resisted.length === 0
            ? []
            : (0,page/* paragraph */.FY)({ text: '  ✓ ', tone: 'good' }, `Not open to ${(0,model_text/* listed */.KE)(resisted, vulnerability_page_most)}`, screen)),
    ];
}
const vulnerability_page_most = 20;
/** As severe as their rules are by themselves. */
const marks = { sweet32: 'warning', beast: 'notice' };

;// CONCATENATED MODULE: ./build/report/host.js

















/** One endpoint in depth for a terminal: the verdict, what to do, then what was seen. */
function renderHost(assessment, now, screen) {
    const { observation, findings } = assessment;
    const { sign, tone } = row/* glyphs */._J[(0,row/* markOf */.Fg)(assessment)];
    const leaves = (0,leaf/* servedLeaves */.yo)(assessment, now);
    const graded = (0,grades/* gradedScan */.hE)(assessment);
    return (0,page/* page */.MY)([
        ...(0,page/* paragraph */.FY)({ text: `${sign} `, tone }, headline(assessment, now), screen, 'bold'),
        ...ownerLines(observation, screen),
        ...(0,consequences/* explained */.t)(findings).flatMap((one) => findingLines(one, now, screen)),
        ...(graded === null ? [] : section('Grade', gradeLines(graded.grade, screen), screen)),
        ...leaves.flatMap((served, index) => {
            const title = leaves.length === 1 ? 'Certificate' : `Certificate ${index + 1} of ${leaves.length}`;
            return section(title, certificateLines(served, observation.target, now, screen), screen);
        }),
        ...section('History', historyLines(assessment, screen), screen),
        ...(graded === null ? unscannedLines(observation, screen) : scanLines(graded, screen)),
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
function scanLines(graded, screen) {
    const { scan } = graded;
    return [
        ...section('Versions', versionLines(scan, screen), screen),
        ...suiteSections(scan.offers, screen).flatMap(({ title, lines }) => section(title, lines, screen)),
        ...section('Key exchange', keyExchangeLines(graded, screen), screen),
        ...section('Features', featureLines(scan, screen), screen),
        ...section('Vulnerabilities', vulnerabilityLines(graded, screen), screen),
    ];
}
/** Why there is no scan, where one was wanted and the certificate was seen. */
function unscannedLines({ deliveries, tls }, screen) {
    if (!deliveries.known || tls.known || tls.reason === 'not-asked')
        return [];
    const [detail = ''] = tls.detail.split('\n', 1);
    return section('TLS scan', (0,page/* paragraph */.FY)('  ', `${(0,report_words/* sentenceCase */.o3)((0,trouble/* silence */.ao)(tls.reason))}: ${detail}`, screen), screen);
}
const mostEvidence = 400;
function findingLines({ finding, consequences }, now, screen) {
    const { sign, tone } = row/* glyphs */._J[finding.waivedUntil === null ? finding.severity : 'waived'];
    const waived = finding.waivedUntil === null ? '' : ` (waived until ${(0,report_words/* day */.vd)(finding.waivedUntil)})`;
    const evidence = (0,report_evidence/* evidenceWords */.J)(finding.evidence);
    const rules = [finding, ...consequences].map(({ rule }) => rule).join(', ');
    return [
        '',
        ...(0,page/* paragraph */.FY)({ text: `${sign} `, tone }, finding.message + waived, screen),
        ...(0,page/* advice */.v9)(tone, finding.fix, screen),
        ...(evidence === '' ? [] : (0,page/* paragraph */.FY)('    ', (0,model_text/* shortened */.vI)(evidence, mostEvidence), screen, 'dim')),
        `    ${(0,page/* painted */.C$)(rules + sinceWords(finding, now), 'dim', screen)}`,
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
    const scan = observation.tls.known ? [`Seen in ${(0,model_text/* counted */.hS)(observation.connections, 'connection')}.`] : [];
    return [`${protocol}, ${suite.name}${bits}`, ...asks, ...scan].flatMap((line) => (0,page/* paragraph */.FY)('  ', line, screen));
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

// EXTERNAL MODULE: ./build/report/json.js + 1 modules
var json = __webpack_require__(96426);
// EXTERNAL MODULE: ./build/report/table.js
var table = __webpack_require__(71799);
;// CONCATENATED MODULE: ./build/terminal/print-report.js




/** Says on stdout what the run found, as it was asked for. */
async function printReport(report, given) {
    if (given.format === 'json')
        return printJson(report, given.watch);
    await print(given.verbosity === 'quiet' ? `${(0,report_words/* verdict */.WJ)(report)}\n` : `${print_report_page(report, given)}\n`);
}
/** Says, once its files are written, where people find the whole report; programs find it by its folder. */
async function printPaths(files, given) {
    if (given.format === 'json' || given.verbosity === 'quiet')
        return;
    const paths = [files.json, files.xlsx, files.sarif].filter((path) => path !== null);
    await print(`The whole report: ${paths.join(', ')}\n`);
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

// EXTERNAL MODULE: ./build/terminal/progress.js
var terminal_progress = __webpack_require__(34054);
;// CONCATENATED MODULE: ./build/terminal/run-check.js






















const defaultConfig = '.github/certificates.yml';
/** `check`: once, or with `--watch` until somebody ends it. Answers the exit code. */
async function runCheck(given) {
    const log = (0,journal/* journal */.W)(given.log);
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
    return run(given, await watchlistOf(given, uses(given)), ending, log);
}
/** What a check looks up: a run whose clock was moved tells nobody. */
function uses({ notify, now }) {
    return { targets: true, notifications: notify && now === null };
}
/** One run's error does not end the watch: it is said, and the next run comes at its time. */
async function watch(given, ending, log) {
    let watchlist = await watchlistOf(given, uses(given)); // what is wrong from the beginning ends it at once
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
        const waitMs = watchlist.checkIntervalSeconds * 1000;
        process.stderr.write(`Next check at ${(0,duration/* inUtc */.e8)(new Date(Date.now() + waitMs))}.\n`);
        await sleep(waitMs, ending.signal);
        if (ending.cause !== null)
            return ending.cause === 'SIGTERM' ? outcome/* exitCodes */.h.terminated : outcome/* exitCodes */.h.interrupted;
        watchlist = await watchlistOf(given, uses(given)).catch((thrown) => {
            const message = thrown instanceof Error ? thrown.message : String(thrown);
            for (const line of [...message.split('\n'), 'The old configuration stays in force.']) {
                process.stderr.write(`${(0,report_escape/* visible */.RK)(line)}\n`);
                log.write('ERROR', line);
            }
            return watchlist;
        });
    }
}
/** A whole run around a look at the world, which `check` takes itself and `conclude` finds in files. */
async function run(given, watchlist, ending, log, look = (world) => checkHere(watchlist, world)) {
    warnOf(watchlist);
    log.write('INFO', `Checking ${watchlist.entries.length} endpoints`);
    // A run whose clock was moved has nothing to tell to later ones.
    const remembers = given.now === null;
    const memories = await (0,build_memories/* openMemories */.s)(given.history, remembers);
    for (const note of memories.notes)
        process.stderr.write(`Warning: ${(0,report_escape/* visible */.RK)(note)}\n`);
    const progress = (0,terminal_progress/* progressLine */.o)(given.verbosity === 'quiet' ? null : process.stderr);
    const world = (0,build_world/* realWorld */.b)({
        watchlist,
        cacheFolder: (0,cache_folder/* cacheFolder */.n)(),
        signal: ending.signal,
        now: given.now,
        memories,
        run: { id: null, url: null, event: null, ref: null, sha: null },
        scheduled: given.watch,
        progress: progress.show,
    });
    const report = await look(world).finally(progress.clear);
    // What was found is known before anybody is told of it, and before a later run may take it for known.
    await printReport(report, given);
    const site = (0,report_files/* sarifSite */.Bi)(watchlist, null, null);
    const [written, told] = await Promise.all([
        (0,whole_file/* unlessUnusable */.UF)((0,report_files/* writeReport */.u5)(report, given.report, ending.cause === null, site)),
        // Whoever is to be told hears of it even where no file can be written.
        remembers ? (0,whole_file/* unlessUnusable */.UF)(tellAndRemember(report, watchlist, memories, ending)) : null,
    ]);
    const files = written instanceof whole_file/* Unusable */.kO ? null : written;
    log.report(report, files);
    if (files !== null)
        await printPaths(files, given);
    if (written instanceof whole_file/* Unusable */.kO)
        throw written;
    if (told instanceof whole_file/* Unusable */.kO)
        throw told;
    if (told !== null)
        await sayUndelivered(report, watchlist, told, ending, log);
    return exitCode(report, given, ending);
}
/** A check in one process goes to no other runner, which has to be said. */
function checkHere(watchlist, world) {
    for (const note of (0,allowed_runners/* notesOfRunners */.wk)(watchlist.entries))
        process.stderr.write(`Note: ${(0,report_escape/* visible */.RK)(note)}\n`);
    return (0,monitor/* check */.z6)(watchlist, world);
}
function warnOf({ warnings }) {
    for (const warning of warnings)
        process.stderr.write(`Warning: ${(0,report_escape/* visible */.RK)((0,complaint/* complaintText */.Xt)(warning))}\n`);
}
/** Whoever interrupts a run wants nobody to hear of half of it. Throws `Unusable`. */
async function tellAndRemember(report, watchlist, memories, { interrupted }) {
    const before = { memories: (0,monitor/* remembered */.HK)(report, watchlist), monitor: memories.monitor };
    const told = interrupted.aborted
        ? before
        : await (0,notifications/* tell */.qz)(report, before, { ...watchlist, signal: interrupted });
    await memories.remember(told.memories, told.monitor);
    return told;
}
/** What did not arrive, and the heartbeat of a run that has remembered everything. */
async function sayUndelivered(report, watchlist, { monitor }, { interrupted }, log) {
    if (watchlist.notifications === null || interrupted.aborted)
        return;
    const healthy = (0,outcome/* outcome */.b)(report, 'never').code !== outcome/* exitCodes */.h.bug;
    const notes = [
        ...monitor.undelivered.map(({ channel, reason }) => `A message did not arrive (${channel}): ${reason}.`),
        ...(await (0,notifications/* beat */.v3)(report, healthy, { ...watchlist, signal: interrupted })),
    ];
    for (const note of notes) {
        process.stderr.write(`Warning: ${(0,report_escape/* visible */.RK)(note)}\n`);
        log.write('WARNING', note);
    }
}
function exitCode(report, given, ending) {
    const interrupted = (0,run_signal/* interruption */.Y)(ending);
    if (interrupted !== null)
        return interrupted;
    const { code, sentence } = (0,outcome/* outcome */.b)(report, given.failOn);
    if (code === outcome/* exitCodes */.h.bug && sentence !== null)
        process.stderr.write(`${sentence}\n`);
    return code;
}
async function watchlistOf(given, resolve) {
    const path = given.config ?? (given.hosts.length === 0 ? defaultConfig : null);
    if (path !== null && given.config === null && !(0,external_node_fs_.existsSync)(path)) {
        throw new terminal_arguments/* UsageError */.eb([`There is no ${path}. Name a config with --config FILE; check takes hosts, too.`]);
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
        resolve,
        untrusted: false,
        vouched: null,
    });
}
async function secretsOf(path) {
    if (path === null)
        return new Map();
    const text = await (0,promises_.readFile)(path, 'utf8').catch((thrown) => {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        throw new terminal_arguments/* UsageError */.eb([`--secrets ${(0,report_escape/* visible */.RK)(path)} cannot be read: ${why}`]);
    });
    const { values, complaints } = (0,secrets/* parseSecrets */.dC)(text);
    if (complaints.length > 0)
        throw new complaint/* ConfigError */.xL(complaints);
    return values;
}
/** By a clock that nobody sets: one set back by a day must not cost a day's checks. */
async function sleep(ms, signal) {
    const longestTimerMs = 2 ** 31 - 1;
    const ends = performance.now() + ms;
    for (let left = ms; left > 0 && !signal.aborted; left = ends - performance.now())
        await (0,external_node_timers_promises_.setTimeout)(Math.min(left, longestTimerMs), undefined, { signal }).catch(() => { }); // woken by the end of the run
}


/***/ })

};
