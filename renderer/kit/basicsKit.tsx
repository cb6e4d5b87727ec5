import { useText } from '../i18n/text.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Chip, ClassChip, NoShowChip, OffPlatformChip } from '../ui/Chip.tsx'
import type { KitWords } from './words.ts'

export function ButtonsKit({ words }: { words: KitWords }) {
  const text = useText()
  return (
    <>
      <div className="flex flex-wrap items-center gap-2.5">
        <Button look="primary" kbd="↵">
          {words.takeAnswer}
        </Button>
        <Button look="tint">{words.startWork}</Button>
        <Button icon="download">{text('common.export')}</Button>
        <Button look="quiet" icon="printer">
          {text('common.print')}
        </Button>
        <Button look="accent">{words.arrival}</Button>
        <Button look="danger" icon="forbidden">
          {words.cancelConsent}
        </Button>
        <Button look="destroy">{words.destroy}</Button>
        <Button isDisabled>{words.payAndHandOver}</Button>
        <Button isPending>{words.recording}</Button>
      </div>
      <div className="flex flex-wrap items-center gap-2.5">
        <Button look="primary" size="lg" icon="moon">
          {words.closeDay}
        </Button>
        <Button size="lg">{words.middle}</Button>
        <Button size="sm">{words.small}</Button>
        <IconButton look="plain" icon="search" label={text('common.search')} />
        <IconButton icon="more" label={text('common.more')} />
        <Button look="primary" size="touch" icon="scan" className="ms-6">
          {words.scanPart}
        </Button>
      </div>
    </>
  )
}

export function ChipsKit({ words }: { words: KitWords }) {
  const text = useText()
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <ClassChip arrivalClass="onTime" />
      <ClassChip arrivalClass="late" />
      <ClassChip arrivalClass="noSlot" />
      <NoShowChip />
      <OffPlatformChip />
      <Chip look="wait" icon="pencil">
        {text('domain.waitsForConsent')}
      </Chip>
      <Chip look="wait" icon="box">
        {text('domain.waitsForPart')}
      </Chip>
      <Chip look="ready" icon="check">
        {text('domain.readyToHandOver')}
      </Chip>
      <Chip look="danger" icon="warning">
        {words.partDiffers}
      </Chip>
    </div>
  )
}
