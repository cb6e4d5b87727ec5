import { onTestFinished } from 'vitest'
import type { CommandId, PersonId } from '../../core/basics/ids.ts'
import { utcMs, type UtcMs } from '../../core/basics/instant.ts'
import type { CommandInput } from '../../core/contract/contract.ts'
import type { Clock } from '../../electron/service/clock.ts'
import { newId } from '../../electron/service/ids.ts'
import { openService, type Service } from '../../electron/service/service.ts'
import { at } from './garage.ts'
import { setupInput } from './setupInput.ts'
import { temporaryFolder } from './temporary.ts'

/** What a screen may ask for. */
export type Command = CommandInput['command']

/** A wall clock that a test sets, and a monotonic one that it moves on apart from it. */
export type TestClock = Clock & { readonly set: (now: UtcMs) => void; readonly pass: (ms: number) => void }

export function testClock(start: UtcMs = at('09:00')): TestClock {
  let wall = start
  let monotonic = 0
  return {
    wallUtcMs: () => wall,
    monotonicMs: () => monotonic,
    set: (now) => {
      wall = now
    },
    pass: (ms) => {
      wall = utcMs(wall + ms)
      monotonic += ms
    },
  }
}

export type Opened = { readonly service: Service; readonly clock: TestClock; readonly dataFolder: string }

export function openTestService(dataFolder = temporaryFolder(), clock = testClock()): Opened {
  const opened = openService({ dataFolder, clock, programVersion: 'test', demoAtUtcMs: null })
  if (!opened.ok) throw new Error(opened.error.code)
  onTestFinished(() => opened.value.stop())
  return { service: opened.value, clock, dataFolder }
}

/** A service with the garage of the tests, and who acts in it. */
export function openTestGarage(opened: Opened = openTestService()) {
  const { service, clock } = opened
  const made = service.setUp(setupInput)
  if (!made.ok) throw new Error(made.error.code)
  return { ...opened, ...actIn(service, clock) }
}

export function actIn(service: Service, clock: Clock) {
  const named = (name: string) =>
    service.garage()?.people.find((person) => person.name === name)?.personId ?? newId<PersonId>(clock.wallUtcMs())
  const input = (command: Command, actor = 'لیلا مرادی'): CommandInput => ({
    commandId: newId<CommandId>(clock.wallUtcMs()),
    actorId: named(actor),
    command,
  })
  return { input, act: (command: Command, actor?: string) => service.command(input(command, actor)), named }
}
