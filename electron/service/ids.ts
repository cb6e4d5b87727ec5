import { randomBytes } from 'node:crypto'
import { isUuidV7, uuidV7From, type Brand } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'

/** A new UUIDv7. A clock set before 1970 counts as 1970: the id only has to be new. */
export function newId<Id extends Brand<string, string>>(nowUtcMs: UtcMs): Id {
  const id = uuidV7From(Math.max(0, nowUtcMs), randomBytes(10))
  if (!isId<Id>(id)) throw new Error('a UUIDv7 is made of its parts')
  return id
}

function isId<Id extends Brand<string, string>>(text: string): text is Id {
  return isUuidV7(text)
}
