import { type RefObject, useEffect } from 'react'
import { type Paper, pageRule } from './papers.ts'

/** Sets the size of the printed page while the paper is on the screen, and again whenever its length changes. */
export function usePageRule(paper: Paper, sheet: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = sheet.current
    if (element === null) return undefined
    // A constructed sheet: the content security policy allows no style element.
    const rule = new CSSStyleSheet()
    const write = (): void => rule.replaceSync(pageRule(paper, element.offsetHeight))
    const watch = new ResizeObserver(write)
    write()
    watch.observe(element)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule]
    return () => {
      watch.disconnect()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== rule)
    }
  }, [paper, sheet])
}
