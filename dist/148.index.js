export const id = 148;
export const ids = [148];
export const modules = {

/***/ 6148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sendMails: () => (/* binding */ sendMails)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/nodemailer/dist/esm/nodemailer.js + 38 modules
var nodemailer = __webpack_require__(16739);
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(69688);
// EXTERNAL MODULE: ./build/model/product.js
var product = __webpack_require__(19777);
// EXTERNAL MODULE: ./build/net/conversation-error.js
var conversation_error = __webpack_require__(59350);
// EXTERNAL MODULE: ./build/net/failure.js
var net_failure = __webpack_require__(60994);
// EXTERNAL MODULE: ./build/net/quoted.js
var quoted = __webpack_require__(90730);
;// CONCATENATED MODULE: ./build/deliver/mail-failure.js



/** What RFC 5321 calls the step that was refused, in the words of a person. */
const steps = {
    CONN: 'turned us away',
    EHLO: 'refused the greeting',
    HELO: 'refused the greeting',
    'MAIL FROM': 'refused the sender',
    'RCPT TO': 'refused a recipient',
    DATA: 'refused the message',
};
const privateAuthority = '; a private CA is trusted by NODE_EXTRA_CA_CERTS';
/** Verdicts of OpenSSL and of Node about a certificate. */
const certificates = {
    DEPTH_ZERO_SELF_SIGNED_CERT: `it is signed by itself${privateAuthority}`,
    SELF_SIGNED_CERT_IN_CHAIN: `no store holds its root${privateAuthority}`,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: `its issuer is not at hand${privateAuthority}`,
    UNABLE_TO_GET_ISSUER_CERT: `an issuer is not at hand${privateAuthority}`,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `its issuer is not at hand${privateAuthority}`,
    CERT_HAS_EXPIRED: 'it has expired',
    CERT_NOT_YET_VALID: 'it is not valid yet',
    ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another name',
};
/**
 * Names what went wrong. The server's own words are quoted without any of the secrets, and not at all where it
 * refuses a login: nobody knows what of a password a server echoes.
 */
function mailFailure(thrown, tryMs, secrets) {
    if (!(thrown instanceof Error))
        return fault(thrown);
    const { code, command, reply } = factsOf(thrown);
    if (code === 'EABORT' || code === 'ETIMEDOUT' || code === 'ETIMEOUT')
        return { words: `gave no answer within ${tryMs / 1000} s`, lasting: false };
    if (command.startsWith('AUTH') || code === 'EAUTH')
        return loginFailure(reply?.code ?? null);
    if (reply !== null) {
        // RFC 5321 §4.2.1: 4yz is transient, 5yz permanent.
        const lasting = reply.code >= 500;
        if (command === 'STARTTLS')
            return { words: 'does not offer STARTTLS, which is demanded', lasting };
        const words = `${steps[command] ?? 'gave an unexpected reply'}: ${(0,quoted/* quoted */.T)(withoutSecrets(reply.text, secrets))}`;
        return { words, lasting };
    }
    const certificate = certificates[code];
    if (certificate !== undefined)
        return { words: `shows a certificate that is refused: ${certificate}`, lasting: true };
    return networkFailure(thrown, code);
}
function loginFailure(code) {
    if (code === null)
        return { words: 'offers no way of logging in that we know', lasting: true };
    return { words: `refused the login (${code})`, lasting: code >= 500 };
}
function networkFailure(error, code) {
    if (code === 'EDNS' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return { words: 'has no address that DNS knows', lasting: false };
    if (code === 'ECONNECTION')
        return { words: 'hung up', lasting: false };
    if (code === 'EPROTOCOL')
        return { words: 'does not speak SMTP', lasting: true };
    const syscall = 'syscall' in error ? { syscall: error.syscall } : {};
    const failure = (0,net_failure/* named */.K)(Object.assign(new Error(error.message), { code }, syscall));
    if (!(failure instanceof conversation_error/* ConversationError */.Y))
        return fault(error);
    return { words: `could not be reached: ${failure.message}`, lasting: failure.reason === 'not-tls' };
}
/** Errors that nobody has named may quote the configuration: only their kind is told. */
function fault(thrown) {
    const kind = thrown instanceof Error ? `${thrown.name} ${factsOf(thrown).code}`.trim() : typeof thrown;
    return { words: `could not be used for a fault in this program (${kind})`, lasting: true };
}
function factsOf(error) {
    const text = (key) => {
        const value = Reflect.get(error, key);
        return typeof value === 'string' ? value : '';
    };
    const code = Reflect.get(error, 'responseCode');
    return {
        // nodemailer puts its own code in the place of the system's.
        code: text('originalCode') || text('code'),
        command: text('command'),
        reply: typeof code === 'number' ? { code, text: text('response') } : null,
    };
}
/** A server's words with a mark in the place of every secret, as it stands and in Base64, as AUTH sends it. */
function withoutSecrets(text, secrets) {
    const forms = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('base64')]);
    const found = forms.filter((form) => form !== '').toSorted((a, b) => b.length - a.length);
    return found.reduce((left, form) => left.replaceAll(new RegExp(literally(form), 'giu'), '***'), text);
}
function literally(text) {
    return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw `\$&`);
}

// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
;// CONCATENATED MODULE: ./build/deliver/mail-progress.js

const mostReasons = 3;
/** Nobody was asked yet. */
function atFirst(recipients) {
    return { waiting: recipients.map(neverAsked), accepted: 0, refused: [] };
}
function neverAsked(address) {
    return { address, failure: { words: 'was not asked: the time for all mails was used up', lasting: false } };
}
/** What there is after one more try. */
function after({ accepted, refused }, attempt) {
    return {
        waiting: attempt.failed.filter(({ failure }) => !failure.lasting),
        accepted: accepted + attempt.accepted,
        refused: [...refused, ...attempt.failed.flatMap(({ failure }) => (failure.lasting ? [failure] : []))],
    };
}
/** What it came to in the end, and why not further. */
function deliveryOf({ waiting, accepted, refused }, recipients) {
    const failures = [...refused, ...waiting.map(({ failure }) => failure)];
    const reasons = [...new Set(failures.map(({ words }) => words))].slice(0, mostReasons);
    const sentence = `The mail server ${reasons.join('; it ')}`;
    if (accepted === 0)
        return { delivered: false, reason: sentence };
    const count = `${failures.length} of ${(0,model_text/* counted */.hS)(recipients, 'recipient')}`;
    const verb = failures.length === 1 ? 'was' : 'were';
    return {
        delivered: true,
        refused: failures.length === 0 ? null : `${count} ${verb} not reached. ${sentence}`,
    };
}

;// CONCATENATED MODULE: ./build/deliver/mail.js






const mailPatience = {
    tryMs: limits/* timeLimits */.ic.deliveryMs,
    pausesMs: [2000, 8000],
    wholeMs: limits/* timeLimits */.ic.mailMs,
};
/** Connections at a time: many servers turn more away. */
const atATime = 2;
/**
 * Sends mails over SMTP (RFC 5321) and answers in their order; never throws. What fails for a while, by a 4xx reply
 * (greylisting) or on the network, is tried again with the same Message-ID; nobody logs in over clear text.
 */
async function sendMails(mails, server, date, run, patience = mailPatience) {
    const deliveries = [];
    const whole = AbortSignal.any([run, AbortSignal.timeout(patience.wholeMs)]);
    let next = 0;
    const work = async () => {
        for (let index = next++; index < mails.length; index = next++) {
            const mail = mails[index];
            if (mail !== undefined)
                deliveries[index] = await sendMail(mail, server, date, whole, patience);
        }
    };
    await Promise.all(Array.from({ length: atATime }, work));
    return deliveries;
}
async function sendMail(mail, server, date, whole, { tryMs, pausesMs }) {
    let progress = atFirst(server.to);
    for (const pauseMs of [0, ...pausesMs]) {
        if (progress.waiting.length === 0)
            break;
        await pause(pauseMs, whole);
        if (whole.aborted)
            break;
        const signal = AbortSignal.any([whole, AbortSignal.timeout(tryMs)]);
        progress = after(progress, await tryOnce(mail, server, progress, { date, signal, tryMs }));
    }
    return deliveryOf(progress, server.to.length);
}
async function tryOnce(mail, server, { waiting }, { date, signal, tryMs }) {
    const secrets = secretsOf(server);
    const recipientsOf = (errors) => errors.map((error) => ({
        address: error.recipient ?? '',
        failure: mailFailure(error, tryMs, secrets),
    }));
    const transport = (0,nodemailer/* createTransport */.oO)(transportOptions(server, tryMs));
    try {
        const to = waiting.map(({ address }) => address);
        const sent = await transport.sendMail({
            ...composed(mail, server, date),
            envelope: { from: server.from, to },
            signal,
        });
        return { accepted: sent.accepted.length, failed: recipientsOf(sent.rejectedErrors ?? []) };
    }
    catch (thrown) {
        const each = rejectedErrors(thrown);
        if (each.length > 0)
            return { accepted: 0, failed: recipientsOf(each) };
        const failure = mailFailure(thrown, tryMs, secrets);
        return { accepted: 0, failed: waiting.map(({ address }) => ({ address, failure })) };
    }
    finally {
        transport.close();
    }
}
function rejectedErrors(thrown) {
    const errors = thrown instanceof Error ? Reflect.get(thrown, 'rejectedErrors') : null;
    return Array.isArray(errors) ? errors.filter((error) => error instanceof Error) : [];
}
/** STARTTLS is demanded wherever somebody logs in, and never tried where nobody asked for it. */
function transportOptions(server, tryMs) {
    const { host, port, encryption, credentials, authorities } = server;
    const demanded = encryption === 'starttls' || (encryption === 'none' && credentials !== null);
    return {
        host,
        port,
        secure: encryption === 'implicit',
        requireTLS: demanded,
        ignoreTLS: encryption === 'none' && !demanded,
        ...(credentials === null
            ? {}
            : { auth: { user: credentials.username, pass: credentials.password }, forceAuth: true }),
        tls: { rejectUnauthorized: true, ...(authorities === null ? {} : { ca: [...authorities] }) },
        connectionTimeout: tryMs,
        greetingTimeout: tryMs,
        socketTimeout: tryMs,
        dnsTimeout: tryMs,
        socketCloseTimeout: limits/* timeLimits */.ic.mailClosingMs,
        maxResponseSize: limits/* timeLimits */.ic.mailReplyBytes,
        disableFileAccess: true,
        disableUrlAccess: true,
    };
}
function composed(mail, { from, to }, date) {
    const domain = /@([\w.-]+)>?\s*$/u.exec(from)?.[1] ?? 'certificate-monitor.invalid';
    const thread = `<${mail.thread}@${domain}>`;
    return {
        from,
        to: [...to],
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        date,
        messageId: `<${mail.id}@${domain}>`,
        inReplyTo: thread,
        references: thread,
        xMailer: `${product/* productName */.tZ} ${product/* productVersion */.Ud}`,
        headers: {
            'Auto-Submitted': 'auto-generated', // RFC 3834: nobody's holiday answers it
            'X-Auto-Response-Suppress': 'All', // the same for Exchange
        },
        disableFileAccess: true,
        disableUrlAccess: true,
    };
}
/** What may be secret: the config takes all of this from the environment. */
function secretsOf({ host, credentials, from, to }) {
    const { username = '', password = '' } = credentials ?? {};
    const login = credentials === null ? '' : `\0${username}\0${password}`;
    const addresses = [from, ...to].flatMap((address) => [address, /<([^<>]+)>/u.exec(address)?.[1] ?? '']);
    return [username, password, login, host, ...addresses];
}
async function pause(ms, whole) {
    if (ms > 0)
        await (0,promises_.setTimeout)(ms, undefined, { signal: whole }).catch(() => { }); // the caller looks at the signal
}


/***/ })

};
