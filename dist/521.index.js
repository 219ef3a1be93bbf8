export const id = 521;
export const ids = [521];
export const modules = {

/***/ 32850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xt: () => (/* binding */ complaintText),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   xL: () => (/* binding */ ConfigError)
/* harmony export */ });
/** The user's configuration cannot be used; holds every complaint about it, in the order of the file. */
class ConfigError extends Error {
    complaints;
    constructor(complaints) {
        super(complaintsText(complaints));
        this.name = 'ConfigError';
        this.complaints = complaints;
    }
}
/** `certificates.yml:7:11 "ports" is not a setting of a domain. Write "port".` */
function complaintText({ place, message, remedy }) {
    const where = place === null ? '' : `${place.file}:${place.line}:${place.column} `;
    return remedy === '' ? `${where}${message}` : `${where}${message} ${remedy}`;
}
/** Complaints without a place first, then by line and column. */
function inOrder(complaints) {
    return [...complaints].sort(({ place: a }, { place: b }) => a === null || b === null
        ? Number(a !== null) - Number(b !== null)
        : a.line - b.line || a.column - b.column);
}
const mostLines = 100;
function complaintsText(complaints) {
    const lines = complaints.slice(0, mostLines).map(complaintText);
    const rest = complaints.length - lines.length;
    return [...lines, ...(rest > 0 ? [`… and ${rest} more complaints.`] : [])].join('\n');
}


/***/ }),

/***/ 40103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ readConfig)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/complaint.js
var complaint = __webpack_require__(32850);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
;// CONCATENATED MODULE: ./build/config/document.js


/** The depth of nesting that a config may have. */
const mostLevels = 100;
function configDocument(root, place) {
    return { value: plainValue(root), place: (path, at) => place(offsetAt(root, path, at)) };
}
/** Turns syntax complaints into the error that is thrown. */
function syntaxError(complaints, place) {
    return new complaint/* ConfigError */.xL(complaints.map(({ offset, message, remedy }) => ({ place: place(offset), message, remedy })));
}
/** What is wrong with a key of a mapping whose earlier keys are known; `undefined`: nothing. */
function keyTrouble(key, offset, earlier, place) {
    const first = earlier.get(key);
    if (first !== undefined) {
        const { line } = place(first.offset);
        const message = `"${(0,model_text/* shortened */.vI)(key)}" stands here a second time, first in line ${line}.`;
        return { offset, message, remedy: 'Keep one.' };
    }
    // Some readers of records pass over this one key without a word.
    return key === '__proto__'
        ? { offset, message: '"__proto__" is not a setting.', remedy: 'Leave it out.' }
        : undefined;
}
/** A function from offsets to places, by the line starts found once. */
function placesIn(text, file) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return (offset) => {
        let low = 0;
        for (let high = starts.length; high - low > 1;) {
            const middle = (low + high) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}
function plainValue(node) {
    if (node.kind === 'scalar')
        return node.value;
    if (node.kind === 'list')
        return node.items.map(plainValue);
    // fromEntries defines own properties, so that even __proto__ is only a key
    return Object.fromEntries(Array.from(node.entries, ([key, entry]) => [key, plainValue(entry.node)]));
}
/** The plain value at a path; `undefined` where the path leads nowhere. */
function valueAt(value, path) {
    let at = value;
    for (const step of path) {
        if (typeof at !== 'object' || at === null)
            return undefined;
        at = Object.getOwnPropertyDescriptor(at, step)?.value;
    }
    return at;
}
function offsetAt(root, path, at) {
    let node = root;
    let { offset } = root;
    for (const step of path) {
        if (node.kind === 'list') {
            const item = typeof step === 'number' ? node.items[step] : undefined;
            if (item === undefined)
                return offset;
            node = item;
            offset = item.offset;
        }
        else if (node.kind === 'mapping') {
            const entry = node.entries.get(String(step));
            if (entry === undefined)
                return offset;
            node = entry.node;
            offset = at === 'key' ? entry.offset : entry.node.offset;
        }
        else
            return offset;
    }
    return offset;
}

;// CONCATENATED MODULE: ./build/config/json-document.js

/** Reads strict JSON (RFC 8259), keeping places; throws a ConfigError at the first breach. */
function readJsonDocument(text, file) {
    const place = placesIn(text, file);
    const cursor = { text, at: 0, place, complaints: [] };
    try {
        const root = readValue(cursor, 0);
        skipSpace(cursor);
        if (cursor.at < text.length)
            throw breach(cursor, 'the end of the file');
        if (cursor.complaints.length > 0)
            throw syntaxError(cursor.complaints, place);
        return configDocument(root, place);
    }
    catch (error) {
        if (error instanceof Breach)
            throw syntaxError([error.complaint], place);
        throw error;
    }
}
class Breach extends Error {
    complaint;
    constructor(complaint) {
        super(complaint.message);
        this.complaint = complaint;
    }
}
function breach({ text, at }, wanted) {
    const found = at < text.length ? JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0)) : 'the end of the file';
    return new Breach({
        offset: at,
        message: `JSON breaks off: found ${found}, wanted ${wanted}.`,
        remedy: 'Mend it here, or name the file .yml for YAML.',
    });
}
function readValue(cursor, level) {
    skipSpace(cursor);
    const offset = cursor.at;
    const sign = cursor.text[offset];
    if ((sign === '[' || sign === '{') && level >= mostLevels)
        throw new Breach({
            offset: 0,
            message: `The file nests deeper than ${mostLevels} levels.`,
            remedy: 'Write it flatter.',
        });
    if (sign === '[')
        return { kind: 'list', offset, items: readItems(cursor, ']', () => readValue(cursor, level + 1)) };
    if (sign === '{') {
        const entries = new Map();
        readItems(cursor, '}', () => readEntry(cursor, level, entries));
        return { kind: 'mapping', offset, entries };
    }
    return { kind: 'scalar', offset, value: sign === '"' ? readText(cursor) : readWord(cursor) };
}
function readItems(cursor, end, read) {
    const items = [];
    cursor.at++;
    if (skipped(cursor, end))
        return items;
    do
        items.push(read());
    while (skipped(cursor, ','));
    if (!skipped(cursor, end))
        throw breach(cursor, `"," or "${end}"`);
    return items;
}
function readEntry(cursor, level, entries) {
    skipSpace(cursor);
    const offset = cursor.at;
    if (cursor.text[offset] !== '"')
        throw breach(cursor, 'a key in double quotes');
    const key = readText(cursor);
    if (!skipped(cursor, ':'))
        throw breach(cursor, '":"');
    const trouble = keyTrouble(key, offset, entries, cursor.place);
    if (trouble !== undefined)
        cursor.complaints.push(trouble);
    entries.set(key, { offset, node: readValue(cursor, level + 1) });
}
function readText(cursor) {
    let end = cursor.at + 1;
    while (end < cursor.text.length && cursor.text[end] !== '"')
        end += cursor.text[end] === '\\' ? 2 : 1;
    const written = cursor.text.slice(cursor.at, end + 1);
    try {
        const text = JSON.parse(written);
        cursor.at = end + 1;
        return text;
    }
    catch {
        throw new Breach({
            offset: cursor.at,
            message: 'This text is not closed, or holds a line break or an unknown escape.',
            remedy: 'Close it on the same line; escape a line break as \\n and a backslash as \\\\.',
        });
    }
}
const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
function readWord(cursor) {
    word.lastIndex = cursor.at;
    const [written] = word.exec(cursor.text) ?? [];
    if (written === undefined)
        throw breach(cursor, 'a value');
    cursor.at += written.length;
    return JSON.parse(written);
}
/** Steps over the sign when it comes next. */
function skipped(cursor, sign) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== sign)
        return false;
    cursor.at++;
    return true;
}
function skipSpace(cursor) {
    while (/[ \t\r\n]/.test(cursor.text[cursor.at] ?? ''))
        cursor.at++;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/config/yaml-tree.js


const mostAliases = 100;
const mostNodes = 1_000_000;
/**
 * Turns a composed YAML document into the config's tree. Aliases share what they name, and are counted as if
 * they were written out: a file that would unfold into more than its limits is one complaint at its first line.
 */
function plantYaml(document, place) {
    const gardener = { place, anchors: new Map(), complaints: [], nodes: 0, aliases: 0 };
    const { node, levels } = plant(gardener, document.contents, 0);
    const excess = gardener.aliases > mostAliases
        ? `has more than ${mostAliases} aliases, those inside aliases counted`
        : levels > mostLevels
            ? `nests deeper than ${mostLevels} levels once its aliases are followed`
            : gardener.nodes > mostNodes
                ? 'unfolds into more than a million values'
                : null;
    if (excess === null)
        return { root: node, complaints: gardener.complaints };
    const remedy = 'Write the values out, or put what is common under "defaults".';
    return { root: node, complaints: [{ offset: 0, message: `The file ${excess}.`, remedy }] };
}
/** YAML 1.2.2 §10.3; the parser would read some tags of YAML 1.1, too. */
const coreTags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));
function plant(gardener, yaml, offset) {
    gardener.nodes++;
    if (yaml === null)
        return { node: { kind: 'scalar', offset, value: null }, levels: 0 };
    const start = yaml.range[0];
    if ((0,dist/* isAlias */.Vj)(yaml))
        return repeated(gardener, yaml.source, start);
    if (yaml.tag !== undefined && !coreTags.has(yaml.tag))
        complain(gardener, start, `The tag ${yaml.tag} means nothing here.`, 'Leave it out.');
    const { nodes, aliases } = gardener;
    const planted = (0,dist/* isMap */.jh)(yaml)
        ? plantMapping(gardener, yaml.items, start)
        : (0,dist/* isSeq */.oP)(yaml)
            ? plantList(gardener, yaml.items, start)
            : { node: { kind: 'scalar', offset: start, value: yaml.value }, levels: 0 };
    if (yaml.anchor !== undefined) {
        const cost = { nodes: gardener.nodes - nodes, aliases: gardener.aliases - aliases };
        gardener.anchors.set(yaml.anchor, { ...planted, ...cost });
    }
    return planted;
}
function repeated(gardener, name, offset) {
    const anchored = gardener.anchors.get(name);
    gardener.aliases += 1 + (anchored?.aliases ?? 0);
    gardener.nodes += anchored?.nodes ?? 0;
    if (anchored !== undefined)
        return anchored;
    complain(gardener, offset, `The alias *${name} names no anchor above it.`, `Write &${name} at the value it repeats.`);
    return { node: { kind: 'scalar', offset, value: null }, levels: 0 };
}
function plantList(gardener, items, offset) {
    const planted = items.map((item) => plant(gardener, item, offset));
    return {
        node: { kind: 'list', offset, items: planted.map(({ node }) => node) },
        levels: deepest(planted) + 1,
    };
}
function plantMapping(gardener, pairs, offset) {
    const entries = new Map();
    const planted = [];
    for (const { key: yaml, value } of pairs) {
        const at = yaml.range[0];
        const under = plant(gardener, value, at);
        planted.push(under);
        const key = (0,dist/* isScalar */.jn)(yaml) ? yaml.value : undefined;
        if (typeof key !== 'string')
            complain(gardener, at, 'This key is not a text.', 'Write a name, or put the key in quotes.');
        else if (key === '<<')
            complain(gardener, at, 'YAML 1.2 has no merge key (<<).', 'Write the keys out, or put them under "defaults".');
        else {
            const trouble = keyTrouble(key, at, entries, gardener.place);
            if (trouble === undefined)
                entries.set(key, { offset: at, node: under.node });
            else
                gardener.complaints.push(trouble);
        }
    }
    return { node: { kind: 'mapping', offset, entries }, levels: deepest(planted) + 1 };
}
function deepest(planted) {
    return planted.reduce((most, { levels }) => Math.max(most, levels), 0);
}
function complain(gardener, offset, message, remedy) {
    gardener.complaints.push({ offset, message, remedy });
}

;// CONCATENATED MODULE: ./build/config/yaml-document.js



/** The most lexical tokens that are read: room for 10,000 targets with every key, and a bound on time and memory. */
const mostTokens = 1_500_000;
/** One slip makes the parser stumble many times: the first few are enough to find it. */
const mostComplaints = 5;
const mostStumbles = 1000;
/** Reads one YAML 1.2 document (core schema), keeping places; throws a ConfigError naming every breach. */
function readYamlDocument(text, file) {
    const place = placesIn(text, file);
    const { document, stumbles } = composed(tokensOf(text, place), text.length);
    const byLine = new Map();
    for (const { offset, code, message } of stumbles) {
        const { line } = place(offset);
        if (byLine.size < mostComplaints && !byLine.has(line))
            byLine.set(line, { offset, ...sentences(code, message) });
    }
    if (byLine.size > 0)
        throw syntaxError([...byLine.values()], place);
    if (document === undefined)
        throw new TypeError('the composer made no document');
    const { root, complaints } = plantYaml(document, place);
    if (complaints.length > 0)
        throw syntaxError(complaints, place);
    return configDocument(root, place);
}
/** The tokens, counted as they come: depth and length are refused before anything recurses. */
function tokensOf(text, place) {
    const parser = new dist/* Parser */.iX();
    const tokens = [];
    let count = 0;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        for (const token of parser.next(lexeme)) {
            if (token.type === 'error')
                throw syntaxError([{ offset: token.offset, ...sentences('UNEXPECTED_TOKEN', token.message) }], place);
            tokens.push(token);
        }
        if (parser.stack.length - 1 > mostLevels)
            throw syntaxError([tooMuch(`nests deeper than ${mostLevels} levels`)], place);
        if (++count > mostTokens)
            throw syntaxError([tooMuch('has more than 1.5 million words and signs')], place);
    }
    for (const token of parser.end())
        tokens.push(token);
    return tokens;
}
/** Stops the composer: what it has found is enough. */
class Enough extends Error {
}
function composed(tokens, length) {
    const composer = new dist/* Composer */.Dk({ uniqueKeys: false, version: '1.2', schema: 'core', logLevel: 'silent' });
    const stumbles = [];
    // The composer keeps every error it meets; a hostile file would fill the memory with a million of them.
    const onError = (source, code, message) => {
        stumbles.push({ offset: offsetOf(source), code, message });
        if (stumbles.length >= mostStumbles)
            throw new Enough();
    };
    Object.assign(composer, { onError });
    try {
        const [document, second] = composer.compose(tokens, true, length);
        if (second !== undefined)
            stumbles.push({ offset: second.range[0], code: 'MULTIPLE_DOCS', message: '' });
        const { explicit, version } = document?.directives.yaml ?? {};
        if (explicit === true && version !== '1.2')
            stumbles.push({ offset: 0, code: 'BAD_DIRECTIVE', message: '' });
        for (const { pos, code, message } of [...(document?.errors ?? []), ...(document?.warnings ?? [])])
            stumbles.push({ offset: pos[0], code, message });
        return { document, stumbles };
    }
    catch (error) {
        if (error instanceof Enough)
            return { document: undefined, stumbles };
        throw error;
    }
}
function offsetOf(source) {
    if (typeof source === 'number')
        return source;
    return 'offset' in source ? source.offset : source[0];
}
function tooMuch(what) {
    return {
        offset: 0,
        message: `The file ${what}.`,
        remedy: 'Write it flatter and shorter, or split it in two.',
    };
}
/** What the parser's codes mean to the person who wrote the file. */
const meanings = {
    ALIAS_PROPS: { message: 'An alias (*name) carries an anchor or a tag.', remedy: 'Write the alias alone.' },
    BAD_ALIAS: {
        message: 'This alias (*name) is not readable.',
        remedy: 'Write "*" and a name; put text that begins with "*" in quotes.',
    },
    BAD_DIRECTIVE: {
        message: 'A directive (%) asks for something other than YAML 1.2.',
        remedy: 'Leave the line out.',
    },
    BAD_DQ_ESCAPE: {
        message: 'A backslash begins an escape that YAML does not know.',
        remedy: 'Write \\\\ for a backslash, or use single quotes.',
    },
    BAD_INDENT: {
        message: 'The indentation does not fit the lines above.',
        remedy: 'Indent the keys of one mapping, and the dashes of one list, alike; close every bracket.',
    },
    BAD_SCALAR_START: {
        message: 'A plain text may not begin with this character.',
        remedy: 'Put the text in quotes.',
    },
    BLOCK_AS_IMPLICIT_KEY: {
        message: 'A second ": " stands in this line.',
        remedy: 'Put text that holds ": " in quotes, or begin a new line.',
    },
    BLOCK_IN_FLOW: {
        message: 'A block stands inside brackets.',
        remedy: 'Inside [ ] and { } write everything in brackets and commas.',
    },
    KEY_OVER_1024_CHARS: {
        message: 'A key is longer than 1,024 characters.',
        remedy: 'Close the quotes or brackets before it.',
    },
    MISSING_CHAR: {
        message: 'A sign is missing here: a closing quote or bracket, a comma, a colon, or a space.',
        remedy: 'Add it, or put the text in quotes.',
    },
    MULTILINE_IMPLICIT_KEY: {
        message: 'This line is neither "key: value" nor the continuation of a text.',
        remedy: 'Write a colon and a space after the key.',
    },
    MULTIPLE_DOCS: {
        message: 'A second document begins here.',
        remedy: 'Keep one document and leave the "---" out.',
    },
    TAB_AS_INDENT: { message: 'A tab indents this line.', remedy: 'Write spaces.' },
    TAG_RESOLVE_FAILED: {
        message: 'This tag (!…) means nothing here.',
        remedy: 'Leave it out, or put text that begins with "!" in quotes.',
    },
    UNEXPECTED_TOKEN: {
        message: 'Nothing like this may stand here.',
        remedy: 'Close brackets and quotes once each, and put text with special signs in quotes.',
    },
};
function sentences(code, message) {
    const plain = message.split('\n', 1)[0] ?? '';
    return (meanings[code] ?? {
        message: `The YAML breaks off: ${plain}.`,
        remedy: 'Write this line in plain "key: value" form.',
    });
}

;// CONCATENATED MODULE: ./build/config/config-text.js





/** The most octets that a config may have. */
const mostConfigBytes = 4 * 1024 * 1024;
/** Reads the octets of a config: JSON where the name ends in `.json`, else YAML. Throws a ConfigError. */
function readConfigText(bytes, file) {
    const text = decoded(bytes, file);
    const complaints = controlCharacters(text, file);
    if (complaints.length > 0)
        throw new complaint/* ConfigError */.xL(complaints);
    const read = /\.json$/i.test(file) ? readJsonDocument : readYamlDocument;
    return { ...read(text, file), sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') };
}
function startOf(file) {
    return { file, line: 1, column: 1 };
}
function decoded(bytes, file) {
    const [first, second] = bytes;
    const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    try {
        if (!utf16)
            return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        if (!(error instanceof TypeError))
            throw error;
    }
    const message = utf16 ? 'The file is written in UTF-16.' : 'The file is not valid UTF-8.';
    throw new complaint/* ConfigError */.xL([{ place: startOf(file), message, remedy: 'Save it as UTF-8.' }]);
}
/** YAML 1.2.2 §5.1 allows tab, line feed and carriage return; what prints the rest can be fooled by it. */
function controlCharacters(text, file) {
    const place = placesIn(text, file);
    const control = /[^\P{Cc}\t\n\r\u0085]/gu;
    const complaints = [];
    for (let found = control.exec(text); found !== null; found = control.exec(text)) {
        const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        const remedy = 'Remove it; if the whole file looks broken, save it as UTF-8.';
        complaints.push({
            place: place(found.index),
            message: `The control character U+${code} stands here.`,
            remedy,
        });
        if (complaints.length === mostControls)
            break;
    }
    return complaints;
}
const mostControls = 5;

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/config/files.js




/** The most octets of a certificate, key or bundle that a config names. */
const mostFileBytes = 4 * 1024 * 1024;
/** Decides between content and path, and keeps paths inside the root; reads no file. */
async function located(written, files) {
    if (written.startsWith('-----BEGIN'))
        return { kind: 'bytes', bytes: Buffer.from(written), inline: true };
    if (written.startsWith('base64:'))
        return files_decoded(written.slice('base64:'.length));
    if (written === '' || written.includes('\0'))
        return wrong('An empty path names no file.', 'Write the path of a file.');
    const path = (0,external_node_path_.resolve)(files.folder, written);
    if (files.root === null || (await isInside(path, files.root)))
        return { kind: 'path', path };
    return wrong(`${shown(written)} lies outside the workspace.`, 'Keep the file inside the repository, without links that lead out.');
}
/** The octets that a value names or holds; at most `most` of them. */
async function contentOf(written, files, most = mostFileBytes) {
    const content = await located(written, files);
    if (content.kind !== 'path')
        return content;
    const reading = files.read.get(content.path) ?? readWhole(content.path, written, most);
    files.read.set(content.path, reading);
    return reading;
}
async function readWhole(path, written, most) {
    try {
        // O_NONBLOCK: a named pipe without a writer would hold the run for ever
        const file = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0));
        try {
            const status = await file.stat();
            if (!status.isFile())
                return wrong(`${shown(written)} is not a file.`, 'Write the path of a file.');
            if (status.size > most)
                return wrong(`${shown(written)} has ${status.size} octets, more than ${most}.`, 'Write the path of a smaller file.');
            return { kind: 'bytes', bytes: await file.readFile(), inline: false };
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        return unreadable(error, written);
    }
}
function unreadable(error, written) {
    const code = codeOf(error);
    if (code === undefined)
        throw error;
    const found = causes[code] ?? `cannot be read (${code})`;
    return wrong(`${shown(written)} ${found}.`, 'Write the path of a file that this run can read.');
}
const causes = {
    ENOENT: 'does not exist',
    ENOTDIR: 'does not exist',
    EACCES: 'may not be read',
    EPERM: 'may not be read',
    ELOOP: 'is a circle of links',
    EISDIR: 'is a folder',
};
/** What does not exist yet is judged by where its link leads, or by the folder it would lie in. */
async function isInside(path, root) {
    const way = (0,external_node_path_.relative)(await real(root), await real(path));
    return way === '' || (way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way));
}
async function real(path) {
    try {
        return await (0,promises_.realpath)(path);
    }
    catch (error) {
        // A circle of links is left as it is written: reading it fails.
        if (codeOf(error) !== 'ENOENT')
            return path;
        const above = (0,external_node_path_.dirname)(path);
        const link = await linkAt(path);
        if (link !== null)
            return real((0,external_node_path_.resolve)(above, link));
        return above === path ? path : (0,external_node_path_.resolve)(await real(above), (0,external_node_path_.basename)(path));
    }
}
/** Where a symbolic link points, `null` when the path is none. */
async function linkAt(path) {
    try {
        return await (0,promises_.readlink)(path);
    }
    catch (error) {
        if (codeOf(error) === undefined)
            throw error;
        return null;
    }
}
function codeOf(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
function files_decoded(base64) {
    const plain = base64.replace(/\s/g, '');
    if (plain === '' || plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain))
        return wrong('What follows "base64:" is not base64.', 'Encode the file with: base64 -w0 FILE.');
    return { kind: 'bytes', bytes: Buffer.from(plain, 'base64'), inline: true };
}
function wrong(message, remedy) {
    return { kind: 'wrong', message, remedy };
}
function shown(path) {
    return JSON.stringify((0,model_text/* shortened */.vI)(path));
}

// EXTERNAL MODULE: ./build/config/host-text.js
var host_text = __webpack_require__(89249);
// EXTERNAL MODULE: ./build/config/secrets.js
var secrets = __webpack_require__(3654);
;// CONCATENATED MODULE: ./build/config/reading.js


function placeOf(reading, spot, at) {
    return spot === null ? null : (reading.document?.place(spot, at) ?? null);
}
function reading_complain(reading, spot, at, message, remedy) {
    reading.complaints.push({ place: placeOf(reading, spot, at), message, remedy });
}
/** Replaces `${NAME}`; answers `undefined` when nothing comes out: unset, empty, or complained about. */
function resolved(reading, value, spot) {
    if (value === undefined)
        return undefined;
    const found = (0,secrets/* interpolated */.cd)(value, reading.lookup);
    if (found.kind === 'withheld')
        return { withheld: found.name };
    if (found.kind === 'text')
        return found.text === '' ? undefined : { text: found.text };
    reading_complain(reading, spot, 'key', found.message, found.remedy);
    return undefined;
}
/** Warns of a secret that stands in the file for everybody to read. */
function warnOfLiteral(reading, value, spot) {
    if (typeof value !== 'string' || !(0,secrets/* isLiteral */.c$)(value))
        return;
    reading.warnings.push({
        place: placeOf(reading, spot, 'value'),
        message: `"${spot.at(-1)}" stands in the file for everybody to read.`,
        remedy: 'Write ${NAME}, and give the value in the environment, the input "env" or the file of --secrets.',
    });
}
/** The octets that a setting names or holds; `undefined` when complained about. */
async function octets(reading, written, spot) {
    return bytesOf(reading, await contentOf(written, reading.files), spot);
}
function bytesOf(reading, content, spot) {
    if (content.kind === 'bytes')
        return content.bytes;
    if (content.kind === 'wrong')
        reading_complain(reading, spot, 'value', content.message, content.remedy);
    return undefined;
}

;// CONCATENATED MODULE: ./build/config/network.js

/** How the run may use the network, and why it may contact no endpoint at all (`null`: it may). */
function readNetwork(reading, settings = {}, untrusted) {
    const proxy = resolved(reading, settings.proxy, ['network', 'proxy']);
    const network = {
        concurrency: settings.concurrency ?? 64,
        connectionsPerHost: settings.connections_per_host ?? 4,
        // A stranger's change is no permission: only the base config could give it.
        allowPrivate: !untrusted && settings.allow_private !== false,
        proxy: proxy !== undefined && 'text' in proxy ? readProxy(reading, proxy.text) : null,
    };
    return { network, blocked: proxy === undefined ? null : blockedBy(proxy, untrusted) };
}
function blockedBy(proxy, untrusted) {
    if (untrusted)
        return 'an untrusted run contacts nothing through a proxy';
    return 'withheld' in proxy ? `the proxy needs \${${proxy.withheld}}, which this run does not look up` : null;
}
function readProxy(reading, text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && url.protocol === 'http:' && url.hostname !== '')
        return url;
    // The value may hold a password: it is not repeated.
    reading_complain(reading, ['network', 'proxy'], 'value', '"proxy" is not the address of an HTTP proxy.', 'Write http://host:port.');
    return null;
}

;// CONCATENATED MODULE: ./build/config/notifications.js


/** Warns of secrets under `notifications` that stand in the file, whether or not this run sends anything. */
function warnOfNotifications(reading) {
    warn(reading, ['notifications', 'email', 'password']);
    const webhooks = valueAt(reading.document?.value, ['notifications', 'webhook']);
    if (!Array.isArray(webhooks))
        warn(reading, ['notifications', 'webhook', 'secret']);
    else
        for (const index of webhooks.keys())
            warn(reading, ['notifications', 'webhook', index, 'secret']);
}
function warn(reading, spot) {
    warnOfLiteral(reading, valueAt(reading.document?.value, spot), spot);
}

// EXTERNAL MODULE: ./build/model/glob.js
var glob = __webpack_require__(5810);
// EXTERNAL MODULE: ./build/model/rule-id.js
var rule_id = __webpack_require__(78098);
// EXTERNAL MODULE: ./build/config/later.js
var later = __webpack_require__(56517);
;// CONCATENATED MODULE: ./build/config/nearest.js
/** What people write who know other tools, and what we call it. */
const synonyms = {
    host: 'domain',
    hostname: 'domain',
    url: 'domain',
    sni: 'servername',
    warning: 'warning_days',
    critical: 'critical_days',
};
/** The candidate that was probably meant, or `undefined` when none is near. */
function nearest(word, candidates) {
    const plain = word.toLowerCase().replaceAll('-', '_');
    const synonym = synonyms[plain];
    if (synonym !== undefined && candidates.includes(synonym))
        return synonym;
    let best;
    for (const candidate of candidates) {
        const edits = distance(plain, candidate.toLowerCase().replaceAll('-', '_'));
        if (edits <= candidate.length / 3 && (best === undefined || edits < best.edits))
            best = { candidate, edits };
    }
    return best?.candidate;
}
/** Dearer than a letter too many or too few: people slip more often than they mistake. */
const replacement = 1.5;
/**
 * Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment);
 * infinite where their lengths alone are too far apart.
 */
function distance(from, to) {
    if (Math.abs(from.length - to.length) > 8)
        return Infinity;
    let before = [];
    let row = Array.from({ length: to.length + 1 }, (_, j) => j);
    for (let i = 1; i <= from.length; i++) {
        const next = [i];
        for (let j = 1; j <= to.length; j++) {
            const same = from[i - 1] === to[j - 1];
            const swapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
            next.push(Math.min((row[j - 1] ?? 0) + (same ? 0 : replacement), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swapped ? (before[j - 2] ?? Infinity) + 1 : Infinity));
        }
        before = row;
        row = next;
    }
    return row[to.length] ?? Infinity;
}

// EXTERNAL MODULE: ./build/config/schema.js + 3 modules
var schema = __webpack_require__(13119);
;// CONCATENATED MODULE: ./build/config/policies.js






/** The severities the user changed; rules of later versions are complained about. */
function readSeverities(reading, rules = {}) {
    for (const rule of later/* laterRules */.mG) {
        if (!Object.hasOwn(rules, rule))
            continue;
        const { message, remedy } = (0,later/* arrivesLater */.ry)(`"${rule}"`);
        reading_complain(reading, ['rules', rule], 'key', message, remedy);
    }
    return new Map(rule_id/* ruleIds */.Z.flatMap((id) => (rules[id] === undefined ? [] : [[id, rules[id]]])));
}
/** The waivers; one whose glob matches no rule of this version is complained about. */
function readWaivers(reading, waivers = []) {
    for (const [index, { rule }] of waivers.entries()) {
        if (rule_id/* ruleIds */.Z.some((id) => (0,glob/* matchesGlob */.k)(rule, id)))
            continue;
        const spot = ['waivers', index, 'rule'];
        if (later/* laterRules */.mG.some((id) => (0,glob/* matchesGlob */.k)(rule, id))) {
            const { message, remedy } = (0,later/* arrivesLater */.ry)(`Every rule that ${JSON.stringify(rule)} matches`);
            reading_complain(reading, spot, 'value', message, remedy);
        }
        else {
            const near = nearest(rule, schema/* namedRules */.PR);
            const remedy = near === undefined ? 'Write the id of a rule, as in certificate/*.' : `Write "${near}".`;
            reading_complain(reading, spot, 'value', `${JSON.stringify(rule)} matches no rule.`, remedy);
        }
    }
    return waivers;
}
/** The policy of one target; `names` is everything a waiver may call it by. */
function policyOf(reading, settings, spot, { defaults, severities, waivers }, names) {
    return {
        expiry: expiryOf(reading, settings, spot, defaults),
        checkChain: settings.check_chain ?? defaults.check_chain ?? true,
        verifyHostname: settings.verify_hostname ?? defaults.verify_hostname ?? true,
        expect: { issuer: settings.expect?.issuer ?? null, spkiSha256: settings.expect?.spki_sha256 ?? [] },
        severities,
        waivers: waivers.filter(({ domain }) => names.some((name) => (0,glob/* matchesGlob */.k)(domain, name))),
    };
}
function expiryOf(reading, settings, spot, defaults) {
    const warningDays = settings.warning_days ?? defaults.warning_days ?? 'auto';
    const criticalDays = settings.critical_days ?? defaults.critical_days ?? 'auto';
    const own = settings.critical_days !== undefined
        ? 'critical_days'
        : settings.warning_days !== undefined
            ? 'warning_days'
            : null;
    // Defaults that contradict each other are complained about once, not on every domain.
    if (own !== null)
        checkThresholds(reading, warningDays, criticalDays, spot && [...spot, own]);
    return { warningDays, criticalDays };
}
/** An explicit critical threshold above an explicit warning would turn the warning off without a word. */
function checkThresholds(reading, warning = 'auto', critical = 'auto', spot) {
    if (warning === 'auto' || critical === 'auto' || critical <= warning)
        return;
    const message = `"critical_days" ${critical} is above "warning_days" ${warning}.`;
    reading_complain(reading, spot, 'value', message, 'Write a "critical_days" that is not above "warning_days".');
}

;// CONCATENATED MODULE: ./build/config/postponements.js


/** A complaint for everything that config or request ask for and a later version brings. */
function postponements(config, wishes) {
    const asked = [];
    if (later/* scanningArrivesLater */.eM && wishes.scan === 'tls')
        asked.push({ place: null, ...(0,later/* arrivesLater */.ry)('A scan of kind "tls"') });
    if (later/* scanningArrivesLater */.eM && wishes.probes)
        asked.push({ place: null, ...(0,later/* arrivesLater */.ry)('"probes"') });
    if (config === null)
        return asked;
    for (const { path, subject, remedy } of spotsIn(config.value, wishes))
        asked.push({ place: config.place(path, 'key'), ...(0,later/* arrivesLater */.ry)(subject, remedy) });
    return asked;
}
function* spotsIn(value, wishes) {
    for (const key of later/* laterSettings */.cV)
        if (valueAt(value, [key]) !== undefined)
            yield { path: [key], subject: `"${key}"` };
    if (later/* notificationsArriveLater */.ax &&
        wishes.resolve.notifications &&
        valueAt(value, ['notifications']) !== undefined)
        yield {
            path: ['notifications'],
            subject: '"notifications"',
            remedy: 'Leave it out until then, or run with --no-notify.',
        };
    yield* scanning(value, ['defaults']);
    const domains = valueAt(value, ['domains']);
    for (const index of Array.isArray(domains) ? domains.keys() : []) {
        const path = ['domains', index];
        yield* scanning(value, path);
        for (const key of later/* laterDomainSettings */.AL)
            if (valueAt(value, [...path, key]) !== undefined)
                yield { path: [...path, key], subject: `"${key}"` };
    }
}
function* scanning(value, path) {
    if (!later/* scanningArrivesLater */.eM)
        return;
    if (valueAt(value, [...path, 'scan']) === 'tls')
        yield { path: [...path, 'scan'], subject: '"scan: tls"' };
    if (valueAt(value, [...path, 'probes']) === true)
        yield { path: [...path, 'probes'], subject: '"probes: true"' };
}

// EXTERNAL MODULE: ./build/config/json-schema.js
var json_schema = __webpack_require__(2257);
;// CONCATENATED MODULE: ./build/config/schema-complaints.js





/** Unknown keys that one mapping is blamed for: beyond it the file is something else altogether. */
const mostUnknown = 50;
/** Turns the schema's issues into sentences with their places. */
function schemaComplaints(issues, document) {
    return issues
        .flatMap((issue) => flattened(issue, []))
        .flatMap(({ issue, path }) => complaints(issue, path, document));
}
/** A union's issues become those of the one branch that fits the kind of value, else stay one. */
function flattened(issue, above) {
    const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
    if (issue.code !== 'invalid_union')
        return [{ issue, path }];
    const fitting = issue.errors.filter((branch) => !branch.some(isWrongKind));
    const [branch] = fitting;
    if (branch === undefined || fitting.length > 1)
        return [{ issue, path }];
    const inner = branch.flatMap((nested) => flattened(nested, path));
    // A branch that only repeats that its one value is wrong says less than the union does.
    return inner.every(({ path: { length } }) => length === path.length) && !inner.some(speaks)
        ? [{ issue, path }]
        : inner;
}
function isWrongKind(issue) {
    return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}
function speaks({ issue }) {
    return issue.code === 'custom' || issue.code === 'unrecognized_keys';
}
function complaints(issue, path, document) {
    if (issue.code === 'unrecognized_keys') {
        const known = path[0] === 'rules' ? schema/* namedRules */.PR : (0,json_schema.settingsAt)(path);
        return issue.keys.slice(0, mostUnknown).map((key) => unknownKey(key, path, known, document));
    }
    const value = valueAt(document.value, path);
    if (value === undefined) {
        const message = `"${path.at(-1)}" is missing.`;
        return [{ place: document.place(path, 'key'), message, remedy: `Write ${issue.message}.` }];
    }
    const place = document.place(path, value === null ? 'key' : 'value');
    const { message, remedy } = issue.code === 'custom' ? (issue.params ?? {}) : {};
    if (typeof message === 'string' && typeof remedy === 'string')
        return [{ place, message, remedy }];
    return [{ place, message: `${subject(path)} ${is(value, path)}.`, remedy: `Write ${issue.message}.` }];
}
function unknownKey(key, path, known, document) {
    const place = document.place([...path, key], 'key');
    const shown = JSON.stringify((0,model_text/* shortened */.vI)(key, 60));
    const near = nearest(key, known);
    const inRules = path[0] === 'rules';
    const message = inRules ? `${shown} is not a rule.` : `${shown} is not a setting of ${owner(path)}.`;
    const otherwise = inRules
        ? 'Write the id of a rule, as in certificate/expiry.'
        : `Write one of ${known.join(', ')}.`;
    return { place, message, remedy: near === undefined ? otherwise : `Write "${near}".` };
}
function owner(path) {
    const [top] = path;
    if (top === undefined)
        return 'the config';
    const last = path.findLast((step) => typeof step === 'string');
    if (last === 'domains')
        return 'a domain';
    return last === 'waivers' ? 'a waiver' : `"${last}"`;
}
function subject(path) {
    const last = path.at(-1);
    if (last === undefined)
        return 'The config';
    if (typeof last === 'string')
        return `"${last}"`;
    const list = path.findLast((step) => typeof step === 'string');
    return `Entry ${last + 1} of "${list}"`;
}
/** Keys whose values are never repeated in a message. */
const confidential = new Set([
    'password',
    'passphrase',
    'secret',
    'key',
    'pfx',
    'proxy',
    'url',
    'heartbeat_url',
]);
function is(value, path) {
    if (value === null)
        return 'has no value';
    if (Array.isArray(value))
        return 'is a list';
    if (typeof value === 'object')
        return 'is a mapping';
    if (confidential.has(path.at(-1)))
        return `is a ${typeof value === 'string' ? 'text' : typeof value} that does not fit`;
    if (typeof value === 'string')
        return `is ${JSON.stringify((0,model_text/* shortened */.vI)(value))}`;
    return `is ${typeof value === 'number' || typeof value === 'boolean' ? value : typeof value}`;
}

// EXTERNAL MODULE: ./build/model/address.js
var model_address = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/model/target.js
var model_target = __webpack_require__(30677);
;// CONCATENATED MODULE: ./build/config/client-certificate.js


const parts = ['cert', 'key', 'pfx', 'passphrase'];
/** Reads `client_certificate`: a PEM certificate with its key, or one PKCS#12 file. */
async function readClientCertificate(reading, settings, spot) {
    warnOfLiteral(reading, settings.passphrase, [...spot, 'passphrase']);
    if (settings.key !== undefined && /^(?:-----BEGIN|base64:)/.test(settings.key))
        warnOfLiteral(reading, settings.key, [...spot, 'key']);
    const before = reading.complaints.length;
    contradictions(reading, settings, spot);
    const texts = {};
    for (const part of parts) {
        const value = resolved(reading, settings[part], [...spot, part]);
        if (value === undefined)
            continue;
        if ('withheld' in value)
            return value;
        texts[part] = value.text;
    }
    if (reading.complaints.length > before)
        return { certificate: null };
    return { certificate: await assembled(reading, texts, spot) };
}
function contradictions(reading, { cert, key, pfx, passphrase }, spot) {
    const say = (part, message, remedy) => reading_complain(reading, part === null ? spot : [...spot, part], 'key', message, remedy);
    if (pfx !== undefined && (cert !== undefined || key !== undefined))
        say('pfx', '"pfx" stands beside "cert" or "key".', 'Keep the PKCS#12 file, or the pair of PEM files.');
    else if (cert !== undefined && key === undefined)
        say('cert', '"cert" has no "key".', 'Write the file of its key as "key".');
    else if (key !== undefined && cert === undefined)
        say('key', '"key" has no "cert".', 'Write the file of its certificate as "cert".');
    else if (pfx === undefined && cert === undefined)
        say(passphrase === undefined ? null : 'passphrase', '"client_certificate" names no certificate.', 'Write "cert" and "key", or "pfx".');
}
async function assembled(reading, { cert: certText, key: keyText, pfx: pfxText, passphrase = null }, spot) {
    if (typeof pfxText === 'string') {
        const pfx = await octets(reading, pfxText, [...spot, 'pfx']);
        return pfx === undefined ? null : { kind: 'pkcs12', pfx, passphrase };
    }
    if (typeof certText !== 'string' || typeof keyText !== 'string') {
        const half = certText ?? keyText;
        if (half !== undefined)
            reading_complain(reading, spot, 'key', 'Only one of "cert" and "key" has a value.', 'Give both or none.');
        return null;
    }
    const cert = await octets(reading, certText, [...spot, 'cert']);
    const key = await octets(reading, keyText, [...spot, 'key']);
    if (cert === undefined || key === undefined)
        return null;
    return fits(reading, cert, key, passphrase, spot) ? { kind: 'pem', cert, key, passphrase } : null;
}
/** Whether certificate and key open and belong together: a pair that does not would look like a fault of every server. */
function fits(reading, cert, key, passphrase, spot) {
    const leaf = isPem(cert) ? opened(() => new external_node_crypto_.X509Certificate(cert)) : undefined;
    if (leaf === undefined)
        reading_complain(reading, [...spot, 'cert'], 'value', '"cert" holds no PEM certificate.', 'Write the path of a PEM file.');
    const secretKey = openedKey(key, passphrase);
    if (secretKey === undefined) {
        const remedy = passphrase === null
            ? 'Write the path of a PEM file, and "passphrase" if it is encrypted.'
            : 'Write the right "passphrase".';
        reading_complain(reading, [...spot, 'key'], 'value', '"key" holds no private key that opens.', remedy);
    }
    if (leaf === undefined || secretKey === undefined)
        return false;
    if (leaf.checkPrivateKey(secretKey))
        return true;
    reading_complain(reading, [...spot, 'key'], 'value', '"key" is not the key of "cert".', 'Write the pair that was issued together.');
    return false;
}
/** node:tls takes certificates as PEM only. */
function isPem(bytes) {
    return Buffer.from(bytes).includes('-----BEGIN CERTIFICATE-----');
}
function openedKey(key, passphrase) {
    return opened(() => (0,external_node_crypto_.createPrivateKey)({
        key: Buffer.from(key),
        format: 'pem',
        ...(passphrase === null ? {} : { passphrase }),
    }));
}
/** What OpenSSL opens, or `undefined`: its reasons say nothing to people. */
function opened(open) {
    try {
        return open();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/config/trust.js



/** Reads files of trust anchors, PEM bundles or single DER, in their order; what cannot be read is complained about. */
async function readAnchors(reading, files, spotOf) {
    const anchors = [];
    for (const [index, file] of files.entries()) {
        const bytes = await octets(reading, file, spotOf(index));
        if (bytes === undefined)
            continue;
        const read = anchorsIn(bytes);
        if (typeof read === 'string')
            reading_complain(reading, spotOf(index), 'value', `${nameOf(file)} ${read}.`, 'Write the path of a file with PEM or DER certificates.');
        else
            anchors.push(...read);
    }
    return anchors;
}
/** Whom one target trusts: its own anchors, those of the whole run, and the public store unless it is turned off. */
function readTrust(reading, settings = {}, spot, forTheRun) {
    const { ca_files: files = [], public: isPublic = true } = settings;
    const key = JSON.stringify([files, isPublic]);
    const trust = reading.trusts.get(key) ?? trust_assembled(reading, files, isPublic, spot, forTheRun);
    reading.trusts.set(key, trust);
    return trust;
}
async function trust_assembled(reading, files, isPublic, spot, forTheRun) {
    const own = await readAnchors(reading, files, (index) => spot && [...spot, 'ca_files', index]);
    return { anchors: [...own, ...forTheRun], public: isPublic };
}
/** The DER of every certificate, or what is wrong with them. */
function anchorsIn(bytes) {
    const text = Buffer.from(bytes).toString('latin1');
    const blocks = text.split(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/).slice(1);
    if (blocks.length === 0)
        return text.includes('-----BEGIN') ? 'holds no certificate' : single(bytes);
    const anchors = [];
    for (const [index, block] of blocks.entries()) {
        const base64 = block.split('-----END', 1)[0] ?? '';
        const anchor = derOf(Buffer.from(base64, 'base64'));
        if (anchor === undefined)
            return `holds a certificate that cannot be read, number ${index + 1} of ${blocks.length}`;
        anchors.push(anchor);
    }
    return anchors;
}
function single(bytes) {
    const anchor = derOf(bytes);
    return anchor === undefined ? 'holds no certificate' : [anchor];
}
function derOf(bytes) {
    try {
        return new external_node_crypto_.X509Certificate(bytes).raw;
    }
    catch {
        return undefined; // OpenSSL's reasons for not reading a certificate say nothing to people
    }
}
function nameOf(file) {
    return /^(?:-----BEGIN|base64:)/.test(file) ? 'The content' : JSON.stringify((0,model_text/* shortened */.vI)(file));
}

;// CONCATENATED MODULE: ./build/config/targets.js








/** The port at which a protocol waits for STARTTLS (IANA's service names). */
const startTlsPorts = {
    smtp: 25,
    lmtp: 24,
    imap: 143,
    pop3: 110,
    sieve: 4190,
    ftp: 21,
    ldap: 389,
    xmpp: 5222,
    'xmpp-server': 5269,
    postgres: 5432,
    mysql: 3306,
    nntp: 119,
    irc: 6667,
};
/** Reads one entry of `domains`, or a host from an argument; `undefined` when it names nothing to watch. */
async function targets_readEntry(reading, settings, spot, common) {
    targets_contradictions(reading, settings, spot);
    const { domain, file } = settings;
    if (file !== undefined)
        return fileEntry(reading, settings, file, spot ?? [], common);
    if (domain !== undefined)
        return endpointEntry(reading, settings, domain, spot, common);
    reading_complain(reading, spot, 'value', 'This entry names neither a domain nor a file.', 'Write "domain:" and a host, or "file:" and a path.');
    return undefined;
}
async function endpointEntry(reading, settings, domain, spot, common) {
    const { defaults } = common;
    const certificate = settings.client_certificate === undefined
        ? { certificate: null }
        : await readClientCertificate(reading, settings.client_certificate, [
            ...(spot ?? []),
            'client_certificate',
        ]);
    const core = {
        host: domain.host,
        port: portOf(domain, settings, defaults),
        starttls: settings.starttls ?? null,
        servername: settings.servername ?? null,
        connectTo: settings.connect_to ?? null,
    };
    const hostPort = (0,model_address/* authority */.ku)(core.host, core.port);
    const target = {
        kind: 'endpoint',
        id: (0,model_target/* endpointId */.BK)(core),
        ...(await watched(reading, settings, spot, settings.name ?? hostPort, common)),
        ...core,
        addresses: settings.addresses ?? defaults.addresses ?? 'first',
        // An address is its own choice of version, whatever the defaults prefer for names.
        ipVersion: settings.ip_version ??
            (literalAddress(settings) === undefined ? defaults.ip_version : undefined) ??
            'any',
        timeoutMs: Math.round((settings.timeout ?? defaults.timeout ?? 10) * 1000),
        retries: settings.retries ?? defaults.retries ?? 2,
        clientCertificate: 'withheld' in certificate ? null : certificate.certificate,
    };
    const names = [core.host, hostPort, domain.written, target.name];
    const blocked = common.blocked ?? ('withheld' in certificate ? withheld(certificate.withheld) : null);
    return { target, policy: policyOf(reading, settings, spot, common, names), blocked };
}
async function fileEntry(reading, settings, file, spot, common) {
    warnOfLiteral(reading, settings.password, [...spot, 'password']);
    const password = resolved(reading, settings.password, [...spot, 'password']);
    const content = await located(file, reading.files);
    if (content.kind === 'wrong') {
        reading_complain(reading, [...spot, 'file'], 'value', content.message, content.remedy);
        return undefined;
    }
    const path = content.kind === 'path'
        ? file
        : `inline-${(0,external_node_crypto_.createHash)('sha256').update(content.bytes).digest('hex').slice(0, 16)}`;
    const target = {
        kind: 'file',
        id: `file:${path}`,
        ...(await watched(reading, settings, spot, settings.name ?? path, common)),
        path,
        content: content.kind === 'path' ? content : { kind: 'bytes', bytes: content.bytes },
        password: password !== undefined && 'text' in password ? password.text : null,
        domain: settings.domain?.host ?? null,
    };
    const names = [
        target.id,
        path,
        target.name,
        ...(settings.domain === undefined ? [] : [settings.domain.host, settings.domain.written]),
    ];
    const blocked = password !== undefined && 'withheld' in password ? withheld(password.withheld) : null;
    return { target, policy: policyOf(reading, settings, spot, common, names), blocked };
}
async function watched(reading, settings, spot, name, { anchors }) {
    const trust = await readTrust(reading, settings.trust, spot && [...spot, 'trust'], anchors);
    if (!trust.public &&
        trust.anchors.length === 0 &&
        settings.trust?.ca_files === undefined &&
        settings.expect?.spki_sha256 === undefined)
        reading_complain(reading, spot && [...spot, 'trust', 'public'], 'key', '"public: false" leaves nobody to trust.', 'Write "ca_files" beside it, or pins under "expect".');
    return {
        name,
        source: placeOf(reading, spot, 'value'),
        tags: settings.tags ?? [],
        owner: settings.owner ?? null,
        runbook: settings.runbook ?? null,
        trust,
    };
}
function portOf(domain, settings, defaults) {
    const written = domain.port ?? settings.port ?? (domain.https ? 443 : undefined) ?? defaults.port;
    return written ?? (settings.starttls === undefined ? 443 : startTlsPorts[settings.starttls]);
}
function withheld(name) {
    return `needs \${${name}}, which this run does not look up`;
}
/** Settings that speak of a connection, and so say nothing about a file. */
const ofEndpoints = [
    'port',
    'timeout',
    'retries',
    'scan',
    'probes',
    'addresses',
    'ip_version',
    'servername',
    'connect_to',
    'starttls',
    'client_certificate',
    'runner',
];
function targets_contradictions(reading, settings, spot) {
    const { domain, port, file, starttls, ip_version: version } = settings;
    const say = (key, message, remedy) => reading_complain(reading, spot && [...spot, key], 'key', message, remedy);
    if (file !== undefined) {
        for (const key of ofEndpoints)
            if (settings[key] !== undefined)
                say(key, `"${key}" says nothing about a file.`, 'Leave it out.');
        if (domain !== undefined && (domain.port !== null || domain.https))
            say('domain', 'Beside "file", "domain" is a name alone.', `Write "${domain.host}".`);
        return;
    }
    if (settings.password !== undefined)
        say('password', '"password" opens a file, and this entry has none.', 'Leave it out, or write "file:".');
    if (domain?.port != null && port !== undefined)
        say('port', `"domain" already holds the port ${domain.port}.`, 'Keep one of the two.');
    if (domain?.https === true && starttls !== undefined)
        say('starttls', '"starttls" contradicts https:// in "domain".', 'Write the host alone as "domain".');
    const address = literalAddress(settings);
    if (address !== undefined &&
        version !== undefined &&
        version !== 'any' &&
        (0,model_address/* addressFamily */.JH)(address) !== version)
        say('ip_version', `"ip_version" ${version} contradicts the address ${address}.`, 'Leave it out.');
}
function literalAddress({ domain, connect_to: connectTo }) {
    return connectTo ?? (domain === undefined ? undefined : (0,model_address/* parseAddress */.or)(domain.host));
}

;// CONCATENATED MODULE: ./build/config/read-config.js















/** Reads the config and the hosts into what is to be watched. Throws a ConfigError with all complaints. */
async function readConfig(request) {
    const config = request.path === null ? null : await readFile(request.path, request.root);
    const { settings, issues } = config === null ? { settings: {}, issues: [] } : (0,schema/* readSettings */.sb)(config.value);
    const reading = {
        document: config,
        files: {
            folder: request.path === null ? '.' : (0,external_node_path_.dirname)(request.path),
            root: request.root,
            read: new Map(),
        },
        lookup: request.resolve.targets && !request.untrusted ? (0,secrets/* lookupIn */.IX)(request.secrets, request.environment) : null,
        complaints: config === null ? [] : schemaComplaints(issues, config),
        warnings: [],
        trusts: new Map(),
    };
    reading.complaints.push(...postponements(config, request));
    const { network, blocked } = readNetwork(reading, settings.network, request.untrusted);
    const common = await readCommon(reading, settings, request, blocked);
    const entries = await readEntries(reading, settings, request.hosts, common);
    warnOfNotifications(reading);
    if (reading.complaints.length > 0)
        throw new complaint/* ConfigError */.xL((0,complaint/* inOrder */.al)(reading.complaints));
    return {
        monitor: settings.monitor ?? request.path ?? 'domains',
        entries,
        network,
        waivers: common.waivers,
        severities: common.severities,
        keepCertificates: settings.history?.keep ?? 50,
        checkIntervalSeconds: settings.check_interval ?? 86_400,
        intervalWritten: settings.check_interval !== undefined,
        config: config === null || request.path === null ? null : { path: request.path, sha256: config.sha256 },
        warnings: (0,complaint/* inOrder */.al)(reading.warnings),
    };
}
async function readFile(path, root) {
    const content = await contentOf(path, { folder: '.', root, read: new Map() }, mostConfigBytes);
    if (content.kind === 'bytes')
        return readConfigText(content.bytes, path);
    const { message, remedy } = content.kind === 'wrong' ? content : { message: 'This is not a config.', remedy: '' };
    throw new complaint/* ConfigError */.xL([{ place: startOf(path), message, remedy }]);
}
async function readCommon(reading, settings, request, blocked) {
    const defaults = settings.defaults ?? {};
    checkThresholds(reading, defaults.warning_days, defaults.critical_days, ['defaults', 'critical_days']);
    const here = { ...reading, files: { ...reading.files, folder: '.' } };
    return {
        defaults,
        severities: readSeverities(reading, settings.rules),
        waivers: readWaivers(reading, settings.waivers),
        anchors: await readAnchors(here, request.anchors, () => null),
        blocked,
    };
}
async function readEntries(reading, settings, hosts, common) {
    const entries = new Map();
    for (const [index, written] of (settings.domains ?? []).entries()) {
        if (written === undefined)
            continue;
        const entry = await targets_readEntry(reading, longForm(written), ['domains', index], common);
        const first = entry && entries.get(entry.target.id);
        if (first !== undefined)
            complainOfTwins(reading, first, index);
        else if (entry !== undefined)
            entries.set(entry.target.id, entry);
    }
    for (const written of hosts) {
        const host = (0,host_text/* parseHostText */.V)(written);
        if (!('host' in host))
            reading.complaints.push({ place: null, ...host });
        else {
            const entry = await targets_readEntry(reading, { domain: host }, null, common);
            // What the config says of the same endpoint is more than its name.
            if (entry !== undefined && !entries.has(entry.target.id))
                entries.set(entry.target.id, entry);
        }
    }
    if (entries.size === 0 && reading.complaints.length === 0)
        reading_complain(reading, reading.document && [], 'value', 'There is nothing to watch.', 'Write "domains:" and a list of hosts, or name a host.');
    return [...entries.values()];
}
function longForm(written) {
    return 'host' in written ? { domain: written } : written;
}
function complainOfTwins(reading, { target: { id, source } }, index) {
    const message = `${id} is watched a second time, first in line ${source?.line}.`;
    reading_complain(reading, ['domains', index], 'value', message, 'Keep one, or tell them apart by "port", "servername" or "connect_to".');
}


/***/ }),

/***/ 3654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ lookupIn),
/* harmony export */   c$: () => (/* binding */ isLiteral),
/* harmony export */   cd: () => (/* binding */ interpolated),
/* harmony export */   dC: () => (/* binding */ parseSecrets)
/* harmony export */ });
/** Names a config can never read: they hold what the runner and its actions keep for themselves. */
const forbidden = /^(?:GITHUB|ACTIONS|RUNNER|INPUT)_/i;
const wellFormed = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** The secrets first, then the environment. */
function lookupIn(secrets, environment) {
    return (name) => secrets.get(name) ?? (Object.hasOwn(environment, name) ? environment[name] : undefined);
}
const reference = /\$(\$?)\{(?:([^{}]*)\})?/g;
/**
 * Replaces `${NAME}` and `${NAME:-text}`; `$${` is a literal `${`. Empty counts as unset. Without a lookup
 * (`null`) nothing is known but the defaults.
 */
function interpolated(value, lookup) {
    let trouble;
    const text = value.replace(reference, (whole, escaped, inside) => {
        if (escaped !== '')
            return whole.slice(1);
        const found = inside === undefined ? unclosed : resolved(inside, lookup);
        if (found.kind === 'text')
            return found.text;
        trouble ??= found;
        return '';
    });
    return trouble ?? { kind: 'text', text };
}
/** Whether the value is written out, so that whoever reads the file reads it, too. */
function isLiteral(value) {
    return value !== '' && !Array.from(value.matchAll(reference)).some(([, escaped]) => escaped === '');
}
const unclosed = {
    kind: 'wrong',
    message: '"${" has no "}".',
    remedy: 'Write ${NAME}, or $${ for the two characters themselves.',
};
function resolved(inside, lookup) {
    const split = inside.indexOf(':-');
    const name = split < 0 ? inside : inside.slice(0, split);
    if (!wellFormed.test(name)) {
        const remedy = 'Write ${NAME} or ${NAME:-text}, the name in letters, digits and underscores.';
        return { kind: 'wrong', message: 'A name between "${" and "}" is not the name of a variable.', remedy };
    }
    if (forbidden.test(name)) {
        const remedy = 'Pass the value under another name.';
        return {
            kind: 'wrong',
            message: `"${name}" belongs to the runner and is never available to a config.`,
            remedy,
        };
    }
    const value = lookup?.(name) ?? '';
    if (value !== '')
        return { kind: 'text', text: value };
    if (split >= 0)
        return { kind: 'text', text: inside.slice(split + 2) };
    if (lookup === null)
        return { kind: 'withheld', name };
    const remedy = `Set it in the environment, the input "env" or the file of --secrets, or write \${${name}:-text}.`;
    return { kind: 'wrong', message: `"${name}" is unset or empty.`, remedy };
}
/** Reads lines `NAME=value`, and `NAME<<END` … `END` for values of several lines; blank lines and `#` lines are left out. */
function parseSecrets(text) {
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    const values = new Map();
    const complaints = [];
    for (let at = 0; at < lines.length; at++) {
        const line = lines[at] ?? '';
        if (/^\s*(?:#|$)/.test(line))
            continue;
        const [, name = '', sign, rest = ''] = /^\s*([^=<\s]*)\s*(=|<<)(.*)$/s.exec(line) ?? [];
        const number = at + 1;
        const end = sign === '<<' ? lines.indexOf(rest.trim(), number) : at;
        const wrong = secretTrouble(name, sign, rest, end, values);
        if (wrong === undefined)
            values.set(name, sign === '<<' ? lines.slice(number, end).join('\n') : rest);
        else
            complaints.push({
                place: null,
                message: `Line ${number} of the secrets ${wrong.message}`,
                remedy: wrong.remedy,
            });
        at = Math.max(at, end);
    }
    return { values, complaints };
}
function secretTrouble(name, sign, rest, end, values) {
    if (sign === undefined)
        return { message: 'has no "=".', remedy: 'Write NAME=value, or NAME<<END and a last line END.' };
    if (!wellFormed.test(name))
        return {
            message: 'does not begin with a name.',
            remedy: 'Write NAME=value, the name in letters, digits and underscores.',
        };
    if (forbidden.test(name))
        return { message: `sets "${name}", which belongs to the runner.`, remedy: 'Use another name.' };
    if (values.has(name))
        return { message: `sets "${name}" a second time.`, remedy: 'Keep one.' };
    if (sign === '<<' && (rest.trim() === '' || end < 0))
        return {
            message: `opens "${name}" and nothing closes it.`,
            remedy: 'Write NAME<<END, and END alone on the last line.',
        };
    return undefined;
}


/***/ }),

/***/ 49788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WQ: () => (/* binding */ streamWhole),
/* harmony export */   f8: () => (/* binding */ writeWhole),
/* harmony export */   kO: () => (/* binding */ Unusable)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** A folder that cannot be read or written: not our bug, and yet the run cannot keep what it found. */
class Unusable extends Error {
    name = 'Unusable';
}
/**
 * Writes a file piece by piece, makes its folder first, and renames it into place when it is complete and on disk:
 * nobody ever reads half of it. Throws `Unusable` naming path and cause.
 */
async function writeWhole(path, pieces) {
    await inPlace(path, async (temporary) => {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(temporary, 'w');
        try {
            for (const piece of pieces)
                await file.write(piece);
            await file.sync();
        }
        finally {
            await file.close();
        }
    });
}
/** The same for what writes into a stream, and ends it. */
async function streamWhole(path, fill) {
    await inPlace(path, (temporary) => fill((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(temporary, { flush: true })));
}
async function inPlace(path, write) {
    const temporary = `${path}.${process.pid}.tmp`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        await write(temporary);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
    }
    catch (thrown) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true }).catch(() => { }); // the first cause is what matters
        const cause = thrown instanceof Error ? thrown.message : String(thrown);
        throw new Unusable(`${path} cannot be written: ${cause}`, { cause: thrown });
    }
}


/***/ }),

/***/ 86659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ limits),
/* harmony export */   u: () => (/* binding */ forms)
/* harmony export */ });
/** What a text in a memory file must look like: the reader and the published schema share these. */
const forms = {
    time: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/,
    sha256: /^[0-9a-f]{64}$/,
    spkiSha256: /^[A-Za-z0-9+/]{43}=$/,
    version: /^\d{1,4}\.\d{1,4}$/,
};
/** Characters and entries. The writer stays far below; more is damage, or somebody's mischief. */
const limits = {
    text: 1000,
    id: 8192,
    name: 253,
    names: 1000,
    chain: 100,
    periods: 1000,
};


/***/ }),

/***/ 49987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ schemaVersion),
/* harmony export */   _: () => (/* binding */ memoryJson)
/* harmony export */ });
/** Minor versions add keys and rules; what a newer major version wrote is not ours to read or to change. */
const schemaVersion = '1.0';
function memoryJson(memory) {
    return {
        schema_version: schemaVersion,
        id: memory.id,
        settled: memory.settled,
        last_answer: memory.lastAnswer,
        certificates: memory.certificates.map(certificateJson),
        rotations: memory.rotations.map(rotationJson),
        states: memory.states.map(({ status, from, to, message }) => ({
            status,
            from: time(from),
            to: time(to),
            message,
        })),
        troubles: memory.troubles.map(({ rule, since }) => ({ rule, since: time(since) })),
    };
}
function certificateJson(certificate) {
    const { sha256, spkiSha256, keyType, key, subject, issuer, issuerOrganisation, serial } = certificate;
    const { notBefore, notAfter, names, firstSeen, lastSeen } = certificate;
    return {
        sha256,
        spki_sha256: spkiSha256,
        key_type: keyType,
        key,
        subject,
        issuer,
        issuer_organisation: issuerOrganisation,
        serial,
        not_before: notBefore === null ? null : time(notBefore),
        not_after: notAfter === null ? null : time(notAfter),
        names,
        first_seen: time(firstSeen),
        last_seen: time(lastSeen),
    };
}
function rotationJson({ kind, at, previous, current, daysBeforeExpiry }) {
    return { kind, at: time(at), previous, current, days_before_expiry: daysBeforeExpiry };
}
/** Whole seconds where that is all: certificates know nothing finer. */
function time(instant) {
    return instant.toISOString().replace('.000Z', 'Z');
}


/***/ }),

/***/ 27320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ openMemories)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/deliver/whole-file.js
var whole_file = __webpack_require__(49788);
;// CONCATENATED MODULE: ./build/deliver/folder.js



/** Open files at a time: far below any limit of a system, and as fast as more would be. */
const atATime = 16;
/**
 * Hands over the plain files of a folder whose names end so, one by one and in no order; a folder that does not exist
 * is empty. What is larger than `mostBytes` is nothing that we wrote, and handed over with empty text. Throws
 * `Unusable` naming path and cause.
 */
async function readFolder(folder, ending, mostBytes, take) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch((thrown) => {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')
            return [];
        const cause = thrown instanceof Error ? thrown.message : String(thrown);
        throw new whole_file/* Unusable */.kO(`${folder} cannot be read: ${cause}`, { cause: thrown });
    });
    const names = entries
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map(({ name }) => name);
    await inBatches(names, async (name) => take({ name, text: await boundedText((0,external_node_path_.join)(folder, name), mostBytes) }));
}
async function boundedText(path, mostBytes) {
    const file = await (0,promises_.open)(path);
    try {
        const { size } = await file.stat();
        return size > mostBytes ? '' : await file.readFile('utf8');
    }
    finally {
        await file.close();
    }
}
/** Keeps a file that cannot be used beside the others, where nobody reads it any more. */
async function setAside(folder, name) {
    await (0,promises_.rename)((0,external_node_path_.join)(folder, name), (0,external_node_path_.join)(folder, `${name}.damaged`));
}
/** Does the same to many things, a bounded number at a time, and answers in their order. */
async function inBatches(items, act) {
    const results = [];
    let next = 0;
    const work = async () => {
        for (let index = next++; index < items.length; index = next++) {
            const item = items[index];
            if (item !== undefined)
                results[index] = await act(item);
        }
    };
    await Promise.all(Array.from({ length: atATime }, work));
    return results;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/model/change.js
var change = __webpack_require__(30856);
// EXTERNAL MODULE: ./build/model/rule-id.js
var rule_id = __webpack_require__(78098);
// EXTERNAL MODULE: ./build/history/memory-form.js
var memory_form = __webpack_require__(86659);
;// CONCATENATED MODULE: ./build/history/memory-fields.js

/** The file is no memory: cut short, edited, or never one. */
class DamagedMemory extends Error {
    name = 'DamagedMemory';
}
/** A JSON object. Each of these throws `DamagedMemory`, which names the field. */
function record(value, what) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new DamagedMemory(`${what}: no object where one belongs`);
    return value;
}
function list(value, what, item, most = Infinity) {
    if (!Array.isArray(value))
        throw new DamagedMemory(`${what}: no list`);
    if (value.length > most)
        throw new DamagedMemory(`${what}: ${value.length} entries, ${most} are the most`);
    return value.map((entry) => item(entry, what));
}
function textOf(value, what, most = memory_form/* limits */.F.text) {
    if (typeof value !== 'string')
        throw new DamagedMemory(`${what}: no text`);
    if (value.length > most)
        throw new DamagedMemory(`${what}: ${value.length} characters, ${most} are the most`);
    return value;
}
function formed(value, what, form) {
    if (typeof value !== 'string' || !form.test(value))
        throw new DamagedMemory(`${what}: not of its form`);
    return value;
}
function sha256(value, what) {
    return formed(value, what, memory_form/* forms */.u.sha256);
}
function time(value, what) {
    const text = formed(value, what, memory_form/* forms */.u.time);
    const instant = new Date(text);
    // 30 February would become a day in March.
    if (instant.getUTCDate() !== Number(text.slice(8, 10)))
        throw new DamagedMemory(`${what}: no such day`);
    return instant;
}
function oneOf(all, value, what) {
    const found = all.find((one) => one === value);
    if (found === undefined)
        throw new DamagedMemory(`${what}: none of ${all.join(', ')}`);
    return found;
}

;// CONCATENATED MODULE: ./build/history/memory-entries.js




function certificate(value) {
    const found = record(value, 'certificates');
    return {
        sha256: sha256(found['sha256'], 'certificates: sha256'),
        spkiSha256: formed(found['spki_sha256'], 'spki_sha256', memory_form/* forms */.u.spkiSha256),
        keyType: textOf(found['key_type'], 'key_type'),
        key: textOf(found['key'], 'key'),
        subject: textOf(found['subject'], 'subject'),
        issuer: textOf(found['issuer'], 'issuer'),
        issuerOrganisation: textOf(found['issuer_organisation'], 'issuer_organisation'),
        serial: textOf(found['serial'], 'serial'),
        notBefore: found['not_before'] === null ? null : time(found['not_before'], 'not_before'),
        notAfter: found['not_after'] === null ? null : time(found['not_after'], 'not_after'),
        names: list(found['names'], 'names', memory_entries_name, memory_form/* limits */.F.names),
        firstSeen: time(found['first_seen'], 'first_seen'),
        lastSeen: time(found['last_seen'], 'last_seen'),
    };
}
function rotation(value) {
    const found = record(value, 'rotations');
    const days = found['days_before_expiry'];
    if (days !== null && (typeof days !== 'number' || !Number.isFinite(days)))
        throw new DamagedMemory('days_before_expiry: no number');
    return {
        kind: oneOf(change/* rotationKinds */.w, found['kind'], 'kind'),
        at: time(found['at'], 'at'),
        previous: sha256(found['previous'], 'previous'),
        current: sha256(found['current'], 'current'),
        daysBeforeExpiry: days,
    };
}
const statuses = ['success', 'warning', 'error'];
function state(value) {
    const found = record(value, 'states');
    return {
        status: oneOf(statuses, found['status'], 'status'),
        from: time(found['from'], 'from'),
        to: time(found['to'], 'to'),
        message: textOf(found['message'], 'message'),
    };
}
/** `null` for a rule that a newer minor version knows and this one does not. */
function trouble(value) {
    const found = record(value, 'troubles');
    const named = textOf(found['rule'], 'rule');
    const since = time(found['since'], 'since');
    const rule = rules.get(named);
    return rule === undefined ? null : { rule, since };
}
const rules = new Map(rule_id/* ruleIds */.Z.map((id) => [id, id]));
function lastAnswer(value) {
    const found = record(value, 'last_answer');
    return {
        protocol: found['protocol'] === null ? null : textOf(found['protocol'], 'protocol'),
        suite: found['suite'] === null ? null : textOf(found['suite'], 'suite'),
        chain: list(found['chain'], 'chain', sha256, memory_form/* limits */.F.chain),
    };
}
function memory_entries_name(value, what) {
    return textOf(value, what, memory_form/* limits */.F.name);
}

// EXTERNAL MODULE: ./build/history/memory-json.js
var memory_json = __webpack_require__(49987);
;// CONCATENATED MODULE: ./build/history/memory-file.js





/** A newer major version wrote the file: it is left as it is. */
class NewerSchema extends Error {
    name = 'NewerSchema';
    constructor(version) {
        super(`schema_version ${version}: written by a newer version of certificate-monitor`);
    }
}
/**
 * Reads a memory file. By hand, because a run begins with thousands of them; the schema that `schema history` prints
 * says the same. Throws `DamagedMemory`, or `NewerSchema` where a later major version wrote the file.
 */
function readMemory(text) {
    const file = record(parsed(text), 'the file');
    checkVersion(file['schema_version']);
    const memory = {
        id: textOf(file['id'], 'id', memory_form/* limits */.F.id),
        certificates: list(file['certificates'], 'certificates', certificate),
        settled: list(file['settled'], 'settled', sha256),
        rotations: list(file['rotations'], 'rotations', rotation),
        states: list(file['states'], 'states', state, memory_form/* limits */.F.periods),
        troubles: list(file['troubles'], 'troubles', trouble, memory_form/* limits */.F.periods).flatMap((known) => known ?? []),
        lastAnswer: file['last_answer'] === null ? null : lastAnswer(file['last_answer']),
    };
    checkLeaves(memory);
    return memory;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch (thrown) {
        throw new DamagedMemory('not JSON', { cause: thrown });
    }
}
function checkVersion(value) {
    const version = formed(value, 'schema_version', memory_form/* forms */.u.version);
    const [major, ours] = [version, memory_json/* schemaVersion */.C].map((text) => Number.parseInt(text, 10));
    if (major === ours)
        return;
    if (Number(major) > Number(ours))
        throw new NewerSchema(version);
    throw new DamagedMemory(`schema_version: nobody ever wrote ${version}`);
}
/** Each leaf once, and each settled one known: nothing else can be compared with. */
function checkLeaves({ certificates, settled }) {
    const known = new Set(certificates.map(({ sha256 }) => sha256));
    if (known.size < certificates.length)
        throw new DamagedMemory('certificates: one stands there twice');
    if (new Set(settled).size < settled.length)
        throw new DamagedMemory('settled: one stands there twice');
    if (!settled.every((leaf) => known.has(leaf)))
        throw new DamagedMemory('settled: a certificate that is not remembered');
}
/** The text of a memory file: JSON for people, too, an entry a line. */
function writeMemory(memory) {
    const members = Object.entries((0,memory_json/* memoryJson */._)(memory)).map(([key, value]) => `  "${key}": ${Array.isArray(value) ? lines(value) : line(value)}`);
    return `{\n${members.join(',\n')}\n}\n`;
}
function lines(entries) {
    return entries.length === 0 ? '[]' : `[\n${entries.map((entry) => `    ${line(entry)}`).join(',\n')}\n  ]`;
}
/** What could act in a terminal, or hide there, is written as `\uXXXX` (RFC 8259 §7). */
function line(value) {
    return JSON.stringify(value).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
        .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
        .join(''));
}
/** `host:port`, in which nothing needs care in any file system; the longest hosts are too long for one. */
const plain = /^(?=.{3,180}$)([a-z0-9][a-z0-9._-]*):(\d{1,5})$/;
/** Names that Windows keeps for devices, whatever follows the first dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)\./;
const longestReadable = 120;
/**
 * The name of the file that remembers an endpoint: `example.com_443.json`. Whatever is unusual about an id gives way
 * to `-`, and eight digits of its SHA-256 keep it apart from all others. Below 200 octets, for every file system.
 */
function memoryFileName(id) {
    const [, host, port] = plain.exec(id) ?? [];
    if (host !== undefined && port !== undefined && !device.test(id))
        return `${host}_${port}.json`;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(id).digest('hex').slice(0, 8);
    const readable = id
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, (signs) => (signs === '.' ? '.' : '-'))
        .slice(0, longestReadable)
        .replaceAll(/^[.-]+|[.-]+$/g, '');
    return `${device.test(readable) ? 'host-' : ''}${readable}-${digest}.json`;
}

// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
;// CONCATENATED MODULE: ./build/memories.js





/** A memory of a thousand certificates with a hundred names each has less. */
const mostBytes = 16 * 1024 * 1024;
/**
 * Reads the folder. What is damaged is set aside, where this run may write, and said in one note; what a newer
 * version wrote is left alone. Throws when the folder is there and cannot be read.
 */
async function openMemories(folder, mayWrite) {
    const known = new Map();
    const damaged = [];
    const newer = new Set();
    await readFolder(folder, '.json', mostBytes, ({ name, text }) => {
        try {
            const memory = readMemory(text);
            if (memoryFileName(memory.id) === name)
                known.set(memory.id, memory);
            else
                damaged.push(name);
        }
        catch (thrown) {
            if (thrown instanceof NewerSchema)
                newer.add(name);
            else
                damaged.push(name);
        }
    });
    if (mayWrite)
        await inBatches(damaged, (name) => setAside(folder, name));
    return {
        recall: (id) => known.get(id) ?? null,
        async remember(memories) {
            const ours = memories.filter(({ id }) => !newer.has(memoryFileName(id)));
            await inBatches(ours, (memory) => (0,whole_file/* writeWhole */.f8)((0,external_node_path_.join)(folder, memoryFileName(memory.id)), [writeMemory(memory)]));
        },
        notes: [...damagedNote(damaged.toSorted(), mayWrite), ...newerNote(newer)],
    };
}
function damagedNote(damaged, mayWrite) {
    if (damaged.length === 0)
        return [];
    const kept = mayWrite ? '; kept beside as *.damaged' : '';
    return [`${(0,model_text/* counted */.hS)(damaged.length, 'history file')} could not be read: ${(0,model_text/* listed */.KE)(damaged)}${kept}`];
}
function newerNote(newer) {
    if (newer.size === 0)
        return [];
    return [`${(0,model_text/* counted */.hS)(newer.size, 'history file')} of a newer version of certificate-monitor left as they are`];
}


/***/ }),

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

/***/ 51545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ lifetimeDays),
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   H_: () => (/* binding */ daysLeft),
/* harmony export */   LP: () => (/* binding */ dayMs),
/* harmony export */   lt: () => (/* binding */ attribute)
/* harmony export */ });
/** The last value of an attribute, the most specific one: RFC 5280 names go from general to special. */
function attribute(name, type) {
    return name.attributes.findLast((entry) => entry.type === type)?.value ?? null;
}
/** What people call the holder of a name: common name, else organisation, else whatever stands there. */
function shortName(name) {
    return (attribute(name, 'commonName') ??
        attribute(name, 'organizationName') ??
        attribute(name, 'organizationalUnitName') ??
        name.attributes.map(({ type, value }) => `${type}=${value}`).join(', '));
}
const secondMs = 1000;
const dayMs = 86_400_000;
/** Validity in days, notBefore through notAfter inclusive (RFC 5280 §4.1.2.5); `null` when not known. */
function lifetimeDays(certificate) {
    const { notBefore, notAfter } = certificate;
    if (notBefore === null || notAfter === null)
        return null;
    return (notAfter.getTime() - notBefore.getTime() + secondMs) / dayMs;
}
/** Days from `now` to notAfter, negative once expired, not rounded; `null` when notAfter is not known. */
function daysLeft(certificate, now) {
    if (certificate.notAfter === null)
        return null;
    return (certificate.notAfter.getTime() - now.getTime()) / dayMs;
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

/***/ 43048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ calendarDay),
/* harmony export */   PI: () => (/* binding */ fromNow),
/* harmony export */   e8: () => (/* binding */ inUtc),
/* harmony export */   r4: () => (/* binding */ inWords)
/* harmony export */ });
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51545);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70271);


const minuteMs = 60_000;
const hourMs = 3_600_000;
/**
 * A span of milliseconds in words, its sign left aside and never rounded up: days from two days on, hours from
 * two hours on, minutes below. What is left is never overstated, and the last hours do not read as "0 days".
 */
function inWords(ms) {
    const span = Math.abs(ms);
    if (span >= 2 * _certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP)
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(Math.floor(span / _certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .dayMs */ .LP), 'day');
    if (span >= 2 * hourMs)
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(Math.floor(span / hourMs), 'hour');
    return span >= minuteMs ? (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(Math.floor(span / minuteMs), 'minute') : 'less than a minute';
}
/** How far an instant lies from now: `in 31 hours`, `3 days ago`. */
function fromNow(instant, now) {
    const ms = instant.getTime() - now.getTime();
    return ms < 0 ? `${inWords(ms)} ago` : `in ${inWords(ms)}`;
}
/** An instant as people read it, always in UTC: `2027-01-24 23:59 UTC`. */
function inUtc(instant) {
    return `${instant.toISOString().slice(0, -8).replace('T', ' ')} UTC`;
}
const calendar = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
});
/** The day of an instant as people say it, in UTC: `3 May 2026`. */
function calendarDay(instant) {
    return calendar.format(instant);
}


/***/ }),

/***/ 5810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ matchesGlob)
/* harmony export */ });
/** Whether the text matches the glob, ignoring case: `*` stands for any characters, all else for itself. */
function matchesGlob(glob, text) {
    const [first = '', ...rest] = glob.toLowerCase().split('*');
    const last = rest.pop();
    const whole = text.toLowerCase();
    if (last === undefined)
        return whole === first;
    if (!whole.startsWith(first))
        return false;
    // Pieces are found leftmost first, so the time is that of one search, whatever the glob.
    let from = first.length;
    for (const piece of rest) {
        const at = whole.indexOf(piece, from);
        if (at < 0)
            return false;
        from = at + piece.length;
    }
    return whole.length - last.length >= from && whole.endsWith(last);
}


/***/ }),

/***/ 55577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ matchHostname)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6974);

/**
 * Whether a certificate is good for a host (RFC 9525 §6.3): a dNSName for names, an iPAddress for addresses,
 * never the common name. An exact name is preferred to a wildcard.
 */
function matchHostname(names, host) {
    const address = (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(host);
    const found = address === undefined
        ? (names.find((name) => name.kind === 'dns' && sameName(name.value, host)) ??
            names.find((name) => name.kind === 'dns' && wildcardCovers(name.value, host)))
        : names.find((name) => name.kind === 'ip' && name.value === address);
    return { matches: found !== undefined, matchedName: found?.value ?? null };
}
function sameName(name, host) {
    return lowerCase(name) === bare(host);
}
/** The wildcard is the whole left-most label, stands for exactly one, and never for all of a top-level domain. */
function wildcardCovers(pattern, host) {
    if (!pattern.startsWith('*.'))
        return false;
    const suffix = lowerCase(pattern.slice(2));
    if (!suffix.includes('.'))
        return false;
    const name = bare(host);
    const dot = name.indexOf('.');
    return dot > 0 && name.slice(dot + 1) === suffix;
}
/** A trailing dot is a way to write the host (RFC 1034 §3.1); on a certificate it is no name at all. */
function bare(host) {
    return lowerCase(host.endsWith('.') ? host.slice(0, -1) : host);
}
/** ASCII only (RFC 4343): the Kelvin sign is not a k. */
function lowerCase(text) {
    return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}


/***/ }),

/***/ 77679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ memoryWords),
/* harmony export */   s: () => (/* binding */ unchangedSince)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43048);
/* harmony import */ var _rotation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3906);


/** What history has to say of an endpoint in a run: `first seen`, `unchanged since 3 May 2026`, `renewed 21 days …`. */
function memoryWords({ observation, comparison, }) {
    const { before, rotations } = comparison;
    const { deliveries } = observation;
    const settled = before === null ? [] : settledLeaves(before);
    if (!deliveries.known)
        return settled.length === 0 ? 'not seen yet' : `last seen on ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDay */ .$6)(latest(settled))}`;
    if (before === null || settled.length === 0)
        return 'first seen';
    if (rotations.length > 0) {
        const told = rotations.map((rotation) => {
            const leaves = (0,_rotation_js__WEBPACK_IMPORTED_MODULE_1__/* .rotatedLeaves */ .kS)(rotation, comparison, observation);
            return (0,_rotation_js__WEBPACK_IMPORTED_MODULE_1__/* .rotationWords */ .ai)(rotation, leaves) + (0,_rotation_js__WEBPACK_IMPORTED_MODULE_1__/* .namesWords */ .Ou)(leaves);
        });
        return [...new Set(told)].join('; ');
    }
    const unchanged = `unchanged since ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDay */ .$6)(since(before, settled))}`;
    const beside = deliveries.value.some(({ leaf }) => !before.settled.includes(leaf.sha256));
    return beside ? `${unchanged}; another certificate is served beside it` : unchanged;
}
/** When the certificate was first seen in its place: the last rotation, else the first sight; `null` before that. */
function unchangedSince({ comparison }) {
    const { before, rotations } = comparison;
    const [today] = rotations;
    if (today !== undefined)
        return today.at;
    const settled = before === null ? [] : settledLeaves(before);
    return before === null || settled.length === 0 ? null : since(before, settled);
}
function settledLeaves({ certificates, settled }) {
    return certificates.filter(({ sha256 }) => settled.includes(sha256));
}
function latest(leaves) {
    return new Date(Math.max(...leaves.map(({ lastSeen }) => lastSeen.getTime())));
}
function since({ rotations }, settled) {
    return rotations.at(-1)?.at ?? new Date(Math.min(...settled.map(({ firstSeen }) => firstSeen.getTime())));
}


/***/ }),

/***/ 32364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ tlsVersions)
/* harmony export */ });
const tlsVersions = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];


/***/ }),

/***/ 33816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ sameOrganisation),
/* harmony export */   o: () => (/* binding */ rememberedCertificate)
/* harmony export */ });
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51545);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70271);


const longest = 200;
/** RFC 1035 §2.3.4; what is longer is no name that a server could have. */
const longestName = 253;
/** A leaf as it is remembered and compared. Long texts lose their middle: a hostile certificate fills no memory. */
function rememberedCertificate(leaf, firstSeen, lastSeen) {
    const issuer = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)((0,_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(leaf.issuer), longest);
    const organisation = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .attribute */ .lt)(leaf.issuer, 'organizationName');
    return {
        sha256: leaf.sha256,
        spkiSha256: leaf.spkiSha256,
        keyType: keyType(leaf.key),
        key: keyName(leaf.key),
        subject: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(distinguishedName(leaf.subject), longest),
        issuer,
        issuerOrganisation: organisation === null ? issuer : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(organisation, longest),
        serial: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(leaf.serial),
        notBefore: leaf.notBefore,
        notAfter: leaf.notAfter,
        names: leaf.alternativeNames.map(({ value }) => value).filter(({ length }) => length <= longestName),
        firstSeen,
        lastSeen,
    };
}
/** What a leaf is compared by: RSA-PSS keys stand where RSA keys do. */
function keyType({ type }) {
    return type === 'RSA-PSS' ? 'RSA' : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(type, longest);
}
/** `RSA 2048`, `EC P-256`, `Ed25519`: kind and size. */
function keyName({ type, bits, curve }) {
    const size = curve ?? (type === 'EC' || type.startsWith('RSA') || type === 'DSA' ? bits : null);
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(size === null ? type : `${type} ${size}`, longest);
}
/** RFC 4514 §3: the attributes that have short names. */
const shortTypes = {
    commonName: 'CN',
    organizationName: 'O',
    organizationalUnitName: 'OU',
    localityName: 'L',
    stateOrProvinceName: 'ST',
    countryName: 'C',
};
/** In the order of RFC 4514 §2.1, the most specific attribute first. */
function distinguishedName({ attributes }) {
    return attributes
        .toReversed()
        .map(({ type, value }) => `${shortTypes[type] ?? type}=${value}`)
        .join(', ');
}
/** Ends of company names that CAs write now so, now so, and then leave out. */
const legalForms = /(?: (?:inc|llc|ltd|limited|corp|corporation|gmbh|ag|sa|bv|plc))+$/;
/** Whether two certificates come from one CA: `DigiCert, Inc.` is `DigiCert Inc`. */
function sameOrganisation(one, other) {
    return plainName(one.issuerOrganisation) === plainName(other.issuerOrganisation);
}
function plainName(organisation) {
    const words = organisation
        .toLowerCase()
        .replaceAll(/[.'’]/g, '')
        .replaceAll(/[\s,&-]+/g, ' ')
        .trim();
    return words.replace(legalForms, '');
}


/***/ }),

/***/ 3906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ou: () => (/* binding */ namesWords),
/* harmony export */   PR: () => (/* binding */ lostNames),
/* harmony export */   ai: () => (/* binding */ rotationWords),
/* harmony export */   kS: () => (/* binding */ rotatedLeaves),
/* harmony export */   qx: () => (/* binding */ mostNames)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6974);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(51545);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43048);
/* harmony import */ var _hostname_match_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55577);
/* harmony import */ var _hostname_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28445);
/* harmony import */ var _remembered_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33816);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70271);







/** More names are not remembered of one leaf; then nobody can tell which ones are new. */
const mostNames = 1000;
/** The leaves of a rotation: what is served now is known in full, what is gone as it was remembered. */
function rotatedLeaves({ previous, current }, { before }, { deliveries, at }) {
    const leaf = deliveries.known
        ? deliveries.value.find((delivery) => delivery.leaf.sha256 === current)?.leaf
        : undefined;
    const remembered = (sha256) => before?.certificates.find((certificate) => certificate.sha256 === sha256) ?? null;
    return {
        previous: remembered(previous),
        current: leaf === undefined ? remembered(current) : (0,_remembered_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .rememberedCertificate */ .o)(leaf, at, at),
    };
}
/** The predicate of a sentence: `renewed 21 days before expiry by the same CA with the same key`. */
function rotationWords(rotation, leaves) {
    const { previous, current } = leaves;
    const when = beforeExpiry(rotation);
    switch (rotation.kind) {
        case 'renewed':
            return `renewed${when} by the same CA with the same key`;
        case 'rekeyed':
            return `renewed${when} by the same CA with ${keyWords(leaves)}`;
        case 'reissued':
            return previous === null || current === null || (0,_remembered_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .sameOrganisation */ .f)(previous, current)
                ? `replaced${when} by a certificate of another CA`
                : `replaced${when} by a certificate of ${quoted(current.issuerOrganisation)} instead of ${quoted(previous.issuerOrganisation)}, with ${keyWords(leaves)}`;
        case 'rolled-back': {
            const issued = current?.notBefore ?? null;
            return `rolled back to ${issued === null ? 'a certificate it had before' : `the certificate of ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarDay */ .$6)(issued)}`}`;
        }
    }
}
/** What became of the names, after `; `: `; www.example.org was dropped`. Empty where nothing did. */
function namesWords({ previous, current }) {
    if (previous === null || current === null)
        return '';
    // Too many names are not remembered of a leaf of the past.
    if (previous.names.length === 0 || current.names.length === 0)
        return '';
    const lost = lostNames(previous.names, current.names);
    const gained = previous.names.length < mostNames ? lostNames(current.names, previous.names) : [];
    return [
        ...(lost.length === 0 ? [] : [`; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(lost)} ${verb(lost)} dropped`]),
        ...(gained.length === 0 ? [] : [`; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(gained)} ${verb(gained)} added`]),
    ].join('');
}
/** The names that the later certificate is not good for: neither there, nor under one of its wildcards. */
function lostNames(earlier, later) {
    const there = new Set(later.map((name) => name.toLowerCase()));
    const wildcards = later
        .filter((name) => name.startsWith('*.'))
        .map((value) => ({ kind: 'dns', value }));
    return [...new Set(earlier)].filter((name) => {
        if (there.has(name.toLowerCase()))
            return false;
        const host = (0,_address_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAddress */ .or)(name) === undefined ? (0,_hostname_js__WEBPACK_IMPORTED_MODULE_4__/* .parseHostname */ .P)(name) : undefined;
        return host === undefined || !(0,_hostname_match_js__WEBPACK_IMPORTED_MODULE_5__/* .matchHostname */ .$)(wildcards, host).matches;
    });
}
function keyWords({ previous, current }) {
    if (previous === null || current === null)
        return 'a new key';
    if (previous.spkiSha256 === current.spkiSha256)
        return 'the same key';
    return previous.key === current.key ? 'a new key' : `a new key (${current.key} instead of ${previous.key})`;
}
function beforeExpiry({ daysBeforeExpiry }) {
    if (daysBeforeExpiry === null)
        return '';
    const span = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .inWords */ .r4)(daysBeforeExpiry * _certificate_js__WEBPACK_IMPORTED_MODULE_6__/* .dayMs */ .LP);
    return daysBeforeExpiry < 0 ? ` ${span} after it had expired` : ` ${span} before expiry`;
}
function verb({ length }) {
    return length === 1 ? 'was' : 'were';
}
function quoted(organisation) {
    return `"${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(organisation, 80)}"`;
}


/***/ }),

/***/ 58728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ firstToExpire),
/* harmony export */   MN: () => (/* binding */ bestPath),
/* harmony export */   bt: () => (/* binding */ endsInPublicRoot),
/* harmony export */   kL: () => (/* binding */ trustAt)
/* harmony export */ });
/** Judges the trust of a chain at an instant, RFC 5280 §6.1.3 (a)(2) for everything above the leaf. */
function trustAt(delivery, pins, now) {
    const path = bestPath(delivery, now);
    if (pins.includes(delivery.leaf.spkiSha256))
        return { trusted: true, by: 'pin', path };
    if (path !== null)
        return { trusted: true, by: 'path', path };
    return { trusted: false, obstacle: delivery.trust.obstacle ?? outOfDate(delivery.trust.paths, now) };
}
/** Of the paths that hold now, the one whose issuers last longest; `null` when none holds. */
function bestPath(delivery, now) {
    const holding = delivery.trust.paths.filter((path) => issuersOf(path).every((issuer) => validAt(issuer, now)));
    const [first, ...others] = holding;
    if (first === undefined)
        return null;
    return others.reduce((best, path) => (issuersEnd(path) > issuersEnd(best) ? path : best), first);
}
/** Whether the chain leads to the public store at all: only then do the rules of the public Web PKI apply. */
function endsInPublicRoot(delivery) {
    return delivery.trust.paths.some(({ anchor }) => anchor === 'public');
}
/** Everything above the leaf, the anchor last. */
function issuersOf(path) {
    return path.certificates.slice(1);
}
/** The issuer of a path that expires first; `null` when the leaf itself is the anchor. */
function firstToExpire(path) {
    const [first, ...others] = issuersOf(path);
    if (first === undefined)
        return null;
    return others.reduce((soonest, issuer) => (end(issuer) < end(soonest) ? issuer : soonest), first);
}
/** A date that cannot be read is no proof of validity: no verifier accepts it. */
function validAt(certificate, now) {
    const { notBefore, notAfter } = certificate;
    return notBefore !== null && notAfter !== null && notBefore <= now && now <= notAfter;
}
function outOfDate(paths, now) {
    const failing = paths.map((path) => issuersOf(path).filter((issuer) => !validAt(issuer, now)));
    const fewest = failing.toSorted((one, other) => one.length - other.length)[0];
    return { kind: 'out-of-date', issuers: fewest ?? [] };
}
function issuersEnd(path) {
    const first = firstToExpire(path);
    return first === null ? Infinity : end(first);
}
function end(certificate) {
    return certificate.notAfter?.getTime() ?? -Infinity;
}


/***/ }),

/***/ 92696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ check),
  H: () => (/* binding */ remembered)
});

// EXTERNAL MODULE: ./build/model/change.js
var change = __webpack_require__(30856);
// EXTERNAL MODULE: ./build/model/rotation.js
var model_rotation = __webpack_require__(3906);
// EXTERNAL MODULE: ./build/model/remembered-certificate.js
var remembered_certificate = __webpack_require__(33816);
;// CONCATENATED MODULE: ./build/history/answered.js

/** The distinct leaves that were served, as they would be remembered; empty when nobody answered. */
function servedLeaves({ deliveries }, now) {
    if (!deliveries.known)
        return [];
    const leaves = new Map(deliveries.value.map(({ leaf }) => [leaf.sha256, leaf]));
    return [...leaves.values()].map((leaf) => (0,remembered_certificate/* rememberedCertificate */.o)(leaf, now, now));
}
/** Whether anybody has looked: a run that was cut short, or a question nobody put, is no outage either. */
function wasAsked({ deliveries }) {
    return deliveries.known || (deliveries.reason !== 'not-observed' && deliveries.reason !== 'not-asked');
}
/**
 * Whether nothing can be hiding behind silence: of all addresses, each that could be asked has answered. One that
 * this machine has no route to, or must not contact, is no silence.
 */
function everyAddressAnswered({ target, addresses }) {
    if (target.kind === 'file' || target.addresses === 'first')
        return true;
    return addresses.every(({ leaf }) => leaf.known || leaf.reason === 'not-asked' || leaf.reason === 'blocked');
}
/**
 * Whether every address that answered was also asked for leaves of this key type: the ordinary leaf answers for its
 * own type, and for the others only a second question does. A timeout is not a "no".
 */
function askedFor(keyType, { addresses }, served) {
    const types = new Map(served.map((leaf) => [leaf.sha256, leaf.keyType]));
    return addresses.every(({ leaf, otherLeaf }) => !leaf.known || otherLeaf.known || types.get(leaf.value) === keyType);
}

// EXTERNAL MODULE: ./build/model/observation.js
var observation = __webpack_require__(32364);
;// CONCATENATED MODULE: ./build/history/last-answer.js


/** Longer chains are remembered by their beginning: no client follows one that far. */
const longestChain = 50;
/**
 * What an ordinary client is answered with; of many addresses, by the one that answers worst, so that the order in
 * which DNS names them makes no difference. `null` when nobody answered, or not all whom it takes to tell.
 */
function answerNow(observation) {
    const { deliveries } = observation;
    if (!deliveries.known || !everyAddressAnswered(observation))
        return null;
    const [first] = deliveries.value;
    if (observation.target.kind === 'file')
        return first === undefined ? null : lastAnswer(first, null);
    const [worst] = deliveries.value
        .flatMap((delivery) => delivery.sightings.map((sighting) => ({ delivery, sighting })))
        .filter(({ sighting }) => sighting.asked === 'any')
        .sort((one, other) => worseFirst(one.sighting, other.sighting));
    return worst === undefined ? null : lastAnswer(worst.delivery, worst.sighting);
}
function lastAnswer({ chain }, sighting) {
    return {
        protocol: sighting?.protocol ?? null,
        suite: sighting?.suite.name ?? null,
        chain: chain.slice(1, 1 + longestChain).map(({ sha256 }) => sha256),
    };
}
function worseFirst(one, other) {
    return (observation/* tlsVersions */.p.indexOf(one.protocol) - observation/* tlsVersions */.p.indexOf(other.protocol) ||
        (one.suite.bits ?? 0) - (other.suite.bits ?? 0) ||
        (one.address ?? '').localeCompare(other.address ?? '', 'en'));
}

// EXTERNAL MODULE: ./build/model/certificate.js
var model_certificate = __webpack_require__(51545);
;// CONCATENATED MODULE: ./build/history/pair.js
/**
 * Who replaced whom, one to one: by the same subject and names, else by the same subject, else the oldest by the
 * newest. Of leaves without a partner those go out first that have not been seen for longest.
 */
function pairs(gone, arrived) {
    const found = [];
    let waiting = gone.toSorted((one, other) => time(other.lastSeen) - time(one.lastSeen) || time(one.notBefore) - time(other.notBefore));
    let free = arrived.toSorted((one, other) => time(other.notBefore) - time(one.notBefore));
    for (const likeness of likenesses) {
        const candidates = Map.groupBy(free, likeness);
        waiting = waiting.filter((leaf) => {
            const partner = candidates.get(likeness(leaf))?.shift();
            if (partner !== undefined)
                found.push([leaf, partner]);
            return partner === undefined;
        });
        const taken = new Set(found.map(([, current]) => current));
        free = free.filter((leaf) => !taken.has(leaf));
    }
    return found;
}
const likenesses = [
    ({ subject, names }) => [subject, ...names.toSorted()].join('\n'),
    ({ subject }) => subject,
    () => '',
];
function time(instant) {
    return instant?.getTime() ?? 0;
}

;// CONCATENATED MODULE: ./build/history/settle.js




/**
 * Compares the leaves served with those that were settled, key type by key type. A rotation is a leaf that went and
 * a leaf that came; a leaf that only came stands beside the old one, and one that only went may be on another node.
 * What was not answered changes nothing.
 */
function settle(before, observation, now) {
    const served = servedLeaves(observation, now);
    const remembered = before?.certificates ?? [];
    const settled = remembered.filter(({ sha256 }) => before?.settled.includes(sha256));
    if (settled.length === 0)
        return { rotations: [], settled: fingerprints(served) };
    if (served.length === 0 || !everyAddressAnswered(observation))
        return { rotations: [], settled: fingerprints(settled) };
    const groups = groupsOf(settled, served, observation);
    const { swaps, leaves } = migrated(groups, settled);
    const replaced = groups.filter(isReplaced).flatMap(({ gone, arrived }) => pairs(gone, arrived));
    return {
        rotations: [...replaced, ...swaps].map((pair) => rotation(pair, remembered, now)),
        settled: [...new Set(fingerprints(leaves))],
    };
}
function groupsOf(settled, served, observation) {
    const types = new Set([...settled, ...served].map(({ keyType }) => keyType));
    return [...types].map((type) => {
        const earlier = settled.filter(({ keyType }) => keyType === type);
        const now = served.filter(({ keyType }) => keyType === type);
        return {
            asked: askedFor(type, observation, served),
            earlier,
            now,
            gone: without(earlier, now),
            arrived: without(now, earlier),
        };
    });
}
function isReplaced({ asked, now, gone, arrived, earlier }) {
    return asked && now.length > 0 && earlier.length > 0 && gone.length > 0 && arrived.length > 0;
}
/**
 * Key types that went while others came, as from RSA to ECDSA, and the leaves that are settled after all. A type
 * that came is settled only when no other can be hiding behind an unanswered question: it may be its successor.
 */
function migrated(groups, settled) {
    // A type that had gone before the last answer was not replaced by one that comes today.
    const last = Math.max(...settled.map(({ lastSeen }) => lastSeen.getTime()));
    const isVanished = ({ asked, earlier, now }) => asked && now.length === 0 && earlier.some(({ lastSeen }) => lastSeen.getTime() >= last);
    const isNew = ({ asked, earlier }) => asked && earlier.length === 0;
    const vanished = groups.filter(isVanished);
    const arrived = groups.filter(isNew).flatMap(({ now }) => now);
    const swaps = pairs(vanished.flatMap(({ earlier }) => earlier), arrived);
    const staying = groups.flatMap((group) => {
        if (isNew(group))
            return swaps.length > 0 || groups.every(({ asked }) => asked) ? group.now : [];
        if (swaps.length > 0 && isVanished(group))
            return [];
        return isReplaced(group) ? group.now : group.earlier;
    });
    return { swaps, leaves: staying };
}
function rotation([previous, current], remembered, now) {
    const { notAfter } = previous;
    return {
        kind: kindOf(previous, current, remembered),
        at: now,
        previous: previous.sha256,
        current: current.sha256,
        daysBeforeExpiry: notAfter === null ? null : (notAfter.getTime() - now.getTime()) / model_certificate/* dayMs */.LP,
    };
}
function kindOf(previous, current, remembered) {
    const earlier = remembered.find(({ sha256 }) => sha256 === current.sha256);
    if (earlier !== undefined && earlier.firstSeen < previous.firstSeen)
        return 'rolled-back';
    if (!(0,remembered_certificate/* sameOrganisation */.f)(previous, current))
        return 'reissued';
    return previous.spkiSha256 === current.spkiSha256 ? 'renewed' : 'rekeyed';
}
function without(leaves, others) {
    const there = new Set(fingerprints(others));
    return leaves.filter(({ sha256 }) => !there.has(sha256));
}
function fingerprints(leaves) {
    return leaves.map(({ sha256 }) => sha256);
}

;// CONCATENATED MODULE: ./build/history/compare.js





/** What this observation is against what was remembered. An outage is not a change. `withStatus` makes it whole. */
function compare(before, observation, now) {
    if (before === null)
        return { changes: [], rotations: [], before };
    const { rotations } = settle(before, observation, now);
    const comparison = { changes: [], rotations, before };
    const ofLeaves = rotations.flatMap((rotation) => {
        const { previous, current } = (0,model_rotation/* rotatedLeaves */.kS)(rotation, comparison, observation);
        return previous === null || current === null ? [] : leafChanges(previous, current);
    });
    return { ...comparison, changes: inOrder([...ofLeaves, ...answerChanges(before, observation)]) };
}
/** The comparison with the change of status, which is known only once the comparison itself has been judged. */
function withStatus(comparison, { observation, status }) {
    const old = comparison.before?.states.at(-1)?.status;
    if (old === undefined || old === status || !wasAsked(observation))
        return comparison;
    return { ...comparison, changes: inOrder([{ type: 'status', old, new: status }, ...comparison.changes]) };
}
/** What differs between a leaf and its successor. A date that cannot be read is no change. */
function leafChanges(previous, current) {
    const told = (type, of) => changed(type, of(previous), of(current));
    return [
        ...told('expiration', ({ notAfter }) => notAfter?.toISOString() ?? null),
        ...told('issuer', issuerName),
        ...told('certificate', ({ sha256 }) => sha256),
        ...told('subject', ({ subject }) => subject),
        ...told('key', ({ key, spkiSha256 }) => `${key} sha256/${spkiSha256}`),
        ...changedNames(previous.names, current.names),
    ];
}
function issuerName({ issuer, issuerOrganisation }) {
    return issuer === issuerOrganisation ? issuer : `${issuer} (${issuerOrganisation})`;
}
/** What is not remembered is not compared: of very many names, nobody can tell. */
function changedNames(previous, current) {
    const [then, now] = [previous, current.slice(0, model_rotation/* mostNames */.qx)].map((names) => [...new Set(names)].toSorted());
    if (then === undefined || now === undefined || previous.length >= model_rotation/* mostNames */.qx)
        return [];
    return then.join('\n') === now.join('\n') ? [] : [{ type: 'names', old: then, new: now }];
}
function answerChanges({ lastAnswer: then }, observation) {
    const now = answerNow(observation);
    if (then === null || now === null)
        return [];
    const suites = then.suite !== null && now.suite !== null && then.suite !== now.suite;
    return [
        ...changed('chain', then.chain.join(' '), now.chain.join(' ')),
        ...changed('protocol', then.protocol, now.protocol),
        ...(suites ? [{ type: 'cipher_suites', old: [then.suite], new: [now.suite] }] : []),
    ];
}
function changed(type, old, now) {
    return old === null || now === null || old === now ? [] : [{ type, old, new: now }];
}
/** By type, each said once: an RSA and an ECDSA leaf often change in the same way. */
function inOrder(changes) {
    const distinct = new Map(changes.map((change) => [JSON.stringify(change), change]));
    return [...distinct.values()].toSorted((one, other) => change/* changeTypes */.u.indexOf(one.type) - change/* changeTypes */.u.indexOf(other.type));
}

// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
;// CONCATENATED MODULE: ./build/history/remember.js





const mostStates = 200;
/** What is told of a leaf that nothing is compared with any more. */
const mostFormerNames = 20;
const longestMessage = 300;
/**
 * What to remember after a run: unanswered questions keep their last known answers, and an endpoint that nobody
 * looked at is remembered as it was. `keep`: certificates per endpoint, and rotations.
 */
function remember(assessment, now, keep) {
    const { observation, comparison } = assessment;
    const before = comparison.before ?? nothingYet(observation.target.id);
    if (!wasAsked(observation))
        return before;
    const settled = new Set(settle(before, observation, now).settled);
    const certificates = kept(seen(before.certificates, servedLeaves(observation, now)), settled, keep);
    return {
        id: before.id,
        certificates,
        settled: certificates.map(({ sha256 }) => sha256).filter((sha256) => settled.has(sha256)),
        rotations: [...before.rotations, ...comparison.rotations].slice(-keep),
        states: states(before.states, assessment, now),
        troubles: troubles(before.troubles, assessment, now),
        lastAnswer: answerNow(observation) ?? before.lastAnswer,
    };
}
function nothingYet(id) {
    return { id, certificates: [], settled: [], rotations: [], states: [], troubles: [], lastAnswer: null };
}
/** Leaves known before stay in their place; new ones come last. */
function seen(certificates, served) {
    const all = new Map(certificates.map((certificate) => [certificate.sha256, certificate]));
    for (const leaf of served) {
        const known = all.get(leaf.sha256);
        all.set(leaf.sha256, { ...leaf, ...(known === undefined ? {} : spell(known, leaf)) });
    }
    return [...all.values()];
}
/** From the first sight to the last, whatever the order in which runs finish. */
function spell(known, again) {
    return { firstSeen: known.firstSeen, lastSeen: later(known.lastSeen, again.lastSeen) };
}
/** Drops those not seen for longest. What later runs compare with is never dropped. */
function kept(certificates, compared, keep) {
    const droppable = certificates
        .filter(({ sha256 }) => !compared.has(sha256))
        .toSorted((one, other) => one.lastSeen.getTime() - other.lastSeen.getTime());
    const excess = Math.max(0, certificates.length - keep);
    const dropped = new Set(droppable.slice(0, excess).map(({ sha256 }) => sha256));
    return certificates
        .filter(({ sha256 }) => !dropped.has(sha256))
        .map((certificate) => (compared.has(certificate.sha256) ? settledLeaf(certificate) : former(certificate)));
}
function settledLeaf(certificate) {
    const { names } = certificate;
    return names.length > model_rotation/* mostNames */.qx ? { ...certificate, names: names.slice(0, model_rotation/* mostNames */.qx) } : certificate;
}
/** Half a list would read as if names had been lost: of a leaf of the past, many names are none. */
function former(certificate) {
    return certificate.names.length > mostFormerNames ? { ...certificate, names: [] } : certificate;
}
/** The current period goes on, or a new one begins. */
function states(before, { status, findings }, now) {
    const message = (0,model_text/* shortened */.vI)(messageOf(findings), longestMessage);
    const current = before.at(-1);
    if (current === undefined || current.status !== status)
        return [...before, { status, from: now, to: now, message }].slice(-mostStates);
    return [...before.slice(0, -1), { ...current, to: later(current.to, now), message }];
}
/** The worst that counts. */
function messageOf(findings) {
    const worst = findings.find(({ severity, waivedUntil }) => severity !== 'notice' && waivedUntil === null);
    return worst?.message ?? 'healthy';
}
/** A silent endpoint keeps its old troubles beside its silence. A change is an event: it is no older than its run. */
function troubles(before, { observation, findings }, now) {
    const known = new Map(before.map(({ rule, since }) => [rule, since]));
    const rules = findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith('change/'));
    const found = [...new Set(rules)];
    const kept = observation.deliveries.known ? [] : before.filter(({ rule }) => !found.includes(rule));
    return [...kept, ...found.map((rule) => ({ rule, since: known.get(rule) ?? now }))];
}
function later(one, other) {
    return one > other ? one : other;
}

;// CONCATENATED MODULE: ./build/history/since.js
/** The findings with the time each was first seen; without a memory nobody can tell. */
function sinceWhen(findings, before, now) {
    if (before === null)
        return findings;
    const known = new Map(before.troubles.map(({ rule, since }) => [rule, since]));
    return findings.map((finding) => ({ ...finding, since: known.get(finding.rule) ?? now }));
}

// EXTERNAL MODULE: ./build/model/finding.js
var finding = __webpack_require__(36939);
// EXTERNAL MODULE: ./build/model/product.js
var product = __webpack_require__(19777);
;// CONCATENATED MODULE: ./build/judge/reference.js

/** Where the rule reference, written by `renderRules`, explains a rule. */
function referenceFor(rule) {
    return `${product/* repositoryUrl */.Ek}/blob/main/RULES.md#${reference_anchor(rule)}`;
}
/** The anchor GitHub gives a heading: lower case, and everything but letters, digits, `-` and `_` left out. */
function reference_anchor(heading) {
    return heading
        .toLowerCase()
        .replaceAll(/[^a-z0-9 _-]/g, '')
        .replaceAll(' ', '-');
}

;// CONCATENATED MODULE: ./build/judge/finding.js


/** Makes a verdict a finding: under the user's severity, with a stable key. Answers `null` when the rule is off. */
function findingOf(rule, verdict, { key, severities: chosen, waivedUntil }) {
    const first = chosen.get(rule.id) ?? rule.severity;
    if (first === 'off')
        return null;
    return {
        rule: rule.id,
        severity: stage(rule.severity, first, verdict.raised),
        message: verdict.message,
        fix: verdict.fix,
        reference: referenceFor(rule.id),
        evidence: verdict.evidence,
        key,
        since: null,
        waivedUntil,
    };
}
/** Worst first, what is waived last; the order of the rules decides the rest. */
function worstFirst(findings) {
    const rank = ({ severity, waivedUntil }) => finding/* severities */.g.indexOf(severity) + (waivedUntil === null ? 0 : finding/* severities */.g.length);
    return findings.toSorted((one, other) => rank(one) - rank(other));
}
/** The user's word is about the first stage: a graver stage stays as grave, a milder one never gets louder than it. */
function stage(original, chosen, raised) {
    if (raised === undefined)
        return chosen;
    return isWorse(raised, original) || isWorse(chosen, raised) ? raised : chosen;
}
function isWorse(one, other) {
    return finding/* severities */.g.indexOf(one) < finding/* severities */.g.indexOf(other);
}

;// CONCATENATED MODULE: ./build/judge/swap.js


const mostNamed = 10;
const mostProven = 100;
const turnsMs = 7 * model_certificate/* dayMs */.LP;
/** Looks at every leaf that took another's place since the last run; the first remark decides the fix. */
function aboutSwaps(comparison, observation, look) {
    const swaps = swapsOf(comparison, observation);
    const remarked = swaps.flatMap((swap) => {
        const remark = look(swap);
        return remark === null ? [] : [{ swap, remark }];
    });
    const [first] = remarked;
    if (first === undefined)
        return null;
    const clauses = remarked
        .slice(0, mostNamed)
        .map(({ swap, remark }) => `${swaps.length > 1 ? told(swap) : 'the certificate'} ${remark.says}`);
    const rest = remarked.length - clauses.length;
    const whole = clauses.join('; ') + (rest > 0 ? `; and ${rest} more` : '');
    return {
        message: whole.charAt(0).toUpperCase() + whole.slice(1),
        fix: first.remark.fix,
        evidence: {
            rotations: remarked
                .slice(0, mostProven)
                .map(({ swap, remark }) => proof(swap.rotation, remark.evidence)),
        },
    };
}
function swapsOf(comparison, observation) {
    return comparison.rotations.flatMap((rotation) => {
        const { previous, current } = (0,model_rotation/* rotatedLeaves */.kS)(rotation, comparison, observation);
        if (previous === null || current === null)
            return [];
        const sightings = observation.deliveries.known
            ? observation.deliveries.value
                .filter(({ leaf }) => leaf.sha256 === rotation.current)
                .flatMap((delivery) => delivery.sightings)
            : [];
        return [{ rotation, previous, current, sightings, again: hasTakenTurns(rotation, comparison) }];
    });
}
function hasTakenTurns({ previous, current, at }, { before }) {
    const pair = [previous, current];
    return (before?.rotations ?? []).some((earlier) => pair.includes(earlier.previous) &&
        pair.includes(earlier.current) &&
        at.getTime() - earlier.at.getTime() <= turnsMs);
}
function told({ current }) {
    const type = current.keyType === 'EC' ? 'ECDSA' : current.keyType;
    return `the ${type} certificate ${current.sha256.slice(0, 8)}`;
}
function proof({ kind, previous, current, daysBeforeExpiry }, more = {}) {
    return {
        kind,
        previous_fingerprint: previous,
        fingerprint_sha256: current,
        days_before_expiry: daysBeforeExpiry,
        ...more,
    };
}

;// CONCATENATED MODULE: ./build/judge/rules/change-alternating.js

/** Takes the place of change/rolled-back and change/rotated. */
const changeAlternating = {
    id: 'change/alternating',
    severity: 'notice',
    title: 'The same certificate is served from run to run',
    help: `The same two certificates took each other's place for the second time within seven days. Mostly several
servers stand behind one name, and not all of them have got the new certificate; or a new one was undone at once.

**What to do.** Install the same certificate on every server behind the name. \`addresses: all\` looks at every
address in each run, and then says which one differs.`,
    judge(comparison, observation) {
        return aboutSwaps(comparison, observation, ({ again, previous, current }) => {
            if (!again)
                return null;
            return {
                says: `takes turns with another: ${change_alternating_short(current.sha256)} took the place of ${change_alternating_short(previous.sha256)}, the second swap within 7 days`,
                fix: 'Install the same certificate on every server behind this name.',
            };
        });
    },
};
function change_alternating_short(sha256) {
    return sha256.slice(0, 8);
}

// EXTERNAL MODULE: ./build/wire/cipher-suite.js + 1 modules
var cipher_suite = __webpack_require__(2677);
;// CONCATENATED MODULE: ./build/judge/protocol-names.js
/** Protocol versions as people say them; the keys are OpenSSL's. */
const protocolNames = {
    SSLv2: 'SSL 2.0',
    SSLv3: 'SSL 3.0',
    TLSv1: 'TLS 1.0',
    'TLSv1.1': 'TLS 1.1',
    'TLSv1.2': 'TLS 1.2',
    'TLSv1.3': 'TLS 1.3',
};

;// CONCATENATED MODULE: ./build/judge/rules/change-downgraded.js




/** Strength counts, not size: AES-128 in place of AES-256 is no downgrade. */
const changeDowngraded = {
    id: 'change/downgraded',
    severity: 'warning',
    title: 'Connections are as strong as before',
    help: `An ordinary client, which offers everything, is answered with an older protocol version than in the last run,
or with a suite that has a weakness the last one had not: no forward secrecy, no authenticated encryption (AEAD), or
a broken or short cipher. AES-128 in place of AES-256 is no weakness.

**What to do.** Find out what changed on the server or on what stands before it, such as a load balancer or a
content delivery network, and switch the stronger version or suite on again. RFC 9325 §3.1, §4.1.`,
    judge({ changes }) {
        const downgrades = changes.flatMap((change) => {
            const words = wordsFor(change);
            return words === null ? [] : [{ change, words }];
        });
        const [worst] = downgrades;
        if (worst === undefined)
            return null;
        return {
            message: `An ordinary client is now answered with ${worst.words}`,
            fix: 'Find out what changed on the server, or on what stands before it, and switch the stronger version or suite on again.',
            evidence: {
                changes: downgrades.map(({ change }) => ({ type: change.type, old: change.old, new: change.new })),
            },
        };
    },
};
/** What got worse, in words; `null` when nothing did. */
function wordsFor(change) {
    if (change.type === 'protocol') {
        const [then, now] = [change.old, change.new].map((value) => observation/* tlsVersions */.p.find((one) => one === value));
        if (then === undefined || now === undefined || observation/* tlsVersions */.p.indexOf(now) > observation/* tlsVersions */.p.indexOf(then))
            return null;
        return `${protocolNames[now]} instead of ${protocolNames[then]}`;
    }
    if (change.type !== 'cipher_suites')
        return null;
    const lost = lostStrength(change);
    if (lost.length === 0)
        return null;
    return `${(0,model_text/* listed */.KE)([change.new].flat())} instead of ${(0,model_text/* listed */.KE)([change.old].flat())}: ${(0,model_text/* listed */.KE)(lost)}`;
}
/** What the new suites lack that none of the old ones lacked. A number nobody registered proves nothing. */
function lostStrength({ old, new: now }) {
    const [then, today] = [old, now].map((value) => new Set([value].flat().flatMap((name) => weaknesses((0,cipher_suite/* cipherSuiteByName */.Q)(name)))));
    return [...(today ?? [])].filter((weakness) => !then?.has(weakness));
}
const leastBits = 112;
function weaknesses(suite) {
    if (suite === undefined)
        return [];
    const { name, bits, forwardSecrecy, flags } = suite;
    return [
        ...(flags.includes('NULL-ENC') ? ['no encryption'] : []),
        ...(flags.includes('ANON') ? ['no proof of who answers'] : []),
        ...(flags.includes('RC4') || flags.includes('BLOCK64') || (bits !== null && bits < leastBits)
            ? ['a broken or short cipher']
            : []),
        ...(forwardSecrecy === false ? ['no forward secrecy'] : []),
        ...(/GCM|CCM|POLY1305|AEGIS|MGM/.test(name) ? [] : ['no authenticated encryption (AEAD)']),
    ];
}

;// CONCATENATED MODULE: ./build/judge/naming.js


const longestName = 80;
/** The name people know a certificate by; many a public leaf has no subject at all. */
function nameOf(certificate) {
    const [first] = certificate.alternativeNames;
    const name = (0,model_certificate/* shortName */.EU)(certificate.subject) || first?.value || `serial number ${certificate.serial}`;
    return (0,model_text/* shortened */.vI)(name, longestName);
}
/** The same in a sentence. */
function called(certificate) {
    return `"${nameOf(certificate)}"`;
}
/** What a sentence calls the holder of a name. */
function calledBy(name) {
    return quoted((0,model_certificate/* shortName */.EU)(name));
}
function quoted(text) {
    return `"${(0,model_text/* shortened */.vI)(text, longestName)}"`;
}
/** The addresses at which a chain was seen, each once. */
function addressesOf(delivery) {
    return [...new Set(delivery.sightings.flatMap(({ address }) => (address === null ? [] : [address])))];
}
/** Which certificate a sentence is about, when the endpoint has more than one: key type, digest, place. */
function naming_told(delivery) {
    const { key, sha256 } = delivery.leaf;
    const digest = sha256.slice(0, 8);
    if (delivery.sightings.length === 0)
        return `the certificate ${called(delivery.leaf)} (${digest})`;
    const type = key.type === 'EC' ? 'ECDSA' : (0,model_text/* shortened */.vI)(key.type, longestName);
    const addresses = addressesOf(delivery);
    return `the ${type} certificate ${digest}${addresses.length === 0 ? '' : ` at ${(0,model_text/* listed */.KE)(addresses)}`}`;
}

;// CONCATENATED MODULE: ./build/judge/rules/change-issuer.js


/** Another organisation only: a CA picks its intermediates at random. */
const changeIssuer = {
    id: 'change/issuer',
    severity: 'warning',
    title: 'The certificate comes from the same CA as before',
    help: `The certificate that took the place of the last one was issued by another organisation. Another intermediate
of the same CA is no finding: CAs pick them at random. A move to another CA is rarely an accident, and one that
nobody planned is the first sign of a hijacked name or of a hosting provider that took over.

**What to do.** Find out who ordered it. A CAA record (RFC 8659) says which CAs may issue for a name, and
\`expect: { issuer: … }\` makes any other an error.`,
    judge(comparison, observation) {
        return aboutSwaps(comparison, observation, ({ rotation, previous, current, again }) => {
            if (again || rotation.kind !== 'reissued')
                return null;
            return {
                says: `now comes from ${quoted(current.issuerOrganisation)}; the one before came from ${quoted(previous.issuerOrganisation)}`,
                fix: 'Find out who ordered this certificate. If the new CA is wanted, see that CAA and `expect: { issuer: … }` name it.',
                evidence: {
                    issuer_organisation: current.issuerOrganisation,
                    previous_issuer_organisation: previous.issuerOrganisation,
                },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/key-strength.js
/** Security of RSA moduli in bits, NIST SP 800-57 part 1 rev. 5, table 2. */
const modulusStrengths = [
    [15_360, 256],
    [7680, 192],
    [3072, 128],
    [2048, 112],
    [1024, 80],
];
const fixedStrengths = new Map([
    ['Ed25519', 128],
    ['Ed448', 224],
    ['ML-DSA-44', 128],
    ['ML-DSA-65', 192],
    ['ML-DSA-87', 256],
]);
/** Security in bits of a key named like `RSA 2048` or `EC P-256`; `null` for one that nobody here can weigh. */
function keyStrength(key) {
    const fixed = fixedStrengths.get(key);
    if (fixed !== undefined)
        return fixed;
    const [, type, size] = /^(RSA|RSA-PSS|DSA|EC) \D*(\d{2,5})(?:[a-z]\d)?$/.exec(key) ?? [];
    if (type === undefined || size === undefined)
        return null;
    const bits = Number(size);
    if (type === 'EC')
        return Math.floor(bits / 2);
    return modulusStrengths.find(([modulus]) => bits >= modulus)?.[1] ?? 0;
}

;// CONCATENATED MODULE: ./build/judge/rules/change-key.js


/** Another kind or size of key; a new key of the same kind is what a good renewal makes. */
const changeKey = {
    id: 'change/key',
    severity: 'notice',
    title: 'The key is of the same kind and size as before',
    help: `The certificate that took the place of the last one has a key of another kind or size, as after a move from
RSA to ECDSA. Old clients may not know the new kind; a weaker key is rarely meant.

**What to do.** Nothing, when it was planned. Strengths are compared by NIST SP 800-57 part 1, table 2; a key that
is too weak by itself is a matter of \`certificate/weak-key\`.`,
    judge(comparison, observation) {
        return aboutSwaps(comparison, observation, ({ previous, current, again }) => {
            if (again || previous.key === current.key)
                return null;
            const [then, now] = [keyStrength(previous.key), keyStrength(current.key)];
            const weaker = then !== null && now !== null && now < then;
            return {
                says: `has ${weaker ? 'a weaker key than before' : 'another kind of key'}: ${current.key} instead of ${previous.key}`,
                fix: weaker
                    ? `Find out why. To go back, make a key as strong as ${previous.key} and have a certificate issued for it.`
                    : 'Nothing is left to do if this was planned.',
                evidence: { key: current.key, previous_key: previous.key },
            };
        });
    },
};

// EXTERNAL MODULE: ./build/model/address.js
var address = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/model/target.js
var model_target = __webpack_require__(30677);
;// CONCATENATED MODULE: ./build/judge/command.js



/** What a check has to show, and how openssl shows it. */
const shown = {
    chain: '-showcerts </dev/null',
    dates: '</dev/null | openssl x509 -noout -dates',
    names: '</dev/null | openssl x509 -noout -ext subjectAltName',
};
/**
 * The last step of a fix: a command that shows whether it worked. Only parsed hosts and numbers go into it, so that
 * it is safe to paste; for a file there is none, because a path may hold anything.
 */
function thenCheck(target, what, seen = []) {
    return target.kind === 'file' ? '' : ` Then check with \`${connect(target)}${keys(seen)} ${shown[what]}\`.`;
}
/** What makes the server show a certificate that it keeps beside the one for ordinary clients. */
function keys(seen) {
    if (seen.some(({ asked }) => asked === 'any'))
        return '';
    if (seen.some(({ asked }) => asked === 'rsa'))
        return ' -sigalgs RSA-PSS+SHA256:RSA+SHA256';
    return seen.length > 0 ? ' -sigalgs ECDSA+SHA256:ECDSA+SHA384' : '';
}
/** What makes a new certificate count: the server reads it, or the file holds it. */
function install(target) {
    return target.kind === 'file' ? `put it into ${(0,model_text/* shortened */.vI)(target.path)}` : 'reload the server';
}
/** How a certificate is renewed; `when` is ` now` where there is no time left. */
function renew(target, seen, when = '') {
    const command = target.kind === 'file' ? '' : ' (with certbot: `certbot renew`)';
    return `Renew the certificate${when}${command} and ${install(target)}.${thenCheck(target, 'dates', seen)}`;
}
function connect(target) {
    const place = (0,address/* authority */.ku)(target.connectTo ?? target.host, target.port);
    const name = (0,model_target/* expectedName */.Ac)(target);
    return [
        'openssl s_client',
        `-connect ${place.startsWith('[') ? `'${place}'` : place}`,
        ...(name === null || (0,address/* parseAddress */.or)(name) !== undefined ? [] : [`-servername ${name}`]),
        ...(target.starttls === null ? [] : [`-starttls ${target.starttls}`]),
    ].join(' ');
}

;// CONCATENATED MODULE: ./build/judge/rules/change-names-lost.js




/** A name that a wildcard covers is not lost. */
const changeNamesLost = {
    id: 'change/names-lost',
    severity: 'warning',
    title: 'The certificate still holds every name of the one before',
    help: `The certificate that took the place of the last one no longer holds all of its subject alternative names, and
no wildcard covers them. Whoever uses such a name with this server gets an error.

**What to do.** When the name is still in use, order a certificate that holds it; else remove it from DNS and from
your configuration. RFC 5280 §4.2.1.6; RFC 9525 §6.3.`,
    judge(comparison, observation) {
        return aboutSwaps(comparison, observation, ({ previous, current, sightings }) => {
            const lost = (0,model_rotation/* lostNames */.PR)(previous.names, current.names);
            if (lost.length === 0)
                return null;
            return {
                says: `no longer holds ${(0,model_text/* listed */.KE)(lost, 10)}`,
                fix: `If a name is still in use, have a certificate issued that holds it.${thenCheck(observation.target, 'names', sightings)}`,
                evidence: { names_lost: lost.slice(0, 100) },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/rules/change-rolled-back.js



/** Two leaves that take turns within a week are for change/alternating. */
const changeRolledBack = {
    id: 'change/rolled-back',
    severity: 'warning',
    title: 'No earlier certificate is back',
    help: `The endpoint serves a certificate that it served before the last one: a backup was restored, an old machine
came back, or a deployment was undone. The old one expires first, and its key may have been replaced for a reason.

**What to do.** Install the newer certificate again, and find out which machine or job still holds the old one.`,
    judge(comparison, observation) {
        return aboutSwaps(comparison, observation, (swap) => {
            if (swap.again || swap.rotation.kind !== 'rolled-back')
                return null;
            const { target } = observation;
            return {
                says: `was ${(0,model_rotation/* rotationWords */.ai)(swap.rotation, swap)}${(0,model_rotation/* namesWords */.Ou)(swap)}`,
                fix: `Install the newer certificate again and ${install(target)}.${thenCheck(target, 'dates', swap.sightings)}`,
                evidence: { not_after: swap.current.notAfter?.toISOString() ?? null },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/rules/change-rotated.js


/** Silent about leaves that come back: change/rolled-back and change/alternating speak of them. */
const changeRotated = {
    id: 'change/rotated',
    severity: 'notice',
    title: 'The certificate is the one of the last run',
    help: `Since the last run another certificate took the place of the one served then: it was *renewed* (same CA, same
key), *rekeyed* (same CA, new key) or *reissued* (another CA). Certificates are compared with those of the same key
type; two that are served side by side, and a server that did not answer, are no rotation.

**What to do.** Nothing, when you or your automation renewed it. When nobody did, find out who ordered the
certificate: the logs of Certificate Transparency (RFC 6962) know when it was issued.`,
    judge(comparison, observation) {
        return aboutSwaps(comparison, observation, (swap) => {
            if (swap.again || swap.rotation.kind === 'rolled-back')
                return null;
            return {
                says: `was ${(0,model_rotation/* rotationWords */.ai)(swap.rotation, swap)}${(0,model_rotation/* namesWords */.Ou)(swap)}`,
                fix: 'Nothing is left to do if this was planned. If it was not, find out who ordered the certificate.',
            };
        });
    },
};

// EXTERNAL MODULE: ./build/model/glob.js
var glob = __webpack_require__(5810);
;// CONCATENATED MODULE: ./build/judge/waivers.js


/** A waiver holds to the end of its last day, UTC. */
function holds({ until }, now) {
    return now.getTime() < until.getTime() + model_certificate/* dayMs */.LP;
}
function covers(waiver, rule) {
    return (0,glob/* matchesGlob */.k)(waiver.rule, rule);
}
/** Two waivers are the same when they say the same: shards hand them on as text. */
function sameWaiver(one, other) {
    return (one.rule === other.rule && one.domain === other.domain && one.until.getTime() === other.until.getTime());
}
/** The latest date until which the finding of a rule is accepted; `null` when it is not, or no longer. */
function waivedUntil(rule, waivers, now) {
    const dates = waivers
        .filter((waiver) => holds(waiver, now) && covers(waiver, rule))
        .map(({ until }) => until);
    return dates.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null;
}

;// CONCATENATED MODULE: ./build/judge/speak.js


/** The findings of the rules that have anything to say about a target: its severities, its waivers, worst first. */
function spoken(rules, verdictOf, { target, policy, now }) {
    const findings = rules
        .filter((rule) => speaks(rule, target, policy))
        .flatMap((rule) => {
        const verdict = verdictOf(rule);
        if (verdict === null)
            return [];
        const finding = findingOf(rule, verdict, {
            key: `${rule.id} ${target.id}`,
            severities: policy.severities,
            waivedUntil: waivedUntil(rule.id, policy.waivers, now),
        });
        return finding === null ? [] : [finding];
    });
    return worstFirst(findings);
}
/** The rules that make sense for a certificate that is served to nobody. */
const forFiles = new Set([
    'endpoint/unanswered',
    'certificate/expired',
    'certificate/expiry',
    'certificate/not-yet-valid',
    'certificate/weak-key',
    'certificate/weak-signature',
    'certificate/malformed',
    'chain/expiry',
    'identity/issuer',
    'identity/pin',
]);
/** Whether the target, and the wishes that go beyond single rules, leave a rule anything to say. */
function speaks({ id }, target, { checkChain, verifyHostname }) {
    const aboutTrust = id.startsWith('chain/') || id === 'certificate/untrusted' || id === 'certificate/self-signed';
    if (aboutTrust && !checkChain)
        return false;
    if (id === 'certificate/hostname' && !verifyHostname)
        return false;
    return target.kind === 'endpoint' || target.domain !== null || forFiles.has(id);
}

;// CONCATENATED MODULE: ./build/judge/judge-changes.js








/** Every rule about changes, in the order of the rule reference. */
const changeRules = [
    changeRotated,
    changeIssuer,
    changeKey,
    changeNamesLost,
    changeRolledBack,
    changeDowngraded,
    changeAlternating,
];
/** What there is to say about the changes that a run noticed, worst first. */
function judgeChanges(comparison, observation, policy, now) {
    const { target } = observation;
    const verdictOf = (rule) => rule.judge(comparison, observation, policy, now);
    return spoken(changeRules, verdictOf, { target, policy, now });
}

;// CONCATENATED MODULE: ./build/judge/rules/monitor-outage.js

const leastEndpoints = 5;
const leastShare = 0.6;
const monitor_outage_mostProven = 100;
/** Reasons that a network of our own that is down would give. */
const networkReasons = [
    'unresolved',
    'refused',
    'unreachable',
    'timed-out',
    'reset',
    'closed',
    'proxy-refused',
];
/** Much of the run fails in the same way: then it is more likely the monitor than the world. */
const monitorBlastRadius = {
    id: 'monitor/blast-radius',
    severity: 'error',
    title: 'The monitor itself reaches the network',
    help: `At least five endpoints, and 60 % of those asked, failed for the same network reason. That smells of the
runner: its DNS, its route, its proxy, a firewall that turns it away. The findings stay and the run fails, but no
issue is opened, changed or closed, and one message goes out instead of many.

**What to do.** Look at the runner's network first.`,
    judge({ assessments }) {
        const asked = assessments.map(({ observation }) => observation).filter(isAsked);
        const found = networkReasons
            .map((reason) => ({ reason, failed: asked.filter((observation) => failsBy(observation, reason)) }))
            .find(({ failed }) => failed.length >= leastEndpoints && failed.length >= asked.length * leastShare);
        if (found === undefined)
            return null;
        const ids = found.failed.map(({ target }) => target.id);
        return {
            message: `${ids.length} of ${(0,model_text/* counted */.hS)(asked.length, 'endpoint')} failed for the same reason (${found.reason}): ${(0,model_text/* listed */.KE)(ids)}`,
            fix: 'Check DNS, routes, proxy and firewall of the runner before the endpoints; then run again.',
            evidence: {
                reason: found.reason,
                failed: ids.length,
                asked: asked.length,
                endpoints: ids.slice(0, monitor_outage_mostProven),
            },
        };
    },
};
/** Some endpoints were never asked: the run is not the whole truth. */
const monitorIncomplete = {
    id: 'monitor/incomplete',
    severity: 'error',
    title: 'Every endpoint was observed',
    help: `The run ended before every endpoint was asked: a deadline, a signal, or a shard that was lost. Nothing is
known of the others; no issue about them is opened or closed.

**What to do.** Run again. If it stays, raise the job's \`timeout-minutes\` or lower \`timeout\` and
\`retries\`.`,
    judge({ assessments }) {
        const observations = assessments.map(({ observation }) => observation);
        const missing = idsOf(observations.filter((one) => failsBy(one, 'not-observed')));
        const partial = idsOf(observations.filter(isCutShort));
        const all = (0,model_text/* counted */.hS)(assessments.length, 'endpoint');
        const said = [
            ...(missing.length === 0 ? [] : [`${missing.length} of ${all} ${wasNot(missing)}: ${(0,model_text/* listed */.KE)(missing)}`]),
            ...(partial.length === 0
                ? []
                : [`${partial.length} of ${all} ${wasNot(partial)} to the end: ${(0,model_text/* listed */.KE)(partial)}`]),
        ];
        if (said.length === 0)
            return null;
        return {
            message: said.join('; '),
            fix: 'Run again; if this stays, give the job more time, or lower `timeout` and `retries`.',
            evidence: {
                not_observed: missing.length,
                partly_observed: partial.length,
                total: assessments.length,
                endpoints: [...missing, ...partial].slice(0, monitor_outage_mostProven),
            },
        };
    },
};
function wasNot(ids) {
    return `${ids.length === 1 ? 'was' : 'were'} not observed`;
}
function idsOf(observations) {
    return observations.map(({ target }) => target.id);
}
/** Something was seen, but not every address, or not both key types, before the run ended. */
function isCutShort({ deliveries, addresses }) {
    const answers = addresses.flatMap(({ leaf, otherLeaf }) => [leaf, otherLeaf]);
    return deliveries.known && answers.some((answer) => !answer.known && answer.reason === 'not-observed');
}
/** Files need no network. */
function isAsked({ target, deliveries }) {
    return target.kind === 'endpoint' && (deliveries.known || deliveries.reason !== 'not-observed');
}
function failsBy({ deliveries }, reason) {
    return !deliveries.known && deliveries.reason === reason;
}

// EXTERNAL MODULE: ./build/model/duration.js
var duration = __webpack_require__(43048);
;// CONCATENATED MODULE: ./build/judge/thresholds.js

const most = { warningDays: 30, criticalDays: 14 };
const share = { warningDays: 0.25, criticalDays: 0.1 };
/**
 * `auto` follows the certificate: a quarter and a tenth of its life, never more than 30 and 14 days, and an
 * automatic critical threshold never lies above a written warning. An unknown life counts as a long one.
 */
function thresholds(certificate, { warningDays, criticalDays }) {
    const lifetime = (0,model_certificate/* lifetimeDays */.$d)(certificate) ?? Infinity;
    const warning = warningDays === 'auto' ? Math.min(most.warningDays, lifetime * share.warningDays) : warningDays;
    const autoCritical = Math.min(most.criticalDays, lifetime * share.criticalDays, warning);
    return { warningDays: warning, criticalDays: criticalDays === 'auto' ? autoCritical : criticalDays };
}
/** Which threshold is reached: days left at or below it; `null` when neither is. */
function stageAt(daysLeft, { warningDays, criticalDays }) {
    if (daysLeft <= criticalDays)
        return 'critical';
    return daysLeft <= warningDays ? 'warning' : null;
}

;// CONCATENATED MODULE: ./build/judge/rules/monitor-schedule.js




/** Thresholds and schedule fit the certificates they are for. */
const monitorSchedule = {
    id: 'monitor/schedule',
    severity: 'warning',
    title: 'Thresholds and schedule fit the certificates',
    help: `Either a written \`warning_days\` or \`critical_days\` is at least as long as a certificate lives, so that its
alarm never ends, or, where \`check_interval\` is written and a schedule started the run, the time between two runs is
longer than half the warning window, so that a certificate may pass through most of it unseen.

**What to do.** Write \`auto\`, which follows each certificate's own life, or run more often. This is said once per
run, with all endpoints concerned.`,
    judge(run) {
        const watched = run.assessments.flatMap(({ observation: { target, deliveries }, policy }) => deliveries.known
            ? deliveries.value.map(({ leaf }) => ({ id: target.id, leaf, expiry: policy.expiry }))
            : []);
        const permanent = ids(watched.filter(isPermanent));
        const rare = run.intervalWritten && run.scheduled ? ids(watched.filter((one) => isRare(one, run))) : [];
        if (permanent.length === 0 && rare.length === 0)
            return null;
        const interval = (0,duration/* inWords */.r4)(run.checkIntervalSeconds * 1000);
        const said = [
            ...(permanent.length === 0
                ? []
                : [
                    `a threshold is at least as long as the certificate of ${place(permanent)} lives, so the alarm never ends`,
                ]),
            ...(rare.length === 0
                ? []
                : [`${interval} between two runs are more than half the warning window of ${place(rare)}`]),
        ].join('; ');
        return {
            message: said.charAt(0).toUpperCase() + said.slice(1),
            fix: [
                ...(permanent.length === 0 ? [] : ['Write `auto` for `warning_days` and `critical_days` there.']),
                ...(rare.length === 0 ? [] : ['Let the schedule, and `check_interval` with it, run more often.']),
            ].join(' '),
            evidence: {
                permanent: permanent.slice(0, 100),
                too_rare: rare.slice(0, 100),
                check_interval: run.checkIntervalSeconds,
            },
        };
    },
};
function isPermanent({ leaf, expiry }) {
    const lifetime = (0,model_certificate/* lifetimeDays */.$d)(leaf);
    const written = [expiry.warningDays, expiry.criticalDays].filter((days) => days !== 'auto');
    return lifetime !== null && written.some((days) => days >= lifetime);
}
function isRare({ leaf, expiry }, { checkIntervalSeconds }) {
    return checkIntervalSeconds * 1000 > (thresholds(leaf, expiry).warningDays * model_certificate/* dayMs */.LP) / 2;
}
function ids(watched) {
    return [...new Set(watched.map(({ id }) => id))];
}
function place(endpoints) {
    return `${(0,model_text/* counted */.hS)(endpoints.length, 'endpoint')} (${(0,model_text/* listed */.KE)(endpoints, 10)})`;
}

;// CONCATENATED MODULE: ./build/judge/rules/monitor-waivers.js



/** A waiver that has ended counts for nothing, and says so. */
const monitorWaiverExpired = {
    id: 'monitor/waiver-expired',
    severity: 'warning',
    title: 'Every waiver is still in force',
    help: `The last day of a waiver has passed: what it accepted counts again.

**What to do.** Mend what it was for, or give it a new date with a new reason; else remove it from the config.`,
    judge({ waivers, now }) {
        const ended = waivers.filter((waiver) => !holds(waiver, now));
        if (ended.length === 0)
            return null;
        const said = ended.map((waiver) => `${title(waiver)} on ${(0,duration/* inUtc */.e8)(waiver.until).slice(0, 10)}`);
        return {
            message: `${(0,model_text/* counted */.hS)(ended.length, 'waiver has', 'waivers have')} ended: ${(0,model_text/* listed */.KE)(said, 10)}`,
            fix: 'Mend what was waived, or give the waiver a new date with a new reason; else remove it.',
            evidence: { waivers: ended.slice(0, 100).map(monitor_waivers_proof) },
        };
    },
};
/** A waiver that accepts nothing is a mistake, or a trouble that has gone. */
const monitorWaiverUnused = {
    id: 'monitor/waiver-unused',
    severity: 'notice',
    title: 'Every waiver is needed',
    help: `A waiver in force met no finding: its trouble has gone, or its globs are wrong. Nothing is said while an
endpoint that it is for gave no certificate, because then nobody knows.

**What to do.** Remove it from the config, or correct \`rule\` and \`domain\`.`,
    judge(run) {
        const unused = run.waivers.filter((waiver) => holds(waiver, run.now) && isUnused(waiver, run));
        if (unused.length === 0)
            return null;
        return {
            message: `${(0,model_text/* counted */.hS)(unused.length, 'waiver meets', 'waivers meet')} no finding: ${(0,model_text/* listed */.KE)(unused.map(title), 10)}`,
            fix: 'Remove it from the config, or correct its `rule` and `domain`.',
            evidence: { waivers: unused.slice(0, 100).map(monitor_waivers_proof) },
        };
    },
};
function isUnused(waiver, { assessments }) {
    const meant = assessments.filter(({ policy }) => policy.waivers.some((other) => sameWaiver(waiver, other)));
    return meant.every(({ observation, findings }) => observation.deliveries.known && !findings.some(({ rule }) => covers(waiver, rule)));
}
function title({ rule, domain }) {
    return `${(0,model_text/* shortened */.vI)(rule)} for ${(0,model_text/* shortened */.vI)(domain)}`;
}
function monitor_waivers_proof({ rule, domain, reason, until }) {
    return {
        rule: (0,model_text/* shortened */.vI)(rule),
        domain: (0,model_text/* shortened */.vI)(domain),
        reason: (0,model_text/* shortened */.vI)(reason),
        until: until.toISOString(),
    };
}

;// CONCATENATED MODULE: ./build/judge/judge-run.js




/** Every rule about the run as a whole, in the order of the rule reference. */
const runRules = [
    monitorSchedule,
    monitorWaiverExpired,
    monitorWaiverUnused,
    monitorBlastRadius,
    monitorIncomplete,
];
/** What there is to say about the run itself, worst first. A waiver is for endpoints: here none counts. */
function judgeRun(run) {
    const findings = runRules.flatMap((rule) => {
        const verdict = rule.judge(run);
        if (verdict === null)
            return [];
        const finding = findingOf(rule, verdict, {
            key: rule.id,
            severities: run.severities,
            waivedUntil: null,
        });
        return finding === null ? [] : [finding];
    });
    return worstFirst(findings);
}

;// CONCATENATED MODULE: ./build/judge/remark.js


const remark_mostNamed = 10;
const remark_mostProven = 100;
/** Looks at every distinct leaf once, however many chains and addresses came with it. */
function aboutLeaves(observation, look) {
    if (!observation.deliveries.known)
        return null;
    const leaves = new Map();
    for (const delivery of observation.deliveries.value) {
        const same = leaves.get(delivery.leaf.sha256);
        const sightings = [...(same?.sightings ?? []), ...delivery.sightings];
        leaves.set(delivery.leaf.sha256, { ...(same ?? delivery), sightings });
    }
    return verdict([...leaves.values()], look);
}
/** Looks at every chain: one leaf may come with several. */
function aboutChains(observation, look) {
    return observation.deliveries.known ? verdict(observation.deliveries.value, look) : null;
}
/** One verdict for all of them: the worst comes first and decides severity and fix. */
function verdict(deliveries, look) {
    const remarked = deliveries.flatMap((delivery) => {
        const remark = look(delivery);
        return remark === null ? [] : [{ delivery, remark }];
    });
    const [worst, ...others] = remarked.toSorted((one, other) => rank(one.remark) - rank(other.remark));
    if (worst === undefined)
        return null;
    const all = [worst, ...others];
    const { fix, raised } = worst.remark;
    return {
        message: sentence(all, deliveries.length > 1),
        fix,
        evidence: { certificates: all.slice(0, remark_mostProven).map(remark_proof) },
        ...(raised === undefined ? {} : { raised }),
    };
}
function rank({ raised }) {
    return raised === undefined ? finding/* severities */.g.length : finding/* severities */.g.indexOf(raised);
}
function sentence(remarked, several) {
    const clauses = remarked
        .slice(0, remark_mostNamed)
        .map(({ delivery, remark }) => `${several ? naming_told(delivery) : 'the certificate'} ${remark.says}`);
    const rest = remarked.length - clauses.length;
    const whole = clauses.join('; ') + (rest > 0 ? `; and ${rest} more` : '');
    return whole.charAt(0).toUpperCase() + whole.slice(1);
}
function remark_proof({ delivery, remark }) {
    return {
        fingerprint_sha256: delivery.leaf.sha256,
        name: nameOf(delivery.leaf),
        addresses: addressesOf(delivery),
        ...remark.evidence,
    };
}

;// CONCATENATED MODULE: ./build/judge/rules/certificate-ca-as-leaf.js


/** A server does not hold the key of a CA. */
const certificateCaAsLeaf = {
    id: 'certificate/ca-as-leaf',
    severity: 'warning',
    title: 'The certificate of the server is not that of a CA',
    help: `The server shows a certificate whose basic constraints say CA:TRUE. Whoever trusts it lets the key on that
server sign certificates for any name. \`openssl req -x509\` makes such certificates unless told otherwise.

**What to do.** Issue a leaf with CA:FALSE for the server and keep the CA's key elsewhere. RFC 5280 §4.2.1.9.`,
    judge(observation) {
        const { target } = observation;
        return aboutLeaves(observation, ({ leaf }) => {
            if (leaf.basicConstraints?.ca !== true)
                return null;
            return {
                says: 'is that of a CA (basic constraints CA:TRUE)',
                fix: `Issue a certificate with basicConstraints=CA:FALSE in its place and ${install(target)}.`,
                evidence: { self_issued: leaf.selfIssued, path_length: leaf.basicConstraints.pathLength },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/rules/certificate-expired.js




/** A certificate is expired when now is later than notAfter (RFC 5280 §4.1.2.5). */
const certificateExpired = {
    id: 'certificate/expired',
    severity: 'error',
    title: 'The certificate has not expired',
    help: `The end of validity (\`notAfter\`) lies in the past. Every client refuses the connection.

**What to do.** Renew now, reload the server, and find out why the automation did not: look at its log and its
timer. If a new certificate lies on disk already, only the reload is missing. RFC 5280 §4.1.2.5.`,
    judge(observation, _policy, now) {
        const { target } = observation;
        return aboutLeaves(observation, ({ leaf, sightings }) => {
            if (leaf.notAfter === null || now <= leaf.notAfter)
                return null;
            return {
                says: `expired ${(0,duration/* fromNow */.PI)(leaf.notAfter, now)}, on ${(0,duration/* inUtc */.e8)(leaf.notAfter)}`,
                fix: renew(target, sightings, ' now'),
                evidence: { not_after: leaf.notAfter.toISOString(), days_left: (0,model_certificate/* daysLeft */.H_)(leaf, now) },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/rules/certificate-expiry.js





/** Speaks from the instant on at which the days left reach a threshold, until notAfter has passed. */
const certificateExpiry = {
    id: 'certificate/expiry',
    severity: 'warning',
    title: 'The certificate stays valid for long enough',
    help: `The certificate expires within \`warning_days\`, or, as an error, within \`critical_days\`. With \`auto\`
the thresholds follow the certificate's own life: a quarter of it, at most 30 days, and a tenth of it, at most
14 days. Healthy automation renews with a third of the life left, or half when it is under ten days, and never
meets either.

**What to do.** Renew and reload the server. If something should have renewed it, that is what broke: look there.
A \`rules:\` entry sets the severity of the warning stage; \`off\` silences both. RFC 5280 §4.1.2.5.`,
    judge(observation, policy, now) {
        const { target } = observation;
        return aboutLeaves(observation, ({ leaf, sightings }) => {
            const left = (0,model_certificate/* daysLeft */.H_)(leaf, now);
            if (leaf.notAfter === null || left === null || left < 0)
                return null; // certificate/expired speaks
            const limits = thresholds(leaf, policy.expiry);
            const stage = stageAt(left, limits);
            if (stage === null)
                return null;
            return {
                says: `expires ${(0,duration/* fromNow */.PI)(leaf.notAfter, now)}, on ${(0,duration/* inUtc */.e8)(leaf.notAfter)}`,
                fix: renew(target, sightings),
                evidence: {
                    not_after: leaf.notAfter.toISOString(),
                    days_left: left,
                    warning_days: limits.warningDays,
                    critical_days: limits.criticalDays,
                },
                ...(stage === 'critical' ? { raised: 'error' } : {}),
            };
        });
    },
};

// EXTERNAL MODULE: ./build/model/hostname-match.js
var hostname_match = __webpack_require__(55577);
;// CONCATENATED MODULE: ./build/judge/rules/certificate-hostname.js





const mostNames = 20;
/** The certificate is for the name that clients ask for (RFC 9525). */
const certificateHostname = {
    id: 'certificate/hostname',
    severity: 'error',
    title: 'The certificate is good for the host name',
    help: `None of the subject alternative names covers the name that was asked for: \`servername\` where given, else
the domain. Only \`dNSName\` entries count for names and only \`iPAddress\` entries for addresses; the common name
counts for nothing. A wildcard is the whole left-most label and stands for exactly one: \`*.example.com\` covers
\`www.example.com\`, but neither \`example.com\` nor \`a.b.example.com\`.

**What to do.** Have a certificate issued that lists the name, or, when the server holds one already, let it choose
by SNI. \`verify_hostname: false\` silences this rule for a target. RFC 9525 §6.3.`,
    judge(observation) {
        const { target } = observation;
        const host = (0,model_target/* expectedName */.Ac)(target);
        if (host === null)
            return null;
        return aboutLeaves(observation, ({ leaf }) => {
            if ((0,hostname_match/* matchHostname */.$)(leaf.alternativeNames, host).matches)
                return null;
            const names = leaf.alternativeNames.filter(({ kind }) => kind !== 'other').map(({ value }) => value);
            return {
                says: `is not good for ${host}, but for ${names.length === 0 ? 'no host at all' : (0,model_text/* listed */.KE)(names)}`,
                fix: `Have a certificate issued for ${host} and ${install(target)}; if the server has one, check its configuration for ${host}.${thenCheck(target, 'names')}`,
                evidence: {
                    host,
                    alternative_names: names.slice(0, mostNames).map((name) => (0,model_text/* listed */.KE)([name])),
                    alternative_names_total: names.length,
                },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/rules/certificate-key-usage.js



/** anyExtendedKeyUsage by name and by number: RFC 5280 §4.2.1.12. */
const serverUses = new Set(['serverAuth', 'anyExtendedKeyUsage', '2.5.29.37.0']);
/** The certificate may be used for what the server uses it for. */
const certificateKeyUsage = {
    id: 'certificate/key-usage',
    severity: 'warning',
    title: 'The certificate may be used for a TLS server',
    help: `As an error: the extended key usage does not include \`serverAuth\`, and clients refuse the certificate. As a
warning: the key usage lacks the bit that the negotiated key exchange needs (\`digitalSignature\` for TLS 1.3 and
(EC)DHE, \`keyEncipherment\` for RSA key exchange, \`keyAgreement\` for static (EC)DH), and strict clients refuse it.
Without these extensions every use is allowed.

**What to do.** Have the certificate issued again from a profile for TLS servers. A \`rules:\` entry sets the
severity of the warning stage; \`off\` silences both. RFC 5280 §4.2.1.3 and §4.2.1.12; RFC 5246 §7.4.2.`,
    judge(observation) {
        const { target } = observation;
        const fix = `Have the certificate issued again from a profile for TLS servers and ${install(target)}.`;
        return aboutLeaves(observation, ({ leaf, sightings }) => excluded(leaf, fix) ?? lacking(leaf, sightings, fix));
    },
};
function excluded({ extendedKeyUsage }, fix) {
    if (extendedKeyUsage === null || extendedKeyUsage.some((use) => serverUses.has(use)))
        return null;
    const uses = (0,model_text/* listed */.KE)(extendedKeyUsage);
    return {
        raised: 'error',
        says: `may not be used for a TLS server: its extended key usage is ${uses === '' ? 'empty' : uses}`,
        fix,
        evidence: { extended_key_usage: uses },
    };
}
function lacking({ keyUsage }, sightings, fix) {
    if (keyUsage === null)
        return null;
    const missing = sightings.flatMap((sighting) => {
        const bit = neededBit(sighting);
        return bit === null || keyUsage.includes(bit) ? [] : [{ bit, suite: sighting.suite.name }];
    });
    const [first] = missing;
    if (first === undefined)
        return null;
    const uses = (0,model_text/* listed */.KE)(keyUsage);
    return {
        says: `lacks the key usage ${first.bit}, which ${(0,model_text/* listed */.KE)([first.suite])} needs; it has ${uses === '' ? 'none' : uses}`,
        fix,
        evidence: { key_usage: uses, missing: first.bit, suite: (0,model_text/* listed */.KE)([first.suite]) },
    };
}
/** RFC 5246 §7.4.2, RFC 8422 §5.3, RFC 8446 §4.4.2.2; `null` for exchanges that do not use the certificate's key. */
function neededBit({ protocol, suite }) {
    if (protocol === 'TLSv1.3' || /^TLS_(EC)?DHE_(RSA|ECDSA|DSS)_/.test(suite.name))
        return 'digitalSignature';
    if (/^TLS_RSA_(WITH|EXPORT)/.test(suite.name))
        return 'keyEncipherment';
    return /^TLS_(EC)?DH_(RSA|ECDSA|DSS)_/.test(suite.name) ? 'keyAgreement' : null;
}

// EXTERNAL MODULE: ./build/model/trust.js
var model_trust = __webpack_require__(58728);
;// CONCATENATED MODULE: ./build/judge/rules/certificate-lifetime.js





/** BR 6.3.2: the longest validity in days, by the instant from which certificates are issued under it. */
const caps = [
    { from: Date.UTC(2018, 2, 1), days: 825 },
    { from: Date.UTC(2020, 8, 1), days: 398 },
    { from: Date.UTC(2026, 2, 15), days: 200 },
    { from: Date.UTC(2027, 2, 15), days: 100 },
    { from: Date.UTC(2029, 2, 15), days: 47 },
];
/** BR 7.1.2.7: notBefore may lie up to 48 hours before or after the issuance, which is what a cap goes by. */
const leewayMs = 2 * model_certificate/* dayMs */.LP;
/** A public certificate lives no longer than the Baseline Requirements in force at its issuance allow. */
const certificateLifetime = {
    id: 'certificate/lifetime',
    severity: 'warning',
    title: 'The validity of a public certificate is within the cap of its day',
    help: `A certificate that leads to a public root is valid for longer than the CA/Browser Forum allows for the day
of its issuance, and browsers refuse it:

| issued          | at most  |
| --------------- | -------- |
| from 2018-03-01 | 825 days |
| from 2020-09-01 | 398 days |
| from 2026-03-15 | 200 days |
| from 2027-03-15 | 100 days |
| from 2029-03-15 | 47 days  |

A begun day counts whole, and both ends belong to the validity. Within 48 hours of a border the longer cap counts,
because \`notBefore\` may differ from the issuance by that much. Private CAs are not meant.

**What to do.** Have the certificate issued again; a CA that does this needs to hear of it. Baseline Requirements
6.3.2; RFC 5280 §4.1.2.5.`,
    judge(observation) {
        const { target } = observation;
        return aboutLeaves(observation, (delivery) => {
            const { leaf } = delivery;
            const lifetime = (0,model_certificate/* lifetimeDays */.$d)(leaf);
            if (lifetime === null || leaf.notBefore === null || !(0,model_trust/* endsInPublicRoot */.bt)(delivery))
                return null;
            const days = Math.ceil(lifetime);
            const cap = capAt(leaf.notBefore);
            if (cap === null || days <= cap)
                return null;
            return {
                says: `is valid for ${days} days; a public one issued on ${(0,duration/* inUtc */.e8)(leaf.notBefore).slice(0, 10)} may be valid for ${cap}`,
                fix: `Have the certificate issued again for at most ${cap} days and ${install(target)}.`,
                evidence: { lifetime_days: days, cap_days: cap, not_before: leaf.notBefore.toISOString() },
            };
        });
    },
};
/** The cap of an issuance as early as notBefore allows: caps only ever fall. `null` before the first of them. */
function capAt(notBefore) {
    return caps.findLast(({ from }) => notBefore.getTime() - leewayMs >= from)?.days ?? null;
}

;// CONCATENATED MODULE: ./build/judge/rules/certificate-malformed.js





const mostProblems = 20;
/** The certificate can be read to the last field. Beside endpoint/unanswered when not even its frame can. */
const certificateMalformed = {
    id: 'certificate/malformed',
    severity: 'error',
    title: 'The certificate obeys its specification',
    help: `What was sent, or what the file holds, breaks the rules of DER or of X.509: a date in a form that is not
allowed, a field twice, bytes left over. Strict clients refuse it. A field that cannot be read spoils that field
only: everything else is judged as usual, and nothing is said of what is not known. Issuers count where the chain
needs them, strangers and roots do not; but whatever is sent and is no certificate at all makes many clients give up.

**What to do.** Have the certificate issued again, and tell whoever made it what the message says. RFC 5280 §4;
ITU-T X.690 §10.`,
    judge(observation, _policy, now) {
        const { deliveries, target } = observation;
        const fix = `Have the certificate issued again, correctly, and ${install(target)}.`;
        if (!deliveries.known) {
            if (deliveries.reason !== 'malformed')
                return null;
            const detail = (0,model_text/* shortened */.vI)(deliveries.detail, 200);
            return {
                message: `No certificate can be read from what was sent: ${detail}`,
                fix,
                evidence: { detail },
            };
        }
        return aboutChains(observation, (delivery) => {
            const broken = needed(delivery, now).filter(({ problems }) => problems.length > 0);
            const said = broken
                .map((one) => certificate_malformed_sentence(one, delivery.leaf))
                .concat(delivery.unreadable.map(aboveLeaf));
            if (said.length === 0)
                return null;
            const problems = broken.flatMap(({ problems }) => problems).concat(delivery.unreadable);
            return {
                says: `breaks its specification: ${(0,model_text/* listed */.KE)(said)}`,
                fix,
                evidence: { problems: problems.slice(0, mostProblems).map((problem) => (0,model_text/* shortened */.vI)(problem)) },
            };
        });
    },
};
/** The leaf and the issuers that its best path goes through; without a path, those that were sent. */
function needed(delivery, now) {
    const path = (0,model_trust/* bestPath */.MN)(delivery, now)?.certificates.slice(1, -1);
    return [delivery.leaf, ...(path ?? delivery.chain.slice(1).filter(({ selfIssued }) => !selfIssued))];
}
function certificate_malformed_sentence(broken, leaf) {
    const [first = '', ...others] = broken.problems;
    const whose = broken === leaf ? '' : `in ${called(broken)}, `;
    const more = others.length === 0 ? '' : ` and ${(0,model_text/* counted */.hS)(others.length, 'more problem')}`;
    return whose + (0,model_text/* shortened */.vI)(first) + more;
}
/** Most TLS libraries read every certificate of the message, and give up at the first they cannot. */
function aboveLeaf(problem) {
    return `in what is sent above it, ${(0,model_text/* shortened */.vI)(problem)}`;
}

;// CONCATENATED MODULE: ./build/judge/rules/certificate-must-staple.js


/** A promise to staple can only be kept where there is an OCSP responder to ask. */
const certificateMustStaple = {
    id: 'certificate/must-staple',
    severity: 'warning',
    title: 'A certificate that demands stapling names an OCSP responder',
    help: `The certificate demands a stapled OCSP answer (TLS feature \`status_request\`, "must-staple") but names no
OCSP responder, so the server has nothing to staple, and clients that heed the demand refuse the connection.
Public CAs are leaving OCSP: Let's Encrypt switched it off in 2025.

**What to do.** Have the certificate issued again without must-staple (certbot: drop \`--must-staple\`). RFC 7633.`,
    judge(observation) {
        const { target } = observation;
        return aboutLeaves(observation, ({ leaf }) => {
            if (!leaf.mustStaple || leaf.ocspUrls.length > 0)
                return null;
            return {
                says: 'demands a stapled OCSP answer but names no OCSP responder',
                fix: `Have the certificate issued again without must-staple (with certbot: leave out \`--must-staple\`) and ${install(target)}.`,
                evidence: { must_staple: true, ocsp_urls: [] },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/rules/certificate-names.js


const certificate_names_mostNames = 1000;
/** There are names, and not so many that clients give up. */
const certificateNames = {
    id: 'certificate/names',
    severity: 'warning',
    title: 'The certificate carries a sensible number of names',
    help: `The certificate has no subject alternative name at all, so it is good for no host whatever its common name
says, or it has more than 1,000, beyond which clients differ: some refuse it, and every handshake carries them all.

**What to do.** List the hosts as subject alternative names; spread very many over several certificates.
RFC 9525 §6.3; CA/Browser Forum Baseline Requirements 7.1.2.7.12.`,
    judge(observation) {
        const { target } = observation;
        return aboutLeaves(observation, ({ leaf }) => {
            const count = leaf.alternativeNames.length;
            // An extension that could not be read leaves no names either: then certificate/malformed speaks.
            const unreadable = count === 0 && leaf.problems.length > 0;
            if (unreadable || (count > 0 && count <= certificate_names_mostNames))
                return null;
            const says = count === 0
                ? 'has no subject alternative name'
                : `carries ${count} names; some clients stop at ${certificate_names_mostNames}`;
            const wish = count === 0
                ? 'that lists its hosts as subject alternative names'
                : 'for fewer names, or several of them,';
            return {
                says,
                fix: `Have a certificate issued ${wish} and ${install(target)}.`,
                evidence: { alternative_names_total: count },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/rules/certificate-not-yet-valid.js



/** A certificate is valid from notBefore on (RFC 5280 §4.1.2.5). */
const certificateNotYetValid = {
    id: 'certificate/not-yet-valid',
    severity: 'error',
    title: 'The certificate is valid already',
    help: `The beginning of validity (\`notBefore\`) lies in the future. Clients refuse it like an expired one.

**What to do.** Serve the previous certificate until then, or have it issued again. If the date looks right, check
the clock of the machine that issued it, and of this runner. RFC 5280 §4.1.2.5.`,
    judge(observation, _policy, now) {
        const { target } = observation;
        return aboutLeaves(observation, ({ leaf }) => {
            if (leaf.notBefore === null || leaf.notBefore <= now)
                return null;
            return {
                says: `is not valid yet: it becomes so ${(0,duration/* fromNow */.PI)(leaf.notBefore, now)}, on ${(0,duration/* inUtc */.e8)(leaf.notBefore)}`,
                fix: `Put the previous certificate back until then, or have this one issued again and ${install(target)}; check the clock of the issuing machine.${thenCheck(target, 'dates')}`,
                evidence: { not_before: leaf.notBefore.toISOString() },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/rules/certificate-self-signed.js




/** A certificate that vouches for itself, and that nobody pinned or listed as an anchor. */
const certificateSelfSigned = {
    id: 'certificate/self-signed',
    severity: 'error',
    title: 'The certificate is signed by somebody else',
    help: `The certificate is its own issuer and was signed with its own key. No client trusts it unless somebody
told it to.

**What to do.** Get one from a public or internal CA. If it is meant to be self-signed, say so: put its pin under
\`expect: { spki_sha256: […] }\`, and every other key becomes a finding instead, or list the certificate under
\`trust: { ca_files: […] }\`. RFC 5280 §6.1.`,
    judge(observation, policy, now) {
        return aboutChains(observation, (delivery) => {
            const trust = (0,model_trust/* trustAt */.kL)(delivery, policy.expect.spkiSha256, now);
            if (trust.trusted || trust.obstacle.kind !== 'self-signed')
                return null;
            return {
                says: `is signed with its own key (${called(delivery.leaf)})`,
                fix: `Install a certificate from a CA, or, if this one is meant, add \`expect: { spki_sha256: ["${delivery.leaf.spkiSha256}"] }\` to the domain.${thenCheck(observation.target, 'chain')}`,
                evidence: { spki_sha256: delivery.leaf.spkiSha256 },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/rules/certificate-untrusted.js






/**
 * No path from the leaf to an anchor holds now. Self-signed leaves and incomplete chains have rules of their own,
 * and the leaf's dates are not this rule's business.
 */
const certificateUntrusted = {
    id: 'certificate/untrusted',
    severity: 'error',
    title: 'The certificate leads to a trusted root',
    help: `No chain of issuers leads from the certificate to a root in the store: the root is unknown, an issuer is
missing and nothing says where to get it, the chain breaks a rule (a signature that does not fit, a CA that is
none, a name outside its constraints), or an issuer has expired. The message says which.

**What to do.** For an internal CA list its root under \`trust: { ca_files: […] }\`. For a public one install the
chain that came with the certificate. For an expired issuer ask the CA for the current one. \`check_chain: false\`
silences this rule for a target. RFC 5280 §6.`,
    judge(observation, policy, now) {
        return aboutChains(observation, (delivery) => {
            const trust = (0,model_trust/* trustAt */.kL)(delivery, policy.expect.spkiSha256, now);
            if (trust.trusted)
                return null;
            const said = explained(trust.obstacle, now);
            if (said === null)
                return null;
            const [says, fix, evidence] = said;
            return { says: `is not trusted: ${says}`, fix: fix + thenCheck(observation.target, 'chain'), evidence };
        });
    },
};
const ownCa = 'If the CA is your own, list its root under `trust: { ca_files: […] }` of the domain;';
function explained(obstacle, now) {
    switch (obstacle.kind) {
        case 'self-signed':
            return null; // certificate/self-signed speaks
        case 'issuer-missing':
            if (obstacle.named !== null)
                return null; // chain/incomplete speaks
            return [
                `its issuer ${quoted(obstacle.issuer)} is neither sent nor known, and nothing says where to get it`,
                `${ownCa} otherwise let the server send the whole chain that the CA delivered.`,
                { reason: obstacle.kind, issuer: (0,model_text/* shortened */.vI)(obstacle.issuer) },
            ];
        case 'unknown-root':
            return [
                `it leads to the root ${quoted(obstacle.root)}, which is in no store`,
                `${ownCa} otherwise install a certificate from a public CA.`,
                { reason: obstacle.kind, root: (0,model_text/* shortened */.vI)(obstacle.root) },
            ];
        case 'invalid':
            return [
                (0,model_text/* shortened */.vI)(obstacle.detail, 200),
                'Install the chain that the CA delivered with this certificate, or have it issued again.',
                { reason: obstacle.kind, detail: (0,model_text/* shortened */.vI)(obstacle.detail, 200) },
            ];
        case 'out-of-date':
            return [
                obstacle.issuers.length === 0
                    ? 'no path leads to a root'
                    : (0,model_text/* listed */.KE)(obstacle.issuers.map((issuer) => outOfDate(issuer, now))),
                'Ask the CA for its current intermediate certificates and let the server send those.',
                { reason: obstacle.kind, issuers: obstacle.issuers.map(certificate_untrusted_proof) },
            ];
    }
}
function outOfDate(issuer, now) {
    const { notBefore, notAfter } = issuer;
    if (notAfter !== null && notAfter < now)
        return `its issuer ${called(issuer)} expired ${(0,duration/* fromNow */.PI)(notAfter, now)}, on ${(0,duration/* inUtc */.e8)(notAfter)}`;
    if (notBefore !== null && notBefore > now)
        return `its issuer ${called(issuer)} is valid only from ${(0,duration/* inUtc */.e8)(notBefore)} on`;
    return `the validity of its issuer ${called(issuer)} cannot be read`;
}
function certificate_untrusted_proof(issuer) {
    return {
        fingerprint_sha256: issuer.sha256,
        name: nameOf(issuer),
        not_before: issuer.notBefore?.toISOString() ?? null,
        not_after: issuer.notAfter?.toISOString() ?? null,
    };
}

;// CONCATENATED MODULE: ./build/judge/rules/certificate-weak-key.js




const leastRsaBits = 2048;
/** 112 bits of security (NIST SP 800-57 part 1, table 2): nobody's own CA may go below that. */
const leastEcBits = 224;
/** P-256 is the smallest curve a public CA may sign (BR 6.1.5). */
const leastPublicEcBits = 256;
/** The key is strong enough that nobody can compute its private half. */
const certificateWeakKey = {
    id: 'certificate/weak-key',
    severity: 'error',
    title: 'The key of the certificate is strong',
    help: `The public key is too weak, or its form is unsafe: RSA below 2,048 bits; an RSA exponent that is 1 or even;
a curve below 224 bits, or below 256 bits where the chain ends in a public root; DSA, which no current client
accepts. Clients refuse such keys, and the weakest can be broken.

**What to do.** Make a new key, P-256 or RSA 2,048, and have a certificate issued for it: renewing with the old key
does not help. Key types this program does not know are not judged. CA/Browser Forum Baseline Requirements 6.1.5,
6.1.6; NIST SP 800-57 part 1.`,
    judge(observation) {
        const { target } = observation;
        return aboutLeaves(observation, (delivery) => {
            const { key } = delivery.leaf;
            const weakness = weaknessOf(key, (0,model_trust/* endsInPublicRoot */.bt)(delivery));
            if (weakness === null)
                return null;
            return {
                says: weakness,
                fix: `Make a new key, have a certificate issued for it and ${install(target)}. One way to make a key is \`openssl ecparam -genkey -name prime256v1 -out new.key\`.`,
                evidence: {
                    key_type: (0,model_text/* shortened */.vI)(key.type),
                    key_bits: key.bits,
                    curve: key.curve === null ? null : (0,model_text/* shortened */.vI)(key.curve),
                    exponent: key.exponent === null ? null : (0,model_text/* shortened */.vI)(key.exponent, 40),
                },
            };
        });
    },
};
function weaknessOf({ type, bits, curve, exponent }, isPublic) {
    if (type === 'DSA')
        return 'has a DSA key';
    if (type === 'RSA' || type === 'RSA-PSS') {
        if (bits !== null && bits < leastRsaBits)
            return `has an RSA key of ${bits} bits; ${leastRsaBits} are the least`;
        if (exponent !== null && isUnsafeExponent(exponent))
            return `has an RSA key with the unsafe exponent ${(0,model_text/* shortened */.vI)(exponent, 40)}`;
    }
    if (type !== 'EC' || bits === null)
        return null;
    const least = isPublic ? leastPublicEcBits : leastEcBits;
    return bits < least
        ? `has a key on a curve of ${bits} bits${curve === null ? '' : ` (${(0,model_text/* shortened */.vI)(curve, 40)})`}; ${least} are the least`
        : null;
}
/** One encrypts nothing, and an even exponent has no inverse (RFC 8017 §3.1). */
function isUnsafeExponent(exponent) {
    return exponent === '1' || /[02468]$/.test(exponent);
}

;// CONCATENATED MODULE: ./build/judge/rules/chain-expiry.js








/**
 * An issuer on the best path ends soon, and before the leaf does: otherwise the leaf's own expiry comes first and
 * its renewal brings a new chain. Once it has ended, certificate/untrusted speaks, but for a file without a domain,
 * of whose trust no other rule says anything: there the chain counts as the file holds it, ended issuers included.
 */
const chainExpiry = {
    id: 'chain/expiry',
    severity: 'warning',
    title: 'The chain holds for as long as the certificate',
    help: `An intermediate or root on the best path expires within \`warning_days\` (or, as an error, within
\`critical_days\`), and before the certificate itself. From then on clients refuse a certificate that looks healthy.
Only the path that lasts longest counts: an old cross-sign beside it does no harm. With \`auto\` the thresholds
follow the issuer's own life.

**What to do.** Ask the CA for its current chain and let the server send that; renewing usually brings it along. If
the root expires, move to another root. RFC 5280 §6.1.3.`,
    judge(observation, policy, now) {
        const { target } = observation;
        return aboutChains(observation, (delivery) => {
            const path = (0,model_trust/* bestPath */.MN)(delivery, now) ?? ((0,model_target/* expectedName */.Ac)(target) === null ? onFile(delivery) : null);
            const issuer = path === null ? null : (0,model_trust/* firstToExpire */.D)(path);
            const end = issuer?.notAfter ?? null;
            const left = issuer === null ? null : (0,model_certificate/* daysLeft */.H_)(issuer, now);
            if (issuer === null || end === null || left === null)
                return null;
            const { notAfter } = delivery.leaf;
            if (notAfter === null || notAfter <= end)
                return null;
            const limits = thresholds(issuer, policy.expiry);
            const stage = stageAt(left, limits);
            if (stage === null)
                return null;
            return {
                says: `depends on ${called(issuer)}, which ${left < 0 ? 'expired' : 'expires'} ${(0,duration/* fromNow */.PI)(end, now)}, on ${(0,duration/* inUtc */.e8)(end)}, before the certificate does`,
                fix: `Ask the CA for its current chain and let the server send that.${thenCheck(target, 'chain')}`,
                evidence: {
                    issuer_fingerprint_sha256: issuer.sha256,
                    issuer: nameOf(issuer),
                    issuer_not_after: end.toISOString(),
                    days_left: left,
                    warning_days: limits.warningDays,
                    critical_days: limits.criticalDays,
                },
                ...(stage === 'critical' ? { raised: 'error' } : {}),
            };
        });
    },
};
/** The path that comes closest to an anchor; without one, what stands above the leaf. */
function onFile({ chain, trust }) {
    return trust.paths[0] ?? { certificates: chain };
}

;// CONCATENATED MODULE: ./build/judge/sent-chain.js
/** Follows issuer names upwards from the leaf; cross-signs of one name all belong. */
function sentChain(chain) {
    const distinct = new Map();
    const doubles = [];
    for (const certificate of chain) {
        if (distinct.has(certificate.sha256))
            doubles.push(certificate);
        else
            distinct.set(certificate.sha256, certificate);
    }
    const [leaf, ...others] = distinct.values();
    if (leaf === undefined)
        return { members: [], doubles, strangers: [] };
    const upwards = namesAbove(leaf, others);
    const belongs = (certificate) => upwards.has(key(certificate.subject));
    return {
        members: [leaf, ...others.filter(belongs)],
        doubles,
        strangers: others.filter((certificate) => !belongs(certificate)),
    };
}
/** Every certificate directly or not above the one before it: each is the issuer of some earlier one. */
function isOrdered(members) {
    const wanted = new Set();
    return members.every((certificate, index) => {
        const expected = index === 0 || wanted.has(key(certificate.subject));
        wanted.add(key(certificate.issuer));
        return expected;
    });
}
/**
 * A root is its own issuer and signer. One that only carries the same name on both sides, as when a CA changes its
 * key, names another key as its issuer's (RFC 5280 §4.2.1.1).
 */
function isRoot({ selfIssued, authorityKeyId, subjectKeyId }) {
    return selfIssued && (authorityKeyId === null || subjectKeyId === null || authorityKeyId === subjectKeyId);
}
function namesAbove(leaf, others) {
    const bySubject = Map.groupBy(others, ({ subject }) => key(subject));
    const names = new Set([key(leaf.issuer)]);
    // A Set hands out what is added while it is walked.
    for (const name of names)
        for (const issuer of bySubject.get(name) ?? [])
            names.add(key(issuer.issuer));
    return names;
}
function key(name) {
    return Buffer.from(name.der).toString('base64');
}

;// CONCATENATED MODULE: ./build/judge/rules/chain-extra.js






/** Nothing is sent that no client needs. A superfluous root is chain/root-sent's business. */
const chainExtra = {
    id: 'chain/extra',
    severity: 'notice',
    title: 'The chain holds nothing that no client needs',
    help: `The server sends a certificate twice, one that has nothing to do with the chain, or an expired cross-sign
while the chain holds without it. Nothing breaks for most clients, but every handshake carries it, and some clients
stumble: an expired cross-sign took down many in 2020 and 2021.

**What to do.** Remove the certificates named in the message from the file the server sends. A cross-sign that is
still valid stays silent, because older clients may need it. RFC 8446 §4.4.2.`,
    judge(observation, _policy, now) {
        return aboutChains(observation, (delivery) => {
            const found = extras(delivery, now);
            if (found.length === 0)
                return null;
            return {
                says: `comes with what no client needs: ${(0,model_text/* listed */.KE)(found.map(chain_extra_sentence))}`,
                fix: `Remove ${found.length === 1 ? 'it' : 'them'} from the chain the server sends.`,
                evidence: {
                    extra: found.slice(0, 20).map(({ certificate, why }) => ({
                        fingerprint_sha256: certificate.sha256,
                        name: nameOf(certificate),
                        why,
                    })),
                },
            };
        });
    },
};
function extras(delivery, now) {
    const { members, doubles, strangers } = sentChain(delivery.chain);
    const used = new Set(delivery.trust.paths.flatMap(({ certificates }) => certificates.map(({ sha256 }) => sha256)));
    const best = (0,model_trust/* bestPath */.MN)(delivery, now)?.certificates.map(({ sha256 }) => sha256);
    const expired = members.slice(1).filter((certificate) => {
        const { notAfter, sha256 } = certificate;
        return (notAfter !== null &&
            notAfter < now &&
            !isRoot(certificate) &&
            best !== undefined &&
            !best.includes(sha256));
    });
    return [
        ...doubles.map((certificate) => ({ certificate, why: 'duplicate' })),
        ...strangers
            .filter((certificate) => !used.has(certificate.sha256) && !isRoot(certificate))
            .map((certificate) => ({ certificate, why: 'unrelated' })),
        ...expired.map((certificate) => ({ certificate, why: 'expired' })),
    ];
}
function chain_extra_sentence({ certificate, why }) {
    if (why === 'duplicate')
        return `${called(certificate)} a second time`;
    if (why === 'unrelated' || certificate.notAfter === null)
        return `the unrelated ${called(certificate)}`;
    return `${called(certificate)}, expired on ${(0,duration/* inUtc */.e8)(certificate.notAfter)}`;
}

;// CONCATENATED MODULE: ./build/judge/rules/chain-incomplete.js





const longestUrl = 200;
/** The server leaves out an intermediate that some clients find by themselves and others do not. */
const chainIncomplete = {
    id: 'chain/incomplete',
    severity: 'error',
    title: 'The server sends every certificate up to the root',
    help: `The last certificate sent has an issuer that is neither sent nor in the store, but that exists: the
certificate says where it is to be had, or another endpoint of the run sends it. Browsers often find it by
themselves; programs, mail servers and phones do not, so the fault hides from whoever looks with a browser.

**What to do.** Append the certificate named in the message to the file the server sends, after the leaf. With
certbot, configure \`fullchain.pem\` instead of \`cert.pem\`. RFC 8446 §4.4.2; RFC 5280 §4.2.2.1.`,
    judge(observation, policy, now) {
        return aboutChains(observation, (delivery) => {
            const trust = (0,model_trust/* trustAt */.kL)(delivery, policy.expect.spkiSha256, now);
            if (trust.trusted || trust.obstacle.kind !== 'issuer-missing' || trust.obstacle.named === null)
                return null;
            const { issuer, named } = trust.obstacle;
            return {
                says: `comes without its issuer ${quoted(issuer)}, which ends the chain before a root`,
                fix: `Append the certificate ${quoted(issuer)} to the chain the server sends: ${whence(named)}. With certbot, serve \`fullchain.pem\` instead of \`cert.pem\`.${thenCheck(observation.target, 'chain')}`,
                evidence: { issuer: (0,model_text/* shortened */.vI)(issuer), found: chain_incomplete_proof(named) },
            };
        });
    },
};
function whence(hint) {
    if (hint.kind === 'aia')
        return `it is to be had at ${(0,model_text/* shortened */.vI)(hint.url, longestUrl)}`;
    return `${(0,model_text/* shortened */.vI)(hint.target)} sends it (SHA-256 ${hint.sha256})`;
}
function chain_incomplete_proof(hint) {
    return hint.kind === 'aia'
        ? { source: 'aia', url: (0,model_text/* shortened */.vI)(hint.url, longestUrl) }
        : { source: 'run', endpoint: (0,model_text/* shortened */.vI)(hint.target), fingerprint_sha256: hint.sha256 };
}

;// CONCATENATED MODULE: ./build/judge/rules/chain-order.js




/** Each certificate follows one that it issued. Doubles and strangers are chain/extra's business. */
const chainOrder = {
    id: 'chain/order',
    severity: 'notice',
    title: 'The chain is sent in order',
    help: `A certificate stands before the one it issued. TLS 1.3 asks clients to cope and most do; older ones, and many
programs, give up. Several certificates for the same issuer (cross-signs) are in order wherever they follow the
certificate they issued.

**What to do.** Put the file together again: leaf, its issuer, that one's issuer. RFC 8446 §4.4.2;
RFC 5246 §7.4.2.`,
    judge(observation) {
        return aboutChains(observation, ({ chain }) => {
            const { members } = sentChain(chain);
            if (isOrdered(members))
                return null;
            return {
                says: `comes with a chain out of order: ${(0,model_text/* listed */.KE)(members.map(called), 8)}`,
                fix: `Put the chain file together again: the leaf first, then each issuer after the certificate it issued.`,
                evidence: { sent: members.slice(0, 20).map(nameOf) },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/rules/chain-root-sent.js




/** The root is left out of what the server sends. A root's cross-sign is not self-issued and is never meant. */
const chainRootSent = {
    id: 'chain/root-sent',
    severity: 'notice',
    title: 'The server does not send the root',
    help: `The server sends a self-issued root. A client has it already, or does not trust it, so it only makes every
handshake longer. A root's name on a certificate that another root issued (a cross-sign, like "Root YE" issued by
"ISRG Root X2") is something else: it is needed and never meant here.

**What to do.** Remove the root from the file the server sends, unless a TLSA record of usage 2 (DANE-TA) points to
it: then it has to stay (RFC 7671 §5.2.2), and this rule may be switched off. RFC 8446 §4.4.2.`,
    judge(observation) {
        return aboutChains(observation, ({ leaf, chain }) => {
            const roots = new Map(chain
                .slice(1)
                .filter(isRoot)
                .map((root) => [root.sha256, root]));
            roots.delete(leaf.sha256);
            if (roots.size === 0)
                return null;
            const names = [...roots.values()].map(called);
            return {
                says: `comes with a root that no client needs: ${(0,model_text/* listed */.KE)(names)}`,
                fix: `Remove ${roots.size === 1 ? 'it' : 'them'} from the chain the server sends.`,
                evidence: { roots: [...roots.keys()].slice(0, 20) },
            };
        });
    },
};

;// CONCATENATED MODULE: ./build/judge/negotiated.js

/**
 * What an ordinary client negotiates, address by address: it offers everything, so what it gets is the best the
 * server has. Handshakes that ask for one kind of key offer less and prove nothing here.
 */
function aboutNegotiated(observation, concerns, says, fix) {
    if (!observation.deliveries.known)
        return null;
    const seen = observation.deliveries.value
        .flatMap(({ sightings }) => sightings)
        .filter(({ asked }) => asked === 'any');
    const concerned = seen.filter(concerns);
    const [first] = concerned;
    if (first === undefined)
        return null;
    const sentences = [...new Set(concerned.map(says))];
    const addresses = [...new Set(concerned.flatMap(({ address }) => (address === null ? [] : [address])))];
    const where = seen.length > concerned.length && addresses.length > 0 ? ` (at ${(0,model_text/* listed */.KE)(addresses, 20)})` : '';
    return {
        message: `An ordinary client ${(0,model_text/* listed */.KE)(sentences, 10)}${where}`,
        fix,
        evidence: {
            negotiated: concerned.slice(0, 100).map(({ address, protocol, suite }) => ({
                address,
                protocol,
                cipher: suite.name,
                bits: suite.bits,
            })),
        },
    };
}

;// CONCATENATED MODULE: ./build/judge/rules/cipher.js


const cipher_leastBits = 112;
const fix = 'Offer suites with ECDHE and AES-GCM or ChaCha20-Poly1305, and prefer them on the server.';
/** One rule for each reason not to negotiate a suite. */
function cipherRule(id, severity, { title, flaw, help, concerns }) {
    return {
        id,
        severity,
        title,
        help,
        judge(observation) {
            return aboutNegotiated(observation, ({ suite }) => concerns(suite), ({ suite }) => `is given ${(0,model_text/* listed */.KE)([suite.name])}, which ${flaw}`, fix);
        },
    };
}
const flagged = (flag) => ({ flags }) => flags.includes(flag);
const cipherNull = cipherRule('cipher/null', 'error', {
    title: 'Connections are encrypted',
    flaw: 'encrypts nothing',
    help: `The negotiated suite has no encryption: everybody on the way reads along.

**What to do.** Remove NULL suites from the server. RFC 9325 §4.1.`,
    concerns: flagged('NULL-ENC'),
});
const cipherAnonymous = cipherRule('cipher/anonymous', 'error', {
    title: 'The server proves who it is',
    flaw: 'does without any proof of who answers',
    help: `The negotiated suite is anonymous: nobody can tell the server from an impostor.

**What to do.** Remove \`aNULL\` suites from the server. RFC 9325 §4.1.`,
    concerns: flagged('ANON'),
});
const cipherExport = cipherRule('cipher/export', 'error', {
    title: 'No export-grade suite is used',
    flaw: 'was weakened on purpose for export',
    help: `The negotiated suite was made weak for the export rules of the 1990s, and is broken within hours.

**What to do.** Remove EXPORT suites from the server. RFC 9325 §4.1.`,
    concerns: flagged('EXPORT'),
});
/** Suites without encryption and export suites have rules of their own. */
const cipherWeak = cipherRule('cipher/weak', 'error', {
    title: `Suites have at least ${cipher_leastBits} bits`,
    flaw: `has less than ${cipher_leastBits} bits of strength`,
    help: `The negotiated suite offers less than ${cipher_leastBits} bits of security, such as single DES.

**What to do.** Offer AES-GCM or ChaCha20-Poly1305. RFC 9325 §4.1.`,
    concerns: ({ bits, flags }) => bits !== null && bits < cipher_leastBits && !flags.includes('NULL-ENC') && !flags.includes('EXPORT'),
});
const cipherRc4 = cipherRule('cipher/rc4', 'error', {
    title: 'RC4 is not used',
    flaw: 'uses the broken stream cipher RC4',
    help: `RC4 leaks what it encrypts, and is forbidden in every version of TLS.

**What to do.** Remove RC4 from the server. RFC 7465.`,
    concerns: flagged('RC4'),
});
const cipherBlock64 = cipherRule('cipher/block64', 'warning', {
    title: 'Block ciphers have blocks of 128 bits',
    flaw: 'uses a cipher with blocks of 64 bits',
    help: `Ciphers with 64-bit blocks, such as 3DES, begin to repeat after some gigabytes under one key (SWEET32).

**What to do.** Remove 3DES, DES, IDEA and RC2 from the server. RFC 9325 §4.1; CVE-2016-2183.`,
    concerns: flagged('BLOCK64'),
});
const cipherNoForwardSecrecy = cipherRule('cipher/no-forward-secrecy', 'warning', {
    title: 'Connections have forward secrecy',
    flaw: 'has no forward secrecy',
    help: `The key exchange rests on the certificate's own key: whoever gets that key later can read everything
recorded before.

**What to do.** Prefer ECDHE suites, or TLS 1.3, where nothing else exists. RFC 9325 §4.1.`,
    concerns: ({ forwardSecrecy }) => forwardSecrecy === false,
});
/** By the suite's registered name; a number nobody registered proves nothing, and NULL has a rule of its own. */
const cipherNoAead = cipherRule('cipher/no-aead', 'warning', {
    title: 'Encryption and integrity are one (AEAD)',
    flaw: 'does not encrypt and authenticate in one (AEAD)',
    help: `The negotiated suite encrypts and authenticates in two steps, as in CBC mode, which has been attacked again
and again through padding and timing. AEAD suites do both at once.

**What to do.** Prefer AES-GCM or ChaCha20-Poly1305, or TLS 1.3. RFC 9325 §4.1; RFC 5116.`,
    concerns: ({ name, bits, flags }) => bits !== null && !flags.includes('NULL-ENC') && !/GCM|CCM|POLY1305|AEGIS|MGM/.test(name),
});
/** What the negotiated suite says for itself. */
const cipherRules = [
    cipherNull,
    cipherAnonymous,
    cipherExport,
    cipherWeak,
    cipherRc4,
    cipherBlock64,
    cipherNoForwardSecrecy,
    cipherNoAead,
];

;// CONCATENATED MODULE: ./build/judge/rules/endpoint-unanswered.js


/** What happened and what to do, by reason; `null` where our own settings or the end of the run are the reason. */
const words = {
    unresolved: ['The name has no address', 'Check the spelling of the name and its DNS records.'],
    refused: ['The port is closed', 'Check that the service runs and listens on this port.'],
    unreachable: [
        'There is no route to the server',
        'Check the address, routing and firewalls from this runner.',
    ],
    'timed-out': [
        'The server did not answer in time',
        'Check that it runs and that no firewall drops connections from this runner; a slow one needs more `timeout`.',
    ],
    reset: [
        'The server reset the connection',
        'Check that the service runs and accepts connections from this runner.',
    ],
    closed: [
        'The server closed the connection without an answer',
        'Check that the service behind the port runs and accepts connections from this runner.',
    ],
    'refused-handshake': [
        'The server refused the TLS handshake',
        'Check its certificate and TLS settings, and that `servername` is a name it knows.',
    ],
    'not-tls': [
        'The port answers, but not with TLS',
        'Check the port; a plain-text protocol needs `starttls`.',
    ],
    'starttls-refused': [
        'The server refused STARTTLS',
        'Switch STARTTLS on, or check `starttls` and the port.',
    ],
    'proxy-refused': ['The proxy opened no connection to the server', 'Allow the host and port on the proxy.'],
    malformed: [
        'What was sent breaks the specification',
        'Check what runs on this port, or what the file holds; the detail says where reading stopped.',
    ],
    blocked: [
        'This run may not look at the endpoint',
        'A pull request from outside contacts no private address and gets no secrets; the run on the default branch looks at this endpoint. Anywhere else set `network: { allow_private: true }`.',
    ],
    unreadable: ['The file cannot be read', 'Check the path and its permissions.'],
    'wrong-password': ['The file does not open with its password', 'Correct `password` for this file.'],
    bug: ['certificate-monitor itself failed', 'Please report this, with the stack from the log.'],
    'not-asked': null,
    'not-observed': null,
};
/**
 * The one rule that speaks of unanswered questions: no certificate at all, addresses that stayed silent while
 * others answered, or a second certificate that could not be asked for.
 */
const endpointUnanswered = {
    id: 'endpoint/unanswered',
    severity: 'error',
    title: 'The endpoint answers, and shows its certificate',
    help: `Nothing is known about the certificate: the endpoint, or one of its addresses under \`addresses: all\`,
gave none, or the file could not be opened. The reason stands in the evidence. No other rule says anything about
what was not seen, so an outage is one finding, and a host that is down never counts as healthy.

An endpoint that shows its certificate but does not answer whether it has a second one with another kind of key
(RSA beside ECDSA) gets a warning only: the certificate seen is judged, the other is unknown.

An endpoint that this run may not contact gets a warning, too: private addresses and targets that need a secret are
left alone in a pull request from outside.

**What to do.** Find out whether the service is down, or only closed to this runner: some hosts turn away the
networks of cloud providers. \`timeout\` and \`retries\` are there for slow ones.`,
    judge(observation) {
        const { deliveries } = observation;
        if (!deliveries.known)
            return nothingSeen(observation, deliveries);
        return silentAddresses(observation) ?? otherLeafUnknown(observation);
    },
};
function nothingSeen({ target, addresses }, answer) {
    const said = words[answer.reason];
    if (said === null)
        return null;
    const tried = addresses.flatMap(({ address }) => (address === null ? [] : [address]));
    const where = tried.length > 1 ? ` (tried ${(0,model_text/* listed */.KE)(tried, 10)})` : '';
    return {
        message: `${said[0]}: ${detail(answer)}${where}`,
        fix: said[1] + thenCheck(target, 'chain'),
        // Our own caution is no fault of the endpoint, and no proof of its health.
        ...(answer.reason === 'blocked' ? { raised: 'warning' } : {}),
        evidence: {
            reason: answer.reason,
            detail: detail(answer),
            addresses: addresses.map(({ address, leaf }) => endpoint_unanswered_proof(address, leaf.known ? null : leaf)),
        },
    };
}
/** With `addresses: first` the others are only a way to get through, and their silence is nobody's concern. */
function silentAddresses({ target, addresses }) {
    if (target.kind === 'file' || target.addresses === 'first')
        return null;
    const silent = addresses.flatMap((answer) => failed(answer, answer.leaf));
    const [first] = silent;
    if (first === undefined)
        return null;
    return {
        message: `${(0,model_text/* counted */.hS)(silent.length, 'address', 'addresses')} of ${addresses.length} did not answer: ` +
            (0,model_text/* listed */.KE)(silent.map(({ address, answer }) => `${address ?? 'by proxy'} (${answer.reason})`), 20),
        fix: words[first.answer.reason]?.[1] ?? '',
        evidence: { addresses: silent.map(({ address, answer }) => endpoint_unanswered_proof(address, answer)) },
    };
}
/**
 * A server without a key of the asked kind may hang up instead of sending an alert, so `reset` and `closed` are
 * as good as "none"; a timeout, broken bytes or a port that is closed the second time are not.
 */
const sayingNo = new Set(['refused-handshake', 'reset', 'closed']);
function otherLeafUnknown({ target, addresses }) {
    const unknown = addresses
        .filter(({ leaf }) => leaf.known)
        .flatMap((answer) => failed(answer, answer.otherLeaf))
        .filter(({ answer }) => !sayingNo.has(answer.reason));
    const [first] = unknown;
    if (first === undefined)
        return null;
    const places = (0,model_text/* listed */.KE)(unknown.map(({ address }) => address ?? 'the proxied address'), 20);
    return {
        raised: 'warning',
        message: `Whether there is a second certificate with another kind of key is unknown: ` +
            `${places} did not answer that question (${first.answer.reason}: ${detail(first.answer)})`,
        fix: `The certificate that was seen is judged. If this stays, check why the server is slow.${thenCheck(target, 'chain')}`,
        evidence: { other_leaf: unknown.map(({ address, answer }) => endpoint_unanswered_proof(address, answer)) },
    };
}
function failed({ address }, answer) {
    return answer.known || words[answer.reason] === null ? [] : [{ address, answer }];
}
function endpoint_unanswered_proof(address, answer) {
    return { address, reason: answer?.reason ?? null, detail: answer === null ? null : detail(answer) };
}
/** For `bug` the detail is a stack: its first line is enough for a sentence. */
function detail(answer) {
    return (0,model_text/* shortened */.vI)(answer.detail.split('\n', 1)[0] ?? '', 200);
}

;// CONCATENATED MODULE: ./build/judge/rules/identity.js




/** The issuer is the one the user expects. */
const identityIssuer = {
    id: 'identity/issuer',
    severity: 'error',
    title: 'The certificate comes from the expected issuer',
    help: `\`expect: { issuer: … }\` names an organisation or common name, and the issuer of the certificate has neither.
The whole name is compared, ignoring case. Prefer the organisation: CAs pick their intermediates, and so the common
name, at random.

**What to do.** Find out who ordered the certificate. If the change is wanted, change \`expect\`.`,
    judge(observation, { expect: { issuer } }) {
        if (issuer === null)
            return null;
        return aboutLeaves(observation, ({ leaf }) => {
            if (bears(leaf.issuer, issuer))
                return null;
            return {
                says: `was issued by ${described(leaf.issuer)}, not by ${quoted(issuer)}`,
                fix: `Find out who ordered this certificate. If the new issuer is wanted, change \`expect: { issuer: … }\`.`,
                evidence: { issuer: described(leaf.issuer), expected: (0,model_text/* shortened */.vI)(issuer) },
            };
        });
    },
};
/** The key is one of those the user pinned. */
const identityPin = {
    id: 'identity/pin',
    severity: 'error',
    title: 'The key of the certificate is one of those pinned',
    help: `\`expect: { spki_sha256: […] }\` lists the keys this endpoint may use, each as the base64 of SHA-256 over the
public key, and the certificate has another. Either somebody renewed with a new key, or somebody else answers.

**What to do.** If the new key is yours, add its pin from the message; if it is not, treat it as an intrusion. A
pin for a spare key, made before it is needed, keeps planned changes quiet. RFC 7469 §2.4.`,
    judge(observation, { expect: { spkiSha256: pins } }) {
        const { target } = observation;
        if (pins.length === 0)
            return null;
        return aboutLeaves(observation, ({ leaf }) => {
            if (pins.includes(leaf.spkiSha256))
                return null;
            return {
                says: `has the key ${leaf.spkiSha256}, which is none of those pinned`,
                fix: `If the key is yours, add \`${leaf.spkiSha256}\` to \`expect: { spki_sha256: […] }\`; if it is not, find out who answers, have a certificate issued for a pinned key and ${install(target)}.`,
                evidence: { spki_sha256: leaf.spkiSha256, pinned: pins.slice(0, 20).map((pin) => (0,model_text/* shortened */.vI)(pin)) },
            };
        });
    },
};
const naming = new Set(['organizationName', 'commonName']);
function bears(name, expected) {
    const wanted = expected.trim().toLowerCase();
    return name.attributes.some(({ type, value }) => naming.has(type) && value.trim().toLowerCase() === wanted);
}
function described(name) {
    const organisation = name.attributes.findLast(({ type }) => type === 'organizationName')?.value;
    return organisation === undefined ? calledBy(name) : `${calledBy(name)} of ${quoted(organisation)}`;
}

;// CONCATENATED MODULE: ./build/judge/rules/protocol.js



const protocol_fix = 'Switch on TLS 1.2 and TLS 1.3 on the server, and the older versions off.';
function lacks(version, least) {
    return observation/* tlsVersions */.p.indexOf(version) < observation/* tlsVersions */.p.indexOf(least);
}
/** One rule for each version that nobody should speak any more. */
function oldVersion(id, severity, version, name, help) {
    return {
        id,
        severity,
        title: `${name} is not spoken`,
        help,
        judge(observation) {
            return aboutNegotiated(observation, ({ protocol }) => protocol === version, () => `is answered with ${name}`, protocol_fix);
        },
    };
}
const protocolSsl2 = oldVersion('protocol/ssl2', 'error', 'SSLv2', 'SSL 2.0', `The server answers with SSL 2.0, which protects nothing and endangers even other servers with the same key
(DROWN).

**What to do.** Switch it off. RFC 6176.`);
const protocolSsl3 = oldVersion('protocol/ssl3', 'error', 'SSLv3', 'SSL 3.0', `The server answers with SSL 3.0, whose padding can be used to read what it protects (POODLE).

**What to do.** Switch it off. RFC 7568.`);
const deprecated = (name) => `The server answers with ${name}, deprecated since 2021 and refused by
current browsers. It rests on SHA-1 and MD5.

**What to do.** Switch it off and offer TLS 1.2 and 1.3. RFC 8996.`;
const protocolTls10 = oldVersion('protocol/tls1.0', 'warning', 'TLSv1', 'TLS 1.0', deprecated('TLS 1.0'));
const protocolTls11 = oldVersion('protocol/tls1.1', 'warning', 'TLSv1.1', 'TLS 1.1', deprecated('TLS 1.1'));
/** Current clients speak nothing older than TLS 1.2. */
const protocolNoCurrent = {
    id: 'protocol/no-tls1.2-or-1.3',
    severity: 'error',
    title: 'TLS 1.2 or TLS 1.3 is spoken',
    help: `A client that offers every version is answered with less than TLS 1.2: current clients cannot connect.

**What to do.** Switch on TLS 1.2 and 1.3; a server that has neither needs an update. RFC 9325 §3.1.1.`,
    judge(observation) {
        return aboutNegotiated(observation, ({ protocol }) => lacks(protocol, 'TLSv1.2'), ({ protocol }) => `gets no better version than ${protocolNames[protocol]}`, protocol_fix);
    },
};
/** Silent below TLS 1.2, where protocol/no-tls1.2-or-1.3 speaks. */
const protocolNoTls13 = {
    id: 'protocol/no-tls1.3',
    severity: 'notice',
    title: 'TLS 1.3 is spoken',
    help: `A client that offers TLS 1.3 is answered with TLS 1.2. That is safe with good suites, but slower, shows the
certificate to everybody on the way, and has no post-quantum key exchange.

**What to do.** Switch on TLS 1.3. RFC 9325 §3.1.1; RFC 8446.`,
    judge(observation) {
        return aboutNegotiated(observation, ({ protocol }) => protocol === 'TLSv1.2', () => 'is answered with TLS 1.2 although it offers TLS 1.3', 'Switch on TLS 1.3 on the server.');
    },
};
/** What the negotiated version says for itself. */
const protocolRules = [
    protocolSsl2,
    protocolSsl3,
    protocolTls10,
    protocolTls11,
    protocolNoCurrent,
    protocolNoTls13,
];

;// CONCATENATED MODULE: ./build/judge/rules/weak-signature.js





/** Hashes for which collisions are known. */
const brokenHashes = new Set(['MD2', 'MD4', 'MD5', 'SHA-1']);
/** The leaf is signed over a hash that nobody can collide. */
const certificateWeakSignature = {
    id: 'certificate/weak-signature',
    severity: 'error',
    title: 'The signature on the certificate is strong',
    help: `The certificate is signed over MD2, MD4, MD5 or SHA-1. Two certificates with the same digest can be made, so
the signature proves nothing, and clients refuse it. A root's signature over itself is never used and not judged.

**What to do.** Have the certificate issued again, with SHA-256 or better; a CA that still signs with SHA-1 needs
new settings. RFC 9155; CA/Browser Forum Baseline Requirements 7.1.3.2.1.`,
    judge(observation) {
        const { target } = observation;
        return aboutLeaves(observation, ({ leaf }) => {
            if (!isWeak(leaf) || (leaf.selfIssued && leaf.basicConstraints?.ca === true))
                return null;
            return {
                says: `is signed with ${leaf.signatureAlgorithm.hash} (${(0,model_text/* shortened */.vI)(leaf.signatureAlgorithm.name)})`,
                fix: `Have the certificate issued again with SHA-256 or better and ${install(target)}.`,
                evidence: { signature_algorithm: (0,model_text/* shortened */.vI)(leaf.signatureAlgorithm.name) },
            };
        });
    },
};
/** No issuer on the best path is signed over a broken hash. The anchor is trusted as it is: nobody checks its signature. */
const chainWeakSignature = {
    id: 'chain/weak-signature',
    severity: 'error',
    title: 'The signatures in the chain are strong',
    help: `An intermediate on the best path to the root is signed over MD2, MD4, MD5 or SHA-1. Clients refuse the whole
chain. Roots are trusted by themselves and are never meant here.

**What to do.** Ask the CA for its current intermediate and let the server send that. RFC 9155; CA/Browser Forum
Baseline Requirements 7.1.3.2.1.`,
    judge(observation, _policy, now) {
        return aboutChains(observation, (delivery) => {
            const between = (0,model_trust/* bestPath */.MN)(delivery, now)?.certificates.slice(1, -1) ?? [];
            const weak = between.filter((issuer) => !issuer.selfIssued && isWeak(issuer));
            if (weak.length === 0)
                return null;
            return {
                says: `comes with ${(0,model_text/* listed */.KE)(weak.map((issuer) => `${called(issuer)}, signed with ${issuer.signatureAlgorithm.hash}`))}`,
                fix: `Ask the CA for its current intermediate certificates and let the server send those.`,
                evidence: {
                    issuers: weak.map((issuer) => ({
                        fingerprint_sha256: issuer.sha256,
                        name: nameOf(issuer),
                        signature_algorithm: (0,model_text/* shortened */.vI)(issuer.signatureAlgorithm.name),
                    })),
                },
            };
        });
    },
};
function isWeak({ signatureAlgorithm: { hash } }) {
    return hash !== null && brokenHashes.has(hash);
}

;// CONCATENATED MODULE: ./build/judge/judge.js
























/** Every rule about an endpoint, in the order of the rule reference. */
const rules = [
    endpointUnanswered,
    certificateExpired,
    certificateExpiry,
    certificateNotYetValid,
    certificateHostname,
    certificateSelfSigned,
    certificateUntrusted,
    certificateWeakKey,
    certificateWeakSignature,
    certificateLifetime,
    certificateNames,
    certificateKeyUsage,
    certificateCaAsLeaf,
    certificateMustStaple,
    certificateMalformed,
    chainIncomplete,
    chainOrder,
    chainExtra,
    chainRootSent,
    chainExpiry,
    chainWeakSignature,
    identityIssuer,
    identityPin,
    ...protocolRules,
    ...cipherRules,
];
/** Everything there is to say about one observation, worst first. Pure: time is an argument. */
function judge(observation, policy, now) {
    const { target } = observation;
    return spoken(rules, (rule) => rule.judge(observation, policy, now), { target, policy, now });
}

// EXTERNAL MODULE: ./build/model/answer.js
var answer = __webpack_require__(51450);
// EXTERNAL MODULE: ./build/report/order.js
var order = __webpack_require__(11283);
;// CONCATENATED MODULE: ./build/monitor.js










/** Observe, relate, compare, judge, report. Both doors come through here. */
async function check(watchlist, world) {
    const started = world.clock();
    const observations = world.observer.relate(await observeAll(watchlist.entries, world));
    const at = world.clock();
    // A certificate made while the run went on must not seem to come from the future.
    const now = world.now ?? at;
    const assessments = watchlist.entries.flatMap(({ policy }, index) => {
        const observation = observations[index];
        return observation === undefined ? [] : [assess(observation, policy, world.memories, now)];
    });
    const { monitor, config, waivers, severities, checkIntervalSeconds, intervalWritten } = watchlist;
    const { scheduled } = world;
    return {
        generator: world.generator,
        run: { ...world.run, monitor, config },
        at,
        now,
        durationMs: at.getTime() - started.getTime(),
        findings: judgeRun({
            assessments,
            waivers,
            severities,
            checkIntervalSeconds,
            intervalWritten,
            scheduled,
            now,
        }),
        assessments: (0,order/* ordered */.S)(assessments),
    };
}
async function observeAll(entries, world) {
    let done = 0;
    return Promise.all(entries.map(async ({ target, blocked }) => {
        const observation = blocked === null ? await world.observer.observe(target) : forbidden(target, blocked, world.clock());
        world.progress(++done, entries.length);
        return observation;
    }));
}
/** A target that this run must not contact. */
function forbidden(target, detail, at) {
    const deliveries = (0,answer/* unanswered */.bj)('blocked', detail);
    return { target, at, durationMs: 0, connections: 0, addresses: [], deliveries };
}
function assess(observation, policy, memories, now) {
    const compared = compare(memories.recall(observation.target.id), observation, now);
    const found = [...judge(observation, policy, now), ...judgeChanges(compared, observation, policy, now)];
    const findings = sinceWhen(worstFirst(found), compared.before, now);
    const status = (0,finding/* statusOf */.c)(findings);
    return { observation, policy, comparison: withStatus(compared, { observation, status }), findings, status };
}
/** What the next run should know of this one; a target that nobody looked at is remembered as it was. */
function remembered({ assessments, now }, { keepCertificates }) {
    const all = assessments.map((assessment) => remember(assessment, now, keepCertificates));
    return all.filter(({ states }) => states.length > 0);
}


/***/ }),

/***/ 35118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _deliver_whole_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49788);
/* harmony import */ var _report_file_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70089);
/* harmony import */ var _report_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9665);




/** Writes the JSON, the workbook beside it, and what could not be seen. Throws `Unusable`. */
async function writeReport(report, folder, workbook) {
    const base = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, (0,_report_file_name_js__WEBPACK_IMPORTED_MODULE_3__/* .reportFileName */ .c)(report.at));
    const json = `${base}.json`;
    await (0,_deliver_whole_file_js__WEBPACK_IMPORTED_MODULE_1__/* .writeWhole */ .f8)(json, (0,_report_json_js__WEBPACK_IMPORTED_MODULE_2__/* .writeJson */ .GF)(report));
    if (!workbook)
        return { json, xlsx: null, errors: null };
    const unseen = report.assessments.some(({ observation }) => !observation.deliveries.known);
    const errors = unseen ? `${base}_errors.json` : null;
    if (errors !== null)
        await (0,_deliver_whole_file_js__WEBPACK_IMPORTED_MODULE_1__/* .writeWhole */ .f8)(errors, (0,_report_json_js__WEBPACK_IMPORTED_MODULE_2__/* .writeErrors */ .HO)(report));
    const xlsx = `${base}.xlsx`;
    const { writeWorkbook } = await Promise.all(/* import() */[__webpack_require__.e(108), __webpack_require__.e(203), __webpack_require__.e(50)]).then(__webpack_require__.bind(__webpack_require__, 45050));
    await (0,_deliver_whole_file_js__WEBPACK_IMPORTED_MODULE_1__/* .streamWhole */ .WQ)(xlsx, (stream) => writeWorkbook(report, stream));
    return { json, xlsx, errors };
}


/***/ }),

/***/ 9555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D2: () => (/* binding */ validationOf),
/* harmony export */   n$: () => (/* binding */ utc),
/* harmony export */   ut: () => (/* binding */ certificateJson),
/* harmony export */   wz: () => (/* binding */ serialNumber)
/* harmony export */ });
/* harmony import */ var _model_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51545);
/* harmony import */ var _model_hostname_match_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55577);
/* harmony import */ var _model_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30677);



/** One leaf in full, with the chain that came with it and what both are worth. */
function certificateJson({ certificate, delivery, trust }, target) {
    return {
        ...linkJson(certificate),
        version: certificate.version,
        lifetime_days: (0,_model_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .lifetimeDays */ .$d)(certificate),
        alternative_names: certificate.alternativeNames.map(({ value }) => value),
        spki_sha256: certificate.spkiSha256,
        key_usage: certificate.keyUsage,
        extended_key_usage: certificate.extendedKeyUsage,
        validation: validationOf(certificate.policies),
        must_staple: certificate.mustStaple,
        ocsp_urls: certificate.ocspUrls,
        crl_urls: certificate.crlUrls,
        ca_issuer_urls: certificate.caIssuerUrls,
        chain: delivery.chain.map(linkJson),
        trust: trustJson(trust),
        hostname: hostnameJson(certificate, target),
        transparency: null,
        revocation: null,
    };
}
/** ISO 8601 in UTC; what is not known stays `null`. */
function utc(instant) {
    return instant === null ? null : instant.toISOString();
}
/** Octets in upper-case hex, parted by colons. */
function serialNumber(hex) {
    return hex.toUpperCase().replace(/..(?!$)/gu, '$&:');
}
/** CA/Browser Forum, Baseline Requirements §7.1.6.1; the strictest policy names the validation. */
function validationOf(policies) {
    if (policies.includes('2.23.140.1.1'))
        return 'ev';
    if (policies.includes('2.23.140.1.2.2'))
        return 'ov';
    if (policies.includes('2.23.140.1.2.3'))
        return 'iv';
    return policies.includes('2.23.140.1.2.1') ? 'dv' : null;
}
function linkJson(certificate) {
    const { type, bits, curve } = certificate.key;
    return {
        subject: nameJson(certificate.subject),
        issuer: nameJson(certificate.issuer),
        serial_number: serialNumber(certificate.serial),
        not_before: utc(certificate.notBefore),
        not_after: utc(certificate.notAfter),
        key: { type, bits, curve },
        signature_algorithm: certificate.signatureAlgorithm.name,
        fingerprint_sha256: certificate.sha256,
    };
}
function nameJson({ attributes }) {
    return Object.fromEntries(attributes.map(({ type, value }) => [type, value]));
}
function trustJson(trust) {
    if (!trust.trusted)
        return { trusted: false, reason: trust.obstacle.kind, anchor: null, store: null };
    const anchor = trust.path?.certificates.at(-1);
    return {
        trusted: true,
        reason: null,
        anchor: anchor === undefined ? null : (0,_model_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .EU)(anchor.subject),
        store: trust.by === 'pin' ? 'pin' : trust.path.anchor,
    };
}
function hostnameJson(certificate, target) {
    const host = (0,_model_target_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedName */ .Ac)(target);
    if (host === null)
        return { matches: null, matched_name: null };
    const { matches, matchedName } = (0,_model_hostname_match_js__WEBPACK_IMPORTED_MODULE_2__/* .matchHostname */ .$)(certificate.alternativeNames, host);
    return { matches, matched_name: matchedName };
}


/***/ }),

/***/ 6453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ expiryBands)
/* harmony export */ });
/* harmony import */ var _model_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51545);
/* harmony import */ var _leaf_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7115);


/** How many endpoints each band holds, each endpoint in one of them; the last day of a band belongs to it. */
function expiryBands({ assessments, now }) {
    const counts = {
        expired: 0,
        'within-7-days': 0,
        'within-30-days': 0,
        'within-90-days': 0,
        later: 0,
        unknown: 0,
    };
    for (const { observation } of assessments) {
        const leaf = (0,_leaf_js__WEBPACK_IMPORTED_MODULE_0__/* .firstLeaf */ .N_)(observation);
        counts[bandOf(leaf === null ? null : (0,_model_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .daysLeft */ .H_)(leaf, now))]++;
    }
    return counts;
}
function bandOf(days) {
    if (days === null)
        return 'unknown';
    if (days < 0)
        return 'expired';
    if (days <= 7)
        return 'within-7-days';
    if (days <= 30)
        return 'within-30-days';
    return days <= 90 ? 'within-90-days' : 'later';
}


/***/ }),

/***/ 70089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ reportFileName)
/* harmony export */ });
/** `certificate_report_YYYYMMDD_HHMMSS` in UTC, without an extension: every form of one report shares it. */
function reportFileName(at) {
    const [day = '', time = ''] = at.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '').split('T');
    return `certificate_report_${day}_${time}`;
}


/***/ }),

/***/ 16888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q7: () => (/* binding */ whomToAsk),
/* harmony export */   hF: () => (/* binding */ folds),
/* harmony export */   jc: () => (/* binding */ fixFor),
/* harmony export */   kk: () => (/* binding */ concerned),
/* harmony export */   xC: () => (/* binding */ waivedFolds)
/* harmony export */ });
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36939);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70271);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5207);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91904);




/** The findings of a run, waived ones and mere news left aside, worst first; within a severity as the endpoints come. */
function folds(report) {
    return fold(report.assessments, (finding) => finding.waivedUntil === null && !(0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .isNews */ .Ms)(finding));
}
/** The findings that a waiver silences. */
function waivedFolds(report) {
    return fold(report.assessments, (finding) => finding.waivedUntil !== null);
}
function fold(assessments, wanted) {
    const found = new Map();
    for (const assessment of assessments) {
        for (const finding of assessment.findings.filter(wanted)) {
            const kind = `${finding.severity} ${finding.rule} ${remedy(finding, assessment)}`;
            const group = found.get(kind) ?? { first: finding, members: [] };
            group.members.push({ assessment, finding });
            found.set(kind, group);
        }
    }
    return [...found.values()].sort((a, b) => _model_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .g.indexOf(a.first.severity) - _model_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .g.indexOf(b.first.severity));
}
/** The endpoint's name; of several, how many they are. */
function concerned({ members }) {
    const [first] = members;
    if (members.length > 1 || first === undefined)
        return (0,_model_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(members.length, 'endpoint');
    return (0,_row_js__WEBPACK_IMPORTED_MODULE_0__/* .called */ .Ab)(first.assessment.observation.target);
}
/** What to do, in the words for the first endpoint where others differ in names only. */
function fixFor({ first, members }) {
    const [member] = members;
    if (member === undefined || members.every(({ finding }) => finding.fix === first.fix))
        return first.fix;
    return `For ${(0,_row_js__WEBPACK_IMPORTED_MODULE_0__/* .called */ .Ab)(member.assessment.observation.target)}: ${first.fix}`;
}
/** Whose business it is and where they have written down what to do, for all endpoints of a fold that say so. */
function whomToAsk({ members }) {
    const targets = members.map(({ assessment }) => assessment.observation.target);
    const owners = [...new Set(targets.flatMap(({ owner }) => owner ?? []))];
    const runbooks = [...new Set(targets.flatMap(({ runbook }) => runbook ?? []))];
    const parts = [
        ...(owners.length === 0 ? [] : [`Owner: ${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(owners)}.`]),
        ...(runbooks.length === 0 ? [] : [`Runbook: ${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(runbooks)}`]),
    ];
    return parts.join(' ');
}
/** The fix without what is the endpoint's own: two hosts with the same trouble need the same done. */
function remedy(finding, { observation }) {
    const { target } = observation;
    if (target.kind === 'file')
        return finding.fix.replaceAll(target.path, '');
    const own = [target.servername, target.connectTo, target.host, `:${target.port}`];
    return own.reduce((fix, part) => (part === null ? fix : fix.replaceAll(part, '')), finding.fix);
}


/***/ }),

/***/ 32762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ rotationsSeen),
/* harmony export */   d: () => (/* binding */ historyJson)
/* harmony export */ });
/* harmony import */ var _model_memory_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77679);
/* harmony import */ var _certificate_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9555);
/* harmony import */ var _leaf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7115);



/** What is not as it was in the run before, and what is remembered of the endpoint. */
function historyJson(assessment, now) {
    const { observation, comparison } = assessment;
    const first = (0,_leaf_js__WEBPACK_IMPORTED_MODULE_1__/* .firstLeaf */ .N_)(observation)?.sha256;
    const { changes, rotations } = comparison;
    const rotation = rotations.find(({ current }) => current === first) ?? rotations[0];
    return {
        changes: changes.map(changeJson),
        rotation: rotation === undefined ? null : rotationJson(rotation),
        rotations: rotationsSeen(comparison).map(rotationJson),
        history: {
            first_seen: (0,_certificate_json_js__WEBPACK_IMPORTED_MODULE_2__/* .utc */ .n$)(firstSeen(assessment, now)),
            // Nobody knows what a silent endpoint would serve.
            unchanged_since: observation.deliveries.known ? (0,_certificate_json_js__WEBPACK_IMPORTED_MODULE_2__/* .utc */ .n$)((0,_model_memory_words_js__WEBPACK_IMPORTED_MODULE_0__/* .unchangedSince */ .s)(assessment)) : null,
            words: (0,_model_memory_words_js__WEBPACK_IMPORTED_MODULE_0__/* .memoryWords */ .j)(assessment),
        },
    };
}
/** The rotations of this run and those remembered, newest first. */
function rotationsSeen({ rotations, before }) {
    const all = [...rotations, ...(before?.rotations ?? []).toReversed()];
    return all.sort((one, other) => other.at.getTime() - one.at.getTime());
}
/** When a certificate was first seen here, as far as it is remembered; `null` before the first answer. */
function firstSeen({ observation, comparison }, now) {
    const remembered = comparison.before?.certificates ?? [];
    const found = observation.deliveries.known ? now : null;
    return remembered.reduce((earliest, { firstSeen }) => (earliest === null || firstSeen < earliest ? firstSeen : earliest), found);
}
function changeJson({ type, old, new: now }) {
    return { type, old, new: now };
}
function rotationJson({ kind, at, previous, daysBeforeExpiry }) {
    return {
        kind,
        at: at.toISOString(),
        previous_fingerprint: previous,
        days_before_expiry: daysBeforeExpiry,
    };
}


/***/ }),

/***/ 9665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ writeJson),
/* harmony export */   HO: () => (/* binding */ writeErrors)
/* harmony export */ });
/* unused harmony export renderJson */
/* harmony import */ var _model_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51545);
/* harmony import */ var _model_product_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19777);
/* harmony import */ var _certificate_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9555);
/* harmony import */ var _history_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32762);
/* harmony import */ var _leaf_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7115);
/* harmony import */ var _summary_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11226);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44702);







/** The whole report as the contract's JSON. For large runs `writeJson` needs less memory. */
function renderJson(report) {
    return {
        ...headJson(report),
        results: report.assessments.map((assessment) => resultJson(assessment, report.now)),
        errors: report.assessments.flatMap((assessment) => errorJson(assessment, report.now)),
    };
}
/**
 * The report as text, a piece per endpoint, so that no run needs one giant string. Two blanks of indentation,
 * or with `indent` 0 a single line. What a terminal or a runner might act on is written as `\uXXXX`.
 */
function* writeJson(report, indent = 2) {
    const line = indent === 0 ? '' : '\n  ';
    const colon = indent === 0 ? ':' : ': ';
    let separator = '{';
    for (const [key, value] of Object.entries(headJson(report))) {
        yield `${separator}${line}"${key}"${colon}${jsonText(value, indent, 1)}`;
        separator = ',';
    }
    yield `,${line}"results"${colon}`;
    yield* arrayText(report.assessments, (assessment) => [resultJson(assessment, report.now)], indent);
    yield `,${line}"errors"${colon}`;
    yield* arrayText(report.assessments, (assessment) => errorJson(assessment, report.now), indent);
    yield indent === 0 ? '}\n' : '\n}\n';
}
/** Only the results without a certificate, as text: the list of what has to be looked at by hand. */
function* writeErrors(report) {
    yield* arrayText(report.assessments, (assessment) => errorJson(assessment, report.now), 2);
    yield '\n';
}
function* arrayText(items, values, indent) {
    const line = indent === 0 ? '' : '\n    ';
    let separator = '[';
    for (const item of items) {
        for (const value of values(item)) {
            yield `${separator}${line}${jsonText(value, indent, 2)}`;
            separator = ',';
        }
    }
    if (separator === '[')
        yield '[]';
    else
        yield indent === 0 ? ']' : '\n  ]';
}
function jsonText(value, indent, depth) {
    return JSON.stringify(value, null, indent)
        .replaceAll('\n', `\n${' '.repeat(indent * depth)}`)
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=#\[)/gu, (character) => character === '\n' ? character : escaped(character));
}
/** Astral characters as the two surrogates JSON writes them with (RFC 8259 §7). */
function escaped(character) {
    const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
function headJson(report) {
    const { version, node, openssl, trustStore } = report.generator;
    const { name, roots, sha256 } = trustStore;
    return {
        schema_version: '1.0',
        generator: { name: _model_product_js__WEBPACK_IMPORTED_MODULE_3__/* .productName */ .tZ, version, node, openssl, trust_store: { name, roots, sha256 } },
        run: runJson(report.run, report.now),
        summary: (0,_summary_json_js__WEBPACK_IMPORTED_MODULE_1__/* .summaryJson */ .D)(report),
        findings: report.findings.map(findingJson),
    };
}
function runJson({ id, url, event, ref, sha, monitor, config }, now) {
    const source = config === null ? null : { path: config.path, sha256: config.sha256 };
    return { id, url, event, ref, sha, monitor, config: source, judged_at: now.toISOString() };
}
function resultJson(assessment, now) {
    const { observation, findings, status } = assessment;
    const { target } = observation;
    const leaf = (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .firstLeaf */ .N_)(observation);
    const sighting = (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .ordinarySighting */ .e_)(observation);
    return {
        id: target.id,
        kind: target.kind,
        source: target.source === null
            ? null
            : { file: target.source.file, line: target.source.line, column: target.source.column },
        timestamp: observation.at.toISOString(),
        name: target.name,
        domain: target.kind === 'endpoint' ? target.host : target.domain,
        port: target.kind === 'endpoint' ? target.port : null,
        addresses: observation.addresses.map(addressJson),
        servername: target.kind === 'endpoint' ? target.servername : null,
        starttls: target.kind === 'endpoint' ? target.starttls : null,
        tags: target.tags,
        owner: target.owner,
        runbook: target.runbook,
        status,
        message: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)(assessment, now),
        response_time: observation.durationMs / 1000,
        days_until_expiration: leaf === null ? null : (0,_model_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .daysLeft */ .H_)(leaf, now),
        not_before: leaf === null ? null : (0,_certificate_json_js__WEBPACK_IMPORTED_MODULE_6__/* .utc */ .n$)(leaf.notBefore),
        not_after: leaf === null ? null : (0,_certificate_json_js__WEBPACK_IMPORTED_MODULE_6__/* .utc */ .n$)(leaf.notAfter),
        issuer: leaf === null ? null : (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .issuerName */ .bD)(leaf),
        subject_name: leaf === null ? null : (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectName */ .wn)(leaf),
        serial_number: leaf === null ? null : (0,_certificate_json_js__WEBPACK_IMPORTED_MODULE_6__/* .serialNumber */ .wz)(leaf.serial),
        fingerprint_sha256: leaf?.sha256 ?? null,
        protocol: sighting?.protocol ?? null,
        cipher: sighting === null
            ? null
            : [sighting.suite.openssl ?? sighting.suite.name, sighting.protocol, sighting.suite.bits],
        certificates: (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .servedLeaves */ .yo)(assessment, now).map((served) => (0,_certificate_json_js__WEBPACK_IMPORTED_MODULE_6__/* .certificateJson */ .ut)(served, target)),
        tls: null,
        ...(0,_history_json_js__WEBPACK_IMPORTED_MODULE_0__/* .historyJson */ .d)(assessment, now),
        findings: findings.map(findingJson),
    };
}
function addressJson({ address, leaf }) {
    if (leaf.known)
        return { address, answered: true, reason: null, fingerprint_sha256: leaf.value };
    const asked = leaf.reason !== 'not-asked' && leaf.reason !== 'not-observed';
    return { address, answered: asked ? false : null, reason: leaf.reason, fingerprint_sha256: null };
}
function findingJson(finding) {
    const { rule, severity, message, fix, reference, evidence, key, since, waivedUntil } = finding;
    const [first, until] = [(0,_certificate_json_js__WEBPACK_IMPORTED_MODULE_6__/* .utc */ .n$)(since), (0,_certificate_json_js__WEBPACK_IMPORTED_MODULE_6__/* .utc */ .n$)(waivedUntil)];
    return { rule, severity, message, fix, reference, evidence, key, since: first, waived_until: until };
}
function errorJson(assessment, now) {
    const { target, deliveries } = assessment.observation;
    if (deliveries.known)
        return [];
    return [
        {
            id: target.id,
            domain: target.kind === 'endpoint' ? target.host : target.domain,
            port: target.kind === 'endpoint' ? target.port : null,
            reason: deliveries.reason,
            message: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)(assessment, now),
        },
    ];
}


/***/ }),

/***/ 7115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N_: () => (/* binding */ firstLeaf),
/* harmony export */   Yl: () => (/* binding */ issuerOrganisation),
/* harmony export */   bD: () => (/* binding */ issuerName),
/* harmony export */   e_: () => (/* binding */ ordinarySighting),
/* harmony export */   wn: () => (/* binding */ subjectName),
/* harmony export */   yo: () => (/* binding */ servedLeaves)
/* harmony export */ });
/* harmony import */ var _model_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51545);
/* harmony import */ var _model_trust_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58728);


/** Every distinct leaf of an endpoint, the one that expires first at the head; empty when none was seen. */
function servedLeaves(assessment, now) {
    const worst = new Map();
    for (const delivery of deliveriesOf(assessment.observation)) {
        const trust = (0,_model_trust_js__WEBPACK_IMPORTED_MODULE_0__/* .trustAt */ .kL)(delivery, assessment.policy.expect.spkiSha256, now);
        const before = worst.get(delivery.leaf.sha256);
        if (before === undefined || (before.trust.trusted && !trust.trusted))
            worst.set(delivery.leaf.sha256, { certificate: delivery.leaf, delivery, trust });
    }
    return [...worst.values()].sort((a, b) => bySoonestExpiry(a.certificate, b.certificate));
}
/** The leaf that expires first; one whose end cannot be read counts only when there is no other. */
function firstLeaf({ deliveries }) {
    if (!deliveries.known)
        return null;
    return deliveries.value.map(({ leaf }) => leaf).sort(bySoonestExpiry)[0] ?? null;
}
/** What an ordinary client negotiated where that leaf was served, else wherever it was seen at all. */
function ordinarySighting(observation) {
    const first = firstLeaf(observation)?.sha256;
    const sightings = deliveriesOf(observation)
        .toSorted((a, b) => Number(b.leaf.sha256 === first) - Number(a.leaf.sha256 === first))
        .flatMap((delivery) => delivery.sightings);
    return sightings.find(({ asked }) => asked === 'any') ?? sightings[0] ?? null;
}
/** Common name, else organisation, else whatever the name holds; `null` when it is empty. */
function issuerName(certificate) {
    return (0,_model_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(certificate.issuer) || null;
}
/** Organisation, else common name: whom people know, where common names say only `E7`. */
function issuerOrganisation(certificate) {
    return (0,_model_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .attribute */ .lt)(certificate.issuer, 'organizationName') ?? issuerName(certificate);
}
/** Common name, else the first alternative name: many certificates have no common name any more. */
function subjectName(certificate) {
    return ((0,_model_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .attribute */ .lt)(certificate.subject, 'commonName') ??
        certificate.alternativeNames[0]?.value ??
        ((0,_model_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(certificate.subject) || null));
}
function deliveriesOf({ deliveries }) {
    return deliveries.known ? deliveries.value : [];
}
function bySoonestExpiry(a, b) {
    const [endA, endB] = [a, b].map(({ notAfter }) => notAfter?.getTime() ?? Infinity);
    if (endA !== endB)
        return (endA ?? Infinity) < (endB ?? Infinity) ? -1 : 1;
    return a.sha256 < b.sha256 ? -1 : Number(a.sha256 > b.sha256);
}


/***/ }),

/***/ 11283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ordered),
/* harmony export */   o: () => (/* binding */ nextToExpire)
/* harmony export */ });
/* harmony import */ var _leaf_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7115);

const rank = { error: 0, warning: 1, success: 2 };
/** Worst status first, then soonest expiry; endpoints whose expiry is not known come after those, by id. */
function ordered(assessments) {
    const keyed = assessments.map((assessment) => ({ assessment, end: expiry(assessment) }));
    keyed.sort((a, b) => {
        const byStatus = rank[a.assessment.status] - rank[b.assessment.status];
        if (byStatus !== 0)
            return byStatus;
        if (a.end !== b.end)
            return a.end < b.end ? -1 : 1;
        const [idA, idB] = [a.assessment.observation.target.id, b.assessment.observation.target.id];
        return idA < idB ? -1 : Number(idA > idB);
    });
    return keyed.map(({ assessment }) => assessment);
}
/** The endpoint whose leaf expires first, among those at or after `from`; `null` when no expiry is known. */
function nextToExpire(assessments, from = -Infinity) {
    return assessments.reduce((soonest, assessment) => {
        const end = expiry(assessment);
        if (end === Infinity || end < from)
            return soonest;
        return soonest === null || end < expiry(soonest) ? assessment : soonest;
    }, null);
}
function expiry({ observation }) {
    return (0,_leaf_js__WEBPACK_IMPORTED_MODULE_0__/* .firstLeaf */ .N_)(observation)?.notAfter?.getTime() ?? Infinity;
}


/***/ }),

/***/ 47916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ painted),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   MY: () => (/* binding */ page),
/* harmony export */   v9: () => (/* binding */ advice)
/* harmony export */ });
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70271);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9924);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19903);



/** ECMA-48 SGR. */
const codes = {
    bad: '31',
    warning: '33',
    good: '32',
    dim: '2',
    bold: '1',
    plain: '',
};
/** Text in a tone; without colour the text alone. */
function painted(text, tone, { color }) {
    return color && tone !== 'plain' && text !== '' ? `\u001B[${codes[tone]}m${text}\u001B[0m` : text;
}
const fewestColumns = 20;
const longestParagraph = 4000;
/** A paragraph made visible and wrapped to the screen: the first line after `lead`, the others below its text. */
function paragraph(lead, text, screen, tone = 'plain') {
    const start = typeof lead === 'string' ? { text: lead, tone: 'plain' } : lead;
    const room = Math.max(fewestColumns, screen.width - start.text.length);
    return (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .wrapped */ .ky)((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)((0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(text, longestParagraph)), room).map((line, index) => {
        const before = index === 0 ? painted(start.text, start.tone, screen) : ' '.repeat(start.text.length);
        return before + painted(line, tone, screen);
    });
}
const longestInline = 40;
/**
 * What to do, after an arrow. A long command, between backticks in the text, gets a line of its own that is
 * never wrapped: it can be copied.
 */
function advice(tone, text, screen) {
    const parts = (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(text, longestParagraph).split('`');
    if (parts.length % 2 === 0)
        return paragraph({ text: '  → ', tone }, text, screen);
    const lines = [];
    let prose = '';
    const flush = () => {
        const lead = lines.length === 0 ? { text: '  → ', tone } : '    ';
        if (/[\p{L}\p{N}]/u.test(prose))
            lines.push(...paragraph(lead, prose.trim(), screen));
        prose = '';
    };
    for (const [index, part] of parts.entries()) {
        if (index % 2 === 0 || part.length <= longestInline) {
            prose += index % 2 === 0 ? part : `\`${part}\``;
        }
        else {
            flush();
            lines.push(`      ${painted((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(part), 'bold', screen)}`);
        }
    }
    flush();
    return lines;
}
/** Lines as one text, safe for a workflow's log as well as for a terminal. */
function page(lines) {
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutCommands */ .Df)(lines.map((line) => line.trimEnd()).join('\n'))}\n`;
}


/***/ }),

/***/ 5207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ab: () => (/* binding */ called),
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   _J: () => (/* binding */ glyphs),
/* harmony export */   d4: () => (/* binding */ troubles),
/* harmony export */   n6: () => (/* binding */ runMark)
/* harmony export */ });
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43048);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70271);
/* harmony import */ var _leaf_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7115);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91904);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44702);





const glyphs = {
    error: { sign: '✗', tone: 'bad' },
    warning: { sign: '!', tone: 'warning' },
    notice: { sign: '·', tone: 'dim' },
    healthy: { sign: '✓', tone: 'good' },
    waived: { sign: '○', tone: 'dim' },
    unchecked: { sign: '?', tone: 'warning' },
};
const mostTroubles = 3;
const longestName = 200;
/** Every endpoint of a run; where no other has the name that the user gave it, the name says enough. */
function rowsOf({ assessments, now }) {
    const named = Map.groupBy(assessments, ({ observation }) => briefly(observation.target));
    return assessments.map((assessment) => {
        const name = briefly(assessment.observation.target);
        const whole = row(assessment, now);
        return named.get(name)?.length === 1 ? { ...whole, endpoint: (0,_model_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(name, longestName) } : whole;
    });
}
function row(assessment, now) {
    const leaf = (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .firstLeaf */ .N_)(assessment.observation);
    return {
        mark: markOf(assessment),
        endpoint: (0,_model_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(called(assessment.observation.target), longestName),
        left: leaf?.notAfter ? left(leaf.notAfter.getTime() - now.getTime()) : '–',
        expires: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .day */ .vd)(leaf?.notAfter ?? null),
        issuer: leaf === null ? '–' : (0,_model_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)((0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .issuerOrganisation */ .Yl)(leaf) ?? '–', longestName),
        wrong: troubles(assessment),
    };
}
function markOf(assessment) {
    if (assessment.status !== 'success')
        return assessment.status;
    if ((0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .waivedFindings */ .Nq)(assessment.findings).length > 0)
        return 'waived';
    return assessment.observation.deliveries.known ? 'healthy' : 'unchecked';
}
/** How a whole run looks: not better than its worst endpoint, nor than a finding about the run itself. */
function runMark({ assessments, findings }) {
    const all = [...(0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .counting */ .Mr)(findings), ...assessments.flatMap((assessment) => (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .counting */ .Mr)(assessment.findings))];
    if (all.some(({ severity }) => severity === 'error'))
        return 'error';
    if (all.length > 0)
        return 'warning';
    return assessments.length === 0 || assessments.some(_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .unchecked */ .VJ) ? 'unchecked' : 'healthy';
}
/** The name the user gave, with the endpoint it stands for; the usual port goes without saying. */
function called(target) {
    const place = target.kind === 'file' ? target.path : target.id.replace(/:443$/u, '');
    const own = target.kind === 'file' ? target.path : target.host;
    return target.name === own || target.name === target.id ? place : `${target.name} (${place})`;
}
/** The name alone where the user gave one; the findings tell the place. */
function briefly(target) {
    const whole = called(target);
    return whole.startsWith(`${target.name} (`) ? target.name : whole;
}
/** All that is wrong with an endpoint, in a few words; notices only when there is nothing worse. */
function troubles(assessment) {
    const { observation, findings } = assessment;
    const words = (some, note) => some.map((finding) => (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .trouble */ .U$)(finding, assessment) + note);
    const worse = [...words((0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .counting */ .Mr)(findings), ''), ...words((0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .waivedFindings */ .Nq)(findings), ' (waived)')];
    if (worse.length === 0 && !observation.deliveries.known)
        return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .silence */ .ao)(observation.deliveries.reason);
    const notices = findings.filter((finding) => !(0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .isNews */ .Ms)(finding));
    const all = worse.length > 0 ? worse : words(notices, ' (notice)');
    const more = all.length - mostTroubles;
    return all.slice(0, mostTroubles).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
/** As `inWords` has it, in a few columns: `63 d`, `31 h`, `40 min`. */
function left(ms) {
    const [count = '', unit = ''] = (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .inWords */ .r4)(ms).split(' ');
    const short = unit.startsWith('day') ? 'd' : unit.startsWith('hour') ? 'h' : 'min';
    return `${ms < 0 ? '-' : ''}${/^\d/u.test(count) ? count : '0'} ${short}`;
}


/***/ }),

/***/ 74238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ sinceLastRun),
/* harmony export */   Fv: () => (/* binding */ rotationCounts),
/* harmony export */   Ki: () => (/* binding */ isWithoutMemory),
/* harmony export */   O5: () => (/* binding */ nothingToCompareWith),
/* harmony export */   Zi: () => (/* binding */ rotatedCount)
/* harmony export */ });
/* harmony import */ var _model_memory_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77679);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70271);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91904);



/** The rotations that this run noticed, and the endpoints that are well again; what got worse is a finding. */
function sinceLastRun({ assessments }) {
    const told = Map.groupBy(assessments, developmentOf);
    told.delete('');
    return [...told].map(([words, those]) => ({
        words,
        rotated: those.some(({ comparison }) => comparison.rotations.length > 0),
        assessments: those,
    }));
}
function developmentOf(assessment) {
    const rotated = assessment.comparison.rotations.length > 0 ? [(0,_model_memory_words_js__WEBPACK_IMPORTED_MODULE_0__/* .memoryWords */ .j)(assessment)] : [];
    return [...rotated, ...(isWellAgain(assessment) ? ['healthy again'] : [])].join('; ');
}
function isWellAgain({ comparison, observation, findings }) {
    const healed = comparison.changes.some(({ type, new: now }) => type === 'status' && now === 'success');
    return healed && observation.deliveries.known && (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .waivedFindings */ .Nq)(findings).length === 0;
}
/** Endpoints with a rotation; `null` when nothing is remembered of any, for then nobody can tell. */
function rotatedCount({ assessments }) {
    if (isWithoutMemory({ assessments }))
        return null;
    return assessments.filter(({ comparison }) => comparison.rotations.length > 0).length;
}
/** Whether there is nothing to compare with: a first run, or one whose history is lost. */
function isWithoutMemory({ assessments }) {
    return assessments.every(({ comparison }) => comparison.before === null);
}
/** Said once for a run, never for each endpoint. */
const nothingToCompareWith = 'nothing to compare with yet: no earlier run is remembered';
const verbs = [
    ['renewed', 'renewed', 'rekeyed'],
    ['moved to another CA', 'reissued'],
    ['rolled back', 'rolled-back'],
];
/** `2 certificates were renewed, 1 was rolled back since the last run`: one on many endpoints counts once. */
function rotationCounts({ assessments }) {
    const rotations = assessments.flatMap(({ comparison }) => comparison.rotations);
    const parts = verbs.flatMap(([verb, ...kinds]) => {
        const leaves = new Set(rotations.flatMap(({ kind, current }) => (kinds.includes(kind) ? [current] : [])));
        return leaves.size === 0 ? [] : [{ count: leaves.size, verb }];
    });
    const told = parts.map(({ count, verb }, index) => {
        const subject = index === 0 ? (0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(count, 'certificate') : String(count);
        return `${subject} ${count === 1 ? 'was' : 'were'} ${verb}`;
    });
    return told.length === 0 ? '' : `${told.join(', ')} since the last run`;
}


/***/ }),

/***/ 11226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ summaryJson)
/* harmony export */ });
/* harmony import */ var _expiry_bands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6453);
/* harmony import */ var _leaf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7115);
/* harmony import */ var _since_last_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74238);



/** The run in numbers; each result counts by its leaf that expires first. */
function summaryJson(report) {
    const { assessments } = report;
    const leaves = assessments.map(({ observation }) => (0,_leaf_js__WEBPACK_IMPORTED_MODULE_1__/* .firstLeaf */ .N_)(observation));
    const withStatus = (status) => assessments.filter((one) => one.status === status).length;
    return {
        timestamp: report.at.toISOString(),
        duration_seconds: report.durationMs / 1000,
        total_domains: assessments.length,
        status_counts: {
            success: withStatus('success'),
            warning: withStatus('warning'),
            error: withStatus('error'),
        },
        expiration_summary: expirationSummary(report),
        changed_certificates: (0,_since_last_run_js__WEBPACK_IMPORTED_MODULE_0__/* .rotatedCount */ .Zi)(report),
        by_issuer: tally(leaves.flatMap((leaf) => (leaf === null ? [] : ((0,_leaf_js__WEBPACK_IMPORTED_MODULE_1__/* .issuerOrganisation */ .Yl)(leaf) ?? [])))),
        by_grade: {},
        connections: assessments.reduce((sum, { observation }) => sum + observation.connections, 0),
    };
}
function expirationSummary(report) {
    const bands = (0,_expiry_bands_js__WEBPACK_IMPORTED_MODULE_2__/* .expiryBands */ .y)(report);
    return {
        expired: bands.expired,
        expires_within_30_days: bands['within-7-days'] + bands['within-30-days'],
        expires_within_90_days: bands['within-90-days'],
        expires_after_90_days: bands.later,
        unknown: bands.unknown,
    };
}
/** Most frequent first, then by name. */
function tally(names) {
    const counts = new Map();
    for (const name of names)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return Object.fromEntries([...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : Number(a > b))));
}


/***/ }),

/***/ 71799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTable)
/* harmony export */ });
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(70271);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9924);
/* harmony import */ var _fold_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16888);
/* harmony import */ var _page_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47916);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5207);
/* harmony import */ var _since_last_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74238);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91904);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19903);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44702);









/** A run for a terminal: the verdict, what to do first, a line per endpoint, then every finding with its fix. */
function renderTable(report, screen) {
    return (0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .page */ .MY)([
        ...headline(report, screen),
        ...(report.assessments.length === 0 ? [] : ['', ...rows(report, screen)]),
        ...(0,_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .folds */ .hF)(report).flatMap((fold) => foldLines(fold, screen)),
        ...waivedLines(report, screen),
        ...developmentLines(report, screen),
    ]);
}
function headline(report, screen) {
    const { sign, tone } = _row_js__WEBPACK_IMPORTED_MODULE_2__/* .glyphs */ ._J[(0,_row_js__WEBPACK_IMPORTED_MODULE_2__/* .runMark */ .n6)(report)];
    const first = (0,_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .folds */ .hF)(report).find((fold) => fold.first.severity !== 'notice')?.members[0];
    const start = first === undefined ? undefined : `Start with ${name(first)}: ${firstSentence(first.finding.fix)}`;
    return [
        ...(0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)({ text: `${sign} `, tone }, (0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .verdict */ .WJ)(report), screen, 'bold'),
        ...report.findings.flatMap((finding) => findingLines(finding, screen)),
        ...(start === undefined ? [] : (0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)('  ', start, screen)),
    ];
}
function firstSentence(text) {
    return text.split(/(?<=\.) (?=\p{Lu})/u, 1)[0] ?? text;
}
function findingLines({ severity, message, fix }, screen) {
    const { sign, tone } = _row_js__WEBPACK_IMPORTED_MODULE_2__/* .glyphs */ ._J[severity];
    return [...(0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)({ text: `${sign} `, tone }, message, screen), ...(0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .advice */ .v9)(tone, fix, screen)];
}
const columns = [
    { of: 'endpoint', title: 'Endpoint', side: 'left', least: 20 },
    { of: 'left', title: 'Left', side: 'right', least: 6 },
    { of: 'expires', title: 'Expires', side: 'left', least: 10 },
    { of: 'issuer', title: 'Issuer', side: 'left', least: 13 },
    { of: 'wrong', title: 'What is wrong', side: 'left', least: 21 },
];
/** Which columns a narrow screen does without: the issuer, then the date, which `left` tells as well. */
const givenUp = [3, 2];
const gap = '  ';
function rows(report, screen) {
    const cells = (0,_row_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsOf */ .RO)(report).map((one) => ({
        mark: one.mark,
        text: columns.map(({ of }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK)(one[of])),
    }));
    const widths = columnWidths(cells.map(({ text }) => text), screen.width - gap.length);
    const line = (text) => columns
        .map(({ side }, index) => ({ side, columns: widths[index] ?? 0, text: text[index] ?? '' }))
        .filter((cell) => cell.columns > 0)
        .map((cell) => (0,_width_js__WEBPACK_IMPORTED_MODULE_5__/* .fitted */ .$5)(cell.text, cell.columns, cell.side))
        .join(gap)
        .trimEnd();
    return [
        gap + (0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(line(columns.map(({ title }) => title)), 'dim', screen),
        ...cells.map(({ mark, text }) => {
            const { sign, tone } = _row_js__WEBPACK_IMPORTED_MODULE_2__/* .glyphs */ ._J[mark];
            return `${(0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(sign, tone, screen)} ${(0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(line(text), mark === 'healthy' ? 'plain' : tone, screen)}`;
        }),
    ];
}
/** As wide as the content; on a narrow screen the widest give way first, then some go. */
function columnWidths(cells, room) {
    const wanted = columns.map(({ title }, index) => {
        const widest = cells.reduce((most, line) => Math.max(most, (0,_width_js__WEBPACK_IMPORTED_MODULE_5__/* .width */ .VL)(line[index] ?? '')), 0);
        return widest === 0 ? 0 : Math.max(widest, (0,_width_js__WEBPACK_IMPORTED_MODULE_5__/* .width */ .VL)(title));
    });
    const least = columns.map((column, index) => Math.min(column.least, wanted[index] ?? 0));
    const taken = (widths) => widths.reduce((sum, one) => sum + (one > 0 ? one + gap.length : 0), -gap.length);
    for (const index of givenUp) {
        if (taken(least) <= room)
            break;
        wanted[index] = 0;
        least[index] = 0;
    }
    while (taken(wanted) > room) {
        const spare = wanted.map((one, index) => (one > (least[index] ?? 0) ? one : 0));
        const widest = spare.indexOf(Math.max(...spare));
        if (spare[widest] === 0)
            break;
        wanted[widest] = (wanted[widest] ?? 0) - 1;
    }
    return wanted;
}
const mostMembers = 5;
function foldLines(fold, screen) {
    const { first, members } = fold;
    const { sign, tone } = _row_js__WEBPACK_IMPORTED_MODULE_2__/* .glyphs */ ._J[first.severity];
    const more = members.length - mostMembers;
    const whom = (0,_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .whomToAsk */ .Q7)(fold);
    return [
        '',
        `${(0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(sign, tone, screen)} ${heading(fold, screen)}`,
        ...members.slice(0, mostMembers).flatMap((member) => {
            const subject = members.length === 1 ? '' : `${name(member)}: `;
            return (0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)('  ', subject + member.finding.message, screen);
        }),
        ...(more > 0 ? [`  … and ${more} more`] : []),
        ...(0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .advice */ .v9)(tone, (0,_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .fixFor */ .jc)(fold), screen),
        ...(whom === '' ? [] : (0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)('    ', whom, screen)),
    ];
}
/** The rule's id stands at the right, so that the eye finds it and the words come first. */
function heading(fold, screen) {
    const { rule } = fold.first;
    const title = (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK)((0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .sentenceCase */ .o3)(`${(0,_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .phrase */ .MZ)(rule)}: ${(0,_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .concerned */ .kk)(fold)}`));
    const room = Math.max(20, screen.width - 2 - rule.length - gap.length);
    return `${(0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)((0,_width_js__WEBPACK_IMPORTED_MODULE_5__/* .fitted */ .$5)(title, room), 'bold', screen)}${gap}${(0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)(rule, 'dim', screen)}`;
}
function waivedLines(report, screen) {
    const lines = (0,_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .waivedFolds */ .xC)(report).flatMap((fold) => {
        const { rule, waivedUntil } = fold.first;
        const text = `Waived until ${(0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .day */ .vd)(waivedUntil)}: ${(0,_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .phrase */ .MZ)(rule)}, ${(0,_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .concerned */ .kk)(fold)}`;
        return (0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)('○ ', text, screen, 'dim');
    });
    return lines.length === 0 ? [] : ['', ...lines];
}
const mostDevelopments = 10;
function developmentLines(report, screen) {
    if (report.assessments.length === 0)
        return [];
    if ((0,_since_last_run_js__WEBPACK_IMPORTED_MODULE_3__/* .isWithoutMemory */ .Ki)(report))
        return ['', ...(0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)('  ', (0,_words_js__WEBPACK_IMPORTED_MODULE_6__/* .sentenceCase */ .o3)(`${_since_last_run_js__WEBPACK_IMPORTED_MODULE_3__/* .nothingToCompareWith */ .O5}.`), screen, 'dim')];
    const all = (0,_since_last_run_js__WEBPACK_IMPORTED_MODULE_3__/* .sinceLastRun */ .Cn)(report);
    if (all.length === 0)
        return [];
    const more = all.length - mostDevelopments;
    return [
        '',
        `  ${(0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .painted */ .C$)('Changed since the last run', 'bold', screen)}`,
        ...all.slice(0, mostDevelopments).flatMap(({ words, rotated, assessments }) => {
            const who = (0,_model_text_js__WEBPACK_IMPORTED_MODULE_8__/* .listed */ .KE)(assessments.map(({ observation }) => (0,_row_js__WEBPACK_IMPORTED_MODULE_2__/* .called */ .Ab)(observation.target)));
            return (0,_page_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)({ text: rotated ? '↻ ' : '✓ ', tone: 'good' }, `${who}: ${words}`, screen);
        }),
        ...(more > 0 ? [`  … and ${more} more`] : []),
    ];
}
function name({ assessment }) {
    return (0,_row_js__WEBPACK_IMPORTED_MODULE_2__/* .called */ .Ab)(assessment.observation.target);
}


/***/ }),

/***/ 91904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ phrase),
/* harmony export */   Mr: () => (/* binding */ counting),
/* harmony export */   Ms: () => (/* binding */ isNews),
/* harmony export */   Nq: () => (/* binding */ waivedFindings),
/* harmony export */   Qp: () => (/* binding */ troubleCounts),
/* harmony export */   U$: () => (/* binding */ trouble),
/* harmony export */   VJ: () => (/* binding */ unchecked),
/* harmony export */   ao: () => (/* binding */ silence)
/* harmony export */ });
/** What a rule found, in the few words that fit a table; a rule without an entry speaks by its id. */
const phrases = {
    'endpoint/unanswered': 'no answer',
    'certificate/expired': 'expired',
    'certificate/expiry': 'expires soon',
    'certificate/not-yet-valid': 'not valid yet',
    'certificate/hostname': 'wrong name',
    'certificate/self-signed': 'self-signed',
    'certificate/untrusted': 'not trusted',
    'certificate/weak-key': 'weak key',
    'certificate/weak-signature': 'weak signature',
    'certificate/lifetime': 'lives too long',
    'certificate/names': 'unusual names',
    'certificate/key-usage': 'not meant for servers',
    'certificate/ca-as-leaf': 'a CA certificate',
    'certificate/must-staple': 'staple impossible',
    'certificate/malformed': 'malformed',
    'chain/incomplete': 'intermediate missing',
    'chain/order': 'chain out of order',
    'chain/extra': 'needless certificate sent',
    'chain/root-sent': 'root sent needlessly',
    'chain/expiry': 'intermediate expires soon',
    'chain/weak-signature': 'weak signature in the chain',
    'identity/issuer': 'unexpected issuer',
    'identity/pin': 'unexpected key',
    'protocol/ssl2': 'speaks SSL 2',
    'protocol/ssl3': 'speaks SSL 3',
    'protocol/tls1.0': 'speaks TLS 1.0',
    'protocol/tls1.1': 'speaks TLS 1.1',
    'protocol/no-tls1.2-or-1.3': 'no modern TLS',
    'protocol/no-tls1.3': 'no TLS 1.3',
    'cipher/null': 'no encryption',
    'cipher/anonymous': 'anonymous cipher',
    'cipher/export': 'export cipher',
    'cipher/weak': 'weak cipher',
    'cipher/rc4': 'RC4',
    'cipher/block64': '64-bit block cipher',
    'cipher/no-forward-secrecy': 'no forward secrecy',
    'cipher/no-aead': 'no authenticated cipher',
    'change/rotated': 'new certificate',
    'change/issuer': 'new CA',
    'change/key': 'new kind of key',
    'change/names-lost': 'names dropped',
    'change/rolled-back': 'old certificate is back',
    'change/downgraded': 'weaker than before',
    'change/alternating': 'certificates take turns',
};
const silences = {
    unresolved: 'name does not resolve',
    refused: 'connection refused',
    unreachable: 'unreachable',
    'timed-out': 'timed out',
    reset: 'connection reset',
    closed: 'hung up',
    'refused-handshake': 'handshake refused',
    'not-tls': 'does not speak TLS',
    'starttls-refused': 'STARTTLS refused',
    'proxy-refused': 'proxy refused',
    malformed: 'malformed answer',
    blocked: 'blocked by configuration',
    unreadable: 'file unreadable',
    'wrong-password': 'wrong password',
    'not-asked': 'not asked',
    'not-observed': 'not checked',
    bug: 'fault in this program',
};
/** A network reason in a few words. */
function silence(reason) {
    return silences[reason];
}
/** A finding in a few words. */
function phrase(rule) {
    return phrases[rule] ?? rule;
}
/** A finding in a few words, as its endpoint's row tells it: one without any answer says why. */
function trouble(finding, { observation }) {
    const { deliveries } = observation;
    if (finding.rule !== 'endpoint/unanswered')
        return phrase(finding.rule);
    return deliveries.known ? 'not fully answered' : silence(deliveries.reason);
}
/** The findings that make an endpoint need somebody: neither waived nor mere notices. */
function counting(findings) {
    return findings.filter(({ severity, waivedUntil }) => severity !== 'notice' && waivedUntil === null);
}
/** The findings that a waiver silences, notices left aside. */
function waivedFindings(findings) {
    return findings.filter(({ severity, waivedUntil }) => severity !== 'notice' && waivedUntil !== null);
}
/** Whether the finding only says that a certificate is new: `sinceLastRun` tells of that, and it needs nobody. */
function isNews({ rule, severity }) {
    return rule === 'change/rotated' && severity === 'notice';
}
/** Whether nothing is known of the endpoint and no finding or waiver speaks for it: that is not health. */
function unchecked({ observation, findings }) {
    return !observation.deliveries.known && counting(findings).length + waivedFindings(findings).length === 0;
}
/** How a verdict counts endpoints by their worst finding, in the order it names them. */
const kinds = [
    { of: /^certificate\/expired$/u, one: 'expired', many: 'expired' },
    { of: /\/expiry$/u, one: 'expires soon', many: 'expire soon' },
    { of: /^certificate\/not-yet-valid$/u, one: 'not valid yet', many: 'not valid yet' },
    { of: /^certificate\/hostname$/u, one: 'with the wrong name', many: 'with the wrong name' },
    { of: /\/(self-signed|untrusted|incomplete)$/u, one: 'not trusted', many: 'not trusted' },
    { of: /^identity\//u, one: 'not as expected', many: 'not as expected' },
    {
        of: /^(protocol|cipher)\/|\/weak-/u,
        one: 'with weak cryptography',
        many: 'with weak cryptography',
    },
    { of: /^change\//u, one: 'changed for the worse', many: 'changed for the worse' },
    { of: /^endpoint\/unanswered$/u, one: 'does not answer', many: 'do not answer' },
    { of: /^/u, one: 'with another fault', many: 'with other faults' },
];
/** `2 expired, 1 does not answer`: each endpoint counted once, by its worst finding. */
function troubleCounts(assessments) {
    const worst = assessments.flatMap(({ findings }) => counting(findings)[0]?.rule ?? []);
    const found = worst.map((rule) => kinds.findIndex(({ of }) => of.test(rule)));
    return kinds
        .map(({ one, many }, index) => {
        const count = found.filter((kind) => kind === index).length;
        return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
    })
        .filter((part) => part !== '')
        .join(', ');
}


/***/ }),

/***/ 19903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   VL: () => (/* binding */ width),
/* harmony export */   ky: () => (/* binding */ wrapped)
/* harmony export */ });
/**
 * How many columns text takes in a terminal. It counts grapheme clusters (UAX #29): two columns for
 * East Asian wide characters (UAX #11) and emoji, one for the rest, combining marks included.
 */
function width(text) {
    if (/^[\x20-\x7e]*$/u.test(text))
        return text.length;
    return clusters(text).reduce((sum, cluster) => sum + clusterWidth(cluster), 0);
}
/** The text, cut with `…` when it takes more columns than there are. */
function cut(text, columns) {
    if (width(text) <= columns)
        return text;
    let room = columns - 1;
    const kept = clusters(text).filter((cluster) => (room -= clusterWidth(cluster)) >= 0);
    return columns < 1 ? '' : `${kept.join('').trimEnd()}…`;
}
/** Exactly that many columns: cut, or filled with blanks on the other side. */
function fitted(text, columns, side = 'left') {
    const short = cut(text, columns);
    const blanks = ' '.repeat(Math.max(0, columns - width(short)));
    return side === 'left' ? short + blanks : blanks + short;
}
/** Lines of at most that many columns, broken at blanks; a longer word is broken where it must be. */
function wrapped(text, columns) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ').flatMap((word) => pieces(word, columns))) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && width(longer) > columns) {
            lines.push(line);
            line = word;
        }
        else {
            line = longer;
        }
    }
    return [...lines, line];
}
function pieces(word, columns) {
    if (width(word) <= columns)
        return [word];
    const found = [];
    let piece = '';
    let taken = 0;
    for (const cluster of clusters(word)) {
        const columnsOfCluster = clusterWidth(cluster);
        if (piece !== '' && taken + columnsOfCluster > columns) {
            found.push(piece);
            piece = '';
            taken = 0;
        }
        piece += cluster;
        taken += columnsOfCluster;
    }
    return [...found, piece];
}
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
function clusters(text) {
    return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
const wide = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]/u;
/** Half-width forms belong to those scripts, too. */
const narrow = /^[\uFF61-\uFFDC]/u;
function clusterWidth(cluster) {
    if (/^[\p{Mn}\p{Me}]+$/u.test(cluster))
        return 0;
    return wide.test(cluster) && !narrow.test(cluster) ? 2 : 1;
}


/***/ }),

/***/ 44702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   o3: () => (/* binding */ sentenceCase),
/* harmony export */   vd: () => (/* binding */ day)
/* harmony export */ });
/* unused harmony export validity */
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43048);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70271);
/* harmony import */ var _leaf_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7115);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11283);
/* harmony import */ var _since_last_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74238);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91904);






/** The one sentence for an endpoint: its worst finding, else how long its certificate stays valid. */
function sentence(assessment, now) {
    const [worst] = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .counting */ .Mr)(assessment.findings);
    if (worst !== undefined)
        return worst.message;
    const [waived] = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .waivedFindings */ .Nq)(assessment.findings);
    if (waived !== undefined)
        return `${waived.message} (waived until ${day(waived.waivedUntil)})`;
    const { deliveries } = assessment.observation;
    if (!deliveries.known)
        return `Not checked: ${deliveries.detail.split('\n', 1)[0] ?? ''}`;
    const leaf = (0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .firstLeaf */ .N_)(assessment.observation);
    return leaf === null ? 'No certificate was found' : validity(leaf, now);
}
/** `Valid for 63 more days, until 2027-01-24`. */
function validity({ notBefore, notAfter }, now) {
    if (notAfter === null)
        return 'The end of its validity cannot be read';
    if (notAfter < now)
        return `Expired ${(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .fromNow */ .PI)(notAfter, now)}, on ${day(notAfter)}`;
    if (notBefore !== null && notBefore > now)
        return `Not valid before ${day(notBefore)}`;
    return `Valid for ${moreTime(notAfter.getTime() - now.getTime())}, until ${day(notAfter)}`;
}
/** The calendar day in UTC; a dash where it is not known. */
function day(instant) {
    return instant === null ? '–' : instant.toISOString().slice(0, 10);
}
/** With a capital at its head, as a title or a sentence has it. */
function sentenceCase(text) {
    return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
/** The one sentence for a run, never more hopeful than what was seen. */
function verdict(report) {
    if (report.assessments.length === 0)
        return 'Nothing was checked.';
    const rotations = (0,_since_last_run_js__WEBPACK_IMPORTED_MODULE_2__/* .rotationCounts */ .Fv)(report);
    return `${state(report)}${rotations === '' ? '' : `; ${rotations}`}.`;
}
function state(report) {
    const { assessments } = report;
    const all = (0,_model_text_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(assessments.length, 'endpoint');
    const troubled = assessments.filter(({ findings }) => (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .counting */ .Mr)(findings).length > 0);
    const missed = assessments.filter(_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .unchecked */ .VJ).length;
    const notChecked = `${missed} of ${all} ${missed === 1 ? 'was' : 'were'} not checked`;
    const runToo = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .counting */ .Mr)(report.findings).length > 0;
    if (troubled.length > 0) {
        const need = troubled.length === 1 ? 'needs' : 'need';
        const also = `${missed === 0 ? '' : `; ${notChecked}`}${runToo ? '; the run itself needs you, too' : ''}`;
        return `${troubled.length} of ${all} ${need} you: ${(0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .troubleCounts */ .Qp)(troubled)}${also}`;
    }
    const others = missed === assessments.length ? '' : '; the others are healthy';
    const calm = missed > 0 ? notChecked + others : healthy(report);
    if (runToo)
        return `${calm}, but the run itself needs you`;
    return missed > 0 ? calm : calm + next(report);
}
function healthy({ assessments }) {
    const waived = assessments.filter(({ findings }) => (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .waivedFindings */ .Nq)(findings).length > 0).length;
    const all = assessments.length === 1 ? 'The endpoint is' : `All ${assessments.length} endpoints are`;
    return waived === 0 ? `${all} healthy` : `${all} healthy, ${waived} of them by a waiver`;
}
function next({ assessments, now }) {
    const soonest = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .nextToExpire */ .o)(assessments, now.getTime());
    const end = soonest === null ? null : ((0,_leaf_js__WEBPACK_IMPORTED_MODULE_4__/* .firstLeaf */ .N_)(soonest.observation)?.notAfter ?? null);
    if (soonest === null || end === null)
        return '';
    const { name } = soonest.observation.target;
    const which = assessments.length === 1 ? 'it expires' : `the next to expire is ${name},`;
    return `; ${which} ${(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .fromNow */ .PI)(end, now)}, on ${day(end)}`;
}
function moreTime(ms) {
    return (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .inWords */ .r4)(ms).replace(/^(\d+) /u, '$1 more ');
}


/***/ }),

/***/ 9906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ runSignal)
/* harmony export */ });
/** GitHub ends a job after six hours; by then the report must have been written. */
const longestRunMs = 5.5 * 3_600_000;
/** Whoever asks us to stop is not kept waiting, whatever we were about to write. */
const graceMs = 1900;
const exitCodeOf = { SIGINT: 130, SIGTERM: 143 };
/**
 * Ends the run in good order on Ctrl-C, on SIGTERM, and before the job is killed for its length. A watch has no
 * length: it goes on until somebody ends it.
 */
function runSignal({ endless = false } = {}) {
    const controller = new AbortController();
    let cause = null;
    const end = (why) => {
        cause ??= why;
        release();
        controller.abort();
    };
    const stop = (signal) => {
        end(signal);
        setTimeout(() => process.exit(exitCodeOf[signal]), graceMs).unref();
    };
    const interrupted = () => stop('SIGINT');
    const terminated = () => stop('SIGTERM');
    const timer = endless ? undefined : setTimeout(() => end('deadline'), longestRunMs).unref();
    const release = () => {
        clearTimeout(timer);
        process.off('SIGINT', interrupted).off('SIGTERM', terminated);
    };
    process.once('SIGINT', interrupted).once('SIGTERM', terminated);
    return {
        signal: controller.signal,
        get cause() {
            return cause;
        },
        release,
    };
}


/***/ }),

/***/ 2677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ cipherSuiteByName)
});

// UNUSED EXPORTS: cipherSuite

;// CONCATENATED MODULE: ./build/wire/tables/cipher-suites.js
// Generated by scripts/generate-tables.ts from scripts/cipher-suites.tsv, where the provenance stands: IANA's
// registry of TLS Cipher Suites of January 2023 with later corrections, OpenSSL's names. Do not edit.
// oxfmt-ignore
const cipherSuiteRows = [
    [0x0000, 'TLS_NULL_WITH_NULL_NULL', 'NULL', 0, false, 'NULL-ENC;ANON'],
    [0x0001, 'TLS_RSA_WITH_NULL_MD5', 'NULL-MD5', 0, false, 'NULL-ENC;MD5-MAC;STATIC-RSA'],
    [0x0002, 'TLS_RSA_WITH_NULL_SHA', 'NULL-SHA', 0, false, 'NULL-ENC;STATIC-RSA'],
    [0x0003, 'TLS_RSA_EXPORT_WITH_RC4_40_MD5', 'EXP-RC4-MD5', 40, false, 'EXPORT;RC4;MD5-MAC;STATIC-RSA;LT112'],
    [0x0004, 'TLS_RSA_WITH_RC4_128_MD5', 'RC4-MD5', 128, false, 'RC4;MD5-MAC;STATIC-RSA'],
    [0x0005, 'TLS_RSA_WITH_RC4_128_SHA', 'RC4-SHA', 128, false, 'RC4;STATIC-RSA'],
    [0x0006, 'TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5', 'EXP-RC2-CBC-MD5', 40, false, 'EXPORT;RC2;BLOCK64;MD5-MAC;CBC;STATIC-RSA;LT112'],
    [0x0007, 'TLS_RSA_WITH_IDEA_CBC_SHA', 'IDEA-CBC-SHA', 128, false, 'BLOCK64;CBC;STATIC-RSA'],
    [0x0008, 'TLS_RSA_EXPORT_WITH_DES40_CBC_SHA', 'EXP-DES-CBC-SHA', 40, false, 'EXPORT;DES;BLOCK64;CBC;STATIC-RSA;LT112'],
    [0x0009, 'TLS_RSA_WITH_DES_CBC_SHA', 'DES-CBC-SHA', 56, false, 'DES;BLOCK64;CBC;STATIC-RSA;LT112'],
    [0x000a, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;STATIC-RSA'],
    [0x000b, 'TLS_DH_DSS_EXPORT_WITH_DES40_CBC_SHA', 'EXP-DH-DSS-DES-CBC-SHA', 40, false, 'EXPORT;DES;BLOCK64;CBC;STATIC-DH;LT112'],
    [0x000c, 'TLS_DH_DSS_WITH_DES_CBC_SHA', 'DH-DSS-DES-CBC-SHA', 56, false, 'DES;BLOCK64;CBC;STATIC-DH;LT112'],
    [0x000d, 'TLS_DH_DSS_WITH_3DES_EDE_CBC_SHA', 'DH-DSS-DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;STATIC-DH'],
    [0x000e, 'TLS_DH_RSA_EXPORT_WITH_DES40_CBC_SHA', 'EXP-DH-RSA-DES-CBC-SHA', 40, false, 'EXPORT;DES;BLOCK64;CBC;STATIC-DH;LT112'],
    [0x000f, 'TLS_DH_RSA_WITH_DES_CBC_SHA', 'DH-RSA-DES-CBC-SHA', 56, false, 'DES;BLOCK64;CBC;STATIC-DH;LT112'],
    [0x0010, 'TLS_DH_RSA_WITH_3DES_EDE_CBC_SHA', 'DH-RSA-DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;STATIC-DH'],
    [0x0011, 'TLS_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA', 'EXP-EDH-DSS-DES-CBC-SHA', 40, true, 'EXPORT;DES;BLOCK64;CBC;LT112'],
    [0x0012, 'TLS_DHE_DSS_WITH_DES_CBC_SHA', 'EDH-DSS-DES-CBC-SHA', 56, true, 'DES;BLOCK64;CBC;LT112'],
    [0x0013, 'TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA', 'EDH-DSS-DES-CBC3-SHA', 112, true, 'BLOCK64;CBC'],
    [0x0014, 'TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA', 'EXP-EDH-RSA-DES-CBC-SHA', 40, true, 'EXPORT;DES;BLOCK64;CBC;LT112'],
    [0x0015, 'TLS_DHE_RSA_WITH_DES_CBC_SHA', 'EDH-RSA-DES-CBC-SHA', 56, true, 'DES;BLOCK64;CBC;LT112'],
    [0x0016, 'TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA', 'EDH-RSA-DES-CBC3-SHA', 112, true, 'BLOCK64;CBC'],
    [0x0017, 'TLS_DH_anon_EXPORT_WITH_RC4_40_MD5', 'EXP-ADH-RC4-MD5', 40, true, 'ANON;EXPORT;RC4;MD5-MAC;LT112'],
    [0x0018, 'TLS_DH_anon_WITH_RC4_128_MD5', 'ADH-RC4-MD5', 128, true, 'ANON;RC4;MD5-MAC'],
    [0x0019, 'TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA', 'EXP-ADH-DES-CBC-SHA', 40, true, 'ANON;EXPORT;DES;BLOCK64;CBC;LT112'],
    [0x001a, 'TLS_DH_anon_WITH_DES_CBC_SHA', 'ADH-DES-CBC-SHA', 56, true, 'ANON;DES;BLOCK64;CBC;LT112'],
    [0x001b, 'TLS_DH_anon_WITH_3DES_EDE_CBC_SHA', 'ADH-DES-CBC3-SHA', 112, true, 'ANON;BLOCK64;CBC'],
    [0x001c, 'SSL_FORTEZZA_KEA_WITH_NULL_SHA', null, 0, false, 'NULL-ENC'],
    [0x001d, 'SSL_FORTEZZA_KEA_WITH_FORTEZZA_CBC_SHA', null, null, false, ''],
    [0x001e, 'TLS_KRB5_WITH_DES_CBC_SHA', 'KRB5-DES-CBC-SHA', 56, false, 'DES;BLOCK64;CBC;KRB5;LT112'],
    [0x001f, 'TLS_KRB5_WITH_3DES_EDE_CBC_SHA', 'KRB5-DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;KRB5'],
    [0x0020, 'TLS_KRB5_WITH_RC4_128_SHA', 'KRB5-RC4-SHA', 128, false, 'RC4;KRB5'],
    [0x0021, 'TLS_KRB5_WITH_IDEA_CBC_SHA', 'KRB5-IDEA-CBC-SHA', 128, false, 'BLOCK64;CBC;KRB5'],
    [0x0022, 'TLS_KRB5_WITH_DES_CBC_MD5', 'KRB5-DES-CBC-MD5', 56, false, 'DES;BLOCK64;MD5-MAC;CBC;KRB5;LT112'],
    [0x0023, 'TLS_KRB5_WITH_3DES_EDE_CBC_MD5', 'KRB5-DES-CBC3-MD5', 112, false, 'BLOCK64;MD5-MAC;CBC;KRB5'],
    [0x0024, 'TLS_KRB5_WITH_RC4_128_MD5', 'KRB5-RC4-MD5', 128, false, 'RC4;MD5-MAC;KRB5'],
    [0x0025, 'TLS_KRB5_WITH_IDEA_CBC_MD5', 'KRB5-IDEA-CBC-MD5', 128, false, 'BLOCK64;MD5-MAC;CBC;KRB5'],
    [0x0026, 'TLS_KRB5_EXPORT_WITH_DES_CBC_40_SHA', 'EXP-KRB5-DES-CBC-SHA', 40, false, 'EXPORT;DES;BLOCK64;CBC;KRB5;LT112'],
    [0x0027, 'TLS_KRB5_EXPORT_WITH_RC2_CBC_40_SHA', 'EXP-KRB5-RC2-CBC-SHA', 40, false, 'EXPORT;RC2;BLOCK64;CBC;KRB5;LT112'],
    [0x0028, 'TLS_KRB5_EXPORT_WITH_RC4_40_SHA', 'EXP-KRB5-RC4-SHA', 40, false, 'EXPORT;RC4;KRB5;LT112'],
    [0x0029, 'TLS_KRB5_EXPORT_WITH_DES_CBC_40_MD5', 'EXP-KRB5-DES-CBC-MD5', 40, false, 'EXPORT;DES;BLOCK64;MD5-MAC;CBC;KRB5;LT112'],
    [0x002a, 'TLS_KRB5_EXPORT_WITH_RC2_CBC_40_MD5', 'EXP-KRB5-RC2-CBC-MD5', 40, false, 'EXPORT;RC2;BLOCK64;MD5-MAC;CBC;KRB5;LT112'],
    [0x002b, 'TLS_KRB5_EXPORT_WITH_RC4_40_MD5', 'EXP-KRB5-RC4-MD5', 40, false, 'EXPORT;RC4;MD5-MAC;KRB5;LT112'],
    [0x002c, 'TLS_PSK_WITH_NULL_SHA', 'PSK-NULL-SHA', 0, false, 'NULL-ENC;PSK'],
    [0x002d, 'TLS_DHE_PSK_WITH_NULL_SHA', 'DHE-PSK-NULL-SHA', 0, true, 'NULL-ENC;PSK'],
    [0x002e, 'TLS_RSA_PSK_WITH_NULL_SHA', 'RSA-PSK-NULL-SHA', 0, false, 'NULL-ENC;STATIC-RSA;PSK'],
    [0x002f, 'TLS_RSA_WITH_AES_128_CBC_SHA', 'AES128-SHA', 128, false, 'CBC;STATIC-RSA'],
    [0x0030, 'TLS_DH_DSS_WITH_AES_128_CBC_SHA', 'DH-DSS-AES128-SHA', 128, false, 'CBC;STATIC-DH'],
    [0x0031, 'TLS_DH_RSA_WITH_AES_128_CBC_SHA', 'DH-RSA-AES128-SHA', 128, false, 'CBC;STATIC-DH'],
    [0x0032, 'TLS_DHE_DSS_WITH_AES_128_CBC_SHA', 'DHE-DSS-AES128-SHA', 128, true, 'CBC'],
    [0x0033, 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA', 'DHE-RSA-AES128-SHA', 128, true, 'CBC'],
    [0x0034, 'TLS_DH_anon_WITH_AES_128_CBC_SHA', 'ADH-AES128-SHA', 128, true, 'ANON;CBC'],
    [0x0035, 'TLS_RSA_WITH_AES_256_CBC_SHA', 'AES256-SHA', 256, false, 'CBC;STATIC-RSA'],
    [0x0036, 'TLS_DH_DSS_WITH_AES_256_CBC_SHA', 'DH-DSS-AES256-SHA', 256, false, 'CBC;STATIC-DH'],
    [0x0037, 'TLS_DH_RSA_WITH_AES_256_CBC_SHA', 'DH-RSA-AES256-SHA', 256, false, 'CBC;STATIC-DH'],
    [0x0038, 'TLS_DHE_DSS_WITH_AES_256_CBC_SHA', 'DHE-DSS-AES256-SHA', 256, true, 'CBC'],
    [0x0039, 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA', 'DHE-RSA-AES256-SHA', 256, true, 'CBC'],
    [0x003a, 'TLS_DH_anon_WITH_AES_256_CBC_SHA', 'ADH-AES256-SHA', 256, true, 'ANON;CBC'],
    [0x003b, 'TLS_RSA_WITH_NULL_SHA256', 'NULL-SHA256', 0, false, 'NULL-ENC;STATIC-RSA'],
    [0x003c, 'TLS_RSA_WITH_AES_128_CBC_SHA256', 'AES128-SHA256', 128, false, 'CBC;STATIC-RSA'],
    [0x003d, 'TLS_RSA_WITH_AES_256_CBC_SHA256', 'AES256-SHA256', 256, false, 'CBC;STATIC-RSA'],
    [0x003e, 'TLS_DH_DSS_WITH_AES_128_CBC_SHA256', 'DH-DSS-AES128-SHA256', 128, false, 'CBC;STATIC-DH'],
    [0x003f, 'TLS_DH_RSA_WITH_AES_128_CBC_SHA256', 'DH-RSA-AES128-SHA256', 128, false, 'CBC;STATIC-DH'],
    [0x0040, 'TLS_DHE_DSS_WITH_AES_128_CBC_SHA256', 'DHE-DSS-AES128-SHA256', 128, true, 'CBC'],
    [0x0041, 'TLS_RSA_WITH_CAMELLIA_128_CBC_SHA', 'CAMELLIA128-SHA', 128, false, 'CBC;STATIC-RSA'],
    [0x0042, 'TLS_DH_DSS_WITH_CAMELLIA_128_CBC_SHA', 'DH-DSS-CAMELLIA128-SHA', 128, false, 'CBC;STATIC-DH'],
    [0x0043, 'TLS_DH_RSA_WITH_CAMELLIA_128_CBC_SHA', 'DH-RSA-CAMELLIA128-SHA', 128, false, 'CBC;STATIC-DH'],
    [0x0044, 'TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA', 'DHE-DSS-CAMELLIA128-SHA', 128, true, 'CBC'],
    [0x0045, 'TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA', 'DHE-RSA-CAMELLIA128-SHA', 128, true, 'CBC'],
    [0x0046, 'TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA', 'ADH-CAMELLIA128-SHA', 128, true, 'ANON;CBC'],
    [0x0060, 'TLS_RSA_EXPORT1024_WITH_RC4_56_MD5', 'EXP1024-RC4-MD5', 56, false, 'EXPORT;RC4;MD5-MAC;STATIC-RSA;LT112'],
    [0x0061, 'TLS_RSA_EXPORT1024_WITH_RC2_56_MD5', 'EXP1024-RC2-CBC-MD5', 56, false, 'EXPORT;RC2;MD5-MAC;STATIC-RSA;LT112'],
    [0x0062, 'TLS_RSA_EXPORT1024_WITH_DES_CBC_SHA', 'EXP1024-DES-CBC-SHA', 56, false, 'EXPORT;DES;BLOCK64;CBC;STATIC-RSA;LT112'],
    [0x0063, 'TLS_DHE_DSS_EXPORT1024_WITH_DES_CBC_SHA', 'EXP1024-DHE-DSS-DES-CBC-SHA', 56, true, 'EXPORT;DES;BLOCK64;CBC;LT112'],
    [0x0064, 'TLS_RSA_EXPORT1024_WITH_RC4_56_SHA', 'EXP1024-RC4-SHA', 56, false, 'EXPORT;RC4;STATIC-RSA;LT112'],
    [0x0065, 'TLS_DHE_DSS_EXPORT1024_WITH_RC4_56_SHA', 'EXP1024-DHE-DSS-RC4-SHA', 56, true, 'EXPORT;RC4;LT112'],
    [0x0066, 'TLS_DHE_DSS_WITH_RC4_128_SHA', 'DHE-DSS-RC4-SHA', 128, true, 'RC4'],
    [0x0067, 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA256', 'DHE-RSA-AES128-SHA256', 128, true, 'CBC'],
    [0x0068, 'TLS_DH_DSS_WITH_AES_256_CBC_SHA256', 'DH-DSS-AES256-SHA256', 256, false, 'CBC;STATIC-DH'],
    [0x0069, 'TLS_DH_RSA_WITH_AES_256_CBC_SHA256', 'DH-RSA-AES256-SHA256', 256, false, 'CBC;STATIC-DH'],
    [0x006a, 'TLS_DHE_DSS_WITH_AES_256_CBC_SHA256', 'DHE-DSS-AES256-SHA256', 256, true, 'CBC'],
    [0x006b, 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA256', 'DHE-RSA-AES256-SHA256', 256, true, 'CBC'],
    [0x006c, 'TLS_DH_anon_WITH_AES_128_CBC_SHA256', 'ADH-AES128-SHA256', 128, true, 'ANON;CBC'],
    [0x006d, 'TLS_DH_anon_WITH_AES_256_CBC_SHA256', 'ADH-AES256-SHA256', 256, true, 'ANON;CBC'],
    [0x0080, 'TLS_GOSTR341094_WITH_28147_CNT_IMIT', 'GOST94-GOST89-GOST89', 256, false, 'BLOCK64;GOST'],
    [0x0081, 'TLS_GOSTR341001_WITH_28147_CNT_IMIT', 'GOST2001-GOST89-GOST89', 256, false, 'BLOCK64;GOST'],
    [0x0082, 'TLS_GOSTR341094_WITH_NULL_GOSTR3411', 'GOST94-NULL-GOST94', 0, false, 'NULL-ENC;GOST'],
    [0x0083, 'TLS_GOSTR341001_WITH_NULL_GOSTR3411', 'GOST2001-NULL-GOST94', 0, false, 'NULL-ENC;GOST'],
    [0x0084, 'TLS_RSA_WITH_CAMELLIA_256_CBC_SHA', 'CAMELLIA256-SHA', 256, false, 'CBC;STATIC-RSA'],
    [0x0085, 'TLS_DH_DSS_WITH_CAMELLIA_256_CBC_SHA', 'DH-DSS-CAMELLIA256-SHA', 256, false, 'CBC;STATIC-DH'],
    [0x0086, 'TLS_DH_RSA_WITH_CAMELLIA_256_CBC_SHA', 'DH-RSA-CAMELLIA256-SHA', 256, false, 'CBC;STATIC-DH'],
    [0x0087, 'TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA', 'DHE-DSS-CAMELLIA256-SHA', 256, true, 'CBC'],
    [0x0088, 'TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA', 'DHE-RSA-CAMELLIA256-SHA', 256, true, 'CBC'],
    [0x0089, 'TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA', 'ADH-CAMELLIA256-SHA', 256, true, 'ANON;CBC'],
    [0x008a, 'TLS_PSK_WITH_RC4_128_SHA', 'PSK-RC4-SHA', 128, false, 'RC4;PSK'],
    [0x008b, 'TLS_PSK_WITH_3DES_EDE_CBC_SHA', 'PSK-3DES-EDE-CBC-SHA', 112, false, 'BLOCK64;CBC;PSK'],
    [0x008c, 'TLS_PSK_WITH_AES_128_CBC_SHA', 'PSK-AES128-CBC-SHA', 128, false, 'CBC;PSK'],
    [0x008d, 'TLS_PSK_WITH_AES_256_CBC_SHA', 'PSK-AES256-CBC-SHA', 256, false, 'CBC;PSK'],
    [0x008e, 'TLS_DHE_PSK_WITH_RC4_128_SHA', 'DHE-PSK-RC4-SHA', 128, true, 'RC4;PSK'],
    [0x008f, 'TLS_DHE_PSK_WITH_3DES_EDE_CBC_SHA', 'DHE-PSK-3DES-EDE-CBC-SHA', 112, true, 'BLOCK64;CBC;PSK'],
    [0x0090, 'TLS_DHE_PSK_WITH_AES_128_CBC_SHA', 'DHE-PSK-AES128-CBC-SHA', 128, true, 'CBC;PSK'],
    [0x0091, 'TLS_DHE_PSK_WITH_AES_256_CBC_SHA', 'DHE-PSK-AES256-CBC-SHA', 256, true, 'CBC;PSK'],
    [0x0092, 'TLS_RSA_PSK_WITH_RC4_128_SHA', 'RSA-PSK-RC4-SHA', 128, false, 'RC4;STATIC-RSA;PSK'],
    [0x0093, 'TLS_RSA_PSK_WITH_3DES_EDE_CBC_SHA', 'RSA-PSK-3DES-EDE-CBC-SHA', 112, false, 'BLOCK64;CBC;STATIC-RSA;PSK'],
    [0x0094, 'TLS_RSA_PSK_WITH_AES_128_CBC_SHA', 'RSA-PSK-AES128-CBC-SHA', 128, false, 'CBC;STATIC-RSA;PSK'],
    [0x0095, 'TLS_RSA_PSK_WITH_AES_256_CBC_SHA', 'RSA-PSK-AES256-CBC-SHA', 256, false, 'CBC;STATIC-RSA;PSK'],
    [0x0096, 'TLS_RSA_WITH_SEED_CBC_SHA', 'SEED-SHA', 128, false, 'CBC;STATIC-RSA'],
    [0x0097, 'TLS_DH_DSS_WITH_SEED_CBC_SHA', 'DH-DSS-SEED-SHA', 128, false, 'CBC;STATIC-DH'],
    [0x0098, 'TLS_DH_RSA_WITH_SEED_CBC_SHA', 'DH-RSA-SEED-SHA', 128, false, 'CBC;STATIC-DH'],
    [0x0099, 'TLS_DHE_DSS_WITH_SEED_CBC_SHA', 'DHE-DSS-SEED-SHA', 128, true, 'CBC'],
    [0x009a, 'TLS_DHE_RSA_WITH_SEED_CBC_SHA', 'DHE-RSA-SEED-SHA', 128, true, 'CBC'],
    [0x009b, 'TLS_DH_anon_WITH_SEED_CBC_SHA', 'ADH-SEED-SHA', 128, true, 'ANON;CBC'],
    [0x009c, 'TLS_RSA_WITH_AES_128_GCM_SHA256', 'AES128-GCM-SHA256', 128, false, 'STATIC-RSA'],
    [0x009d, 'TLS_RSA_WITH_AES_256_GCM_SHA384', 'AES256-GCM-SHA384', 256, false, 'STATIC-RSA'],
    [0x009e, 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', 'DHE-RSA-AES128-GCM-SHA256', 128, true, ''],
    [0x009f, 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384', 'DHE-RSA-AES256-GCM-SHA384', 256, true, ''],
    [0x00a0, 'TLS_DH_RSA_WITH_AES_128_GCM_SHA256', 'DH-RSA-AES128-GCM-SHA256', 128, false, 'STATIC-DH'],
    [0x00a1, 'TLS_DH_RSA_WITH_AES_256_GCM_SHA384', 'DH-RSA-AES256-GCM-SHA384', 256, false, 'STATIC-DH'],
    [0x00a2, 'TLS_DHE_DSS_WITH_AES_128_GCM_SHA256', 'DHE-DSS-AES128-GCM-SHA256', 128, true, ''],
    [0x00a3, 'TLS_DHE_DSS_WITH_AES_256_GCM_SHA384', 'DHE-DSS-AES256-GCM-SHA384', 256, true, ''],
    [0x00a4, 'TLS_DH_DSS_WITH_AES_128_GCM_SHA256', 'DH-DSS-AES128-GCM-SHA256', 128, false, 'STATIC-DH'],
    [0x00a5, 'TLS_DH_DSS_WITH_AES_256_GCM_SHA384', 'DH-DSS-AES256-GCM-SHA384', 256, false, 'STATIC-DH'],
    [0x00a6, 'TLS_DH_anon_WITH_AES_128_GCM_SHA256', 'ADH-AES128-GCM-SHA256', 128, true, 'ANON'],
    [0x00a7, 'TLS_DH_anon_WITH_AES_256_GCM_SHA384', 'ADH-AES256-GCM-SHA384', 256, true, 'ANON'],
    [0x00a8, 'TLS_PSK_WITH_AES_128_GCM_SHA256', 'PSK-AES128-GCM-SHA256', 128, false, 'PSK'],
    [0x00a9, 'TLS_PSK_WITH_AES_256_GCM_SHA384', 'PSK-AES256-GCM-SHA384', 256, false, 'PSK'],
    [0x00aa, 'TLS_DHE_PSK_WITH_AES_128_GCM_SHA256', 'DHE-PSK-AES128-GCM-SHA256', 128, true, 'PSK'],
    [0x00ab, 'TLS_DHE_PSK_WITH_AES_256_GCM_SHA384', 'DHE-PSK-AES256-GCM-SHA384', 256, true, 'PSK'],
    [0x00ac, 'TLS_RSA_PSK_WITH_AES_128_GCM_SHA256', 'RSA-PSK-AES128-GCM-SHA256', 128, false, 'STATIC-RSA;PSK'],
    [0x00ad, 'TLS_RSA_PSK_WITH_AES_256_GCM_SHA384', 'RSA-PSK-AES256-GCM-SHA384', 256, false, 'STATIC-RSA;PSK'],
    [0x00ae, 'TLS_PSK_WITH_AES_128_CBC_SHA256', 'PSK-AES128-CBC-SHA256', 128, false, 'CBC;PSK'],
    [0x00af, 'TLS_PSK_WITH_AES_256_CBC_SHA384', 'PSK-AES256-CBC-SHA384', 256, false, 'CBC;PSK'],
    [0x00b0, 'TLS_PSK_WITH_NULL_SHA256', 'PSK-NULL-SHA256', 0, false, 'NULL-ENC;PSK'],
    [0x00b1, 'TLS_PSK_WITH_NULL_SHA384', 'PSK-NULL-SHA384', 0, false, 'NULL-ENC;PSK'],
    [0x00b2, 'TLS_DHE_PSK_WITH_AES_128_CBC_SHA256', 'DHE-PSK-AES128-CBC-SHA256', 128, true, 'CBC;PSK'],
    [0x00b3, 'TLS_DHE_PSK_WITH_AES_256_CBC_SHA384', 'DHE-PSK-AES256-CBC-SHA384', 256, true, 'CBC;PSK'],
    [0x00b4, 'TLS_DHE_PSK_WITH_NULL_SHA256', 'DHE-PSK-NULL-SHA256', 0, true, 'NULL-ENC;PSK'],
    [0x00b5, 'TLS_DHE_PSK_WITH_NULL_SHA384', 'DHE-PSK-NULL-SHA384', 0, true, 'NULL-ENC;PSK'],
    [0x00b6, 'TLS_RSA_PSK_WITH_AES_128_CBC_SHA256', 'RSA-PSK-AES128-CBC-SHA256', 128, false, 'CBC;STATIC-RSA;PSK'],
    [0x00b7, 'TLS_RSA_PSK_WITH_AES_256_CBC_SHA384', 'RSA-PSK-AES256-CBC-SHA384', 256, false, 'CBC;STATIC-RSA;PSK'],
    [0x00b8, 'TLS_RSA_PSK_WITH_NULL_SHA256', 'RSA-PSK-NULL-SHA256', 0, false, 'NULL-ENC;STATIC-RSA;PSK'],
    [0x00b9, 'TLS_RSA_PSK_WITH_NULL_SHA384', 'RSA-PSK-NULL-SHA384', 0, false, 'NULL-ENC;STATIC-RSA;PSK'],
    [0x00ba, 'TLS_RSA_WITH_CAMELLIA_128_CBC_SHA256', 'CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-RSA'],
    [0x00bb, 'TLS_DH_DSS_WITH_CAMELLIA_128_CBC_SHA256', 'DH-DSS-CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-DH'],
    [0x00bc, 'TLS_DH_RSA_WITH_CAMELLIA_128_CBC_SHA256', 'DH-RSA-CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-DH'],
    [0x00bd, 'TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA256', 'DHE-DSS-CAMELLIA128-SHA256', 128, true, 'CBC'],
    [0x00be, 'TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA256', 'DHE-RSA-CAMELLIA128-SHA256', 128, true, 'CBC'],
    [0x00bf, 'TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA256', 'ADH-CAMELLIA128-SHA256', 128, true, 'ANON;CBC'],
    [0x00c0, 'TLS_RSA_WITH_CAMELLIA_256_CBC_SHA256', 'CAMELLIA256-SHA256', 256, false, 'CBC;STATIC-RSA'],
    [0x00c1, 'TLS_DH_DSS_WITH_CAMELLIA_256_CBC_SHA256', 'DH-DSS-CAMELLIA256-SHA256', 256, false, 'CBC;STATIC-DH'],
    [0x00c2, 'TLS_DH_RSA_WITH_CAMELLIA_256_CBC_SHA256', 'DH-RSA-CAMELLIA256-SHA256', 256, false, 'CBC;STATIC-DH'],
    [0x00c3, 'TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA256', 'DHE-DSS-CAMELLIA256-SHA256', 256, true, 'CBC'],
    [0x00c4, 'TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256', 'DHE-RSA-CAMELLIA256-SHA256', 256, true, 'CBC'],
    [0x00c5, 'TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA256', 'ADH-CAMELLIA256-SHA256', 256, true, 'ANON;CBC'],
    [0x00c6, 'TLS_SM4_GCM_SM3', 'TLS_SM4_GCM_SM3', 128, true, 'SM'],
    [0x00c7, 'TLS_SM4_CCM_SM3', 'TLS_SM4_CCM_SM3', 128, true, 'SM'],
    [0x00ff, 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV', null, null, null, 'SCSV'],
    [0x1301, 'TLS_AES_128_GCM_SHA256', 'TLS_AES_128_GCM_SHA256', 128, true, ''],
    [0x1302, 'TLS_AES_256_GCM_SHA384', 'TLS_AES_256_GCM_SHA384', 256, true, ''],
    [0x1303, 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_CHACHA20_POLY1305_SHA256', 256, true, ''],
    [0x1304, 'TLS_AES_128_CCM_SHA256', 'TLS_AES_128_CCM_SHA256', 128, true, ''],
    [0x1305, 'TLS_AES_128_CCM_8_SHA256', 'TLS_AES_128_CCM_8_SHA256', 128, true, 'CCM8'],
    [0x1306, 'TLS_AEGIS_256_SHA512', null, 256, true, ''],
    [0x1307, 'TLS_AEGIS_128L_SHA256', null, 128, true, ''],
    [0x16b7, 'TLS_CECPQ1_RSA_WITH_CHACHA20_POLY1305_SHA256', null, 256, true, 'EXPERIMENT-ENDED'],
    [0x16b8, 'TLS_CECPQ1_ECDSA_WITH_CHACHA20_POLY1305_SHA256', null, 256, true, 'EXPERIMENT-ENDED'],
    [0x16b9, 'TLS_CECPQ1_RSA_WITH_AES_256_GCM_SHA384', null, 256, true, 'EXPERIMENT-ENDED'],
    [0x16ba, 'TLS_CECPQ1_ECDSA_WITH_AES_256_GCM_SHA384', null, 256, true, 'EXPERIMENT-ENDED'],
    [0x5600, 'TLS_FALLBACK_SCSV', null, null, null, 'SCSV'],
    [0xc001, 'TLS_ECDH_ECDSA_WITH_NULL_SHA', 'ECDH-ECDSA-NULL-SHA', 0, false, 'NULL-ENC;STATIC-DH'],
    [0xc002, 'TLS_ECDH_ECDSA_WITH_RC4_128_SHA', 'ECDH-ECDSA-RC4-SHA', 128, false, 'RC4;STATIC-DH'],
    [0xc003, 'TLS_ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA', 'ECDH-ECDSA-DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;STATIC-DH'],
    [0xc004, 'TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA', 'ECDH-ECDSA-AES128-SHA', 128, false, 'CBC;STATIC-DH'],
    [0xc005, 'TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA', 'ECDH-ECDSA-AES256-SHA', 256, false, 'CBC;STATIC-DH'],
    [0xc006, 'TLS_ECDHE_ECDSA_WITH_NULL_SHA', 'ECDHE-ECDSA-NULL-SHA', 0, true, 'NULL-ENC'],
    [0xc007, 'TLS_ECDHE_ECDSA_WITH_RC4_128_SHA', 'ECDHE-ECDSA-RC4-SHA', 128, true, 'RC4'],
    [0xc008, 'TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA', 'ECDHE-ECDSA-DES-CBC3-SHA', 112, true, 'BLOCK64;CBC'],
    [0xc009, 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', 'ECDHE-ECDSA-AES128-SHA', 128, true, 'CBC'],
    [0xc00a, 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA', 'ECDHE-ECDSA-AES256-SHA', 256, true, 'CBC'],
    [0xc00b, 'TLS_ECDH_RSA_WITH_NULL_SHA', 'ECDH-RSA-NULL-SHA', 0, false, 'NULL-ENC;STATIC-DH'],
    [0xc00c, 'TLS_ECDH_RSA_WITH_RC4_128_SHA', 'ECDH-RSA-RC4-SHA', 128, false, 'RC4;STATIC-DH'],
    [0xc00d, 'TLS_ECDH_RSA_WITH_3DES_EDE_CBC_SHA', 'ECDH-RSA-DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;STATIC-DH'],
    [0xc00e, 'TLS_ECDH_RSA_WITH_AES_128_CBC_SHA', 'ECDH-RSA-AES128-SHA', 128, false, 'CBC;STATIC-DH'],
    [0xc00f, 'TLS_ECDH_RSA_WITH_AES_256_CBC_SHA', 'ECDH-RSA-AES256-SHA', 256, false, 'CBC;STATIC-DH'],
    [0xc010, 'TLS_ECDHE_RSA_WITH_NULL_SHA', 'ECDHE-RSA-NULL-SHA', 0, true, 'NULL-ENC'],
    [0xc011, 'TLS_ECDHE_RSA_WITH_RC4_128_SHA', 'ECDHE-RSA-RC4-SHA', 128, true, 'RC4'],
    [0xc012, 'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA', 'ECDHE-RSA-DES-CBC3-SHA', 112, true, 'BLOCK64;CBC'],
    [0xc013, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'ECDHE-RSA-AES128-SHA', 128, true, 'CBC'],
    [0xc014, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA', 'ECDHE-RSA-AES256-SHA', 256, true, 'CBC'],
    [0xc015, 'TLS_ECDH_anon_WITH_NULL_SHA', 'AECDH-NULL-SHA', 0, true, 'NULL-ENC;ANON'],
    [0xc016, 'TLS_ECDH_anon_WITH_RC4_128_SHA', 'AECDH-RC4-SHA', 128, true, 'ANON;RC4'],
    [0xc017, 'TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA', 'AECDH-DES-CBC3-SHA', 112, true, 'ANON;BLOCK64;CBC'],
    [0xc018, 'TLS_ECDH_anon_WITH_AES_128_CBC_SHA', 'AECDH-AES128-SHA', 128, true, 'ANON;CBC'],
    [0xc019, 'TLS_ECDH_anon_WITH_AES_256_CBC_SHA', 'AECDH-AES256-SHA', 256, true, 'ANON;CBC'],
    [0xc01a, 'TLS_SRP_SHA_WITH_3DES_EDE_CBC_SHA', 'SRP-3DES-EDE-CBC-SHA', 112, true, 'BLOCK64;CBC;SRP'],
    [0xc01b, 'TLS_SRP_SHA_RSA_WITH_3DES_EDE_CBC_SHA', 'SRP-RSA-3DES-EDE-CBC-SHA', 112, true, 'BLOCK64;CBC;SRP'],
    [0xc01c, 'TLS_SRP_SHA_DSS_WITH_3DES_EDE_CBC_SHA', 'SRP-DSS-3DES-EDE-CBC-SHA', 112, true, 'BLOCK64;CBC;SRP'],
    [0xc01d, 'TLS_SRP_SHA_WITH_AES_128_CBC_SHA', 'SRP-AES-128-CBC-SHA', 128, true, 'CBC;SRP'],
    [0xc01e, 'TLS_SRP_SHA_RSA_WITH_AES_128_CBC_SHA', 'SRP-RSA-AES-128-CBC-SHA', 128, true, 'CBC;SRP'],
    [0xc01f, 'TLS_SRP_SHA_DSS_WITH_AES_128_CBC_SHA', 'SRP-DSS-AES-128-CBC-SHA', 128, true, 'CBC;SRP'],
    [0xc020, 'TLS_SRP_SHA_WITH_AES_256_CBC_SHA', 'SRP-AES-256-CBC-SHA', 256, true, 'CBC;SRP'],
    [0xc021, 'TLS_SRP_SHA_RSA_WITH_AES_256_CBC_SHA', 'SRP-RSA-AES-256-CBC-SHA', 256, true, 'CBC;SRP'],
    [0xc022, 'TLS_SRP_SHA_DSS_WITH_AES_256_CBC_SHA', 'SRP-DSS-AES-256-CBC-SHA', 256, true, 'CBC;SRP'],
    [0xc023, 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256', 'ECDHE-ECDSA-AES128-SHA256', 128, true, 'CBC'],
    [0xc024, 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384', 'ECDHE-ECDSA-AES256-SHA384', 256, true, 'CBC'],
    [0xc025, 'TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256', 'ECDH-ECDSA-AES128-SHA256', 128, false, 'CBC;STATIC-DH'],
    [0xc026, 'TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384', 'ECDH-ECDSA-AES256-SHA384', 256, false, 'CBC;STATIC-DH'],
    [0xc027, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256', 'ECDHE-RSA-AES128-SHA256', 128, true, 'CBC'],
    [0xc028, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 'ECDHE-RSA-AES256-SHA384', 256, true, 'CBC'],
    [0xc029, 'TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256', 'ECDH-RSA-AES128-SHA256', 128, false, 'CBC;STATIC-DH'],
    [0xc02a, 'TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384', 'ECDH-RSA-AES256-SHA384', 256, false, 'CBC;STATIC-DH'],
    [0xc02b, 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256', 128, true, ''],
    [0xc02c, 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'ECDHE-ECDSA-AES256-GCM-SHA384', 256, true, ''],
    [0xc02d, 'TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256', 'ECDH-ECDSA-AES128-GCM-SHA256', 128, false, 'STATIC-DH'],
    [0xc02e, 'TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384', 'ECDH-ECDSA-AES256-GCM-SHA384', 256, false, 'STATIC-DH'],
    [0xc02f, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 128, true, ''],
    [0xc030, 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'ECDHE-RSA-AES256-GCM-SHA384', 256, true, ''],
    [0xc031, 'TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256', 'ECDH-RSA-AES128-GCM-SHA256', 128, false, 'STATIC-DH'],
    [0xc032, 'TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384', 'ECDH-RSA-AES256-GCM-SHA384', 256, false, 'STATIC-DH'],
    [0xc033, 'TLS_ECDHE_PSK_WITH_RC4_128_SHA', 'ECDHE-PSK-RC4-SHA', 128, true, 'RC4;PSK'],
    [0xc034, 'TLS_ECDHE_PSK_WITH_3DES_EDE_CBC_SHA', 'ECDHE-PSK-3DES-EDE-CBC-SHA', 112, true, 'BLOCK64;CBC;PSK'],
    [0xc035, 'TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA', 'ECDHE-PSK-AES128-CBC-SHA', 128, true, 'CBC;PSK'],
    [0xc036, 'TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA', 'ECDHE-PSK-AES256-CBC-SHA', 256, true, 'CBC;PSK'],
    [0xc037, 'TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256', 'ECDHE-PSK-AES128-CBC-SHA256', 128, true, 'CBC;PSK'],
    [0xc038, 'TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384', 'ECDHE-PSK-AES256-CBC-SHA384', 256, true, 'CBC;PSK'],
    [0xc039, 'TLS_ECDHE_PSK_WITH_NULL_SHA', 'ECDHE-PSK-NULL-SHA', 0, true, 'NULL-ENC;PSK'],
    [0xc03a, 'TLS_ECDHE_PSK_WITH_NULL_SHA256', 'ECDHE-PSK-NULL-SHA256', 0, true, 'NULL-ENC;PSK'],
    [0xc03b, 'TLS_ECDHE_PSK_WITH_NULL_SHA384', 'ECDHE-PSK-NULL-SHA384', 0, true, 'NULL-ENC;PSK'],
    [0xc03c, 'TLS_RSA_WITH_ARIA_128_CBC_SHA256', 'ARIA128-CBC-SHA256', 128, false, 'CBC;STATIC-RSA'],
    [0xc03d, 'TLS_RSA_WITH_ARIA_256_CBC_SHA384', 'ARIA256-CBC-SHA384', 256, false, 'CBC;STATIC-RSA'],
    [0xc03e, 'TLS_DH_DSS_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;STATIC-DH'],
    [0xc03f, 'TLS_DH_DSS_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;STATIC-DH'],
    [0xc040, 'TLS_DH_RSA_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;STATIC-DH'],
    [0xc041, 'TLS_DH_RSA_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;STATIC-DH'],
    [0xc042, 'TLS_DHE_DSS_WITH_ARIA_128_CBC_SHA256', 'DHE-DSS-ARIA128-CBC-SHA256', 128, true, 'CBC'],
    [0xc043, 'TLS_DHE_DSS_WITH_ARIA_256_CBC_SHA384', 'DHE-DSS-ARIA256-CBC-SHA384', 256, true, 'CBC'],
    [0xc044, 'TLS_DHE_RSA_WITH_ARIA_128_CBC_SHA256', 'DHE-RSA-ARIA128-CBC-SHA256', 128, true, 'CBC'],
    [0xc045, 'TLS_DHE_RSA_WITH_ARIA_256_CBC_SHA384', 'DHE-RSA-ARIA256-CBC-SHA384', 256, true, 'CBC'],
    [0xc046, 'TLS_DH_anon_WITH_ARIA_128_CBC_SHA256', 'DH-anon-ARIA128-CBC-SHA256', 128, true, 'ANON;CBC'],
    [0xc047, 'TLS_DH_anon_WITH_ARIA_256_CBC_SHA384', 'DH-anon-ARIA256-CBC-SHA384', 256, true, 'ANON;CBC'],
    [0xc048, 'TLS_ECDHE_ECDSA_WITH_ARIA_128_CBC_SHA256', 'ECDHE-ECDSA-ARIA128-CBC-SHA256', 128, true, 'CBC'],
    [0xc049, 'TLS_ECDHE_ECDSA_WITH_ARIA_256_CBC_SHA384', 'ECDHE-ECDSA-ARIA256-CBC-SHA384', 256, true, 'CBC'],
    [0xc04a, 'TLS_ECDH_ECDSA_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;STATIC-DH'],
    [0xc04b, 'TLS_ECDH_ECDSA_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;STATIC-DH'],
    [0xc04c, 'TLS_ECDHE_RSA_WITH_ARIA_128_CBC_SHA256', 'ECDHE-RSA-ARIA128-CBC-SHA256', 128, true, 'CBC'],
    [0xc04d, 'TLS_ECDHE_RSA_WITH_ARIA_256_CBC_SHA384', 'ECDHE-RSA-ARIA256-CBC-SHA384', 256, true, 'CBC'],
    [0xc04e, 'TLS_ECDH_RSA_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;STATIC-DH'],
    [0xc04f, 'TLS_ECDH_RSA_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;STATIC-DH'],
    [0xc050, 'TLS_RSA_WITH_ARIA_128_GCM_SHA256', 'ARIA128-GCM-SHA256', 128, false, 'STATIC-RSA'],
    [0xc051, 'TLS_RSA_WITH_ARIA_256_GCM_SHA384', 'ARIA256-GCM-SHA384', 256, false, 'STATIC-RSA'],
    [0xc052, 'TLS_DHE_RSA_WITH_ARIA_128_GCM_SHA256', 'DHE-RSA-ARIA128-GCM-SHA256', 128, true, ''],
    [0xc053, 'TLS_DHE_RSA_WITH_ARIA_256_GCM_SHA384', 'DHE-RSA-ARIA256-GCM-SHA384', 256, true, ''],
    [0xc054, 'TLS_DH_RSA_WITH_ARIA_128_GCM_SHA256', 'DH-RSA-ARIA128-GCM-SHA256', 128, false, 'STATIC-DH'],
    [0xc055, 'TLS_DH_RSA_WITH_ARIA_256_GCM_SHA384', 'DH-RSA-ARIA256-GCM-SHA384', 256, false, 'STATIC-DH'],
    [0xc056, 'TLS_DHE_DSS_WITH_ARIA_128_GCM_SHA256', 'DHE-DSS-ARIA128-GCM-SHA256', 128, true, ''],
    [0xc057, 'TLS_DHE_DSS_WITH_ARIA_256_GCM_SHA384', 'DHE-DSS-ARIA256-GCM-SHA384', 256, true, ''],
    [0xc058, 'TLS_DH_DSS_WITH_ARIA_128_GCM_SHA256', 'DH-DSS-ARIA128-GCM-SHA256', 128, false, 'STATIC-DH'],
    [0xc059, 'TLS_DH_DSS_WITH_ARIA_256_GCM_SHA384', 'DH-DSS-ARIA256-GCM-SHA384', 256, false, 'STATIC-DH'],
    [0xc05a, 'TLS_DH_anon_WITH_ARIA_128_GCM_SHA256', 'ADH-ARIA128-GCM-SHA256', 128, true, 'ANON'],
    [0xc05b, 'TLS_DH_anon_WITH_ARIA_256_GCM_SHA384', 'ADH-ARIA256-GCM-SHA384', 256, true, 'ANON'],
    [0xc05c, 'TLS_ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256', 'ECDHE-ECDSA-ARIA128-GCM-SHA256', 128, true, ''],
    [0xc05d, 'TLS_ECDHE_ECDSA_WITH_ARIA_256_GCM_SHA384', 'ECDHE-ECDSA-ARIA256-GCM-SHA384', 256, true, ''],
    [0xc05e, 'TLS_ECDH_ECDSA_WITH_ARIA_128_GCM_SHA256', 'ECDH-ECDSA-ARIA128-GCM-SHA256', 128, false, 'STATIC-DH'],
    [0xc05f, 'TLS_ECDH_ECDSA_WITH_ARIA_256_GCM_SHA384', 'ECDH-ECDSA-ARIA256-GCM-SHA384', 256, false, 'STATIC-DH'],
    [0xc060, 'TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256', 'ECDHE-ARIA128-GCM-SHA256', 128, true, ''],
    [0xc061, 'TLS_ECDHE_RSA_WITH_ARIA_256_GCM_SHA384', 'ECDHE-ARIA256-GCM-SHA384', 256, true, ''],
    [0xc062, 'TLS_ECDH_RSA_WITH_ARIA_128_GCM_SHA256', 'ECDH-ARIA128-GCM-SHA256', 128, false, 'STATIC-DH'],
    [0xc063, 'TLS_ECDH_RSA_WITH_ARIA_256_GCM_SHA384', 'ECDH-ARIA256-GCM-SHA384', 256, false, 'STATIC-DH'],
    [0xc064, 'TLS_PSK_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;PSK'],
    [0xc065, 'TLS_PSK_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;PSK'],
    [0xc066, 'TLS_DHE_PSK_WITH_ARIA_128_CBC_SHA256', null, 128, true, 'CBC;PSK'],
    [0xc067, 'TLS_DHE_PSK_WITH_ARIA_256_CBC_SHA384', null, 256, true, 'CBC;PSK'],
    [0xc068, 'TLS_RSA_PSK_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;STATIC-RSA;PSK'],
    [0xc069, 'TLS_RSA_PSK_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;STATIC-RSA;PSK'],
    [0xc06a, 'TLS_PSK_WITH_ARIA_128_GCM_SHA256', 'PSK-ARIA128-GCM-SHA256', 128, false, 'PSK'],
    [0xc06b, 'TLS_PSK_WITH_ARIA_256_GCM_SHA384', 'PSK-ARIA256-GCM-SHA384', 256, false, 'PSK'],
    [0xc06c, 'TLS_DHE_PSK_WITH_ARIA_128_GCM_SHA256', 'DHE-PSK-ARIA128-GCM-SHA256', 128, true, 'PSK'],
    [0xc06d, 'TLS_DHE_PSK_WITH_ARIA_256_GCM_SHA384', 'DHE-PSK-ARIA256-GCM-SHA384', 256, true, 'PSK'],
    [0xc06e, 'TLS_RSA_PSK_WITH_ARIA_128_GCM_SHA256', 'RSA-PSK-ARIA128-GCM-SHA256', 128, false, 'STATIC-RSA;PSK'],
    [0xc06f, 'TLS_RSA_PSK_WITH_ARIA_256_GCM_SHA384', 'RSA-PSK-ARIA256-GCM-SHA384', 256, false, 'STATIC-RSA;PSK'],
    [0xc070, 'TLS_ECDHE_PSK_WITH_ARIA_128_CBC_SHA256', null, 128, true, 'CBC;PSK'],
    [0xc071, 'TLS_ECDHE_PSK_WITH_ARIA_256_CBC_SHA384', null, 256, true, 'CBC;PSK'],
    [0xc072, 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256', 'ECDHE-ECDSA-CAMELLIA128-SHA256', 128, true, 'CBC'],
    [0xc073, 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_CBC_SHA384', 'ECDHE-ECDSA-CAMELLIA256-SHA384', 256, true, 'CBC'],
    [0xc074, 'TLS_ECDH_ECDSA_WITH_CAMELLIA_128_CBC_SHA256', 'ECDH-ECDSA-CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-DH'],
    [0xc075, 'TLS_ECDH_ECDSA_WITH_CAMELLIA_256_CBC_SHA384', 'ECDH-ECDSA-CAMELLIA256-SHA384', 256, false, 'CBC;STATIC-DH'],
    [0xc076, 'TLS_ECDHE_RSA_WITH_CAMELLIA_128_CBC_SHA256', 'ECDHE-RSA-CAMELLIA128-SHA256', 128, true, 'CBC'],
    [0xc077, 'TLS_ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384', 'ECDHE-RSA-CAMELLIA256-SHA384', 256, true, 'CBC'],
    [0xc078, 'TLS_ECDH_RSA_WITH_CAMELLIA_128_CBC_SHA256', 'ECDH-RSA-CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-DH'],
    [0xc079, 'TLS_ECDH_RSA_WITH_CAMELLIA_256_CBC_SHA384', 'ECDH-RSA-CAMELLIA256-SHA384', 256, false, 'CBC;STATIC-DH'],
    [0xc07a, 'TLS_RSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-RSA'],
    [0xc07b, 'TLS_RSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-RSA'],
    [0xc07c, 'TLS_DHE_RSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, ''],
    [0xc07d, 'TLS_DHE_RSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, ''],
    [0xc07e, 'TLS_DH_RSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-DH'],
    [0xc07f, 'TLS_DH_RSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-DH'],
    [0xc080, 'TLS_DHE_DSS_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, ''],
    [0xc081, 'TLS_DHE_DSS_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, ''],
    [0xc082, 'TLS_DH_DSS_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-DH'],
    [0xc083, 'TLS_DH_DSS_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-DH'],
    [0xc084, 'TLS_DH_anon_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, 'ANON'],
    [0xc085, 'TLS_DH_anon_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, 'ANON'],
    [0xc086, 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, ''],
    [0xc087, 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, ''],
    [0xc088, 'TLS_ECDH_ECDSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-DH'],
    [0xc089, 'TLS_ECDH_ECDSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-DH'],
    [0xc08a, 'TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, ''],
    [0xc08b, 'TLS_ECDHE_RSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, ''],
    [0xc08c, 'TLS_ECDH_RSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-DH'],
    [0xc08d, 'TLS_ECDH_RSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-DH'],
    [0xc08e, 'TLS_PSK_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'PSK'],
    [0xc08f, 'TLS_PSK_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'PSK'],
    [0xc090, 'TLS_DHE_PSK_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, 'PSK'],
    [0xc091, 'TLS_DHE_PSK_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, 'PSK'],
    [0xc092, 'TLS_RSA_PSK_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-RSA;PSK'],
    [0xc093, 'TLS_RSA_PSK_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-RSA;PSK'],
    [0xc094, 'TLS_PSK_WITH_CAMELLIA_128_CBC_SHA256', 'PSK-CAMELLIA128-SHA256', 128, false, 'CBC;PSK'],
    [0xc095, 'TLS_PSK_WITH_CAMELLIA_256_CBC_SHA384', 'PSK-CAMELLIA256-SHA384', 256, false, 'CBC;PSK'],
    [0xc096, 'TLS_DHE_PSK_WITH_CAMELLIA_128_CBC_SHA256', 'DHE-PSK-CAMELLIA128-SHA256', 128, true, 'CBC;PSK'],
    [0xc097, 'TLS_DHE_PSK_WITH_CAMELLIA_256_CBC_SHA384', 'DHE-PSK-CAMELLIA256-SHA384', 256, true, 'CBC;PSK'],
    [0xc098, 'TLS_RSA_PSK_WITH_CAMELLIA_128_CBC_SHA256', 'RSA-PSK-CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-RSA;PSK'],
    [0xc099, 'TLS_RSA_PSK_WITH_CAMELLIA_256_CBC_SHA384', 'RSA-PSK-CAMELLIA256-SHA384', 256, false, 'CBC;STATIC-RSA;PSK'],
    [0xc09a, 'TLS_ECDHE_PSK_WITH_CAMELLIA_128_CBC_SHA256', 'ECDHE-PSK-CAMELLIA128-SHA256', 128, true, 'CBC;PSK'],
    [0xc09b, 'TLS_ECDHE_PSK_WITH_CAMELLIA_256_CBC_SHA384', 'ECDHE-PSK-CAMELLIA256-SHA384', 256, true, 'CBC;PSK'],
    [0xc09c, 'TLS_RSA_WITH_AES_128_CCM', 'AES128-CCM', 128, false, 'STATIC-RSA'],
    [0xc09d, 'TLS_RSA_WITH_AES_256_CCM', 'AES256-CCM', 256, false, 'STATIC-RSA'],
    [0xc09e, 'TLS_DHE_RSA_WITH_AES_128_CCM', 'DHE-RSA-AES128-CCM', 128, true, ''],
    [0xc09f, 'TLS_DHE_RSA_WITH_AES_256_CCM', 'DHE-RSA-AES256-CCM', 256, true, ''],
    [0xc0a0, 'TLS_RSA_WITH_AES_128_CCM_8', 'AES128-CCM8', 128, false, 'CCM8;STATIC-RSA'],
    [0xc0a1, 'TLS_RSA_WITH_AES_256_CCM_8', 'AES256-CCM8', 256, false, 'CCM8;STATIC-RSA'],
    [0xc0a2, 'TLS_DHE_RSA_WITH_AES_128_CCM_8', 'DHE-RSA-AES128-CCM8', 128, true, 'CCM8'],
    [0xc0a3, 'TLS_DHE_RSA_WITH_AES_256_CCM_8', 'DHE-RSA-AES256-CCM8', 256, true, 'CCM8'],
    [0xc0a4, 'TLS_PSK_WITH_AES_128_CCM', 'PSK-AES128-CCM', 128, false, 'PSK'],
    [0xc0a5, 'TLS_PSK_WITH_AES_256_CCM', 'PSK-AES256-CCM', 256, false, 'PSK'],
    [0xc0a6, 'TLS_DHE_PSK_WITH_AES_128_CCM', 'DHE-PSK-AES128-CCM', 128, true, 'PSK'],
    [0xc0a7, 'TLS_DHE_PSK_WITH_AES_256_CCM', 'DHE-PSK-AES256-CCM', 256, true, 'PSK'],
    [0xc0a8, 'TLS_PSK_WITH_AES_128_CCM_8', 'PSK-AES128-CCM8', 128, false, 'CCM8;PSK'],
    [0xc0a9, 'TLS_PSK_WITH_AES_256_CCM_8', 'PSK-AES256-CCM8', 256, false, 'CCM8;PSK'],
    [0xc0aa, 'TLS_PSK_DHE_WITH_AES_128_CCM_8', 'DHE-PSK-AES128-CCM8', 128, true, 'CCM8;PSK'],
    [0xc0ab, 'TLS_PSK_DHE_WITH_AES_256_CCM_8', 'DHE-PSK-AES256-CCM8', 256, true, 'CCM8;PSK'],
    [0xc0ac, 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM', 'ECDHE-ECDSA-AES128-CCM', 128, true, ''],
    [0xc0ad, 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM', 'ECDHE-ECDSA-AES256-CCM', 256, true, ''],
    [0xc0ae, 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8', 'ECDHE-ECDSA-AES128-CCM8', 128, true, 'CCM8'],
    [0xc0af, 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8', 'ECDHE-ECDSA-AES256-CCM8', 256, true, 'CCM8'],
    [0xc0b0, 'TLS_ECCPWD_WITH_AES_128_GCM_SHA256', null, 128, true, ''],
    [0xc0b1, 'TLS_ECCPWD_WITH_AES_256_GCM_SHA384', null, 256, true, ''],
    [0xc0b2, 'TLS_ECCPWD_WITH_AES_128_CCM_SHA256', null, 128, true, ''],
    [0xc0b3, 'TLS_ECCPWD_WITH_AES_256_CCM_SHA384', null, 256, true, ''],
    [0xc0b4, 'TLS_SHA256_SHA256', 'TLS_SHA256_SHA256', 0, true, 'NULL-ENC'],
    [0xc0b5, 'TLS_SHA384_SHA384', 'TLS_SHA384_SHA384', 0, true, 'NULL-ENC'],
    [0xc100, 'TLS_GOSTR341112_256_WITH_KUZNYECHIK_CTR_OMAC', null, 256, false, 'GOST'],
    [0xc101, 'TLS_GOSTR341112_256_WITH_MAGMA_CTR_OMAC', null, 256, false, 'BLOCK64;GOST'],
    [0xc102, 'TLS_GOSTR341112_256_WITH_28147_CNT_IMIT', null, 256, false, 'BLOCK64;GOST'],
    [0xc103, 'TLS_GOSTR341112_256_WITH_KUZNYECHIK_MGM_L', null, 256, true, 'GOST'],
    [0xc104, 'TLS_GOSTR341112_256_WITH_MAGMA_MGM_L', null, 256, true, 'BLOCK64;GOST'],
    [0xc105, 'TLS_GOSTR341112_256_WITH_KUZNYECHIK_MGM_S', null, 256, true, 'GOST'],
    [0xc106, 'TLS_GOSTR341112_256_WITH_MAGMA_MGM_S', null, 256, true, 'BLOCK64;GOST'],
    [0xcc13, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256_OLD', 'ECDHE-RSA-CHACHA20-POLY1305-OLD', 256, true, 'PRE-RFC7905-DRAFT'],
    [0xcc14, 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256_OLD', 'ECDHE-ECDSA-CHACHA20-POLY1305-OLD', 256, true, 'PRE-RFC7905-DRAFT'],
    [0xcc15, 'TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256_OLD', 'DHE-RSA-CHACHA20-POLY1305-OLD', 256, true, 'PRE-RFC7905-DRAFT'],
    [0xcca8, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE-RSA-CHACHA20-POLY1305', 256, true, ''],
    [0xcca9, 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE-ECDSA-CHACHA20-POLY1305', 256, true, ''],
    [0xccaa, 'TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'DHE-RSA-CHACHA20-POLY1305', 256, true, ''],
    [0xccab, 'TLS_PSK_WITH_CHACHA20_POLY1305_SHA256', 'PSK-CHACHA20-POLY1305', 256, false, 'PSK'],
    [0xccac, 'TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE-PSK-CHACHA20-POLY1305', 256, true, 'PSK'],
    [0xccad, 'TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256', 'DHE-PSK-CHACHA20-POLY1305', 256, true, 'PSK'],
    [0xccae, 'TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256', 'RSA-PSK-CHACHA20-POLY1305', 256, false, 'STATIC-RSA;PSK'],
    [0xd001, 'TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256', null, 128, true, 'PSK'],
    [0xd002, 'TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384', null, 256, true, 'PSK'],
    [0xd003, 'TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256', null, 128, true, 'CCM8;PSK'],
    [0xd005, 'TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256', null, 128, true, 'PSK'],
    [0xfefe, 'SSL_RSA_FIPS_WITH_DES_CBC_SHA', null, 56, false, 'DES;BLOCK64;CBC;STATIC-RSA;LT112'],
    [0xfeff, 'SSL_RSA_FIPS_WITH_3DES_EDE_CBC_SHA', null, 112, false, 'BLOCK64;CBC;STATIC-RSA'],
    [0xff00, 'TLS_GOSTR341094_RSA_WITH_28147_CNT_MD5', 'GOST-MD5', 256, false, 'BLOCK64;MD5-MAC;GOST'],
    [0xff01, 'TLS_RSA_WITH_28147_CNT_GOST94', 'GOST-GOST94', 256, false, 'BLOCK64;STATIC-RSA;GOST'],
    [0xff02, '', 'GOST-GOST89MAC', 256, false, 'STATIC-RSA'],
    [0xff03, '', 'GOST-GOST89STREAM', 256, false, 'STATIC-RSA'],
    [0xff85, '', 'GOST2012256-GOST89-GOST89', 256, false, 'GOST'],
    [0xff87, '', 'GOST2012256-NULL-STREEBOG256', 0, false, 'NULL-ENC;GOST'],
    [0xffe0, 'SSL_RSA_FIPS_WITH_3DES_EDE_CBC_SHA', null, 112, false, 'BLOCK64;CBC;STATIC-RSA'],
    [0xffe1, 'SSL_RSA_FIPS_WITH_DES_CBC_SHA', null, 56, false, 'DES;BLOCK64;CBC;STATIC-RSA;LT112'],
    [0x000000, 'SSL_CK_NULL_WITH_MD5', 'NULL-MD5', 0, false, 'SSLv2;NULL-ENC;EXPORT;MD5-MAC;STATIC-RSA'],
    [0x010080, 'SSL_CK_RC4_128_WITH_MD5', 'RC4-MD5', 128, false, 'SSLv2;RC4;MD5-MAC;STATIC-RSA'],
    [0x020080, 'SSL_CK_RC4_128_EXPORT40_WITH_MD5', 'EXP-RC4-MD5', 40, false, 'SSLv2;EXPORT;RC4;MD5-MAC;STATIC-RSA;LT112'],
    [0x030080, 'SSL_CK_RC2_128_CBC_WITH_MD5', 'RC2-CBC-MD5', 128, false, 'SSLv2;RC2;BLOCK64;MD5-MAC;CBC;STATIC-RSA'],
    [0x040080, 'SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5', 'EXP-RC2-CBC-MD5', 40, false, 'SSLv2;EXPORT;RC2;BLOCK64;MD5-MAC;CBC;STATIC-RSA;LT112'],
    [0x050080, 'SSL_CK_IDEA_128_CBC_WITH_MD5', 'IDEA-CBC-MD5', 128, false, 'SSLv2;BLOCK64;MD5-MAC;CBC;STATIC-RSA'],
    [0x060040, 'SSL_CK_DES_64_CBC_WITH_MD5', 'DES-CBC-MD5', 56, false, 'SSLv2;DES;BLOCK64;MD5-MAC;CBC;STATIC-RSA;LT112'],
    [0x060140, 'SSL_CK_DES_64_CBC_WITH_SHA', 'DES-CBC-SHA', 56, false, 'SSLv2;DES;BLOCK64;CBC;STATIC-RSA;LT112'],
    [0x0700c0, 'SSL_CK_DES_192_EDE3_CBC_WITH_MD5', 'DES-CBC3-MD5', 112, false, 'SSLv2;BLOCK64;MD5-MAC;CBC;STATIC-RSA'],
    [0x0701c0, 'SSL_CK_DES_192_EDE3_CBC_WITH_SHA', 'DES-CBC3-SHA', 112, false, 'SSLv2;BLOCK64;CBC;STATIC-RSA'],
    [0x080080, 'SSL_CK_RC4_64_WITH_MD5', 'RC4-64-MD5', 64, false, 'SSLv2;RC4;MD5-MAC;STATIC-RSA;LT112'],
    [0xff8000, 'SSL_CK_DES_64_CFB64_WITH_MD5_1', 'DES-CFB-M1', 56, false, 'SSLv2;DES;STATIC-RSA;LT112'],
    [0xff8010, 'SSL_CK_NULL', 'NULL', 0, false, 'SSLv2;NULL-ENC;STATIC-RSA'],
];

;// CONCATENATED MODULE: ./build/wire/cipher-suite.js

/**
 * The cipher suite of that number: two octets in TLS, three in SSL 2.0. A number nobody registered has its
 * hex for a name, and nothing else is known about it.
 */
function cipherSuite(id) {
    const unregistered = { name: `0x${id.toString(16).padStart(4, '0')}`, openssl: null, bits: null };
    return byId.get(id) ?? { id, ...unregistered, forwardSecrecy: null, flags: [] };
}
/** The cipher suite of that IANA or OpenSSL name, as node:tls gives them; TLS before SSL 2.0. */
function cipherSuiteByName(name) {
    return byName.get(name);
}
const suites = cipherSuiteRows.map(([id, name, openssl, bits, forwardSecrecy, flags]) => ({
    id,
    name,
    openssl,
    bits,
    forwardSecrecy,
    flags: flags === '' ? [] : flags.split(';'),
}));
const byId = new Map(suites.map((suite) => [suite.id, suite]));
// Reversed: of two suites with one name the lower number, which stands first, overwrites the higher
const byName = new Map(suites.toReversed().flatMap((suite) => {
    const both = suite.openssl === null ? [suite.name] : [suite.openssl, suite.name];
    return both.map((name) => [name, suite]);
}));


/***/ }),

/***/ 45235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eL: () => (/* binding */ readBer),
  SU: () => (/* binding */ readDer),
  _A: () => (/* binding */ tags)
});

// UNUSED EXPORTS: Der

// EXTERNAL MODULE: ./node_modules/node-forge/lib/asn1.js
var asn1 = __webpack_require__(27357);
// EXTERNAL MODULE: ./build/wire/malformed.js
var malformed = __webpack_require__(46529);
;// CONCATENATED MODULE: ./build/wire/character-string.js

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** The content of a UTF8String (RFC 3629). Throws `Malformed`. */
function utf8Text(content, what) {
    try {
        return utf8.decode(content);
    }
    catch {
        throw new malformed/* Malformed */.s(`${what}: a UTF8String that is not UTF-8 (RFC 3629)`);
    }
}
/** The content of a UniversalString: UCS-4, big-endian (X.690 §8.23.7). Throws `Malformed`. */
function universalText(content, what) {
    const view = Buffer.from(content);
    let text = '';
    for (let at = 0; at < view.length; at += 4) {
        const point = at + 4 <= view.length ? view.readUInt32BE(at) : Infinity;
        if (point > 0x10ffff)
            throw new malformed/* Malformed */.s(`${what}: a UniversalString that is not UCS-4`);
        text += String.fromCodePoint(point);
    }
    return text;
}

// EXTERNAL MODULE: ./build/wire/object-identifier.js
var object_identifier = __webpack_require__(87329);
;// CONCATENATED MODULE: ./build/wire/der.js




/** Universal tag numbers (X.680 §8.4), as far as certificates and their containers use them. */
const tags = {
    boolean: 1,
    integer: 2,
    bitString: 3,
    octetString: 4,
    null: 5,
    oid: 6,
    utf8String: 12,
    sequence: 16,
    set: 17,
    numericString: 18,
    printableString: 19,
    teletexString: 20,
    ia5String: 22,
    utcTime: 23,
    generalizedTime: 24,
    visibleString: 26,
    universalString: 28,
    bmpString: 30,
};
/**
 * Reads one DER value (X.690 §10–11) that fills `bytes` to the end. node-forge parses; we accept only what it
 * would write again octet for octet, which rules out indefinite and non-minimal lengths, non-minimal
 * INTEGERs and trailing bytes. Throws `Malformed`; `what` names the value in the message.
 */
function readDer(bytes, what) {
    const text = latin1(bytes);
    const tree = parse(text, what, 'DER');
    if (asn1.toDer(tree).getBytes() !== text) {
        throw new malformed/* Malformed */.s(`${what}: BER where DER is demanded (X.690 §10, §11)`);
    }
    return new Der(tree, what);
}
/** Reads one BER value that fills `bytes`: for PKCS#7 and PKCS#12, which do not demand DER. Throws `Malformed`. */
function readBer(bytes, what) {
    return new Der(parse(latin1(bytes), what, 'BER'), what);
}
function latin1(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
function parse(text, what, rules) {
    try {
        return asn1.fromDer(text, { strict: true, parseAllBytes: true, decodeBitStrings: false });
    }
    catch (thrown) {
        throw new malformed/* Malformed */.s(`${what}: not ${rules} (${thrown instanceof Error ? thrown.message : String(thrown)})`);
    }
}
/** One value and what is inside it. Every accessor throws `Malformed` when the value is of another type. */
class Der {
    #tree;
    #what;
    constructor(tree, what) {
        this.#tree = tree;
        this.#what = what;
    }
    /** Whether this is the universal type with that tag number. */
    is(tag) {
        return this.#tree.tagClass === asn1.Class.UNIVERSAL && this.#tree.type === tag;
    }
    /** The number of a context-specific tag, `undefined` for every other class. */
    get context() {
        return this.#tree.tagClass === asn1.Class.CONTEXT_SPECIFIC ? this.#tree.type : undefined;
    }
    /** The same value under another name in messages. */
    named(what) {
        return new Der(this.#tree, what);
    }
    get constructed() {
        return this.#tree.constructed;
    }
    /** Header and content, as they stand in the input. */
    get encoded() {
        return Buffer.from(asn1.toDer(this.#tree).getBytes(), 'latin1');
    }
    /** The content octets of a primitive value other than a BMPString, which node-forge has decoded already. */
    get content() {
        return Buffer.from(this.#text, 'latin1');
    }
    get #text() {
        const { value } = this.#tree;
        if (typeof value !== 'string')
            throw this.#malformed('a primitive value');
        return value;
    }
    /** The members of a constructed value, whatever its tag. */
    get members() {
        const { value } = this.#tree;
        if (typeof value === 'string')
            throw this.#malformed('a constructed value');
        return value.map((member) => new Der(member, this.#what));
    }
    sequence() {
        if (!this.is(tags.sequence))
            throw this.#malformed('SEQUENCE');
        return this.members;
    }
    /** A SEQUENCE of exactly two. */
    pair() {
        const [first, second, ...more] = this.sequence();
        if (first === undefined || second === undefined || more.length > 0)
            throw this.#malformed('a SEQUENCE of two');
        return [first, second];
    }
    set() {
        if (!this.is(tags.set))
            throw this.#malformed('SET');
        return this.members;
    }
    /** The one member of an EXPLICIT tag (X.680 §31.2.7). */
    explicit() {
        const [member, ...more] = this.members;
        if (member === undefined || more.length > 0)
            throw this.#malformed('one value inside an explicit tag');
        return member;
    }
    /** X.690 §11.1: TRUE is FF and nothing else. */
    boolean() {
        const content = this.#primitive(tags.boolean, 'BOOLEAN');
        if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff))
            throw this.#malformed('BOOLEAN 00 or FF');
        return content[0] === 0xff;
    }
    /** The content octets of an INTEGER, two's complement. */
    integer() {
        const content = this.#primitive(tags.integer, 'INTEGER');
        if (content.length === 0)
            throw this.#malformed('INTEGER with content');
        return content;
    }
    /** An INTEGER that fits four octets. */
    smallInteger() {
        const content = this.integer();
        if (content.length > 4)
            throw this.#malformed('an INTEGER of at most 4 octets');
        return Buffer.from(content).readIntBE(0, content.length);
    }
    oid() {
        return (0,object_identifier/* readOid */.f)(this.#primitive(tags.oid, 'OBJECT IDENTIFIER'), this.#what);
    }
    octetString() {
        return this.#primitive(tags.octetString, 'OCTET STRING');
    }
    /** An OCTET STRING under any tag, in one piece or, as BER allows, in several (X.690 §8.7). */
    pieces() {
        return this.constructed ? Buffer.concat(this.members.map((piece) => piece.pieces())) : this.content;
    }
    /** A BIT STRING's octets and how many bits of the last one do not count. */
    bitString() {
        const content = this.#primitive(tags.bitString, 'BIT STRING');
        const unusedBits = content[0];
        if (unusedBits === undefined || unusedBits > 7 || (content.length === 1 && unusedBits > 0)) {
            throw this.#malformed('BIT STRING with 0 to 7 unused bits');
        }
        return { bytes: content.subarray(1), unusedBits };
    }
    /** Whether this is one of the types that `text` reads. */
    get textual() {
        return this.#tree.tagClass === asn1.Class.UNIVERSAL && textTags.has(this.#tree.type);
    }
    /** The content as IA5String, for IMPLICIT tags and times; throws on an octet above 7F. */
    ascii() {
        const strange = /[\u0080-\u00ff]/.exec(this.#text)?.[0];
        if (strange !== undefined) {
            throw new malformed/* Malformed */.s(`${this.#what}: octet 0x${strange.charCodeAt(0).toString(16)} in an IA5String`);
        }
        return this.#text;
    }
    /** Any of the string types of X.520's DirectoryString, and the restricted ones beside them. */
    text() {
        if (this.is(tags.utf8String))
            return utf8Text(this.content, this.#what);
        if (this.is(tags.bmpString))
            return this.#text;
        if (this.is(tags.universalString))
            return universalText(this.content, this.#what);
        if (this.textual)
            return Buffer.from(this.content).toString('latin1');
        throw this.#malformed('a character string');
    }
    #primitive(tag, name) {
        if (!this.is(tag) || this.constructed)
            throw this.#malformed(name);
        return this.content;
    }
    #malformed(wanted) {
        return new malformed/* Malformed */.s(`${this.#what}: wanted ${wanted}, found tag ${this.#tree.type} of class ${this.#tree.tagClass >> 6}`);
    }
}
const textTags = new Set([
    tags.utf8String,
    tags.numericString,
    tags.printableString,
    tags.teletexString,
    tags.ia5String,
    tags.visibleString,
    tags.universalString,
    tags.bmpString,
]);


/***/ }),

/***/ 46529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ WrongPassword),
/* harmony export */   s: () => (/* binding */ Malformed)
/* harmony export */ });
/** Thrown by every reader in `wire/`: the bytes break the specification that the message names. */
class Malformed extends Error {
    name = 'Malformed';
}
/** Thrown by the readers of PKCS#12: the bytes may be sound, but the password given does not open them. */
class WrongPassword extends Error {
    name = 'WrongPassword';
}


/***/ }),

/***/ 87329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readOid)
/* harmony export */ });
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46529);

/** Real ones have at most some 20 octets; without a limit the big arithmetic below is quadratic. */
const longestOid = 128;
/**
 * Reads the content octets of an OBJECT IDENTIFIER into dotted form (X.690 §8.19): base 128, the first two arcs
 * in one number; a leading 80 octet is padding and forbidden. Throws `Malformed`.
 */
function readOid(content, what) {
    if (content.length > longestOid) {
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s(`${what}: an OBJECT IDENTIFIER of ${content.length} octets`);
    }
    const arcs = [];
    let arc = 0n;
    let fresh = true;
    for (const octet of content) {
        if (fresh && octet === 0x80)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s(`${what}: an OBJECT IDENTIFIER with padding`);
        arc = (arc << 7n) | BigInt(octet & 0x7f);
        fresh = octet < 0x80;
        if (fresh) {
            arcs.push(arc);
            arc = 0n;
        }
    }
    const [head, ...rest] = arcs;
    if (!fresh || head === undefined)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s(`${what}: an OBJECT IDENTIFIER that breaks off`);
    const first = head < 40n ? 0n : head < 80n ? 1n : 2n;
    return [first, head - 40n * first, ...rest].join('.');
}


/***/ }),

/***/ 51034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I6: () => (/* binding */ writePem),
/* harmony export */   Je: () => (/* binding */ readPem)
/* harmony export */ });
/* unused harmony export mostPemBlocks */
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46529);

/** In octets. A bundle of every root of every store is below 1 MB. */
const largestPem = 4_194_304;
const mostPemBlocks = 10_000;
/**
 * Reads the blocks of a PEM file (RFC 7468) in the order they stand in. Text around them, any line ends, and
 * header lines as in RFC 1421 §4.6 are skipped; the base64 must be whole, with its padding. A file without
 * a block gives an empty list. Throws `Malformed`.
 */
function readPem(text) {
    if (text.length > largestPem)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s(`PEM: larger than ${largestPem} octets`);
    const lines = (typeof text === 'string' ? text : Buffer.from(text).toString('latin1')).split(/\r\n|\n|\r/);
    const blocks = [];
    for (let at = 0; at < lines.length; at++) {
        const label = boundary('BEGIN', lines[at]);
        if (label === undefined)
            continue;
        const begin = at + 1;
        do
            at++;
        while (at < lines.length && boundary('END', lines[at]) === undefined);
        const what = `PEM: ${label} in line ${begin}`;
        if (boundary('END', lines[at]) !== label)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s(`${what}: no END of the same label`);
        if (blocks.length === mostPemBlocks)
            throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s(`PEM: more than ${mostPemBlocks} blocks`);
        blocks.push({ label, der: decoded(lines.slice(begin, at), what) });
    }
    return blocks;
}
/** Writes one block (RFC 7468 §3): 64 characters to a line. */
function writePem(label, der) {
    const lines = Buffer.from(der)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
const longestBoundary = 128;
/** RFC 7468 §2 and §3: the label in an encapsulation boundary; white space may follow, a byte order mark precede. */
function boundary(kind, line) {
    if (line === undefined || line.length > longestBoundary)
        return undefined;
    const match = /^(?:\uFEFF|\u00EF\u00BB\u00BF)?-----(BEGIN|END) ([!-~]+(?: [!-~]+)*)-----\s*$/.exec(line);
    return match?.[1] === kind ? match[2] : undefined;
}
function decoded(lines, what) {
    const headed = lines[0]?.includes(':') === true;
    const body = headed ? lines.slice(lines.findIndex((line) => line.trim() === '') + 1) : lines;
    const base64 = body.join('').replaceAll(/[\t\v\f ]/g, '');
    const der = Buffer.from(base64, 'base64');
    // Node's decoder forgives everything; only canonical base64 comes out again as it went in
    if (base64 === '' || der.toString('base64') !== base64)
        throw new _malformed_js__WEBPACK_IMPORTED_MODULE_0__/* .Malformed */ .s(`${what}: not base64 (RFC 4648 §4)`);
    return der;
}


/***/ }),

/***/ 22461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ realWorld)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/model/product.js
var product = __webpack_require__(19777);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./build/net/public-roots.js


let roots;
/** Read once: the store cannot change while the process lives. */
function publicRoots() {
    const derOf = (pem) => new external_node_crypto_.X509Certificate(pem).raw;
    const bundled = (0,external_node_tls_.getCACertificates)('bundled');
    roots ??= { pem: bundled, der: bundled.map(derOf), extra: (0,external_node_tls_.getCACertificates)('extra').map(derOf) };
    return roots;
}

// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/model/address.js
var model_address = __webpack_require__(6974);
;// CONCATENATED MODULE: ./build/model/special-purpose.js

/**
 * Blocks that IANA's special-purpose address registries (RFC 6890) do not call globally reachable, plus
 * multicast (RFC 5771, RFC 4291 §2.7) and the metadata service that Azure keeps on a public address.
 * A block is its first octets and the length of the prefix in bits.
 */
const private4 = [
    block([0], 8), // this network, RFC 791
    block([10], 8), // private use, RFC 1918
    block([100, 64], 10), // shared address space, RFC 6598
    block([127], 8), // loopback
    block([168, 63, 129, 16], 32), // Azure's virtual public address: wire server, metadata
    block([169, 254], 16), // link-local, cloud metadata
    block([172, 16], 12), // private use
    block([192, 0, 0], 24), // IETF protocol assignments; its two global members stand below
    block([192, 0, 2], 24), // documentation
    block([192, 88, 99], 24), // deprecated 6to4 relay
    block([192, 168], 16), // private use
    block([198, 18], 15), // benchmarking
    block([198, 51, 100], 24), // documentation
    block([203, 0, 113], 24), // documentation
    block([224], 4), // multicast
    block([240], 4), // reserved, broadcast
];
const global4 = [block([192, 0, 0, 9], 32), block([192, 0, 0, 10], 32)];
/** Only 2000::/3 is global unicast today; inside it these are not. */
const private6 = [
    block([0x20, 0x01, 0x00], 23), // IETF protocol assignments; its global members stand below
    block([0x20, 0x01, 0x0d, 0xb8], 32), // documentation
    block([0x3f, 0xff, 0x00], 20), // documentation, RFC 9637
];
const global6 = [
    block([0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 128), // PCP anycast
    block([0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2], 128), // TURN anycast
    block([0x20, 0x01, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3], 128), // DNS-SD SRP anycast
    block([0x20, 0x01, 0x00, 0x03], 32), // AMT
    block([0x20, 0x01, 0x00, 0x04, 0x01, 0x12], 48), // AS112
    block([0x20, 0x01, 0x00, 0x20], 28), // ORCHIDv2
    block([0x20, 0x01, 0x00, 0x30], 28), // drone remote identification
];
/** Forms that carry an IPv4 address: judged by what they carry. */
const carriers = [
    { prefix: block([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 96), at: 12 }, // IPv4-mapped
    { prefix: block([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], 96), at: 12 }, // NAT64, RFC 6052
    { prefix: block([0x20, 0x02], 16), at: 2 }, // 6to4, RFC 3056
];
/** Whether the address is one that anybody on the Internet reaches; everything else is private to us. */
function isGloballyReachable(address) {
    const bytes = (0,model_address/* addressBytes */.AS)(address);
    if (bytes.length === 4)
        return within(bytes, global4) || !within(bytes, private4);
    for (const { prefix, at } of carriers) {
        if (within(bytes, [prefix]))
            return isGloballyReachable((0,model_address/* addressFromBytes */.gu)(bytes.subarray(at, at + 4)));
    }
    if (((bytes[0] ?? 0) & 0xe0) !== 0x20)
        return false; // outside 2000::/3
    return within(bytes, global6) || !within(bytes, private6);
}
function block(octets, bits) {
    return { octets, bits };
}
function within(bytes, blocks) {
    return blocks.some(({ octets, bits }) => {
        for (let bit = 0; bit < bits; bit += 8) {
            const mask = bits - bit >= 8 ? 0xff : (0xff << (8 - (bits - bit))) & 0xff;
            if (((bytes[bit / 8] ?? 0) & mask) !== ((octets[bit / 8] ?? 0) & mask))
                return false;
        }
        return true;
    });
}

;// CONCATENATED MODULE: ./build/net/conversation-error.js
/** Thrown below `observe/ask.ts` where a conversation with a server fails; the message is one sentence. */
class ConversationError extends Error {
    reason;
    constructor(reason, message, options) {
        super(message, options);
        this.name = 'ConversationError';
        this.reason = reason;
    }
}

;// CONCATENATED MODULE: ./build/net/resolve.js





/** The system's resolver, hosts file included, as any other program on this machine would ask it. */
const systemResolver = (host) => (0,promises_.lookup)(host, { all: true, order: 'verbatim' });
/**
 * The distinct addresses of a name in resolver order, of one family where asked for.
 * Throws ConversationError('unresolved'), or what the deadline says.
 */
async function resolve(host, family, lookup, deadline) {
    const answers = await Promise.race([lookup(host), deadline.passed]).catch((thrown) => {
        throw thrown instanceof ConversationError ? thrown : unresolved(host, thrown);
    });
    const addresses = new Set(answers.flatMap(({ address }) => (0,model_address/* parseAddress */.or)(address) ?? []));
    const wanted = [...addresses].filter((address) => family === 'any' || (0,model_address/* addressFamily */.JH)(address) === family);
    if (wanted.length > 0)
        return wanted;
    const kind = family === 'any' ? 'address' : `IPv${family} address`;
    throw new ConversationError('unresolved', `${host} has no ${kind} in DNS`);
}
/** Whether this machine has a way to the IPv6 Internet at all; hosted runners have none. */
function hasIpv6Route() {
    const addresses = Object.values((0,external_node_os_.networkInterfaces)()).flatMap((some) => some ?? []);
    return addresses.some(({ family, address }) => {
        const own = family === 'IPv6' ? (0,model_address/* parseAddress */.or)(address) : undefined;
        return own !== undefined && isGloballyReachable(own);
    });
}
function unresolved(host, thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    const meaning = {
        ENOTFOUND: 'the name does not exist in DNS',
        ENODATA: 'the name has no address in DNS',
        EAI_AGAIN: 'the resolver did not answer in time',
        EAI_NODATA: 'the name has no address in DNS',
        ESERVFAIL: 'the resolver failed',
    };
    const message = meaning[code] ?? (thrown instanceof Error ? thrown.message : String(thrown));
    return new ConversationError('unresolved', `${host}: ${message}`, { cause: thrown });
}

// EXTERNAL MODULE: ./build/model/answer.js
var model_answer = __webpack_require__(51450);
// EXTERNAL MODULE: ./build/wire/pem.js
var wire_pem = __webpack_require__(51034);
;// CONCATENATED MODULE: ./build/net/tls-context.js




/**
 * Hands out SecureContexts, one for each distinct wish: making one costs ten times a handshake.
 * Security level 0 throughout, because a weak key or an old server is a finding, not a reason not to look.
 */
function secureContexts() {
    const made = new Map();
    const trusts = numbering();
    const identities = numbering();
    return (wish) => {
        const identity = wish.identity === null ? '' : identities(wish.identity);
        const key = `${wish.era} ${wish.keys} ${trusts(wish.trust)} ${identity}`;
        const context = made.get(key) ?? (0,external_node_tls_.createSecureContext)(contextOptions(wish));
        made.set(key, context);
        return context;
    };
}
/** Numbers objects by identity: the config gives targets that trust the same files the same object. */
function numbering() {
    const numbers = new WeakMap();
    let last = 0;
    return (thing) => {
        const number = numbers.get(thing) ?? ++last;
        numbers.set(thing, number);
        return number;
    };
}
function contextOptions({ era, keys, trust, identity }) {
    const suites = era === 'current' ? external_node_tls_.DEFAULT_CIPHERS : 'ALL:COMPLEMENTOFALL';
    const wishes = {
        any: { suites: '' },
        rsa: { suites: ':!aECDSA:!aDSS', sigalgs: signatureAlgorithms(['RSA-PSS', 'RSA']) },
        ecdsa: { suites: ':!aRSA:!aDSS', sigalgs: signatureAlgorithms(['ECDSA']) },
    };
    const wish = wishes[keys];
    return {
        minVersion: era === 'current' ? 'TLSv1.2' : 'TLSv1',
        // Anonymous, PSK and SRP suites show no certificate.
        ciphers: `${suites}${wish.suites}:!aNULL:!PSK:!SRP:@SECLEVEL=0`,
        ...(wish.sigalgs === undefined ? {} : { sigalgs: wish.sigalgs }),
        // A server without RFC 5746 is a finding, too; OpenSSL 3 would hang up on it.
        secureOptions: external_node_crypto_.constants.SSL_OP_LEGACY_SERVER_CONNECT,
        ...anchorsOf(trust),
        ...identity,
    };
}
function signatureAlgorithms(keys) {
    const hashes = (key) => key === 'RSA-PSS' ? ['SHA256', 'SHA384', 'SHA512'] : ['SHA256', 'SHA384', 'SHA512', 'SHA224', 'SHA1'];
    return keys.flatMap((key) => hashes(key).map((hash) => `${key}+${hash}`)).join(':');
}
/** Without `ca` OpenSSL uses Node's own store, shared by all contexts and parsed once. */
function anchorsOf(trust) {
    if (trust.anchors.length === 0 && trust.public)
        return {};
    const { pem, extra } = publicRoots();
    const own = [...(trust.public ? extra : []), ...trust.anchors].map((der) => (0,wire_pem/* writePem */.I6)('CERTIFICATE', der));
    return { ca: trust.public ? [...pem, ...own] : own, allowPartialTrustChain: true };
}

// EXTERNAL MODULE: ./build/wire/der.js + 1 modules
var wire_der = __webpack_require__(45235);
// EXTERNAL MODULE: ./build/wire/malformed.js
var malformed = __webpack_require__(46529);
;// CONCATENATED MODULE: ./build/wire/problems.js

/** What a hostile certificate may fill a report with, and how much of our time it may take. */
const mostSentences = 20;
const mostProblems = 1000;
function problems() {
    const noted = [];
    let unsaid = 0;
    let tooMany;
    const note = (sentence) => {
        if (noted.length < mostSentences)
            noted.push(sentence);
        else
            unsaid += 1;
        if (unsaid < mostProblems)
            return;
        tooMany = new malformed/* Malformed */.s(`more than ${mostProblems} problems, the last: ${sentence}`);
        throw tooMany;
    };
    return {
        note,
        sentences: () => (unsaid === 0 ? noted : [...noted, `and ${unsaid} more problems`]),
        attempt(otherwise, read) {
            try {
                return read();
            }
            catch (thrown) {
                if (!(thrown instanceof malformed/* Malformed */.s) || thrown === tooMany)
                    throw thrown;
                note(thrown.message);
                return otherwise;
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/wire/x509-algorithm.js

/**
 * Reads the AlgorithmIdentifier of a signature (RFC 5280 §4.1.1.2). An algorithm that is not in the table is
 * named by its OID, without a hash.
 */
function readSignatureAlgorithm(der, what) {
    const { oid, parameters } = readAlgorithm(der, what);
    if (oid === rsassaPss)
        return { name: 'id-RSASSA-PSS', hash: pssHash(parameters) };
    const [name, hash] = signatures.get(oid) ?? [oid, null];
    return { name, hash };
}
const rsassaPss = '1.2.840.113549.1.1.10';
/** RFC 4055 §3.1: hashAlgorithm [0], SHA-1 unless it says otherwise. */
function pssHash(parameters) {
    const hash = parameters?.sequence().find((member) => member.context === 0);
    if (hash === undefined)
        return 'SHA-1';
    return hashes.get(readAlgorithm(hash.explicit(), 'hashAlgorithm').oid) ?? null;
}
/** An AlgorithmIdentifier (RFC 5280 §4.1.1.2): what the parameters are depends on the OID. */
function readAlgorithm(der, what) {
    const [algorithm, parameters, ...more] = der.named(what).sequence();
    if (algorithm === undefined || more.length > 0)
        throw new malformed/* Malformed */.s(`${what}: not an AlgorithmIdentifier`);
    return { oid: algorithm.oid(), parameters };
}
/** RFC 4055 §2.1, RFC 8017 appendix B.1, NIST CSOR. */
const hashes = new Map([
    ['1.2.840.113549.2.5', 'MD5'],
    ['1.3.14.3.2.26', 'SHA-1'],
    ['2.16.840.1.101.3.4.2.4', 'SHA-224'],
    ['2.16.840.1.101.3.4.2.1', 'SHA-256'],
    ['2.16.840.1.101.3.4.2.2', 'SHA-384'],
    ['2.16.840.1.101.3.4.2.3', 'SHA-512'],
    ['2.16.840.1.101.3.4.2.5', 'SHA-512/224'],
    ['2.16.840.1.101.3.4.2.6', 'SHA-512/256'],
    ['2.16.840.1.101.3.4.2.7', 'SHA3-224'],
    ['2.16.840.1.101.3.4.2.8', 'SHA3-256'],
    ['2.16.840.1.101.3.4.2.9', 'SHA3-384'],
    ['2.16.840.1.101.3.4.2.10', 'SHA3-512'],
]);
const signatures = new Map([
    // RFC 8017 appendix A.2.4, RFC 3279 §2.2.1
    ['1.2.840.113549.1.1.2', ['md2WithRSAEncryption', 'MD2']],
    ['1.2.840.113549.1.1.3', ['md4WithRSAEncryption', 'MD4']],
    ['1.2.840.113549.1.1.4', ['md5WithRSAEncryption', 'MD5']],
    ['1.2.840.113549.1.1.5', ['sha1WithRSAEncryption', 'SHA-1']],
    ['1.2.840.113549.1.1.14', ['sha224WithRSAEncryption', 'SHA-224']],
    ['1.2.840.113549.1.1.11', ['sha256WithRSAEncryption', 'SHA-256']],
    ['1.2.840.113549.1.1.12', ['sha384WithRSAEncryption', 'SHA-384']],
    ['1.2.840.113549.1.1.13', ['sha512WithRSAEncryption', 'SHA-512']],
    ['1.2.840.113549.1.1.15', ['sha512-224WithRSAEncryption', 'SHA-512/224']],
    ['1.2.840.113549.1.1.16', ['sha512-256WithRSAEncryption', 'SHA-512/256']],
    // the Open Systems Environment's older arcs, and TeleTrusT
    ['1.3.14.3.2.3', ['md5WithRSA', 'MD5']],
    ['1.3.14.3.2.27', ['dsaWithSHA1', 'SHA-1']],
    ['1.3.14.3.2.29', ['sha1WithRSASignature', 'SHA-1']],
    ['1.3.36.3.3.1.2', ['rsaSignatureWithripemd160', 'RIPEMD-160']],
    // RFC 5758, RFC 3279 §2.2.2 and §2.2.3
    ['1.2.840.10045.4.1', ['ecdsa-with-SHA1', 'SHA-1']],
    ['1.2.840.10045.4.3.1', ['ecdsa-with-SHA224', 'SHA-224']],
    ['1.2.840.10045.4.3.2', ['ecdsa-with-SHA256', 'SHA-256']],
    ['1.2.840.10045.4.3.3', ['ecdsa-with-SHA384', 'SHA-384']],
    ['1.2.840.10045.4.3.4', ['ecdsa-with-SHA512', 'SHA-512']],
    ['1.2.840.10040.4.3', ['id-dsa-with-sha1', 'SHA-1']],
    ['2.16.840.1.101.3.4.3.1', ['id-dsa-with-sha224', 'SHA-224']],
    ['2.16.840.1.101.3.4.3.2', ['id-dsa-with-sha256', 'SHA-256']],
    ['2.16.840.1.101.3.4.3.3', ['id-dsa-with-sha384', 'SHA-384']],
    ['2.16.840.1.101.3.4.3.4', ['id-dsa-with-sha512', 'SHA-512']],
    // RFC 9688 and NIST CSOR: SHA-3
    ['2.16.840.1.101.3.4.3.9', ['id-ecdsa-with-sha3-224', 'SHA3-224']],
    ['2.16.840.1.101.3.4.3.10', ['id-ecdsa-with-sha3-256', 'SHA3-256']],
    ['2.16.840.1.101.3.4.3.11', ['id-ecdsa-with-sha3-384', 'SHA3-384']],
    ['2.16.840.1.101.3.4.3.12', ['id-ecdsa-with-sha3-512', 'SHA3-512']],
    ['2.16.840.1.101.3.4.3.13', ['id-rsassa-pkcs1-v1_5-with-sha3-224', 'SHA3-224']],
    ['2.16.840.1.101.3.4.3.14', ['id-rsassa-pkcs1-v1_5-with-sha3-256', 'SHA3-256']],
    ['2.16.840.1.101.3.4.3.15', ['id-rsassa-pkcs1-v1_5-with-sha3-384', 'SHA3-384']],
    ['2.16.840.1.101.3.4.3.16', ['id-rsassa-pkcs1-v1_5-with-sha3-512', 'SHA3-512']],
    // RFC 8692
    ['1.3.6.1.5.5.7.6.30', ['id-RSASSA-PSS-SHAKE128', 'SHAKE128']],
    ['1.3.6.1.5.5.7.6.31', ['id-RSASSA-PSS-SHAKE256', 'SHAKE256']],
    ['1.3.6.1.5.5.7.6.32', ['id-ecdsa-with-shake128', 'SHAKE128']],
    ['1.3.6.1.5.5.7.6.33', ['id-ecdsa-with-shake256', 'SHAKE256']],
    // GB/T 33560, RFC 9215
    ['1.2.156.10197.1.501', ['sm2-with-sm3', 'SM3']],
    ['1.2.643.2.2.3', ['id-GostR3411-94-with-GostR3410-2001', 'GOST R 34.11-94']],
    ['1.2.643.7.1.1.3.2', ['id-tc26-signwithdigest-gost3410-12-256', 'Streebog-256']],
    ['1.2.643.7.1.1.3.3', ['id-tc26-signwithdigest-gost3410-12-512', 'Streebog-512']],
    // RFC 8410, RFC 9881, RFC 9909: the hash belongs to the algorithm
    ['1.3.101.112', ['id-Ed25519', null]],
    ['1.3.101.113', ['id-Ed448', null]],
    ['2.16.840.1.101.3.4.3.17', ['id-ml-dsa-44', null]],
    ['2.16.840.1.101.3.4.3.18', ['id-ml-dsa-65', null]],
    ['2.16.840.1.101.3.4.3.19', ['id-ml-dsa-87', null]],
    ['2.16.840.1.101.3.4.3.20', ['id-slh-dsa-sha2-128s', null]],
    ['2.16.840.1.101.3.4.3.21', ['id-slh-dsa-sha2-128f', null]],
    ['2.16.840.1.101.3.4.3.22', ['id-slh-dsa-sha2-192s', null]],
    ['2.16.840.1.101.3.4.3.23', ['id-slh-dsa-sha2-192f', null]],
    ['2.16.840.1.101.3.4.3.24', ['id-slh-dsa-sha2-256s', null]],
    ['2.16.840.1.101.3.4.3.25', ['id-slh-dsa-sha2-256f', null]],
    ['2.16.840.1.101.3.4.3.26', ['id-slh-dsa-shake-128s', null]],
    ['2.16.840.1.101.3.4.3.27', ['id-slh-dsa-shake-128f', null]],
    ['2.16.840.1.101.3.4.3.28', ['id-slh-dsa-shake-192s', null]],
    ['2.16.840.1.101.3.4.3.29', ['id-slh-dsa-shake-192f', null]],
    ['2.16.840.1.101.3.4.3.30', ['id-slh-dsa-shake-256s', null]],
    ['2.16.840.1.101.3.4.3.31', ['id-slh-dsa-shake-256f', null]],
]);

// EXTERNAL MODULE: ./build/wire/object-identifier.js
var object_identifier = __webpack_require__(87329);
;// CONCATENATED MODULE: ./build/wire/x509-name.js
/**
 * Reads a Name (RFC 5280 §4.1.2.4): its attributes in order. A value that is no character string is shown as
 * `#` and its DER in hex (RFC 4514 §2.4), which is a problem where the standard wants a string.
 */
function readName(der, what, problems) {
    const attributes = problems.attempt([], () => der
        .named(what)
        .sequence()
        .flatMap((rdn) => rdn.set().map((attribute) => readAttribute(attribute, problems))));
    return { attributes, der: der.encoded };
}
function readAttribute(attribute, problems) {
    const [id, value] = attribute.pair();
    const oid = id.oid();
    const type = attributeTypes.get(oid);
    const free = type === undefined || structured.has(type);
    const text = free && !value.textual ? null : problems.attempt(null, () => value.text());
    return { type: type ?? oid, value: text ?? hexOf(value) };
}
function hexOf(value) {
    return `#${Buffer.from(value.encoded).toString('hex')}`;
}
/** X.520: a SEQUENCE of strings and a BIT STRING; every other type below is a string. */
const structured = new Set(['postalAddress', 'uniqueIdentifier']);
/** RFC 5280 appendix A, RFC 4519, X.520; the jurisdiction attributes from the EV Guidelines §7.1.4.2. */
const attributeTypes = new Map([
    ['2.5.4.3', 'commonName'],
    ['2.5.4.4', 'surname'],
    ['2.5.4.5', 'serialNumber'],
    ['2.5.4.6', 'countryName'],
    ['2.5.4.7', 'localityName'],
    ['2.5.4.8', 'stateOrProvinceName'],
    ['2.5.4.9', 'streetAddress'],
    ['2.5.4.10', 'organizationName'],
    ['2.5.4.11', 'organizationalUnitName'],
    ['2.5.4.12', 'title'],
    ['2.5.4.13', 'description'],
    ['2.5.4.15', 'businessCategory'],
    ['2.5.4.16', 'postalAddress'],
    ['2.5.4.17', 'postalCode'],
    ['2.5.4.18', 'postOfficeBox'],
    ['2.5.4.19', 'physicalDeliveryOfficeName'],
    ['2.5.4.20', 'telephoneNumber'],
    ['2.5.4.23', 'facsimileTelephoneNumber'],
    ['2.5.4.41', 'name'],
    ['2.5.4.42', 'givenName'],
    ['2.5.4.43', 'initials'],
    ['2.5.4.44', 'generationQualifier'],
    ['2.5.4.45', 'uniqueIdentifier'],
    ['2.5.4.46', 'dnQualifier'],
    ['2.5.4.51', 'houseIdentifier'],
    ['2.5.4.65', 'pseudonym'],
    ['2.5.4.72', 'role'],
    ['2.5.4.97', 'organizationIdentifier'],
    ['0.9.2342.19200300.100.1.1', 'userId'],
    ['0.9.2342.19200300.100.1.25', 'domainComponent'],
    ['1.2.840.113549.1.9.1', 'emailAddress'],
    ['1.2.840.113549.1.9.2', 'unstructuredName'],
    ['1.2.840.113549.1.9.8', 'unstructuredAddress'],
    ['1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionLocalityName'],
    ['1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionStateOrProvinceName'],
    ['1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionCountryName'],
]);

;// CONCATENATED MODULE: ./build/wire/general-name.js




/** The context tags of GeneralName (RFC 5280 §4.2.1.6). */
const choices = {
    otherName: 0,
    rfc822Name: 1,
    dNSName: 2,
    x400Address: 3,
    directoryName: 4,
    ediPartyName: 5,
    uniformResourceIdentifier: 6,
    iPAddress: 7,
    registeredID: 8,
};
/** Reads one GeneralName of a subjectAltName; a name of a kind no host is matched against is `other`. */
function readAlternativeName(der, problems) {
    switch (der.context) {
        case choices.dNSName:
            return { kind: 'dns', value: der.named('dNSName').ascii() };
        case choices.iPAddress:
            return { kind: 'ip', value: (0,model_address/* addressFromBytes */.gu)(ofLength(der, [4, 16])) };
        default:
            return { kind: 'other', value: shown(der, problems) };
    }
}
/** The address in a GeneralName that is a uniformResourceIdentifier, `undefined` for every other kind. */
function readUri(der) {
    if (der.context !== choices.uniformResourceIdentifier)
        return undefined;
    return der.named('uniformResourceIdentifier').ascii();
}
/** Reads the base of a GeneralSubtree (RFC 5280 §4.2.1.10); an iPAddress is an address and a mask there. */
function readSubtreeBase(der) {
    switch (der.context) {
        case choices.dNSName:
            return { kind: 'dns', base: der.named('dNSName').ascii() };
        case choices.iPAddress: {
            const octets = ofLength(der, [8, 32]);
            const half = octets.length / 2;
            return { kind: 'ip', address: octets.subarray(0, half), mask: octets.subarray(half) };
        }
        case choices.directoryName:
            return { kind: 'directory', der: der.explicit().encoded };
        case undefined:
            throw new malformed/* Malformed */.s('nameConstraints: a base that is no GeneralName');
        default:
            return { kind: 'other', tag: der.context };
    }
}
function ofLength(der, lengths) {
    const octets = der.named('iPAddress').content;
    if (lengths.includes(octets.length))
        return octets;
    throw new malformed/* Malformed */.s(`iPAddress: wanted ${lengths.join(' or ')} octets, found ${octets.length}`);
}
function shown(der, problems) {
    switch (der.context) {
        case choices.otherName:
            return `otherName:${otherName(der)}`;
        case choices.rfc822Name:
            return `email:${der.named('rfc822Name').ascii()}`;
        case choices.x400Address:
            return 'x400Address';
        case choices.directoryName:
            return `directoryName:${inline(readName(der.explicit(), 'directoryName', problems))}`;
        case choices.ediPartyName:
            return 'ediPartyName';
        case choices.uniformResourceIdentifier:
            return `URI:${der.named('uniformResourceIdentifier').ascii()}`;
        case choices.registeredID:
            return `registeredID:${(0,object_identifier/* readOid */.f)(der.content, 'registeredID')}`;
        default:
            throw new malformed/* Malformed */.s('subjectAltName: a member that is no GeneralName');
    }
}
/** The type's OID and, where it is a plain string, the value, as for a user principal name. */
function otherName(der) {
    const [type, value] = der.named('otherName').members;
    if (type === undefined || value?.context !== 0)
        throw new malformed/* Malformed */.s('otherName: wanted type-id and value [0]');
    const held = value.explicit();
    return held.textual ? `${type.oid()}:${held.text()}` : type.oid();
}
function inline(name) {
    return name.attributes.map(({ type, value }) => `${type}=${value}`).join(', ');
}

;// CONCATENATED MODULE: ./build/wire/extension-values.js



/** The values of the extensions of RFC 5280 §4.2, each from the one DER value inside its OCTET STRING. */
/** §4.2.1.6: a name that cannot be read is left out and noted; the others count. */
function readAlternativeNames(value, problems) {
    return atLeastOne(value, 'subjectAltName').flatMap((member) => problems.attempt([], () => [readAlternativeName(member, problems)]));
}
/** §4.2.1.3: a named bit list, the first bit is the highest of the first octet. */
function readKeyUsage(value) {
    const { bytes } = value.bitString();
    return keyUsages.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
}
const keyUsages = [
    'digitalSignature',
    'nonRepudiation',
    'keyEncipherment',
    'dataEncipherment',
    'keyAgreement',
    'keyCertSign',
    'cRLSign',
    'encipherOnly',
    'decipherOnly',
];
/** §4.2.1.12 */
function readExtendedKeyUsage(value) {
    return atLeastOne(value, 'extKeyUsage').map((member) => {
        const purpose = member.oid();
        return purposes.get(purpose) ?? purpose;
    });
}
const purposes = new Map([
    ['2.5.29.37.0', 'anyExtendedKeyUsage'],
    ['1.3.6.1.5.5.7.3.1', 'serverAuth'],
    ['1.3.6.1.5.5.7.3.2', 'clientAuth'],
    ['1.3.6.1.5.5.7.3.3', 'codeSigning'],
    ['1.3.6.1.5.5.7.3.4', 'emailProtection'],
    ['1.3.6.1.5.5.7.3.5', 'ipsecEndSystem'],
    ['1.3.6.1.5.5.7.3.6', 'ipsecTunnel'],
    ['1.3.6.1.5.5.7.3.7', 'ipsecUser'],
    ['1.3.6.1.5.5.7.3.8', 'timeStamping'],
    ['1.3.6.1.5.5.7.3.9', 'OCSPSigning'],
    ['1.3.6.1.5.5.7.3.17', 'ipsecIKE'],
    ['1.3.6.1.5.5.7.3.36', 'documentSigning'],
    ['1.3.6.1.4.1.311.10.3.3', 'msServerGatedCrypto'],
    ['1.3.6.1.4.1.311.20.2.2', 'msSmartcardLogin'],
    ['2.16.840.1.113730.4.1', 'nsServerGatedCrypto'],
]);
/** §4.2.1.9: cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER (0..MAX) OPTIONAL. */
function readBasicConstraints(value) {
    const members = value.sequence();
    const [first] = members;
    // A cA FALSE that is written out breaks DER's rule on defaults; many CAs do it and no verifier minds
    const flagged = first?.is(wire_der/* tags */._A.boolean) === true;
    const ca = flagged && first.boolean();
    const [length, ...more] = flagged ? members.slice(1) : members;
    if (more.length > 0)
        throw new malformed/* Malformed */.s('basicConstraints: more than cA and pathLenConstraint');
    const pathLength = length?.smallInteger() ?? null;
    if (pathLength !== null && pathLength < 0)
        throw new malformed/* Malformed */.s('basicConstraints: a negative pathLenConstraint');
    return { ca, pathLength };
}
/** §4.2.1.10: permittedSubtrees [0], excludedSubtrees [1]. */
function readNameConstraints(value) {
    const members = value.sequence();
    const subtrees = (tag) => members.filter((member) => member.context === tag).flatMap((member) => member.members.map(readSubtree));
    if (members.some((member) => member.context !== 0 && member.context !== 1)) {
        throw new malformed/* Malformed */.s('nameConstraints: more than permittedSubtrees and excludedSubtrees');
    }
    return { permitted: subtrees(0), excluded: subtrees(1) };
}
function readSubtree(subtree) {
    const [base, ...distances] = subtree.sequence();
    if (base === undefined || distances.length > 0) {
        throw new malformed/* Malformed */.s('nameConstraints: a subtree with minimum or maximum, which RFC 5280 §4.2.1.10 rules out');
    }
    return readSubtreeBase(base);
}
/** §4.2.1.4: the OIDs; qualifiers are for people. */
function readPolicies(value) {
    return atLeastOne(value, 'certificatePolicies').map((information) => {
        const [policy] = information.sequence();
        if (policy === undefined)
            throw new malformed/* Malformed */.s('certificatePolicies: one without policyIdentifier');
        return policy.oid();
    });
}
/** RFC 7633 §4: the TLS extensions a server must answer; 5 is status_request. */
function readMustStaple(value) {
    return value.sequence().some((feature) => feature.smallInteger() === 5);
}
/** §4.2.2.1: access methods with a URI; other kinds of location are of no use to us. */
function readAuthorityInfoAccess(value) {
    const descriptions = value.sequence().map((description) => description.pair());
    const urls = (method) => descriptions.flatMap(([accessMethod, location]) => accessMethod.oid() === method ? (readUri(location) ?? []) : []);
    return { ocspUrls: urls('1.3.6.1.5.5.7.48.1'), caIssuerUrls: urls('1.3.6.1.5.5.7.48.2') };
}
/** §4.2.1.13: the URIs under distributionPoint [0], fullName [0]. */
function readDistributionPoints(value) {
    const points = value.sequence().flatMap((point) => point.sequence().filter((field) => field.context === 0));
    const fullNames = points.map((point) => point.explicit()).filter((name) => name.context === 0);
    return fullNames.flatMap((name) => name.members.flatMap((member) => readUri(member) ?? []));
}
/** §4.2.1.1: keyIdentifier [0]; the issuer's name and serial beside it are not used by anybody. */
function readAuthorityKeyId(value) {
    const identifier = value.sequence().find((member) => member.context === 0);
    return identifier === undefined ? null : Buffer.from(identifier.content).toString('hex');
}
function atLeastOne(value, what) {
    const members = value.sequence();
    if (members.length === 0)
        throw new malformed/* Malformed */.s(`${what}: empty`);
    return members;
}

;// CONCATENATED MODULE: ./build/wire/x509-extensions.js



/**
 * Reads the extensions of a certificate (RFC 5280 §4.2), `undefined` where it has none. A critical extension
 * that cannot be read, or stands there twice, counts as unknown: nobody may rely on the certificate then.
 */
function readExtensions(list, problems) {
    const extensions = list === undefined ? new Map() : readList(list, problems);
    const processed = new Set(withoutEffect);
    const field = (oid, absent, read) => {
        const value = extensions.get(oid)?.value;
        if (value === undefined || value === null)
            return absent;
        return problems.attempt(absent, () => {
            const found = read((0,wire_der/* readDer */.SU)(value, names.get(oid) ?? oid));
            processed.add(oid);
            return found;
        });
    };
    const access = field(oids.authorityInfoAccess, { ocspUrls: [], caIssuerUrls: [] }, readAuthorityInfoAccess);
    return {
        alternativeNames: field(oids.subjectAltName, [], (value) => readAlternativeNames(value, problems)),
        keyUsage: field(oids.keyUsage, null, readKeyUsage),
        extendedKeyUsage: field(oids.extKeyUsage, null, readExtendedKeyUsage),
        basicConstraints: field(oids.basicConstraints, null, readBasicConstraints),
        nameConstraints: field(oids.nameConstraints, null, readNameConstraints),
        policies: field(oids.certificatePolicies, [], readPolicies),
        mustStaple: field(oids.tlsFeature, false, readMustStaple),
        ...access,
        crlUrls: field(oids.cRLDistributionPoints, [], readDistributionPoints),
        subjectKeyId: field(oids.subjectKeyIdentifier, null, (value) => hex(value.octetString())),
        authorityKeyId: field(oids.authorityKeyIdentifier, null, readAuthorityKeyId),
        unknownCritical: [...extensions].flatMap(([oid, { critical }]) => critical && !processed.has(oid) ? [oid] : []),
    };
}
function readList(list, problems) {
    const extensions = new Map();
    const members = problems.attempt([], () => list.named('extensions').sequence());
    for (const member of members) {
        const read = problems.attempt(undefined, () => readExtension(member, problems));
        if (read === undefined)
            continue;
        const [oid, extension] = read;
        const twin = extensions.get(oid);
        if (twin !== undefined)
            problems.note(`extensions: ${oid} stands there twice (RFC 5280 §4.2)`);
        const critical = extension.critical || (twin?.critical ?? false);
        extensions.set(oid, twin === undefined ? extension : { critical, value: null });
    }
    return extensions;
}
/** Extension ::= SEQUENCE { extnID, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING } */
function readExtension(member, problems) {
    const [id, ...rest] = member.sequence();
    if (id === undefined)
        throw new malformed/* Malformed */.s('extensions: one without extnID');
    const oid = id.oid();
    const flag = rest.length > 1 ? rest[0] : undefined;
    // What is unreadable is taken for critical: the cautious reading of a BOOLEAN that is neither 00 nor FF
    const critical = flag === undefined ? false : problems.attempt(true, () => flag.boolean());
    const value = problems.attempt(null, () => {
        const last = rest.at(-1);
        if (last === undefined || rest.length > 2)
            throw new malformed/* Malformed */.s(`extensions: ${oid} is no Extension`);
        return last.octetString();
    });
    return [oid, { critical, value }];
}
function hex(octets) {
    return Buffer.from(octets).toString('hex');
}
const oids = {
    subjectKeyIdentifier: '2.5.29.14',
    keyUsage: '2.5.29.15',
    subjectAltName: '2.5.29.17',
    basicConstraints: '2.5.29.19',
    nameConstraints: '2.5.29.30',
    cRLDistributionPoints: '2.5.29.31',
    certificatePolicies: '2.5.29.32',
    authorityKeyIdentifier: '2.5.29.35',
    extKeyUsage: '2.5.29.37',
    authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
    tlsFeature: '1.3.6.1.5.5.7.1.24',
};
const names = new Map(Object.entries(oids).map(([name, oid]) => [oid, name]));
/**
 * Critical by RFC 5280 or in use by public CAs, and without effect on a TLS client, which starts with
 * any-policy and asks for no explicit one (RFC 5280 §6.1.1): OpenSSL, too, accepts them unless told otherwise.
 */
const withoutEffect = [
    '2.5.29.33', // policyMappings
    '2.5.29.36', // policyConstraints
    '2.5.29.54', // inhibitAnyPolicy
];

;// CONCATENATED MODULE: ./build/wire/x509-key.js



/**
 * Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7): what kind of key, and how large. Whether the key is any
 * good is a question for cryptography. A key that cannot be read has the type `unknown`.
 */
function readPublicKey(der, problems) {
    const spki = der.encoded;
    const facts = problems.attempt(none('unknown'), () => {
        const [algorithm, subjectPublicKey] = der.named('subjectPublicKeyInfo').pair();
        const { oid, parameters } = readAlgorithm(algorithm, 'subjectPublicKeyInfo');
        const { bytes } = subjectPublicKey.bitString();
        const type = types.get(oid) ?? oid;
        const read = readers.get(oid);
        if (read === undefined)
            return none(type);
        return problems.attempt(none(type), () => ({ ...none(type), ...read(bytes, parameters, problems) }));
    });
    return { ...facts, spki };
}
function none(type) {
    return { type, bits: null, curve: null, exponent: null };
}
/** RFC 8017 appendix A.1.1. */
function readRsa(bytes) {
    const [modulus, exponent] = (0,wire_der/* readDer */.SU)(bytes, 'RSAPublicKey').pair();
    return { bits: bitLength(modulus, 'modulus'), exponent: decimal(exponent, 'publicExponent') };
}
/** RFC 5480 §2.1.1: PKIX allows named curves only. */
function readEc(_bytes, parameters, problems) {
    if (parameters === undefined)
        throw new malformed/* Malformed */.s('ECParameters: missing');
    if (parameters.is(wire_der/* tags */._A.sequence)) {
        problems.note('ECParameters: explicit curve parameters, where only named curves are allowed (RFC 5480 §2.1.1)');
        return { bits: problems.attempt(null, () => fieldSize(parameters.named('ECParameters'))) };
    }
    const oid = parameters.named('ECParameters').oid();
    const [curve, bits] = curves.get(oid) ?? [oid, null];
    return { curve, bits };
}
/** SEC 1 appendix C.2: version, then fieldID with the OID of prime fields and the prime. */
function fieldSize(parameters) {
    const [, fieldId] = parameters.sequence();
    if (fieldId === undefined)
        throw new malformed/* Malformed */.s('ECParameters: no fieldID');
    const [type, prime] = fieldId.pair();
    return type.oid() === '1.2.840.10045.1.1' ? bitLength(prime, 'fieldID') : null;
}
/** RFC 3279 §2.3.2: p, q, g; left out when the issuer's are meant. */
function readDsa(_bytes, parameters) {
    const [prime] = parameters?.named('Dss-Parms').sequence() ?? [];
    return prime === undefined ? {} : { bits: bitLength(prime, 'p') };
}
function bitLength(integer, what) {
    const octets = positive(integer, what);
    const start = octets.findIndex((octet) => octet !== 0);
    return (octets.length - start) * 8 - (Math.clz32(octets[start] ?? 0) - 24);
}
/** OpenSSL takes no longer modulus either; writing decimals takes time that grows faster than the number. */
const longestExponent = 2048;
function decimal(integer, what) {
    const octets = positive(integer, what);
    if (octets.length > longestExponent)
        throw new malformed/* Malformed */.s(`${what}: ${octets.length} octets`);
    return BigInt(`0x${Buffer.from(octets).toString('hex')}`).toString();
}
function positive(integer, what) {
    const octets = integer.named(what).integer();
    const negative = (octets[0] ?? 0) > 0x7f;
    if (negative || octets.every((octet) => octet === 0))
        throw new malformed/* Malformed */.s(`${what}: not a positive INTEGER`);
    return octets;
}
const readers = new Map([
    ['1.2.840.113549.1.1.1', readRsa],
    ['1.2.840.113549.1.1.10', readRsa],
    ['1.2.840.10045.2.1', readEc],
    ['1.2.840.10040.4.1', readDsa],
]);
/** RFC 3279, RFC 4055, RFC 5480, RFC 8410, RFC 9881, RFC 9909, RFC 9935. */
const types = new Map([
    ['1.2.840.113549.1.1.1', 'RSA'],
    ['1.2.840.113549.1.1.10', 'RSA-PSS'],
    ['1.2.840.10045.2.1', 'EC'],
    ['1.2.840.10040.4.1', 'DSA'],
    ['1.3.101.110', 'X25519'],
    ['1.3.101.111', 'X448'],
    ['1.3.101.112', 'Ed25519'],
    ['1.3.101.113', 'Ed448'],
    ['2.16.840.1.101.3.4.3.17', 'ML-DSA-44'],
    ['2.16.840.1.101.3.4.3.18', 'ML-DSA-65'],
    ['2.16.840.1.101.3.4.3.19', 'ML-DSA-87'],
    ['2.16.840.1.101.3.4.3.20', 'SLH-DSA-SHA2-128s'],
    ['2.16.840.1.101.3.4.3.21', 'SLH-DSA-SHA2-128f'],
    ['2.16.840.1.101.3.4.3.22', 'SLH-DSA-SHA2-192s'],
    ['2.16.840.1.101.3.4.3.23', 'SLH-DSA-SHA2-192f'],
    ['2.16.840.1.101.3.4.3.24', 'SLH-DSA-SHA2-256s'],
    ['2.16.840.1.101.3.4.3.25', 'SLH-DSA-SHA2-256f'],
    ['2.16.840.1.101.3.4.3.26', 'SLH-DSA-SHAKE-128s'],
    ['2.16.840.1.101.3.4.3.27', 'SLH-DSA-SHAKE-128f'],
    ['2.16.840.1.101.3.4.3.28', 'SLH-DSA-SHAKE-192s'],
    ['2.16.840.1.101.3.4.3.29', 'SLH-DSA-SHAKE-192f'],
    ['2.16.840.1.101.3.4.3.30', 'SLH-DSA-SHAKE-256s'],
    ['2.16.840.1.101.3.4.3.31', 'SLH-DSA-SHAKE-256f'],
    ['2.16.840.1.101.3.4.4.1', 'ML-KEM-512'],
    ['2.16.840.1.101.3.4.4.2', 'ML-KEM-768'],
    ['2.16.840.1.101.3.4.4.3', 'ML-KEM-1024'],
]);
/** RFC 5480 §2.1.1.1, SEC 2, RFC 5639 §4.1, GB/T 33560; NIST's names where NIST has one. */
const curves = new Map([
    ['1.2.840.10045.3.1.1', ['P-192', 192]],
    ['1.3.132.0.33', ['P-224', 224]],
    ['1.2.840.10045.3.1.7', ['P-256', 256]],
    ['1.3.132.0.34', ['P-384', 384]],
    ['1.3.132.0.35', ['P-521', 521]],
    ['1.3.132.0.9', ['secp160k1', 160]],
    ['1.3.132.0.8', ['secp160r1', 160]],
    ['1.3.132.0.30', ['secp160r2', 160]],
    ['1.3.132.0.31', ['secp192k1', 192]],
    ['1.3.132.0.32', ['secp224k1', 224]],
    ['1.3.132.0.10', ['secp256k1', 256]],
    ['1.3.132.0.1', ['sect163k1', 163]],
    ['1.3.132.0.15', ['sect163r2', 163]],
    ['1.3.132.0.26', ['sect233k1', 233]],
    ['1.3.132.0.27', ['sect233r1', 233]],
    ['1.3.132.0.3', ['sect239k1', 239]],
    ['1.3.132.0.16', ['sect283k1', 283]],
    ['1.3.132.0.17', ['sect283r1', 283]],
    ['1.3.132.0.36', ['sect409k1', 409]],
    ['1.3.132.0.37', ['sect409r1', 409]],
    ['1.3.132.0.38', ['sect571k1', 571]],
    ['1.3.132.0.39', ['sect571r1', 571]],
    ['1.3.36.3.3.2.8.1.1.1', ['brainpoolP160r1', 160]],
    ['1.3.36.3.3.2.8.1.1.2', ['brainpoolP160t1', 160]],
    ['1.3.36.3.3.2.8.1.1.3', ['brainpoolP192r1', 192]],
    ['1.3.36.3.3.2.8.1.1.4', ['brainpoolP192t1', 192]],
    ['1.3.36.3.3.2.8.1.1.5', ['brainpoolP224r1', 224]],
    ['1.3.36.3.3.2.8.1.1.6', ['brainpoolP224t1', 224]],
    ['1.3.36.3.3.2.8.1.1.7', ['brainpoolP256r1', 256]],
    ['1.3.36.3.3.2.8.1.1.8', ['brainpoolP256t1', 256]],
    ['1.3.36.3.3.2.8.1.1.9', ['brainpoolP320r1', 320]],
    ['1.3.36.3.3.2.8.1.1.10', ['brainpoolP320t1', 320]],
    ['1.3.36.3.3.2.8.1.1.11', ['brainpoolP384r1', 384]],
    ['1.3.36.3.3.2.8.1.1.12', ['brainpoolP384t1', 384]],
    ['1.3.36.3.3.2.8.1.1.13', ['brainpoolP512r1', 512]],
    ['1.3.36.3.3.2.8.1.1.14', ['brainpoolP512t1', 512]],
    ['1.2.156.10197.1.301', ['curveSM2', 256]],
]);

;// CONCATENATED MODULE: ./build/wire/x509-time.js


/**
 * Reads a Time (RFC 5280 §4.1.2.5): UTCTime `YYMMDDHHMMSSZ` for 1950 to 2049, GeneralizedTime
 * `YYYYMMDDHHMMSSZ`, whole seconds, and a day that the calendar has. A GeneralizedTime before 2050 is read
 * too: no CA should write it, every reader must understand it. Throws `Malformed` on anything else.
 */
function readTime(der, what) {
    const utc = der.is(wire_der/* tags */._A.utcTime);
    if (!utc && !der.is(wire_der/* tags */._A.generalizedTime))
        throw new malformed/* Malformed */.s(`${what}: neither UTCTime nor GeneralizedTime`);
    const text = der.named(what).ascii();
    const match = (utc ? utcTime : generalizedTime).exec(text);
    if (match === null)
        throw new malformed/* Malformed */.s(`${what}: wanted ${utc ? 'YY' : 'YYYY'}MMDDHHMMSSZ (RFC 5280 §4.1.2.5)`);
    const [, digits = '', month, day, hour, minute, second] = match;
    const year = utc ? `${Number(digits) < 50 ? '20' : '19'}${digits}` : digits;
    const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
    const date = new Date(iso);
    // Date rolls the 31st of a shorter month over, and 24:00 into the next day
    if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) {
        throw new malformed/* Malformed */.s(`${what}: no such time in the calendar, ${iso}`);
    }
    return date;
}
const utcTime = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const generalizedTime = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;

;// CONCATENATED MODULE: ./build/wire/x509.js









/** In octets: as much as a whole TLS flight may hold. */
const largestCertificate = 1_048_576;
/**
 * Reads a Certificate (RFC 5280 §4.1) from its DER. Throws `Malformed` when its outermost structures cannot
 * be read; whatever inside cannot be read spoils its own field and stands in `problems`.
 */
function readCertificate(der) {
    if (der.length > largestCertificate)
        throw new malformed/* Malformed */.s(`certificate: too large, ${der.length} octets`);
    const [tbs, algorithm, signature, ...more] = (0,wire_der/* readDer */.SU)(der, 'certificate').sequence();
    if (tbs === undefined || algorithm === undefined || signature === undefined || more.length > 0) {
        throw new malformed/* Malformed */.s('certificate: wanted tbsCertificate, signatureAlgorithm and signatureValue');
    }
    const found = problems();
    const { signature: announced, ...fields } = readTbsCertificate(tbs, found);
    if (Buffer.compare(announced.encoded, algorithm.encoded) !== 0) {
        found.note('signatureAlgorithm: not the one in tbsCertificate (RFC 5280 §4.1.1.2)');
    }
    const signatureAlgorithm = found.attempt({ name: 'unknown', hash: null }, () => readSignatureAlgorithm(algorithm, 'signatureAlgorithm'));
    found.attempt(undefined, () => signature.named('signatureValue').bitString());
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(der).digest('hex');
    return { der, sha256, ...fields, signatureAlgorithm, problems: found.sentences() };
}
/** RFC 5280 §4.1: the fields up to subjectPublicKeyInfo stand in a fixed order, what follows is tagged. */
function readTbsCertificate(tbs, found) {
    const members = tbs.named('tbsCertificate').sequence();
    const explicitVersion = members[0]?.context === 0 ? members[0] : undefined;
    const [serial, signature, issuer, validity, subject, spki, ...optional] = explicitVersion === undefined ? members : members.slice(1);
    if (!serial || !signature || !issuer || !validity || !subject || !spki) {
        throw new malformed/* Malformed */.s(`tbsCertificate: only ${members.length} members`);
    }
    const names = {
        issuer: readName(issuer, 'issuer', found),
        subject: readName(subject, 'subject', found),
    };
    const version = readVersion(explicitVersion, found);
    const key = readPublicKey(spki, found);
    return {
        signature,
        version,
        serial: found.attempt('', () => x509_hex(serial.named('serialNumber').integer())),
        ...names,
        ...readValidity(validity, found),
        key,
        spkiSha256: (0,external_node_crypto_.createHash)('sha256').update(key.spki).digest('base64'),
        ...readExtensions(extensionList(optional, version, found), found),
        selfIssued: Buffer.compare(names.issuer.der, names.subject.der) === 0,
    };
}
/** RFC 5280 §4.1.2.1: [0] EXPLICIT INTEGER { v1(0), v2(1), v3(2) } DEFAULT v1. */
function readVersion(explicit, found) {
    return found.attempt(1, () => {
        const version = (explicit?.named('version').explicit().smallInteger() ?? 0) + 1;
        if (version < 1 || version > 3)
            throw new malformed/* Malformed */.s(`version: ${version}`);
        return version;
    });
}
/** RFC 5280 §4.1.2.5: each of the two times may be spoilt by itself. */
function readValidity(validity, found) {
    const times = found.attempt(undefined, () => validity.named('validity').pair());
    if (times === undefined)
        return { notBefore: null, notAfter: null };
    return {
        notBefore: found.attempt(null, () => readTime(times[0], 'notBefore')),
        notAfter: found.attempt(null, () => readTime(times[1], 'notAfter')),
    };
}
/**
 * RFC 5280 §4.1: issuerUniqueID [1] and subjectUniqueID [2], both IMPLICIT BIT STRING, and extensions [3]
 * EXPLICIT, each once, in this order.
 */
function extensionList(optional, version, found) {
    const order = optional.map((member) => member.context ?? 0);
    const known = optional.every((member) => member.constructed === (member.context === 3));
    if (!known || !order.every((tag, at) => tag >= 1 && tag <= 3 && tag > (order[at - 1] ?? 0))) {
        found.note('tbsCertificate: members after subjectPublicKeyInfo that RFC 5280 does not know');
    }
    const extensions = optional.find((member) => member.context === 3);
    if (extensions === undefined)
        return undefined;
    if (version !== 3)
        found.note(`extensions: in a certificate of version ${version}`);
    return found.attempt(undefined, () => extensions.named('extensions').explicit());
}
function x509_hex(octets) {
    return Buffer.from(octets).toString('hex');
}

;// CONCATENATED MODULE: ./build/observe/certificates.js


function certificates() {
    const read = new Map();
    const checked = new Map();
    const parsed = new Map();
    /** Only issuers are kept: a leaf is looked at once. */
    const issuerKey = (issuer) => {
        const held = parsed.get(issuer.sha256) ?? new external_node_crypto_.X509Certificate(issuer.der);
        parsed.set(issuer.sha256, held);
        return held.publicKey;
    };
    return {
        read(der) {
            const key = (0,external_node_crypto_.hash)('sha256', der);
            const certificate = read.get(key) ?? readCertificate(der);
            read.set(key, certificate);
            return certificate;
        },
        signedBy(certificate, issuer) {
            const key = `${certificate.sha256} ${issuer.sha256}`;
            const known = checked.get(key);
            if (known !== undefined)
                return known;
            const verdict = verifies(certificate, () => issuerKey(issuer));
            checked.set(key, verdict);
            return verdict;
        },
    };
}
/** A key or signature of an algorithm that OpenSSL does not know verifies nothing. */
function verifies(certificate, issuerKey) {
    try {
        return new external_node_crypto_.X509Certificate(certificate.der).verify(issuerKey());
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/observe/budget.js

function budget(ms) {
    let left = ms;
    return {
        async spend(most, conversation) {
            if (left <= 0)
                throw new ConversationError('timed-out', `the ${ms / 1000} s for this endpoint are used up`);
            const started = performance.now();
            try {
                return await conversation(Math.min(most, left));
            }
            finally {
                left -= performance.now() - started;
            }
        },
    };
}

// EXTERNAL MODULE: ./build/model/target.js
var model_target = __webpack_require__(30677);
;// CONCATENATED MODULE: ./build/net/deadline.js

/**
 * One limit for a whole conversation, from connect to the last octet needed. Never an idle timeout: a server
 * that drips one octet a second runs into it like a silent one. When time is up, or the run is over, every
 * watched socket is destroyed with the reason, and whoever waits on it learns that reason.
 */
class Deadline {
    #sockets = new Set();
    #timer;
    #run;
    #onAbort;
    #verdict;
    #fail = () => { };
    /** Rejects when time is up; for what has no socket to destroy. */
    passed;
    constructor(ms, run) {
        this.passed = new Promise((_, reject) => {
            this.#fail = reject;
        });
        this.passed.catch(() => { }); // often nobody waits for it
        const timedOut = () => this.#end(new ConversationError('timed-out', `no answer within ${ms / 1000} s`));
        this.#timer = setTimeout(timedOut, ms);
        this.#run = run;
        this.#onAbort = () => this.#end(new ConversationError('not-observed', 'the run ended before the answer came'));
        if (run.aborted)
            this.#onAbort();
        else
            run.addEventListener('abort', this.#onAbort);
    }
    watch(socket) {
        this.#sockets.add(socket);
        socket.once('close', () => this.#sockets.delete(socket));
        if (this.#verdict !== undefined)
            socket.destroy(this.#verdict);
    }
    /** Throws the reason once time is up: what has not begun is not begun any more. */
    check() {
        if (this.#verdict !== undefined)
            throw this.#verdict;
    }
    /** The conversation is over: nothing is destroyed any more. */
    clear() {
        clearTimeout(this.#timer);
        this.#run.removeEventListener('abort', this.#onAbort);
        this.#sockets.clear();
    }
    #end(verdict) {
        this.#verdict = verdict;
        for (const socket of this.#sockets)
            socket.destroy(verdict);
        this.clear();
        this.#fail(verdict);
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/net/open-socket.js

/** One TCP connection, watched by the deadline from here on. Throws what `node:net` throws. */
function openSocket(host, port, deadline) {
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_.connect)({ host, port, noDelay: true });
        deadline.watch(socket);
        // Stays on for good: between two waits nobody else listens, and an error unheard would end the process.
        socket.on('error', reject);
        socket.once('connect', () => resolve(socket));
    });
}

// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
;// CONCATENATED MODULE: ./build/net/quoted.js

/** What a stranger said, fit to stand in our sentence: in quotes, shortened, nothing invisible left alive. */
function quoted(said) {
    const text = typeof said === 'string' ? said : Buffer.from(said).toString('latin1');
    return `"${(0,model_text/* shortened */.vI)(text).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped)}"`;
}
function escaped(character) {
    const short = { '\t': '\\t', '\n': '\\n', '\r': '\\r' }[character];
    if (short !== undefined)
        return short;
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

;// CONCATENATED MODULE: ./build/net/proxy.js





/** A proxy that says more than this before the empty line is not one. */
const mostHeaderBytes = 16_384;
/**
 * A tunnel through an HTTP proxy (RFC 9110 §9.3.6): CONNECT, and any 2xx answer opens it.
 * `proxy` may hold credentials, sent as Basic; an https: proxy is verified against the system's store.
 * Throws ConversationError('proxy-refused'); a proxy that cannot be reached at all also counts as such,
 * because nothing is known then about the server behind it.
 */
async function openTunnel(proxy, target, deadline) {
    const name = proxy.host;
    try {
        const socket = await reach(proxy, deadline);
        const credentials = proxyAuthorization(proxy);
        socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${credentials}\r\n`);
        const status = await readStatus(socket);
        if (/^HTTP\/1\.[01] 2\d\d/.test(status))
            return socket;
        socket.destroy();
        throw new ConversationError('proxy-refused', `the proxy ${name} answered ${quoted(status)}`);
    }
    catch (thrown) {
        if (thrown instanceof ConversationError)
            throw thrown;
        const cause = thrown instanceof Error ? thrown.message : String(thrown);
        throw new ConversationError('proxy-refused', `the proxy ${name} could not be used: ${cause}`, {
            cause: thrown,
        });
    }
}
async function reach(proxy, deadline) {
    const secure = proxy.protocol === 'https:';
    const host = (0,model_address/* parseAddress */.or)(proxy.hostname) ?? proxy.hostname;
    const socket = await openSocket(host, Number(proxy.port) || (secure ? 443 : 80), deadline);
    if (!secure)
        return socket;
    const tls = (0,external_node_tls_.connect)({ socket, ...((0,model_address/* parseAddress */.or)(host) === undefined ? { servername: host } : { host }) });
    await new Promise((resolve, reject) => {
        socket.once('error', reject);
        tls.once('error', reject);
        tls.once('secureConnect', resolve);
    });
    return tls;
}
function proxyAuthorization(proxy) {
    if (proxy.username === '' && proxy.password === '')
        return '';
    const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
    return `Proxy-Authorization: Basic ${Buffer.from(pair).toString('base64')}\r\n`;
}
/** Reads to the empty line and no further: what follows it belongs to the server behind the proxy. */
function readStatus(socket) {
    return new Promise((resolve, reject) => {
        let held = Buffer.alloc(0);
        const finish = (settle) => {
            socket.off('readable', onReadable).off('error', onError).off('end', onEnd);
            settle();
        };
        const onError = (error) => finish(() => reject(error));
        const onEnd = () => finish(() => reject(new ConversationError('proxy-refused', 'the proxy hung up without an answer')));
        const onReadable = () => {
            for (let chunk = socket.read(); Buffer.isBuffer(chunk); chunk = socket.read()) {
                held = Buffer.concat([held, chunk]);
            }
            const end = held.indexOf('\r\n\r\n');
            if (end >= 0) {
                finish(() => {
                    if (held.length > end + 4)
                        socket.unshift(held.subarray(end + 4));
                    resolve(held.subarray(0, held.indexOf('\r\n')).toString('latin1'));
                });
            }
            else if (held.length > mostHeaderBytes) {
                finish(() => reject(new ConversationError('proxy-refused', 'the proxy answered without end')));
            }
        };
        socket.on('readable', onReadable).on('error', onError).on('end', onEnd);
        onReadable();
    });
}

;// CONCATENATED MODULE: ./build/net/dial.js



/** Opens one TCP connection, through the proxy where there is one. The deadline watches it from here on. */
async function dial(to, deadline) {
    if (to.proxy !== null)
        return openTunnel(to.proxy, (0,model_address/* authority */.ku)(to.host, to.port), deadline);
    return openSocket(to.host, to.port, deadline);
}

// EXTERNAL MODULE: ./build/model/observation.js
var observation = __webpack_require__(32364);
;// CONCATENATED MODULE: ./build/net/handshake.js



/**
 * Shakes hands over an open connection and hangs up. Nothing is verified on the way, because a verifying
 * handshake hides exactly the certificates one must see. Throws what `node:tls` throws.
 */
function shakeHands(socket, servername, secureContext, deadline) {
    return new Promise((resolve, reject) => {
        if (socket.destroyed)
            throw socket.errored ?? new ConversationError('closed', 'the server hung up before TLS');
        const tls = (0,external_node_tls_.connect)({
            socket,
            secureContext,
            // An address is no server name (RFC 6066 §3).
            ...(servername === null ? {} : { servername }),
            rejectUnauthorized: false,
            checkServerIdentity: () => undefined,
        });
        // For that check, which we do not use, Node would take a verified chain apart: a fifth of a handshake's time.
        Object.defineProperty(tls, 'getPeerCertificate', { value: () => ({}) });
        socket.once('error', (error) => tls.destroy(error));
        deadline.watch(tls);
        let shown;
        // Up to TLS 1.2 the keys are made when the server has shown its certificate, and before it asks for ours.
        tls.on('keylog', (line) => {
            // An RSA key exchange logs a line of its own first, when OpenSSL does not name the suite yet.
            if (line.toString('latin1').startsWith('CLIENT_RANDOM '))
                shown ??= seen(tls, true);
        });
        tls.once('secureConnect', () => {
            resolve(shown === undefined
                ? seen(tls, null)
                : { ...shown, ...verified(tls), clientCertificateDemanded: false });
            tls.destroySoon(); // close_notify and FIN, not RST
        });
        tls.on('error', (error) => {
            if (shown !== undefined && turnedAway(error))
                resolve(shown);
            else
                reject(error);
        });
    });
}
function seen(tls, clientCertificateDemanded) {
    return {
        chain: certificatesAsSent(tls),
        protocol: tlsVersion(tls.getProtocol()),
        suite: tls.getCipher().name,
        ...verified(tls),
        clientCertificateDemanded,
    };
}
/** OpenSSL's verdict, which Node takes only from a handshake that was completed. */
function verified(tls) {
    // @types/node says Error; at run time it is OpenSSL's code.
    const verification = tls.authorizationError;
    return { verification: typeof verification === 'string' ? verification : null };
}
/**
 * The list on the wire. `getPeerCertificate(true)` would reorder and complete it from the local store, and
 * `getPeerX509Certificate()` may be asked only once: each call takes a certificate off OpenSSL's list.
 */
function certificatesAsSent(tls) {
    const chain = [];
    let next = tls.getPeerX509Certificate();
    for (; next !== undefined; next = next.issuerCertificate)
        chain.push(next.raw);
    return chain;
}
/** By an alert, or without a word. Any other failure after the certificate is a broken handshake. */
function turnedAway(error) {
    return error.message.includes('SSL alert number') || ('code' in error && error.code === 'ECONNRESET');
}
function tlsVersion(protocol) {
    const version = observation/* tlsVersions */.p.find((known) => known === protocol);
    if (version === undefined)
        throw new TypeError(`OpenSSL negotiated ${protocol}, which has no name here`);
    return version;
}

;// CONCATENATED MODULE: ./build/net/conversation.js



/** Octets in a line, its end included. RFC 5321 §4.5.3.1.5 grants 512; IMAP's list of capabilities needs more. */
const longestLine = 8 * 1024;
/** Octets in a whole dialogue. Long banners and lists of capabilities stay below 8 KiB. */
const longestDialogue = 64 * 1024;
/** Lines in a whole dialogue: banners of a hundred lines exist. */
const mostLines = 200;
/**
 * The dialogue in clear on a socket that will go over to TLS: gives out exactly the octets asked for, within
 * limits, and knows what is left over. The socket belongs to it from its making until `release`.
 *
 * The deadline is the caller's: an error given to `socket.destroy` comes out of the pending read as it is.
 */
class Conversation {
    #socket;
    #unread = Buffer.alloc(0);
    #received = 0;
    #lines = 0;
    #failure;
    #wake = () => { };
    constructor(socket) {
        this.#socket = socket;
        if (socket.errored !== null)
            this.#onError(socket.errored);
        if (socket.destroyed || socket.readableEnded)
            this.#onEnd();
        socket.on('data', this.#onData).on('end', this.#onEnd).on('error', this.#onError).on('close', this.#onEnd);
        socket.resume();
    }
    /** The address from which we speak; `undefined` once the socket is gone. */
    get localAddress() {
        return this.#socket.localAddress;
    }
    /** What has come and was not asked for yet. */
    get unread() {
        return this.#unread;
    }
    /**
     * Answers once the octets are with the network. Never throws: a failure comes out of the next read, after
     * everything that the server said before it hung up.
     */
    async send(octets) {
        if (this.#failure !== undefined)
            return;
        await new Promise((resolve) => {
            this.#socket.write(octets, () => resolve());
        });
    }
    /** The next line without its end, CRLF or LF. `awaited` names it in the errors: `the greeting`. */
    async line(awaited) {
        for (;;) {
            // An alert or a ServerHello has no line end, or has one by chance: alert 10 is LF.
            if ((this.#unread[0] === 0x15 || this.#unread[0] === 0x16) && this.#unread[1] === 0x03)
                throw new ConversationError('not-tls', 'the server speaks TLS from the first octet, without STARTTLS');
            const end = this.#unread.subarray(0, longestLine).indexOf(0x0a);
            if (end >= 0)
                return this.#takeLine(end + 1);
            if (this.#unread.length >= longestLine)
                throw broken(`a line of more than ${longestLine} octets`, this.#unread);
            await this.#more(awaited);
        }
    }
    /** Exactly so many octets. */
    async octets(count, awaited) {
        if (count > longestDialogue)
            throw broken(`${awaited} of ${count} octets`, this.#unread);
        while (this.#unread.length < count)
            await this.#more(awaited);
        return this.#take(count);
    }
    /** Ends the dialogue where TLS may begin. Whatever came early was put there by somebody else. */
    end() {
        // CVE-2011-0411: octets sent in clear must not be taken for the server's protected ones.
        if (this.#unread.length > 0) {
            const octets = (0,model_text/* counted */.hS)(this.#unread.length, 'octet');
            throw broken(`${octets} of plaintext after agreeing to STARTTLS`, this.#unread);
        }
        if (this.#failure !== undefined)
            throw this.#failure('the start of TLS');
    }
    /** Gives the socket back, paused and without our listeners. */
    release() {
        this.#socket.pause();
        this.#socket.off('data', this.#onData).off('end', this.#onEnd);
        this.#socket.off('error', this.#onError).off('close', this.#onEnd);
    }
    #onData = (chunk) => {
        this.#received += chunk.length;
        this.#unread = Buffer.concat([this.#unread, chunk]);
        if (this.#received > longestDialogue) {
            this.#socket.pause();
            this.#fail(() => broken(`more than ${longestDialogue} octets before TLS`, chunk));
        }
        this.#wake();
    };
    #onEnd = () => {
        this.#fail((awaited) => {
            const rest = this.#unread.length === 0 ? '' : `, after ${quoted(this.#unread)}`;
            return new ConversationError('closed', `the connection was closed before ${awaited}${rest}`);
        });
    };
    #onError = (error) => {
        this.#fail((awaited) => error.code === 'ECONNRESET' || error.code === 'EPIPE'
            ? new ConversationError('reset', `the server reset the connection before ${awaited}`, {
                cause: error,
            })
            : error);
    };
    /** The first failure stands; those that follow are its echoes. */
    #fail(failure) {
        this.#failure ??= failure;
        this.#wake();
    }
    async #more(awaited) {
        const before = this.#received;
        while (this.#received === before) {
            if (this.#failure !== undefined)
                throw this.#failure(awaited);
            await new Promise((resolve) => {
                this.#wake = resolve;
            });
        }
    }
    #takeLine(octets) {
        this.#lines++;
        if (this.#lines > mostLines)
            throw broken(`more than ${mostLines} lines before TLS`, this.#unread);
        return this.#take(octets)
            .toString('utf8')
            .replace(/\r?\n$/, '');
    }
    #take(count) {
        const taken = this.#unread.subarray(0, count);
        this.#unread = this.#unread.subarray(count);
        return taken;
    }
}
function broken(what, octets) {
    return new ConversationError('malformed', `the server sent ${what}: ${quoted(octets)}`);
}

;// CONCATENATED MODULE: ./build/net/starttls/dialogue.js


/** The server could, but will not; or its greeting already turns us away. */
function refused(what, answer) {
    return new ConversationError('starttls-refused', `the server refuses ${what}: ${quoted(answer)}`);
}
/** The server's own list of what it can do has no STARTTLS. */
function notOffered(where, listed) {
    const sentence = `the server does not offer STARTTLS: its ${where} is ${quoted(listed.join(' '))}`;
    return new ConversationError('starttls-refused', sentence);
}
/** Something else than the protocol answered our first words. */
function stranger(protocol, answer) {
    return new ConversationError('not-tls', `the server does not speak ${protocol}: ${quoted(answer)}`);
}
/** The protocol is right, what was said in it is not. */
function dialogue_malformed(awaited, answer) {
    return new ConversationError('malformed', `the server sent ${quoted(answer)} instead of ${awaited}`);
}

;// CONCATENATED MODULE: ./build/net/starttls/reply.js

/**
 * Reads one reply. FTP marks only the first and the last line of several with the code, SMTP marks each.
 * A first line that is no reply is for `otherwise` to name.
 */
async function readReply(conversation, awaited, protocol, otherwise = (line) => dialogue_malformed(awaited, line)) {
    const lines = [];
    let code;
    for (;;) {
        const line = await conversation.line(awaited);
        const [, digits, mark, text] = /^([1-5]\d\d)(?:([ -])(.*))?$/s.exec(line) ?? [];
        if (code === undefined && digits === undefined)
            throw otherwise(line);
        code ??= digits;
        const marked = digits === code;
        if (!marked && protocol === 'SMTP')
            throw dialogue_malformed(awaited, line);
        lines.push(marked ? (text ?? '') : line.trim());
        if (marked && mark !== '-')
            return { code: code ?? '', texts: lines, said: `${code} ${lines.join(' ')}` };
    }
}

;// CONCATENATED MODULE: ./build/net/starttls/ftp.js


/** FTP (RFC 4217 §4). FEAT is left out: AUTH itself says whether TLS is there. */
const ftp = async (conversation) => {
    let greeting = await readReply(conversation, 'the greeting', 'FTP', (line) => stranger('FTP', line));
    // RFC 959 §5.4: 120 announces that 220 is some minutes away.
    while (greeting.code === '120')
        greeting = await readReply(conversation, 'the greeting', 'FTP');
    if (/^[45]/.test(greeting.code))
        throw refused('us', greeting.said);
    if (greeting.code !== '220')
        throw dialogue_malformed('the greeting', greeting.said);
    await conversation.send('AUTH TLS\r\n');
    const go = await readReply(conversation, 'the answer to AUTH TLS', 'FTP');
    if (go.code !== '234')
        throw refused('AUTH TLS', go.said);
};

;// CONCATENATED MODULE: ./build/net/starttls/imap.js

/** IMAP (RFC 9051 §6.2.1). */
const imap = async (conversation) => {
    const greeting = await conversation.line('the greeting');
    const [, word] = /^\* (OK|PREAUTH|BYE)\b/i.exec(greeting) ?? [];
    if (word === undefined)
        throw stranger('IMAP', greeting);
    if (word.toUpperCase() === 'BYE')
        throw refused('us', greeting);
    // RFC 9051 §7.1.4: this connection is already in authenticated state, where STARTTLS is not allowed.
    if (word.toUpperCase() === 'PREAUTH')
        throw refused('STARTTLS after PREAUTH', greeting);
    const said = await command(conversation, 'a1', 'CAPABILITY');
    const capabilities = said.flatMap((line) => /^\* CAPABILITY (.*)$/i.exec(line)?.[1]?.split(/ +/) ?? []);
    if (!capabilities.some((name) => name.toUpperCase() === 'STARTTLS'))
        throw notOffered('answer to CAPABILITY', capabilities);
    await command(conversation, 'a2', 'STARTTLS');
};
/** Gives a command and answers the untagged lines that came before its OK. */
async function command(conversation, tag, name) {
    await conversation.send(`${tag} ${name}\r\n`);
    const untagged = [];
    for (;;) {
        const line = await conversation.line(`the answer to ${name}`);
        if (/^\* BYE\b/i.test(line))
            throw refused(name, line);
        if (line.startsWith('* ')) {
            untagged.push(line);
            continue;
        }
        const [, answered, condition] = /^(\S+) (OK|NO|BAD)\b/i.exec(line) ?? [];
        if (answered !== tag)
            throw dialogue_malformed(`the answer to ${name}`, line);
        if (condition?.toUpperCase() !== 'OK')
            throw refused(name, line);
        return untagged;
    }
}

;// CONCATENATED MODULE: ./build/net/starttls/irc.js

/** RFC 2812 §2.3.1: a prefix, a command or numeric, its parameters. A numeric always has its server in front. */
const message = /^(?::\S+ +(?=[A-Z\d])|(?=[A-Z]))(\d{3}|[A-Z]+)(?: +(.*))?$/is;
/**
 * IRC (IRCv3 `tls`): the client speaks first, and notices may come between. Some servers meet a command that
 * they do not know with silence; the list of capabilities, asked for in the same breath, speaks for them.
 */
const irc = async (conversation) => {
    await conversation.send('CAP LS\r\nSTARTTLS\r\n');
    let listed = false;
    for (;;) {
        const line = await conversation.line('the answer to STARTTLS');
        const [whole, command = '', parameters = ''] = message.exec(line) ?? [];
        if (whole === undefined)
            throw stranger('IRC', line);
        const [, capabilities] = /^\S+ +LS +:?(.*)$/i.exec(parameters) ?? [];
        switch (command.toUpperCase()) {
            case '670':
                return;
            case '691':
                throw refused('STARTTLS', line);
            case 'ERROR':
                throw refused('us', line);
            case 'PING':
                await conversation.send(`PONG ${parameters}\r\n`);
                break;
            case 'CAP':
                listed = true;
                if (capabilities !== undefined && !capabilities.split(/ +/).includes('tls'))
                    throw notOffered('answer to CAP LS', [capabilities.trim()]);
                break;
            case '421': // ERR_UNKNOWNCOMMAND
            case '451': // ERR_NOTREGISTERED
                // An old server knows no CAP: the first error that does not name STARTTLS is the answer to that.
                if (listed || /\bSTARTTLS\b/i.test(parameters))
                    throw refused('STARTTLS', line);
                listed = true;
        }
    }
};

;// CONCATENATED MODULE: ./build/net/starttls/ldap.js


const integer = 0x02;
const octetString = 0x04;
const enumerated = 0x0a;
const sequence = 0x30;
const extendedResponse = 0x78; // [APPLICATION 24]
/** LDAPMessage: messageID 1, ExtendedRequest [APPLICATION 23], requestName [0]. */
const startTlsRequest = Buffer.concat([
    Buffer.from('301d02010177188016', 'hex'),
    Buffer.from('1.3.6.1.4.1.1466.20037', 'ascii'),
]);
/** The result codes of RFC 4511 §4.1.9 that servers give to StartTLS. */
const resultCodes = {
    1: 'operationsError',
    2: 'protocolError',
    8: 'strongerAuthRequired',
    50: 'insufficientAccessRights',
    51: 'busy',
    52: 'unavailable',
    53: 'unwillingToPerform',
    80: 'other',
};
/** LDAP (RFC 4511 §4.14): the client speaks first. */
const ldap = async (conversation) => {
    await conversation.send(startTlsRequest);
    const message = await readMessage(conversation);
    const incomplete = dialogue_malformed('an ExtendedResponse', message);
    const messageId = readElement(message, integer, incomplete);
    const response = readElement(messageId.rest, extendedResponse, incomplete).content;
    const resultCode = readElement(response, enumerated, incomplete);
    const matched = readElement(resultCode.rest, octetString, incomplete);
    const diagnostic = readElement(matched.rest, octetString, incomplete).content.toString('utf8');
    const code = readNumber(resultCode.content, incomplete);
    const said = `${resultCodes[code] ?? 'result'} (${code}) ${diagnostic}`.trim();
    switch (readNumber(messageId.content, incomplete)) {
        case 1:
            if (code !== 0)
                throw refused('StartTLS', said);
            return;
        case 0: // RFC 4511 §4.4.1: Notice of Disconnection
            throw refused('us', said);
        default:
            throw incomplete;
    }
};
/** Reads the contents of one LDAPMessage; Active Directory writes its lengths in the long form. */
async function readMessage(conversation) {
    const awaited = 'the answer to StartTLS';
    const tag = await conversation.octets(1, awaited);
    if (tag[0] !== sequence)
        throw stranger('LDAP', Buffer.concat([tag, conversation.unread]));
    const first = await conversation.octets(1, awaited);
    const more = lengthOctets(first[0] ?? 0);
    if (more > 4)
        throw dialogue_malformed('the length of an LDAPMessage', first);
    const length = more === 0 ? (first[0] ?? 0) : (await conversation.octets(more, awaited)).readUIntBE(0, more);
    if (length > longestLine)
        throw dialogue_malformed(`an LDAPMessage of at most ${longestLine} octets`, first);
    return conversation.octets(length, awaited);
}
function readElement(octets, tag, incomplete) {
    const [found, first = 0] = octets;
    const more = lengthOctets(first);
    if (found !== tag || more > 4 || octets.length < 2 + more)
        throw incomplete;
    const length = more === 0 ? first : octets.readUIntBE(2, more);
    const start = 2 + more;
    if (octets.length < start + length)
        throw incomplete;
    return { content: octets.subarray(start, start + length), rest: octets.subarray(start + length) };
}
/** Octets that follow the first length octet; X.690 §8.1.3. The indefinite form, not allowed here, gives 255. */
function lengthOctets(first) {
    if (first < 0x80)
        return 0;
    return first === 0x80 ? 255 : first & 0x7f;
}
function readNumber(content, incomplete) {
    if (content.length < 1 || content.length > 4)
        throw incomplete;
    return content.readIntBE(0, content.length);
}

;// CONCATENATED MODULE: ./build/net/starttls/mysql.js


const clientSsl = 0x0800;
/** CLIENT_PROTOCOL_41, CLIENT_SSL and CLIENT_SECURE_CONNECTION. */
const clientFlags = 0x8a00;
const charset = 0x21; // utf8_general_ci
/** MySQL and MariaDB (Connection Phase, HandshakeV10 and SSLRequest): our request gets no answer but TLS. */
const mysql = async (conversation) => {
    const header = await conversation.octets(4, 'the greeting');
    const length = header.readUIntLE(0, 3);
    if (length === 0 || length > longestLine)
        throw stranger('MySQL', Buffer.concat([header, conversation.unread]));
    const greeting = await conversation.octets(length, 'the end of the greeting');
    const version = greeting[0];
    if (version === 0xff)
        throw refused('us', errorText(greeting));
    if (version === 9)
        throw notOffered('protocol version', ['9']); // older than TLS in MySQL
    if (version !== 10)
        throw stranger('MySQL', greeting);
    // thread id (4), auth-plugin-data-part-1 (8) and a filler (1) stand before the capabilities
    const versionEnd = greeting.indexOf(0, 1);
    const at = versionEnd + 1 + 4 + 8 + 1;
    if (versionEnd < 0 || at + 2 > greeting.length)
        throw dialogue_malformed('a whole HandshakeV10', greeting);
    if ((greeting.readUInt16LE(at) & clientSsl) === 0)
        throw notOffered('greeting without CLIENT_SSL', [greeting.toString('latin1', 1, versionEnd)]);
    await conversation.send(sslRequest());
};
/** ERR_Packet before the capabilities are known: ff, the code (2), the message. */
function errorText(packet) {
    return packet.length < 3 ? '' : `${packet.readUInt16LE(1)} ${packet.toString('utf8', 3)}`;
}
function sslRequest() {
    const packet = Buffer.alloc(4 + 32);
    packet.writeUIntLE(32, 0, 3);
    packet.writeUInt8(1, 3); // sequence id
    packet.writeUInt32LE(clientFlags, 4);
    packet.writeUInt32LE(0x0100_0000, 8); // max_packet_size
    packet.writeUInt8(charset, 12);
    return packet;
}

;// CONCATENATED MODULE: ./build/net/starttls/listing.js
/** Reads the lines of a list up to the dot that ends it (RFC 1939 §3, RFC 3977 §3.1.1). */
async function readListing(conversation, awaited) {
    const lines = [];
    for (;;) {
        const line = await conversation.line(awaited);
        if (line === '.')
            return lines;
        lines.push(line.replace(/^\.\./, '.')); // dot-stuffing
    }
}
/** Whether the first word of a line is this keyword, in any case. */
function lists(lines, keyword) {
    return lines.some((line) => line.trim().split(/\s/, 1)[0]?.toUpperCase() === keyword);
}

;// CONCATENATED MODULE: ./build/net/starttls/nntp.js


/** NNTP (RFC 4642 §2.2). A server without CAPABILITIES (RFC 3977 §5.2) may still know STARTTLS. */
const nntp = async (conversation) => {
    const greeting = await conversation.line('the greeting');
    welcome(greeting, 'us', stranger('NNTP', greeting));
    let capabilities = await ask(conversation);
    // RFC 3977 §3.4.2: a server that passes readers on shows its reader's capabilities only afterwards.
    if (capabilities !== undefined && lists(capabilities, 'MODE-READER') && !lists(capabilities, 'STARTTLS')) {
        await conversation.send('MODE READER\r\n');
        const answer = await conversation.line('the answer to MODE READER');
        welcome(answer, 'MODE READER', dialogue_malformed('the answer to MODE READER', answer));
        capabilities = await ask(conversation);
    }
    if (capabilities !== undefined && !lists(capabilities, 'STARTTLS'))
        throw notOffered('answer to CAPABILITIES', capabilities);
    await conversation.send('STARTTLS\r\n');
    const go = await conversation.line('the answer to STARTTLS');
    if (/^[45]\d\d\b/.test(go))
        throw refused('STARTTLS', go);
    if (!/^382\b/.test(go))
        throw dialogue_malformed('the answer to STARTTLS', go);
};
function welcome(line, what, otherwise) {
    if (/^[45]\d\d\b/.test(line))
        throw refused(what, line);
    if (!/^20[01]\b/.test(line))
        throw otherwise;
}
/** The capabilities, or `undefined` from a server that does not know the question. */
async function ask(conversation) {
    await conversation.send('CAPABILITIES\r\n');
    const answer = await conversation.line('the answer to CAPABILITIES');
    if (/^[45]\d\d\b/.test(answer))
        return undefined;
    if (!/^101\b/.test(answer))
        throw dialogue_malformed('the answer to CAPABILITIES', answer);
    return readListing(conversation, 'the end of the answer to CAPABILITIES');
}

;// CONCATENATED MODULE: ./build/net/starttls/pop3.js


/** POP3 (RFC 2595 §4, RFC 2449 §5). A server without CAPA may still know STLS. */
const pop3 = async (conversation) => {
    const greeting = await conversation.line('the greeting');
    if (negative(greeting))
        throw refused('us', greeting);
    if (!pop3_positive(greeting))
        throw stranger('POP3', greeting);
    await conversation.send('CAPA\r\n');
    const answer = await conversation.line('the answer to CAPA');
    if (pop3_positive(answer)) {
        const capabilities = await readListing(conversation, 'the end of the answer to CAPA');
        if (!lists(capabilities, 'STLS'))
            throw notOffered('answer to CAPA', capabilities);
    }
    else if (!negative(answer))
        throw dialogue_malformed('the answer to CAPA', answer);
    await conversation.send('STLS\r\n');
    const go = await conversation.line('the answer to STLS');
    if (negative(go))
        throw refused('STLS', go);
    if (!pop3_positive(go))
        throw dialogue_malformed('the answer to STLS', go);
};
function pop3_positive(line) {
    return /^\+OK\b/i.test(line);
}
function negative(line) {
    return /^-ERR\b/i.test(line);
}

;// CONCATENATED MODULE: ./build/net/starttls/postgres.js

/** SSLRequest: length 8, code 80877103. */
const postgres_sslRequest = Buffer.from('0000000804d2162f', 'hex');
/** PostgreSQL (Frontend/Backend Protocol, SSL Session Encryption): one question, one octet for an answer. */
const postgres = async (conversation) => {
    await conversation.send(postgres_sslRequest);
    const octet = await conversation.octets(1, 'the answer to SSLRequest');
    const answer = Buffer.concat([octet, conversation.unread]);
    switch (octet.toString('latin1')) {
        case 'S':
            return;
        case 'N':
        case 'E': // ErrorResponse: too old for SSLRequest, or too busy for anybody
            throw refused('SSLRequest', answer);
        default:
            throw stranger('PostgreSQL', answer);
    }
};

;// CONCATENATED MODULE: ./build/net/starttls/sieve.js

/** ManageSieve (RFC 5804 §1.7, §2.2): the greeting is the list of capabilities. */
const sieve = async (conversation) => {
    const capabilities = [];
    let line = await sieveLine(conversation, 'the greeting');
    while (line.startsWith('"')) {
        capabilities.push(line);
        line = await sieveLine(conversation, 'the end of the greeting');
    }
    if (/^(NO|BYE)\b/i.test(line))
        throw refused('us', line);
    if (!/^OK\b/i.test(line))
        throw capabilities.length === 0 ? stranger('ManageSieve', line) : dialogue_malformed('the greeting', line);
    if (!capabilities.some((capability) => /^"STARTTLS"/i.test(capability)))
        throw notOffered('greeting', capabilities);
    await conversation.send('STARTTLS\r\n');
    const go = await sieveLine(conversation, 'the answer to STARTTLS');
    if (/^(NO|BYE)\b/i.test(go))
        throw refused('STARTTLS', go);
    if (!/^OK\b/i.test(go))
        throw dialogue_malformed('the answer to STARTTLS', go);
};
/** A line in which literals (RFC 5804 §4: octets announced by `{7}`) stand as quoted strings. */
async function sieveLine(conversation, awaited) {
    let line = await conversation.line(awaited);
    for (;;) {
        const [announced, count] = /\{(\d{1,10})\+?\}$/.exec(line) ?? [];
        if (announced === undefined)
            return line;
        const literal = await conversation.octets(Number(count), `a literal in ${awaited}`);
        const rest = await conversation.line(awaited);
        line = `${line.slice(0, -announced.length)}"${literal.toString('utf8')}"${rest}`;
    }
}

;// CONCATENATED MODULE: ./build/net/starttls/address-literal.js
/** How a client without a name of its own greets (RFC 5321 §4.1.3): `[192.0.2.1]`, `[IPv6:2001:db8::1]`. */
function addressLiteral(address = '127.0.0.1') {
    const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
    return bare.includes(':') ? `[IPv6:${bare}]` : `[${bare}]`;
}

;// CONCATENATED MODULE: ./build/net/starttls/smtp.js



/** SMTP (RFC 3207 §4). */
const smtp = (conversation) => speak(conversation, 'EHLO');
/** LMTP is SMTP with another hello (RFC 2033 §4.1). */
const lmtp = (conversation) => speak(conversation, 'LHLO');
async function speak(conversation, hello) {
    const greeting = await readReply(conversation, 'the greeting', 'SMTP', (line) => stranger('SMTP', line));
    if (/^[45]/.test(greeting.code))
        throw refused('us', greeting.said);
    if (greeting.code !== '220')
        throw dialogue_malformed('the greeting', greeting.said);
    await conversation.send(`${hello} ${addressLiteral(conversation.localAddress)}\r\n`);
    const extensions = await readReply(conversation, `the answer to ${hello}`, 'SMTP');
    if (extensions.code !== '250')
        throw refused(hello, extensions.said);
    const offered = extensions.texts.slice(1);
    if (!offered.some((text) => /^STARTTLS\b/i.test(text)))
        throw notOffered(`answer to ${hello}`, offered);
    await conversation.send('STARTTLS\r\n');
    const go = await readReply(conversation, 'the answer to STARTTLS', 'SMTP');
    if (go.code !== '220')
        throw refused('STARTTLS', go.said);
}

;// CONCATENATED MODULE: ./build/net/starttls/xmpp.js


const tlsNamespace = 'urn:ietf:params:xml:ns:xmpp-tls';
/** XMPP from client to server (RFC 6120 §5.4). */
const xmpp = (conversation, name) => xmpp_speak(conversation, name, 'jabber:client');
/** XMPP from server to server: the same under another namespace. */
const xmppServer = (conversation, name) => xmpp_speak(conversation, name, 'jabber:server');
async function xmpp_speak(conversation, domain, namespace) {
    await conversation.send(`<?xml version='1.0'?><stream:stream xmlns='${namespace}' ` +
        `xmlns:stream='http://etherx.jabber.org/streams' to='${xmpp_escaped(domain)}' version='1.0'>`);
    await readHeader(conversation);
    const features = await readFeatures(conversation);
    if (!features.some((tag) => tag.name === 'starttls' && !tag.closing))
        throw notOffered('list of features', features.filter((tag) => !tag.closing).map((tag) => tag.name));
    await conversation.send(`<starttls xmlns='${tlsNamespace}'/>`);
    const answer = await readTag(conversation, 'the answer to starttls');
    await refuseError(conversation, answer);
    if (answer.name === 'failure')
        throw refused('STARTTLS', answer.raw);
    if (answer.name !== 'proceed' || answer.closing)
        throw dialogue_malformed('the answer to starttls', answer.raw);
    if (answer.empty)
        return;
    const end = await readTag(conversation, 'the end of proceed');
    if (end.name !== 'proceed' || !end.closing)
        throw dialogue_malformed('the end of proceed', end.raw);
}
async function readHeader(conversation) {
    let tag = await readTag(conversation, 'the stream header', 'alien');
    if (tag.name === '?xml')
        tag = await readTag(conversation, 'the stream header');
    if (tag.name !== 'stream')
        throw stranger('XMPP', tag.raw);
    // RFC 6120 §4.7.5: without a version the server is older than stream features and will send none.
    if (!/\sversion\s*=/.test(tag.raw))
        throw notOffered('stream header', [tag.raw]);
}
/** The tags inside of stream features. */
async function readFeatures(conversation) {
    const opening = await readTag(conversation, 'the stream features');
    await refuseError(conversation, opening);
    if (opening.name !== 'features')
        throw dialogue_malformed('the stream features', opening.raw);
    const tags = [];
    let tag = opening;
    while (!tag.empty || tag.name !== 'features') {
        tag = await readTag(conversation, 'the end of the stream features');
        if (tag.name === 'features' && tag.closing)
            break;
        tags.push(tag);
    }
    return tags;
}
/** RFC 6120 §4.9: the first element inside a stream error is its condition. */
async function refuseError(conversation, tag) {
    if (tag.name !== 'error')
        return;
    const condition = tag.empty ? tag : await readTag(conversation, 'the condition of the stream error');
    throw refused('us', condition.raw);
}
/** Reads up to the end of the next tag; a `>` may stand in an attribute's value. Text between tags is dropped. */
async function readTag(conversation, awaited, text) {
    let character = await readCharacter(conversation, awaited);
    while (character !== '<') {
        if (text === 'alien' && character.trim() !== '')
            throw stranger('XMPP', character + conversation.unread.toString('latin1'));
        character = await readCharacter(conversation, awaited);
    }
    let raw = '';
    let quote;
    while (raw === '' || quote !== undefined || character !== '>') {
        raw += character;
        if (raw.length > longestLine)
            throw dialogue_malformed(`a tag of at most ${longestLine} octets`, raw);
        character = await readCharacter(conversation, awaited);
        if (character === quote)
            quote = undefined;
        else if (quote === undefined && /["']/.test(character))
            quote = character;
    }
    raw += character;
    const [, slash, name] = /^<(\/?)(?:[^\s:/>]+:)?([^\s/>]*)/.exec(raw) ?? [];
    return { name: name ?? '', closing: slash === '/', empty: raw.endsWith('/>'), raw };
}
/** Octet by octet, as latin1: names and quotes are ASCII, and nothing behind the tag may be touched. */
async function readCharacter(conversation, awaited) {
    return (await conversation.octets(1, awaited)).toString('latin1');
}
function xmpp_escaped(attribute) {
    return attribute.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
}

;// CONCATENATED MODULE: ./build/net/starttls.js












const dialogues = {
    smtp: smtp,
    lmtp: lmtp,
    imap: imap,
    pop3: pop3,
    sieve: sieve,
    ftp: ftp,
    ldap: ldap,
    xmpp: xmpp,
    'xmpp-server': xmppServer,
    postgres: postgres,
    mysql: mysql,
    nntp: nntp,
    irc: irc,
};
/**
 * Talks the protocol's own dialogue on a connected socket until TLS may begin, and gives the socket back paused,
 * at the first octet of TLS, without a listener of ours. `name` is the host asked for, for XMPP the domain.
 *
 * The deadline is the caller's, who ends it by `socket.destroy(error)`: that error is thrown as it is. Else throws
 * a `ConversationError`: `starttls-refused`, `malformed`, `closed`, `reset` or `not-tls`. A socket on which the
 * dialogue failed is destroyed.
 */
async function startTls(socket, protocol, options) {
    const conversation = new Conversation(socket);
    try {
        await dialogues[protocol](conversation, options.name);
        conversation.end();
    }
    catch (thrown) {
        // Else a late reset would find no listener, and that ends the process.
        socket.destroy();
        throw thrown;
    }
    finally {
        conversation.release();
    }
}

// EXTERNAL MODULE: ./build/wire/cipher-suite.js + 1 modules
var cipher_suite = __webpack_require__(2677);
;// CONCATENATED MODULE: ./build/wire/alert.js
/** TLS alert descriptions by number (IANA TLS Alerts; RFC 8446 §6, RFC 5246 §7.2). */
const alertNames = {
    0: 'close_notify',
    10: 'unexpected_message',
    20: 'bad_record_mac',
    21: 'decryption_failed',
    22: 'record_overflow',
    30: 'decompression_failure',
    40: 'handshake_failure',
    41: 'no_certificate',
    42: 'bad_certificate',
    43: 'unsupported_certificate',
    44: 'certificate_revoked',
    45: 'certificate_expired',
    46: 'certificate_unknown',
    47: 'illegal_parameter',
    48: 'unknown_ca',
    49: 'access_denied',
    50: 'decode_error',
    51: 'decrypt_error',
    60: 'export_restriction',
    70: 'protocol_version',
    71: 'insufficient_security',
    80: 'internal_error',
    86: 'inappropriate_fallback',
    90: 'user_canceled',
    100: 'no_renegotiation',
    109: 'missing_extension',
    110: 'unsupported_extension',
    111: 'certificate_unobtainable',
    112: 'unrecognized_name',
    113: 'bad_certificate_status_response',
    114: 'bad_certificate_hash_value',
    115: 'unknown_psk_identity',
    116: 'certificate_required',
    120: 'no_application_protocol',
};
/** `handshake_failure (40)`; a number nobody registered stands alone. */
function alertName(description) {
    const name = alertNames[description];
    return name === undefined ? String(description) : `${name} (${description})`;
}

;// CONCATENATED MODULE: ./build/net/failure.js



/**
 * Gives a failure of sockets, of OpenSSL or of our readers its reason and a sentence. `undefined` for an error
 * that nobody has named yet: it counts as our bug until somebody does.
 */
function named(error) {
    if (error instanceof ConversationError)
        return error;
    if (error instanceof malformed/* Malformed */.s)
        return new ConversationError('malformed', error.message, { cause: error });
    if (error instanceof malformed/* WrongPassword */.N)
        return new ConversationError('wrong-password', error.message, { cause: error });
    const code = 'code' in error ? String(error.code) : '';
    const system = systemFailures[code];
    if (system !== undefined)
        return new ConversationError(...system, { cause: error });
    if (code === 'ECONNRESET')
        return hungUp(error);
    if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_OSSL_'))
        return openSslFailure(code, error);
    return undefined;
}
const systemFailures = {
    ECONNREFUSED: ['refused', 'connection refused (ECONNREFUSED)'],
    EHOSTUNREACH: ['unreachable', 'no route to host (EHOSTUNREACH)'],
    ENETUNREACH: ['unreachable', 'network unreachable (ENETUNREACH)'],
    EHOSTDOWN: ['unreachable', 'host is down (EHOSTDOWN)'],
    EADDRNOTAVAIL: ['unreachable', 'this machine has no address to reach it from (EADDRNOTAVAIL)'],
    EAFNOSUPPORT: ['unreachable', 'this machine does not speak that address family (EAFNOSUPPORT)'],
    EACCES: ['unreachable', 'this machine is not allowed to connect there (EACCES)'],
    EPERM: ['unreachable', 'a firewall of this machine forbids it (EPERM)'],
    ETIMEDOUT: ['timed-out', 'the system gave up connecting (ETIMEDOUT)'],
    ECONNABORTED: ['reset', 'connection aborted (ECONNABORTED)'],
    EPIPE: ['reset', 'broken pipe (EPIPE)'],
};
/** Node calls an orderly FIN before the end of the handshake ECONNRESET, too; only a real RST has a syscall. */
function hungUp(error) {
    return 'syscall' in error && error.syscall !== undefined
        ? new ConversationError('reset', 'RST instead of an answer (ECONNRESET)', { cause: error })
        : new ConversationError('closed', 'FIN instead of an answer', { cause: error });
}
function openSslFailure(code, error) {
    const alert = /SSL alert number (\d+)/.exec(error.message)?.[1];
    if (alert !== undefined) {
        const sentence = `fatal alert ${alertName(Number(alert))}`;
        return new ConversationError('refused-handshake', sentence, { cause: error });
    }
    const reason = 'reason' in error ? String(error.reason) : code;
    if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_HTTP_REQUEST') {
        return new ConversationError('not-tls', 'its first octets are no TLS record', {
            cause: error,
        });
    }
    if (code === 'ERR_SSL_UNSUPPORTED_PROTOCOL' || code === 'ERR_SSL_NO_PROTOCOLS_AVAILABLE') {
        const sentence = `it chose a TLS version that this program does not speak (${reason})`;
        return new ConversationError('refused-handshake', sentence, { cause: error });
    }
    return new ConversationError('malformed', `OpenSSL finds ${reason}`, {
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/observe/ask.js


/**
 * Turns one conversation with the outside world into an answer: the only place where an exception
 * becomes data. An error nobody has named is ours until somebody names it.
 */
async function ask_ask(conversation) {
    try {
        return (0,model_answer/* known */.eO)(await conversation());
    }
    catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        const failure = named(error);
        if (failure === undefined)
            return (0,model_answer/* unanswered */.bj)('bug', error.stack ?? error.message);
        return (0,model_answer/* unanswered */.bj)(failure.reason, failure.message);
    }
}

;// CONCATENATED MODULE: ./build/observe/chain.js


/** Without a leaf there is nothing to judge: throws `Malformed`. What stands above it may be anything. */
function readChain(sent, certificates) {
    const [leaf, ...others] = sent;
    if (leaf === undefined)
        throw new malformed/* Malformed */.s('the server sent an empty certificate list');
    const chain = [certificates.read(leaf)];
    const unreadable = [];
    for (const [index, der] of others.entries()) {
        try {
            chain.push(certificates.read(der));
        }
        catch (thrown) {
            if (!(thrown instanceof malformed/* Malformed */.s))
                throw thrown;
            unreadable.push(`number ${index + 2} of ${(0,model_text/* counted */.hS)(sent.length, 'certificate')}: ${thrown.message}`);
        }
    }
    return { chain, unreadable };
}

;// CONCATENATED MODULE: ./build/observe/converse.js









/** One connection, one handshake, one answer, within one deadline. */
function converse(question, around) {
    const { target, door, purse, tally } = question;
    return around.turnstile.pass(door.host, () => ask_ask(() => purse.spend(target.timeoutMs, async (ms) => {
        const started = performance.now();
        const deadline = new Deadline(ms, around.run);
        try {
            return meetingOf(await handshakeWith(question, deadline, around), question, around);
        }
        finally {
            deadline.clear();
            tally.durationMs = performance.now() - started;
        }
    })));
}
async function handshakeWith(question, deadline, around) {
    const { target, door, tally, identity, era, keys } = question;
    const name = (0,model_target/* expectedName */.Ac)(target) ?? target.host;
    let socket;
    try {
        deadline.check();
        tally.connections++;
        socket = await dial({ host: door.host, port: target.port, proxy: around.network.proxy }, deadline);
        tally.tcpOpened = true;
        if (target.starttls !== null)
            await startTls(socket, target.starttls, { name });
        const context = around.contexts({ era, keys, trust: target.trust, identity });
        return await shakeHands(socket, (0,model_address/* parseAddress */.or)(name) === undefined ? name : null, context, deadline);
    }
    catch (thrown) {
        socket?.destroy();
        throw thrown;
    }
}
function meetingOf(handshake, { door, era, keys }, around) {
    const { protocol, suite, clientCertificateDemanded, verification } = handshake;
    return {
        ...readChain(handshake.chain, around.certificates),
        sighting: {
            address: door.address,
            asked: keys,
            protocol,
            suite: suiteNamed(suite),
            clientCertificateDemanded,
        },
        era,
        verification,
    };
}
function suiteNamed(name) {
    const suite = (0,cipher_suite/* cipherSuiteByName */.Q)(name);
    if (suite === undefined)
        throw new TypeError(`OpenSSL negotiated ${name}, which is not in our table`);
    return suite;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/observe/retry.js


/** What may be different in a moment: a host that is unreachable, silent, or hangs up before any answer. */
const passing = ['unresolved', 'refused', 'unreachable', 'timed-out', 'reset', 'closed'];
/**
 * Asks again while the failure may be a passing one and it is worth the time, at most `retries` times, each pause
 * twice as long as the one before. Answers the last failure when nothing helped; a run that ends in a pause has not
 * observed anything.
 */
async function withRetries(retries, firstPauseMs, run, ask, worthwhile = () => true) {
    let answer = await ask();
    const mayPass = () => !answer.known && passing.includes(answer.reason) && worthwhile();
    for (let retry = 0; retry < retries && mayPass(); retry++) {
        await (0,external_node_timers_promises_.setTimeout)(firstPauseMs * 2 ** retry, undefined, { signal: run }).catch(() => { }); // ended: no pause
        if (run.aborted)
            return (0,model_answer/* unanswered */.bj)('not-observed', 'the run ended before the question was put again');
        answer = await ask();
    }
    return answer;
}

;// CONCATENATED MODULE: ./build/observe/address.js




/** How many timeouts, DNS aside, one address may cost for each try that the config allows. */
const timeoutsPerTry = 3;
/** Failures that may only mean that our hello is too modern. */
const perhapsTooModern = ['refused-handshake', 'reset', 'closed', 'malformed'];
/**
 * Failures by which a server that has just answered another hello says that it has no such certificate. Old stacks
 * say it by hanging up: taken for a "no" only when asking again does not help, as it does after a mere mishap.
 */
const refusals = ['refused-handshake', 'reset', 'closed', 'malformed'];
/**
 * Asks one address for its certificate as an ordinary client would, then for the one of the other key type:
 * many servers keep RSA beside ECDSA, and either may be the one that is forgotten. Where another address can be asked
 * instead, one to which TCP does not get through is asked only once.
 */
async function askAddress(target, door, identity, replaceable, around) {
    const { retries } = target;
    if (door.shut !== null)
        return unseen(door, door.shut);
    const purse = budget(target.timeoutMs * (retries + 1) * timeoutsPerTry);
    const tally = { connections: 0, tcpOpened: false, durationMs: 0 };
    const meet = (era, keys) => converse({ target, door, identity, era, keys, purse, tally }, around);
    const first = await withRetries(retries, around.retryPauseMs, around.run, () => firstMeeting(meet), () => tally.tcpOpened || !replaceable);
    if (!first.known)
        return { ...unseen(door, first), ...tally };
    const { durationMs } = tally;
    const asked = await withRetries(retries, around.retryPauseMs, around.run, () => otherMeeting(first.value, meet));
    const other = !asked.known && refusals.includes(asked.reason) ? (0,model_answer/* known */.eO)(null) : asked;
    const meetings = other.known && other.value !== null ? [first.value, other.value] : [first.value];
    const answer = {
        address: door.address,
        leaf: (0,model_answer/* known */.eO)(first.value.chain[0].sha256),
        otherLeaf: other.known ? (0,model_answer/* known */.eO)(other.value?.chain[0].sha256 ?? null) : other,
    };
    return { ...tally, answer, meetings, durationMs };
}
function unseen(door, leaf) {
    const answer = {
        address: door.address,
        leaf,
        otherLeaf: (0,model_answer/* unanswered */.bj)('not-asked', leaf.detail),
    };
    return { answer, meetings: [], tcpOpened: false, connections: 0, durationMs: 0 };
}
/** Today's hello first; where it is refused, one that offers everything, so that old servers are seen, too. */
async function firstMeeting(meet) {
    const current = await meet('current', 'any');
    if (current.known || !perhapsTooModern.includes(current.reason))
        return current;
    const legacy = await meet('legacy', 'any');
    return legacy.known ? legacy : current;
}
/** The certificate for the other kind of key, `null` when the server has none. */
async function otherMeeting(first, meet) {
    const [leaf] = first.chain;
    const other = await meet(first.era, leaf.key.type.startsWith('RSA') ? 'ecdsa' : 'rsa');
    if (!other.known)
        return other;
    return other.value.chain[0].sha256 === leaf.sha256 ? (0,model_answer/* known */.eO)(null) : other;
}

// EXTERNAL MODULE: ./build/model/certificate.js
var model_certificate = __webpack_require__(51545);
;// CONCATENATED MODULE: ./build/observe/canonical-name.js
/**
 * A name in the form in which names are compared (RFC 5280 §7.1): the string type, case and runs of spaces do
 * not count, because private CAs write PrintableString here and UTF8String there. The public ones must be
 * identical octet for octet, so this finds every issuer that a stricter comparison would.
 */
function canonicalName(name) {
    const known = canonical.get(name) ?? folded(name);
    canonical.set(name, known);
    return known;
}
/** Building one path compares the same few names a dozen times. */
const canonical = new WeakMap();
function folded(name) {
    const attributes = name.attributes.map(({ type, value }) => {
        return `${type}=${value.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')}`;
    });
    return JSON.stringify(attributes);
}

;// CONCATENATED MODULE: ./build/observe/name-constraints.js



/**
 * RFC 5280 §4.2.1.10: whether the issuer's constraints on DNS names and addresses forbid a name below it.
 * Constraints on directory names are OpenSSL's to judge, whose verdict every handshake brings.
 */
function nameConstraintFault(issuer, below) {
    const { nameConstraints } = issuer;
    if (nameConstraints === null)
        return undefined;
    const { permitted, excluded } = nameConstraints;
    for (const certificate of below) {
        for (const name of namesOf(certificate)) {
            const sameKind = permitted.filter((subtree) => subtree.kind === name.kind);
            const outside = sameKind.length > 0 && !sameKind.some((subtree) => name_constraints_within(name, subtree));
            if (outside || excluded.some((subtree) => subtree.kind === name.kind && name_constraints_within(name, subtree))) {
                const holder = (0,model_text/* shortened */.vI)((0,model_certificate/* shortName */.EU)(issuer.subject));
                return `${holder} may not issue for ${(0,model_text/* shortened */.vI)(name.text)} (name constraints)`;
            }
        }
    }
    return undefined;
}
/** Without a subjectAltName of these kinds the common name stands in, as OpenSSL has it. */
function namesOf(certificate) {
    const names = certificate.alternativeNames.flatMap((name) => constrained(name));
    if (names.length > 0 || certificate.basicConstraints?.ca === true)
        return names;
    const commonName = (0,model_certificate/* attribute */.lt)(certificate.subject, 'commonName');
    return commonName !== null && /^[\w*-]+(\.[\w-]+)+$/.test(commonName)
        ? [{ kind: 'dns', text: commonName }]
        : [];
}
function constrained(name) {
    if (name.kind === 'dns')
        return [{ kind: 'dns', text: name.value }];
    if (name.kind === 'ip')
        return [{ kind: 'ip', text: name.value, bytes: (0,model_address/* addressBytes */.AS)(name.value) }];
    return [];
}
function name_constraints_within(name, subtree) {
    if (name.kind === 'dns' && subtree.kind === 'dns')
        return withinDomain(name.text, subtree.base);
    if (name.kind === 'ip' && subtree.kind === 'ip')
        return withinBlock(name.bytes, subtree.address, subtree.mask);
    return false;
}
/** Any name made by adding labels to the left; a leading dot in the constraint demands at least one. */
function withinDomain(name, base) {
    const host = name.toLowerCase().replace(/\.$/, '');
    const domain = base.toLowerCase();
    if (domain === '')
        return true;
    if (domain.startsWith('.'))
        return host.endsWith(domain);
    return host === domain || host.endsWith(`.${domain}`);
}
function withinBlock(address, base, mask) {
    if (address.length !== base.length)
        return false;
    return address.every((octet, i) => (octet & (mask[i] ?? 0)) === ((base[i] ?? 0) & (mask[i] ?? 0)));
}

;// CONCATENATED MODULE: ./build/observe/path-rules.js



/**
 * What RFC 5280 §6.1 holds against a path, leaf first and anchor last, dates and signatures aside; `undefined`
 * when it is content. The anchor's own extensions bind as OpenSSL and browsers take them: as constraints on
 * what stands below, while a v1 root may be an anchor (RFC 5280 §6.1.1 (d)).
 */
function pathFault(path) {
    const [leaf, ...issuers] = path;
    if (leaf === undefined)
        return 'the path is empty';
    for (const [index, issuer] of issuers.entries()) {
        const below = issuers.slice(0, index);
        const isAnchor = index === issuers.length - 1;
        const fault = authorityFault(issuer, below, isAnchor) ??
            purposeFault(issuer) ??
            nameConstraintFault(issuer, [leaf, ...below]);
        if (fault !== undefined)
            return fault;
    }
    const [critical] = path.flatMap(({ unknownCritical }) => unknownCritical);
    if (critical !== undefined)
        return `a critical extension ${critical} is not understood`;
    return undefined;
}
/** §6.1.4 (k) to (n): who may sign certificates, and how many may stand below. */
function authorityFault(issuer, below, isAnchor) {
    const name = (0,model_text/* shortened */.vI)((0,model_certificate/* shortName */.EU)(issuer.subject));
    const { basicConstraints, keyUsage } = issuer;
    if (basicConstraints === null && !(isAnchor && issuer.version < 3))
        return `${name} is not a CA certificate`;
    if (basicConstraints !== null && !basicConstraints.ca)
        return `${name} is not a CA certificate`;
    if (keyUsage !== null && !keyUsage.includes('keyCertSign'))
        return `${name} may not sign certificates (keyUsage)`;
    const longest = basicConstraints?.pathLength ?? null;
    const counted = below.filter(({ selfIssued }) => !selfIssued).length;
    if (longest !== null && counted > longest) {
        return `${name} allows ${longest} CA certificates below it, there are ${counted} (pathLenConstraint)`;
    }
    return undefined;
}
/** No RFC says so, but every browser and OpenSSL do: an extendedKeyUsage limits all that stands below a CA. */
function purposeFault(issuer) {
    const { extendedKeyUsage } = issuer;
    if (extendedKeyUsage === null)
        return undefined;
    const serves = ['serverAuth', 'anyExtendedKeyUsage', 'msSGC', 'nsSGC'].some((use) => extendedKeyUsage.includes(use));
    return serves
        ? undefined
        : `${(0,model_text/* shortened */.vI)((0,model_certificate/* shortName */.EU)(issuer.subject))} may not issue server certificates (extendedKeyUsage)`;
}

;// CONCATENATED MODULE: ./build/observe/trust.js



/** Longer paths do not exist in practice; hostile ones could be endless. */
const longestPath = 10;
/** Cross-signs make a few paths, a hostile tangle thousands: after this many steps we have seen enough. */
const mostSteps = 200;
const mostPaths = 8;
/**
 * Builds every path from the leaf to an anchor out of the certificates sent and the store, whatever their order
 * (RFC 4158). A path counts when each signature verifies and RFC 5280 §6.1 is content; dates are left to
 * `judge/`, so that an expired intermediate is called by its name.
 */
function trustEvidence(chain, store, certificates) {
    const search = explore(chain, store, certificates);
    const paths = search.paths.toSorted((a, b) => endOf(b) - endOf(a)).slice(0, mostPaths);
    return { paths, obstacle: paths.length > 0 ? null : obstacle(chain[0], search, certificates) };
}
function explore(chain, store, certificates) {
    const [leaf, ...sent] = chain;
    const bySubject = Map.groupBy(distinct(sent), ({ subject }) => canonicalName(subject));
    const search = { paths: [], faults: [], deadEnd: [], steps: 0 };
    const accept = (way, anchor) => {
        const fault = pathFault(way);
        if (fault === undefined)
            search.paths.push({ certificates: way, anchor });
        else
            search.faults.push(fault);
    };
    /** What we did not look at to the end is not incomplete: its issuers may all be there. */
    const giveUp = (why) => {
        if (!search.faults.includes(why))
            search.faults.push(why);
    };
    const climb = (way, top) => {
        const kind = store.holds(top);
        if (kind !== undefined)
            accept(way, kind);
        // A root in the store needs no issuer; an intermediate that is an anchor may lead to a root as well.
        if (kind !== undefined && top.selfIssued)
            return;
        if (way.length >= longestPath)
            return giveUp(`a path of more than ${longestPath} certificates is not followed`);
        const name = canonicalName(top.issuer);
        const anchors = store.named(top.issuer).map(({ certificate }) => certificate);
        const candidates = distinct([...anchors, ...(bySubject.get(name) ?? [])])
            .filter((issuer) => !way.some((member) => sameEntity(member, issuer)))
            .toSorted((a, b) => Number(keyIdsMatch(top, b)) - Number(keyIdsMatch(top, a)));
        let climbed = false;
        for (const issuer of candidates) {
            if (++search.steps > mostSteps)
                return giveUp(`no path in the first ${mostSteps} signatures looked at`);
            if (!certificates.signedBy(top, issuer))
                continue;
            climbed = true;
            climb([...way, issuer], issuer);
        }
        if (!climbed && kind === undefined && way.length > search.deadEnd.length)
            search.deadEnd = way;
    };
    climb([leaf], leaf);
    return search;
}
function obstacle(leaf, search, certificates) {
    const [fault] = search.faults;
    if (fault !== undefined)
        return { kind: 'invalid', detail: fault };
    const top = search.deadEnd.at(-1) ?? leaf;
    if (top.selfIssued && certificates.signedBy(top, top)) {
        return top === leaf ? { kind: 'self-signed' } : { kind: 'unknown-root', root: (0,model_certificate/* shortName */.EU)(top.subject) };
    }
    const [url] = top.caIssuerUrls;
    return {
        kind: 'issuer-missing',
        issuer: (0,model_certificate/* shortName */.EU)(top.issuer),
        named: url === undefined ? null : { kind: 'aia', url },
    };
}
/** Names and key make a CA what it is; its certificates are many (cross-signs, renewals). */
function sameEntity(one, other) {
    return one.spkiSha256 === other.spkiSha256 && canonicalName(one.subject) === canonicalName(other.subject);
}
/** A hint, not a demand (RFC 4158 §3.5.12): tried first when they match. */
function keyIdsMatch(certificate, issuer) {
    return certificate.authorityKeyId !== null && certificate.authorityKeyId === issuer.subjectKeyId;
}
function distinct(all) {
    return [...new Map(all.map((certificate) => [certificate.sha256, certificate])).values()];
}
function endOf({ certificates }) {
    return Math.min(...certificates.map(({ notAfter }) => notAfter?.getTime() ?? 0));
}

;// CONCATENATED MODULE: ./build/observe/deliveries.js


/** Every distinct chain that was served, with all handshakes that saw it; else why there is none. */
function deliveriesOf(target, sights, around) {
    const meetings = sights.flatMap((sight) => sight.meetings);
    if (meetings.length === 0)
        return failureOf(sights);
    const byChain = Map.groupBy(meetings, ({ chain }) => chain.map(({ sha256 }) => sha256).join(' '));
    return (0,model_answer/* known */.eO)([...byChain.values()].map((alike) => deliveryOf(target, alike, around)));
}
function deliveryOf(target, alike, around) {
    const [meeting] = alike;
    if (meeting === undefined)
        throw new TypeError('a group of handshakes is never empty');
    const { chain, unreadable } = meeting;
    const evidence = trustEvidence(chain, around.storeFor(target.trust), around.certificates);
    const refusal = alike.map(refusalOf).find((code) => code !== undefined);
    return {
        leaf: chain[0],
        chain,
        unreadable,
        sightings: alike.map(({ sighting }) => sighting),
        trust: refusal === undefined || evidence.paths.length === 0 ? evidence : deliveries_refused(refusal),
    };
}
/** What OpenSSL says of dates and of the leaf's purpose is judged apart, with sentences of its own. */
const judgedApart = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'INVALID_PURPOSE'];
/** A second opinion: where OpenSSL finds a fault that we do not, no client that uses it gets through. */
function refusalOf({ verification }) {
    return verification === null || judgedApart.includes(verification) ? undefined : verification;
}
function deliveries_refused(code) {
    return { paths: [], obstacle: { kind: 'invalid', detail: `OpenSSL refuses the chain with ${code}` } };
}
/** The failure that got furthest; an address that was not even asked explains nothing while others failed. */
function failureOf(sights) {
    const failures = sights.flatMap(({ answer, tcpOpened }) => {
        return answer.leaf.known ? [] : [{ leaf: answer.leaf, tcpOpened }];
    });
    const asked = failures.filter(({ leaf }) => leaf.reason !== 'not-asked');
    const best = asked.find(({ tcpOpened }) => tcpOpened) ?? asked.at(-1);
    if (best !== undefined)
        return best.leaf;
    // Saying nothing here would be a false all-clear: nobody has looked at this endpoint.
    return (0,model_answer/* unanswered */.bj)('unreachable', 'it has only IPv6 addresses, and this machine has no IPv6 route');
}

;// CONCATENATED MODULE: ./build/observe/doors.js








/** Under `addresses: first` the others are ways to get through; where so many are closed, no further one helps. */
const mostTried = 32;
/** Under `addresses: all` each is watched, and none may be left out in silence. */
const mostWatched = 256;
/** All ways to reach a target, in the resolver's order. The address that is judged here is the one connected to. */
async function doorsOf(target, around) {
    const fixed = target.connectTo ?? (0,model_address/* parseAddress */.or)(target.host);
    if (fixed !== undefined)
        return (0,model_answer/* known */.eO)([door(fixed, around)]);
    const name = target.host;
    if (anyAddressWillDo(target, around))
        return (0,model_answer/* known */.eO)([{ host: name, address: null, shut: null }]);
    const addresses = await withRetries(target.retries, around.retryPauseMs, around.run, () => ask_ask(() => lookUp(name, target, around)));
    return addresses.known ? (0,model_answer/* known */.eO)(addresses.value.map((address) => door(address, around))) : addresses;
}
/** Then the proxy may resolve the name; an address that must be judged first is looked up by us. */
function anyAddressWillDo({ addresses, ipVersion }, { network }) {
    return network.proxy !== null && network.allowPrivate && addresses === 'first' && ipVersion === 'any';
}
async function lookUp(name, { addresses, ipVersion, timeoutMs }, around) {
    const deadline = new Deadline(timeoutMs, around.run);
    try {
        const found = await resolve(name, ipVersion, around.lookup, deadline);
        if (addresses === 'first')
            return found.slice(0, mostTried);
        if (found.length <= mostWatched)
            return found;
        const many = `${name} has ${found.length} addresses; more than ${mostWatched} are not watched as one endpoint`;
        throw new ConversationError('not-observed', many);
    }
    finally {
        deadline.clear();
    }
}
function door(address, { network, ipv6 }) {
    const reachable = isGloballyReachable(address);
    if (!reachable && !network.allowPrivate) {
        const detail = `${address} is not a public address, and this run may contact no other (network.allow_private)`;
        return { host: address, address, shut: (0,model_answer/* unanswered */.bj)('blocked', detail) };
    }
    // Loopback and link-local IPv6 need no route.
    if (reachable && (0,model_address/* addressFamily */.JH)(address) === 6 && !ipv6 && network.proxy === null) {
        return { host: address, address, shut: (0,model_answer/* unanswered */.bj)('not-asked', 'this machine has no IPv6 route') };
    }
    return { host: address, address, shut: null };
}

;// CONCATENATED MODULE: ./build/wire/leaf-first.js
/**
 * Orders certificates whose order means nothing, as in a PKCS#7 SET: a certificate that issued none of the
 * others, then its issuer and so on up by name (and by key identifier where several bear the name), then the
 * next such certificate. End entities come before CAs; else the order given is kept.
 */
function orderedLeafFirst(certificates) {
    const bySubject = Map.groupBy(certificates, ({ subject }) => key(subject.der));
    const issuerOf = (certificate) => {
        const named = (bySubject.get(key(certificate.issuer.der)) ?? []).filter((issuer) => issuer !== certificate);
        return named.find(({ subjectKeyId }) => subjectKeyId === certificate.authorityKeyId) ?? named[0];
    };
    const issuers = new Set(certificates.filter((one) => !one.selfIssued).map(issuerOf));
    const ends = certificates.filter((certificate) => !issuers.has(certificate));
    const ordered = new Set();
    for (const start of [...ends.filter((end) => !isCa(end)), ...ends, ...certificates]) {
        let next = start;
        while (next !== undefined && !ordered.has(next)) {
            ordered.add(next);
            next = next.selfIssued ? undefined : issuerOf(next);
        }
    }
    return [...ordered];
}
function isCa(certificate) {
    return certificate.basicConstraints?.ca === true;
}
function key(der) {
    return Buffer.from(der).toString('latin1');
}

;// CONCATENATED MODULE: ./build/wire/pfx.js



/** Reads PFX ::= SEQUENCE { version (v3), authSafe ContentInfo, macData OPTIONAL }. Throws `Malformed`. */
function readPfx(bytes) {
    const [version, authSafe, macData] = (0,wire_der/* readBer */.eL)(bytes, 'PKCS#12').sequence();
    if (version?.smallInteger() !== 3 || authSafe === undefined)
        throw new malformed/* Malformed */.s('PKCS#12: wanted version 3 and authSafe');
    const { type, content } = readContentInfo(authSafe);
    if (type !== data)
        throw new malformed/* Malformed */.s(`PKCS#12: protected by ${type}, not by a password`);
    return { safe: content.pieces(), mac: macData && readMac(macData) };
}
/** MacData ::= SEQUENCE { mac DigestInfo, macSalt OCTET STRING, iterations INTEGER DEFAULT 1 } */
function readMac(macData) {
    const [info, salt, iterations] = macData.named('MacData').sequence();
    if (info === undefined || salt === undefined)
        throw new malformed/* Malformed */.s('MacData: wanted mac and macSalt');
    const [algorithm, value] = info.pair();
    return {
        oid: readAlgorithm(algorithm, 'MacData').oid,
        value: value.pieces(),
        salt: salt.pieces(),
        iterations: iterations?.smallInteger() ?? 1,
    };
}
const data = '1.2.840.113549.1.7.1';
const encryptedData = '1.2.840.113549.1.7.6';
/** RFC 5652 §3: ContentInfo ::= SEQUENCE { contentType, content [0] EXPLICIT ANY } */
function readContentInfo(contentInfo) {
    const [type, content] = contentInfo.pair();
    return { type: type.oid(), content: content.explicit() };
}
/** Reads AuthenticatedSafe ::= SEQUENCE OF ContentInfo (RFC 7292 §4.1), each a SafeContents. Throws `Malformed`. */
function readAuthenticatedSafe(safe) {
    return (0,wire_der/* readBer */.eL)(safe, 'AuthenticatedSafe')
        .sequence()
        .map((contentInfo) => {
        const { type, content } = readContentInfo(contentInfo);
        if (type === data)
            return content.pieces();
        if (type !== encryptedData)
            throw new malformed/* Malformed */.s(`PKCS#12: content of type ${type}`);
        const [, encrypted] = content.named('EncryptedData').sequence();
        const [, algorithm, ciphertext] = encrypted?.sequence() ?? [];
        if (algorithm === undefined || ciphertext === undefined)
            throw new malformed/* Malformed */.s('EncryptedData: nothing inside');
        return { algorithm, ciphertext: ciphertext.pieces() };
    });
}
/** Reads SafeContents ::= SEQUENCE OF SafeBag (RFC 7292 §4.2), those inside it included. Throws `Malformed`. */
function readSafeContents(bytes) {
    return bagsIn((0,wire_der/* readBer */.eL)(bytes, 'SafeContents'));
}
/** SafeBag ::= SEQUENCE { bagId, bagValue [0] EXPLICIT ANY, bagAttributes SET OPTIONAL } */
function bagsIn(safeContents) {
    return safeContents.sequence().flatMap((bag) => {
        const [id, wrapped] = bag.sequence();
        if (id === undefined || wrapped === undefined)
            throw new malformed/* Malformed */.s('SafeBag: wanted bagId and bagValue');
        return readBag(id.oid(), wrapped.explicit());
    });
}
const bagTypes = '1.2.840.113549.1.12.10.1';
const x509Certificate = '1.2.840.113549.1.9.22.1';
function readBag(type, value) {
    switch (type) {
        case `${bagTypes}.1`:
            return [{ kind: 'key', der: value.encoded }];
        case `${bagTypes}.2`: {
            const [algorithm, ciphertext] = value.named('EncryptedPrivateKeyInfo').pair();
            return [{ kind: 'encrypted-key', encrypted: { algorithm, ciphertext: ciphertext.pieces() } }];
        }
        case `${bagTypes}.3`: {
            const [id, wrapped] = value.named('CertBag').pair();
            return id.oid() === x509Certificate ? [{ kind: 'certificate', der: wrapped.explicit().pieces() }] : [];
        }
        case `${bagTypes}.6`:
            return bagsIn(value);
        default:
            return []; // CRLs, secrets, and what is yet to be thought of
    }
}

;// CONCATENATED MODULE: ./build/wire/pkcs12.js







/** In octets. */
const largestPkcs12 = 1_048_576;
/** In octets. node-forge decrypts so much RC2 in 0.1 s, but its time grows with the square: 48 s for 1 MB. */
const largestRc2 = 131_072;
/**
 * For all keys of a file together: node-forge blocks everything for 0.2 to 1.4 s per 100,000. OpenSSL and
 * Windows write some 2,000 for each key, Java 10,000 and before version 16 up to 100,000. The 600,000 of GnuTLS
 * and Firefox are too many: the message says how to write such a file anew.
 */
const mostIterations = 250_000;
/**
 * Reads the certificates of a PKCS#12 file (RFC 7292) as DER, in the order of its bags. The cryptography is
 * node-forge's; its `pkcs12FromAsn1` is not used, because it refuses a file for one secret in it, rewrites
 * certificates, and iterates without limit to counts that it has only just decrypted. Throws `WrongPassword`
 * when the password does not fit, `Malformed` on everything else.
 */
async function readPkcs12Certificates(bytes, passphrase) {
    const { bags } = await openPkcs12(bytes, passphrase);
    return certificatesIn(bags);
}
/**
 * Reads the private key of a PKCS#12 file and the chain for it. Of several keys it is the first that one of
 * the certificates belongs to. Throws as `readPkcs12Certificates` does.
 */
async function readPkcs12Identity(bytes, passphrase) {
    const { bags, lock } = await openPkcs12(bytes, passphrase);
    const certificates = orderedLeafFirst(certificatesIn(bags).map((der) => readCertificate(der)));
    for (const bag of bags) {
        if (bag.kind === 'certificate')
            continue;
        const key = privateKey(bag.kind === 'key' ? bag.der : decrypted(bag.encrypted, lock));
        const own = certificates.find(({ der }) => belongs(der, key));
        if (own === undefined)
            continue;
        const chain = [own, ...certificates.filter((certificate) => certificate !== own)];
        const pem = key.export({ type: 'pkcs8', format: 'pem' });
        return { key: pem.toString(), certificates: chain.map(({ der }) => der) };
    }
    throw new malformed/* Malformed */.s('PKCS#12: no private key with its certificate');
}
function certificatesIn(bags) {
    return bags.flatMap((bag) => (bag.kind === 'certificate' ? [bag.der] : []));
}
function privateKey(pkcs8) {
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    }
    catch (thrown) {
        throw new malformed/* Malformed */.s(`PrivateKeyInfo: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
}
function belongs(certificate, key) {
    try {
        return new external_node_crypto_.X509Certificate(certificate).checkPrivateKey(key);
    }
    catch {
        return false; // OpenSSL cannot read its key: not a certificate to be shown to anybody
    }
}
async function openPkcs12(bytes, passphrase) {
    if (bytes.length > largestPkcs12)
        throw new malformed/* Malformed */.s(`PKCS#12: larger than ${largestPkcs12} octets`);
    const { safe, mac } = readPfx(bytes);
    const { default: forge } = await __webpack_require__.e(/* import() */ 542).then(__webpack_require__.t.bind(__webpack_require__, 8542, 19));
    // A file that opens without a password may have been written with an empty one or with none
    const passwords = passphrase === null || passphrase === '' ? ['', null] : [passphrase];
    const locks = passwords.map((password) => ({ forge, password, spend: spender() }));
    const lock = locks.find((lock) => mac === undefined || macFits(mac, safe, lock));
    if (lock === undefined)
        throw new malformed/* WrongPassword */.N('PKCS#12: the MAC does not fit the password');
    const bags = readAuthenticatedSafe(safe).flatMap((contents) => readSafeContents(contents instanceof Uint8Array ? contents : decrypted(contents, lock)));
    return { bags, lock };
}
function spender() {
    let left = mostIterations;
    return (iterations) => {
        if (iterations < 1)
            throw new malformed/* Malformed */.s(`PKCS#12: ${iterations} iterations of key derivation`);
        left -= iterations;
        if (left < 0)
            throw unsupported(`more than ${mostIterations} iterations of key derivation`);
    };
}
/** RFC 7292 appendix B.3: what a key is derived for. */
const pkcs12_purposes = { encryption: 1, iv: 2, mac: 3 };
const digests = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'];
function macFits({ oid, value, salt, iterations }, safe, lock) {
    const { forge, password, spend } = lock;
    const digest = digests.find((name) => forge.pki.oids[name] === oid);
    if (digest === undefined)
        throw unsupported(nameOf(oid, forge));
    spend(iterations);
    const md = forge.md[digest].create();
    const start = forge.util.createBuffer(binary(salt));
    const key = forge.pkcs12.generateKey(password, start, pkcs12_purposes.mac, iterations, md.digestLength, md);
    return (0,external_node_crypto_.createHmac)(digest, octets(key)).update(safe).digest().equals(value);
}
function decrypted({ algorithm, ciphertext }, lock) {
    const { oid, parameters } = readAlgorithm(algorithm, 'encryptionAlgorithm');
    examine(algorithm, lock);
    if (parameters === undefined)
        throw new malformed/* Malformed */.s(`encryptionAlgorithm: ${oid} without parameters`);
    if (ciphertext.length % 8 > 0)
        throw new malformed/* Malformed */.s(`PKCS#12: ${ciphertext.length} octets in blocks of 8`);
    const rc2 = nameOf(oid, lock.forge).includes('RC2');
    if (rc2 && ciphertext.length > largestRc2)
        throw unsupported(`RC2 over more than ${largestRc2} octets`);
    const decipher = oid === rc2With128Bits ? rc2Decipher(parameters, lock) : forgesDecipher(oid, parameters, lock);
    decipher.update(lock.forge.util.createBuffer(binary(ciphertext)));
    const plain = decipher.finish() ? octets(decipher.output) : Buffer.of();
    // Without a MAC a wrong password shows only here; whatever is encrypted in these files is a SEQUENCE
    if (plain[0] !== 0x30)
        throw new malformed/* WrongPassword */.N('PKCS#12: the password does not decrypt it');
    return plain;
}
/** Every algorithm named must be supported, and every INTEGER may be the count that node-forge iterates to. */
function examine(value, lock) {
    if (value.is(wire_der/* tags */._A.integer))
        lock.spend(value.smallInteger());
    if (value.is(wire_der/* tags */._A.oid)) {
        const name = nameOf(value.oid(), lock.forge);
        if (!supported.has(name))
            throw unsupported(name);
    }
    if (value.constructed)
        for (const member of value.members)
            examine(member, lock);
}
/** RFC 7292 appendix C, RFC 8018 appendix B, RFC 3565. Asked for HMAC with SHA-224, node-forge does another. */
const supported = new Set([
    'pbeWithSHAAnd3-KeyTripleDES-CBC',
    'pbeWithSHAAnd128BitRC2-CBC',
    'pbewithSHAAnd40BitRC2-CBC',
    'pkcs5PBES2',
    'pkcs5PBKDF2',
    'hmacWithSHA1',
    'hmacWithSHA256',
    'hmacWithSHA384',
    'hmacWithSHA512',
    'des-EDE3-CBC',
    'aes128-CBC',
    'aes192-CBC',
    'aes256-CBC',
]);
function forgesDecipher(oid, parameters, { forge, password }) {
    // RFC 8018 §3 takes the password as octets, RFC 7292 appendix B.1 as characters
    const utf8 = binary(Buffer.from(password ?? ''));
    const secret = oid === forge.pki.oids['pkcs5PBES2'] ? utf8 : password;
    try {
        return forge.pki.pbe.getCipher(oid, forge.asn1.fromDer(binary(parameters.encoded)), secret);
    }
    catch (thrown) {
        throw new malformed/* Malformed */.s(`encryptionAlgorithm: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
}
const rc2With128Bits = '1.2.840.113549.1.12.1.5';
/** RFC 7292 appendix C: node-forge has the cipher and the key derivation, but not the two together. */
function rc2Decipher(parameters, { forge, password }) {
    const [salt, count] = parameters.named('pkcs-12PbeParams').pair();
    const derived = (purpose, length) => {
        const start = forge.util.createBuffer(binary(salt.octetString()));
        return forge.pkcs12.generateKey(password, start, purpose, count.smallInteger(), length);
    };
    const decipher = forge.rc2.createDecryptionCipher(derived(pkcs12_purposes.encryption, 16), 128);
    decipher.start(derived(pkcs12_purposes.iv, 8));
    return decipher;
}
/** What node-forge calls bytes: a string with one character for each octet. */
function binary(octets) {
    return Buffer.from(octets).toString('latin1');
}
function octets(buffer) {
    return Buffer.from(buffer.getBytes(), 'latin1');
}
function nameOf(oid, { pki }) {
    if (oid === '1.2.840.113549.1.5.14')
        return 'PBMAC1';
    return oid === '1.3.6.1.4.1.11591.4.11' ? 'scrypt' : (pki.oids[oid] ?? oid);
}
function unsupported(what) {
    const read = 'openssl pkcs12 -in OLD -nodes -out ALL.pem';
    const write = 'openssl pkcs12 -export -in ALL.pem -out NEW';
    return new malformed/* Malformed */.s(`PKCS#12: ${what}: not supported; "${read}" and then "${write}" writes one that is`);
}

;// CONCATENATED MODULE: ./build/observe/identity.js




const opened = new WeakMap();
/**
 * A client certificate as `node:tls` takes it. PKCS#12 is always opened by us, because Node refuses the RC2 and
 * 3DES files that Windows and old OpenSSL write. Throws `WrongPassword` or `Malformed`.
 */
async function identityOf(certificate) {
    if (certificate === null)
        return null;
    const known = opened.get(certificate) ?? identity_open(certificate);
    opened.set(certificate, known);
    return known;
}
async function identity_open(certificate) {
    if (certificate.kind === 'pem')
        return openPem(certificate);
    const { key, certificates } = await readPkcs12Identity(certificate.pfx, certificate.passphrase);
    const cert = certificates.map((der) => (0,wire_pem/* writePem */.I6)('CERTIFICATE', der)).join('');
    return { cert, key };
}
function openPem({ cert, key, passphrase }) {
    const block = (0,wire_pem/* readPem */.Je)(cert).find(({ label }) => label === 'CERTIFICATE');
    if (block === undefined)
        throw new malformed/* Malformed */.s('client certificate: no certificate in the PEM file');
    const privateKey = openKey(Buffer.from(key), passphrase);
    if (!new external_node_crypto_.X509Certificate(block.der).checkPrivateKey(privateKey)) {
        throw new malformed/* Malformed */.s('client certificate: the key belongs to another certificate');
    }
    const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    return { cert: Buffer.from(cert), key: pkcs8 };
}
/** RFC 7468 §11, or the header of RFC 1421 §4.6.1.1 in OpenSSL's older form. */
const encrypted = /^(-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED)/m;
function openKey(key, passphrase) {
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key, passphrase: passphrase ?? '' });
    }
    catch {
        // OpenSSL's reason says too little: one wrong passphrase in 256 decrypts to a padding that looks right.
        if (encrypted.test(key.toString('latin1')))
            throw new malformed/* WrongPassword */.N('client key: the passphrase does not open it');
        throw new malformed/* Malformed */.s('client key: not a private key in PEM');
    }
}

;// CONCATENATED MODULE: ./build/observe/endpoint.js





/** Asks one endpoint: for its addresses first, then what certificates they serve. */
async function observeEndpoint(target, around) {
    const at = around.clock();
    const identity = await ask_ask(() => identityOf(target.clientCertificate));
    if (!identity.known)
        return nothingSeen(target, at, identity);
    const doors = await doorsOf(target, around);
    if (!doors.known)
        return nothingSeen(target, at, doors);
    const sights = await (target.addresses === 'all' ? askAll : askInTurn)(target, doors.value, identity.value, around);
    return {
        target,
        at,
        durationMs: Math.max(0, ...sights.map(({ durationMs }) => durationMs)),
        connections: sights.reduce((sum, { connections }) => sum + connections, 0),
        addresses: sights.map(({ answer }) => answer),
        deliveries: await understood(() => deliveriesOf(target, sights, around)),
    };
}
/** Anchors and paths are read here for the first time: what throws costs this endpoint its answer, not the run. */
async function understood(make) {
    const made = await ask_ask(async () => make());
    return made.known ? made.value : made;
}
function nothingSeen(target, at, deliveries) {
    return { target, at, durationMs: 0, connections: 0, addresses: [], deliveries };
}
function askAll(target, doors, identity, around) {
    return Promise.all(doors.map((door) => askAddress(target, door, identity, false, around)));
}
/** The resolver's order; the next address when TCP fails. */
async function askInTurn(target, doors, identity, around) {
    const sights = [];
    const last = doors.findLast(({ shut }) => shut === null);
    for (const door of doors) {
        const sight = await askAddress(target, door, identity, door !== last, around);
        sights.push(sight);
        if (sight.tcpOpened)
            break;
    }
    return sights;
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/wire/pkcs7.js

const signedData = '1.2.840.113549.1.7.2';
/**
 * The certificates, as DER, in a degenerate PKCS#7 SignedData (RFC 2315 §9.1, RFC 5652 §5.1): a SET, so their
 * order means nothing. Signers are not looked at. Throws `Malformed`.
 */
function readSignedData(contentInfo) {
    const [type, content] = contentInfo.sequence();
    if (type?.oid() !== signedData || content?.context !== 0) {
        throw new malformed/* Malformed */.s(`PKCS#7: wanted SignedData (${signedData}), found ${type?.oid() ?? 'nothing'}`);
    }
    const fields = content.explicit().sequence();
    const certificates = fields.find((field) => field.context === 0)?.members ?? [];
    // The other members of CertificateChoices, attribute certificates and the like, bear context tags
    return certificates.flatMap((choice) => (choice.context === undefined ? [choice.encoded] : []));
}

;// CONCATENATED MODULE: ./build/wire/containers.js







/** In octets. */
const largestCertificateFile = 4_194_304;
/** In octets, for DER: one of its values takes some hundred times the memory of its two octets. */
const largestContainer = 1_048_576;
const mostCertificates = 10_000;
/**
 * Reads the certificates, as DER, of a file that is recognised by its content: PEM, one DER certificate,
 * PKCS#7 (`.p7b`, `.p7c`, DER or PEM) or PKCS#12. PEM keeps the order of the file; out of the other two the
 * leaf comes first. Throws `WrongPassword` when a PKCS#12 file does not open, else `Malformed`, also when
 * there is no certificate in the file.
 */
async function readCertificateFile(bytes, password) {
    if (bytes.length > largestCertificateFile) {
        throw new malformed/* Malformed */.s(`certificate file: larger than ${largestCertificateFile} octets`);
    }
    const certificates = isBinary(bytes) ? await readBinary(bytes, password) : readText(bytes);
    if (certificates.length === 0)
        throw new malformed/* Malformed */.s('certificate file: no certificate in it');
    return limited(certificates);
}
/** A SEQUENCE of more than 127 octets, or of indefinite length: no text begins so. */
function isBinary(bytes) {
    return bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80;
}
/** Certificate, ContentInfo and PFX are SEQUENCEs that begin with a SEQUENCE, an OID and an INTEGER. */
async function readBinary(bytes, password) {
    const outermost = readContainer(bytes, 'certificate file');
    const [first] = outermost.sequence();
    if (first?.is(wire_der/* tags */._A.oid) === true)
        return leafFirst(readSignedData(outermost));
    if (first?.is(wire_der/* tags */._A.integer) === true)
        return leafFirst(await readPkcs12Certificates(bytes, password));
    return [bytes];
}
function readContainer(bytes, what) {
    if (bytes.length > largestContainer)
        throw new malformed/* Malformed */.s(`${what}: larger than ${largestContainer} octets`);
    return (0,wire_der/* readBer */.eL)(bytes, what);
}
function leafFirst(certificates) {
    return orderedLeafFirst(limited(certificates).map((der) => readCertificate(der))).map(({ der }) => der);
}
function limited(certificates) {
    if (certificates.length <= mostCertificates)
        return certificates;
    throw new malformed/* Malformed */.s(`certificate file: more than ${mostCertificates} certificates`);
}
function readText(bytes) {
    return (0,wire_pem/* readPem */.Je)(bytes).flatMap(({ label, der }) => {
        if (certificateLabels.has(label))
            return [der];
        if (signedDataLabels.has(label))
            return leafFirst(readSignedData(readContainer(der, label)));
        if (label !== 'TRUSTED CERTIFICATE')
            return [];
        throw new malformed/* Malformed */.s(`PEM: ${label} is a form of OpenSSL's own; "openssl x509" writes it as CERTIFICATE`);
    });
}
/** RFC 7468 §5.1 and §8: these labels and the older ones that parsers ought to know. */
const certificateLabels = new Set([
    'CERTIFICATE',
    'X509 CERTIFICATE',
    'X.509 CERTIFICATE',
]);
const signedDataLabels = new Set(['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS']);

;// CONCATENATED MODULE: ./build/observe/file.js







/** Reads a certificate file of the repository: PEM, DER, PKCS#7 or PKCS#12. */
async function observeFile(target, around) {
    const at = around.clock();
    const started = performance.now();
    const deliveries = await ask_ask(async () => {
        const bytes = target.content.kind === 'bytes' ? target.content.bytes : await readWhole(target.content.path);
        return deliveriesIn(await readCertificateFile(bytes, target.password), target, around);
    });
    return { target, at, durationMs: performance.now() - started, connections: 0, addresses: [], deliveries };
}
/** A chain from leaf to issuer is one delivery; in any other bundle every certificate stands for itself. */
function deliveriesIn(ders, target, around) {
    const { chain, unreadable } = readChain(ders, around.certificates);
    const store = around.storeFor(target.trust);
    const deliveryOf = (leaf, others, sent) => ({
        leaf,
        chain: sent,
        unreadable,
        sightings: [],
        trust: trustEvidence([leaf, ...others], store, around.certificates),
    });
    const [leaf, ...others] = chain;
    if (isOrdered(chain))
        return [deliveryOf(leaf, others, chain)];
    return chain.map((certificate) => deliveryOf(certificate, chain.filter((other) => other !== certificate), [certificate]));
}
/** Nothing stands above a root: two of one name, the old and the new, are no chain. */
function isOrdered(chain) {
    return chain.every((certificate, index) => {
        const issuer = chain[index + 1];
        if (issuer === undefined)
            return true;
        return !certificate.selfIssued && canonicalName(certificate.issuer) === canonicalName(issuer.subject);
    });
}
/** Throws ConversationError('unreadable'). What is no regular file may have no end, or wait for one for ever. */
async function readWhole(path) {
    try {
        const found = await (0,external_node_fs_promises_.stat)(path);
        if (!found.isFile())
            throw new Error('not a regular file');
        if (found.size > largestCertificateFile)
            throw new Error(`larger than ${largestCertificateFile} octets`);
        return await (0,external_node_fs_promises_.readFile)(path);
    }
    catch (thrown) {
        const cause = thrown instanceof Error ? thrown.message : String(thrown);
        throw new ConversationError('unreadable', `the file cannot be read: ${cause}`, { cause: thrown });
    }
}

;// CONCATENATED MODULE: ./build/observe/issuer-hints.js

/**
 * Where an endpoint forgot to send an issuer, another endpoint of the run may have sent it. The hint is proved: the
 * issuer's key verifies the signature.
 */
function issuersFromRun(observations, certificates) {
    const sent = issuersSent(observations);
    const find = (delivery) => {
        const { obstacle } = delivery.trust;
        if (obstacle?.kind !== 'issuer-missing')
            return delivery;
        for (const top of delivery.chain) {
            const candidates = sent.get(canonicalName(top.issuer)) ?? [];
            const found = candidates.find(({ issuer }) => {
                return !delivery.chain.includes(issuer) && certificates.signedBy(top, issuer);
            });
            if (found === undefined)
                continue;
            const named = { kind: 'run', target: found.target, sha256: found.issuer.sha256 };
            return { ...delivery, trust: { ...delivery.trust, obstacle: { ...obstacle, named } } };
        }
        return delivery;
    };
    return observations.map((observation) => {
        const { deliveries } = observation;
        if (!deliveries.known)
            return observation;
        return { ...observation, deliveries: { known: true, value: deliveries.value.map(find) } };
    });
}
function issuersSent(observations) {
    const all = new Map();
    for (const { target, deliveries } of observations) {
        if (!deliveries.known)
            continue;
        for (const { chain } of deliveries.value) {
            for (const issuer of chain.slice(1)) {
                if (!all.has(issuer.sha256))
                    all.set(issuer.sha256, { issuer, target: target.id });
            }
        }
    }
    return Map.groupBy(all.values(), ({ issuer }) => canonicalName(issuer.subject));
}

;// CONCATENATED MODULE: ./build/observe/trust-store.js



/** Makes the store of a target once for each distinct trust; targets with the same files share the object. */
function trustStores(certificates) {
    const made = new WeakMap();
    let shared;
    const publicAnchors = () => {
        const { der, extra } = publicRoots();
        shared ??= [...trust_store_anchors(der, 'public', certificates), ...trust_store_anchors(extra, 'custom', certificates)];
        return shared;
    };
    let publicStore;
    return (trust) => {
        if (trust.anchors.length === 0 && trust.public)
            return (publicStore ??= storeOf(publicAnchors()));
        const own = trust_store_anchors(trust.anchors, 'custom', certificates);
        const store = made.get(trust) ?? storeOf(trust.public ? [...publicAnchors(), ...own] : own);
        made.set(trust, store);
        return store;
    };
}
function trust_store_anchors(ders, kind, certificates) {
    return ders.map((der, index) => {
        try {
            return { certificate: certificates.read(der), kind };
        }
        catch (thrown) {
            if (!(thrown instanceof malformed/* Malformed */.s))
                throw thrown;
            throw new malformed/* Malformed */.s(`trust anchor ${index + 1} of ${ders.length}: ${thrown.message}`, { cause: thrown });
        }
    });
}
function storeOf(all) {
    const byName = Map.groupBy(all, ({ certificate }) => canonicalName(certificate.subject));
    const bySha256 = new Map(all.map(({ certificate, kind }) => [certificate.sha256, kind]));
    return {
        named: (name) => byName.get(canonicalName(name)) ?? [],
        holds: (certificate) => bySha256.get(certificate.sha256),
    };
}

;// CONCATENATED MODULE: ./build/observe/turnstile.js
function turnstile(inAll, perHost) {
    const waiting = [];
    const inside = new Map();
    let total = 0;
    const roomFor = (host) => total < inAll && (inside.get(host) ?? 0) < perHost;
    const enter = (host) => {
        total++;
        inside.set(host, (inside.get(host) ?? 0) + 1);
    };
    const leave = (host) => {
        total--;
        const left = (inside.get(host) ?? 1) - 1;
        if (left === 0)
            inside.delete(host);
        else
            inside.set(host, left);
        const next = waiting.findIndex((one) => roomFor(one.host));
        if (next < 0)
            return;
        const [first] = waiting.splice(next, 1);
        first?.enter();
    };
    return {
        async pass(host, visit) {
            if (roomFor(host))
                enter(host);
            else {
                await new Promise((resolve) => {
                    waiting.push({
                        host,
                        enter: () => {
                            enter(host);
                            resolve();
                        },
                    });
                });
            }
            try {
                return await visit();
            }
            finally {
                leave(host);
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/observe/observe.js









/** Makes the observer of a run, with everything its observations share. */
function observer({ network, lookup, run, clock, retryPauseMs = 1000 }) {
    const read = certificates();
    const around = {
        network,
        lookup,
        ipv6: hasIpv6Route(),
        retryPauseMs,
        turnstile: turnstile(network.concurrency, network.connectionsPerHost),
        contexts: secureContexts(),
        certificates: read,
        storeFor: trustStores(read),
        run,
        clock,
    };
    return {
        observe(target) {
            if (run.aborted)
                return Promise.resolve(notObserved(target, clock()));
            return target.kind === 'file' ? observeFile(target, around) : observeEndpoint(target, around);
        },
        relate: (observations) => issuersFromRun(observations, read),
    };
}
/** A target the run did not come to. */
function notObserved(target, at) {
    const deliveries = (0,model_answer/* unanswered */.bj)('not-observed', 'the run ended before this target was asked');
    return { target, at, durationMs: 0, connections: 0, addresses: [], deliveries };
}

;// CONCATENATED MODULE: ./build/world.js





/** The real world, as both doors hand it to the monitor. */
function realWorld({ watchlist, signal, ...rest }) {
    const clock = () => new Date();
    return {
        ...rest,
        observer: observer({ network: watchlist.network, lookup: systemResolver, run: signal, clock }),
        clock,
        generator: generator(),
    };
}
/** Who makes the report, and whose roots it trusts: a runner's Node update can change verdicts. */
function generator() {
    const { der } = publicRoots();
    const digests = der.map((root) => (0,external_node_crypto_.createHash)('sha256').update(root).digest('hex')).toSorted();
    return {
        version: product/* productVersion */.Ud,
        node: process.versions.node,
        openssl: process.versions.openssl,
        trustStore: {
            name: `Mozilla, as bundled with Node ${process.versions.node}`,
            roots: der.length,
            sha256: (0,external_node_crypto_.createHash)('sha256').update(digests.join('\n')).digest('hex'),
        },
    };
}


/***/ })

};
