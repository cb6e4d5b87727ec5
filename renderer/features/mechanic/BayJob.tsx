import { useMemo, useRef, useState } from 'react'
import type { JobAccount, WorkCard } from '../../../core/contract/views.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { useScans } from '../scan/scans.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { FindingDialog } from './FindingDialog.tsx'
import { useFindingPhotos } from './findingPhotos.ts'
import { LineList } from './LineList.tsx'
import { LineSheet } from './LineSheet.tsx'
import { partLines, progressOf } from './partLines.ts'
import { PhotoInput } from './PhotoInput.tsx'
import { RunningCar } from './RunningCar.tsx'
import { usePartEntry } from './usePartEntry.ts'
import { usePartWork } from './usePartWork.ts'

/** One car in the bay: its time, its parts, and under the thumb what a mechanic does with dirty hands. */
export function BayJob({ card, account }: { card: WorkCard; account: JobAccount }) {
  const text = useText()
  const lines = useMemo(() => partLines(account), [account])
  const work = usePartWork(card)
  const entry = usePartEntry(lines, work)
  const photos = useFindingPhotos()
  const camera = useRef<HTMLInputElement>(null)
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [finding, setFinding] = useState<string | null>(null)
  const { done, all } = progressOf(lines)
  const opened = lines.find(({ key }) => key === openKey)
  useScans(entry.scan, { alsoInFields: true, isOn: finding === null && opened === undefined })

  const report = (): void => {
    setFinding('')
    // On a phone the camera opens at once, and the words are typed when the picture is there.
    if (matchMedia('(pointer: coarse)').matches) camera.current?.click()
  }
  return (
    <>
      <RunningCar card={card} lines={lines} />
      <section className="bay-parts" aria-label={text('mechanic.parts')}>
        <h2>
          {text('mechanic.parts')}
          {all > 0 && <small>{text('mechanic.doneOf', { done, all })}</small>}
        </h2>
        {lines.length === 0 ? (
          <p className="nothing">{text('mechanic.noParts')}</p>
        ) : (
          <LineList lines={lines} work={work} onOpen={({ key }) => setOpenKey(key)} />
        )}
      </section>
      <footer className="bay-foot">
        <Button size="touch" icon="camera" onPress={report}>
          {text('mechanic.newFinding')}
        </Button>
        <Button size="touch" look={card.phase === 'paused' ? 'plain' : 'primary'} icon="scan" onPress={() => entry.go({ kind: 'find' })}>
          {text('mechanic.logPart')}
        </Button>
      </footer>
      <PhotoInput fieldRef={camera} onFiles={photos.add} />
      <EntryDialog
        entry={entry}
        lines={lines}
        onFinding={(title) => {
          entry.go(null)
          setFinding(title)
        }}
      />
      {opened !== undefined && <LineSheet line={opened} work={work} touch onClose={() => setOpenKey(null)} />}
      {finding !== null && <FindingDialog card={card} title={finding} photos={photos} touch onClose={() => setFinding(null)} />}
    </>
  )
}
