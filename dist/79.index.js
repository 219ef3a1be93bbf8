export const id = 79;
export const ids = [79];
export const modules = {

/***/ 95079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q4: () => (/* binding */ gatherFrom),
  UP: () => (/* binding */ matrix),
  Zu: () => (/* binding */ merged),
  Jw: () => (/* binding */ observeInto),
  BU: () => (/* binding */ partOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/deliver/whole-file.js
var whole_file = __webpack_require__(49788);
// EXTERNAL MODULE: ./build/model/product.js
var product = __webpack_require__(19777);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
// EXTERNAL MODULE: ./build/monitor.js + 23 modules
var monitor = __webpack_require__(11524);
// EXTERNAL MODULE: ./build/observe/certificates.js
var certificates = __webpack_require__(22931);
// EXTERNAL MODULE: ./build/observe/observe.js + 130 modules
var observe = __webpack_require__(69764);
;// CONCATENATED MODULE: ./build/shards/gather.js

/** Takes the files that are what they must be, whole or not at all: a shard speaks for its own targets alone. */
function gather(handed, expected) {
    const { plan } = expected;
    const observations = new Map();
    const taken = new Map();
    const refused = [];
    for (const { name, file, fault } of handed) {
        const why = fault ?? (taken.has(file.header.shard) ? twice(file.header) : whyNot(file, expected));
        if (why !== null)
            refused.push(`${(0,model_text/* shortened */.vI)(name)} was not taken: ${why}.`);
        if (why !== null || file === null)
            continue;
        taken.set(file.header.shard, file.header);
        for (const observation of file.observations)
            observations.set(observation.id, observation);
    }
    const headers = [...taken.values()];
    const lost = plan.flatMap((_, index) => (taken.has(index + 1) ? [] : [index + 1]));
    return { observations, durationMs: durationMs(headers), lost, refused };
}
function twice({ shard, of }) {
    return `shard ${shard} of ${of} is there already`;
}
function whyNot({ header, observations }, { monitor, configSha256, plan }) {
    const { shard, of } = header;
    if (header.monitor !== monitor)
        return `it was observed for the monitor ${quoted(header.monitor)}, and this is ${quoted(monitor)}`;
    if (header.configSha256 !== configSha256)
        return 'it was observed by another config; conclude with the one that was observed';
    if (of !== plan.length)
        return `it is one of ${(0,model_text/* counted */.hS)(of, 'shard')}, and the plan has ${plan.length}`;
    const ids = plan[shard - 1]?.ids;
    if (ids === undefined)
        return `the plan has no shard ${shard} of ${of}`;
    const planned = new Set(ids);
    const strange = observations.flatMap(({ id }) => (planned.has(id) ? [] : [id]));
    if (strange.length > 0)
        return `the plan does not give shard ${shard} of ${of} ${(0,model_text/* listed */.KE)(strange.map(quoted))}; conclude as was observed`;
    if (new Set(observations.map(({ id }) => id)).size < observations.length)
        return 'an endpoint stands in it twice';
    return null;
}
function quoted(text) {
    return JSON.stringify((0,model_text/* shortened */.vI)(text));
}
function durationMs(headers) {
    const [starts, ends] = [headers.map(({ started }) => started), headers.map(({ ended }) => ended)];
    if (headers.length === 0)
        return 0;
    return Math.max(0, Math.max(...ends.map(Number)) - Math.min(...starts.map(Number)));
}

// EXTERNAL MODULE: ./build/shards/header.js
var shards_header = __webpack_require__(17695);
// EXTERNAL MODULE: ./build/shards/plan.js
var plan = __webpack_require__(66909);
// EXTERNAL MODULE: ./build/model/limits.js
var model_limits = __webpack_require__(69688);
// EXTERNAL MODULE: ./build/wire/malformed.js
var malformed = __webpack_require__(46529);
// EXTERNAL MODULE: ./build/shards/form.js
var shards_form = __webpack_require__(41924);
// EXTERNAL MODULE: ./build/shards/observation-form.js + 4 modules
var observation_form = __webpack_require__(10084);
// EXTERNAL MODULE: ./build/shards/words.js
var words = __webpack_require__(74533);
;// CONCATENATED MODULE: ./build/shards/read-shard.js








/**
 * Reads a compressed file of observations, hostile or not, within limits. `certificates` answers
 * the same object for the same certificate. Throws `Malformed` with one sentence.
 */
async function readShard(compressed, certificates, limits = model_limits/* shardLimits */.ni) {
    const held = [];
    const form = (0,observation_form/* observationForm */.B)({
        certificate(number) {
            const found = held[number];
            if (found === undefined)
                throw new malformed/* Malformed */.s(`there is no certificate ${number}`);
            return found;
        },
        numberOf: () => -1,
    });
    let header;
    const observations = [];
    let count = 0;
    for await (const line of linesOf(compressed, limits)) {
        count++;
        const within = (act) => inLine(count, act);
        within(() => {
            const written = (0,shards_form/* object */.Ik)(parsed(line));
            if (header === undefined)
                header = readHeader(written);
            else if (written['kind'] === 'certificate') {
                if (held.length === limits.certificates)
                    throw tooMany(limits.certificates, 'certificates');
                held.push(certificates.read(words/* octets */.tu.read(written['der'])));
            }
            else if (written['kind'] === 'observation') {
                if (observations.length === limits.observations)
                    throw tooMany(limits.observations, 'observations');
                observations.push(form.read(written));
            } // a kind of line that a newer minor version writes is left out
        });
    }
    if (header === undefined)
        throw new malformed/* Malformed */.s('the file is empty');
    if (header.observations !== observations.length)
        throw new malformed/* Malformed */.s(`${observations.length} observations where ${header.observations} were promised`);
    return { header, observations };
}
function tooMany(most, things) {
    return new malformed/* Malformed */.s(`more than ${most} ${things}`);
}
function inLine(number, act) {
    try {
        act();
    }
    catch (thrown) {
        if (!(thrown instanceof malformed/* Malformed */.s))
            throw thrown;
        throw new malformed/* Malformed */.s(`line ${number}: ${thrown.message}`, { cause: thrown });
    }
}
function parsed(line) {
    try {
        return JSON.parse(line);
    }
    catch (thrown) {
        throw new malformed/* Malformed */.s('not JSON', { cause: thrown });
    }
}
function readHeader(written) {
    if (written['kind'] !== 'header')
        throw new malformed/* Malformed */.s('not a file of observations');
    const version = shards_form/* text */.Qq.read(written['schema_version']);
    if (!/^\d{1,4}\.\d{1,4}$/.test(version))
        throw new malformed/* Malformed */.s('a schema_version expected');
    if (version.split('.')[0] !== shards_header/* observationsVersion */.i.split('.')[0])
        throw new malformed/* Malformed */.s(`schema_version ${version}: this certificate-monitor reads ${shards_header/* observationsVersion */.i}`);
    return shards_header/* headerForm */.Q.read(written);
}
const lineFeed = 0x0a;
/** The lines of what comes out, none longer than allowed. */
async function* linesOf(compressed, limits) {
    const pieces = [];
    let length = 0;
    let whole = 0;
    for await (const chunk of inflated(compressed, limits.compressedBytes)) {
        whole += chunk.length;
        if (whole > limits.plainBytes)
            throw new malformed/* Malformed */.s(`more than ${limits.plainBytes} octets come out of it`);
        let start = 0;
        for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
            const line = [...pieces.splice(0), chunk.subarray(start, end)];
            yield Buffer.concat(line).toString();
            length = 0;
            start = end + 1;
        }
        pieces.push(chunk.subarray(start));
        length += chunk.length - start;
        if (length > limits.lineBytes)
            throw new malformed/* Malformed */.s(`a line has more than ${limits.lineBytes} octets`);
    }
    if (length > 0)
        throw new malformed/* Malformed */.s('the file ends within a line');
}
/** Throws `Malformed` for what is not gzip, cut short, or longer than allowed. */
async function* inflated(compressed, most) {
    const gunzip = (0,external_node_zlib_.createGunzip)();
    (0,external_node_stream_.pipeline)(bounded(compressed, most), gunzip, () => { }); // what fails is thrown by the loop below
    try {
        for await (const chunk of gunzip)
            yield chunk;
    }
    catch (thrown) {
        if (thrown instanceof malformed/* Malformed */.s || !isZlibError(thrown))
            throw thrown;
        throw new malformed/* Malformed */.s(`not gzip, or cut short: ${thrown.message}`, { cause: thrown });
    }
}
async function* bounded(compressed, most) {
    let length = 0;
    for await (const chunk of compressed) {
        length += chunk.length;
        if (length > most)
            throw new malformed/* Malformed */.s(`the file has more than ${most} octets`);
        yield chunk;
    }
}
function isZlibError(thrown) {
    return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('Z_');
}

// EXTERNAL MODULE: ./build/model/answer.js
var answer = __webpack_require__(51450);
;// CONCATENATED MODULE: ./build/shards/write-shard.js





/**
 * The lines of a file of observations (NDJSON): its header, then each observation after the certificates that no
 * earlier one has shown. Nothing of a target but its id is written: the config holds secrets, and this file travels.
 */
function* shardLines(header, observations) {
    const numbers = new Map();
    const fresh = [];
    const form = (0,observation_form/* observationForm */.B)({
        certificate: (number) => {
            throw new malformed/* Malformed */.s(`certificate ${number}: nothing is read while writing`);
        },
        numberOf(certificate) {
            const known = numbers.get(certificate.sha256);
            if (known !== undefined)
                return known;
            numbers.set(certificate.sha256, numbers.size);
            fresh.push(certificate);
            return numbers.size - 1;
        },
    });
    const written = (observation) => line('observation', form.write(observation));
    yield line('header', shards_header/* headerForm */.Q.write(header));
    for (const { target, ...seen } of observations) {
        const observation = { id: target.id, ...seen };
        const whole = written(observation);
        for (const { der } of fresh.splice(0)) {
            yield line('certificate', { der: Buffer.from(der).toString('base64') });
        }
        yield Buffer.byteLength(whole) <= model_limits/* shardLimits */.ni.lineBytes ? whole : written(unfit(observation));
    }
}
function line(kind, members) {
    return `${JSON.stringify({ kind, ...members })}\n`;
}
/** What no reader would take is said to be so, rather than lost with its whole shard. */
function unfit(observation) {
    const nothing = (0,answer/* unanswered */.bj)('malformed', `what was seen is longer than ${model_limits/* shardLimits */.ni.lineBytes} octets`);
    return { ...observation, addresses: [], deliveries: nothing, tls: nothing };
}

;// CONCATENATED MODULE: ./build/fleet.js
















/** The jobs of a matrix, as GitHub takes them. No host names: a job's output is for everybody to read. */
function matrix(shards) {
    const include = shards.map(({ runner, ids }, index) => {
        return { shard: `${index + 1}/${shards.length}`, runner, targets: ids.length };
    });
    return JSON.stringify({ include });
}
/** The shard's part of the watchlist; `null` when the plan has no such shard. */
function partOf(watchlist, { shard, of }) {
    const shards = (0,plan/* plan */.e)(watchlist.entries, of);
    const ids = new Set(shards.length === of ? shards[shard - 1]?.ids : []);
    const entries = watchlist.entries.filter(({ target }) => ids.has(target.id));
    return entries.length === 0 ? null : { ...watchlist, entries };
}
/** Observes a shard's part, and writes what was seen. Throws `Unusable`. */
async function observeInto(path, part, number, eyes) {
    const started = eyes.clock();
    const observations = await (0,monitor/* observe */.lB)(part.entries, eyes);
    const header = {
        schemaVersion: shards_header/* observationsVersion */.i,
        version: product/* productVersion */.Ud,
        monitor: part.monitor,
        configSha256: part.config?.sha256 ?? null,
        ...number,
        runner: part.entries[0]?.runner ?? [],
        started,
        ended: eyes.clock(),
        observations: observations.length,
    };
    await (0,whole_file/* streamWhole */.WQ)(path, async (file) => {
        await (0,promises_.pipeline)(external_node_stream_.Readable.from(shardLines(header, observations)), (0,external_node_zlib_.createGzip)(), file);
    });
}
/** Reads the files, and takes those that a plan of so many shards knows; `null`: as many as the first says. What cannot be read is refused like the rest. */
async function gatherFrom(sources, watchlist, total) {
    const reader = (0,certificates/* certificates */.$)();
    const handed = [];
    for (const { name, path } of sources)
        handed.push({ name, ...(await opened(path, reader)) });
    const { monitor, config, entries } = watchlist;
    const of = total ?? handed.find(({ file }) => file !== null)?.file?.header.of ?? 1;
    return gather(handed, { monitor, configSha256: config?.sha256 ?? null, plan: (0,plan/* plan */.e)(entries, of) });
}
async function opened(path, reader) {
    try {
        return { file: await readShard((0,external_node_fs_.createReadStream)(path), reader), fault: null };
    }
    catch (thrown) {
        if (thrown instanceof malformed/* Malformed */.s)
            return { file: null, fault: thrown.message };
        if (thrown instanceof Error && 'code' in thrown)
            return { file: null, fault: thrown.message };
        throw thrown;
    }
}
/** The observations of the whole watchlist: what no shard brought was not observed. */
function merged(watchlist, gathered, at) {
    const { observations, lost, durationMs } = gathered;
    const missing = lost.length === 0 ? 'its shard did not bring it' : `${shardsOf(lost)} brought nothing`;
    return {
        observations: watchlist.entries.map(({ target }) => {
            const found = observations.get(target.id);
            if (found === undefined)
                return (0,observe/* notObserved */.M)(target, at, missing);
            const { id: _, ...seen } = found;
            return { target, ...seen };
        }),
        durationMs,
    };
}
function shardsOf(lost) {
    return lost.length === 1
        ? `shard ${lost[0]}`
        : `${(0,model_text/* counted */.hS)(lost.length, 'shard')} (${(0,model_text/* listed */.KE)(lost.map(String))})`;
}


/***/ }),

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
