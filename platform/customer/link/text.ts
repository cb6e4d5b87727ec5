import { html } from 'hono/html'

/** `چرا: …`: the label stands out, the words stay as they are. */
export function labelled(line: string) {
  const end = line.indexOf(': ')
  if (end < 0 || end > 40) return html`<p dir="auto">${line}</p>`
  return html`<p dir="auto"><b>${line.slice(0, end + 1)}</b> ${line.slice(end + 2)}</p>`
}
