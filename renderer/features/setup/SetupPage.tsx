import { useMemo, useState } from 'react'
import { client } from '../../client/client.ts'
import { GarageViewContext } from '../../app/garageView.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useText } from '../../i18n/text.ts'
import { queryClient } from '../../client/queries.ts'
import { defaultWorkingHours } from '../../../core/persian/workingCalendar.ts'
import { isStepRight, problemsOf, setupInputOf } from './check.ts'
import { newDraft, type SetupDraft, steps } from './draft.ts'
import { forgetDraft, keepDraft, keptDraft } from './keptDraft.ts'
import { SetupFrame } from './SetupFrame.tsx'
import { StepContent } from './StepContent.tsx'

/** The first start. Nothing is written before the last step; what is typed outlives a reload. */
export function SetupPage() {
  const text = useText()
  const refusalText = useRefusalText()
  const [draft, setDraft] = useState<SetupDraft>(() => keptDraft() ?? newDraft(text))
  const [wasAsked, setAsked] = useState(false)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const problems = problemsOf(draft)
  const view = useMemo(() => ({ timeZone: defaultWorkingHours.timeZone, moneyUnit: draft.moneyShown }), [draft.moneyShown])

  const change = (part: Partial<SetupDraft>): void => {
    const changed = { ...draft, ...part }
    setDraft(changed)
    keepDraft(changed)
  }
  const goTo = (step: SetupDraft['step']): void => {
    setAsked(false)
    setFailure(null)
    change({ step })
  }
  const at = steps.indexOf(draft.step)
  const make = async (): Promise<void> => {
    const input = setupInputOf(draft)
    if (input === null) return
    setSending(true)
    setFailure(null)
    const made = await client.setUp(input).catch(() => null)
    setSending(false)
    if (made?.ok === true) {
      forgetDraft()
      void queryClient.invalidateQueries()
    } else setFailure(made === null ? text('setup.summary.failed') : refusalText(made.error))
  }
  const next = (): void => {
    const following = steps[at + 1]
    if (following === undefined) {
      const wrong = steps.find((step) => !isStepRight(step, problems))
      if (wrong === undefined) void make()
      else goTo(wrong)
    } else if (isStepRight(draft.step, problems)) goTo(following)
    else setAsked(true)
  }
  return (
    <GarageViewContext value={view}>
      <SetupFrame
        step={draft.step}
        isSending={isSending}
        failure={failure}
        onNext={next}
        onBack={() => goTo(steps[at - 1] ?? 'welcome')}
        onStep={goTo}
      >
        <StepContent draft={draft} problems={problems} wasAsked={wasAsked} onChange={change} onBegin={() => goTo('garage')} />
      </SetupFrame>
    </GarageViewContext>
  )
}
