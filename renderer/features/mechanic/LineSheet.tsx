import { type FormEvent, useState } from 'react'
import type { UseView } from '../../../core/contract/views.ts'
import type { Quantity } from '../../../core/domain/materials/types.ts'
import { leftOfUse } from '../../../core/domain/materials/uses.ts'
import { useFormat } from '../../i18n/format.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Time } from '../../ui/Moment.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { QuantityField } from '../../ui/QuantityField.tsx'
import { StepProblem } from '../setup/StepProblem.tsx'
import { partAsked } from './fitting.ts'
import { LineDetail } from './LineDetail.tsx'
import type { PartLine } from './partLines.ts'
import { TakeBack } from './TakeBack.tsx'
import type { PartWork } from './usePartWork.ts'

type LineSheetProps = { readonly line: PartLine; readonly work: PartWork; readonly touch?: boolean; readonly onClose: () => void }

/** One line in full: another amount than the whole, and what is logged with the way to take it back. */
export function LineSheet({ line, work, touch = false, onClose }: LineSheetProps) {
  const text = useText()
  const [takingBack, takeBack] = useState<UseView['use'] | null>(null)
  return (
    <Dialog title={line.title} isOpen onClose={onClose} touch={touch}>
      <p className="say">
        <LineDetail line={line} />
      </p>
      {takingBack !== null ? (
        <TakeBack use={takingBack} work={work} onDone={() => takeBack(null)} />
      ) : (
        <>
          {line.left.milli > 0 && <OtherAmount line={line} work={work} onLogged={onClose} />}
          {line.uses.length > 0 && (
            <ul className="uses">
              {line.uses.map(({ use, byName }) => (
                <Use key={use.useId} use={use} byName={byName} onTakeBack={() => takeBack(use)} />
              ))}
            </ul>
          )}
          <footer>
            <Button look="quiet" onPress={onClose}>
              {text('common.close')}
            </Button>
          </footer>
        </>
      )}
    </Dialog>
  )
}

function OtherAmount({ line, work, onLogged }: { line: PartLine; work: PartWork; onLogged: () => void }) {
  const text = useText()
  const format = useFormat()
  const refusalText = useRefusalText()
  const [quantity, setQuantity] = useState<Quantity | null>(line.left)
  const [problem, setProblem] = useState<string | null>(null)
  const log = async (): Promise<void> => {
    if (line.spec === null || work.underWay.has(line.key)) return
    if (quantity === null) return setProblem(text('mechanic.entry.quantityMissing'))
    const outcome = await work.log({ basis: line.basis, part: partAsked(line.spec), quantity, source: 'requested' })
    if (outcome.ok) onLogged()
    else setProblem(outcome.error.code === 'failed' ? null : refusalText(outcome.error))
  }
  return (
    <form
      className="act-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void log()
      }}
    >
      <div className="other-amount">
        <QuantityField
          label={text('mechanic.otherAmount')}
          unit={line.left.unit}
          value={quantity}
          onChange={setQuantity}
          hint={text('mechanic.entry.left', { quantity: format.quantity(line.left) })}
        />
        <Button type="submit" look="primary" isPending={work.underWay.has(line.key)}>
          {text('mechanic.entry.log')}
        </Button>
      </div>
      <StepProblem words={problem} />
    </form>
  )
}

function Use({ use, byName, onTakeBack }: UseView & { onTakeBack: () => void }) {
  const text = useText()
  const format = useFormat()
  return (
    <li>
      <b>{format.quantity(leftOfUse(use))}</b>
      <small>
        <Time at={use.atUtcMs} />
        {byName !== null && (
          <span className="dotsep">
            <PersonName name={byName} />
          </span>
        )}
        <span className="dotsep">{text(`domain.partSource.${use.source}`)}</span>
      </small>
      <Button icon="undo" onPress={onTakeBack}>
        {text('mechanic.takeBack')}
      </Button>
    </li>
  )
}
