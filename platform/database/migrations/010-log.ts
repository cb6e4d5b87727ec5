import { garageTable, type Migration } from './migration.ts'

/** Garages, the log of their facts, and what was put aside. The log and the quarantine only grow. */
export const log: Migration = {
  version: 10,
  statements: (layout) => [
    ...garageTable(
      layout,
      'garage',
      `  name text NOT NULL,
  history_id text NOT NULL,
  -- Number of the newest event; taken under the row's lock, so that numbers are committed in their order and none is left out.
  head_gseq bigint NOT NULL,
  newest_job_no bigint NOT NULL,
  newest_device_no integer NOT NULL,
  -- The platform's own device of this garage, its private key as PKCS #8 (PEM), and the last stamp of its clock.
  platform_device uuid NOT NULL,
  platform_key_hex text NOT NULL,
  platform_private_key text NOT NULL,
  network_key_hex text NOT NULL,
  made_at_utc_ms bigint NOT NULL,
  PRIMARY KEY (garage)`,
    ),
    ...garageTable(
      layout,
      'chain',
      `  -- Where each device's chain ends here, quarantined events included.
  device uuid NOT NULL,
  dseq bigint NOT NULL,
  hash text NOT NULL,
  hlc text NOT NULL,
  -- The key that the device announced last; null before its first.
  key_hex text,
  PRIMARY KEY (garage, device)`,
    ),
    ...garageTable(
      layout,
      'event',
      `  gseq bigint NOT NULL,
  id uuid NOT NULL,
  device uuid NOT NULL,
  dseq bigint NOT NULL,
  hlc text NOT NULL,
  wall_at_utc_ms bigint NOT NULL,
  server_offset_ms bigint,
  actor text NOT NULL,
  type text NOT NULL,
  v integer NOT NULL,
  stream text NOT NULL,
  parents text NOT NULL,
  payload text NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  signature text,
  received_at_utc_ms bigint NOT NULL,
  PRIMARY KEY (garage, gseq),
  UNIQUE (garage, device, dseq),
  UNIQUE (garage, id)`,
    ),
    'CREATE INDEX event_stream ON event (garage, stream, gseq)',
    ...garageTable(
      layout,
      'quarantine',
      `  device uuid NOT NULL,
  dseq bigint NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  -- Its place among the numbers of the garage's events, where pulls tell of the hole; null for what is in no chain.
  gseq bigint,
  -- True when the device's chain goes on over it; false for what a fork left behind.
  chained boolean NOT NULL,
  code text NOT NULL,
  -- The event as it came, JSON.
  body text NOT NULL,
  received_at_utc_ms bigint NOT NULL,
  PRIMARY KEY (garage, device, dseq, hash)`,
    ),
    'CREATE INDEX quarantine_holes ON quarantine (garage, gseq) WHERE gseq IS NOT NULL',
    ...garageTable(
      layout,
      'alarm',
      `  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at_utc_ms bigint NOT NULL,
  code text NOT NULL,
  device uuid,
  dseq bigint,
  note text NOT NULL,
  -- What it is about, so that the same finding is told once.
  about text NOT NULL,
  PRIMARY KEY (garage, id),
  UNIQUE (garage, code, about)`,
    ),
    `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log only grows';
END $$`,
    ...['event', 'quarantine'].map(
      (table) => `CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    ),
  ],
}
