export const id = 298;
export const ids = [298];
export const modules = {

/***/ 80497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ levels)
/* harmony export */ });
/** How loud a message is, the loudest first. `OK` says that a trouble told about is over. */
const levels = ['CRITICAL', 'WARNING', 'INFO', 'OK'];


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

/***/ 10298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderWebhook: () => (/* binding */ renderWebhook)
});

// EXTERNAL MODULE: ./build/model/duration.js
var duration = __webpack_require__(43048);
// EXTERNAL MODULE: ./build/model/memory-words.js
var memory_words = __webpack_require__(77679);
// EXTERNAL MODULE: ./build/model/message.js
var message = __webpack_require__(80497);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/leaf.js
var report_leaf = __webpack_require__(7115);
// EXTERNAL MODULE: ./build/report/outage-words.js
var outage_words = __webpack_require__(58652);
// EXTERNAL MODULE: ./build/report/row.js
var row = __webpack_require__(5207);
// EXTERNAL MODULE: ./build/report/told-findings.js
var told_findings = __webpack_require__(97229);
// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(44702);
;// CONCATENATED MODULE: ./build/report/webhook/entry.js











const longestTitle = 150;
const longestSentence = 400;
/** Slack takes 50 blocks; a tired person reads no more than these. */
const mostTold = 20;
/** The words for a dispatch. */
function entries(dispatch, { run, now }) {
    if (dispatch.kind === 'blast-radius') {
        const { level, message, fix } = (0,outage_words/* outageWords */.J)(dispatch, now);
        const [verdict, advice] = [clipped(message, longestSentence), fix && clipped(fix, longestSentence)];
        const title = clipped(run.monitor, longestTitle);
        const entry = { level, name: title, title, verdict, fix: advice, owner: null, runbook: null };
        return { told: [entry], others: [] };
    }
    const all = loudestFirst(dispatch.messages);
    const told = all.slice(0, mostTold).map((message) => {
        const { target } = message.assessment.observation;
        const fix = (0,told_findings/* toldFindings */.mr)(message)[0]?.fix ?? null;
        return {
            level: message.level,
            name: clipped(target.name, longestTitle),
            title: clipped((0,row/* called */.Ab)(target), longestTitle),
            verdict: clipped(verdict(message, now), longestSentence),
            fix: fix === null ? null : clipped(fix, longestSentence),
            owner: target.owner === null ? null : clipped(target.owner, longestTitle),
            runbook: target.runbook === null ? null : clipped(target.runbook, longestSentence),
        };
    });
    return { told, others: all.slice(mostTold).map(({ level }) => level) };
}
/** `CRITICAL Certificate Alert: shop.example.com`; of several endpoints, how many they are. */
function heading({ told, others }) {
    const [loudest] = told;
    const count = told.length + others.length;
    const whom = count === 1 ? (loudest?.name ?? '') : (0,model_text/* counted */.hS)(count, 'endpoint');
    return `${loudest?.level ?? 'INFO'} Certificate Alert: ${whom}`;
}
/** Whom there was no room for: `… and 12 endpoints more (2 CRITICAL, 10 WARNING)`; empty without any. */
function omitted(rest) {
    if (rest.length === 0)
        return '';
    const parts = message/* levels */.y.flatMap((level) => {
        const count = rest.filter((one) => one === level).length;
        return count === 0 ? [] : [`${count} ${level}`];
    });
    return `… and ${(0,model_text/* counted */.hS)(rest.length, 'endpoint')} more (${parts.join(', ')}), in the report of the run`;
}
/** The one sentence, and why it is told now. */
function verdict(message, now) {
    const { assessment, occasion, level, since } = message;
    const [worst, ...others] = (0,told_findings/* toldFindings */.mr)(message);
    const more = others.length === 0 ? '' : `, and ${(0,model_text/* counted */.hS)(others.length, 'finding')} more`;
    const seen = worst === undefined ? (0,words/* sentence */.em)(assessment, now) : worst.message + more;
    const found = [(0,told_findings/* unseenWords */.CL)(message), seen].filter((words) => words !== null).join('. ');
    switch (occasion) {
        case 'trouble':
            return found;
        case 'escalation':
            return `Now ${level}: ${found}`;
        case 'reminder':
            return `Still so${since === null ? '' : `, since ${(0,duration/* calendarDay */.$6)(since)}`}: ${found}`;
        case 'rotation': {
            const leaf = (0,report_leaf/* firstLeaf */.N_)(assessment.observation);
            const valid = leaf === null ? '' : `. ${(0,words/* validity */.bg)(leaf, now)}`;
            return (0,words/* sentenceCase */.o3)((0,memory_words/* memoryWords */.j)(assessment)) + valid;
        }
        case 'recovery': {
            // A waiver is no cure.
            if ((0,trouble/* waivedFindings */.Nq)(assessment.findings).length > 0)
                return found;
            const span = since === null ? '' : ` after ${(0,duration/* inWords */.r4)(now.getTime() - since.getTime())}`;
            return `Healthy again${span}. ${found}`;
        }
    }
}
/** One harmless line, short enough even where its characters had to be named. */
function clipped(text, most) {
    return (0,model_text/* shortened */.vI)((0,report_escape/* visible */.RK)((0,model_text/* shortened */.vI)(text, most)), most).toWellFormed();
}
function loudestFirst(messages) {
    return messages.toSorted((one, other) => message/* levels */.y.indexOf(one.level) - message/* levels */.y.indexOf(other.level));
}

// EXTERNAL MODULE: ./build/model/certificate.js
var certificate = __webpack_require__(51545);
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(69688);
// EXTERNAL MODULE: ./build/model/product.js
var product = __webpack_require__(19777);
// EXTERNAL MODULE: ./build/report/certificate-json.js
var certificate_json = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/report/history-json.js
var history_json = __webpack_require__(32762);
;// CONCATENATED MODULE: ./build/report/webhook/payload.js
/** JSON (RFC 8259) in ASCII: nothing in it acts on a terminal, and every receiver counts the same octets. */
function asciiJson(payload) {
    return JSON.stringify(payload).replace(/[^\x20-\x7E]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** The payload with as many entries as the receiver takes in octets; the rest is left to be counted. */
function fitted({ told, others }, mostBytes, payload) {
    for (let count = told.length;; count--) {
        const rest = [...told.slice(count).map(({ level }) => level), ...others];
        const body = asciiJson(payload(told.slice(0, count), rest));
        if (body.length <= mostBytes || count === 0)
            return body;
    }
}
/** The address where it is one that a browser opens; `null` for anything else, one that was cut included. */
function webAddress(text) {
    if (text === null || /[\s…]/u.test(text) || !URL.canParse(text))
        return null;
    const { protocol, href } = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
}

;// CONCATENATED MODULE: ./build/report/webhook/generic.js













const longestText = 1000;
const mostValues = 100;
const generic_mostTold = 5;
/** One message of one endpoint: level, name and text for people, the rest for programs. */
function genericBody(message, occurrence, wish) {
    const { level, occasion, assessment } = message;
    const { observation, status } = assessment;
    const { target } = observation;
    const { now } = occurrence;
    const leaf = (0,report_leaf/* firstLeaf */.N_)(observation);
    const { changes, rotation } = (0,history_json/* historyJson */.d)(assessment, now);
    const name = clipped(target.name, longestText);
    return asciiJson({
        level,
        name,
        message: [`${level} Certificate Alert: ${name}`, '', ...textLines(message, occurrence, wish)].join('\n'),
        ...common(occurrence, wish),
        id: target.id,
        domain: target.kind === 'endpoint' ? target.host : target.domain,
        port: target.kind === 'endpoint' ? target.port : null,
        status,
        occasion,
        days_until_expiration: leaf === null ? null : (0,certificate/* daysLeft */.H_)(leaf, now),
        not_after: (0,certificate_json/* utc */.n$)(leaf?.notAfter ?? null),
        issuer: leaf === null ? null : clipped((0,report_leaf/* issuerName */.bD)(leaf) ?? '', longestText) || null,
        findings: findingsOf(assessment.findings.filter(({ waivedUntil }) => waivedUntil === null)),
        changes: changes.map(({ type, old, new: now }) => ({ type, old: few(old), new: few(now) })),
        rotation,
        owner: target.owner,
        runbook: target.runbook,
        tags: target.tags,
    });
}
/** A whole run that saw nothing of the network, or does again: one message, named after the monitor. */
function genericBlastRadius(outage, occurrence, wish) {
    const { level, message, fix } = (0,outage_words/* outageWords */.J)(outage, occurrence.now);
    const { finding } = outage;
    const status = finding === null || finding.severity === 'notice' ? 'success' : finding.severity;
    const name = clipped(occurrence.run.monitor, longestText);
    const lines = [
        `${level} Certificate Alert: ${name}`,
        '',
        `Status: ${status.toUpperCase()}`,
        `Message: ${clipped(message, longestText)}`,
        ...(fix === null ? [] : [`What to do: ${clipped(fix, longestText)}`]),
        ...closingLines(occurrence, wish),
    ];
    const nothing = { id: null, domain: null, port: null, days_until_expiration: null, not_after: null };
    return asciiJson({
        level,
        name,
        message: lines.join('\n'),
        ...common(occurrence, wish),
        ...nothing,
        status,
        occasion: finding === null ? 'recovery' : outage.since < occurrence.now ? 'reminder' : 'trouble',
        issuer: null,
        findings: findingsOf(finding === null ? [] : [finding]),
        changes: [],
        rotation: null,
        owner: null,
        runbook: null,
        tags: [],
    });
}
function common({ run, at }, { includeTimestamp, includeSource }) {
    return {
        ...(includeTimestamp ? { timestamp: at.toISOString() } : {}),
        ...(includeSource ? { source: product/* productName */.tZ } : {}),
        version: product/* productVersion */.Ud,
        monitor: clipped(run.monitor, longestText),
        run_url: run.url,
    };
}
function textLines(message, occurrence, wish) {
    const { assessment } = message;
    const { observation, comparison, status } = assessment;
    const { owner, runbook } = observation.target;
    const { now } = occurrence;
    const [worst, ...others] = (0,told_findings/* toldFindings */.mr)(message);
    const more = others.length - generic_mostTold;
    return [
        `Status: ${status.toUpperCase()}`,
        `Message: ${clipped(verdict(message, now), longestText)}`,
        ...expiryLines((0,report_leaf/* firstLeaf */.N_)(observation)?.notAfter ?? null, now),
        ...(worst === undefined ? [] : [`What to do: ${clipped(worst.fix, longestText)}`]),
        ...others.slice(0, generic_mostTold).map((other) => `Also: ${clipped(other.message, longestText)}`),
        ...(more > 0 ? [`Also: ${(0,model_text/* counted */.hS)(more, 'finding')} more`] : []),
        ...(owner === null ? [] : [`Owner: ${clipped(owner, longestText)}`]),
        ...(runbook === null ? [] : [`Runbook: ${clipped(runbook, longestText)}`]),
        ...(comparison.changes.length === 0 ? [] : ['', 'Changes detected:']),
        ...comparison.changes.map(changeLine),
        ...closingLines(occurrence, wish),
    ];
}
function expiryLines(notAfter, now) {
    if (notAfter === null)
        return [];
    const how = notAfter < now ? 'Expired' : 'Expires';
    return [`${how}: ${(0,duration/* fromNow */.PI)(notAfter, now)} (${(0,duration/* inUtc */.e8)(notAfter)})`];
}
function changeLine({ type, old, new: now }) {
    const told = (value) => typeof value === 'string' ? value : (0,model_text/* listed */.KE)(value) || 'nothing';
    const what = (0,words/* sentenceCase */.o3)(type.replaceAll('_', ' '));
    return `- ${what} changed: ${clipped(told(old), longestText)} → ${clipped(told(now), longestText)}`;
}
function closingLines({ run, at }, { includeTimestamp }) {
    const lines = [
        ...(includeTimestamp ? [`Timestamp: ${(0,duration/* inUtc */.e8)(at)}`] : []),
        ...(run.url === null ? [] : [`Run: ${run.url}`]),
    ];
    return lines.length === 0 ? [] : ['', ...lines];
}
function findingsOf(findings) {
    return findings
        .slice(0, limits/* shownLimits */.CV.webhookFindings)
        .map(({ rule, severity, message, fix, reference, since }) => {
        const [said, advice] = [clipped(message, longestText), clipped(fix, longestText)];
        return { rule, severity, message: said, fix: advice, reference, since: (0,certificate_json/* utc */.n$)(since) };
    });
}
/** A leaf may have thousands of names; the report holds them all. */
function few(value) {
    if (typeof value === 'string')
        return clipped(value, longestText);
    const shown = value.slice(0, mostValues).map((one) => clipped(one, longestText));
    const rest = value.length - shown.length;
    return rest === 0 ? shown : [...shown, `… and ${rest} more`];
}

// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
;// CONCATENATED MODULE: ./build/report/webhook/slack.js





const longestHeader = 150;
const slack_longestText = 3000;
const signs = {
    CRITICAL: markdown/* emoji */.Zg.error,
    WARNING: markdown/* emoji */.Zg.warning,
    INFO: markdown/* emoji */.Zg.notice,
    OK: markdown/* emoji */.Zg.healthy,
};
/** One message in Slack's Block Kit for all entries, within its limits; what does not fit is counted. */
function slackBody(all, { run }) {
    const title = heading(all);
    return fitted(all, limits/* shownLimits */.CV.slackBytes, (shown, rest) => ({
        text: inert(title), // where blocks are not shown, as in a notification
        unfurl_links: false,
        unfurl_media: false,
        blocks: [
            { type: 'header', text: { type: 'plain_text', text: plain(title), emoji: false } },
            ...shown.map((entry) => ({ type: 'section', text: mrkdwn(entryLines(entry)) })),
            ...(rest.length === 0 ? [] : [{ type: 'section', text: mrkdwn([omitted(rest)]) }]),
            { type: 'context', elements: [mrkdwn([origin(run)])] },
        ],
    }));
}
function entryLines({ level, title, verdict, fix, owner, runbook }) {
    const whom = [
        ...(owner === null ? [] : [`Owner: ${inert(owner)}`]),
        ...(runbook === null ? [] : [`Runbook: ${linked(runbook, runbook)}`]),
    ];
    return [
        `${signs[level]} *${inert(title)}*`,
        inertProse(verdict),
        ...(fix === null ? [] : [`→ ${inertProse(fix)}`]),
        ...(whom.length === 0 ? [] : [whom.join(' · ')]),
    ];
}
function origin({ monitor, url }) {
    const name = inert((0,model_text/* shortened */.vI)(monitor));
    return url === null ? name : `${name} · ${linked(url, 'Open the run')}`;
}
/** Whole lines only: half a reference or half a link would be another text. */
function mrkdwn(lines) {
    let free = slack_longestText - 2;
    const end = lines.findIndex((line) => (free -= line.length + 1) < 0);
    const text = (end < 0 ? lines : [...lines.slice(0, end), '…']).join('\n');
    return { type: 'mrkdwn', text, verbatim: true }; // names and addresses stay text
}
/** `&`, `<` and `>` open mentions and links; the others, emphasis and emoji, are parted by a zero-width space. */
function inert(text) {
    return escaped(text).replace(/[*_~`@]|:(?=[\w+-]+:)/gu, '$&\u200B');
}
/** Our own sentences, in which commands stand between backticks. */
function inertProse(text) {
    const parts = text.split('`');
    if (parts.length % 2 === 0)
        return inert(text);
    return parts.map((part, index) => (index % 2 === 0 ? inert(part) : `\`${escaped(part)}\``)).join('');
}
function escaped(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
/** A header is plain text; whether its `<` and `@` may act is written nowhere. */
function plain(text) {
    return (0,model_text/* shortened */.vI)(text, longestHeader)
        .toWellFormed()
        .replaceAll('<', '‹')
        .replaceAll('>', '›')
        .replaceAll('@', '@\u200B');
}
function linked(address, words) {
    const url = webAddress(address);
    return url === null ? inert(words) : `<${escaped(url).replaceAll('|', '%7C')}|${inert(words)}>`;
}

;// CONCATENATED MODULE: ./build/report/webhook/teams.js



const styles = {
    CRITICAL: 'attention',
    WARNING: 'warning',
    INFO: 'accent',
    OK: 'good',
};
/**
 * One Adaptive Card 1.5 for all entries, in the envelope that a workflow's webhook takes; what does not fit is
 * counted. Texts stand in RichTextBlocks: a TextBlock would read Markdown in them.
 */
function teamsBody(all, { run }) {
    const url = webAddress(run.url);
    const actions = url === null ? {} : { actions: [{ type: 'Action.OpenUrl', title: 'Open the run', url }] };
    return fitted(all, limits/* shownLimits */.CV.teamsBytes, (shown, rest) => envelope({
        $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.5',
        msteams: { width: 'Full' },
        fallbackText: teams_inert(heading(all)),
        body: [
            paragraph(heading(all), { weight: 'bolder', size: 'large' }),
            ...shown.map(container),
            ...(rest.length === 0 ? [] : [paragraph(omitted(rest))]),
            paragraph(clipped(run.monitor, 150), { isSubtle: true, size: 'small' }),
        ],
        ...actions,
    }));
}
function envelope(content) {
    const contentType = 'application/vnd.microsoft.card.adaptive';
    return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}
function container({ level, title, verdict, fix, owner, runbook }) {
    const items = [
        paragraph(`${level} · ${title}`, { weight: 'bolder' }),
        paragraph(verdict),
        ...(fix === null ? [] : [paragraph(`→ ${fix}`)]),
        ...(owner === null ? [] : [paragraph(`Owner: ${owner}`, { isSubtle: true })]),
        ...(runbook === null ? [] : [paragraph(`Runbook: ${runbook}`, { isSubtle: true, ...opening(runbook) })]),
    ];
    return { type: 'Container', style: styles[level], spacing: 'medium', items };
}
function paragraph(text, style = {}) {
    return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: teams_inert(text), ...style }] };
}
function opening(address) {
    const url = webAddress(address);
    return url === null ? {} : { selectAction: { type: 'Action.OpenUrl', url } };
}
/** `{{DATE(…)}}`, `${…}` and `<at>` are read even where Markdown is not: a zero-width space parts them. */
function teams_inert(text) {
    return text.replace(/\{(?=\{)|\$(?=\{)|<(?=\/?at\b)/giu, '$&\u200B');
}

;// CONCATENATED MODULE: ./build/report/webhook.js




/**
 * A dispatch as the posts of one webhook, in the order in which they are to be sent. `generic` is our own form; the
 * others are Slack's Block Kit and the Adaptive Cards of Teams. `generic` tells of each endpoint by itself.
 */
function renderWebhook(dispatch, occurrence, wish) {
    const all = wish.format === 'generic' ? parted(dispatch) : [dispatch];
    return all.map((one) => ({ endpoints: endpointsOf(one), body: bodyOf(one, occurrence, wish) }));
}
function bodyOf(dispatch, occurrence, wish) {
    switch (wish.format) {
        case 'slack':
            return slackBody(entries(dispatch, occurrence), occurrence);
        case 'teams':
            return teamsBody(entries(dispatch, occurrence), occurrence);
        case 'generic':
            return dispatch.kind === 'blast-radius'
                ? genericBlastRadius(dispatch, occurrence, wish)
                : genericBody(dispatch.messages[0], occurrence, wish);
    }
}
function parted(dispatch) {
    if (dispatch.kind === 'blast-radius')
        return [dispatch];
    return dispatch.messages.map((message) => ({ kind: 'messages', messages: [message] }));
}
function endpointsOf(dispatch) {
    if (dispatch.kind === 'blast-radius')
        return [];
    return dispatch.messages.map(({ assessment }) => assessment.observation.target.id);
}


/***/ })

};
