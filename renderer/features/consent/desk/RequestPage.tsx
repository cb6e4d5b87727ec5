import type { ConsentView, JobPage } from '../../../../core/contract/views.ts'
import { isWaiting } from '../../../../core/domain/consent/state.ts'
import { LivePage } from './LivePage.tsx'
import { RecordPage } from './RecordPage.tsx'

/** One request at the desk: as long as it waits how it stands, then what is kept of it. */
export function RequestPage(props: { job: JobPage; view: ConsentView }) {
  return isWaiting(props.view.state) ? <LivePage {...props} /> : <RecordPage {...props} />
}
