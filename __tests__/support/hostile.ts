/** Text a stranger may put into a certificate, a banner or a config, to act where we print it. */
export const hostile: readonly string[] = [
  '\u001B[2J\u001B[31mred',
  '\u009B31mred',
  '\u001B]8;;https://evil.example\u0007click\u001B]8;;\u0007',
  'line\nbreak\r\nand\u2028more\u2029lines\u0085end',
  '::error file=x::boo',
  '  ::stop-commands::pwned',
  '##[error]boo',
  'a\n::add-mask::x',
  'evil\u202Egnp.exe\u2066x\u2069',
  'zero\u200Bwidth\u200Djoiner\uFEFF',
  'tag\u{E0041}hidden',
  '<script>alert(1)</script><img src=x onerror=y>',
  '<!-- certificate-monitor:key -->',
  '| a | b |',
  '`code` ``more`` ```',
  '[click](https://evil.example) ![x](http://evil.example/x.png)',
  '@octocat @org/team #123 GH-7 org/repo#4',
  'http://evil.example www.evil.example someone@evil.example mailto:a@b.example',
  '# heading',
  '- item',
  '12. item',
  '> quote',
  '~~~',
  '$\\frac{1}{2}$',
  '&lt;b&gt; &#64;x',
  '*bold* _it_ ~~gone~~',
  '\uD800lone',
  'Z\u0335\u0336\u0337\u0338\u0321\u0322\u0327\u0328algo',
  '__proto__',
  'x'.repeat(100_000),
]

/** What must not be left of it in anything we print: a control but the line feed, a format character, a line end. */
export const acting: RegExp = /[\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u

/** A line that the runner would obey. */
export const command: RegExp = /^\s*::|##\[/mu
