import type { DeviceId } from '../../core/basics/ids.ts'
import { err, ok, type Result } from '../../core/basics/result.ts'
import { refreshAnswer } from '../../core/wire/protocol.ts'
import { deviceMessage, type SignatureHex } from '../../core/wire/signing.ts'
import { isSignedIn } from '../../db/queries/sync.ts'
import { sha256Hex } from './sha256.ts'
import { call, callForBytes, callForStream, type Answered, type Call, type CallFailure, type Schema } from './transport/call.ts'
import type { Door } from './transport/door.ts'
import type { IncomingMessage } from 'node:http'

export type Tokens = { readonly accessToken: string; readonly refreshToken: string }

/** What an enrolled PC asks for its tokens by. */
export type Enrolled = {
  readonly device: DeviceId
  readonly sign: (message: string) => SignatureHex
  readonly tokens: () => Tokens
  /** On the disk when it returns. */
  readonly keep: (tokens: Tokens, networkKeyHex: string) => void
}

/** Calls to a server, whatever is needed to be let in: tokens at the platform, nothing more than the key on the garage's network. */
export type Caller = {
  readonly call: <Value>(schema: Schema<Value>, wanted: Call) => Promise<Result<Answered<Value> | 'notModified', CallFailure>>
  readonly bytes: (wanted: Call, mostBytes: number) => Promise<Result<Buffer, CallFailure>>
  readonly stream: (wanted: Call, contentType: string) => Promise<Result<IncomingMessage, CallFailure>>
}

export function openCaller(door: Door): Caller {
  return {
    call: (schema, wanted) => call(door, schema, wanted),
    bytes: (wanted, mostBytes) => callForBytes(door, wanted, mostBytes),
    stream: (wanted, contentType) => callForStream(door, wanted, contentType),
  }
}

/**
 * Calls that carry the access token. A 401 is answered by one refresh and one more try, and nothing is dropped for it. What
 * a refresh brings is on the disk before it is used: a program that ends in between has either the old pair, which is good
 * until the new one was used, or the new one.
 */
export function signedInCaller(door: Door, enrolled: Enrolled): Caller {
  let refreshing: Promise<Result<null, CallFailure>> | null = null
  /** The platform has taken all tokens away, and says why once: a call that comes later is told the same. */
  let replayed: { readonly refreshToken: string; readonly failure: CallFailure } | null = null

  const refresh = async (signal: AbortSignal): Promise<Result<null, CallFailure>> => {
    const { refreshToken } = enrolled.tokens()
    if (replayed?.refreshToken === refreshToken) return err(replayed.failure)
    const signature = enrolled.sign(deviceMessage('refresh', enrolled.device, sha256Hex(refreshToken)))
    const json = { device: enrolled.device, refreshToken, signature }
    const answered = await call(door, refreshAnswer, { method: 'POST', path: 'token', json, signal })
    if (!answered.ok) {
      const { error } = answered
      const isReplay = (error.code === 'notSignedIn' || error.code === 'refused') && error.problem === 'tokenReplayed'
      if (isReplay) replayed = { refreshToken, failure: error }
      return answered
    }
    if (answered.value === 'notModified') return err({ code: 'answerWrong' })
    const { accessToken, refreshToken: next, networkKeyHex } = answered.value.value
    enrolled.keep({ accessToken, refreshToken: next }, networkKeyHex)
    return ok(null)
  }
  const refreshOnce = (signal: AbortSignal): Promise<Result<null, CallFailure>> =>
    (refreshing ??= refresh(signal).finally(() => {
      refreshing = null
    }))

  const withToken = async <Value>(
    signal: AbortSignal,
    make: (token: string) => Promise<Result<Value, CallFailure>>,
  ): Promise<Result<Value, CallFailure>> => {
    const { accessToken, refreshToken } = enrolled.tokens()
    // The tokens went with the folder that this one is a copy of: two PCs that use them would both be shut out.
    if (!isSignedIn({ refreshToken })) return err({ code: 'notSignedIn', problem: 'tokenReplayed' })
    const first = await make(accessToken)
    if (first.ok || first.error.code !== 'notSignedIn') return first
    // Another call may have brought new tokens meanwhile.
    if (enrolled.tokens().accessToken === accessToken) {
      const refreshed = await refreshOnce(signal)
      if (!refreshed.ok) return refreshed
    }
    const second = await make(enrolled.tokens().accessToken)
    // A token that was given a moment ago and is refused is the server's muddle: it passes, and is no reason to stop.
    return second.ok || second.error.code !== 'notSignedIn' ? second : err({ code: 'busy', retryAfterMs: null })
  }

  return {
    call: (schema, wanted) => withToken(wanted.signal, (token) => call(door, schema, { ...wanted, token })),
    bytes: (wanted, mostBytes) => withToken(wanted.signal, (token) => callForBytes(door, { ...wanted, token }, mostBytes)),
    stream: (wanted, contentType) => withToken(wanted.signal, (token) => callForStream(door, { ...wanted, token }, contentType)),
  }
}
