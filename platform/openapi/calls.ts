import type { ProblemCode } from '../../core/wire/protocol.ts'
import type { BodyName } from './components.ts'

/** One call of the protocol, below `/v1`. PROTOCOL.md says it in sentences; a test holds the two together. */
export type ProtocolCall = {
  readonly id: string
  readonly method: 'get' | 'post' | 'put'
  readonly path: string
  readonly about: string
  /** Without a token: the call itself shows who is there. */
  readonly open: boolean
  readonly body: BodyName | 'jpeg' | null
  readonly answer: BodyName | 'jpeg' | 'events' | 'lines' | null
  readonly problems: readonly ProblemCode[]
}

/** Of every call that carries a token. */
export const tokenProblems = ['notSignedIn', 'tokenExpired', 'revoked', 'tooMany', 'busy'] as const satisfies readonly ProblemCode[]

export const calls: readonly ProtocolCall[] = [
  {
    id: 'enrol',
    method: 'post',
    path: '/enrol',
    about: 'Takes a PC in by a one-time code.',
    open: true,
    body: 'EnrolRequest',
    answer: 'EnrolAnswer',
    problems: [
      'badRequest',
      'codeUnknown',
      'codeExpired',
      'codeUsed',
      'garageDiffers',
      'garageHasFacts',
      'signatureWrong',
      'tooMany',
      'busy',
    ],
  },
  {
    id: 'token',
    method: 'post',
    path: '/token',
    about: 'Gives a new pair of tokens for a refresh token that the device has signed.',
    open: true,
    body: 'RefreshRequest',
    answer: 'RefreshAnswer',
    problems: ['badRequest', 'notSignedIn', 'signatureWrong', 'tokenReplayed', 'revoked', 'tooMany', 'busy'],
  },
  {
    id: 'signOut',
    method: 'post',
    path: '/sign-out',
    about: 'Makes the tokens of this PC worthless.',
    open: false,
    body: null,
    answer: null,
    problems: [],
  },
  {
    id: 'makeCode',
    method: 'post',
    path: '/codes',
    about: 'A one-time code for one more PC.',
    open: false,
    body: null,
    answer: 'CodeAnswer',
    problems: [],
  },
  {
    id: 'have',
    method: 'get',
    path: '/have',
    about: 'By device the newest event that the server holds.',
    open: false,
    body: null,
    answer: 'HaveAnswer',
    problems: [],
  },
  {
    id: 'push',
    method: 'post',
    path: '/push',
    about: 'Stores events of one device. 2xx means: on the disk.',
    open: false,
    body: 'PushRequest',
    answer: 'PushAnswer',
    problems: ['badRequest', 'garageDiffers', 'hashWrong', 'signatureWrong', 'gap', 'fork', 'historyChanged', 'tooLarge'],
  },
  {
    id: 'pull',
    method: 'get',
    path: '/pull',
    about: 'Events after a number, in the order of their numbers. With If-None-Match: 304 when nothing is new.',
    open: false,
    body: null,
    answer: 'PullAnswer',
    problems: ['badRequest', 'historyChanged'],
  },
  {
    id: 'snapshot',
    method: 'get',
    path: '/snapshot',
    about: 'Everything at once, one JSON value a line (SnapshotStart, SnapshotEvent or SnapshotHole …, SnapshotEnd): for a new PC.',
    open: false,
    body: null,
    answer: 'lines',
    problems: [],
  },
  {
    id: 'catalogue',
    method: 'get',
    path: '/catalogue',
    about: 'Materials by their common names. With If-None-Match: 304 when nothing is new.',
    open: false,
    body: null,
    answer: 'CatalogueAnswer',
    problems: [],
  },
  {
    id: 'devices',
    method: 'get',
    path: '/devices',
    about: 'The PCs of the garage.',
    open: false,
    body: null,
    answer: 'DevicesAnswer',
    problems: [],
  },
  {
    id: 'revoke',
    method: 'post',
    path: '/devices/{device}/revoke',
    about: 'Shuts a PC out. What it recorded stays.',
    open: false,
    body: null,
    answer: null,
    problems: ['notFound'],
  },
  {
    id: 'alarms',
    method: 'get',
    path: '/alarms',
    about: 'What was put aside, newest first.',
    open: false,
    body: null,
    answer: 'AlarmsAnswer',
    problems: [],
  },
  {
    id: 'live',
    method: 'get',
    path: '/live',
    about: 'Server-sent events named `head` (data: LiveHead): something is there to be pulled.',
    open: false,
    body: null,
    answer: 'events',
    problems: [],
  },
  {
    id: 'putPhoto',
    method: 'put',
    path: '/photos/{sha256}',
    about: 'Stores a photo under the SHA-256 of its bytes. Again is no harm.',
    open: false,
    body: 'jpeg',
    answer: null,
    problems: ['badRequest', 'hashWrong', 'tooLarge'],
  },
  {
    id: 'getPhoto',
    method: 'get',
    path: '/photos/{sha256}',
    about: 'The bytes of a photo of this garage.',
    open: false,
    body: null,
    answer: 'jpeg',
    problems: ['notFound'],
  },
]
