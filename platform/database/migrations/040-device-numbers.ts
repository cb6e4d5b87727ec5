import type { Migration } from './migration.ts'

/** A number that a revoked PC had is given again: there are nine digits for the job numbers of a garage's PCs. */
export const deviceNumbers: Migration = {
  version: 40,
  statements: () => [
    'ALTER TABLE device DROP CONSTRAINT device_garage_device_no_key',
    'CREATE UNIQUE INDEX device_number ON device (garage, device_no) WHERE revoked_at_utc_ms IS NULL',
    'ALTER TABLE garage DROP COLUMN newest_device_no',
  ],
}
