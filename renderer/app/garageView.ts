import { createContext, useContext } from 'react'
import type { MoneyUnit } from '../i18n/moneyUnit.ts'

/** What the garage's settings decide about how everything is written. Provided once the garage is known. */
export type GarageView = { readonly timeZone: string; readonly moneyUnit: MoneyUnit }

export const GarageViewContext = createContext<GarageView>({ timeZone: 'Asia/Tehran', moneyUnit: 'toman' })

export function useGarageView(): GarageView {
  return useContext(GarageViewContext)
}
