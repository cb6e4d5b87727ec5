import { html } from 'hono/html'
import { itemRial, itemState } from '../../../core/domain/consent/state.ts'
import type { Answer, Consent, Shown } from '../../../core/domain/consent/types.ts'
import type { LinkClosed } from '../../../core/domain/platform/refusals.ts'
import type { Format } from '../format.ts'
import { icon } from '../icons.ts'
import { document } from '../layout.ts'
import type { Language } from '../options.ts'
import { plateDrawing } from '../plate.ts'
import type { Words } from '../words/words.ts'
import { callButton, languageSwitch } from './frame.ts'

type Frame = { readonly language: Language; readonly words: Words }
type Of = Frame & { readonly consent: Consent; readonly garageName: string; readonly phone: string; readonly format: Format }

const icons = { accepted: 'check', refused: 'cross', later: 'clock' } as const

/** What was answered, as the record has it, and nothing to press: also for whoever opens the link later. */
export function answeredPage({ consent, shown, answer, linkId, ...frame }: Of & { shown: Shown; answer: Answer; linkId: string | null }) {
  const { words, format, language } = frame
  const { link } = words
  const { snapshot } = consent
  const { name, relation } = answer.decidedBy
  const isOwn = answer.evidence.channel === 'app' || (answer.evidence.channel === 'link' && answer.evidence.linkId === linkId)
  const accepted = answer.answers.filter(({ decision }) => decision === 'accepted').length
  const total = format.price(answer.capAfterRial)
  const body = html`${top({ ...frame, consent })}
    <main class="end">
      <div class="whose">
        ${plateDrawing(snapshot.vehicle.plate, words)}
        <p dir="auto">${snapshot.vehicle.model}</p>
      </div>
      <h1>${isOwn ? link.doneTitle(name) : link.doneElsewhere}</h1>
      <p class="lead">
        ${accepted === 0 ? link.doneNone(total) : link.doneAll(format.digits(accepted), format.digits(snapshot.items.length), total)}
      </p>
      <section class="receipt" aria-label="${link.receipt}">
        <ul>
          ${snapshot.items.map((item) => {
            const given = answer.answers.find(({ itemNo }) => itemNo === item.itemNo)
            const decision = given?.decision ?? 'later'
            const state = itemState(consent, item.itemNo)
            const changed = state === 'voided' || state === 'withdrawn' || state === 'superseded' ? link.changedSince[state] : null
            return html`<li class="${decision}">
              ${icon(icons[decision])}
              <span
                ><bdi>${item.title}</bdi
                >${given === undefined || given.condition === '' ? '' : html`<small>${link.condition(given.condition)}</small>`}${
                  changed === null ? '' : html`<small class="changed">${changed}</small>`
                }</span
              >
              <em>${words.chosen[decision]}</em>
              <b>${decision === 'accepted' ? format.money(itemRial(item.price)) : '—'}</b>
            </li>`
          })}
        </ul>
        <p class="total"><span>${link.newTotal}</span><b>${format.money(answer.capAfterRial)}</b><small>${format.unit}</small></p>
        <p class="fine">
          ${link.recordedAt(format.dateTime(answer.decidedAtUtcMs))} · ${link.by(name, words.relation[relation])} ·
          <span class="mark">${link.mark(`\u2066${consent.snapshotHash.slice(0, 12)}\u2069`)}</span>
        </p>
      </section>
      <p class="note">${link.keep}</p>
      <details lang="${shown.text.language}">
        <summary>${link.textShown}</summary>
        <div class="whole" dir="${shown.text.language === 'fa' ? 'rtl' : 'ltr'}">
          ${shown.text.body.split('\n').map((line) => html`<p dir="auto">${line}</p>`)}
        </div>
      </details>
      ${callButton(frame.phone, words, format)}
    </main>`
  return document({ language, title: link.title, body, script: null })
}

/** Nothing can be answered here any more: says why, and whom to call. */
export function closedPage({ why, consent, ...frame }: Of & { why: LinkClosed }) {
  const { words, format, language } = frame
  const { link } = words
  const body = html`${top({ ...frame, consent })}
    <main class="end">
      <div class="whose">
        ${plateDrawing(consent.snapshot.vehicle.plate, words)}
        <p dir="auto">${consent.snapshot.vehicle.model}</p>
      </div>
      <h1>${link.closedTitle[why]}</h1>
      <p class="lead">${link.closedSay[why]}</p>
      ${callButton(frame.phone, words, format)}
    </main>`
  return document({ language, title: link.title, body, script: null })
}

export function unknownPage({ language, words }: Frame) {
  const body = html`<header class="top"><span></span>${languageSwitch(language, words)}</header>
    <main class="end">
      <h1>${words.link.notFoundTitle}</h1>
      <p class="lead">${words.link.notFoundSay}</p>
    </main>`
  return document({ language, title: words.link.title, body, script: null })
}

export function tooManyPage({ language, words }: Frame) {
  const body = html`<header class="top"><span></span></header>
    <main class="end">
      <h1>${words.link.tooManyTitle}</h1>
      <p class="lead">${words.link.tooManySay}</p>
    </main>`
  return document({ language, title: words.link.title, body, script: null })
}

function top({ garageName, consent, language, words, format }: Omit<Of, 'phone'>) {
  return html`<header class="top">
    <div class="place"><b dir="auto">${garageName}</b><small>${words.link.jobNo(format.digits(consent.snapshot.jobNo))}</small></div>
    ${languageSwitch(language, words)}
  </header>`
}
