import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Language } from './options.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

type Page = {
  readonly language: Language
  readonly title: string
  readonly body: Html
  readonly script: 'link' | 'app' | null
}

/** Everything comes from this origin, and nothing inside the page is a script or a style (see `security`). */
export function document({ language, title, body, script }: Page) {
  const direction = language === 'fa' ? 'rtl' : 'ltr'
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/customer/asset/style.css" />
        ${script === null ? '' : html`<script type="module" src="/customer/asset/${script}.js"></script>`}
      </head>
      <body>
        ${body}
      </body>
    </html>`
}

/** A link's address is its key: it is sent to nobody, kept by no cache, and no other page frames it. */
export const security = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const
