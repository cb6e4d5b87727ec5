import { useMemo, useState } from 'react'
import type { JobId } from '../../../core/basics/ids.ts'
import type { JobPage } from '../../../core/contract/views.ts'
import { isBegun } from '../../../core/domain/job/phases.ts'
import type { Material } from '../../../core/domain/materials/types.ts'
import { useJob } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { useScans } from '../scan/scans.ts'
import { EntryBody } from './EntryBody.tsx'
import { FindingDialog } from './FindingDialog.tsx'
import { useFindingPhotos } from './findingPhotos.ts'
import { LineList } from './LineList.tsx'
import { LineSheet } from './LineSheet.tsx'
import { closePartLog, usePartLog } from './openPartLog.ts'
import { partLines } from './partLines.ts'
import { usePartEntry } from './usePartEntry.ts'
import { usePartWork } from './usePartWork.ts'

/** The window of `openPartLog`, once its job is read. */
export function PartLogDialog({ jobId }: { jobId: JobId }) {
  const scanned = usePartLog((log) => log.scanned)
  const job = useJob(jobId).data
  return job ? <PartLog key={scanned?.materialId ?? jobId} job={job} scanned={scanned} /> : null
}

/** The desk logs what the mechanic calls out: the same lines, the same search, the same refusals. */
function PartLog({ job, scanned }: { job: JobPage; scanned: Material | null }) {
  const text = useText()
  const { card, account, phase } = job
  const lines = useMemo(() => partLines(account), [account])
  const work = usePartWork(card)
  const entry = usePartEntry(lines, work, scanned === null ? null : { kind: 'amount', material: scanned, source: 'barcode' })
  const photos = useFindingPhotos()
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [finding, setFinding] = useState<string | null>(null)
  const opened = lines.find(({ key }) => key === openKey)
  const step = entry.step ?? { kind: 'find' }
  useScans(entry.scan, { alsoInFields: true, isOn: finding === null && opened === undefined })
  return (
    <>
      <Dialog key={step.kind} title={text(`mechanic.entry.title.${step.kind}`)} isOpen onClose={closePartLog} wide keepsOpen>
        <p className="act-car">
          <Plate plate={card.vehicle.plate} heightPx={26} />
          <b>
            <bdi>{card.vehicle.model}</bdi>
          </b>
          <PersonName name={card.customer.name} />
        </p>
        <EntryBody entry={entry} step={step} lines={lines} onFinding={setFinding}>
          {lines.length === 0 ? (
            <p className="nothing">{text('mechanic.noParts')}</p>
          ) : (
            <LineList lines={lines} work={work} onOpen={({ key }) => setOpenKey(key)} isStopped={!isBegun(phase)} />
          )}
        </EntryBody>
        {step.kind === 'find' && (
          <footer>
            <Button look="quiet" onPress={closePartLog}>
              {text('common.close')}
            </Button>
          </footer>
        )}
      </Dialog>
      {opened !== undefined && <LineSheet line={opened} work={work} onClose={() => setOpenKey(null)} />}
      {finding !== null && (
        <FindingDialog
          card={card}
          title={finding}
          photos={photos}
          onClose={() => {
            setFinding(null)
            entry.go(null)
          }}
        />
      )}
    </>
  )
}
