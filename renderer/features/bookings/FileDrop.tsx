import { DropZone, FileTrigger } from 'react-aria-components'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'

/** Dropped, pasted, or chosen. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const text = useText()
  return (
    <DropZone
      className="drop"
      aria-label={text('bookings.drop')}
      onDrop={({ items }) => {
        const item = items.find((candidate) => candidate.kind === 'file')
        if (item !== undefined) void item.getFile().then(onFile)
      }}
    >
      <Icon name="upload" size="xl" />
      <h2>{text('bookings.drop')}</h2>
      <p>{text('bookings.dropSay')}</p>
      <ChooseFile onFile={onFile} isFirst />
    </DropZone>
  )
}

export function ChooseFile({ onFile, isFirst = false }: { onFile: (file: File) => void; isFirst?: boolean }) {
  const text = useText()
  return (
    <FileTrigger
      acceptedFileTypes={['.csv', '.json', '.txt', 'text/csv', 'application/json']}
      onSelect={(files) => {
        const file = files?.[0]
        if (file !== undefined) onFile(file)
      }}
    >
      <Button look={isFirst ? 'primary' : 'plain'} icon="file">
        {text(isFirst ? 'bookings.choose' : 'bookings.another')}
      </Button>
    </FileTrigger>
  )
}
