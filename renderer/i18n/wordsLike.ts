/** The same keys as the reference, with texts of its own: a missing or a superfluous one is a type error. Empty ones fail a test. */
export type WordsLike<Reference> = {
  readonly [Key in keyof Reference]: Reference[Key] extends string ? string : WordsLike<Reference[Key]>
}
