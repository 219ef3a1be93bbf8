/** Settings of the contract that this version understands and refuses: each issue that delivers one removes it. */
export const laterSettings = ['transparency', 'revocation', 'renewal', 'dns'] as const

/** Whether `scan: tls` and the probes arrive later; until then the default of `scan` is `certificate`. */
export const scanningArrivesLater = true

/** Rules of the contract that nothing judges by yet. */
export const laterRules = [
  'certificate/revoked',
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
] as const

/** The two sentences for a setting, value or rule that is right, but not yet. */
export function arrivesLater(
  subject: string,
  remedy = 'Leave it out until then.',
): { readonly message: string; readonly remedy: string } {
  return { message: `${subject} arrives with a later version of certificate-monitor.`, remedy }
}
