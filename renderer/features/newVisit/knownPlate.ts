import { useCallback, useEffect, useRef } from 'react'
import type { SearchHit } from '../../../core/contract/views.ts'
import { type Plate, plateDigits, plateKey } from '../../../core/persian/plate.ts'
import { useSearch } from '../../client/queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { changeNewVisit, type NewVisitDraft, useNewVisit } from './newVisitDraft.ts'

/** What the garage knows of this very plate, the latest customer first; empty until the plate is whole. */
export function useKnownPlate(plate: Plate | null): readonly SearchHit[] {
  const { data = [], isPlaceholderData } = useSearch(plate === null ? '' : plateDigits(plate))
  if (plate === null || isPlaceholderData) return []
  const key = plateKey(plate)
  return data.filter(({ job }) => plateKey(job.vehicle.plate) === key).toSorted((a, b) => b.job.atUtcMs - a.job.atUtcMs)
}

type Filled = Pick<NewVisitDraft, 'name' | 'mobile' | 'model'>

/**
 * Writes the customer's last data into fields that are still empty. Returns the way to take them out again, what was typed
 * over them excepted: for when the plate turns out to be another.
 */
export function useFilledFrom(hit: SearchHit | undefined): () => void {
  const format = useFormat()
  const filled = useRef<Filled | null>(null)
  useEffect(() => {
    if (hit === undefined) return
    const { customer, vehicle } = hit.job
    const { draft } = useNewVisit.getState()
    const known: Filled = {
      name: customer.name,
      mobile: customer.mobile === null ? '' : format.mobile(customer.mobile),
      model: vehicle.model,
    }
    filled.current = known
    changeNewVisit({ name: draft.name || known.name, mobile: draft.mobile || known.mobile, model: draft.model || known.model })
  }, [hit, format])
  return useCallback(() => {
    const before = filled.current
    if (before === null) return
    filled.current = null
    const { name, mobile, model } = useNewVisit.getState().draft
    changeNewVisit({
      name: name === before.name ? '' : name,
      mobile: mobile === before.mobile ? '' : mobile,
      model: model === before.model ? '' : model,
    })
  }, [])
}
