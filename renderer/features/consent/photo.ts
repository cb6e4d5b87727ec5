import { err, ok, type Result } from '../../../core/basics/result.ts'
import type { PhotoRefusal, StoredPhoto } from '../../../core/contract/views.ts'
import { photoMostBase64 } from '../../../core/wire/bounds.ts'
import { client } from '../../client/client.ts'
import { lookAtPhoto, photoMostBytes, sizeKept } from './lookAtPhoto.ts'

/** The first one that fits is taken; only noise needs a second. */
const qualities = [0.8, 0.6, 0.4, 0.2]

/** Camera or file to stored photo: looked at, drawn anew without where and when it was taken, kept under its hash. */
export async function addPhoto(file: Blob): Promise<Result<StoredPhoto, PhotoRefusal>> {
  const looked = await lookAtPhoto(file)
  if (!looked.ok) return looked
  const drawn = await drawAnew(file)
  return drawn.ok ? await client.addPhoto({ base64: drawn.value }) : drawn
}

async function drawAnew(file: Blob): Promise<Result<string, PhotoRefusal>> {
  // Turned upright by the camera's note, which is then gone with the rest.
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (picture === null) return err({ code: 'photoKindUnknown' })
  const { width, height } = sizeKept(picture)
  const canvas = new OffscreenCanvas(width, height)
  const paper = canvas.getContext('2d')
  if (paper === null) throw new Error('a canvas can be drawn on')
  // JPEG has no transparency.
  paper.fillStyle = 'white'
  paper.fillRect(0, 0, width, height)
  paper.drawImage(picture, 0, 0, width, height)
  picture.close()
  for (const quality of qualities) {
    const base64 = await base64Of(await canvas.convertToBlob({ type: 'image/jpeg', quality }))
    if (base64.length <= photoMostBase64) return ok(base64)
  }
  return err({ code: 'photoTooLarge', mostBytes: photoMostBytes })
}

async function base64Of(blob: Blob): Promise<string> {
  const reader = new FileReader()
  const read = new Promise<string>((resolve, reject) => {
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''), { once: true })
    reader.addEventListener('error', () => reject(new Error('a blob in memory can be read')), { once: true })
  })
  reader.readAsDataURL(blob)
  const url = await read
  return url.slice(url.indexOf(',') + 1)
}
