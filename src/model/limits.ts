/**
 * Every limit that protects a run, or whoever reads what it says: of what comes from outside, or grows with what is
 * watched. A name ends with its unit, `…Bytes`, `…Ms` or `…Characters`; everything else is counted. LIMITS.md is made of
 * this file. Where a limit is met, that is said: the rest is unknown, refused, or counted (`and 12 more`).
 *
 * Not here: what rules measure by (2,048 bits), and how many lines a page shows.
 */

/** What a server may do to one endpoint */
export const serverLimits = {
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
} as const

/** How far a certificate is read */
export const certificateLimits = {
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
} as const

/** Files of certificates and keys, whoever made them */
export const fileLimits = {
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
} as const

/** DNS */
export const dnsLimits = {
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
} as const

/** What is fetched from addresses that certificates, lists and redirects name */
export const inquiryLimits = {
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
} as const

/** The config */
export const configLimits = {
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
} as const

/** What comes back from a cache or an artifact */
export const historyLimits = {
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
} as const

/** What the jobs of a fleet hand to the one that concludes */
export const shardLimits = {
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
} as const

/** How long we may keep anybody waiting */
export const timeLimits = {
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
} as const

/** What is shown, so that a hostile or very large answer drowns nobody */
export const shownLimits = {
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
} as const
