import { garageTable, type Migration } from './migration.ts'

/** What the customer's pages look things up by: whose phone asked or booked what, and which request a link belongs to. */
export const customer: Migration = {
  version: 30,
  statements: (layout) => [
    ...garageTable(
      layout,
      'customer_stream',
      `  mobile text NOT NULL,
  -- request:<id> or job:<id>
  stream text NOT NULL,
  made_at_utc_ms bigint NOT NULL,
  PRIMARY KEY (garage, mobile, stream)`,
    ),
    'CREATE INDEX customer_stream_mobile ON customer_stream (mobile)',
    // Signs the cookie of the demonstration's customers; one row, made at its first use.
    'CREATE TABLE customer_key (single boolean PRIMARY KEY DEFAULT true CHECK (single), key_hex text NOT NULL)',
    // The text is canonical JSON and stays text: a pattern cannot fail on a payload that is none.
    `CREATE INDEX event_link_token ON event (substring(payload from '"tokenHash":"([0-9a-f]{64})"')) WHERE type = 'consentLinkMade'`,
    `CREATE INDEX event_settings ON event (garage, gseq) WHERE type = 'settingSaved'`,
    `CREATE INDEX event_slots ON event (garage, gseq) WHERE type IN ('jobOpened', 'bookingMade', 'slotMoved', 'bookingMoved')`,
  ],
}
