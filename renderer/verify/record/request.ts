import type { MaterialSpec } from '../../../core/domain/materials/types.ts'
import { acceptedRial } from '../../../core/domain/pricing/agreed.ts'
import { type Child, h, isolated } from '../dom.ts'
import { section, table, type View } from './view.ts'

/** What the customer asked for at first, and at what price. */
export function requestSection({ job, say }: View): HTMLElement {
  const { verify } = say
  const rows: readonly (readonly Child[])[] = [
    ...job.services.map(({ title, priceRial }) => [isolated(title), '', isolated(say.money(priceRial))]),
    ...job.materials.map(({ spec, quantity, priceRial }) => [specText(spec), say.quantity(quantity), isolated(say.money(priceRial))]),
  ]
  const isAccepted = job.offer !== null || job.acceptedRial !== null
  return section(
    verify.request,
    table([verify.item, verify.quantity, verify.price], rows, 'amounts'),
    h(
      'p',
      { class: 'total' },
      `${isAccepted ? verify.acceptedPrice : verify.quotedPrice} `,
      h('strong', {}, isolated(say.money(acceptedRial(job)))),
    ),
  )
}

/** The kind and whatever else of the part was fixed. */
export function specText({ kind, brand, grade, partNo }: MaterialSpec): Child {
  const more = [brand, grade, partNo].filter((each) => each !== null)
  return [isolated(kind), more.map((each) => [' ', isolated(each, 'quiet')])]
}
