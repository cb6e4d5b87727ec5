import { html } from 'hono/html'
import { assertNever } from '../../../core/basics/assertNever.ts'
import { acceptedRial } from '../../../core/domain/pricing/agreed.ts'
import type { Offered } from '../../../core/domain/request/types.ts'
import type { Quantity } from '../../../core/domain/materials/types.ts'
import { callButton } from '../link/frame.ts'
import { plateDrawing } from '../plate.ts'
import type { Words } from '../words/words.ts'
import type { Format } from '../format.ts'
import { appPage, formatFor, slotField, type Frame } from './frame.ts'
import type { RequestView } from './views.ts'

/** A price request with every offer on it; the newest one, while it stands, can be accepted. */
export function requestPage(frame: Frame, view: RequestView) {
  const { words, language } = frame
  const { request, status, garage, open } = view
  const format = formatFor(language, open)
  const base = `/customer/request/${garage}/${request.requestId}`
  const newest = request.offers.at(-1)
  return appPage(
    frame,
    words.request[status],
    html`<section class="sheet">
        <div class="whose">
          ${plateDrawing(request.wanted.vehicle.plate, words, 'small')}<span><bdi>${request.wanted.vehicle.model}</bdi></span>
        </div>
        <b><bdi>${open.profile.name}</bdi></b>
        <ul class="plain">
          ${request.wanted.services.map(({ title }) => html`<li><bdi>${title}</bdi></li>`)}
          ${request.wanted.materials.map(
            ({ spec, quantity }) =>
              html`<li>
                <bdi>${[spec.kind, spec.brand, spec.grade].filter(Boolean).join(' ')}</bdi> (<span class="nowrap"
                  >${amountOf(quantity, words, format)}</span
                >)
              </li>`,
          )}
        </ul>
        ${status === 'new' ? html`<p class="fine">${words.app.answerBy(format.dateTime(request.answerByUtcMs))}</p>` : ''}
        ${request.declined === null ? '' : html`<p class="note">${words.app.declined(request.declined.reason)}</p>`}
      </section>
      ${request.offers.toReversed().map((offer) => offerPart(offer, offer === newest, view, words, format))}
      ${
        request.acceptance === null
          ? ''
          : html`${request.acceptance.crossedBy === null ? '' : html`<p class="note">${words.app.crossed}</p>`}
              <a class="go" href="/customer/visit/${garage}/${request.acceptance.jobId}">${words.app.toVisit}</a>`
      }
      ${
        status === 'new' || status === 'missed' || status === 'offered' || status === 'expired'
          ? html`<form method="post" action="${base}/take-back"><button class="quiet" type="submit">${words.app.takeBack}</button></form>`
          : ''
      }
      ${callButton(open.profile.phone, words, format)}`,
  )
}

function offerPart(
  offer: Offered,
  isNewest: boolean,
  { garage, request, status, slots, nowUtcMs }: RequestView,
  words: Words,
  format: Format,
) {
  const { app } = words
  const { services, materials, vat, revision, validUntilUtcMs, withdrawn } = offer
  const terms = {
    services,
    materials,
    acceptedRial: null,
    offer: { offerId: request.requestId, revision, amountRial: offer.amountRial, vat },
  }
  const isAccepted = request.acceptance?.amountHash === offer.amountHash
  const canAccept = isNewest && status === 'offered'
  return html`<section class="sheet ${isNewest || isAccepted ? '' : 'past'}">
    <h2>${app.offer(format.digits(revision))}</h2>
    <table>
      <tbody>
        ${services.map(
          ({ title, priceRial }) =>
            html`<tr>
              <td><bdi>${title}</bdi></td>
              <td class="num">${format.money(priceRial)}</td>
            </tr>`,
        )}
        ${materials.map(
          ({ spec, quantity, priceRial }) =>
            html`<tr>
              <td>
                <bdi>${[spec.kind, spec.brand, spec.grade].filter(Boolean).join(' ')}</bdi> (<span class="nowrap"
                  >${amountOf(quantity, words, format)}</span
                >)
              </td>
              <td class="num">${format.money(priceRial)}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th>${app.total}</th>
          <td class="num">${format.price(offer.amountRial)}</td>
        </tr>
        <tr class="pay">
          <th>${app.toPay}<small>${vatWords(vat, words, format)}</small></th>
          <td class="num">${format.price(acceptedRial(terms))}</td>
        </tr>
      </tfoot>
    </table>
    ${offer.note === '' ? '' : html`<p class="note" dir="auto">${offer.note}</p>`}
    ${withdrawn === null ? '' : html`<p class="note">${app.withdrawn(withdrawn.reason)}</p>`}
    ${!isNewest && !isAccepted ? html`<p class="fine">${app.replaced}</p>` : ''}
    ${
      isNewest && withdrawn === null && !isAccepted
        ? html`<p class="valid">
            ${app.validFor} ${app.validUntil(format.dateTime(validUntilUtcMs))}
            ${canAccept ? html`<b data-left-ms="${validUntilUtcMs - nowUtcMs}" data-left="${app.left('{time}')}" data-over="${words.request.expired}"></b>` : ''}
          </p>`
        : ''
    }
    ${
      canAccept
        ? html`<form method="post" action="/customer/request/${garage}/${request.requestId}/accept">
            <input type="hidden" name="revision" value="${revision}" /><input type="hidden" name="amountHash" value="${offer.amountHash}" />
            ${slotField(slots, words, format)}
            <p class="fine">${app.acceptSay}</p>
            <button class="go" type="submit">${app.accept}</button>
          </form>`
        : ''
    }
  </section>`
}

export function amountOf({ milli, unit }: Quantity, words: Words, format: Format): string {
  return `${format.digits(milli / 1000)} ${words.app.units[unit]}`
}

function vatWords(vat: Offered['vat'], { app }: Words, format: Format): string {
  switch (vat.kind) {
    case 'inside':
      return app.vatInside
    case 'added':
      return app.vatAdded(format.digits(vat.ratePermyriad / 100))
    default:
      return assertNever(vat)
  }
}
