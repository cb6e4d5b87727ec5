import { useMemo, useRef, useState } from 'react'
import type { JobId } from '../../../../core/basics/ids.ts'
import type { ConsentView } from '../../../../core/contract/views.ts'
import type { Decision } from '../../../../core/domain/consent/types.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { Language } from '../../../i18n/languages.ts'
import { useRefusalText } from '../../../i18n/refusalText.ts'
import { useText } from '../../../i18n/text.ts'
import { ScrollArea } from '../../../ui/ScrollArea.tsx'
import { type SendRefusal, useDeskCommand } from '../../jobActions/useDeskCommand.ts'
import { LanguageSwitch } from '../LanguageSwitch.tsx'
import { counterText, shownRequest } from '../shown.ts'
import { useShow } from '../useShow.ts'
import { CallMe } from './CallMe.tsx'
import { CounterHead } from './CounterHead.tsx'
import { CounterItem } from './CounterItem.tsx'
import { CounterKeys } from './CounterKeys.tsx'
import { CounterSide } from './CounterSide.tsx'
import { answerOf } from './counterDraft.ts'
import { KeptOffer } from './KeptOffer.tsx'
import { LeaveButton } from './LeaveButton.tsx'
import { useCounter } from './useCounter.ts'
import { useCounterKeys } from './useCounterKeys.ts'

type CounterScreenProps = {
  readonly jobId: JobId
  readonly view: ConsentView
  readonly garageName: string
  readonly onLanguage: (language: Language) => void
}

/** Item by item yes or no, the new total always in sight, the signature, one press to record. */
export function CounterScreen({ jobId, view, garageName, onLanguage }: CounterScreenProps) {
  const text = useText()
  const format = useFormat()
  const refusalText = useRefusalText()
  const { send, isSending } = useDeskCommand()
  const { consent } = view
  const { snapshot, snapshotHash, consentId } = consent
  const counter = useCounter(jobId, view)
  const request = useMemo(() => shownRequest(snapshot, garageName, { text, format }), [snapshot, garageName, text, format])
  const words = useMemo(() => counterText(snapshot, garageName, { text, format }), [snapshot, garageName, text, format])
  const show = useShow(jobId, consent, 'counter', words)
  const [refusal, setRefusal] = useState<SendRefusal | null>(null)
  const [chosen, choose] = useState<number | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const list = useRef<HTMLOListElement>(null)

  const itemNos = snapshot.items.map(({ itemNo }) => itemNo)
  const open = counter.tally.open.map(({ itemNo }) => itemNo)
  const current = chosen ?? open[0] ?? null
  const goTo = (itemNo: number | null): void => {
    choose(itemNo)
    if (itemNo !== null) list.current?.querySelector(`[data-item-no="${itemNo}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const press = (itemNo: number, decision: Decision): void => {
    counter.press(itemNo, decision)
    goOn(itemNo)
  }
  /** To the next item without an answer, from the top again after the last. */
  const goOn = (itemNo: number): void => {
    const left = open.filter((other) => other !== itemNo)
    goTo(left.find((other) => other > itemNo) ?? left[0] ?? null)
  }
  const record = async (): Promise<void> => {
    const { answers, decidedBy, signature } = counter.draft
    if (counter.missing !== null || signature === null || isSending) return
    const shown = await show.shown()
    if (!shown.ok) return
    const evidence = { channel: 'counter', signature } as const
    const outcome = await send({ type: 'answerConsent', jobId, consentId, snapshotHash, text: words, answers, decidedBy, evidence })
    setRefusal(outcome.ok ? null : outcome.error)
  }
  useCounterKeys({
    press: (decision) => current !== null && press(current, decision),
    move: (by) => goTo(itemNos[Math.min(itemNos.length - 1, Math.max(0, itemNos.indexOf(current ?? itemNos[0] ?? 1) + by))] ?? null),
    record: () => void record(),
    leave: () => setLeaving(true),
  })
  const problem = refusal ?? show.refusal
  return (
    <main className="counter" aria-label={text('consent.counter.title')}>
      <CounterHead snapshot={snapshot} {...request}>
        <LanguageSwitch
          label={text('consent.counter.language')}
          value={format.language}
          onChange={(language) => {
            counter.unsign()
            onLanguage(language)
          }}
        />
        <LeaveButton jobId={jobId} consentId={consentId} isOpen={isLeaving} onOpen={setLeaving} />
      </CounterHead>
      <section className="counter-main">
        <ScrollArea className={`counter-items of-${Math.min(4, itemNos.length)}`} label={text('consent.counter.items')}>
          <ol ref={list}>
            {request.items.map((item, index) => {
              const asked = snapshot.items[index]
              return asked === undefined ? null : (
                <CounterItem
                  key={item.itemNo}
                  item={item}
                  unit={request.unit}
                  photos={asked.photos}
                  safety={asked.grade}
                  answer={answerOf(counter.draft, item.itemNo)}
                  isCurrent={item.itemNo === current}
                  onPress={(decision) => press(item.itemNo, decision)}
                  onCondition={(condition) => {
                    counter.setCondition(item.itemNo, condition)
                    goOn(item.itemNo)
                  }}
                />
              )
            })}
          </ol>
        </ScrollArea>
        <footer className="counter-foot">
          <CounterKeys />
          <CallMe jobId={jobId} consentId={consentId} />
        </footer>
      </section>
      <CounterSide
        request={request}
        snapshot={snapshot}
        counter={counter}
        isSending={isSending}
        problem={problem === null || problem.code === 'failed' ? null : refusalText(problem)}
        onRecord={() => void record()}
      />
      {counter.kept !== null && <KeptOffer kept={counter.kept} all={itemNos.length} onGoOn={counter.goOn} onAnew={counter.beginAnew} />}
    </main>
  )
}
