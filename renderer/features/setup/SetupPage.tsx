import { useMemo, useState } from 'react'
import type { PersonId } from '../../../core/basics/ids.ts'
import { client } from '../../client/client.ts'
import { GarageViewContext } from '../../app/garageView.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useText } from '../../i18n/text.ts'
import { queryClient } from '../../client/queries.ts'
import { defaultWorkingHours } from '../../../core/persian/workingCalendar.ts'
import { useJoin } from '../sync/connect/useJoin.ts'
import { isStepRight, problemsOf, setupInputOf } from './check.ts'
import { setConnecting } from './connecting.ts'
import { JoinOwnPage } from './JoinOwnPage.tsx'
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
  const [isJoiningOwn, setJoiningOwn] = useState(false)
  const problems = problemsOf(draft)
  const [ownerId, setOwnerId] = useState<PersonId | null>(null)
  const join = useJoin(ownerId, () => setConnecting(false))
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
    // The service says that there is a garage now: the wizard stays for its last question.
    setConnecting(true)
    const made = await client.setUp(input).catch(() => null)
    setSending(false)
    if (made?.ok === true) {
      forgetDraft()
      setOwnerId(made.value.ownerId)
      setDraft({ ...draft, step: 'connect' })
      void queryClient.invalidateQueries()
      return
    }
    setConnecting(false)
    setFailure(made === null ? text('setup.summary.failed') : refusalText(made.error))
  }
  const next = (): void => {
    const following = steps[at + 1]
    if (following === undefined) void join.submit()
    else if (draft.step === 'summary') {
      const wrong = steps.find((step) => !isStepRight(step, problems))
      if (wrong === undefined) void make()
      else goTo(wrong)
    } else if (isStepRight(draft.step, problems)) goTo(following)
    else setAsked(true)
  }
  if (isJoiningOwn) return <JoinOwnPage onBack={() => setJoiningOwn(false)} />
  return (
    <GarageViewContext value={view}>
      <SetupFrame
        step={draft.step}
        isSending={isSending || join.isJoining}
        failure={failure}
        onNext={next}
        onBack={() => (draft.step === 'connect' ? setConnecting(false) : goTo(steps[at - 1] ?? 'welcome'))}
        onStep={goTo}
      >
        <StepContent
          draft={draft}
          problems={problems}
          wasAsked={wasAsked}
          join={join}
          onChange={change}
          onBegin={() => goTo('garage')}
          onJoin={() => setJoiningOwn(true)}
        />
      </SetupFrame>
    </GarageViewContext>
  )
}
