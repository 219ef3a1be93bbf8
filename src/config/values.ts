import { z } from 'zod'

import { type IpAddress, parseAddress } from '../model/address.ts'
import { type Hostname, parseHostname } from '../model/hostname.ts'
import { type HostText, parseHostText } from './host-text.ts'

// The message of each schema is what should stand there: a noun that follows "Write". Where whole sentences
// say it better, a custom issue carries them as its params.

export function whole(least: number, most: number): z.ZodType<number> {
  const say = `a whole number from ${least} to ${most}`
  return z.int(say).min(least, say).max(most, say)
}

export function number(least: number, most: number): z.ZodType<number> {
  const say = `a number from ${least} to ${most}`
  return z.number(say).min(least, say).max(most, say)
}

export function flag(): z.ZodType<boolean> {
  return z.boolean('true or false')
}

export function oneOf<const T extends string>(...values: readonly T[]): z.ZodType<T> {
  return z.enum(values, `one of ${values.join(', ')}`)
}

/** A text of one line, without anything that could act in a terminal or a log. */
export function line(say = 'a text', most = 500): z.ZodType<string> {
  return z
    .string(say)
    .min(1, say)
    .max(most, `${say} of at most ${most} characters`)
    .regex(/^\P{Cc}*$/u, `${say} of one line`)
}

/** A text in which `${NAME}` is replaced; what comes out is examined where it is used. */
export function secret(say: string): z.ZodType<string> {
  return z.string(say).meta({ $comment: secretComment })
}

/** How the JSON Schema tells a text in which `${NAME}` is replaced from any other. */
const secretComment = '${NAME} is replaced'

export function list<T>(item: z.ZodType<T>, example: string, most: number | null = null): z.ZodType<T[]> {
  const many = z.array(item, `a list, as in ${example}`)
  return most === null ? many : many.max(most, `a list of at most ${most}`)
}

export function days(): z.ZodType<number | 'auto'> {
  return z.union(
    [z.number().min(0).max(36_500), z.literal('auto')],
    'a number of days from 0 to 36500, or auto',
  )
}

export function url(): z.ZodType<string> {
  const say = 'an address that begins with https:// or http://'
  return line(say, 2000).refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), say)
}

/** A host in any of its written forms. */
export function hostText(): z.ZodType<HostText> {
  return z.string('a host, as in example.com').transform((text, context) => {
    const read = parseHostText(text)
    if ('host' in read) return read
    context.addIssue({ code: 'custom', params: { ...read } })
    return z.NEVER
  })
}

export function servername(): z.ZodType<Hostname> {
  return z.string('a host name').transform((text, context) => {
    const name = parseHostname(text)
    if (name !== undefined) return name
    context.addIssue(
      parseAddress(text) === undefined
        ? { code: 'custom', message: 'a host name' }
        : {
            code: 'custom',
            params: {
              message: 'An address cannot be a servername (RFC 6066 §3).',
              remedy: 'Write a host name, or leave the key out.',
            },
          },
    )
    return z.NEVER
  })
}

export function address(): z.ZodType<IpAddress> {
  const say = 'an IPv4 or IPv6 address, as in 192.0.2.10'
  return z.string(say).transform((text, context) => {
    const read = parseAddress(text)
    if (read !== undefined) return read
    context.addIssue({ code: 'custom', message: say })
    return z.NEVER
  })
}

/** Where a DNS server listens. */
export interface ResolverPlace {
  readonly address: IpAddress
  readonly port: number
}

const dnsPort = 53

/** An address, and perhaps a port after a colon; around IPv6 brackets then. */
export function resolverPlace(): z.ZodType<ResolverPlace> {
  const say = 'an address, as in 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353'
  return z.string(say).transform((text, context) => {
    const alone = parseAddress(text)
    if (alone !== undefined) return { address: alone, port: dnsPort }
    const [, host = '', digits = ''] = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/.exec(text) ?? []
    const [read, port] = [parseAddress(host), Number(digits)]
    if (read !== undefined && port >= 1 && port <= 65_535) return { address: read, port }
    context.addIssue({ code: 'custom', message: say })
    return z.NEVER
  })
}

/** The base64 of a SHA-256 digest: 32 octets. */
export function pin(): z.ZodType<string> {
  const say = 'the base64 of a SHA-256 digest: 44 characters, the last one "="'
  return z.string(say).regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, say)
}

/** A calendar day, read as its first instant in UTC. */
export function day(): z.ZodType<Date> {
  return z.iso.date('a date, as in 2027-03-31').transform((text) => new Date(`${text}T00:00:00Z`))
}
