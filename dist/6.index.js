export const id = 6;
export const ids = [6];
export const modules = {

/***/ 80497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ levels)
/* harmony export */ });
/** How loud a message is, the loudest first. `OK` says that a trouble told about is over. */
const levels = ['CRITICAL', 'WARNING', 'INFO', 'OK'];


/***/ }),

/***/ 54006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderMails: () => (/* binding */ renderMails)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/model/duration.js
var duration = __webpack_require__(43048);
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(69688);
// EXTERNAL MODULE: ./build/model/product.js
var product = __webpack_require__(19777);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
;// CONCATENATED MODULE: ./build/report/mail/appearance.js
const ink = {
    page: '#eef1f5',
    card: '#ffffff',
    box: '#f4f6f9',
    text: '#1f2937',
    dim: '#5b6675',
    line: '#dde3ea',
    link: '#1f5fae',
};
/** White letters on `strong`, and `strong` on `soft`, have a contrast of 4.5 : 1 and more (WCAG 2.2, 1.4.3). */
const tones = {
    CRITICAL: { strong: '#b3261e', soft: '#fbe3e1' },
    WARNING: { strong: '#8a5a00', soft: '#fdf0cf' },
    INFO: { strong: '#1f5fae', soft: '#e1ecf9' },
    OK: { strong: '#1d6b35', soft: '#dff2e4' },
};
const sans = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const words = `${sans};font-size:14px;line-height:21px;color:${ink.text}`;
/** Inline styles, the only ones that all mail readers keep. */
const styles = {
    body: `margin:0;padding:0;background-color:${ink.page}`,
    page: `background-color:${ink.page}`,
    card: `width:100%;max-width:640px;background-color:${ink.card};border:1px solid ${ink.line};border-radius:8px;overflow:hidden`,
    head: 'padding:20px 24px;color:#ffffff',
    kicker: `${sans};font-size:12px;line-height:18px;letter-spacing:0.06em;color:#ffffff`,
    verdict: `${sans};margin:4px 0 0;font-size:20px;line-height:28px;font-weight:600;color:#ffffff;word-break:break-word`,
    part: `${sans};margin:0;padding:0 0 6px;font-size:13px;line-height:18px;letter-spacing:0.06em;text-transform:uppercase;font-weight:600;color:${ink.dim};border-bottom:1px solid ${ink.line}`,
    entry: 'margin:0 0 8px',
    name: `${sans};margin:0 0 2px;font-size:16px;line-height:24px;font-weight:600;color:${ink.text};word-break:break-word`,
    badge: 'padding:2px 7px;border-radius:4px;font-size:11px;line-height:16px;letter-spacing:0.04em;font-weight:700',
    message: `${words};margin:0;font-size:15px;word-break:break-word`,
    words: `${words};margin:2px 0 6px;word-break:break-word`,
    box: `padding:10px 14px 8px;background-color:${ink.box};border-radius:6px`,
    label: `${sans};font-size:12px;line-height:18px;font-weight:700;color:${ink.dim}`,
    title: `${words};padding:2px 14px 2px 0;font-size:13px;line-height:19px;color:${ink.dim}`,
    fact: `${words};padding:2px 0;font-size:13px;line-height:19px;word-break:break-word`,
    change: `${words};margin:2px 0;font-size:13px;line-height:19px;word-break:break-word`,
    code: `font-family:Consolas,Menlo,monospace;font-size:13px;color:${ink.text};background-color:#e4e9f0;padding:1px 4px;border-radius:3px`,
    footer: `${sans};padding:16px 24px 20px;font-size:12px;line-height:20px;color:${ink.dim};border-top:1px solid ${ink.line}`,
};

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/report/mail/markup.js


/** One line of plain text inside HTML, in an element or in a quoted attribute. */
function inHtml(text) {
    return (0,report_escape/* visible */.RK)(text).replace(/[&<>"'`=]/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`);
}
/** Text from outside, with what mail readers turn into links by themselves parted by a zero-width space. */
function forHtml(text) {
    return inHtml(text).replaceAll(/:(?=\/\/)|\bwww(?=\.)|\bmailto:|@/giu, '$&&#8203;');
}
/** Our own sentences, in which commands stand between backticks: those become code, to be copied as they stand. */
function proseForHtml(text) {
    const parts = text.split('`');
    if (parts.length % 2 === 0)
        return forHtml(text);
    return parts
        .map((part, index) => index % 2 === 0 ? forHtml(part) : `<code style="${styles.code}">${inHtml(part)}</code>`)
        .join('');
}
/** A link to where the user or this program points, never to where a stranger does; anything but https stays text. */
function linked(url, words) {
    const { protocol, href } = URL.parse(url) ?? { protocol: '', href: '' };
    if (protocol !== 'https:')
        return forHtml(words);
    return `<a href="${inHtml(href)}" style="color:${ink.link};text-decoration:underline">${inHtml(words)}</a>`;
}

;// CONCATENATED MODULE: ./build/report/mail/text.js






/** The letter as plain text; the first line is the subject. Lines are not wrapped: readers do that. */
function renderMailText(letter) {
    const lines = [
        line(letter.subject),
        '',
        ...(countOf(letter) === 1 ? [] : [`${line(letter.verdict)}.`, '']),
        ...bodyLines(letter),
        ...footerLines(letter),
    ];
    return `${lines.join('\n')}\n`;
}
/** How many entries a letter has. */
function countOf({ parts }) {
    return parts.reduce((sum, { entries }) => sum + entries.length, 0);
}
function bodyLines(letter) {
    const blocks = letter.parts.flatMap((part) => blocksOf(part, countOf(letter) > 1));
    const shown = (0,markdown/* fitting */._Q)(blocks, limits/* shownLimits */.CV.mailTextBytes);
    const rest = blocks.length - shown.length;
    return rest === 0 ? shown : [...shown, `… and ${(0,model_text/* counted */.hS)(rest, 'endpoint')} more, in the report.`, ''];
}
function blocksOf({ title, entries }, many) {
    return entries.map((entry, index) => {
        const heading = many && index === 0 ? [`== ${title} ==`, ''] : [];
        const name = many ? [`[${entry.level}] ${line(entry.name)}`] : [];
        return [...heading, ...name, ...entryLines(entry, many), ''].join('\n');
    });
}
function entryLines(entry, many) {
    const { status, message, expiry, steps, owner, runbook, evidence, changes } = entry;
    return [
        ...(many || status === null ? [] : [`Status: ${status}`]),
        many ? line(message) : `Message: ${line(message)}`,
        ...(expiry === null ? [] : [factLine(expiry)]),
        ...(steps.length === 0 ? [] : ['What to do:', ...steps.flatMap(stepLines)]),
        ...(owner === null ? [] : [`Owner: ${line(owner)}`]),
        ...(runbook === null ? [] : [`Runbook: ${line(runbook)}`]),
        ...evidence.map(factLine),
        ...(changes.length === 0 ? [] : ['Changes detected:', ...changes.map((change) => `- ${line(change)}`)]),
    ];
}
function factLine([title, words]) {
    return `${line(title)}: ${line(words)}`;
}
function stepLines({ message, fix, reference }) {
    return [
        ...(message === null ? [] : [`  ${line(message)}`]),
        `  → ${line(fix)}`,
        `    About this rule: ${line(reference)}`,
    ];
}
function footerLines({ at, monitor, version, runUrl }) {
    return [
        `Timestamp: ${(0,duration/* inUtc */.e8)(at)}`,
        ...(runUrl === null ? [] : [`Run: ${line(runUrl)}`]),
        '',
        '-- ', // what follows is a signature to mail readers (RFC 3676 §4.3)
        `${line(monitor)}, ${product/* productName */.tZ} ${version}`,
    ];
}
function line(text) {
    return (0,report_escape/* visible */.RK)(text);
}

;// CONCATENATED MODULE: ./build/report/mail/html.js








/**
 * The letter as HTML for mail readers, the oldest of which lay out with Word: tables, inline styles, no image, no
 * sheet, no script. Every colour stands with its ground, so that a reader that inverts one inverts both.
 */
function renderMailHtml(letter) {
    const rows = [
        headRow(letter),
        ...entryRows(letter),
        `<tr><td style="${styles.footer}">${footer(letter)}</td></tr>`,
    ];
    return [
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="supported-color-schemes" content="light dark">',
        `<title>${forHtml(letter.subject)}</title>`,
        '</head>',
        `<body bgcolor="${ink.page}" style="${styles.body}">`,
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${ink.page}" style="${styles.page}">`,
        `<tr><td align="center" style="padding:24px 12px">`,
        `<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" bgcolor="${ink.card}" style="${styles.card}">`,
        ...rows,
        '</table>',
        '</td></tr>',
        '</table>',
        '</body>',
        '</html>',
        '',
    ].join('\n');
}
function headRow({ level, verdict, monitor }) {
    const { strong } = tones[level];
    return [
        `<tr><td bgcolor="${strong}" style="${styles.head};background-color:${strong}">`,
        `<div style="${styles.kicker}">${level} &#183; Certificate Alert &#183; ${forHtml(monitor)}</div>`,
        `<h1 style="${styles.verdict}">${forHtml(verdict)}</h1>`,
        '</td></tr>',
    ].join('\n');
}
function entryRows(letter) {
    const many = countOf(letter) > 1;
    const all = letter.parts.flatMap(({ title, entries }) => entries.map((entry, index) => {
        const heading = many && index === 0 ? row(`<h2 style="${styles.part}">${title}</h2>`) : '';
        return heading + row(card(entry, many), `padding:${many ? 12 : 20}px 24px 4px`);
    }));
    const shown = (0,markdown/* fitting */._Q)(all, limits/* shownLimits */.CV.mailHtmlBytes);
    const rest = all.length - shown.length;
    if (rest === 0)
        return shown;
    const more = `&#8230; and ${(0,model_text/* counted */.hS)(rest, 'endpoint')} more, in the report.`;
    return [...shown, row(`<p style="${styles.words}">${more}</p>`, 'padding:12px 24px')];
}
function row(content, style = 'padding:20px 24px 0') {
    return `<tr><td style="${style}">${content}</td></tr>\n`;
}
function card(entry, many) {
    const { strong, soft } = tones[entry.level];
    const badge = `<span style="${styles.badge};color:${strong};background-color:${soft}">${entry.level}</span>`;
    const name = many ? `<h3 style="${styles.name}">${forHtml(entry.name)}&ensp;${badge}</h3>` : '';
    const facts = [
        ...(many || entry.status === null ? [] : [['Status', entry.status]]),
        ...(entry.expiry === null ? [] : [entry.expiry]),
        ...entry.evidence,
    ];
    return [
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.entry}">`,
        `<tr><td style="padding:2px 0 4px 14px;border-left:4px solid ${strong}">`,
        `${name}<p style="${styles.message}">${proseForHtml(entry.message)}</p>`,
        doing(entry),
        table(facts.map(([title, words]) => [forHtml(title), forHtml(words)])),
        changes(entry),
        '</td></tr></table>',
    ].join('\n');
}
function doing({ steps, owner, runbook }) {
    const asked = [
        ...(owner === null ? [] : [['Owner', forHtml(owner)]]),
        ...(runbook === null ? [] : [['Runbook', linked(runbook, runbook)]]),
    ];
    if (steps.length + asked.length === 0)
        return '';
    return [
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0">`,
        `<tr><td bgcolor="${ink.box}" style="${styles.box}">`,
        ...(steps.length === 0 ? [] : [`<div style="${styles.label}">What to do</div>`]),
        ...steps.map(stepHtml),
        table(asked),
        '</td></tr></table>',
    ].join('\n');
}
function stepHtml({ message, fix, reference }) {
    const what = message === null ? '' : `<strong>${proseForHtml(message)}</strong><br>`;
    return `<p style="${styles.words}">${what}${proseForHtml(fix)} ${linked(reference, 'About this rule')}</p>`;
}
function table(facts) {
    if (facts.length === 0)
        return '';
    const rows = facts.map(([title, html]) => `<tr><td valign="top" width="120" style="${styles.title}">${title}</td><td valign="top" style="${styles.fact}">${html}</td></tr>`);
    return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:4px">\n${rows.join('\n')}\n</table>`;
}
function changes(entry) {
    if (entry.changes.length === 0)
        return '';
    const lines = entry.changes.map((change) => `<p style="${styles.change}">${forHtml(change)}</p>`);
    return `<div style="${styles.label};margin-top:10px">Changes detected</div>\n${lines.join('\n')}`;
}
function footer({ runUrl, at, version }) {
    const run = runUrl === null ? '' : `${linked(runUrl, 'Open the run with the full report')}<br>`;
    return `${run}${forHtml((0,duration/* inUtc */.e8)(at))} &#183; ${product/* productName */.tZ} ${forHtml(version)}`;
}

// EXTERNAL MODULE: ./build/report/mail/entry.js
var mail_entry = __webpack_require__(14159);
// EXTERNAL MODULE: ./build/report/mail/subject.js
var subject = __webpack_require__(52539);
// EXTERNAL MODULE: ./build/report/mail/verdict.js
var verdict = __webpack_require__(84678);
;// CONCATENATED MODULE: ./build/report/mail/letter.js



/** The letter about some messages, which may all be about one endpoint. */
function letterOf(messages, facts) {
    const level = (0,subject/* loudest */.$S)(messages);
    const names = (0,subject/* byEndpoint */.LF)(messages).flatMap(([first]) => first?.assessment.observation.target.name ?? []);
    const part = (title, wanted) => {
        const entries = messages.filter(wanted).map((message) => (0,mail_entry/* entryFor */.c)(message, facts.now));
        return entries.length === 0 ? [] : [{ title, entries }];
    };
    return {
        ...letter_frame(facts),
        level,
        subject: (0,subject/* subjectFor */.qL)(level, names),
        verdict: (0,verdict/* verdictOf */.Vj)(messages),
        parts: [
            ...part('Needs you', (message) => (0,verdict/* isOpen */.nT)(message) && message.occasion !== 'reminder'),
            ...part('Still open', ({ occasion }) => occasion === 'reminder'),
            ...part('No longer in trouble', ({ occasion }) => occasion === 'recovery'),
            ...part('New certificates', ({ occasion }) => occasion === 'rotation'),
        ],
    };
}
/** The letter about many endpoints that failed together: one trouble, named after the monitor. */
function blastLetter(outage, facts) {
    const entry = (0,mail_entry/* blastEntry */.n)(outage, facts);
    const over = outage.finding === null;
    return {
        ...letter_frame(facts),
        level: entry.level,
        subject: (0,subject/* subjectFor */.qL)(entry.level, [entry.name]),
        verdict: over
            ? `${entry.name}: endpoints no longer fail together`
            : `${entry.name} needs you: many endpoints failed together`,
        parts: [{ title: over ? 'No longer in trouble' : 'Needs you', entries: [entry] }],
    };
}
function letter_frame({ run, generator, at }) {
    return { monitor: run.monitor, version: generator.version, at, runUrl: run.url };
}

;// CONCATENATED MODULE: ./build/report/mail.js





/** The mails for what a run has to tell: one in all, or one for each endpoint. */
function renderMails(dispatch, facts, perEndpoint) {
    if (dispatch.kind === 'blast-radius')
        return [mail(blastLetter(dispatch, facts), [], facts)];
    const whole = mailAbout(dispatch.messages, facts);
    if (!perEndpoint)
        return [whole];
    const [first = whole, ...rest] = (0,subject/* byEndpoint */.LF)(dispatch.messages).map((those) => mailAbout(those, facts));
    return [first, ...rest];
}
function mailAbout(messages, facts) {
    const endpoints = (0,subject/* byEndpoint */.LF)(messages).flatMap(([first]) => first?.assessment.observation.target.id ?? []);
    return mail(letterOf(messages, facts), endpoints, facts);
}
function mail(letter, endpoints, { run, at }) {
    // A mail about several endpoints belongs to the monitor: it would glue their threads together.
    const thread = digest('thread', run.monitor, endpoints.length === 1 ? (endpoints[0] ?? '') : '');
    return {
        subject: letter.subject,
        text: renderMailText(letter),
        html: renderMailHtml(letter),
        id: digest('mail', run.monitor, run.id ?? '', at.toISOString(), ...endpoints),
        thread,
        endpoints,
    };
}
function digest(...parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}


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


/***/ })

};
