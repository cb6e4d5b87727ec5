import { assertNever } from '../../core/basics/assertNever.ts'
import type { ProofReport } from '../../core/wire/proofCheck/check.ts'
import { direction, type Language } from '../i18n/languages.ts'
import { type Child, h } from './dom.ts'
import { carSection } from './record/car.ts'
import { consentsSection } from './record/consent.ts'
import { findingsSection, historySection, technicalSection } from './record/history.ts'
import { moneySection } from './record/money.ts'
import { requestSection } from './record/request.ts'
import { section } from './record/view.ts'
import { sayIn, type Say } from './say.ts'
import { verdictCard } from './verdict.ts'

/** Everything that the page shows follows from this. */
export type PageState = {
  readonly language: Language
  /** `own`: this file holds a proof and shows itself. `waiting`: nothing was given yet. */
  readonly stage: 'waiting' | 'checking' | 'tooOld' | 'unreadable' | 'shown'
  readonly report: ProofReport | null
  readonly fileName: string | null
  readonly knownKey: string
}

export type PageActs = {
  readonly onLanguage: () => void
  readonly onFile: (file: File) => void
  readonly onKnownKey: (key: string) => void
}

export function isKeyText(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

export function drawPage(root: HTMLElement, state: PageState, acts: PageActs): void {
  const { report, language } = state
  const say = sayIn(language, report?.data?.garage)
  const title = report?.job == null ? say.verify.title : say.fill(say.verify.proofTitle, { jobNo: say.digits(report.job.jobNo) })
  document.documentElement.lang = language
  document.documentElement.dir = direction[language]
  document.title = title
  root.replaceChildren(
    h(
      'header',
      { class: 'top' },
      h('h1', {}, title),
      state.fileName === null ? null : h('bdi', { class: 'quiet' }, state.fileName),
      languageButton(say, acts),
    ),
    h('div', { class: 'body' }, bodyOf(state, say, acts)),
  )
}

function bodyOf(state: PageState, say: Say, acts: PageActs): Child {
  const { verify } = say
  const { report } = state
  switch (state.stage) {
    case 'waiting':
      return [dropCard(state, say, acts), meansSection(say)]
    case 'checking':
      return h('p', { class: 'busy', role: 'status' }, verify.checking)
    case 'tooOld':
      return h('section', { class: 'verdict fails', role: 'alert' }, h('p', {}, verify.browserTooOld))
    case 'unreadable':
      return [h('section', { class: 'verdict fails', role: 'alert' }, h('p', {}, verify.unreadable)), dropCard(state, say, acts)]
    case 'shown':
      return report === null
        ? null
        : [
            verdictCard(report, state.knownKey === '' ? null : state.knownKey, say),
            record(report, say),
            dropCard(state, say, acts),
            meansSection(say),
          ]
    default:
      return assertNever(state.stage)
  }
}

function record({ data, job }: ProofReport, say: Say): Child {
  if (data === null) return null
  if (job === null) return technicalSection({ data, say })
  const view = { data, job, say }
  return [
    carSection(view),
    requestSection(view),
    consentsSection(view),
    findingsSection(view),
    moneySection(view),
    historySection(view),
    technicalSection(view),
  ]
}

function dropCard({ stage, knownKey }: PageState, say: Say, { onFile, onKnownKey }: PageActs): HTMLElement {
  const { verify } = say
  const input = h('input', { type: 'file', accept: '.html,text/html', id: 'file' })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file !== undefined) onFile(file)
  })
  const key = h('input', { type: 'text', id: 'key', dir: 'ltr', maxlength: '80', spellcheck: 'false', autocomplete: 'off' })
  key.value = knownKey
  const wrong = h('span', { class: 'warn', role: 'status' })
  key.addEventListener('change', () => {
    const typed = key.value.replaceAll(/\s/g, '').toLowerCase()
    wrong.textContent = typed === '' || isKeyText(typed) ? '' : verify.knownKeyWrong
    if (typed === '' || isKeyText(typed)) onKnownKey(typed)
  })
  return h(
    'section',
    { class: 'drop' },
    stage === 'waiting' ? h('p', {}, verify.intro) : null,
    h('label', { for: 'file', class: stage === 'waiting' ? 'btn primary' : 'btn' }, stage === 'waiting' ? verify.choose : verify.another),
    input,
    h('span', { class: 'quiet' }, verify.orDrop),
    h(
      'label',
      { for: 'key', class: 'field' },
      h('span', {}, verify.knownKey),
      key,
      wrong,
      h('small', { class: 'quiet' }, verify.knownKeyNote),
    ),
  )
}

function meansSection({ verify }: Say): HTMLElement {
  return section(
    verify.means,
    h(
      'ul',
      { class: 'means' },
      Object.values(verify.meansList).map((line) => h('li', {}, line)),
    ),
  )
}

function languageButton({ verify, language }: Say, { onLanguage }: PageActs): HTMLElement {
  const button = h('button', { type: 'button', class: 'btn quiet-btn', lang: language === 'fa' ? 'en' : 'fa' }, verify.otherLanguage)
  button.addEventListener('click', onLanguage)
  return button
}
