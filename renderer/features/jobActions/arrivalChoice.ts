import { create } from 'zustand'
import type { JobCard } from '../../../core/contract/views.ts'
import type { EarlierArrival } from '../../../core/domain/job/types.ts'

/** What the desk said: an arrival that was taken back counts, or with null the customer comes now. */
export type ArrivalChoice = { readonly arrivalId: EarlierArrival['arrivalId'] | null }

type Asked = {
  readonly car: Pick<JobCard, 'vehicle'>
  readonly arrivals: readonly EarlierArrival[]
  readonly answer: (choice: ArrivalChoice | null) => void
}

export const useAskedArrival = create<{ readonly asked: Asked | null }>(() => ({ asked: null }))

/** Opens the question over whatever screen the check-in was pressed on. Null: the desk let it be. */
export function askArrival(car: Asked['car'], arrivals: Asked['arrivals']): Promise<ArrivalChoice | null> {
  useAskedArrival.getState().asked?.answer(null)
  return new Promise((resolve) => {
    const answer = (choice: ArrivalChoice | null): void => {
      useAskedArrival.setState({ asked: null })
      resolve(choice)
    }
    useAskedArrival.setState({ asked: { car, arrivals, answer } })
  })
}
