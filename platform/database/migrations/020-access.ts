import { garageTable, type Migration } from './migration.ts'

/** Who may come in: enrolled devices, their tokens, one-time codes; and the photos that facts name. */
export const access: Migration = {
  version: 20,
  statements: (layout) => [
    ...garageTable(
      layout,
      'device',
      `  device uuid NOT NULL,
  device_no integer NOT NULL,
  name text NOT NULL,
  public_key_hex text NOT NULL,
  program_version text NOT NULL,
  enrolled_at_utc_ms bigint NOT NULL,
  last_seen_utc_ms bigint,
  revoked_at_utc_ms bigint,
  -- The newest generation of tokens that was used; what is older is replayed.
  generation integer NOT NULL,
  PRIMARY KEY (garage, device),
  UNIQUE (garage, device_no)`,
    ),
    ...garageTable(
      layout,
      'token',
      `  device uuid NOT NULL,
  sha256 text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('access', 'refresh')),
  generation integer NOT NULL,
  expires_at_utc_ms bigint NOT NULL,
  PRIMARY KEY (garage, device, sha256)`,
    ),
    ...garageTable(
      layout,
      'enrolment_code',
      `  -- Of a garage that is not here yet, garage is the id that it gets unless its first PC brings one.
  code_sha256 text NOT NULL,
  garage_name text NOT NULL,
  first boolean NOT NULL,
  expires_at_utc_ms bigint NOT NULL,
  used_at_utc_ms bigint,
  used_by_device uuid,
  used_for_garage uuid,
  PRIMARY KEY (garage, code_sha256)`,
    ),
    'CREATE INDEX enrolment_code_sha256 ON enrolment_code (code_sha256)',
    ...garageTable(
      layout,
      'photo',
      `  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  received_at_utc_ms bigint NOT NULL,
  PRIMARY KEY (garage, sha256)`,
    ),
    // JPEG does not shrink: PostgreSQL need not try.
    ...(layout.partitions === null ? ['ALTER TABLE photo ALTER COLUMN bytes SET STORAGE EXTERNAL'] : []),
  ],
}
