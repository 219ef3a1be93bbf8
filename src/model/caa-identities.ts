/**
 * The names by which CAs are permitted in CAA records (RFC 8659 §4.2), by the organisation in the issuer's name as
 * `plainIssuer` writes it. From the CAs' own documents; an organisation that is not here is not judged.
 */
const identities: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "let's encrypt": ['letsencrypt.org'],
    'google trust services': ['pki.goog', 'google.com'],
    digicert: [
      'digicert.com',
      'www.digicert.com',
      'symantec.com',
      'geotrust.com',
      'rapidssl.com',
      'thawte.com',
      'digicert.ne.jp',
      'cybertrust.ne.jp',
      'quovadisglobal.com',
      'volusion.digitalcertvalidation.com',
      'stratossl.digitalcertvalidation.com',
      'intermediatecertificate.digitalcertvalidation.com',
      '1and1.digitalcertvalidation.com',
      'amazon.com',
      'amazontrust.com',
      'awstrust.com',
      'amazonaws.com',
    ],
    sectigo: [
      'sectigo.com',
      'comodo.com',
      'comodoca.com',
      'usertrust.com',
      'trust-provider.com',
      'entrust.net',
      'affirmtrust.com',
    ],
    'comodo ca': ['sectigo.com', 'comodo.com', 'comodoca.com', 'usertrust.com', 'trust-provider.com'],
    zerossl: [
      'sectigo.com',
      'comodo.com',
      'comodoca.com',
      'usertrust.com',
      'trust-provider.com',
      'zerossl.com',
    ],
    amazon: ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'],
    'globalsign nv-sa': ['globalsign.com'],
    'godaddy.com': ['godaddy.com', 'starfieldtech.com'],
    'starfield technologies': ['starfieldtech.com', 'godaddy.com'],
    entrust: ['entrust.net', 'affirmtrust.com', 'sectigo.com'],
    'ssl corporation': ['ssl.com'],
    'ssl corp': ['ssl.com'],
    'buypass as-983163327': ['buypass.com', 'buypass.no'],
    'actalis s.p.a.': ['actalis.it'],
    'microsoft corporation': ['microsoft.com', 'digicert.com'],
    'harica hellenic academic and research institutions ca': ['harica.gr'],
  }),
)

/** The names that permit the CA; `null` where nobody told us. */
export function caaIdentities(organisation: string): readonly string[] | null {
  return identities.get(plainIssuer(organisation)) ?? identities.get(plainIssuer(organisation, true)) ?? null
}

/** `DigiCert, Inc.` and `DigiCert Inc` are one CA. */
function plainIssuer(organisation: string, bare = false): string {
  const words = organisation.trim().toLowerCase().replaceAll(/\s+/gu, ' ')
  return bare ? words.replace(/(?:,? (?:inc|llc|ltd|limited|gmbh)\.?)+$/u, '') : words
}
