import type { ReactNode } from 'react'
import { assertNever } from '../../../core/basics/assertNever.ts'
import type { Material } from '../../../core/domain/materials/types.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { AmountStep } from './AmountStep.tsx'
import { emptyHand, type EntryStep, handOfPlatform } from './entryStep.ts'
import { fittingLine } from './fitting.ts'
import { HandStep } from './HandStep.tsx'
import { MaterialSearch } from './MaterialSearch.tsx'
import { MismatchStep } from './MismatchStep.tsx'
import type { PartLine } from './partLines.ts'
import type { PartEntry } from './usePartEntry.ts'

type EntryBodyProps = {
  readonly entry: PartEntry
  readonly step: EntryStep
  readonly lines: readonly PartLine[]
  readonly onFinding: (title: string) => void
  /** Below the search while nothing is typed. */
  readonly children?: ReactNode
}

/** What a window shows that logs a part: the search, then what the chosen part still needs. */
export function EntryBody({ entry, step, lines, onFinding, children }: EntryBodyProps) {
  const text = useText()
  const isWanted = (material: Material): boolean => fittingLine(lines, material) !== null
  const byHand = (kind = '', barcode: string | null = null): void => entry.go({ kind: 'hand', draft: { ...emptyHand, kind, barcode } })
  switch (step.kind) {
    case 'find':
      return (
        <>
          <MaterialSearch
            label={text('mechanic.entry.search')}
            labelHidden
            placeholder={text('mechanic.entry.searchHint')}
            onPick={(material) => entry.go({ kind: 'amount', material, source: 'catalogue' })}
            onPlatformPart={(part) => entry.go({ kind: 'hand', draft: handOfPlatform(part) })}
            isFirst={isWanted}
            renderEnd={(material) =>
              isWanted(material) && (
                <span className="fits">
                  <Icon name="check" size="s" />
                  {text('mechanic.entry.fits')}
                </span>
              )
            }
            renderNothing={(typed) => (
              <span className="nothing-found">
                {text('mechanic.entry.notInCatalogue', { typed })}
                <Button look="plain" icon="pencil" onPress={() => byHand(typed)}>
                  {text('mechanic.entry.byHand')}
                </Button>
              </span>
            )}
          >
            {children}
          </MaterialSearch>
          <p className="entry-ways">
            <Icon name="scan" size="m" />
            <span>{text('mechanic.entry.scannerSay')}</span>
            <Button look="quiet" icon="pencil" onPress={() => byHand()}>
              {text('mechanic.entry.byHand')}
            </Button>
          </p>
        </>
      )
    case 'amount':
      return <AmountStep entry={entry} step={step} lines={lines} />
    case 'hand':
      return <HandStep entry={entry} draft={step.draft} lines={lines} />
    case 'unknown':
      return (
        <>
          <p className="say">{text('mechanic.entry.unknownSay', { code: step.code })}</p>
          <footer>
            <Button look="primary" icon="search" onPress={() => entry.go({ kind: 'find' })}>
              {text('mechanic.entry.searchInstead')}
            </Button>
            <Button icon="pencil" onPress={() => byHand('', step.code)}>
              {text('mechanic.entry.byHand')}
            </Button>
          </footer>
        </>
      )
    case 'mismatch':
      return <MismatchStep step={step} onRight={() => entry.go(step.back)} onFinding={onFinding} />
    default:
      return assertNever(step)
  }
}
