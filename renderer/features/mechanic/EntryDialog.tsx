import { useText } from '../../i18n/text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EntryBody } from './EntryBody.tsx'
import type { PartLine } from './partLines.ts'
import type { PartEntry } from './usePartEntry.ts'

type EntryDialogProps = { readonly entry: PartEntry; readonly lines: readonly PartLine[]; readonly onFinding: (title: string) => void }

/** On the phone: whatever the list's own buttons do not log. */
export function EntryDialog({ entry, lines, onFinding }: EntryDialogProps) {
  const text = useText()
  const { step } = entry
  if (step === null) return null
  return (
    <Dialog key={step.kind} title={text(`mechanic.entry.title.${step.kind}`)} isOpen onClose={() => entry.go(null)} touch>
      <EntryBody entry={entry} step={step} lines={lines} onFinding={onFinding} />
    </Dialog>
  )
}
