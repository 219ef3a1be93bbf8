import { shortened } from '../../model/text.ts'
import type { TlsScan } from '../../model/tls-scan.ts'
import { longEnoughSeconds, parseHsts } from '../hsts.ts'
import { detail } from '../unanswered.ts'
import { cap, type Cap } from './cap.ts'

const send = 'Send `Strict-Transport-Security: max-age=63072000`'

/**
 * HSTS that is switched off or broken is a warning; none at all only keeps A+ away. Where HTTP is not spoken there is
 * no HSTS, and A is the best there is.
 */
export function hstsCaps({ hsts }: Pick<TlsScan, 'hsts'>): readonly Cap[] {
  if (!hsts.known) {
    if (hsts.reason === 'not-asked')
      return [cap('A', 'Be content with A', 'HSTS exists in HTTP only', '2009e')]
    return [cap('A', 'Scan again', `whether HSTS is sent was not established (${detail(hsts)})`, '2009e')]
  }
  const policy = parseHsts(hsts.value)
  switch (policy.kind) {
    case 'absent':
      return [cap('A', send, 'no HSTS is sent', '2009e')]
    case 'disabled':
      return [cap('A-', send, 'HSTS is switched off by max-age=0', '2009r')]
    case 'invalid':
      return [
        cap(
          'A-',
          send,
          `HSTS counts for nothing, as "${shortened(hsts.value ?? '')}" ${policy.why}`,
          '2009r',
        ),
      ]
    case 'valid':
      if (policy.maxAgeSeconds >= longEnoughSeconds) return []
      return [cap('A', send, `HSTS lasts ${policy.maxAgeSeconds} seconds, less than six months`, '2009e')]
  }
}
