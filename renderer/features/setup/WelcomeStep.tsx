import { useState } from 'react'
import { client } from '../../client/client.ts'
import { queryClient } from '../../client/queries.ts'
import { languageName, languages } from '../../i18n/languages.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import { setLanguage } from '../../stores/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { Segmented } from '../../ui/RadioGroup.tsx'
import { showToast } from '../../ui/toasts.ts'

/** The language, and whether to begin one's own garage, to join it with another PC, or to look at an invented one. */
export function WelcomeStep({ onBegin, onJoin }: { onBegin: () => void; onJoin: () => void }) {
  const text = useText()
  const language = useLanguage()
  const refusalText = useRefusalText()
  const [isOpening, setOpening] = useState(false)
  const openDemo = async (): Promise<void> => {
    setOpening(true)
    const opened = await client.startDemo().catch(() => null)
    setOpening(false)
    if (opened?.ok === true) void queryClient.invalidateQueries()
    else showToast({ look: 'danger', say: opened === null ? text('setup.welcome.demoFailed') : refusalText(opened.error) })
  }
  return (
    <>
      <Segmented
        label={text('setup.welcome.language')}
        value={language}
        onChange={setLanguage}
        choices={languages.map((id) => ({ id, label: languageName[id] }))}
      />
      <div className="setup-ways">
        <section>
          <p>{text('setup.welcome.ownSay')}</p>
          <Button look="primary" size="lg" onPress={onBegin}>
            {text('setup.welcome.own')}
          </Button>
        </section>
        <section>
          <p>{text('setup.welcome.joinSay')}</p>
          <Button look="plain" size="lg" onPress={onJoin}>
            {text('setup.welcome.join')}
          </Button>
        </section>
        <section>
          <p>{text('setup.welcome.demoSay')}</p>
          <Button look="plain" size="lg" isPending={isOpening} onPress={() => void openDemo()}>
            {text('setup.welcome.demo')}
          </Button>
        </section>
      </div>
    </>
  )
}
