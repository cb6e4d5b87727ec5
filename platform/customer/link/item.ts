import { html } from 'hono/html'
import { itemRial } from '../../../core/domain/consent/state.ts'
import type { ConsentItem, SafetyGrade } from '../../../core/domain/consent/types.ts'
import type { Format } from '../format.ts'
import { icon, type IconName } from '../icons.ts'
import type { Words } from '../words/words.ts'
import { labelled } from './text.ts'

const gradeIcons: Readonly<Record<SafetyGrade, IconName>> = { unsafe: 'warning', soon: 'clock', advisory: 'info' }
const decisions = ['accepted', 'refused', 'later'] as const
const icons = { accepted: 'check', refused: 'cross', later: 'clock' } as const

type ItemPage = {
  readonly item: ConsentItem
  /** The words of the request about it; null when they stand above as one text. */
  readonly lines: readonly string[] | null
  /** The address that photos are read from. */
  readonly base: string
  readonly words: Words
  readonly format: Format
  /** The browser itself asks for an answer, where no script of ours does. */
  readonly required?: boolean
}

export function itemPart({ item, lines, base, words, format, required = false }: ItemPage) {
  const { itemNo, title, grade, photos, price } = item
  const no = format.digits(itemNo)
  const [heading = `${no}. ${title}`, facts = words.safety[grade], ...rest] = lines ?? []
  const amount = lines === null ? format.price(itemRial(price)) : (rest.pop() ?? '')
  const [figure, detail] = splitAmount(amount)
  return html`<li class="item" data-item="${itemNo}" data-rial="${itemRial(price)}">
    <h2>${heading}</h2>
    <p class="facts ${grade}" dir="auto">${icon(gradeIcons[grade])}<span>${facts}</span></p>
    ${
      photos.length === 0
        ? ''
        : html`<div class="photos">
            ${photos.map(
              (hash, index) =>
                html`<button
                  type="button"
                  class="photo"
                  data-photo="${base}/photo/${hash}"
                  aria-label="${words.link.photoOf(format.digits(index + 1), title)}"
                >
                  <img src="${base}/photo/${hash}" alt="" loading="lazy" decoding="async" width="160" height="120" />
                </button>`,
            )}
          </div>`
    }
    <div class="said">${rest.map(labelled)}</div>
    <p class="amount" dir="auto"><b>${figure}</b>${detail === '' ? '' : html` <small>${detail}</small>`}</p>
    <fieldset class="choices">
      <legend class="vh">${words.link.answerOf(no, title)}</legend>
      ${decisions.map(
        (decision) =>
          html`<label class="choice ${decision}"
            ><input type="radio" name="item-${itemNo}" value="${decision}" autocomplete="off" ${required ? 'required' : ''} /><span
              >${icon(icons[decision])}${words.choice[decision]}</span
            ></label
          >`,
      )}
    </fieldset>
  </li>`
}

/** What it costs, and in brackets what of it is part and labour. */
function splitAmount(line: string): readonly [figure: string, detail: string] {
  const at = line.indexOf(' (')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
}
