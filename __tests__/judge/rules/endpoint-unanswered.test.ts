import { expect, test } from 'vitest'

import type { Verdict } from '../../../src/judge/rule.ts'
import { endpointUnanswered } from '../../../src/judge/rules/endpoint-unanswered.ts'
import { known, type Reason, reasons, unanswered } from '../../../src/model/answer.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { fingerprint, now } from '../../support/certificate.ts'
import {
  addressAnswer,
  fileTarget,
  ip,
  observation,
  policy,
  silent,
  target,
} from '../../support/observation.ts'
import { offer, tlsScan, versions } from '../../support/tls-scan.ts'

const one = ip('192.0.2.1')
const two = ip('2001:db8::2')
const verdict = (seen: Observation): Verdict | null => endpointUnanswered.judge(seen, policy(), now)
const late = unanswered('timed-out', 'no answer within 10 s')

test('an endpoint that gives no certificate is an error that says why', () => {
  expect(verdict(silent('refused', 'port 443 is closed'))).toEqual({
    message: 'The port is closed: port 443 is closed',
    fix: expect.stringContaining(
      'Check that the service runs and listens on this port. Then check with `openssl',
    ),
    evidence: {
      reason: 'refused',
      detail: 'port 443 is closed',
      addresses: [{ address: '192.0.2.1', reason: 'refused', detail: 'port 443 is closed' }],
    },
  })
})

test.each<Reason>(['not-asked', 'not-observed'])('%s is nobody’s silence', (reason) => {
  expect(verdict(silent(reason))).toBeNull()
})

test('every other reason has words of its own', () => {
  const spoken = reasons.filter((reason) => reason !== 'not-asked' && reason !== 'not-observed')
  const messages = spoken.map((reason) => verdict(silent(reason, ''))?.message)

  expect(new Set(messages).size).toBe(spoken.length)
  expect(messages).not.toContain(undefined)
})

test('all the addresses that were tried are named', () => {
  const addresses = [one, two].map((address) => addressAnswer({ address, leaf: late, otherLeaf: late }))

  expect(verdict(observation({ addresses, deliveries: late }))?.message).toBe(
    'The server did not answer in time: no answer within 10 s (tried 192.0.2.1 and 2001:db8::2)',
  )
})

test('a file that cannot be opened speaks, without a command to connect', () => {
  const seen = { ...silent('wrong-password', 'the MAC does not fit'), target: fileTarget(), addresses: [] }

  expect(verdict(seen)).toMatchObject({
    message: 'The file does not open with its password: the MAC does not fit',
    fix: 'Correct `password` for this file.',
  })
})

test('of a fault of our own the message carries one line, not the stack', () => {
  expect(verdict(silent('bug', 'TypeError: oops\n    at observe'))?.message).toBe(
    'certificate-monitor itself failed: TypeError: oops',
  )
})

test('under `addresses: all` each silent address is named', () => {
  const addresses = [addressAnswer(), addressAnswer({ address: two, leaf: late, otherLeaf: late })]

  expect(verdict(observation({ target: target({ addresses: 'all' }), addresses }))).toEqual({
    message: '1 address of 2 did not answer: 2001:db8::2 (timed-out)',
    fix: expect.stringContaining('no firewall drops connections'),
    evidence: {
      addresses: [{ address: '2001:db8::2', reason: 'timed-out', detail: 'no answer within 10 s' }],
    },
  })
})

test('under `addresses: first` an address that was passed over is nobody’s concern', () => {
  const addresses = [addressAnswer({ address: two, leaf: late, otherLeaf: late }), addressAnswer()]
  const quiet = [addressAnswer({ leaf: late, otherLeaf: unanswered('not-asked', '') }), addressAnswer()]

  expect(verdict(observation({ addresses: quiet }))).toBeNull()
  expect(verdict(observation({ addresses }))).toBeNull()
})

test('an address that our own settings left out is not silent', () => {
  const left = unanswered('not-asked', 'no route to IPv6')
  const addresses = [addressAnswer(), addressAnswer({ address: two, leaf: left, otherLeaf: left })]

  expect(verdict(observation({ target: target({ addresses: 'all' }), addresses }))).toBeNull()
})

test('a question about the other key type that timed out is a warning that says what is unknown', () => {
  const addresses = [addressAnswer({ otherLeaf: late })]

  expect(verdict(observation({ addresses }))).toMatchObject({
    raised: 'warning',
    message:
      'Whether there is a second certificate with another kind of key is unknown: 192.0.2.1 did not answer that question (timed-out: no answer within 10 s)',
  })
})

test.each<Reason>([
  'refused',
  'unreachable',
  'starttls-refused',
  'proxy-refused',
  'not-tls',
  'malformed',
  'bug',
])('a server that meets the other key type with %s has said nothing about it', (reason) => {
  const addresses = [addressAnswer({ otherLeaf: unanswered(reason, 'x') })]

  expect(verdict(observation({ addresses }))).toMatchObject({ raised: 'warning' })
})

test.each<Reason>(['refused-handshake', 'reset', 'closed', 'not-asked', 'not-observed'])(
  'a server that meets the other key type with %s has simply none',
  (reason) => {
    const addresses = [addressAnswer({ otherLeaf: unanswered(reason, '') })]

    expect(verdict(observation({ addresses }))).toBeNull()
  },
)

test('a second certificate that was seen leaves nothing unknown', () => {
  const addresses = [addressAnswer({ otherLeaf: known(fingerprint('other')) })]

  expect(verdict(observation({ addresses }))).toBeNull()
})

test('a scan that got no answer is a warning: versions and suites are not healthy for being unseen', () => {
  const nothing = tlsScan({
    versions: {
      SSLv2: late,
      SSLv3: late,
      TLSv1: late,
      'TLSv1.1': late,
      'TLSv1.2': late,
      'TLSv1.3': late,
    },
    offers: [],
  })

  for (const tls of [late, known(nothing)])
    expect(verdict(observation({ tls }))).toMatchObject({
      raised: 'warning',
      message:
        'What the server would agree to besides is unknown, because the scan got no answer (timed-out: no answer within 10 s)',
      evidence: { scan: { reason: 'timed-out' } },
    })
})

test('a scan that broke off is a notice that says what was not answered', () => {
  const cut = offer('TLSv1.2', [0xc02f])
  const scan = tlsScan({
    versions: { ...versions('TLSv1.2', 'TLSv1.3'), SSLv2: late },
    offers: [{ ...cut, suites: { ...cut.suites, cut: late } }, offer('TLSv1.3', [0x1301])],
  })

  expect(verdict(observation({ tls: known(scan) }))).toMatchObject({
    raised: 'notice',
    message:
      'The scan got no answer to 2 questions (timed-out: no answer within 10 s): whether SSLv2 is spoken and all suites of TLSv1.2',
  })
})

test.each(['not-asked', 'not-observed'] as const)('a scan that is %s is nobody’s trouble', (reason) => {
  const tls = unanswered(reason, 'nobody asked')

  expect(verdict(observation({ tls }))).toBeNull()
  expect(verdict(observation({ tls: known(tlsScan({ hsts: tls })) }))).toBeNull()
})
