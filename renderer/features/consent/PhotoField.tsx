import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { Sha256Hex } from '../../../core/basics/ids.ts'
import { photosMost } from '../../../core/wire/bounds.ts'
import { useText } from '../../i18n/text.ts'
import { Button, type ButtonSize } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { withinRoom } from './lookAtPhoto.ts'
import { Photos } from './Photos.tsx'
import { useKeepPhoto } from './useKeepPhoto.ts'

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
  const keep = useKeepPhoto()
  const [isAdding, setAdding] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const add = async (files: readonly File[]): Promise<void> => {
    setAdding(true)
    const problems: string[] = []
    const { taken, areTooMany } = withinRoom(files, value.length)
    let hashes = value
    for (const file of taken) {
      const { hash, problem: refused } = await keep(file)
      if (hash === null) problems.push(refused)
      else if (!hashes.includes(hash)) hashes = [...hashes, hash]
    }
    if (areTooMany) problems.push(text('consent.photo.most', { count: photosMost }))
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
