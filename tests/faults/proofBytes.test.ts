import { expect, it } from 'vitest'
import { checkProof } from '../../core/wire/proofCheck/check.ts'
import { nodeTools } from '../../electron/care/proofTools.ts'
import { carInWork } from '../support/consentDay.ts'
import { flipped, sealed } from '../support/forgedProofs.ts'
import { proofOf } from '../support/proofs.ts'
import { openTestGarage } from '../support/service.ts'

/** A page as small as can be: the bytes of the real one are all alike to the seal. */
const page = '<!doctype html>\n<title>p</title>\n<script type="application/json" id="proof"></script>\n</html>\n'

// The lowest bit makes a neighbour of a digit or a letter, bit 5 its other case, bit 7 breaks or makes UTF-8.
const masks = [0x01, 0x20, 0x80]

it('a flip at every single byte of a small proof is detected', async () => {
  const open = openTestGarage()
  const { data, key } = proofOf(open, carInWork(open))
  const bytes = Buffer.from(sealed(data, key, page), 'utf8')
  expect((await checkProof(bytes, nodeTools)).fault).toBeNull()
  const missed: number[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    for (const mask of masks) if ((await checkProof(flipped(bytes, at, mask), nodeTools)).fault === null) missed.push(at)
  }
  expect(missed).toEqual([])
})
