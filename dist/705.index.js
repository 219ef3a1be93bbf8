export const id = 705;
export const ids = [705];
export const modules = {

/***/ 41924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gd: () => (/* binding */ formed),
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   VK: () => (/* binding */ tagged),
/* harmony export */   Xd: () => (/* binding */ orNull),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   ue: () => (/* binding */ shared),
/* harmony export */   vj: () => (/* binding */ amount),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);
/* harmony import */ var _wire_malformed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46529);


/** What stands in the file as it is, where the test holds. */
function plain(schema, what, test) {
    return {
        schema,
        read(written) {
            if (!test(written))
                throw new _wire_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s(`${what} expected`);
            return written;
        },
        write: (value) => value,
    };
}
const text = plain(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'text', (written) => typeof written === 'string');
const flag = plain(zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), 'true or false', (written) => typeof written === 'boolean');
const count = plain(zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0), 'a whole number', (written) => {
    return Number.isSafeInteger(written) && Number(written) >= 0;
});
const amount = plain(zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0), 'a number', (written) => {
    return Number.isFinite(written) && Number(written) >= 0;
});
function oneOf(...words) {
    const known = new Set(words);
    return plain(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(words), `one of ${words.join(', ')}`, (written) => known.has(written));
}
/** What stands in the file in other words. */
function formed(as, read, write, hint) {
    return {
        schema: as.schema.meta({ description: hint }),
        read: (written) => read(as.read(written)),
        write: (value) => as.write(write(value)),
    };
}
function orNull(form) {
    return {
        schema: form.schema.nullable(),
        read: (written) => (written === null ? null : form.read(written)),
        write: (value) => (value === null ? null : form.write(value)),
    };
}
function list(form, fewest = 0) {
    return {
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(form.schema).min(fewest),
        read(written) {
            if (!Array.isArray(written) || written.length < fewest)
                throw new _wire_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s('a list expected');
            return written.map((one) => form.read(one));
        },
        write: (value) => value.map((one) => form.write(one)),
    };
}
/** An object; `camelCase` is `snake_case` in the file, and keys that nobody knows are left out. */
function fields(forms) {
    return named(forms, snakeCase);
}
/** An object whose keys are names of the outside world, and stay as they are. */
function record(keys, form) {
    return named(Object.fromEntries(keys.map((key) => [key, form])), (key) => key);
}
function named(forms, inFile) {
    const all = Object.entries(forms).map(([name, form]) => ({ name, key: inFile(name), form }));
    return {
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(Object.fromEntries(all.map(({ key, form }) => [key, form.schema]))),
        read(written) {
            const found = object(written);
            const value = {};
            for (const { name, key, form } of all)
                value[name] = form.read(found[key]);
            return value;
        },
        write(value) {
            const given = value;
            const written = {};
            for (const { name, key, form } of all)
                written[key] = form.write(given[name]);
            return written;
        },
    };
}
function snakeCase(name) {
    return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
function object(written) {
    if (typeof written !== 'object' || written === null || Array.isArray(written))
        throw new _wire_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s('an object expected');
    return written;
}
/** A union told apart by a word; under each word it has its own further fields. */
function tagged(tag, forms) {
    const entries = Object.entries(forms);
    const byWord = new Map(entries.map(([word, rest]) => [word, fields({ [tag]: oneOf(word), ...rest })]));
    const formOf = (value) => {
        const form = byWord.get(String(object(value)[tag]));
        if (form === undefined)
            throw new _wire_malformed_js__WEBPACK_IMPORTED_MODULE_1__/* .Malformed */ .s(`a ${tag} of ${[...byWord.keys()].join(', ')} expected`);
        return form;
    };
    return {
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([...byWord.values()].map(({ schema }) => schema)),
        read: (written) => formOf(written).read(written),
        write: (value) => formOf(value).write(value),
    };
}
/** A union of two, told apart by a flag. */
function either(tag, yes, no) {
    const form = (fixed, rest) => {
        const itself = plain(zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(fixed), String(fixed), (written) => written === fixed);
        return fields({ [tag]: itself, ...rest });
    };
    const [whenTrue, whenFalse] = [form(true, yes), form(false, no)];
    return {
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([whenTrue.schema, whenFalse.schema]),
        read: (written) => (object(written)[tag] === true ? whenTrue : whenFalse).read(written),
        write: (value) => (value[tag] ? whenTrue : whenFalse).write(value),
    };
}
const mostShared = 1000;
const longestShared = 2000;
/** What thousands of endpoints have alike, as one object for all of them. */
function shared(form) {
    const known = new Map();
    return {
        ...form,
        read(written) {
            const key = JSON.stringify(written);
            const value = known.get(key) ?? form.read(written);
            if (known.size < mostShared && key.length <= longestShared)
                known.set(key, value);
            return value;
        },
    };
}


/***/ }),

/***/ 17695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ headerForm),
/* harmony export */   i: () => (/* binding */ observationsVersion)
/* harmony export */ });
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41924);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74533);


/** Minor versions add keys; another major version is not read. */
const observationsVersion = '1.0';
const headerForm = (0,_form_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
    schemaVersion: _form_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    version: _form_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    monitor: _form_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    configSha256: (0,_form_js__WEBPACK_IMPORTED_MODULE_0__/* .orNull */ .Xd)(_form_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    shard: _form_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    of: _form_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    runner: (0,_form_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(_form_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    started: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .instant */ .uR,
    ended: _words_js__WEBPACK_IMPORTED_MODULE_1__/* .instant */ .uR,
    observations: _form_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
});


/***/ }),

/***/ 10084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ observationForm)
});

// EXTERNAL MODULE: ./build/model/observation.js
var observation = __webpack_require__(32364);
// EXTERNAL MODULE: ./build/shards/form.js
var shards_form = __webpack_require__(41924);
// EXTERNAL MODULE: ./build/shards/words.js
var words = __webpack_require__(74533);
;// CONCATENATED MODULE: ./build/shards/inquiry-form.js


const renewal = (0,shards_form/* fields */.OA)({
    window: (0,shards_form/* fields */.OA)({ start: words/* instant */.uR, end: words/* instant */.uR }),
    explanationUrl: (0,shards_form/* orNull */.Xd)(shards_form/* text */.Qq),
});
const logEntry = (0,shards_form/* fields */.OA)({
    id: shards_form/* count */.U9,
    issuerName: shards_form/* text */.Qq,
    issuer: shards_form/* text */.Qq,
    serial: shards_form/* text */.Qq,
    names: (0,shards_form/* list */.p_)(shards_form/* text */.Qq),
    notBefore: words/* instant */.uR,
    notAfter: words/* instant */.uR,
});
const logged = (0,shards_form/* fields */.OA)({
    own: (0,shards_form/* list */.p_)(logEntry),
    others: (0,shards_form/* list */.p_)(logEntry),
    otherNames: (0,shards_form/* list */.p_)(shards_form/* text */.Qq),
    searchedAt: words/* instant */.uR,
});
const caaSet = (0,shards_form/* fields */.OA)({
    at: (0,shards_form/* orNull */.Xd)(shards_form/* text */.Qq),
    records: (0,shards_form/* list */.p_)((0,shards_form/* fields */.OA)({ critical: shards_form/* flag */.Jt, tag: shards_form/* text */.Qq, value: shards_form/* text */.Qq })),
});
const caaCheck = (0,shards_form/* fields */.OA)({ name: shards_form/* text */.Qq, answer: (0,words/* answer */.ZF)(caaSet) });
const tlsaRecord = (0,shards_form/* fields */.OA)({
    usage: shards_form/* count */.U9,
    selector: shards_form/* count */.U9,
    matching: shards_form/* count */.U9,
    data: shards_form/* text */.Qq,
    matches: (0,shards_form/* orNull */.Xd)(shards_form/* flag */.Jt),
});
const dane = (0,shards_form/* fields */.OA)({ name: shards_form/* text */.Qq, records: (0,shards_form/* list */.p_)(tlsaRecord), proven: shards_form/* flag */.Jt });

;// CONCATENATED MODULE: ./build/shards/revocation-form.js


const word = {
    source: (0,shards_form/* oneOf */.yL)('staple', 'crl', 'ocsp'),
    thisUpdate: words/* instant */.uR,
    nextUpdate: (0,shards_form/* orNull */.Xd)(words/* instant */.uR),
};
const revocation_form_status = (0,shards_form/* tagged */.VK)('status', {
    good: word,
    revoked: { ...word, revokedAt: words/* instant */.uR, reason: (0,shards_form/* orNull */.Xd)(shards_form/* text */.Qq) },
});
const staple = (0,shards_form/* either */.gP)('sound', { says: (0,shards_form/* oneOf */.yL)('good', 'revoked', 'unknown'), nextUpdate: (0,shards_form/* orNull */.Xd)(words/* instant */.uR) }, { fault: shards_form/* text */.Qq });
/** Its certificates stand elsewhere in the file. */
function revocationForm(certificate) {
    const check = (0,shards_form/* fields */.OA)({ certificate, answer: (0,words/* answer */.ZF)(revocation_form_status) });
    return (0,shards_form/* fields */.OA)({ checks: (0,shards_form/* list */.p_)(check), staple: (0,words/* answer */.ZF)((0,shards_form/* orNull */.Xd)(staple)) });
}

// EXTERNAL MODULE: ./build/model/tls-scan.js
var tls_scan = __webpack_require__(6901);
;// CONCATENATED MODULE: ./build/shards/tls-scan-form.js




function enumeration(one) {
    return (0,shards_form/* fields */.OA)({ found: (0,shards_form/* list */.p_)(one), cut: (0,shards_form/* orNull */.Xd)(words/* unanswered */.bj) });
}
const group = (0,shards_form/* fields */.OA)({ id: shards_form/* count */.U9, name: shards_form/* text */.Qq, bits: (0,shards_form/* orNull */.Xd)(shards_form/* count */.U9), postQuantum: shards_form/* flag */.Jt });
const signatureScheme = (0,shards_form/* fields */.OA)({ id: shards_form/* count */.U9, name: shards_form/* text */.Qq });
const offer = (0,shards_form/* fields */.OA)({
    version: (0,shards_form/* oneOf */.yL)(...observation/* tlsVersions */.p),
    suites: enumeration(words/* suite */.rs),
    serverPreference: words/* yesOrNo */.GX,
    groups: enumeration(group),
    signatureSchemes: enumeration(signatureScheme),
});
const dhParameters = (0,shards_form/* fields */.OA)({
    bits: shards_form/* count */.U9,
    prime: shards_form/* text */.Qq,
    known: (0,shards_form/* orNull */.Xd)(shards_form/* text */.Qq),
    rfc7919: shards_form/* flag */.Jt,
    exportGrade: shards_form/* flag */.Jt,
});
const features = (0,shards_form/* fields */.OA)({
    secureRenegotiation: words/* yesOrNo */.GX,
    extendedMasterSecret: words/* yesOrNo */.GX,
    encryptThenMac: words/* yesOrNo */.GX,
    fallbackScsv: words/* yesOrNo */.GX,
    compression: words/* yesOrNo */.GX,
    sessionTickets: words/* yesOrNo */.GX,
    staple: (0,words/* answer */.ZF)((0,shards_form/* orNull */.Xd)(words/* octets */.tu)),
    scts: (0,words/* answer */.ZF)((0,shards_form/* orNull */.Xd)(words/* octets */.tu)),
    clientCertificateRequested: words/* yesOrNo */.GX,
});
const probe = (0,shards_form/* fields */.OA)({ vulnerable: shards_form/* flag */.Jt, evidence: shards_form/* text */.Qq });
const tlsScanForm = (0,shards_form/* fields */.OA)({
    address: (0,shards_form/* orNull */.Xd)(words.ip),
    versions: (0,shards_form/* record */.g1)(observation/* tlsVersions */.p, words/* yesOrNo */.GX),
    offers: (0,shards_form/* list */.p_)(offer),
    dh: (0,shards_form/* list */.p_)(dhParameters),
    alpn: (0,words/* answer */.ZF)((0,shards_form/* list */.p_)(shards_form/* text */.Qq)),
    features,
    probes: (0,shards_form/* record */.g1)(tls_scan/* probeNames */.z, (0,words/* answer */.ZF)(probe)),
    intolerances: (0,shards_form/* list */.p_)(shards_form/* text */.Qq),
    hsts: (0,words/* answer */.ZF)((0,shards_form/* orNull */.Xd)(shards_form/* text */.Qq)),
    sslv2Elsewhere: (0,shards_form/* list */.p_)(shards_form/* text */.Qq),
});

// EXTERNAL MODULE: ./build/model/transparency.js
var transparency = __webpack_require__(52178);
;// CONCATENATED MODULE: ./build/shards/transparency-form.js



const log = (0,shards_form/* fields */.OA)({
    id: shards_form/* text */.Qq,
    name: shards_form/* text */.Qq,
    operator: shards_form/* text */.Qq,
    previousOperators: (0,shards_form/* list */.p_)((0,shards_form/* fields */.OA)({ name: shards_form/* text */.Qq, until: words/* instant */.uR })),
    state: (0,shards_form/* orNull */.Xd)((0,shards_form/* fields */.OA)({ kind: (0,shards_form/* oneOf */.yL)(...transparency/* logStates */.XK), since: words/* instant */.uR })),
    kind: (0,shards_form/* oneOf */.yL)('rfc6962', 'static-ct'),
});
const ways = ['embedded', 'tls', 'ocsp'];
const sct = (0,shards_form/* fields */.OA)({
    source: (0,shards_form/* oneOf */.yL)(...ways),
    logId: shards_form/* text */.Qq,
    timestamp: words/* instant */.uR,
    logs: (0,shards_form/* record */.g1)(transparency/* ctPrograms */.Zj, (0,shards_form/* orNull */.Xd)((0,shards_form/* shared */.ue)(log))),
    signed: (0,shards_form/* orNull */.Xd)(shards_form/* flag */.Jt),
});
const transparency_form_transparency = (0,shards_form/* fields */.OA)({
    scts: (0,shards_form/* record */.g1)(ways, (0,words/* answer */.ZF)((0,shards_form/* list */.p_)(sct))),
    lists: (0,shards_form/* record */.g1)(transparency/* ctPrograms */.Zj, (0,words/* answer */.ZF)(words/* instant */.uR)),
});

;// CONCATENATED MODULE: ./build/shards/observation-form.js







const addressAnswer = (0,shards_form/* fields */.OA)({
    address: (0,shards_form/* orNull */.Xd)(words.ip),
    leaf: (0,words/* answer */.ZF)(words/* sha256 */.sc),
    otherLeaf: (0,words/* answer */.ZF)((0,shards_form/* orNull */.Xd)(words/* sha256 */.sc)),
});
const sighting = (0,shards_form/* fields */.OA)({
    address: (0,shards_form/* orNull */.Xd)(words.ip),
    asked: (0,shards_form/* oneOf */.yL)('any', 'rsa', 'ecdsa', 'scan'),
    protocol: (0,shards_form/* oneOf */.yL)(...observation/* tlsVersions */.p),
    suite: words/* suite */.rs,
    clientCertificateDemanded: (0,shards_form/* orNull */.Xd)(shards_form/* flag */.Jt),
});
function obstacleForm(certificate) {
    const issuerHint = (0,shards_form/* tagged */.VK)('kind', {
        aia: { url: shards_form/* text */.Qq, proved: (0,shards_form/* list */.p_)(certificate) },
        run: { target: shards_form/* text */.Qq, sha256: words/* sha256 */.sc },
    });
    return (0,shards_form/* tagged */.VK)('kind', {
        'self-signed': {},
        'unknown-root': { root: shards_form/* text */.Qq },
        'issuer-missing': { issuer: shards_form/* text */.Qq, named: (0,shards_form/* orNull */.Xd)(issuerHint) },
        invalid: { detail: shards_form/* text */.Qq },
    });
}
/** One observation; its certificates stand elsewhere in the file, by number. */
function observationForm(numbers) {
    const certificate = (0,words/* certificateOf */.tq)(numbers);
    const path = (0,shards_form/* fields */.OA)({
        certificates: (0,shards_form/* list */.p_)(certificate, 1),
        anchor: (0,shards_form/* oneOf */.yL)('public', 'custom'),
    });
    const trust = (0,shards_form/* fields */.OA)({
        paths: (0,shards_form/* list */.p_)(path),
        obstacle: (0,shards_form/* orNull */.Xd)(obstacleForm(certificate)),
    });
    const delivery = (0,shards_form/* fields */.OA)({
        leaf: certificate,
        chain: (0,shards_form/* list */.p_)(certificate, 1),
        unreadable: (0,shards_form/* list */.p_)(shards_form/* text */.Qq),
        sightings: (0,shards_form/* list */.p_)(sighting),
        trust,
        staple: (0,words/* answer */.ZF)((0,shards_form/* orNull */.Xd)(words/* octets */.tu)),
        transparency: transparency_form_transparency,
        revocation: revocationForm(certificate),
        renewal: (0,words/* answer */.ZF)(renewal),
        logged: (0,words/* answer */.ZF)(logged),
        caa: (0,shards_form/* list */.p_)(caaCheck),
        dane: (0,words/* answer */.ZF)(dane),
    });
    return (0,shards_form/* fields */.OA)({
        id: shards_form/* text */.Qq,
        at: words/* instant */.uR,
        durationMs: shards_form/* amount */.vj,
        connections: shards_form/* count */.U9,
        addresses: (0,shards_form/* list */.p_)(addressAnswer),
        deliveries: (0,words/* answer */.ZF)((0,shards_form/* list */.p_)(delivery, 1)),
        tls: (0,words/* answer */.ZF)(tlsScanForm),
    });
}


/***/ }),

/***/ 73705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   observationsSchema: () => (/* binding */ observationsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98439);
/* harmony import */ var _wire_malformed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46529);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41924);
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17695);
/* harmony import */ var _observation_form_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10084);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74533);






/** The JSON Schema (2020-12) of one line of a file of observations; additional keys are allowed. */
function observationsSchema() {
    const none = () => {
        throw new _wire_malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .Malformed */ .s('a schema holds no certificates');
    };
    const { schema: observation } = (0,_observation_form_js__WEBPACK_IMPORTED_MODULE_5__/* .observationForm */ .B)({ certificate: none, numberOf: none });
    const line = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
        ofKind('header', _header_js__WEBPACK_IMPORTED_MODULE_4__/* .headerForm */ .Q.schema, 'The first line'),
        ofKind('certificate', (0,_form_js__WEBPACK_IMPORTED_MODULE_3__/* .fields */ .OA)({ der: _words_js__WEBPACK_IMPORTED_MODULE_6__/* .octets */ .tu }).schema, 'Before the first observation that names it'),
        ofKind('observation', observation, 'What was seen of one endpoint'),
    ]);
    const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .toJSONSchema */ .bl(line, { io: 'input' });
    return { ...schema, title: 'One line of what a shard of certificate-monitor observed (NDJSON in gzip)' };
}
function ofKind(kind, schema, description) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .intersection */ .E$q(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(kind) }), schema).describe(description);
}


/***/ }),

/***/ 74533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GX: () => (/* binding */ yesOrNo),
/* harmony export */   ZF: () => (/* binding */ answer),
/* harmony export */   bj: () => (/* binding */ unanswered),
/* harmony export */   ip: () => (/* binding */ ip),
/* harmony export */   rs: () => (/* binding */ suite),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   tq: () => (/* binding */ certificateOf),
/* harmony export */   tu: () => (/* binding */ octets),
/* harmony export */   uR: () => (/* binding */ instant)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);
/* harmony import */ var _model_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6974);
/* harmony import */ var _model_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51450);
/* harmony import */ var _wire_cipher_suite_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2677);
/* harmony import */ var _wire_malformed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46529);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41924);






const unanswered = (0,_form_js__WEBPACK_IMPORTED_MODULE_5__/* .fields */ .OA)({
    known: (0,_form_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(false), 'false', (written) => written === false),
    reason: (0,_form_js__WEBPACK_IMPORTED_MODULE_5__/* .oneOf */ .yL)(..._model_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .reasons */ .Ot),
    detail: _form_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq,
});
function answer(value) {
    return (0,_form_js__WEBPACK_IMPORTED_MODULE_5__/* .either */ .gP)('known', { value }, { reason: (0,_form_js__WEBPACK_IMPORTED_MODULE_5__/* .oneOf */ .yL)(..._model_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .reasons */ .Ot), detail: _form_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq });
}
const yesOrNo = answer(_form_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt);
/** What octets of others call a time may be none. */
const noTime = 'none';
const instant = (0,_form_js__WEBPACK_IMPORTED_MODULE_5__/* .formed */ .Gd)(_form_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq, (written) => {
    const date = new Date(written);
    if (Number.isNaN(date.getTime()) ? written === noTime : date.toISOString() === written)
        return date;
    throw new _wire_malformed_js__WEBPACK_IMPORTED_MODULE_4__/* .Malformed */ .s('a time expected');
}, (date) => (Number.isNaN(date.getTime()) ? noTime : date.toISOString()), `ISO 8601, UTC, with milliseconds; ${noTime} where there is none`);
const octets = (0,_form_js__WEBPACK_IMPORTED_MODULE_5__/* .formed */ .Gd)(_form_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq, (written) => {
    const bytes = Buffer.from(written, 'base64');
    if (bytes.toString('base64') !== written)
        throw new _wire_malformed_js__WEBPACK_IMPORTED_MODULE_4__/* .Malformed */ .s('base64 expected');
    return new Uint8Array(bytes);
}, (bytes) => Buffer.from(bytes).toString('base64'), 'Base64');
const digest = /^[0-9a-f]{64}$/;
const sha256 = (0,_form_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(digest).describe('SHA-256 of the DER, lower-case hex'), 'a SHA-256', (written) => typeof written === 'string' && digest.test(written));
const ip = (0,_form_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('IPv4 or IPv6'), 'an address', (written) => typeof written === 'string' && written.length <= 45 && (0,_model_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAddress */ .or)(written) === written);
/** The tables know the rest. */
const suite = (0,_form_js__WEBPACK_IMPORTED_MODULE_5__/* .formed */ .Gd)(_form_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9, _wire_cipher_suite_js__WEBPACK_IMPORTED_MODULE_3__/* .cipherSuite */ .GB, ({ id }) => id, 'The number of a cipher suite');
function certificateOf(numbers) {
    return (0,_form_js__WEBPACK_IMPORTED_MODULE_5__/* .formed */ .Gd)(_form_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9, (number) => numbers.certificate(number), (certificate) => numbers.numberOf(certificate), 'The number of a certificate: its line among those of certificates, from 0');
}


/***/ })

};
