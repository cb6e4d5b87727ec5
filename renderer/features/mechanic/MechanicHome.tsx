import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { JobId } from '../../../core/basics/ids.ts'
import type { MechanicView, WorkCard } from '../../../core/contract/views.ts'
import type { Person } from '../../../core/domain/garage/types.ts'
import { useHello, useJobs } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Plate } from '../../ui/plate/Plate.tsx'
import { EmptyState } from '../../ui/State.tsx'
import { useBayChoice } from './bayPerson.ts'
import { BayHeader } from './BayHeader.tsx'
import { BayJob } from './BayJob.tsx'
import { NewsBanner } from './NewsBanner.tsx'
import { NextCar } from './NextCar.tsx'
import { useNews } from './useNews.ts'

/** Header, news, the car in work with its parts, the next car; of several cars the one that runs. */
export function MechanicHome({ person, view }: { person: Person; view: MechanicView }) {
  const text = useText()
  const choose = useBayChoice((choice) => choice.choose)
  const bays = useHello().data?.garage?.bays ?? []
  const pages = useJobs(view.running.map(({ jobId }) => jobId))
  const [chosenId, setChosenId] = useState<JobId | null>(null)
  const shown = cardToShow(view.running, chosenId)
  const page = pages.find(({ card }) => card.jobId === shown?.jobId)
  const { news, see } = useNews(pages)
  const bayName = shown === null ? null : (bays.find(({ bayId }) => bayId === shown.bayId)?.name ?? null)
  return (
    <div className="bay-page">
      <BayHeader person={person} bayName={bayName} onChange={() => choose(null)} />
      <div className="bay-scroll">
        {news.map((one) => (
          <NewsBanner key={one.key} news={one} isOther={one.card.jobId !== shown?.jobId} onSeen={() => see(one)} />
        ))}
        {view.running.length > 1 && <CarTabs running={view.running} shown={shown} onShow={setChosenId} />}
        {shown === null && view.next === null && (
          <div className="bay-rest">
            <EmptyState icon="wrench" title={text('mechanic.nothing')} say={text('mechanic.nothingSay')} />
          </div>
        )}
        {view.next !== null && (shown === null || shown.phase === 'paused') && (
          <NextCar next={view.next} mechanicId={person.personId} isMain={shown === null} />
        )}
        {shown !== null && page !== undefined && <BayJob key={shown.jobId} card={shown} account={page.account} />}
      </div>
    </div>
  )
}

function cardToShow(running: readonly WorkCard[], chosenId: JobId | null): WorkCard | null {
  return running.find(({ jobId }) => jobId === chosenId) ?? running.find(({ phase }) => phase === 'inWork') ?? running[0] ?? null
}

type CarTabsProps = { readonly running: readonly WorkCard[]; readonly shown: WorkCard | null; readonly onShow: (jobId: JobId) => void }

/** One car in work and others that stand: which one is shown. */
function CarTabs({ running, shown, onShow }: CarTabsProps) {
  const text = useText()
  return (
    <fieldset className="bay-cars">
      <legend className="vh">{text('mechanic.cars')}</legend>
      {running.map((card) => (
        <AriaButton key={card.jobId} aria-pressed={card.jobId === shown?.jobId} onPress={() => onShow(card.jobId)}>
          <Plate plate={card.vehicle.plate} heightPx={24} />
          <small>{text(`domain.phase.${card.phase}`)}</small>
        </AriaButton>
      ))}
    </fieldset>
  )
}
