/** Settings of the contract that this version understands and refuses: each issue that delivers one removes it. */
export const laterSettings = ['renewal', 'dns'] as const

/** The same, inside `transparency`. */
export const laterTransparencySettings = ['lookup', 'search_url'] as const

/** Rules of the contract that nothing judges by yet. */
export const laterRules = [
  'transparency/unlogged',
  'transparency/unexpected',
  'transparency/undeployed',
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
