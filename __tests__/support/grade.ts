import { type Grade, type Vulnerability, vulnerabilityNames } from '../../src/model/grade.ts'

/** What a server of today is worth. */
export function grade(differs: Partial<Grade> = {}): Grade {
  return {
    letter: 'A+',
    trustIgnored: 'A+',
    guide: '2009r',
    scores: { protocol: 100, keyExchange: 90, cipher: 90 },
    securityScore: 93,
    caps: [],
    notTested: ['Heartbleed, CCS injection and ROBOT: the probes are off'],
    vulnerabilities: vulnerabilities(),
    securityIssues: [],
    postQuantum: true,
    mozillaProfile: 'intermediate',
    mozillaVersion: '6.0',
    mozillaObstacle: 'TLSv1.2 is offered, and modern has TLS 1.3 only',
    ...differs,
  }
}

/** Whatever needs no probe is not there; the named ones are as given. */
export function vulnerabilities(differs: Partial<Grade['vulnerabilities']> = {}): Grade['vulnerabilities'] {
  const probed = ['heartbleed', 'ccs-injection', 'robot']
  const healthy = vulnerabilityNames.map((name): readonly [string, Vulnerability] => [
    name,
    probed.includes(name)
      ? { vulnerable: null, evidence: 'not probed' }
      : { vulnerable: false, evidence: 'nothing it needs is offered' },
  ])
  return { ...(Object.fromEntries(healthy) as Grade['vulnerabilities']), ...differs }
}
