import type { ProofReport } from '../../core/wire/proofCheck/check.ts'
import { faultText } from './faultText.ts'
import { type Child, h, isolated } from './dom.ts'
import type { Say } from './say.ts'

/** What the check found: a word, a mark and a sentence, and what stands behind them. Colour is never the only sign. */
export function verdictCard(report: ProofReport, expectedKey: string | null, say: Say): HTMLElement {
  return report.fault === null ? holdsCard(report, expectedKey, say) : failsCard(report, say)
}

function holdsCard(report: ProofReport, expectedKey: string | null, say: Say): HTMLElement {
  const { verdict } = say.verify
  const { data, job, whole } = report
  const signatures = [...(data?.keys ?? []), ...(data?.events ?? [])].filter(({ signature }) => signature !== null).length
  const checked = [
    say.fill(verdict.events, { count: data?.events.length ?? 0 }),
    say.fill(verdict.signatures, { count: signatures }),
    (job?.consents.length ?? 0) > 0 ? say.fill(verdict.consents, { count: job?.consents.length ?? 0 }) : null,
    (data?.photos.length ?? 0) > 0 ? say.fill(verdict.photos, { count: data?.photos.length ?? 0 }) : null,
    verdict.sums,
    whole ? verdict.seal : null,
    expectedKey === null ? null : verdict.keyExpected,
  ].filter((each) => each !== null)
  return h(
    'section',
    { class: `verdict ${whole ? 'holds' : 'inside'}`, role: 'status' },
    h('h2', {}, h('span', { class: 'mark', 'aria-hidden': 'true' }, whole ? '✓' : 'i'), whole ? verdict.holds : verdict.holdsInside),
    h('p', {}, whole ? verdict.holdsSay : verdict.holdsInsideSay),
    h(
      'ul',
      { class: 'checked' },
      checked.map((line) => h('li', {}, line)),
    ),
    notes(report, say),
    keyLine(report, say),
  )
}

function failsCard(report: ProofReport, say: Say): HTMLElement {
  const { verdict } = say.verify
  const text = report.fault === null ? null : faultText(report.fault, say)
  return h(
    'section',
    { class: 'verdict fails', role: 'alert' },
    h('h2', {}, h('span', { class: 'mark', 'aria-hidden': 'true' }, '✕'), verdict.fails),
    h('p', {}, verdict.failsSay),
    h('p', { class: 'fault' }, text?.what ?? ''),
    text === null || text.where === null ? null : h('p', { class: 'quiet' }, text.where),
    report.data === null ? null : [h('p', {}, verdict.stillShown), keyLine(report, say)],
  )
}

function notes({ unsigned, photosMissing, data }: ProofReport, say: Say): Child {
  const { verdict } = say.verify
  const said = [
    unsigned > 0 ? say.fill(verdict.unsigned, { count: unsigned }) : null,
    photosMissing > 0 ? say.fill(verdict.photosMissing, { count: photosMissing }) : null,
    data?.garage.demo === true ? verdict.demo : null,
  ].filter((each) => each !== null)
  return said.map((line) => h('p', { class: 'warn' }, line))
}

/** In groups of eight, as one reads it to somebody else. */
function keyLine({ data }: ProofReport, say: Say): Child {
  if (data === null) return null
  const key = data.sealedBy.publicKeyHex.replaceAll(/(.{8})(?=.)/g, '$1 ')
  return h('p', { class: 'key' }, `${say.verify.sealedWith} `, isolated(key, 'hash'))
}
