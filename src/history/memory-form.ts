/** What a text in a memory file must look like: the reader and the published schema share these. */
export const forms: Readonly<Record<'time' | 'sha256' | 'spkiSha256' | 'version' | 'reference', RegExp>> = {
  time: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/,
  sha256: /^[0-9a-f]{64}$/,
  spkiSha256: /^[A-Za-z0-9+/]{43}=$/,
  reference: /^https:\/\/[!-~]{1,300}$/,
  version: /^\d{1,4}\.\d{1,4}$/,
}
