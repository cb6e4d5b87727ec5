import { html } from 'hono/html'
import { openConflicts } from '../../../core/domain/job/apart.ts'
import type { LinkState } from '../../../core/domain/platform/consentLink.ts'
import { begunProblem } from '../../../core/domain/platform/visit.ts'
import { capRial } from '../../../core/domain/pricing/cap.ts'
import { noteMostChars } from '../../../core/wire/bounds.ts'
import type { Format } from '../format.ts'
import { icon } from '../icons.ts'
import { callButton } from '../link/frame.ts'
import { itemPart } from '../link/item.ts'
import { shownParts } from '../link/shownText.ts'
import { labelled } from '../link/text.ts'
import { plateDrawing } from '../plate.ts'
import type { Words } from '../words/words.ts'
import { appPage, formatFor, slotField, type Frame } from './frame.ts'
import type { VisitView } from './views.ts'

export function visitPage(frame: Frame, view: VisitView) {
  const { words, language } = frame
  const { app } = words
  const { job, open, garage, slots, consents } = view
  const format = formatFor(language, open)
  const base = `/customer/visit/${garage}/${job.jobId}`
  const isStillOpen = begunProblem(job) === null
  const workWon = openConflicts(job).some(({ kind }) => kind === 'cancelAfterStart')
  return appPage(
    frame,
    words.phase[job.phase.kind],
    html`<section class="sheet">
        <div class="whose">
          ${plateDrawing(job.vehicle.plate, words, 'small')}<span><bdi>${job.vehicle.model}</bdi></span>
        </div>
        <b><bdi>${open.profile.name}</bdi></b>
        ${job.slotStartUtcMs === null ? '' : html`<p class="when">${format.weekday(format.day(job.slotStartUtcMs))} ${format.dateTime(job.slotStartUtcMs)}</p>`}
        <p class="fine">
          ${app.visit(format.digits(job.jobNo))}${job.origin.kind === 'platform' ? ` · ${app.ref(`\u2066${job.origin.bookingRef}\u2069`)}` : ''}
        </p>
        <ul class="plain">
          ${job.services.map(({ title }) => html`<li><bdi>${title}</bdi></li>`)}
        </ul>
        <p class="pay-line"><span>${app.toPay}</span><b>${format.price(capRial(job))}</b></p>
        ${workWon ? html`<p class="note">${app.workWins}</p>` : ''}
      </section>
      ${consents.map((state) => consentPart(state, base, words, format))}
      ${
        isStillOpen
          ? html`<details class="sheet">
                <summary>${app.move}</summary>
                <form method="post" action="${base}/move">
                  ${slotField(slots, words, format)} ${reasonField(words)}
                  <button class="btn" type="submit">${app.doMove}</button>
                </form>
              </details>
              <details class="sheet">
                <summary>${app.cancel}</summary>
                <form method="post" action="${base}/cancel">
                  ${reasonField(words)}
                  <button class="btn" type="submit">${app.doCancel}</button>
                </form>
              </details>`
          : ''
      }
      ${job.phase.kind === 'handedOver' ? ratePart(view, base, words, format) : ''} ${callButton(open.profile.phone, words, format)}`,
  )
}

/** The question in the app: the same words as on the link, without a signature, since the customer is known here. */
function consentPart(state: LinkState, base: string, words: Words, format: Format) {
  const { app, link } = words
  const { consent } = state
  if (state.kind === 'closed') {
    return html`<section class="sheet past">
      <h2>${link.closedTitle[state.why]}</h2>
      <p class="fine">${link.closedSay[state.why]}</p>
    </section>`
  }
  if (state.kind === 'answered') {
    const { answer } = state
    return html`<section class="sheet">
      <h2>${app.answered}</h2>
      <ul class="plain">
        ${consent.snapshot.items.map(({ itemNo, title }) => {
          const decision = answer.answers.find((each) => each.itemNo === itemNo)?.decision ?? 'later'
          return html`<li><bdi>${title}: ${words.chosen[decision]}</bdi></li>`
        })}
      </ul>
      <p class="fine">
        ${link.recordedAt(format.dateTime(answer.decidedAtUtcMs))}${
          answer.evidence.channel === 'app' ? html` · <span class="mark">${app.receiptOf(answer.evidence.receiptId.slice(-8))}</span>` : ''
        }
      </p>
    </section>`
  }
  const { text } = state.shown
  const parts = shownParts(text.body, consent.snapshot.items.length)
  const [, , , heading = '', ...lead] = parts?.head ?? []
  const direction = text.language === 'fa' ? 'rtl' : 'ltr'
  return html`<section class="asks">
    <h2>${app.consentTitle}</h2>
    <div lang="${text.language}" dir="${direction}">
      ${
        parts === null
          ? text.body.split('\n').map((line) => html`<p dir="auto">${line}</p>`)
          : html`<h3>${heading}</h3>
              ${lead.map((line) => html`<p class="fine">${line}</p>`)}`
      }
    </div>
    <form method="post" action="${base}/answer">
      <input type="hidden" name="consentId" value="${consent.consentId}" />
      <input type="hidden" name="snapshotHash" value="${consent.snapshotHash}" />
      <input type="hidden" name="textHash" value="${state.shown.textHash}" />
      <ol class="items" lang="${text.language}" dir="${direction}">
        ${consent.snapshot.items.map((item, index) =>
          itemPart({ item, lines: parts?.items[index] ?? null, base, words, format, required: true }),
        )}
      </ol>
      <div class="terms" lang="${text.language}" dir="${direction}">${parts?.tail.map(labelled)}</div>
      <p class="bar-line" data-cap="${consent.snapshot.capBeforeRial}" data-per="${format.rialPerUnit}" data-unit="${format.unit}">
        <span>${link.newTotal}</span><b>${format.price(consent.snapshot.capBeforeRial)}</b>
      </p>
      <button class="go" type="submit">${app.doAnswer}</button>
    </form>
  </section>`
}

function ratePart({ job }: VisitView, base: string, words: Words, format: Format) {
  const { app } = words
  if (job.rating !== null) {
    return html`<section class="sheet">
      <p class="pay-line"><span>${app.rated(format.digits(job.rating.stars))}</span></p>
      <p dir="auto">${job.rating.text}</p>
    </section>`
  }
  return html`<form class="sheet" method="post" action="${base}/rate">
    <h2>${app.rate}</h2>
    <fieldset class="stars">
      <legend class="vh">${app.rate}</legend>
      ${[1, 2, 3, 4, 5].map(
        (count) =>
          html`<label
            ><input type="radio" name="stars" value="${count}" required /><span
              >${icon('star')}<span class="vh">${app.stars(format.digits(count))}</span></span
            ></label
          >`,
      )}
    </fieldset>
    <label class="field"><span>${app.rateText}</span><textarea name="text" maxlength="${noteMostChars}"></textarea></label>
    <button class="go" type="submit">${app.doRate}</button>
  </form>`
}

function reasonField({ app }: Words) {
  return html`<label class="field"><span>${app.reason}</span><input name="reason" maxlength="${noteMostChars}" /></label>`
}
