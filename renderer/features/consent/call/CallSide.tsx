import type { ReactNode } from 'react'
import type { UtcMs } from '../../../../core/basics/instant.ts'
import type { Mobile } from '../../../../core/persian/mobile.ts'
import type { ConsentSnapshot } from '../../../../core/domain/consent/types.ts'
import { noteMostChars } from '../../../../core/wire/bounds.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { MobileField } from '../../../ui/MobileField.tsx'
import { Phone } from '../../../ui/Phone.tsx'
import { ScrollArea } from '../../../ui/ScrollArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { DeciderFields, type TypedDecider } from '../DeciderFields.tsx'
import type { Tally } from '../tally.ts'

type CallSideProps = {
  /** The number that is called; null while none is known. */
  readonly number: Mobile | null
  readonly other: { readonly value: string; readonly onChange: (typed: string) => void; readonly error: string | null }
  readonly calledAtUtcMs: UtcMs | null
  readonly snapshot: ConsentSnapshot
  readonly tally: Tally
  readonly decider: TypedDecider
  readonly onDecider: (decider: TypedDecider) => void
  readonly readBack: boolean
  readonly onReadBack: (isRead: boolean) => void
  readonly note: string
  readonly onNote: (note: string) => void
  readonly wasAsked: boolean
  readonly isSending: boolean
  readonly problem: string | null
  readonly onPostpone: () => void
  /** The answers. */
  readonly children: ReactNode
}

/** The number, then what is said. Nothing is noted before somebody has answered the telephone. */
export function CallSide(props: CallSideProps) {
  const { number, other, calledAtUtcMs, snapshot, tally, wasAsked, isSending, problem, onPostpone, children } = props
  const text = useText()
  const format = useFormat()
  const { mobile } = snapshot.customer
  return (
    <aside className="consent-side call-side">
      <ScrollArea className="call-said" label={text('consent.call.answers')}>
        {calledAtUtcMs === null ? (
          <>
            {number !== null && (
              <p className="call-number">
                <Icon name="phone" />
                <Phone mobile={number} />
              </p>
            )}
            <MobileField
              label={text(mobile === null ? 'consent.call.number' : 'consent.call.other')}
              {...other}
              optional={mobile !== null}
            />
          </>
        ) : (
          <>
            <p className="call-since">
              <Icon name="phone" size="m" />
              {number !== null && <Phone mobile={number} />} <small>{text('consent.call.since', { at: format.time(calledAtUtcMs) })}</small>
            </p>
            {children}
            <Said {...props} />
          </>
        )}
      </ScrollArea>
      <div className="call-do">
        {wasAsked && calledAtUtcMs !== null && tally.open.length > 0 && (
          <p className="act-problem" role="alert">
            <Icon name="warning" size="m" />
            {text('consent.call.answersMissing', { missing: format.list(tally.open.map(({ itemNo }) => format.digits(itemNo))) })}
          </p>
        )}
        {problem !== null && (
          <p className="act-problem" role="alert">
            <Icon name="warning" size="m" />
            {problem}
          </p>
        )}
        <Button type="submit" look="primary" size="lg" kbd="↵" isPending={isSending}>
          {text(calledAtUtcMs === null ? 'consent.call.begin' : 'consent.call.record')}
        </Button>
        <Button look="quiet" icon="clock" onPress={onPostpone}>
          {text('consent.call.notReached')}
        </Button>
        <p className="say">{text('consent.call.gradeSay')}</p>
      </div>
    </aside>
  )
}

function Said({ tally, decider, onDecider, readBack, onReadBack, note, onNote, wasAsked }: CallSideProps) {
  const text = useText()
  const format = useFormat()
  return (
    <>
      <p className="call-total">
        <span>{text(tally.open.length > 0 ? 'consent.counter.soFar' : 'consent.counter.newTotal')}</span>
        <b>
          <bdi>{format.money(tally.totalRial)}</bdi> <small>{text(`common.${format.moneyUnit}`)}</small>
        </b>
      </p>
      <DeciderFields value={decider} onChange={onDecider} wasAsked={wasAsked} withMobile={false} />
      <TextField
        label={text('consent.call.note')}
        optional
        placeholder={text('consent.call.noteHint')}
        value={note}
        onChange={onNote}
        maxLength={noteMostChars}
      />
      <Checkbox isSelected={readBack} onChange={onReadBack} isDisabled={tally.open.length > 0} isInvalid={wasAsked && !readBack}>
        {text('consent.call.readBack', { total: format.money(tally.totalRial), unit: text(`common.${format.moneyUnit}`) })}
      </Checkbox>
      {wasAsked && !readBack && tally.open.length === 0 && <p className="error-line">{text('consent.call.readBackMissing')}</p>}
    </>
  )
}
