import type { ActorId } from '../../../core/basics/ids.ts'
import type { Job } from '../../../core/domain/job/types.ts'
import type { ProofData } from '../../../core/wire/proof.ts'
import type { Child } from '../dom.ts'
import { h } from '../dom.ts'
import type { Say } from '../say.ts'

/** What every part of the record is written from. */
export type View = { readonly data: ProofData; readonly job: Job; readonly say: Say }

/** The person's name as it was when the proof was made; the program's own for what it did by itself. */
export function actorName({ data, say }: View, actor: ActorId | null): string | null {
  if (actor === null) return null
  if (actor === 'system') return say.domain.system
  if (actor === 'customer' || actor === 'platform') return say.domain.customerOnPlatform
  return data.people.find(({ personId }) => personId === actor)?.name ?? null
}

export function section(title: string, ...children: readonly Child[]): HTMLElement {
  return h('section', {}, h('h2', {}, title), ...children)
}

export function table(heads: readonly string[], rows: readonly (readonly Child[])[], className = ''): HTMLElement {
  const head = h(
    'thead',
    {},
    h(
      'tr',
      {},
      heads.map((name) => h('th', { scope: 'col' }, name)),
    ),
  )
  const body = h(
    'tbody',
    {},
    rows.map((cells) =>
      h(
        'tr',
        {},
        cells.map((cell) => h('td', {}, cell)),
      ),
    ),
  )
  return h('div', { class: 'scrolls' }, h('table', className === '' ? {} : { class: className }, head, body))
}

export function photoStrip({ data, say }: View, hashes: readonly string[]): Child {
  const shown = data.photos.filter(({ hash }) => hashes.includes(hash))
  if (shown.length === 0) return null
  return h(
    'div',
    { class: 'photos' },
    shown.map(({ hash, base64 }) =>
      h(
        'figure',
        {},
        h('img', { src: `data:image/jpeg;base64,${base64}`, alt: say.verify.photos }),
        h('figcaption', { class: 'hash' }, hash),
      ),
    ),
  )
}
