import type { Migration } from './migration.ts'

const eventColumns = [
  'seq',
  'id',
  'garage',
  'device',
  'dseq',
  'hlc',
  'wall_at_utc_ms',
  'server_offset_ms',
  'actor',
  'type',
  'v',
  'stream',
  'parents',
  'payload',
  'prev_hash',
  'hash',
  'signature',
] as const

/** Sync: what this PC knows of the platform and of its peers, what it cannot read yet, and the projections that come with it. */
export const m040: Migration = {
  version: 40,
  sql: `
-- The platform that this PC is joined to: one row, or none. Tokens are worthless without the device's key.
CREATE TABLE joined (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  url TEXT NOT NULL,
  garage_name TEXT NOT NULL,
  -- Under which this PC was enrolled; what it writes under may be a newer one.
  enrolled_device TEXT NOT NULL,
  device_name TEXT NOT NULL,
  device_no INTEGER NOT NULL CHECK (device_no > 0),
  history_id TEXT NOT NULL,
  access_token TEXT NOT NULL,
  access_until_utc_ms INTEGER NOT NULL,
  refresh_token TEXT NOT NULL,
  platform_device TEXT NOT NULL,
  platform_key_hex TEXT NOT NULL CHECK (length(platform_key_hex) = 64),
  network_key_hex TEXT NOT NULL CHECK (length(network_key_hex) = 64),
  link_base TEXT NOT NULL,
  joined_at_utc_ms INTEGER NOT NULL
) STRICT;

-- What this PC notes of its own sync: one row.
CREATE TABLE sync_note (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Wall clock minus the platform's clock at the last contact.
  server_offset_ms INTEGER,
  last_contact_utc_ms INTEGER,
  forked_at_utc_ms INTEGER,
  -- Names this copy of the database; the same mark stands outside of the data folder.
  installation_mark TEXT,
  -- Names the unbroken row of seq numbers by which peers pull from this PC.
  history_id TEXT,
  catalogue_version INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO sync_note (id) VALUES (1);

-- By server (the platform, another PC): how far its events have been taken in.
CREATE TABLE peer_cursor (
  peer TEXT PRIMARY KEY,
  history_id TEXT NOT NULL,
  gseq INTEGER NOT NULL CHECK (gseq >= 0)
) STRICT, WITHOUT ROWID;

-- By server and device: the newest event of the device that the server has acknowledged.
CREATE TABLE peer_ack (
  peer TEXT NOT NULL,
  device TEXT NOT NULL,
  dseq INTEGER NOT NULL CHECK (dseq >= 0),
  PRIMARY KEY (peer, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE peer_photo (
  peer TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (peer, hash)
) STRICT, WITHOUT ROWID;

-- What the garage's other PCs are called, as the platform said last.
CREATE TABLE known_device (
  device TEXT PRIMARY KEY,
  device_no INTEGER NOT NULL CHECK (device_no > 0),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The other PCs on the garage's network: one row. peers: addresses as JSON.
CREATE TABLE network (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  listen INTEGER NOT NULL CHECK (listen IN (0, 1)),
  port INTEGER NOT NULL CHECK (port BETWEEN 1024 AND 65535),
  peers TEXT NOT NULL CHECK (json_valid(peers))
) STRICT;

-- The secret of each link that this PC made. The log knows its SHA-256 alone.
CREATE TABLE consent_link (
  link_id TEXT PRIMARY KEY,
  job_id TEXT NOT NULL,
  consent_id TEXT NOT NULL,
  secret TEXT NOT NULL,
  made_at_utc_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The platform's catalogue as it was pulled last, whole.
CREATE TABLE platform_material (
  code TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  brand TEXT,
  grade TEXT,
  part_no TEXT,
  barcode TEXT,
  unit TEXT NOT NULL CHECK (unit IN ('piece', 'pair', 'set', 'litre', 'metre', 'kilogram', 'time')),
  barcode_key TEXT,
  search_text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX platform_material_by_barcode ON platform_material (barcode_key) WHERE barcode_key IS NOT NULL;

-- Events that are kept and cannot be read, or that their author may not write: folded into nothing until they can be.
CREATE TABLE unread_event (
  id TEXT PRIMARY KEY,
  stream TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('newer', 'invalid', 'wrongAuthor'))
) STRICT, WITHOUT ROWID;

-- Places in a device's chain whose event a server keeps in quarantine: the chain goes on over them. seq: among those of the events.
CREATE TABLE chain_hole (
  seq INTEGER PRIMARY KEY,
  device TEXT NOT NULL,
  dseq INTEGER NOT NULL CHECK (dseq > 0),
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (device, dseq)
) STRICT;

-- Ids that this PC wrote under before it got its present one: a fork of theirs is its own to mend.
CREATE TABLE former_device (device TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Rows that left the log because another program wrote under the same device and numbers. Their facts were recorded again.
CREATE TABLE forked_event (
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  garage TEXT NOT NULL,
  device TEXT NOT NULL,
  dseq INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  wall_at_utc_ms INTEGER NOT NULL,
  server_offset_ms INTEGER,
  actor TEXT NOT NULL,
  type TEXT NOT NULL,
  v INTEGER NOT NULL,
  stream TEXT NOT NULL,
  parents TEXT NOT NULL,
  payload TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  signature TEXT,
  moved_at_utc_ms INTEGER NOT NULL,
  PRIMARY KEY (seq, hash)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER forked_event_never_updated BEFORE UPDATE ON forked_event BEGIN
  SELECT RAISE(ABORT, 'the log only grows: an event is never changed');
END;
CREATE TRIGGER forked_event_never_deleted BEFORE DELETE ON forked_event BEGIN
  SELECT RAISE(ABORT, 'the log only grows: an event is never deleted');
END;
DROP TRIGGER event_never_deleted;
CREATE TRIGGER event_never_deleted BEFORE DELETE ON event WHEN NOT EXISTS (
  SELECT 1 FROM forked_event f WHERE ${eventColumns.map((column) => `f.${column} IS OLD.${column}`).join(' AND ')}
) BEGIN
  SELECT RAISE(ABORT, 'the log only grows: an event is never deleted');
END;

-- Projections.
CREATE TABLE price_request (
  request_id TEXT PRIMARY KEY,
  stage TEXT NOT NULL CHECK (stage IN ('open', 'accepted', 'takenBack', 'declined')),
  asked_at_utc_ms INTEGER NOT NULL,
  changed_at_utc_ms INTEGER NOT NULL,
  plate_key TEXT NOT NULL,
  mobile TEXT NOT NULL,
  crossed INTEGER NOT NULL CHECK (crossed IN (0, 1)),
  job_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX price_request_open ON price_request (asked_at_utc_ms) WHERE stage = 'open';
CREATE INDEX price_request_over ON price_request (changed_at_utc_ms) WHERE stage <> 'open';
CREATE INDEX price_request_crossed ON price_request (asked_at_utc_ms) WHERE crossed = 1;

-- Facts of a job that were recorded apart, do not go together, and wait for a person.
CREATE TABLE open_conflict (
  job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at_utc_ms INTEGER NOT NULL,
  PRIMARY KEY (job_id, position)
) STRICT, WITHOUT ROWID;

-- Photos that a job's facts name, whether their bytes are here or not.
CREATE TABLE job_photo (
  job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (job_id, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_photo_by_hash ON job_photo (hash);

CREATE INDEX party_by_mobile ON party (mobile) WHERE mobile <> '';

-- The jobs' projections get more tables: emptied, and folded again when the database is opened.
DELETE FROM party_search;
DELETE FROM party;
DELETE FROM work_sample;
DELETE FROM work_sum;
DELETE FROM passed_over;
DELETE FROM job_service;
DELETE FROM debt;
DELETE FROM refund;
DELETE FROM payment;
DELETE FROM bill;
DELETE FROM bill_line;
DELETE FROM part_use;
DELETE FROM consent_item;
DELETE FROM consent;
DELETE FROM request_line;
DELETE FROM job;
`,
}
