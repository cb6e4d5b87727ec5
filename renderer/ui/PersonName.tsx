import { shortName } from './shortName.ts'

/** On the board: `سعید ک.`, enough for the desk, little for whoever looks over the counter. The full name elsewhere. */
export function PersonName({ name, short = false }: { name: string; short?: boolean }) {
  return <bdi>{short ? shortName(name) : name}</bdi>
}

/** The first letter in a circle. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span className={`ava ${small ? 's' : ''}`} aria-hidden="true">
      {Array.from(name.trim())[0] ?? ''}
    </span>
  )
}
