import { expect, test } from 'vitest'

import { readNmap } from './nmap.ts'

const report = (scripts: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nmaprun>
<!-- Nmap 7.93 scan initiated as: nmap -&#45;script ssl-enum-ciphers -->
<nmaprun scanner="nmap" version="7.93" xmloutputversion="1.05">
<host><ports><port protocol="tcp" portid="443"><state state="open"/>${scripts}</port></ports></host>
</nmaprun>`

test('reads versions, suites in order, and whose order it is', () => {
  const said = readNmap(
    report(`<script id="ssl-enum-ciphers" output="&#xa;  TLSv1.0: &#xa;"><table key="TLSv1.0">
<table key="ciphers">
<table><elem key="kex_info">rsa 2048</elem><elem key="name">TLS_RSA_WITH_RC4_128_SHA</elem></table>
<table><elem key="name">TLS_RSA_WITH_3DES_EDE_CBC_SHA</elem></table>
</table>
<table key="compressors"><elem>NULL</elem></table>
<elem key="cipher preference">client</elem>
</table>
<table key="TLSv1.3">
<table key="ciphers">
<table><elem key="name">TLS_AKE_WITH_AES_256_GCM_SHA384</elem></table>
<table><elem key="name">TLS_AKE_WITH_AES_128_GCM_SHA256</elem></table>
</table>
<elem key="cipher preference">server</elem>
</table>
<elem key="least strength">A</elem>
</script>`),
  )

  expect(said).toMatchObject({
    witness: 'nmap 7.93',
    versions: {
      SSLv2: false,
      SSLv3: false,
      TLSv1: true,
      'TLSv1.1': false,
      'TLSv1.2': false,
      'TLSv1.3': true,
    },
    suites: {
      TLSv1: ['0x0005 TLS_RSA_WITH_RC4_128_SHA', '0x000a TLS_RSA_WITH_3DES_EDE_CBC_SHA'],
      'TLSv1.3': ['0x1302 TLS_AES_256_GCM_SHA384', '0x1301 TLS_AES_128_GCM_SHA256'],
    },
    preference: { TLSv1: false, 'TLSv1.3': true },
    groups: {},
  })
})

test('reads SSLv2', () => {
  const said = readNmap(
    report(`<script id="sslv2" output="SSLv2 supported"><elem>SSLv2 supported</elem>
<table key="ciphers"><elem>SSL2_RC4_128_WITH_MD5</elem><elem>SSL2_DES_192_EDE3_CBC_WITH_MD5</elem></table></script>`),
  )

  expect(said.versions).toMatchObject({ SSLv2: true, TLSv1: false })
  expect(said.suites).toEqual({
    SSLv2: ['0x010080 SSL_CK_RC4_128_WITH_MD5', '0x0700c0 SSL_CK_DES_192_EDE3_CBC_WITH_MD5'],
  })
})

test('a preference that nmap could not tell is none', () => {
  const said = readNmap(
    report(`<script id="ssl-enum-ciphers"><table key="TLSv1.2"><table key="ciphers">
<table><elem key="name">TLS_RSA_WITH_AES_128_CBC_SHA</elem></table></table>
<elem key="cipher preference">indeterminate</elem></table></script>`),
  )

  expect(said.versions).toMatchObject({ 'TLSv1.2': true })
  expect(said.preference).toEqual({})
})

test('a suite that no table knows is said aloud', () => {
  const unknown = report(`<script id="ssl-enum-ciphers"><table key="TLSv1.2"><table key="ciphers">
<table><elem key="name">TLS_NEW_WITH_NOTHING</elem></table></table></table></script>`)

  expect(() => readNmap(unknown)).toThrow('a witness names a suite that no table knows: TLS_NEW_WITH_NOTHING')
})

test('half a report is none', () => {
  expect(() => readNmap('<nmaprun version="7.93"><host>')).toThrow('host is never closed')
})
