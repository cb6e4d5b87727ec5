/** The papers of a garage: the thermal roll of 80 mm, of which 72 are printed on, and two sheets. */
export type Paper = 'roll80' | 'a5' | 'a4'
export const sheets: readonly Paper[] = ['a5', 'a4']
export const allPapers: readonly Paper[] = ['roll80', ...sheets]

const pxPerMm = 96 / 25.4
/** The cutter's blade sits above the print head: what is printed last must be past it. */
const rollFeedMm = 6
const rollLeastMm = 60

/** The page rule for a print. A roll's page is as long as what stands on it; CSS has no such word, so it is measured. */
export function pageRule(paper: Paper, contentHeightPx: number): string {
  switch (paper) {
    case 'roll80':
      return `@page { size: 80mm ${Math.max(rollLeastMm, Math.ceil(contentHeightPx / pxPerMm) + rollFeedMm)}mm; margin: 0 }`
    case 'a5':
      return '@page { size: 148mm 210mm; margin: 10mm }'
    case 'a4':
      return '@page { size: 210mm 297mm; margin: 14mm }'
    default:
      return paper satisfies never
  }
}
