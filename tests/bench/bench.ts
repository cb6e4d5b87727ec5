import { parseArgs } from 'node:util'
import { evidenceOf, judged, reportEvidence, told, type EvidenceRow } from '../../electron/care/evidence.ts'
import { consentBench } from './consentBench.ts'
import { queueBench } from './queueBench.ts'
import { startBench } from './startBench.ts'
import { syncBench } from './syncBench.ts'
import { unitOfWorkMs } from './unitOfWork.ts'
import { writeBench } from './writeBench.ts'

/** `npm run bench -- consent queue start sync write --json`: times as medians of repeated runs, beside a peer or a fixed unit of work. */
const benches: Readonly<Record<string, () => readonly EvidenceRow[] | Promise<readonly EvidenceRow[]>>> = {
  consent: consentBench,
  queue: () => queueBench().map((row) => judged({ ...row, against: null, ratio: null }, '<=', row.name === 'queue/order200Ms' ? 5 : 50)),
  start: startBench,
  sync: syncBench,
  write: writeBench,
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
const chosen = positionals.length === 0 ? Object.keys(benches) : positionals
const unknown = chosen.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const unit = unitOfWorkMs()
const rows = [told('unit/sha256Of16MiBMs', unit, 'ms')]
for (const name of chosen) {
  const measured = (await benches[name]?.()) ?? []
  // Where no peer stands beside a time, the unit of work does: so runs on different machines compare.
  rows.push(
    ...measured.map((row) =>
      row.unit === 'ms' && row.against === null ? { ...row, against: 'unit/sha256Of16MiBMs', ratio: row.value / unit } : row,
    ),
  )
}
reportEvidence(evidenceOf(1, rows), values.json ? ['--json'] : [])
