import { raw } from 'hono/html'

/** Drawings of the desk (renderer/ui/icons), as far as the customer's pages need them: 20-px grid, stroked 1.5 px. */
const icons = {
  check: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6v4l3 2',
  info: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 9.5v4M10 6.8h.01',
  phone: 'M5 3.5h3l1.2 3.6-1.8 1.3a9 9 0 0 0 4.2 4.2l1.3-1.8 3.6 1.2v3A1.5 1.5 0 0 1 15 16.5 11.5 11.5 0 0 1 3.5 5 1.5 1.5 0 0 1 5 3.5z',
  warning: 'M10 3.5l7 12.5H3zM10 8.5v3.5M10 14h.01',
  calendar: 'M4 5.5h12V16H4zM4 8.5h12M7.5 3.5v3M12.5 3.5v3',
  message: 'M4 4h12v9H9l-3.5 3v-3H4zM8 8.5h4',
  star: 'M10 3l2.1 4.6 5 .6-3.7 3.4 1 4.9-4.4-2.5-4.4 2.5 1-4.9L2.9 8.2l5-.6z',
} as const

export type IconName = keyof typeof icons

/** Always decoration: the word beside it says what it means. */
export function icon(name: IconName) {
  return raw(`<svg class="ic" viewBox="0 0 20 20" aria-hidden="true"><path d="${icons[name]}"/></svg>`)
}
