import { describe, expect, test } from 'vitest'

import { isGloballyReachable } from '../../src/model/special-purpose.ts'
import { ip } from '../support/observation.ts'

describe('not everybody on the Internet reaches', () => {
  test.for([
    ['this network', '0.0.0.0', '0.255.255.255'],
    ['private use', '10.0.0.0', '10.255.255.255'],
    ['carrier-grade NAT', '100.64.0.0', '100.127.255.255'],
    ['loopback', '127.0.0.1', '127.255.255.255'],
    ['Azure’s metadata service', '168.63.129.16', '168.63.129.16'],
    ['link-local, with the metadata service of most clouds', '169.254.0.0', '169.254.169.254'],
    ['private use, 172.16/12', '172.16.0.0', '172.31.255.255'],
    ['IETF protocol assignments', '192.0.0.0', '192.0.0.170'],
    ['TEST-NET-1', '192.0.2.0', '192.0.2.255'],
    ['private use, 192.168/16', '192.168.0.0', '192.168.255.255'],
    ['benchmarking', '198.18.0.0', '198.19.255.255'],
    ['TEST-NET-2 and -3', '198.51.100.1', '203.0.113.1'],
    ['multicast', '224.0.0.1', '239.255.255.255'],
    ['reserved and broadcast', '240.0.0.0', '255.255.255.255'],
    ['unspecified and loopback, IPv6', '::', '::1'],
    ['IPv4-compatible', '::8.8.8.8', '::10.0.0.1'],
    ['IPv4-mapped loopback and metadata', '::ffff:127.0.0.1', '::ffff:169.254.169.254'],
    ['IPv4-mapped private use', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe'],
    ['NAT64 to private use', '64:ff9b::10.0.0.1', '64:ff9b::169.254.169.254'],
    ['NAT64 of the local network', '64:ff9b:1::8.8.8.8', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
    ['6to4 of private use', '2002:a00:1::1', '2002:7f00:1::1'],
    ['discard-only', '100::1', '100::ffff:ffff:ffff:ffff'],
    ['Teredo', '2001::1', '2001:0:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['benchmarking, IPv6', '2001:2::1', '2001:2::ffff'],
    ['documentation, IPv6', '2001:db8::1', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['documentation, RFC 9637', '3fff::1', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['unique local', 'fc00::1', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['link-local, IPv6', 'fe80::1', 'febf::1'],
    ['multicast, IPv6', 'ff02::1', 'ffff::1'],
    ['what IANA has not given out', '4000::1', '1fff::1'],
  ] as const)('%s', ([, first, last]) => {
    expect([isGloballyReachable(ip(first)), isGloballyReachable(ip(last))]).toEqual([false, false])
  })
})

describe('everybody reaches', () => {
  test.for([
    ['the neighbours of private blocks', '9.255.255.255', '11.0.0.0'],
    ['the neighbours of carrier-grade NAT', '100.63.255.255', '100.128.0.0'],
    ['the neighbours of loopback', '126.255.255.255', '128.0.0.0'],
    ['the neighbours of Azure’s address', '168.63.129.15', '168.63.129.17'],
    ['the neighbours of 172.16/12', '172.15.255.255', '172.32.0.0'],
    ['the neighbours of benchmarking', '198.17.255.255', '198.20.0.0'],
    ['PCP and TURN anycast', '192.0.0.9', '192.0.0.10'],
    ['public resolvers', '8.8.8.8', '2606:4700:4700::1111'],
    ['IPv4-mapped and NAT64 of a public address', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'],
    ['6to4 of a public address, AS112', '2002:808:808::1', '2001:4:112::1'],
    ['TURN anycast and AMT, IPv6', '2001:1::2', '2001:3::1'],
    ['ORCHIDv2 and drones', '2001:20::1', '2001:30::1'],
    ['the neighbours of documentation', '2001:db7::1', '2001:db9::1'],
    ['what follows the documentation of RFC 9637', '3fff:1000::1', '2001:200::1'],
  ] as const)('%s', ([, one, another]) => {
    expect([isGloballyReachable(ip(one)), isGloballyReachable(ip(another))]).toEqual([true, true])
  })
})
