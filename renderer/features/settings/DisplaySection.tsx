import { languageName, languages } from '../../i18n/languages.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import { setLanguage, setTheme, usePreferences } from '../../stores/preferences.ts'
import { themes } from '../../stores/readPreferences.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { SectionHead } from './SectionHead.tsx'

/** How this one screen looks: nobody's right, everybody's taste. */
export function DisplaySection() {
  const text = useText()
  const theme = usePreferences((preferences) => preferences.theme)
  return (
    <div className="settings-form">
      <SectionHead title={text('settings.section.display')} say={text('settings.display.say')} />
      <RadioGroup
        label={text('settings.display.language')}
        hint={text('settings.display.languageHint')}
        value={useLanguage()}
        onChange={setLanguage}
        choices={languages.map((id) => ({ id, label: languageName[id] }))}
      />
      <RadioGroup
        label={text('settings.display.theme')}
        value={theme}
        onChange={setTheme}
        choices={themes.map((id) => ({ id, label: text(`settings.display.themes.${id}`) }))}
      />
    </div>
  )
}
