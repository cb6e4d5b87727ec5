import { createContext, useContext } from 'react'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { Person } from '../../../core/domain/garage/types.ts'
import { useHello } from '../../client/queries.ts'

type DeskChoice = { readonly personId: string | null; readonly choose: (person: Person) => void }

/** Who stands at this desk: a choice of this browser, kept over reloads. Whether he still works here, the garage says. */
export const useDeskChoice = create<DeskChoice>()(
  persist((set) => ({ personId: null, choose: ({ personId }) => set({ personId }) }), {
    name: 'pishkhan.desk',
    storage: createJSONStorage(() => localStorage),
    partialize: ({ personId }) => ({ personId }),
  }),
)

/** Set around the screens of somebody who does not stand at the desk: a mechanic on his own phone. */
export const ActingPersonContext = createContext<Person | null>(null)

/** The person every command of this page is recorded under; without a choice the first one who may serve the counter. */
export function useDeskPerson(): Person | null {
  const acting = useContext(ActingPersonContext)
  const chosen = useDeskChoice((choice) => choice.personId)
  const people = useHello().data?.garage?.people.filter((person) => person.active) ?? []
  return (
    acting ??
    people.find((person) => person.personId === chosen) ??
    people.find((person) => person.role === 'frontDesk') ??
    people.find((person) => person.role === 'owner') ??
    null
  )
}
