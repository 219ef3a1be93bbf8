import { authority, parseAddress } from '../model/address.ts'
import type { Sighting } from '../model/observation.ts'
import { type EndpointTarget, expectedName, type Target } from '../model/target.ts'
import { shortened } from '../model/text.ts'

/** What a check has to show, and how openssl shows it. */
const shown = {
  chain: '-showcerts </dev/null',
  dates: '</dev/null | openssl x509 -noout -dates',
  names: '</dev/null | openssl x509 -noout -ext subjectAltName',
} as const

/**
 * The last step of a fix: a command that shows whether it worked. Only parsed hosts and numbers go into it, so that
 * it is safe to paste; for a file there is none, because a path may hold anything.
 */
export function thenCheck(target: Target, what: keyof typeof shown, seen: readonly Sighting[] = []): string {
  return target.kind === 'file' ? '' : ` Then check with \`${connect(target)}${keys(seen)} ${shown[what]}\`.`
}

/** What makes the server show a certificate that it keeps beside the one for ordinary clients. */
function keys(seen: readonly Sighting[]): string {
  if (seen.some(({ asked }) => asked === 'any')) return ''
  if (seen.some(({ asked }) => asked === 'rsa')) return ' -sigalgs RSA-PSS+SHA256:RSA+SHA256'
  return seen.some(({ asked }) => asked === 'ecdsa') ? ' -sigalgs ECDSA+SHA256:ECDSA+SHA384' : ''
}

/** What makes a new certificate count: the server reads it, or the file holds it. */
export function install(target: Target): string {
  return target.kind === 'file' ? `put it into ${shortened(target.path)}` : 'reload the server'
}

/** How a certificate is renewed; `when` is ` now` where there is no time left. */
export function renew(target: Target, seen: readonly Sighting[], when = ''): string {
  const command = target.kind === 'file' ? '' : ' (with certbot: `certbot renew`)'
  return `Renew the certificate${when}${command} and ${install(target)}.${thenCheck(target, 'dates', seen)}`
}

function connect(target: EndpointTarget): string {
  const place = authority(target.connectTo ?? target.host, target.port)
  const name = expectedName(target)
  return [
    'openssl s_client',
    `-connect ${place.startsWith('[') ? `'${place}'` : place}`,
    ...(name === null || parseAddress(name) !== undefined ? [] : [`-servername ${name}`]),
    ...(target.starttls === null ? [] : [`-starttls ${target.starttls}`]),
  ].join(' ')
}
