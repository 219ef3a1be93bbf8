export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, children's left aside. */
  readonly text: string
}

/** Reads the XML that nmap and sslscan write: elements, attributes, text, CDATA. No namespaces and no DTD. */
export function xml(text: string): XmlElement {
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' }
  const open = [root]
  const token =
    /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[?!][^>]*>|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g
  for (const [, verbatim, closed, opened, attributes = '', empty, words] of text.matchAll(token)) {
    const parent = open.at(-1)
    if (parent === undefined) throw new TypeError('more elements closed than opened')
    if (verbatim !== undefined) parent.text += verbatim
    else if (words !== undefined) parent.text += unescaped(words)
    else if (closed !== undefined) {
      if (parent.name !== closed) throw new TypeError(`${closed} closes ${parent.name}`)
      open.pop()
    } else if (opened !== undefined) {
      const element = { name: opened, attributes: attributesOf(attributes), children: [], text: '' }
      parent.children.push(element)
      if (empty !== '/') open.push(element)
    }
  }
  if (open.length !== 1) throw new TypeError(`${open.at(-1)?.name ?? ''} is never closed`)
  return root
}

/** All elements of that name, however deep. */
export function elements(within: XmlElement, name: string): readonly XmlElement[] {
  return within.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elements(child, name),
  ])
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const pairs = text.matchAll(/([\w-]+)="([^"]*)"/g)
  return Object.fromEntries([...pairs].map(([, name = '', value = '']) => [name, unescaped(value)]))
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16))
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal))
    return named[String(name)] ?? whole
  })
}
