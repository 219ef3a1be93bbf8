/** `certificate_report_YYYYMMDD_HHMMSS` in UTC, without an extension: every form of one report shares it. */
export function reportFileName(at: Date): string {
  const [day = '', time = ''] = at.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '').split('T')
  return `certificate_report_${day}_${time}`
}
