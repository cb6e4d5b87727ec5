import type { Problem, ProblemCode } from '../../core/wire/protocol.ts'

/** 401 means: refresh, keep. 413: split. 429 and 5xx: wait. Everything else waits for a person or another program. */
export const statusOf = {
  badRequest: 400,
  versionUnknown: 400,
  notSignedIn: 401,
  tokenExpired: 401,
  tokenReplayed: 401,
  revoked: 403,
  garageDiffers: 403,
  codeUnknown: 404,
  notFound: 404,
  codeUsed: 409,
  garageHasFacts: 409,
  historyChanged: 409,
  gap: 409,
  fork: 409,
  codeExpired: 410,
  tooLarge: 413,
  signatureWrong: 422,
  hashWrong: 422,
  tooMany: 429,
  busy: 503,
} as const satisfies Readonly<Record<ProblemCode, number>>

/** Seconds after which it is worth trying again. */
const busyRetryS = 2

export function problemAnswer(problem: Problem, retryAfterS: number | null = null): Response {
  const wait = retryAfterS ?? (problem.code === 'busy' ? busyRetryS : null)
  return Response.json(problem, {
    status: statusOf[problem.code],
    headers: { 'Cache-Control': 'no-store', ...(wait === null ? {} : { 'Retry-After': String(wait) }) },
  })
}
