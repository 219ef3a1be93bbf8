export const id = 753;
export const ids = [753];
export const modules = {

/***/ 87753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runConclude: () => (/* binding */ runConclude),
/* harmony export */   runObserve: () => (/* binding */ runObserve),
/* harmony export */   runPlan: () => (/* binding */ runPlan)
/* harmony export */ });
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95079);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70271);
/* harmony import */ var _monitor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11524);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9924);
/* harmony import */ var _report_outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44247);
/* harmony import */ var _run_signal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9906);
/* harmony import */ var _shards_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66909);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93920);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(14669);
/* harmony import */ var _cache_folder_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(75456);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(13358);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(34054);
/* harmony import */ var _run_check_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(74864);













/** `plan`: prints the matrix; looks up no secret and contacts nothing. */
async function runPlan(given) {
    const { entries } = await (0,_run_check_js__WEBPACK_IMPORTED_MODULE_12__/* .watchlistOf */ .bB)(given, { targets: false, notifications: false });
    process.stdout.write(`${(0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .matrix */ .UP)((0,_shards_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .plan */ .e)(entries, given.shards))}\n`);
    return _report_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .h.fine;
}
/** `observe`: one shard, into a file. What was seen is for `conclude` to judge. */
async function runObserve(given) {
    const watchlist = await (0,_run_check_js__WEBPACK_IMPORTED_MODULE_12__/* .watchlistOf */ .bB)(given, { targets: true, notifications: false });
    const part = (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .partOf */ .BU)(watchlist, given.number);
    if (part === null)
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .eb([noShard(given, watchlist)]);
    (0,_run_check_js__WEBPACK_IMPORTED_MODULE_12__/* .warnOf */ .c$)(watchlist);
    const ending = (0,_run_signal_js__WEBPACK_IMPORTED_MODULE_5__/* .runSignal */ .K)();
    const progress = (0,_progress_js__WEBPACK_IMPORTED_MODULE_11__/* .progressLine */ .o)(given.verbosity === 'quiet' ? null : process.stderr);
    const eyes = (0,_world_js__WEBPACK_IMPORTED_MODULE_7__/* .realEyes */ .r)({
        watchlist,
        cacheFolder: (0,_cache_folder_js__WEBPACK_IMPORTED_MODULE_9__/* .cacheFolder */ .n)(),
        signal: ending.signal,
        progress: progress.show,
    });
    try {
        await (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .observeInto */ .Jw)(given.out, part, given.number, eyes).finally(progress.clear);
    }
    finally {
        ending.release();
    }
    if (given.verbosity !== 'quiet')
        process.stderr.write(`${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(part.entries.length, 'endpoint')} observed into ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(given.out)}\n`);
    return (0,_run_signal_js__WEBPACK_IMPORTED_MODULE_5__/* .interruption */ .Y)(ending) ?? _report_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .h.fine;
}
/** `conclude`: all that `check` does after observing, without the network. */
async function runConclude(given) {
    const log = (0,_journal_js__WEBPACK_IMPORTED_MODULE_10__/* .journal */ .W)(given.log);
    const ending = (0,_run_signal_js__WEBPACK_IMPORTED_MODULE_5__/* .runSignal */ .K)();
    try {
        const resolve = { targets: false, notifications: given.notify && given.now === null };
        const watchlist = await (0,_run_check_js__WEBPACK_IMPORTED_MODULE_12__/* .watchlistOf */ .bB)(given, resolve);
        const sources = given.from.map((path) => ({ name: path, path }));
        const gathered = await (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .gatherFrom */ .Q4)(sources, watchlist, null);
        if (gathered.refused.length > 0)
            throw new _arguments_js__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .eb(gathered.refused);
        return await (0,_run_check_js__WEBPACK_IMPORTED_MODULE_12__/* .run */ .eF)(given, watchlist, ending, log, async (world) => {
            return (0,_monitor_js__WEBPACK_IMPORTED_MODULE_2__/* .conclude */ .Ep)(watchlist, (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .merged */ .Zu)(watchlist, gathered, world.clock()), world);
        });
    }
    finally {
        ending.release();
        await log.close();
    }
}
function noShard({ number: { shard, of } }, { entries }) {
    const shards = (0,_shards_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .plan */ .e)(entries, of).length;
    return `There is no shard ${shard} of ${of}: the config makes ${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(shards, 'shard')}. Ask plan for them.`;
}


/***/ })

};
