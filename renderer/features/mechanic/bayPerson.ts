import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { Person } from '../../../core/domain/garage/types.ts'
import { useHello } from '../../client/queries.ts'

type BayChoice = {
  readonly personId: string | null
  /** Answers of customers that this phone has shown and its mechanic has dismissed; the newest last. */
  readonly seen: readonly string[]
  readonly choose: (person: Person | null) => void
  readonly see: (keys: readonly string[]) => void
}

const seenMost = 200

/** Whose phone this is: a choice of this browser, kept over reloads. */
export const useBayChoice = create<BayChoice>()(
  persist(
    (set) => ({
      personId: null,
      seen: [],
      choose: (person) => set({ personId: person?.personId ?? null }),
      see: (keys) => set(({ seen }) => ({ seen: [...seen, ...keys].slice(-seenMost) })),
    }),
    {
      name: 'pishkhan.bay',
      storage: createJSONStorage(() => localStorage),
      partialize: ({ personId, seen }) => ({ personId, seen }),
    },
  ),
)

export function useMechanics(): readonly Person[] {
  const people = useHello().data?.garage?.people ?? []
  return people.filter(({ active, role }) => active && role === 'mechanic')
}

/** The chosen mechanic, while he works here. */
export function useBayPerson(): Person | null {
  const chosen = useBayChoice((choice) => choice.personId)
  return useMechanics().find(({ personId }) => personId === chosen) ?? null
}
