import { useText } from '../../i18n/text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { NewVisitForm } from './NewVisitForm.tsx'
import { closeNewVisit, useNewVisit } from './newVisitDraft.ts'

/** A car at the counter without a slot: plate, service, Enter. */
export function NewVisitDialog() {
  const text = useText()
  const isOpen = useNewVisit((visit) => visit.isOpen)
  return (
    <Dialog title={text('newVisit.title')} isOpen={isOpen} onClose={closeNewVisit} wide keepsOpen>
      <NewVisitForm />
    </Dialog>
  )
}
