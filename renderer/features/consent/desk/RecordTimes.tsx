import type { Sha256Hex } from '../../../../core/basics/ids.ts'
import type { ConsentView } from '../../../../core/contract/views.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { IconButton } from '../../../ui/Button.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { shortHash } from '../shortHash.ts'

/** When and by whom, by which clock, and the marks by which the record is known anywhere. */
export function RecordTimes({ view }: { view: ConsentView }) {
  const text = useText()
  const format = useFormat()
  const { consent, askedByName, recordedByName } = view
  const { snapshot, snapshotHash, answer } = consent
  const system = text('domain.system')
  return (
    <dl className="record-times">
      <div>
        <dt>{text('consent.record.asked')}</dt>
        <dd>
          {format.dateTime(snapshot.askedAtUtcMs)} <small>{askedByName ?? system}</small>
        </dd>
      </div>
      {answer !== null && (
        <>
          <div>
            <dt>{text('consent.record.shown')}</dt>
            <dd>{format.dateTime(answer.shownAtUtcMs)}</dd>
          </div>
          <div>
            <dt>{text('consent.record.decided')}</dt>
            <dd>
              {format.dateTime(answer.decidedAtUtcMs)} <small>{answer.decidedBy.name}</small>
            </dd>
          </div>
          <div>
            <dt>{text('consent.record.recorded')}</dt>
            <dd>{recordedByName ?? system}</dd>
          </div>
        </>
      )}
      <div>
        <dt>{text('consent.record.clock')}</dt>
        <dd>{text(`domain.clock.${answer?.clock ?? snapshot.clock}`)}</dd>
      </div>
      <Hash label={text('consent.record.hash')} hash={snapshotHash} />
      {answer !== null && <Hash label={text('consent.record.textHash')} hash={answer.textHash} />}
    </dl>
  )
}

function Hash({ label, hash }: { label: string; hash: Sha256Hex }) {
  const text = useText()
  const copy = (): void => {
    navigator.clipboard.writeText(hash).then(
      () => showToast({ look: 'done', say: text('consent.record.copied') }),
      () => showToast({ look: 'danger', say: text('consent.record.copyFailed', { hash }) }),
    )
  }
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code className="ltr" title={hash}>
          {shortHash(hash)}
        </code>
        <IconButton icon="file" size="sm" label={text('consent.record.copy')} onPress={copy} />
      </dd>
    </div>
  )
}
