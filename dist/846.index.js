export const id = 846;
export const ids = [846];
export const modules = {

/***/ 12846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSarif: () => (/* binding */ renderSarif)
});

// EXTERNAL MODULE: ./build/model/finding.js
var finding = __webpack_require__(36939);
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(69688);
// EXTERNAL MODULE: ./build/model/product.js
var product = __webpack_require__(19777);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/model/glob.js
var glob = __webpack_require__(5810);
// EXTERNAL MODULE: ./build/report/row.js
var row = __webpack_require__(5207);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(44702);
// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
;// CONCATENATED MODULE: ./build/report/sarif/rule.js


/** What SARIF calls our severities (SARIF §3.27.10). */
const sarifLevels = {
    error: 'error',
    warning: 'warning',
    notice: 'note',
};
/** GitHub's own word for the same; a `security-severity` would be a number nobody measured. */
const problemSeverities = {
    error: 'error',
    warning: 'warning',
    notice: 'recommendation',
};
/** A reportingDescriptor (SARIF §3.49). */
function sarifRule({ id, severity, title, help, reference }) {
    const family = id.slice(0, id.indexOf('/'));
    return {
        id,
        shortDescription: { text: (0,words/* sentenceCase */.o3)((0,trouble/* phrase */.MZ)(id)) },
        fullDescription: { text: `This should hold, and does not: ${title}.` },
        help: { text: help, markdown: help },
        helpUri: reference,
        defaultConfiguration: { level: sarifLevels[severity] },
        properties: { tags: [...new Set(['tls', family])], 'problem.severity': problemSeverities[severity] },
    };
}

;// CONCATENATED MODULE: ./build/report/sarif/result.js







const longestMessage = 1000;
/** A result (SARIF §3.27). */
function sarifResult(finding, assessment, report, places) {
    const target = assessment?.observation.target ?? null;
    return {
        ruleId: finding.rule,
        level: sarifLevels[finding.severity],
        message: { text: messageText(finding, target) },
        locations: locations(target, report, places),
        partialFingerprints: fingerprints(finding),
        ...(finding.waivedUntil === null ? {} : { suppressions: [suppression(finding, assessment)] }),
    };
}
/** In SARIF's plain text `[text](address)` is a link (§3.11.6); what comes from outside makes none. */
function messageText({ message, fix }, target) {
    const about = target === null ? '' : `${(0,row/* called */.Ab)(target)}: `;
    const text = `${about}${(0,model_text/* shortened */.vI)(message, longestMessage)}. ${fix}`;
    return (0,report_escape/* visible */.RK)(text).replaceAll('](', '] (');
}
/** GitHub goes by the first of these alone, with rule and path; the other one is for people. */
function fingerprints({ key }) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(key).digest('hex').slice(0, 16);
    return { primaryLocationLineHash: `${hash}:1`, 'findingKey/v1': (0,report_escape/* visible */.RK)(key) };
}
/** The endpoint's line in the config; without one, the head of the config, or of the workflow that named the host. */
function locations(target, { run }, { pathOf, workflow }) {
    const place = target?.source ?? null;
    const config = run.config === null ? null : pathOf(run.config.path);
    const path = place === null ? (config ?? workflow) : pathOf(place.file);
    if (path === null)
        return [];
    const named = target === null ? {} : { logicalLocations: [{ fullyQualifiedName: (0,report_escape/* visible */.RK)(target.id) }] };
    return [{ physicalLocation: { artifactLocation: artifact(path), region: region(place) }, ...named }];
}
function artifact(path) {
    return { uri: path.toWellFormed().split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
function region(place) {
    return place === null ? { startLine: 1 } : { startLine: place.line, startColumn: place.column };
}
function suppression({ rule, waivedUntil }, assessment) {
    const waiver = assessment?.policy.waivers.find((one) => (0,glob/* matchesGlob */.k)(one.rule, rule) && one.until.getTime() === waivedUntil?.getTime());
    const until = `Waived until ${(0,words/* day */.vd)(waivedUntil)}`;
    const justification = waiver === undefined ? until : `${until}: ${(0,report_escape/* visible */.RK)(waiver.reason)}`;
    return { kind: 'external', status: 'accepted', justification };
}

;// CONCATENATED MODULE: ./build/report/sarif.js







/**
 * The findings as SARIF 2.1.0 (OASIS): worst first, as many as code scanning takes. Each result stands on its line of
 * the config, and its fingerprint is the finding's key, so that an alert is the same one from run to run.
 */
function renderSarif(report, options) {
    const rules = options.rules.map(sarifRule);
    const all = inOrder(report, options.waived ? [false, true] : [false]);
    const results = fitting(all, report, options, limits/* shownLimits */.CV.sarifBytes - Buffer.byteLength(JSON.stringify(rules)));
    const run = {
        tool: { driver: { ...driver(report), rules } },
        // Two monitors of a repository do not close each other's alerts: what precedes the last slash is the category.
        automationDetails: { id: `${product/* productName */.tZ}/${(0,report_escape/* visible */.RK)(report.run.monitor)}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(report, all.length - results.length)],
    };
    const head = JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] });
    return `${head.slice(0, -'}]}'.length)},"results":[\n${results.join(',\n')}\n]}]}\n`;
}
const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
function driver({ generator: { version } }) {
    return { name: product/* productName */.tZ, version, semanticVersion: version, informationUri: product/* repositoryUrl */.Ek };
}
/** Worst first, what is waived last. */
function inOrder({ findings, assessments }, wanted) {
    const all = [
        ...findings.map((finding) => ({ finding, assessment: null })),
        ...assessments.flatMap((assessment) => assessment.findings.map((finding) => ({ finding, assessment }))),
    ];
    const of = (severity, waived) => all.filter(({ finding }) => finding.severity === severity && (finding.waivedUntil !== null) === waived);
    return wanted.flatMap((waived) => finding/* severities */.g.flatMap((severity) => of(severity, waived)));
}
function fitting(all, report, options, room) {
    const index = new Map(options.rules.map(({ id }, at) => [id, at]));
    const results = [];
    let left = room;
    for (const { finding, assessment } of all.slice(0, limits/* shownLimits */.CV.sarifResults)) {
        const result = sarifResult(finding, assessment, report, options);
        const text = JSON.stringify({ ruleIndex: index.get(finding.rule), ...result });
        left -= Buffer.byteLength(text) + 2;
        if (left < 0)
            break;
        results.push(text);
    }
    return results;
}
function invocation({ at, durationMs }, omitted) {
    const message = {
        text: `${(0,model_text/* counted */.hS)(omitted, 'more finding')} did not fit; the report in JSON has all of them.`,
    };
    return {
        executionSuccessful: true,
        startTimeUtc: new Date(at.getTime() - durationMs).toISOString(),
        endTimeUtc: at.toISOString(),
        ...(omitted === 0 ? {} : { toolExecutionNotifications: [{ level: 'warning', message }] }),
    };
}


/***/ })

};
