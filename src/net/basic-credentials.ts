/** What an address holds of user name and password, as a field of HTTP has it (RFC 7617); `null`: neither. */
export function basicCredentials({ username, password }: URL): string | null {
  if (username === '' && password === '') return null
  const pair = `${decoded(username)}:${decoded(password)}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}

/** Percent-encoding undone. `100%` is a password, too: a sign that encodes nothing stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
