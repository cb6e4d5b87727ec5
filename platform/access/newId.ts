import { randomBytes } from 'node:crypto'
import { isUuidV7, uuidV7From, type Brand } from '../../core/basics/ids.ts'

export function newId<Id extends Brand<string, string>>(nowUtcMs: number): Id {
  const id = uuidV7From(nowUtcMs, randomBytes(10))
  if (!isId<Id>(id)) throw new Error(`not an id: ${id}`)
  return id
}

function isId<Id extends Brand<string, string>>(id: string): id is Id {
  return isUuidV7(id)
}
