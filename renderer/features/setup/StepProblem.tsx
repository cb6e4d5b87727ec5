import { Icon } from '../../ui/Icon.tsx'

/** What stands in the way of a whole step. */
export function StepProblem({ words }: { words: string | null }) {
  if (words === null) return null
  return (
    <p className="act-problem" role="alert">
      <Icon name="warning" size="m" />
      {words}
    </p>
  )
}
