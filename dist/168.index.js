export const id = 168;
export const ids = [168];
export const modules = {

/***/ 63168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDemo: () => (/* binding */ runDemo)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/terminal/arguments.js + 1 modules
var terminal_arguments = __webpack_require__(14669);
// EXTERNAL MODULE: ./build/deliver/whole-file.js
var whole_file = __webpack_require__(49788);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
// EXTERNAL MODULE: ./build/report/outcome.js
var outcome = __webpack_require__(44247);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./build/terminal/lab/listen.js



/** The loopback address that every server of the lab is bound to: nobody outside this machine can reach it. */
const loopback = '127.0.0.1';
/** tcpmux (RFC 1078), which nothing has listened on for decades, and which no system hands out. */
const closedPort = 1;
/** Listens on a free port of the loopback address. Throws when there is none to be had. */
async function listen(serve) {
    const open = new Set();
    const server = (0,external_node_net_.createServer)((socket) => {
        open.add(socket);
        socket.once('close', () => open.delete(socket));
        hangUpOnError(socket);
        serve(socket);
    });
    server.listen(0, loopback);
    await (0,external_node_events_.once)(server, 'listening');
    return {
        port: portOf(server),
        async close() {
            const closed = (0,external_node_events_.once)(server, 'close');
            server.close();
            for (const socket of open)
                socket.destroy();
            await closed;
        },
    };
}
/** A port that refuses connections. */
function listen_closed() {
    return { port: closedPort, close: () => Promise.resolve() };
}
/** Begins TLS at once and says nothing after the handshake; its certificates can be replaced while it runs. */
function tls(options) {
    const server = (0,external_node_tls_.createServer)(options, (socket) => {
        hangUpOnError(socket);
        socket.resume();
    });
    return {
        begin: (socket) => {
            server.emit('connection', socket);
        },
        replace: (by) => server.setSecureContext(by),
    };
}
/** The smallest mail server that can begin TLS (RFC 3207): it hears commands, a line each, and knows two of them. */
function smtp(domain, begin) {
    return (socket) => {
        const replies = [`250-${domain}\r\n250 STARTTLS`, '220 Go ahead'];
        const hear = (octets) => {
            if (!octets.includes('\n'))
                return;
            socket.write(`${replies.shift()}\r\n`);
            if (replies.length > 0)
                return;
            socket.off('data', hear);
            begin(socket);
        };
        socket.on('data', hear);
        socket.write(`220 ${domain} ESMTP\r\n`);
    };
}
/** Answers the first octets, whatever they are, as a web server without TLS does. */
function http(socket) {
    socket.once('data', () => {
        socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
}
/** Takes everything and gives nothing. */
function silence(socket) {
    socket.resume();
}
/** What a client breaks off is its own affair. */
function hangUpOnError(socket) {
    socket.on('error', () => socket.destroy());
}
function portOf(server) {
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new TypeError('a TCP server listens on a port');
    return address.port;
}

;// CONCATENATED MODULE: ./build/terminal/lab/lab-config.js

/** The name under which the config finds the lab's root, beside itself. */
const caFile = 'lab-ca.pem';
/** A `certificates.yml` that watches the whole lab, a line above each entry telling what is to be found. */
function labConfig(servers, file) {
    return `# A lab of servers on this machine: one for each thing that goes well or wrong with certificates.
version: 1
monitor: lab
defaults:
  retries: 0
domains:
${[...servers.map(serverEntry), fileEntry(file)].join('\n')}
`;
}
function serverEntry(server) {
    return [
        ...opening(server),
        `    domain: ${server.domain}:${server.port}`,
        `    connect_to: ${loopback}`,
        ...(server.starttls === null ? [] : [`    starttls: ${server.starttls}`]),
        ...(server.silent ? ['    timeout: 2'] : []),
        trust,
    ].join('\n');
}
function fileEntry(file) {
    return [...opening(file), `    file: ${file.path}`, trust].join('\n');
}
const trust = `    trust: { ca_files: [${caFile}], public: false }`;
function opening({ name, story, expect }) {
    const rules = Object.keys(expect).join(', ');
    return [`  # ${story}${rules === '' ? '' : ` (${rules})`}`, `  - name: ${name}`];
}

// EXTERNAL MODULE: ./build/model/certificate.js
var certificate = __webpack_require__(51545);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/model/address.js
var model_address = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/wire/der-writer.js
var der_writer = __webpack_require__(19559);
// EXTERNAL MODULE: ./build/wire/pem.js
var pem = __webpack_require__(51034);
;// CONCATENATED MODULE: ./build/terminal/lab/mint.js




const day = 86_400_000;
/**
 * Makes an X.509 v3 certificate (RFC 5280 §4.1) for the lab and for tests, signed by `issuer` or by itself.
 * It mints whatever it is asked for, sound or not: bad certificates are what the lab is about.
 */
function mint(request, issuer) {
    const { publicKey, privateKey } = request.keyPair ?? keyPair(request.key ?? 'p256');
    const subject = mint_name(request);
    const signer = issuer?.privateKey ?? privateKey;
    const algorithm = signatureAlgorithm(signer, request.hash ?? 'sha256');
    const notBefore = request.notBefore ?? new Date(Math.min(Date.now(), request.notAfter.getTime()) - day);
    const tbs = der_writer/* sequence */.K2(der_writer/* context */._O(0, der_writer/* unsignedInteger */.wF(Uint8Array.of(2))), // version = v3
    der_writer/* unsignedInteger */.wF(request.serial ?? Uint8Array.of(0x40, ...(0,external_node_crypto_.randomBytes)(15))), algorithm.identifier, issuer?.subject ?? subject, der_writer/* sequence */.K2(der_writer/* time */.kB(notBefore), der_writer/* time */.kB(request.notAfter)), subject, spki(publicKey), der_writer/* context */._O(3, der_writer/* sequence */.K2(...extensions(request, publicKey, issuer?.publicKey ?? publicKey))));
    const signature = (0,external_node_crypto_.sign)(algorithm.hash, tbs, signer);
    const certificate = der_writer/* sequence */.K2(tbs, algorithm.identifier, der_writer/* bitString */.FY(signature));
    return {
        der: certificate,
        certificatePem: (0,pem/* writePem */.I)('CERTIFICATE', certificate),
        keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        subject,
        privateKey,
        publicKey,
    };
}
function keyPair(kind) {
    switch (kind) {
        case 'rsa1024':
            return (0,external_node_crypto_.generateKeyPairSync)('rsa', { modulusLength: 1024 });
        case 'rsa2048':
            return (0,external_node_crypto_.generateKeyPairSync)('rsa', { modulusLength: 2048 });
        case 'p256':
            return (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: 'P-256' });
        case 'p384':
            return (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: 'P-384' });
        case 'ed25519':
            return (0,external_node_crypto_.generateKeyPairSync)('ed25519');
    }
}
/** An Extension value: extnID, critical where true, extnValue. */
function extension(oid, value, critical = false) {
    return der_writer/* sequence */.K2(der_writer/* oid */.jq(oid), ...(critical ? [der_writer/* boolean */.zM(true)] : []), der_writer/* octetString */.J8(value));
}
function mint_name({ commonName, organizationName }) {
    const attributes = [];
    if (organizationName !== undefined)
        attributes.push(['2.5.4.10', organizationName]);
    if (commonName !== undefined)
        attributes.push(['2.5.4.3', commonName]);
    return der_writer/* sequence */.K2(...attributes.map(([type, value]) => der_writer/* setOf */.s4(der_writer/* sequence */.K2(der_writer/* oid */.jq(type), der_writer/* utf8String */.tv(value)))));
}
function extensions(request, publicKey, issuerKey) {
    const isCa = request.ca !== undefined && request.ca !== false;
    const found = [
        extension('2.5.29.14', der_writer/* octetString */.J8(keyId(publicKey))), // subjectKeyIdentifier
        extension('2.5.29.35', der_writer/* sequence */.K2(der_writer/* contextPrimitive */.LF(0, keyId(issuerKey)))), // authorityKeyIdentifier
        extension('2.5.29.15', keyUsageBits(request.keyUsage ?? (isCa ? [5, 6] : [0, 2])), true),
    ];
    if (isCa) {
        const pathLength = typeof request.ca === 'number' ? [der_writer/* unsignedInteger */.wF(Uint8Array.of(request.ca))] : [];
        found.push(extension('2.5.29.19', der_writer/* sequence */.K2(der_writer/* boolean */.zM(true), ...pathLength), true));
    }
    else {
        const purposes = request.extendedKeyUsage ?? ['1.3.6.1.5.5.7.3.1']; // serverAuth
        if (purposes.length > 0)
            found.push(extension('2.5.29.37', der_writer/* sequence */.K2(...purposes.map(der_writer/* oid */.jq))));
    }
    if (request.names !== undefined)
        found.push(extension('2.5.29.17', subjectAltName(request.names)));
    if (request.caIssuers !== undefined) {
        const location = der_writer/* contextPrimitive */.LF(6, Buffer.from(request.caIssuers, 'latin1'));
        const access = der_writer/* sequence */.K2(der_writer/* oid */.jq('1.3.6.1.5.5.7.48.2'), location);
        found.push(extension('1.3.6.1.5.5.7.1.1', der_writer/* sequence */.K2(access)));
    }
    return [...found, ...(request.extensions ?? [])];
}
function subjectAltName(names) {
    return der_writer/* sequence */.K2(...names.map((text) => {
        const address = (0,model_address/* parseAddress */.or)(text);
        return address === undefined
            ? der_writer/* contextPrimitive */.LF(2, Buffer.from(text, 'latin1')) // dNSName
            : der_writer/* contextPrimitive */.LF(7, (0,model_address/* addressBytes */.AS)(address)); // iPAddress
    }));
}
/** A BIT STRING with trailing zero bits left out, as DER wants it for named bits (X.690 §11.2.2). */
function keyUsageBits(bits) {
    const last = Math.max(...bits);
    const octets = new Uint8Array(Math.floor(last / 8) + 1);
    for (const bit of bits)
        octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
    return der_writer/* bitString */.FY(octets, 7 - (last & 7));
}
function spki(key) {
    return key.export({ type: 'spki', format: 'der' });
}
/** RFC 7093 §2 (1): the left-most 160 bits of SHA-256 over the key. */
function keyId(key) {
    return (0,external_node_crypto_.createHash)('sha256').update(spki(key)).digest().subarray(0, 20);
}
const signatureOids = {
    rsa: {
        md5: '1.2.840.113549.1.1.4',
        sha1: '1.2.840.113549.1.1.5',
        sha256: '1.2.840.113549.1.1.11',
        sha384: '1.2.840.113549.1.1.12',
    },
    ec: { sha1: '1.2.840.10045.4.1', sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3' },
};
function signatureAlgorithm(key, hash) {
    const type = key.asymmetricKeyType;
    if (type === 'ed25519')
        return { identifier: der_writer/* sequence */.K2(der_writer/* oid */.jq('1.3.101.112')), hash: null };
    const oid = signatureOids[type ?? '']?.[hash];
    if (oid === undefined)
        throw new TypeError(`no signature algorithm for ${type} with ${hash}`);
    // RFC 4055 §5: NULL parameters for RSA; RFC 5758 §3.2: none for ECDSA
    return {
        identifier: type === 'rsa' ? der_writer/* sequence */.K2(der_writer/* oid */.jq(oid), der_writer/* nothing */.s6) : der_writer/* sequence */.K2(der_writer/* oid */.jq(oid)),
        hash,
    };
}

;// CONCATENATED MODULE: ./build/terminal/lab/authorities.js


/** Makes the CAs for a lab that opens at the instant. */
function authorities(now) {
    const valid = (years) => ({
        notBefore: inDays(now, -365),
        notAfter: inDays(now, years * 365),
    });
    const organizationName = 'certificate-monitor lab';
    const root = mint({ organizationName, commonName: 'Lab Root', ca: true, ...valid(9) });
    const lost = mint({ organizationName: 'Somebody else', commonName: 'Foreign Root', ca: true, ...valid(9) });
    return {
        root,
        intermediate: mint({ organizationName, commonName: 'Lab Intermediate', ca: 0, ...valid(4) }, root),
        foreign: mint({ organizationName: 'Somebody else', commonName: 'Foreign Intermediate', ca: 0, ...valid(4) }, lost),
    };
}
/** Makes leaves by recipe. RSA keys of 2,048 bits take their time, so that one pair serves them all. */
function leafMinter(now, issuers) {
    let shared;
    return (recipe, domain) => {
        const { key = 'p256', lifetimeDays = 90, daysLeft = 60, name = domain, issuer = 'intermediate' } = recipe;
        const notAfter = inDays(now, daysLeft);
        return mint({
            commonName: name,
            names: [name],
            notBefore: inDays(notAfter, -lifetimeDays),
            notAfter,
            keyPair: key === 'rsa2048' ? (shared ??= keyPair(key)) : keyPair(key),
            ...(recipe.hash === undefined ? {} : { hash: recipe.hash }),
        }, issuer === null ? undefined : issuers[issuer]);
    };
}
function inDays(instant, days) {
    return new Date(instant.getTime() + days * certificate/* dayMs */.LP);
}

;// CONCATENATED MODULE: ./build/terminal/lab/certificate-parts.js
/** What goes well, then what goes wrong with certificates: dates, names, chains, keys. */
const certificateParts = [
    {
        name: 'healthy ECDSA',
        story: 'All is well',
        expect: {},
        plays: { kind: 'tls', leaves: [{ lifetimeDays: 47, daysLeft: 30 }] },
    },
    {
        name: 'healthy RSA',
        story: 'All is well with RSA, too',
        expect: {},
        plays: { kind: 'tls', leaves: [{ key: 'rsa2048' }] },
    },
    {
        name: 'healthy mail',
        story: 'Speaks SMTP first and begins TLS when asked',
        expect: {},
        plays: { kind: 'tls', starttls: 'smtp' },
    },
    {
        name: 'client certificate',
        story: 'Demands a client certificate; its own is seen all the same',
        expect: {},
        plays: { kind: 'tls', versions: ['TLSv1.3', 'TLSv1.3'], demandsClientCertificate: true },
    },
    {
        name: 'client certificate TLS 1.2',
        story: 'The same with TLS 1.2, where the server hangs up in mid-handshake',
        expect: { 'protocol/no-tls1.3': 'notice' },
        plays: { kind: 'tls', versions: ['TLSv1.2', 'TLSv1.2'], demandsClientCertificate: true },
    },
    {
        name: 'forgotten RSA',
        story: 'An old RSA certificate beside a new ECDSA one, unseen by current clients',
        expect: { 'certificate/expiry': 'warning' },
        plays: { kind: 'tls', leaves: [{}, { key: 'rsa2048', daysLeft: 12.5 }] },
    },
    {
        name: 'expiring soon',
        story: 'A certificate of 47 days with 8 of them left',
        expect: { 'certificate/expiry': 'warning' },
        expectRotated: { 'change/rotated': 'notice' },
        plays: {
            kind: 'tls',
            leaves: [{ lifetimeDays: 47, daysLeft: 8.5 }],
            renewal: [{ lifetimeDays: 47, daysLeft: 46.5 }],
        },
    },
    {
        name: 'expiring now',
        story: 'The last days of a certificate that nobody renewed',
        expect: { 'certificate/expiry': 'error' },
        plays: { kind: 'tls', leaves: [{ daysLeft: 2.5 }] },
    },
    {
        name: 'expired',
        story: 'Ended yesterday',
        expect: { 'certificate/expired': 'error' },
        plays: { kind: 'tls', leaves: [{ daysLeft: -1 }] },
    },
    {
        name: 'not yet valid',
        story: 'Begins the day after tomorrow',
        expect: { 'certificate/not-yet-valid': 'error' },
        plays: { kind: 'tls', leaves: [{ lifetimeDays: 47, daysLeft: 49.5 }] },
    },
    {
        name: 'wrong name',
        story: 'Shows the certificate of its neighbour',
        expect: { 'certificate/hostname': 'error' },
        plays: { kind: 'tls', leaves: [{ name: 'neighbour.lab.example' }] },
    },
    {
        name: 'three faults',
        story: 'Three faults at once, and all are told',
        expect: {
            'certificate/expired': 'error',
            'certificate/hostname': 'error',
            'certificate/untrusted': 'error',
        },
        plays: {
            kind: 'tls',
            leaves: [{ daysLeft: -100, name: 'neighbour.lab.example', issuer: 'foreign' }],
            sends: ['foreign'],
        },
    },
    {
        name: 'self-signed',
        story: 'Vouches for itself',
        expect: { 'certificate/self-signed': 'error' },
        plays: { kind: 'tls', leaves: [{ issuer: null }], sends: [] },
    },
    {
        name: 'unknown CA',
        story: 'A sound chain to a root that is in no store',
        expect: { 'certificate/untrusted': 'error' },
        plays: { kind: 'tls', leaves: [{ issuer: 'foreign' }], sends: ['foreign'] },
    },
    {
        name: 'incomplete chain',
        story: 'Leaves out the intermediate, which its neighbours send',
        expect: { 'chain/incomplete': 'error' },
        plays: { kind: 'tls', sends: [] },
    },
    {
        name: 'wrong order',
        story: 'The root before the intermediate, and no client needs the root',
        expect: { 'chain/order': 'notice', 'chain/root-sent': 'notice' },
        plays: { kind: 'tls', sends: ['root', 'intermediate'] },
    },
    {
        name: 'SHA-1',
        story: 'Signed over a hash that can be collided',
        expect: { 'certificate/weak-signature': 'error' },
        plays: { kind: 'tls', leaves: [{ hash: 'sha1' }] },
    },
    {
        name: 'weak key',
        story: 'RSA with 1,024 bits',
        expect: { 'certificate/weak-key': 'error' },
        plays: { kind: 'tls', leaves: [{ key: 'rsa1024' }] },
    },
];

;// CONCATENATED MODULE: ./build/terminal/lab/protocol-parts.js
/** What goes wrong with versions, suites and groups, and some that go well. */
const protocolParts = [
    {
        name: 'TLS 1.0 only',
        story: 'Speaks what no current client speaks any more',
        expect: {
            'protocol/no-tls1.2-or-1.3': 'error',
            'protocol/tls1.0': 'warning',
            'cipher/no-aead': 'warning',
            'vulnerability/beast': 'notice',
        },
        plays: { kind: 'tls', versions: ['TLSv1', 'TLSv1'] },
    },
    {
        name: 'old versions',
        story: 'Speaks TLS 1.3, and still TLS 1.0 and 1.1',
        expect: { 'protocol/tls1.0': 'warning', 'protocol/tls1.1': 'warning', 'vulnerability/beast': 'notice' },
        plays: { kind: 'tls', versions: ['TLSv1', 'TLSv1.3'] },
    },
    {
        name: 'TLS 1.1 only',
        story: 'Stopped in 2006',
        expect: {
            'protocol/no-tls1.2-or-1.3': 'error',
            'protocol/tls1.1': 'warning',
            'cipher/no-aead': 'warning',
        },
        plays: { kind: 'tls', versions: ['TLSv1.1', 'TLSv1.1'] },
    },
    {
        name: 'no TLS 1.3',
        story: 'Sound, and without the version of 2018',
        expect: { 'protocol/no-tls1.3': 'notice' },
        plays: { kind: 'tls', versions: ['TLSv1.2', 'TLSv1.2'] },
    },
    {
        name: 'TLS 1.3 only',
        story: 'Nothing but the newest version',
        expect: {},
        plays: { kind: 'tls', versions: ['TLSv1.3', 'TLSv1.3'] },
    },
    {
        name: 'no encryption',
        story: 'Takes suites that encrypt nothing',
        expect: { 'cipher/null': 'error' },
        plays: { kind: 'tls', suites: 'ECDHE+AESGCM:ECDHE-ECDSA-NULL-SHA' },
    },
    {
        name: 'anonymous',
        story: 'Takes suites in which anybody may pose as the server',
        expect: { 'cipher/anonymous': 'error' },
        plays: { kind: 'tls', suites: 'ECDHE+AESGCM:AECDH-AES128-SHA' },
    },
    {
        name: 'no forward secrecy',
        story: 'Who gets its key reads all that was recorded before',
        expect: { 'cipher/no-forward-secrecy': 'warning', 'protocol/no-tls1.3': 'notice' },
        plays: {
            kind: 'tls',
            leaves: [{ key: 'rsa2048' }],
            versions: ['TLSv1.2', 'TLSv1.2'],
            suites: 'AES256-GCM-SHA384:AES128-GCM-SHA256',
        },
    },
    {
        name: 'CBC only',
        story: 'Forward secrecy, and nothing but CBC',
        expect: { 'cipher/no-aead': 'warning', 'protocol/no-tls1.3': 'notice' },
        plays: {
            kind: 'tls',
            leaves: [{ key: 'rsa2048' }],
            versions: ['TLSv1.2', 'TLSv1.2'],
            suites: 'ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256',
        },
    },
    {
        name: 'small DH',
        story: 'RSA with 1,024 bits, and Diffie-Hellman of the same size, with a prime that many share',
        expect: {
            'certificate/weak-key': 'error',
            'key-exchange/weak-dh': 'warning',
            'key-exchange/common-prime': 'warning',
            'vulnerability/logjam': 'error',
        },
        plays: {
            kind: 'tls',
            leaves: [{ key: 'rsa1024' }],
            suites: 'ECDHE+AESGCM:DHE-RSA-AES128-GCM-SHA256',
            finiteField: true,
        },
    },
    {
        name: 'sound DH',
        story: 'Diffie-Hellman of 2,048 bits',
        expect: {},
        plays: {
            kind: 'tls',
            leaves: [{ key: 'rsa2048' }],
            suites: 'ECDHE+AESGCM:DHE-RSA-AES128-GCM-SHA256',
            finiteField: true,
        },
    },
    {
        name: 'client picks',
        story: 'Lets the client pick a suite without forward secrecy',
        expect: { 'cipher/order': 'notice' },
        plays: {
            kind: 'tls',
            leaves: [{ key: 'rsa2048' }],
            suites: 'ECDHE-RSA-AES128-GCM-SHA256:AES128-GCM-SHA256',
            clientPicks: true,
        },
    },
    {
        name: 'no post-quantum group',
        story: 'Takes no post-quantum group: only who asks for key-exchange/no-post-quantum is told',
        expect: {},
        plays: { kind: 'tls', groups: 'X25519:P-256' },
    },
    {
        name: 'post-quantum only',
        story: 'Takes X25519MLKEM768, and no other group',
        expect: {},
        plays: { kind: 'tls', versions: ['TLSv1.3', 'TLSv1.3'], groups: 'X25519MLKEM768' },
    },
];

;// CONCATENATED MODULE: ./build/terminal/lab/roster.js


/** Who plays in the lab: what goes well, then what goes wrong, from dates and names to the bare port. */
const roster = [
    ...certificateParts,
    ...protocolParts,
    {
        name: 'silent',
        story: 'Accepts the connection and never says a word',
        expect: { 'endpoint/unanswered': 'error' },
        plays: { kind: 'silent' },
    },
    {
        name: 'not TLS',
        story: 'Speaks plain HTTP on this port',
        expect: { 'endpoint/unanswered': 'error' },
        plays: { kind: 'http' },
    },
    {
        name: 'closed',
        story: 'Nobody listens',
        expect: { 'endpoint/unanswered': 'error' },
        plays: { kind: 'closed' },
    },
];

;// CONCATENATED MODULE: ./build/terminal/lab/lab.js





/** Opens the lab, its certificates dated around the instant. Whatever is open is closed again should one part fail. */
async function startLab(now) {
    const stage = stageAt(now);
    const listening = [];
    const servers = [];
    const renewals = new Map();
    const close = async () => {
        await Promise.all(listening.map((server) => server.close()));
    };
    try {
        for (const part of roster) {
            const opened = await lab_open(part, stage, (renew) => renewals.set(part.name, renew));
            listening.push(opened);
            servers.push(labServer(part, opened.port));
        }
    }
    catch (thrown) {
        await close();
        throw thrown;
    }
    const file = expiringFile(stage);
    const caPem = stage.issuers.root.certificatePem;
    const rotate = () => {
        for (const renew of renewals.values())
            renew();
        return [...renewals.keys()];
    };
    return { servers, file, configYaml: labConfig(servers, file), caPem, rotate, close };
}
function stageAt(now) {
    const issuers = authorities(now);
    return { issuers, leaf: leafMinter(now, issuers) };
}
function labServer(part, port) {
    const { plays, ...told } = part;
    const starttls = plays.kind === 'tls' ? (plays.starttls ?? null) : null;
    return { ...told, domain: domainOf(part), port, starttls, silent: plays.kind === 'silent' };
}
/** A name that DNS never knows (RFC 6761 §6.5). */
function domainOf({ name }) {
    return `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.lab.example`;
}
async function lab_open(part, stage, onRotation) {
    const { plays } = part;
    switch (plays.kind) {
        case 'tls': {
            const domain = domainOf(part);
            const { begin, replace } = tls(tlsOptions(plays, domain, stage));
            const { renewal } = plays;
            if (renewal !== undefined)
                onRotation(() => replace(tlsOptions({ ...plays, leaves: renewal }, domain, stage)));
            return listen(plays.starttls === 'smtp' ? smtp(domain, begin) : begin);
        }
        case 'silent':
            return listen(silence);
        case 'http':
            return listen(http);
        case 'closed':
            return listen_closed();
    }
}
/** No `ca` in here: OpenSSL would take from it what a chain leaves out. */
function tlsOptions(role, domain, { issuers, leaf }) {
    const { leaves = [{}], sends = ['intermediate'], versions = ['TLSv1.2', 'TLSv1.3'] } = role;
    const suites = role.suites ?? (versions[0] < 'TLSv1.2' ? external_node_tls_.DEFAULT_CIPHERS : soundSuites);
    const minted = leaves.map((recipe) => leaf(recipe, domain));
    const above = sends.map((name) => issuers[name].certificatePem).join('');
    return {
        cert: minted.map(({ certificatePem }) => certificatePem + above),
        key: minted.map(({ keyPem }) => keyPem),
        minVersion: versions[0],
        maxVersion: versions[1],
        // Above level 0 OpenSSL does not serve weak keys, SHA-1 or TLS 1.0.
        ciphers: `${tls13Suites}:${suites}:@SECLEVEL=0`,
        honorCipherOrder: role.clientPicks !== true,
        ...(role.groups === undefined ? {} : { ecdhCurve: role.groups }),
        ...(role.finiteField === true ? { dhparam: 'auto' } : {}),
        requestCert: role.demandsClientCertificate ?? false,
    };
}
const soundSuites = 'ECDHE+AESGCM:ECDHE+CHACHA20';
const tls13Suites = 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256';
function expiringFile({ leaf }) {
    return {
        name: 'signing certificate',
        story: 'A file of the repository, with 15 of its 90 days left',
        expect: { 'certificate/expiry': 'warning' },
        path: 'signing.pem',
        pem: leaf({ daysLeft: 15.5 }, 'signing.lab.example').certificatePem,
    };
}

;// CONCATENATED MODULE: ./build/terminal/demo.js






/**
 * Checks a lab of servers on this machine as `check` would check any others, lets one of them renew its certificate
 * and checks again. Answers 0 when the checks ran, since their findings are the point, 3 when one failed, and the
 * code of a signal that ended it. Throws when the lab cannot be opened or the folder not be written.
 */
async function demo({ folder, now, check, print }) {
    const lab = await startLab(now);
    try {
        const configPath = (0,external_node_path_.join)(folder, 'certificates.yml');
        await (0,whole_file/* writeWhole */.f8)((0,external_node_path_.join)(folder, caFile), [lab.caPem]);
        await (0,whole_file/* writeWhole */.f8)((0,external_node_path_.join)(folder, lab.file.path), [lab.file.pem]);
        await (0,whole_file/* writeWhole */.f8)(configPath, [lab.configYaml]);
        print(`A lab of ${lab.servers.length} servers, good and bad, is open here; ${configPath} watches it.`);
        const first = await check(configPath, 'briefly');
        if (!ran(first))
            return failed(first);
        print(`Now ${(0,model_text/* listed */.KE)(lab.rotate())} gets a new certificate, and the lab is checked again.`);
        const second = await check(configPath, 'in full');
        if (!ran(second))
            return failed(second);
        print('To look at a host of yours in depth: npx certificate-monitor check example.com');
        return outcome/* exitCodes */.h.fine;
    }
    finally {
        await lab.close();
    }
}
function ran(code) {
    return code === outcome/* exitCodes */.h.fine || code === outcome/* exitCodes */.h.findings;
}
function failed(code) {
    return code === outcome/* exitCodes */.h.interrupted || code === outcome/* exitCodes */.h.terminated ? code : outcome/* exitCodes */.h.bug;
}

// EXTERNAL MODULE: ./build/terminal/run-check.js + 8 modules
var run_check = __webpack_require__(74864);
;// CONCATENATED MODULE: ./build/terminal/run-demo.js





/** `demo`: the same check as any other, of a lab that lives as long as the checks; its history begins anew. */
async function runDemo(reports) {
    const folder = (0,external_node_path_.join)(reports, 'lab');
    const history = (0,external_node_path_.join)(folder, 'history');
    await (0,promises_.rm)(history, { recursive: true, force: true });
    return demo({
        folder,
        now: new Date(),
        check: async (config, how) => {
            const brief = how === 'briefly' ? ['--quiet'] : [];
            const places = ['--config', config, '--report', reports, '--history', history];
            const command = (0,terminal_arguments/* parseArguments */.We)(['check', ...places, '--no-notify', ...brief]);
            if (command.kind !== 'check')
                throw new TypeError('check was parsed as something else');
            return (0,run_check.runCheck)(command);
        },
        print: (line) => process.stdout.write(`${line}\n\n`),
    });
}


/***/ })

};
