import type { ReactNode } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'

export type DataColumn<Item> = {
  readonly id: string
  readonly title: string
  readonly renderCell: (item: Item) => ReactNode
  /** `end` for amounts. */
  readonly align?: 'start' | 'end'
  readonly widthPx?: number
  /** The column that names the row to screen readers; the first one if none is marked. */
  readonly isRowHeader?: boolean
}

export type DataTableProps<Item> = {
  readonly label: string
  readonly columns: readonly DataColumn<Item>[]
  readonly items: readonly Item[]
  readonly itemId: (item: Item) => string
  /** Read aloud for a row whose cells are drawings. */
  readonly itemText?: (item: Item) => string
  /** Enter or a click on a row. */
  readonly onOpen?: (item: Item) => void
  readonly selectedId?: string | null
  readonly differs?: (item: Item) => boolean
  readonly empty: ReactNode
}

/** Rows to move through with the arrows and open with Enter. A table only to be read is plain HTML with the class `tbl`. */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const { label, columns, items, itemId, itemText, onOpen, selectedId = null, differs, empty } = props
  const named = columns.some(({ isRowHeader }) => isRowHeader === true)
  const open = (id: unknown): void => {
    const item = items.find((candidate) => itemId(candidate) === id)
    if (item !== undefined) onOpen?.(item)
  }
  return (
    <Table
      aria-label={label}
      className="tbl"
      {...(onOpen === undefined ? {} : { onRowAction: open })}
      {...(selectedId === null ? {} : { selectionMode: 'single', selectionBehavior: 'replace', selectedKeys: [selectedId] })}
    >
      <TableHeader>
        {columns.map((column, index) => (
          <Column
            key={column.id}
            id={column.id}
            isRowHeader={named ? column.isRowHeader === true : index === 0}
            className={column.align === 'end' ? 'e' : ''}
            {...(column.widthPx === undefined ? {} : { style: { inlineSize: column.widthPx } })}
          >
            {column.title}
          </Column>
        ))}
      </TableHeader>
      <TableBody renderEmptyState={() => <div className="py-4">{empty}</div>}>
        {items.map((item) => (
          <Row
            key={itemId(item)}
            id={itemId(item)}
            {...(itemText === undefined ? {} : { textValue: itemText(item) })}
            className={differs?.(item) === true ? 'differs' : ''}
          >
            {columns.map((column) => (
              <Cell key={column.id} className={column.align === 'end' ? 'e' : ''}>
                {column.renderCell(item)}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
