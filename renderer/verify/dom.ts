/** Elements as plain calls. Text is always text: nothing from a file becomes markup. */
export type Child = Node | string | null | readonly Child[]

type Attributes = Readonly<Record<string, string>>

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  append(element, children)
  return element
}

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  append(element, children)
  return element
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null) continue
    if (typeof child === 'string' || child instanceof Node) parent.append(child)
    else append(parent, child)
  }
}

/** A phone, an amount, a hash: it runs in its own direction and does not turn the sentence around it. */
export function isolated(text: string, className = ''): HTMLElement {
  return h('bdi', className === '' ? {} : { class: className }, text)
}

/** Names and what they stand for; without a value there is no row. */
export function facts(rows: readonly (readonly [name: string, value: Child])[]): HTMLElement {
  return h(
    'dl',
    { class: 'facts' },
    rows.map(([name, value]) => (value === null || value === '' ? null : h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
  )
}
