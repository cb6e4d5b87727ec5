import { Menu } from 'electron'

/** macOS takes copy, paste and quit from the menu bar; elsewhere the page has its own menus and keys. */
export function setMenu(platform: NodeJS.Platform): void {
  const menu = platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null
  Menu.setApplicationMenu(menu)
}
