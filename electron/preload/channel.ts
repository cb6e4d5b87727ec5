/** The one name the shell, the preload script and the page share: the message that carries the page's port to the service. */
export const portChannel = 'pishkhan:port'
