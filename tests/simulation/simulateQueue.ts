import { parseArgs } from 'node:util'
import { evidenceOf, reportEvidence, type EvidenceRow } from '../../electron/care/evidence.ts'
import { loadNames, type LoadName } from './day.ts'
import { figureNames, measure, unitOf, type Figures } from './measure.ts'
import { policyNames, relabelFor, type PolicyName } from './policies.ts'

type Wanted = { readonly wanted: string; readonly ok: boolean; readonly against: string | null; readonly ratio: number | null }

/** What is asked of slot first; of the others nothing is. */
function wantedOf(figures: ReadonlyMap<PolicyName, Figures>, policy: PolicyName, name: keyof Figures): Wanted | null {
  const own = figures.get(policy)
  if (policy !== 'slotFirst' || own === undefined) return null
  if (name === 'passedOverPerDay') return { wanted: '= 0', ok: own.passedOverPerDay === 0, against: null, ratio: null }
  if (name === 'onTimeStarted10Pct') {
    const best = [...figures]
      .filter(([other]) => other !== policy)
      .toSorted(([, a], [, b]) => b.onTimeStarted10Pct - a.onTimeStarted10Pct)[0]
    return best === undefined ? null : beside(own, name, best[0], best[1], '>')
  }
  const strict = figures.get('strictClasses')
  return name === 'noSlotP95WaitMin' && strict !== undefined ? beside(own, name, 'strictClasses', strict, '<=') : null
}

function beside(own: Figures, name: keyof Figures, against: PolicyName, other: Figures, relation: '>' | '<='): Wanted {
  const ok = relation === '>' ? own[name] > other[name] : own[name] <= other[name]
  return { wanted: `${relation} ${other[name]}`, ok, against, ratio: other[name] === 0 ? null : own[name] / other[name] }
}

export function simulateQueue(days: number, seed: number): readonly EvidenceRow[] {
  return loadNames.flatMap((load: LoadName) => {
    const figures = new Map(policyNames.map((policy) => [policy, measure(relabelFor[policy], load, days, seed)]))
    return [...figures].flatMap(([policy, own]) =>
      figureNames.map((name): EvidenceRow => {
        const { wanted, ok, against, ratio } = wantedOf(figures, policy, name) ?? { wanted: null, ok: true, against: null, ratio: null }
        return { name: `${policy}/${load}/${name}`, value: own[name], unit: unitOf[name], against, ratio, wanted, ok }
      }),
    )
  })
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      days: { type: 'string', default: '1500' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  })
  const days = Number(values.days)
  const seed = Number(values.seed)
  if (!Number.isInteger(days) || days < 1 || !Number.isInteger(seed))
    throw new RangeError('--days wants a number from 1 on, --seed a whole number')
  reportEvidence(evidenceOf(seed, simulateQueue(days, seed)), process.argv)
}
