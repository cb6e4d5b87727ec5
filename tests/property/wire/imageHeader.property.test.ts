import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readImageHeader } from '../../../core/wire/imageHeader.ts'
import { exifSegment, jpeg } from '../../support/jpeg.ts'

const starts = [[], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [...Buffer.from('RIFF\0\0\0\0WEBPVP8X')]]

const isSound = (bytes: Uint8Array): boolean => {
  const header = readImageHeader(bytes)
  if (header === null) return true
  return [header.width, header.height].every((side) => Number.isInteger(side) && side > 0 && side < 2 ** 32)
}

test('any bytes give null or a size, and never an exception', () => {
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), (start, rest) => {
      expect(isSound(Uint8Array.from([...start, ...rest]))).toBe(true)
    }),
    { numRuns: 20_000 },
  )
})

test('a photo that was cut or had a byte changed is read or refused, and never an exception', () => {
  const whole = jpeg(1600, 1200, exifSegment)
  const at = fc.nat({ max: whole.length - 1 })
  fc.assert(
    fc.property(at, at, fc.nat({ max: 255 }), (length, place, byte) => {
      const broken = Uint8Array.from(whole)
      broken[place] = byte
      expect(isSound(broken) && isSound(broken.subarray(0, length))).toBe(true)
    }),
    { numRuns: 5_000 },
  )
})
