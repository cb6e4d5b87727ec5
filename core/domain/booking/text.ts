// Controls, which no keyboard types, and the marks of direction that copying from a page or a spreadsheet leaves behind.
const strayCharacters = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu

/** What a person typed, without what nobody typed: fit to be stored, shown and printed. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(strayCharacters, ' ').replace(/ {2,}/g, ' ').trim()
}

/** Enough of a wrong text to recognise it by. */
const mostQuoted = 80

export function quoted(text: string): string {
  const clean = cleanText(text)
  return clean.length <= mostQuoted ? clean : `${clean.slice(0, mostQuoted - 1)}…`.toWellFormed()
}
