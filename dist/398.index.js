export const id = 398;
export const ids = [398];
export const modules = {

/***/ 52398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   schemaText: () => (/* binding */ schemaText)
/* harmony export */ });
/** The JSON Schema of what we read or write, as text. */
async function schemaText(name) {
    return `${JSON.stringify(await schemaOf(name), undefined, 2)}\n`;
}
async function schemaOf(name) {
    switch (name) {
        case 'config':
            return (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(257), __webpack_require__.e(860)]).then(__webpack_require__.bind(__webpack_require__, 2257))).configSchema();
        case 'history':
            return (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(974)]).then(__webpack_require__.bind(__webpack_require__, 74974))).historySchema();
        case 'observations':
            return (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(713), __webpack_require__.e(705)]).then(__webpack_require__.bind(__webpack_require__, 73705))).observationsSchema();
        case 'report':
            return (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(737)]).then(__webpack_require__.bind(__webpack_require__, 86737))).reportSchema();
    }
}


/***/ })

};
