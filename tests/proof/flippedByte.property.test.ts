import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkProof } from '../../core/wire/proofCheck/check.ts'
import { nodeTools } from '../../electron/care/proofTools.ts'
import { flipped } from '../support/forgedProofs.ts'
import { provenJob } from '../support/proofs.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

async function holds(bytes: Uint8Array): Promise<boolean> {
  return (await checkProof(bytes, nodeTools)).fault === null
}

describe('one byte of a proof flipped', () => {
  it('is detected, wherever it is and whatever it becomes', async () => {
    console.log(`flipped bytes of a proof, seed ${seed}`)
    const bytes = Buffer.from(provenJob().html, 'utf8')
    expect(await holds(bytes)).toBe(true)
    const dataFrom = bytes.indexOf('<script type="application/json"')
    const dataTo = bytes.indexOf('</script>', dataFrom)
    // Half of the flips in the data, which are a small part of the file and the one that matters.
    const position = fc.oneof(
      fc.nat(bytes.length - 1),
      fc.integer({ min: dataFrom, max: dataTo }),
      fc.integer({ min: bytes.length - 220, max: bytes.length - 1 }),
    )
    await fc.assert(
      fc.asyncProperty(position, fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        expect(await holds(flipped(bytes, at, mask))).toBe(false)
      }),
      { numRuns: 150, seed },
    )
  })

  it('cut short or longer by some bytes, too', async () => {
    const bytes = Buffer.from(provenJob().html, 'utf8')
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 20 }), async (at, more) => {
        expect(await holds(bytes.subarray(0, at))).toBe(false)
        expect(await holds(Buffer.concat([bytes, more]))).toBe(false)
        expect(await holds(Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]))).toBe(false)
      }),
      { numRuns: 20, seed },
    )
  })
})
