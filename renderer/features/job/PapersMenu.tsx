import { useState } from 'react'
import { useLocation } from 'wouter'
import type { JobPage } from '../../../core/contract/views.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, type MenuEntry } from '../../ui/Menu.tsx'
import { consentPaperHref, invoiceHref, receiptHref } from '../print/printHref.ts'
import { exportProof } from './exportProof.ts'

/** What leaves the garage on paper or as a file. */
export function PapersMenu({ job }: { job: JobPage }) {
  const text = useText()
  const [, navigate] = useLocation()
  const [isMaking, setMaking] = useState(false)
  const { jobId } = job.card
  const { consents } = job.account
  const paper = (id: string, label: string, href: string): MenuEntry => ({ id, label, icon: 'file', onAction: () => navigate(href) })
  const makeProof = async (): Promise<void> => {
    setMaking(true)
    await exportProof(jobId, text)
    setMaking(false)
  }
  return (
    <>
      <Menu
        label={text('job.print.menu')}
        groups={[
          [
            paper('receipt', text('job.print.receipt'), receiptHref(jobId)),
            paper('invoice', text('job.print.invoice'), invoiceHref(jobId)),
          ],
          consents.map(({ consent: { consentId, snapshot, answer } }) =>
            paper(
              consentId,
              text(answer === null ? 'job.print.consentRequest' : 'job.print.consentRecord', { no: snapshot.consentNo }),
              consentPaperHref(jobId, consentId),
            ),
          ),
        ]}
        trigger={
          <Button look="quiet" size="sm" icon="printer">
            {text('job.print.menu')}
          </Button>
        }
      />
      <Button look="quiet" size="sm" icon="shield" isPending={isMaking} onPress={() => void makeProof()}>
        {text('job.proof.do')}
      </Button>
    </>
  )
}
