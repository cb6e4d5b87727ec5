/** The program's own origin. A scheme of its own keeps the page off file:// and gives it storage and CSP like any web page. */
export const appScheme = 'app'
export const appHost = 'pishkhan'
export const appOrigin = `${appScheme}://${appHost}`
export const firstPageUrl = `${appOrigin}/`

/** Node's URL gives "null" as the origin of schemes it does not know, so scheme and host are compared one by one. */
export function isOwnUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === ''
}
