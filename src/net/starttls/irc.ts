import { type Dialogue, notOffered, refused, stranger } from './dialogue.ts'

/** RFC 2812 §2.3.1: a prefix, a command or numeric, its parameters. A numeric always has its server in front. */
const message = /^(?::\S+ +(?=[A-Z\d])|(?=[A-Z]))(\d{3}|[A-Z]+)(?: +(.*))?$/is

/**
 * IRC (IRCv3 `tls`): the client speaks first, and notices may come between. Some servers meet a command that
 * they do not know with silence; the list of capabilities, asked for in the same breath, speaks for them.
 */
export const irc: Dialogue = async (conversation) => {
  await conversation.send('CAP LS\r\nSTARTTLS\r\n')
  let listed = false
  for (;;) {
    const line = await conversation.line('the answer to STARTTLS')
    const [whole, command = '', parameters = ''] = message.exec(line) ?? []
    if (whole === undefined) throw stranger('IRC', line)
    const [, capabilities] = /^\S+ +LS +:?(.*)$/i.exec(parameters) ?? []
    switch (command.toUpperCase()) {
      case '670':
        return
      case '691':
        throw refused('STARTTLS', line)
      case 'ERROR':
        throw refused('us', line)
      case 'PING':
        await conversation.send(`PONG ${parameters}\r\n`)
        break
      case 'CAP':
        listed = true
        if (capabilities !== undefined && !capabilities.split(/ +/).includes('tls'))
          throw notOffered('answer to CAP LS', [capabilities.trim()])
        break
      case '421': // ERR_UNKNOWNCOMMAND
      case '451': // ERR_NOTREGISTERED
        // An old server knows no CAP: the first error that does not name STARTTLS is the answer to that.
        if (listed || /\bSTARTTLS\b/i.test(parameters)) throw refused('STARTTLS', line)
        listed = true
    }
  }
}
