import { type Language, languageName, languages } from '../../i18n/languages.ts'
import { Segmented } from '../../ui/RadioGroup.tsx'

const choices = languages.map((id) => ({ id, label: languageName[id] }))

/** Each language by its own name. */
export function LanguageSwitch({ label, value, onChange }: { label: string; value: Language; onChange: (language: Language) => void }) {
  return <Segmented label={label} choices={choices} value={value} onChange={onChange} />
}
