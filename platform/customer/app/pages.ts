import { html } from 'hono/html'
import type { GarageId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import type { OpenGarage } from '../../../core/domain/platform/visit.ts'
import { units } from '../../../core/domain/materials/types.ts'
import { noteMostChars, shortMostChars } from '../../../core/wire/bounds.ts'
import type { ListedGarage } from '../data/garages.ts'
import { icon } from '../icons.ts'
import { plateDrawing } from '../plate.ts'
import { appPage, formatFor, slotField, type Frame } from './frame.ts'
import type { MineView } from './views.ts'

export function signInPage(frame: Frame) {
  const { app } = frame.words
  return appPage(
    frame,
    app.signInTitle,
    html`<form class="sheet" method="post" action="/customer/session">
      <label class="field"><span>${app.name}</span><input name="name" autocomplete="name" maxlength="${shortMostChars}" required /></label>
      <label class="field"
        ><span>${app.mobile}</span
        ><input name="mobile" type="tel" inputmode="tel" autocomplete="tel" dir="ltr" maxlength="20" placeholder="0912 345 6789" required
      /></label>
      <button class="go" type="submit">${app.signIn}</button>
    </form>`,
  )
}

export function homePage(frame: Frame, garages: readonly ListedGarage[], mine: readonly MineView[]) {
  const { app } = frame.words
  return appPage(
    frame,
    app.home,
    html`<section>
        <h2>${app.mine}</h2>
        ${
          mine.length === 0
            ? html`<p class="lead">${app.noMine}</p>`
            : html`<ul class="cards">
                ${mine.map((each) => mineCard(each, frame))}
              </ul>`
        }
      </section>
      <section>
        <h2>${app.garages}</h2>
        ${garages.length === 0 ? html`<p class="lead">${app.noGarages}</p>` : ''}
        <ul class="cards">
          ${garages.map(
            ({ garage, name }) =>
              html`<li class="sheet">
                <b><bdi>${name}</bdi></b>
                <div class="two">
                  <a class="btn" href="/customer/garage/${garage}/ask">${icon('message')}${app.ask}</a>
                  <a class="btn" href="/customer/garage/${garage}/book">${icon('calendar')}${app.book}</a>
                </div>
              </li>`,
          )}
        </ul>
      </section>
      <form method="post" action="/customer/sign-out"><button class="quiet" type="submit">${app.signOut}</button></form>`,
  )
}

function mineCard(mine: MineView, { words, language }: Frame) {
  const format = formatFor(language, null)
  const [href, vehicle, state, title, at] =
    mine.kind === 'request'
      ? ([
          `/customer/request/${mine.garage}/${mine.requestId}`,
          mine.request.wanted.vehicle,
          words.request[mine.status],
          words.app.ask,
          mine.request.askedAtUtcMs,
        ] as const)
      : ([
          `/customer/visit/${mine.garage}/${mine.jobId}`,
          mine.job.vehicle,
          words.phase[mine.job.phase.kind],
          words.app.visit(format.digits(mine.job.jobNo)),
          mine.job.slotStartUtcMs,
        ] as const)
  return html`<li>
    <a class="sheet mine" href="${href}">
      ${plateDrawing(vehicle.plate, words, 'small')}
      <span
        ><b>${state}</b><small><bdi>${mine.garageName}</bdi></small
        ><small>${title}</small>${at === null ? '' : html`<small>${format.dateTime(at)}</small>`}</span
      >
    </a>
  </li>`
}

export type GaragePage = { readonly garage: GarageId; readonly open: OpenGarage; readonly slots: readonly UtcMs[] }

export function askPage(frame: Frame, { garage, open }: GaragePage) {
  const { app } = frame.words
  return appPage(
    frame,
    app.askOf(open.profile.name),
    html`<form class="sheet" method="post" action="/customer/garage/${garage}/ask">
      ${carFields(frame)} ${serviceFields(frame, open)}
      <label class="field"
        ><span>${app.ownWords}</span><input name="own" maxlength="${shortMostChars}" placeholder="${app.ownWordsHint}"
      /></label>
      <details>
        <summary>${app.materials}</summary>
        <div class="grid">
          <label class="field"><span>${app.materialKind}</span><input name="kind" maxlength="${shortMostChars}" /></label>
          <label class="field"><span>${app.materialBrand}</span><input name="brand" maxlength="${shortMostChars}" /></label>
          <label class="field"><span>${app.materialGrade}</span><input name="grade" maxlength="${shortMostChars}" dir="auto" /></label>
          <div class="two">
            <label class="field"
              ><span>${app.materialCount}</span><input name="count" inputmode="decimal" value="1" maxlength="10"
            /></label>
            <label class="field"
              ><span>${app.materialUnit}</span
              ><select name="unit">
                ${units.map((unit) => html`<option value="${unit}">${app.units[unit]}</option>`)}
              </select></label
            >
          </div>
        </div>
      </details>
      ${noteField(frame)}
      <button class="go" type="submit">${app.sendAsk}</button>
    </form>`,
  )
}

export function bookPage(frame: Frame, { garage, open, slots }: GaragePage) {
  const { app } = frame.words
  const format = formatFor(frame.language, open)
  return appPage(
    frame,
    app.bookOf(open.profile.name),
    html`<form class="sheet" method="post" action="/customer/garage/${garage}/book">
      ${carFields(frame)} ${serviceFields(frame, open)} ${slotField(slots, frame.words, format)} ${noteField(frame)}
      <button class="go" type="submit">${app.doBook}</button>
    </form>`,
  )
}

export function notReadyPage(frame: Frame) {
  return appPage(frame, frame.words.app.garages, html`<p class="lead">${frame.words.app.notReady}</p>`)
}

export function notFoundPage(frame: Frame) {
  return appPage(frame, frame.words.refusal.notFound, html`<a class="btn" href="/customer">${frame.words.app.back}</a>`)
}

function carFields({ words: { app } }: Frame) {
  return html`<div class="grid">
    <label class="field"><span>${app.plate}</span><input name="plate" maxlength="40" placeholder="${app.plateHint}" required /></label>
    <label class="field"
      ><span>${app.model}</span><input name="model" maxlength="${shortMostChars}" placeholder="${app.modelHint}" required
    /></label>
  </div>`
}

function serviceFields({ words: { app }, language, words }: Frame, open: OpenGarage) {
  const format = formatFor(language, open)
  return html`<fieldset class="services">
    <legend>${app.services}</legend>
    ${open.services
      .filter(({ active }) => active)
      .map(
        ({ serviceId, title, priceRial, quotedMin }) =>
          html`<label
            ><input type="checkbox" name="service" value="${serviceId}" /><span><bdi>${title}</bdi></span
            ><small>${format.price(priceRial)} · ${words.minutes(format.digits(quotedMin))}</small></label
          >`,
      )}
  </fieldset>`
}

function noteField({ words: { app } }: Frame) {
  return html`<label class="field"><span>${app.note}</span><textarea name="note" maxlength="${noteMostChars}"></textarea></label>`
}
