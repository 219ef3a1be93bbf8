import { describe, expect, test } from 'vitest'

import { endpointId, expectedName } from '../../src/model/target.ts'
import { fileTarget, hostname, ip, target } from '../support/observation.ts'

const bare = { host: hostname('example.com'), port: 443, starttls: null, servername: null, connectTo: null }
const other = hostname('other.example')

describe('the endpoint id', () => {
  test.for([
    ['example.com:443', {}],
    ['xn--mnchen-3ya.example:443', { host: hostname('münchen.example') }],
    ['[2001:db8::1]:443', { host: ip('2001:db8::1') }],
    ['example.com:25+smtp', { port: 25, starttls: 'smtp' }],
    ['example.com:5269+xmpp-server', { port: 5269, starttls: 'xmpp-server' }],
    ['example.com:443/other.example', { servername: other }],
    ['example.com:443@192.0.2.1', { connectTo: ip('192.0.2.1') }],
    ['example.com:443@2001:db8::1', { connectTo: ip('2001:db8::1') }],
    [
      'example.com:25+smtp/other.example@192.0.2.1',
      { port: 25, starttls: 'smtp', servername: other, connectTo: ip('192.0.2.1') },
    ],
  ] as const)('%s', ([id, differs]) => {
    expect(endpointId({ ...bare, ...differs })).toBe(id)
  })
})

describe('the name that a certificate must be good for', () => {
  test.for([
    ['the host', target(), 'example.com'],
    ['the servername where one is given', target({ servername: other }), 'other.example'],
    ['the host, not the address connected to', target({ connectTo: ip('192.0.2.1') }), 'example.com'],
    ['an address', target({ host: ip('192.0.2.1') }), '192.0.2.1'],
    ['the domain of a file', fileTarget({ domain: other }), 'other.example'],
    ['none for a file that names none', fileTarget(), null],
  ] as const)('%s', ([, watched, name]) => {
    expect(expectedName(watched)).toBe(name)
  })
})
