import { z } from 'zod'

import { Malformed } from '../wire/malformed.ts'

/**
 * How a value is written down in a file of observations, read again, and described: a new field of an observation is
 * one line. Reading throws `Malformed` for everything that was not written by the same form. By hand and not by zod's
 * codecs, which take twenty times as long; the schemas are for those who read our files.
 */
export interface Form<T> {
  readonly schema: z.ZodType
  read(written: unknown): T
  write(value: T): unknown
}

/** What stands in the file as it is, where the test holds. */
export function plain<T>(schema: z.ZodType, what: string, test: (written: unknown) => boolean): Form<T> {
  return {
    schema,
    read(written) {
      if (!test(written)) throw new Malformed(`${what} expected`)
      return written as T
    },
    write: (value) => value,
  }
}

export const text: Form<string> = plain(z.string(), 'text', (written) => typeof written === 'string')
export const flag: Form<boolean> = plain(
  z.boolean(),
  'true or false',
  (written) => typeof written === 'boolean',
)
export const count: Form<number> = plain(z.int().min(0), 'a whole number', (written) => {
  return Number.isSafeInteger(written) && Number(written) >= 0
})
export const amount: Form<number> = plain(z.number().min(0), 'a number', (written) => {
  return Number.isFinite(written) && Number(written) >= 0
})

export function oneOf<const T extends string>(...words: readonly T[]): Form<T> {
  const known: ReadonlySet<unknown> = new Set(words)
  return plain(z.enum(words), `one of ${words.join(', ')}`, (written) => known.has(written))
}

/** What stands in the file in other words. */
export function formed<T, W>(
  as: Form<W>,
  read: (written: W) => T,
  write: (value: T) => W,
  hint: string,
): Form<T> {
  return {
    schema: as.schema.meta({ description: hint }),
    read: (written) => read(as.read(written)),
    write: (value) => as.write(write(value)),
  }
}

export function orNull<T>(form: Form<T>): Form<T | null> {
  return {
    schema: form.schema.nullable(),
    read: (written) => (written === null ? null : form.read(written)),
    write: (value) => (value === null ? null : form.write(value)),
  }
}

export function list<T>(form: Form<T>, fewest: 0 | 1 = 0): Form<readonly T[]> {
  return {
    schema: z.array(form.schema).min(fewest),
    read(written) {
      if (!Array.isArray(written) || written.length < fewest) throw new Malformed('a list expected')
      return written.map((one: unknown) => form.read(one))
    },
    write: (value) => value.map((one) => form.write(one)),
  }
}

/** The forms of an object's fields, all of them: whoever adds a field is told by the compiler. */
export type Forms<T> = { readonly [K in keyof T]-?: Form<T[K]> }

/** An object; `camelCase` is `snake_case` in the file, and keys that nobody knows are left out. */
export function fields<T extends object>(forms: Forms<T>): Form<T> {
  return named(forms, snakeCase)
}

/** An object whose keys are names of the outside world, and stay as they are. */
export function record<const K extends string, T>(
  keys: readonly K[],
  form: Form<T>,
): Form<Readonly<Record<K, T>>> {
  return named(Object.fromEntries(keys.map((key) => [key, form])) as Forms<Record<K, T>>, (key) => key)
}

function named<T extends object>(forms: Forms<T>, inFile: (name: string) => string): Form<T> {
  const all = Object.entries<Form<unknown>>(forms).map(([name, form]) => ({ name, key: inFile(name), form }))
  return {
    schema: z.object(Object.fromEntries(all.map(({ key, form }) => [key, form.schema]))),
    read(written) {
      const found = object(written)
      const value: Record<string, unknown> = {}
      for (const { name, key, form } of all) value[name] = form.read(found[key])
      return value as T
    },
    write(value) {
      const given = value as Readonly<Record<string, unknown>>
      const written: Record<string, unknown> = {}
      for (const { name, key, form } of all) written[key] = form.write(given[name])
      return written
    },
  }
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

export function object(written: unknown): Readonly<Record<string, unknown>> {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    throw new Malformed('an object expected')
  return written as Readonly<Record<string, unknown>>
}

/** A union told apart by a word; under each word it has its own further fields. */
export function tagged<T extends Readonly<Record<Tag, string>>, const Tag extends string>(
  tag: Tag,
  forms: {
    readonly [K in T[Tag]]: Forms<Omit<Extract<T, Readonly<Record<Tag, K>>>, Tag>>
  },
): Form<T> {
  const entries = Object.entries<Forms<object>>(forms)
  const byWord = new Map(
    entries.map(([word, rest]) => [word, fields<T>({ [tag]: oneOf(word), ...rest } as unknown as Forms<T>)]),
  )
  const formOf = (value: unknown): Form<T> => {
    const form = byWord.get(String(object(value)[tag]))
    if (form === undefined) throw new Malformed(`a ${tag} of ${[...byWord.keys()].join(', ')} expected`)
    return form
  }
  return {
    schema: z.union([...byWord.values()].map(({ schema }) => schema)),
    read: (written) => formOf(written).read(written),
    write: (value) => formOf(value).write(value),
  }
}

/** A union of two, told apart by a flag. */
export function either<T extends Readonly<Record<Tag, boolean>>, const Tag extends string>(
  tag: Tag,
  yes: Forms<Omit<Extract<T, Readonly<Record<Tag, true>>>, Tag>>,
  no: Forms<Omit<Extract<T, Readonly<Record<Tag, false>>>, Tag>>,
): Form<T> {
  const form = (fixed: boolean, rest: object): Form<T> => {
    const itself = plain(z.literal(fixed), String(fixed), (written) => written === fixed)
    return fields<T>({ [tag]: itself, ...rest } as unknown as Forms<T>)
  }
  const [whenTrue, whenFalse] = [form(true, yes), form(false, no)]
  return {
    schema: z.union([whenTrue.schema, whenFalse.schema]),
    read: (written) => (object(written)[tag] === true ? whenTrue : whenFalse).read(written),
    write: (value) => (value[tag] ? whenTrue : whenFalse).write(value),
  }
}

const mostShared = 1000
const longestShared = 2000

/** What thousands of endpoints have alike, as one object for all of them. */
export function shared<T>(form: Form<T>): Form<T> {
  const known = new Map<string, T>()
  return {
    ...form,
    read(written) {
      const key = JSON.stringify(written)
      const value = known.get(key) ?? form.read(written)
      if (known.size < mostShared && key.length <= longestShared) known.set(key, value)
      return value
    },
  }
}
