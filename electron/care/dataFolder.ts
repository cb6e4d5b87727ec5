import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the garage's data lives: the folder that Electron's window uses too, so that both doors lead to one garage. */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Pishkhan')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Pishkhan')
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Pishkhan')
}
