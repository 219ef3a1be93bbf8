export const id = 257;
export const ids = [257];
export const modules = {

/***/ 32850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XF: () => (/* binding */ enough),
/* harmony export */   Xt: () => (/* binding */ complaintText),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   xL: () => (/* binding */ ConfigError)
/* harmony export */ });
/* harmony import */ var _model_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69688);

/** The user's configuration cannot be used; holds the complaints about it, in the order of the file. */
class ConfigError extends Error {
    complaints;
    /** Whether more is wrong than is told. */
    more;
    constructor(complaints) {
        super(complaintsText(complaints));
        this.name = 'ConfigError';
        this.complaints = complaints.slice(0, _model_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .configLimits */ .zy.complaints);
        this.more = enough(complaints);
    }
}
/** Whether nobody would read further complaints: then none is sought. */
function enough(complaints) {
    return complaints.length > _model_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .configLimits */ .zy.complaints;
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
function complaintsText(complaints) {
    const lines = complaints.slice(0, _model_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .configLimits */ .zy.complaints).map(complaintText);
    return [...lines, ...(enough(complaints) ? ['… and more: mend these first.'] : [])].join('\n');
}


/***/ }),

/***/ 89249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ parseHostText)
/* harmony export */ });
/* harmony import */ var _model_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6974);
/* harmony import */ var _model_hostname_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28445);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70271);



/** Reads `host`, `host:port`, `[address]:port` or an https URL, whose path is left aside. */
function parseHostText(written) {
    const text = written.trim();
    const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/i.exec(text) ?? [];
    if (scheme !== undefined && scheme.toLowerCase() !== 'https')
        return wrong(written, `begins with "${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(scheme, 20)}://".`, 'Write the host alone, and "starttls" or "port" beside it.');
    const https = scheme !== undefined;
    const place = https ? rest.replace(/[/?#].*$/s, '') : text;
    const address = (0,_model_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(place);
    if (address !== undefined)
        return { written, host: address, port: null, https };
    const [, name = place, digits] = /^(.*):(\d*)$/s.exec(place) ?? [];
    const port = digits === undefined ? null : Number(digits);
    if (port !== null && (digits === '' || port < 1 || port > 65_535))
        return wrong(written, 'has no port from 1 to 65535 after the colon.', 'Write host:port, as in example.com:8443.');
    const bracketed = name.startsWith('[') || !name.includes(':');
    const host = bracketed ? ((0,_model_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(name) ?? (0,_model_hostname_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHostname */ .P)(name)) : undefined;
    if (host === undefined)
        return wrong(written, 'is not a host.', advice(place));
    return { written, host, port, https };
}
function wrong(written, message, remedy) {
    return { message: `${JSON.stringify((0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(written))} ${message}`, remedy };
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98439);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96715);


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
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .toJSONSchema */ .bl(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .configFileSchema */ .c, { io: 'input' });
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
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(69688);
// EXTERNAL MODULE: ./build/model/rule-id.js
var rule_id = __webpack_require__(78098);
// EXTERNAL MODULE: ./build/config/complaint.js
var complaint = __webpack_require__(32850);
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
    return schemas/* string */.YjP(say).meta({ $comment: secretComment });
}
/** How the JSON Schema tells a text in which `${NAME}` is replaced from any other. */
const secretComment = '${NAME} is replaced';
function list(item, example, most = null) {
    const many = schemas/* array */.YOg(item, `a list, as in ${example}`);
    return most === null ? many : many.max(most, `a list of at most ${most}`);
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
    port: whole(1, 65_535)
        .meta({ default: 443, description: "TCP port; with starttls the protocol's own" })
        .optional(),
    warning_days: days()
        .meta({
        default: 'auto',
        description: 'Days before the end at which a warning begins; auto: a quarter of the lifetime, at most 30',
    })
        .optional(),
    critical_days: days()
        .meta({
        default: 'auto',
        description: 'Days before the end at which the warning becomes an error; auto: a tenth of the lifetime, at most 14, never above warning_days',
    })
        .optional(),
    timeout: number(0.1, 600)
        .meta({
        default: 10,
        description: 'Seconds for one connection, from connect to the last octet, STARTTLS included',
    })
        .optional(),
    retries: whole(0, 10)
        .meta({
        default: 2,
        description: 'How often a host that does not answer is asked again, with growing pauses',
    })
        .optional(),
    scan: oneOf('certificate', 'tls')
        .meta({
        default: 'tls',
        description: 'certificate: what a handshake or two show; tls: also every version, cipher suite and group, with a grade',
    })
        .optional(),
    probes: flag()
        .meta({ default: false, description: 'With scan: tls, also the active vulnerability probes' })
        .optional(),
    check_chain: flag()
        .meta({
        default: true,
        description: 'false silences chain/*, certificate/untrusted and certificate/self-signed',
    })
        .optional(),
    verify_hostname: flag()
        .meta({ default: true, description: 'false silences certificate/hostname' })
        .optional(),
    addresses: oneOf('first', 'all')
        .meta({
        default: 'first',
        description: 'first: the first address that answers; all: every address of the name',
    })
        .optional(),
    ip_version: schemas/* literal */.euz(['any', 4, 6], 'any, 4 or 6')
        .meta({ default: 'any', description: 'Which addresses are asked: all, IPv4 or IPv6 alone' })
        .optional(),
};
const path = 'the path of a file, relative to this one';
const trust = schemas/* strictObject */.rej({
    ca_files: list(schemas/* string */.YjP(path), '[ca.pem]')
        .meta({ default: [], description: 'PEM or DER files with trust anchors of your own' })
        .optional(),
    public: flag().meta({ default: true, description: 'Whether public roots count, too' }).optional(),
}, 'settings, as in { ca_files: [ca.pem] }');
const clientCertificate = schemas/* strictObject */.rej({
    cert: secret(path).describe('PEM file of the certificate, chain included; goes with key').optional(),
    key: secret(path).describe('PEM file of its private key; goes with cert').optional(),
    pfx: secret(path).describe('PKCS#12 file, in place of cert and key').optional(),
    passphrase: secret('a text, as in ${PASSPHRASE}')
        .describe('Opens the key or the PKCS#12 file')
        .optional(),
}, 'settings, as in { cert: client.pem, key: client.key }');
const expect = schemas/* strictObject */.rej({
    issuer: line('the name of an organisation')
        .describe('The whole organisation or common name that the issuer must have, ignoring case')
        .optional(),
    spki_sha256: list(pin(), '["base64…"]')
        .meta({
        default: [],
        description: 'Pins, base64 of SHA-256 over the public key: a certificate with such a key is trusted, no other is',
    })
        .optional(),
}, 'settings, as in { issuer: "Let\'s Encrypt" }');
/** Schema of `defaults`. */
const defaultsSchema = schemas/* strictObject */.rej(common, 'settings, as in { warning_days: 45 }');
/** Schema of one entry of `domains` in its long form; contradictions between keys are for `targets.ts` to find. */
const domainSchema = schemas/* strictObject */.rej({
    name: line('a name').describe('What reports call it; else host and port').optional(),
    domain: hostText()
        .describe('host, host:port, [address]:port or an https URL; beside "file" the name it must be good for')
        .optional(),
    file: schemas/* string */.YjP(path)
        .min(1, path)
        .describe('In place of a host: a certificate file, as PEM, DER, PKCS#7 or PKCS#12')
        .optional(),
    password: secret('a text, as in ${PASSWORD}').describe('Opens the PKCS#12 file').optional(),
    ...common,
    servername: servername()
        .describe('The name sent as SNI and verified, where it differs from the domain')
        .optional(),
    connect_to: values_address().describe('The address to connect to, where it differs from DNS').optional(),
    starttls: oneOf(...target/* startTlsProtocols */.Tr)
        .describe('The protocol that is spoken until TLS begins')
        .optional(),
    trust: trust.describe('Which roots its chain may end in').optional(),
    client_certificate: clientCertificate.describe('What is shown to a host that asks who we are').optional(),
    expect: expect.describe('What its certificate must be like').optional(),
    tags: list(line('a tag', 100), '[public, shop]')
        .meta({
        default: [],
        description: 'Words of your own; repeated in reports, and a webhook can go by them',
    })
        .optional(),
    runner: list(line('a label', 100), '[self-hosted, dmz]')
        .meta({
        default: [],
        description: 'Labels of the runner that can reach it: for fleets, within allowed-runners of the workflow',
    })
        .optional(),
    owner: line('a name, as in "@org/web-team"')
        .describe('Whose it is; repeated in reports, issues and messages')
        .optional(),
    runbook: url()
        .describe('Where it is written what to do; repeated in reports, issues and messages')
        .optional(),
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
    enabled: flag()
        .describe('Whether issues are opened; unwritten: where the token may write them')
        .optional(),
    mode: oneOf(...issue/* issueModes */.e)
        .meta({
        default: 'per-domain',
        description: 'What shares an issue: an endpoint, a certificate, or everything',
    })
        .optional(),
    labels: list(line('a label', 50), '[certificate]')
        .meta({ default: ['certificate'], description: 'Labels of a new issue' })
        .optional(),
    assignees: list(line('a user name', 100), '[octocat]')
        .meta({ default: [], description: 'Who is assigned to a new issue' })
        .optional(),
    digest_above: whole(1, 1000)
        .meta({ default: 10, description: 'More new issues than this at once share one' })
        .optional(),
}, 'settings, as in { mode: per-domain }');
const webhook = schemas/* strictObject */.rej({
    enabled: flag().meta({ default: true, description: 'false switches it off' }).optional(),
    url: secret('an address, as in ${WEBHOOK_URL}').describe('Where it is posted to'),
    format: oneOf(...webhookFormats)
        .meta({
        default: 'generic',
        description: 'What the receiver understands: JSON for each endpoint, or one message for the run',
    })
        .optional(),
    secret: secret('a text, as in ${WEBHOOK_SECRET}')
        .describe('Key of the signature in X-Hub-Signature-256; without it nothing is signed')
        .optional(),
    min_level: level.describe('The mildest severity it hears of; else that of notifications').optional(),
    tags: list(line('a tag', 100), '[shop]')
        .meta({ default: [], description: 'Only targets with one of these tags; none written: all' })
        .optional(),
    include_timestamp: flag()
        .meta({ default: true, description: 'Whether a generic post says when' })
        .optional(),
    include_source: flag()
        .meta({ default: true, description: 'Whether a generic post says who sends it' })
        .optional(),
}, 'settings, as in { url: ${WEBHOOK_URL} }, or a list of them');
const email = schemas/* strictObject */.rej({
    enabled: flag().meta({ default: true, description: 'false switches it off' }).optional(),
    smtp_server: secret('a host, as in smtp.example.com').describe('The mail server'),
    smtp_port: whole(1, 65_535).meta({ default: 25, description: 'Port of the mail server' }).optional(),
    use_tls: flag()
        .meta({
        default: false,
        description: 'Whether STARTTLS is demanded; on port 465 TLS from the first octet',
    })
        .optional(),
    username: secret('a text').describe('Who logs in there').optional(),
    password: secret('a text, as in ${SMTP_PASSWORD}')
        .describe('The password; where there is one, TLS is demanded')
        .optional(),
    from_address: secret(notifications_schema_address).describe('The sender, with or without a name'),
    to_addresses: list(secret(notifications_schema_address), '[admin@example.com]', limits/* configLimits */.zy.recipients).describe('Who gets the mail'),
    per_endpoint: flag()
        .meta({ default: false, description: 'A mail for each endpoint instead of one for the run' })
        .optional(),
}, 'settings, as in { smtp_server: smtp.example.com, from_address: …, to_addresses: [ … ] }');
/** Schema of `notifications`. */
const notificationsSchema = schemas/* strictObject */.rej({
    min_level: level
        .meta({
        default: 'warning',
        description: 'The mildest severity that is announced; notice also announces rotations',
    })
        .optional(),
    remind_days: whole(1, 365)
        .meta({ default: 7, description: 'Days after which trouble that lasts is announced again' })
        .optional(),
    heartbeat_url: secret('an address, as in ${HEARTBEAT_URL}')
        .describe('Is asked at the end of every run in which the monitor itself was healthy')
        .optional(),
    issues: issues.describe('GitHub issues').optional(),
    webhook: schemas/* union */.KCZ([webhook, schemas/* array */.YOg(webhook).max(limits/* configLimits */.zy.webhooks, `a list of at most ${limits/* configLimits */.zy.webhooks}`)], 'settings, as in { url: ${WEBHOOK_URL} }, or a list of them')
        .describe('A webhook, or a list of them')
        .optional(),
    email: email.describe('Mail').optional(),
}, 'settings, as in { min_level: warning }');

;// CONCATENATED MODULE: ./build/config/schema.js








const network = schemas/* strictObject */.rej({
    concurrency: whole(1, 1024).meta({ default: 64, description: 'Connections at one time' }).optional(),
    connections_per_host: whole(1, 64).meta({ default: 4, description: 'Of these, to one host' }).optional(),
    allow_private: schemas/* literal */.euz(['auto', true, false], 'auto, true or false')
        .meta({
        default: 'auto',
        description: 'Whether private addresses may be contacted; auto: yes, but not for a pull request from outside',
    })
        .optional(),
    proxy: secret('an address, as in http://proxy.example:3128')
        .describe('An HTTP proxy that speaks CONNECT, as in http://user:password@host:port')
        .optional(),
}, 'settings, as in { concurrency: 64 }');
const waiver = schemas/* strictObject */.rej({
    rule: line('a rule id, in which * stands for any characters').describe('Rule ids; * stands for any characters'),
    domain: line('a host, host:port or name, in which * stands for any characters').describe('Host, host:port or name; * stands for any characters'),
    reason: line('the reason, in a sentence').describe('Why it is accepted'),
    until: day().describe('The last day of the waiver, as in 2027-03-31'),
}, 'settings with the keys rule, domain, reason and until');
const schema_link = url();
const transparency = schemas/* strictObject */.rej({
    lookup: flag()
        .meta({
        default: false,
        description: 'Whether crt.sh is asked what the logs hold for each domain, and so learns of it',
    })
        .optional(),
    log_list_url: schema_link
        .describe("Where the list of logs is: a mirror of your own, which is believed; else Google's, which is signed")
        .optional(),
    search_url: schema_link.describe('Where that search service is; else https://crt.sh/').optional(),
}, 'settings, as in { lookup: false }');
const revocation = schemas/* strictObject */.rej({
    enabled: flag()
        .meta({ default: true, description: 'Whether CRLs and OCSP responders are asked' })
        .optional(),
    max_crl_mb: whole(1, 1000)
        .meta({ default: 25, description: 'The largest CRL that is fetched, in MB' })
        .optional(),
}, 'settings, as in { enabled: true }');
const renewal = schemas/* strictObject */.rej({
    ari: flag()
        .meta({
        default: true,
        description: 'Whether CAs that speak ARI are asked when they want a certificate renewed',
    })
        .optional(),
    directories: schemas/* record */.g1P(line('a name'), schema_link, 'addresses by the name of the issuer')
        .meta({
        default: {},
        description: 'ACME directories by the organisation or common name of the issuer, besides the known ones',
    })
        .optional(),
}, 'settings, as in { ari: true }');
const dns = schemas/* strictObject */.rej({
    caa: flag()
        .meta({ default: true, description: 'Whether CAA records are compared with the CA that issued' })
        .optional(),
    dane: flag()
        .meta({ default: true, description: 'Whether TLSA records are compared with what is served' })
        .optional(),
    resolver: resolverPlace()
        .describe("Who is asked for both, as address or address:port; else the system's resolver")
        .optional(),
}, 'settings, as in { caa: true }');
const wanted = 'settings, of which "domains:" and a list of hosts is the first';
/** The config's settings, each with the schema of its value. */
const settings = {
    version: schemas/* literal */.euz(1, '1').meta({ default: 1, description: 'Version of this format' }),
    monitor: line('a name', 100).describe('Name of this monitor, under which it remembers; else the path of the config'),
    defaults: defaultsSchema.describe('What holds for every domain that does not say otherwise'),
    domains: domainsOf(entrySchema).describe('What is watched: a host alone, or settings'),
    rules: rulesSchema().meta({
        default: {},
        description: 'Severities that differ from those of RULES.md, by rule id',
    }),
    waivers: list(waiver, '[{ rule: …, domain: …, reason: …, until: 2027-03-31 }]', limits/* configLimits */.zy.waivers).meta({
        default: [],
        description: 'Findings that are known and accepted until a day',
    }),
    pull_requests: schemas/* strictObject */.rej({
        gate: oneOf('changed', 'all')
            .meta({
            default: 'changed',
            description: 'changed: only endpoints that a change adds or alters decide its check; all: every one',
        })
            .optional(),
    }, 'settings, as in { gate: changed }')
        .describe('What decides the check of a pull request'),
    history: schemas/* strictObject */.rej({
        keep: whole(1, 1000)
            .meta({ default: 50, description: 'Certificates and rotations remembered of each endpoint' })
            .optional(),
    }, 'settings, as in { keep: 50 }')
        .describe('What is remembered between runs'),
    transparency: transparency.describe('How Certificate Transparency is looked at'),
    revocation: revocation.describe('Whether CAs are asked for revoked certificates'),
    renewal: renewal.describe('Whether CAs are asked when to renew'),
    dns: dns.describe('Which DNS records are looked at'),
    report: schemas/* strictObject */.rej({
        sarif: flag()
            .meta({
            default: false,
            description: 'Also as SARIF, uploaded to code scanning with security-events: write',
        })
            .optional(),
    }, 'settings, as in { sarif: false }')
        .describe('What is written beside JSON and workbook'),
    network: network.describe('How the network is used'),
    notifications: notificationsSchema.describe('Who hears of it, from runs on the default branch and in a terminal'),
    check_interval: whole(1, 31_536_000).meta({
        default: 86_400,
        description: 'Seconds between runs: the pace of --watch; where written, scheduled runs that come late say so',
    }),
};
/** The schema of the whole config: types, complaints and JSON Schema from one source. */
const configFileSchema = schemas/* strictObject */.rej(settings, wanted).partial();
/** The same with the entries of `domains` unread: each is read by itself, until there are complaints enough. */
const frameSchema = schemas/* strictObject */.rej({ ...settings, domains: domainsOf(schemas/* unknown */.L5J()) }, wanted).partial();
/**
 * Reads a config's value by the schema. With issues, every part that is sound by itself is still given, so that
 * contradictions inside it can be named in the same go.
 */
function readSettings(value) {
    const frame = frameSchema.safeParse(value);
    const written = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).catch({}).parse(value);
    const { domains, issues } = readEntries(written['domains']);
    if (frame.success) {
        const { domains: unread, ...others } = frame.data;
        return { settings: unread === undefined ? others : { ...others, domains }, issues };
    }
    const parts = {
        defaults: settings.defaults.safeParse(written['defaults']).data,
        domains,
        rules: settings.rules.safeParse(written['rules']).data,
        waivers: settings.waivers.safeParse(written['waivers']).data,
        network: settings.network.safeParse(written['network']).data,
        notifications: settings.notifications.safeParse(written['notifications']).data,
    };
    return { settings: parts, issues: [...frame.error.issues, ...issues] };
}
function readEntries(written) {
    const domains = [];
    const issues = [];
    if (!Array.isArray(written))
        return { domains, issues };
    for (const [index, entry] of written.slice(0, limits/* configLimits */.zy.targets).entries()) {
        const read = entrySchema.safeParse(entry);
        domains.push(read.data);
        if (read.success)
            continue;
        for (const issue of read.error.issues)
            issues.push({ ...issue, path: ['domains', index, ...issue.path] });
        if ((0,complaint/* enough */.XF)(issues))
            break;
    }
    return { domains, issues };
}
function domainsOf(entry) {
    return schemas/* array */.YOg(entry, 'a list of hosts')
        .max(limits/* configLimits */.zy.targets, `a list of at most ${limits/* configLimits */.zy.targets} hosts`);
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
