import { randomBytes } from 'node:crypto'
import { isUuidV7, uuidV7From, type Brand } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import type { Random } from '../../core/basics/random.ts'

/** A new UUIDv7. A clock set before 1970 counts as 1970: the id only has to be new. */
export type NewId = <Id extends Brand<string, string>>(nowUtcMs: UtcMs) => Id

export const newId: NewId = (nowUtcMs) => idFrom(nowUtcMs, randomBytes(entropyBytes))

/** Ids that come out the same whenever the same is done again: for a demo, whose queue breaks its ties by them. */
export function repeatableIds(random: Random): NewId {
  return (nowUtcMs) =>
    idFrom(
      nowUtcMs,
      Uint8Array.from({ length: entropyBytes }, () => Math.floor(random() * 256)),
    )
}

const entropyBytes = 10

function idFrom<Id extends Brand<string, string>>(nowUtcMs: UtcMs, entropy: Uint8Array): Id {
  const id = uuidV7From(Math.max(0, nowUtcMs), entropy)
  if (!isId<Id>(id)) throw new Error('a UUIDv7 is made of its parts')
  return id
}

function isId<Id extends Brand<string, string>>(text: string): text is Id {
  return isUuidV7(text)
}
