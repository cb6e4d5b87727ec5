/**
 * Sends one value at a time and of those that come meanwhile the newest: the last thing given is the last thing kept, in this
 * order. A call that fails loses nothing that the next one does not hold.
 */
export function keepLatest<Value>(send: (value: Value) => Promise<unknown>): (value: Value) => void {
  let waiting: { readonly value: Value } | null = null
  let isSending = false
  const run = async (): Promise<void> => {
    isSending = true
    while (waiting !== null) {
      const { value } = waiting
      waiting = null
      await send(value).catch(() => null)
    }
    isSending = false
  }
  return (value) => {
    waiting = { value }
    if (!isSending) void run()
  }
}
