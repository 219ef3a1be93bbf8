export const id = 888;
export const ids = [888];
export const modules = {

/***/ 49445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** What people write who know other tools, and what we call it. */
const synonyms = {
    hosts: 'domains',
    targets: 'domains',
    endpoints: 'domains',
    urls: 'domains',
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


/***/ }),

/***/ 36939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ statusOf),
/* harmony export */   g: () => (/* binding */ severities)
/* harmony export */ });
const severities = ['error', 'warning', 'notice'];
/** The worst severity that is not waived; a notice leaves the endpoint healthy. */
function statusOf(findings) {
    const counted = findings.filter((finding) => finding.waivedUntil === null);
    if (counted.some((finding) => finding.severity === 'error'))
        return 'error';
    return counted.some((finding) => finding.severity === 'warning') ? 'warning' : 'success';
}


/***/ }),

/***/ 2397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ inquiryAnswers),
/* harmony export */   j: () => (/* binding */ inquiryMayHide)
/* harmony export */ });
/* harmony import */ var _transparency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52178);

/** What others than the server have to say before a rule can be silent for good. */
const wanted = {
    'certificate/revoked': ({ revocation: { checks } }, met) => checks.filter(({ certificate }) => met.has(certificate.sha256)).map(({ answer }) => answer),
    'certificate/must-staple': aboutLeaf(({ revocation: { staple } }) => [staple]),
    'revocation/stapling': aboutLeaf(({ revocation: { staple } }) => [staple]),
    'transparency/missing': aboutLeaf(sctWays),
    'transparency/invalid': aboutLeaf((delivery) => [...sctWays(delivery), ...listsNeeded(delivery)]),
    'transparency/policy': aboutLeaf((delivery) => [...sctWays(delivery), ...logLists(delivery)]),
    'transparency/unlogged': aboutLeaf(({ logged }) => [logged]),
    'transparency/undeployed': aboutLeaf(({ logged }) => [logged]),
    'transparency/unexpected': ({ logged, caa }) => [logged, ...caa.map(({ answer }) => answer)],
    'renewal/overdue': aboutLeaf(({ renewal }) => [renewal]),
    'renewal/requested': aboutLeaf(({ renewal }) => [renewal]),
    'dns/caa': ({ caa }) => caa.map(({ answer }) => answer),
    'dns/dane': ({ dane }) => [dane],
};
/** A new certificate cannot have the troubles that were found of an old one. */
function aboutLeaf(answers) {
    return (delivery, met) => (met.has(delivery.leaf.sha256) ? answers(delivery) : []);
}
function sctWays({ transparency: { scts } }) {
    return [scts.embedded, scts.tls, scts.ocsp];
}
function logLists({ transparency: { lists } }) {
    return [lists.chrome, lists.apple];
}
/** Where every signature could be verified, no list is missed. */
function listsNeeded(delivery) {
    return (0,_transparency_js__WEBPACK_IMPORTED_MODULE_0__/* .sctsOf */ .hZ)(delivery.transparency).some(({ signed }) => signed === null) ? logLists(delivery) : [];
}
/**
 * Whether a finding that this run did not make may still be so, because a CA, a list or a DNS server that was asked
 * did not tell. A question that our own settings leave out hides nothing.
 */
function inquiryMayHide(rule, { observation: { deliveries }, comparison: { before } }) {
    const answers = wanted[rule];
    if (answers === undefined || !deliveries.known)
        return false;
    const met = new Set([
        ...(before?.certificates ?? []).map(({ sha256 }) => sha256),
        ...(before?.lastAnswer?.chain ?? []),
    ]);
    return deliveries.value
        .flatMap((delivery) => answers(delivery, met))
        .some((answer) => !answer.known && answer.reason !== 'not-asked');
}
/** Every answer about a delivery that came from others than the handshake itself. */
function inquiryAnswers(delivery) {
    const { staple, revocation, renewal, logged, caa, dane } = delivery;
    const answers = [...revocation.checks, ...caa].map(({ answer }) => answer);
    return [
        ...answers,
        ...sctWays(delivery),
        ...logLists(delivery),
        revocation.staple,
        staple,
        renewal,
        logged,
        dane,
    ];
}


/***/ }),

/***/ 69688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ shownLimits),
/* harmony export */   H4: () => (/* binding */ historyLimits),
/* harmony export */   Ix: () => (/* binding */ dnsLimits),
/* harmony export */   eT: () => (/* binding */ serverLimits),
/* harmony export */   ec: () => (/* binding */ certificateLimits),
/* harmony export */   ic: () => (/* binding */ timeLimits),
/* harmony export */   kw: () => (/* binding */ inquiryLimits),
/* harmony export */   ni: () => (/* binding */ shardLimits),
/* harmony export */   vi: () => (/* binding */ fileLimits),
/* harmony export */   zy: () => (/* binding */ configLimits)
/* harmony export */ });
/**
 * Every limit that protects a run, or whoever reads what it says: of what comes from outside, or grows with what is
 * watched. A name ends with its unit, `…Bytes`, `…Ms` or `…Characters`; everything else is counted. LIMITS.md is made of
 * this file. Where a limit is met, that is said: the rest is unknown, refused, or counted (`and 12 more`).
 *
 * Not here: what rules measure by (2,048 bits), and how many lines a page shows.
 */
/** What a server may do to one endpoint */
const serverLimits = {
    /** A line before TLS, its end included. RFC 5321 §4.5.3.1.5 grants 512; IMAP's list of capabilities needs more */
    lineBytes: 8192,
    /** All that is said before TLS. Long banners and lists of capabilities stay below 8 KiB */
    dialogueBytes: 65_536,
    /** Lines before TLS: banners of a hundred exist */
    dialogueLines: 200,
    /** A proxy that says more than this before the empty line is none */
    proxyHeadBytes: 16_384,
    /** One protected TLS record: RFC 5246 §6.2.3 grants 2,048 octets over the plain 2^14, TLS 1.3 only 256 */
    recordBytes: 18_432,
    /** All that comes over one connection of a scan, and the longest handshake message in it. OpenSSL, which makes the other handshakes, ends them at a tenth of it */
    connectionBytes: 1_048_576,
    /** Certificates of one chain that are read; GnuTLS takes 16, OpenSSL what fits into 100 kB. That there are more is told as `certificate/malformed` */
    chainCertificates: 100,
    /** How long a server may take to hang up after us */
    lingerMs: 1000,
    /** Timeouts that one address may cost for each try that the config allows */
    timeoutsPerTry: 3,
    /** Connections of one scan. No real server accepts so much; one that says yes to everything is not asked for ever */
    scanConnections: 300,
    /** Different chains that one scan keeps. A host behind which more servers stand than that is told as not scanned */
    scanChains: 64,
    /** All of these chains together */
    scanChainBytes: 8_388_608,
    /** Timeouts in a row after which a scan ends */
    scanTimeouts: 2,
    /** Connections in a row that do not come through, each tried twice, after which a scan ends */
    scanFailures: 4,
    /** The time of a whole scan, in timeouts of one conversation: side by side it takes a quarter of that */
    scanConversations: 20,
    /** The head of any HTTP answer but the next */
    httpHeadBytes: 16_384,
    /** The head of the HTTPS answer that a scan looks at, interim answers included */
    httpsHeadBytes: 65_536,
    /** Characters of its Strict-Transport-Security field; the real ones have below 100 */
    hstsCharacters: 1000,
};
/** How far a certificate is read */
const certificateLimits = {
    /** As much as a whole connection may bring */
    certificateBytes: 1_048_576,
    /** All certificates of a run: 100,000 endpoints with one of 2,000 octets each have less, for issuers are shared */
    allBytes: 536_870_912,
    /** Nesting of DER; real certificates have some 12 levels, PKCS#12 some 20 */
    levels: 100,
    /** An object identifier; the real ones have some 20 octets, and the arithmetic grows with the square */
    oidBytes: 128,
    /** A modulus or an exponent: OpenSSL takes no longer one, and decimals take time that grows faster than the number */
    exponentBytes: 2048,
    /** SCTs of one list; real ones hold two to six */
    scts: 100,
    /** Problems after which a certificate counts as unreadable */
    problems: 1000,
    /** Problems of one certificate that are told in words */
    problemSentences: 20,
    /** Certificates of a path. Longer ones do not exist in practice; hostile ones could be endless */
    pathCertificates: 10,
    /** Signatures looked at to find a path. Cross-signs make a few paths, a hostile tangle thousands */
    pathSteps: 200,
    /** Names compared with name constraints, each with each, for one issuer: OpenSSL has the same limit */
    nameConstraintChecks: 1_048_576,
    /** Paths kept of those found, the ones that hold longest */
    paths: 8,
};
/** Files of certificates and keys, whoever made them */
const fileLimits = {
    /** A file that a config names: certificate, key or bundle. Every root of every store together is below 1 MB */
    fileBytes: 4_194_304,
    /** PEM as text */
    pemBytes: 4_194_304,
    /** Blocks of one PEM file, private keys and others included */
    pemBlocks: 10_000,
    /** A line that begins or ends a PEM block */
    pemBoundaryBytes: 128,
    /** Certificates of one file. All stores of roots together have fewer; in a bundle without order each is judged beside all others, which takes 3 s for so many */
    certificates: 2000,
    /** PKCS#7 and DER: one of its values takes some hundred times the memory of its two octets */
    containerBytes: 1_048_576,
    /** PKCS#12 */
    pkcs12Bytes: 1_048_576,
    /** RC2 in it: node-forge decrypts so much in 0.1 s, but its time grows with the square, to 48 s for 1 MB */
    rc2Bytes: 131_072,
    /** Rounds of key derivation for all keys of a file: node-forge blocks everything for 0.2 to 1.4 s per 100,000. OpenSSL and Windows write some 2,000 a key, Java up to 100,000; for the 600,000 of GnuTLS and Firefox the message says how to write the file anew */
    pkcs12Iterations: 250_000,
};
/** DNS */
const dnsLimits = {
    /** Records of an answer. More than anybody publishes; what is left out could be the one that counts, so that such a set is no answer */
    records: 200,
    /** Resolvers of the system that are tried */
    servers: 3,
    /** Tries over UDP for each */
    tries: 2,
    /** One question, all tries together */
    questionMs: 10_000,
    /** Addresses tried under `addresses: first`: where so many are closed, no further one helps */
    addressesTried: 32,
    /** Addresses watched under `addresses: all`; with more the endpoint is not observed, for none may be left out in silence */
    addressesWatched: 256,
    /** Names of one certificate whose CAA is looked up: a renewal fails by the first that is forbidden */
    caaNames: 20,
    /** The deepest name that anybody climbs from */
    caaLabels: 12,
};
/** What is fetched from addresses that certificates, lists and redirects name */
const inquiryLimits = {
    /** Redirects followed, each looked at like the first address */
    redirects: 3,
    /** Addresses of one host that are tried */
    addresses: 3,
    /** Requests at one time, in all */
    atOnce: 16,
    /** Requests at one time, to one host */
    perHost: 2,
    /** Silences in a row after which a host is asked no more: a dead CA costs one wait and not a thousand */
    silences: 3,
    /** One request, redirects included */
    requestMs: 15_000,
    /** One CRL: large ones take longer */
    crlMs: 30_000,
    /** All CRLs of a run, which stay in memory; what is not fetched for that is told as `revocation/unavailable` */
    allCrlBytes: 536_870_912,
    /** Addresses of one certificate that its CRLs, and its OCSP responders, are sought at; more are no help */
    revocationUrls: 4,
    /** An OCSP answer; with its responder's certificate it has some 2,000 */
    ocspBytes: 65_536,
    /** Certificates in it that may be its responder's */
    ocspCertificates: 10,
    /** What stands under "CA Issuers"; the real ones have below 10,000 */
    issuerBytes: 131_072,
    /** Certificates in it */
    issuers: 50,
    /** Issuers fetched to complete a chain. One that lacks more is no slip of an administrator's */
    issuerSteps: 3,
    /** Addresses of one certificate tried for its issuer */
    issuerUrls: 2,
    /** An ACME directory, or renewal information; the real ones have below 2,000 */
    ariBytes: 65_536,
    /** Characters of an address in it */
    ariUrlCharacters: 2000,
    /** Characters of a time in it */
    ariTimeCharacters: 40,
    /** A list of Certificate Transparency logs; the real ones have some 200,000 */
    logListBytes: 4_194_304,
    /** Its signature */
    logListSignatureBytes: 4096,
    /** Operators in it; the real ones hold some 60 */
    logListOperators: 1000,
    /** Logs in it; the real ones hold some 250 */
    logs: 5000,
    /** Characters of a text in it */
    logListCharacters: 200,
    /** Characters of a key in it */
    logKeyCharacters: 1000,
    /** What crt.sh answers: large domains have tens of thousands of certificates */
    searchBytes: 10_000_000,
    /** Certificates in it */
    searchRows: 20_000,
    /** Certificates that all searches of a run find together */
    allSearchRows: 400_000,
    /** Characters of a text in it: all names of a certificate */
    searchCharacters: 100_000,
    /** Certificates, and names, that are kept of it for one endpoint */
    searchKept: 200,
    /** Domains in a row for which the search failed, after which it is asked no more */
    searchFailures: 3,
    /** One search: the service is slow and often down */
    searchMs: 30_000,
    /** All searches of a run: others are waiting */
    allSearchesMs: 600_000,
    /** How long a fetched answer is kept that nobody wrote anew: 30 days */
    unusedMs: 2_592_000_000,
};
/** The config */
const configLimits = {
    /** The file */
    configBytes: 4_194_304,
    /** Words and signs: room for 10,000 targets with every key, and a bound on time and memory */
    tokens: 1_500_000,
    /** Values, those inside aliases counted each time */
    nodes: 1_000_000,
    /** Aliases, those inside aliases counted */
    aliases: 100,
    /** Nesting */
    levels: 100,
    /** Entries under `domains` */
    targets: 100_000,
    /** Waivers: each is compared with every target */
    waivers: 1000,
    /** Webhooks: each may take a minute */
    webhooks: 50,
    /** Recipients of mails: RFC 5321 §4.5.3.1.8 has every server take as many */
    recipients: 100,
    /** Entries of any other list, and keys of any mapping: nobody writes as many */
    entries: 1000,
    /** Complaints after which reading ends */
    complaints: 100,
    /** Mistakes of its YAML after which reading ends */
    stumbles: 1000,
    /** Unknown keys that one mapping is blamed for */
    unknownKeys: 50,
    /** Files that a config at the base may name: each is a request */
    filesAtBase: 100,
};
/** What comes back from a cache or an artifact */
const historyLimits = {
    /** One file. A memory of a thousand certificates with a hundred names each has less */
    fileBytes: 16_777_216,
    /** Files: ample for 10,000 endpoints with what was fetched for them */
    files: 25_000,
    /** All files together: no more than a runner bears */
    totalBytes: 536_870_912,
    /** One fetched CRL or list that is kept; larger ones are fetched again */
    fetchedBytes: 33_554_432,
    /** An old artifact, as it is packed */
    archiveBytes: 134_217_728,
    /** Earlier runs whose artifacts are looked at */
    runs: 30,
    /** Pages of a hundred artifacts: a week of pull requests' reports must not hide the schedule's own */
    artifactPages: 10,
    /** Old artifacts that are downloaded */
    downloads: 5,
    /** Characters of a text in a memory */
    characters: 1000,
    /** Characters of an endpoint's id */
    idCharacters: 8192,
    /** Characters of what an issue is about */
    keyCharacters: 8300,
    /** Characters of a name: RFC 1035 §2.3.4 */
    nameCharacters: 253,
    /** Names of a certificate that are read; as many are remembered, and with more nobody can tell which ones are new */
    names: 1000,
    /** Certificates of a chain that are read */
    chain: 100,
    /** Certificates of a chain that are remembered: no client follows one that far */
    chainKept: 50,
    /** Cipher suites that are read */
    suites: 1000,
    /** Entries of every other list that are read */
    entries: 1000,
    /** Periods of one status that are remembered */
    statesKept: 200,
    /** Channels whose messages are remembered: more than anybody configures */
    channels: 100,
    /** Issuers that are remembered of a search of the logs */
    issuersKept: 100,
};
/** What the jobs of a fleet hand to the one that concludes */
const shardLimits = {
    /** A file as it lies there: ample for 50,000 endpoints */
    compressedBytes: 268_435_456,
    /** What comes out of it */
    plainBytes: 1_073_741_824,
    /** A line: a server's flight has 1 MiB at most, in base64, with all that is told beside it */
    lineBytes: 8_388_608,
    /** Endpoints in it */
    observations: 100_000,
    /** Certificates in it */
    certificates: 500_000,
    /** Jobs: GitHub's limit for a matrix */
    shards: 256,
    /** Jobs where nobody says how many: ample for 32,000 targets, and no more than an organisation runs at one time */
    automaticShards: 64,
};
/** How long we may keep anybody waiting */
const timeLimits = {
    /** A run: GitHub ends a job after six hours, and by then the report must have been written */
    runMs: 19_800_000,
    /** From Ctrl-C or SIGTERM to the end, whatever was about to be written */
    graceMs: 1900,
    /** GitHub's cache and artifacts: the toolkit would wait for minutes */
    serviceMs: 60_000,
    /** One request to GitHub's API */
    apiMs: 15_000,
    /** Tries of one request about an issue */
    apiTries: 3,
    /** All requests about issues of a run */
    issuesMs: 120_000,
    /** Pages of open issues that are read, of a hundred each; with more, nothing is opened, as nobody knows what is there */
    issuePages: 20,
    /** One try of a webhook, a mail or the heartbeat */
    deliveryMs: 10_000,
    /** Tries of a webhook or the heartbeat */
    deliveryTries: 3,
    /** All messages to one webhook */
    webhookMs: 60_000,
    /** All mails of a run */
    mailMs: 60_000,
    /** What a mail server may say */
    mailReplyBytes: 65_536,
    /** How long a mail server may take to hang up */
    mailClosingMs: 1000,
    /** The heartbeat */
    heartbeatMs: 30_000,
};
/** What is shown, so that a hostile or very large answer drowns nobody */
const shownLimits = {
    /** Characters of a foreign text within a sentence: its middle is left out */
    characters: 120,
    /** Characters of a name within a sentence */
    nameCharacters: 80,
    /** Characters of a remembered name of an issuer or a subject */
    rememberedCharacters: 200,
    /** Characters of an address within a sentence */
    urlCharacters: 300,
    /** Names of a certificate, on a page and as evidence; the JSON report holds all */
    alternativeNames: 20,
    /** Certificates, addresses or channels that one sentence names */
    named: 10,
    /** Entries of evidence beside it */
    evidence: 100,
    /** Entries of evidence that are whole texts */
    evidenceTexts: 20,
    /** Cipher suites that one sentence names: more than there are of any kind */
    suites: 200,
    /** The job summary: GitHub takes 1 MiB, and shows nothing at all of a larger one */
    summaryBytes: 1_000_000,
    /** Annotations of a level: GitHub shows ten and drops the rest without a word */
    annotations: 10,
    /** Characters of an annotation: the runner cuts a longer one without a word */
    annotationCharacters: 4096,
    /** SARIF results: GitHub takes so many of a run */
    sarifResults: 25_000,
    /** SARIF: GitHub takes 10 MB of gzip, and gzip makes nothing longer that is no longer than this */
    sarifBytes: 9_900_000,
    /** Rows of every sheet of the workbook but Certificates; the rest is in the JSON */
    sheetRows: 20_000,
    /** Rows of the sheet Certificates: the format ends at 1,048,576 */
    certificateRows: 1_000_000,
    /** Characters of a cell: far below the 32,767 it can hold, for a hostile chain fills no memory */
    cellCharacters: 2000,
    /** The table of an issue; GitHub takes 65,536 characters of all parts together */
    issueTableBytes: 16_000,
    /** What to do, in an issue */
    issueDoingBytes: 14_000,
    /** Each folded part of an issue */
    issueFoldedBytes: 5000,
    /** Owners, and runbooks, of an issue */
    issuePeopleBytes: 4000,
    /** Characters of the marker by which we know an issue again */
    issueMarkerCharacters: 12_000,
    /** Characters of an issue's title: GitHub takes 256 */
    issueTitleCharacters: 200,
    /** The endpoints of a comment */
    issueCommentBytes: 20_000,
    /** Slack takes 40,000 characters */
    slackBytes: 38_000,
    /** Teams refuses a card above 28 KB */
    teamsBytes: 27_000,
    /** The entries of a mail as text: a person reads no further */
    mailTextBytes: 60_000,
    /** The entries of a mail as HTML: Gmail cuts a mail off at 102 kB */
    mailHtmlBytes: 80_000,
    /** Findings of a generic webhook's message */
    webhookFindings: 50,
};


/***/ }),

/***/ 19777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ repositoryUrl),
/* harmony export */   Ud: () => (/* binding */ productVersion),
/* harmony export */   tZ: () => (/* binding */ productName)
/* harmony export */ });
/** What this program calls itself, and where it lives. */
const productName = 'certificate-monitor';
const productVersion = '1.0.0';
const repositoryUrl = 'https://github.com/certificate-monitor/certificate-monitor';


/***/ }),

/***/ 91140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ sameRunner),
/* harmony export */   Y: () => (/* binding */ runnerKey)
/* harmony export */ });
/** Whether two lists of labels name the same runner: order, capitals and repetition do not matter. */
function sameRunner(one, other) {
    return runnerKey(one) === runnerKey(other);
}
/** One text for all ways to write the labels of a runner. */
function runnerKey(labels) {
    return JSON.stringify([...new Set(labels.map((label) => label.toLowerCase()))].toSorted());
}


/***/ }),

/***/ 70271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   vI: () => (/* binding */ shortened),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69688);

/** Text from outside, short enough for a sentence: the middle of a very long one is left out. */
function shortened(text, most = _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .shownLimits */ .CV.characters) {
    if (text.length <= most)
        return text;
    const half = Math.floor((most - 1) / 2);
    return `${text.slice(0, half)}…${text.slice(-half)}`;
}
/** `1 certificate`, `3 certificates`; an irregular plural is given. */
function counted(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
/** A few of many: `a, b, c and 12 more`. */
function listed(items, most = 5) {
    const shown = items.slice(0, most).map((item) => shortened(item));
    const rest = items.length - shown.length;
    if (rest > 0)
        return `${shown.join(', ')} and ${rest} more`;
    return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}
/** What may be written, all of it: `a, b or c`. */
function oneOf(choices) {
    return choices.length > 1 ? `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}` : (choices[0] ?? '');
}


/***/ }),

/***/ 52178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kc: () => (/* binding */ operatorAt),
/* harmony export */   XK: () => (/* binding */ logStates),
/* harmony export */   Zj: () => (/* binding */ ctPrograms),
/* harmony export */   hZ: () => (/* binding */ sctsOf)
/* harmony export */ });
/** How far a log has come in a browser's programme, from application to the end. */
const logStates = ['pending', 'qualified', 'usable', 'readonly', 'retired', 'rejected'];
/** The browsers whose programmes have lists and policies of their own. */
const ctPrograms = ['chrome', 'apple'];
/** The SCTs that are known, whichever way they came. */
function sctsOf({ scts }) {
    return [scts.embedded, scts.tls, scts.ocsp].flatMap((answer) => (answer.known ? answer.value : []));
}
/** Who ran the log at an instant. */
function operatorAt(log, instant) {
    return log.previousOperators.find(({ until }) => instant < until)?.name ?? log.operator;
}


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ forMarkdown),
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   UE: () => (/* binding */ codeForMarkdown),
/* harmony export */   XL: () => (/* binding */ linkForMarkdown),
/* harmony export */   _5: () => (/* binding */ proseForMarkdown)
/* harmony export */ });
/**
 * Text from certificates, servers and configurations, made harmless for where it is going. Every renderer
 * of this room passes such text through here itself: nobody upstream is trusted to have done it.
 */
/** What a terminal may act on or hide: controls, format characters, other line ends, ignorable code points. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** One harmless line: what could act, reorder, break or hide becomes visible, `␛` or `<U+202E>`. */
function visible(text) {
    return text
        .toWellFormed()
        .replace(/\uFE0F/gu, '') // how an emoji is drawn, nothing else
        .replace(/\p{Zs}/gu, ' ')
        .replace(/(\p{M}{4})\p{M}+/gu, '$1') // towers of marks reach into other lines
        .replace(unseen, (character) => symbol(character.codePointAt(0) ?? 0));
}
/** Unicode has pictures for the C0 controls and DEL; the rest is named. */
function symbol(codePoint) {
    if (codePoint < 0x20)
        return String.fromCodePoint(0x2400 + codePoint);
    if (codePoint === 0x7f)
        return '\u2421';
    return `<U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}>`;
}
/**
 * Rendered text whose lines may end in a workflow's log, where `::` at the head of a line, after blanks,
 * and `##[` anywhere in it are commands to the runner: both are broken by a space.
 */
function withoutCommands(rendered) {
    return rendered.replace(/^(\s*):(?=:)/gmu, '$1: ').replaceAll('##[', '# #[');
}
/**
 * One line of plain text inside GitHub's Markdown, fit for a table cell too. Punctuation becomes character
 * references; what GitHub links after rendering (@mention, #reference, addresses) is parted by a zero-width space.
 */
function forMarkdown(text) {
    return visible(text)
        .replace(/@|#(?=\w)|\bGH-(?=\d)|\bwww(?=\.)|:(?=\/\/)|\bmailto:|\bxmpp:/giu, `$&\u200B`)
        .replace(/[&<>"'`|\\*_~[\]{}#!$^+=@]/gu, reference)
        .replace(/^\s*(?:-|\d+(?=[.)]))/u, (start) => start.replace(/[-\d]$/u, reference))
        .replaceAll('\u200B', '&#8203;');
}
/** A name or value as code in GitHub's Markdown: to be copied as it stands; GitHub mentions nobody from code. */
function codeForMarkdown(text) {
    const inert = /[^\p{L}\p{N} .,:;()%/-]|:(?=\/\/)|(?<=\bwww)\./giu;
    return `<code>${visible(text).replace(inert, reference)}</code>`;
}
/** Our own sentences, in which commands stand between backticks: those become code, the rest plain text. */
function proseForMarkdown(text) {
    const parts = text.split('`');
    if (parts.length % 2 === 0)
        return forMarkdown(text);
    return parts.map((part, index) => (index % 2 === 0 ? forMarkdown(part) : codeForMarkdown(part))).join('');
}
/** A link to where the user or this program points, never to where a stranger does; what is no web address stays text. */
function linkForMarkdown(address, words) {
    const { protocol, href } = URL.parse(address) ?? { protocol: '', href: '' };
    if (protocol !== 'https:' && protocol !== 'http:')
        return forMarkdown(words);
    const target = href.replace(/[^\w.~:/?#@!$*+,;=%&-]/gu, encodeURIComponent).replaceAll('&', '&amp;');
    return `[${forMarkdown(words)}](<${target}>)`;
}
function reference(character) {
    return `&#${character.codePointAt(0) ?? 0xfffd};`;
}


/***/ }),

/***/ 44247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ outcome),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36939);
/* harmony import */ var _model_inquiry_gaps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2397);
/* harmony import */ var _model_product_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19777);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70271);




/** Exit codes of the terminal; in a runner everything but `fine` fails the step. */
const exitCodes = {
    fine: 0,
    findings: 1,
    usage: 2,
    bug: 3,
    interrupted: 130,
    terminated: 143,
};
/** Findings at or above the limit fail the run with a sentence of count; our own bugs fail it whatever the limit. */
function outcome(report, failOn) {
    const bugs = report.assessments.filter(hitsBug).length;
    if (bugs > 0) {
        const sentence = `certificate-monitor itself failed on ${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bugs, 'endpoint')}. Please report it with the details in the report at ${_model_product_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryUrl */ .Ek}/issues`;
        return { code: exitCodes.bug, sentence };
    }
    const failing = failingStatuses(failOn);
    const endpoints = report.assessments.filter(({ status }) => failing.includes(status)).length;
    const run = failing.includes((0,_model_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c)(report.findings));
    if (endpoints === 0 && !run)
        return { code: exitCodes.fine, sentence: null };
    const subjects = [
        ...(endpoints > 0 ? [(0,_model_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(endpoints, 'endpoint')] : []),
        ...(run ? ['the run itself'] : []),
    ];
    const verb = endpoints > 1 || subjects.length > 1 ? 'have' : 'has';
    return {
        code: exitCodes.findings,
        sentence: `${subjects.join(' and ')} ${verb} findings at or above "${failOn}"`,
    };
}
function failingStatuses(failOn) {
    if (failOn === 'never')
        return [];
    return failOn === 'error' ? ['error'] : ['error', 'warning'];
}
function hitsBug({ observation }) {
    const answers = [
        observation.deliveries,
        ...observation.addresses.flatMap(({ leaf, otherLeaf }) => [leaf, otherLeaf]),
        ...(observation.deliveries.known ? observation.deliveries.value.flatMap(_model_inquiry_gaps_js__WEBPACK_IMPORTED_MODULE_1__/* .inquiryAnswers */ .b) : []),
        observation.tls,
        ...(observation.tls.known ? answersIn(observation.tls.value) : []),
    ];
    return answers.some((answer) => !answer.known && answer.reason === 'bug');
}
function answersIn({ versions, offers, alpn, features, probes, hsts }) {
    return [
        ...Object.values({ ...versions, ...features, ...probes }),
        ...offers.flatMap(({ suites, serverPreference, groups, signatureSchemes }) => [
            serverPreference,
            ...[suites, groups, signatureSchemes].flatMap(({ cut }) => cut ?? []),
        ]),
        alpn,
        hsts,
    ];
}


/***/ }),

/***/ 66909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ plan),
/* harmony export */   r: () => (/* binding */ parseShardNumber)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _model_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69688);
/* harmony import */ var _model_runner_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91140);



/** Reads `2/8`; `null` for what is no shard. */
function parseShardNumber(text) {
    const [shard = 0, of = 0] = (/^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? []).slice(1).map(Number);
    return shard === 0 || shard > of || of > _model_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .shardLimits */ .ni.shards ? null : { shard, of };
}
/** One job's worth of targets: some minutes of it. */
const targetsPerShard = 500;
/**
 * Splits targets into shards, by the runner that can reach them first, then by cost. Rendezvous hashing with bounded
 * load: a target that comes or goes moves few of the others, and no shard is much heavier than the rest. `wanted` 0
 * is one shard for every 500 targets. There are at least as many shards as kinds of runner, and never an empty one;
 * asked for as many as came out, it answers the same plan.
 */
function plan(targets, wanted) {
    const groups = groupsOf(targets);
    const automatic = groups.reduce((sum, { members }) => sum + Math.ceil(members.length / targetsPerShard), 0);
    const asked = wanted === 0 ? Math.min(automatic, _model_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .shardLimits */ .ni.automaticShards) : wanted;
    const count = Math.max(groups.length, Math.min(asked, targets.length));
    const shares = sharesOf(groups, count);
    return groups.flatMap((group, index) => shardsOf(group, shares[index] ?? 1));
}
/** What a target takes, in connections, roughly; a file takes time, too. */
function costOf(target) {
    if (target.kind === 'file')
        return 1;
    const looks = target.addresses === 'all' ? 6 : 2;
    return target.scan === 'tls' ? looks + connectionsOfScan : looks;
}
/** Every version is asked for its suites, one by one. */
const connectionsOfScan = 40;
/** Those that any runner reaches come first. */
function groupsOf(targets) {
    const byRunner = Map.groupBy(targets, ({ runner }) => (0,_model_runner_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .runnerKey */ .Y)(runner));
    const keys = [...byRunner.keys()].toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1));
    return keys.map((key) => {
        const found = byRunner.get(key) ?? [];
        const members = found.map(({ target }) => ({
            id: target.id,
            seed: seedOf(target.id),
            cost: costOf(target),
        }));
        const cost = members.reduce((sum, member) => sum + member.cost, 0);
        return { runner: found[0]?.runner ?? [], key, members, cost };
    });
}
/** One shard for each group, and each further one to the group whose shards are the heaviest (D'Hondt's method). */
function sharesOf(groups, count) {
    const shares = groups.map(() => 1);
    for (let given = groups.length; given < count; given++) {
        const loads = groups.map(({ cost, members }, index) => {
            const share = shares[index] ?? 1;
            return share < members.length ? cost / share : -1;
        });
        const heaviest = loads.indexOf(Math.max(...loads));
        shares[heaviest] = (shares[heaviest] ?? 0) + 1;
    }
    return shares;
}
function shardsOf({ runner, key, members }, share) {
    const bins = Array.from({ length: share }, (_, index) => {
        return { seed: seedOf(`${key} ${index}`), ids: new Set(), load: 0 };
    });
    // By hash: where a newcomer stands in the config must not matter.
    const queue = members.toSorted((one, other) => one.seed - other.seed || (one.id < other.id ? -1 : 1));
    const most = capacity(members, share);
    for (const member of queue)
        put(member, bins, most);
    fillEmpty(bins);
    return bins.map(({ ids }) => ({ runner, ids: members.flatMap(({ id }) => (ids.has(id) ? [id] : [])) }));
}
/** A quarter above the average, and rounded up coarsely: one target more seldom moves it. */
function capacity(members, share) {
    const average = members.reduce((sum, { cost }) => sum + cost, 0) / share;
    const step = 1.1;
    return step ** Math.ceil(Math.log(average * 1.25) / Math.log(step));
}
/** Into the shard that ranks highest for this target and has room; where none has, into the lightest. */
function put({ id, seed, cost }, bins, most) {
    let best;
    let highest = -1;
    for (const bin of bins) {
        const score = mixed(seed ^ bin.seed);
        if (bin.load + cost > most || score <= highest)
            continue;
        best = bin;
        highest = score;
    }
    best ??= lightest(bins);
    best.ids.add(id);
    best.load += cost;
}
function lightest(bins) {
    return bins.reduce((a, b) => (b.load < a.load ? b : a));
}
/** A job that has nothing to do is none: with few targets, chance leaves a shard empty. */
function fillEmpty(bins) {
    for (const empty of bins.filter(({ ids }) => ids.size === 0)) {
        const fullest = bins.reduce((a, b) => (b.ids.size > a.ids.size ? b : a));
        const [id] = fullest.ids;
        if (id === undefined)
            continue;
        fullest.ids.delete(id);
        empty.ids.add(id);
    }
}
function seedOf(text) {
    return Number.parseInt((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', text).slice(0, 8), 16);
}
/** The finalizer of MurmurHash3: every bit of the input moves half of the output's. */
function mixed(bits) {
    let value = bits;
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) >>> 0;
}


/***/ })

};
