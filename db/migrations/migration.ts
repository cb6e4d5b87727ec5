/**
 * One file each, numbered in tens, applied in order, each atomic with its version number. A migration that has been
 * released is never edited and imports nothing live: it must do in five years what it does today.
 */
export type Migration = { readonly version: number; readonly sql: string }
