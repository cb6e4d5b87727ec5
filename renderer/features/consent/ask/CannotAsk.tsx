import type { JobPage } from '../../../../core/contract/views.ts'
import { Screen } from '../../../app/shell/Shell.tsx'
import { useText } from '../../../i18n/text.ts'
import { EmptyState } from '../../../ui/State.tsx'
import { ConsentHead } from '../ConsentHead.tsx'

/** Why nobody can be asked about this job now. */
export function CannotAsk({ job, title, mayAsk }: { job: JobPage; title: string; mayAsk: boolean }) {
  const text = useText()
  const { phase } = job
  const why =
    phase === 'expected' || phase === 'handedOver' || phase === 'cancelled' || phase === 'noShow' ? text(`consent.cannotSay.${phase}`) : ''
  return (
    <Screen title={title} scrolls>
      <div className="consent-desk">
        <ConsentHead job={job} title={title} />
        <div className="p-8">
          <EmptyState icon="forbidden" title={text('consent.cannotTitle')} say={mayAsk ? why : text('consent.notAllowed')} />
        </div>
      </div>
    </Screen>
  )
}
