export const id = 803;
export const ids = [803];
export const modules = {

/***/ 22372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ insist)
/* harmony export */ });
/* harmony import */ var _model_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69688);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70271);
/* harmony import */ var _net_conversation_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59350);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12911);




/** Before the second and the third try, unless the receiver says how long. */
const pausesMs = [1000, 4000];
/**
 * Sends a request until it is accepted: three tries, of ten seconds at most, on 429, 5xx and network errors, all of
 * it before `end` of `elapsedMs`. Never throws.
 */
async function insist(request, ways, end) {
    try {
        return await tried(request, ways, end);
    }
    catch (thrown) {
        return { delivered: false, reason: fault(thrown) };
    }
}
async function tried(request, { http, now, elapsedMs, pause }, end) {
    const left = () => end - elapsedMs();
    const failed = (reason) => ({ delivered: false, reason });
    if (left() <= 0)
        return failed('was not asked: its time was used up');
    for (let tries = 1;; tries++) {
        const outcome = await attempt({ ...request, deadlineMs: Math.min(_model_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .timeLimits */ .ic.deliveryMs, left()), mostBytes: 0 }, http);
        if (outcome.kind === 'delivered')
            return { delivered: true };
        if (outcome.kind === 'refused')
            return failed(outcome.what);
        const pauseMs = outcome.retryAfter(now()) ?? pausesMs[tries - 1] ?? 0;
        const told = `${outcome.what} (${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(tries, 'try', 'tries')})`;
        if (tries === _model_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .timeLimits */ .ic.deliveryTries)
            return failed(told);
        if (pauseMs >= left())
            return failed(`${told} and there was no time left for another`);
        await pause(pauseMs);
    }
}
async function attempt(request, http) {
    try {
        // The body is left unread: receivers echo the address in it, and nobody acts on what it says.
        const { status, headers } = await http(request);
        if (status >= 200 && status < 300)
            return { kind: 'delivered' };
        if (status >= 300 && status < 400)
            return { kind: 'refused', what: `answered ${status}, a redirect, and redirects are not followed` };
        const what = `answered ${status}`;
        if (status !== 429 && status < 500)
            return { kind: 'refused', what };
        return {
            kind: 'failed',
            what,
            retryAfter: (now) => (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_3__/* .retryAfterMs */ .V)(headers['retry-after'], now, pausesMs[0]),
        };
    }
    catch (thrown) {
        if (!(thrown instanceof _net_conversation_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ConversationError */ .Y))
            throw thrown;
        const what = `could not be reached: ${thrown.message.replaceAll(request.url.hostname, '***')}`;
        // The run is over: there is nobody left to try again.
        if (thrown.reason === 'not-observed')
            return { kind: 'refused', what };
        return { kind: 'failed', what, retryAfter: () => null };
    }
}
/** Errors that nobody has named may quote the address: only their kind is told. */
function fault(thrown) {
    if (!(thrown instanceof Error))
        return 'a fault in this program';
    const code = 'code' in thrown ? ` ${String(thrown.code)}` : '';
    return `a fault in this program (${thrown.name}${code})`;
}


/***/ }),

/***/ 12911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ retryAfterMs)
/* harmony export */ });
/** RFC 9110 §10.2.3: seconds or a date; `null` for anything else. Never less than `leastMs`. */
function retryAfterMs(value, now, leastMs) {
    if (value === undefined)
        return null;
    const ms = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
    return Number.isNaN(ms) ? null : Math.max(ms, leastMs);
}


/***/ }),

/***/ 52803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ userAgent),
/* harmony export */   sendWebhook: () => (/* binding */ sendWebhook)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _model_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69688);
/* harmony import */ var _model_product_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19777);
/* harmony import */ var _insist_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22372);




/** Sends the posts to a webhook, one after the other, within a minute in all; answers what became of each. */
async function sendWebhook(posts, to, ways) {
    const deliveries = [];
    const end = ways.elapsedMs() + _model_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .timeLimits */ .ic.webhookMs;
    for (const post of posts) {
        const headers = headersFor(post, to.secret, ways.uuid());
        deliveries.push(await (0,_insist_js__WEBPACK_IMPORTED_MODULE_3__/* .insist */ .R)({ method: 'POST', url: to.url, headers, body: post.body }, ways, end));
    }
    return deliveries;
}
function headersFor({ body }, secret, id) {
    return {
        'content-type': 'application/json',
        'user-agent': userAgent,
        // The same for all tries: a receiver that has seen it has been told.
        'x-certificate-monitor-delivery': id,
        ...(secret === null ? {} : { 'x-hub-signature-256': `sha256=${signature(body, secret)}` }),
    };
}
const userAgent = `${_model_product_js__WEBPACK_IMPORTED_MODULE_2__/* .productName */ .tZ}/${_model_product_js__WEBPACK_IMPORTED_MODULE_2__/* .productVersion */ .Ud} (+${_model_product_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryUrl */ .Ek})`;
function signature(body, secret) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret).update(body, 'utf8').digest('hex');
}


/***/ })

};
