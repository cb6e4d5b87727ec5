import { maxRial } from '../../../../core/basics/rial.ts'
import { assertNever } from '../../../../core/basics/assertNever.ts'
import { mostMilli } from '../../../../core/domain/materials/types.ts'
import { extraMostMin } from '../../../../core/wire/bounds.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import type { AmountProblem } from '../../../ui/typedAmount.ts'
import type { TypedNumberProblem } from '../../../ui/typedNumber.ts'
import type { QuantityProblem } from '../../../ui/typedQuantity.ts'
import type { ItemDraft } from './itemDraft.ts'
import type { ItemProblems } from './readItem.ts'

/** What is wrong with a number of an item, and what to do about it, for the field that it stands in. */
export function useProblemText({ unit }: Pick<ItemDraft, 'unit'>) {
  const text = useText()
  const format = useFormat()
  const aboveMost = (): string =>
    text('consent.ask.problem.aboveMost', { most: format.money(maxRial), unit: text(`common.${format.moneyUnit}`) })
  return {
    amount: (problem: AmountProblem): string => {
      switch (problem) {
        case 'halfRial':
          return text('consent.ask.problem.halfRial')
        case 'aboveMost':
        case 'tooLarge':
          return aboveMost()
        default:
          return text(`fields.number.${problem}`)
      }
    },
    price: (problem: NonNullable<ItemProblems['price']>): string => (problem === 'zero' ? text('consent.ask.problem.zero') : aboveMost()),
    quantity: (problem: QuantityProblem): string => {
      switch (problem) {
        case 'nothing':
          return text('consent.ask.problem.quantityZero')
        case 'tooFine':
          return text('fields.quantity.tooFine')
        case 'fraction':
          return text('refusals.quantityNotWhole', { unit: text(`domain.unit.${unit}`) })
        case 'tooLarge':
          return text('fields.number.tooBig', { most: mostMilli / 1000 })
        default:
          return text(`fields.number.${problem}`)
      }
    },
    minutes: (problem: TypedNumberProblem): string => {
      switch (problem) {
        case 'tooSmall':
          return text('fields.number.tooSmall', { least: 0 })
        case 'tooBig':
          return text('fields.number.tooBig', { most: extraMostMin })
        case 'empty':
        case 'notANumber':
        case 'badGrouping':
        case 'fraction':
        case 'negative':
        case 'tooLarge':
          return text(`fields.number.${problem}`)
        default:
          return assertNever(problem)
      }
    },
  }
}
