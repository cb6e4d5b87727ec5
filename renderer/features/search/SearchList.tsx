import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { SearchHit } from '../../../core/contract/views.ts'
import { digitsOnly } from '../../../core/persian/digits.ts'
import { shortMostChars } from '../../../core/wire/bounds.ts'
import { useSearch, useToday } from '../../client/queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { PickLine, PickList } from '../../ui/PickList.tsx'
import { useLatest } from '../../ui/useLatest.ts'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { openNewVisit } from '../newVisit/newVisitDraft.ts'
import { type Finding, matchingCommands, sureIndex } from './findings.ts'
import { HitLine } from './HitLine.tsx'
import { closeSearch, typeSearch, useSearchBox } from './searchBox.ts'
import { useCommands } from './useCommands.ts'

export function SearchList() {
  const text = useText()
  const format = useFormat()
  const [, navigate] = useLocation()
  const { may, run } = useJobActions()
  const board = useToday().data
  const typed = useSearchBox((box) => box.typed)
  const { data: hits = [], isPlaceholderData, isPending } = useSearch(typed)
  const commands = useCommands()
  const [chosen, choose] = useState<number | null>(null)
  const enterWaits = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)
  const listId = useId()

  const isBlank = typed.trim() === ''
  const isFresh = isBlank || (!isPending && !isPlaceholderData)
  const findings: readonly Finding[] = [
    ...(isBlank ? [] : hits.map((hit) => ({ kind: 'hit', hit }) as const)),
    ...matchingCommands(commands, typed).map((command) => ({ kind: 'command', command }) as const),
    ...(isBlank || !may('openVisit')
      ? []
      : [
          {
            kind: 'command',
            command: {
              id: 'with',
              icon: 'add',
              label: text('search.newVisitWith', { typed: format.digits(typed.trim()) }),
              run: () => openNewVisit(digitsOnly(typed)),
            },
          } as const,
        ]),
  ]
  const hitCount = isBlank ? 0 : hits.length
  const acting = chosen ?? sureIndex(findings, typed)

  const arrivesNow = ({ job }: SearchHit): boolean =>
    may('checkIn') &&
    (board?.expected.some(({ jobId }) => jobId === job.jobId) === true ||
      board?.noShowsToday.some(({ jobId }) => jobId === job.jobId) === true)

  const act = (finding: Finding): void => {
    closeSearch()
    if (finding.kind === 'command') finding.command.run()
    else if (arrivesNow(finding.hit)) {
      navigate('/')
      void run({ type: 'checkIn', jobId: finding.hit.job.jobId }, finding.hit.job)
    } else navigate(`/jobs/${finding.hit.job.jobId}`)
  }
  const enter = (): void => {
    const finding = acting === null ? undefined : findings[acting]
    if (finding !== undefined) act(finding)
    else if (findings.length > 0 && !isBlank) choose(0)
  }
  // A scanner presses Enter before the answer is there: it is carried out on the answer to what was typed, not on an older one.
  const latestEnter = useLatest(enter)
  useEffect(() => {
    if (!isFresh || !enterWaits.current) return
    enterWaits.current = false
    latestEnter.current()
  }, [isFresh, latestEnter])
  // Digits are written in the page's own: a changed value would send the caret to the end.
  useLayoutEffect(() => {
    if (caret.current !== null && input.current?.value === typed) input.current.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [typed])
  useEffect(() => {
    const field = input.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])

  const keyDown = (event: KeyboardEvent): void => {
    const count = findings.length
    if (event.key === 'ArrowDown') choose(count === 0 ? null : ((acting ?? -1) + 1) % count)
    else if (event.key === 'ArrowUp') choose(count === 0 ? null : ((acting ?? count) - 1 + count) % count)
    else if (event.key === 'Enter') {
      if (isFresh) enter()
      else enterWaits.current = true
    } else return
    event.preventDefault()
  }
  const sayClass = hitCount > 1 && acting === null ? 'palette-say' : isFresh && !isBlank && hitCount === 0 ? 'palette-say none' : 'vh'
  return (
    <>
      <div className="palette-field">
        <Icon name="search" size="m" />
        <input
          ref={input}
          role="combobox"
          aria-label={text('search.hint')}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={acting === null ? undefined : `${listId}-${acting}`}
          placeholder={text('search.hint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={shortMostChars}
          value={typed}
          onChange={(event) => {
            choose(null)
            enterWaits.current = false
            caret.current = event.target.selectionStart
            typeSearch(format.digits(event.target.value))
          }}
          onKeyDown={keyDown}
        />
        <Kbd keys="Esc" />
      </div>
      <output className={sayClass}>
        {!isFresh || isBlank
          ? ''
          : hitCount === 0
            ? text('search.none')
            : text(acting === null ? 'search.many' : 'search.found', { count: hitCount })}
      </output>
      <PickList id={listId} label={text('search.results')}>
        {findings.map((finding, index) => (
          <PickLine
            key={finding.kind === 'hit' ? `${finding.hit.partyId} ${finding.hit.job.jobId}` : finding.command.id}
            id={`${listId}-${index}`}
            isPointed={index === acting}
            isChosen={index === acting}
            className={index === hitCount && hitCount > 0 ? 'apart' : ''}
            onPick={() => act(finding)}
          >
            {finding.kind === 'hit' ? (
              <HitLine hit={finding.hit} arrivesNow={arrivesNow(finding.hit)} />
            ) : (
              <>
                <Icon name={finding.command.icon} size="m" />
                <span>{finding.command.label}</span>
              </>
            )}
            {index === acting && <Kbd keys="↵" />}
          </PickLine>
        ))}
      </PickList>
    </>
  )
}
