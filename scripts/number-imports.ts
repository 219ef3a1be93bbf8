/** Where a module of a bundle begins: its id, on a line of its own. */
const moduleStart = /^(?=\/\*{3}\/ (?:\d+|"[^"]*"):\s*$)/m

/** The name that webpack gives to what a module imports: the request, then a number. */
const importName = /(?<=__WEBPACK_IMPORTED_MODULE_)\d+(?=__)/g

/**
 * Numbers the imports of each module of a bundle in the order of the text. ncc numbers them in the order in which it
 * comes across them, and that differs, once in many builds, for one source.
 */
export function numberImports(bundle: string): string {
  return bundle
    .split(moduleStart)
    .map((module) => {
      const numbers = new Map<string, number>()
      return module.replaceAll(importName, (number) => {
        const place = numbers.get(number) ?? numbers.size
        numbers.set(number, place)
        return String(place)
      })
    })
    .join('')
}
