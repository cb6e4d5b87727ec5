import { html } from 'hono/html'
import type { CustomerRefusal } from '../../../core/domain/platform/refusals.ts'
import type { OpenGarage } from '../../../core/domain/platform/visit.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import { defaultWorkingHours } from '../../../core/persian/workingCalendar.ts'
import type { Me } from '../actions/me.ts'
import { formatIn, type Format } from '../format.ts'
import { document, type Html } from '../layout.ts'
import { languageSwitch } from '../link/frame.ts'
import type { Language } from '../options.ts'
import { wordsOf, type Words } from '../words/words.ts'

/** What every page of the customer's side is written with. */
export type Frame = { readonly language: Language; readonly words: Words; readonly me: Me | null; readonly problem: string | null }

const formProblems = [
  'problemName',
  'problemMobile',
  'problemPlate',
  'problemModel',
  'problemServices',
  'problemSlot',
  'problemQuantity',
] as const
export type FormProblem = (typeof formProblems)[number]
export type ProblemCode = FormProblem | CustomerRefusal['code']

/** A code out of the address; anything else of an address says nothing. */
export function problemWords(words: Words, code: string | undefined): string | null {
  const form = formProblems.find((each) => each === code)
  if (form !== undefined) return words.app[form]
  return code !== undefined && isRefusal(words, code) ? words.refusal[code] : null
}

function isRefusal(words: Words, code: string): code is CustomerRefusal['code'] {
  return Object.hasOwn(words.refusal, code)
}

export function appPage({ language, words, me, problem }: Frame, heading: string, body: Html) {
  const { app } = words
  const page = html`<header class="top">
      <a class="place" href="/customer"><b>${app.title}</b>${me === null ? '' : html`<small>${app.hello(me.name)}</small>`}</a>
      ${languageSwitch(language, words)}
    </header>
    <main class="app">
      <p class="note">${app.demo}</p>
      <h1>${heading}</h1>
      ${problem === null ? '' : html`<p class="problem" role="alert">${problem}</p>`} ${body}
    </main>`
  return document({ language, title: app.title, body: page, script: 'app' })
}

export function formatFor(language: Language, open: OpenGarage | null): Format {
  const timeZone = open?.hours.timeZone ?? defaultWorkingHours.timeZone
  return formatIn(language, wordsOf[language], { timeZone, moneyShown: open?.profile.moneyShown ?? 'toman' })
}

/** A phone's own picker, day by day. */
export function slotField(slots: readonly UtcMs[], words: Words, format: Format) {
  const { app } = words
  if (slots.length === 0) return html`<p class="note">${app.noSlots}</p>`
  const days = Map.groupBy(slots, format.day)
  return html`<label class="field"
    ><span>${app.slot}</span
    ><select name="slot" required>
      ${[...days].map(
        ([day, times]) =>
          html`<optgroup label="${format.weekday(day)} ${format.dayMonth(day)}">
            ${times.map((slot) => html`<option value="${slot}">${format.weekday(day)} ${format.dateTime(slot)}</option>`)}
          </optgroup>`,
      )}
    </select></label
  >`
}
