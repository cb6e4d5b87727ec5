/**
 * What the service may ask of the shell, which alone can do it in Electron, and how the shell answers. One typed port: both
 * sides read what comes by these functions and drop everything else.
 */
export type ShellAsk = {
  readonly kind: 'shell'
  /** Names the answer. */
  readonly id: number
  readonly ask: 'encrypt' | 'decrypt'
  readonly bytes: Uint8Array
}

export type ShellAnswer =
  | { readonly kind: 'shell'; readonly id: number; readonly ok: true; readonly bytes: Uint8Array; readonly reseal: boolean }
  | { readonly kind: 'shell'; readonly id: number; readonly ok: false; readonly why: 'unavailable' | 'failed' }

/** Far more than a key or its sealed form. */
const mostBytes = 4096

export function readShellAsk(message: unknown): ShellAsk | null {
  if (!isShellMessage(message)) return null
  const { id, ask, bytes } = message
  if (!isId(id) || (ask !== 'encrypt' && ask !== 'decrypt') || !isBytes(bytes)) return null
  return { kind: 'shell', id, ask, bytes }
}

export function readShellAnswer(message: unknown): ShellAnswer | null {
  if (!isShellMessage(message)) return null
  const { id, ok, bytes, reseal, why } = message
  if (!isId(id)) return null
  if (ok === true && isBytes(bytes) && typeof reseal === 'boolean') return { kind: 'shell', id, ok, bytes, reseal }
  return ok === false && (why === 'unavailable' || why === 'failed') ? { kind: 'shell', id, ok, why } : null
}

function isShellMessage(message: unknown): message is Readonly<Partial<Record<string, unknown>>> & { readonly kind: 'shell' } {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'shell'
}

function isId(id: unknown): id is number {
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0
}

function isBytes(bytes: unknown): bytes is Uint8Array {
  return bytes instanceof Uint8Array && fitsShell(bytes)
}

/** Whether the shell would take these bytes; it answers nothing to others. */
export function fitsShell({ length }: Uint8Array): boolean {
  return length > 0 && length <= mostBytes
}
