export const id = 974;
export const ids = [974];
export const modules = {

/***/ 86659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ forms)
/* harmony export */ });
/** What a text in a memory file must look like: the reader and the published schema share these. */
const forms = {
    time: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/,
    sha256: /^[0-9a-f]{64}$/,
    spkiSha256: /^[A-Za-z0-9+/]{43}=$/,
    reference: /^https:\/\/[!-~]{1,300}$/,
    version: /^\d{1,4}\.\d{1,4}$/,
};


/***/ }),

/***/ 74974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   historySchema: () => (/* binding */ historySchema),
/* harmony export */   memorySchema: () => (/* binding */ memorySchema),
/* harmony export */   monitorSchema: () => (/* binding */ monitorSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98439);
/* harmony import */ var _model_change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30856);
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36939);
/* harmony import */ var _model_grade_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34765);
/* harmony import */ var _model_limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69688);
/* harmony import */ var _model_observation_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32364);
/* harmony import */ var _memory_form_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(86659);







const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.characters);
const time = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(_memory_form_js__WEBPACK_IMPORTED_MODULE_7__/* .forms */ .u.time).describe('ISO 8601, UTC');
const fingerprint = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(_memory_form_js__WEBPACK_IMPORTED_MODULE_7__/* .forms */ .u.sha256).describe('SHA-256 of the DER, lower-case hex');
const certificate = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    sha256: fingerprint,
    spki_sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(_memory_form_js__WEBPACK_IMPORTED_MODULE_7__/* .forms */ .u.spkiSha256).describe('Base64 of SHA-256 over the public key'),
    key_type: text.describe('Leaves are compared with those of the same key type'),
    key: text.describe('Kind and size, as in EC P-256'),
    subject: text,
    issuer: text.describe('Common name, else organisation'),
    issuer_organisation: text.describe('Organisation, else common name'),
    serial: text.describe('Lower-case hex'),
    not_before: time.nullable(),
    not_after: time.nullable(),
    names: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.nameCharacters))
        .max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.names)
        .describe('Subject alternative names; cut short for leaves of the past'),
    first_seen: time,
    last_seen: time,
});
const rotation = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_model_change_js__WEBPACK_IMPORTED_MODULE_2__/* .rotationKinds */ .w),
    at: time.describe('When a run noticed it'),
    previous: fingerprint,
    current: fingerprint,
    days_before_expiry: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable().describe('Negative when the previous leaf had expired'),
});
const state = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['success', 'warning', 'error']),
    from: time,
    to: time,
    message: text,
});
const toldRule = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ rule: text, severity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_model_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .g) });
const missed = toldRule.extend({
    message: text,
    fix: text,
    reference: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(_memory_form_js__WEBPACK_IMPORTED_MODULE_7__/* .forms */ .u.reference),
    at: time,
});
const told = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    channel: text.describe('Where messages go, under a name that holds no secret'),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['success', 'warning', 'error']).describe('As far as the channel has heard'),
    rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(toldRule)
        .max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.entries)
        .describe('Findings it has heard of that may still be on'),
    at: time.describe('When it last heard how things stand'),
    since: time.nullable().describe('When the trouble began'),
    missed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(missed).max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.entries).describe('Changes whose message did not arrive'),
});
const issue = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).nullable().describe('None for an issue that could not be opened yet'),
    key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.keyCharacters)
        .describe('What the issue is about; endpoints may share one'),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['open', 'closed', 'acknowledged'])
        .describe('Acknowledged: closed by somebody else while the trouble lasts'),
    rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(toldRule)
        .max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.entries)
        .describe('Findings it has told of that may still be on'),
    missed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(missed).max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.entries).describe('Changes it tells of'),
});
const lastAnswer = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    protocol: text.nullable(),
    suite: text.nullable().describe('IANA name'),
    chain: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(fingerprint).max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.chain).describe('What was sent above the leaf'),
});
const lastScan = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    versions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_model_observation_js__WEBPACK_IMPORTED_MODULE_6__/* .tlsVersions */ .p)).describe('Oldest first'),
    suites: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.suites).describe('IANA names'),
    grade: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_model_grade_js__WEBPACK_IMPORTED_MODULE_4__/* .shownLetters */ .ze).nullable(),
});
const heard = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    issuers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text)
        .max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.entries)
        .nullable()
        .describe('Of certificates for the host that stood in the logs when they were first searched'),
    windows: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha256: fingerprint, start: time, end: time }))
        .max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.entries)
        .describe('In which the CA first wished each leaf to be renewed'),
});
/** A memory file. The reader is written by hand, for speed; tests hold the two together. */
const memorySchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema_version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(_memory_form_js__WEBPACK_IMPORTED_MODULE_7__/* .forms */ .u.version).describe('A newer major version is left alone'),
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.idCharacters).describe('The endpoint'),
    settled: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(fingerprint).describe('The leaves that later ones are compared with'),
    last_answer: lastAnswer.nullable().describe('What an ordinary client was last answered with'),
    last_scan: lastScan.nullable().default(null).describe('What the last complete scan found'),
    certificates: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(certificate).describe('Newest last'),
    rotations: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(rotation).describe('Newest last'),
    states: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(state).max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.entries).describe('Periods of one status, newest last'),
    troubles: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ rule: text, since: time }))
        .max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.entries)
        .describe('Findings of the last run'),
    told: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(told)
        .max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.entries)
        .default([])
        .describe('What each channel of messages has heard'),
    issue: issue.nullable().default(null).describe('The GitHub issue that tells of the endpoint'),
    heard: heard.default({ issuers: null, windows: [] }).describe('What logs and CAs said'),
});
/** The file beside those of the endpoints, read by hand likewise. */
const monitorSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema_version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(_memory_form_js__WEBPACK_IMPORTED_MODULE_7__/* .forms */ .u.version).describe('A newer major version is left alone'),
    undelivered: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ channel: text.describe('For people'), at: time, reason: text }))
        .max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.entries)
        .describe('Messages of the last run that told people, as far as they did not arrive'),
    outages: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ channel: text, since: time, at: time.describe('When it last heard of it') }))
        .max(_model_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .historyLimits */ .H4.entries)
        .describe('What each channel has heard of endpoints that fail together, while it lasts'),
});
/** The JSON Schema (2020-12) of every file of a history; additional keys are allowed. */
function historySchema() {
    const file = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
        memorySchema.describe('What is remembered of one endpoint'),
        monitorSchema.describe('monitor.json: what is remembered of the monitor itself'),
    ]);
    const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .toJSONSchema */ .bl(file, { io: 'input' });
    return { ...schema, title: 'A file in the history of certificate-monitor' };
}


/***/ }),

/***/ 30856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ changeTypes),
/* harmony export */   w: () => (/* binding */ rotationKinds)
/* harmony export */ });
const changeTypes = [
    'status',
    'expiration',
    'issuer',
    'certificate',
    'subject',
    'key',
    'names',
    'chain',
    'protocol',
    'cipher_suites',
    'grade',
];
/**
 * How a leaf replaced another of the same key type, the first that fits: it had been served before that other
 * one; another organisation issued it; it has another key; or it is simply a newer one.
 */
const rotationKinds = ['rolled-back', 'reissued', 'rekeyed', 'renewed'];


/***/ }),

/***/ 34765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mm: () => (/* binding */ letters),
/* harmony export */   Z9: () => (/* binding */ vulnerabilityNames),
/* harmony export */   ze: () => (/* binding */ shownLetters)
/* harmony export */ });
const letters = ['A+', 'A', 'A-', 'B', 'C', 'D', 'E', 'F'];
/** As people see them: `T` and `M` hide the letter. */
const shownLetters = ['A+', 'A', 'A-', 'B', 'C', 'D', 'E', 'F', 'T', 'M'];
/** Names in `tls.vulnerabilities`: those of the rules they stand behind. */
const vulnerabilityNames = [
    'heartbleed',
    'ccs-injection',
    'robot',
    'poodle',
    'drown',
    'freak',
    'logjam',
    'crime',
    'sweet32',
    'beast',
    'rc4',
];


/***/ }),

/***/ 32364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ tlsVersions)
/* harmony export */ });
const tlsVersions = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];


/***/ })

};
