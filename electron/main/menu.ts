import { Menu, type MenuItemConstructorOptions } from 'electron'
import { shellMenu } from '../../renderer/i18n/shellMenu.ts'

export type MenuLanguage = keyof typeof shellMenu

/** The page names its window in its own language: the menu follows it, and needs no channel for that. */
export function menuLanguage(windowTitle: string): MenuLanguage {
  return /[\u0600-\u06ff]/.test(windowTitle) ? 'fa' : 'en'
}

/**
 * macOS takes copy, paste and quit from the menu bar. Elsewhere the bar stays hidden until Alt is pressed, for the page has
 * its own menus and keys; its shortcuts work all the same.
 */
export function setMenu(platform: NodeJS.Platform, language: MenuLanguage, onExportProof: () => void): void {
  const words = shellMenu[language]
  const exportProof: MenuItemConstructorOptions = {
    id: 'exportProof',
    label: words.exportProof,
    accelerator: 'CmdOrCtrl+Shift+E',
    click: () => onExportProof(),
  }
  const file: MenuItemConstructorOptions = {
    label: words.file,
    submenu: platform === 'darwin' ? [exportProof] : [exportProof, { type: 'separator' }, { role: 'quit', label: words.quit }],
  }
  const menus =
    platform === 'darwin' ? [{ role: 'appMenu' } as const, file, { role: 'editMenu' } as const, { role: 'windowMenu' } as const] : [file]
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus))
}
