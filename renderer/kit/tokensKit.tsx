import { rial } from '../../core/basics/rial.ts'
import { Money } from '../ui/Money.tsx'
import { samples } from './samples.ts'

const colours = [
  'canvas',
  'surface',
  'raised',
  'sunken',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'accent-soft',
  'wait',
  'ready',
  'danger',
]

export function ColoursKit() {
  return (
    <div className="grid grid-cols-7 gap-x-3 gap-y-2">
      {colours.map((name) => (
        <span key={name} className="flex items-center gap-2 text-12">
          <i className="size-9 rounded-m border border-line" style={{ background: `var(--${name})` }} />
          <span className="ltr">{name}</span>
        </span>
      ))}
    </div>
  )
}

export function TypeKit() {
  return (
    <div className="flex flex-wrap items-baseline gap-6">
      <b className="text-40">
        <Money rial={rial(69_500_000)} />
      </b>
      <b className="text-28">{samples.cars[0]?.model}</b>
      <b className="text-20">{samples.cars[1]?.model}</b>
      <span className="text-16">{samples.cars[2]?.service}</span>
      <span className="text-14">{samples.cars[3]?.service}</span>
      <span className="text-13">{samples.cars[4]?.service}</span>
      <span className="text-12 text-ink-2">{samples.cars[0]?.service}</span>
    </div>
  )
}
