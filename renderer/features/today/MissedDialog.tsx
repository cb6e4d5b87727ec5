import { useState } from 'react'
import type { MissedCard } from '../../../core/contract/views.ts'
import { useCommand } from '../../client/queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { useBoardFacts } from './boardContext.ts'
import { CarLine } from './CarLines.tsx'

/** `unresolved`: booked for earlier days and never answered; `noShows`: marked today, and still welcome. */
export type MissedKind = 'unresolved' | 'noShows'

export function MissedDialog({ kind, onClose }: { kind: MissedKind; onClose: () => void }) {
  const text = useText()
  const format = useFormat()
  const { board, may } = useBoardFacts()
  const { act, run, person } = useJobActions()
  const { mutateAsync } = useCommand()
  const [isMarking, setMarking] = useState(false)
  const cards = kind === 'unresolved' ? board.unresolved : board.noShowsToday

  const markAll = async (): Promise<void> => {
    if (person === null) return
    setMarking(true)
    let count = 0
    for (const { jobId } of cards) {
      // One after another: each is a decision of its own, and one refused keeps none of the others.
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await mutateAsync({ actorId: person.personId, command: { type: 'markNoShow', jobId } }).catch(() => null)
      if (outcome?.ok === true) count += 1
    }
    setMarking(false)
    showToast({ look: 'done', say: text('today.missed.marked', { count }) })
    onClose()
  }
  const one = (card: MissedCard): void => {
    if (kind === 'unresolved') void run({ type: 'markNoShow', jobId: card.jobId }, card)
    else void act({ type: 'checkIn', jobId: card.jobId }, card).then((outcome) => outcome.ok && onClose())
  }
  const isUnresolved = kind === 'unresolved'
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text(isUnresolved ? 'today.missed.unresolvedTitle' : 'today.missed.noShowTitle')}
      footer={
        <>
          {isUnresolved && cards.length > 0 && (
            <Button look="primary" isPending={isMarking} onPress={() => void markAll()}>
              {text('today.missed.markAll', { count: cards.length })}
            </Button>
          )}
          <Button look="quiet" onPress={onClose}>
            {text('common.close')}
          </Button>
        </>
      }
    >
      <p className="say">{text(isUnresolved ? 'today.missed.unresolvedSay' : 'today.missed.noShowSay')}</p>
      <ul className="missed">
        {cards.map((card) => (
          <li key={card.jobId} data-missed={card.jobId}>
            <Plate plate={card.vehicle.plate} heightPx={26} />
            <div>
              <CarLine card={card} />
              <p className="svc">
                {isUnresolved ? format.dateTime(card.slotStartUtcMs) : text('search.slotAt', { time: format.time(card.slotStartUtcMs) })}
              </p>
            </div>
            {may(isUnresolved ? 'markNoShow' : 'checkIn') && (
              <Button size="sm" look="tint" isDisabled={isMarking} onPress={() => one(card)}>
                {text(isUnresolved ? 'today.missed.mark' : 'jobActions.checkIn')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
