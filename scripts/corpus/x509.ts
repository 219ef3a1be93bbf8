import { atBench, put, type Bench } from './place.ts'

const extensions = `
[v3_ca]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[revoked]
basicConstraints = CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth,clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = DNS:www.example.com,DNS:*.example.com,IP:192.0.2.1,IP:2001:db8::1
authorityInfoAccess = OCSP;URI:http://ca.example/ocsp,caIssuers;URI:http://ca.example/ca.crt
crlDistributionPoints = URI:http://ca.example/ca.crl
certificatePolicies = 2.23.140.1.2.1
tlsfeature = status_request
1.3.6.1.4.1.11129.2.4.2 = DER:04:35:00:33:00:31:00:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:0000019ab0000000:0000:0403:0004:30020500
[every]
basicConstraints = CA:false
subjectAltName = DNS:a.example,email:a@example.com,URI:http://example.com/,RID:1.2.3.4,dirName:dn,otherName:1.3.6.1.4.1.311.20.2.3;UTF8:user@example.com
nameConstraints = permitted;DNS:.example.com,permitted;IP:10.0.0.0/255.0.0.0,excluded;email:.example.org,excluded;dirName:dn
issuerAltName = DNS:issuer.example
policyConstraints = requireExplicitPolicy:1
inhibitAnyPolicy = 2
certificatePolicies = 1.2.3.4,@policy
extendedKeyUsage = codeSigning,1.2.3.4.5
[policy]
policyIdentifier = 1.3.5.8
CPS.1 = "http://example.com/cps"
userNotice.1 = @notice
[notice]
explicitText = UTF8:"A notice"
[dn]
C = DE
O = Beispiel GmbH
[delegate]
extendedKeyUsage = OCSPSigning
noCheck = ignored
[shard]
issuingDistributionPoint = critical,@idp
[idp]
fullname = URI:http://ca.example/ca.crl
onlyuser = TRUE
`

const configuration = `
[ca]
default_ca = mine
[mine]
database = index.txt
certificate = ca.pem
private_key = ca.key
default_md = sha256
default_crl_days = 36500
crlnumber = crlnumber
`

const always = ['-days', '36500', '-sha256'] as const

/** Certificates, their containers, CRLs and OCSP answers: by OpenSSL, GnuTLS and Java. */
export async function makeX509(): Promise<void> {
  await atBench(async (bench) => {
    bench.write('ext.cnf', extensions)
    bench.write('ca.cnf', configuration + extensions)
    bench.write('index.txt', '')
    bench.write('crlnumber', '01\n')
    await authority(bench)
    await kinds(bench)
    await lists(bench)
    await answers(bench)
    await containers(bench)
  })
}

async function authority({ run, read }: Bench): Promise<void> {
  const ca = [
    '-subj',
    '/O=Example Authority/CN=Example CA',
    '-config',
    'req.cnf',
    '-extensions',
    'v3_ca',
  ] as const
  await run('openssl', 'ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'ca.key')
  await run('sh', '-c', `printf '[req]\\ndistinguished_name=dn\\n' | cat - ext.cnf > req.cnf`)
  await run('openssl', 'req', '-x509', '-new', '-key', 'ca.key', '-out', 'ca.pem', ...always, ...ca)
  await issue(run, 'revoked', 'revoked', '/CN=www.example.com')
  await issue(run, 'delegate', 'delegate', '/CN=responder')
  for (const name of ['ca', 'revoked']) {
    await run('openssl', 'x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`)
    put('certificate', `authority-${name}.der`, read(`${name}.der`))
  }
}

async function issue(run: Bench['run'], name: string, section: string, subject: string): Promise<void> {
  await run('openssl', 'ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', `${name}.key`)
  await run(
    'openssl',
    'req',
    '-new',
    '-key',
    `${name}.key`,
    '-subj',
    subject,
    '-config',
    'req.cnf',
    '-out',
    `${name}.csr`,
  )
  const signer = [
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-extfile',
    'ext.cnf',
    '-extensions',
    section,
  ]
  await run('openssl', 'x509', '-req', '-in', `${name}.csr`, '-out', `${name}.pem`, ...always, ...signer)
}

async function kinds({ run, read, write }: Bench): Promise<void> {
  const self = ['req', '-x509', '-newkey'] as const
  const common = ['-nodes', '-keyout', 'k.key', '-outform', 'DER', '-config', 'req.cnf', ...always] as const
  const made: Readonly<Record<string, readonly string[]>> = {
    'every-extension': [
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-384',
      '-extensions',
      'every',
      '-subj',
      '/C=DE/O=Käse/CN=ü',
      '-utf8',
    ],
    ed25519: ['ed25519', '-subj', '/CN=ed25519.example'],
    pss: ['rsa-pss', '-pkeyopt', 'rsa_keygen_bits:1024', '-subj', '/CN=pss.example'],
    'explicit-curve': [
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-pkeyopt',
      'ec_param_enc:explicit',
      '-subj',
      '/CN=c',
    ],
    'rsa-512': ['rsa:512', '-subj', '/CN=weak', '-set_serial', '0xffffffffffffffffffff'],
    'no-subject': ['rsa:1024', '-subj', '/'],
  }
  for (const [name, how] of Object.entries(made)) {
    await run('openssl', ...self, ...how, ...common, '-out', 'one.der')
    put('certificate', `openssl-${name}.der`, read('one.der'))
  }
  write(
    'template',
    'cn = gnutls.example\ndns_name = a.example\nip_address = 192.0.2.7\nexpiration_days = 36500\nserial = 7\ntls_www_server\nsigning_key\n',
  )
  await run('certtool', '--generate-privkey', '--key-type', 'rsa', '--bits', '2048', '--outfile', 'g.key')
  await run(
    'certtool',
    '--generate-self-signed',
    '--load-privkey',
    'g.key',
    '--template',
    'template',
    '--outder',
    '--outfile',
    'g.der',
  )
  put('certificate', 'gnutls.der', read('g.der'))
  await run(
    'keytool',
    '-genkeypair',
    '-alias',
    'a',
    '-keyalg',
    'EC',
    '-dname',
    'CN=java, O="A, B+C"',
    '-storepass',
    'secret',
    '-keystore',
    'java.p12',
    '-ext',
    'san=dns:java.example',
    '-validity',
    '36500',
  )
  await run(
    'keytool',
    '-exportcert',
    '-alias',
    'a',
    '-storepass',
    'secret',
    '-keystore',
    'java.p12',
    '-file',
    'java.der',
  )
  put('certificate', 'java.der', read('java.der'))
}

async function lists({ run, read }: Bench): Promise<void> {
  const gencrl = async (name: string, ...more: readonly string[]): Promise<void> => {
    await run('openssl', 'ca', '-config', 'ca.cnf', '-gencrl', '-out', 'crl.pem', ...more)
    await run('openssl', 'crl', '-in', 'crl.pem', '-outform', 'DER', '-out', 'crl.der')
    put('crl', `${name}.der`, read('crl.der'))
  }
  await gencrl('openssl-empty')
  await run('openssl', 'ca', '-config', 'ca.cnf', '-revoke', 'revoked.pem', '-crl_reason', 'keyCompromise')
  await gencrl('openssl-revoked')
  await gencrl('openssl-shard', '-crlexts', 'shard')
}

async function answers({ run, read }: Bench): Promise<void> {
  await run('openssl', 'ocsp', '-issuer', 'ca.pem', '-cert', 'revoked.pem', '-no_nonce', '-reqout', 'req.der')
  for (const [name, signer] of [
    ['issuer', 'ca'],
    ['delegate', 'delegate'],
  ] as const) {
    const by = ['-rsigner', `${signer}.pem`, '-rkey', `${signer}.key`, '-CA', 'ca.pem', '-ndays', '36500']
    await run('openssl', 'ocsp', '-index', 'index.txt', ...by, '-reqin', 'req.der', '-respout', 'resp.der')
    put('ocsp', `openssl-${name}.der`, read('resp.der'))
  }
  await run(
    'openssl',
    'ocsp',
    '-index',
    'index.txt',
    '-rsigner',
    'ca.pem',
    '-rkey',
    'ca.key',
    '-CA',
    'ca.pem',
    '-resp_key_id',
    '-resp_no_certs',
    '-reqin',
    'req.der',
    '-respout',
    'resp.der',
  )
  put('ocsp', 'openssl-by-key.der', read('resp.der'))
  put('ocsp', 'try-later.der', Uint8Array.of(0x30, 0x03, 0x0a, 0x01, 0x03))
}

async function containers({ run, read }: Bench): Promise<void> {
  await run(
    'certtool',
    '--p7-generate',
    '--p7-include-cert',
    '--load-certificate',
    'ca.pem',
    '--load-privkey',
    'ca.key',
    '--infile',
    'template',
    '--outder',
    '--outfile',
    'g.p7',
  )
  put('certificate-file', 'gnutls-signed.p7', read('g.p7'))
  await run(
    'openssl',
    'crl2pkcs7',
    '-in',
    'crl.pem',
    '-certfile',
    'ca.pem',
    '-outform',
    'DER',
    '-out',
    'c.p7b',
  )
  put('certificate-file', 'openssl-with-crl.p7b', read('c.p7b'))
  await run(
    'openssl',
    'pkcs8',
    '-topk8',
    '-v2',
    'aes256',
    '-in',
    'ca.key',
    '-passout',
    'pass:secret',
    '-out',
    'p8.pem',
  )
  await run(
    'sh',
    '-c',
    'openssl ec -in ca.key -aes128 -passout pass:secret -traditional 2>/dev/null | cat - p8.pem ca.pem > many.pem',
  )
  put('pem', 'openssl-encrypted-keys.pem', read('many.pem'))
  await run(
    'certtool',
    '--to-p12',
    '--load-certificate',
    'ca.pem',
    '--load-privkey',
    'ca.key',
    '--p12-name',
    'a',
    '--password',
    'secret',
    '--outder',
    '--outfile',
    'g.p12',
  )
  put('pkcs12', 'gnutls.p12', read('g.p12'))
  for (const [name, text] of [
    [
      'sequence',
      'SEQUENCE:s\n[s]\na=INT:0x80\nb=BOOL:true\nc=NULL\nd=OID:1.3.6.1\ne=EXP:0,UTF8:ä\nf=IMP:2,OCT:x\n',
    ],
    [
      'strings',
      'SEQUENCE:s\n[s]\na=IA5:a\nb=PRINTABLE:b\nc=T61:c\nd=BMP:d\ne=UNIV:e\nf=VISIBLE:f\ng=NUMERIC:1\nh=UTC:260101000000Z\ni=GENTIME:20260101000000Z\nj=FORMAT:BITLIST,BITSTRING:1,5\nk=ENUM:3\n',
    ],
    ['set', 'SET:s\n[s]\na=INT:-1\nb=OCTWRAP,SEQUENCE:t\n[t]\na=BITWRAP,INT:7\n'],
  ] as const) {
    await run('sh', '-c', `printf '%b' "$1" > gen.cnf`, 'sh', `asn1=${text}`.replaceAll('\n', '\\n'))
    await run('openssl', 'asn1parse', '-genconf', 'gen.cnf', '-noout', '-out', 'gen.der')
    put('der', `openssl-${name}.der`, read('gen.der'))
  }
}
