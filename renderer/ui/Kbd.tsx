/** A key to press, drawn as a key. On a button its `aria-keyshortcuts` says it, so here it is silent unless `spoken`. */
export function Kbd({ keys, spoken = false }: { keys: string; spoken?: boolean }) {
  return (
    <kbd className="kbd" aria-hidden={!spoken}>
      {keys}
    </kbd>
  )
}
