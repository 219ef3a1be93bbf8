/** Thrown by every reader in `wire/`: the bytes break the specification that the message names. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}

/** Thrown by the readers of PKCS#12: the bytes may be sound, but the password given does not open them. */
export class WrongPassword extends Error {
  override readonly name = 'WrongPassword'
}
