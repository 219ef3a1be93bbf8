import { createPublicKey, X509Certificate } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'

import { readMemory, writeMemory } from '../../../src/history/memory-file.ts'
import type { Certificate } from '../../../src/model/certificate.ts'
import { rememberedCertificate } from '../../../src/model/remembered-certificate.ts'
import { readCertificateFile, readIssuerFile } from '../../../src/wire/containers.ts'
import { type Crl, crlVerifies, readCrl, revokedIn } from '../../../src/wire/crl.ts'
import { encodedOf, wholeSpan } from '../../../src/wire/der-span.ts'
import { type Der, readBer, readDer } from '../../../src/wire/der.ts'
import { Malformed, WrongPassword } from '../../../src/wire/malformed.ts'
import { readOcspAnswer } from '../../../src/wire/ocsp.ts'
import { readPem, writePem } from '../../../src/wire/pem.ts'
import { readPkcs12Certificates, readPkcs12Identity } from '../../../src/wire/pkcs12.ts'
import { readEmbeddedScts, readSctList, sctVerifies } from '../../../src/wire/sct.ts'
import { readCertificate } from '../../../src/wire/x509.ts'
import { issuerOf, leafOf } from '../authority.ts'
import { committedInputs } from '../corpus.ts'
import { fresh } from '../fresh-memory.ts'
import { answerIn, answerOf, demand, type Subject } from '../subject.ts'

const words: readonly (string | Uint8Array)[] = [
  Uint8Array.of(0x05, 0x00),
  Uint8Array.of(0x30, 0x80, 0x00, 0x00),
  Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff),
  Uint8Array.of(0x06, 0x03, 0x55, 0x1d, 0x11),
  Uint8Array.of(0x06, 0x03, 0x55, 0x1d, 0x13),
  Uint8Array.of(0x06, 0x03, 0x55, 0x04, 0x03),
  Uint8Array.of(0x01, 0x01, 0xff),
  Uint8Array.of(0x02, 0x01, 0x80),
  Uint8Array.of(0x87, 0x04, 127, 0, 0, 1),
  Uint8Array.of(0x06, 0x0a, 0x2b, 0x06, 0x01, 0x04, 0x01, 0xd6, 0x79, 0x02, 0x04, 0x02),
  '20501231235959Z',
  '99991231235959Z',
  '000101000000Z',
  '20240230000000Z',
  '*.example.com',
  'xn--bcher-kva.example',
  'http://example.com/\r\n',
  '\u0000',
]

/** In octets: more is asked of less, for what asks everything of every value. */
const longestAsked = 4000

/** Asks every value of a tree for everything it might be. */
function askAll(der: Der): void {
  const { constructed } = der
  const asked: readonly (() => unknown)[] = [
    () => der.boolean(),
    () => der.smallInteger(),
    () => der.oid(),
    () => der.octetString(),
    () => der.bitString(),
    () => der.text(),
    () => der.ascii(),
    () => der.pieces(),
    () => der.explicit(),
  ]
  for (const ask of asked) answerOf(ask, Malformed)
  if (constructed) for (const member of der.members) askAll(member)
}

/** OpenSSL reads the same octets by itself: where both take them, they must say the same. */
function compare(certificate: Certificate): void {
  const theirs = quietly(() => new X509Certificate(certificate.der))
  // OpenSSL writes some of what it has read anew, such as bits of a signature that do not count.
  if (theirs === null || Buffer.compare(theirs.raw, certificate.der) !== 0) return
  const { serial, notBefore, notAfter, sha256, alternativeNames } = certificate
  demand(
    theirs.fingerprint256.replaceAll(':', '').toLowerCase() === sha256,
    'another fingerprint than OpenSSL',
  )
  if (serial !== '' && serial < '8')
    demand(
      trimmed(theirs.serialNumber.toLowerCase()) === trimmed(serial),
      'another serial number than OpenSSL',
    )
  for (const [ours, text] of [
    [notBefore, theirs.validFrom],
    [notAfter, theirs.validTo],
  ] as const) {
    const date = new Date(text)
    if (ours !== null && !Number.isNaN(date.getTime()))
      demand(ours.getTime() === date.getTime(), 'another time than OpenSSL')
  }
  for (const { kind, value } of alternativeNames) {
    if (kind !== 'dns' || !/^[a-z0-9]+(?:\.[a-z0-9]+)+$/u.test(value)) continue
    demand(theirs.checkHost(value, { subject: 'never' }) !== undefined, 'a name that OpenSSL does not see')
  }
}

function quietly<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

function trimmed(hex: string): string {
  return hex.replace(/^0+(?=.)/u, '')
}

/** Whatever can be read can be remembered: else a hostile certificate would wipe out what is known of its server. */
function remember(certificate: Certificate): void {
  const memory = fresh(rememberedCertificate(certificate, new Date(0), new Date(1000)))
  demand(isDeepStrictEqual(readMemory(writeMemory(memory)), memory), 'remembered otherwise than it was read')
}

const at = new Date('2026-12-01T00:00:00Z')

/** What CAs make and servers hand on: DER, PEM and their containers. */
export const x509Subjects: readonly Subject[] = [
  {
    name: 'der',
    room: 'wire',
    shape: 'der',
    words,
    borrowed: ['__tests__/fixtures/wire/ca.der', '__tests__/fixtures/wire/ec.p7b'],
    check(input) {
      const der = answerOf(() => readDer(input, 'input'), Malformed)
      const ber = answerOf(() => readBer(input, 'input'), Malformed)
      if (ber !== undefined && input.length <= longestAsked) askAll(ber)
      if (der === undefined) return
      demand(Buffer.compare(der.encoded, input) === 0, 'written otherwise than read')
      demand(ber !== undefined, 'DER that is no BER')
      demand(wholeSpan(input, 'input').to === input.length, 'DER that our two readers see differently')
    },
  },
  {
    name: 'certificate',
    room: 'wire',
    shape: 'der',
    words,
    borrowed: [
      '__tests__/fixtures/wire/ca.der',
      '__tests__/fixtures/wire/rsa.der',
      '__tests__/fixtures/wire/ec.der',
    ],
    check(input) {
      const certificate = answerOf(() => readCertificate(input), Malformed)
      answerOf(() => readEmbeddedScts(input), Malformed)
      if (certificate === undefined) return
      compare(certificate)
      remember(certificate)
    },
  },
  {
    name: 'certificate-file',
    room: 'wire',
    shape: 'der',
    words: [
      ...words,
      '-----BEGIN CERTIFICATE-----\n',
      '-----END CERTIFICATE-----\n',
      '-----BEGIN PKCS7-----\n',
    ],
    borrowed: [
      '__tests__/fixtures/wire/ec.p7b',
      '__tests__/fixtures/wire/chain.pem',
      '__tests__/fixtures/wire/kinds.pem',
      '__tests__/fixtures/wire/full.pem',
    ],
    async check(input) {
      const issuers = answerOf(() => readIssuerFile(input), Malformed)
      const all = await answerIn(() => readCertificateFile(input, 'secret'), Malformed, WrongPassword)
      for (const one of [...(issuers ?? []), ...(all ?? [])]) answerOf(() => readCertificate(one), Malformed)
    },
  },
  {
    name: 'pem',
    room: 'wire',
    shape: 'text',
    words: [
      '-----BEGIN ',
      '-----END ',
      'CERTIFICATE',
      '-----',
      '=',
      '==',
      'Proc-Type: 4,ENCRYPTED',
      '\n\n',
      '\uFEFF',
    ],
    borrowed: ['__tests__/fixtures/wire/chain.pem', '__tests__/fixtures/wire/ec.p7b.pem'],
    check(input) {
      const blocks = answerOf(() => readPem(input), Malformed) ?? []
      const again = readPem(blocks.map(({ label, der }) => writePem(label, der)).join(''))
      demand(isDeepStrictEqual(again.map(plain), blocks.map(plain)), 'written otherwise than read')
    },
  },
  {
    name: 'pkcs12',
    room: 'wire',
    shape: 'der',
    words: [
      ...words,
      Uint8Array.of(0x02, 0x03, 0x01, 0x00, 0x00),
      Uint8Array.of(0x02, 0x04, 0x7f, 0xff, 0xff, 0xff),
    ],
    borrowed: ['ec.legacy', 'ec.modern', 'ec.rc2', 'ec.no-mac', 'ec.open', 'rsa.'].map(
      (name) => `__tests__/fixtures/wire/${name}`,
    ),
    // Deriving keys is meant to take its time; how many rounds a file may ask for is limited.
    patienceMs: 12_000,
    async check(input) {
      await answerIn(() => readPkcs12Certificates(input, 'secret'), Malformed, WrongPassword)
      await answerIn(() => readPkcs12Identity(input, 'secret'), Malformed, WrongPassword)
    },
  },
  {
    name: 'sct-list',
    room: 'wire',
    shape: 'octets',
    words: [Uint8Array.of(0, 0x77, 0), Uint8Array.of(4, 3, 0, 0x47), Uint8Array.of(0xff, 0xff, 0xff, 0xff)],
    check(input) {
      const scts = answerOf(() => readSctList(input), Malformed) ?? []
      for (const sct of scts) {
        const entry = { kind: 'x509_entry', certificate: input } as const
        demand(!sctVerifies(sct, entry, key), 'an SCT of nobody verifies')
      }
    },
  },
  {
    name: 'crl',
    room: 'wire',
    shape: 'der',
    words,
    check(input) {
      const crl = answerOf(() => readCrl(input), Malformed)
      if (crl === undefined) return
      answerOf(() => revokedIn(crl, leafOf()), Malformed)
      const verified = answerOf(() => crlVerifies(crl, issuerOf()), Malformed)
      if (verified === true)
        demand(signedLists().has(hexOf(crl)), 'a list that nobody signed is taken for signed')
    },
  },
  {
    name: 'ocsp',
    room: 'wire',
    shape: 'der',
    words,
    check(input) {
      const answer = answerOf(() => readOcspAnswer(input, leafOf(), issuerOf(), at), Malformed)
      if (answer !== undefined)
        demand(answer.status === 'revoked', 'an answer that nobody signed is taken for signed')
    },
  },
]

function hexOf({ bytes, signed }: Crl): string {
  return Buffer.from(encodedOf(bytes, signed)).toString('hex')
}

let signed: ReadonlySet<string> | undefined

/** What the authority of the corpus signed. */
function signedLists(): ReadonlySet<string> {
  signed ??= new Set(committedInputs('crl').map(({ input }) => hexOf(readCrl(input))))
  return signed
}

const key = createPublicKey(`-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/
m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==
-----END PUBLIC KEY-----
`)

function plain({ label, der }: { readonly label: string; readonly der: Uint8Array }): readonly string[] {
  return [label, Buffer.from(der).toString('hex')]
}
