import { shownLimits } from '../../model/limits.ts'
import { shortened } from '../../model/text.ts'
import { visible } from '../escape.ts'

/**
 * Text as a cell may hold it, on one line: XML 1.0 §2.2 allows neither most controls nor U+FFFE, and a reader
 * turns `_x003D_` into `=` (ECMA-376 part 1, §22.9.2.19, ST_Xstring), so that its underscore is written as one.
 */
export function cellText(text: string): string {
  const short = shortened(text, shownLimits.cellCharacters)
  const plain = /^[ -~]*$/u.test(short) ? short : harmless(short)
  return plain.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
}

/** What is spelled out may have become too long again, and be cut within a pair of surrogates. */
function harmless(text: string): string {
  return shortened(visible(text), shownLimits.cellCharacters)
    .toWellFormed()
    .replace(/[\uFFFE\uFFFF]/gu, '\uFFFD')
}
