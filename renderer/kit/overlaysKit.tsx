import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Popover } from '../ui/Popover.tsx'
import { Bar, Progress } from '../ui/Progress.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/toasts.ts'
import type { KitWords } from './words.ts'

const nothing = (): void => {}

export function OverlaysKit({ words }: { words: KitWords }) {
  const [tab, setTab] = useState<'job' | 'photos' | 'payments'>('job')
  return (
    <div className="grid grid-cols-3 items-start gap-8">
      <Tabs
        label={words.job}
        value={tab}
        onChange={setTab}
        items={[
          { id: 'job', label: words.job, content: <p className="text-13 text-ink-2">{words.jobSay}</p> },
          { id: 'photos', label: words.photos, count: 4, content: null },
          { id: 'payments', label: words.payments, content: null },
        ]}
      />
      <div className="flex flex-col gap-3">
        <Bar share={0.93} />
        <Bar share={0.62} look="held" />
        <Bar share={1} look="over" />
        <p className="text-12 text-ink-2">{words.minutesOf}</p>
        <Progress label={words.readingJobs} share={0.62} onCancel={nothing} />
        <Progress label={words.recording} share={null} />
      </div>
      <div className="flex gap-2.5">
        <Menu
          label={words.openMenu}
          trigger={<Button>{words.openMenu}</Button>}
          groups={[
            [
              { id: 'consent', label: words.askConsent, icon: 'pencil', kbd: 'C', onAction: nothing },
              { id: 'part', label: words.logPart, icon: 'box', kbd: 'P', onAction: nothing },
              { id: 'pause', label: words.pauseWithReason, icon: 'pause', onAction: nothing },
            ],
            [
              { id: 'override', label: words.outOfTurn, icon: 'flag', onAction: nothing },
              { id: 'out', label: words.takeOut, icon: 'forbidden', danger: true, onAction: nothing },
            ],
          ]}
        />
        <Popover label={words.openPopover} trigger={<Button look="quiet">{words.openPopover}</Button>}>
          <p className="text-13">{words.popoverSay}</p>
        </Popover>
      </div>
    </div>
  )
}

export function DialogsKit({ words }: { words: KitWords }) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <div className="flex flex-wrap gap-2.5">
      <Button onPress={() => setOpen(true)}>{words.openDialog}</Button>
      <Dialog
        title={words.dialogTitle}
        isOpen={isOpen}
        onClose={close}
        footer={
          <>
            <Button look="primary" onPress={close}>
              {words.startOutOfTurn}
            </Button>
            <Button look="quiet" onPress={close}>
              {words.keepOrder}
            </Button>
          </>
        }
      >
        <p className="say">{words.dialogSay}</p>
        <TextField label={words.reason} defaultValue={words.reasonGiven} />
      </Dialog>
      <Button
        onPress={() =>
          showToast({ look: 'done', say: words.toastDoneSay, action: { label: text('common.undo'), kbd: 'Ctrl Z', onAction: () => {} } })
        }
      >
        {words.toastDone}
      </Button>
      <Button
        onPress={() => showToast({ look: 'news', say: words.toastNewsSay, action: { label: text('common.show'), onAction: () => {} } })}
      >
        {words.toastNews}
      </Button>
      <Button
        onPress={() =>
          showToast({ look: 'danger', say: words.toastDangerSay, action: { label: text('common.retry'), onAction: () => {} } })
        }
      >
        {words.toastDanger}
      </Button>
    </div>
  )
}
