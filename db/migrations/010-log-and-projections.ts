import type { Migration } from './migration.ts'

/** The log, the settings rows, and the first projections. */
export const m010: Migration = {
  version: 10,
  sql: `
-- "PKHN"
PRAGMA application_id = 1347110990;

-- This database's own identity: one row.
CREATE TABLE identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  garage TEXT NOT NULL,
  device TEXT NOT NULL,
  made_at_utc_ms INTEGER NOT NULL
) STRICT;

-- Facts. Only grows; seq is the order in which this database stored them.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  garage TEXT NOT NULL,
  device TEXT NOT NULL,
  dseq INTEGER NOT NULL CHECK (dseq > 0),
  hlc TEXT NOT NULL,
  wall_at_utc_ms INTEGER NOT NULL,
  server_offset_ms INTEGER,
  actor TEXT NOT NULL,
  type TEXT NOT NULL,
  v INTEGER NOT NULL CHECK (v > 0),
  stream TEXT NOT NULL,
  parents TEXT NOT NULL CHECK (json_valid(parents)),
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (device, dseq)
) STRICT;
CREATE INDEX event_by_stream ON event (stream, seq);

CREATE TRIGGER event_never_updated BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'the log only grows: an event is never changed');
END;
CREATE TRIGGER event_never_deleted BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'the log only grows: an event is never deleted');
END;

-- Answers already given, so that a repeated command is answered and not done again.
CREATE TABLE command_done (
  command_id TEXT PRIMARY KEY,
  done_at_utc_ms INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (json_valid(outcome))
) STRICT, WITHOUT ROWID;
CREATE INDEX command_done_by_age ON command_done (done_at_utc_ms);

-- What the owner sets: last writer wins, row by row.
CREATE TABLE setting (
  kind TEXT NOT NULL CHECK (kind IN ('profile', 'hours', 'queue', 'bay', 'person', 'service')),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  hlc TEXT NOT NULL,
  changed_at_utc_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Projections: folded from the log, dropped and rebuilt at will.
CREATE TABLE job (
  job_id TEXT PRIMARY KEY,
  job_no INTEGER NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN ('expected', 'waiting', 'inWork', 'paused', 'finished', 'handedOver', 'cancelled', 'noShow')),
  booking_ref TEXT,
  opened_at_utc_ms INTEGER NOT NULL,
  slot_start_utc_ms INTEGER,
  arrived_at_utc_ms INTEGER,
  arrival_class TEXT CHECK (arrival_class IN ('onTime', 'late', 'noSlot')),
  closed_at_utc_ms INTEGER,
  at_utc_ms INTEGER NOT NULL,
  plate_key TEXT NOT NULL,
  mobile TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  model TEXT NOT NULL,
  cap_rial INTEGER NOT NULL CHECK (cap_rial >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_by_party ON job (plate_key, mobile, at_utc_ms);
CREATE INDEX job_by_no ON job (job_no);
-- Not unique: two PCs may take the same file apart, and a fact is never turned away by a projection.
CREATE INDEX job_by_booking ON job (booking_ref) WHERE booking_ref IS NOT NULL;
CREATE INDEX job_open ON job (phase, slot_start_utc_ms) WHERE phase IN ('expected', 'waiting', 'inWork', 'paused', 'finished');
CREATE INDEX job_closed ON job (closed_at_utc_ms, phase) WHERE closed_at_utc_ms IS NOT NULL;

CREATE TABLE job_service (
  job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  position INTEGER NOT NULL,
  service_id TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (job_id, position)
) STRICT, WITHOUT ROWID;

-- Who was served before whom by a decision of the desk.
CREATE TABLE passed_over (
  job_id TEXT NOT NULL,
  by_job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  reason TEXT NOT NULL,
  at_utc_ms INTEGER NOT NULL,
  PRIMARY KEY (job_id, by_job_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX passed_over_by ON passed_over (by_job_id);

-- What each finished job taught about durations, and the exact integer sums over it (seconds).
CREATE TABLE work_sample (
  job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  service_id TEXT NOT NULL,
  vehicle_class TEXT NOT NULL,
  mechanic_id TEXT NOT NULL,
  worked_s INTEGER NOT NULL CHECK (worked_s >= 0),
  PRIMARY KEY (job_id, service_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE work_sum (
  service_id TEXT NOT NULL,
  vehicle_class TEXT NOT NULL,
  mechanic_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  sum_s INTEGER NOT NULL,
  sum_sq_s2 INTEGER NOT NULL,
  PRIMARY KEY (service_id, vehicle_class, mechanic_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER work_sample_added AFTER INSERT ON work_sample BEGIN
  INSERT INTO work_sum (service_id, vehicle_class, mechanic_id, n, sum_s, sum_sq_s2)
  VALUES (NEW.service_id, NEW.vehicle_class, NEW.mechanic_id, 1, NEW.worked_s, NEW.worked_s * NEW.worked_s)
  ON CONFLICT DO UPDATE SET n = n + 1, sum_s = sum_s + NEW.worked_s, sum_sq_s2 = sum_sq_s2 + NEW.worked_s * NEW.worked_s;
END;
CREATE TRIGGER work_sample_removed AFTER DELETE ON work_sample BEGIN
  UPDATE work_sum SET n = n - 1, sum_s = sum_s - OLD.worked_s, sum_sq_s2 = sum_sq_s2 - OLD.worked_s * OLD.worked_s
  WHERE service_id = OLD.service_id AND vehicle_class = OLD.vehicle_class AND mechanic_id = OLD.mechanic_id;
  DELETE FROM work_sum
  WHERE service_id = OLD.service_id AND vehicle_class = OLD.vehicle_class AND mechanic_id = OLD.mechanic_id AND n = 0;
END;

-- One customer with one car, and what the search box finds them by.
CREATE TABLE party (
  party_no INTEGER PRIMARY KEY,
  plate_key TEXT NOT NULL,
  mobile TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  model TEXT NOT NULL,
  visits INTEGER NOT NULL,
  on_time INTEGER NOT NULL,
  late INTEGER NOT NULL,
  no_shows INTEGER NOT NULL,
  last_job_id TEXT NOT NULL,
  last_at_utc_ms INTEGER NOT NULL,
  UNIQUE (plate_key, mobile)
) STRICT;
CREATE INDEX party_by_last ON party (last_at_utc_ms DESC);
CREATE VIRTUAL TABLE party_search USING fts5 (plate, mobile, name, tokenize = 'trigram', detail = 'full');
`,
}
