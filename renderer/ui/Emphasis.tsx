import { Fragment } from 'react'

/** A text of i18n whose parts between asterisks stand out: `بعدی *۱۰:۳۰*`. */
export function Emphasis({ text }: { text: string }) {
  return text.split('*').map((part, index) =>
    // The parts are one sentence and never change their order.
    // oxlint-disable-next-line react/no-array-index-key
    index % 2 === 1 ? <b key={index}>{part}</b> : <Fragment key={index}>{part}</Fragment>,
  )
}
