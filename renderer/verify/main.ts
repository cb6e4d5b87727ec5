import './jitless.ts'
import { checkProof, checkProofData } from '../../core/wire/proofCheck/check.ts'
import { drawPage, type PageState } from './page.ts'
import { knowsEd25519, webTools } from './webTools.ts'

/** The verifier's page (docs/verify.html), and at the same time the page that a proof's file is. */

const root = document.getElementById('page')
const own = document.getElementById('proof')?.textContent ?? ''
if (root === null) throw new Error('the page has an element with the id "page"')
const page = root

let state: PageState = { language: 'fa', stage: own === '' ? 'waiting' : 'checking', report: null, fileName: null, knownKey: '' }
/** What is shown, to be checked again when the known key changes. */
let check: ((expectedKey: string | null) => Promise<PageState['report']>) | null = null
/** Counts checks, so that a slow one does not overwrite a later one. */
let latest = 0

function become(change: Partial<PageState>): void {
  state = { ...state, ...change }
  drawPage(page, state, {
    onLanguage: () => become({ language: state.language === 'fa' ? 'en' : 'fa' }),
    onFile: (file) => void openFile(file),
    onKnownKey: (knownKey) => {
      become({ knownKey })
      void run()
    },
  })
}

async function openFile(file: File): Promise<void> {
  become({ stage: 'checking', report: null, fileName: file.name })
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    check = async (expectedKey) => await checkProof(bytes, webTools, { expectedKey })
  } catch {
    become({ stage: 'unreadable' })
    return
  }
  await run()
}

async function run(): Promise<void> {
  if (check === null) return
  const mine = (latest += 1)
  const report = await check(state.knownKey === '' ? null : state.knownKey)
  if (mine !== latest) return
  become({ stage: 'shown', report })
  window.scrollTo(0, 0)
}

document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  const [file] = event.dataTransfer?.files ?? []
  if (file !== undefined) void openFile(file)
})

become({})
if (!(await knowsEd25519())) become({ stage: 'tooOld' })
else if (own !== '') {
  check = async (expectedKey) => await checkProofData(own, webTools, { expectedKey })
  await run()
}
