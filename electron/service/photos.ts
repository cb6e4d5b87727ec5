import type { Sha256Hex } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import { photoMostBase64 } from '../../core/wire/bounds.ts'
import type { PhotoRefusal, StoredPhoto } from '../../core/contract/views.ts'
import { readImageHeader } from '../../core/wire/imageHeader.ts'
import type { ReadableDb, WritableDb } from '../../db/connection.ts'
import { readPhoto, writePhoto } from '../../db/queries/photos.ts'
import { sha256Hex } from './sha256.ts'

/** Four letters of base64 are three bytes. */
const mostBytes = (photoMostBase64 / 4) * 3

/** The page draws photos anew at 1600 pixels of the longer side; four times that is no photo of ours. */
const mostPixels = 12_000_000

/** Groups of four, padded at the end: anything else is no picture that a page has encoded. */
const base64Pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/**
 * Keeps a bare JPEG under the hash of its bytes. Nothing is decoded here: what could be a picture bomb is told by its
 * header, and what still says where it was taken by its segments.
 */
export function addPhoto(db: WritableDb, base64: string, nowUtcMs: UtcMs): Result<StoredPhoto, PhotoRefusal> {
  if (base64.length > photoMostBase64) return err({ code: 'photoTooLarge', mostBytes })
  if (!base64Pattern.test(base64)) return err({ code: 'photoKindUnknown' })
  const bytes = Buffer.from(base64, 'base64')
  const header = readImageHeader(bytes)
  if (header?.format !== 'jpeg') return err({ code: 'photoKindUnknown' })
  const { width, height, hasMetadata } = header
  if (width * height > mostPixels) return err({ code: 'photoTooManyPixels', most: mostPixels })
  if (hasMetadata) return err({ code: 'photoHasMetadata' })
  const hash = sha256Hex(bytes)
  writePhoto(db, { hash, width, height, storedAtUtcMs: nowUtcMs }, bytes)
  return ok({ hash, width, height })
}

export function photo(db: ReadableDb, hash: Sha256Hex): { readonly base64: string } | null {
  const bytes = readPhoto(db, hash)
  return bytes === null ? null : { base64: bytes.toString('base64') }
}
