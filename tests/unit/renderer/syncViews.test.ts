import { describe, expect, it } from 'vitest'
import { addMinutes, utcMs } from '../../../core/basics/instant.ts'
import type { EventId, JobId } from '../../../core/basics/ids.ts'
import type { SyncStatus, WaitingFact } from '../../../core/contract/syncViews.ts'
import { conflictKinds } from '../../../core/domain/job/conflict.ts'
import { linkProblem } from '../../../renderer/features/consent/link/linkProblem.ts'
import { badgeOf } from '../../../renderer/features/sync/badge.ts'
import { timeLeft } from '../../../renderer/features/sync/connect/countdown.ts'
import { isSameNetwork, networkOf } from '../../../renderer/features/sync/connect/networkDraft.ts'
import { mendingField } from '../../../renderer/features/sync/connect/refusalWords.ts'
import { factMark } from '../../../renderer/features/sync/tasks/taskWords.ts'
import { waitingGroups } from '../../../renderer/features/sync/waitingGroups.ts'
import { testId } from '../../support/ids.ts'

const now = utcMs(1_790_000_000_000)

const status: SyncStatus = {
  state: 'allSent',
  trouble: null,
  waiting: 0,
  waitingPhotos: 0,
  oldestWaitingAtUtcMs: null,
  offlineSinceUtcMs: null,
  lastContactUtcMs: now,
  nextTryUtcMs: null,
  receiving: null,
  live: true,
  unread: { newer: 0, invalid: 0 },
  forkedAtUtcMs: null,
  platform: null,
  network: { settings: { listen: false, port: 7443, peers: [] }, addresses: [], listenProblem: null, peers: [] },
  openTasks: 0,
}

function fact(no: number, type: string, jobNo: number | null): WaitingFact {
  return {
    eventId: testId<EventId>(no),
    atUtcMs: addMinutes(now, no),
    type,
    job: jobNo === null ? null : { jobId: testId<JobId>(jobNo), jobNo, customerName: 'مریم احمدی' },
    requestId: null,
  }
}

describe('the badge', () => {
  it.each([
    [{ state: 'notJoined' }, { kind: 'notJoined' }],
    [{ state: 'allSent' }, { kind: 'allSent' }],
    [
      { state: 'sending', waiting: 3, waitingPhotos: 1 },
      { kind: 'sending', count: 4 },
    ],
    [
      { state: 'waiting', waiting: 2 },
      { kind: 'waiting', count: 2 },
    ],
    [{ state: 'needsYou', waiting: 2 }, { kind: 'needsYou' }],
    [
      { state: 'offline', offlineSinceUtcMs: addMinutes(now, -38) },
      { kind: 'offline', sinceUtcMs: addMinutes(now, -38) },
    ],
    [{ state: 'offline' }, { kind: 'offline', sinceUtcMs: now }],
  ] as const)('%j', (part, badge) => {
    expect(badgeOf({ ...status, ...part }, now)).toEqual(badge)
  })

  it('does not say that something is sent when nothing is', () => {
    expect(badgeOf({ ...status, state: 'waiting' }, now)).toEqual({ kind: 'allSent' })
  })
})

describe('what waits, by car', () => {
  it('puts a job’s facts together, the longest wait first, and counts what came several times', () => {
    const facts = [
      fact(5, 'workStarted', 2),
      fact(1, 'jobOpened', 1),
      fact(3, 'partUsed', 1),
      fact(4, 'partUsed', 1),
      fact(2, 'settingSaved', null),
    ]
    expect(waitingGroups(facts).map(({ job: of, sinceUtcMs, facts: said }) => [of?.jobNo ?? null, sinceUtcMs, said])).toEqual([
      [
        1,
        addMinutes(now, 1),
        [
          { type: 'jobOpened', count: 1 },
          { type: 'partUsed', count: 2 },
        ],
      ],
      [null, addMinutes(now, 2), [{ type: 'settingSaved', count: 1 }]],
      [2, addMinutes(now, 5), [{ type: 'workStarted', count: 1 }]],
    ])
  })
})

describe('a code’s countdown', () => {
  const format = { minutes: (minutes: number) => `${minutes} min`, digits: String }
  it.each([
    [90 * 60_000, '90 min'],
    [9 * 60_000 + 5_000, '9:05'],
    [60_000 - 1, '1:00'],
    [1, '0:01'],
    [0, null],
    [-1, null],
  ])('%i ms', (leftMs, said) => {
    expect(timeLeft(utcMs(now + leftMs), now, format)).toBe(said)
  })
})

describe('the network’s settings', () => {
  it('sends Persian digits as Latin ones, empty rows and repetitions not at all, and nothing without a port', () => {
    const draft = { listen: true, port: 7443, peers: [' ۱۹۲.۱۶۸.۱.۱۰:۷۴۴۳ ', '', '192.168.1.10:7443'] }
    expect(networkOf(draft)).toEqual({ listen: true, port: 7443, peers: ['192.168.1.10:7443'] })
    expect(networkOf({ ...draft, port: null })).toBeNull()
  })

  it('knows what is unsaved', () => {
    const saved = { listen: true, port: 7443, peers: ['a:1'] }
    expect(isSameNetwork(saved, saved)).toBe(true)
    expect(isSameNetwork({ ...saved, peers: ['a:1', ''] }, saved)).toBe(false)
  })
})

it('every conflict says of both facts whether they hold, and no two hold against each other', () => {
  for (const kind of conflictKinds) {
    const marks = [factMark(kind, 0), factMark(kind, 1)]
    expect([
      ['stands', 'aside'],
      ['both', 'both'],
      ['aside', 'aside'],
    ]).toContainEqual(marks)
  }
})

it.each([
  ['offline', 'offline'],
  ['needsYou', 'stopped'],
  ['notJoined', 'notJoined'],
  ['allSent', null],
  ['waiting', null],
  ['sending', null],
] as const)('a link while sync is %s', (state, problem) => {
  expect(linkProblem({ state })).toBe(problem)
})

it('a refusal stands at the field that can mend it', () => {
  expect(mendingField({ code: 'codeUsed' })).toBe('code')
  expect(mendingField({ code: 'certificateWrong' })).toBe('url')
  expect(mendingField({ code: 'garageHasFacts' })).toBeNull()
})
