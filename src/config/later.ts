/** Settings of the contract that this version understands and refuses: each issue that delivers one removes it. */
export const laterSettings = [
  'pull_requests',
  'transparency',
  'revocation',
  'renewal',
  'dns',
  'report',
] as const

/** Whether `scan: tls` and the probes arrive later; until then the default of `scan` is `certificate`. */
export const scanningArrivesLater = true

/** Whether `notifications` arrive later; a run that sends none may hold them in its config. */
export const notificationsArriveLater = true

/** Rules of the contract that nothing judges by yet. */
export const laterRules = [
  'certificate/revoked',
  'cipher/order',
  'key-exchange/weak-dh',
  'key-exchange/common-prime',
  'key-exchange/no-post-quantum',
  'vulnerability/heartbleed',
  'vulnerability/ccs-injection',
  'vulnerability/robot',
  'vulnerability/poodle',
  'vulnerability/drown',
  'vulnerability/freak',
  'vulnerability/logjam',
  'vulnerability/crime',
  'vulnerability/sweet32',
  'vulnerability/beast',
  'tls/insecure-renegotiation',
  'tls/no-secure-renegotiation',
  'tls/no-extended-master-secret',
  'tls/fallback-scsv',
  'transparency/missing',
  'transparency/invalid',
  'transparency/policy',
  'transparency/unlogged',
  'transparency/unexpected',
  'transparency/undeployed',
  'revocation/unavailable',
  'revocation/stapling',
  'renewal/overdue',
  'renewal/requested',
  'renewal/late',
  'dns/caa',
  'dns/dane',
  'http/hsts',
  'monitor/late',
  'monitor/undelivered',
] as const

/** The two sentences for a setting, value or rule that is right, but not yet. */
export function arrivesLater(
  subject: string,
  remedy = 'Leave it out until then.',
): { readonly message: string; readonly remedy: string } {
  return { message: `${subject} arrives with a later version of certificate-monitor.`, remedy }
}
