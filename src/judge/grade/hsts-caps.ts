import { shortened } from '../../model/text.ts'
import type { TlsScan } from '../../model/tls-scan.ts'
import { longEnoughSeconds, parseHsts } from '../hsts.ts'
import { detail } from '../unanswered.ts'
import { cap, type Cap } from './cap.ts'

const send = 'send `Strict-Transport-Security: max-age=63072000`'

/**
 * HSTS that is switched off or broken is a warning; none at all only keeps A+ away. Where HTTP is not spoken there is
 * no HSTS, and A is the best there is.
 */
export function hstsCaps({ hsts }: Pick<TlsScan, 'hsts'>): readonly Cap[] {
  if (!hsts.known) {
    if (hsts.reason === 'not-asked')
      return [cap('A', 'HSTS exists in HTTP only', 'nothing is left to do here', '2009e')]
    return [cap('A', `Whether HSTS is sent was not established (${detail(hsts)})`, 'scan again', '2009e')]
  }
  const policy = parseHsts(hsts.value)
  switch (policy.kind) {
    case 'absent':
      return [cap('A', 'No HSTS is sent', send, '2009e')]
    case 'disabled':
      return [cap('A-', 'HSTS is switched off by max-age=0', send, '2009r')]
    case 'invalid':
      return [
        cap(
          'A-',
          `HSTS counts for nothing, as "${shortened(hsts.value ?? '')}" ${policy.why}`,
          send,
          '2009r',
        ),
      ]
    case 'valid':
      if (policy.maxAgeSeconds >= longEnoughSeconds) return []
      return [cap('A', `HSTS lasts ${policy.maxAgeSeconds} seconds, less than six months`, send, '2009e')]
  }
}
