import { isUuidV7, uuidV7From, type Brand } from '../../core/basics/ids.ts'

/** A UUIDv7 that is the same in every run: number `n` of its kind. */
export function testId<Id extends Brand<string, string>>(n: number): Id {
  const id = uuidV7From(n, new Uint8Array(10))
  if (!isId<Id>(id)) throw new Error('a UUIDv7 is made of its parts')
  return id
}

function isId<Id extends Brand<string, string>>(text: string): text is Id {
  return isUuidV7(text)
}
