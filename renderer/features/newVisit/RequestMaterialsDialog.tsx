import { type FormEvent, useState } from 'react'
import type { JobPage } from '../../../core/contract/views.ts'
import { rial } from '../../../core/basics/rial.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Money } from '../../ui/Money.tsx'
import { useActionForm } from '../jobActions/useActionForm.ts'
import { StepProblem } from '../setup/StepProblem.tsx'
import { MaterialPicker } from './MaterialPicker.tsx'
import { materialsToSend, totalRial, wantedOfJob } from './wantedMaterials.ts'

/** The materials that a visit without an offer asks for, as long as no work has begun. */
export function RequestMaterialsDialog({ job, onClose }: { job: JobPage; onClose: () => void }) {
  const text = useText()
  const { card, account } = job
  const [wanted, setWanted] = useState(() => wantedOfJob(account))
  const [wasAsked, setAsked] = useState(false)
  const { isSending, besides, send } = useActionForm(card, onClose)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    const materials = materialsToSend(wanted)
    if (materials !== null && !isSending) send({ type: 'requestMaterials', jobId: card.jobId, materials })
  }
  return (
    <Dialog title={text('newVisit.changeMaterials')} isOpen onClose={onClose} wide keepsOpen>
      <form className="act-form" onSubmit={submit} noValidate>
        <p className="say">{text('newVisit.changeMaterialsSay')}</p>
        <MaterialPicker value={wanted} onChange={setWanted} wasAsked={wasAsked} />
        <StepProblem words={besides([])} />
        <footer>
          <Button type="submit" look="primary" isPending={isSending}>
            {text('common.save')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {text('common.cancel')}
          </Button>
          <p className="wanted-sum">
            {text('newVisit.materialsTotal')}{' '}
            <b>
              <Money rial={rial(totalRial(wanted))} unit />
            </b>
          </p>
        </footer>
      </form>
    </Dialog>
  )
}
