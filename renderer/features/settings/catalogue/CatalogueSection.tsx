import { useState } from 'react'
import type { Material } from '../../../../core/domain/materials/types.ts'
import { shortMostChars } from '../../../../core/wire/bounds.ts'
import { useMaterials } from '../../../client/queries.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Money } from '../../../ui/Money.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { EmptyState } from '../../../ui/State.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { ActiveChip } from '../ActiveChip.tsx'
import { SectionHead } from '../SectionHead.tsx'
import type { SectionProps } from '../section.ts'
import { MaterialDialog } from './MaterialDialog.tsx'

/** The most that the service gives at once (core/contract/contract.ts, materials), and how many of them are drawn. */
const readMost = 200
const pageSize = 40

/** The parts that the garage keeps or buys often: thousands may be in it, so the service searches and a page of them is drawn. */
export function CatalogueSection({ isReadOnly }: SectionProps) {
  const text = useText()
  const format = useFormat()
  const [edited, edit] = useState<Material | 'new' | null>(null)
  const [typed, setTyped] = useState('')
  const [alsoInactive, setAlsoInactive] = useState(false)
  const [page, turnTo] = useState(0)
  const { data: materials } = useMaterials(typed.trim(), readMost, alsoInactive)
  const search = (next: string): void => {
    setTyped(next)
    turnTo(0)
  }
  if (materials === undefined) return <div aria-busy="true" />
  const shown = materials.slice(page * pageSize, (page + 1) * pageSize)
  return (
    <>
      <SectionHead title={text('settings.section.materials')} say={text('catalogue.say')}>
        {!isReadOnly && (
          <Button look="primary" icon="add" onPress={() => edit('new')}>
            {text('catalogue.add')}
          </Button>
        )}
      </SectionHead>
      <div className="catalogue-find">
        <TextField
          label={text('catalogue.search')}
          labelHidden
          placeholder={text('catalogue.search')}
          value={typed}
          onChange={search}
          maxLength={shortMostChars}
          suffix={<Icon name="search" size="m" />}
        />
        <Checkbox
          isSelected={alsoInactive}
          onChange={(next) => {
            setAlsoInactive(next)
            turnTo(0)
          }}
        >
          {text('catalogue.showInactive')}
        </Checkbox>
        {materials.length === readMost && <p>{text('catalogue.many', { count: readMost })}</p>}
      </div>
      <DataTable
        label={text('settings.section.materials')}
        items={shown}
        itemId={({ materialId }) => materialId}
        itemText={({ kind }) => kind}
        {...(isReadOnly ? {} : { onOpen: edit })}
        empty={
          typed === '' ? (
            <EmptyState icon="box" title={text('catalogue.empty')} say={text('catalogue.emptySay')} />
          ) : (
            text('common.nothingFound')
          )
        }
        columns={[
          { id: 'kind', title: text('catalogue.part'), isRowHeader: true, renderCell: ({ kind }) => <b>{kind}</b> },
          { id: 'brand', title: text('catalogue.brand'), widthPx: 120, renderCell: ({ brand }) => brand },
          { id: 'grade', title: text('catalogue.grade'), widthPx: 96, renderCell: ({ grade }) => <Code code={grade} /> },
          { id: 'partNo', title: text('catalogue.partNo'), widthPx: 128, renderCell: ({ partNo }) => <Code code={partNo} /> },
          { id: 'barcode', title: text('catalogue.barcode'), widthPx: 136, renderCell: ({ barcode }) => <Code code={barcode} quiet /> },
          { id: 'unit', title: text('catalogue.unit'), widthPx: 72, renderCell: ({ unit }) => text(`domain.unit.${unit}`) },
          {
            id: 'price',
            title: text('catalogue.priceIn', { unit: text(`common.${format.moneyUnit}`) }),
            align: 'end',
            widthPx: 128,
            renderCell: ({ unitPriceRial }) =>
              unitPriceRial === 0 ? <span className="quiet">{text('settings.services.noPrice')}</span> : <Money rial={unitPriceRial} />,
          },
          ...(alsoInactive
            ? [
                {
                  id: 'state',
                  title: text('settings.state'),
                  widthPx: 120,
                  renderCell: ({ active }: Material) => <ActiveChip active={active} />,
                },
              ]
            : []),
        ]}
      />
      {materials.length > pageSize && <Pager page={page} pageSize={pageSize} total={materials.length} onPage={turnTo} />}
      {edited !== null && <MaterialDialog material={edited === 'new' ? null : edited} onClose={() => edit(null)} />}
    </>
  )
}

/** As it stands on the packet: left to right, with its own digits. */
function Code({ code, quiet = false }: { code: string | null; quiet?: boolean }) {
  return code === null ? null : <bdi className={quiet ? 'quiet' : ''}>{code}</bdi>
}
