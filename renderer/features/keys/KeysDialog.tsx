import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { showKeys, useKeysDialog } from './keysDialog.ts'

const groups = [
  {
    title: 'groupMove',
    keys: [
      [['↑', '↓'], 'move'],
      [['←', '→'], 'moveLanes'],
      [['/', 'Ctrl K'], 'search'],
      [['0-9'], 'digits'],
      [['R'], 'requests'],
    ],
  },
  {
    title: 'groupDo',
    keys: [
      [['↵'], 'next'],
      [['N'], 'newVisit'],
      [['I'], 'checkIn'],
      [['S'], 'startNext'],
      [['C'], 'consentLong'],
      [['P'], 'partLong'],
      [['W'], 'pause'],
      [['F'], 'finish'],
      [['H'], 'handOverLong'],
      [['1-4'], 'methods'],
      [['M'], 'menu'],
    ],
  },
  {
    title: 'groupRest',
    keys: [
      [['Z', 'Ctrl Z'], 'undo'],
      [['Esc'], 'close'],
      [['?'], 'all'],
    ],
  },
] as const

/** Every key of the program, by what it is for. */
export function KeysDialog() {
  const text = useText()
  const isOpen = useKeysDialog((dialog) => dialog.isOpen)
  return (
    <Dialog
      title={text('keys.title')}
      isOpen={isOpen}
      onClose={() => showKeys(false)}
      wide
      footer={
        <Button look="primary" onPress={() => showKeys(false)}>
          {text('common.close')}
        </Button>
      }
    >
      <div className="key-groups">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{text(`keys.${group.title}`)}</h3>
            <dl>
              {group.keys.map(([pressed, label]) => (
                <div key={label}>
                  <dt>
                    {pressed.map((key) => (
                      <Kbd key={key} keys={key} spoken />
                    ))}
                  </dt>
                  <dd>{text(`keys.${label}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
