import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { photoMostBase64 } from '../../core/wire/bounds.ts'
import type { Sha256Hex } from '../../core/basics/ids.ts'
import { exifSegment, jpeg } from '../support/jpeg.ts'
import { openTestGarage, openTestService } from '../support/service.ts'

const service = () => openTestGarage().service
const base64 = (bytes: Buffer) => bytes.toString('base64')

it('a photo is kept once under the hash of its bytes, and comes back as it was, also after a restart', () => {
  const open = openTestGarage()
  const bytes = jpeg(1600, 1200)
  const stored = open.service.addPhoto(base64(bytes))
  if (!stored.ok) throw new Error(stored.error.code)
  expect(stored.value).toEqual({ hash: createHash('sha256').update(bytes).digest('hex'), width: 1600, height: 1200 })
  expect(open.service.addPhoto(base64(bytes))).toEqual(stored)
  open.service.stop()
  const again = openTestService(open.dataFolder, open.clock)
  expect(again.service.photo(stored.value.hash)).toEqual({ base64: base64(bytes) })
})

it('a hash that names nothing has no photo', () => {
  const nothing = createHash('sha256').update('nothing').digest('hex')
  const isHash = (text: string): text is Sha256Hex => text.length === 64
  expect(isHash(nothing) && service().photo(nothing)).toBeNull()
})

it.each<readonly [string, string, object]>([
  ['a renamed text file', base64(Buffer.from('این عکس نیست، فقط متن است.')), { code: 'photoKindUnknown' }],
  ['a PNG', base64(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])), { code: 'photoKindUnknown' }],
  ['nothing', '', { code: 'photoKindUnknown' }],
  ['what is no base64', '%%%%', { code: 'photoKindUnknown' }],
  ['a JPEG that was cut before its size', base64(jpeg(10, 10).subarray(0, 12)), { code: 'photoKindUnknown' }],
  ['a picture bomb', base64(jpeg(65_000, 65_000)), { code: 'photoTooManyPixels', most: 12_000_000 }],
  ['one that says where it was taken', base64(jpeg(10, 10, exifSegment)), { code: 'photoHasMetadata' }],
  ['one with a second file behind it', base64(Buffer.concat([jpeg(10, 10), Buffer.from('PK')])), { code: 'photoHasMetadata' }],
  ['40 MB', 'A'.repeat(40 * 1_398_104), { code: 'photoTooLarge', mostBytes: (photoMostBase64 / 4) * 3 }],
])('%s is refused', (_, given, error) => {
  expect(service().addPhoto(given)).toEqual({ ok: false, error })
})
