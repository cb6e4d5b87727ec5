import { err, ok, type Result } from '../../../core/basics/result.ts'
import type { PhotoRefusal } from '../../../core/contract/views.ts'
import { readImageHeader, type ImageHeader } from '../../../core/wire/imageHeader.ts'
import { photosMost } from '../../../core/wire/bounds.ts'

/** A phone's photo is 3 to 15 MB; more is a film or no photo. */
export const photoMostBytes = 25 * 1_048_576
/** No phone takes more; a picture of few bytes and more pixels than this is made to fill the memory. */
export const photoMostPixels = 60_000_000
/** Enough to see a crack in a bush, small enough to be kept for years. */
const longSideMostPx = 1600

/** As many as there is room for beside those that are there already, and whether that leaves some out. */
export function withinRoom<Photo>(
  photos: readonly Photo[],
  there: number,
): { readonly taken: readonly Photo[]; readonly areTooMany: boolean } {
  const room = Math.max(0, photosMost - there)
  return { taken: photos.slice(0, room), areTooMany: photos.length > room }
}

/** What can be refused without decoding a single pixel. A file that is too large is not even read. */
export async function lookAtPhoto(file: Blob): Promise<Result<ImageHeader, PhotoRefusal>> {
  if (file.size > photoMostBytes) return err({ code: 'photoTooLarge', mostBytes: photoMostBytes })
  const bytes = await file.arrayBuffer().catch(() => null)
  const header = bytes === null ? null : readImageHeader(new Uint8Array(bytes))
  if (header === null) return err({ code: 'photoKindUnknown' })
  if (header.width * header.height > photoMostPixels) return err({ code: 'photoTooManyPixels', most: photoMostPixels })
  return ok(header)
}

/** The longer side at most `longSideMostPx`; a smaller picture stays as large as it is. */
export function sizeKept({ width, height }: { readonly width: number; readonly height: number }): {
  readonly width: number
  readonly height: number
} {
  const scale = Math.min(1, longSideMostPx / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
