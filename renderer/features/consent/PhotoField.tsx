import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { Sha256Hex } from '../../../core/basics/ids.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useText } from '../../i18n/text.ts'
import { Button, type ButtonSize } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { addPhoto } from './photo.ts'
import { Photos } from './Photos.tsx'

/** core/wire/consentFields.ts: as many as an item carries. */
export const photosMost = 8

type PhotoFieldProps = {
  readonly value: readonly Sha256Hex[]
  readonly onChange: (hashes: readonly Sha256Hex[]) => void
  /** What they show. */
  readonly of: string
  /** `touch` in the bay. */
  readonly size?: ButtonSize
}

/** Photos taken with the phone's camera or chosen: looked at, drawn anew, kept; each can be taken away again. */
export function PhotoField({ value, onChange, of, size = 'sm' }: PhotoFieldProps) {
  const text = useText()
  const refusalText = useRefusalText()
  const [isAdding, setAdding] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const add = async (files: readonly File[]): Promise<void> => {
    setAdding(true)
    const problems: string[] = []
    const room = photosMost - value.length
    let hashes = value
    for (const file of files.slice(0, room)) {
      const added = await addPhoto(file).catch(() => null)
      if (added === null) problems.push(text('jobActions.failed'))
      else if (!added.ok) problems.push(refusalText(added.error))
      else if (!hashes.includes(added.value.hash)) hashes = [...hashes, added.value.hash]
    }
    if (files.length > room) problems.push(text('consent.photo.most', { count: photosMost }))
    onChange(hashes)
    setProblem(problems[0] ?? null)
    setAdding(false)
  }
  return (
    <div className="photo-field">
      <Photos hashes={value} of={of} onRemove={(hash) => onChange(value.filter((other) => other !== hash))} />
      {value.length < photosMost && (
        <FileTrigger acceptedFileTypes={['image/*']} allowsMultiple onSelect={(files) => void add([...(files ?? [])])}>
          <Button icon="camera" size={size} isPending={isAdding}>
            {text(isAdding ? 'consent.photo.adding' : 'consent.photo.add')}
          </Button>
        </FileTrigger>
      )}
      {problem !== null && (
        <p className="act-problem" role="alert">
          <Icon name="warning" size="m" />
          {problem}
        </p>
      )}
    </div>
  )
}
