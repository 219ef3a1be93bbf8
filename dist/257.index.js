export const id = 257;
export const ids = [257];
export const modules = {

/***/ 89249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ parseHostText)
/* harmony export */ });
/* harmony import */ var _model_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6974);
/* harmony import */ var _model_hostname_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28445);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70271);



/** Reads `host`, `host:port`, `[address]:port` or an https URL, whose path is left aside. */
function parseHostText(written) {
    const text = written.trim();
    const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/i.exec(text) ?? [];
    if (scheme !== undefined && scheme.toLowerCase() !== 'https')
        return wrong(written, `begins with "${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(scheme, 20)}://".`, 'Write the host alone, and "starttls" or "port" beside it.');
    const https = scheme !== undefined;
    const place = https ? rest.replace(/[/?#].*$/s, '') : text;
    const address = (0,_model_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAddress */ .or)(place);
    if (address !== undefined)
        return { written, host: address, port: null, https };
    const [, name = place, digits] = /^(.*):(\d*)$/s.exec(place) ?? [];
    const port = digits === undefined ? null : Number(digits);
    if (port !== null && (digits === '' || port < 1 || port > 65_535))
        return wrong(written, 'has no port from 1 to 65535 after the colon.', 'Write host:port, as in example.com:8443.');
    const bracketed = name.startsWith('[') || !name.includes(':');
    const host = bracketed ? ((0,_model_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAddress */ .or)(name) ?? (0,_model_hostname_js__WEBPACK_IMPORTED_MODULE_2__/* .parseHostname */ .P)(name)) : undefined;
    if (host === undefined)
        return wrong(written, 'is not a host.', advice(place));
    return { written, host, port, https };
}
function wrong(written, message, remedy) {
    return { message: `${JSON.stringify((0,_model_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(written))} ${message}`, remedy };
}
function advice(place) {
    if (place.includes('*'))
        return 'A pattern cannot be connected to: write a host that serves the certificate.';
    if (place.includes('@'))
        return 'Leave the user name out: write host or host:port.';
    if (place.includes('/'))
        return 'Leave the path out, or write https:// before it.';
    if (place.includes(',') || /\s/.test(place))
        return 'Write one host per entry.';
    if (place.split(':').length > 2)
        return 'Write an IPv6 address with a port as [2001:db8::1]:443.';
    return 'Write example.com, example.com:8443, [2001:db8::1]:443 or https://example.com:8443/path.';
}


/***/ }),

/***/ 2257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   configSchema: () => (/* binding */ configSchema),
/* harmony export */   settingsAt: () => (/* binding */ settingsAt)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98439);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96715);


/** The JSON Schema (2020-12) of a config, with descriptions for editors, from the schema that parses it. */
function configSchema() {
    const schema = plainSchema();
    schema.title = 'Configuration of certificate-monitor';
    return schema;
}
// Made once: thousands of domains may each hold an unknown key.
let whole;
/** The keys that the schema allows in the mapping at the path; empty where it holds none. */
function settingsAt(path) {
    whole ??= plainSchema();
    let schemas = [whole];
    for (const step of path) {
        const below = schemas.map((schema) => typeof step === 'number' ? schema.items : schema.properties?.[step]);
        schemas = below.flatMap((schema) => (schema === undefined ? [] : [schema].concat(schema.anyOf ?? [])));
    }
    return schemas.flatMap(({ properties }) => Object.keys(properties ?? {}));
}
function plainSchema() {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .toJSONSchema */ .bl(_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .configFileSchema */ .c, { io: 'input' });
}


/***/ }),

/***/ 96715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ configFileSchema),
  s: () => (/* binding */ readSettings)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/model/finding.js
var finding = __webpack_require__(36939);
// EXTERNAL MODULE: ./build/model/rule-id.js
var rule_id = __webpack_require__(78098);
// EXTERNAL MODULE: ./build/model/target.js
var target = __webpack_require__(30677);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./build/model/address.js
var address = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/model/hostname.js
var hostname = __webpack_require__(28445);
// EXTERNAL MODULE: ./build/config/host-text.js
var host_text = __webpack_require__(89249);
;// CONCATENATED MODULE: ./build/config/values.js




// The message of each schema is what should stand there: a noun that follows "Write". Where whole sentences
// say it better, a custom issue carries them as its params.
function whole(least, most) {
    const say = `a whole number from ${least} to ${most}`;
    return schemas/* int */.Whr(say).min(least, say).max(most, say);
}
function number(least, most) {
    const say = `a number from ${least} to ${most}`;
    return schemas/* number */.aig(say).min(least, say).max(most, say);
}
function flag() {
    return schemas/* boolean */.zMY('true or false');
}
function oneOf(...values) {
    return schemas/* enum */.k5n(values, `one of ${values.join(', ')}`);
}
/** A text of one line, without anything that could act in a terminal or a log. */
function line(say = 'a text', most = 500) {
    return schemas/* string */.YjP(say)
        .min(1, say)
        .max(most, `${say} of at most ${most} characters`)
        .regex(/^\P{Cc}*$/u, `${say} of one line`);
}
/** A text in which `${NAME}` is replaced; what comes out is examined where it is used. */
function secret(say) {
    return schemas/* string */.YjP(say);
}
function list(item, example) {
    return schemas/* array */.YOg(item, `a list, as in ${example}`);
}
function days() {
    return schemas/* union */.KCZ([schemas/* number */.aig().min(0).max(36_500), schemas/* literal */.euz('auto')], 'a number of days from 0 to 36500, or auto');
}
function url() {
    const say = 'an address that begins with https:// or http://';
    return line(say, 2000).refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), say);
}
/** A host in any of its written forms. */
function hostText() {
    return schemas/* string */.YjP('a host, as in example.com').transform((text, context) => {
        const read = (0,host_text/* parseHostText */.V)(text);
        if ('host' in read)
            return read;
        context.addIssue({ code: 'custom', params: { ...read } });
        return core/* NEVER */.tm;
    });
}
function servername() {
    return schemas/* string */.YjP('a host name').transform((text, context) => {
        const name = (0,hostname/* parseHostname */.P)(text);
        if (name !== undefined)
            return name;
        context.addIssue((0,address/* parseAddress */.or)(text) === undefined
            ? { code: 'custom', message: 'a host name' }
            : {
                code: 'custom',
                params: {
                    message: 'An address cannot be a servername (RFC 6066 §3).',
                    remedy: 'Write a host name, or leave the key out.',
                },
            });
        return core/* NEVER */.tm;
    });
}
function values_address() {
    const say = 'an IPv4 or IPv6 address, as in 192.0.2.10';
    return schemas/* string */.YjP(say).transform((text, context) => {
        const read = (0,address/* parseAddress */.or)(text);
        if (read !== undefined)
            return read;
        context.addIssue({ code: 'custom', message: say });
        return core/* NEVER */.tm;
    });
}
const dnsPort = 53;
/** An address, and perhaps a port after a colon; around IPv6 brackets then. */
function resolverPlace() {
    const say = 'an address, as in 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353';
    return schemas/* string */.YjP(say).transform((text, context) => {
        const alone = (0,address/* parseAddress */.or)(text);
        if (alone !== undefined)
            return { address: alone, port: dnsPort };
        const [, host = '', digits = ''] = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/.exec(text) ?? [];
        const [read, port] = [(0,address/* parseAddress */.or)(host), Number(digits)];
        if (read !== undefined && port >= 1 && port <= 65_535)
            return { address: read, port };
        context.addIssue({ code: 'custom', message: say });
        return core/* NEVER */.tm;
    });
}
/** The base64 of a SHA-256 digest: 32 octets. */
function pin() {
    const say = 'the base64 of a SHA-256 digest: 44 characters, the last one "="';
    return schemas/* string */.YjP(say).regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, say);
}
/** A calendar day, read as its first instant in UTC. */
function day() {
    return iso/* date */.p6('a date, as in 2027-03-31').transform((text) => new Date(`${text}T00:00:00Z`));
}

;// CONCATENATED MODULE: ./build/config/domain-schema.js



const common = {
    port: whole(1, 65_535).describe("TCP port (443; with starttls the protocol's own)").optional(),
    warning_days: days()
        .describe('Days before the end at which a warning begins; auto: a quarter of the lifetime, at most 30')
        .optional(),
    critical_days: days()
        .describe('Days before the end at which the warning becomes an error; auto: a tenth of the lifetime, at most 14')
        .optional(),
    timeout: number(0.1, 600).describe('Seconds for one connection, STARTTLS included (10)').optional(),
    retries: whole(0, 10).describe('How often a host that does not answer is asked again (2)').optional(),
    scan: oneOf('certificate', 'tls')
        .describe('certificate: what one handshake shows; tls: every version and cipher suite, too (tls)')
        .optional(),
    probes: flag().describe('With scan: tls, also the active vulnerability probes (false)').optional(),
    check_chain: flag().describe('false silences the rules about chain and trust (true)').optional(),
    verify_hostname: flag().describe('false silences certificate/hostname (true)').optional(),
    addresses: oneOf('first', 'all')
        .describe('first: the first address that answers; all: every address of the name (first)')
        .optional(),
    ip_version: schemas/* literal */.euz(['any', 4, 6], 'any, 4 or 6').describe('Which addresses are asked (any)').optional(),
};
const path = 'the path of a file, relative to this one';
const trust = schemas/* strictObject */.rej({
    ca_files: list(schemas/* string */.YjP(path), '[ca.pem]')
        .describe('PEM or DER files with your own trust anchors')
        .optional(),
    public: flag().describe('Whether public roots count, too (true)').optional(),
}, 'settings, as in { ca_files: [ca.pem] }');
const clientCertificate = schemas/* strictObject */.rej({
    cert: secret(path).describe('PEM file of the certificate, chain included').optional(),
    key: secret(path).describe('PEM file of its key').optional(),
    pfx: secret(path).describe('PKCS#12 file, in place of cert and key').optional(),
    passphrase: secret('a text, as in ${PASSPHRASE}')
        .describe('Opens the key or the PKCS#12 file')
        .optional(),
}, 'settings, as in { cert: client.pem, key: client.key }');
const expect = schemas/* strictObject */.rej({
    issuer: line('the name of an organisation')
        .describe('The whole organisation or common name of the issuer')
        .optional(),
    spki_sha256: list(pin(), '["base64…"]')
        .describe('Pins: base64 of SHA-256 over the public key')
        .optional(),
}, 'settings, as in { issuer: "Let\'s Encrypt" }');
/** Schema of `defaults`. */
const defaultsSchema = schemas/* strictObject */.rej(common, 'settings, as in { warning_days: 45 }');
/** Schema of one entry of `domains` in its long form; contradictions between keys are for `targets.ts` to find. */
const domainSchema = schemas/* strictObject */.rej({
    name: line('a name').describe('What reports call it').optional(),
    domain: hostText()
        .describe('host, host:port, [address]:port or an https URL; beside "file" the name it must be good for')
        .optional(),
    file: schemas/* string */.YjP(path).min(1, path).describe('A certificate file: PEM, DER, PKCS#7 or PKCS#12').optional(),
    password: secret('a text, as in ${PASSWORD}').describe('Opens the PKCS#12 file').optional(),
    ...common,
    servername: servername()
        .describe('The name sent as SNI and verified, where it differs from the domain')
        .optional(),
    connect_to: values_address().describe('The address to connect to, where it differs from DNS').optional(),
    starttls: oneOf(...target/* startTlsProtocols */.Tr)
        .describe('The protocol that is asked to begin TLS')
        .optional(),
    trust: trust.optional(),
    client_certificate: clientCertificate.optional(),
    expect: expect.optional(),
    tags: list(line('a tag', 100), '[public, shop]').optional(),
    runner: list(line('a label', 100), '[self-hosted, dmz]')
        .describe('Labels of the runner that can reach it')
        .optional(),
    owner: line('a name, as in "@org/web-team"').optional(),
    runbook: url().describe('Where it is written what to do').optional(),
}, 'a host, or settings that begin with "domain:" or "file:"');
/** Schema of one entry of `domains`: a host alone, or the long form. */
const entrySchema = schemas/* union */.KCZ([hostText(), domainSchema], 'a host, or settings that begin with "domain:" or "file:"');

// EXTERNAL MODULE: ./build/model/issue.js
var issue = __webpack_require__(34625);
;// CONCATENATED MODULE: ./build/model/webhook.js
const webhookFormats = ['generic', 'slack', 'teams'];

;// CONCATENATED MODULE: ./build/config/notifications-schema.js





const level = oneOf(...finding/* severities */.g);
const notifications_schema_address = 'a mail address, as in alerts@example.com';
const issues = schemas/* strictObject */.rej({
    enabled: flag().describe('Unwritten: where the token may write issues').optional(),
    mode: oneOf(...issue/* issueModes */.e)
        .describe('What shares an issue (per-domain)')
        .optional(),
    labels: list(line('a label', 50), '[certificate]').optional(),
    assignees: list(line('a user name', 100), '[octocat]').optional(),
    digest_above: whole(1, 1000).describe('More new issues than this at once share one (10)').optional(),
}, 'settings, as in { mode: per-domain }');
const webhook = schemas/* strictObject */.rej({
    enabled: flag().optional(),
    url: secret('an address, as in ${WEBHOOK_URL}'),
    format: oneOf(...webhookFormats)
        .describe('What the receiver understands (generic)')
        .optional(),
    secret: secret('a text, as in ${WEBHOOK_SECRET}').describe('Key of the signature').optional(),
    min_level: level.describe('As under notifications, for this one alone').optional(),
    tags: list(line('a tag', 100), '[shop]').describe('Only targets with one of these tags').optional(),
    include_timestamp: flag().optional(),
    include_source: flag().optional(),
}, 'settings, as in { url: ${WEBHOOK_URL} }, or a list of them');
const email = schemas/* strictObject */.rej({
    enabled: flag().optional(),
    smtp_server: secret('a host, as in smtp.example.com'),
    smtp_port: whole(1, 65_535).describe('Port of the mail server (25)').optional(),
    use_tls: flag().describe('STARTTLS is demanded; on port 465 TLS from the first octet').optional(),
    username: secret('a text').optional(),
    password: secret('a text, as in ${SMTP_PASSWORD}').optional(),
    from_address: secret(notifications_schema_address),
    to_addresses: list(secret(notifications_schema_address), '[admin@example.com]'),
    per_endpoint: flag().describe('A mail for each endpoint instead of one for the run').optional(),
}, 'settings, as in { smtp_server: smtp.example.com, from_address: …, to_addresses: [ … ] }');
/** Schema of `notifications`. */
const notificationsSchema = schemas/* strictObject */.rej({
    min_level: level.describe('The mildest severity that is announced (warning)').optional(),
    remind_days: whole(1, 365).describe('Days after which an open trouble is announced again (7)').optional(),
    heartbeat_url: secret('an address, as in ${HEARTBEAT_URL}')
        .describe('Hears from every healthy run')
        .optional(),
    issues: issues.optional(),
    webhook: schemas/* union */.KCZ([webhook, schemas/* array */.YOg(webhook)], 'settings, as in { url: ${WEBHOOK_URL} }, or a list of them')
        .optional(),
    email: email.optional(),
}, 'settings, as in { min_level: warning }');

;// CONCATENATED MODULE: ./build/config/schema.js






const network = schemas/* strictObject */.rej({
    concurrency: whole(1, 1024).describe('Connections at one time (64)').optional(),
    connections_per_host: whole(1, 64).describe('Of these, to one host (4)').optional(),
    allow_private: schemas/* literal */.euz(['auto', true, false], 'auto, true or false')
        .describe('Whether private addresses may be contacted')
        .optional(),
    proxy: secret('an address, as in http://proxy.example:3128').describe('An HTTP proxy').optional(),
}, 'settings, as in { concurrency: 64 }');
const waiver = schemas/* strictObject */.rej({
    rule: line('a rule id, in which * stands for any characters').describe('Rule ids; * stands for any characters'),
    domain: line('a host, host:port or name, in which * stands for any characters').describe('Host, host:port or name; * stands for any characters'),
    reason: line('the reason, in a sentence').describe('Why it is accepted'),
    until: day().describe('The last day of the waiver'),
}, 'settings with the keys rule, domain, reason and until');
const schema_link = url();
const transparency = schemas/* strictObject */.rej({
    lookup: flag().describe('Whether crt.sh is asked what the logs hold for each domain (false)').optional(),
    log_list_url: schema_link.describe("Where the list of logs is (Google's official address)").optional(),
    search_url: schema_link.describe('Where the search service is (https://crt.sh/)').optional(),
}, 'settings, as in { lookup: false }');
const revocation = schemas/* strictObject */.rej({
    enabled: flag().describe('Whether CRLs and OCSP responders are asked (true)').optional(),
    max_crl_mb: whole(1, 1000).describe('The largest CRL that is fetched, in MB (25)').optional(),
}, 'settings, as in { enabled: true }');
const renewal = schemas/* strictObject */.rej({
    ari: flag().describe('Whether CAs are asked when they want a certificate renewed (true)').optional(),
    directories: schemas/* record */.g1P(line('a name'), schema_link, 'addresses by the name of the issuer')
        .describe('ACME directories by the organisation or common name of the issuer')
        .optional(),
}, 'settings, as in { ari: true }');
const dns = schemas/* strictObject */.rej({
    caa: flag().describe('Whether CAA records are looked at (true)').optional(),
    dane: flag().describe('Whether TLSA records are looked at (true)').optional(),
    resolver: resolverPlace()
        .describe("Who is asked for CAA and TLSA (the system's resolver); a port may follow")
        .optional(),
}, 'settings, as in { caa: true }');
const wanted = 'settings, of which "domains:" and a list of hosts is the first';
/** The config's settings, each with the schema of its value. */
const settings = {
    version: schemas/* literal */.euz(1, '1').describe('Version of this format'),
    monitor: line('a name', 100).describe('Name of this monitor (the path of the config)'),
    defaults: defaultsSchema.describe('What holds for every domain that does not say otherwise'),
    domains: schemas/* array */.YOg(entrySchema, 'a list of hosts').describe('What is watched'),
    rules: rulesSchema().describe('Severities that differ from the built-in ones'),
    waivers: list(waiver, '[{ rule: …, domain: …, reason: …, until: 2027-03-31 }]').describe('Findings that are accepted until a day'),
    pull_requests: schemas/* strictObject */.rej({
        gate: oneOf('changed', 'all')
            .describe('changed: only endpoints that a change adds or alters decide its check (changed)')
            .optional(),
    }, 'settings, as in { gate: changed }')
        .describe('What decides the check of a pull request'),
    history: schemas/* strictObject */.rej({ keep: whole(1, 1000).describe('Certificates remembered of each endpoint (50)').optional() }, 'settings, as in { keep: 50 }')
        .describe('What is remembered between runs'),
    transparency: transparency.describe('How Certificate Transparency is looked at'),
    revocation: revocation.describe('Whether CAs are asked for revoked certificates'),
    renewal: renewal.describe('Whether CAs are asked when to renew'),
    dns: dns.describe('Which DNS records are looked at'),
    report: schemas/* strictObject */.rej({ sarif: flag().describe('Also in SARIF, and uploaded to code scanning (false)').optional() }, 'settings, as in { sarif: false }')
        .describe('What is written beside JSON and workbook'),
    network: network.describe('How the network is used'),
    notifications: notificationsSchema.describe('Who hears of it'),
    check_interval: whole(1, 31_536_000).describe('Seconds between runs (86400)'),
};
/** The schema of the whole config: types, complaints and JSON Schema from one source. */
const configFileSchema = schemas/* strictObject */.rej(settings, wanted).partial();
/**
 * Reads a config's value by the schema. With issues, every part that is sound by itself is still given, so that
 * contradictions inside it can be named in the same go.
 */
function readSettings(value) {
    const whole = configFileSchema.safeParse(value);
    if (whole.success)
        return { settings: whole.data, issues: [] };
    const { defaults, domains, rules, waivers, network, notifications } = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())
        .catch({})
        .parse(value);
    const parts = {
        defaults: settings.defaults.safeParse(defaults).data,
        domains: schemas/* array */.YOg(schemas/* unknown */.L5J())
            .catch([])
            .parse(domains)
            .map((entry) => entrySchema.safeParse(entry).data),
        rules: settings.rules.safeParse(rules).data,
        waivers: settings.waivers.safeParse(waivers).data,
        network: settings.network.safeParse(network).data,
        notifications: settings.notifications.safeParse(notifications).data,
    };
    return { settings: parts, issues: whole.error.issues };
}
function rulesSchema() {
    const severity = oneOf(...finding/* severities */.g, 'off');
    return schemas/* partialRecord */.jgl(schemas/* enum */.k5n(rule_id/* ruleIds */.Z), severity, 'severities by rule, as in { protocol/tls1.0: error }');
}


/***/ }),

/***/ 28445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseHostname)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6974);

/**
 * Reads a host name as people write it: IDNs become A-labels (UTS 46), case and one trailing dot go.
 * Answers `undefined` for anything that cannot be a name in DNS, IP addresses included.
 * Underscores are allowed: DNS has them, although no public certificate may.
 */
function parseHostname(text) {
    const name = text.endsWith('.') ? text.slice(0, -1) : text;
    // The URL parser brings UTS 46, but would also take ports, user names and percent-encoding.
    if (name === '' || /[\p{Cc}\s/\\?#@:%[\]<>^|"'`{}*,;=&$!()+~]/u.test(name))
        return undefined;
    if (!URL.canParse(`http://${name}/`))
        return undefined;
    const ascii = new URL(`http://${name}/`).hostname;
    if ((0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(ascii) !== undefined || ascii.length > 253)
        return undefined;
    return ascii.split('.').every(isLabel) ? ascii : undefined;
}
/** RFC 1035 §2.3.4: a label has one to 63 octets. */
function isLabel(label) {
    return /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label);
}


/***/ }),

/***/ 34625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ issueModes),
/* harmony export */   s: () => (/* binding */ defaultIssueSettings)
/* harmony export */ });
const issueModes = ['per-domain', 'per-certificate', 'digest'];
const defaultIssueSettings = {
    enabled: 'auto',
    mode: 'per-domain',
    labels: ['certificate'],
    assignees: [],
    digestAbove: 10,
};


/***/ }),

/***/ 78098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ ruleIds)
/* harmony export */ });
/** Every rule this version judges by. Ids are only ever retired with an alias. */
const ruleIds = [
    'endpoint/unanswered',
    'certificate/expired',
    'certificate/expiry',
    'certificate/not-yet-valid',
    'certificate/hostname',
    'certificate/self-signed',
    'certificate/untrusted',
    'certificate/revoked',
    'certificate/weak-key',
    'certificate/weak-signature',
    'certificate/lifetime',
    'certificate/names',
    'certificate/key-usage',
    'certificate/ca-as-leaf',
    'certificate/must-staple',
    'certificate/malformed',
    'chain/incomplete',
    'chain/order',
    'chain/extra',
    'chain/root-sent',
    'chain/expiry',
    'chain/weak-signature',
    'identity/issuer',
    'identity/pin',
    'protocol/ssl2',
    'protocol/ssl3',
    'protocol/tls1.0',
    'protocol/tls1.1',
    'protocol/no-tls1.2-or-1.3',
    'protocol/no-tls1.3',
    'cipher/null',
    'cipher/anonymous',
    'cipher/export',
    'cipher/weak',
    'cipher/rc4',
    'cipher/block64',
    'cipher/no-forward-secrecy',
    'cipher/no-aead',
    'cipher/order',
    'key-exchange/weak-dh',
    'key-exchange/common-prime',
    'key-exchange/no-post-quantum',
    'vulnerability/heartbleed',
    'vulnerability/ccs-injection',
    'vulnerability/robot',
    'vulnerability/poodle',
    'vulnerability/drown',
    'vulnerability/freak',
    'vulnerability/logjam',
    'vulnerability/crime',
    'vulnerability/sweet32',
    'vulnerability/beast',
    'tls/insecure-renegotiation',
    'tls/no-secure-renegotiation',
    'tls/no-extended-master-secret',
    'tls/fallback-scsv',
    'http/hsts',
    'transparency/missing',
    'transparency/invalid',
    'transparency/policy',
    'transparency/unlogged',
    'transparency/undeployed',
    'revocation/unavailable',
    'revocation/stapling',
    'dns/caa',
    'dns/dane',
    'change/rotated',
    'change/issuer',
    'change/key',
    'change/names-lost',
    'change/rolled-back',
    'change/downgraded',
    'change/alternating',
    'transparency/unexpected',
    'renewal/overdue',
    'renewal/requested',
    'renewal/late',
    'monitor/late',
    'monitor/schedule',
    'monitor/waiver-expired',
    'monitor/waiver-unused',
    'monitor/blast-radius',
    'monitor/incomplete',
    'monitor/undelivered',
];


/***/ }),

/***/ 30677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ expectedName),
/* harmony export */   BK: () => (/* binding */ endpointId),
/* harmony export */   Tr: () => (/* binding */ startTlsProtocols)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6974);

const startTlsProtocols = [
    'smtp',
    'lmtp',
    'imap',
    'pop3',
    'sieve',
    'ftp',
    'ldap',
    'xmpp',
    'xmpp-server',
    'postgres',
    'mysql',
    'nntp',
    'irc',
];
/** `host:port`, then `+starttls`, `/servername`, `@connect_to` where given. */
function endpointId(target) {
    const starttls = target.starttls === null ? '' : `+${target.starttls}`;
    const servername = target.servername === null ? '' : `/${target.servername}`;
    const connectTo = target.connectTo === null ? '' : `@${target.connectTo}`;
    return (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .authority */ .ku)(target.host, target.port) + starttls + servername + connectTo;
}
/** The name the certificate must be good for; `null` for a file that names none. */
function expectedName(target) {
    return target.kind === 'file' ? target.domain : (target.servername ?? target.host);
}


/***/ })

};
