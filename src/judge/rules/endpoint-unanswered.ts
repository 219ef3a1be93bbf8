import type { Reason, Unanswered } from '../../model/answer.ts'
import type { Evidence } from '../../model/finding.ts'
import { shownLimits } from '../../model/limits.ts'
import type { AddressAnswer, Observation } from '../../model/observation.ts'
import { sawNoVersion, scanGaps } from '../../model/scan-gaps.ts'
import { counted, listed } from '../../model/text.ts'
import { thenCheck } from '../command.ts'
import type { Rule, Verdict } from '../rule.ts'
import { detail } from '../unanswered.ts'

/** What happened and what to do, by reason; `null` where our own settings or the end of the run are the reason. */
const words: Readonly<Record<Reason, readonly [happened: string, remedy: string] | null>> = {
  unresolved: ['The name has no address', 'Check the spelling of the name and its DNS records.'],
  refused: ['The port is closed', 'Check that the service runs and listens on this port.'],
  unreachable: [
    'There is no route to the server',
    'Check the address, routing and firewalls from this machine.',
  ],
  'timed-out': [
    'The server did not answer in time',
    'Check that it runs and that no firewall drops connections from this machine; a slow one needs more `timeout`.',
  ],
  reset: [
    'The server reset the connection',
    'Check that the service runs and accepts connections from this machine.',
  ],
  closed: [
    'The server closed the connection without an answer',
    'Check that the service behind the port runs and accepts connections from this machine.',
  ],
  'refused-handshake': [
    'The server refused the TLS handshake',
    'Check its certificate and TLS settings, and that `servername` is a name it knows.',
  ],
  'not-tls': [
    'The port answers, but not with TLS',
    'Check the port; a plain-text protocol needs `starttls`.',
  ],
  'starttls-refused': [
    'The server refused STARTTLS',
    'Switch STARTTLS on, or check `starttls` and the port.',
  ],
  'proxy-refused': ['The proxy opened no connection to the server', 'Allow the host and port on the proxy.'],
  malformed: [
    'What was sent breaks the specification',
    'Check what runs on this port, or what the file holds; the detail says where reading stopped.',
  ],
  blocked: [
    'This run may not look at the endpoint',
    'A pull request from outside contacts no private address and gets no secrets; the run on the default branch looks at this endpoint. Anywhere else set `network: { allow_private: true }`.',
  ],
  unreadable: ['The file cannot be read', 'Check the path and its permissions.'],
  'wrong-password': ['The file does not open with its password', 'Correct `password` for this file.'],
  bug: ['certificate-monitor itself failed', 'Please report this, with the stack from the log.'],
  'not-asked': null,
  'not-observed': null,
}

/**
 * The one rule that speaks of unanswered questions: no certificate at all, addresses that stayed silent while
 * others answered, a second certificate that could not be asked for, or a scan that broke off.
 */
export const endpointUnanswered: Rule = {
  id: 'endpoint/unanswered',
  severity: 'error',
  title: 'The endpoint answers, and shows its certificate',
  help: `Nothing is known about the certificate: the endpoint, or one of its addresses under \`addresses: all\`,
gave none, or the file could not be opened. The reason stands in the evidence. No other rule says anything about
what was not seen, so an outage is one finding, and a host that is down never counts as healthy.

An endpoint that shows its certificate but does not answer whether it has a second one with another kind of key
(RSA beside ECDSA) gets a warning only: the certificate seen is judged, the other is unknown.

A scan that got no answer gets a warning, too, and one that got some answers a notice: what was found is judged, and
what was not is neither good nor bad. Then there is no grade where a part of it is missing.

An endpoint that this run may not contact gets a warning, too: private addresses and targets that need a secret are
left alone in a pull request from outside.

**What to do.** Find out whether the service is down, or only closed to this runner: some hosts turn away the
networks of cloud providers. \`timeout\` and \`retries\` are there for slow ones.`,

  judge(observation: Observation): Verdict | null {
    const { deliveries } = observation
    if (!deliveries.known) return nothingSeen(observation, deliveries)
    return (
      silentAddresses(observation) ??
      scanUnanswered(observation) ??
      otherLeafUnknown(observation) ??
      scanIncomplete(observation)
    )
  },
}

function nothingSeen({ target, addresses }: Observation, answer: Unanswered): Verdict | null {
  const said = words[answer.reason]
  if (said === null) return null
  const tried = addresses.flatMap(({ address }) => (address === null ? [] : [address]))
  const where = tried.length > 1 ? ` (tried ${listed(tried, 10)})` : ''
  return {
    message: `${said[0]}: ${detail(answer)}${where}`,
    fix: said[1] + thenCheck(target, 'chain'),
    // Our own caution is no fault of the endpoint, and no proof of its health.
    ...(answer.reason === 'blocked' ? { raised: 'warning' } : {}),
    evidence: {
      reason: answer.reason,
      detail: detail(answer),
      addresses: addresses.map(({ address, leaf }) => proof(address, leaf.known ? null : leaf)),
    },
  }
}

/** With `addresses: first` the others are only a way to get through, and their silence is nobody's concern. */
function silentAddresses({ target, addresses }: Observation): Verdict | null {
  if (target.kind === 'file' || target.addresses === 'first') return null
  const silent = addresses.flatMap((answer) => failed(answer, answer.leaf))
  const [first] = silent
  if (first === undefined) return null
  return {
    message:
      `${counted(silent.length, 'address', 'addresses')} of ${addresses.length} did not answer: ` +
      listed(
        silent.map(({ address, answer }) => `${address ?? 'by proxy'} (${answer.reason})`),
        20,
      ),
    fix: words[first.answer.reason]?.[1] ?? '',
    evidence: { addresses: silent.map(({ address, answer }) => proof(address, answer)) },
  }
}

/**
 * A server without a key of the asked kind may hang up instead of sending an alert, so `reset` and `closed` are
 * as good as "none"; a timeout, broken bytes or a port that is closed the second time are not.
 */
const sayingNo: ReadonlySet<Reason> = new Set<Reason>(['refused-handshake', 'reset', 'closed'])

function otherLeafUnknown({ target, addresses }: Observation): Verdict | null {
  const unknown = addresses
    .filter(({ leaf }) => leaf.known)
    .flatMap((answer) => failed(answer, answer.otherLeaf))
    .filter(({ answer }) => !sayingNo.has(answer.reason))
  const [first] = unknown
  if (first === undefined) return null
  const places = listed(
    unknown.map(({ address }) => address ?? 'the proxied address'),
    20,
  )
  return {
    raised: 'warning',
    message:
      `Whether there is a second certificate with another kind of key is unknown: ` +
      `${places} did not answer that question (${first.answer.reason}: ${detail(first.answer)})`,
    fix: `The certificate that was seen is judged. If this stays, check why the server is slow.${thenCheck(target, 'chain')}`,
    evidence: { other_leaf: unknown.map(({ address, answer }) => proof(address, answer)) },
  }
}

const unscanned = 'What the server would agree to besides is unknown'

/** The certificate was seen, and then the server answered no more: nothing about versions and suites is all right. */
function scanUnanswered({ tls, target }: Observation): Verdict | null {
  const answer = tls.known ? (sawNoVersion(tls.value) ? scanGaps(tls.value)[0]?.answer : undefined) : tls
  const said = answer === undefined ? null : words[answer.reason]
  if (answer === undefined || said === null) return null
  return {
    raised: 'warning',
    message: `${unscanned}, because the scan got no answer (${answer.reason}: ${detail(answer)})`,
    fix: `The certificate that was seen is judged; versions and suites are not, and there is no grade. ${scanRemedy}${thenCheck(target, 'chain')}`,
    evidence: { scan: { reason: answer.reason, detail: detail(answer) } },
  }
}

const scanRemedy =
  'If this stays, check whether the server or a firewall turns away many connections in a row; `connections_per_host: 1` may help.'

/** Parts of a scan that got no answer: what was found is judged, and the rest is neither good nor bad. */
function scanIncomplete({ tls }: Observation): Verdict | null {
  const gaps = tls.known ? scanGaps(tls.value).filter(({ answer }) => words[answer.reason] !== null) : []
  const [first] = gaps
  if (first === undefined) return null
  return {
    raised: 'notice',
    message: `The scan got no answer to ${counted(gaps.length, 'question')} (${first.answer.reason}: ${detail(first.answer)}): ${listed(
      gaps.map(({ what }) => what),
      shownLimits.named,
    )}`,
    fix: `What was found is judged. ${scanRemedy}`,
    evidence: { scan: gaps.map(({ what, answer }) => ({ question: what, reason: answer.reason })) },
  }
}

interface Failed {
  readonly address: AddressAnswer['address']
  readonly answer: Unanswered
}

function failed({ address }: AddressAnswer, answer: AddressAnswer['leaf' | 'otherLeaf']): readonly Failed[] {
  return answer.known || words[answer.reason] === null ? [] : [{ address, answer }]
}

function proof(address: AddressAnswer['address'], answer: Unanswered | null): Evidence {
  return { address, reason: answer?.reason ?? null, detail: answer === null ? null : detail(answer) }
}
