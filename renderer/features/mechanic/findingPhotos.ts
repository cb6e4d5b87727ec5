import { useEffect, useRef, useState } from 'react'
import type { Sha256Hex } from '../../../core/basics/ids.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { addPhoto } from '../consent/photo.ts'
import { useText } from '../../i18n/text.ts'

/** core/wire/consentFields.ts, photos. */
export const photosMost = 8

export type TakenPhoto = { readonly key: number; readonly url: string; readonly hash: Sha256Hex | null; readonly problem: string | null }

export type Photos = {
  readonly taken: readonly TakenPhoto[]
  readonly hashes: readonly Sha256Hex[]
  /** One is still being drawn anew or sent. */
  readonly isReading: boolean
  readonly add: (files: readonly File[]) => void
  readonly drop: (key: number) => void
  readonly clear: () => void
}

/** The photos of a finding that is being written: each is stored as soon as it is taken, while the words are typed. */
export function useFindingPhotos(): Photos {
  const text = useText()
  const refusalText = useRefusalText()
  const [taken, setTaken] = useState<readonly TakenPhoto[]>([])
  const nextKey = useRef(0)
  const urls = useRef(new Set<string>())
  useEffect(() => {
    const made = urls.current
    return () => made.forEach((url) => URL.revokeObjectURL(url))
  }, [])

  const read = async (file: File): Promise<void> => {
    const key = nextKey.current
    nextKey.current += 1
    const url = URL.createObjectURL(file)
    urls.current.add(url)
    setTaken((photos) => [...photos, { key, url, hash: null, problem: null }])
    const outcome = await addPhoto(file).catch(() => null)
    const found =
      outcome === null
        ? { hash: null, problem: text('jobActions.failed') }
        : outcome.ok
          ? { hash: outcome.value.hash, problem: null }
          : { hash: null, problem: refusalText(outcome.error) }
    setTaken((photos) => photos.map((photo) => (photo.key === key ? { ...photo, ...found } : photo)))
  }
  return {
    taken,
    hashes: [...new Set(taken.flatMap(({ hash }) => hash ?? []))],
    isReading: taken.some(({ hash, problem }) => hash === null && problem === null),
    add: (files) => {
      for (const file of files.slice(0, photosMost - taken.length)) void read(file)
    },
    drop: (key) => setTaken((photos) => photos.filter((photo) => photo.key !== key)),
    clear: () => setTaken([]),
  }
}
