export const id = 713;
export const ids = [713];
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

/***/ 32364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ tlsVersions)
/* harmony export */ });
const tlsVersions = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];


/***/ }),

/***/ 6901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ probeNames)
/* harmony export */ });
const probeNames = ['heartbleed', 'ccs-injection', 'robot', 'insecure-renegotiation'];


/***/ }),

/***/ 2677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GB: () => (/* binding */ cipherSuite),
  QN: () => (/* binding */ cipherSuiteByName),
  S$: () => (/* binding */ suiteTraits),
  f3: () => (/* binding */ suitesOf)
});

// EXTERNAL MODULE: ./build/model/observation.js
var observation = __webpack_require__(32364);
;// CONCATENATED MODULE: ./build/wire/tables/cipher-suites.js
// Generated by scripts/generate-tables.ts from scripts/cipher-suites.tsv, where the provenance stands: IANA's
// registry of TLS Cipher Suites of January 2023 with later corrections, OpenSSL's names. Do not edit.
// oxfmt-ignore
const cipherSuiteRows = [
    [0x0000, 'TLS_NULL_WITH_NULL_NULL', 'NULL', 0, false, 'NULL-ENC;ANON', 'SSLv3', 'NULL', 'anon', ''],
    [0x0001, 'TLS_RSA_WITH_NULL_MD5', 'NULL-MD5', 0, false, 'NULL-ENC;MD5-MAC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', ''],
    [0x0002, 'TLS_RSA_WITH_NULL_SHA', 'NULL-SHA', 0, false, 'NULL-ENC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', ''],
    [0x0003, 'TLS_RSA_EXPORT_WITH_RC4_40_MD5', 'EXP-RC4-MD5', 40, false, 'EXPORT;RC4;MD5-MAC;STATIC-RSA;LT112', 'SSLv3', 'RSA', 'RSA', 'stream'],
    [0x0004, 'TLS_RSA_WITH_RC4_128_MD5', 'RC4-MD5', 128, false, 'RC4;MD5-MAC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', 'stream'],
    [0x0005, 'TLS_RSA_WITH_RC4_128_SHA', 'RC4-SHA', 128, false, 'RC4;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', 'stream'],
    [0x0006, 'TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5', 'EXP-RC2-CBC-MD5', 40, false, 'EXPORT;RC2;BLOCK64;MD5-MAC;CBC;STATIC-RSA;LT112', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x0007, 'TLS_RSA_WITH_IDEA_CBC_SHA', 'IDEA-CBC-SHA', 128, false, 'BLOCK64;CBC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x0008, 'TLS_RSA_EXPORT_WITH_DES40_CBC_SHA', 'EXP-DES-CBC-SHA', 40, false, 'EXPORT;DES;BLOCK64;CBC;STATIC-RSA;LT112', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x0009, 'TLS_RSA_WITH_DES_CBC_SHA', 'DES-CBC-SHA', 56, false, 'DES;BLOCK64;CBC;STATIC-RSA;LT112', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x000a, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x000b, 'TLS_DH_DSS_EXPORT_WITH_DES40_CBC_SHA', 'EXP-DH-DSS-DES-CBC-SHA', 40, false, 'EXPORT;DES;BLOCK64;CBC;STATIC-DH;LT112', 'SSLv3', 'DH', 'DSS', 'CBC'],
    [0x000c, 'TLS_DH_DSS_WITH_DES_CBC_SHA', 'DH-DSS-DES-CBC-SHA', 56, false, 'DES;BLOCK64;CBC;STATIC-DH;LT112', 'SSLv3', 'DH', 'DSS', 'CBC'],
    [0x000d, 'TLS_DH_DSS_WITH_3DES_EDE_CBC_SHA', 'DH-DSS-DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;STATIC-DH', 'SSLv3', 'DH', 'DSS', 'CBC'],
    [0x000e, 'TLS_DH_RSA_EXPORT_WITH_DES40_CBC_SHA', 'EXP-DH-RSA-DES-CBC-SHA', 40, false, 'EXPORT;DES;BLOCK64;CBC;STATIC-DH;LT112', 'SSLv3', 'DH', 'RSA', 'CBC'],
    [0x000f, 'TLS_DH_RSA_WITH_DES_CBC_SHA', 'DH-RSA-DES-CBC-SHA', 56, false, 'DES;BLOCK64;CBC;STATIC-DH;LT112', 'SSLv3', 'DH', 'RSA', 'CBC'],
    [0x0010, 'TLS_DH_RSA_WITH_3DES_EDE_CBC_SHA', 'DH-RSA-DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;STATIC-DH', 'SSLv3', 'DH', 'RSA', 'CBC'],
    [0x0011, 'TLS_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA', 'EXP-EDH-DSS-DES-CBC-SHA', 40, true, 'EXPORT;DES;BLOCK64;CBC;LT112', 'SSLv3', 'DHE', 'DSS', 'CBC'],
    [0x0012, 'TLS_DHE_DSS_WITH_DES_CBC_SHA', 'EDH-DSS-DES-CBC-SHA', 56, true, 'DES;BLOCK64;CBC;LT112', 'SSLv3', 'DHE', 'DSS', 'CBC'],
    [0x0013, 'TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA', 'EDH-DSS-DES-CBC3-SHA', 112, true, 'BLOCK64;CBC', 'SSLv3', 'DHE', 'DSS', 'CBC'],
    [0x0014, 'TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA', 'EXP-EDH-RSA-DES-CBC-SHA', 40, true, 'EXPORT;DES;BLOCK64;CBC;LT112', 'SSLv3', 'DHE', 'RSA', 'CBC'],
    [0x0015, 'TLS_DHE_RSA_WITH_DES_CBC_SHA', 'EDH-RSA-DES-CBC-SHA', 56, true, 'DES;BLOCK64;CBC;LT112', 'SSLv3', 'DHE', 'RSA', 'CBC'],
    [0x0016, 'TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA', 'EDH-RSA-DES-CBC3-SHA', 112, true, 'BLOCK64;CBC', 'SSLv3', 'DHE', 'RSA', 'CBC'],
    [0x0017, 'TLS_DH_anon_EXPORT_WITH_RC4_40_MD5', 'EXP-ADH-RC4-MD5', 40, true, 'ANON;EXPORT;RC4;MD5-MAC;LT112', 'SSLv3', 'DHE', 'anon', 'stream'],
    [0x0018, 'TLS_DH_anon_WITH_RC4_128_MD5', 'ADH-RC4-MD5', 128, true, 'ANON;RC4;MD5-MAC', 'SSLv3', 'DHE', 'anon', 'stream'],
    [0x0019, 'TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA', 'EXP-ADH-DES-CBC-SHA', 40, true, 'ANON;EXPORT;DES;BLOCK64;CBC;LT112', 'SSLv3', 'DHE', 'anon', 'CBC'],
    [0x001a, 'TLS_DH_anon_WITH_DES_CBC_SHA', 'ADH-DES-CBC-SHA', 56, true, 'ANON;DES;BLOCK64;CBC;LT112', 'SSLv3', 'DHE', 'anon', 'CBC'],
    [0x001b, 'TLS_DH_anon_WITH_3DES_EDE_CBC_SHA', 'ADH-DES-CBC3-SHA', 112, true, 'ANON;BLOCK64;CBC', 'SSLv3', 'DHE', 'anon', 'CBC'],
    [0x001c, 'SSL_FORTEZZA_KEA_WITH_NULL_SHA', null, 0, false, 'NULL-ENC', 'SSLv3', 'KEA', 'KEA', ''],
    [0x001d, 'SSL_FORTEZZA_KEA_WITH_FORTEZZA_CBC_SHA', null, null, false, '', 'SSLv3', 'KEA', 'KEA', ''],
    [0x001e, 'TLS_KRB5_WITH_DES_CBC_SHA', 'KRB5-DES-CBC-SHA', 56, false, 'DES;BLOCK64;CBC;KRB5;LT112', 'SSLv3', 'KRB5', 'KRB5', 'CBC'],
    [0x001f, 'TLS_KRB5_WITH_3DES_EDE_CBC_SHA', 'KRB5-DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;KRB5', 'SSLv3', 'KRB5', 'KRB5', 'CBC'],
    [0x0020, 'TLS_KRB5_WITH_RC4_128_SHA', 'KRB5-RC4-SHA', 128, false, 'RC4;KRB5', 'SSLv3', 'KRB5', 'KRB5', 'stream'],
    [0x0021, 'TLS_KRB5_WITH_IDEA_CBC_SHA', 'KRB5-IDEA-CBC-SHA', 128, false, 'BLOCK64;CBC;KRB5', 'SSLv3', 'KRB5', 'KRB5', 'CBC'],
    [0x0022, 'TLS_KRB5_WITH_DES_CBC_MD5', 'KRB5-DES-CBC-MD5', 56, false, 'DES;BLOCK64;MD5-MAC;CBC;KRB5;LT112', 'SSLv3', 'KRB5', 'KRB5', 'CBC'],
    [0x0023, 'TLS_KRB5_WITH_3DES_EDE_CBC_MD5', 'KRB5-DES-CBC3-MD5', 112, false, 'BLOCK64;MD5-MAC;CBC;KRB5', 'SSLv3', 'KRB5', 'KRB5', 'CBC'],
    [0x0024, 'TLS_KRB5_WITH_RC4_128_MD5', 'KRB5-RC4-MD5', 128, false, 'RC4;MD5-MAC;KRB5', 'SSLv3', 'KRB5', 'KRB5', 'stream'],
    [0x0025, 'TLS_KRB5_WITH_IDEA_CBC_MD5', 'KRB5-IDEA-CBC-MD5', 128, false, 'BLOCK64;MD5-MAC;CBC;KRB5', 'SSLv3', 'KRB5', 'KRB5', 'CBC'],
    [0x0026, 'TLS_KRB5_EXPORT_WITH_DES_CBC_40_SHA', 'EXP-KRB5-DES-CBC-SHA', 40, false, 'EXPORT;DES;BLOCK64;CBC;KRB5;LT112', 'SSLv3', 'KRB5', 'KRB5', 'CBC'],
    [0x0027, 'TLS_KRB5_EXPORT_WITH_RC2_CBC_40_SHA', 'EXP-KRB5-RC2-CBC-SHA', 40, false, 'EXPORT;RC2;BLOCK64;CBC;KRB5;LT112', 'SSLv3', 'KRB5', 'KRB5', 'CBC'],
    [0x0028, 'TLS_KRB5_EXPORT_WITH_RC4_40_SHA', 'EXP-KRB5-RC4-SHA', 40, false, 'EXPORT;RC4;KRB5;LT112', 'SSLv3', 'KRB5', 'KRB5', 'stream'],
    [0x0029, 'TLS_KRB5_EXPORT_WITH_DES_CBC_40_MD5', 'EXP-KRB5-DES-CBC-MD5', 40, false, 'EXPORT;DES;BLOCK64;MD5-MAC;CBC;KRB5;LT112', 'SSLv3', 'KRB5', 'KRB5', 'CBC'],
    [0x002a, 'TLS_KRB5_EXPORT_WITH_RC2_CBC_40_MD5', 'EXP-KRB5-RC2-CBC-MD5', 40, false, 'EXPORT;RC2;BLOCK64;MD5-MAC;CBC;KRB5;LT112', 'SSLv3', 'KRB5', 'KRB5', 'CBC'],
    [0x002b, 'TLS_KRB5_EXPORT_WITH_RC4_40_MD5', 'EXP-KRB5-RC4-MD5', 40, false, 'EXPORT;RC4;MD5-MAC;KRB5;LT112', 'SSLv3', 'KRB5', 'KRB5', 'stream'],
    [0x002c, 'TLS_PSK_WITH_NULL_SHA', 'PSK-NULL-SHA', 0, false, 'NULL-ENC;PSK', 'SSLv3', 'PSK', 'PSK', ''],
    [0x002d, 'TLS_DHE_PSK_WITH_NULL_SHA', 'DHE-PSK-NULL-SHA', 0, true, 'NULL-ENC;PSK', 'SSLv3', 'DHE_PSK', 'PSK', ''],
    [0x002e, 'TLS_RSA_PSK_WITH_NULL_SHA', 'RSA-PSK-NULL-SHA', 0, false, 'NULL-ENC;STATIC-RSA;PSK', 'SSLv3', 'RSA_PSK', 'RSA', ''],
    [0x002f, 'TLS_RSA_WITH_AES_128_CBC_SHA', 'AES128-SHA', 128, false, 'CBC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x0030, 'TLS_DH_DSS_WITH_AES_128_CBC_SHA', 'DH-DSS-AES128-SHA', 128, false, 'CBC;STATIC-DH', 'SSLv3', 'DH', 'DSS', 'CBC'],
    [0x0031, 'TLS_DH_RSA_WITH_AES_128_CBC_SHA', 'DH-RSA-AES128-SHA', 128, false, 'CBC;STATIC-DH', 'SSLv3', 'DH', 'RSA', 'CBC'],
    [0x0032, 'TLS_DHE_DSS_WITH_AES_128_CBC_SHA', 'DHE-DSS-AES128-SHA', 128, true, 'CBC', 'SSLv3', 'DHE', 'DSS', 'CBC'],
    [0x0033, 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA', 'DHE-RSA-AES128-SHA', 128, true, 'CBC', 'SSLv3', 'DHE', 'RSA', 'CBC'],
    [0x0034, 'TLS_DH_anon_WITH_AES_128_CBC_SHA', 'ADH-AES128-SHA', 128, true, 'ANON;CBC', 'SSLv3', 'DHE', 'anon', 'CBC'],
    [0x0035, 'TLS_RSA_WITH_AES_256_CBC_SHA', 'AES256-SHA', 256, false, 'CBC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x0036, 'TLS_DH_DSS_WITH_AES_256_CBC_SHA', 'DH-DSS-AES256-SHA', 256, false, 'CBC;STATIC-DH', 'SSLv3', 'DH', 'DSS', 'CBC'],
    [0x0037, 'TLS_DH_RSA_WITH_AES_256_CBC_SHA', 'DH-RSA-AES256-SHA', 256, false, 'CBC;STATIC-DH', 'SSLv3', 'DH', 'RSA', 'CBC'],
    [0x0038, 'TLS_DHE_DSS_WITH_AES_256_CBC_SHA', 'DHE-DSS-AES256-SHA', 256, true, 'CBC', 'SSLv3', 'DHE', 'DSS', 'CBC'],
    [0x0039, 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA', 'DHE-RSA-AES256-SHA', 256, true, 'CBC', 'SSLv3', 'DHE', 'RSA', 'CBC'],
    [0x003a, 'TLS_DH_anon_WITH_AES_256_CBC_SHA', 'ADH-AES256-SHA', 256, true, 'ANON;CBC', 'SSLv3', 'DHE', 'anon', 'CBC'],
    [0x003b, 'TLS_RSA_WITH_NULL_SHA256', 'NULL-SHA256', 0, false, 'NULL-ENC;STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', ''],
    [0x003c, 'TLS_RSA_WITH_AES_128_CBC_SHA256', 'AES128-SHA256', 128, false, 'CBC;STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'CBC'],
    [0x003d, 'TLS_RSA_WITH_AES_256_CBC_SHA256', 'AES256-SHA256', 256, false, 'CBC;STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'CBC'],
    [0x003e, 'TLS_DH_DSS_WITH_AES_128_CBC_SHA256', 'DH-DSS-AES128-SHA256', 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'CBC'],
    [0x003f, 'TLS_DH_RSA_WITH_AES_128_CBC_SHA256', 'DH-RSA-AES128-SHA256', 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'CBC'],
    [0x0040, 'TLS_DHE_DSS_WITH_AES_128_CBC_SHA256', 'DHE-DSS-AES128-SHA256', 128, true, 'CBC', 'TLSv1.2', 'DHE', 'DSS', 'CBC'],
    [0x0041, 'TLS_RSA_WITH_CAMELLIA_128_CBC_SHA', 'CAMELLIA128-SHA', 128, false, 'CBC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x0042, 'TLS_DH_DSS_WITH_CAMELLIA_128_CBC_SHA', 'DH-DSS-CAMELLIA128-SHA', 128, false, 'CBC;STATIC-DH', 'SSLv3', 'DH', 'DSS', 'CBC'],
    [0x0043, 'TLS_DH_RSA_WITH_CAMELLIA_128_CBC_SHA', 'DH-RSA-CAMELLIA128-SHA', 128, false, 'CBC;STATIC-DH', 'SSLv3', 'DH', 'RSA', 'CBC'],
    [0x0044, 'TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA', 'DHE-DSS-CAMELLIA128-SHA', 128, true, 'CBC', 'SSLv3', 'DHE', 'DSS', 'CBC'],
    [0x0045, 'TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA', 'DHE-RSA-CAMELLIA128-SHA', 128, true, 'CBC', 'SSLv3', 'DHE', 'RSA', 'CBC'],
    [0x0046, 'TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA', 'ADH-CAMELLIA128-SHA', 128, true, 'ANON;CBC', 'SSLv3', 'DHE', 'anon', 'CBC'],
    [0x0060, 'TLS_RSA_EXPORT1024_WITH_RC4_56_MD5', 'EXP1024-RC4-MD5', 56, false, 'EXPORT;RC4;MD5-MAC;STATIC-RSA;LT112', 'SSLv3', 'RSA', 'RSA', 'stream'],
    [0x0061, 'TLS_RSA_EXPORT1024_WITH_RC2_56_MD5', 'EXP1024-RC2-CBC-MD5', 56, false, 'EXPORT;RC2;MD5-MAC;STATIC-RSA;LT112', 'SSLv3', 'RSA', 'RSA', ''],
    [0x0062, 'TLS_RSA_EXPORT1024_WITH_DES_CBC_SHA', 'EXP1024-DES-CBC-SHA', 56, false, 'EXPORT;DES;BLOCK64;CBC;STATIC-RSA;LT112', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x0063, 'TLS_DHE_DSS_EXPORT1024_WITH_DES_CBC_SHA', 'EXP1024-DHE-DSS-DES-CBC-SHA', 56, true, 'EXPORT;DES;BLOCK64;CBC;LT112', 'SSLv3', 'DHE', 'DSS', 'CBC'],
    [0x0064, 'TLS_RSA_EXPORT1024_WITH_RC4_56_SHA', 'EXP1024-RC4-SHA', 56, false, 'EXPORT;RC4;STATIC-RSA;LT112', 'SSLv3', 'RSA', 'RSA', 'stream'],
    [0x0065, 'TLS_DHE_DSS_EXPORT1024_WITH_RC4_56_SHA', 'EXP1024-DHE-DSS-RC4-SHA', 56, true, 'EXPORT;RC4;LT112', 'SSLv3', 'DHE', 'DSS', 'stream'],
    [0x0066, 'TLS_DHE_DSS_WITH_RC4_128_SHA', 'DHE-DSS-RC4-SHA', 128, true, 'RC4', 'SSLv3', 'DHE', 'DSS', 'stream'],
    [0x0067, 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA256', 'DHE-RSA-AES128-SHA256', 128, true, 'CBC', 'TLSv1.2', 'DHE', 'RSA', 'CBC'],
    [0x0068, 'TLS_DH_DSS_WITH_AES_256_CBC_SHA256', 'DH-DSS-AES256-SHA256', 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'CBC'],
    [0x0069, 'TLS_DH_RSA_WITH_AES_256_CBC_SHA256', 'DH-RSA-AES256-SHA256', 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'CBC'],
    [0x006a, 'TLS_DHE_DSS_WITH_AES_256_CBC_SHA256', 'DHE-DSS-AES256-SHA256', 256, true, 'CBC', 'TLSv1.2', 'DHE', 'DSS', 'CBC'],
    [0x006b, 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA256', 'DHE-RSA-AES256-SHA256', 256, true, 'CBC', 'TLSv1.2', 'DHE', 'RSA', 'CBC'],
    [0x006c, 'TLS_DH_anon_WITH_AES_128_CBC_SHA256', 'ADH-AES128-SHA256', 128, true, 'ANON;CBC', 'TLSv1.2', 'DHE', 'anon', 'CBC'],
    [0x006d, 'TLS_DH_anon_WITH_AES_256_CBC_SHA256', 'ADH-AES256-SHA256', 256, true, 'ANON;CBC', 'TLSv1.2', 'DHE', 'anon', 'CBC'],
    [0x0080, 'TLS_GOSTR341094_WITH_28147_CNT_IMIT', 'GOST94-GOST89-GOST89', 256, false, 'BLOCK64;GOST', 'TLSv1', 'GOST', 'GOST', 'CNT'],
    [0x0081, 'TLS_GOSTR341001_WITH_28147_CNT_IMIT', 'GOST2001-GOST89-GOST89', 256, false, 'BLOCK64;GOST', 'SSLv3', 'GOST', 'GOST', 'CNT'],
    [0x0082, 'TLS_GOSTR341094_WITH_NULL_GOSTR3411', 'GOST94-NULL-GOST94', 0, false, 'NULL-ENC;GOST', 'TLSv1', 'GOST', 'GOST', ''],
    [0x0083, 'TLS_GOSTR341001_WITH_NULL_GOSTR3411', 'GOST2001-NULL-GOST94', 0, false, 'NULL-ENC;GOST', 'SSLv3', 'GOST', 'GOST', ''],
    [0x0084, 'TLS_RSA_WITH_CAMELLIA_256_CBC_SHA', 'CAMELLIA256-SHA', 256, false, 'CBC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x0085, 'TLS_DH_DSS_WITH_CAMELLIA_256_CBC_SHA', 'DH-DSS-CAMELLIA256-SHA', 256, false, 'CBC;STATIC-DH', 'SSLv3', 'DH', 'DSS', 'CBC'],
    [0x0086, 'TLS_DH_RSA_WITH_CAMELLIA_256_CBC_SHA', 'DH-RSA-CAMELLIA256-SHA', 256, false, 'CBC;STATIC-DH', 'SSLv3', 'DH', 'RSA', 'CBC'],
    [0x0087, 'TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA', 'DHE-DSS-CAMELLIA256-SHA', 256, true, 'CBC', 'SSLv3', 'DHE', 'DSS', 'CBC'],
    [0x0088, 'TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA', 'DHE-RSA-CAMELLIA256-SHA', 256, true, 'CBC', 'SSLv3', 'DHE', 'RSA', 'CBC'],
    [0x0089, 'TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA', 'ADH-CAMELLIA256-SHA', 256, true, 'ANON;CBC', 'SSLv3', 'DHE', 'anon', 'CBC'],
    [0x008a, 'TLS_PSK_WITH_RC4_128_SHA', 'PSK-RC4-SHA', 128, false, 'RC4;PSK', 'SSLv3', 'PSK', 'PSK', 'stream'],
    [0x008b, 'TLS_PSK_WITH_3DES_EDE_CBC_SHA', 'PSK-3DES-EDE-CBC-SHA', 112, false, 'BLOCK64;CBC;PSK', 'SSLv3', 'PSK', 'PSK', 'CBC'],
    [0x008c, 'TLS_PSK_WITH_AES_128_CBC_SHA', 'PSK-AES128-CBC-SHA', 128, false, 'CBC;PSK', 'SSLv3', 'PSK', 'PSK', 'CBC'],
    [0x008d, 'TLS_PSK_WITH_AES_256_CBC_SHA', 'PSK-AES256-CBC-SHA', 256, false, 'CBC;PSK', 'SSLv3', 'PSK', 'PSK', 'CBC'],
    [0x008e, 'TLS_DHE_PSK_WITH_RC4_128_SHA', 'DHE-PSK-RC4-SHA', 128, true, 'RC4;PSK', 'SSLv3', 'DHE_PSK', 'PSK', 'stream'],
    [0x008f, 'TLS_DHE_PSK_WITH_3DES_EDE_CBC_SHA', 'DHE-PSK-3DES-EDE-CBC-SHA', 112, true, 'BLOCK64;CBC;PSK', 'SSLv3', 'DHE_PSK', 'PSK', 'CBC'],
    [0x0090, 'TLS_DHE_PSK_WITH_AES_128_CBC_SHA', 'DHE-PSK-AES128-CBC-SHA', 128, true, 'CBC;PSK', 'SSLv3', 'DHE_PSK', 'PSK', 'CBC'],
    [0x0091, 'TLS_DHE_PSK_WITH_AES_256_CBC_SHA', 'DHE-PSK-AES256-CBC-SHA', 256, true, 'CBC;PSK', 'SSLv3', 'DHE_PSK', 'PSK', 'CBC'],
    [0x0092, 'TLS_RSA_PSK_WITH_RC4_128_SHA', 'RSA-PSK-RC4-SHA', 128, false, 'RC4;STATIC-RSA;PSK', 'SSLv3', 'RSA_PSK', 'RSA', 'stream'],
    [0x0093, 'TLS_RSA_PSK_WITH_3DES_EDE_CBC_SHA', 'RSA-PSK-3DES-EDE-CBC-SHA', 112, false, 'BLOCK64;CBC;STATIC-RSA;PSK', 'SSLv3', 'RSA_PSK', 'RSA', 'CBC'],
    [0x0094, 'TLS_RSA_PSK_WITH_AES_128_CBC_SHA', 'RSA-PSK-AES128-CBC-SHA', 128, false, 'CBC;STATIC-RSA;PSK', 'SSLv3', 'RSA_PSK', 'RSA', 'CBC'],
    [0x0095, 'TLS_RSA_PSK_WITH_AES_256_CBC_SHA', 'RSA-PSK-AES256-CBC-SHA', 256, false, 'CBC;STATIC-RSA;PSK', 'SSLv3', 'RSA_PSK', 'RSA', 'CBC'],
    [0x0096, 'TLS_RSA_WITH_SEED_CBC_SHA', 'SEED-SHA', 128, false, 'CBC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x0097, 'TLS_DH_DSS_WITH_SEED_CBC_SHA', 'DH-DSS-SEED-SHA', 128, false, 'CBC;STATIC-DH', 'SSLv3', 'DH', 'DSS', 'CBC'],
    [0x0098, 'TLS_DH_RSA_WITH_SEED_CBC_SHA', 'DH-RSA-SEED-SHA', 128, false, 'CBC;STATIC-DH', 'SSLv3', 'DH', 'RSA', 'CBC'],
    [0x0099, 'TLS_DHE_DSS_WITH_SEED_CBC_SHA', 'DHE-DSS-SEED-SHA', 128, true, 'CBC', 'SSLv3', 'DHE', 'DSS', 'CBC'],
    [0x009a, 'TLS_DHE_RSA_WITH_SEED_CBC_SHA', 'DHE-RSA-SEED-SHA', 128, true, 'CBC', 'SSLv3', 'DHE', 'RSA', 'CBC'],
    [0x009b, 'TLS_DH_anon_WITH_SEED_CBC_SHA', 'ADH-SEED-SHA', 128, true, 'ANON;CBC', 'SSLv3', 'DHE', 'anon', 'CBC'],
    [0x009c, 'TLS_RSA_WITH_AES_128_GCM_SHA256', 'AES128-GCM-SHA256', 128, false, 'STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'AEAD-GCM'],
    [0x009d, 'TLS_RSA_WITH_AES_256_GCM_SHA384', 'AES256-GCM-SHA384', 256, false, 'STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'AEAD-GCM'],
    [0x009e, 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', 'DHE-RSA-AES128-GCM-SHA256', 128, true, '', 'TLSv1.2', 'DHE', 'RSA', 'AEAD-GCM'],
    [0x009f, 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384', 'DHE-RSA-AES256-GCM-SHA384', 256, true, '', 'TLSv1.2', 'DHE', 'RSA', 'AEAD-GCM'],
    [0x00a0, 'TLS_DH_RSA_WITH_AES_128_GCM_SHA256', 'DH-RSA-AES128-GCM-SHA256', 128, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'AEAD-GCM'],
    [0x00a1, 'TLS_DH_RSA_WITH_AES_256_GCM_SHA384', 'DH-RSA-AES256-GCM-SHA384', 256, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'AEAD-GCM'],
    [0x00a2, 'TLS_DHE_DSS_WITH_AES_128_GCM_SHA256', 'DHE-DSS-AES128-GCM-SHA256', 128, true, '', 'TLSv1.2', 'DHE', 'DSS', 'AEAD-GCM'],
    [0x00a3, 'TLS_DHE_DSS_WITH_AES_256_GCM_SHA384', 'DHE-DSS-AES256-GCM-SHA384', 256, true, '', 'TLSv1.2', 'DHE', 'DSS', 'AEAD-GCM'],
    [0x00a4, 'TLS_DH_DSS_WITH_AES_128_GCM_SHA256', 'DH-DSS-AES128-GCM-SHA256', 128, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'AEAD-GCM'],
    [0x00a5, 'TLS_DH_DSS_WITH_AES_256_GCM_SHA384', 'DH-DSS-AES256-GCM-SHA384', 256, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'AEAD-GCM'],
    [0x00a6, 'TLS_DH_anon_WITH_AES_128_GCM_SHA256', 'ADH-AES128-GCM-SHA256', 128, true, 'ANON', 'TLSv1.2', 'DHE', 'anon', 'AEAD-GCM'],
    [0x00a7, 'TLS_DH_anon_WITH_AES_256_GCM_SHA384', 'ADH-AES256-GCM-SHA384', 256, true, 'ANON', 'TLSv1.2', 'DHE', 'anon', 'AEAD-GCM'],
    [0x00a8, 'TLS_PSK_WITH_AES_128_GCM_SHA256', 'PSK-AES128-GCM-SHA256', 128, false, 'PSK', 'TLSv1.2', 'PSK', 'PSK', 'AEAD-GCM'],
    [0x00a9, 'TLS_PSK_WITH_AES_256_GCM_SHA384', 'PSK-AES256-GCM-SHA384', 256, false, 'PSK', 'TLSv1.2', 'PSK', 'PSK', 'AEAD-GCM'],
    [0x00aa, 'TLS_DHE_PSK_WITH_AES_128_GCM_SHA256', 'DHE-PSK-AES128-GCM-SHA256', 128, true, 'PSK', 'TLSv1.2', 'DHE_PSK', 'PSK', 'AEAD-GCM'],
    [0x00ab, 'TLS_DHE_PSK_WITH_AES_256_GCM_SHA384', 'DHE-PSK-AES256-GCM-SHA384', 256, true, 'PSK', 'TLSv1.2', 'DHE_PSK', 'PSK', 'AEAD-GCM'],
    [0x00ac, 'TLS_RSA_PSK_WITH_AES_128_GCM_SHA256', 'RSA-PSK-AES128-GCM-SHA256', 128, false, 'STATIC-RSA;PSK', 'TLSv1.2', 'RSA_PSK', 'RSA', 'AEAD-GCM'],
    [0x00ad, 'TLS_RSA_PSK_WITH_AES_256_GCM_SHA384', 'RSA-PSK-AES256-GCM-SHA384', 256, false, 'STATIC-RSA;PSK', 'TLSv1.2', 'RSA_PSK', 'RSA', 'AEAD-GCM'],
    [0x00ae, 'TLS_PSK_WITH_AES_128_CBC_SHA256', 'PSK-AES128-CBC-SHA256', 128, false, 'CBC;PSK', 'TLSv1', 'PSK', 'PSK', 'CBC'],
    [0x00af, 'TLS_PSK_WITH_AES_256_CBC_SHA384', 'PSK-AES256-CBC-SHA384', 256, false, 'CBC;PSK', 'TLSv1', 'PSK', 'PSK', 'CBC'],
    [0x00b0, 'TLS_PSK_WITH_NULL_SHA256', 'PSK-NULL-SHA256', 0, false, 'NULL-ENC;PSK', 'TLSv1', 'PSK', 'PSK', ''],
    [0x00b1, 'TLS_PSK_WITH_NULL_SHA384', 'PSK-NULL-SHA384', 0, false, 'NULL-ENC;PSK', 'TLSv1', 'PSK', 'PSK', ''],
    [0x00b2, 'TLS_DHE_PSK_WITH_AES_128_CBC_SHA256', 'DHE-PSK-AES128-CBC-SHA256', 128, true, 'CBC;PSK', 'TLSv1', 'DHE_PSK', 'PSK', 'CBC'],
    [0x00b3, 'TLS_DHE_PSK_WITH_AES_256_CBC_SHA384', 'DHE-PSK-AES256-CBC-SHA384', 256, true, 'CBC;PSK', 'TLSv1', 'DHE_PSK', 'PSK', 'CBC'],
    [0x00b4, 'TLS_DHE_PSK_WITH_NULL_SHA256', 'DHE-PSK-NULL-SHA256', 0, true, 'NULL-ENC;PSK', 'TLSv1', 'DHE_PSK', 'PSK', ''],
    [0x00b5, 'TLS_DHE_PSK_WITH_NULL_SHA384', 'DHE-PSK-NULL-SHA384', 0, true, 'NULL-ENC;PSK', 'TLSv1', 'DHE_PSK', 'PSK', ''],
    [0x00b6, 'TLS_RSA_PSK_WITH_AES_128_CBC_SHA256', 'RSA-PSK-AES128-CBC-SHA256', 128, false, 'CBC;STATIC-RSA;PSK', 'TLSv1', 'RSA_PSK', 'RSA', 'CBC'],
    [0x00b7, 'TLS_RSA_PSK_WITH_AES_256_CBC_SHA384', 'RSA-PSK-AES256-CBC-SHA384', 256, false, 'CBC;STATIC-RSA;PSK', 'TLSv1', 'RSA_PSK', 'RSA', 'CBC'],
    [0x00b8, 'TLS_RSA_PSK_WITH_NULL_SHA256', 'RSA-PSK-NULL-SHA256', 0, false, 'NULL-ENC;STATIC-RSA;PSK', 'TLSv1', 'RSA_PSK', 'RSA', ''],
    [0x00b9, 'TLS_RSA_PSK_WITH_NULL_SHA384', 'RSA-PSK-NULL-SHA384', 0, false, 'NULL-ENC;STATIC-RSA;PSK', 'TLSv1', 'RSA_PSK', 'RSA', ''],
    [0x00ba, 'TLS_RSA_WITH_CAMELLIA_128_CBC_SHA256', 'CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'CBC'],
    [0x00bb, 'TLS_DH_DSS_WITH_CAMELLIA_128_CBC_SHA256', 'DH-DSS-CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'CBC'],
    [0x00bc, 'TLS_DH_RSA_WITH_CAMELLIA_128_CBC_SHA256', 'DH-RSA-CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'CBC'],
    [0x00bd, 'TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA256', 'DHE-DSS-CAMELLIA128-SHA256', 128, true, 'CBC', 'TLSv1.2', 'DHE', 'DSS', 'CBC'],
    [0x00be, 'TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA256', 'DHE-RSA-CAMELLIA128-SHA256', 128, true, 'CBC', 'TLSv1.2', 'DHE', 'RSA', 'CBC'],
    [0x00bf, 'TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA256', 'ADH-CAMELLIA128-SHA256', 128, true, 'ANON;CBC', 'TLSv1.2', 'DHE', 'anon', 'CBC'],
    [0x00c0, 'TLS_RSA_WITH_CAMELLIA_256_CBC_SHA256', 'CAMELLIA256-SHA256', 256, false, 'CBC;STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'CBC'],
    [0x00c1, 'TLS_DH_DSS_WITH_CAMELLIA_256_CBC_SHA256', 'DH-DSS-CAMELLIA256-SHA256', 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'CBC'],
    [0x00c2, 'TLS_DH_RSA_WITH_CAMELLIA_256_CBC_SHA256', 'DH-RSA-CAMELLIA256-SHA256', 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'CBC'],
    [0x00c3, 'TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA256', 'DHE-DSS-CAMELLIA256-SHA256', 256, true, 'CBC', 'TLSv1.2', 'DHE', 'DSS', 'CBC'],
    [0x00c4, 'TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256', 'DHE-RSA-CAMELLIA256-SHA256', 256, true, 'CBC', 'TLSv1.2', 'DHE', 'RSA', 'CBC'],
    [0x00c5, 'TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA256', 'ADH-CAMELLIA256-SHA256', 256, true, 'ANON;CBC', 'TLSv1.2', 'DHE', 'anon', 'CBC'],
    [0x00c6, 'TLS_SM4_GCM_SM3', 'TLS_SM4_GCM_SM3', 128, true, 'SM', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD-GCM'],
    [0x00c7, 'TLS_SM4_CCM_SM3', 'TLS_SM4_CCM_SM3', 128, true, 'SM', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD-CCM'],
    [0x00ff, 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV', null, null, null, 'SCSV', '', '', '', ''],
    [0x1301, 'TLS_AES_128_GCM_SHA256', 'TLS_AES_128_GCM_SHA256', 128, true, '', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD-GCM'],
    [0x1302, 'TLS_AES_256_GCM_SHA384', 'TLS_AES_256_GCM_SHA384', 256, true, '', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD-GCM'],
    [0x1303, 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_CHACHA20_POLY1305_SHA256', 256, true, '', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD'],
    [0x1304, 'TLS_AES_128_CCM_SHA256', 'TLS_AES_128_CCM_SHA256', 128, true, '', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD-CCM'],
    [0x1305, 'TLS_AES_128_CCM_8_SHA256', 'TLS_AES_128_CCM_8_SHA256', 128, true, 'CCM8', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD-CCM8'],
    [0x1306, 'TLS_AEGIS_256_SHA512', null, 256, true, '', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD'],
    [0x1307, 'TLS_AEGIS_128L_SHA256', null, 128, true, '', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD'],
    [0x16b7, 'TLS_CECPQ1_RSA_WITH_CHACHA20_POLY1305_SHA256', null, 256, true, 'EXPERIMENT-ENDED', 'TLSv1.2', 'CECPQ1', 'RSA', 'AEAD'],
    [0x16b8, 'TLS_CECPQ1_ECDSA_WITH_CHACHA20_POLY1305_SHA256', null, 256, true, 'EXPERIMENT-ENDED', 'TLSv1.2', 'CECPQ1', 'ECDSA', 'AEAD'],
    [0x16b9, 'TLS_CECPQ1_RSA_WITH_AES_256_GCM_SHA384', null, 256, true, 'EXPERIMENT-ENDED', 'TLSv1.2', 'CECPQ1', 'RSA', 'AEAD-GCM'],
    [0x16ba, 'TLS_CECPQ1_ECDSA_WITH_AES_256_GCM_SHA384', null, 256, true, 'EXPERIMENT-ENDED', 'TLSv1.2', 'CECPQ1', 'ECDSA', 'AEAD-GCM'],
    [0x5600, 'TLS_FALLBACK_SCSV', null, null, null, 'SCSV', '', '', '', ''],
    [0xc001, 'TLS_ECDH_ECDSA_WITH_NULL_SHA', 'ECDH-ECDSA-NULL-SHA', 0, false, 'NULL-ENC;STATIC-DH', 'SSLv3', 'ECDH', 'ECDSA', ''],
    [0xc002, 'TLS_ECDH_ECDSA_WITH_RC4_128_SHA', 'ECDH-ECDSA-RC4-SHA', 128, false, 'RC4;STATIC-DH', 'SSLv3', 'ECDH', 'ECDSA', 'stream'],
    [0xc003, 'TLS_ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA', 'ECDH-ECDSA-DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;STATIC-DH', 'SSLv3', 'ECDH', 'ECDSA', 'CBC'],
    [0xc004, 'TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA', 'ECDH-ECDSA-AES128-SHA', 128, false, 'CBC;STATIC-DH', 'SSLv3', 'ECDH', 'ECDSA', 'CBC'],
    [0xc005, 'TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA', 'ECDH-ECDSA-AES256-SHA', 256, false, 'CBC;STATIC-DH', 'SSLv3', 'ECDH', 'ECDSA', 'CBC'],
    [0xc006, 'TLS_ECDHE_ECDSA_WITH_NULL_SHA', 'ECDHE-ECDSA-NULL-SHA', 0, true, 'NULL-ENC', 'SSLv3', 'ECDHE', 'ECDSA', ''],
    [0xc007, 'TLS_ECDHE_ECDSA_WITH_RC4_128_SHA', 'ECDHE-ECDSA-RC4-SHA', 128, true, 'RC4', 'SSLv3', 'ECDHE', 'ECDSA', 'stream'],
    [0xc008, 'TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA', 'ECDHE-ECDSA-DES-CBC3-SHA', 112, true, 'BLOCK64;CBC', 'SSLv3', 'ECDHE', 'ECDSA', 'CBC'],
    [0xc009, 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', 'ECDHE-ECDSA-AES128-SHA', 128, true, 'CBC', 'SSLv3', 'ECDHE', 'ECDSA', 'CBC'],
    [0xc00a, 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA', 'ECDHE-ECDSA-AES256-SHA', 256, true, 'CBC', 'SSLv3', 'ECDHE', 'ECDSA', 'CBC'],
    [0xc00b, 'TLS_ECDH_RSA_WITH_NULL_SHA', 'ECDH-RSA-NULL-SHA', 0, false, 'NULL-ENC;STATIC-DH', 'SSLv3', 'ECDH', 'RSA', ''],
    [0xc00c, 'TLS_ECDH_RSA_WITH_RC4_128_SHA', 'ECDH-RSA-RC4-SHA', 128, false, 'RC4;STATIC-DH', 'SSLv3', 'ECDH', 'RSA', 'stream'],
    [0xc00d, 'TLS_ECDH_RSA_WITH_3DES_EDE_CBC_SHA', 'ECDH-RSA-DES-CBC3-SHA', 112, false, 'BLOCK64;CBC;STATIC-DH', 'SSLv3', 'ECDH', 'RSA', 'CBC'],
    [0xc00e, 'TLS_ECDH_RSA_WITH_AES_128_CBC_SHA', 'ECDH-RSA-AES128-SHA', 128, false, 'CBC;STATIC-DH', 'SSLv3', 'ECDH', 'RSA', 'CBC'],
    [0xc00f, 'TLS_ECDH_RSA_WITH_AES_256_CBC_SHA', 'ECDH-RSA-AES256-SHA', 256, false, 'CBC;STATIC-DH', 'SSLv3', 'ECDH', 'RSA', 'CBC'],
    [0xc010, 'TLS_ECDHE_RSA_WITH_NULL_SHA', 'ECDHE-RSA-NULL-SHA', 0, true, 'NULL-ENC', 'SSLv3', 'ECDHE', 'RSA', ''],
    [0xc011, 'TLS_ECDHE_RSA_WITH_RC4_128_SHA', 'ECDHE-RSA-RC4-SHA', 128, true, 'RC4', 'SSLv3', 'ECDHE', 'RSA', 'stream'],
    [0xc012, 'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA', 'ECDHE-RSA-DES-CBC3-SHA', 112, true, 'BLOCK64;CBC', 'SSLv3', 'ECDHE', 'RSA', 'CBC'],
    [0xc013, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'ECDHE-RSA-AES128-SHA', 128, true, 'CBC', 'SSLv3', 'ECDHE', 'RSA', 'CBC'],
    [0xc014, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA', 'ECDHE-RSA-AES256-SHA', 256, true, 'CBC', 'SSLv3', 'ECDHE', 'RSA', 'CBC'],
    [0xc015, 'TLS_ECDH_anon_WITH_NULL_SHA', 'AECDH-NULL-SHA', 0, true, 'NULL-ENC;ANON', 'SSLv3', 'ECDHE', 'anon', ''],
    [0xc016, 'TLS_ECDH_anon_WITH_RC4_128_SHA', 'AECDH-RC4-SHA', 128, true, 'ANON;RC4', 'SSLv3', 'ECDHE', 'anon', 'stream'],
    [0xc017, 'TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA', 'AECDH-DES-CBC3-SHA', 112, true, 'ANON;BLOCK64;CBC', 'SSLv3', 'ECDHE', 'anon', 'CBC'],
    [0xc018, 'TLS_ECDH_anon_WITH_AES_128_CBC_SHA', 'AECDH-AES128-SHA', 128, true, 'ANON;CBC', 'SSLv3', 'ECDHE', 'anon', 'CBC'],
    [0xc019, 'TLS_ECDH_anon_WITH_AES_256_CBC_SHA', 'AECDH-AES256-SHA', 256, true, 'ANON;CBC', 'SSLv3', 'ECDHE', 'anon', 'CBC'],
    [0xc01a, 'TLS_SRP_SHA_WITH_3DES_EDE_CBC_SHA', 'SRP-3DES-EDE-CBC-SHA', 112, true, 'BLOCK64;CBC;SRP', 'SSLv3', 'SRP', 'SRP', 'CBC'],
    [0xc01b, 'TLS_SRP_SHA_RSA_WITH_3DES_EDE_CBC_SHA', 'SRP-RSA-3DES-EDE-CBC-SHA', 112, true, 'BLOCK64;CBC;SRP', 'SSLv3', 'SRP', 'RSA', 'CBC'],
    [0xc01c, 'TLS_SRP_SHA_DSS_WITH_3DES_EDE_CBC_SHA', 'SRP-DSS-3DES-EDE-CBC-SHA', 112, true, 'BLOCK64;CBC;SRP', 'SSLv3', 'SRP', 'DSS', 'CBC'],
    [0xc01d, 'TLS_SRP_SHA_WITH_AES_128_CBC_SHA', 'SRP-AES-128-CBC-SHA', 128, true, 'CBC;SRP', 'SSLv3', 'SRP', 'SRP', 'CBC'],
    [0xc01e, 'TLS_SRP_SHA_RSA_WITH_AES_128_CBC_SHA', 'SRP-RSA-AES-128-CBC-SHA', 128, true, 'CBC;SRP', 'SSLv3', 'SRP', 'RSA', 'CBC'],
    [0xc01f, 'TLS_SRP_SHA_DSS_WITH_AES_128_CBC_SHA', 'SRP-DSS-AES-128-CBC-SHA', 128, true, 'CBC;SRP', 'SSLv3', 'SRP', 'DSS', 'CBC'],
    [0xc020, 'TLS_SRP_SHA_WITH_AES_256_CBC_SHA', 'SRP-AES-256-CBC-SHA', 256, true, 'CBC;SRP', 'SSLv3', 'SRP', 'SRP', 'CBC'],
    [0xc021, 'TLS_SRP_SHA_RSA_WITH_AES_256_CBC_SHA', 'SRP-RSA-AES-256-CBC-SHA', 256, true, 'CBC;SRP', 'SSLv3', 'SRP', 'RSA', 'CBC'],
    [0xc022, 'TLS_SRP_SHA_DSS_WITH_AES_256_CBC_SHA', 'SRP-DSS-AES-256-CBC-SHA', 256, true, 'CBC;SRP', 'SSLv3', 'SRP', 'DSS', 'CBC'],
    [0xc023, 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256', 'ECDHE-ECDSA-AES128-SHA256', 128, true, 'CBC', 'TLSv1.2', 'ECDHE', 'ECDSA', 'CBC'],
    [0xc024, 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384', 'ECDHE-ECDSA-AES256-SHA384', 256, true, 'CBC', 'TLSv1.2', 'ECDHE', 'ECDSA', 'CBC'],
    [0xc025, 'TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256', 'ECDH-ECDSA-AES128-SHA256', 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'CBC'],
    [0xc026, 'TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384', 'ECDH-ECDSA-AES256-SHA384', 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'CBC'],
    [0xc027, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256', 'ECDHE-RSA-AES128-SHA256', 128, true, 'CBC', 'TLSv1.2', 'ECDHE', 'RSA', 'CBC'],
    [0xc028, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 'ECDHE-RSA-AES256-SHA384', 256, true, 'CBC', 'TLSv1.2', 'ECDHE', 'RSA', 'CBC'],
    [0xc029, 'TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256', 'ECDH-RSA-AES128-SHA256', 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'CBC'],
    [0xc02a, 'TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384', 'ECDH-RSA-AES256-SHA384', 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'CBC'],
    [0xc02b, 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256', 128, true, '', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD-GCM'],
    [0xc02c, 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'ECDHE-ECDSA-AES256-GCM-SHA384', 256, true, '', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD-GCM'],
    [0xc02d, 'TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256', 'ECDH-ECDSA-AES128-GCM-SHA256', 128, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'AEAD-GCM'],
    [0xc02e, 'TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384', 'ECDH-ECDSA-AES256-GCM-SHA384', 256, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'AEAD-GCM'],
    [0xc02f, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 128, true, '', 'TLSv1.2', 'ECDHE', 'RSA', 'AEAD-GCM'],
    [0xc030, 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'ECDHE-RSA-AES256-GCM-SHA384', 256, true, '', 'TLSv1.2', 'ECDHE', 'RSA', 'AEAD-GCM'],
    [0xc031, 'TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256', 'ECDH-RSA-AES128-GCM-SHA256', 128, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'AEAD-GCM'],
    [0xc032, 'TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384', 'ECDH-RSA-AES256-GCM-SHA384', 256, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'AEAD-GCM'],
    [0xc033, 'TLS_ECDHE_PSK_WITH_RC4_128_SHA', 'ECDHE-PSK-RC4-SHA', 128, true, 'RC4;PSK', 'SSLv3', 'ECDHE_PSK', 'PSK', 'stream'],
    [0xc034, 'TLS_ECDHE_PSK_WITH_3DES_EDE_CBC_SHA', 'ECDHE-PSK-3DES-EDE-CBC-SHA', 112, true, 'BLOCK64;CBC;PSK', 'SSLv3', 'ECDHE_PSK', 'PSK', 'CBC'],
    [0xc035, 'TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA', 'ECDHE-PSK-AES128-CBC-SHA', 128, true, 'CBC;PSK', 'SSLv3', 'ECDHE_PSK', 'PSK', 'CBC'],
    [0xc036, 'TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA', 'ECDHE-PSK-AES256-CBC-SHA', 256, true, 'CBC;PSK', 'SSLv3', 'ECDHE_PSK', 'PSK', 'CBC'],
    [0xc037, 'TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256', 'ECDHE-PSK-AES128-CBC-SHA256', 128, true, 'CBC;PSK', 'TLSv1', 'ECDHE_PSK', 'PSK', 'CBC'],
    [0xc038, 'TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384', 'ECDHE-PSK-AES256-CBC-SHA384', 256, true, 'CBC;PSK', 'TLSv1', 'ECDHE_PSK', 'PSK', 'CBC'],
    [0xc039, 'TLS_ECDHE_PSK_WITH_NULL_SHA', 'ECDHE-PSK-NULL-SHA', 0, true, 'NULL-ENC;PSK', 'SSLv3', 'ECDHE_PSK', 'PSK', ''],
    [0xc03a, 'TLS_ECDHE_PSK_WITH_NULL_SHA256', 'ECDHE-PSK-NULL-SHA256', 0, true, 'NULL-ENC;PSK', 'TLSv1', 'ECDHE_PSK', 'PSK', ''],
    [0xc03b, 'TLS_ECDHE_PSK_WITH_NULL_SHA384', 'ECDHE-PSK-NULL-SHA384', 0, true, 'NULL-ENC;PSK', 'TLSv1', 'ECDHE_PSK', 'PSK', ''],
    [0xc03c, 'TLS_RSA_WITH_ARIA_128_CBC_SHA256', 'ARIA128-CBC-SHA256', 128, false, 'CBC;STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'CBC'],
    [0xc03d, 'TLS_RSA_WITH_ARIA_256_CBC_SHA384', 'ARIA256-CBC-SHA384', 256, false, 'CBC;STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'CBC'],
    [0xc03e, 'TLS_DH_DSS_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'CBC'],
    [0xc03f, 'TLS_DH_DSS_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'CBC'],
    [0xc040, 'TLS_DH_RSA_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'CBC'],
    [0xc041, 'TLS_DH_RSA_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'CBC'],
    [0xc042, 'TLS_DHE_DSS_WITH_ARIA_128_CBC_SHA256', 'DHE-DSS-ARIA128-CBC-SHA256', 128, true, 'CBC', 'TLSv1.2', 'DHE', 'DSS', 'CBC'],
    [0xc043, 'TLS_DHE_DSS_WITH_ARIA_256_CBC_SHA384', 'DHE-DSS-ARIA256-CBC-SHA384', 256, true, 'CBC', 'TLSv1.2', 'DHE', 'DSS', 'CBC'],
    [0xc044, 'TLS_DHE_RSA_WITH_ARIA_128_CBC_SHA256', 'DHE-RSA-ARIA128-CBC-SHA256', 128, true, 'CBC', 'TLSv1.2', 'DHE', 'RSA', 'CBC'],
    [0xc045, 'TLS_DHE_RSA_WITH_ARIA_256_CBC_SHA384', 'DHE-RSA-ARIA256-CBC-SHA384', 256, true, 'CBC', 'TLSv1.2', 'DHE', 'RSA', 'CBC'],
    [0xc046, 'TLS_DH_anon_WITH_ARIA_128_CBC_SHA256', 'DH-anon-ARIA128-CBC-SHA256', 128, true, 'ANON;CBC', 'TLSv1.2', 'DHE', 'anon', 'CBC'],
    [0xc047, 'TLS_DH_anon_WITH_ARIA_256_CBC_SHA384', 'DH-anon-ARIA256-CBC-SHA384', 256, true, 'ANON;CBC', 'TLSv1.2', 'DHE', 'anon', 'CBC'],
    [0xc048, 'TLS_ECDHE_ECDSA_WITH_ARIA_128_CBC_SHA256', 'ECDHE-ECDSA-ARIA128-CBC-SHA256', 128, true, 'CBC', 'TLSv1.2', 'ECDHE', 'ECDSA', 'CBC'],
    [0xc049, 'TLS_ECDHE_ECDSA_WITH_ARIA_256_CBC_SHA384', 'ECDHE-ECDSA-ARIA256-CBC-SHA384', 256, true, 'CBC', 'TLSv1.2', 'ECDHE', 'ECDSA', 'CBC'],
    [0xc04a, 'TLS_ECDH_ECDSA_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'CBC'],
    [0xc04b, 'TLS_ECDH_ECDSA_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'CBC'],
    [0xc04c, 'TLS_ECDHE_RSA_WITH_ARIA_128_CBC_SHA256', 'ECDHE-RSA-ARIA128-CBC-SHA256', 128, true, 'CBC', 'TLSv1.2', 'ECDHE', 'RSA', 'CBC'],
    [0xc04d, 'TLS_ECDHE_RSA_WITH_ARIA_256_CBC_SHA384', 'ECDHE-RSA-ARIA256-CBC-SHA384', 256, true, 'CBC', 'TLSv1.2', 'ECDHE', 'RSA', 'CBC'],
    [0xc04e, 'TLS_ECDH_RSA_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'CBC'],
    [0xc04f, 'TLS_ECDH_RSA_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'CBC'],
    [0xc050, 'TLS_RSA_WITH_ARIA_128_GCM_SHA256', 'ARIA128-GCM-SHA256', 128, false, 'STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'AEAD-GCM'],
    [0xc051, 'TLS_RSA_WITH_ARIA_256_GCM_SHA384', 'ARIA256-GCM-SHA384', 256, false, 'STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'AEAD-GCM'],
    [0xc052, 'TLS_DHE_RSA_WITH_ARIA_128_GCM_SHA256', 'DHE-RSA-ARIA128-GCM-SHA256', 128, true, '', 'TLSv1.2', 'DHE', 'RSA', 'AEAD-GCM'],
    [0xc053, 'TLS_DHE_RSA_WITH_ARIA_256_GCM_SHA384', 'DHE-RSA-ARIA256-GCM-SHA384', 256, true, '', 'TLSv1.2', 'DHE', 'RSA', 'AEAD-GCM'],
    [0xc054, 'TLS_DH_RSA_WITH_ARIA_128_GCM_SHA256', 'DH-RSA-ARIA128-GCM-SHA256', 128, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'AEAD-GCM'],
    [0xc055, 'TLS_DH_RSA_WITH_ARIA_256_GCM_SHA384', 'DH-RSA-ARIA256-GCM-SHA384', 256, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'AEAD-GCM'],
    [0xc056, 'TLS_DHE_DSS_WITH_ARIA_128_GCM_SHA256', 'DHE-DSS-ARIA128-GCM-SHA256', 128, true, '', 'TLSv1.2', 'DHE', 'DSS', 'AEAD-GCM'],
    [0xc057, 'TLS_DHE_DSS_WITH_ARIA_256_GCM_SHA384', 'DHE-DSS-ARIA256-GCM-SHA384', 256, true, '', 'TLSv1.2', 'DHE', 'DSS', 'AEAD-GCM'],
    [0xc058, 'TLS_DH_DSS_WITH_ARIA_128_GCM_SHA256', 'DH-DSS-ARIA128-GCM-SHA256', 128, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'AEAD-GCM'],
    [0xc059, 'TLS_DH_DSS_WITH_ARIA_256_GCM_SHA384', 'DH-DSS-ARIA256-GCM-SHA384', 256, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'AEAD-GCM'],
    [0xc05a, 'TLS_DH_anon_WITH_ARIA_128_GCM_SHA256', 'ADH-ARIA128-GCM-SHA256', 128, true, 'ANON', 'TLSv1.2', 'DHE', 'anon', 'AEAD-GCM'],
    [0xc05b, 'TLS_DH_anon_WITH_ARIA_256_GCM_SHA384', 'ADH-ARIA256-GCM-SHA384', 256, true, 'ANON', 'TLSv1.2', 'DHE', 'anon', 'AEAD-GCM'],
    [0xc05c, 'TLS_ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256', 'ECDHE-ECDSA-ARIA128-GCM-SHA256', 128, true, '', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD-GCM'],
    [0xc05d, 'TLS_ECDHE_ECDSA_WITH_ARIA_256_GCM_SHA384', 'ECDHE-ECDSA-ARIA256-GCM-SHA384', 256, true, '', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD-GCM'],
    [0xc05e, 'TLS_ECDH_ECDSA_WITH_ARIA_128_GCM_SHA256', 'ECDH-ECDSA-ARIA128-GCM-SHA256', 128, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'AEAD-GCM'],
    [0xc05f, 'TLS_ECDH_ECDSA_WITH_ARIA_256_GCM_SHA384', 'ECDH-ECDSA-ARIA256-GCM-SHA384', 256, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'AEAD-GCM'],
    [0xc060, 'TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256', 'ECDHE-ARIA128-GCM-SHA256', 128, true, '', 'TLSv1.2', 'ECDHE', 'RSA', 'AEAD-GCM'],
    [0xc061, 'TLS_ECDHE_RSA_WITH_ARIA_256_GCM_SHA384', 'ECDHE-ARIA256-GCM-SHA384', 256, true, '', 'TLSv1.2', 'ECDHE', 'RSA', 'AEAD-GCM'],
    [0xc062, 'TLS_ECDH_RSA_WITH_ARIA_128_GCM_SHA256', 'ECDH-ARIA128-GCM-SHA256', 128, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'AEAD-GCM'],
    [0xc063, 'TLS_ECDH_RSA_WITH_ARIA_256_GCM_SHA384', 'ECDH-ARIA256-GCM-SHA384', 256, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'AEAD-GCM'],
    [0xc064, 'TLS_PSK_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;PSK', 'TLSv1', 'PSK', 'PSK', 'CBC'],
    [0xc065, 'TLS_PSK_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;PSK', 'TLSv1', 'PSK', 'PSK', 'CBC'],
    [0xc066, 'TLS_DHE_PSK_WITH_ARIA_128_CBC_SHA256', null, 128, true, 'CBC;PSK', 'TLSv1', 'DHE_PSK', 'PSK', 'CBC'],
    [0xc067, 'TLS_DHE_PSK_WITH_ARIA_256_CBC_SHA384', null, 256, true, 'CBC;PSK', 'TLSv1', 'DHE_PSK', 'PSK', 'CBC'],
    [0xc068, 'TLS_RSA_PSK_WITH_ARIA_128_CBC_SHA256', null, 128, false, 'CBC;STATIC-RSA;PSK', 'TLSv1', 'RSA_PSK', 'RSA', 'CBC'],
    [0xc069, 'TLS_RSA_PSK_WITH_ARIA_256_CBC_SHA384', null, 256, false, 'CBC;STATIC-RSA;PSK', 'TLSv1', 'RSA_PSK', 'RSA', 'CBC'],
    [0xc06a, 'TLS_PSK_WITH_ARIA_128_GCM_SHA256', 'PSK-ARIA128-GCM-SHA256', 128, false, 'PSK', 'TLSv1.2', 'PSK', 'PSK', 'AEAD-GCM'],
    [0xc06b, 'TLS_PSK_WITH_ARIA_256_GCM_SHA384', 'PSK-ARIA256-GCM-SHA384', 256, false, 'PSK', 'TLSv1.2', 'PSK', 'PSK', 'AEAD-GCM'],
    [0xc06c, 'TLS_DHE_PSK_WITH_ARIA_128_GCM_SHA256', 'DHE-PSK-ARIA128-GCM-SHA256', 128, true, 'PSK', 'TLSv1.2', 'DHE_PSK', 'PSK', 'AEAD-GCM'],
    [0xc06d, 'TLS_DHE_PSK_WITH_ARIA_256_GCM_SHA384', 'DHE-PSK-ARIA256-GCM-SHA384', 256, true, 'PSK', 'TLSv1.2', 'DHE_PSK', 'PSK', 'AEAD-GCM'],
    [0xc06e, 'TLS_RSA_PSK_WITH_ARIA_128_GCM_SHA256', 'RSA-PSK-ARIA128-GCM-SHA256', 128, false, 'STATIC-RSA;PSK', 'TLSv1.2', 'RSA_PSK', 'RSA', 'AEAD-GCM'],
    [0xc06f, 'TLS_RSA_PSK_WITH_ARIA_256_GCM_SHA384', 'RSA-PSK-ARIA256-GCM-SHA384', 256, false, 'STATIC-RSA;PSK', 'TLSv1.2', 'RSA_PSK', 'RSA', 'AEAD-GCM'],
    [0xc070, 'TLS_ECDHE_PSK_WITH_ARIA_128_CBC_SHA256', null, 128, true, 'CBC;PSK', 'TLSv1', 'ECDHE_PSK', 'PSK', 'CBC'],
    [0xc071, 'TLS_ECDHE_PSK_WITH_ARIA_256_CBC_SHA384', null, 256, true, 'CBC;PSK', 'TLSv1', 'ECDHE_PSK', 'PSK', 'CBC'],
    [0xc072, 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256', 'ECDHE-ECDSA-CAMELLIA128-SHA256', 128, true, 'CBC', 'TLSv1.2', 'ECDHE', 'ECDSA', 'CBC'],
    [0xc073, 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_CBC_SHA384', 'ECDHE-ECDSA-CAMELLIA256-SHA384', 256, true, 'CBC', 'TLSv1.2', 'ECDHE', 'ECDSA', 'CBC'],
    [0xc074, 'TLS_ECDH_ECDSA_WITH_CAMELLIA_128_CBC_SHA256', 'ECDH-ECDSA-CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'CBC'],
    [0xc075, 'TLS_ECDH_ECDSA_WITH_CAMELLIA_256_CBC_SHA384', 'ECDH-ECDSA-CAMELLIA256-SHA384', 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'CBC'],
    [0xc076, 'TLS_ECDHE_RSA_WITH_CAMELLIA_128_CBC_SHA256', 'ECDHE-RSA-CAMELLIA128-SHA256', 128, true, 'CBC', 'TLSv1.2', 'ECDHE', 'RSA', 'CBC'],
    [0xc077, 'TLS_ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384', 'ECDHE-RSA-CAMELLIA256-SHA384', 256, true, 'CBC', 'TLSv1.2', 'ECDHE', 'RSA', 'CBC'],
    [0xc078, 'TLS_ECDH_RSA_WITH_CAMELLIA_128_CBC_SHA256', 'ECDH-RSA-CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'CBC'],
    [0xc079, 'TLS_ECDH_RSA_WITH_CAMELLIA_256_CBC_SHA384', 'ECDH-RSA-CAMELLIA256-SHA384', 256, false, 'CBC;STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'CBC'],
    [0xc07a, 'TLS_RSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'AEAD-GCM'],
    [0xc07b, 'TLS_RSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'AEAD-GCM'],
    [0xc07c, 'TLS_DHE_RSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, '', 'TLSv1.2', 'DHE', 'RSA', 'AEAD-GCM'],
    [0xc07d, 'TLS_DHE_RSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, '', 'TLSv1.2', 'DHE', 'RSA', 'AEAD-GCM'],
    [0xc07e, 'TLS_DH_RSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'AEAD-GCM'],
    [0xc07f, 'TLS_DH_RSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'RSA', 'AEAD-GCM'],
    [0xc080, 'TLS_DHE_DSS_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, '', 'TLSv1.2', 'DHE', 'DSS', 'AEAD-GCM'],
    [0xc081, 'TLS_DHE_DSS_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, '', 'TLSv1.2', 'DHE', 'DSS', 'AEAD-GCM'],
    [0xc082, 'TLS_DH_DSS_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'AEAD-GCM'],
    [0xc083, 'TLS_DH_DSS_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-DH', 'TLSv1.2', 'DH', 'DSS', 'AEAD-GCM'],
    [0xc084, 'TLS_DH_anon_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, 'ANON', 'TLSv1.2', 'DHE', 'anon', 'AEAD-GCM'],
    [0xc085, 'TLS_DH_anon_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, 'ANON', 'TLSv1.2', 'DHE', 'anon', 'AEAD-GCM'],
    [0xc086, 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, '', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD-GCM'],
    [0xc087, 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, '', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD-GCM'],
    [0xc088, 'TLS_ECDH_ECDSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'AEAD-GCM'],
    [0xc089, 'TLS_ECDH_ECDSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'ECDSA', 'AEAD-GCM'],
    [0xc08a, 'TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, '', 'TLSv1.2', 'ECDHE', 'RSA', 'AEAD-GCM'],
    [0xc08b, 'TLS_ECDHE_RSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, '', 'TLSv1.2', 'ECDHE', 'RSA', 'AEAD-GCM'],
    [0xc08c, 'TLS_ECDH_RSA_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'AEAD-GCM'],
    [0xc08d, 'TLS_ECDH_RSA_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-DH', 'TLSv1.2', 'ECDH', 'RSA', 'AEAD-GCM'],
    [0xc08e, 'TLS_PSK_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'PSK', 'TLSv1.2', 'PSK', 'PSK', 'AEAD-GCM'],
    [0xc08f, 'TLS_PSK_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'PSK', 'TLSv1.2', 'PSK', 'PSK', 'AEAD-GCM'],
    [0xc090, 'TLS_DHE_PSK_WITH_CAMELLIA_128_GCM_SHA256', null, 128, true, 'PSK', 'TLSv1.2', 'DHE_PSK', 'PSK', 'AEAD-GCM'],
    [0xc091, 'TLS_DHE_PSK_WITH_CAMELLIA_256_GCM_SHA384', null, 256, true, 'PSK', 'TLSv1.2', 'DHE_PSK', 'PSK', 'AEAD-GCM'],
    [0xc092, 'TLS_RSA_PSK_WITH_CAMELLIA_128_GCM_SHA256', null, 128, false, 'STATIC-RSA;PSK', 'TLSv1.2', 'RSA_PSK', 'RSA', 'AEAD-GCM'],
    [0xc093, 'TLS_RSA_PSK_WITH_CAMELLIA_256_GCM_SHA384', null, 256, false, 'STATIC-RSA;PSK', 'TLSv1.2', 'RSA_PSK', 'RSA', 'AEAD-GCM'],
    [0xc094, 'TLS_PSK_WITH_CAMELLIA_128_CBC_SHA256', 'PSK-CAMELLIA128-SHA256', 128, false, 'CBC;PSK', 'TLSv1', 'PSK', 'PSK', 'CBC'],
    [0xc095, 'TLS_PSK_WITH_CAMELLIA_256_CBC_SHA384', 'PSK-CAMELLIA256-SHA384', 256, false, 'CBC;PSK', 'TLSv1', 'PSK', 'PSK', 'CBC'],
    [0xc096, 'TLS_DHE_PSK_WITH_CAMELLIA_128_CBC_SHA256', 'DHE-PSK-CAMELLIA128-SHA256', 128, true, 'CBC;PSK', 'TLSv1', 'DHE_PSK', 'PSK', 'CBC'],
    [0xc097, 'TLS_DHE_PSK_WITH_CAMELLIA_256_CBC_SHA384', 'DHE-PSK-CAMELLIA256-SHA384', 256, true, 'CBC;PSK', 'TLSv1', 'DHE_PSK', 'PSK', 'CBC'],
    [0xc098, 'TLS_RSA_PSK_WITH_CAMELLIA_128_CBC_SHA256', 'RSA-PSK-CAMELLIA128-SHA256', 128, false, 'CBC;STATIC-RSA;PSK', 'TLSv1', 'RSA_PSK', 'RSA', 'CBC'],
    [0xc099, 'TLS_RSA_PSK_WITH_CAMELLIA_256_CBC_SHA384', 'RSA-PSK-CAMELLIA256-SHA384', 256, false, 'CBC;STATIC-RSA;PSK', 'TLSv1', 'RSA_PSK', 'RSA', 'CBC'],
    [0xc09a, 'TLS_ECDHE_PSK_WITH_CAMELLIA_128_CBC_SHA256', 'ECDHE-PSK-CAMELLIA128-SHA256', 128, true, 'CBC;PSK', 'TLSv1', 'ECDHE_PSK', 'PSK', 'CBC'],
    [0xc09b, 'TLS_ECDHE_PSK_WITH_CAMELLIA_256_CBC_SHA384', 'ECDHE-PSK-CAMELLIA256-SHA384', 256, true, 'CBC;PSK', 'TLSv1', 'ECDHE_PSK', 'PSK', 'CBC'],
    [0xc09c, 'TLS_RSA_WITH_AES_128_CCM', 'AES128-CCM', 128, false, 'STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'AEAD-CCM'],
    [0xc09d, 'TLS_RSA_WITH_AES_256_CCM', 'AES256-CCM', 256, false, 'STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'AEAD-CCM'],
    [0xc09e, 'TLS_DHE_RSA_WITH_AES_128_CCM', 'DHE-RSA-AES128-CCM', 128, true, '', 'TLSv1.2', 'DHE', 'RSA', 'AEAD-CCM'],
    [0xc09f, 'TLS_DHE_RSA_WITH_AES_256_CCM', 'DHE-RSA-AES256-CCM', 256, true, '', 'TLSv1.2', 'DHE', 'RSA', 'AEAD-CCM'],
    [0xc0a0, 'TLS_RSA_WITH_AES_128_CCM_8', 'AES128-CCM8', 128, false, 'CCM8;STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'AEAD-CCM8'],
    [0xc0a1, 'TLS_RSA_WITH_AES_256_CCM_8', 'AES256-CCM8', 256, false, 'CCM8;STATIC-RSA', 'TLSv1.2', 'RSA', 'RSA', 'AEAD-CCM8'],
    [0xc0a2, 'TLS_DHE_RSA_WITH_AES_128_CCM_8', 'DHE-RSA-AES128-CCM8', 128, true, 'CCM8', 'TLSv1.2', 'DHE', 'RSA', 'AEAD-CCM8'],
    [0xc0a3, 'TLS_DHE_RSA_WITH_AES_256_CCM_8', 'DHE-RSA-AES256-CCM8', 256, true, 'CCM8', 'TLSv1.2', 'DHE', 'RSA', 'AEAD-CCM8'],
    [0xc0a4, 'TLS_PSK_WITH_AES_128_CCM', 'PSK-AES128-CCM', 128, false, 'PSK', 'TLSv1.2', 'PSK', 'PSK', 'AEAD-CCM'],
    [0xc0a5, 'TLS_PSK_WITH_AES_256_CCM', 'PSK-AES256-CCM', 256, false, 'PSK', 'TLSv1.2', 'PSK', 'PSK', 'AEAD-CCM'],
    [0xc0a6, 'TLS_DHE_PSK_WITH_AES_128_CCM', 'DHE-PSK-AES128-CCM', 128, true, 'PSK', 'TLSv1.2', 'DHE_PSK', 'PSK', 'AEAD-CCM'],
    [0xc0a7, 'TLS_DHE_PSK_WITH_AES_256_CCM', 'DHE-PSK-AES256-CCM', 256, true, 'PSK', 'TLSv1.2', 'DHE_PSK', 'PSK', 'AEAD-CCM'],
    [0xc0a8, 'TLS_PSK_WITH_AES_128_CCM_8', 'PSK-AES128-CCM8', 128, false, 'CCM8;PSK', 'TLSv1.2', 'PSK', 'PSK', 'AEAD-CCM8'],
    [0xc0a9, 'TLS_PSK_WITH_AES_256_CCM_8', 'PSK-AES256-CCM8', 256, false, 'CCM8;PSK', 'TLSv1.2', 'PSK', 'PSK', 'AEAD-CCM8'],
    [0xc0aa, 'TLS_PSK_DHE_WITH_AES_128_CCM_8', 'DHE-PSK-AES128-CCM8', 128, true, 'CCM8;PSK', 'TLSv1.2', 'DHE_PSK', 'PSK', 'AEAD-CCM8'],
    [0xc0ab, 'TLS_PSK_DHE_WITH_AES_256_CCM_8', 'DHE-PSK-AES256-CCM8', 256, true, 'CCM8;PSK', 'TLSv1.2', 'DHE_PSK', 'PSK', 'AEAD-CCM8'],
    [0xc0ac, 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM', 'ECDHE-ECDSA-AES128-CCM', 128, true, '', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD-CCM'],
    [0xc0ad, 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM', 'ECDHE-ECDSA-AES256-CCM', 256, true, '', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD-CCM'],
    [0xc0ae, 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8', 'ECDHE-ECDSA-AES128-CCM8', 128, true, 'CCM8', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD-CCM8'],
    [0xc0af, 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8', 'ECDHE-ECDSA-AES256-CCM8', 256, true, 'CCM8', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD-CCM8'],
    [0xc0b0, 'TLS_ECCPWD_WITH_AES_128_GCM_SHA256', null, 128, true, '', 'TLSv1.2', 'ECCPWD', 'PWD', 'AEAD-GCM'],
    [0xc0b1, 'TLS_ECCPWD_WITH_AES_256_GCM_SHA384', null, 256, true, '', 'TLSv1.2', 'ECCPWD', 'PWD', 'AEAD-GCM'],
    [0xc0b2, 'TLS_ECCPWD_WITH_AES_128_CCM_SHA256', null, 128, true, '', 'TLSv1.2', 'ECCPWD', 'PWD', 'AEAD-CCM'],
    [0xc0b3, 'TLS_ECCPWD_WITH_AES_256_CCM_SHA384', null, 256, true, '', 'TLSv1.2', 'ECCPWD', 'PWD', 'AEAD-CCM'],
    [0xc0b4, 'TLS_SHA256_SHA256', 'TLS_SHA256_SHA256', 0, true, 'NULL-ENC', 'TLSv1.3', 'any(TLS1.3)', 'any', ''],
    [0xc0b5, 'TLS_SHA384_SHA384', 'TLS_SHA384_SHA384', 0, true, 'NULL-ENC', 'TLSv1.3', 'any(TLS1.3)', 'any', ''],
    [0xc100, 'TLS_GOSTR341112_256_WITH_KUZNYECHIK_CTR_OMAC', null, 256, false, 'GOST', 'TLSv1.2', 'GOST', 'GOST', 'CTR'],
    [0xc101, 'TLS_GOSTR341112_256_WITH_MAGMA_CTR_OMAC', null, 256, false, 'BLOCK64;GOST', 'TLSv1.2', 'GOST', 'GOST', 'CTR'],
    [0xc102, 'TLS_GOSTR341112_256_WITH_28147_CNT_IMIT', null, 256, false, 'BLOCK64;GOST', 'TLSv1.2', 'GOST', 'GOST', 'CNT'],
    [0xc103, 'TLS_GOSTR341112_256_WITH_KUZNYECHIK_MGM_L', null, 256, true, 'GOST', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD-MGM'],
    [0xc104, 'TLS_GOSTR341112_256_WITH_MAGMA_MGM_L', null, 256, true, 'BLOCK64;GOST', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD-MGM'],
    [0xc105, 'TLS_GOSTR341112_256_WITH_KUZNYECHIK_MGM_S', null, 256, true, 'GOST', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD-MGM'],
    [0xc106, 'TLS_GOSTR341112_256_WITH_MAGMA_MGM_S', null, 256, true, 'BLOCK64;GOST', 'TLSv1.3', 'any(TLS1.3)', 'any', 'AEAD-MGM'],
    [0xcc13, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256_OLD', 'ECDHE-RSA-CHACHA20-POLY1305-OLD', 256, true, 'PRE-RFC7905-DRAFT', 'TLSv1.2', 'ECDHE', 'RSA', 'AEAD'],
    [0xcc14, 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256_OLD', 'ECDHE-ECDSA-CHACHA20-POLY1305-OLD', 256, true, 'PRE-RFC7905-DRAFT', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD'],
    [0xcc15, 'TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256_OLD', 'DHE-RSA-CHACHA20-POLY1305-OLD', 256, true, 'PRE-RFC7905-DRAFT', 'TLSv1.2', 'DHE', 'RSA', 'AEAD'],
    [0xcca8, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE-RSA-CHACHA20-POLY1305', 256, true, '', 'TLSv1.2', 'ECDHE', 'RSA', 'AEAD'],
    [0xcca9, 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE-ECDSA-CHACHA20-POLY1305', 256, true, '', 'TLSv1.2', 'ECDHE', 'ECDSA', 'AEAD'],
    [0xccaa, 'TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'DHE-RSA-CHACHA20-POLY1305', 256, true, '', 'TLSv1.2', 'DHE', 'RSA', 'AEAD'],
    [0xccab, 'TLS_PSK_WITH_CHACHA20_POLY1305_SHA256', 'PSK-CHACHA20-POLY1305', 256, false, 'PSK', 'TLSv1.2', 'PSK', 'PSK', 'AEAD'],
    [0xccac, 'TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE-PSK-CHACHA20-POLY1305', 256, true, 'PSK', 'TLSv1.2', 'ECDHE_PSK', 'PSK', 'AEAD'],
    [0xccad, 'TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256', 'DHE-PSK-CHACHA20-POLY1305', 256, true, 'PSK', 'TLSv1.2', 'DHE_PSK', 'PSK', 'AEAD'],
    [0xccae, 'TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256', 'RSA-PSK-CHACHA20-POLY1305', 256, false, 'STATIC-RSA;PSK', 'TLSv1.2', 'RSA_PSK', 'RSA', 'AEAD'],
    [0xd001, 'TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256', null, 128, true, 'PSK', 'TLSv1.2', 'ECDHE_PSK', 'PSK', 'AEAD-GCM'],
    [0xd002, 'TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384', null, 256, true, 'PSK', 'TLSv1.2', 'ECDHE_PSK', 'PSK', 'AEAD-GCM'],
    [0xd003, 'TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256', null, 128, true, 'CCM8;PSK', 'TLSv1.2', 'ECDHE_PSK', 'PSK', 'AEAD-CCM8'],
    [0xd005, 'TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256', null, 128, true, 'PSK', 'TLSv1.2', 'ECDHE_PSK', 'PSK', 'AEAD-CCM'],
    [0xfefe, 'SSL_RSA_FIPS_WITH_DES_CBC_SHA', null, 56, false, 'DES;BLOCK64;CBC;STATIC-RSA;LT112', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0xfeff, 'SSL_RSA_FIPS_WITH_3DES_EDE_CBC_SHA', null, 112, false, 'BLOCK64;CBC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0xff00, 'TLS_GOSTR341094_RSA_WITH_28147_CNT_MD5', 'GOST-MD5', 256, false, 'BLOCK64;MD5-MAC;GOST', 'TLSv1', 'GOST', 'RSA', 'CNT'],
    [0xff01, 'TLS_RSA_WITH_28147_CNT_GOST94', 'GOST-GOST94', 256, false, 'BLOCK64;STATIC-RSA;GOST', 'TLSv1', 'RSA', 'RSA', 'CNT'],
    [0xff02, '', 'GOST-GOST89MAC', 256, false, 'STATIC-RSA', 'TLSv1', 'RSA', 'RSA', ''],
    [0xff03, '', 'GOST-GOST89STREAM', 256, false, 'STATIC-RSA', 'TLSv1', 'RSA', 'RSA', ''],
    [0xff85, '', 'GOST2012256-GOST89-GOST89', 256, false, 'GOST', 'SSLv3', 'GOST', 'GOST01', ''],
    [0xff87, '', 'GOST2012256-NULL-STREEBOG256', 0, false, 'NULL-ENC;GOST', 'SSLv3', 'GOST', 'GOST01', ''],
    [0xffe0, 'SSL_RSA_FIPS_WITH_3DES_EDE_CBC_SHA', null, 112, false, 'BLOCK64;CBC;STATIC-RSA', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0xffe1, 'SSL_RSA_FIPS_WITH_DES_CBC_SHA', null, 56, false, 'DES;BLOCK64;CBC;STATIC-RSA;LT112', 'SSLv3', 'RSA', 'RSA', 'CBC'],
    [0x000000, 'SSL_CK_NULL_WITH_MD5', 'NULL-MD5', 0, false, 'SSLv2;NULL-ENC;EXPORT;MD5-MAC;STATIC-RSA', 'SSLv2', 'RSA', 'RSA', ''],
    [0x010080, 'SSL_CK_RC4_128_WITH_MD5', 'RC4-MD5', 128, false, 'SSLv2;RC4;MD5-MAC;STATIC-RSA', 'SSLv2', 'RSA', 'RSA', 'stream'],
    [0x020080, 'SSL_CK_RC4_128_EXPORT40_WITH_MD5', 'EXP-RC4-MD5', 40, false, 'SSLv2;EXPORT;RC4;MD5-MAC;STATIC-RSA;LT112', 'SSLv2', 'RSA', 'RSA', 'stream'],
    [0x030080, 'SSL_CK_RC2_128_CBC_WITH_MD5', 'RC2-CBC-MD5', 128, false, 'SSLv2;RC2;BLOCK64;MD5-MAC;CBC;STATIC-RSA', 'SSLv2', 'RSA', 'RSA', 'CBC'],
    [0x040080, 'SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5', 'EXP-RC2-CBC-MD5', 40, false, 'SSLv2;EXPORT;RC2;BLOCK64;MD5-MAC;CBC;STATIC-RSA;LT112', 'SSLv2', 'RSA', 'RSA', 'CBC'],
    [0x050080, 'SSL_CK_IDEA_128_CBC_WITH_MD5', 'IDEA-CBC-MD5', 128, false, 'SSLv2;BLOCK64;MD5-MAC;CBC;STATIC-RSA', 'SSLv2', 'RSA', 'RSA', 'CBC'],
    [0x060040, 'SSL_CK_DES_64_CBC_WITH_MD5', 'DES-CBC-MD5', 56, false, 'SSLv2;DES;BLOCK64;MD5-MAC;CBC;STATIC-RSA;LT112', 'SSLv2', 'RSA', 'RSA', 'CBC'],
    [0x060140, 'SSL_CK_DES_64_CBC_WITH_SHA', 'DES-CBC-SHA', 56, false, 'SSLv2;DES;BLOCK64;CBC;STATIC-RSA;LT112', 'SSLv2', 'RSA', 'RSA', 'CBC'],
    [0x0700c0, 'SSL_CK_DES_192_EDE3_CBC_WITH_MD5', 'DES-CBC3-MD5', 112, false, 'SSLv2;BLOCK64;MD5-MAC;CBC;STATIC-RSA', 'SSLv2', 'RSA', 'RSA', 'CBC'],
    [0x0701c0, 'SSL_CK_DES_192_EDE3_CBC_WITH_SHA', 'DES-CBC3-SHA', 112, false, 'SSLv2;BLOCK64;CBC;STATIC-RSA', 'SSLv2', 'RSA', 'RSA', 'CBC'],
    [0x080080, 'SSL_CK_RC4_64_WITH_MD5', 'RC4-64-MD5', 64, false, 'SSLv2;RC4;MD5-MAC;STATIC-RSA;LT112', 'SSLv2', 'RSA', 'RSA', 'stream'],
    [0xff8000, 'SSL_CK_DES_64_CFB64_WITH_MD5_1', 'DES-CFB-M1', 56, false, 'SSLv2;DES;STATIC-RSA;LT112', 'SSLv2', 'RSA', 'RSA', 'CFB'],
    [0xff8010, 'SSL_CK_NULL', 'NULL', 0, false, 'SSLv2;NULL-ENC;STATIC-RSA', 'SSLv2', 'RSA', 'RSA', ''],
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
function suiteTraits(id) {
    return traitsById.get(id) ?? { keyExchange: '', authentication: '', mode: '', exchangeKind: 'other' };
}
/** All that a client may offer in a version, in the order of the numbers: never TLS_NULL_WITH_NULL_NULL. */
function suitesOf(version) {
    const alone = version === 'SSLv2' || version === 'TLSv1.3';
    const age = observation/* tlsVersions */.p.indexOf(version);
    return cipherSuiteRows
        .filter(([id, , , , , , since]) => {
        const born = observation/* tlsVersions */.p.findIndex((known) => known === since);
        if (id === 0 || born < 0)
            return false;
        return alone || since === 'SSLv2' || since === 'TLSv1.3' ? since === version : born <= age;
    })
        .map(([id]) => id);
}
function traitsOf([id, , , , , flags, , keyExchange, authentication, mode]) {
    const exporting = flags.split(';').includes('EXPORT');
    const kinds = {
        ECDHE: 'ecdhe',
        DHE: 'dhe',
        RSA: exporting && id <= 0xffff ? 'rsa-export' : 'other',
    };
    return { keyExchange, authentication, mode, exchangeKind: kinds[keyExchange] ?? 'other' };
}
const traitsById = new Map(cipherSuiteRows.map((row) => [row[0], traitsOf(row)]));


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


/***/ })

};
