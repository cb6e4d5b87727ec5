/** Something is under way; the words beside it say what. */
export function Spinner({ size = 'm' }: { size?: 'm' | 'l' }) {
  return <span className={`spin ${size}`} aria-hidden="true" />
}
