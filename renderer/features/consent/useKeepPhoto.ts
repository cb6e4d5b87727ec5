import type { Sha256Hex } from '../../../core/basics/ids.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useText } from '../../i18n/text.ts'
import { addPhoto } from './photo.ts'

/** Kept under its hash, or in words why it was not. */
export type KeptPhoto = { readonly hash: Sha256Hex; readonly problem: null } | { readonly hash: null; readonly problem: string }

/** Takes one photo from the camera or a file into the record. */
export function useKeepPhoto(): (file: File) => Promise<KeptPhoto> {
  const text = useText()
  const refusalText = useRefusalText()
  return async (file) => {
    const added = await addPhoto(file).catch(() => null)
    if (added === null) return { hash: null, problem: text('jobActions.failed') }
    return added.ok ? { hash: added.value.hash, problem: null } : { hash: null, problem: refusalText(added.error) }
  }
}
