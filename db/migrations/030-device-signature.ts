import type { Migration } from './migration.ts'

/** The device's Ed25519 signature over each event's hash. What was recorded before devices had keys stays unsigned. */
export const m030: Migration = {
  version: 30,
  sql: `
ALTER TABLE event ADD COLUMN signature TEXT
  CHECK (signature IS NULL OR (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*'));
`,
}
