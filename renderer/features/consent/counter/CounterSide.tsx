import type { ConsentSnapshot } from '../../../../core/domain/consent/types.ts'
import { useFormat } from '../../../i18n/format.ts'
import { type Text, useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import type { ShownRequest } from '../shown.ts'
import type { Tally } from '../tally.ts'
import { CounterSum } from './CounterSum.tsx'
import { DeciderLine } from './DeciderLine.tsx'
import { SignaturePad } from './SignaturePad.tsx'
import type { Counter, Missing } from './useCounter.ts'

type CounterSideProps = {
  readonly request: ShownRequest
  readonly snapshot: ConsentSnapshot
  readonly counter: Counter
  readonly isSending: boolean
  readonly problem: string | null
  readonly onRecord: () => void
}

/** What it comes to, who says so, his hand, and the one press that records it. */
export function CounterSide({ request, snapshot, counter, isSending, problem, onRecord }: CounterSideProps) {
  const text = useText()
  const format = useFormat()
  const { draft, tally, missing } = counter
  const isComplete = missing === null
  return (
    <aside className="counter-side">
      <CounterSum request={request} snapshot={snapshot} tally={tally} />
      <section className="sign">
        <header>
          <h3>{text('consent.counter.signature')}</h3>
          {draft.signature !== null && (
            <Button look="quiet" size="sm" onPress={() => counter.sign(null)}>
              {text('consent.counter.clear')}
            </Button>
          )}
        </header>
        <DeciderLine decider={draft.decidedBy} onChange={counter.setDecider} />
        <Pad counter={counter} />
        {problem !== null && (
          <p className="act-problem" role="alert">
            <Icon name="warning" size="m" />
            {problem}
          </p>
        )}
        <Button className="go" look={isComplete ? 'primary' : 'plain'} isDisabled={!isComplete} isPending={isSending} onPress={onRecord}>
          {goWords(missing, tally, snapshot, text)}
        </Button>
        <p className="fine">
          {isComplete && (
            <b>
              {text(tally.accepted.length === 0 ? 'consent.counter.summaryNone' : 'consent.counter.summary', {
                accepted: tally.accepted.length,
                all: snapshot.items.length,
                total: format.money(tally.totalRial),
                unit: request.unit,
              })}{' '}
            </b>
          )}
          {request.promise} {request.validUntil}
        </p>
      </section>
    </aside>
  )
}

function Pad({ counter }: { counter: Counter }) {
  const text = useText()
  const { draft, tally, missing } = counter
  const first = tally.open[0]
  const isClosed = missing === 'answers' || missing === 'name'
  const say = padWords(missing, draft.signAgain, first?.itemNo ?? 0, text)
  return (
    <div className={`pad ${isClosed ? 'closed' : ''} ${missing === 'realSignature' ? 'wrong' : ''}`}>
      {!isClosed && <SignaturePad value={draft.signature} onStroke={counter.sign} />}
      <output>{say}</output>
    </div>
  )
}

function padWords(missing: Missing | null, signAgain: boolean, firstOpen: number, text: Text): string {
  switch (missing) {
    case 'answers':
      return text('consent.counter.answerFirst', { itemNo: firstOpen })
    case 'name':
      return text('consent.counter.nameFirst')
    case 'signature':
      return text(signAgain ? 'consent.counter.signAgain' : 'consent.counter.signHere')
    case 'realSignature':
      return text('consent.counter.tooSmall')
    case null:
      return ''
    default:
      return missing satisfies never
  }
}

function goWords(missing: Missing | null, { open, accepted }: Tally, { items }: ConsentSnapshot, text: Text): string {
  switch (missing) {
    case 'answers':
      return text('consent.counter.openLeft', { count: open.length })
    case 'name':
      return text('consent.counter.nameFirst')
    case 'signature':
    case 'realSignature':
      return text('consent.counter.signToRecord')
    case null:
      return accepted.length === 0
        ? text('consent.counter.recordNone')
        : text('consent.counter.record', { accepted: accepted.length, all: items.length })
    default:
      return missing satisfies never
  }
}
