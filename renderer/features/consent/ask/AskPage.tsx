import { type FormEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ConsentView, JobPage } from '../../../../core/contract/views.ts'
import type { NewConsentItem } from '../../../../core/domain/consent/commands.ts'
import { isHere } from '../../../../core/domain/job/phases.ts'
import { itemsMost } from '../../../../core/wire/bounds.ts'
import { Screen } from '../../../app/shell/Shell.tsx'
import { useJob, useToday } from '../../../client/queries.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useRefusalText } from '../../../i18n/refusalText.ts'
import { useText } from '../../../i18n/text.ts'
import { ScrollArea } from '../../../ui/ScrollArea.tsx'
import { EmptyState } from '../../../ui/State.tsx'
import { useDeskCommand } from '../../jobActions/useDeskCommand.ts'
import { ConsentHead } from '../ConsentHead.tsx'
import { findingsToAsk } from '../findingsToAsk.ts'
import { consentHref, requestHref } from '../openConsent.ts'
import { readyAt } from '../readyAt.ts'
import { type AskDraft, askKey, type AskSource, clearAskDraft, keepAskDraft, replacesOf, startOfAsk, useAskDraft } from './askDraft.ts'
import { AskFindings } from './AskFindings.tsx'
import { AskItem } from './AskItem.tsx'
import { AskSum } from './AskSum.tsx'
import { CannotAsk } from './CannotAsk.tsx'
import { defaultWords } from './defaultWords.ts'
import { emptyItem, type ItemDraft, itemOfMaterial } from './itemDraft.ts'
import { PartSearch } from './PartSearch.tsx'
import { readItem } from './readItem.ts'
import { isTooLong } from './textBounds.ts'

type AskPageProps = { readonly job: JobPage; readonly source: AskSource }

/** What is asked, in the desk's hand: items from findings, from the catalogue or by hand, what they come to, one press to ask. */
export function AskPage({ job, source }: AskPageProps) {
  const text = useText()
  const format = useFormat()
  const refusalText = useRefusalText()
  const [, navigate] = useLocation()
  const { refetch } = useJob(job.card.jobId)
  const { may, send, isSending } = useDeskCommand()
  const { jobId } = job.card
  const draftKey = askKey(jobId, source)
  const kept = useAskDraft(draftKey)
  const [start] = useState(() => startOfAsk(job, source, format.moneyUnit))
  const [wasAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const board = useToday().data ?? null

  const draft = kept ?? start
  const { items, openKey } = draft
  const change = (next: Partial<AskDraft>): void => {
    setProblem(null)
    keepAskDraft(draftKey, { ...draft, ...next })
  }
  const add = (item: ItemDraft): void => change({ items: [...items, item], openKey: item.key })
  const read = items.map((item) => readItem(item, format.moneyUnit, defaultWords(item, text)))

  const replaces = replacesOf(job, source, items)
  const ask = async (asked: readonly NewConsentItem[]): Promise<void> => {
    const outcome = await send({ type: 'askConsent', jobId, items: asked, replaces })
    if (!outcome.ok) {
      setProblem(outcome.error.code === 'failed' ? null : refusalText(outcome.error))
      return
    }
    clearAskDraft(draftKey)
    const newest = (await refetch()).data?.account.consents.find(({ state }) => state === 'open')
    navigate(newest === undefined ? consentHref(jobId) : requestHref(jobId, newest.consent.consentId), { replace: true })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isSending) return
    setAsked(true)
    const wrong = read.findIndex((item) => !item.ok)
    if (items.length === 0) setProblem(text('consent.ask.itemsMissing'))
    else if (items.length > itemsMost) setProblem(text('consent.ask.most', { count: itemsMost }))
    else if (wrong >= 0) {
      change({ openKey: items[wrong]?.key ?? null })
      setProblem(text('consent.ask.fixItems', { count: read.filter((item) => !item.ok).length }))
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[data-invalid] :is(input, textarea)')?.focus())
    } else {
      const asked = read.flatMap((item) => (item.ok ? [item.value] : []))
      if (isTooLong(asked)) setProblem(text('consent.ask.tooLong'))
      else void ask(asked)
    }
  }

  const title =
    source.kind === 'new'
      ? text('consent.ask.title')
      : text(source.kind === 'edit' ? 'consent.ask.editTitle' : 'consent.ask.againTitle', { no: source.view.consent.snapshot.consentNo })
  if (!may('askConsent') || !isHere(job.phase)) return <CannotAsk job={job} title={title} mayAsk={may('askConsent')} />
  const findings = findingsToAsk(job.account).filter(({ finding }) => items.every((item) => item.findingId !== finding.findingId))
  return (
    <Screen title={title}>
      <form className="consent-desk" ref={form} onSubmit={submit} noValidate>
        <ConsentHead job={job} title={title} />
        <ScrollArea className="consent-main" label={text('consent.ask.items')}>
          {source.kind === 'edit' && <ReplacedNotice view={source.view} count={replaces?.itemNos.length ?? 0} />}
          <PartSearch
            label={text('consent.ask.search')}
            placeholder={text('consent.ask.searchHint')}
            onMaterial={(material) => add(itemOfMaterial(material))}
            onHand={(typed) => add(emptyItem(typed))}
            isFirst
          />
          {findings.length > 0 && <AskFindings jobId={jobId} findings={findings} onTake={add} />}
          {items.length === 0 ? (
            <EmptyState icon="pencil" title={text('consent.ask.emptyTitle')} say={text('consent.ask.emptySay')} />
          ) : (
            <ol className="ask-items" aria-label={text('consent.ask.items')}>
              {items.map((item, index) => {
                const outcome = read[index]
                return (
                  <AskItem
                    key={item.key}
                    item={item}
                    itemNo={index + 1}
                    foundByName={job.account.findings.find(({ finding }) => finding.findingId === item.findingId)?.byName ?? null}
                    vatPermyriad={job.account.vatPermyriad}
                    isOpen={item.key === openKey}
                    problems={wasAsked && outcome !== undefined && !outcome.ok ? outcome.error : {}}
                    onChange={(next) => change({ items: items.map((other) => (other.key === item.key ? next : other)) })}
                    onOpen={() => change({ openKey: item.key === openKey ? null : item.key })}
                    onRemove={() => change({ items: items.filter((other) => other.key !== item.key) })}
                  />
                )
              })}
            </ol>
          )}
        </ScrollArea>
        <AskSum
          job={job}
          items={items}
          source={source}
          replaces={replaces}
          readyUtcMs={readyAt(board, jobId)}
          isSending={isSending}
          problem={problem}
          onClear={kept === null ? null : () => clearAskDraft(draftKey)}
        />
      </form>
    </Screen>
  )
}

/** What becomes of the answer that was there before. */
function ReplacedNotice({ view, count }: { view: ConsentView; count: number }) {
  const text = useText()
  const isAnswered = view.consent.answer !== null
  return (
    <p className={`consent-notice ${isAnswered ? 'wait' : ''}`}>
      {count === 0
        ? text('consent.ask.editNothing')
        : isAnswered
          ? text('consent.ask.editAcceptedSay', { count })
          : text('consent.ask.editOpenSay')}
    </p>
  )
}
