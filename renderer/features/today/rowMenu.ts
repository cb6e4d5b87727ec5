import type { JobId } from '../../../core/basics/ids.ts'
import type { JobCard } from '../../../core/contract/views.ts'
import type { CommandType } from '../../../core/domain/commands.ts'
import type { JobCommand } from '../jobActions/useJobActions.ts'
import type { MenuEntry } from '../../ui/Menu.tsx'
import { settleNeed } from '../bill/settlement.ts'
import { openConsent } from '../consent/openConsent.ts'
import type { JobQuestion } from '../jobActions/question.ts'
import { openPartLog } from '../mechanic/openPartLog.ts'
import type { BoardRow } from './boardRows.ts'
import type { Writing } from './reason.ts'
import { isAsked } from './steps.ts'

export type MenuDo = {
  readonly may: (command: CommandType) => boolean
  readonly send: (command: Exclude<JobCommand, { type: 'openVisit' }>, card: JobCard) => void
  readonly ask: (question: JobQuestion) => void
  readonly toggleReason: (jobId: JobId) => void
  readonly open: (jobId: JobId) => void
  readonly copyPlate: (card: JobCard) => void
}

/** Everything that can be done with a row and that the person at the desk may do: first what comes next, then what is rarer. */
export function rowMenu(row: BoardRow, isOpen: boolean, menuDo: MenuDo, { text }: Writing): readonly (readonly MenuEntry[])[] {
  const { card } = row
  if (card === null) return []
  const { may, send, ask } = menuDo
  const { jobId } = card
  const asks = (key: 'cancelJob' | 'correctDetails' | 'pauseWork' | 'moveSlot'): string =>
    text('jobActions.asks', { label: text(`jobActions.${key}`) })
  const allowed = (command: CommandType, ...entries: readonly MenuEntry[]): readonly MenuEntry[] => (may(command) ? entries : [])

  const withdraw = allowed('withdrawStep', {
    id: 'withdraw',
    label: text('jobActions.asks', { label: text('common.undo') }),
    icon: 'undo',
    onAction: () => ask({ kind: 'withdraw', jobId }),
  })
  const cancel = allowed('cancelJob', {
    id: 'cancel',
    label: asks('cancelJob'),
    icon: 'forbidden',
    danger: true,
    onAction: () => ask({ kind: 'cancel', jobId }),
  })
  const moveSlot = allowed('moveSlot', {
    id: 'moveSlot',
    label: row.lane === 'waiting' ? text('today.menu.offerSlot') : asks('moveSlot'),
    icon: 'calendar',
    onAction: () => ask({ kind: 'moveSlot', jobId }),
  })
  const rest: readonly MenuEntry[] = [
    ...allowed('correctDetails', {
      id: 'correct',
      label: asks('correctDetails'),
      icon: 'pencil',
      onAction: () => ask({ kind: 'correct', jobId }),
    }),
    { id: 'copyPlate', label: text('today.menu.copyPlate'), icon: 'file', onAction: () => menuDo.copyPlate(card) },
    { id: 'open', label: text('today.menu.openJob'), icon: 'onward', onAction: () => menuDo.open(jobId) },
  ]
  const consent = allowed('askConsent', {
    id: 'consent',
    label: text('jobActions.asks', { label: text(isAsked(card) ? 'jobActions.answerConsent' : 'jobActions.askConsent') }),
    icon: 'pencil',
    kbd: 'C',
    onAction: () => openConsent(jobId),
  })
  const part = allowed('logPart', {
    id: 'part',
    label: text('jobActions.asks', { label: text('jobActions.logPart') }),
    icon: 'box',
    kbd: 'P',
    onAction: () => openPartLog(jobId),
  })
  switch (row.lane) {
    case 'expected':
      return [
        allowed('checkIn', {
          id: 'checkIn',
          label: text('jobActions.checkIn'),
          icon: 'check',
          kbd: 'I',
          onAction: () => send({ type: 'checkIn', jobId }, card),
        }),
        [...moveSlot, ...rest],
        [
          ...(row.card.released
            ? allowed('markNoShow', {
                id: 'noShow',
                label: text('jobActions.markNoShow'),
                icon: 'cross',
                onAction: () => send({ type: 'markNoShow', jobId }, card),
              })
            : []),
          ...cancel,
        ],
      ]
    case 'waiting':
      return [
        [
          {
            id: 'reason',
            label: text(isOpen ? 'today.menu.hideReason' : 'today.menu.reason'),
            icon: 'info',
            onAction: () => menuDo.toggleReason(jobId),
          },
          ...allowed('startWork', {
            id: 'start',
            label: text(row.card.row.turn.kind === 'start' ? 'today.menu.startElsewhere' : 'today.menu.outOfTurn'),
            icon: row.card.row.turn.kind === 'start' ? 'bay' : 'flag',
            onAction: () => ask({ kind: 'start', jobId }),
          }),
        ],
        consent,
        [...moveSlot, ...rest],
        [...withdraw, ...cancel],
      ]
    case 'work':
      return [
        [
          ...(row.card?.phase === 'inWork'
            ? allowed('pauseWork', {
                id: 'pause',
                label: asks('pauseWork'),
                icon: 'pause',
                kbd: 'W',
                onAction: () => ask({ kind: 'pause', jobId }),
              })
            : allowed('resumeWork', {
                id: 'resume',
                label: text('today.menu.resumeElsewhere'),
                icon: 'bay',
                onAction: () => ask({ kind: 'resume', jobId }),
              })),
          ...allowed('finishWork', {
            id: 'finish',
            label: text('jobActions.finishWork'),
            icon: 'check',
            kbd: 'F',
            onAction: () => send({ type: 'finishWork', jobId }, card),
          }),
        ],
        [...consent, ...part],
        rest,
        withdraw,
      ]
    case 'ready':
      return [
        allowed('handOver', {
          id: 'handOver',
          label: text('jobActions.handOver'),
          icon: 'key',
          kbd: 'H',
          onAction: () =>
            settleNeed(card.account) === null
              ? send({ type: 'handOver', jobId, payments: [], debt: null }, card)
              : ask({ kind: 'pay', jobId }),
        }),
        [
          ...consent,
          ...part,
          ...allowed('setBill', {
            id: 'bill',
            label: text('jobActions.asks', { label: text('jobActions.setBill') }),
            icon: 'file',
            onAction: () => ask({ kind: 'bill', jobId }),
          }),
        ],
        rest,
        withdraw,
      ]
    default:
      return row satisfies never
  }
}
