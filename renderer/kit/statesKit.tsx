import { addMinutes } from '../../core/basics/instant.ts'
import { plateKey } from '../../core/persian/plate.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/Button.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { Money } from '../ui/Money.tsx'
import { PersonName } from '../ui/PersonName.tsx'
import { Plate } from '../ui/plate/Plate.tsx'
import { Progress } from '../ui/Progress.tsx'
import { EmptyState, ErrorState, Skeleton } from '../ui/State.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { samples } from './samples.ts'
import type { KitWords } from './words.ts'

export function TableKit({ words }: { words: KitWords }) {
  const text = useText()
  return (
    <DataTable
      label={words.table}
      items={samples.cars}
      itemId={(car) => plateKey(car.plate)}
      itemText={(car) => car.model}
      selectedId={plateKey(samples.cars[1].plate)}
      differs={(car) => car === samples.cars[3]}
      onOpen={() => {}}
      empty={text('common.nothingFound')}
      columns={[
        { id: 'plate', title: text('plate.label'), widthPx: 160, renderCell: (car) => <Plate plate={car.plate} heightPx={24} /> },
        { id: 'model', title: words.car, isRowHeader: true, renderCell: (car) => <b>{car.model}</b> },
        { id: 'customer', title: words.customer, renderCell: (car) => <PersonName name={car.customer} /> },
        { id: 'short', title: words.customer, renderCell: (car) => <PersonName name={car.customer} short /> },
        { id: 'price', title: words.priceIn, align: 'end', widthPx: 120, renderCell: (car) => <Money rial={car.price} /> },
      ]}
    />
  )
}

export function TimelineKit({ words }: { words: KitWords }) {
  return (
    <div className="max-w-80">
      <Timeline
        label={words.timeline}
        items={[
          { key: 'wrong', at: addMinutes(samples.now, -53), icon: 'car', title: words.takenBack, takenBack: true },
          { key: 'in', at: addMinutes(samples.now, -49), icon: 'car', title: words.checkedIn, say: words.onTimeSlot },
          { key: 'start', at: addMinutes(samples.now, -34), icon: 'play', title: words.startedInBay },
          { key: 'end', at: samples.now, icon: 'check', look: 'done', title: words.finished, say: words.finishedSay },
        ]}
      />
    </div>
  )
}

export function StatesKit({ words }: { words: KitWords }) {
  const text = useText()
  return (
    <div className="grid grid-cols-3 gap-8">
      <EmptyState icon="car" title={words.emptyTitle} say={words.emptySay}>
        <Button icon="add" kbd="N">
          {words.newCar}
        </Button>
      </EmptyState>
      <div className="flex flex-col gap-4">
        <Progress label={words.readingJobs} share={0.62} onCancel={() => {}} />
        <Skeleton widthsPx={[96, 180]} />
        <Skeleton widthsPx={[96, 150]} />
        <Skeleton widthsPx={[96, 120]} />
      </div>
      <ErrorState title={words.failedTitle} say={words.failedSay}>
        <Button>{words.chooseFolder}</Button>
        <Button look="quiet">{text('common.retry')}</Button>
      </ErrorState>
    </div>
  )
}
