import { assertNever } from '../../../core/basics/assertNever.ts'
import { gradeOf, itemRial, requestState } from '../../../core/domain/consent/state.ts'
import type { Answer, Consent, ConsentItem, Decider, Evidence } from '../../../core/domain/consent/types.ts'
import { type Child, facts, h, isolated } from '../dom.ts'
import { specText } from './request.ts'
import { signatureDrawing } from './signature.ts'
import { actorName, photoStrip, section, type View } from './view.ts'

/** Every request for consent with what became of it: a refusal as carefully as a yes. */
export function consentsSection(view: View): HTMLElement {
  const { consents } = view.job
  const { verify } = view.say
  return section(
    verify.consents,
    consents.length === 0 ? h('p', {}, verify.noConsents) : consents.map((consent) => consentRecord(view, consent)),
  )
}

function consentRecord(view: View, consent: Consent): HTMLElement {
  const { say, data } = view
  const { verify, domain, fill } = say
  const { snapshot, answer, shown } = consent
  const state = requestState(consent, data.madeAtUtcMs)
  return h(
    'article',
    { class: 'consent' },
    h(
      'header',
      {},
      h('h3', {}, fill(verify.consentTitle, { no: say.digits(snapshot.consentNo) })),
      h('span', { class: `chip ${state}` }, domain.requestState[state]),
    ),
    facts([
      [verify.askedAt, [say.at(snapshot.askedAtUtcMs), clockNote(view, snapshot.clock)]],
      [verify.askedBy, named(actorName(view, snapshot.askedBy))],
      [verify.validUntil, say.at(snapshot.validUntilUtcMs)],
      [verify.capBefore, isolated(say.money(snapshot.capBeforeRial))],
      [verify.capIfAll, isolated(say.money(snapshot.capIfAllRial))],
    ]),
    h(
      'ol',
      { class: 'items' },
      snapshot.items.map((item) => itemRecord(view, consent, item)),
    ),
    shown.map(({ channel, atUtcMs, text, textHash }) =>
      h(
        'details',
        // Open: it is what was agreed to.
        { open: '' },
        h('summary', {}, fill(verify.shownText, { channel: domain.channel[channel], at: say.at(atUtcMs) })),
        h('blockquote', { lang: text.language, dir: text.language === 'fa' ? 'rtl' : 'ltr' }, text.body),
        facts([[verify.textHash, isolated(textHash, 'hash')]]),
      ),
    ),
    answer === null ? h('p', { class: 'open' }, verify.unanswered) : answerRecord(view, answer),
    consent.callAgainAtUtcMs === null ? null : h('p', {}, fill(verify.callAgain, { at: say.at(consent.callAgainAtUtcMs) })),
    facts([[verify.snapshotHash, isolated(consent.snapshotHash, 'hash')]]),
  )
}

function itemRecord(view: View, consent: Consent, item: ConsentItem): HTMLElement {
  const { say } = view
  const { verify, domain, fill } = say
  const status = consent.items.find(({ itemNo }) => itemNo === item.itemNo)
  const condition = consent.answer?.answers.find(({ itemNo }) => itemNo === item.itemNo)?.condition ?? ''
  const finder = actorName(view, item.foundBy)
  const { partRial, labourRial, taxRial } = item.price
  const parts = [
    partRial > 0 ? fill(verify.pricePart, { amount: say.money(partRial) }) : null,
    labourRial > 0 ? fill(verify.priceLabour, { amount: say.money(labourRial) }) : null,
    taxRial > 0 ? fill(verify.priceTax, { amount: say.money(taxRial) }) : null,
  ].filter((each) => each !== null)
  return h(
    'li',
    { class: status?.state ?? 'pending' },
    h(
      'div',
      { class: 'head' },
      h('strong', {}, isolated(item.title)),
      status === undefined ? null : h('span', { class: `chip ${status.state}` }, domain.itemState[status.state]),
      h('span', { class: 'price' }, isolated(say.money(itemRial(item.price)))),
    ),
    h('p', { class: 'quiet' }, [
      item.spec === null ? null : [specText(item.spec), ' · '],
      item.condition === null ? null : `${domain.condition[item.condition]} · `,
      `${say.quantity(item.quantity)} · ${parts.join(say.common.listAnd)}`,
      item.extraMin > 0 ? ` · ${fill(verify.extraMin, { count: item.extraMin })}` : null,
      ` · ${domain.safety[item.grade]}`,
    ]),
    facts([
      [verify.reason, [item.reason, finder === null ? null : ` (${fill(verify.foundBy, { name: finder })})`]],
      [verify.ifRefused, item.ifRefused],
      [verify.alternatives, item.alternatives],
    ]),
    item.oldPartBack === null ? null : h('p', { class: 'quiet' }, item.oldPartBack ? verify.oldPartBack : verify.oldPartKept),
    condition === '' ? null : h('p', {}, fill(verify.condition, { text: condition })),
    status === undefined || status.startedAtUtcMs === null
      ? null
      : h('p', { class: 'quiet' }, fill(verify.startedAt, { at: say.at(status.startedAtUtcMs) })),
    photoStrip(view, item.photos),
  )
}

function answerRecord(view: View, answer: Answer): HTMLElement {
  const { say } = view
  const { verify, domain, fill } = say
  const grade = gradeOf(answer.evidence)
  const { decidedBy } = answer
  return h(
    'div',
    { class: 'answer' },
    facts([
      [verify.decidedAt, [say.at(answer.decidedAtUtcMs), clockNote(view, answer.clock)]],
      [verify.shownAt, say.at(answer.shownAtUtcMs)],
      [verify.decidedBy, deciderText(view, decidedBy)],
      [verify.delegateBasis, decidedBy.delegateBasis],
      [verify.channel, domain.channel[answer.evidence.channel]],
      ['', h('span', { class: 'chip grade' }, fill(verify.grade, { grade, say: domain.consentGrade[grade] }))],
      [verify.recordedBy, named(actorName(view, answer.recordedBy))],
      [verify.capAfter, h('strong', {}, isolated(say.money(answer.capAfterRial)))],
    ]),
    evidenceRecord(view, answer.evidence, decidedBy),
  )
}

function evidenceRecord({ say }: View, evidence: Evidence, { name }: Decider): Child {
  const { verify, fill } = say
  const label = fill(verify.signatureOf, { name })
  switch (evidence.channel) {
    case 'counter':
      return h('figure', { class: 'signed' }, signatureDrawing(evidence.signature, label), h('figcaption', {}, label))
    case 'link':
      return evidence.signature === null
        ? null
        : h('figure', { class: 'signed' }, signatureDrawing(evidence.signature, label), h('figcaption', {}, label))
    case 'call':
      return facts([
        [verify.callNumber, isolated(say.mobile(evidence.number))],
        [verify.calledAt, say.at(evidence.calledAtUtcMs)],
        ['', evidence.readBack ? verify.readBack : null],
        [verify.callNote, evidence.note],
      ])
    case 'app':
      return isolated(evidence.receiptId, 'hash')
    default:
      return assertNever(evidence)
  }
}

function deciderText({ say }: View, { name, relation, mobile }: Decider): Child {
  return [isolated(name), ` (${say.domain.relation[relation]})`, mobile === null ? null : [' · ', isolated(say.mobile(mobile))]]
}

function clockNote({ say }: View, clock: keyof View['say']['domain']['clock']): Child {
  return clock === 'ok' ? null : h('span', { class: 'warn' }, ` (${say.domain.clock[clock]})`)
}

function named(name: string | null): Child {
  return name === null ? null : isolated(name)
}
