import { useState } from 'react'
import { parseWholeNumber } from '../../../../core/persian/digits.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { portBounds } from './networkDraft.ts'

type PortFieldProps = {
  readonly value: number | null
  readonly onChange: (port: number | null) => void
  readonly error: string | null
  readonly isDisabled: boolean
}

/** A port is a name made of digits: not grouped in thousands as a number is. */
export function PortField({ value, onChange, error, isDisabled }: PortFieldProps) {
  const text = useText()
  const format = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  const type = (next: string): void => {
    const read = parseWholeNumber(next)
    const isPort = read.ok && read.value >= portBounds.least && read.value <= portBounds.most
    setTyped(next)
    onChange(isPort ? read.value : null)
  }
  return (
    <TextField
      className="port"
      label={text('sync.network.port')}
      ltr
      inputMode="numeric"
      value={value === null ? (typed ?? '') : format.digits(value)}
      onChange={type}
      error={
        value === null
          ? text('sync.network.portBounds', { least: format.digits(portBounds.least), most: format.digits(portBounds.most) })
          : error
      }
      isDisabled={isDisabled}
    />
  )
}
