export const id = 508;
export const ids = [508];
export const modules = {

/***/ 12911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ retryAfterMs)
/* harmony export */ });
/** RFC 9110 §10.2.3: seconds or a date; `null` for anything else. Never less than `leastMs`. */
function retryAfterMs(value, now, leastMs) {
    if (value === undefined)
        return null;
    const ms = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
    return Number.isNaN(ms) ? null : Math.max(ms, leastMs);
}


/***/ }),

/***/ 80497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ levels)
/* harmony export */ });
/** How loud a message is, the loudest first. `OK` says that a trouble told about is over. */
const levels = ['CRITICAL', 'WARNING', 'INFO', 'OK'];


/***/ }),

/***/ 14159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ entryFor),
/* harmony export */   n: () => (/* binding */ blastEntry)
/* harmony export */ });
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43048);
/* harmony import */ var _model_memory_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77679);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70271);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14674);
/* harmony import */ var _leaf_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7115);
/* harmony import */ var _outage_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58652);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5207);
/* harmony import */ var _told_findings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(97229);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(44702);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(84678);










const mostSteps = 4;
const mostChanges = 8;
const longestSentence = 600;
const longestEvidence = 300;
/** As long as the config lets it be: half an address leads nowhere. */
const longestRunbook = 2000;
/** An endpoint as its message tells of it. */
function entryFor(message, now) {
    const { level, assessment } = message;
    const { target } = assessment.observation;
    const findings = (0,_told_findings_js__WEBPACK_IMPORTED_MODULE_7__/* .toldFindings */ .mr)(message);
    return {
        level,
        name: (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)((0,_row_js__WEBPACK_IMPORTED_MODULE_6__/* .called */ .Ab)(target), longestEvidence),
        status: assessment.status.toUpperCase(),
        message: (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(verdictFor(message, findings, now), longestSentence),
        expiry: expiryFact((0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .firstLeaf */ .N_)(assessment.observation)?.notAfter ?? null, now),
        steps: findings.slice(0, mostSteps).map((finding, index) => step(finding, index === 0)),
        owner: target.owner && (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(target.owner, longestEvidence),
        runbook: target.runbook && (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(target.runbook, longestRunbook),
        evidence: [
            ...sinceFacts(message),
            ...issuerFacts(assessment),
            ...findings.slice(0, mostSteps).flatMap((finding) => evidenceOf(finding)),
            ...(findings.length > mostSteps ? [['Further findings', furtherWords(findings)]] : []),
        ],
        changes: assessment.comparison.changes.slice(0, mostChanges).map(changeWords),
    };
}
/** A network that failed for many endpoints at once, told as one trouble of the monitor. */
function blastEntry(outage, { run, now }) {
    const { level, message } = (0,_outage_words_js__WEBPACK_IMPORTED_MODULE_5__/* .outageWords */ .J)(outage, now);
    const { finding } = outage;
    return {
        level,
        name: run.monitor,
        status: null,
        message: (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(message, longestSentence),
        expiry: null,
        steps: finding === null ? [] : [step(finding, true)],
        owner: null,
        runbook: null,
        evidence: finding === null ? [] : evidenceOf(finding),
        changes: [],
    };
}
function verdictFor(message, findings, now) {
    const { assessment, occasion } = message;
    const state = (0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .sentence */ .em)(assessment, now);
    if (occasion === 'rotation')
        return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .sentenceCase */ .o3)((0,_model_memory_words_js__WEBPACK_IMPORTED_MODULE_1__/* .memoryWords */ .j)(assessment))}. ${state}`;
    if (occasion === 'recovery')
        return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .sentenceCase */ .o3)((0,_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .recoveryWords */ .tj)(assessment))}. ${state}`;
    return [(0,_told_findings_js__WEBPACK_IMPORTED_MODULE_7__/* .unseenWords */ .CL)(message), findings[0]?.message ?? state].filter((words) => words !== null).join('. ');
}
function step({ message, fix, reference }, first) {
    return {
        message: first ? null : (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(message, longestSentence),
        fix: (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(fix, longestSentence),
        reference,
    };
}
function issuerFacts({ observation }) {
    const leaf = (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .firstLeaf */ .N_)(observation);
    const issuer = leaf === null ? null : (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .issuerOrganisation */ .Yl)(leaf);
    return issuer === null ? [] : [['Issuer', (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(issuer)]];
}
function expiryFact(end, now) {
    if (end === null)
        return null;
    const words = `${(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .fromNow */ .PI)(end, now).replace(/^in /u, '')} (${(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .inUtc */ .e8)(end)})`;
    return [end < now ? 'Expired' : 'Expires in', words];
}
function sinceFacts({ occasion, since }) {
    if (since === null)
        return [];
    const day = (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDay */ .$6)(since);
    if (occasion === 'recovery')
        return [['In trouble since', day]];
    return [['Open since', occasion === 'escalation' ? `${day}, and worse than before` : day]];
}
function evidenceOf({ rule, evidence }) {
    const words = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_3__/* .evidenceWords */ .J)(evidence);
    return words === '' ? [] : [[`Evidence for ${rule}`, (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(words, longestEvidence)]];
}
function furtherWords(findings) {
    return (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(findings.slice(mostSteps).map(({ rule }) => rule));
}
function changeWords({ type, old, new: now }) {
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_8__/* .sentenceCase */ .o3)(type.replaceAll('_', ' '))} changed: ${value(old)} → ${value(now)}`;
}
function value(told) {
    if (typeof told !== 'string')
        return told.length === 0 ? 'none' : (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(told);
    // The head of a fingerprint tells it from others.
    return (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(told.replace(/^([0-9a-f]{8})[0-9a-f]{56}$/u, '$1…')) || 'none';
}


/***/ }),

/***/ 52539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ loudest),
/* harmony export */   LF: () => (/* binding */ byEndpoint),
/* harmony export */   qL: () => (/* binding */ subjectFor)
/* harmony export */ });
/* harmony import */ var _model_message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80497);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70271);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9924);



/** A line longer than that is cut by most readers, and folded by all of them. */
const longestName = 100;
/** `CRITICAL Certificate Alert: Payments API`; for several endpoints their number stands for the names. */
function subjectFor(level, names) {
    const [name = ''] = names;
    const what = names.length === 1 ? (0,_model_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(name), longestName) : (0,_model_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(names.length, 'endpoint');
    return `${level} Certificate Alert: ${what}`;
}
/** The loudest of some levels. */
function loudest(messages) {
    return _model_message_js__WEBPACK_IMPORTED_MODULE_0__/* .levels */ .y.find((level) => messages.some((message) => message.level === level)) ?? 'INFO';
}
/** Messages by the endpoint they are about, in the order of their first. */
function byEndpoint(messages) {
    return [...Map.groupBy(messages, ({ assessment }) => assessment.observation.target.id).values()];
}


/***/ }),

/***/ 84678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   nT: () => (/* binding */ isOpen),
/* harmony export */   tj: () => (/* binding */ recoveryWords)
/* harmony export */ });
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70271);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5207);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91904);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52539);




const longestName = 200;
/** The one sentence for all that a mail tells, never more hopeful than what was seen. */
function verdictOf(messages) {
    const [only, ...others] = (0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .byEndpoint */ .LF)(messages);
    if (only !== undefined && others.length === 0)
        return ofOne(only);
    const open = assessmentsOf(messages, isOpen);
    const over = Map.groupBy(assessmentsOf(messages, ({ occasion }) => occasion === 'recovery'), recoveryWords);
    const renewed = assessmentsOf(messages, ({ occasion }) => occasion === 'rotation').length;
    const parts = [
        ...(open.length === 0 ? [] : [needs(open)]),
        ...[...over].map(([words, those]) => `${those.length} ${those.length === 1 ? 'is' : 'are'} ${words}`),
        ...(renewed === 0 ? [] : [`${renewed} ${renewed === 1 ? 'has' : 'have'} a new certificate`]),
    ];
    return sentenceOf(parts);
}
/** Whether a message is about a trouble that goes on. */
function isOpen({ occasion }) {
    return occasion === 'trouble' || occasion === 'escalation' || occasion === 'reminder';
}
/** What became of an endpoint whose trouble is over: a waiver or silence is not health. */
function recoveryWords(assessment) {
    const { findings, observation } = assessment;
    if ((0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .counting */ .Mr)(findings).length > 0)
        return 'better, but not healthy';
    if ((0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .waivedFindings */ .Nq)(findings).length > 0)
        return 'quiet by a waiver';
    return observation.deliveries.known ? 'healthy again' : 'not checked';
}
function ofOne(messages) {
    const [first] = messages;
    if (first === undefined)
        return '';
    const { assessment } = messages.find(isOpen) ?? first;
    const name = (0,_model_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)((0,_row_js__WEBPACK_IMPORTED_MODULE_1__/* .called */ .Ab)(assessment.observation.target), longestName);
    const open = messages.some(isOpen);
    if (open)
        return `${name} needs you: ${(0,_row_js__WEBPACK_IMPORTED_MODULE_1__/* .troubles */ .d4)(assessment)}`;
    const over = messages.some(({ occasion }) => occasion === 'recovery');
    return over ? `${name} is ${recoveryWords(assessment)}` : `${name} has a new certificate`;
}
function needs(assessments) {
    const counts = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleCounts */ .Qp)(assessments);
    const verb = assessments.length === 1 ? 'needs' : 'need';
    return `${assessments.length} ${verb} you${counts === '' ? '' : ` (${counts})`}`;
}
function assessmentsOf(messages, wanted) {
    return (0,_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .byEndpoint */ .LF)(messages.filter(wanted)).flatMap(([message]) => message?.assessment ?? []);
}
/** `Of 4 endpoints, …` would count those nobody was told of: the parts count for themselves. */
function sentenceOf(parts) {
    const [first = '', ...rest] = parts;
    const withNoun = first.replace(/^(\d+) /u, (_, count) => `${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(Number(count), 'endpoint')} `);
    return [withNoun, ...rest].join('; ');
}


/***/ }),

/***/ 34902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   Zg: () => (/* binding */ emoji),
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70271);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9924);


const emoji = {
    error: '❌',
    warning: '⚠️',
    notice: 'ℹ️',
    healthy: '✅',
    waived: '⏸️',
    unchecked: '❔',
};
const longestSentence = 1000;
/** A sentence that somebody else made, short enough for a list. */
function told(text) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .proseForMarkdown */ ._5)((0,_model_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, longestSentence));
}
/** Lines folded away under a title; nothing at all without lines. */
function details(title, lines) {
    return lines.length === 0 ? [] : [`<details><summary>${title}</summary>`, '', ...lines, '</details>', ''];
}
/** The lines from the first on that take no more bytes than there are. */
function fitting(lines, most) {
    let free = most;
    const end = lines.findIndex((line) => (free -= bytes([line])) < 0);
    return end < 0 ? lines : lines.slice(0, end);
}
/** What the lines take in a file, line ends included. */
function bytes(lines) {
    return Buffer.byteLength(lines.join('\n')) + 1;
}


/***/ }),

/***/ 58652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ outageWords)
/* harmony export */ });
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43048);

const levelOf = {
    error: 'CRITICAL',
    warning: 'WARNING',
    notice: 'INFO',
};
/** An end is told as what it is: not so much fails any more, which says nothing of any one endpoint. */
function outageWords({ finding, since }, now) {
    const span = (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .inWords */ .r4)(now.getTime() - since.getTime());
    if (finding === null) {
        const message = `No longer do most endpoints fail for the same reason, as they did for ${span}; whatever is still wrong is told by itself`;
        return { level: 'OK', message, fix: null };
    }
    const lasts = since < now ? `Still so, since ${(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDay */ .$6)(since)}: ` : '';
    return { level: levelOf[finding.severity], message: `${lasts}${finding.message}`, fix: finding.fix };
}


/***/ }),

/***/ 97229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ unseenWords),
/* harmony export */   Ub: () => (/* binding */ stillOn),
/* harmony export */   mr: () => (/* binding */ toldFindings)
/* harmony export */ });
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70271);
/* harmony import */ var _consequences_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86666);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91904);



/** The findings that a message is about, a row each, worst first; mere notices only where there is nothing worse. */
function toldFindings({ assessment: { findings }, occasion, }) {
    if (occasion === 'recovery' || occasion === 'rotation')
        return [];
    const worse = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .counting */ .Mr)(findings);
    const told = worse.length > 0 ? worse : findings.filter((finding) => finding.waivedUntil === null && !(0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .isNews */ .Ms)(finding));
    return (0,_consequences_js__WEBPACK_IMPORTED_MODULE_1__/* .explained */ .t)(told).map(({ finding }) => finding);
}
/**
 * What is to be said of a trouble that this run could not see, where there is nothing else that needs somebody: silence
 * is no cure. `null`: nothing.
 */
function unseenWords({ assessment, unseen }) {
    if (unseen.length === 0 || (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .counting */ .Mr)(assessment.findings).length > 0)
        return null;
    return stillOn(unseen);
}
/** Rules that were told before and are not known to be over, in words. */
function stillOn(rules) {
    return `Found before, and not known to be over: ${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(rules)}`;
}


/***/ }),

/***/ 72508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  open: () => (/* binding */ door_open)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/config/allowed-runners.js
var allowed_runners = __webpack_require__(55413);
// EXTERNAL MODULE: ./build/config/complaint.js
var complaint = __webpack_require__(32850);
// EXTERNAL MODULE: ./build/deliver/whole-file.js
var whole_file = __webpack_require__(49788);
// EXTERNAL MODULE: ./build/memories.js + 5 modules
var build_memories = __webpack_require__(85535);
// EXTERNAL MODULE: ./build/model/product.js
var product = __webpack_require__(19777);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
// EXTERNAL MODULE: ./build/monitor.js + 23 modules
var monitor = __webpack_require__(11524);
// EXTERNAL MODULE: ./build/notifications.js + 1 modules
var notifications = __webpack_require__(82743);
// EXTERNAL MODULE: ./build/report-files.js
var report_files = __webpack_require__(35118);
// EXTERNAL MODULE: ./build/model/finding.js
var finding = __webpack_require__(36939);
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(69688);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/row.js
var row = __webpack_require__(5207);
// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
;// CONCATENATED MODULE: ./build/report/annotations.js






const longestTitle = 200;
/** The findings of the run and of every endpoint, worst first; of more than ten of a level, nine and a count. */
function annotations({ findings, assessments }) {
    const all = [
        ...findings.flatMap((finding) => annotation(finding, null)),
        ...assessments.flatMap(({ findings, observation }) => findings.flatMap((finding) => annotation(finding, observation.target))),
    ];
    return finding/* severities */.g.flatMap((level) => worst(level, all.filter((one) => one.level === level)));
}
function annotation(finding, target) {
    if (finding.waivedUntil !== null)
        return [];
    const about = (0,trouble/* phrase */.MZ)(finding.rule);
    return [
        {
            level: finding.severity,
            title: (0,report_escape/* visible */.RK)((0,model_text/* shortened */.vI)(target === null ? about : `${(0,row/* called */.Ab)(target)}: ${about}`, longestTitle)),
            message: (0,report_escape/* visible */.RK)(`${finding.message}. ${finding.fix} (${finding.rule})`)
                .slice(0, limits/* shownLimits */.CV.annotationCharacters)
                .toWellFormed(),
            place: target?.source ?? null,
        },
    ];
}
function worst(level, all) {
    if (all.length <= limits/* shownLimits */.CV.annotations)
        return all;
    const shown = all.slice(0, limits/* shownLimits */.CV.annotations - 1);
    const message = `${all.length - shown.length} more, see the summary.`;
    return [...shown, { level, title: 'More findings', message, place: null }];
}

// EXTERNAL MODULE: ./build/report/outcome.js
var outcome = __webpack_require__(44247);
// EXTERNAL MODULE: ./build/model/certificate.js
var model_certificate = __webpack_require__(51545);
// EXTERNAL MODULE: ./build/report/grades.js
var grades = __webpack_require__(74495);
// EXTERNAL MODULE: ./build/report/leaf.js
var report_leaf = __webpack_require__(7115);
// EXTERNAL MODULE: ./build/report/order.js
var order = __webpack_require__(11283);
// EXTERNAL MODULE: ./build/report/since-last-run.js
var since_last_run = __webpack_require__(74238);
;// CONCATENATED MODULE: ./build/report/outputs.js






/**
 * The action outputs that a report alone decides; empty when unknown. `next-expiry-days` is rounded down,
 * so that shells can compare it, and negative when the first to expire has expired already.
 */
function outputs(report) {
    const { assessments, findings, now } = report;
    const soonest = (0,order/* nextToExpire */.o)(assessments);
    const days = assessments.map(({ observation }) => left(observation, now));
    const nextDays = soonest === null ? null : left(soonest.observation, now);
    return {
        status: (0,finding/* statusOf */.c)([...findings, ...assessments.flatMap((assessment) => assessment.findings)]),
        total: String(assessments.length),
        warnings: String(assessments.filter(({ status }) => status === 'warning').length),
        errors: String(assessments.filter(({ status }) => status === 'error').length),
        changed: (0,since_last_run/* rotatedCount */.Zi)(report)?.toString() ?? '',
        expired: String(days.filter((count) => count !== null && count < 0).length),
        'next-expiry-days': nextDays === null ? '' : String(Math.floor(nextDays)),
        'next-expiry-domain': soonest === null ? '' : domainOf(soonest.observation.target),
        'worst-grade': (0,grades/* worstGrade */.V7)(assessments) ?? '',
    };
}
function left(observation, now) {
    const leaf = (0,report_leaf/* firstLeaf */.N_)(observation);
    return leaf === null ? null : (0,model_certificate/* daysLeft */.H_)(leaf, now);
}
function domainOf(target) {
    return target.kind === 'endpoint' ? target.host : (target.domain ?? target.path);
}

// EXTERNAL MODULE: ./build/report/expiry-bands.js
var expiry_bands = __webpack_require__(6453);
;// CONCATENATED MODULE: ./build/report/expiry-bar.js

const keys = [
    ['expired', '🟥', 'expired'],
    ['within-7-days', '🟧', 'within 7 days'],
    ['within-30-days', '🟨', 'within 8 to 30 days'],
    ['within-90-days', '🟩', 'within 31 to 90 days'],
    ['later', '🟦', 'later'],
    ['unknown', '⬜', 'unknown'],
];
const longest = 30;
/** When the certificates of a run expire: a bar of squares, and below it what each colour counts. */
function expiryBar(report) {
    const counts = (0,expiry_bands/* expiryBands */.y)(report);
    const present = keys.filter(([band]) => counts[band] > 0);
    if (present.length === 0)
        return [];
    const lengths = shares(present.map(([band]) => counts[band]));
    const bar = present.map(([, square], index) => square.repeat(lengths[index] ?? 0)).join('');
    const legend = present.map(([band, square, words]) => `${square} ${counts[band]} ${words}`);
    return ['#### When they expire', '', `${bar}<br>`, legend.join(' · '), ''];
}
/** A square for each endpoint; of many, a share of the bar, but never less than one square. */
function shares(counts) {
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total <= longest)
        return counts;
    const floors = counts.map((count) => Math.max(1, Math.floor((count * longest) / total)));
    const rest = longest - floors.reduce((sum, share) => sum + share, 0);
    const largest = counts.indexOf(Math.max(...counts));
    return floors.map((share, index) => (index === largest ? share + rest : share));
}

// EXTERNAL MODULE: ./build/report/file-name.js
var file_name = __webpack_require__(70089);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
;// CONCATENATED MODULE: ./build/report/summary-endpoints.js





/** Both tables in no more bytes than there are; what that leaves out is counted. */
function endpointTables(report, room) {
    const rows = (0,row/* rowsOf */.RO)(report);
    const graded = rows.some(({ grade }) => grade !== '');
    const table = (lines) => [...head(graded), ...lines, ''];
    const lines = rows.map(({ mark, endpoint, grade, left, expires, issuer, wrong }) => {
        const [name, letter, ca, what] = [endpoint, grade, issuer, wrong].map(report_escape/* forMarkdown */.Bm);
        const cells = [name, ...(graded ? [letter] : []), unbroken(left), unbroken(expires), ca, what];
        const open = mark === 'error' || mark === 'warning' || mark === 'unchecked';
        return { open, text: `| ${[markdown/* emoji */.Zg[mark], ...cells].join(' | ')} |` };
    });
    const count = lines.length;
    const frame = [...table([]), ...(0,markdown/* details */.zH)(restTitle(count, report), table([])), omitted(count, report), ''];
    const fit = (0,markdown/* fitting */._Q)(lines.map(({ text }) => text), room - (0,markdown/* bytes */.ee)(frame));
    const kept = lines.slice(0, fit.length);
    const open = kept.filter((line) => line.open).map(({ text }) => text);
    const folded = kept.filter((line) => !line.open).map(({ text }) => text);
    const rest = count - kept.length;
    return {
        open: [...(open.length === 0 ? [] : table(open)), ...(rest === 0 ? [] : [omitted(rest, report), ''])],
        folded: (0,markdown/* details */.zH)(restTitle(folded.length, report), folded.length === 0 ? [] : table(folded)),
    };
}
/** A quantity or a date, which stays on its line however narrow the column. */
function unbroken(text) {
    return (0,report_escape/* forMarkdown */.Bm)(text)
        .replaceAll(' ', '&#160;')
        .replaceAll(/(?<=\d)-/gu, '&#8209;');
}
/** In a gate that looked away, those that need something of another change are among them. */
function restTitle(count, { demoted }) {
    const title = count === 1 ? '1 endpoint that needs nothing' : `${count} endpoints that need nothing`;
    return demoted === null ? title : `${title} of this change`;
}
function head(graded) {
    return graded
        ? [
            '| | Endpoint | Grade | Left | Expires | Issuer | What is wrong |',
            '| :-: | :-- | :-: | --: | :-- | :-- | :-- |',
        ]
        : ['| | Endpoint | Left | Expires | Issuer | What is wrong |', '| :-: | :-- | --: | :-- | :-- | :-- |'];
}
function omitted(count, { at }) {
    return `… and ${(0,model_text/* counted */.hS)(count, 'endpoint')} more, in \`${(0,file_name/* reportFileName */.c)(at)}.json\`.`;
}

// EXTERNAL MODULE: ./build/report/fold.js
var report_fold = __webpack_require__(16888);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(44702);
;// CONCATENATED MODULE: ./build/report/summary-lists.js







/** So that all lists together leave the tables of endpoints room, whatever stands in them. */
const mostBytes = 100_000;
const mostFolds = 20;
/** A tired person reads no further; the rest is one click away. */
const mostOpen = 7;
const mostDevelopments = 10;
/** What is wrong with the run itself. */
function runLines({ findings }) {
    const lines = findings.map(({ severity, message, fix }) => `- ${markdown/* emoji */.Zg[severity]} ${(0,markdown/* told */.Ev)(message)} ${(0,markdown/* told */.Ev)(fix)}`);
    return lines.length === 0 ? [] : [...(0,markdown/* fitting */._Q)(lines, mostBytes), ''];
}
/** What to do now: the worst open, the rest folded away. */
function doingLines(report, most = mostBytes) {
    const all = (0,report_fold/* folds */.hF)(report).filter(({ first }) => first.severity !== 'notice');
    if (all.length === 0)
        return [];
    const lines = (0,markdown/* fitting */._Q)(all.slice(0, mostFolds).map(foldLine), most);
    const open = lines.slice(0, all.length <= mostOpen + 1 ? all.length : mostOpen);
    const rest = [...lines.slice(open.length), ...omittedKinds(all.length - lines.length), ''];
    const more = all.length - open.length;
    return ['#### What to do', '', ...open, '', ...(more === 0 ? [] : (0,markdown/* details */.zH)(`${more} more to do`, rest))];
}
/** What may be better, folded away. */
function noticeLines(report) {
    const all = (0,report_fold/* folds */.hF)(report).filter(({ first }) => first.severity === 'notice');
    if (all.length === 0)
        return [];
    const lines = (0,markdown/* fitting */._Q)(all.slice(0, mostFolds).map(foldLine), mostBytes);
    const title = (0,model_text/* counted */.hS)(all.length, 'notice');
    return (0,markdown/* details */.zH)(title, [...lines, ...omittedKinds(all.length - lines.length), '']);
}
/** What waivers silence, and until when. */
function waivedLines(report) {
    const all = (0,report_fold/* waivedFolds */.xC)(report);
    const lines = all.slice(0, mostFolds).map((fold) => {
        const title = (0,words/* sentenceCase */.o3)(`${fold.what}: ${names(fold)}`);
        const message = fold.members.length === 1 ? `<br>${(0,markdown/* told */.Ev)(fold.first.message)}` : '';
        return `- ${markdown/* emoji */.Zg.waived} **${(0,report_escape/* forMarkdown */.Bm)(title)}**, until ${(0,words/* day */.vd)(fold.first.waivedUntil)}${message}`;
    });
    const shown = (0,markdown/* fitting */._Q)(lines, mostBytes);
    const more = omittedKinds(all.length - shown.length);
    return all.length === 0 ? [] : (0,markdown/* details */.zH)(`${all.length} waived`, [...shown, ...more, '']);
}
/** The rotations that this run noticed, and who is well again. */
function developmentLines(report) {
    const all = (0,since_last_run/* sinceLastRun */.Cn)(report);
    if (all.length === 0)
        return [];
    const lines = all.slice(0, mostDevelopments).map(({ words, rotated, assessments }) => {
        const who = (0,model_text/* listed */.KE)(assessments.map(({ observation }) => (0,row/* called */.Ab)(observation.target)));
        return `- ${rotated ? '🔄' : markdown/* emoji */.Zg.healthy} **${(0,report_escape/* forMarkdown */.Bm)(who)}**: ${(0,markdown/* told */.Ev)(words)}`;
    });
    const shown = (0,markdown/* fitting */._Q)(lines, mostBytes);
    const rest = all.slice(shown.length).reduce((sum, { assessments }) => sum + assessments.length, 0);
    const more = rest === 0 ? [] : ['', `… and ${(0,model_text/* counted */.hS)(rest, 'endpoint')} more, in the report.`];
    return ['#### Changed since the last run', '', ...shown, ...more, ''];
}
/** What the run's own services had to say. */
function noteLines(notes) {
    const lines = notes.map((note) => `<sub>${markdown/* emoji */.Zg.notice} ${(0,markdown/* told */.Ev)(note)}</sub><br>`);
    return (0,markdown/* fitting */._Q)(lines, mostBytes);
}
function omittedKinds(count) {
    return count > 0 ? ['', `… and ${(0,model_text/* counted */.hS)(count, 'other kind')} of finding, in the report.`] : [];
}
function foldLine(fold, index) {
    const { first, members } = fold;
    const title = `**${(0,report_escape/* forMarkdown */.Bm)((0,words/* sentenceCase */.o3)(`${fold.what}: ${names(fold)}`))}**`;
    const message = members.length === 1 ? `${(0,markdown/* told */.Ev)(first.message)}<br>` : '';
    const whom = (0,report_fold/* whomToAsk */.Q7)(fold);
    const asked = whom === '' ? '' : `<br>${(0,markdown/* told */.Ev)(whom)}`;
    return `${index + 1}. ${markdown/* emoji */.Zg[first.severity]} ${title}<br>${message}→ ${(0,markdown/* told */.Ev)((0,report_fold/* fixFor */.jc)(fold))}${asked}`;
}
function names({ members }) {
    return (0,model_text/* listed */.KE)(members.map(({ assessment }) => (0,row/* called */.Ab)(assessment.observation.target)));
}

// EXTERNAL MODULE: ./build/model/observation.js
var observation = __webpack_require__(32364);
;// CONCATENATED MODULE: ./build/report/summary-scans.js






const summary_scans_mostBytes = 100_000;
const mostCaps = 3;
/** What the scanned servers are worth and why it is no more, the worst first, folded away. */
function scanLines({ assessments }) {
    const scans = (0,grades/* worstGradesFirst */.Y)(assessments);
    const worst = (0,grades/* worstGrade */.V7)(assessments);
    const title = `TLS of ${(0,model_text/* counted */.hS)(scans.length, 'endpoint')}${worst === null ? '' : `, worst grade ${worst}`}`;
    const lines = (0,markdown/* fitting */._Q)(scans.map(scanLine), summary_scans_mostBytes);
    const rest = scans.length - lines.length;
    return scans.length === 0
        ? []
        : (0,markdown/* details */.zH)(title, [
            '| Grade | Score | Endpoint | Versions | What to change first |',
            '| :-: | --: | :-- | :-- | :-- |',
            ...lines,
            '',
            ...(rest === 0 ? [] : [`… and ${(0,model_text/* counted */.hS)(rest, 'endpoint')} more, in the report.`, '']),
        ]);
}
function scanLine({ assessment, scan, grade }) {
    const name = (0,report_escape/* forMarkdown */.Bm)((0,row/* called */.Ab)(assessment.observation.target));
    const more = grade.caps.length - mostCaps;
    const caps = [...grade.caps.slice(0, mostCaps).map(markdown/* told */.Ev), ...(more > 0 ? [`… and ${more} more`] : [])];
    const cells = [letterWords(grade), grade.securityScore ?? '–', name, versionsWords(scan), caps.join('<br>')];
    return `| ${cells.join(' | ')} |`;
}
/** The letter behind a T or an M stands beside it. */
function letterWords({ letter, trustIgnored }) {
    if (letter === null)
        return '–';
    const hidden = trustIgnored === null || trustIgnored === letter ? '' : ` (${(0,report_escape/* forMarkdown */.Bm)(trustIgnored)})`;
    return `**${(0,report_escape/* forMarkdown */.Bm)(letter)}**${hidden}`;
}
/** `TLS 1.2 and 1.3`: what is offered; that something is not known is said, too. */
function versionsWords({ versions }) {
    const spoken = observation/* tlsVersions */.p.filter((version) => {
        const answer = versions[version];
        return answer.known && answer.value;
    });
    const unknown = observation/* tlsVersions */.p.some((version) => !versions[version].known);
    return (0,model_text/* listed */.KE)(spoken.map(shortName), 6) + (unknown ? ', perhaps others' : '');
}
function shortName(version) {
    return version.replace(/^(SSL|TLS)v/u, '$1 ').replace(/^TLS 1$/u, 'TLS 1.0');
}

;// CONCATENATED MODULE: ./build/report/summary.js













/**
 * The job summary in GitHub's Markdown: the verdict, what to do, the endpoints worst first, then the details.
 * `notes` are sentences about the run's own services, such as a history that was not restored.
 */
function renderSummary(report, notes = []) {
    const head = [`### ${markdown/* emoji */.Zg[(0,row/* runMark */.n6)(report)]} ${(0,report_escape/* forMarkdown */.Bm)((0,words/* verdict */.WJ)(report))}`, '', ...runLines(report)];
    const opening = [...head, ...doingLines(report)];
    const middle = [...expiryBar(report), ...developmentLines(report)];
    const closing = [
        ...scanLines(report),
        ...noticeLines(report),
        ...waivedLines(report),
        ...noteLines(notes),
        footer(report),
    ];
    const room = limits/* shownLimits */.CV.summaryBytes - (0,markdown/* bytes */.ee)([...opening, ...middle, ...closing]);
    const { open, folded } = endpointTables(report, room);
    return [...opening, ...open, ...middle, ...folded, ...closing].join('\n') + '\n';
}
function footer(report) {
    const { assessments, durationMs, generator, run, at } = report;
    const seconds = (durationMs / 1000).toFixed(1);
    const first = assessments.length > 0 && (0,since_last_run/* isWithoutMemory */.Ki)(report);
    const parts = [
        (0,report_escape/* forMarkdown */.Bm)(run.monitor),
        `${(0,model_text/* counted */.hS)(assessments.length, 'endpoint')} in ${seconds} s`,
        `${product/* productName */.tZ} ${generator.version}`,
        `${(0,file_name/* reportFileName */.c)(at)}.json`,
        ...(first ? [since_last_run/* nothingToCompareWith */.O5] : []),
    ];
    return `<sub>${parts.join(' · ')}</sub>`;
}

// EXTERNAL MODULE: ./build/report/table.js
var table = __webpack_require__(71799);
// EXTERNAL MODULE: ./build/run-signal.js
var run_signal = __webpack_require__(9906);
// EXTERNAL MODULE: ./build/world.js
var build_world = __webpack_require__(93920);
;// CONCATENATED MODULE: ./build/runner/annotate.js

/** Shows an annotation beside its line of the config; @actions/core escapes what would be a command. */
function annotate({ level, title, message, place }) {
    const where = place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column };
    const say = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm }[level];
    say(message, { title, ...where });
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/model/cut-short.js
var cut_short = __webpack_require__(82829);
// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(16698);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/runner/toolkit.js




const longestCause = 300;
/**
 * Calls the toolkit with a deadline, and listens: it tells most of its failures only by printing them. Its errors
 * and warnings become plain lines of the log, so that a service's hiccup is no annotation on the user's run.
 */
async function fromToolkit(call, patience) {
    const complaints = [];
    const release = listen(complaints);
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, patience.signal]);
    const late = (0,external_node_timers_promises_.setTimeout)(patience.ms, undefined, { signal }).then(() => ({ kind: 'timed-out', cause: silence(patience.ms, complaints) }), () => ({ kind: 'timed-out', cause: 'the run was ended' }));
    const reply = listener.run(complaints, call).then((value) => ({ kind: 'returned', value, complaint: toolkit_final(complaints) }), (thrown) => ({ kind: 'failed', cause: cause(thrown) }));
    const first = await Promise.race([reply, late]);
    over.abort();
    // A call nobody waits for any more may still complain: not as an annotation.
    if (first.kind !== 'timed-out')
        release();
    return first;
}
/** The first line of what was thrown, short enough for a sentence. */
function cause(thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return inSentence(message);
}
/** A service's own words inside a sentence of ours, which ends with its own full stop. */
function inSentence(words) {
    const line = words.split('\n').find((line) => line.trim() !== '') ?? 'no reason given';
    return (0,model_text/* shortened */.vI)(line.trim().replace(/\.+$/, ''), longestCause);
}
/** An attempt that was repeated decides nothing. */
function toolkit_final(complaints) {
    return complaints.findLast((line) => !attempt.test(line)) ?? null;
}
function silence(patienceMs, complaints) {
    const last = complaints.at(-1);
    const sentence = `no answer within ${patienceMs / 1000} s`;
    return last === undefined ? sentence : `${sentence}; ${inSentence(last)}`;
}
/** Whose complaints are printed: an abandoned call goes on complaining while another one runs. */
const listener = new external_node_async_hooks_.AsyncLocalStorage();
/** Collects what this one call complains of on stdout until released. */
function listen(complaints) {
    const { stdout } = process;
    const own = Object.getOwnPropertyDescriptor(stdout, 'write');
    const write = stdout.write.bind(stdout);
    stdout.write = (chunk, encoding, done) => {
        const ours = typeof chunk === 'string' && listener.getStore() === complaints;
        const heard = ours ? plain(chunk, complaints) : chunk;
        return typeof encoding === 'function' ? write(heard, encoding) : write(heard, encoding, done);
    };
    return () => {
        if (own === undefined)
            Reflect.deleteProperty(stdout, 'write');
        else
            Object.defineProperty(stdout, 'write', own);
    };
}
function plain(printed, complaints) {
    const lines = printed.split('\n').map((line) => heard(line, complaints));
    return lines.join('\n');
}
const command = /^::(?:warning|error|notice)(?: [^:]*)?::(.*)$/s;
const attempt = /^Attempt \d+ of /;
const toolkit_complaint = /^(?:Failed to |Cache (?:save|restore) skipped)/;
function heard(line, complaints) {
    const said = command.exec(line.replace(/\r$/, ''))?.[1];
    if (said !== undefined) {
        const text = said.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
        complaints.push(text);
        return (0,report_escape/* withoutCommands */.Df)((0,report_escape/* visible */.RK)(text));
    }
    if (toolkit_complaint.test(line) || attempt.test(line))
        complaints.push(line);
    return line;
}

;// CONCATENATED MODULE: ./build/runner/rest.js

/** The head of every route of this repository. */
const repositoryRoute = '/repos/{owner}/{repo}';
/** One deadline stands over all that is asked of one `Ask`. */
async function asker(run, token) {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351));
    const octokit = getOctokit(token, { baseUrl: run.apiUrl });
    const [owner = '', repo = ''] = run.repository.split('/');
    const signal = AbortSignal.any([AbortSignal.timeout(run.patience.ms), run.patience.signal]);
    return async (route, parameters, answer = 'json') => {
        const request = { signal, parseSuccessResponseBody: answer === 'json' };
        const headers = answer === 'raw' ? { accept: 'application/vnd.github.raw+json' } : {};
        const asked = { owner, repo, ...parameters, headers, request };
        const { data } = await octokit.request(route, asked);
        return data;
    };
}
/** Why asking failed, and whether because the token may not. */
function failure(thrown, run) {
    const words = cause(thrown);
    if (run.patience.signal.aborted)
        return { forbidden: false, words: 'the run was ended' };
    if (timedOut(thrown))
        return { forbidden: false, words: `no answer within ${run.patience.ms / 1000} s` };
    const status = statusOf(thrown);
    const forbidden = (status === 401 || status === 403 || status === 404) && !/rate limit|abuse/i.test(words);
    return { forbidden, words: status !== null ? `status ${status}, ${words}` : words };
}
/** A run that was deleted, or an artifact that expired between listing and asking. */
function isGone(thrown) {
    return [404, 410].includes(statusOf(thrown) ?? 0);
}
function statusOf(thrown) {
    const status = thrown instanceof Error ? Reflect.get(thrown, 'status') : null;
    return typeof status === 'number' ? status : null;
}
/** The request's own cause, or the stream's. */
function timedOut(thrown) {
    if (!(thrown instanceof Error))
        return false;
    return thrown.name === 'TimeoutError' || timedOut(thrown.cause);
}

;// CONCATENATED MODULE: ./build/runner/code-scanning.js



/**
 * Uploads SARIF to code scanning; answers notes, a sentence each, and never throws. A run that did not look
 * at everything, or reached next to nothing, uploads nothing: GitHub takes what is missing for fixed.
 */
async function uploadSarif(text, report, run) {
    const { sha, ref } = report.run;
    if (report.assessments.some(({ observation }) => (0,cut_short/* wasNotObserved */.dt)(observation)))
        return unsent('not every endpoint was looked at');
    if (report.findings.some(({ rule }) => rule === 'monitor/blast-radius'))
        return unsent('most endpoints failed for the same reason, more likely the network’s than theirs');
    if (run.token === null)
        return unsent('there is no token');
    if (sha === null || ref === null)
        return unsent('the runner does not say which commit this is');
    const sarif = (0,external_node_zlib_.gzipSync)(text).toString('base64');
    try {
        const ask = await asker(run, run.token);
        await ask(`POST ${repositoryRoute}/code-scanning/sarifs`, { commit_sha: sha, ref, sarif });
        return [];
    }
    catch (thrown) {
        const { forbidden, words } = failure(thrown, run);
        const missing = forbidden && /not accessible by/i.test(words);
        return unsent(missing ? 'the token lacks the permission security-events: write' : words);
    }
}
function unsent(because) {
    return [`The findings were not uploaded to code scanning: ${because}.`];
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/runner/context.js


/** Reads the runner's environment; an event file that cannot be read leaves the payload empty. */
async function runnerContext() {
    const { env } = process;
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    const id = env['GITHUB_RUN_ID'] ?? null;
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    const ref = env['GITHUB_REF'] ?? '';
    return {
        event,
        ref,
        actor: env['GITHUB_ACTOR'] ?? '',
        payload: await readPayload(env['GITHUB_EVENT_PATH']),
        workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
        temporary: env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(),
        run: {
            id,
            url: id === null
                ? null
                : `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${repository}/actions/runs/${id}`,
            event,
            ref,
            sha: env['GITHUB_SHA'] ?? null,
        },
    };
}
/** An empty payload makes the run a gate, and a pull request's an untrusted one: never more than is proved. */
async function readPayload(path) {
    if (path === undefined)
        return {};
    try {
        const payload = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
        return typeof payload === 'object' && payload !== null ? payload : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/model/json.js
/** What stands under a key of somebody else's JSON; `undefined` where nothing does. */
function at(value, key) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
function wholeNumber(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}
function textOrNull(value) {
    return typeof value === 'string' ? value : null;
}

;// CONCATENATED MODULE: ./build/runner/event.js

const advice = 'Use the event pull_request instead: it runs without the repository’s secrets';
/** Decides by event, ref and head repository. In doubt a run is a gate, and a gate untrusted. */
function runKind({ event, ref, actor, payload }) {
    if (event === 'pull_request_target')
        return { kind: 'refused', because: `The event pull_request_target is refused. ${advice}.` };
    const cause = textOrNull(at(payload.workflow_run, 'event')) ?? 'pull_request';
    if (event === 'workflow_run' && cause.startsWith('pull_request')) {
        return { kind: 'refused', because: `A workflow_run started by a pull request is refused. ${advice}.` };
    }
    const dependabot = actor === 'dependabot[bot]';
    if (event.startsWith('pull_request')) {
        const head = textOrNull(at(at(at(payload.pull_request, 'head'), 'repo'), 'full_name'));
        const foreign = head === null || head !== at(payload.repository, 'full_name');
        return { kind: 'gate', untrusted: foreign || dependabot };
    }
    const branch = defaultBranch({ event, ref, payload });
    const onDefaultBranch = branch !== null && ref === `refs/heads/${branch}`;
    if (event === 'merge_group' || !onDefaultBranch)
        return { kind: 'gate', untrusted: dependabot };
    return { kind: 'delivers' };
}
/**
 * The repository's default branch; `null` when nothing tells. The payload of `schedule` names no repository, but
 * GitHub starts that event on the default branch and nowhere else.
 */
function defaultBranch({ event, ref, payload }) {
    const named = textOrNull(at(payload.repository, 'default_branch'));
    if (named !== null)
        return named;
    const [, branch = null] = event === 'schedule' ? (/^refs\/heads\/(.+)$/.exec(ref) ?? []) : [];
    return branch;
}

// EXTERNAL MODULE: ./build/fleet.js + 3 modules
var fleet = __webpack_require__(95079);
// EXTERNAL MODULE: ./build/shards/plan.js
var plan = __webpack_require__(66909);
// EXTERNAL MODULE: ./build/wire/malformed.js
var malformed = __webpack_require__(46529);
;// CONCATENATED MODULE: ./build/runner/zip.js


const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
/**
 * The wanted regular files of a ZIP archive (APPNOTE 6.3.10 §4.3), one after another, within limits. Nothing else is
 * inflated. Throws `Malformed` for what breaks the format or the limits, perhaps after some files; ZIP64 is beyond them.
 */
function* readZip(archive, wanted, limits) {
    const names = new Set();
    let left = limits.totalBytes;
    for (const entry of entries(archive)) {
        const { name } = entry;
        if (!wanted(name))
            continue;
        if (!entry.regular || entry.encrypted)
            throw new malformed/* Malformed */.s(`${name}: not a plain file`);
        if (names.has(name))
            throw new malformed/* Malformed */.s(`${name}: twice in the archive`);
        if (names.size >= limits.files)
            throw new malformed/* Malformed */.s(`more than ${limits.files} files`);
        names.add(name);
        const bytes = within(() => contents(archive, entry, Math.min(limits.fileBytes, left)));
        left -= bytes.length;
        yield { name, bytes };
    }
}
/** Reading beyond the end is the archive's fault. */
function within(read) {
    try {
        return read();
    }
    catch (thrown) {
        if (thrown instanceof RangeError)
            throw new malformed/* Malformed */.s('the archive ends early', { cause: thrown });
        throw thrown;
    }
}
/** §4.3.12: the central directory, found through the record at the archive's end. */
function* entries(archive) {
    const { count, start } = within(() => endRecord(archive));
    let at = start;
    for (let index = 0; index < count; index += 1) {
        const { entry, next } = within(() => centralHeader(archive, at));
        at = next;
        yield entry;
    }
}
/** §4.4 explains the fields. */
function centralHeader(archive, at) {
    if (archive.readUInt32LE(at) !== centralSignature)
        throw new malformed/* Malformed */.s('no central directory header');
    const nameLength = archive.readUInt16LE(at + 28);
    const unix = archive.readUInt8(at + 5) === 3; // version made by
    const kind = unix ? (archive.readUInt32LE(at + 38) >>> 28) & 0xf : 0;
    const entry = {
        name: archive.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
        encrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
        method: archive.readUInt16LE(at + 10),
        crc: archive.readUInt32LE(at + 16),
        compressedSize: archive.readUInt32LE(at + 20),
        size: archive.readUInt32LE(at + 24),
        regular: kind === 0 || kind === 0o10, // S_IFREG, or nothing said
        localOffset: archive.readUInt32LE(at + 42),
    };
    return { entry, next: at + 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32) };
}
function endRecord(archive) {
    const first = Math.max(0, archive.length - endLength - longestComment);
    for (let at = archive.length - endLength; at >= first; at -= 1) {
        if (archive.readUInt32LE(at) !== endSignature)
            continue;
        return { count: archive.readUInt16LE(at + 10), start: archive.readUInt32LE(at + 16) };
    }
    throw new malformed/* Malformed */.s('not a ZIP archive');
}
/** §4.3.7: the local header repeats the name, with an extra field of its own length. */
function contents(archive, entry, most) {
    const { name, localOffset, compressedSize } = entry;
    if (entry.size > most)
        throw new malformed/* Malformed */.s(`${name}: ${entry.size} octets are too many`);
    if (archive.readUInt32LE(localOffset) !== localSignature)
        throw new malformed/* Malformed */.s(`${name}: no local header`);
    const start = localOffset + 30 + archive.readUInt16LE(localOffset + 26) + archive.readUInt16LE(localOffset + 28);
    if (start + compressedSize > archive.length)
        throw new malformed/* Malformed */.s(`${name}: the archive ends early`);
    const bytes = zip_plain(archive.subarray(start, start + compressedSize), entry);
    if (bytes.length !== entry.size || (0,external_node_zlib_.crc32)(bytes) !== entry.crc)
        throw new malformed/* Malformed */.s(`${name}: damaged`);
    return bytes;
}
function zip_plain(stored, { name, method, size }) {
    if (method === 0)
        return stored;
    if (method !== 8)
        throw new malformed/* Malformed */.s(`${name}: compression method ${method} is not known`);
    try {
        return (0,external_node_zlib_.inflateRawSync)(stored, { maxOutputLength: Math.max(1, size) });
    }
    catch (thrown) {
        throw new malformed/* Malformed */.s(`${name}: does not inflate to ${size} octets`, { cause: thrown });
    }
}

;// CONCATENATED MODULE: ./build/runner/shard-artifacts.js










/** The one file of such an artifact. */
const shardFileName = 'observations.ndjson.gz';
const shard_artifacts_limits = {
    files: 1,
    fileBytes: limits/* shardLimits */.ni.compressedBytes,
    totalBytes: limits/* shardLimits */.ni.compressedBytes,
};
/** Uploads what a shard saw, for a day: it is of no use after its run. Throws `Unusable`: a shard nobody hears of failed. */
async function uploadShard(path, artifactName, number, run) {
    const name = nameOf(artifactName, number);
    if ((process.env['ACTIONS_RESULTS_URL'] ?? '') === '')
        throw new whole_file/* Unusable */.kO(`This runner has no artifact service: ${name} cannot be handed on.`);
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(110), __webpack_require__.e(108), __webpack_require__.e(351), __webpack_require__.e(935)]).then(__webpack_require__.bind(__webpack_require__, 77935));
    const client = new DefaultArtifactClient();
    const upload = async () => {
        // In a run that is repeated, what the first attempt saw is of the past.
        if (run.attempt !== '1')
            await client.deleteArtifact(name).catch(() => null);
        return client.uploadArtifact(name, [path], (0,external_node_path_.dirname)(path), { retentionDays: 1, compressionLevel: 0 });
    };
    const reply = await fromToolkit(upload, run.patience);
    if (reply.kind === 'returned')
        return;
    const taken = reply.cause.includes('(409)');
    throw new whole_file/* Unusable */.kO(taken
        ? `The artifact ${name} is there already: give each monitor of a run its own artifact-name.`
        : `The artifact ${name} was not uploaded: ${inSentence(reply.cause)}.`);
}
/**
 * Downloads what the shards of this run left, and of no other: the runner's own token decides which run that is.
 * Throws a ConfigError when two fleets of different size share the name.
 */
async function collectShards(artifactName, run) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(110), __webpack_require__.e(108), __webpack_require__.e(351), __webpack_require__.e(935)]).then(__webpack_require__.bind(__webpack_require__, 77935));
    const client = new DefaultArtifactClient();
    const reply = await fromToolkit(() => client.listArtifacts({ latest: true }), run.patience);
    if (reply.kind !== 'returned') {
        const note = `What the shards saw could not be listed: ${inSentence(reply.cause)}.`;
        return { sources: [], of: null, notes: [note] };
    }
    const found = reply.value.artifacts.flatMap(({ id, name, size }) => {
        const number = numberIn(name, artifactName);
        return number === null ? [] : [{ id, name, size, number }];
    });
    const totals = [...new Set(found.map(({ number }) => number.of))];
    if (totals.length > 1)
        throw mixed(artifactName, totals);
    const sources = [];
    const notes = [];
    for (const artifact of found.slice(0, limits/* shardLimits */.ni.shards)) {
        const got = await fetched(artifact, client, run);
        if ('path' in got)
            sources.push({ name: artifact.name, path: got.path });
        else
            notes.push(`${artifact.name} could not be had: ${got.because}.`);
    }
    if (found.length === 0)
        notes.push(`No shard left an artifact ${artifactName}-observations-….`);
    return { sources, of: totals[0] ?? null, notes };
}
function nameOf(artifactName, { shard, of }) {
    return `${artifactName}-observations-${shard}-of-${of}`;
}
function numberIn(name, artifactName) {
    const start = `${artifactName}-observations-`;
    return name.startsWith(start) ? (0,plan/* parseShardNumber */.r)(name.slice(start.length).replace('-of-', '/')) : null;
}
function mixed(artifactName, totals) {
    const message = `This run holds observations of ${(0,model_text/* listed */.KE)(totals.map(String))} shards under the name ${artifactName}.`;
    return new complaint/* ConfigError */.xL([
        { place: null, message, remedy: 'Give each monitor of a run its own "artifact-name".' },
    ]);
}
async function fetched({ id, size }, client, run) {
    if (size > shard_artifacts_limits.totalBytes)
        return { because: `${size} octets are too many` };
    try {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(run.temporary, 'certificate_observations-'));
        // As the archive it is: the toolkit would unpack without a limit.
        const download = () => client.downloadArtifact(id, { path: folder, skipDecompress: true });
        const reply = await fromToolkit(download, run.patience);
        if (reply.kind !== 'returned')
            return { because: inSentence(reply.cause) };
        return { path: await unzipped(folder) };
    }
    catch (thrown) {
        return { because: cause(thrown) };
    }
}
async function unzipped(folder) {
    const [name] = await (0,promises_.readdir)(folder);
    if (name === undefined)
        throw new malformed/* Malformed */.s('nothing was downloaded');
    const archive = await (0,promises_.readFile)((0,external_node_path_.join)(folder, name));
    for (const { bytes } of readZip(archive, (inside) => inside === shardFileName, shard_artifacts_limits)) {
        const path = (0,external_node_path_.join)(folder, `whole-${shardFileName}`);
        await (0,promises_.writeFile)(path, bytes);
        return path;
    }
    throw new malformed/* Malformed */.s(`it holds no ${shardFileName}`);
}

;// CONCATENATED MODULE: ./build/runner/fleet.js










/** Where lists of logs and CRLs lie while a shard is observed: only the job that concludes has a cache. */
function fetchedFolder(temporary) {
    return (0,external_node_path_.join)(temporary, 'certificate_fetched');
}
/** `plan`: splits the targets for the jobs of a matrix. Throws a ConfigError. */
function planFleet({ entries }, inputs) {
    (0,allowed_runners/* checkRunners */.ux)(entries, inputs.allowedRunners);
    const shards = (0,plan/* plan */.e)(entries, inputs.shards);
    core/* setOutput */.uH('matrix', (0,fleet/* matrix */.UP)(shards));
    core/* info */.pq(`${(0,model_text/* counted */.hS)(entries.length, 'endpoint')} in ${(0,model_text/* counted */.hS)(shards.length, 'shard')}`);
}
/** `observe`: one shard, whose artifact waits for `conclude`. Throws a ConfigError or `Unusable`. */
async function observeFleet(watchlist, inputs, run, { signal, interrupted }) {
    const number = inputs.shard;
    const part = number && (0,fleet/* partOf */.BU)(watchlist, number);
    if (number === null || part === null)
        throw noShard(number === null ? 0 : number.of, watchlist);
    const path = (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(run.temporary, 'certificate_observations-')), shardFileName);
    await (0,fleet/* observeInto */.Jw)(path, part, number, (0,build_world/* realEyes */.r)({ watchlist, signal, cacheFolder: fetchedFolder(run.temporary), progress: () => { } }));
    if (interrupted.aborted)
        return;
    await uploadShard(path, inputs.artifactName, number, run);
    core/* info */.pq(`${(0,model_text/* counted */.hS)(part.entries.length, 'endpoint')} observed: shard ${number.shard} of ${number.of}`);
}
function noShard(of, { entries }) {
    const message = of === 0
        ? 'The input shard is missing.'
        : `The input shard: the config does not make ${(0,model_text/* counted */.hS)(of, 'shard')} but ${(0,plan/* plan */.e)(entries, of).length}.`;
    const remedy = 'Write what the matrix of "command: plan" says, from the same commit.';
    return new complaint/* ConfigError */.xL([{ place: null, message, remedy }]);
}
/** `conclude`: what the shards of this run saw; what did not arrive was not observed, and a note says why. */
async function gatherFleet(watchlist, inputs, run) {
    const { sources, of, notes } = await collectShards(inputs.artifactName, run);
    const gathered = await (0,fleet/* gatherFrom */.Q4)(sources, watchlist, of);
    return { seen: (0,fleet/* merged */.Zu)(watchlist, gathered, new Date()), notes: [...notes, ...gathered.refused] };
}

// EXTERNAL MODULE: ./build/history/memory-json.js
var memory_json = __webpack_require__(49987);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/runner/history-folder.js




/** The folder's name under the runner's temporary folder, and inside the report artifact. */
const historyRoot = 'certificate_history';
/** A monitor's name, readable and safe in a path and a cache key; the hash keeps like names apart. */
function monitorSlug(monitor) {
    const readable = monitor
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 40)
        .replace(/^-|-$/g, '');
    const hash = (0,external_node_crypto_.createHash)('sha256').update(monitor).digest('hex').slice(0, 8);
    return `${readable === '' ? 'monitor' : readable}-${hash}`;
}
/** Where a monitor's history lies inside its report artifact, with the final slash. */
function historyPath(monitor) {
    return `${historyRoot}/${monitorSlug(monitor)}/`;
}
/** Where a monitor's history lies during the run. From `temporary` always the same path: part of the cache's version. */
function historyFolder(temporary, monitor) {
    return (0,external_node_path_.join)(temporary, historyRoot, monitorSlug(monitor));
}
/** A memory, or a damaged one that was set aside; never hidden, never a path. */
function isHistoryFileName(name) {
    return name.length <= 220 && /^[A-Za-z0-9_-][\w.+@~=-]*\.json(?:\.damaged)?$/.test(name);
}
/** What the inquiries of a run keep beside the history: CRLs, OCSP answers, lists of logs. */
function isFetchedName(name) {
    return (name.length <= 220 &&
        /^fetched-[A-Za-z0-9_-]+(?:\.[a-z0-9]+)?$/.test(name) &&
        !/\.(?:json|part)$/.test(name));
}
/** Makes the folder empty, whatever was there. */
async function emptied(folder) {
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)(folder, { recursive: true });
}
/**
 * Moves what an archive left in `landing` into the empty `folder`: plain, readable, small files with a history's
 * names, and what was fetched, which proves itself when it is read. Links, and whatever is beyond the limits, are left
 * behind; answers how many things were.
 */
async function adopt(landing, folder) {
    let adopted = 0;
    let refused = 0;
    let [bytes, count] = [0, 0];
    for (const name of await (0,promises_.readdir)(landing)) {
        const path = (0,external_node_path_.join)(landing, name);
        const found = await (0,promises_.lstat)(path);
        if (found.isDirectory())
            continue; // the archive of a folder holds the folder, too
        const fetched = isFetchedName(name);
        const most = fetched ? limits/* historyLimits */.H4.fetchedBytes : limits/* historyLimits */.H4.fileBytes;
        const plain = found.isFile() && found.nlink === 1 && found.size <= most;
        const fits = count < limits/* historyLimits */.H4.files && bytes + found.size <= limits/* historyLimits */.H4.totalBytes;
        if (!plain || !fits || !(fetched || isHistoryFileName(name)) || !(await readable(path))) {
            if (!fetched)
                refused += 1;
            continue;
        }
        bytes += found.size;
        count += 1;
        if (!fetched)
            adopted += 1;
        await (0,promises_.rename)(path, (0,external_node_path_.join)(folder, name));
    }
    return { adopted, refused };
}
async function readable(path) {
    return (0,promises_.access)(path, promises_.constants.R_OK | promises_.constants.W_OK).then(() => true, () => false);
}
/** The files of the folder that are a history, whole paths. */
async function historyFiles(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names.filter((name) => isHistoryFileName(name)).map((name) => (0,external_node_path_.join)(folder, name));
}

;// CONCATENATED MODULE: ./build/runner/history-cache.js






/** Entries of another major version are never seen, and never overwritten. */
const schemaMajor = Number.parseInt(memory_json/* schemaVersion */.CZ, 10);
/** Keys are immutable: each run and attempt writes its own, and reads the newest that begins like it. */
function cacheKey(monitor, run) {
    // The dot appears in no slug, so that no monitor's prefix begins another's.
    const prefix = `certificate-monitor-${schemaMajor}-${monitorSlug(monitor)}.`;
    return { key: `${prefix}${run.id}-${run.attempt}`, prefix };
}
/** Restores the newest entry of this monitor into its folder, which is empty otherwise. Never throws. */
async function restoreFromCache(monitor, run) {
    const folder = historyFolder(run.temporary, monitor);
    try {
        await emptied(folder);
        const cache = await Promise.all(/* import() */[__webpack_require__.e(110), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 18091));
        if (!cache.isFeatureAvailable())
            return none('This runner has no cache service; no history was restored from it.');
        const landing = await landingFor(folder, run);
        if (landing === null)
            return none(`The cache was not asked: the path ${folder} cannot be guarded.`);
        const { key, prefix } = cacheKey(monitor, run);
        const reply = await guarded(landing, folder, () => fromToolkit(() => cache.restoreCache([cachedPath(folder, run)], key, [prefix]), run.patience));
        return await received(reply, landing, folder);
    }
    catch (thrown) {
        return { kind: 'unknown', notes: [unreadable(cause(thrown))] };
    }
}
/** Saves the folder under this run's own key; answers notes. Only delivering runs call it. Never throws. */
async function saveHistory(monitor, run) {
    const folder = historyFolder(run.temporary, monitor);
    try {
        const cache = await Promise.all(/* import() */[__webpack_require__.e(110), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 18091));
        if (!cache.isFeatureAvailable())
            return ['This runner has no cache service; the history was not saved to it.'];
        const files = await (0,promises_.readdir)(folder);
        if (files.length === 0)
            return [];
        const { key } = cacheKey(monitor, run);
        const reply = await history_cache_within(run.temporary, () => fromToolkit(() => cache.saveCache([cachedPath(folder, run)], key), run.patience));
        if (reply.kind !== 'returned')
            return [unsaved(reply.cause)];
        return reply.value === -1 ? [unsaved(reply.complaint ?? 'no reason given')] : [];
    }
    catch (thrown) {
        return [unsaved(cause(thrown))];
    }
}
/**
 * The folder as the cache knows it. The toolkit looks an entry up by the very text of its path, and runners differ in
 * where their temporary folder lies: from there the path is the same on all of them.
 */
function cachedPath(folder, { temporary }) {
    return (0,external_node_path_.relative)(temporary, folder);
}
/** The toolkit finds relative paths from the working directory. */
async function history_cache_within(directory, call) {
    const before = process.cwd();
    process.chdir(directory);
    try {
        return await call();
    }
    finally {
        process.chdir(before);
    }
}
async function received(reply, landing, folder) {
    if (reply.kind === 'timed-out')
        return { kind: 'timed-out', notes: [unreadable(reply.cause)] };
    if (reply.kind === 'failed')
        return { kind: 'unknown', notes: [unreadable(reply.cause)] };
    const { value, complaint } = reply;
    if (value === undefined) {
        await emptied(folder);
        if (complaint === null)
            return { kind: 'none', notes: [] };
        const notes = [unreadable(inSentence(complaint))];
        return { kind: /\btar\b.* failed with/.test(complaint) ? 'none' : 'unknown', notes };
    }
    const { adopted, refused } = await adopt(landing, folder);
    if (landing !== folder)
        await (0,promises_.rm)(landing, { recursive: true, force: true });
    const things = (0,model_text/* counted */.hS)(refused, 'thing');
    const notes = refused === 0 ? [] : [`The cached history held ${things} that cannot belong to it, left aside.`];
    return { kind: adopted > 0 ? 'restored' : 'none', notes };
}
/**
 * Where tar is made to put everything. The toolkit calls `tar -P`, which follows absolute and climbing paths, so that
 * an entry made by another workflow could write anywhere. GNU tar lets the environment rename: each member loses its
 * folders and lands in one quarantine, links with it. Other systems' tar cannot; `null` when the path defies quoting.
 */
async function landingFor(folder, run) {
    if (process.platform !== 'linux')
        return folder;
    await (0,promises_.mkdir)(run.temporary, { recursive: true });
    const landing = await (0,promises_.mkdtemp)((0,external_node_path_.join)(run.temporary, 'certificate_incoming-'));
    return /['"\\\n]/.test(landing) ? null : landing;
}
async function guarded(landing, folder, call) {
    if (landing === folder)
        return call();
    const before = process.env['TAR_OPTIONS'];
    const place = `${landing}/`.replace(/[&,]/g, String.raw `\$&`);
    process.env['TAR_OPTIONS'] = `${before ?? ''} '--transform=s,^.*/,,' '--transform=s,^,${place},'`;
    const reply = await call();
    // A call nobody waits for any more may still come to its tar: it stays guarded.
    if (reply.kind === 'timed-out')
        return reply;
    if (before === undefined)
        delete process.env['TAR_OPTIONS'];
    else
        process.env['TAR_OPTIONS'] = before;
    return reply;
}
function none(note) {
    return { kind: 'none', notes: [note] };
}
function unreadable(why) {
    return `The history in the cache could not be read: ${why}.`;
}
function unsaved(why) {
    return `The history could not be saved to the cache: ${inSentence(why)}.`;
}

;// CONCATENATED MODULE: ./build/runner/inputs.js





const commands = ['check', 'plan', 'observe', 'conclude'];
const defaultConfig = '.github/certificates.yml';
/** Reads the inputs; throws a ConfigError with all that is wrong with them. */
function readInputs() {
    const complaints = [];
    const command = choice('command', commands, complaints) ?? 'check';
    const shard = core/* getInput */.V4('shard');
    const inputs = {
        command,
        config: core/* getInput */.V4('config') || defaultConfig,
        domains: core/* getInput */.V4('domains')
            .split(/[\n,]/)
            .map((entry) => entry.trim())
            .filter((entry) => entry !== ''),
        scan: choice('scan', ['certificate', 'tls'], complaints),
        failOn: choice('fail-on', ['error', 'warning', 'never'], complaints) ?? 'error',
        token: core/* getInput */.V4('token') || null,
        artifactName: core/* getInput */.V4('artifact-name') || 'certificate-report',
        retentionDays: days('retention-days', complaints),
        env: core/* getInput */.V4('env'),
        shard: command === 'observe' ? shardNumber(shard, complaints) : null,
        shards: shardCount(command === 'plan' && shard !== '' ? shard : core/* getInput */.V4('shards'), complaints),
        allowedRunners: allowedRunners(complaints),
    };
    if (complaints.length > 0)
        throw new complaint/* ConfigError */.xL(complaints);
    return inputs;
}
function choice(name, choices, complaints) {
    const value = core/* getInput */.V4(name);
    if (value === '')
        return null;
    const found = choices.find((one) => one === value);
    if (found === undefined)
        complaints.push(inputs_complaint(`The input ${name}: "${value}" is not known.`, `Write ${choices.join(', ')}.`));
    return found ?? null;
}
/** GitHub keeps artifacts between 1 and 90 days, in some plans longer. */
function days(name, complaints) {
    const value = core/* getInput */.V4(name);
    if (value === '')
        return null;
    if (/^[1-9]\d{0,2}$/.test(value))
        return Number(value);
    complaints.push(inputs_complaint(`The input ${name}: "${value}" is not a number of days.`, 'Write one from 1 to 90.'));
    return null;
}
function shardNumber(text, complaints) {
    const number = (0,plan/* parseShardNumber */.r)(text);
    if (number === null)
        complaints.push(inputs_complaint(`The input shard: "${text}" is not a shard.`, 'Write one as 2/8.'));
    return number;
}
/** `8`, or `/8`: so many shards, of which none is chosen yet. */
function shardCount(text, complaints) {
    const [, digits] = /^(?:\d{0,3}\/)?(\d{1,3})$/.exec(text === '' ? '0' : text) ?? [];
    if (digits !== undefined && Number(digits) <= limits/* shardLimits */.ni.shards)
        return Number(digits);
    const remedy = `Write a number up to ${limits/* shardLimits */.ni.shards}, or 0 for as many as there should be.`;
    complaints.push(inputs_complaint(`The input shards: "${text}" is not a number of shards.`, remedy));
    return 0;
}
function allowedRunners(complaints) {
    try {
        return (0,allowed_runners/* parseAllowedRunners */.h9)(core/* getInput */.V4('allowed-runners'));
    }
    catch (thrown) {
        if (!(thrown instanceof complaint/* ConfigError */.xL))
            throw thrown;
        complaints.push(...thrown.complaints);
        return [];
    }
}
function inputs_complaint(message, remedy) {
    return { place: null, message, remedy };
}

;// CONCATENATED MODULE: ./build/runner/report-artifact.js




/** Shards and monitors of one run take turns; a run with more of them than this has names of its own. */
const mostNames = 20;
const fewestDays = 1;
/** Where the runner does not tell the repository's own limit. */
const mostDays = 90;
/**
 * Uploads files below `root` as one artifact. A name that is taken in this run gets `-2`, `-3` … Never throws:
 * a service that fails is a note.
 */
async function uploadReport(files, root, wish, run) {
    if ((process.env['ACTIONS_RESULTS_URL'] ?? '') === '')
        return without(['This runner has no artifact service; the report was not uploaded.']);
    const notes = [];
    try {
        const present = await presentOf(files, root, notes);
        if (present.length === 0)
            return without([...notes, 'No report was uploaded: there is no file to upload.']);
        const retentionDays = daysKept(wish.retentionDays, run, notes);
        return await uploaded(present, root, { name: wish.name, retentionDays }, run, notes);
    }
    catch (thrown) {
        return without([...notes, failed(cause(thrown))]);
    }
}
async function uploaded(files, root, wish, run, notes) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(110), __webpack_require__.e(108), __webpack_require__.e(351), __webpack_require__.e(935)]).then(__webpack_require__.bind(__webpack_require__, 77935));
    const client = new DefaultArtifactClient();
    const options = wish.retentionDays === null ? {} : { retentionDays: wish.retentionDays };
    for (let turn = 1; turn <= mostNames; turn += 1) {
        const name = turn === 1 ? wish.name : `${wish.name}-${turn}`;
        const upload = () => client.uploadArtifact(name, [...files], root, options);
        const reply = await fromToolkit(upload, run.patience);
        if (reply.kind === 'returned')
            return addressed(name, reply.value.id, run, notes);
        if (reply.kind === 'timed-out' || !isTaken(reply.cause))
            return without([...notes, failed(reply.cause)]);
    }
    return without([
        ...notes,
        failed(`the name ${wish.name} and ${mostNames - 1} like it are taken in this run`),
    ]);
}
/** The service answers 409; the toolkit wraps it in a sentence. */
function isTaken(words) {
    return words.includes('(409)');
}
function addressed(name, id, { serverUrl, repository, id: runId }, notes) {
    if (id === undefined)
        return { id: null, url: null, name, notes };
    const url = `${serverUrl}/${repository}/actions/runs/${runId}/artifacts/${id}`;
    return { id: String(id), url, name, notes };
}
/** Only what is there and can be read: a file that fails amid the upload would take the whole program down. */
async function presentOf(files, root, notes) {
    const present = [];
    for (const file of files) {
        if (await report_artifact_readable(file))
            present.push(file);
    }
    const absent = files.filter((file) => !present.includes(file)).map((file) => (0,external_node_path_.relative)(root, file));
    if (absent.length > 0)
        notes.push(`The artifact is without ${(0,model_text/* listed */.KE)(absent)}: not a file that can be read.`);
    return present;
}
async function report_artifact_readable(file) {
    try {
        await (0,promises_.access)(file, promises_.constants.R_OK);
        return (await (0,promises_.lstat)(file)).isFile();
    }
    catch {
        return false;
    }
}
function daysKept(wish, run, notes) {
    if (wish === null)
        return null;
    const most = run.mostRetentionDays ?? mostDays;
    const kept = Math.max(fewestDays, Math.min(wish, most));
    if (kept !== wish)
        notes.push(`The artifact is kept for ${(0,model_text/* counted */.hS)(kept, 'day')}: ${wish} is not within ${fewestDays} and ${most}.`);
    return kept;
}
function failed(words) {
    return `The report was not uploaded as an artifact: ${inSentence(words)}.`;
}
function without(notes) {
    return { id: null, url: null, name: null, notes };
}

;// CONCATENATED MODULE: ./build/runner/octets.js

/** Reads a download to its end; one above the limit is not believed. */
async function octets(stream, most) {
    if (!(stream instanceof ReadableStream))
        throw new malformed/* Malformed */.s('the download is empty');
    const chunks = [];
    let length = 0;
    for await (const chunk of stream) {
        if (!(chunk instanceof Uint8Array))
            throw new malformed/* Malformed */.s('the download is not binary');
        length += chunk.length;
        if (length > most)
            throw new malformed/* Malformed */.s(`the download exceeds ${most} octets`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks, length);
}

;// CONCATENATED MODULE: ./build/runner/rest-answers.js


/** Reads the answer of `GET …/actions/artifacts`; leaves out what has no id or no run. */
function parseArtifacts(answer) {
    const list = at(answer, 'artifacts');
    if (!Array.isArray(list))
        throw new malformed/* Malformed */.s('the answer lists no artifacts');
    return list.flatMap((entry) => {
        const id = wholeNumber(at(entry, 'id'));
        const run = at(entry, 'workflow_run');
        const runId = wholeNumber(at(run, 'id'));
        if (id === null || runId === null)
            return [];
        return [
            {
                id,
                sizeBytes: wholeNumber(at(entry, 'size_in_bytes')) ?? Infinity,
                expired: at(entry, 'expired') !== false,
                createdAt: textOrNull(at(entry, 'created_at')) ?? '',
                runId,
                headRepositoryId: wholeNumber(at(run, 'head_repository_id')),
                headBranch: textOrNull(at(run, 'head_branch')),
            },
        ];
    });
}
/** Reads the answer of `GET …/actions/runs/{run_id}`. */
function parseRun(answer) {
    return {
        path: textOrNull(at(answer, 'path'))?.split('@')[0] ?? null,
        event: textOrNull(at(answer, 'event')) ?? '',
        headBranch: textOrNull(at(answer, 'head_branch')),
        headRepositoryId: wholeNumber(at(at(answer, 'head_repository'), 'id')),
    };
}
/** Reads the answer of `GET …/git/commits/{commit_sha}`: the first parent, `null` when there is none. */
function parseFirstParent(answer) {
    const parents = at(answer, 'parents');
    if (!Array.isArray(parents))
        throw new malformed/* Malformed */.s('the answer names no parents');
    return commitSha(at(parents[0], 'sha'));
}
/** The id of a commit, SHA-1 or SHA-256; what is none is `null`. */
function commitSha(value) {
    const sha = textOrNull(value);
    return sha !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) ? sha : null;
}

;// CONCATENATED MODULE: ./build/runner/older-artifact.js










const trustedEvents = ['schedule', 'workflow_dispatch', 'push'];
/** Two monitors in one run take turns at the name. */
const suffixes = ['', '-2', '-3'];
const perPage = 100;
/**
 * Restores a monitor's history from the newest report of an earlier run of this same workflow file, started by
 * schedule, hand or push on this repository's own default branch. All of it is checked like any hostile input.
 * Never throws.
 */
async function restoreFromArtifact(monitor, artifactName, run) {
    const { repositoryId, defaultBranch: branch, workflowPath: workflow } = run;
    if (run.token === null)
        return older_artifact_none('Without a token no earlier report can be looked at for its history.');
    if (repositoryId === null || branch === null || workflow === null)
        return older_artifact_none('The runner does not say which workflow this is, so no earlier report is believed.');
    try {
        const ask = await asker(run, run.token);
        const candidates = await artifactsNamed(artifactName, ask, { repositoryId, branch, workflow });
        return await newest(candidates, monitor, ask, { repositoryId, branch, workflow }, run);
    }
    catch (thrown) {
        return older_artifact_failed(thrown, run);
    }
}
/** Newest first. The listing itself tells what comes from a fork or another branch. */
async function artifactsNamed(name, ask, trust) {
    const found = [];
    for (const suffix of suffixes)
        found.push(...(await candidatesNamed(`${name}${suffix}`, ask, trust)));
    return found.sort((one, other) => other.createdAt.localeCompare(one.createdAt) || other.id - one.id);
}
/** Page by page, until there are as many as will be looked at. */
async function candidatesNamed(name, ask, trust) {
    const found = [];
    for (let page = 1; page <= limits/* historyLimits */.H4.artifactPages && found.length < limits/* historyLimits */.H4.runs; page += 1) {
        const parameters = { name, per_page: perPage, page };
        const listed = parseArtifacts(await ask(`GET ${repositoryRoute}/actions/artifacts`, parameters));
        found.push(...listed.filter((one) => isCandidate(one, trust)));
        if (listed.length < perPage)
            break;
    }
    return found;
}
function isCandidate({ expired, sizeBytes, headRepositoryId, headBranch }, { repositoryId, branch }) {
    return (!expired &&
        sizeBytes <= limits/* historyLimits */.H4.archiveBytes &&
        headRepositoryId === repositoryId &&
        headBranch === branch);
}
async function newest(candidates, monitor, ask, trust, run) {
    const notes = [];
    const runs = new Map();
    let downloads = 0;
    for (const artifact of candidates) {
        if (downloads >= limits/* historyLimits */.H4.downloads || runs.size >= limits/* historyLimits */.H4.runs)
            break;
        try {
            const origin = runs.get(artifact.runId) ?? (await runOf(artifact, ask));
            runs.set(artifact.runId, origin);
            if (!trusted(origin, trust))
                continue;
            downloads += 1;
            if (await unpacked(artifact, monitor, ask, run))
                return { kind: 'restored', notes };
        }
        catch (thrown) {
            if (isGone(thrown))
                continue;
            if (!(thrown instanceof malformed/* Malformed */.s))
                throw thrown;
            notes.push(`The history in the report of run ${artifact.runId} was not believed: ${cause(thrown)}.`);
        }
    }
    return { kind: 'none', notes };
}
async function runOf({ runId }, ask) {
    return parseRun(await ask(`GET ${repositoryRoute}/actions/runs/{run_id}`, { run_id: runId }));
}
function trusted(run, trust) {
    return (run.path === trust.workflow &&
        trustedEvents.includes(run.event) &&
        run.headBranch === trust.branch &&
        run.headRepositoryId === trust.repositoryId);
}
/** Downloads one report and puts its history, whole or not at all, into the monitor's folder. */
async function unpacked(artifact, monitor, ask, run) {
    const route = `GET ${repositoryRoute}/actions/artifacts/{artifact_id}/zip`;
    const stream = await ask(route, { artifact_id: artifact.id }, 'stream');
    const path = historyPath(monitor);
    const wanted = (name) => name.startsWith(path) && isHistoryFileName(name.slice(path.length));
    const files = readZip(await octets(stream, limits/* historyLimits */.H4.archiveBytes), wanted, limits/* historyLimits */.H4);
    const folder = historyFolder(run.temporary, monitor);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(folder), { recursive: true });
    const fresh = await (0,promises_.mkdtemp)(`${folder}.`);
    try {
        let count = 0;
        for (const { name, bytes } of files) {
            await (0,promises_.writeFile)((0,external_node_path_.join)(fresh, name.slice(path.length)), bytes, { flag: 'wx' });
            count += 1;
        }
        if (count === 0)
            return false;
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        await (0,promises_.rename)(fresh, folder);
        return true;
    }
    finally {
        await (0,promises_.rm)(fresh, { recursive: true, force: true });
    }
}
function older_artifact_failed(thrown, run) {
    const { forbidden, words } = failure(thrown, run);
    if (forbidden)
        return older_artifact_none('Earlier reports were not looked at for their history: the token lacks the permission actions: read.');
    return { kind: 'unknown', notes: [`Earlier reports could not be looked at for their history: ${words}.`] };
}
function older_artifact_none(note) {
    return { kind: 'none', notes: [note] };
}

;// CONCATENATED MODULE: ./build/runner/restore-history.js



/**
 * Restores a monitor's history: the newest entry of the cache, else the newest trustworthy report of an earlier run.
 * Never throws: a service that fails is a note, and leaves the history unknown rather than empty.
 */
async function restoreHistory(monitor, artifactName, run) {
    const folder = historyFolder(run.temporary, monitor);
    const cache = await restoreFromCache(monitor, run);
    if (cache.kind === 'restored')
        return { folder, source: 'cache', cacheable: true, attachable: true, notes: cache.notes };
    const artifact = await restoreFromArtifact(monitor, artifactName, run);
    const notes = [...cache.notes, ...artifact.notes];
    const answered = artifact.kind !== 'unknown';
    const restored = artifact.kind === 'restored';
    return {
        folder,
        source: restored ? 'artifact' : null,
        cacheable: cache.kind === 'timed-out' ? false : restored || (cache.kind === 'none' && answered),
        attachable: answered,
        notes: restored
            ? [...notes, 'The history comes from the report of an earlier run; the cache had none.']
            : notes,
    };
}

// EXTERNAL MODULE: ./build/deliver/retry-after.js
var retry_after = __webpack_require__(12911);
;// CONCATENATED MODULE: ./build/deliver/github.js



const pausesMs = [1000, 4000];
/** GitHub asks for a second between writes, and for a minute where it does not say how long its limit lasts. */
const betweenWritesMs = 1000;
const unnamedLimitMs = 60_000;
/** One budget of time stands over all that is asked through the result. */
function politely({ now, elapsedMs, pause }) {
    const end = elapsedMs() + limits/* timeLimits */.ic.issuesMs;
    let wrote = false;
    const rest = async (ms) => {
        if (elapsedMs() + ms >= end)
            return false;
        await pause(ms);
        return true;
    };
    return async ({ send, repeatable, writes }) => {
        if (writes && wrote && !(await rest(betweenWritesMs)))
            return spent;
        if (elapsedMs() >= end)
            return spent;
        wrote ||= writes;
        for (let tries = 1;; tries += 1) {
            const answer = await send();
            const limited = limitMs(answer, now());
            const outcome = limited === null ? outcomeOf(answer) : postponed(answer);
            if (outcome.kind === 'done' || outcome.kind === 'refused' || tries === limits/* timeLimits */.ic.apiTries)
                return outcome;
            if (limited === null && !repeatable)
                return outcome;
            if (!(await rest(limited ?? pausesMs[tries - 1] ?? 0)))
                return outcome;
        }
    };
}
const spent = {
    kind: 'postponed',
    words: `the ${limits/* timeLimits */.ic.issuesMs / 1000} s for issues were used up`,
};
function outcomeOf(answer) {
    if (answer.kind === 'silent')
        return { kind: 'uncertain', words: answer.words };
    const { status, body } = answer;
    if (status >= 200 && status < 300)
        return { kind: 'done', body };
    const words = `status ${status}, ${textOrNull(at(body, 'message')) ?? 'no reason given'}`;
    return status >= 500 ? { kind: 'uncertain', words } : { kind: 'refused', status, words };
}
function postponed(answer) {
    const told = outcomeOf(answer);
    return told.kind === 'done' ? told : { kind: 'postponed', words: told.words };
}
/** How long GitHub's limits want us to wait; `null` where none was met. */
function limitMs(answer, now) {
    if (answer.kind === 'silent' || (answer.status !== 429 && answer.status !== 403))
        return null;
    const { status, headers, body } = answer;
    const asked = (0,retry_after/* retryAfterMs */.V)(headers['retry-after'], now, pausesMs[0]);
    if (asked !== null)
        return asked;
    if (headers['x-ratelimit-remaining'] === '0') {
        const reset = Number(headers['x-ratelimit-reset']) * 1000 - now.getTime();
        return Number.isNaN(reset) ? unnamedLimitMs : Math.max(reset, pausesMs[0]);
    }
    const words = textOrNull(at(body, 'message')) ?? '';
    return status === 429 || /rate limit|abuse/iu.test(words) ? unnamedLimitMs : null;
}

// EXTERNAL MODULE: ./build/model/rule-id.js
var rule_id = __webpack_require__(78098);
;// CONCATENATED MODULE: ./build/model/issue-marker.js




const mostMembers = 2000;
const mostRules = 100;
const longestText = 10_000;
const issue_marker_form = /^\s*<!-- certificate-monitor (\{[ -~]{1,20000}\}) -->/;
/**
 * The marker as a comment in HTML, JSON in ASCII without a sign that could end it. Of very many endpoints the first
 * ones stand there: the history knows the others.
 */
function renderMarker(marker) {
    for (let { members } = marker;; members = members.slice(0, Math.floor(members.length / 2))) {
        const text = `<!-- certificate-monitor ${inert({ ...marker, members: members.map(memberJson) })} -->`;
        if (text.length <= limits/* shownLimits */.CV.issueMarkerCharacters || members.length === 0)
            return text;
    }
}
/** The marker at the head of a body; `null` where there is none, or one that nobody of us wrote. */
function parseMarker(body) {
    const found = json(issue_marker_form.exec(body)?.[1] ?? '');
    const [monitor, key, title, digest] = ['monitor', 'key', 'title', 'digest'].map((name) => issue_marker_text(at(found, name)));
    const members = at(found, 'members');
    if (monitor === null || monitor === undefined || key === null || key === undefined)
        return null;
    if (!Array.isArray(members) || members.length > mostMembers)
        return null;
    return {
        monitor,
        key,
        title: title ?? '',
        digest: digest ?? '',
        closed: at(found, 'closed') === true,
        config: issue_marker_text(at(found, 'config')),
        members: members.flatMap((member) => memberOf(member) ?? []),
    };
}
function memberJson({ id, rules }) {
    return { id, rules: Object.fromEntries(rules.map(({ rule, severity }) => [rule, severity])) };
}
function memberOf(value) {
    const id = issue_marker_text(at(value, 'id'));
    const rules = at(value, 'rules');
    if (id === null || typeof rules !== 'object' || rules === null)
        return null;
    return {
        id,
        rules: Object.entries(rules)
            .slice(0, mostRules)
            .flatMap(([rule, severity]) => told(rule, severity) ?? []),
    };
}
const known = new Map(rule_id/* ruleIds */.Z.map((id) => [id, id]));
function told(named, said) {
    const rule = known.get(named);
    const severity = finding/* severities */.g.find((one) => one === said);
    return rule === undefined || severity === undefined ? null : { rule, severity };
}
function inert(value) {
    return JSON.stringify(value).replace(/[^ -~]|[<>&-]/gu, (character) => Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
        .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
        .join(''));
}
function json(marked) {
    try {
        return JSON.parse(marked);
    }
    catch {
        return null;
    }
}
function issue_marker_text(value) {
    const said = textOrNull(value);
    return said === null || said.length > longestText ? null : said;
}

;// CONCATENATED MODULE: ./build/deliver/issue-answers.js


/** Reads a list of issues; what is none is left out. `null`: the answer is no list. */
function parseIssues(answer) {
    return Array.isArray(answer) ? answer.flatMap((one) => parseIssue(one) ?? []) : null;
}
/** Reads one issue; `null` for a pull request, and for what is no issue at all. */
function parseIssue(answer) {
    const number = wholeNumber(at(answer, 'number'));
    const state = at(answer, 'state');
    if (number === null || number <= 0 || (state !== 'open' && state !== 'closed'))
        return null;
    if ((at(answer, 'pull_request') ?? null) !== null)
        return null;
    const closedAt = new Date(textOrNull(at(answer, 'closed_at')) ?? Number.NaN);
    return {
        number,
        open: state === 'open',
        closedAt: Number.isNaN(closedAt.getTime()) ? null : closedAt,
        marker: parseMarker(textOrNull(at(answer, 'body')) ?? ''),
        author: parseLogin(at(answer, 'user')),
    };
}
/** Whether an answer speaks of this issue: one that was moved to another repository is answered from there. */
function isIssueOf(answer, repository, number) {
    const address = textOrNull(at(answer, 'repository_url')) ?? '';
    return (at(answer, 'number') === number && address.toLowerCase().endsWith(`/repos/${repository.toLowerCase()}`));
}
function parseLogin(user) {
    return textOrNull(at(user, 'login'));
}
/** Whether a comment of this account says just this. */
function isComment(comment, login, body) {
    const said = textOrNull(at(comment, 'body'))?.replaceAll('\r\n', '\n').trim();
    return parseLogin(at(comment, 'user')) === login && said === body.trim();
}

;// CONCATENATED MODULE: ./build/deliver/issue-requests.js

function issueRequests({ call }, ask) {
    let refusal = null;
    const send = async (route, parameters, repeatable) => {
        if (refusal !== null)
            return { kind: 'postponed', words: refusal.words };
        const writes = !route.startsWith('GET ');
        const outcome = await ask({ send: () => call(route, parameters), repeatable, writes });
        if (outcome.kind === 'refused' && isFinal(outcome, writes))
            refusal = outcome;
        return outcome;
    };
    const once = async ({ route, parameters, read, happened }) => {
        for (let tries = 1;; tries += 1) {
            const outcome = await send(route, parameters, false);
            const answer = outcome.kind === 'done' ? read(outcome.body) : null;
            if (answer !== null)
                return answer;
            if (outcome.kind === 'refused' || outcome.kind === 'postponed')
                return outcome;
            const there = await happened();
            if (there !== null && there !== 'unknown')
                return there;
            if (there === 'unknown' || tries === limits/* timeLimits */.ic.apiTries)
                return uncertain(outcome);
        }
    };
    return {
        read: (route, parameters) => send(route, parameters, true),
        write: (route, parameters) => send(route, parameters, true),
        once,
        refusal: () => refusal,
    };
}
function uncertain(outcome) {
    return outcome.kind === 'done' ? { kind: 'uncertain', words: 'an answer that makes no sense' } : outcome;
}
/** One that is locked is a matter of that issue alone. */
function isFinal({ status, words }, writes) {
    if (status === 410)
        return /disabled/iu.test(words);
    return status === 401 || (writes && status === 403 && !/locked/iu.test(words));
}
function isRefusedAs(outcome, status) {
    return isOutcome(outcome) && outcome.kind === 'refused' && outcome.status === status;
}
/** Why something did not come to be, after a colon; empty where nobody said. */
function why(outcome) {
    return isOutcome(outcome) && outcome.kind !== 'done' ? `: ${outcome.words}` : '';
}
function isOutcome(value) {
    return typeof value === 'object' && value !== null && 'kind' in value;
}

;// CONCATENATED MODULE: ./build/deliver/our-issues.js




const issuesRoute = '/repos/{owner}/{repo}/issues';
const our_issues_perPage = 100;
/** One that was closed earlier is not opened again. */
const closedMs = 31 * model_certificate/* dayMs */.LP;
/**
 * Our issues, and nobody else's: those of the history, and those that carry our marker and were written by the very
 * account that the token acts for. What could not be asked is unknown, not absent: then nothing is found at all.
 */
async function ourIssues(search, { call, login: askLogin }, ask) {
    const read = (route, parameters = {}) => ask({ send: () => call(route, parameters), repeatable: true, writes: false });
    const login = await accountOf(askLogin, read, ask);
    if (typeof login !== 'string')
        return login;
    const since = new Date(search.now.getTime() - closedMs).toISOString();
    const open = await listed({ creator: login, state: 'open' }, read);
    if (!isList(open))
        return open;
    const closed = await listed({ creator: login, state: 'closed', since, sort: 'updated' }, read);
    if (!isList(closed))
        return closed;
    const marked = [...open, ...closed].filter(({ author, marker }) => author === login && marker?.monitor === search.monitor);
    const known = new Map(marked.map((issue) => [issue.number, issue]));
    for (const number of search.numbers) {
        if (known.has(number))
            continue;
        const issue = await remembered(number, search.repository, read);
        if (issue !== null && 'kind' in issue)
            return issue;
        if (issue !== null)
            known.set(number, issue);
    }
    return { kind: 'found', login, known: [...known.values()] };
}
async function accountOf(login, read, ask) {
    const viewer = await ask({ send: login, repeatable: true, writes: false });
    if (viewer.kind === 'done' && typeof viewer.body === 'string')
        return viewer.body;
    if (viewer.kind !== 'refused')
        return unknown(viewer, 'which account the token acts for');
    const user = await read('GET /user');
    const named = user.kind === 'done' ? parseLogin(user.body) : null;
    return named ?? unknown(user, 'which account the token acts for');
}
async function listed(filter, read) {
    const found = [];
    for (let page = 1; page <= limits/* timeLimits */.ic.issuePages; page += 1) {
        const outcome = await read(`GET ${issuesRoute}`, { ...filter, per_page: our_issues_perPage, page });
        const issues = outcome.kind === 'done' ? parseIssues(outcome.body) : null;
        if (outcome.kind !== 'done' || issues === null)
            return unknown(outcome, 'its issues');
        found.push(...issues);
        if (Array.isArray(outcome.body) && outcome.body.length < our_issues_perPage)
            return found;
    }
    // Of closed ones the latest are enough; of open ones each may be ours.
    if (filter['state'] === 'closed')
        return found;
    const words = `the token's account has more than ${(0,model_text/* counted */.hS)(limits/* timeLimits */.ic.issuePages * our_issues_perPage, 'open issue')}`;
    return { kind: 'unknown', status: null, words };
}
/** `null`: deleted, moved away, or never an issue. */
async function remembered(number, repository, read) {
    const outcome = await read(`GET ${issuesRoute}/{issue_number}`, { issue_number: number });
    if (outcome.kind === 'done')
        return isIssueOf(outcome.body, repository, number) ? parseIssue(outcome.body) : null;
    if (outcome.kind === 'refused' && [301, 404, 410].includes(outcome.status))
        return null;
    return unknown(outcome, `issue ${number}`);
}
function unknown(outcome, what) {
    const status = outcome.kind === 'refused' ? outcome.status : null;
    const words = outcome.kind === 'done' ? 'an answer that makes no sense' : outcome.words;
    return { kind: 'unknown', status, words: `GitHub did not tell ${what}: ${words}` };
}
function isList(answer) {
    return Array.isArray(answer);
}

;// CONCATENATED MODULE: ./build/deliver/issue-trimmings.js





const labelColor = 'b60205';
const labelsRoute = '/repos/{owner}/{repo}/labels';
/** Makes the labels that are missing; answers what was in the way, a sentence each. */
async function makeLabels(labels, { read, write }) {
    const remarks = [];
    for (const name of labels) {
        const there = await read(`GET ${labelsRoute}/{name}`, { name });
        if (!isRefusedAs(there, 404))
            continue;
        const made = await write(`POST ${labelsRoute}`, { name, color: labelColor });
        // Another run has made it meanwhile.
        if (made.kind !== 'done' && !isRefusedAs(made, 422))
            remarks.push(`The label ${name} was not made${why(made)}.`);
    }
    return remarks;
}
/**
 * Assigns an issue, in a call of its own: one name that cannot be assigned makes GitHub refuse all that comes with
 * it. Answers what was in the way.
 */
async function issue_trimmings_assign(number, assignees, { write }) {
    const wanted = assignees.map((name) => name.replace(/^@/u, ''));
    if (wanted.length === 0)
        return [];
    const outcome = await write(`POST ${issuesRoute}/{issue_number}/assignees`, {
        issue_number: number,
        assignees: wanted,
    });
    if (outcome.kind !== 'done')
        return [`Issue ${number} was assigned to nobody (${(0,model_text/* listed */.KE)(wanted)})${why(outcome)}.`];
    const assigned = at(outcome.body, 'assignees');
    const names = Array.isArray(assigned)
        ? assigned.map((user) => parseLogin(user)?.toLowerCase())
        : [];
    const missing = wanted.filter((name) => !names.includes(name.toLowerCase()));
    return missing.length === 0 ? [] : [`Issue ${number} could not be assigned to ${(0,model_text/* listed */.KE)(missing)}.`];
}

;// CONCATENATED MODULE: ./build/deliver/issues.js




const issueRoute = `${issuesRoute}/{issue_number}`;
/** Their clock and ours. */
const skewMs = 300_000;
function issueDesk({ client, ask, login, settings, since }) {
    const requests = issueRequests(client, ask);
    const troubles = [];
    const remarks = [];
    let labelled = false;
    const failed = (what, outcome) => {
        if (requests.refusal() === null)
            troubles.push(what + why(outcome));
    };
    const remark = (sentences) => {
        if (requests.refusal() === null)
            remarks.push(...sentences);
    };
    const comment = async (number, body) => {
        const told = await commented(number, body, { requests, login, since });
        if (told !== true)
            failed(`issue ${number} could not be commented on`, told);
        return told === true;
    };
    const patch = async (number, change, what) => {
        const outcome = await requests.write(`PATCH ${issueRoute}`, { issue_number: number, ...change });
        if (outcome.kind !== 'done')
            failed(`issue ${number} could not be ${what}`, outcome);
        return outcome.kind === 'done';
    };
    const open = async (work) => {
        if (!labelled)
            remark(await makeLabels(settings.labels, requests));
        labelled = true;
        let number = await opened(work, settings.labels, { requests, login });
        // A label that GitHub will not have must not cost the issue.
        if (isRefusedAs(number, 422))
            number = await opened(work, [], { requests, login });
        if (typeof number !== 'number') {
            failed('an issue could not be opened', number);
            return { number: null, done: false, told: false };
        }
        remark(await issue_trimmings_assign(number, settings.assignees, requests));
        return { number, done: true, told: true };
    };
    const edit = async (work) => {
        const { number, title, body } = work;
        const told = work.comment === null || (await comment(number, work.comment));
        // The text says what was told: until then it stays as it is.
        if (body === null || !told)
            return { number, done: told, told };
        const done = await patch(number, { body, ...(title === null ? {} : { title }) }, 'written anew');
        return { number, done, told };
    };
    const write = async (work) => {
        if (work.kind === 'open')
            return open(work);
        if (work.kind === 'edit')
            return edit(work);
        const { number, body } = work;
        const change = work.kind === 'close'
            ? { state: 'closed', state_reason: work.reason }
            : { state: 'open', state_reason: 'reopened', ...(work.title === null ? {} : { title: work.title }) };
        const what = work.kind === 'close' ? 'closed' : 'reopened';
        const done = await patch(number, { ...change, ...(body === null ? {} : { body }) }, what);
        return { number, done, told: done && (await comment(number, work.comment)) };
    };
    return { write, troubles, remarks, refusal: requests.refusal };
}
/** The number of the new issue, or why there is none. */
async function opened({ title, body, monitor, key }, labels, { requests, login }) {
    return requests.once({
        route: `POST ${issuesRoute}`,
        parameters: { title, body, ...(labels.length === 0 ? {} : { labels }) },
        read: (answer) => parseIssue(answer)?.number ?? null,
        happened: async () => {
            const newest = { creator: login, state: 'open', sort: 'created', direction: 'desc', per_page: 100 };
            const outcome = await requests.read(`GET ${issuesRoute}`, newest);
            const issues = outcome.kind === 'done' ? parseIssues(outcome.body) : null;
            if (issues === null)
                return 'unknown';
            const ours = issues.find(({ author, marker }) => author === login && marker?.monitor === monitor && marker.key === key);
            return ours?.number ?? null;
        },
    });
}
/** `true`, or why the comment does not stand there. */
async function commented(number, body, { requests, login, since }) {
    const earliest = new Date(since.getTime() - skewMs).toISOString();
    return requests.once({
        route: `POST ${issueRoute}/comments`,
        parameters: { issue_number: number, body },
        read: () => true,
        happened: async () => {
            const parameters = { issue_number: number, since: earliest, per_page: 100 };
            const outcome = await requests.read(`GET ${issueRoute}/comments`, parameters);
            if (outcome.kind !== 'done' || !Array.isArray(outcome.body))
                return 'unknown';
            return outcome.body.some((one) => isComment(one, login, body)) ? true : null;
        },
    });
}

// EXTERNAL MODULE: ./build/history/answered.js
var answered = __webpack_require__(66816);
// EXTERNAL MODULE: ./build/history/outage.js
var outage = __webpack_require__(59316);
// EXTERNAL MODULE: ./build/history/standing.js
var standing = __webpack_require__(98567);
// EXTERNAL MODULE: ./build/history/told.js
var history_told = __webpack_require__(48130);
// EXTERNAL MODULE: ./build/history/missed.js
var missed = __webpack_require__(13170);
// EXTERNAL MODULE: ./build/history/news.js
var news = __webpack_require__(38436);
;// CONCATENATED MODULE: ./build/history/issues/member.js





/** A change has nobody to put it right, and one run sees it: its issue stays this long for a person to read it. */
const changeMs = 7 * model_certificate/* dayMs */.LP;
function member_memberOf(assessment, before, now) {
    if (!(0,answered/* wasAsked */.gg)(assessment.observation))
        return untouched(assessment, before);
    const told = before ?? { rules: [], missed: [] };
    const lasting = told.missed.filter(({ at }) => now.getTime() - at.getTime() < changeMs);
    const seen = (0,missed/* withMissed */.W)(assessment, { missed: lasting });
    const troubles = seen.findings.filter((finding) => (0,standing/* counts */.tQ)(finding) && finding.severity !== 'notice');
    const changes = (0,missed/* missedChanges */.F)(troubles, now);
    const counted = [
        ...(0,standing/* standing */.JA)(seen, told).counted.filter(({ rule }) => !(0,standing/* isChange */.Xb)({ rule })),
        ...changes.map(({ rule, severity }) => ({ rule, severity })),
    ].filter(({ severity }) => severity !== 'notice');
    const status = (0,standing/* worst */.QZ)(counted);
    return {
        assessment: seen,
        before,
        status,
        counted,
        fresh: [...new Set([...(0,news/* freshFindings */.HD)(troubles, told.rules), ...happened(assessment.findings, troubles)])],
        changes,
        asked: true,
        waived: status === 'success' && seen.findings.some(isWaivedTrouble),
    };
}
/** A change that this run has seen is new, whatever was told of an earlier one of its kind. */
function happened(found, troubles) {
    return troubles.filter((finding) => (0,standing/* isChange */.Xb)(finding) && found.includes(finding));
}
function untouched(assessment, before) {
    const counted = before?.rules ?? [];
    const changes = before?.missed ?? [];
    const status = (0,standing/* worst */.QZ)(counted);
    return { assessment, before, status, counted, fresh: [], changes, asked: false, waived: false };
}
function isWaivedTrouble({ severity, waivedUntil }) {
    return waivedUntil !== null && severity !== 'notice';
}
/** Whether it is worse than its issue has told. */
function isRisen({ status, before, asked }) {
    return asked && (0,standing/* isWorse */.Bx)(status, (0,standing/* worst */.QZ)(before?.rules ?? []));
}
function isTroubled({ status }) {
    return status !== 'success';
}
function idOf({ assessment }) {
    return assessment.observation.target.id;
}

;// CONCATENATED MODULE: ./build/history/issues/home.js

/**
 * Finds each endpoint's issue: by the number in its memory, else by the markers, which outlive a lost history. An
 * open one goes before a closed one, the older before the younger: of two that run at once, both choose the same.
 */
function housed(assessments, known, now) {
    const marked = byMember(known);
    const numbered = new Map(known.map((issue) => [issue.number, issue]));
    return assessments.map((assessment) => {
        const { id } = assessment.observation.target;
        const remembered = assessment.comparison.before?.issue ?? null;
        const own = remembered?.number === null ? undefined : numbered.get(remembered?.number ?? 0);
        const home = [...(own === undefined ? [] : [own]), ...(marked.get(id) ?? [])].toSorted(openFirst)[0] ?? null;
        return { member: member_memberOf(assessment, toldBy(home, remembered, id), now), home };
    });
}
/** What an endpoint's issue has told: as remembered of that very issue, else as the issue itself says. */
function toldBy(home, remembered, id) {
    if (home === null)
        return remembered?.number === null ? remembered : null;
    const { number, open, marker } = home;
    const ours = remembered?.number === number ? remembered : null;
    // One that we left open and that is closed was closed by somebody else.
    const closed = ours?.state === 'closed' || marker?.closed === true ? 'closed' : 'acknowledged';
    return {
        number,
        key: ours?.key ?? marker?.key ?? id,
        state: open ? 'open' : closed,
        rules: ours?.rules ?? marker?.members.find((member) => member.id === id)?.rules ?? [],
        missed: remembered?.missed ?? [],
    };
}
function byMember(known) {
    const found = new Map();
    for (const issue of known) {
        for (const { id } of issue.marker?.members ?? []) {
            const others = found.get(id);
            if (others === undefined)
                found.set(id, [issue]);
            else
                others.push(issue);
        }
    }
    return found;
}
function openFirst(one, other) {
    if (one.open !== other.open)
        return one.open ? -1 : 1;
    return one.open ? one.number - other.number : latestFirst(one, other);
}
/** By the time they were closed. */
function latestFirst(one, other) {
    return (other.closedAt?.getTime() ?? 0) - (one.closedAt?.getTime() ?? 0) || one.number - other.number;
}

;// CONCATENATED MODULE: ./build/history/issues/key.js


const digestKey = 'digest';
/** The marker has room for no more; paths of files may be longer. */
const longestId = 1000;
/** What an issue about an endpoint is about: the endpoint, the certificate it shares with others, or all that is new. */
function keyFor(assessment, mode, now) {
    const { id } = assessment.observation.target;
    if (mode === 'digest')
        return digestKey;
    const own = id.length > longestId ? `sha256 ${(0,external_node_crypto_.createHash)('sha256').update(id).digest('hex')}` : id;
    return mode === 'per-domain' ? own : (certificateKey(assessment, now) ?? own);
}
/** By the leaf that is served, the first to expire, else by the one last known; `null` before any was seen. */
function certificateKey({ observation, comparison }, now) {
    const served = (0,answered/* servedLeaves */.yo)(observation, now);
    const { certificates = [], settled = [] } = comparison.before ?? {};
    const last = certificates.filter(({ sha256 }) => settled.includes(sha256));
    const [leaf] = (served.length > 0 ? served : last).toSorted(bySoonestEnd);
    return leaf === undefined ? null : `certificate ${leaf.sha256}`;
}
function bySoonestEnd(one, other) {
    const [first, second] = [one, other].map(({ notAfter }) => notAfter?.getTime() ?? Number.MAX_SAFE_INTEGER);
    return (first ?? 0) - (second ?? 0) || (one.sha256 < other.sha256 ? -1 : 1);
}

;// CONCATENATED MODULE: ./build/history/issues/strays.js
/**
 * Open issues that no endpoint of the run belongs to. Two runs at once may have opened two for one thing: the older
 * one stays. One whose endpoints have left the config would never close; those of an input may be another run's.
 */
function strays(known, groups, { assessments, run }) {
    const watched = new Set(assessments.map(({ observation }) => observation.target.id));
    return known.flatMap((issue) => {
        const { open, marker } = issue;
        if (!open || groups.has(issue) || marker === null || marker.closed || marker.members.length === 0)
            return [];
        const still = marker.members.filter(({ id }) => watched.has(id));
        if (still.length > 0)
            return [{ kind: 'retire', issue, because: 'duplicate' }];
        const named = marker.config !== null && marker.config === run.config?.path;
        return named ? [{ kind: 'retire', issue, because: 'unwatched' }] : [];
    });
}

;// CONCATENATED MODULE: ./build/history/issues/plan.js






/** One that returns within this time is the old trouble. */
const reopenMs = 30 * model_certificate/* dayMs */.LP;
/**
 * What the issues need after a run, the most urgent first. Under a blast radius nothing; and what was not observed
 * neither opens nor closes any.
 */
function issuePlan({ report, known, settings }) {
    if ((0,outage/* blastRadius */.X2)(report) !== null)
        return [];
    const { assessments, now } = report;
    const all = housed(assessments, known, now);
    const inOpen = all.filter(({ home }) => home?.open === true);
    const { joining, fresh } = admission(all, { report, known, settings });
    const groups = Map.groupBy([...inOpen, ...joining], ({ home }) => home);
    const going = [...groups].flatMap(([issue, those]) => issue === null ? [] : stepFor(issue, membersOf(those)));
    const steps = [...fresh, ...going, ...strays(known, groups, report)];
    return mostUrgentFirst([...steps, ...plan_left(all, steps)]);
}
/** Trouble without an open issue; what a person has closed is acknowledged until it is worse. */
function isWanting({ member, home }) {
    if (home?.open === true || !member.asked || !isTroubled(member))
        return false;
    return home === null || member.before?.state !== 'acknowledged' || isRisen(member);
}
/** Where trouble without an open issue goes. A flood of new issues is one digest instead. */
function admission(all, { report, known, settings }) {
    const { now } = report;
    const open = openByKey(known, all, now);
    const wanting = all.filter(isWanting);
    const own = wanting.map(({ member }) => keyFor(member.assessment, settings.mode, now));
    const alone = new Set(own.filter((key) => !open.has(key)));
    const flood = alone.size > settings.digestAbove;
    const placed = wanting.map((one, index) => {
        const key = own[index] ?? digestKey;
        return { one, key: flood && alone.has(key) ? digestKey : key };
    });
    const joining = placed.flatMap(({ one: { member }, key }) => {
        const home = open.get(key);
        return home === undefined ? [] : [{ member, home }];
    });
    const groups = Map.groupBy(placed.filter(({ key }) => !open.has(key)), ({ key }) => key);
    const staying = all.filter((one) => !wanting.includes(one));
    const fresh = [...groups].map(([key, those]) => {
        const members = those.map(({ one }) => one);
        return opening(key, members, staying, { known, now });
    });
    return { joining, fresh };
}
/** The open issue for each key: the oldest that says so; for a certificate, also the one where it is served now. */
function openByKey(known, all, now) {
    const found = new Map();
    const add = (key, issue) => {
        if (key === null || key === undefined || issue?.open !== true)
            return;
        const other = found.get(key);
        if (other === undefined || issue.number < other.number)
            found.set(key, issue);
    };
    for (const { member, home } of all) {
        add(member.before?.key, home);
        if (home?.marker?.key.startsWith('certificate ') === true && isTroubled(member))
            add(certificateKey(member.assessment, now), home);
    }
    for (const issue of known)
        add(issue.marker?.key, issue);
    return found;
}
/** A new issue, or the last one about the same, with what it covered and no other issue is to tell of. */
function opening(key, those, staying, { known, now }) {
    const about = (issue) => issue.marker?.key ?? those.find(({ home }) => home === issue)?.member.before?.key ?? null;
    const [issue] = known
        .filter((issue) => !issue.open && isRecent(issue, now) && about(issue) === key)
        .toSorted((one, other) => latestFirst(one, other));
    if (issue === undefined)
        return { kind: 'open', subject: { key, members: membersOf(those) } };
    const covered = staying.filter(({ home }) => home === issue);
    return { kind: 'reopen', issue, subject: { key, members: membersOf([...those, ...covered]) } };
}
function isRecent({ closedAt }, now) {
    return closedAt !== null && now.getTime() - closedAt.getTime() <= reopenMs;
}
function stepFor(issue, members) {
    const key = issue.marker?.key ?? members.find(({ before }) => before !== null)?.before?.key ?? '';
    const subject = { key, members };
    if (members.some(isTroubled)) {
        return members.some(({ asked }) => asked) ? [{ kind: 'update', issue, subject }] : [];
    }
    // Nobody has looked, or a person keeps it open for a purpose of their own.
    if (members.some(({ asked }) => !asked) || issue.marker?.closed === true)
        return [];
    const because = members.some(({ waived }) => waived) ? 'waived' : 'healthy';
    return [{ kind: 'close', issue, subject, because }];
}
/** The endpoints whose issue stays as it is, open or closed. */
function plan_left(all, steps) {
    const moved = new Set(steps.flatMap((step) => ('subject' in step ? step.subject.members.map(idOf) : [])));
    const staying = Map.groupBy(all.filter(({ member, home }) => home !== null && !moved.has(idOf(member))), ({ home }) => home);
    return [...staying].flatMap(([issue, those]) => {
        if (issue === null)
            return [];
        const members = membersOf(those);
        const key = issue.marker?.key ?? members[0]?.before?.key ?? '';
        return [{ kind: 'leave', issue, subject: { key, members } }];
    });
}
function membersOf(those) {
    return those.map(({ member }) => member);
}
function mostUrgentFirst(steps) {
    return steps.toSorted((one, other) => urgency(one) - urgency(other));
}
function urgency(step) {
    if (step.kind === 'leave')
        return 5;
    if (step.kind === 'retire')
        return 4;
    if (step.kind === 'close')
        return 2;
    const error = step.subject.members.some(({ status, fresh }) => status === 'error' && fresh.length > 0);
    if (step.kind === 'update' && step.subject.members.every(({ fresh }) => fresh.length === 0))
        return 3;
    return error ? 0 : 1;
}

;// CONCATENATED MODULE: ./build/history/issues/keep.js






/** The memories to keep, with what became of the issues. */
function withIssues(memories, report, outcomes) {
    if ((0,outage/* blastRadius */.X2)(report) !== null)
        return memories;
    const kept = new Map(outcomes.flatMap((outcome) => 'subject' in outcome.step
        ? outcome.step.subject.members.map((member) => [idOf(member), after(outcome, member, report.now)])
        : []));
    const asked = askedIds(report);
    return memories.map((memory) => {
        const issue = kept.get(memory.id);
        if (issue !== undefined)
            return { ...memory, issue };
        // Nothing to tell, and no issue to be found any more.
        return asked.has(memory.id) ? { ...memory, issue: null } : memory;
    });
}
/** The memories to keep, and who was not told, when GitHub could not be asked for our issues. */
function withoutGitHub(memories, { assessments, now }) {
    const members = new Map(assessments.map((assessment) => {
        const member = member_memberOf(assessment, assessment.comparison.before?.issue ?? null, now);
        return [idOf(member), member];
    }));
    return {
        memories: memories.map((memory) => {
            const member = members.get(memory.id);
            return member === undefined
                ? memory
                : { ...memory, issue: untold(member, member.before?.state ?? 'open') };
        }),
        waiting: [...members].flatMap(([id, member]) => (isWaiting(member) ? [id] : [])),
    };
}
/**
 * Whether GitHub has to be asked. When all is well, too: a run that could not save its history may have left an issue
 * open that no later one remembers.
 */
function isWorthAsking(report) {
    return (0,outage/* blastRadius */.X2)(report) === null && askedIds(report).size > 0;
}
function isWaiting(member) {
    const { before, asked, fresh } = member;
    if (!asked)
        return false;
    return isTroubled(member) ? fresh.length > 0 : before?.state === 'open' && before.number !== null;
}
function after({ step, number, done, told }, member, now) {
    switch (step.kind) {
        case 'open':
        case 'reopen':
        case 'update': {
            const { key } = step.subject;
            // Where it was told and the text could not follow, the next run writes the text alone.
            if (number === null || (!done && !told))
                return untold(member, member.before?.state ?? 'open');
            if (!told)
                return { number, key, state: 'open', rules: still(member), missed: member.changes };
            return { number, key, state: 'open', rules: member.counted, missed: member.changes };
        }
        case 'close':
            if (!done)
                return untold(member, 'open');
            return { number, key: step.subject.key, state: 'closed', rules: [], missed: [] };
        case 'leave': {
            const over = !step.issue.open && member.asked && !isTroubled(member);
            if (over && !isRecent(step.issue, now))
                return null;
            return untold(member, over ? 'closed' : (member.before?.state ?? 'open'));
        }
        case 'retire':
            return member.before;
    }
}
/** As it was, without what is over; changes that no issue has told of yet wait for the next run. */
function untold(member, state) {
    const { before, changes } = member;
    if (before === null && changes.length === 0)
        return null;
    return {
        number: before?.number ?? null,
        key: before?.key ?? idOf(member),
        state,
        rules: still(member),
        missed: changes,
    };
}
/** What was told and is not known to be over, no graver than it is now. */
function still({ before, assessment, changes }) {
    if (before === null || !(0,answered/* wasAsked */.gg)(assessment.observation))
        return before?.rules ?? [];
    const told = before.rules.filter(({ rule }) => (0,standing/* isChange */.Xb)({ rule }) && changes.some((change) => change.rule === rule));
    return [...(0,history_told/* milder */.IH)(before, assessment), ...told];
}
function askedIds({ assessments }) {
    return new Set(assessments.flatMap(({ observation }) => ((0,answered/* wasAsked */.gg)(observation) ? [observation.target.id] : [])));
}

// EXTERNAL MODULE: ./build/model/memory-words.js
var memory_words = __webpack_require__(77679);
// EXTERNAL MODULE: ./build/report/mail/entry.js
var mail_entry = __webpack_require__(14159);
// EXTERNAL MODULE: ./build/report/serial-number.js
var serial_number = __webpack_require__(72489);
// EXTERNAL MODULE: ./build/report/told-findings.js
var told_findings = __webpack_require__(97229);
;// CONCATENATED MODULE: ./build/report/issue/folded.js


/** A part of an issue's body, folded away. */
function folded(title, lines) {
    return (0,markdown/* details */.zH)(title, lines.length === 0 ? [] : [...(0,markdown/* fitting */._Q)(lines, limits/* shownLimits */.CV.issueFoldedBytes), '']);
}

;// CONCATENATED MODULE: ./build/report/issue/details.js











const mostLeaves = 4;
const mostLinks = 8;
/** What is known of one endpoint, folded away: evidence, certificate with its chain, changes. */
function detailLines({ assessment, counted: rules }, { now }) {
    const entry = (0,mail_entry/* entryFor */.c)({ level: 'INFO', occasion: 'trouble', assessment: lasting(assessment), since: null, unseen: [] }, now);
    const evidence = entry.evidence.map(([title, words]) => `| ${(0,report_escape/* forMarkdown */.Bm)(title)} | ${(0,report_escape/* forMarkdown */.Bm)(words)} |`);
    const leaves = (0,report_leaf/* servedLeaves */.yo)(assessment, now);
    const changes = [
        `- Certificate: ${(0,markdown/* told */.Ev)((0,memory_words/* memoryWords */.j)(assessment))}`,
        ...entry.changes.map((change) => `- ${(0,markdown/* told */.Ev)(change)}`),
    ];
    return [
        ...unseenLines(rules, assessment.findings),
        ...folded('Evidence', evidence.length === 0 ? [] : ['| | |', '| :-- | :-- |', ...evidence]),
        ...folded(leaves.length > 1 ? (0,model_text/* counted */.hS)(leaves.length, 'certificate') : 'Certificate and chain', leaves.slice(0, mostLeaves).flatMap(leafLines)),
        ...folded('Changes', changes),
    ];
}
/** Without what would have the issue written anew by every run: fractions of a day, and what the story tells anyway. */
function lasting(assessment) {
    const { comparison } = assessment;
    const changes = comparison.changes.filter(({ type }) => type !== 'status');
    const findings = assessment.findings.map((finding) => Object.assign({}, finding, {
        evidence: JSON.parse(JSON.stringify(finding.evidence), wholeDays),
    }));
    return { ...assessment, findings, comparison: { ...comparison, changes } };
}
function wholeDays(key, value) {
    return key === 'days_left' && typeof value === 'number' ? Math.floor(value) : value;
}
/** Silence is no cure: what was told before and cannot be seen now is still on. */
function unseenLines(rules, findings) {
    const unseen = rules.filter(({ rule, severity }) => findings.every((finding) => finding.rule !== rule || (severity !== 'notice' && finding.severity === 'notice')));
    return unseen.length === 0 ? [] : [`${(0,report_escape/* forMarkdown */.Bm)((0,told_findings/* stillOn */.Ub)(unseen.map(({ rule }) => rule)))}.`, ''];
}
function leafLines({ certificate, delivery, trust }) {
    const path = trust.trusted ? (trust.path?.certificates ?? null) : null;
    const shown = path ?? delivery.chain;
    const names = certificate.alternativeNames.map(({ value }) => value);
    return [
        `- **${(0,report_escape/* forMarkdown */.Bm)(holder(certificate))}**, ${(0,words/* day */.vd)(certificate.notBefore)} to ${(0,words/* day */.vd)(certificate.notAfter)}<br>` +
            `names ${(0,report_escape/* forMarkdown */.Bm)((0,model_text/* listed */.KE)(names, 10) || 'none')}<br>` +
            `serial ${(0,report_escape/* codeForMarkdown */.UE)((0,serial_number/* serialNumber */.w)(certificate.serial))}<br>SHA-256 ${(0,report_escape/* codeForMarkdown */.UE)(certificate.sha256)}`,
        ...shown
            .slice(1, mostLinks)
            .map((above) => `- ${(0,report_escape/* forMarkdown */.Bm)(holder(above))}, until ${(0,words/* day */.vd)(above.notAfter)}`),
        `- ${trust.trusted ? 'trusted' : 'not trusted'}${path === null ? '; the chain is shown as it was sent' : ''}`,
    ];
}
function holder(certificate) {
    const name = (0,model_certificate/* shortName */.EU)(certificate.subject) || certificate.alternativeNames[0]?.value;
    return (0,model_text/* shortened */.vI)(name || 'a certificate without a name');
}

;// CONCATENATED MODULE: ./build/report/issue/people.js




const people_longest = 200;
const longestAddress = 500;
/** A user or a team, as GitHub names them. */
const handle = /^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9._-]{1,100})?$/;
/** Whose business it is, and where they have written down what to do. */
function peopleLines(members) {
    const targets = members.map(({ assessment }) => assessment.observation.target);
    const owners = [...new Set(targets.flatMap(({ owner }) => owner ?? []))];
    const runbooks = [...new Set(targets.flatMap(({ runbook }) => runbook ?? []))];
    const lines = [
        ...(owners.length === 0
            ? []
            : [`**Owner:** ${(0,markdown/* fitting */._Q)(owners.map(mention), limits/* shownLimits */.CV.issuePeopleBytes).join(', ')}`]),
        ...(runbooks.length === 0
            ? []
            : [`**Runbook:** ${(0,markdown/* fitting */._Q)(runbooks.map(people_link), limits/* shownLimits */.CV.issuePeopleBytes).join(', ')}`]),
    ];
    return lines.length === 0 ? [] : [lines.join('<br>'), ''];
}
function people_link(address) {
    const words = (0,model_text/* shortened */.vI)(address, people_longest);
    return address.length > longestAddress ? (0,report_escape/* forMarkdown */.Bm)(words) : (0,report_escape/* linkForMarkdown */.XL)(address, words);
}
/** The one mention in an issue that is live: the config names the owner, so that GitHub tells them. */
function mention(owner) {
    const words = (0,model_text/* shortened */.vI)(owner, people_longest).split(/([\s,;]+)/u);
    return words.map((word) => (handle.test(word) ? word : (0,report_escape/* forMarkdown */.Bm)(word))).join('');
}

// EXTERNAL MODULE: ./build/model/duration.js
var duration = __webpack_require__(43048);
;// CONCATENATED MODULE: ./build/report/issue/story.js



const mostPeriods = 20;
const states = {
    success: 'healthy',
    warning: 'in need of care',
    error: 'in trouble',
};
/** The incident since the endpoint was last well. What goes on has no end yet: no run changes a word of it. */
function storyLines({ assessment: { comparison, status } }, now) {
    const periods = comparison.before?.states ?? [];
    const current = periods.at(-1);
    const goesOn = current?.status === status;
    const past = goesOn ? periods.slice(0, -1) : periods;
    const well = past.findLastIndex((period) => period.status === 'success');
    const since = (0,duration/* calendarDay */.$6)(goesOn ? current.from : now);
    return folded('The story so far', [
        ...past.slice(Math.max(0, well, past.length - mostPeriods)).map(periodLine),
        `- since ${since}: ${states[status]}`,
    ]);
}
function periodLine({ status, from, to, message }) {
    const [first, last] = [from, to].map(duration/* calendarDay */.$6);
    const span = first === last ? first : `${first} to ${last}`;
    return `- ${span}: ${states[status]}${status === 'success' ? '' : `. ${(0,markdown/* told */.Ev)(message)}`}`;
}

;// CONCATENATED MODULE: ./build/report/issue/title.js







const mostTroubles = 3;
/** One line of plain text; GitHub reads code between backticks in a title, and nothing else. */
function issueTitle({ key, members }, monitor) {
    const [first, ...others] = members;
    const told = first !== undefined && others.length === 0
        ? ofOne(first)
        : `${about(key, members, monitor)}: ${ofMany(members)}`;
    return (0,model_text/* shortened */.vI)((0,report_escape/* visible */.RK)(told).replaceAll('`', 'ˋ'), limits/* shownLimits */.CV.issueTitleCharacters).toWellFormed();
}
function ofOne({ assessment, counted: rules }) {
    const name = (0,model_text/* shortened */.vI)((0,row/* called */.Ab)(assessment.observation.target));
    if ((0,trouble/* counting */.Mr)(assessment.findings).length > 0)
        return `${name}: ${(0,row/* troubles */.d4)(assessment)}`;
    const unseen = rules.slice(0, mostTroubles).map(({ rule }) => (0,trouble/* phrase */.MZ)(rule));
    return `${name}: ${unseen.length === 0 ? (0,row/* troubles */.d4)(assessment) || 'healthy' : (0,model_text/* listed */.KE)(unseen)}`;
}
/** Stable while the certificate or the monitor is. */
function about(key, members, monitor) {
    if (!key.startsWith('certificate '))
        return `${product/* productName */.tZ} (${(0,model_text/* shortened */.vI)(monitor, 60)})`;
    const [name] = members.flatMap(({ assessment: { observation, comparison } }) => {
        const leaf = (0,report_leaf/* firstLeaf */.N_)(observation);
        const last = comparison.before?.certificates.at(-1);
        return (leaf === null ? (last?.names[0] ?? last?.subject) : (0,report_leaf/* subjectName */.wn)(leaf)) ?? [];
    });
    const count = (0,model_text/* counted */.hS)(members.length, 'endpoint');
    return name === undefined ? count : `${(0,model_text/* shortened */.vI)(name)} on ${count}`;
}
function ofMany(members) {
    const troubled = members.filter(({ status }) => status !== 'success').map(({ assessment }) => assessment);
    const needs = troubled.length === 1 ? 'needs' : 'need';
    const counts = (0,trouble/* troubleCounts */.Qp)(troubled);
    return `${(0,model_text/* counted */.hS)(troubled.length, 'endpoint')} ${needs} you${counts === '' ? '' : ` (${counts})`}`;
}

;// CONCATENATED MODULE: ./build/report/issue.js















const longestVerdict = 300;
/**
 * An issue as it has to read now: verdict, what to do, whom to ask, what is known, the story; at its head, out of
 * sight, what finds it again. What only says which run wrote it is no reason to write it anew.
 */
function renderIssue(subject, occasion, { report, artifactUrl }) {
    const title = issueTitle(subject, report.run.monitor);
    const calm = occasion === 'healthy' || occasion === 'waived';
    const content = calm ? calmLines(subject, report) : troubleLines(subject, report);
    const digest = (0,external_node_crypto_.createHash)('sha256').update(content.join('\n')).digest('hex').slice(0, 16);
    const marker = renderMarker({
        monitor: report.run.monitor,
        key: subject.key,
        title,
        digest,
        closed: calm,
        config: configOf(subject, report),
        members: subject.members.map(({ assessment, counted: rules }) => ({
            id: assessment.observation.target.id,
            rules,
        })),
    });
    return { title, digest, body: [marker, ...content, ...footerLines(report, artifactUrl)].join('\n') };
}
function troubleLines({ members }, report) {
    const troubled = members.filter(({ status }) => status !== 'success');
    const whole = { ...report, assessments: members.map(({ assessment }) => assessment) };
    return [
        `### ${markdown/* emoji */.Zg[mark(troubled)]} ${(0,report_escape/* forMarkdown */.Bm)((0,model_text/* shortened */.vI)(verdict(members, report), longestVerdict))}`,
        '',
        ...doingLines({ ...whole, assessments: troubled.map(withoutPeople) }, limits/* shownLimits */.CV.issueDoingBytes),
        ...peopleLines(troubled),
        ...rest(members, whole),
    ];
}
function calmLines({ members }, report) {
    const sign = members.some(({ waived }) => waived) ? markdown/* emoji */.Zg.waived : markdown/* emoji */.Zg.healthy;
    const whole = { ...report, assessments: members.map(({ assessment }) => assessment) };
    return [
        `### ${sign} ${(0,report_escape/* forMarkdown */.Bm)((0,model_text/* shortened */.vI)(verdict(members, report), longestVerdict))}`,
        '',
        ...rest(members, whole),
    ];
}
/** One endpoint in depth, or many as a table. */
function rest(members, report) {
    const [only, ...others] = members;
    if (only !== undefined && others.length === 0)
        return [...detailLines(only, report), ...storyLines(only, report.now)];
    const { open, folded } = endpointTables(report, limits/* shownLimits */.CV.issueTableBytes);
    return [...open, ...folded];
}
function verdict(members, { now }) {
    const [only, ...others] = members;
    if (only !== undefined && others.length === 0) {
        return `${(0,row/* called */.Ab)(only.assessment.observation.target)}: ${(0,words/* sentence */.em)(only.assessment, now)}`;
    }
    const count = members.filter(({ status }) => status !== 'success').length;
    if (count === 0)
        return `All ${members.length} endpoints need nothing any more`;
    return `${count} of ${(0,model_text/* counted */.hS)(members.length, 'endpoint')} ${count === 1 ? 'needs' : 'need'} you`;
}
function mark(troubled) {
    return troubled.some(({ status }) => status === 'error') ? 'error' : 'warning';
}
/** They have a line of their own, where the owner is mentioned. */
function withoutPeople({ assessment }) {
    const { observation } = assessment;
    const target = { ...observation.target, owner: null, runbook: null };
    return { ...assessment, observation: { ...observation, target } };
}
function configOf({ members }, { run }) {
    const written = members.every(({ assessment }) => assessment.observation.target.source !== null);
    return written ? (run.config?.path ?? null) : null;
}
function footerLines({ run, generator }, artifactUrl) {
    const artifact = artifactUrl ?? (run.url === null ? null : `${run.url}#artifacts`);
    const parts = [
        (0,report_escape/* forMarkdown */.Bm)(run.monitor),
        ...(run.url === null ? [] : [(0,report_escape/* linkForMarkdown */.XL)(run.url, 'run')]),
        ...(artifact === null ? [] : [(0,report_escape/* linkForMarkdown */.XL)(artifact, 'report')]),
        `${product/* productName */.tZ} ${generator.version}`,
        'Close this issue to acknowledge it: it stays closed until it gets worse',
    ];
    return ['', `<sub>${parts.join(' · ')}</sub>`];
}

;// CONCATENATED MODULE: ./build/report/issue/comment.js







const comment_mostMembers = 20;
const mostFindings = 5;
/** What an issue says when trouble is new or graver, when it comes back, and at its end. */
function renderComment({ members }, occasion, report) {
    const lines = occasion === 'trouble' || occasion === 'returned'
        ? members
            .filter(({ fresh }) => fresh.length > 0)
            .map((member) => troubleLine(member, members.length > 1))
        : members.map((member) => calmLine(member, report.now));
    const shown = (0,markdown/* fitting */._Q)(lines.slice(0, comment_mostMembers), limits/* shownLimits */.CV.issueCommentBytes);
    const more = lines.length - shown.length;
    return [
        openings[occasion],
        '',
        ...shown,
        ...(more === 0 ? [] : ['', `… and ${(0,model_text/* counted */.hS)(more, 'endpoint')} more.`]),
        '',
        `<sub>${(0,duration/* calendarDay */.$6)(report.now)}${report.run.url === null ? '' : ` · ${(0,report_escape/* linkForMarkdown */.XL)(report.run.url, 'run')}`}</sub>`,
    ].join('\n');
}
const openings = {
    trouble: '**It got worse.**',
    returned: '**It needs somebody again.**',
    healthy: '**Nothing is left to do.**',
    waived: '**Closed, because a waiver says so: this is no cure.**',
};
function troubleLine({ assessment, fresh }, many) {
    const name = many ? `**${(0,report_escape/* forMarkdown */.Bm)((0,row/* called */.Ab)(assessment.observation.target))}**: ` : '';
    const findings = fresh.slice(0, mostFindings).map(findingWords);
    const more = fresh.length - findings.length;
    const rest = more === 0 ? '' : `<br>and ${(0,model_text/* counted */.hS)(more, 'finding')} more`;
    return `- ${name}${findings.join('<br>')}${rest}`;
}
function findingWords({ severity, message, fix }) {
    return `${markdown/* emoji */.Zg[severity]} ${(0,markdown/* told */.Ev)(message)}<br>→ ${(0,markdown/* told */.Ev)(fix)}`;
}
/** With the new end date, where there is one. */
function calmLine({ assessment, waived }, now) {
    const sign = waived ? markdown/* emoji */.Zg.waived : markdown/* emoji */.Zg.healthy;
    return `- ${sign} **${(0,report_escape/* forMarkdown */.Bm)((0,row/* called */.Ab)(assessment.observation.target))}**: ${(0,markdown/* told */.Ev)((0,words/* sentence */.em)(assessment, now))}`;
}
/** Why an issue that no endpoint needs any more is closed. */
function renderRetirement(because) {
    return because === 'duplicate'
        ? 'Closed: another open issue of this monitor tells of the same.'
        : 'Closed: the configuration does not name the endpoints of this issue any more. Nothing is known of them.';
}

;// CONCATENATED MODULE: ./build/issues.js










const realWays = {
    now: () => new Date(),
    elapsedMs: () => performance.now(),
    pause: async (ms) => {
        await (0,external_node_timers_promises_.setTimeout)(ms);
    },
};
/**
 * Opens, edits, comments, closes and reopens the issues of a run. Never throws, and takes two minutes at most: what
 * could not be done is said, and done by the next run.
 */
async function deliverIssues(order) {
    try {
        return await delivered(order);
    }
    catch (thrown) {
        // A carrier that fails, be it by our fault, is no loss of the report.
        const fault = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
        const undelivered = order.report.assessments
            .filter(({ status }) => status !== 'success')
            .map(({ observation }) => observation.target.id);
        const note = `Issues were not written, by a fault in this program (${(0,model_text/* shortened */.vI)(fault, 200)}). Please report it.`;
        return { memories: order.memories, touched: [], notes: [note], undelivered };
    }
}
async function delivered(order) {
    const { report, memories, settings, client } = order;
    if (settings.enabled === false || !isWorthAsking(report))
        return nothing(memories);
    if (client === null)
        return unreached(order, 'Issues were not written: the run has no token.', true);
    const ways = order.ways ?? realWays;
    const ask = politely(ways);
    const since = ways.now();
    const numbers = report.assessments.flatMap(({ comparison }) => {
        const issue = comparison.before?.issue ?? null;
        return issue === null || issue.number === null || issue.state === 'closed' ? [] : [issue.number];
    });
    const { monitor } = report.run;
    const search = { repository: order.repository, monitor, numbers: [...new Set(numbers)], now: since };
    const found = await ourIssues(search, client, ask);
    if (found.kind === 'unknown')
        return unreached(order, refusalNote(found), isForbidden(found.status));
    const desk = issueDesk({ client, ask, login: found.login, settings, since });
    return carriedOut(issuePlan({ report, known: found.known, settings }), order, desk);
}
async function carriedOut(steps, order, desk) {
    const outcomes = [];
    const touched = new Set();
    for (const step of steps) {
        const work = workFor(step, order);
        const result = work === null ? unchanged(step) : await desk.write(work);
        outcomes.push({ step, ...result });
        if (work !== null && result.number !== null && (result.done || result.told))
            touched.add(result.number);
    }
    const refusal = desk.refusal();
    const undelivered = outcomes.filter(({ done, told }) => !done || !told).flatMap(({ step }) => idsOf(step));
    const quiet = refusal !== null && isForbidden(refusal.status) && order.settings.enabled === 'auto';
    return {
        memories: withIssues(order.memories, order.report, outcomes),
        touched: [...touched].toSorted((one, other) => one - other),
        notes: [
            ...(refusal === null ? [] : [refusalNote(refusal)]),
            ...troubleNotes(desk.troubles),
            ...desk.remarks,
        ],
        undelivered: quiet ? [] : [...new Set(undelivered)],
    };
}
const issues_mostTroubles = 3;
function troubleNotes(troubles) {
    if (troubles.length === 0)
        return [];
    const shown = troubles.slice(0, issues_mostTroubles).map((trouble) => (0,model_text/* shortened */.vI)(trouble, 300));
    const more = troubles.length - shown.length;
    return [
        `Issues: ${[...shown, ...(more === 0 ? [] : [`and ${more} more`])].join('; ')}. The next run tries again.`,
    ];
}
/** What is to be done at GitHub for a step; `null`: nothing, because the issue reads as it should. */
function workFor(step, { report, artifactUrl }) {
    if (step.kind === 'leave')
        return null;
    if (step.kind === 'retire') {
        const { number } = step.issue;
        return {
            kind: 'close',
            number,
            reason: 'not_planned',
            body: null,
            comment: renderRetirement(step.because),
        };
    }
    const { subject } = step;
    const occasion = occasionOf(step);
    const text = renderIssue(subject, occasion, { report, artifactUrl });
    if (step.kind === 'open') {
        return { kind: 'open', monitor: report.run.monitor, key: subject.key, title: text.title, body: text.body };
    }
    const { number, marker } = step.issue;
    const comment = renderComment(subject, occasion, report);
    // A title that a person has written stays, as long as ours says nothing new.
    const title = marker?.title === text.title ? null : text.title;
    if (step.kind === 'close') {
        const reason = step.because === 'healthy' ? 'completed' : 'not_planned';
        return { kind: 'close', number, reason, body: text.body, comment };
    }
    if (step.kind === 'reopen')
        return { kind: 'reopen', number, title, body: text.body, comment };
    const news = subject.members.some(({ fresh }) => fresh.length > 0);
    const same = marker !== null && !marker.closed && marker.digest === text.digest && title === null;
    if (same && !news)
        return null;
    return { kind: 'edit', number, title, body: text.body, comment: news ? comment : null };
}
function occasionOf(step) {
    if (step.kind === 'close')
        return step.because;
    return step.kind === 'reopen' ? 'returned' : 'trouble';
}
function unchanged(step) {
    return { number: 'issue' in step ? step.issue.number : null, done: true, told: true };
}
function idsOf(step) {
    return 'subject' in step ? step.subject.members.map(idOf) : [];
}
function nothing(memories) {
    return { memories, touched: [], notes: [], undelivered: [] };
}
/** Nobody knows how our issues stand: nothing is changed, and what was to be told waits. */
function unreached({ memories, report, settings }, note, forbidden) {
    const { memories: kept, waiting } = withoutGitHub(memories, report);
    const quiet = forbidden && settings.enabled === 'auto';
    // Where nobody is waiting for a word, nobody is told that there was none.
    const notes = waiting.length === 0 ? [] : [note];
    return { memories: kept, touched: [], notes, undelivered: quiet ? [] : waiting };
}
function isForbidden(status) {
    return status !== null && [401, 403, 404, 410].includes(status);
}
function refusalNote({ status, words, }) {
    if (status === 410) {
        return 'Issues were not written: they are switched off in this repository. Switch them on in its settings, or set `notifications: { issues: { enabled: false } }`.';
    }
    if (status === 403 && /not accessible|must have|permission/iu.test(words)) {
        return 'Issues were not written: the token lacks the permission issues: write. Give the job `permissions: { contents: read, issues: write }`, or set `notifications: { issues: { enabled: false } }`.';
    }
    if (status === 401)
        return `Issues were not written: GitHub refused the token (${words}).`;
    return `Issues were not written: ${(0,model_text/* shortened */.vI)(words, 300)}. The next run tries again.`;
}

;// CONCATENATED MODULE: ./build/runner/issue-client.js



/** GitHub's API as `deliver/` uses it, asked with the run's token; `null` without one. Its functions never throw. */
async function gitHubClient(run) {
    if (run.token === null)
        return null;
    const { getOctokit } = await __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351));
    const octokit = getOctokit(run.token, { baseUrl: run.apiUrl });
    const [owner = '', repo = ''] = run.repository.split('/');
    const signal = () => AbortSignal.any([AbortSignal.timeout(Math.min(limits/* timeLimits */.ic.apiMs, run.patience.ms)), run.patience.signal]);
    return {
        call: (route, parameters) => issue_client_answered(run, () => octokit.request(route, {
            ...(route.includes('{owner}') && { owner, repo }),
            ...parameters,
            request: { signal: signal() },
        })),
        // The one way in which every kind of token tells whose it is.
        login: () => issue_client_answered(run, async () => {
            const answer = await octokit.graphql('query { viewer { login } }', {
                request: { signal: signal() },
            });
            return { status: 200, headers: {}, data: at(at(answer, 'viewer'), 'login') };
        }),
    };
}
async function issue_client_answered(run, ask) {
    try {
        const { status, headers, data } = await ask();
        return { kind: 'answered', status, headers: texts(headers), body: data };
    }
    catch (thrown) {
        const response = at(thrown, 'response');
        const status = at(response, 'status') ?? at(thrown, 'status');
        if (run.patience.signal.aborted)
            return { kind: 'silent', words: 'the run was ended' };
        if (isTimeout(thrown))
            return { kind: 'silent', words: `no answer within ${limits/* timeLimits */.ic.apiMs / 1000} s` };
        const errors = at(thrown, 'errors');
        if (Array.isArray(errors) && typeof status !== 'number')
            return issue_client_told(errors[0], texts(at(thrown, 'headers')));
        // Octokit calls a connection that broke 500, and leaves out the response.
        if (typeof status !== 'number' || response === undefined)
            return { kind: 'silent', words: cause(thrown) };
        const body = at(response, 'data') ?? { message: cause(thrown) };
        return { kind: 'answered', status, headers: texts(at(response, 'headers')), body };
    }
}
/** GraphQL answers 200, and tells in its errors what REST would tell by a status. */
function issue_client_told(error, headers) {
    const type = textOrNull(at(error, 'type')) ?? '';
    const message = textOrNull(at(error, 'message')) ?? 'no reason given';
    const limited = type.startsWith('RATE_LIMIT') || /rate limit|abuse/iu.test(message);
    const forbidden = type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES';
    // Any other is GitHub's own trouble, and passes: it must not be taken for a missing permission.
    const status = limited ? 429 : forbidden ? 403 : 502;
    return { kind: 'answered', status, headers, body: { message } };
}
function isTimeout(thrown) {
    const inner = at(thrown, 'cause');
    return at(thrown, 'name') === 'TimeoutError' || (inner !== undefined && isTimeout(inner));
}
function texts(headers) {
    if (typeof headers !== 'object' || headers === null)
        return {};
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

;// CONCATENATED MODULE: ./build/runner/tell-people.js




/** Tells the channels, then writes the issues. A gate tells nobody. Never throws. */
async function tellPeople(report, before, reach, workflow) {
    const told = await (0,notifications/* tell */.qz)(report, before, reach);
    if (reach.notifications === null)
        return { ...told, issues: [], notes: [] };
    const { memories, touched, notes, undelivered } = await deliverIssues({
        report,
        memories: told.memories,
        settings: reach.notifications.issues,
        client: await gitHubClient(workflow),
        repository: workflow.repository,
        artifactUrl: null,
    });
    return {
        memories,
        monitor: {
            ...told.monitor,
            undelivered: [...told.monitor.undelivered, ...missing(undelivered.length, report.at)],
        },
        issues: touched,
        notes,
    };
}
function missing(endpoints, at) {
    if (endpoints === 0)
        return [];
    return [
        { channel: 'issues', at, reason: `the issues of ${(0,model_text/* counted */.hS)(endpoints, 'endpoint')} could not be written` },
    ];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/config/files.js
var config_files = __webpack_require__(78420);
;// CONCATENATED MODULE: ./build/config/fingerprint.js

/**
 * One value as a short text: two that say the same have the same fingerprint, in whatever order their keys and maps
 * were built. Octets count by their digest.
 */
function fingerprint(value) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify(fingerprint_plain(value)))
        .digest('base64url');
}
function fingerprint_plain(value) {
    if (value instanceof Uint8Array)
        return digestOf(value);
    if (value instanceof Date)
        return value.toISOString();
    if (value instanceof Map)
        return fingerprint_plain(Object.fromEntries(value));
    if (Array.isArray(value))
        return value.map(fingerprint_plain);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)));
    return entries.map(([key, field]) => [key, fingerprint_plain(field)]);
}
/** Thousands of targets share the octets of their anchors. */
const digests = new WeakMap();
function digestOf(bytes) {
    const digest = digests.get(bytes) ?? (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('base64url');
    digests.set(bytes, digest);
    return digest;
}

// EXTERNAL MODULE: ./build/config/read-config.js + 19 modules
var read_config = __webpack_require__(65369);
// EXTERNAL MODULE: ./build/config/secrets.js
var secrets = __webpack_require__(3654);
;// CONCATENATED MODULE: ./build/config/comparable.js




/**
 * Reads a config from the disk, or through `fetch` from elsewhere, and resolves nothing: secrets count as they are
 * written. Throws a ConfigError, and what `fetch` throws.
 */
async function readComparable(request, fetch) {
    const resolve = { targets: false, notifications: false };
    const { entries, files, settings } = await (0,read_config/* readAll */.y)({ ...request, resolve, untrusted: false }, fetch);
    const fingerprints = new Map();
    for (const [id, { entry, written }] of entries) {
        const contents = await filesOf(written, files);
        fingerprints.set(id, fingerprint([effective(entry), secretsOf(written), contents]));
    }
    const { network, transparency, revocation, renewal, dns } = settings;
    const runners = new Map(Array.from(entries, ([id, { entry }]) => [id, entry.runner]));
    return { fingerprints, vouched: { network, transparency, revocation, renewal, dns, runners } };
}
/** What the entry comes to with defaults, rules and waivers; where it stands in the file is no part of it. */
function effective({ target, policy }) {
    const own = { ...target, source: null };
    return target.kind === 'endpoint'
        ? { ...own, clientCertificate: null, policy }
        : { ...own, content: null, password: null, policy };
}
/** Never their values: this is what the file says, and anybody may read it there. */
function secretsOf({ client_certificate: certificate, password }) {
    return { certificate: certificate ?? null, password: password ?? null };
}
/** The files of an entry beside its anchors, which are part of the target already. */
async function filesOf({ file, client_certificate: certificate = {} }, files) {
    const { cert, key, pfx } = certificate;
    const paths = [file, ...[cert, key, pfx].map(withoutSecrets)];
    return Promise.all(paths.map(async (path) => (path === undefined ? null : (0,config_files/* contentOf */.$)(path, files))));
}
function withoutSecrets(written) {
    const path = written === undefined ? null : (0,secrets/* interpolated */.cd)(written, null);
    return path?.kind === 'text' && path.text !== '' ? path.text : undefined;
}

// EXTERNAL MODULE: ./build/repository-root.js
var repository_root = __webpack_require__(79623);
;// CONCATENATED MODULE: ./build/runner/base.js









/**
 * Reads the base's config at the same path, and the files it names, through the REST API: a checkout holds one commit
 * only. Nothing in it is resolved. Never throws.
 */
async function readBase(request, context, run) {
    if (run.token === null)
        return base_unknown('there is no token to read it with');
    try {
        const ask = await asker(run, run.token);
        const sha = await baseCommit(context, ask);
        if (sha === null)
            return base_unknown(`a run by ${context.event} names none`);
        return { kind: 'known', config: await readComparable(request, filesAt(sha, ask)) };
    }
    catch (thrown) {
        return base_unknown(explained(thrown, run));
    }
}
/** What the change is compared with (contract §3): the first parent, or what the merge queue names. */
async function baseCommit({ event, payload, run }, ask) {
    if (event === 'merge_group')
        return commitSha(payload.merge_group?.base_sha);
    if (event !== 'push' && !event.startsWith('pull_request'))
        return null;
    const route = `GET ${repositoryRoute}/git/commits/{commit_sha}`;
    return parseFirstParent(await ask(route, { commit_sha: run.sha ?? '' }));
}
function filesAt(ref, ask) {
    const route = `GET ${repositoryRoute}/contents/{path}`;
    let asked = 0;
    return async (path, mostBytes) => {
        asked += 1;
        if (asked > limits/* configLimits */.zy.filesAtBase)
            throw new malformed/* Malformed */.s(`its config names more than ${limits/* configLimits */.zy.filesAtBase} files`);
        try {
            return await octets(await ask(route, { path, ref }, 'raw'), mostBytes);
        }
        catch (thrown) {
            if (isGone(thrown))
                return null;
            throw thrown;
        }
    };
}
function explained(thrown, run) {
    if (thrown instanceof complaint/* ConfigError */.xL)
        return `its config has ${thrown.more ? 'more than ' : ''}${(0,model_text/* counted */.hS)(thrown.complaints.length, 'mistake')}, the first: ${firstOf(thrown)}`;
    if (thrown instanceof malformed/* Malformed */.s)
        return cause(thrown);
    const { forbidden, words } = failure(thrown, run);
    return forbidden ? 'the token lacks the permission contents: read' : words;
}
function firstOf({ complaints: [first] }) {
    return cause(first?.message ?? '');
}
function base_unknown(because) {
    return { kind: 'unknown', because };
}

;// CONCATENATED MODULE: ./build/runner/watchlist.js









/** Shorter values would mask half the log. */
const shortestMasked = 4;
/** Reads what this run watches. Paths are relative to the workspace, and must stay inside it. */
async function watchlistFor(inputs, kind, context, run) {
    const request = configRequest(inputs, kind, context);
    const watchlist = await (0,read_config/* readConfig */.X)(request);
    const comparable = kind.kind === 'gate' && request.path !== null;
    if (!comparable || (watchlist.gate === 'all' && !request.untrusted))
        return watchlist_all(watchlist);
    const base = await readBase(atRepository(request), context, run);
    if (base.kind === 'unknown')
        return watchlist_all(watchlist, [`${allCount}: ${base.because}.`]);
    const vouched = request.untrusted
        ? await (0,read_config/* readConfig */.X)({ ...request, vouched: base.config.vouched })
        : watchlist;
    if (watchlist.gate === 'all')
        return watchlist_all(vouched);
    const head = await readComparable(request, null);
    return { watchlist: vouched, untouched: watchlist_untouched(vouched, head, base.config), notes: [] };
}
const allCount = 'All endpoints count, because the base of this change could not be read';
function watchlist_all(watchlist, notes = []) {
    return { watchlist, untouched: new Set(), notes };
}
/** A host from the input stands in no config that could be compared: it counts. */
function watchlist_untouched({ entries }, head, base) {
    const ids = entries.flatMap(({ target: { id, source } }) => (source === null ? [] : [id]));
    return new Set(ids.filter((id) => head.fingerprints.get(id) === base.fingerprints.get(id)));
}
/** At the base, paths begin where the repository does. */
function atRepository(request) {
    return { ...request, root: (0,repository_root/* repositoryRoot */.H)(request.path, process.cwd()) };
}
function configRequest(inputs, kind, context) {
    process.chdir(context.workspace);
    const untrusted = kind.kind === 'gate' && kind.untrusted;
    const { values, complaints } = (0,secrets/* parseSecrets */.dC)(inputs.env);
    for (const value of values.values())
        mask(value);
    if (complaints.length > 0)
        throw new complaint/* ConfigError */.xL(complaints);
    const alone = inputs.domains.length > 0 && inputs.config === defaultConfig && !(0,external_node_fs_.existsSync)(defaultConfig);
    return {
        path: alone ? null : inputs.config,
        hosts: inputs.domains,
        scan: inputs.scan,
        probes: false,
        anchors: [],
        root: context.workspace,
        secrets: values,
        environment: process.env,
        resolve: {
            targets: !untrusted && looksAtTargets.includes(inputs.command),
            notifications: kind.kind === 'delivers' && tells.includes(inputs.command),
        },
        untrusted,
        vouched: null,
    };
}
/** What a command does not use is not looked up. */
const looksAtTargets = ['check', 'observe'];
const tells = ['check', 'conclude'];
/** The runner masks a value of several lines whole; here each line counts as a secret, too. */
function mask(value) {
    for (const secret of new Set([value, ...value.split(/\r?\n/)])) {
        if (secret.trim().length >= shortestMasked)
            core/* setSecret */.Pq(secret);
    }
}

;// CONCATENATED MODULE: ./build/runner/workflow-run.js


/** Reads what the runner says of the run beyond its context. */
function workflowRun(context, token, signal) {
    const { env } = process;
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    return {
        repository,
        repositoryId: workflow_run_wholeNumber(env['GITHUB_REPOSITORY_ID']),
        defaultBranch: defaultBranch(context),
        workflowPath: workflowPath(env['GITHUB_WORKFLOW_REF'], repository),
        id: env['GITHUB_RUN_ID'] ?? '0',
        attempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
        serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
        apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        token: token === '' ? null : token,
        temporary: context.temporary,
        mostRetentionDays: workflow_run_wholeNumber(env['GITHUB_RETENTION_DAYS']),
        patience: { ms: limits/* timeLimits */.ic.serviceMs, signal },
    };
}
/** `owner/name/.github/workflows/monitor.yml@refs/heads/main`; a workflow of another repository is none of ours. */
function workflowPath(ref, repository) {
    const start = `${repository}/`;
    if (ref === undefined || !ref.startsWith(start))
        return null;
    return ref.slice(start.length).split('@')[0] ?? null;
}
function workflow_run_wholeNumber(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

;// CONCATENATED MODULE: ./build/runner/door.js

































/** The door for workflows: inputs in; log, annotations, summary, outputs, artifact and the step's fate out. */
async function door_open() {
    const ending = (0,run_signal/* runSignal */.K)();
    try {
        const context = await runnerContext();
        const kind = runKind(context);
        if (kind.kind === 'refused')
            return fail(kind.because, outcome/* exitCodes */.h.usage);
        const inputs = readInputs();
        // A run that took too long still hands on and keeps what it has seen.
        const workflow = workflowRun(context, inputs.token, ending.interrupted);
        const watched = await watchlistFor(inputs, kind, context, workflow);
        for (const warning of watched.watchlist.warnings)
            annotate(asAnnotation(warning, 'warning'));
        return await carryOut({ context, inputs, workflow, watched, delivers: kind.kind === 'delivers', ending });
    }
    catch (thrown) {
        return explain(thrown);
    }
    finally {
        ending.release();
    }
}
async function carryOut(job) {
    const { inputs, workflow, ending } = job;
    const { watchlist } = job.watched;
    switch (inputs.command) {
        case 'plan':
            planFleet(watchlist, inputs);
            return outcome/* exitCodes */.h.fine;
        case 'observe':
            await observeFleet(watchlist, inputs, workflow, ending);
            return (0,run_signal/* interruption */.Y)(ending) ?? outcome/* exitCodes */.h.fine;
        case 'conclude': {
            const { seen, notes } = await gatherFleet(watchlist, inputs, workflow);
            return run(job, async (world) => (0,monitor/* conclude */.Ep)(watchlist, seen, world), notes);
        }
        case 'check':
            return run(job, (world) => (0,monitor/* check */.z6)(watchlist, world), (0,allowed_runners/* notesOfRunners */.wk)(watchlist.entries));
    }
}
/** A whole run around a look at the world. */
async function run({ context, inputs, workflow, watched, delivers, ending }, look, seenNotes) {
    const { watchlist, untouched } = watched;
    const history = await restoreHistory(watchlist.monitor, inputs.artifactName, workflow);
    const memories = await (0,build_memories/* openMemories */.s)(history.folder, delivers);
    const world = (0,build_world/* realWorld */.b)({
        watchlist,
        memories,
        // Beside the history, and with it in the cache.
        cacheFolder: history.folder,
        signal: ending.signal,
        now: null,
        run: context.run,
        scheduled: context.event === 'schedule',
        progress: () => { },
    });
    const report = (0,monitor/* gate */.Gj)(await look(world), untouched);
    const folder = await reportFolder(context.temporary);
    const site = (0,report_files/* sarifSite */.Bi)(watchlist, process.cwd(), workflow.workflowPath);
    const interruptedBefore = (0,run_signal/* interruption */.Y)(ending);
    const writing = (0,whole_file/* unlessUnusable */.UF)((0,report_files/* writeReport */.u5)(report, folder, ending.cause === null, site));
    if (interruptedBefore !== null)
        return writing.then(() => interruptedBefore);
    const reach = { ...watchlist, signal: ending.interrupted };
    const before = { memories: (0,monitor/* remembered */.HK)(report, watchlist), monitor: memories.monitor };
    const tellAndRemember = async () => {
        const told = await tellPeople(report, before, reach, workflow);
        if (!delivers)
            return [told, undefined];
        return [told, await (0,whole_file/* unlessUnusable */.UF)(memories.remember(told.memories, told.monitor))];
    };
    // Whoever is to be told hears of it even where no file can be written.
    const [files, [told, forgotten]] = await Promise.all([writing, tellAndRemember()]);
    const interrupted = (0,run_signal/* interruption */.Y)(ending);
    if (interrupted !== null)
        return interrupted;
    const unwritten = [files, forgotten].find((failure) => failure instanceof whole_file/* Unusable */.kO);
    const remembers = delivers && forgotten === undefined;
    const saved = remembers && history.cacheable ? await saveHistory(watchlist.monitor, workflow) : [];
    const kept = remembers && history.attachable ? await historyFiles(history.folder) : [];
    const artifact = await uploadReport(files instanceof whole_file/* Unusable */.kO ? kept : [...(0,report_files/* pathsOf */.wG)(files), ...kept], context.temporary, { name: inputs.artifactName, retentionDays: inputs.retentionDays }, workflow);
    const scanned = delivers && site !== null ? await uploadSarif(await (0,report_files/* sarifText */.BC)(report, site, false), report, workflow) : [];
    const { code, sentence } = (0,outcome/* outcome */.b)(report, inputs.failOn);
    const missed = await (0,notifications/* beat */.v3)(report, code !== outcome/* exitCodes */.h.bug && unwritten === undefined, reach);
    const shown = delivers ? (0,notifications/* withUndelivered */.mh)(report, told.monitor, watchlist) : report;
    const notes = [...watched.notes, ...seenNotes, ...history.notes, ...memories.notes];
    await publish(shown, [...notes, ...told.notes, ...saved, ...artifact.notes, ...scanned, ...missed]);
    tellOutputs(report, files instanceof whole_file/* Unusable */.kO ? null : files, artifact, told.issues);
    if (unwritten !== undefined)
        return explain(unwritten);
    return sentence === null ? code : fail(sentence, code);
}
/** Of this step alone: another one of the job may have written its report in this very second. */
async function reportFolder(temporary) {
    for (let turn = 1;; turn += 1) {
        const folder = (0,external_node_path_.join)(temporary, `certificate_reports${turn === 1 ? '' : `-${turn}`}`);
        // Of a folder that cannot be made, whoever writes there says why.
        const made = await (0,promises_.mkdir)(folder, { recursive: true }).catch(() => folder);
        if (made !== undefined)
            return folder;
    }
}
/** Log, annotations and summary, before the step's fate is decided. */
async function publish(report, notes) {
    core/* info */.pq((0,report_escape/* withoutCommands */.Df)((0,table/* renderTable */.b)(report, { color: true, width: 120 })));
    for (const note of notes)
        core/* info */.pq((0,report_escape/* withoutCommands */.Df)(`Note: ${(0,report_escape/* visible */.RK)(note)}`));
    for (const annotation of annotations(report))
        annotate(annotation);
    try {
        await core/* summary */.z.addRaw(renderSummary(report, notes)).write();
    }
    catch (thrown) {
        const cause = thrown instanceof Error ? thrown.message : String(thrown);
        core/* notice */.lm(`The job summary could not be written: ${(0,report_escape/* visible */.RK)(cause)}`);
    }
}
/** Throws `Unusable`, when everything else has been told. */
function tellOutputs(report, files, artifact, issues) {
    const values = {
        ...outputs(report),
        'report-json': files?.json ?? '',
        'report-xlsx': files?.xlsx ?? '',
        'artifact-id': artifact.id ?? '',
        'artifact-url': artifact.url ?? '',
        issues: JSON.stringify(issues),
        matrix: '',
    };
    try {
        for (const [name, value] of Object.entries(values))
            core/* setOutput */.uH(name, value);
    }
    catch (thrown) {
        throw (0,whole_file/* unusable */._P)("The step's outputs cannot be written", thrown);
    }
}
function explain(thrown) {
    if (thrown instanceof complaint/* ConfigError */.xL) {
        for (const complaint of thrown.complaints)
            annotate(asAnnotation(complaint, 'error'));
        const count = `${thrown.more ? 'more than ' : ''}${(0,model_text/* counted */.hS)(thrown.complaints.length, 'mistake')}`;
        return fail(`The configuration has ${count}; nothing was checked.`, outcome/* exitCodes */.h.usage);
    }
    if (thrown instanceof whole_file/* Unusable */.kO)
        return fail((0,report_escape/* visible */.RK)(thrown.message), outcome/* exitCodes */.h.bug);
    const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    const sentence = `certificate-monitor itself failed. Please report this at ${product/* repositoryUrl */.Ek}/issues`;
    return fail(`${sentence}\n${detail}`, outcome/* exitCodes */.h.bug);
}
function asAnnotation({ message, remedy, place }, level) {
    const text = remedy === '' ? message : `${message} ${remedy}`;
    return { level, title: 'Configuration', message: (0,report_escape/* visible */.RK)(text), place };
}
function fail(sentence, code) {
    core/* setFailed */.C1(sentence);
    return code;
}


/***/ })

};
