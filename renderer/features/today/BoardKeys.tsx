import { KeyList } from '../../app/shell/KeyList.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { showKeys } from '../keys/keysDialog.ts'
import { useBoardFacts } from './boardContext.ts'
import type { BoardRow } from './boardRows.ts'
import { whoWords } from './rowNames.ts'
import { nextStep } from './steps.ts'

/** What Enter does for the focused row, then the other keys. */
export function BoardKeys({ current }: { current: BoardRow | null }) {
  const text = useText()
  const format = useFormat()
  const { may } = useBoardFacts()
  const next = current === null ? null : nextStep(current, may)
  const label =
    next === null
      ? null
      : next.kind === 'reason'
        ? text('today.menu.reason')
        : text(next.kind === 'settle' ? 'bill.pay.do' : `jobActions.${next.kind === 'command' ? next.command.type : next.type}`)
  return (
    <KeyList
      next={
        label === null || !current?.card
          ? undefined
          : text('today.waitsForStep', { step: label, who: whoWords(current.card, { text, format }) })
      }
      hints={[
        { keys: ['↑', '↓'], label: text('keys.move') },
        ...(may('openVisit') ? [{ keys: ['N'], label: text('keys.newVisit') }] : []),
        ...(may('checkIn') ? [{ keys: ['I'], label: text('keys.checkIn') }] : []),
        { keys: ['S'], label: text('keys.start') },
        ...(may('askConsent') ? [{ keys: ['C'], label: text('keys.consent') }] : []),
        { keys: ['P'], label: text('keys.part') },
        { keys: ['F'], label: text('keys.finish') },
        ...(may('handOver') ? [{ keys: ['H'], label: text('keys.handOver') }] : []),
        { keys: ['R'], label: text('keys.requests') },
      ]}
      onShowAll={() => showKeys()}
    />
  )
}
