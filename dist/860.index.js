export const id = 860;
export const ids = [860];
export const modules = {

/***/ 6974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ addressBytes),
/* harmony export */   JH: () => (/* binding */ addressFamily),
/* harmony export */   gu: () => (/* binding */ addressFromBytes),
/* harmony export */   ku: () => (/* binding */ authority),
/* harmony export */   or: () => (/* binding */ parseAddress)
/* harmony export */ });
/** Reads an IPv4 address in dotted decimals or an IPv6 address, brackets allowed; no zone, no prefix. */
function parseAddress(text) {
    const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
    const v4 = readIpv4(bare);
    if (v4 !== undefined)
        return addressFromBytes(v4);
    const v6 = bare.includes(':') ? readIpv6(bare) : undefined;
    return v6 === undefined ? undefined : addressFromBytes(v6);
}
function addressFamily(address) {
    return address.includes(':') ? 6 : 4;
}
/** The address as it stands in a packet or an iPAddress SAN: 4 or 16 octets. */
function addressBytes(address) {
    const bytes = address.includes(':') ? readIpv6(address) : readIpv4(address);
    if (bytes === undefined)
        throw new TypeError(`not an address: ${address}`);
    return bytes;
}
/** Writes 4 or 16 octets as text; throws on any other length. */
function addressFromBytes(bytes) {
    if (bytes.length === 4)
        return bytes.join('.');
    if (bytes.length !== 16)
        throw new TypeError(`an address has 4 or 16 octets, found ${bytes.length}`);
    const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0));
    const hex = groups.map((group) => group.toString(16));
    const gap = longestZeroRun(groups);
    if (gap === undefined)
        return hex.join(':');
    return `${hex.slice(0, gap.start).join(':')}::${hex.slice(gap.end).join(':')}`;
}
/** An address with its port, brackets around IPv6 (RFC 3986 §3.2.2). */
function authority(host, port) {
    return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
function readIpv4(text) {
    const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
    if (match === null)
        return undefined;
    const parts = match.slice(1);
    // A leading zero is octal to some readers and decimal to others: refused.
    if (parts.some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith('0'))))
        return undefined;
    return Uint8Array.from(parts, Number);
}
function readIpv6(text) {
    const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
    if (dotted !== null) {
        const v4 = readIpv4(dotted[2] ?? '');
        if (v4 === undefined)
            return undefined;
        const [a = 0, b = 0, c = 0, d = 0] = v4;
        return readIpv6(`${dotted[1]}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`);
    }
    const halves = text.split('::');
    if (halves.length > 2)
        return undefined;
    const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
    const missing = 8 - head.length - tail.length;
    if (halves.length === 2 ? missing < 1 : missing !== 0)
        return undefined;
    const groups = [...head, ...Array(missing).fill('0'), ...tail];
    if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)))
        return undefined;
    return Uint8Array.from(groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff]));
}
/** RFC 5952 §4.2: the first of the longest runs of at least two zero groups is the one shortened. */
function longestZeroRun(groups) {
    let best;
    for (let start = 0; start < groups.length; start++) {
        let end = start;
        while (groups[end] === 0)
            end++;
        if (end - start >= 2 && end - start > (best === undefined ? 0 : best.end - best.start))
            best = { start, end };
    }
    return best;
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
