import { Link, useParams } from 'wouter'
import { Screen } from '../../../app/shell/Shell.tsx'
import type { SyncTask } from '../../../../core/contract/syncViews.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Plate } from '../../../ui/plate/Plate.tsx'
import { ScrollArea } from '../../../ui/ScrollArea.tsx'
import { EmptyState, ErrorState } from '../../../ui/State.tsx'
import { useSyncTasks } from '../syncQueries.ts'
import { TaskDetail } from './TaskDetail.tsx'
import { taskHref, taskKey } from './taskKey.ts'
import { taskVehicle, taskWords } from './taskWords.ts'

/** `#/tasks/:key?`: what was recorded apart and does not go together, one after the other; none of it is settled by itself. */
export function TasksPage() {
  const { key } = useParams<{ key?: string }>()
  const text = useText()
  const { data: tasks, isError, refetch } = useSyncTasks()
  if (isError) {
    return (
      <Screen title={text('sync.tasks.title')} scrolls>
        <div className="p-8">
          <ErrorState title={text('sync.tasks.failed')} say={text('sync.tasks.failedSay')}>
            <Button look="primary" onPress={() => void refetch()}>
              {text('common.retry')}
            </Button>
          </ErrorState>
        </div>
      </Screen>
    )
  }
  if (tasks === undefined) return <main aria-busy="true" aria-label={text('common.loading')} />
  const here = tasks.find((task) => taskKey(task) === key) ?? tasks[0]
  return (
    <Screen title={text('sync.tasks.title')} scrolls={here === undefined}>
      {here === undefined ? (
        <div className="p-8">
          <EmptyState icon="done" title={text('sync.tasks.none')} say={text('sync.tasks.noneSay')}>
            <Link href="/" className="btn">
              {text('errors.toToday')}
            </Link>
          </EmptyState>
        </div>
      ) : (
        <div className="tasks">
          <TaskList tasks={tasks} here={here} />
          <TaskDetail key={taskKey(here)} task={here} />
        </div>
      )}
    </Screen>
  )
}

function TaskList({ tasks, here }: { tasks: readonly SyncTask[]; here: SyncTask }) {
  const text = useText()
  return (
    <ScrollArea className="task-list" label={text('sync.tasks.list')}>
      <h1>{text('sync.tasks.title')}</h1>
      <p className="say">{text('sync.tasks.say')}</p>
      <ul>
        {tasks.map((task) => {
          const vehicle = taskVehicle(task)
          return (
            <li key={taskKey(task)}>
              <Link href={taskHref(task)} aria-current={task === here ? 'true' : undefined}>
                <b>{taskWords(task, text).title}</b>
                {vehicle !== null && (
                  <span>
                    <Plate plate={vehicle.plate} heightPx={22} /> <bdi>{vehicle.model}</bdi>
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </ScrollArea>
  )
}
