export const id = 737;
export const ids = [737];
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

/***/ 86737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportSchema: () => (/* binding */ reportSchema)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./build/model/finding.js
var finding = __webpack_require__(36939);
// EXTERNAL MODULE: ./build/model/observation.js
var observation = __webpack_require__(32364);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./build/model/answer.js
var answer = __webpack_require__(51450);
;// CONCATENATED MODULE: ./build/report/schema/words.js


/** What the parts of a report's schema are made of. */
const words_text = schemas/* string */.YjP();
const count = schemas/* int */.Whr().min(0);
const time = iso/* datetime */.w$()
    .meta({ id: 'Time', description: 'ISO 8601 in UTC, ending in Z' });
const fingerprint = schemas/* string */.YjP()
    .regex(/^[0-9a-f]{64}$/u)
    .describe('SHA-256 of the certificate in DER, lower-case hex without colons');
const words_name = schemas/* record */.g1P(words_text, words_text)
    .meta({ id: 'Name', description: 'Attributes by their X.520 names; the most specific of several' });
const reason = schemas/* enum */.k5n(answer/* reasons */.Ot);

;// CONCATENATED MODULE: ./build/report/schema/certificate.js


const certificate_link = schemas/* object */.Ikc({
    subject: words_name,
    issuer: words_name,
    serial_number: words_text,
    not_before: time.nullable(),
    not_after: time.nullable(),
    key: schemas/* object */.Ikc({ type: words_text, bits: count.nullable(), curve: words_text.nullable() }),
    signature_algorithm: words_text,
    fingerprint_sha256: fingerprint,
});
const transparency = schemas/* object */.Ikc({
    compliant: schemas/* boolean */.zMY()
        .nullable()
        .describe('By the policies of Chrome and of Apple; null: too little is known, or it has expired'),
    scts: schemas/* array */.YOg(schemas/* object */.Ikc({
        log: words_text.nullable(),
        operator: words_text.nullable(),
        timestamp: time,
        source: words_text.describe('embedded, tls or ocsp'),
        valid: schemas/* boolean */.zMY().nullable().describe('Whether the log signed it; null: log or issuer unknown'),
    })),
    logged: schemas/* object */.Ikc({
        found: schemas/* boolean */.zMY(),
        entries: count,
        first: schemas/* object */.Ikc({
            id: schemas/* int */.Whr(),
            issuer_name: words_text,
            not_before: time.nullable(),
            not_after: time.nullable(),
        })
            .nullable(),
        newest_undeployed: words_text
            .nullable()
            .describe('Serial number of a newer one of the same CA and names that is not served'),
        other_names: schemas/* array */.YOg(words_text).describe('Of the same domain, and watched by nobody here'),
    })
        .nullable()
        .describe('What a search in the logs found; null: nobody searched, or the search failed'),
});
const revocation = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(['good', 'revoked', 'unknown']),
    method: words_text.nullable().describe('staple, crl or ocsp'),
    checked_at: time.nullable().describe('When the CA knew it to be so (thisUpdate)'),
    stapled: schemas/* boolean */.zMY().nullable(),
});
/** `certificates[]` of a result. */
const certificate = certificate_link
    .extend({
    version: schemas/* int */.Whr(),
    lifetime_days: schemas/* number */.aig().nullable().describe('notBefore through notAfter inclusive, not rounded'),
    alternative_names: schemas/* array */.YOg(words_text).describe('Subject alternative names, without a type prefix'),
    spki_sha256: words_text.describe('Base64 of SHA-256 over the SubjectPublicKeyInfo: what a pin holds'),
    key_usage: schemas/* array */.YOg(words_text).nullable().describe('null: the extension is absent, every use is allowed'),
    extended_key_usage: schemas/* array */.YOg(words_text).nullable().describe('null: the extension is absent'),
    validation: schemas/* enum */.k5n(['dv', 'ov', 'ev', 'iv']).nullable(),
    must_staple: schemas/* boolean */.zMY(),
    ocsp_urls: schemas/* array */.YOg(words_text),
    crl_urls: schemas/* array */.YOg(words_text),
    ca_issuer_urls: schemas/* array */.YOg(words_text),
    chain: schemas/* array */.YOg(certificate_link).describe('As sent, leaf first; of several chains the one trusted least'),
    trust: schemas/* object */.Ikc({
        trusted: schemas/* boolean */.zMY().nullable(),
        reason: words_text.nullable().describe('Why not: self-signed, unknown-root, issuer-missing, invalid, …'),
        anchor: words_text.nullable().describe('Name of the root the best path ends in'),
        store: schemas/* enum */.k5n(['public', 'custom', 'pin']).nullable().describe('What the trust rests on'),
    })
        .describe("Judged at run.judged_at, the leaf's own dates left aside"),
    hostname: schemas/* object */.Ikc({ matches: schemas/* boolean */.zMY().nullable(), matched_name: words_text.nullable() }),
    transparency: transparency.nullable().describe('null: below no public root, where nobody demands it'),
    revocation: revocation.nullable().describe('null: nobody was asked'),
})
    .describe('One distinct leaf that the endpoint served');

// EXTERNAL MODULE: ./build/model/change.js
var change = __webpack_require__(30856);
;// CONCATENATED MODULE: ./build/report/schema/past.js



const changed = schemas/* union */.KCZ([words_text, schemas/* array */.YOg(words_text)]);
/** `changes[]` of a result: what is not as it was. */
const past_change = schemas/* object */.Ikc({
    type: schemas/* enum */.k5n(change/* changeTypes */.u),
    old: changed.describe('Times in ISO 8601; a list for names and cipher_suites'),
    new: changed,
});
/** `rotation` and `rotations[]` of a result. */
const rotation = schemas/* object */.Ikc({
    kind: schemas/* enum */.k5n(change/* rotationKinds */.w).describe('Compared with the leaf of the same key type: the first that fits'),
    at: time.describe('When a run noticed it'),
    previous_fingerprint: fingerprint,
    days_before_expiry: schemas/* number */.aig().nullable().describe('Of the previous leaf; negative: it had expired'),
});
/** `history` of a result. */
const past_history = schemas/* object */.Ikc({
    first_seen: time
        .nullable()
        .describe('When a certificate was first seen here, as far as it is remembered; null: not yet'),
    unchanged_since: time
        .nullable()
        .describe('Since when the same is served; null at first sight and while nobody answers'),
    words: words_text.describe('Such as first seen, unchanged since 3 May 2026, renewed 21 days before expiry'),
});

// EXTERNAL MODULE: ./build/model/grade.js
var grade = __webpack_require__(34765);
;// CONCATENATED MODULE: ./build/report/schema/tls.js




const version = schemas/* enum */.k5n(observation/* tlsVersions */.p);
const suite = schemas/* object */.Ikc({
    id: words_text.regex(/^0x[0-9a-f]{4}([0-9a-f]{2})?$/u),
    name: words_text.describe("IANA's name"),
    openssl: words_text.nullable(),
    bits: count.nullable().describe('Effective strength'),
    strength: schemas/* enum */.k5n(['secure', 'weak', 'insecure']).nullable(),
});
const vulnerability = schemas/* object */.Ikc({ vulnerable: schemas/* boolean */.zMY().nullable(), evidence: words_text });
const score = schemas/* number */.aig().min(0).max(100).nullable();
/** `tls` of a result. */
const tls = schemas/* object */.Ikc({
    address: words_text
        .nullable()
        .describe('Where it was scanned: one address stands for all; null: behind a proxy'),
    versions: schemas/* partialRecord */.jgl(version, schemas/* boolean */.zMY().nullable())
        .describe('null: not established; a timeout is not a "no"'),
    cipher_suites: schemas/* partialRecord */.jgl(version, schemas/* array */.YOg(suite))
        .describe("In the server's order; a version without an entry is not offered, or not known"),
    server_preference: schemas/* partialRecord */.jgl(version, schemas/* boolean */.zMY().nullable())
        .describe('Whether the server picks by its own order'),
    groups: schemas/* partialRecord */.jgl(version, schemas/* array */.YOg(words_text)).describe('By the names of IANA'),
    signature_schemes: schemas/* partialRecord */.jgl(version, schemas/* array */.YOg(words_text)),
    dh_bits: count.nullable().describe('The smallest Diffie-Hellman group; null: none was seen'),
    dh_groups: schemas/* array */.YOg(schemas/* object */.Ikc({ bits: count, name: words_text.nullable(), rfc7919: schemas/* boolean */.zMY(), export: schemas/* boolean */.zMY() })),
    post_quantum: schemas/* boolean */.zMY().nullable(),
    alpn: schemas/* array */.YOg(words_text).nullable(),
    features: schemas/* record */.g1P(words_text, schemas/* union */.KCZ([schemas/* boolean */.zMY(), words_text]).nullable()),
    intolerances: schemas/* array */.YOg(words_text).describe('The hello shapes that the server cannot stand'),
    incomplete: schemas/* array */.YOg(schemas/* object */.Ikc({ list: words_text, version, reason: reason, message: words_text }))
        .describe('The lists that may go on beyond what was found, and why'),
    vulnerabilities: schemas/* record */.g1P(words_text, vulnerability),
    not_tested: schemas/* array */.YOg(words_text).describe('What the guide asks and nobody tested'),
    grade: schemas/* enum */.k5n([...grade/* letters */.Mm, 'T', 'M'])
        .nullable()
        .describe('T: not trusted, M: another name; null: a category could not be measured'),
    grade_trust_ignored: schemas/* enum */.k5n(grade/* letters */.Mm).nullable(),
    grade_guide: words_text.describe('Version of the SSL Server Rating Guide'),
    security_score: score.describe('Never above the band of the grade'),
    scores: schemas/* object */.Ikc({ protocol: score, key_exchange: score, cipher: score }),
    caps: schemas/* array */.YOg(words_text).describe('Why the grade is not better, what weighs most first'),
    security_issues: schemas/* array */.YOg(words_text),
    mozilla_profile: schemas/* enum */.k5n(['modern', 'intermediate', 'old', 'none']).nullable(),
    mozilla_version: words_text,
    mozilla_obstacle: words_text.nullable().describe('What keeps the next better profile away'),
})
    .describe('What the server would agree to, and how good that is');

;// CONCATENATED MODULE: ./build/report/report-schema.js







const evidence = schemas/* record */.g1P(words_text, schemas/* json */.Pq9()).describe('What the sentence rests on');
const report_schema_finding = schemas/* object */.Ikc({
    rule: words_text.describe('Stable id of the rule, such as certificate/expiry'),
    severity: schemas/* enum */.k5n(finding/* severities */.g),
    message: words_text.describe('One sentence: what happened, in numbers'),
    fix: words_text.describe('The concrete next step'),
    reference: words_text.describe('Where the rule is explained'),
    evidence,
    key: words_text.describe('Rule and endpoint: stable between runs'),
    since: time.nullable().describe('When it was first seen; null without a history'),
    waived_until: time.nullable().describe('A waived finding counts for nothing until then'),
})
    .meta({ id: 'Finding', description: 'One sentence about one endpoint, or about the run' });
const result = schemas/* object */.Ikc({
    id: words_text.describe('host:port, then +starttls, /servername, @connect_to where given; or file:path'),
    kind: schemas/* enum */.k5n(['endpoint', 'file']),
    source: schemas/* object */.Ikc({ file: words_text, line: count, column: count }).nullable(),
    timestamp: time,
    name: words_text,
    domain: words_text.nullable(),
    port: count.max(65_535).nullable(),
    addresses: schemas/* array */.YOg(schemas/* object */.Ikc({
        address: words_text.nullable().describe('null: a proxy reached it, and only the proxy knows'),
        answered: schemas/* boolean */.zMY().nullable().describe('null: the address was not asked'),
        reason: reason.nullable(),
        fingerprint_sha256: fingerprint.nullable(),
    })),
    servername: words_text.nullable(),
    starttls: words_text.nullable(),
    tags: schemas/* array */.YOg(words_text),
    owner: words_text.nullable(),
    runbook: words_text.nullable(),
    status: schemas/* enum */.k5n(['success', 'warning', 'error']).describe('The worst severity that is not waived'),
    demoted: schemas/* boolean */.zMY()
        .describe('Whether a gate made notices of graver findings: then success is not health'),
    message: words_text,
    response_time: schemas/* number */.aig().min(0).describe('Seconds'),
    days_until_expiration: schemas/* number */.aig().nullable().describe('Not rounded; negative once expired'),
    not_before: time.nullable(),
    not_after: time.nullable(),
    issuer: words_text.nullable(),
    subject_name: words_text.nullable().describe('Common name, else the first alternative name'),
    serial_number: words_text.nullable(),
    fingerprint_sha256: fingerprint.nullable(),
    protocol: schemas/* enum */.k5n(observation/* tlsVersions */.p).nullable(),
    cipher: schemas/* tuple */.PVZ([words_text, words_text, count.nullable()])
        .nullable()
        .describe("OpenSSL's name, protocol, bits: what an ordinary client negotiated"),
    certificates: schemas/* array */.YOg(certificate).describe('The leaf that expires first stands at the head'),
    tls: tls.nullable().describe('null when only the certificate was looked at, or the scan did not succeed'),
    changes: schemas/* array */.YOg(past_change)
        .describe('Against the run before; an endpoint that did not answer has at most its status changed'),
    rotation: rotation
        .nullable()
        .describe('Noticed by this run: that of the leaf that expires first, else any other'),
    rotations: schemas/* array */.YOg(rotation).describe('Of this run and those remembered, newest first'),
    history: past_history,
    findings: schemas/* array */.YOg(report_schema_finding).describe('Worst first'),
})
    .describe('One endpoint or file');
const report = schemas/* object */.Ikc({
    schema_version: schemas/* literal */.euz('1.0'),
    generator: schemas/* object */.Ikc({
        name: words_text,
        version: words_text,
        node: words_text,
        openssl: words_text,
        trust_store: schemas/* object */.Ikc({ name: words_text, roots: count, sha256: words_text }),
    }),
    run: schemas/* object */.Ikc({
        id: words_text.nullable(),
        url: words_text.nullable(),
        event: words_text.nullable(),
        ref: words_text.nullable(),
        sha: words_text.nullable(),
        monitor: words_text,
        config: schemas/* object */.Ikc({ path: words_text, sha256: words_text }).nullable(),
        judged_at: time.describe('The clock used for judging: another than the run ended at under --now'),
    }),
    summary: schemas/* object */.Ikc({
        timestamp: time.describe('When the run ended'),
        duration_seconds: schemas/* number */.aig().min(0),
        total_domains: count.describe('The length of results'),
        status_counts: schemas/* object */.Ikc({ success: count, warning: count, error: count }),
        demoted: schemas/* object */.Ikc({ findings: count, endpoints: count })
            .nullable()
            .describe('What a gate made notices, as no matter of the change under review; null: nothing'),
        expiration_summary: schemas/* object */.Ikc({
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
        by_issuer: schemas/* record */.g1P(words_text, count)
            .describe('Results by the organisation, else common name, of the issuer'),
        by_grade: schemas/* record */.g1P(words_text, count).describe('Best first; results without a grade are not counted'),
        connections: count.describe('TCP connections made to endpoints'),
    }),
    findings: schemas/* array */.YOg(report_schema_finding).describe('About the run itself'),
    results: schemas/* array */.YOg(result).describe('Worst first, then soonest expiry'),
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: words_text,
        domain: words_text.nullable(),
        port: count.nullable(),
        reason: reason,
        message: words_text,
    }))
        .describe('The results with no certificate, again'),
})
    .describe('Report of certificate-monitor. Unknown is null. Readers ignore keys they do not know.');
/** JSON Schema 2020-12 of `ReportJson`. It allows keys it does not name: later minor versions add some. */
function reportSchema() {
    return json_schema_processors/* toJSONSchema */.bl(report, { target: 'draft-2020-12', io: 'input' });
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
