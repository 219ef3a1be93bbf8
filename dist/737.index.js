export const id = 737;
export const ids = [737];
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

/***/ 33737:
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
// EXTERNAL MODULE: ./build/config/complaint.js
var complaint = __webpack_require__(32850);
// EXTERNAL MODULE: ./build/deliver/whole-file.js
var whole_file = __webpack_require__(49788);
// EXTERNAL MODULE: ./build/memories.js + 4 modules
var build_memories = __webpack_require__(27320);
// EXTERNAL MODULE: ./build/model/product.js
var product = __webpack_require__(19777);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
// EXTERNAL MODULE: ./build/monitor.js + 56 modules
var monitor = __webpack_require__(92696);
// EXTERNAL MODULE: ./build/report-files.js
var report_files = __webpack_require__(35118);
// EXTERNAL MODULE: ./build/model/finding.js
var finding = __webpack_require__(36939);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/row.js
var row = __webpack_require__(5207);
// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
;// CONCATENATED MODULE: ./build/report/annotations.js





/** GitHub shows ten of a level per step and drops the rest without a word. */
const mostPerLevel = 10;
/** The runner cuts a longer message without a word. */
const longestMessage = 4096;
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
                .slice(0, longestMessage)
                .toWellFormed(),
            place: target?.source ?? null,
        },
    ];
}
function worst(level, all) {
    if (all.length <= mostPerLevel)
        return all;
    const shown = all.slice(0, mostPerLevel - 1);
    const message = `${all.length - shown.length} more, see the summary.`;
    return [...shown, { level, title: 'More findings', message, place: null }];
}

// EXTERNAL MODULE: ./build/report/outcome.js
var outcome = __webpack_require__(44247);
// EXTERNAL MODULE: ./build/model/certificate.js
var certificate = __webpack_require__(51545);
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
        'worst-grade': '',
    };
}
function left(observation, now) {
    const leaf = (0,report_leaf/* firstLeaf */.N_)(observation);
    return leaf === null ? null : (0,certificate/* daysLeft */.H_)(leaf, now);
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
;// CONCATENATED MODULE: ./build/report/markdown.js


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
    return (0,report_escape/* proseForMarkdown */._5)((0,model_text/* shortened */.vI)(text, longestSentence));
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

;// CONCATENATED MODULE: ./build/report/summary-endpoints.js





/** Both tables in no more bytes than there are; what that leaves out is counted. */
function endpointTables(report, room) {
    const lines = (0,row/* rowsOf */.RO)(report).map(({ mark, endpoint, left, expires, issuer, wrong }) => {
        const [name, ca, what] = [endpoint, issuer, wrong].map(report_escape/* forMarkdown */.Bm);
        const cells = [name, unbroken(left), unbroken(expires), ca, what];
        const open = mark !== 'healthy' && mark !== 'waived';
        return { open, text: `| ${[emoji[mark], ...cells].join(' | ')} |` };
    });
    const count = lines.length;
    const frame = [...table([]), ...details(restTitle(count), table([])), omitted(count, report), ''];
    const fit = fitting(lines.map(({ text }) => text), room - bytes(frame));
    const kept = lines.slice(0, fit.length);
    const open = kept.filter((line) => line.open).map(({ text }) => text);
    const folded = kept.filter((line) => !line.open).map(({ text }) => text);
    const rest = count - kept.length;
    return {
        open: [...(open.length === 0 ? [] : table(open)), ...(rest === 0 ? [] : [omitted(rest, report), ''])],
        folded: details(restTitle(folded.length), folded.length === 0 ? [] : table(folded)),
    };
}
/** A quantity or a date, which stays on its line however narrow the column. */
function unbroken(text) {
    return (0,report_escape/* forMarkdown */.Bm)(text)
        .replaceAll(' ', '&#160;')
        .replaceAll(/(?<=\d)-/gu, '&#8209;');
}
function restTitle(count) {
    return count === 1 ? '1 endpoint that needs nothing' : `${count} endpoints that need nothing`;
}
function table(rows) {
    const head = '| | Endpoint | Left | Expires | Issuer | What is wrong |';
    return [head, '| :-: | :-- | --: | :-- | :-- | :-- |', ...rows, ''];
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
    const lines = findings.map(({ severity, message, fix }) => `- ${emoji[severity]} ${told(message)} ${told(fix)}`);
    return lines.length === 0 ? [] : [...fitting(lines, mostBytes), ''];
}
/** What to do now: the worst open, the rest folded away. */
function doingLines(report) {
    const all = (0,report_fold/* folds */.hF)(report).filter(({ first }) => first.severity !== 'notice');
    if (all.length === 0)
        return [];
    const lines = fitting(all.slice(0, mostFolds).map(foldLine), mostBytes);
    const open = lines.slice(0, all.length <= mostOpen + 1 ? all.length : mostOpen);
    const rest = [...lines.slice(open.length), ...omittedKinds(all.length - lines.length), ''];
    const more = all.length - open.length;
    return ['#### What to do', '', ...open, '', ...(more === 0 ? [] : details(`${more} more to do`, rest))];
}
/** What may be better, folded away. */
function noticeLines(report) {
    const all = (0,report_fold/* folds */.hF)(report).filter(({ first }) => first.severity === 'notice');
    if (all.length === 0)
        return [];
    const lines = fitting(all.slice(0, mostFolds).map(foldLine), mostBytes);
    const title = (0,model_text/* counted */.hS)(all.length, 'notice');
    return details(title, [...lines, ...omittedKinds(all.length - lines.length), '']);
}
/** What waivers silence, and until when. */
function waivedLines(report) {
    const all = (0,report_fold/* waivedFolds */.xC)(report);
    const lines = all.slice(0, mostFolds).map((fold) => {
        const title = (0,words/* sentenceCase */.o3)(`${(0,trouble/* phrase */.MZ)(fold.first.rule)}: ${names(fold)}`);
        const message = fold.members.length === 1 ? `<br>${told(fold.first.message)}` : '';
        return `- ${emoji.waived} **${(0,report_escape/* forMarkdown */.Bm)(title)}**, until ${(0,words/* day */.vd)(fold.first.waivedUntil)}${message}`;
    });
    const shown = fitting(lines, mostBytes);
    const more = omittedKinds(all.length - shown.length);
    return all.length === 0 ? [] : details(`${all.length} waived`, [...shown, ...more, '']);
}
/** The rotations that this run noticed, and who is well again. */
function developmentLines(report) {
    const all = (0,since_last_run/* sinceLastRun */.Cn)(report);
    if (all.length === 0)
        return [];
    const lines = all.slice(0, mostDevelopments).map(({ words, rotated, assessments }) => {
        const who = (0,model_text/* listed */.KE)(assessments.map(({ observation }) => (0,row/* called */.Ab)(observation.target)));
        return `- ${rotated ? '🔄' : emoji.healthy} **${(0,report_escape/* forMarkdown */.Bm)(who)}**: ${told(words)}`;
    });
    const shown = fitting(lines, mostBytes);
    const rest = all.slice(shown.length).reduce((sum, { assessments }) => sum + assessments.length, 0);
    const more = rest === 0 ? [] : ['', `… and ${(0,model_text/* counted */.hS)(rest, 'endpoint')} more, in the report.`];
    return ['#### Changed since the last run', '', ...shown, ...more, ''];
}
/** What the run's own services had to say. */
function noteLines(notes) {
    const lines = notes.map((note) => `<sub>${emoji.notice} ${told(note)}</sub><br>`);
    return fitting(lines, mostBytes);
}
function omittedKinds(count) {
    return count > 0 ? ['', `… and ${(0,model_text/* counted */.hS)(count, 'other kind')} of finding, in the report.`] : [];
}
function foldLine(fold, index) {
    const { first, members } = fold;
    const title = `**${(0,report_escape/* forMarkdown */.Bm)((0,words/* sentenceCase */.o3)(`${(0,trouble/* phrase */.MZ)(first.rule)}: ${names(fold)}`))}**`;
    const message = members.length === 1 ? `${told(first.message)}<br>` : '';
    const whom = (0,report_fold/* whomToAsk */.Q7)(fold);
    const asked = whom === '' ? '' : `<br>${told(whom)}`;
    return `${index + 1}. ${emoji[first.severity]} ${title}<br>${message}→ ${told((0,report_fold/* fixFor */.jc)(fold))}${asked}`;
}
function names({ members }) {
    return (0,model_text/* listed */.KE)(members.map(({ assessment }) => (0,row/* called */.Ab)(assessment.observation.target)));
}

;// CONCATENATED MODULE: ./build/report/summary.js











/** GitHub takes 1 MiB per step and shows nothing at all of a larger summary; the rest is a margin. */
const summaryLimitBytes = 1_000_000;
/**
 * The job summary in GitHub's Markdown: the verdict, what to do, the endpoints worst first, then the details.
 * `notes` are sentences about the run's own services, such as a history that was not restored.
 */
function renderSummary(report, notes = []) {
    const head = [`### ${emoji[(0,row/* runMark */.n6)(report)]} ${(0,report_escape/* forMarkdown */.Bm)((0,words/* verdict */.WJ)(report))}`, '', ...runLines(report)];
    const opening = [...head, ...doingLines(report)];
    const middle = [...expiryBar(report), ...developmentLines(report)];
    const closing = [...noticeLines(report), ...waivedLines(report), ...noteLines(notes), footer(report)];
    const room = summaryLimitBytes - bytes([...opening, ...middle, ...closing]);
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
var report_table = __webpack_require__(71799);
// EXTERNAL MODULE: ./build/run-signal.js
var run_signal = __webpack_require__(9906);
// EXTERNAL MODULE: ./build/world.js + 64 modules
var build_world = __webpack_require__(22461);
;// CONCATENATED MODULE: ./build/runner/annotate.js

/** Shows an annotation beside its line of the config; @actions/core escapes what would be a command. */
function annotate({ level, title, message, place }) {
    const where = place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column };
    const say = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm }[level];
    say(message, { title, ...where });
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

;// CONCATENATED MODULE: ./build/runner/event.js
const advice = 'Use the event pull_request instead: it runs without the repository’s secrets';
/** Decides by event, ref and head repository. In doubt a run is a gate, and a gate untrusted. */
function runKind({ event, ref, actor, payload }) {
    if (event === 'pull_request_target')
        return { kind: 'refused', because: `The event pull_request_target is refused. ${advice}.` };
    if (event === 'workflow_run' &&
        (payload.workflow_run?.event ?? 'pull_request').startsWith('pull_request')) {
        return { kind: 'refused', because: `A workflow_run started by a pull request is refused. ${advice}.` };
    }
    const dependabot = actor === 'dependabot[bot]';
    if (event.startsWith('pull_request')) {
        const head = payload.pull_request?.head?.repo?.full_name;
        const foreign = head === undefined || head !== payload.repository?.full_name;
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
    const named = payload.repository?.default_branch;
    if (named !== undefined)
        return named;
    const [, branch = null] = event === 'schedule' ? (/^refs\/heads\/(.+)$/.exec(ref) ?? []) : [];
    return branch;
}

// EXTERNAL MODULE: ./build/history/memory-json.js
var memory_json = __webpack_require__(49987);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/runner/history-folder.js



/** The folder's name under the runner's temporary folder, and inside the report artifact. */
const historyRoot = 'certificate_history';
/** What a restored history may hold: ample for 10,000 endpoints, and no more than a runner bears. */
const historyLimits = {
    files: 25_000,
    fileBytes: 16_777_216,
    totalBytes: 536_870_912,
};
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
/** Makes the folder empty, whatever was there. */
async function emptied(folder) {
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)(folder, { recursive: true });
}
/**
 * Moves what an archive left in `landing` into the empty `folder`: plain, readable, small files with a history's
 * names. Links, and whatever is beyond the limits, are left behind; answers how many things were.
 */
async function adopt(landing, folder) {
    let adopted = 0;
    let refused = 0;
    let bytes = 0;
    for (const name of await (0,promises_.readdir)(landing)) {
        const path = (0,external_node_path_.join)(landing, name);
        const found = await (0,promises_.lstat)(path);
        if (found.isDirectory())
            continue; // the archive of a folder holds the folder, too
        const plain = found.isFile() && found.nlink === 1 && found.size <= historyLimits.fileBytes;
        const fits = adopted < historyLimits.files && bytes + found.size <= historyLimits.totalBytes;
        if (!plain || !fits || !isHistoryFileName(name) || !(await readable(path))) {
            refused += 1;
            continue;
        }
        bytes += found.size;
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

;// CONCATENATED MODULE: ./build/runner/history-cache.js






/** Entries of another major version are never seen, and never overwritten. */
const schemaMajor = Number.parseInt(memory_json/* schemaVersion */.C, 10);
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
        const reply = await within(run.temporary, () => fromToolkit(() => cache.saveCache([cachedPath(folder, run)], key), run.patience));
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
async function within(directory, call) {
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


const defaultConfig = '.github/certificates.yml';
/** Reads the inputs; throws a ConfigError with all that is wrong with them. */
function readInputs() {
    const complaints = [];
    const command = core/* getInput */.V4('command');
    if (!['', 'check'].includes(command)) {
        const later = ['plan', 'observe', 'conclude'].includes(command);
        const why = later ? 'arrives with a later version of certificate-monitor' : 'is not a command';
        complaints.push(inputs_complaint(`The input command: "${command}" ${why}.`, 'Write check, or leave it out.'));
    }
    const inputs = {
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

// EXTERNAL MODULE: ./build/wire/malformed.js
var malformed = __webpack_require__(46529);
;// CONCATENATED MODULE: ./build/runner/rest-answers.js

/** Reads the answer of `GET …/actions/artifacts`; leaves out what has no id or no run. */
function parseArtifacts(answer) {
    const list = at(answer, 'artifacts');
    if (!Array.isArray(list))
        throw new malformed/* Malformed */.s('the answer lists no artifacts');
    return list.flatMap((entry) => {
        const id = number(at(entry, 'id'));
        const run = at(entry, 'workflow_run');
        const runId = number(at(run, 'id'));
        if (id === null || runId === null)
            return [];
        return [
            {
                id,
                sizeBytes: number(at(entry, 'size_in_bytes')) ?? Infinity,
                expired: at(entry, 'expired') !== false,
                createdAt: rest_answers_text(at(entry, 'created_at')) ?? '',
                runId,
                headRepositoryId: number(at(run, 'head_repository_id')),
                headBranch: rest_answers_text(at(run, 'head_branch')),
            },
        ];
    });
}
/** Reads the answer of `GET …/actions/runs/{run_id}`. */
function parseRun(answer) {
    return {
        path: rest_answers_text(at(answer, 'path'))?.split('@')[0] ?? null,
        event: rest_answers_text(at(answer, 'event')) ?? '',
        headBranch: rest_answers_text(at(answer, 'head_branch')),
        headRepositoryId: number(at(at(answer, 'head_repository'), 'id')),
    };
}
function at(value, key) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
function number(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}
function rest_answers_text(value) {
    return typeof value === 'string' ? value : null;
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
        const { data } = await octokit.request(route, { owner, repo, ...parameters, request });
        return data;
    };
}
/** Why asking failed: for good, because the token may not, or for now. */
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
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
        const bytes = zip_within(() => contents(archive, entry, Math.min(limits.fileBytes, left)));
        left -= bytes.length;
        yield { name, bytes };
    }
}
/** Reading beyond the end is the archive's fault. */
function zip_within(read) {
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
    const { count, start } = zip_within(() => endRecord(archive));
    let at = start;
    for (let index = 0; index < count; index += 1) {
        const { entry, next } = zip_within(() => centralHeader(archive, at));
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

;// CONCATENATED MODULE: ./build/runner/older-artifact.js








const trustedEvents = ['schedule', 'workflow_dispatch', 'push'];
/** Two monitors in one run take turns at the name. */
const suffixes = ['', '-2', '-3'];
const mostRuns = 10;
const mostDownloads = 5;
const mostArchiveBytes = 128 * 1024 * 1024;
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
    for (const suffix of suffixes) {
        const parameters = { name: `${name}${suffix}`, per_page: 100 };
        found.push(...parseArtifacts(await ask(`GET ${repositoryRoute}/actions/artifacts`, parameters)));
    }
    return found
        .filter((one) => !one.expired && one.sizeBytes <= mostArchiveBytes)
        .filter((one) => one.headRepositoryId === trust.repositoryId && one.headBranch === trust.branch)
        .sort((one, other) => other.createdAt.localeCompare(one.createdAt) || other.id - one.id);
}
async function newest(candidates, monitor, ask, trust, run) {
    const notes = [];
    const runs = new Map();
    let downloads = 0;
    for (const artifact of candidates) {
        if (downloads >= mostDownloads || runs.size >= mostRuns)
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
    const files = readZip(await octets(stream), wanted, historyLimits);
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
async function octets(stream) {
    if (!(stream instanceof ReadableStream))
        throw new malformed/* Malformed */.s('the download is empty');
    const chunks = [];
    let length = 0;
    for await (const chunk of stream) {
        if (!(chunk instanceof Uint8Array))
            throw new malformed/* Malformed */.s('the download is not binary');
        length += chunk.length;
        if (length > mostArchiveBytes)
            throw new malformed/* Malformed */.s(`the download exceeds ${mostArchiveBytes} octets`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks, length);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/config/read-config.js + 16 modules
var read_config = __webpack_require__(40103);
// EXTERNAL MODULE: ./build/config/secrets.js
var secrets = __webpack_require__(3654);
;// CONCATENATED MODULE: ./build/runner/watchlist.js






/** Shorter values would mask half the log. */
const shortestMasked = 4;
/** Reads what this run watches. Paths are relative to the workspace, and must stay inside it. */
async function watchlistFor(inputs, kind, context) {
    process.chdir(context.workspace);
    const untrusted = kind.kind === 'gate' && kind.untrusted;
    const { values, complaints } = (0,secrets/* parseSecrets */.dC)(inputs.env);
    for (const value of values.values())
        mask(value);
    if (complaints.length > 0)
        throw new complaint/* ConfigError */.xL(complaints);
    const alone = inputs.domains.length > 0 && inputs.config === defaultConfig && !(0,external_node_fs_.existsSync)(defaultConfig);
    return (0,read_config/* readConfig */.X)({
        path: alone ? null : inputs.config,
        hosts: inputs.domains,
        scan: inputs.scan,
        probes: false,
        anchors: [],
        root: context.workspace,
        secrets: values,
        environment: process.env,
        resolve: { targets: !untrusted, notifications: kind.kind === 'delivers' },
        untrusted,
    });
}
/** The runner masks a value of several lines whole; here each line counts as a secret, too. */
function mask(value) {
    for (const secret of new Set([value, ...value.split(/\r?\n/)])) {
        if (secret.trim().length >= shortestMasked)
            core/* setSecret */.Pq(secret);
    }
}

;// CONCATENATED MODULE: ./build/runner/workflow-run.js

/** The toolkit would wait for minutes; a service that hangs costs the workflow this much. */
const servicePatienceMs = 60_000;
/** Reads what the runner says of the run beyond its context. */
function workflowRun(context, token, signal) {
    const { env } = process;
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    return {
        repository,
        repositoryId: wholeNumber(env['GITHUB_REPOSITORY_ID']),
        defaultBranch: defaultBranch(context),
        workflowPath: workflowPath(env['GITHUB_WORKFLOW_REF'], repository),
        id: env['GITHUB_RUN_ID'] ?? '0',
        attempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
        serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
        apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        token: token === '' ? null : token,
        temporary: context.temporary,
        mostRetentionDays: wholeNumber(env['GITHUB_RETENTION_DAYS']),
        patience: { ms: servicePatienceMs, signal },
    };
}
/** `owner/name/.github/workflows/monitor.yml@refs/heads/main`; a workflow of another repository is none of ours. */
function workflowPath(ref, repository) {
    const start = `${repository}/`;
    if (ref === undefined || !ref.startsWith(start))
        return null;
    return ref.slice(start.length).split('@')[0] ?? null;
}
function wholeNumber(text) {
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
        const watchlist = await watchlistFor(inputs, kind, context);
        for (const warning of watchlist.warnings)
            annotate(asAnnotation(warning, 'warning'));
        return await run({ context, inputs, watchlist, delivers: kind.kind === 'delivers', ending });
    }
    catch (thrown) {
        return explain(thrown);
    }
    finally {
        ending.release();
    }
}
async function run({ context, inputs, watchlist, delivers, ending }) {
    const workflow = workflowRun(context, inputs.token, ending.signal);
    const history = await restoreHistory(watchlist.monitor, inputs.artifactName, workflow);
    const memories = await (0,build_memories/* openMemories */.s)(history.folder, delivers);
    const world = (0,build_world/* realWorld */.b)({
        watchlist,
        memories,
        signal: ending.signal,
        now: null,
        run: context.run,
        scheduled: context.event === 'schedule',
        progress: () => { },
    });
    const report = await (0,monitor/* check */.z)(watchlist, world);
    const files = await (0,report_files/* writeReport */.u)(report, await reportFolder(context.temporary), ending.cause === null);
    if (ending.cause === 'SIGINT')
        return outcome/* exitCodes */.h.interrupted;
    if (ending.cause === 'SIGTERM')
        return outcome/* exitCodes */.h.terminated;
    if (delivers)
        await memories.remember((0,monitor/* remembered */.H)(report, watchlist));
    const saved = delivers && history.cacheable ? await saveHistory(watchlist.monitor, workflow) : [];
    const kept = delivers && history.attachable ? await historyFiles(history.folder) : [];
    const artifact = await uploadReport([files.json, files.xlsx, files.errors].filter((path) => path !== null).concat(kept), context.temporary, { name: inputs.artifactName, retentionDays: inputs.retentionDays }, workflow);
    await publish(report, [...history.notes, ...memories.notes, ...saved, ...artifact.notes]);
    tellOutputs({
        ...outputs(report),
        'report-json': files.json,
        'report-xlsx': files.xlsx ?? '',
        'artifact-id': artifact.id ?? '',
        'artifact-url': artifact.url ?? '',
    });
    const { code, sentence } = (0,outcome/* outcome */.b)(report, inputs.failOn);
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
    core/* info */.pq((0,report_escape/* withoutCommands */.Df)((0,report_table/* renderTable */.b)(report, { color: true, width: 120 })));
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
function tellOutputs(values) {
    for (const [name, value] of Object.entries(values))
        core/* setOutput */.uH(name, value);
}
function explain(thrown) {
    if (thrown instanceof complaint/* ConfigError */.xL) {
        for (const complaint of thrown.complaints)
            annotate(asAnnotation(complaint, 'error'));
        const count = (0,model_text/* counted */.hS)(thrown.complaints.length, 'mistake');
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
