/** A field as it was before a burst of keys began in it. */
export type FieldBefore = { readonly restore: () => void }

/** Null for what is no field of text. */
export function fieldBefore(target: EventTarget | null): FieldBefore | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null
  const { value } = target
  return {
    restore: () => {
      if (target.value === value) return
      // React listens for `input` and compares with the value that it wrote itself: the native setter goes around that.
      const prototype = target instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(target, value)
      target.dispatchEvent(new Event('input', { bubbles: true }))
    },
  }
}
