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
            `Secure renegotiation was not established (${detail(secureRenegotiation)})`,
            'scan again',
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
    'The server hands out its memory (Heartbleed)',
    'update its TLS library, then replace key and certificate',
    practice,
  ],
  [
    'ccs-injection',
    'F',
    'ChangeCipherSpec is accepted too early (CCS injection)',
    'update the TLS library',
    practice,
  ],
  [
    'robot',
    'F',
    'The server tells whether RSA padding is right (ROBOT)',
    'update it, or remove the suites with RSA key exchange',
    '2009o',
  ],
  ['poodle', 'C', 'SSL 3.0 is spoken with suites in CBC mode (POODLE)', 'switch SSL 3.0 off', '2009g'],
  ['crime', 'C', 'TLS compression is agreed to (CRIME)', 'switch it off', '2009j'],
]

const insecureRenegotiation = cap(
  'F',
  'Renegotiation is accepted in its insecure form',
  'update the TLS library, or switch renegotiation off',
  '2009c',
)

const noSecureRenegotiation = cap(
  'A-',
  'Secure renegotiation (RFC 5746) is not supported',
  'update the TLS library',
  '2009e',
)

function drownElsewhere({ drown }: Found): Cap {
  return cap('F', `${drown.evidence} (DROWN)`, 'switch SSL 2.0 off there', '2009l')
}
