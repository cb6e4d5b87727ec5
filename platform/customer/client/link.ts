import { isSignature } from '../../../core/domain/consent/signature.ts'
import { relations, type Decision, type Relation } from '../../../core/domain/consent/types.ts'
import { byId, filled } from './elements.ts'
import { keep, readKept, type Draft } from './kept.ts'
import type { LinkData } from './linkData.ts'
import { signOn } from './pad.ts'
import { openPhotos } from './photos.ts'
import { post, untilNextTry } from './send.ts'

const decisions = ['accepted', 'refused', 'later'] as const

const data: LinkData = JSON.parse(byId('data', HTMLScriptElement).textContent ?? '')
const { words, items } = data
const form = byId('answer', HTMLFormElement)
const nameField = byId('name', HTMLInputElement)
const basisField = byId('basis', HTMLInputElement)
const button = byId('send', HTMLButtonElement)
const problem = byId('problem', HTMLParagraphElement)
const number = new Intl.NumberFormat(data.locale, { maximumFractionDigits: 1 })

const kept = readKept(data.key)
let draft: Draft = kept ?? {
  answers: {},
  name: nameField.value,
  relation: 'owner',
  basis: '',
  signature: null,
  isSent: false,
}
let signAgain = false
let isSending = false

const pad = signOn(byId('pad', HTMLCanvasElement), draft.signature, (signature) => {
  signAgain = false
  change({ signature })
})

function change(part: Partial<Draft>): void {
  draft = { ...draft, ...part }
  keep(data.key, draft)
  show()
}

/** The words above the signature are others now: it has to be given again. */
function changeAbove(part: Partial<Draft>): void {
  if (draft.signature !== null) {
    signAgain = true
    pad.clear()
  }
  change({ ...part, signature: null })
}

function price(rial: number): string {
  return `${number.format(rial / data.rialPerUnit)} ${data.unit}`
}

/** What is still missing, in the order of the page, and where it is. */
function missing(): { readonly say: string; readonly at: string } | null {
  const open = items.find(({ itemNo }) => draft.answers[itemNo] === undefined)
  if (open !== undefined) return { say: words.firstAnswer, at: `[data-item="${open.itemNo}"]` }
  if (draft.name.trim() === '') return { say: words.firstName, at: '#name' }
  if (draft.relation === 'delegate' && draft.basis.trim() === '') return { say: words.firstBasis, at: '#basis' }
  if (draft.signature === null) return { say: words.firstSign, at: '.sign' }
  return isSignature(draft.signature) ? null : { say: words.signShort, at: '.sign' }
}

function show(): void {
  const accepted = items.filter(({ itemNo }) => draft.answers[itemNo] === 'accepted')
  const openCount = items.filter(({ itemNo }) => draft.answers[itemNo] === undefined).length
  const total = price(accepted.reduce((sum, { rial }) => sum + rial, data.capBeforeRial))
  byId('total', HTMLElement).textContent = total
  byId('barLabel', HTMLElement).textContent = openCount === 0 ? words.newTotal : words.totalSoFar
  byId('left', HTMLElement).textContent = openCount === 0 ? words.allAnswered : filled(words.openLeft, { count: number.format(openCount) })
  byId('bar', HTMLOutputElement).classList.toggle('complete', openCount === 0)
  byId('basisField', HTMLLabelElement).hidden = draft.relation !== 'delegate'
  byId('clear', HTMLButtonElement).hidden = draft.signature === null
  byId('padSay', HTMLOutputElement).textContent = padWords()
  for (const item of document.querySelectorAll('[data-item]')) {
    const decision = draft.answers[item.getAttribute('data-item') ?? '']
    item.classList.remove(...decisions)
    if (decision !== undefined) item.classList.add(decision)
  }
  showSum(accepted.length, openCount, total)
  const lacks = missing()
  button.classList.toggle('ready', lacks === null && !isSending)
  button.disabled = isSending
  button.textContent = isSending ? words.sending : (lacks?.say ?? words.send)
}

function padWords(): string {
  if (draft.signature === null) return signAgain ? words.signAgain : words.signHere
  return isSignature(draft.signature) ? '' : words.signShort
}

/** The answer in words, before it is sent. */
function showSum(accepted: number, openCount: number, total: string): void {
  byId('sum', HTMLElement).hidden = openCount > 0
  byId('sumLines', HTMLUListElement).replaceChildren(
    ...items.map(({ itemNo, title }) => {
      const line = document.createElement('li')
      const name = document.createElement('bdi')
      const said = document.createElement('em')
      const decision = draft.answers[itemNo]
      name.textContent = title
      said.textContent = decision === undefined ? '' : words.chosen[decision]
      line.className = decision ?? ''
      line.append(name, said)
      return line
    }),
  )
  byId('sumWords', HTMLParagraphElement).textContent = filled(accepted === 0 ? words.summaryNone : words.summaryAll, {
    accepted: number.format(accepted),
    all: number.format(items.length),
    total,
  })
}

function say(text: string): void {
  problem.textContent = text
  problem.hidden = text === ''
}

/** Sent until the platform has said yes or no: the same answer, however often the line breaks. */
async function send(): Promise<void> {
  if (isSending) return
  isSending = true
  change({ isSent: true })
  const { answers, name, relation, basis, signature } = draft
  const body = {
    snapshotHash: data.snapshotHash,
    textHash: data.textHash,
    answers: items.map(({ itemNo }) => ({ itemNo, decision: answers[itemNo], condition: '' })),
    decidedBy: { name: name.trim(), relation, delegateBasis: relation === 'delegate' ? basis.trim() : null },
    signature,
  }
  for (let tries = 0; ; tries += 1) {
    const sent = await post(`${data.base}/answer`, body)
    if (sent.kind === 'later') {
      say(words[sent.why])
      await untilNextTry(tries)
      continue
    }
    isSending = false
    if (sent.kind === 'done') keep(data.key, null)
    if (sent.kind === 'done' || sent.code === 'linkClosed' || sent.code === 'notFound') {
      location.reload()
      return
    }
    change({ isSent: false })
    say(words.refusals[sent.code] ?? words.failed)
    return
  }
}

function isDecision(value: string): value is Decision {
  return decisions.some((each) => each === value)
}

function isRelation(value: string): value is Relation {
  return relations.some((each) => each === value)
}

form.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return
  const itemNo = /^item-(\d+)$/.exec(target.name)?.[1]
  if (itemNo !== undefined && isDecision(target.value)) changeAbove({ answers: { ...draft.answers, [itemNo]: target.value } })
  else if (isRelation(target.value)) changeAbove({ relation: target.value })
})
nameField.addEventListener('input', () => changeAbove({ name: nameField.value }))
basisField.addEventListener('input', () => changeAbove({ basis: basisField.value }))
byId('clear', HTMLButtonElement).addEventListener('click', () => {
  pad.clear()
  change({ signature: null })
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const lacks = missing()
  if (lacks === null) {
    say('')
    void send()
    return
  }
  say(lacks.say)
  const place = document.querySelector(lacks.at)
  place?.scrollIntoView({ block: 'center' })
  if (place instanceof HTMLInputElement) place.focus()
})

for (const [itemNo, decision] of Object.entries(draft.answers)) {
  const radio = form.querySelector(`input[name="item-${itemNo}"][value="${decision}"]`)
  if (radio instanceof HTMLInputElement) radio.checked = true
}
const relationRadio = form.querySelector(`input[name="relation"][value="${draft.relation}"]`)
if (relationRadio instanceof HTMLInputElement) relationRadio.checked = true
nameField.value = draft.name
basisField.value = draft.basis
openPhotos()
show()
// A messenger that fetches a preview runs no script: only a person's phone says that the request lies open.
void fetch(`${data.base}/opened`, { method: 'POST', keepalive: true }).catch(() => {})
if (draft.isSent && missing() === null) void send()
