const storageKey = 'pishkhan.key'
const inAddress = /^#key=([\w-]+)$/

/**
 * The key of the browser's door (electron/gateway/secret.ts). The address that opens the program hands it over once, in the
 * fragment, which no server sees; it is taken out of the address and kept in the storage of this origin, port included, so
 * that reloads and further tabs have it, and a server on another port has not. To be called before the router reads the
 * address.
 */
export function takePageKey(page: Window): void {
  const [, key] = inAddress.exec(page.location.hash) ?? []
  if (key === undefined) return
  page.localStorage.setItem(storageKey, key)
  page.history.replaceState(null, '', page.location.pathname)
}

/** As another tab may have been handed a newer one meanwhile. Empty in a tab that was never let in. */
export function pageKey(page: Window): string {
  return page.localStorage.getItem(storageKey) ?? ''
}
