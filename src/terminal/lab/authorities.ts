import { dayMs } from '../../model/certificate.ts'
import { type KeyKind, keyPair, mint, type Minted } from './mint.ts'

/** The CAs of the lab, by the names that its servers' chains are written in. */
export interface Authorities {
  /** The throw-away root that the lab's config trusts. */
  readonly root: Minted
  /** Issues what the servers show. */
  readonly intermediate: Minted
  /** An intermediate of a root that nobody trusts, and that nobody has any more. */
  readonly foreign: Minted
}

/** What a leaf is made of; all that is left out is healthy. */
export interface Recipe {
  /** Default `p256`. */
  readonly key?: KeyKind
  /** Default 90, as automated CAs issue them. */
  readonly lifetimeDays?: number
  /** From the start of the lab; default 60. Negative: expired. */
  readonly daysLeft?: number
  /** Default: the server's own. */
  readonly name?: string
  /** Default `intermediate`; `null`: signed with its own key. */
  readonly issuer?: keyof Authorities | null
  readonly hash?: 'sha1'
}

/** Makes the CAs for a lab that opens at the instant. */
export function authorities(now: Date): Authorities {
  const valid = (years: number): { readonly notBefore: Date; readonly notAfter: Date } => ({
    notBefore: inDays(now, -365),
    notAfter: inDays(now, years * 365),
  })
  const organizationName = 'certificate-monitor lab'
  const root = mint({ organizationName, commonName: 'Lab Root', ca: true, ...valid(9) })
  const lost = mint({ organizationName: 'Somebody else', commonName: 'Foreign Root', ca: true, ...valid(9) })
  return {
    root,
    intermediate: mint({ organizationName, commonName: 'Lab Intermediate', ca: 0, ...valid(4) }, root),
    foreign: mint(
      { organizationName: 'Somebody else', commonName: 'Foreign Intermediate', ca: 0, ...valid(4) },
      lost,
    ),
  }
}

/** Makes leaves by recipe. RSA keys of 2,048 bits take their time, so that one pair serves them all. */
export function leafMinter(now: Date, issuers: Authorities): (recipe: Recipe, domain: string) => Minted {
  let shared: ReturnType<typeof keyPair> | undefined
  return (recipe, domain) => {
    const { key = 'p256', lifetimeDays = 90, daysLeft = 60, name = domain, issuer = 'intermediate' } = recipe
    const notAfter = inDays(now, daysLeft)
    return mint(
      {
        commonName: name,
        names: [name],
        notBefore: inDays(notAfter, -lifetimeDays),
        notAfter,
        keyPair: key === 'rsa2048' ? (shared ??= keyPair(key)) : keyPair(key),
        ...(recipe.hash === undefined ? {} : { hash: recipe.hash }),
      },
      issuer === null ? undefined : issuers[issuer],
    )
  }
}

function inDays(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * dayMs)
}
