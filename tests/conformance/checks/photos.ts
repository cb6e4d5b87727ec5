import { randomBytes } from 'node:crypto'
import type { Check } from '../check.ts'
import { empty, need, refused, send, turnedAway } from '../http.ts'
import { ask, type Pc } from '../pc.ts'
import { sha256Hex } from '../writer.ts'

/** The first bytes of a JPEG, then noise: a server need not look into it, but may. */
function photo(bytes: number): Buffer {
  return Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), randomBytes(bytes), Buffer.from('ffd9', 'hex')])
}

function put(pc: Pc, sha256: string, bytes: Buffer) {
  return send(pc.url, {
    method: 'PUT',
    path: `photos/${sha256}`,
    token: pc.tokens.accessToken,
    bytes,
    headers: { 'content-type': 'image/jpeg' },
  })
}

export const photoChecks: readonly Check[] = [
  {
    name: 'photos/stored',
    run: async ({ main, newPc }) => {
      const pc = await newPc()
      const bytes = photo(50_000)
      const sha256 = sha256Hex(bytes)
      refused(await ask(main, `photos/${sha256}`), 404, 'notFound')
      empty(await put(pc, sha256, bytes))
      empty(await put(pc, sha256, bytes))
      need((await ask(main, `photos/${sha256}`)).bytes.equals(bytes), 'the bytes come back as they were')
    },
  },
  {
    name: 'photos/hashWrong',
    run: async ({ main }) => {
      const bytes = photo(1_000)
      const other = sha256Hex('another')
      refused(await put(main, other, bytes), 422, 'hashWrong')
      refused(await ask(main, `photos/${other}`), 404, 'notFound')
      turnedAway(await put(main, 'not-a-hash', bytes))
    },
  },
  {
    name: 'photos/tooLarge',
    run: async ({ main }) => {
      const bytes = photo(2_200_000)
      refused(await put(main, sha256Hex(bytes), bytes), 413, 'tooLarge')
    },
  },
  {
    name: 'garages/photos',
    needs: 'stranger',
    run: async ({ main, stranger }) => {
      if (stranger === null) return
      const bytes = photo(1_000)
      empty(await put(main, sha256Hex(bytes), bytes))
      refused(await ask(stranger, `photos/${sha256Hex(bytes)}`), 404, 'notFound')
    },
  },
]
