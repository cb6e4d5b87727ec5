import { announcedKey } from '../../../core/wire/deviceEvents.ts'
import { isJobEventType } from '../../../core/wire/jobEvents.ts'
import type { ProofData, ProvenEvent } from '../../../core/wire/proof.ts'
import type { Say } from '../say.ts'
import { facts, h, isolated } from '../dom.ts'
import { actorName, photoStrip, section, type View } from './view.ts'

/** What mechanics found, asked about or not. */
export function findingsSection(view: View): HTMLElement | null {
  const { job, say } = view
  if (job.findings.length === 0) return null
  // What was asked about is shown with its request.
  const asked = new Set(job.consents.flatMap(({ snapshot }) => snapshot.items.flatMap((item) => item.photos)))
  return section(
    say.verify.findings,
    h(
      'ul',
      { class: 'findings' },
      job.findings.map(({ title, note, grade, photos, atUtcMs, by, droppedFor }) =>
        h(
          'li',
          droppedFor === null ? {} : { class: 'refused' },
          h('strong', {}, isolated(title)),
          ` · ${say.domain.safety[grade]} · ${say.at(atUtcMs)} · ${actorName(view, by) ?? ''}`,
          note === '' ? null : h('p', { class: 'quiet' }, note),
          droppedFor === null ? null : h('p', { class: 'quiet' }, droppedFor),
          photoStrip(
            view,
            photos.filter((hash) => !asked.has(hash)),
          ),
        ),
      ),
    ),
  )
}

/** Every event in the order of the log, in one line each. */
export function historySection(view: View): HTMLElement {
  const { data, say } = view
  return section(
    say.verify.history,
    h(
      'ol',
      { class: 'history' },
      data.events.map((event) =>
        h(
          'li',
          {},
          h('span', {}, typeText(event, say)),
          h('span', { class: 'quiet' }, `${say.at(event.wallAtUtcMs)} · ${actorName(view, event.actor) ?? ''}`),
        ),
      ),
    ),
  )
}

/** The exact data, for whoever wants to check it by hand. */
export function technicalSection({ data, say }: { readonly data: ProofData; readonly say: Say }): HTMLElement {
  const { verify } = say
  return section(
    verify.proofOfAll,
    h('p', { class: 'quiet' }, verify.proofOfAllSay),
    h('h3', {}, verify.keys),
    data.keys.map((event) => eventDetails(event, say, keyText(event, say))),
    h('h3', {}, verify.history),
    data.events.map((event, index) => eventDetails(event, say, `${say.digits(index + 1)}. ${typeText(event, say)}`)),
  )
}

function eventDetails(event: ProvenEvent, say: Say, summary: string): HTMLElement {
  const { verify } = say
  return h(
    'details',
    { class: 'event' },
    h('summary', {}, summary, h('span', { class: 'quiet' }, ` ${say.at(event.wallAtUtcMs)}`)),
    facts([
      [verify.device, isolated(event.device, 'hash')],
      [verify.number, say.digits(event.dseq)],
      [verify.previous, isolated(event.prevHash, 'hash')],
      [verify.hash, isolated(event.hash, 'hash')],
      [verify.signature, event.signature === null ? verify.none : isolated(event.signature, 'hash')],
    ]),
    h('pre', { dir: 'ltr' }, event.payload),
  )
}

function typeText({ type }: ProvenEvent, { verify }: Say): string {
  return isJobEventType(type) ? verify.event[type] : type
}

function keyText(event: ProvenEvent, { verify }: Say): string {
  try {
    const key = announcedKey(event)
    return key === null ? event.type : `${key.publicKeyHex.slice(0, 16)}… ${verify.keeper[key.keeper]}`
  } catch {
    return event.type
  }
}
