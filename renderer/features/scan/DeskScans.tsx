import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import type { JobPage } from '../../../core/contract/views.ts'
import type { Material } from '../../../core/domain/materials/types.ts'
import { client } from '../../client/client.ts'
import { useToday } from '../../client/queries.ts'
import { specText } from '../../i18n/mismatchText.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { showToast } from '../../ui/toasts.ts'
import { openPartLog } from '../mechanic/openPartLog.ts'
import { openSearch } from '../search/searchBox.ts'
import { findScanned, jobsInWork } from './findScanned.ts'
import { useScans } from './scans.ts'
import { useScannerKeys } from './useScannerKeys.ts'

/** Lines of the catalogue that are read for one code. */
const answersMost = 5

type Choice = { readonly material: Material; readonly wantedBy: readonly JobPage[] }

/** A scan on any screen of the desk: the job of that number, or the part log of the car in work that wants the part. */
export function DeskScans() {
  const text = useText()
  const [, navigate] = useLocation()
  const [isOnJob, onJob] = useRoute<{ id: string }>('/jobs/:id')
  const board = useToday().data ?? null
  const [choice, choose] = useState<Choice | null>(null)
  useScannerKeys()

  const scan = async (code: string): Promise<void> => {
    const found = await findScanned(code, {
      board,
      materials: (words) => client.materials({ text: words, limit: answersMost, alsoInactive: false }),
      search: (words) => client.search({ text: words }),
      job: (jobId) => client.job({ jobId }),
    })
    if (found.kind === 'job') return navigate(`/jobs/${found.jobId}`)
    if (found.kind === 'nothing') {
      showToast({
        look: 'news',
        say: text('scan.nothing', { code }),
        action: { label: text('common.search'), onAction: () => openSearch(code) },
      })
      return
    }
    // On a job's own page that job is meant, and its part log says why the part does not fit it.
    const here = isOnJob ? jobsInWork(board).find((jobId) => jobId === onJob.id) : undefined
    const { material, wantedBy } = found
    const [only, ...others] = wantedBy
    if (here !== undefined) openPartLog(here, material)
    else if (only === undefined) showToast({ look: 'news', say: text('scan.notWanted', { part: specText(material, text) }) })
    else if (others.length === 0) openPartLog(only.card.jobId, material)
    else choose({ material, wantedBy })
  }
  useScans((code) => void scan(code))
  return choice === null ? null : <WhichCar choice={choice} onClose={() => choose(null)} />
}

function WhichCar({ choice, onClose }: { choice: Choice; onClose: () => void }) {
  const text = useText()
  const { material, wantedBy } = choice
  return (
    <Dialog title={text('scan.which', { part: specText(material, text) })} isOpen onClose={onClose}>
      <div className="reasons">
        {wantedBy.map(({ card }) => (
          <Button
            key={card.jobId}
            size="lg"
            onPress={() => {
              onClose()
              openPartLog(card.jobId, material)
            }}
          >
            <Plate plate={card.vehicle.plate} heightPx={24} />
            <bdi>{card.vehicle.model}</bdi>
          </Button>
        ))}
      </div>
      <footer>
        <Button look="quiet" onPress={onClose}>
          {text('common.cancel')}
        </Button>
      </footer>
    </Dialog>
  )
}
