import { assertNever } from '../../../core/basics/assertNever.ts'
import type { Condition } from '../../../core/domain/consent/types.ts'
import type { MaterialSpec } from '../../../core/domain/materials/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import type { PartLine } from './partLines.ts'

/** Below a line's name: what it has to be, and how much of it is logged; or why it is not to be touched. */
export function LineDetail({ line }: { line: PartLine }) {
  const text = useText()
  const format = useFormat()
  const { state, used, agreed, spec, condition } = line
  switch (state) {
    case 'agreed':
      return (
        <>
          {spec === null ? text('mechanic.workOnly') : <SpecWords spec={spec} condition={condition} />}
          {spec !== null && used.milli > 0 && used.milli < agreed.milli && (
            <span className="dotsep">{text('mechanic.partly', { used: format.quantity(used), all: format.quantity(agreed) })}</span>
          )}
        </>
      )
    case 'refused':
    case 'later':
    case 'withdrawn':
    case 'leftOut':
    case 'pending':
      return text(`mechanic.notToDo.${state}`)
    default:
      return assertNever(state)
  }
}

/** Brand, grade and part number as far as they are set; codes keep their direction and stand as they do on the packet. */
export function SpecWords({ spec, condition = null }: { spec: MaterialSpec; condition?: Condition | null }) {
  const text = useText()
  const parts = [spec.brand, spec.grade, spec.partNo].map((part) => part ?? '').filter((part) => part !== '')
  const words = [...parts, ...(condition === null ? [] : [text(`domain.condition.${condition}`)])]
  if (words.length === 0) return <>{text('mechanic.anyBrand')}</>
  return (
    <>
      {words.map((word, index) => (
        <span key={word}>
          {index > 0 && text('common.comma')}
          <bdi>{word}</bdi>
        </span>
      ))}
    </>
  )
}
