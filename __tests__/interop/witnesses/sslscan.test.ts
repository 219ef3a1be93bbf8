import { expect, test } from 'vitest'

import { readSslscan } from './sslscan.ts'

test('reads versions, suites from TLS 1.0 on, and groups from TLS 1.2 on', () => {
  const said = readSslscan(`<?xml version="1.0" encoding="UTF-8"?>
<document title="SSLScan Results" version="2.0.7" web="http://github.com/rbsec/sslscan">
 <ssltest host="127.0.0.1" sniname="host.example" port="443">
  <protocol type="ssl" version="2" enabled="0" />
  <protocol type="ssl" version="3" enabled="1" />
  <protocol type="tls" version="1.0" enabled="1" />
  <protocol type="tls" version="1.1" enabled="0" />
  <protocol type="tls" version="1.2" enabled="1" />
  <protocol type="tls" version="1.3" enabled="0" />
  <cipher status="preferred" sslversion="TLSv1.2" bits="256" cipher="ECDHE-RSA-AES256-GCM-SHA384" id="0xC030" strength="strong" curve="P-256" ecdhebits="256" />
  <cipher status="accepted" sslversion="TLSv1.0" bits="128" cipher="TLS_RSA_WITH_RC4_128_SHA" id="0x0005" strength="medium" />
  <group sslversion="TLSv1.2" bits="128" name="secp256r1 (NIST P-256)" id="0x0017" />
 <certificates>
  <certificate type="short"><subject><![CDATA[<host> & co]]></subject></certificate>
 </certificates>
 </ssltest>
</document>`)

  expect(said).toMatchObject({
    witness: 'sslscan 2.0.7',
    versions: { SSLv2: false, SSLv3: true, TLSv1: true, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': false },
    preference: {},
  })
  expect(said.suites).toEqual({
    TLSv1: ['0x0005 TLS_RSA_WITH_RC4_128_SHA'],
    'TLSv1.2': ['0xc030 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
  })
  expect(said.groups).toEqual({ 'TLSv1.2': ['0x0017'] })
})

test('it cannot speak of groups younger than itself, nor of those it does not ask for', () => {
  const { knowsGroup } = readSslscan('<document version="2.0.7"></document>')

  expect(knowsGroup(0x11ec, 'TLSv1.3')).toBe(false)
  expect(knowsGroup(0x0100, 'TLSv1.3')).toBe(true)
  expect(knowsGroup(0x0100, 'TLSv1.2')).toBe(false)
})
