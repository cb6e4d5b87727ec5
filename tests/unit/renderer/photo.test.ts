import { expect, it, test } from 'vitest'
import { photosMost } from '../../../core/wire/bounds.ts'
import { lookAtPhoto, photoMostBytes, photoMostPixels, sizeKept, withinRoom } from '../../../renderer/features/consent/lookAtPhoto.ts'
import { exifSegment, jpeg } from '../../support/jpeg.ts'

it('a file of 40 MB is refused unread', async () => {
  const file = new File([new Uint8Array(jpeg(4000, 3000))], 'disc.jpg')
  Object.defineProperty(file, 'size', { value: 40 * 1_048_576 })
  Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new Error('read although it is too large')) })
  expect(await lookAtPhoto(file)).toEqual({ ok: false, error: { code: 'photoTooLarge', mostBytes: photoMostBytes } })
})

test.each([
  ['a renamed text file', new File(['این عکس نیست'], 'disc.jpg', { type: 'image/jpeg' }), { code: 'photoKindUnknown' }],
  ['an empty file', new File([], 'disc.png'), { code: 'photoKindUnknown' }],
  ['a picture bomb', new File([new Uint8Array(jpeg(65_000, 65_000))], 'disc.jpg'), { code: 'photoTooManyPixels', most: photoMostPixels }],
])('%s is refused before it is decoded', async (_, file, error) => {
  expect(await lookAtPhoto(file)).toEqual({ ok: false, error })
})

it('a photo with a place in it is looked at and taken: it is drawn anew before it is sent', async () => {
  const file = new File([new Uint8Array(jpeg(4000, 3000, exifSegment))], 'disc.jpg')
  expect(await lookAtPhoto(file)).toEqual({ ok: true, value: { format: 'jpeg', width: 4000, height: 3000, hasMetadata: true } })
})

it('keeps 1600 pixels of the longer side, and never makes a picture larger', () => {
  expect(sizeKept({ width: 4000, height: 3000 })).toEqual({ width: 1600, height: 1200 })
  expect(sizeKept({ width: 3000, height: 4000 })).toEqual({ width: 1200, height: 1600 })
  expect(sizeKept({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 })
  expect(sizeKept({ width: 60_000, height: 1 })).toEqual({ width: 1600, height: 1 })
})

it('takes as many photos as a record holds, and tells when that leaves some out', () => {
  const chosen = Array.from({ length: photosMost }, (_, no) => no)
  expect(withinRoom(chosen, 0)).toEqual({ taken: chosen, areTooMany: false })
  expect(withinRoom(chosen, 3)).toEqual({ taken: chosen.slice(0, photosMost - 3), areTooMany: true })
  expect(withinRoom(chosen, photosMost + 1)).toEqual({ taken: [], areTooMany: true })
})
