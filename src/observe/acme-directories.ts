/** ACME directories of public CAs that speak ARI, by the organisation in the issuer's name. */
export const acmeDirectories: Readonly<Record<string, string>> = {
  "Let's Encrypt": 'https://acme-v02.api.letsencrypt.org/directory',
  'Google Trust Services': 'https://dv.acme-v02.api.pki.goog/directory',
  'Google Trust Services LLC': 'https://dv.acme-v02.api.pki.goog/directory',
}
