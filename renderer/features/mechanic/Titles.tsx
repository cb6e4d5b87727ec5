import { Fragment } from 'react'
import { useText } from '../../i18n/text.ts'

/** What is to be done on a car, each title in its own direction. */
export function Titles({ services }: { services: readonly { readonly title: string }[] }) {
  const text = useText()
  return services.map(({ title }, index) => (
    <Fragment key={title}>
      {index > 0 && text('common.comma')}
      <bdi>{title}</bdi>
    </Fragment>
  ))
}
