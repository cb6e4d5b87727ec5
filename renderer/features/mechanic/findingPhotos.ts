import { useEffect, useRef, useState } from 'react'
import type { Sha256Hex } from '../../../core/basics/ids.ts'
import { photosMost } from '../../../core/wire/bounds.ts'
import { withinRoom } from '../consent/lookAtPhoto.ts'
import { useKeepPhoto } from '../consent/useKeepPhoto.ts'
import { useText } from '../../i18n/text.ts'

export type TakenPhoto = { readonly key: number; readonly url: string; readonly hash: Sha256Hex | null; readonly problem: string | null }

export type Photos = {
  readonly taken: readonly TakenPhoto[]
  readonly hashes: readonly Sha256Hex[]
  /** One is still being drawn anew or sent. */
  readonly isReading: boolean
  /** The first photo that was not kept and why, or that more were chosen than fit. */
  readonly problem: string | null
  readonly add: (files: readonly File[]) => void
  readonly drop: (key: number) => void
  readonly clear: () => void
}

/** The photos of a finding that is being written: each is stored as soon as it is taken, while the words are typed. */
export function useFindingPhotos(): Photos {
  const text = useText()
  const keep = useKeepPhoto()
  const [taken, setTaken] = useState<readonly TakenPhoto[]>([])
  const [areTooMany, setTooMany] = useState(false)
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
    const kept = await keep(file)
    setTaken((photos) => photos.map((photo) => (photo.key === key ? { ...photo, ...kept } : photo)))
  }
  return {
    taken,
    hashes: [...new Set(taken.flatMap(({ hash }) => hash ?? []))],
    isReading: taken.some(({ hash, problem }) => hash === null && problem === null),
    problem:
      taken.find((photo) => photo.problem !== null)?.problem ?? (areTooMany ? text('consent.photo.most', { count: photosMost }) : null),
    add: (files) => {
      const fitting = withinRoom(files, taken.length)
      setTooMany(fitting.areTooMany)
      for (const file of fitting.taken) void read(file)
    },
    drop: (key) => {
      setTooMany(false)
      setTaken((photos) => photos.filter((photo) => photo.key !== key))
    },
    clear: () => {
      setTooMany(false)
      setTaken([])
    },
  }
}
