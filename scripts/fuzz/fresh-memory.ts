import { type Memory, nothingHeard, type RememberedCertificate } from '../../src/model/history.ts'

/** What is known of an endpoint that was seen once. */
export function fresh(leaf: RememberedCertificate): Memory {
  return {
    id: 'example.com:443',
    certificates: [leaf],
    settled: [leaf.sha256],
    rotations: [],
    states: [],
    troubles: [],
    lastAnswer: null,
    lastScan: null,
    told: [],
    issue: null,
    heard: nothingHeard,
  }
}
