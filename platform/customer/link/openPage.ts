import { html, raw } from 'hono/html'
import { itemRial } from '../../../core/domain/consent/state.ts'
import { relations, type Consent, type Shown } from '../../../core/domain/consent/types.ts'
import { shortMostChars } from '../../../core/wire/bounds.ts'
import type { LinkData } from '../client/linkData.ts'
import { localeTag, type Format } from '../format.ts'
import { document } from '../layout.ts'
import type { Language } from '../options.ts'
import { plateDrawing } from '../plate.ts'
import type { Words } from '../words/words.ts'
import { callButton, languageSwitch } from './frame.ts'
import { itemPart } from './item.ts'
import { shownParts } from './shownText.ts'
import { labelled } from './text.ts'

export type OpenPage = {
  readonly consent: Consent
  readonly shown: Shown
  readonly linkId: string
  /** `/l/<secret>` */
  readonly base: string
  readonly phone: string
  readonly language: Language
  readonly words: Words
  readonly format: Format
}

/** The request as it waits for its answer. */
export function openPage(page: OpenPage) {
  const { consent, shown, base, language, words, format, phone } = page
  const { snapshot } = consent
  const { text } = shown
  const direction = text.language === 'fa' ? 'rtl' : 'ltr'
  const parts = shownParts(text.body, snapshot.items.length)
  const [garage = '', job = '', plate = '', heading = '', ...lead] = parts?.head ?? []
  const { link } = words
  const body = html`<header class="top">
      <div class="place" lang="${text.language}" dir="${direction}">
        <b dir="auto">${garage}</b>
        <small>${job}</small>
      </div>
      ${languageSwitch(language, words)}
    </header>
    <form class="request" id="answer" novalidate>
      <main>
        <div class="whose" lang="${text.language}">
          ${plateDrawing(snapshot.vehicle.plate, words)}
          <p dir="auto">${parts === null ? snapshot.vehicle.model : plate}</p>
        </div>
        ${text.language === language ? '' : html`<p class="note">${link.textLanguage}</p>`}
        <div class="asked" lang="${text.language}" dir="${direction}">
          ${
            parts === null
              ? html`<div class="whole">${text.body.split('\n').map((line) => html`<p dir="auto">${line}</p>`)}</div>`
              : html`<h1>${heading}</h1>
                  ${lead.map((line) => html`<p class="lead">${line}</p>`)}`
          }
        </div>
        <ol class="items" lang="${text.language}" dir="${direction}">
          ${snapshot.items.map((item, index) => itemPart({ item, lines: parts?.items[index] ?? null, base, words, format }))}
        </ol>
        <div class="terms" lang="${text.language}" dir="${direction}">${parts?.tail.map(labelled)}</div>
      </main>
      <aside>
        <output class="bar" id="bar">
          <span><small id="barLabel">${link.totalSoFar}</small><b id="total">${format.price(snapshot.capBeforeRial)}</b></span>
          <span class="left" id="left"></span>
        </output>
        <section class="who">
          <h2>${link.who}</h2>
          <label class="field"
            ><span>${link.name}</span
            ><input id="name" type="text" autocomplete="name" maxlength="${shortMostChars}" value="${snapshot.customer.name}"
          /></label>
          <fieldset class="relations">
            <legend>${link.relationOf}</legend>
            ${relations.map(
              (relation) =>
                html`<label
                  ><input type="radio" name="relation" value="${relation}" ${relation === 'owner' ? 'checked' : ''} /><span
                    >${words.relation[relation]}</span
                  ></label
                >`,
            )}
          </fieldset>
          <label class="field" id="basisField" hidden
            ><span>${link.basis}</span><input id="basis" type="text" maxlength="${shortMostChars}" placeholder="${link.basisHint}"
          /></label>
        </section>
        <section class="sign">
          <header>
            <h2>${link.signature}</h2>
            <button type="button" class="quiet" id="clear" hidden>${link.clear}</button>
          </header>
          <div class="pad">
            <canvas id="pad" role="img" aria-label="${link.signHere}"></canvas><output id="padSay">${link.signHere}</output>
          </div>
        </section>
        <section class="sum" id="sum" hidden>
          <h2>${link.summary}</h2>
          <ul id="sumLines"></ul>
          <p id="sumWords"></p>
        </section>
        <p class="problem" id="problem" role="alert" hidden></p>
        <button type="submit" class="go" id="send">${link.firstAnswer}</button>
        <noscript><p class="note">${link.noScript}</p></noscript>
        ${callButton(phone, words, format)}
      </aside>
    </form>
    <dialog id="viewer" aria-label="${link.photos}">
      <div class="strip" id="strip" role="group" aria-label="${link.photos}" tabindex="0"></div>
      <button type="button" class="close" id="closeViewer">${link.close}</button>
    </dialog>
    <script type="application/json" id="data">
      ${raw(json(dataOf(page)))}
    </script>`
  return document({ language, title: link.title, body, script: 'link' })
}

function dataOf({ consent, shown, linkId, base, language, words, format }: OpenPage): LinkData {
  const { link } = words
  const { snapshot, snapshotHash } = consent
  return {
    key: `pishkhan.link.${linkId}`,
    base,
    snapshotHash,
    textHash: shown.textHash,
    locale: localeTag[language],
    rialPerUnit: format.rialPerUnit,
    unit: format.unit,
    capBeforeRial: snapshot.capBeforeRial,
    items: snapshot.items.map((item) => ({ itemNo: item.itemNo, title: item.title, rial: itemRial(item.price) })),
    words: {
      newTotal: link.newTotal,
      totalSoFar: link.totalSoFar,
      openLeft: link.openLeft('{count}'),
      allAnswered: link.allAnswered,
      summaryAll: link.summaryAll('{accepted}', '{all}', '{total}'),
      summaryNone: link.summaryNone('{total}'),
      chosen: words.chosen,
      send: link.send,
      firstAnswer: link.firstAnswer,
      firstName: link.firstName,
      firstBasis: link.firstBasis,
      firstSign: link.firstSign,
      signShort: link.signShort,
      signHere: link.signHere,
      signAgain: link.signAgain,
      sending: link.sending,
      offline: link.offline,
      busy: link.busy,
      failed: link.failed,
      refusals: words.refusal,
    },
  }
}

/** Data inside a page: no sequence of it can end the element that it stands in. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
