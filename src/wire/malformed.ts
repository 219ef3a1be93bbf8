/** Thrown by every reader in `wire/`: the bytes break the specification that the message names. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}
