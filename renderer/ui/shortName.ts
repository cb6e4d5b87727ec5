/** Zero-width joiner: keeps the letter in the form it has inside a word where the letter alone would look like another, as ه does. */
const joiner = '\u200d'

/** `سعید کاظمی` as `سعید ک.`. A single word stays as it is; titles are part of the first name (`سید علی`). */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1) ?? ''
  if (words.length < 2) return last
  const [initial = ''] = Array.from(last)
  return `${words.slice(0, -1).join(' ')} ${initial === 'ه' ? initial + joiner : initial}.`
}
