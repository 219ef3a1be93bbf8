import { acting, command } from '../../../__tests__/support/hostile.ts'
import { assessment, finding, report } from '../../../__tests__/support/report.ts'
import { quoted } from '../../../src/net/quoted.ts'
import { annotations } from '../../../src/report/annotations.ts'
import {
  codeForMarkdown,
  forMarkdown,
  linkForMarkdown,
  proseForMarkdown,
  visible,
  withoutCommands,
} from '../../../src/report/escape.ts'
import { forHtml, linked, proseForHtml } from '../../../src/report/mail/markup.ts'
import { cellText } from '../../../src/report/xlsx/cell-text.ts'
import { demand, type Subject } from '../subject.ts'

/** Writers of one line: what comes out neither acts nor breaks the line, whatever came in. */
const oneLine: Readonly<Record<string, (text: string) => string>> = {
  visible,
  forMarkdown,
  codeForMarkdown,
  proseForMarkdown,
  forHtml,
  proseForHtml,
  cellText,
  quoted,
  linkForMarkdown: (text) => linkForMarkdown(text, text),
  linked: (text) => linked(text, text),
}

/** In Markdown and HTML nothing of a stranger's may begin an element, a comment or a link. */
const ourMarkup = /<\/?code(?: style="[^"<>]*")?>|<a href="[^"<>]*" style="[^"<>]*">|<\/a>/gu

function checkMarkup(name: string, written: string): void {
  const rest = written.replaceAll(ourMarkup, '')
  if (name.endsWith('Html') || name === 'linked') demand(!/[<>"]/u.test(rest), `${name}: markup gets through`)
  if (name === 'forMarkdown' || name === 'proseForMarkdown') {
    demand(!/[<>`[\]|]/u.test(rest), `${name}: markup gets through`)
    demand(!/@\w/u.test(rest), `${name}: somebody is mentioned`)
  }
}

/** Text of strangers on its way to people. */
export const shownSubjects: readonly Subject[] = [
  {
    name: 'escapes',
    room: 'report',
    shape: 'text',
    words: [
      '<script>',
      '-->',
      '<!--',
      '`',
      '](',
      '![',
      '@octocat',
      '#1',
      'GH-1',
      'https://',
      'www.',
      '::error::',
      '##[',
      '|',
      '&lt;',
      '_x000A_',
      '=cmd|',
      '\u0301\u0301\u0301\u0301\u0301',
      'http://a b"c',
    ],
    check(input) {
      const text = input.toString('utf8').slice(0, 20_000)
      for (const [name, write] of Object.entries(oneLine)) {
        const written = write(text)
        demand(!acting.test(written) && !written.includes('\n'), `${name}: something acts`)
        demand(written.isWellFormed(), `${name}: half a character`)
        checkMarkup(name, written)
      }
      demand(visible(visible(text)) === visible(text), 'visible: twice is not once')
      demand(!command.test(withoutCommands(text)), 'withoutCommands: a command gets through')
      const told = annotations(
        report({
          assessments: [
            assessment({ findings: [finding('certificate/expired', { message: text, fix: text })] }),
          ],
        }),
      )
      for (const { title, message } of told)
        demand(!acting.test(title + message) && message.length <= 4096, 'an annotation that acts')
    },
  },
]
