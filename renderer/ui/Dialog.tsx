import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

export type DialogProps = {
  readonly title: string
  readonly isOpen: boolean
  /** Escape, or a press outside. */
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons: the primary one first, then the way back. */
  readonly footer?: ReactNode
  readonly wide?: boolean
  /** A press outside does not close it: for what would be lost. Escape still does. */
  readonly keepsOpen?: boolean
  /** For a question that must be answered: read aloud as an alert. */
  readonly alert?: boolean
  /** In the bay: 48-px targets, and on a phone a sheet at the foot of the page, under the thumb. */
  readonly touch?: boolean
}

/** One question, two answers. Focus goes to the first field, else to the first button, stays in, and comes back to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  footer,
  wide = false,
  keepsOpen = false,
  alert = false,
  touch = false,
}: DialogProps) {
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={(open) => open || onClose()} isDismissable={!keepsOpen}>
      <Modal className={`dlg-box ${wide ? 'wide' : ''} ${touch ? 'touch' : ''}`}>
        <AriaDialog className="dlg" role={alert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title">{title}</Heading>
          <Content footer={footer}>{children}</Content>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function Content({ children, footer }: Pick<DialogProps, 'children' | 'footer'>) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first =
      body.current?.querySelector<HTMLElement>('input, textarea, button.inp') ??
      body.current?.parentElement?.querySelector<HTMLElement>('footer .btn')
    first?.focus()
  }, [])
  return (
    <>
      <div className="body" ref={body}>
        {children}
      </div>
      {footer !== undefined && <footer>{footer}</footer>}
    </>
  )
}
