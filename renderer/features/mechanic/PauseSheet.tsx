import { useState } from 'react'
import type { WorkCard } from '../../../core/contract/views.ts'
import { type PauseReason, pauseReasons } from '../../../core/domain/queue/types.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { IconName } from '../../ui/Icon.tsx'
import { StepProblem } from '../setup/StepProblem.tsx'
import { useActionForm } from '../jobActions/useActionForm.ts'

const icons: Readonly<Record<PauseReason, IconName>> = { consent: 'pencil', part: 'box', mechanic: 'person', other: 'pause' }

/** One tap on the reason stops the work. */
export function PauseSheet({ card, onClose }: { card: WorkCard; onClose: () => void }) {
  const text = useText()
  const [freesBay, setFreesBay] = useState(false)
  const { isSending, besides, send } = useActionForm(card, onClose)
  const { jobId } = card
  return (
    <Dialog title={text('mechanic.pauseTitle')} isOpen onClose={onClose} touch>
      <div className="reasons">
        {pauseReasons.map((reason) => (
          <Button
            key={reason}
            size="touch"
            icon={icons[reason]}
            isPending={isSending}
            onPress={() => send({ type: 'pauseWork', jobId, reason, note: '', freesBay })}
          >
            {text(`domain.pauseReason.${reason}`)}
          </Button>
        ))}
      </div>
      <Checkbox isSelected={freesBay} onChange={setFreesBay}>
        {text('jobActions.pause.freesBay')}
      </Checkbox>
      <StepProblem words={besides([])} />
      <footer>
        <Button look="quiet" onPress={onClose}>
          {text('mechanic.goOn')}
        </Button>
      </footer>
    </Dialog>
  )
}
