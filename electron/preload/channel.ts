/** The names that the shell, the preload script and the page share: the message that carries the page's port to the service. */
export const portChannel = 'pishkhan:port'

/** And what was chosen in the shell's menu, by its name. */
export const menuChannel = 'pishkhan:menu'
export const exportProofItem = 'exportProof'
