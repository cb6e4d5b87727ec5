import type { ConsentView, JobPage } from '../../../../core/contract/views.ts'
import { LivePage } from './LivePage.tsx'
import { RecordPage } from './RecordPage.tsx'

/** One request at the desk: as long as it waits how it stands, then what is kept of it. */
export function RequestPage(props: { job: JobPage; view: ConsentView }) {
  const { state } = props.view
  return state === 'open' || state === 'expired' ? <LivePage {...props} /> : <RecordPage {...props} />
}
