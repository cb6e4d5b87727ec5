import { type FormEvent, useState } from 'react'
import type { Decider } from '../../../../core/domain/consent/types.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { DeciderFields, readDecider, typedDecider } from '../DeciderFields.tsx'

type DeciderLineProps = { readonly decider: Decider; readonly onChange: (decider: Decider) => void }

/** Who signs: known from the visit, changed when somebody else stands there. */
export function DeciderLine({ decider, onChange }: DeciderLineProps) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const { name, relation, delegateBasis } = decider
  const isMissing = name.trim() === ''
  return (
    <p className="decider">
      <Icon name="person" size="m" />
      <span>
        {isMissing
          ? text('consent.counter.deciderMissing')
          : delegateBasis !== null
            ? text('consent.counter.deciderBasis', { name, basis: delegateBasis })
            : text('consent.counter.deciderSay', { name, relation: text(`domain.relation.${relation}`) })}
      </span>
      <Button look={isMissing ? 'tint' : 'accent'} size="sm" onPress={() => setOpen(true)}>
        {text(isMissing ? 'consent.counter.writeName' : 'consent.counter.change')}
      </Button>
      {isOpen && (
        <DeciderDialog
          decider={decider}
          onClose={() => setOpen(false)}
          onDone={(next) => {
            onChange(next)
            setOpen(false)
          }}
        />
      )}
    </p>
  )
}

function DeciderDialog({ decider, onDone, onClose }: { decider: Decider; onDone: (decider: Decider) => void; onClose: () => void }) {
  const text = useText()
  const [typed, type] = useState(() => typedDecider(decider))
  const [wasAsked, setAsked] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    const read = readDecider(typed)
    if (read !== null) onDone(read)
  }
  return (
    <Dialog title={text('consent.decider.title')} isOpen onClose={onClose} keepsOpen>
      <form className="act-form" onSubmit={submit} noValidate>
        <DeciderFields value={typed} onChange={type} wasAsked={wasAsked} />
        <footer>
          <Button type="submit" look="primary" size="lg">
            {text('consent.decider.do')}
          </Button>
          <Button look="quiet" size="lg" onPress={onClose}>
            {text('common.cancel')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
