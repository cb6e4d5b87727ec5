import { usePreferences } from '../stores/preferences.ts'
import type { Theme } from '../stores/readPreferences.ts'

/** Sets the theme on the page, now and at every change. Without the attribute the system decides (styles/tokens.css). */
export function followTheme(root: HTMLElement): void {
  const apply = (theme: Theme): void => {
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
  }
  apply(usePreferences.getState().theme)
  usePreferences.subscribe(({ theme }) => apply(theme))
}
