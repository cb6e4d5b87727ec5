import type { FormEvent, ReactNode } from 'react'
import type { JobCard } from '../../../core/contract/views.ts'
import { useText } from '../../i18n/text.ts'
import { Button, type ButtonLook } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'

type ActionDialogProps = {
  readonly title: string
  readonly card: Pick<JobCard, 'vehicle' | 'customer'>
  readonly say?: string
  readonly doLabel: string
  readonly doLook?: ButtonLook
  readonly keepLabel?: string
  readonly isSending: boolean
  /** What was refused and belongs to no field. */
  readonly problem?: string | null
  readonly onDo: () => void
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children?: ReactNode
}

/** One question about one car: Enter does it, Escape leaves everything as it is. */
export function ActionDialog(props: ActionDialogProps) {
  const {
    title,
    card,
    say,
    doLabel,
    doLook = 'primary',
    keepLabel,
    isSending,
    problem = null,
    onDo,
    onClose,
    wide = false,
    children,
  } = props
  const text = useText()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isSending) onDo()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} wide={wide} keepsOpen>
      <form className="act-form" onSubmit={submit} noValidate>
        <p className="act-car">
          <Plate plate={card.vehicle.plate} heightPx={26} />
          <b>
            <bdi>{card.vehicle.model}</bdi>
          </b>
          <PersonName name={card.customer.name} />
        </p>
        {say !== undefined && <p className="say">{say}</p>}
        {children}
        {problem !== null && (
          <p className="act-problem" role="alert">
            <Icon name="warning" size="m" />
            {problem}
          </p>
        )}
        <footer>
          <Button type="submit" look={doLook} isPending={isSending}>
            {doLabel}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {keepLabel ?? text('jobActions.keep')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
