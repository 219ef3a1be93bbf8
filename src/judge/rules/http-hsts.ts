import type { Observation } from '../../model/observation.ts'
import { counted, shortened } from '../../model/text.ts'
import { asDirective } from '../directives.ts'
import { type Hsts, longEnoughSeconds, parseHsts } from '../hsts.ts'
import type { Rule, Verdict } from '../rule.ts'

const secondsADay = 86_400

/** HTTP only: elsewhere, and where the answer is not known, there is nothing to say. */
export const httpHsts: Rule = {
  id: 'http/hsts',
  severity: 'notice',
  title: 'Browsers are told to come by HTTPS only (HSTS)',
  help: `The answer over HTTPS has no \`Strict-Transport-Security\` that holds for six months, or a broken one. Without
it a first visit by plain HTTP can be kept there by somebody in the middle.

**What to do.** Send \`Strict-Transport-Security: max-age=63072000\` with every answer over HTTPS, from the host
itself. Begin with a short \`max-age\` where parts of the site are still plain HTTP. RFC 6797 §6.1, §7.2.`,

  judge({ tls, target }: Observation): Verdict | null {
    if (!tls.known || !tls.value.hsts.known) return null
    const field = tls.value.hsts.value
    const policy = parseHsts(field)
    const message = complaint(policy, field)
    if (message === null) return null
    return {
      message,
      fix: `Send \`Strict-Transport-Security: max-age=63072000\` with every answer over HTTPS.${asDirective(target, 'hsts')}`,
      evidence: {
        strict_transport_security: field === null ? null : shortened(field, 200),
        max_age: policy.kind === 'valid' ? policy.maxAgeSeconds : null,
      },
    }
  },
}

function complaint(policy: Hsts, field: string | null): string | null {
  switch (policy.kind) {
    case 'absent':
      return 'No HSTS is sent: there is no Strict-Transport-Security in the answer over HTTPS'
    case 'disabled':
      return 'HSTS is switched off by max-age=0'
    case 'invalid':
      return `HSTS counts for nothing, because the field ${policy.why}: "${shortened(field ?? '')}"`
    case 'valid':
      return policy.maxAgeSeconds >= longEnoughSeconds
        ? null
        : `HSTS lasts ${counted(Math.floor(policy.maxAgeSeconds / secondsADay), 'day')} only; six months are the least`
  }
}
