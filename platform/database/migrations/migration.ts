/** How the tables are laid out. A table that is partitioned is split by hash of the garage; a distributing PostgreSQL does the same over machines. */
export type Layout = {
  /** Partitions of each table; null for plain tables. */
  readonly partitions: number | null
}

export type Migration = {
  /** Ten above the one before; its number is the version of the database that it leaves behind. */
  readonly version: number
  /** The statements, in order. SQL and nothing live: in five years it does what it does today. */
  readonly statements: (layout: Layout) => readonly string[]
}

/**
 * A table whose rows belong to a garage: `garage` is its first column and part of every key of it, so that no statement
 * needs more than one partition, and no constraint spans two.
 */
export function garageTable({ partitions }: Layout, name: string, columns: string): readonly string[] {
  const table = `CREATE TABLE ${name} (\n  garage uuid NOT NULL,\n${columns}\n)`
  if (partitions === null) return [table]
  const parts = Array.from(
    { length: partitions },
    (_, part) => `CREATE TABLE ${name}_${part} PARTITION OF ${name} FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${part})`,
  )
  return [`${table} PARTITION BY HASH (garage)`, ...parts]
}
