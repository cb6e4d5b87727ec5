import { useState } from 'react'
import { client } from '../../../client/client.ts'
import { queryClient } from '../../../client/queries.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { useDeskPerson } from '../../desk/deskPerson.ts'
import { StepProblem } from '../../setup/StepProblem.tsx'
import { useConnectWords } from './refusalWords.ts'

/** Leaving the platform; not while facts of this PC are unsent, since nobody else has them. */
export function SignOutDialog({ waiting, onClose }: { waiting: number; onClose: () => void }) {
  const text = useText()
  const words = useConnectWords()
  const person = useDeskPerson()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const signOut = async (): Promise<void> => {
    if (person === null) return
    setSending(true)
    const left = await client.signOut({ actorId: person.personId }).catch(() => null)
    setSending(false)
    if (left?.ok !== true) {
      setProblem(words(left === null ? { code: 'failed' } : left.error))
      return
    }
    showToast({ look: 'done', say: text('sync.platform.signOutDone') })
    void queryClient.invalidateQueries()
    onClose()
  }
  return (
    <Dialog
      title={text('sync.platform.signOutTitle')}
      isOpen
      alert
      onClose={onClose}
      footer={
        <>
          {waiting === 0 && (
            <Button look="destroy" isPending={isSending} onPress={() => void signOut()}>
              {text('sync.platform.signOutDo')}
            </Button>
          )}
          <Button look="quiet" onPress={onClose}>
            {text(waiting > 0 ? 'common.close' : 'jobActions.keep')}
          </Button>
        </>
      }
    >
      <p className="say">{text('sync.platform.signOutSay')}</p>
      <StepProblem words={waiting > 0 ? text('sync.platform.unsent', { count: waiting }) : problem} />
    </Dialog>
  )
}
