/** What this program calls itself, and where it lives. */
export const productName = 'certificate-monitor'
export const productVersion = '1.0.0'
export const repositoryUrl = 'https://github.com/certificate-monitor/certificate-monitor'
