import type { Level } from '../../model/message.ts'

export const ink = {
  page: '#eef1f5',
  card: '#ffffff',
  box: '#f4f6f9',
  text: '#1f2937',
  dim: '#5b6675',
  line: '#dde3ea',
  link: '#1f5fae',
} as const

/** White letters on `strong`, and `strong` on `soft`, have a contrast of 4.5 : 1 and more (WCAG 2.2, 1.4.3). */
export const tones: Readonly<Record<Level, { readonly strong: string; readonly soft: string }>> = {
  CRITICAL: { strong: '#b3261e', soft: '#fbe3e1' },
  WARNING: { strong: '#8a5a00', soft: '#fdf0cf' },
  INFO: { strong: '#1f5fae', soft: '#e1ecf9' },
  OK: { strong: '#1d6b35', soft: '#dff2e4' },
}

const sans = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const words = `${sans};font-size:14px;line-height:21px;color:${ink.text}`

type Style =
  | 'body'
  | 'page'
  | 'card'
  | 'head'
  | 'kicker'
  | 'verdict'
  | 'part'
  | 'entry'
  | 'name'
  | 'badge'
  | 'message'
  | 'words'
  | 'box'
  | 'label'
  | 'title'
  | 'fact'
  | 'change'
  | 'code'
  | 'footer'

/** Inline styles, the only ones that all mail readers keep. */
export const styles: Readonly<Record<Style, string>> = {
  body: `margin:0;padding:0;background-color:${ink.page}`,
  page: `background-color:${ink.page}`,
  card: `width:100%;max-width:640px;background-color:${ink.card};border:1px solid ${ink.line};border-radius:8px;overflow:hidden`,
  head: 'padding:20px 24px;color:#ffffff',
  kicker: `${sans};font-size:12px;line-height:18px;letter-spacing:0.06em;color:#ffffff`,
  verdict: `${sans};margin:4px 0 0;font-size:20px;line-height:28px;font-weight:600;color:#ffffff;word-break:break-word`,
  part: `${sans};margin:0;padding:0 0 6px;font-size:13px;line-height:18px;letter-spacing:0.06em;text-transform:uppercase;font-weight:600;color:${ink.dim};border-bottom:1px solid ${ink.line}`,
  entry: 'margin:0 0 8px',
  name: `${sans};margin:0 0 2px;font-size:16px;line-height:24px;font-weight:600;color:${ink.text};word-break:break-word`,
  badge:
    'padding:2px 7px;border-radius:4px;font-size:11px;line-height:16px;letter-spacing:0.04em;font-weight:700',
  message: `${words};margin:0;font-size:15px;word-break:break-word`,
  words: `${words};margin:2px 0 6px;word-break:break-word`,
  box: `padding:10px 14px 8px;background-color:${ink.box};border-radius:6px`,
  label: `${sans};font-size:12px;line-height:18px;font-weight:700;color:${ink.dim}`,
  title: `${words};padding:2px 14px 2px 0;font-size:13px;line-height:19px;color:${ink.dim}`,
  fact: `${words};padding:2px 0;font-size:13px;line-height:19px;word-break:break-word`,
  change: `${words};margin:2px 0;font-size:13px;line-height:19px;word-break:break-word`,
  code: `font-family:Consolas,Menlo,monospace;font-size:13px;color:${ink.text};background-color:#e4e9f0;padding:1px 4px;border-radius:3px`,
  footer: `${sans};padding:16px 24px 20px;font-size:12px;line-height:20px;color:${ink.dim};border-top:1px solid ${ink.line}`,
}
