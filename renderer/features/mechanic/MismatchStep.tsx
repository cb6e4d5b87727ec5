import { assertNever } from '../../../core/basics/assertNever.ts'
import type { Mismatch } from '../../../core/domain/materials/refusals.ts'
import { specText } from '../../i18n/mismatchText.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { EntryStep } from './entryStep.ts'

type MismatchStepProps = {
  readonly step: Extract<EntryStep, { kind: 'mismatch' }>
  readonly onRight: () => void
  readonly onFinding: (title: string) => void
}

/** Why a part was not logged, field by field, and the two ways out. Neither is nearer than the other: what is right depends on the car. */
export function MismatchStep({ step, onRight, onFinding }: MismatchStepProps) {
  const text = useText()
  const format = useFormat()
  const { part, nearest } = step
  return (
    <>
      <p className="mismatch-say">
        <Icon name="warning" size="m" />
        {nearest === null
          ? text('mechanic.mismatch.nobodyAsked', { part: part.kind })
          : text('mechanic.mismatch.say', { line: nearest.title })}
      </p>
      {nearest !== null && (
        <table className="tbl mismatch">
          <thead>
            <tr>
              <th scope="col">{text('mechanic.mismatch.field')}</th>
              <th scope="col">{text('mechanic.mismatch.wanted')}</th>
              <th scope="col">{text('mechanic.mismatch.given')}</th>
            </tr>
          </thead>
          <tbody>
            {nearest.mismatches.map((mismatch) => {
              const { field, wanted, given } = words(mismatch, text, format)
              return (
                <tr key={mismatch.field}>
                  <th scope="row">{field}</th>
                  <td>
                    <bdi>{wanted}</bdi>
                  </td>
                  <td className="given">
                    <span>
                      <Icon name="cross" size="s" />
                      <bdi>{given}</bdi>
                    </span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <div className="two-ways">
        <div>
          <Button icon="box" onPress={onRight}>
            {text('mechanic.mismatch.right')}
          </Button>
          <p>{text('mechanic.mismatch.rightSay')}</p>
        </div>
        <div>
          <Button icon="flag" onPress={() => onFinding(specText(part, text))}>
            {text('mechanic.mismatch.finding')}
          </Button>
          <p>{text('mechanic.mismatch.findingSay')}</p>
        </div>
      </div>
    </>
  )
}

function words(
  mismatch: Mismatch,
  text: Text,
  format: Format,
): { readonly field: string; readonly wanted: string; readonly given: string } {
  switch (mismatch.field) {
    case 'kind':
    case 'brand':
    case 'grade':
    case 'partNo':
      return {
        field: mismatch.field === 'kind' ? text('catalogue.part') : text(`catalogue.${mismatch.field}`),
        wanted: mismatch.wanted,
        given: mismatch.given === '' ? text('domain.notGiven') : mismatch.given,
      }
    case 'unit':
      return {
        field: text('mechanic.entry.unit'),
        wanted: text(`domain.unit.${mismatch.wanted}`),
        given: text(`domain.unit.${mismatch.given}`),
      }
    case 'quantity':
      return {
        field: text('mechanic.entry.quantity'),
        wanted:
          mismatch.left.milli === 0
            ? text('mechanic.mismatch.noneLeft')
            : text('mechanic.entry.left', { quantity: format.quantity(mismatch.left) }),
        given: format.quantity(mismatch.given),
      }
    default:
      return assertNever(mismatch)
  }
}
