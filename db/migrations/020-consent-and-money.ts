import type { Migration } from './migration.ts'

/** A line of the bill that nothing agreed covers in unit, quantity and amount. `l`: the row of bill_line. */
function uncovered(l: string): string {
  return `NOT EXISTS (SELECT 1 FROM agreed_line a WHERE a.job_id = ${l}.job_id AND a.basis = ${l}.basis
    AND a.unit = ${l}.unit AND a.milli >= ${l}.milli AND a.agreed_rial >= ${l}.amount_rial)`
}

/** Parts that were not all taken back and that nothing agreed covers, all on the same basis together. `u`: the row of part_use. */
function unfounded(u: string): string {
  return `${u}.milli > ${u}.taken_back_milli AND NOT EXISTS (
    SELECT 1 FROM agreed_line a WHERE a.job_id = ${u}.job_id AND a.basis = ${u}.basis AND a.unit = ${u}.unit AND a.milli >= (
      SELECT sum(o.milli - o.taken_back_milli) FROM part_use o WHERE o.job_id = ${u}.job_id AND o.basis = ${u}.basis))`
}

/** What is billed or used keeps its ground. A job that goes takes all its rows along. */
const groundLost = `
WHEN EXISTS (SELECT 1 FROM job WHERE job_id = OLD.job_id) AND EXISTS (
  SELECT 1 FROM bill_line l WHERE l.job_id = OLD.job_id AND l.basis = OLD.basis AND ${uncovered('l')}
  UNION ALL
  SELECT 1 FROM part_use u WHERE u.job_id = OLD.job_id AND u.basis = OLD.basis AND ${unfounded('u')}
) BEGIN
  SELECT RAISE(ABORT, 'T5: what was agreed is used or billed');
END`

function refuse(what: string, where: string): string {
  return `BEGIN SELECT RAISE(ABORT, '${what}') FROM account WHERE ${where}; END`
}
const aboveCap = refuse('T4: the bill is above the cap', 'job_id = NEW.job_id AND billed_rial > cap_rial')
const paidAbove = (jobs: string): string =>
  refuse('T4: paid is above the bill', `job_id IN (${jobs}) AND paid_rial > billed_rial - discount_rial`)

const refundsAbove = `
WHEN (SELECT sum(r.amount_rial) FROM refund r WHERE r.job_id = NEW.job_id AND r.payment_id = NEW.payment_id) >
  (SELECT p.refunded_rial FROM payment p WHERE p.job_id = NEW.job_id AND p.payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'a refund is above what was paid'); END`

/** A trigger for each way in which a row may come, change or go. */
const terms = `
-- T4: the bill stays within the cap.
CREATE TRIGGER cap_by_new_line AFTER INSERT ON bill_line ${aboveCap};
CREATE TRIGGER cap_by_line AFTER UPDATE ON bill_line ${aboveCap};
CREATE TRIGGER cap_by_cap AFTER UPDATE OF cap_rial ON job ${aboveCap};

-- T4: nothing is paid beyond the bill, whichever of the two moves.
CREATE TRIGGER paid_by_new_payment AFTER INSERT ON payment ${paidAbove('NEW.job_id')};
CREATE TRIGGER paid_by_payment AFTER UPDATE ON payment ${paidAbove('NEW.job_id')};
CREATE TRIGGER paid_by_line AFTER UPDATE ON bill_line ${paidAbove('OLD.job_id, NEW.job_id')};
CREATE TRIGGER paid_by_gone_line AFTER DELETE ON bill_line ${paidAbove('OLD.job_id')};
CREATE TRIGGER paid_by_new_discount AFTER INSERT ON bill ${paidAbove('NEW.job_id')};
CREATE TRIGGER paid_by_discount AFTER UPDATE ON bill ${paidAbove('NEW.job_id')};

-- T4: nothing goes back that did not come.
CREATE TRIGGER refunded_by_new_payment AFTER INSERT ON payment WHEN NEW.refunded_rial > NEW.amount_rial
BEGIN SELECT RAISE(ABORT, 'a refund is above what was paid'); END;
CREATE TRIGGER refunded_by_payment AFTER UPDATE ON payment WHEN NEW.refunded_rial > NEW.amount_rial
BEGIN SELECT RAISE(ABORT, 'a refund is above what was paid'); END;
CREATE TRIGGER refunded_by_new_refund AFTER INSERT ON refund ${refundsAbove};
CREATE TRIGGER refunded_by_refund AFTER UPDATE ON refund ${refundsAbove};

-- T1 and T5: a billed line rests on an agreed one, and asks no more of it than was agreed.
CREATE TRIGGER basis_of_new_line AFTER INSERT ON bill_line WHEN ${uncovered('NEW')}
BEGIN SELECT RAISE(ABORT, 'T5: nothing agreed covers this line of the bill'); END;
CREATE TRIGGER basis_of_line AFTER UPDATE ON bill_line WHEN ${uncovered('NEW')}
BEGIN SELECT RAISE(ABORT, 'T5: nothing agreed covers this line of the bill'); END;

-- T1 and T5: so does a part.
CREATE TRIGGER basis_of_new_part AFTER INSERT ON part_use WHEN ${unfounded('NEW')}
BEGIN SELECT RAISE(ABORT, 'T5: nothing agreed covers this part'); END;
CREATE TRIGGER basis_of_part AFTER UPDATE ON part_use WHEN ${unfounded('NEW')}
BEGIN SELECT RAISE(ABORT, 'T5: nothing agreed covers this part'); END;

-- T5: work on an item begins, and goes on, under an accepted consent only.
CREATE TRIGGER start_of_new_item AFTER INSERT ON consent_item WHEN NEW.started_at_utc_ms IS NOT NULL AND NEW.state <> 'accepted'
BEGIN SELECT RAISE(ABORT, 'T5: the customer has not accepted this item'); END;
CREATE TRIGGER start_of_item AFTER UPDATE ON consent_item WHEN NEW.started_at_utc_ms IS NOT NULL AND NEW.state <> 'accepted'
BEGIN SELECT RAISE(ABORT, 'T5: the customer has not accepted this item'); END;

CREATE TRIGGER ground_of_line AFTER UPDATE ON request_line ${groundLost};
CREATE TRIGGER ground_of_gone_line AFTER DELETE ON request_line ${groundLost};
CREATE TRIGGER ground_of_item AFTER UPDATE ON consent_item ${groundLost};
CREATE TRIGGER ground_of_gone_item AFTER DELETE ON consent_item ${groundLost};
`

/**
 * Catalogue, photos, drafts of answers, and the projections of what was requested, consented, used, billed and paid, with
 * triggers that hold the terms T1, T4 and T5 even for a writer that goes past the domain.
 */
export const m020: Migration = {
  version: 20,
  sql: `
-- A CHECK cannot be changed: the table is made anew and its rows go along.
CREATE TABLE setting_with_vat (
  kind TEXT NOT NULL CHECK (kind IN ('profile', 'hours', 'queue', 'bay', 'person', 'service', 'vat')),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  hlc TEXT NOT NULL,
  changed_at_utc_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO setting_with_vat (kind, id, position, value, hlc, changed_at_utc_ms, changed_by)
SELECT kind, id, position, value, hlc, changed_at_utc_ms, changed_by FROM setting;
DROP TABLE setting;
ALTER TABLE setting_with_vat RENAME TO setting;

-- The owner's catalogue: last writer wins, row by row. What the search and the scanner look for is folded beside it.
CREATE TABLE material (
  material_no INTEGER PRIMARY KEY,
  material_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  brand TEXT,
  grade TEXT,
  part_no TEXT,
  barcode TEXT,
  unit TEXT NOT NULL CHECK (unit IN ('piece', 'pair', 'set', 'litre', 'metre', 'kilogram', 'time')),
  unit_price_rial INTEGER NOT NULL CHECK (unit_price_rial BETWEEN 0 AND 1000000000000),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  barcode_key TEXT,
  search_text TEXT NOT NULL,
  hlc TEXT NOT NULL,
  changed_at_utc_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
-- Not unique: two PCs may give one barcode to two lines apart. Here it is refused, there it is found twice.
CREATE INDEX material_by_barcode ON material (barcode_key) WHERE barcode_key IS NOT NULL;
CREATE INDEX material_by_hlc ON material (hlc);
CREATE VIRTUAL TABLE material_search USING fts5 (text, tokenize = 'trigram', detail = 'full');

-- Evidence: the bytes that a hash names never change. The largest column comes last.
CREATE TABLE photo (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  stored_at_utc_ms INTEGER NOT NULL,
  bytes BLOB NOT NULL CHECK (length(bytes) > 0)
) STRICT;
CREATE TRIGGER photo_never_updated BEFORE UPDATE ON photo BEGIN
  SELECT RAISE(ABORT, 'a photo is what its hash names: it is never changed');
END;

-- What a customer has pressed and signed and nobody has recorded yet. No projection: the log knows nothing of it.
CREATE TABLE consent_draft (
  consent_id TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('counter', 'call')),
  job_id TEXT NOT NULL,
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  saved_at_utc_ms INTEGER NOT NULL,
  PRIMARY KEY (consent_id, channel)
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_draft_by_job ON consent_draft (job_id);

-- The projections get more tables: what is there is emptied, and folded from the log again when the database is opened.
DELETE FROM party_search;
DELETE FROM party;
DELETE FROM work_sample;
DELETE FROM work_sum;
DELETE FROM passed_over;
DELETE FROM job_service;
DELETE FROM job;

-- Keys begin with the job and count positions: whatever two devices wrote apart has room, and no fact is turned away.
-- basis: 'service:<id>', 'material:<line>', 'consent:<id>:<item>' (core/domain/pricing/basis.ts).
CREATE TABLE request_line (
  job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  position INTEGER NOT NULL,
  basis TEXT NOT NULL,
  title TEXT NOT NULL,
  milli INTEGER NOT NULL CHECK (milli > 0),
  unit TEXT NOT NULL,
  agreed_rial INTEGER NOT NULL CHECK (agreed_rial BETWEEN 0 AND 1000000000000),
  left_out INTEGER NOT NULL CHECK (left_out IN (0, 1)),
  PRIMARY KEY (job_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
  job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  consent_id TEXT NOT NULL,
  consent_no INTEGER NOT NULL,
  snapshot_hash TEXT NOT NULL CHECK (length(snapshot_hash) = 64),
  asked_at_utc_ms INTEGER NOT NULL,
  asked_by TEXT NOT NULL,
  valid_until_utc_ms INTEGER NOT NULL,
  grade TEXT CHECK (grade IN ('A', 'B', 'C', 'D')),
  decided_at_utc_ms INTEGER,
  recorded_by TEXT,
  supersedes TEXT,
  PRIMARY KEY (job_id, consent_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent_item (
  job_id TEXT NOT NULL,
  consent_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  basis TEXT NOT NULL,
  title TEXT NOT NULL,
  milli INTEGER NOT NULL CHECK (milli > 0),
  unit TEXT NOT NULL,
  safety TEXT NOT NULL CHECK (safety IN ('unsafe', 'soon', 'advisory')),
  amount_rial INTEGER NOT NULL CHECK (amount_rial BETWEEN 0 AND 1000000000000),
  state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'refused', 'later', 'voided', 'withdrawn', 'superseded')),
  left_out INTEGER NOT NULL CHECK (left_out IN (0, 1)),
  started_at_utc_ms INTEGER,
  PRIMARY KEY (job_id, consent_id, position),
  FOREIGN KEY (job_id, consent_id) REFERENCES consent ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE part_use (
  job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  use_id TEXT NOT NULL,
  basis TEXT NOT NULL,
  kind TEXT NOT NULL,
  brand TEXT,
  grade TEXT,
  part_no TEXT,
  barcode TEXT,
  material_id TEXT,
  milli INTEGER NOT NULL CHECK (milli > 0),
  unit TEXT NOT NULL,
  taken_back_milli INTEGER NOT NULL CHECK (taken_back_milli BETWEEN 0 AND milli),
  source TEXT NOT NULL CHECK (source IN ('requested', 'barcode', 'catalogue', 'hand')),
  at_utc_ms INTEGER NOT NULL,
  used_by TEXT NOT NULL,
  PRIMARY KEY (job_id, use_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE bill_line (
  job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  basis TEXT NOT NULL,
  position INTEGER NOT NULL,
  milli INTEGER NOT NULL CHECK (milli > 0),
  unit TEXT NOT NULL,
  amount_rial INTEGER NOT NULL CHECK (amount_rial BETWEEN 0 AND 1000000000000),
  PRIMARY KEY (job_id, basis)
) STRICT, WITHOUT ROWID;

-- What a bill says beside its lines. Written after them.
CREATE TABLE bill (
  job_id TEXT PRIMARY KEY REFERENCES job ON DELETE CASCADE,
  discount_rial INTEGER NOT NULL CHECK (discount_rial BETWEEN 0 AND 1000000000000),
  discount_reason TEXT NOT NULL,
  vat_permyriad INTEGER NOT NULL CHECK (vat_permyriad BETWEEN 0 AND 10000),
  set_at_utc_ms INTEGER NOT NULL,
  set_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- refunded_rial is the sum of its refunds, in the same row: money that came and went is never seen half.
CREATE TABLE payment (
  job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  payment_id TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('cash', 'card', 'transfer', 'platform')),
  amount_rial INTEGER NOT NULL CHECK (amount_rial BETWEEN 0 AND 1000000000000),
  refunded_rial INTEGER NOT NULL CHECK (refunded_rial BETWEEN 0 AND 1000000000000),
  reference TEXT NOT NULL,
  at_utc_ms INTEGER NOT NULL,
  taken_by TEXT NOT NULL,
  PRIMARY KEY (job_id, payment_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE refund (
  job_id TEXT NOT NULL,
  payment_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('cash', 'card', 'transfer', 'platform')),
  amount_rial INTEGER NOT NULL CHECK (amount_rial BETWEEN 0 AND 1000000000000),
  reason TEXT NOT NULL,
  at_utc_ms INTEGER NOT NULL,
  given_by TEXT NOT NULL,
  PRIMARY KEY (job_id, payment_id, position),
  FOREIGN KEY (job_id, payment_id) REFERENCES payment ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE debt (
  job_id TEXT PRIMARY KEY REFERENCES job ON DELETE CASCADE,
  amount_rial INTEGER NOT NULL CHECK (amount_rial BETWEEN 0 AND 1000000000000),
  due_date TEXT,
  note TEXT NOT NULL,
  at_utc_ms INTEGER NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What may carry work, parts or money.
CREATE VIEW agreed_line AS
SELECT job_id, basis, milli, unit, agreed_rial FROM request_line WHERE left_out = 0
UNION ALL
SELECT job_id, basis, milli, unit, amount_rial FROM consent_item WHERE state = 'accepted' AND left_out = 0;

CREATE VIEW account AS
SELECT j.job_id, j.cap_rial,
  (SELECT coalesce(sum(l.amount_rial), 0) FROM bill_line l WHERE l.job_id = j.job_id) AS billed_rial,
  (SELECT coalesce(sum(b.discount_rial), 0) FROM bill b WHERE b.job_id = j.job_id) AS discount_rial,
  (SELECT coalesce(sum(p.amount_rial - p.refunded_rial), 0) FROM payment p WHERE p.job_id = j.job_id) AS paid_rial
FROM job j;

${terms}
`,
}
