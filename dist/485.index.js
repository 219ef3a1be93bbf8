export const id = 485;
export const ids = [485];
export const modules = {

/***/ 51450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ reasons),
/* harmony export */   bj: () => (/* binding */ unanswered),
/* harmony export */   eO: () => (/* binding */ known)
/* harmony export */ });
/** Why a question went unanswered. The list is closed; a new reason is a design decision. */
const reasons = [
    'unresolved', // DNS gave no address
    'refused', // the port is closed
    'unreachable', // no route
    'timed-out', // no answer before the deadline
    'reset', // TCP RST
    'closed', // the peer hung up without an answer
    'refused-handshake', // the peer answered with a fatal TLS alert
    'not-tls', // something else answered
    'starttls-refused', // the server does not offer STARTTLS, or its greeting refuses us
    'proxy-refused', // the HTTP proxy would not open the tunnel
    'malformed', // the peer, or the file, holds bytes that break the specification
    'blocked', // our own configuration forbids the address
    'unreadable', // the file cannot be read
    'wrong-password', // the file does not open with the password given
    'not-asked', // our own configuration turned the question off
    'not-observed', // the run ended before the question was put
    'bug', // our fault
];
function known(value) {
    return { known: true, value };
}
function unanswered(reason, detail) {
    return { known: false, reason, detail };
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


/***/ }),

/***/ 11485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportSchema: () => (/* binding */ reportSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98439);
/* harmony import */ var _model_answer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51450);
/* harmony import */ var _model_change_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30856);
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36939);
/* harmony import */ var _model_grade_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34765);
/* harmony import */ var _model_observation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32364);






const time = zod__WEBPACK_IMPORTED_MODULE_0__/* .datetime */ .w$().meta({ id: 'Time', description: 'ISO 8601 in UTC, ending in Z' });
const hash = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/u);
const fingerprint = hash.describe('SHA-256 of the certificate in DER, lower-case hex without colons');
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP();
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0);
const name = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, text)
    .meta({ id: 'Name', description: 'Attributes by their X.520 names; the most specific of several' });
const evidence = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9()).describe('What the sentence rests on');
const finding = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    rule: text.describe('Stable id of the rule, such as certificate/expiry'),
    severity: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_model_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .g),
    message: text.describe('One sentence: what happened, in numbers'),
    fix: text.describe('The concrete next step'),
    reference: text.describe('Where the rule is explained'),
    evidence,
    key: text.describe('Rule and endpoint: stable between runs'),
    since: time.nullable().describe('When it was first seen; null without a history'),
    waived_until: time.nullable().describe('A waived finding counts for nothing until then'),
})
    .meta({ id: 'Finding', description: 'One sentence about one endpoint, or about the run' });
const link = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    subject: name,
    issuer: name,
    serial_number: text,
    not_before: time.nullable(),
    not_after: time.nullable(),
    key: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: text, bits: count.nullable(), curve: text.nullable() }),
    signature_algorithm: text,
    fingerprint_sha256: fingerprint,
});
const transparency = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    compliant: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .nullable()
        .describe('By the policies of Chrome and of Apple; null: too little is known, or it has expired'),
    scts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        log: text.nullable(),
        operator: text.nullable(),
        timestamp: time,
        source: text.describe('embedded, tls or ocsp'),
        valid: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable().describe('Whether the log signed it; null: log or issuer unknown'),
    })),
    logged: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        found: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        entries: count,
        first: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
            id: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
            issuer_name: text,
            not_before: time.nullable(),
            not_after: time.nullable(),
        })
            .nullable(),
        newest_undeployed: text
            .nullable()
            .describe('Serial number of a newer one of the same CA and names that is not served'),
        other_names: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).describe('Of the same domain, and watched by nobody here'),
    })
        .nullable()
        .describe('What a search in the logs found; null: nobody searched, or the search failed'),
});
const revocation = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['good', 'revoked', 'unknown']),
    method: text.nullable().describe('staple, crl or ocsp'),
    checked_at: time.nullable().describe('When the CA knew it to be so (thisUpdate)'),
    stapled: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable(),
});
const certificate = link
    .extend({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
    lifetime_days: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable().describe('notBefore through notAfter inclusive, not rounded'),
    alternative_names: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).describe('Subject alternative names, without a type prefix'),
    spki_sha256: text.describe('Base64 of SHA-256 over the SubjectPublicKeyInfo: what a pin holds'),
    key_usage: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).nullable().describe('null: the extension is absent, every use is allowed'),
    extended_key_usage: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).nullable().describe('null: the extension is absent'),
    validation: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['dv', 'ov', 'ev', 'iv']).nullable(),
    must_staple: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    ocsp_urls: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text),
    crl_urls: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text),
    ca_issuer_urls: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text),
    chain: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(link).describe('As sent, leaf first; of several chains the one trusted least'),
    trust: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        trusted: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable(),
        reason: text.nullable().describe('Why not: self-signed, unknown-root, issuer-missing, invalid, …'),
        anchor: text.nullable().describe('Name of the root the best path ends in'),
        store: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['public', 'custom', 'pin']).nullable().describe('What the trust rests on'),
    })
        .describe("Judged at run.judged_at, the leaf's own dates left aside"),
    hostname: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ matches: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable(), matched_name: text.nullable() }),
    transparency: transparency.nullable().describe('null: below no public root, where nobody demands it'),
    revocation: revocation.nullable().describe('null: nobody was asked'),
})
    .describe('One distinct leaf that the endpoint served');
const version = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_model_observation_js__WEBPACK_IMPORTED_MODULE_3__/* .tlsVersions */ .p);
const reason = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_model_answer_js__WEBPACK_IMPORTED_MODULE_4__/* .reasons */ .Ot);
const suite = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: text.regex(/^0x[0-9a-f]{4}([0-9a-f]{2})?$/u),
    name: text.describe("IANA's name"),
    openssl: text.nullable(),
    bits: count.nullable().describe('Effective strength'),
    strength: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['secure', 'weak', 'insecure']).nullable(),
});
const vulnerability = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ vulnerable: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable(), evidence: text });
const score = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100).nullable();
const tls = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    versions: zod__WEBPACK_IMPORTED_MODULE_1__/* .partialRecord */ .jgl(version, zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable())
        .describe('null: not established; a timeout is not a "no"'),
    cipher_suites: zod__WEBPACK_IMPORTED_MODULE_1__/* .partialRecord */ .jgl(version, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(suite))
        .describe("In the server's order; a version without an entry is not offered, or not known"),
    server_preference: zod__WEBPACK_IMPORTED_MODULE_1__/* .partialRecord */ .jgl(version, zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable())
        .describe('Whether the server picks by its own order'),
    groups: zod__WEBPACK_IMPORTED_MODULE_1__/* .partialRecord */ .jgl(version, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text)).describe('By the names of IANA'),
    signature_schemes: zod__WEBPACK_IMPORTED_MODULE_1__/* .partialRecord */ .jgl(version, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text)),
    dh_bits: count.nullable().describe('The smallest Diffie-Hellman group; null: none was seen'),
    dh_groups: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ bits: count, name: text.nullable(), rfc7919: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), export: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() })),
    post_quantum: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable(),
    alpn: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).nullable(),
    features: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), text]).nullable()),
    intolerances: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).describe('The hello shapes that the server cannot stand'),
    incomplete: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ list: text, version, reason, message: text }))
        .describe('The lists that may go on beyond what was found, and why'),
    vulnerabilities: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, vulnerability),
    not_tested: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).describe('What the guide asks and nobody tested'),
    grade: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n([..._model_grade_js__WEBPACK_IMPORTED_MODULE_5__/* .letters */ .Mm, 'T', 'M'])
        .nullable()
        .describe('T: not trusted, M: another name; null: a category could not be measured'),
    grade_trust_ignored: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_model_grade_js__WEBPACK_IMPORTED_MODULE_5__/* .letters */ .Mm).nullable(),
    grade_guide: text.describe('Version of the SSL Server Rating Guide'),
    security_score: score.describe('Never above the band of the grade'),
    scores: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ protocol: score, key_exchange: score, cipher: score }),
    caps: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).describe('Why the grade is not better, what weighs most first'),
    security_issues: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text),
    mozilla_profile: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['modern', 'intermediate', 'old', 'none']).nullable(),
    mozilla_version: text,
    mozilla_obstacle: text.nullable().describe('What keeps the next better profile away'),
})
    .describe('What the server would agree to, and how good that is');
const changed = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([text, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text)]);
const change = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_model_change_js__WEBPACK_IMPORTED_MODULE_6__/* .changeTypes */ .u),
    old: changed.describe('Times in ISO 8601; a list for names and cipher_suites'),
    new: changed,
});
const rotation = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_model_change_js__WEBPACK_IMPORTED_MODULE_6__/* .rotationKinds */ .w).describe('Compared with the leaf of the same key type: the first that fits'),
    at: time.describe('When a run noticed it'),
    previous_fingerprint: fingerprint,
    days_before_expiry: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable().describe('Of the previous leaf; negative: it had expired'),
});
const history = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    first_seen: time
        .nullable()
        .describe('When a certificate was first seen here, as far as it is remembered; null: not yet'),
    unchanged_since: time
        .nullable()
        .describe('Since when the same is served; null at first sight and while nobody answers'),
    words: text.describe('Such as first seen, unchanged since 3 May 2026, renewed 21 days before expiry'),
});
const result = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: text.describe('host:port, then +starttls, /servername, @connect_to where given; or file:path'),
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['endpoint', 'file']),
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ file: text, line: count, column: count }).nullable(),
    timestamp: time,
    name: text,
    domain: text.nullable(),
    port: count.max(65_535).nullable(),
    addresses: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        address: text.nullable().describe('null: a proxy reached it, and only the proxy knows'),
        answered: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable().describe('null: the address was not asked'),
        reason: reason.nullable(),
        fingerprint_sha256: fingerprint.nullable(),
    })),
    servername: text.nullable(),
    starttls: text.nullable(),
    tags: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text),
    owner: text.nullable(),
    runbook: text.nullable(),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['success', 'warning', 'error']).describe('The worst severity that is not waived'),
    demoted: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .describe('Whether a gate made notices of graver findings: then success is not health'),
    message: text,
    response_time: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).describe('Seconds'),
    days_until_expiration: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable().describe('Not rounded; negative once expired'),
    not_before: time.nullable(),
    not_after: time.nullable(),
    issuer: text.nullable(),
    subject_name: text.nullable().describe('Common name, else the first alternative name'),
    serial_number: text.nullable(),
    fingerprint_sha256: fingerprint.nullable(),
    protocol: version.nullable(),
    cipher: zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([text, text, count.nullable()])
        .nullable()
        .describe("OpenSSL's name, protocol, bits: what an ordinary client negotiated"),
    certificates: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(certificate).describe('The leaf that expires first stands at the head'),
    tls: tls.nullable().describe('null when only the certificate was looked at, or the scan did not succeed'),
    changes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(change)
        .describe('Against the run before; an endpoint that did not answer has at most its status changed'),
    rotation: rotation
        .nullable()
        .describe('Noticed by this run: that of the leaf that expires first, else any other'),
    rotations: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(rotation).describe('Of this run and those remembered, newest first'),
    history,
    findings: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(finding).describe('Worst first'),
})
    .describe('One endpoint or file');
const report = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schema_version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('1.0'),
    generator: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        name: text,
        version: text,
        node: text,
        openssl: text,
        trust_store: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: text, roots: count, sha256: text }),
    }),
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        id: text.nullable(),
        url: text.nullable(),
        event: text.nullable(),
        ref: text.nullable(),
        sha: text.nullable(),
        monitor: text,
        config: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ path: text, sha256: text }).nullable(),
        judged_at: time.describe('The clock used for judging: another than the run ended at under --now'),
    }),
    summary: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        timestamp: time.describe('When the run ended'),
        duration_seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0),
        total_domains: count.describe('The length of results'),
        status_counts: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ success: count, warning: count, error: count }),
        demoted: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ findings: count, endpoints: count })
            .nullable()
            .describe('What a gate made notices, as no matter of the change under review; null: nothing'),
        expiration_summary: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
            expired: count,
            expires_within_30_days: count,
            expires_within_90_days: count.describe('After more than 30 days, up to 90'),
            expires_after_90_days: count,
            unknown: count,
        })
            .describe('Each result is counted once'),
        changed_certificates: count
            .nullable()
            .describe('Results with a rotation; null without a history to compare with'),
        by_issuer: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, count)
            .describe('Results by the organisation, else common name, of the issuer'),
        by_grade: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, count).describe('Best first; results without a grade are not counted'),
        connections: count.describe('TCP connections made to endpoints'),
    }),
    findings: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(finding).describe('About the run itself'),
    results: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(result).describe('Worst first, then soonest expiry'),
    errors: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        id: text,
        domain: text.nullable(),
        port: count.nullable(),
        reason,
        message: text,
    }))
        .describe('The results with no certificate, again'),
})
    .describe('Report of certificate-monitor. Unknown is null. Readers ignore keys they do not know.');
/** JSON Schema 2020-12 of `ReportJson`. It allows keys it does not name: later minor versions add some. */
function reportSchema() {
    return zod__WEBPACK_IMPORTED_MODULE_7__/* .toJSONSchema */ .bl(report, { target: 'draft-2020-12', io: 'input' });
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
