-- A garage's database as version 30 of the program left it: schema and rows, frozen. Never edited.
PRAGMA foreign_keys = OFF;
CREATE TABLE identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  garage TEXT NOT NULL,
  device TEXT NOT NULL,
  made_at_utc_ms INTEGER NOT NULL
) STRICT;
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
  hash TEXT NOT NULL CHECK (length(hash) = 64), signature TEXT
  CHECK (signature IS NULL OR (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*')),
  UNIQUE (device, dseq)
) STRICT;
CREATE TABLE command_done (
  command_id TEXT PRIMARY KEY,
  done_at_utc_ms INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (json_valid(outcome))
) STRICT, WITHOUT ROWID;
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
CREATE TABLE job_service (
  job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  position INTEGER NOT NULL,
  service_id TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (job_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE passed_over (
  job_id TEXT NOT NULL,
  by_job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
  reason TEXT NOT NULL,
  at_utc_ms INTEGER NOT NULL,
  PRIMARY KEY (job_id, by_job_id)
) STRICT, WITHOUT ROWID;
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
CREATE VIRTUAL TABLE party_search USING fts5 (plate, mobile, name, tokenize = 'trigram', detail = 'full');
CREATE TABLE "setting" (
  kind TEXT NOT NULL CHECK (kind IN ('profile', 'hours', 'queue', 'bay', 'person', 'service', 'vat')),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  hlc TEXT NOT NULL,
  changed_at_utc_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
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
CREATE VIRTUAL TABLE material_search USING fts5 (text, tokenize = 'trigram', detail = 'full');
CREATE TABLE photo (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  stored_at_utc_ms INTEGER NOT NULL,
  bytes BLOB NOT NULL CHECK (length(bytes) > 0)
) STRICT;
CREATE TABLE consent_draft (
  consent_id TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('counter', 'call')),
  job_id TEXT NOT NULL,
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  saved_at_utc_ms INTEGER NOT NULL,
  PRIMARY KEY (consent_id, channel)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE bill (
  job_id TEXT PRIMARY KEY REFERENCES job ON DELETE CASCADE,
  discount_rial INTEGER NOT NULL CHECK (discount_rial BETWEEN 0 AND 1000000000000),
  discount_reason TEXT NOT NULL,
  vat_permyriad INTEGER NOT NULL CHECK (vat_permyriad BETWEEN 0 AND 10000),
  set_at_utc_ms INTEGER NOT NULL,
  set_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
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
INSERT INTO identity (id, garage, device, made_at_utc_ms) VALUES (1, '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 1795325400000);
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (1, '01a201bb-93c0-79b3-b685-bfb153e13559', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 1, '001795325400000-00000', 1795325400000, NULL, 'system', 'deviceKeyMade', 1, 'device:01a201bb-93c0-7d34-8109-413678e9f25a', '[]', '{"keeper":"file","publicKeyHex":"60d02842d62435b8d338a199a382da5e5651d7173f7d4f0259e8479223c0e3f5"}', '0000000000000000000000000000000000000000000000000000000000000000', '62cddf00eb38d4b528757dca1f1b0a418a28c929bbb371c1dc3515e2ebdfe42b', '9ad4d2e179d2abc97522df4740aaa02bd46c802c7bea5521926ac3b3a54c57fe2ec8b585eed6229c60e41e7a7f3c78a833c08fe2099dc6d9d25b4871e047f30b');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (2, '01a201bb-93c0-7379-8801-870493173448', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 2, '001795325400000-00001', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'jobOpened', 1, 'job:01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '[]', '{"acceptedRial":null,"customer":{"mobile":null,"name":"مریم احمدی"},"jobNo":1,"note":"","origin":{"kind":"walkIn"},"services":[{"needs":{"bayKinds":[],"skills":["mechanical"]},"priceRial":21800000,"quotedMin":30,"serviceId":"01a201bb-93c0-7206-a35c-13d7d3070621","title":"تعویض روغن"}],"slotStartUtcMs":null,"vehicle":{"model":"پژو ۲۰۶","plate":{"kind":"fourPart","letter":"د","provinceCode":"88","threeDigits":"526","twoDigits":"47"}}}', '62cddf00eb38d4b528757dca1f1b0a418a28c929bbb371c1dc3515e2ebdfe42b', 'd9c67edf4ff9e9f90de49e03076ced054018930614fea8981853d11803a47710', '66c23d9627ffc441645f7bf9403f31113d0529672b41a6daea74981332722ff18cd33c92a1c1bb139eabfa8b32edab37f7d4b65e3239abd36aab08386f1e6f0d');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (3, '01a201bb-93c0-7d64-a3de-794dbd5f5de0', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 3, '001795325400000-00002', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'workRequested', 1, 'job:01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '["01a201bb-93c0-7379-8801-870493173448"]', '{"materials":[{"lineNo":1,"priceRial":14000000,"quantity":{"milli":4000,"unit":"litre"},"spec":{"brand":"بهران","grade":"10W-40","kind":"روغن موتور","partNo":null}}],"offer":null}', 'd9c67edf4ff9e9f90de49e03076ced054018930614fea8981853d11803a47710', '0a3376a9116fa524e49fcd783b8fcee66f18d115ebcc06b29dcd184ca43bf763', 'a2687ecd75e9d970bd65ca38f2fea4c916fba5f44d88d58528884658763e11b7bd50d3722efe296ce82289899258e1c172fedd41411218136ea76a1a17b5e100');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (4, '01a201bb-93c0-70c5-8fd9-eebf6730017a', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 4, '001795325400000-00003', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'customerArrived', 1, 'job:01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '["01a201bb-93c0-7d64-a3de-794dbd5f5de0"]', '{"arrivalClass":"noSlot","evidence":{"clock":"ok","graceMin":10,"slotStartUtcMs":null}}', '0a3376a9116fa524e49fcd783b8fcee66f18d115ebcc06b29dcd184ca43bf763', 'b55bc0a6639605701ed59033135fd01d5c3b73a688151146e48a06288acc0afb', 'ae285f94e3fdf237fb4f7248fcf28730b447a4781df0b69e9c36e7f529ce826bda5cda48e717f37a6f193c4c6149d42c184420868bbf83247bdbc543e0b46307');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (5, '01a201bb-93c0-7ba9-a1eb-a21d733defb3', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 5, '001795325400000-00004', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'workStarted', 1, 'job:01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '["01a201bb-93c0-70c5-8fd9-eebf6730017a"]', '{"bayId":"01a201bb-93c0-754a-83e1-c9a7a614a7d3","mechanicId":"01a201bb-93c0-765d-bdb7-347d3e901bdc"}', 'b55bc0a6639605701ed59033135fd01d5c3b73a688151146e48a06288acc0afb', '10cc82a3c92b1fd77607185736d932bf881f9fe5843e97ba7ac97e252cc88799', '9c2923fd0e412b8ddc0192471524bab64aa8a309b4ebfa97b59f6768fe318f094792ff5444fc92f0e81f1006dd70665ceb4f289df9631bc9c73e20bc3c2ed30a');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (6, '01a201bb-93c0-71eb-86f3-f8f2cac93315', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 6, '001795325400000-00005', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'consentAsked', 1, 'job:01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '["01a201bb-93c0-7ba9-a1eb-a21d733defb3"]', '{"snapshot":{"askedAtUtcMs":1795325400000,"askedBy":"01a201bb-93c0-7c66-8a2b-f73069b9d86a","bookingRef":null,"capBeforeRial":35800000,"capIfAllRial":66800000,"clock":"ok","consentId":"01a201bb-93c0-76a0-8866-e82f24927e0e","consentNo":1,"customer":{"mobile":null,"name":"مریم احمدی"},"deviceId":"01a201bb-93c0-7d34-8109-413678e9f25a","format":1,"garageId":"01a201bb-93c0-7cae-9c8c-466c9977a9e6","items":[{"alternatives":"","condition":"new","extraMin":35,"findingId":null,"foundBy":null,"grade":"unsafe","ifRefused":"ایمنی ترمز را تأیید نمی‌کنیم","itemNo":1,"oldPartBack":true,"photos":[],"price":{"labourRial":4000000,"partRial":24000000,"taxRial":0},"quantity":{"milli":2000,"unit":"piece"},"reason":"ضخامت دیسک کمتر از حد مجاز است","spec":{"brand":"ایساکو","grade":null,"kind":"دیسک چرخ جلو","partNo":null},"title":"دیسک چرخ جلو"},{"alternatives":"","condition":null,"extraMin":35,"findingId":null,"foundBy":null,"grade":"unsafe","ifRefused":"ایمنی ترمز را تأیید نمی‌کنیم","itemNo":2,"oldPartBack":true,"photos":[],"price":{"labourRial":3000000,"partRial":0,"taxRial":0},"quantity":{"milli":1000,"unit":"time"},"reason":"ضخامت دیسک کمتر از حد مجاز است","spec":null,"title":"تنظیم موتور"}],"jobId":"01a201bb-93c0-7dcc-bc40-7b87bb04d8a9","jobNo":1,"offer":null,"readyBeforeUtcMs":1795327200000,"readyIfAllUtcMs":1795331400000,"validUntilUtcMs":1795411800000,"vehicle":{"model":"پژو ۲۰۶","odometerKm":null,"plate":{"kind":"fourPart","letter":"د","provinceCode":"88","threeDigits":"526","twoDigits":"47"},"vin":null}},"snapshotHash":"250173990bca9e80397c1c7d1e2a8e8ed6d4dc8c056959c513a3097cb38bcef5","supersedes":null}', '10cc82a3c92b1fd77607185736d932bf881f9fe5843e97ba7ac97e252cc88799', '725dc278b9f27836180165f17a38c0486b0e195d4c8bb482159dd96bb4e94b04', '4371a73e00c6a31dbfbe69c260e6ab1e002af548097a6f4c12e635af2d24e312c07851777de62eae28510bac340fbb60c0954dc597d2144177b1aea1b07e0806');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (7, '01a201bb-93c0-778a-a2a4-667a491bb9b6', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 7, '001795325400000-00006', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'consentShown', 1, 'job:01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '["01a201bb-93c0-71eb-86f3-f8f2cac93315"]', '{"channel":"counter","consentId":"01a201bb-93c0-76a0-8866-e82f24927e0e","text":{"body":"دیسک چرخ جلو، دو عدد، ۲٬۸۰۰٬۰۰۰ تومان","language":"fa","version":"1"},"textHash":"c14fa446a0a9a4648031896d1d78a33f3e7f6d89507a27b285eb8fc2bdf43092"}', '725dc278b9f27836180165f17a38c0486b0e195d4c8bb482159dd96bb4e94b04', '97beae65f169434974496cbdf51c48abb6c76b8f7478019a483914b949b3af35', '13dfa79bac39864b52b79239f366d6184c76acf3c69d0e6e1ad4ca8d67e529bd2a20e85aaea344a4b6a0bc2df95faf71db0427d47f7740331a1bb88ee7dc5500');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (8, '01a201bb-93c0-7909-951f-40d8158066a1', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 8, '001795325400000-00007', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'consentAnswered', 1, 'job:01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '["01a201bb-93c0-778a-a2a4-667a491bb9b6"]', '{"answers":[{"condition":"","decision":"accepted","itemNo":1},{"condition":"","decision":"refused","itemNo":2}],"capAfterRial":63800000,"clock":"ok","consentId":"01a201bb-93c0-76a0-8866-e82f24927e0e","decidedBy":{"delegateBasis":null,"mobile":null,"name":"مریم احمدی","relation":"owner"},"evidence":{"channel":"counter","signature":{"height":184,"strokes":[[[40,90,0],[50,98,16],[60,106,32],[70,114,48],[80,122,64],[90,90,80],[100,98,96],[110,106,112],[120,114,128],[130,122,144],[140,90,160],[150,98,176],[160,106,192],[170,114,208],[180,122,224],[190,90,240],[200,98,256],[210,106,272],[220,114,288],[230,122,304],[240,90,320],[250,98,336],[260,106,352],[270,114,368]]],"width":344}},"shownAtUtcMs":1795325400000,"snapshotHash":"250173990bca9e80397c1c7d1e2a8e8ed6d4dc8c056959c513a3097cb38bcef5","textHash":"c14fa446a0a9a4648031896d1d78a33f3e7f6d89507a27b285eb8fc2bdf43092"}', '97beae65f169434974496cbdf51c48abb6c76b8f7478019a483914b949b3af35', '048b108598fc5649fde5e0867180c93976194283da97a0bda975a2857834fa01', '4213ca9f78236e947ef38832bf1662ff7a3a03ff76dcff0c83cc42d36f3f931abef211ff10cea75a3a13618e2caf6621a3f9c540aa2b5718bd16532dc13fe60d');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (9, '01a201bb-93c0-7969-85fc-1941dd11acd8', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 9, '001795325400000-00008', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'workFinished', 1, 'job:01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '["01a201bb-93c0-7909-951f-40d8158066a1"]', '{}', '048b108598fc5649fde5e0867180c93976194283da97a0bda975a2857834fa01', 'e4e6891ab424f6f303530247cb88a62f2c95a8d8634884cf7c26f7e053ebec65', '68095daf21ebe0c44bb91ad8873c6d7057ce15d6bb6d1166c93ad9bfec81cdfd8fd5d18e7194c335cdbd78f9877f7c34524d62b0d400f1ba981a340a1a830e0d');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (10, '01a201bb-93c0-76dc-bff2-8c78ed7fa882', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 10, '001795325400000-00009', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'billSet', 1, 'job:01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '["01a201bb-93c0-7969-85fc-1941dd11acd8"]', '{"discount":null,"lines":[{"amountRial":21800000,"basis":{"kind":"service","serviceId":"01a201bb-93c0-7206-a35c-13d7d3070621"},"quantity":{"milli":1000,"unit":"time"}}],"vatPermyriad":0}', 'e4e6891ab424f6f303530247cb88a62f2c95a8d8634884cf7c26f7e053ebec65', '8b4fa6ba43ff810b6f985199d7a0cca6d1d7478254ff7d42c5aef2dc05772a7e', '72dad0e58bce2dbf2318846b5294ebf42ff35bafefbed050e7d2be3f5ecbdf9933ce31826bfc5945dcdf46a06717561052533281ae354773b3b789383e34ed0a');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (11, '01a201bb-93c0-79f2-a66b-49d246d28f1f', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 11, '001795325400000-00010', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'paymentTaken', 1, 'job:01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '["01a201bb-93c0-76dc-bff2-8c78ed7fa882"]', '{"amountRial":5000000,"method":"card","reference":"12"}', '8b4fa6ba43ff810b6f985199d7a0cca6d1d7478254ff7d42c5aef2dc05772a7e', '5f0ef40b8fc9ac8a8d4b2d3fee24db9037686a446c85a10161778ce021d5f82c', '6f043f1c8d66419614d0e1090d00f34d1526f939201c13e31cd868c2f44d93e50804c6af72186d49c81418dfdfd55998fe0610d19d458e192cff46ac15b95b0e');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (12, '01a201bb-93c0-7242-bb94-4ba10cb1a611', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 12, '001795325400000-00011', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'jobOpened', 1, 'job:01a201bb-93c0-7b97-a73f-6d13f553fab7', '[]', '{"acceptedRial":null,"customer":{"mobile":null,"name":"مریم احمدی"},"jobNo":2,"note":"","origin":{"kind":"walkIn"},"services":[{"needs":{"bayKinds":[],"skills":["mechanical"]},"priceRial":21800000,"quotedMin":30,"serviceId":"01a201bb-93c0-7206-a35c-13d7d3070621","title":"تعویض روغن"}],"slotStartUtcMs":null,"vehicle":{"model":"پژو ۲۰۶","plate":{"kind":"fourPart","letter":"ن","provinceCode":"40","threeDigits":"194","twoDigits":"73"}}}', '5f0ef40b8fc9ac8a8d4b2d3fee24db9037686a446c85a10161778ce021d5f82c', 'b0356087caf4ff70c945323a19ca696d9c1527346b538748941ec46227aaacc2', '32f52cd421aa96ba629796114dd2ba5c5158476dc320ef4b15727ededf330271ef04115ddee2117c93e1075eb3c7930e6cfedb65ed67787fa44ba3634af0ac06');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (13, '01a201bb-93c0-7c19-8017-1a411abb08cf', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 13, '001795325400000-00012', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'workRequested', 1, 'job:01a201bb-93c0-7b97-a73f-6d13f553fab7', '["01a201bb-93c0-7242-bb94-4ba10cb1a611"]', '{"materials":[{"lineNo":1,"priceRial":14000000,"quantity":{"milli":4000,"unit":"litre"},"spec":{"brand":"بهران","grade":"10W-40","kind":"روغن موتور","partNo":null}}],"offer":null}', 'b0356087caf4ff70c945323a19ca696d9c1527346b538748941ec46227aaacc2', '8c073212356f952da9fd494b59be8c1a8ccb2102e07a9b243aab2ab5fd6c7827', '7c10eac273602f2140378ddbaaf2ac7418dcefee69564230a47d00cc1b69a43a058715e40b6eece03442a84655fadd252d8e73bbe30d6512735d2177419b780e');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash, signature) VALUES (14, '01a201bb-93c0-79b3-b25f-97e501409d3f', '01a201bb-93c0-7cae-9c8c-466c9977a9e6', '01a201bb-93c0-7d34-8109-413678e9f25a', 14, '001795325400000-00013', 1795325400000, NULL, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 'customerArrived', 1, 'job:01a201bb-93c0-7b97-a73f-6d13f553fab7', '["01a201bb-93c0-7c19-8017-1a411abb08cf"]', '{"arrivalClass":"noSlot","evidence":{"clock":"ok","graceMin":10,"slotStartUtcMs":null}}', '8c073212356f952da9fd494b59be8c1a8ccb2102e07a9b243aab2ab5fd6c7827', 'f8c17536ef78ebfa2f26627851ecf64212a072c5f792324a7b371fd6b723c196', '79ffe5497869de0bb1f465fafb9a3d228c72d240ec830d962e515759651be0cfd9d18d29d84b496ff47cd92c8c3043738a182043074397fbebab94917a414c02');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201bb-93c0-700a-945f-c36bb09ef299', 1795325400000, '{"jobId":"01a201bb-93c0-7dcc-bc40-7b87bb04d8a9","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201bb-93c0-703a-8960-f6e9185d810d', 1795325400000, '{"jobId":"01a201bb-93c0-7dcc-bc40-7b87bb04d8a9","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201bb-93c0-70f0-aab2-67085fb3f4d1', 1795325400000, '{"jobId":null,"bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201bb-93c0-716b-a7aa-3e7238a266de', 1795325400000, '{"jobId":"01a201bb-93c0-7b97-a73f-6d13f553fab7","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201bb-93c0-717d-9c23-d468723e77ee', 1795325400000, '{"jobId":"01a201bb-93c0-7dcc-bc40-7b87bb04d8a9","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201bb-93c0-7319-8006-1ae2d6410943', 1795325400000, '{"jobId":"01a201bb-93c0-7dcc-bc40-7b87bb04d8a9","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201bb-93c0-7c9a-ad6e-539798f326d0', 1795325400000, '{"jobId":"01a201bb-93c0-7dcc-bc40-7b87bb04d8a9","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201bb-93c0-7d8f-b66c-5fac4edc0888', 1795325400000, '{"jobId":"01a201bb-93c0-7dcc-bc40-7b87bb04d8a9","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201bb-93c0-7dc9-a9b4-7c3a5485ee64', 1795325400000, '{"jobId":"01a201bb-93c0-7dcc-bc40-7b87bb04d8a9","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201bb-93c0-7dff-90fc-21818af7fe39', 1795325400000, '{"jobId":null,"bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201bb-93c0-7e63-912f-e9d1877d4cdd', 1795325400000, '{"jobId":"01a201bb-93c0-7dcc-bc40-7b87bb04d8a9","bookings":null}');
INSERT INTO job (job_id, job_no, phase, booking_ref, opened_at_utc_ms, slot_start_utc_ms, arrived_at_utc_ms, arrival_class, closed_at_utc_ms, at_utc_ms, plate_key, mobile, customer_name, model, cap_rial) VALUES ('01a201bb-93c0-7b97-a73f-6d13f553fab7', 2, 'waiting', NULL, 1795325400000, NULL, 1795325400000, 'noSlot', NULL, 1795325400000, '73ن194-40', '', 'مریم احمدی', 'پژو ۲۰۶', 35800000);
INSERT INTO job (job_id, job_no, phase, booking_ref, opened_at_utc_ms, slot_start_utc_ms, arrived_at_utc_ms, arrival_class, closed_at_utc_ms, at_utc_ms, plate_key, mobile, customer_name, model, cap_rial) VALUES ('01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', 1, 'finished', NULL, 1795325400000, NULL, 1795325400000, 'noSlot', NULL, 1795325400000, '47د526-88', '', 'مریم احمدی', 'پژو ۲۰۶', 63800000);
INSERT INTO job_service (job_id, position, service_id, title) VALUES ('01a201bb-93c0-7b97-a73f-6d13f553fab7', 0, '01a201bb-93c0-7206-a35c-13d7d3070621', 'تعویض روغن');
INSERT INTO job_service (job_id, position, service_id, title) VALUES ('01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', 0, '01a201bb-93c0-7206-a35c-13d7d3070621', 'تعویض روغن');
INSERT INTO party (party_no, plate_key, mobile, customer_name, model, visits, on_time, late, no_shows, last_job_id, last_at_utc_ms) VALUES (1, '47د526-88', '', 'مریم احمدی', 'پژو ۲۰۶', 1, 0, 0, 0, '01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', 1795325400000);
INSERT INTO party (party_no, plate_key, mobile, customer_name, model, visits, on_time, late, no_shows, last_job_id, last_at_utc_ms) VALUES (2, '73ن194-40', '', 'مریم احمدی', 'پژو ۲۰۶', 1, 0, 0, 0, '01a201bb-93c0-7b97-a73f-6d13f553fab7', 1795325400000);
INSERT INTO party_search (rowid, plate, mobile, name) VALUES (1, '4752688', '', 'مریم احمدی');
INSERT INTO party_search (rowid, plate, mobile, name) VALUES (2, '7319440', '', 'مریم احمدی');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('bay', '01a201bb-93c0-754a-83e1-c9a7a614a7d3', 1, '{"active":true,"bayId":"01a201bb-93c0-754a-83e1-c9a7a614a7d3","kind":"flat","name":"جایگاه 2"}', '001795325400000-00004', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('bay', '01a201bb-93c0-75bb-b0f4-549bc830ce1b', 0, '{"active":true,"bayId":"01a201bb-93c0-75bb-b0f4-549bc830ce1b","kind":"lift","name":"جایگاه 1"}', '001795325400000-00003', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('hours', '1', 0, '{"exceptions":[],"holidays":[],"timeZone":"Asia/Tehran","weekly":[{"intervals":[{"fromMinute":480,"toMinute":1080}]},{"intervals":[{"fromMinute":480,"toMinute":1080}]},{"intervals":[{"fromMinute":480,"toMinute":1080}]},{"intervals":[{"fromMinute":480,"toMinute":1080}]},{"intervals":[{"fromMinute":480,"toMinute":1080}]},{"intervals":[{"fromMinute":480,"toMinute":780}]},{"intervals":[]}]}', '001795325400000-00001', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('person', '01a201bb-93c0-765d-bdb7-347d3e901bdc', 2, '{"active":true,"name":"رضا کریمی","personId":"01a201bb-93c0-765d-bdb7-347d3e901bdc","role":"mechanic","skills":["mechanical","brakes"]}', '001795325400000-00007', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('person', '01a201bb-93c0-7938-a922-32d80f639799', 0, '{"active":true,"name":"مینا کاظمی","personId":"01a201bb-93c0-7938-a922-32d80f639799","role":"owner","skills":[]}', '001795325400000-00005', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('person', '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 1, '{"active":true,"name":"لیلا مرادی","personId":"01a201bb-93c0-7c66-8a2b-f73069b9d86a","role":"frontDesk","skills":[]}', '001795325400000-00006', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('person', '01a201bb-93c0-7dc3-8a84-d8d4169c03fb', 3, '{"active":true,"name":"امیر صفایی","personId":"01a201bb-93c0-7dc3-8a84-d8d4169c03fb","role":"mechanic","skills":["electrical","mechanical"]}', '001795325400000-00008', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('profile', '1', 0, '{"address":"","demo":false,"garageId":"01a201bb-93c0-7cae-9c8c-466c9977a9e6","moneyShown":"toman","name":"تعمیرگاه آزمون","phone":""}', '001795325400000-00000', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('queue', '1', 0, '{"earlyWindowMin":15,"graceMin":10,"holdMin":10,"lateDeferralMin":60,"noShowMin":30,"noSlotDeferralMin":90,"patienceMin":90,"promiseMin":10}', '001795325400000-00002', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('service', '01a201bb-93c0-7206-a35c-13d7d3070621', 0, '{"active":true,"needs":{"bayKinds":[],"skills":["mechanical"]},"priceRial":21800000,"quotedMin":30,"serviceId":"01a201bb-93c0-7206-a35c-13d7d3070621","title":"تعویض روغن"}', '001795325400000-00009', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('service', '01a201bb-93c0-721a-9d8d-32f1a7e94514', 1, '{"active":true,"needs":{"bayKinds":["lift"],"skills":["brakes"]},"priceRial":12500000,"quotedMin":60,"serviceId":"01a201bb-93c0-721a-9d8d-32f1a7e94514","title":"لنت ترمز جلو"}', '001795325400000-00010', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('service', '01a201bb-93c0-7a21-80e5-14ec31c83294', 2, '{"active":true,"needs":{"bayKinds":["flat"],"skills":["electrical"]},"priceRial":41400000,"quotedMin":90,"serviceId":"01a201bb-93c0-7a21-80e5-14ec31c83294","title":"تعویض دینام"}', '001795325400000-00011', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('vat', '1', 0, '[]', '001795325400000-00012', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO material (material_no, material_id, kind, brand, grade, part_no, barcode, unit, unit_price_rial, active, barcode_key, search_text, hlc, changed_at_utc_ms, changed_by) VALUES (1, '01a201bb-93c0-7cb1-9033-7f058990c38b', 'فیلتر روغن', 'سرکان', NULL, '206', '6260001', 'piece', 900000, 1, '6260001', 'فیلتر روغن سرکان 206 6260001', '001795325400000-00000', 1795325400000, '01a201bb-93c0-7938-a922-32d80f639799');
INSERT INTO material_search (rowid, text) VALUES (1, 'فیلتر روغن سرکان 206 6260001');
INSERT INTO request_line (job_id, position, basis, title, milli, unit, agreed_rial, left_out) VALUES ('01a201bb-93c0-7b97-a73f-6d13f553fab7', 0, 'service:01a201bb-93c0-7206-a35c-13d7d3070621', 'تعویض روغن', 1000, 'time', 21800000, 0);
INSERT INTO request_line (job_id, position, basis, title, milli, unit, agreed_rial, left_out) VALUES ('01a201bb-93c0-7b97-a73f-6d13f553fab7', 1, 'material:1', 'روغن موتور', 4000, 'litre', 14000000, 0);
INSERT INTO request_line (job_id, position, basis, title, milli, unit, agreed_rial, left_out) VALUES ('01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', 0, 'service:01a201bb-93c0-7206-a35c-13d7d3070621', 'تعویض روغن', 1000, 'time', 21800000, 0);
INSERT INTO request_line (job_id, position, basis, title, milli, unit, agreed_rial, left_out) VALUES ('01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', 1, 'material:1', 'روغن موتور', 4000, 'litre', 14000000, 0);
INSERT INTO consent (job_id, consent_id, consent_no, snapshot_hash, asked_at_utc_ms, asked_by, valid_until_utc_ms, grade, decided_at_utc_ms, recorded_by, supersedes) VALUES ('01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '01a201bb-93c0-76a0-8866-e82f24927e0e', 1, '250173990bca9e80397c1c7d1e2a8e8ed6d4dc8c056959c513a3097cb38bcef5', 1795325400000, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', 1795411800000, 'C', 1795325400000, '01a201bb-93c0-7c66-8a2b-f73069b9d86a', NULL);
INSERT INTO consent_item (job_id, consent_id, position, basis, title, milli, unit, safety, amount_rial, state, left_out, started_at_utc_ms) VALUES ('01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '01a201bb-93c0-76a0-8866-e82f24927e0e', 0, 'consent:01a201bb-93c0-76a0-8866-e82f24927e0e:1', 'دیسک چرخ جلو', 2000, 'piece', 'unsafe', 28000000, 'accepted', 0, NULL);
INSERT INTO consent_item (job_id, consent_id, position, basis, title, milli, unit, safety, amount_rial, state, left_out, started_at_utc_ms) VALUES ('01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '01a201bb-93c0-76a0-8866-e82f24927e0e', 1, 'consent:01a201bb-93c0-76a0-8866-e82f24927e0e:2', 'تنظیم موتور', 1000, 'time', 'unsafe', 3000000, 'refused', 0, NULL);
INSERT INTO bill_line (job_id, basis, position, milli, unit, amount_rial) VALUES ('01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', 'service:01a201bb-93c0-7206-a35c-13d7d3070621', 0, 1000, 'time', 21800000);
INSERT INTO bill (job_id, discount_rial, discount_reason, vat_permyriad, set_at_utc_ms, set_by) VALUES ('01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', 0, '', 0, 1795325400000, '01a201bb-93c0-7c66-8a2b-f73069b9d86a');
INSERT INTO payment (job_id, payment_id, method, amount_rial, refunded_rial, reference, at_utc_ms, taken_by) VALUES ('01a201bb-93c0-7dcc-bc40-7b87bb04d8a9', '01a201bb-93c0-79f2-a66b-49d246d28f1f', 'card', 5000000, 0, '12', 1795325400000, '01a201bb-93c0-7c66-8a2b-f73069b9d86a');
CREATE INDEX event_by_stream ON event (stream, seq);
CREATE TRIGGER event_never_updated BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'the log only grows: an event is never changed');
END;
CREATE TRIGGER event_never_deleted BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'the log only grows: an event is never deleted');
END;
CREATE INDEX command_done_by_age ON command_done (done_at_utc_ms);
CREATE INDEX job_by_party ON job (plate_key, mobile, at_utc_ms);
CREATE INDEX job_by_no ON job (job_no);
CREATE INDEX job_by_booking ON job (booking_ref) WHERE booking_ref IS NOT NULL;
CREATE INDEX job_open ON job (phase, slot_start_utc_ms) WHERE phase IN ('expected', 'waiting', 'inWork', 'paused', 'finished');
CREATE INDEX job_closed ON job (closed_at_utc_ms, phase) WHERE closed_at_utc_ms IS NOT NULL;
CREATE INDEX passed_over_by ON passed_over (by_job_id);
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
CREATE INDEX party_by_last ON party (last_at_utc_ms DESC);
CREATE INDEX material_by_barcode ON material (barcode_key) WHERE barcode_key IS NOT NULL;
CREATE INDEX material_by_hlc ON material (hlc);
CREATE TRIGGER photo_never_updated BEFORE UPDATE ON photo BEGIN
  SELECT RAISE(ABORT, 'a photo is what its hash names: it is never changed');
END;
CREATE INDEX consent_draft_by_job ON consent_draft (job_id);
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
CREATE TRIGGER cap_by_new_line AFTER INSERT ON bill_line BEGIN SELECT RAISE(ABORT, 'T4: the bill is above the cap') FROM account WHERE job_id = NEW.job_id AND billed_rial > cap_rial; END;
CREATE TRIGGER cap_by_line AFTER UPDATE ON bill_line BEGIN SELECT RAISE(ABORT, 'T4: the bill is above the cap') FROM account WHERE job_id = NEW.job_id AND billed_rial > cap_rial; END;
CREATE TRIGGER cap_by_cap AFTER UPDATE OF cap_rial ON job BEGIN SELECT RAISE(ABORT, 'T4: the bill is above the cap') FROM account WHERE job_id = NEW.job_id AND billed_rial > cap_rial; END;
CREATE TRIGGER paid_by_new_payment AFTER INSERT ON payment BEGIN SELECT RAISE(ABORT, 'T4: paid is above the bill') FROM account WHERE job_id IN (NEW.job_id) AND paid_rial > billed_rial - discount_rial; END;
CREATE TRIGGER paid_by_payment AFTER UPDATE ON payment BEGIN SELECT RAISE(ABORT, 'T4: paid is above the bill') FROM account WHERE job_id IN (NEW.job_id) AND paid_rial > billed_rial - discount_rial; END;
CREATE TRIGGER paid_by_line AFTER UPDATE ON bill_line BEGIN SELECT RAISE(ABORT, 'T4: paid is above the bill') FROM account WHERE job_id IN (OLD.job_id, NEW.job_id) AND paid_rial > billed_rial - discount_rial; END;
CREATE TRIGGER paid_by_gone_line AFTER DELETE ON bill_line BEGIN SELECT RAISE(ABORT, 'T4: paid is above the bill') FROM account WHERE job_id IN (OLD.job_id) AND paid_rial > billed_rial - discount_rial; END;
CREATE TRIGGER paid_by_new_discount AFTER INSERT ON bill BEGIN SELECT RAISE(ABORT, 'T4: paid is above the bill') FROM account WHERE job_id IN (NEW.job_id) AND paid_rial > billed_rial - discount_rial; END;
CREATE TRIGGER paid_by_discount AFTER UPDATE ON bill BEGIN SELECT RAISE(ABORT, 'T4: paid is above the bill') FROM account WHERE job_id IN (NEW.job_id) AND paid_rial > billed_rial - discount_rial; END;
CREATE TRIGGER refunded_by_new_payment AFTER INSERT ON payment WHEN NEW.refunded_rial > NEW.amount_rial
BEGIN SELECT RAISE(ABORT, 'a refund is above what was paid'); END;
CREATE TRIGGER refunded_by_payment AFTER UPDATE ON payment WHEN NEW.refunded_rial > NEW.amount_rial
BEGIN SELECT RAISE(ABORT, 'a refund is above what was paid'); END;
CREATE TRIGGER refunded_by_new_refund AFTER INSERT ON refund 
WHEN (SELECT sum(r.amount_rial) FROM refund r WHERE r.job_id = NEW.job_id AND r.payment_id = NEW.payment_id) >
  (SELECT p.refunded_rial FROM payment p WHERE p.job_id = NEW.job_id AND p.payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'a refund is above what was paid'); END;
CREATE TRIGGER refunded_by_refund AFTER UPDATE ON refund 
WHEN (SELECT sum(r.amount_rial) FROM refund r WHERE r.job_id = NEW.job_id AND r.payment_id = NEW.payment_id) >
  (SELECT p.refunded_rial FROM payment p WHERE p.job_id = NEW.job_id AND p.payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'a refund is above what was paid'); END;
CREATE TRIGGER basis_of_new_line AFTER INSERT ON bill_line WHEN NOT EXISTS (SELECT 1 FROM agreed_line a WHERE a.job_id = NEW.job_id AND a.basis = NEW.basis
    AND a.unit = NEW.unit AND a.milli >= NEW.milli AND a.agreed_rial >= NEW.amount_rial)
BEGIN SELECT RAISE(ABORT, 'T5: nothing agreed covers this line of the bill'); END;
CREATE TRIGGER basis_of_line AFTER UPDATE ON bill_line WHEN NOT EXISTS (SELECT 1 FROM agreed_line a WHERE a.job_id = NEW.job_id AND a.basis = NEW.basis
    AND a.unit = NEW.unit AND a.milli >= NEW.milli AND a.agreed_rial >= NEW.amount_rial)
BEGIN SELECT RAISE(ABORT, 'T5: nothing agreed covers this line of the bill'); END;
CREATE TRIGGER basis_of_new_part AFTER INSERT ON part_use WHEN NEW.milli > NEW.taken_back_milli AND NOT EXISTS (
    SELECT 1 FROM agreed_line a WHERE a.job_id = NEW.job_id AND a.basis = NEW.basis AND a.unit = NEW.unit AND a.milli >= (
      SELECT sum(o.milli - o.taken_back_milli) FROM part_use o WHERE o.job_id = NEW.job_id AND o.basis = NEW.basis))
BEGIN SELECT RAISE(ABORT, 'T5: nothing agreed covers this part'); END;
CREATE TRIGGER basis_of_part AFTER UPDATE ON part_use WHEN NEW.milli > NEW.taken_back_milli AND NOT EXISTS (
    SELECT 1 FROM agreed_line a WHERE a.job_id = NEW.job_id AND a.basis = NEW.basis AND a.unit = NEW.unit AND a.milli >= (
      SELECT sum(o.milli - o.taken_back_milli) FROM part_use o WHERE o.job_id = NEW.job_id AND o.basis = NEW.basis))
BEGIN SELECT RAISE(ABORT, 'T5: nothing agreed covers this part'); END;
CREATE TRIGGER start_of_new_item AFTER INSERT ON consent_item WHEN NEW.started_at_utc_ms IS NOT NULL AND NEW.state <> 'accepted'
BEGIN SELECT RAISE(ABORT, 'T5: the customer has not accepted this item'); END;
CREATE TRIGGER start_of_item AFTER UPDATE ON consent_item WHEN NEW.started_at_utc_ms IS NOT NULL AND NEW.state <> 'accepted'
BEGIN SELECT RAISE(ABORT, 'T5: the customer has not accepted this item'); END;
CREATE TRIGGER ground_of_line AFTER UPDATE ON request_line 
WHEN EXISTS (SELECT 1 FROM job WHERE job_id = OLD.job_id) AND EXISTS (
  SELECT 1 FROM bill_line l WHERE l.job_id = OLD.job_id AND l.basis = OLD.basis AND NOT EXISTS (SELECT 1 FROM agreed_line a WHERE a.job_id = l.job_id AND a.basis = l.basis
    AND a.unit = l.unit AND a.milli >= l.milli AND a.agreed_rial >= l.amount_rial)
  UNION ALL
  SELECT 1 FROM part_use u WHERE u.job_id = OLD.job_id AND u.basis = OLD.basis AND u.milli > u.taken_back_milli AND NOT EXISTS (
    SELECT 1 FROM agreed_line a WHERE a.job_id = u.job_id AND a.basis = u.basis AND a.unit = u.unit AND a.milli >= (
      SELECT sum(o.milli - o.taken_back_milli) FROM part_use o WHERE o.job_id = u.job_id AND o.basis = u.basis))
) BEGIN
  SELECT RAISE(ABORT, 'T5: what was agreed is used or billed');
END;
CREATE TRIGGER ground_of_gone_line AFTER DELETE ON request_line 
WHEN EXISTS (SELECT 1 FROM job WHERE job_id = OLD.job_id) AND EXISTS (
  SELECT 1 FROM bill_line l WHERE l.job_id = OLD.job_id AND l.basis = OLD.basis AND NOT EXISTS (SELECT 1 FROM agreed_line a WHERE a.job_id = l.job_id AND a.basis = l.basis
    AND a.unit = l.unit AND a.milli >= l.milli AND a.agreed_rial >= l.amount_rial)
  UNION ALL
  SELECT 1 FROM part_use u WHERE u.job_id = OLD.job_id AND u.basis = OLD.basis AND u.milli > u.taken_back_milli AND NOT EXISTS (
    SELECT 1 FROM agreed_line a WHERE a.job_id = u.job_id AND a.basis = u.basis AND a.unit = u.unit AND a.milli >= (
      SELECT sum(o.milli - o.taken_back_milli) FROM part_use o WHERE o.job_id = u.job_id AND o.basis = u.basis))
) BEGIN
  SELECT RAISE(ABORT, 'T5: what was agreed is used or billed');
END;
CREATE TRIGGER ground_of_item AFTER UPDATE ON consent_item 
WHEN EXISTS (SELECT 1 FROM job WHERE job_id = OLD.job_id) AND EXISTS (
  SELECT 1 FROM bill_line l WHERE l.job_id = OLD.job_id AND l.basis = OLD.basis AND NOT EXISTS (SELECT 1 FROM agreed_line a WHERE a.job_id = l.job_id AND a.basis = l.basis
    AND a.unit = l.unit AND a.milli >= l.milli AND a.agreed_rial >= l.amount_rial)
  UNION ALL
  SELECT 1 FROM part_use u WHERE u.job_id = OLD.job_id AND u.basis = OLD.basis AND u.milli > u.taken_back_milli AND NOT EXISTS (
    SELECT 1 FROM agreed_line a WHERE a.job_id = u.job_id AND a.basis = u.basis AND a.unit = u.unit AND a.milli >= (
      SELECT sum(o.milli - o.taken_back_milli) FROM part_use o WHERE o.job_id = u.job_id AND o.basis = u.basis))
) BEGIN
  SELECT RAISE(ABORT, 'T5: what was agreed is used or billed');
END;
CREATE TRIGGER ground_of_gone_item AFTER DELETE ON consent_item 
WHEN EXISTS (SELECT 1 FROM job WHERE job_id = OLD.job_id) AND EXISTS (
  SELECT 1 FROM bill_line l WHERE l.job_id = OLD.job_id AND l.basis = OLD.basis AND NOT EXISTS (SELECT 1 FROM agreed_line a WHERE a.job_id = l.job_id AND a.basis = l.basis
    AND a.unit = l.unit AND a.milli >= l.milli AND a.agreed_rial >= l.amount_rial)
  UNION ALL
  SELECT 1 FROM part_use u WHERE u.job_id = OLD.job_id AND u.basis = OLD.basis AND u.milli > u.taken_back_milli AND NOT EXISTS (
    SELECT 1 FROM agreed_line a WHERE a.job_id = u.job_id AND a.basis = u.basis AND a.unit = u.unit AND a.milli >= (
      SELECT sum(o.milli - o.taken_back_milli) FROM part_use o WHERE o.job_id = u.job_id AND o.basis = u.basis))
) BEGIN
  SELECT RAISE(ABORT, 'T5: what was agreed is used or billed');
END;
PRAGMA application_id = 1347110990;
PRAGMA user_version = 30;
