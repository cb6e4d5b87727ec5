import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { useFormat } from '../i18n/format.ts'

export type TabItem<Id extends string> = { readonly id: Id; readonly label: string; readonly count?: number; readonly content: ReactNode }

export type TabsProps<Id extends string> = {
  readonly label: string
  readonly items: readonly TabItem<Id>[]
  readonly value: Id
  readonly onChange: (id: Id) => void
}

export function Tabs<Id extends string>({ label, items, value, onChange }: TabsProps<Id>) {
  const format = useFormat()
  return (
    <AriaTabs
      className="tabs"
      selectedKey={value}
      onSelectionChange={(key) => {
        const item = items.find(({ id }) => id === key)
        if (item !== undefined) onChange(item.id)
      }}
    >
      <TabList aria-label={label}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id}>
            {item.label}
            {item.count !== undefined && (
              <>
                {' '}
                <span className="n">{format.number(item.count)}</span>
              </>
            )}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
