import { useState } from 'react'
import type { PersonId } from '../../../../core/basics/ids.ts'
import { client } from '../../../client/client.ts'
import { queryClient } from '../../../client/queries.ts'
import { useText } from '../../../i18n/text.ts'
import { showToast } from '../../../ui/toasts.ts'
import { type ConnectRefusal, mendingField, useConnectWords } from './refusalWords.ts'

export type JoinField = 'url' | 'code' | 'name'

export type Join = {
  readonly values: Readonly<Record<JoinField, string>>
  readonly set: (field: JoinField, typed: string) => void
  /** What is wrong with a field, once the way on was tried. */
  readonly at: (field: JoinField) => string | null
  /** A refusal that no field can mend. */
  readonly problem: string | null
  readonly isJoining: boolean
  readonly submit: () => Promise<void>
}

/**
 * @param actorId who connects this PC; null while it has no garage
 * @param onJoined `isFirst`: the platform had no PC of this garage before
 */
export function useJoin(actorId: PersonId | null, onJoined: (isFirst: boolean) => void): Join {
  const text = useText()
  const words = useConnectWords()
  const [values, setValues] = useState<Join['values']>({ url: '', code: '', name: text('sync.join.nameDefault') })
  const [wasAsked, setAsked] = useState(false)
  const [isJoining, setJoining] = useState(false)
  const [refusal, setRefusal] = useState<ConnectRefusal | null>(null)

  const missing = (field: JoinField): boolean => values[field].trim() === ''
  const submit = async (): Promise<void> => {
    setAsked(true)
    setRefusal(null)
    if (missing('url') || missing('code') || missing('name')) return
    setJoining(true)
    const { url, code, name } = values
    const joined = await client.join({ actorId, url: url.trim(), code: code.trim(), deviceName: name.trim() }).catch(() => null)
    setJoining(false)
    if (joined?.ok !== true) {
      setRefusal(joined === null ? { code: 'failed' } : joined.error)
      return
    }
    showToast({ look: 'done', say: text('sync.join.done', { garage: joined.value.garageName }) })
    void queryClient.invalidateQueries()
    onJoined(joined.value.isFirst)
  }
  return {
    values,
    set: (field, typed) => {
      setValues((before) => ({ ...before, [field]: typed }))
      setRefusal(null)
    },
    at: (field) => {
      if (wasAsked && missing(field)) return text(`sync.join.${field}Missing`)
      return refusal !== null && mendingField(refusal) === field ? words(refusal) : null
    },
    problem: refusal === null || mendingField(refusal) !== null ? null : words(refusal),
    isJoining,
    submit,
  }
}
