import type { Vulnerability, VulnerabilityName } from '../../model/grade.ts'
import type { TlsScan } from '../../model/tls-scan.ts'
import { speaks } from '../offered.ts'
import { detail } from '../unanswered.ts'
import { cap, type Cap } from './cap.ts'

type Found = Readonly<Record<VulnerabilityName, Vulnerability>>

/** The guide's rules about attacks that work, and about renegotiation, which is the door to one. */
export function attackCaps(scan: TlsScan, found: Found): readonly Cap[] {
  const { secureRenegotiation } = scan.features
  const renegotiation = scan.probes['insecure-renegotiation']
  return [
    ...rules.flatMap(([name, ...rest]) => (found[name].vulnerable === true ? [cap(...rest)] : [])),
    ...(renegotiation.known && renegotiation.value.vulnerable ? [insecureRenegotiation] : []),
    ...(found.drown.vulnerable === true && speaks(scan, 'SSLv2') !== true ? [drownElsewhere(found)] : []),
    ...(secureRenegotiation.known && !secureRenegotiation.value ? [noSecureRenegotiation] : []),
    ...(!secureRenegotiation.known && secureRenegotiation.reason !== 'not-asked'
      ? [
          cap(
            'A',
            'Scan again',
            `secure renegotiation was not established (${detail(secureRenegotiation)})`,
            '2009e',
          ),
        ]
      : []),
  ]
}

const practice = 'as SSL Labs practises it'

const rules: readonly (readonly [VulnerabilityName, ...Parameters<typeof cap>])[] = [
  [
    'heartbleed',
    'F',
    'Update the TLS library, then replace key and certificate',
    'the server hands out its memory (Heartbleed)',
    practice,
  ],
  [
    'ccs-injection',
    'F',
    'Update the TLS library',
    'ChangeCipherSpec is accepted too early (CCS injection)',
    practice,
  ],
  [
    'robot',
    'F',
    'Update the TLS library, or remove the suites with RSA key exchange',
    'the server tells whether RSA padding is right (ROBOT)',
    '2009o',
  ],
  ['poodle', 'C', 'Switch SSL 3.0 off', 'it is spoken with suites in CBC mode (POODLE)', '2009g'],
  ['crime', 'C', 'Switch TLS compression off', 'it is agreed to (CRIME)', '2009j'],
]

const insecureRenegotiation = cap(
  'F',
  'Update the TLS library, or switch renegotiation off',
  'renegotiation is accepted in its insecure form',
  '2009c',
)

const noSecureRenegotiation = cap(
  'A-',
  'Update the TLS library',
  'secure renegotiation (RFC 5746) is not supported',
  '2009e',
)

function drownElsewhere({ drown }: Found): Cap {
  return cap('F', 'Switch SSL 2.0 off there', `${drown.evidence} (DROWN)`, '2009l')
}
