import { type ReactNode, useState } from 'react'
import { languageName, languages } from '../i18n/languages.ts'
import { useLanguage } from '../i18n/text.ts'
import { kit as kitEn } from '../i18n/kit/en.ts'
import { kit as kitFa } from '../i18n/kit/fa.ts'
import { setLanguage, setTheme, usePreferences } from '../stores/preferences.ts'
import { type Theme, themes } from '../stores/readPreferences.ts'
import { Segmented } from '../ui/RadioGroup.tsx'
import { ButtonsKit, ChipsKit } from './basicsKit.tsx'
import { DialogsKit, OverlaysKit } from './overlaysKit.tsx'
import { FieldsKit } from './fieldsKit.tsx'
import { PlatesKit } from './platesKit.tsx'
import { ShellKit } from './shellKit.tsx'
import { StatesKit, TableKit, TimelineKit } from './statesKit.tsx'
import { ColoursKit, TypeKit } from './tokensKit.tsx'
import type { KitWords } from './words.ts'

/** Every part in every state, to be looked at and measured: `#/kit`. */
export function KitPage() {
  const words: KitWords = useLanguage() === 'fa' ? kitFa : kitEn
  const theme = usePreferences((preferences) => preferences.theme)
  const language = useLanguage()
  const [shown] = useState(() => sections(words))
  return (
    <main>
      <header className="flex flex-wrap items-baseline gap-5 px-8 pt-6 pb-4">
        <h1 className="text-20">{words.title}</h1>
        <p className="flex-1 text-ink-2">{words.say}</p>
        <Segmented<Theme> label={words.theme} value={theme} onChange={setTheme} choices={themes.map((id) => ({ id, label: words[id] }))} />
        <Segmented
          label={words.language}
          value={language}
          onChange={setLanguage}
          choices={languages.map((id) => ({ id, label: languageName[id] }))}
        />
      </header>
      {shown.map(({ title, say, content }) => (
        <section key={title} className="grid grid-cols-[216px_minmax(0,1fr)] border-t border-line px-8 py-5">
          <header className="pe-8">
            <h2 className="text-14">{title}</h2>
            <p className="text-12 text-ink-2">{say}</p>
          </header>
          <div className="flex flex-col gap-4">{content}</div>
        </section>
      ))}
    </main>
  )
}

function sections(words: KitWords): readonly { readonly title: string; readonly say: string; readonly content: ReactNode }[] {
  return [
    { title: words.colours, say: words.coloursSay, content: <ColoursKit /> },
    { title: words.type, say: words.typeSay, content: <TypeKit /> },
    { title: words.buttons, say: words.buttonsSay, content: <ButtonsKit words={words} /> },
    { title: words.chips, say: words.chipsSay, content: <ChipsKit words={words} /> },
    { title: words.shell, say: words.shellSay, content: <ShellKit words={words} /> },
    { title: words.plates, say: words.platesSay, content: <PlatesKit /> },
    { title: words.fields, say: words.fieldsSay, content: <FieldsKit words={words} /> },
    { title: words.overlays, say: words.overlaysSay, content: <OverlaysKit words={words} /> },
    { title: words.dialogs, say: words.dialogsSay, content: <DialogsKit words={words} /> },
    { title: words.table, say: words.tableSay, content: <TableKit words={words} /> },
    { title: words.timeline, say: words.timelineSay, content: <TimelineKit words={words} /> },
    { title: words.states, say: words.statesSay, content: <StatesKit words={words} /> },
  ]
}
