import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { numberImports } from '../scripts/number-imports.ts'

/** Two modules as ncc writes them, the imports of each under the given numbers. */
function bundle([address, name]: readonly [number, number], [time]: readonly [number]): string {
  return [
    '/***/ 8432:',
    '/***/ ((__unused_webpack_module, exports, __webpack_require__) => {',
    `/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_${address}__ = __webpack_require__(1);`,
    `/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_${name}__ = __webpack_require__(2);`,
    `(0,_name_js__WEBPACK_IMPORTED_MODULE_${name}__/* .readName */ .M)(_address_js__WEBPACK_IMPORTED_MODULE_${address}__)`,
    '/***/ 97:',
    `/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_${time}__ = __webpack_require__(3);`,
  ].join('\n')
}

test('a bundle is the same whatever ncc numbered first', () => {
  expect(numberImports(bundle([1, 0], [4]))).toBe(bundle([0, 1], [0]))
  expect(numberImports(bundle([0, 3], [0]))).toBe(bundle([0, 1], [0]))
})

test('every committed bundle numbers its imports in the order of its text', () => {
  const dist = join(import.meta.dirname, '..', 'dist')
  const bundles = globSync('*.js', { cwd: dist })

  expect(bundles).toContain('index.js')
  for (const file of bundles) {
    const text = readFileSync(join(dist, file), 'utf8')
    expect(numberImports(text) === text, file).toBe(true)
  }
})
