import type { Pairs } from '../pair.ts'
import { type LabServer, lacking, type Site, type Stack } from '../stack.ts'
import type { Testimony } from '../testimony.ts'
import { type OpensslConfiguration, readConfiguration } from '../witnesses/openssl-ciphers.ts'

interface NginxSite extends LabServer {
  readonly configuration: OpensslConfiguration
  readonly pairs: readonly (keyof Pairs)[]
  /** Further directives. */
  readonly directives?: readonly string[]
}

const both = { pairs: ['rsa', 'ecdsa'], keys: ['RSA', 'ECDSA'] } as const
const rsaOnly = { pairs: ['rsa'], keys: ['RSA'] } as const
const all = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
const everything = 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'

const sites: readonly NginxSite[] = [
  site(
    'of today: TLS 1.2 and 1.3, AEAD only, two certificates',
    both,
    ['TLSv1.2', 'TLSv1.3'],
    'ECDHE+AESGCM:ECDHE+CHACHA20',
    ['ssl_prefer_server_ciphers on'],
  ),
  site('TLS 1.3 alone', rsaOnly, ['TLSv1.3'], 'DEFAULT'),
  site('TLS 1.0 to 1.3 with all that OpenSSL has, two certificates', both, all, everything, [
    'ssl_prefer_server_ciphers on',
    'ssl_dhparam dh2048.pem',
  ]),
  site('TLS 1.0 alone', both, ['TLSv1'], everything),
  site('TLS 1.1 alone', both, ['TLSv1.1'], everything),
  site('TLS 1.2 alone', both, ['TLSv1.2'], 'DEFAULT'),
  site('the order of the client', both, ['TLSv1.2', 'TLSv1.3'], 'HIGH', ['ssl_prefer_server_ciphers off']),
  site('static RSA and CBC', rsaOnly, ['TLSv1', 'TLSv1.2'], 'kRSA+AES:!AESGCM:!AESCCM:@SECLEVEL=0'),
  site(
    'no encryption and no authentication',
    rsaOnly,
    ['TLSv1', 'TLSv1.2'],
    'eNULL:aNULL:@SECLEVEL=0',
    ['ssl_dhparam dh2048.pem'],
    {
      unheard: [
        {
          witness: 'sslscan',
          of: 'TLSv1.2',
          groupsOnly: true,
          because: 'it asks with authenticated suites only',
        },
      ],
    },
  ),
  site('Diffie-Hellman of 1024 bits', rsaOnly, ['TLSv1.2'], 'kDHE:!aNULL:!PSK:@SECLEVEL=0', [
    'ssl_dhparam dh1024.pem',
  ]),
  site('two groups', rsaOnly, ['TLSv1.2', 'TLSv1.3'], 'ECDHE', ['ssl_ecdh_curve X25519:secp384r1'], {
    groups: ['0x0018', '0x001d'],
  }),
  site(
    'ECDSA on P-384, whose curve the client must name',
    { pairs: ['p384'], keys: ['ECDSA'] },
    ['TLSv1.2', 'TLSv1.3'],
    'ECDHE',
    ['ssl_ecdh_curve X25519:prime256v1:secp384r1'],
    {
      groups: ['0x0017', '0x0018', '0x001d'],
      unheard: [
        { witness: 'nmap', of: 'TLSv1.3', because: '7.93 offers no ecdsa_secp384r1_sha384' },
        {
          witness: 'sslscan',
          of: 'TLSv1.2',
          groupsOnly: true,
          because: 'it offers a curve alone, without the certificate’s',
        },
      ],
    },
  ),
  site('a wish for a client certificate', rsaOnly, ['TLSv1.2', 'TLSv1.3'], 'ECDHE', [
    'ssl_verify_client optional_no_ca',
  ]),
]

/** One nginx for all sites, on the distribution's OpenSSL. */
export const nginx: Stack = {
  name: 'nginx',
  lack: () => lacking('nginx'),
  servers: sites,
  preparations: () => [
    ['openssl', 'dhparam', '-dsaparam', '-out', 'dh1024.pem', '1024'],
    ['openssl', 'dhparam', '-dsaparam', '-out', 'dh2048.pem', '2048'],
  ],
  files: (site) => ({ 'nginx.conf': configurationOf(site) }),
  programs: ({ directory }) => [
    { command: ['nginx', '-p', directory, '-c', 'nginx.conf', '-e', 'errors'], serves: sites },
  ],
}

function site(
  name: string,
  { pairs, keys }: Pick<NginxSite, 'pairs'> & Pick<OpensslConfiguration, 'keys'>,
  versions: OpensslConfiguration['versions'],
  ciphers: string,
  directives: readonly string[] = [],
  further: Pick<OpensslConfiguration, 'groups'> & Pick<LabServer, 'unheard'> = {},
): NginxSite {
  const dh = directives.some((directive) => directive.startsWith('ssl_dhparam'))
  const configuration = { versions, ciphers, keys, dh, ...further }
  const configured = (): Promise<Testimony> => readConfiguration(configuration)
  return { name, configuration, pairs, directives, configured, ...further }
}

function configurationOf(where: Site): string {
  const servers = sites.map((site) => {
    const { versions, ciphers } = site.configuration
    const certificates = site.pairs.flatMap((kind) => [
      `ssl_certificate ${where.pairs[kind].certificate}`,
      `ssl_certificate_key ${where.pairs[kind].key}`,
    ])
    const directives = [
      `listen 127.0.0.1:${where.port(site)} ssl`,
      `ssl_protocols ${versions.join(' ')}`,
      `ssl_ciphers ${ciphers}`,
      ...certificates,
      ...(site.directives ?? []),
    ]
    return `  server {\n${directives.map((directive) => `    ${directive};\n`).join('')}  }\n`
  })
  return `daemon off;
master_process off;
pid nginx.pid;
events {}
http {
  access_log off;
${servers.join('')}}
`
}
