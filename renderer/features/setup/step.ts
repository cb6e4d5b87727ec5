import type { SetupProblems } from './check.ts'
import type { SetupDraft } from './draft.ts'

export type StepProps = {
  readonly draft: SetupDraft
  readonly problems: SetupProblems
  /** The way on was tried: what is missing is shown from now on. */
  readonly wasAsked: boolean
  readonly onChange: (part: Partial<SetupDraft>) => void
}
