-- A garage's database as version 10 of the program left it: schema and rows, frozen. Never edited.
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
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (device, dseq)
) STRICT;
CREATE TABLE command_done (
  command_id TEXT PRIMARY KEY,
  done_at_utc_ms INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (json_valid(outcome))
) STRICT, WITHOUT ROWID;
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
INSERT INTO identity (id, garage, device, made_at_utc_ms) VALUES (1, '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 1795318200000);
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash) VALUES (1, '01a2014d-b6c0-7406-a297-af95a820e666', '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 1, '001795318200000-00000', 1795318200000, NULL, '01a2014d-b6c0-7601-9712-9d9e4e012c01', 'jobOpened', 1, 'job:01a2014d-b6c0-7051-b920-68b4f51d758c', '[]', '{"acceptedRial":21800000,"customer":{"mobile":"09121234567","name":"مریم احمدی"},"jobNo":1,"note":"","origin":{"bookingRef":"A-1","fileName":"day.csv","kind":"booking"},"services":[{"needs":{"bayKinds":[],"skills":["mechanical"]},"priceRial":21800000,"quotedMin":30,"serviceId":"01a2014d-b6c0-72dc-bb85-56869b9a4169","title":"تعویض روغن"}],"slotStartUtcMs":1795329000000,"vehicle":{"model":"پژو ۲۰۶","plate":{"kind":"fourPart","letter":"د","provinceCode":"88","threeDigits":"526","twoDigits":"47"}}}', '0000000000000000000000000000000000000000000000000000000000000000', '8205e3d41698e139860a7c7ffd312a1a3561850e56852c02372149c3379f3e04');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash) VALUES (2, '01a2014d-b6c0-75d8-a76d-16c9cf17d3d6', '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 2, '001795318200000-00001', 1795318200000, NULL, '01a2014d-b6c0-7601-9712-9d9e4e012c01', 'jobOpened', 1, 'job:01a2014d-b6c0-7b77-a520-d3d6a15fc189', '[]', '{"acceptedRial":30000000,"customer":{"mobile":null,"name":"علی رضایی"},"jobNo":2,"note":"","origin":{"bookingRef":"A-2","fileName":"day.csv","kind":"booking"},"services":[{"needs":{"bayKinds":[],"skills":["mechanical"]},"priceRial":21800000,"quotedMin":30,"serviceId":"01a2014d-b6c0-72dc-bb85-56869b9a4169","title":"تعویض روغن"},{"needs":{"bayKinds":["lift"],"skills":["brakes"]},"priceRial":12500000,"quotedMin":60,"serviceId":"01a2014d-b6c0-7821-a4a6-3332fde91ad7","title":"لنت ترمز جلو"}],"slotStartUtcMs":1795332600000,"vehicle":{"model":"تارا","plate":{"kind":"fourPart","letter":"ب","provinceCode":"67","threeDigits":"345","twoDigits":"12"}}}', '8205e3d41698e139860a7c7ffd312a1a3561850e56852c02372149c3379f3e04', '56268126cb93c619b40c08f3171a6f3a6daaca4cab5e825062e982169ce5d92a');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash) VALUES (3, '01a2014d-b6c0-7add-a986-c16e2f8044ce', '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 3, '001795318200000-00002', 1795318200000, NULL, '01a2014d-b6c0-7601-9712-9d9e4e012c01', 'jobOpened', 1, 'job:01a2014d-b6c0-7d7c-ae16-c7f4c222028b', '[]', '{"acceptedRial":null,"customer":{"mobile":null,"name":"سارا کریمی"},"jobNo":3,"note":"","origin":{"bookingRef":"A-3","fileName":"day.csv","kind":"booking"},"services":[{"needs":{"bayKinds":["flat"],"skills":["electrical"]},"priceRial":41400000,"quotedMin":90,"serviceId":"01a2014d-b6c0-741f-b8a9-1efc367b32ff","title":"تعویض دینام"}],"slotStartUtcMs":1795336200000,"vehicle":{"model":"سمند","plate":{"kind":"fourPart","letter":"ن","provinceCode":"40","threeDigits":"194","twoDigits":"73"}}}', '56268126cb93c619b40c08f3171a6f3a6daaca4cab5e825062e982169ce5d92a', '2768dc6d8f21b98faca70f53ba23c2b50ef31d9a1292f90b34e795dc1490bef5');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash) VALUES (4, '01a201ed-ee60-776b-bcc9-931a055c9e37', '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 4, '001795328700000-00000', 1795328700000, NULL, '01a2014d-b6c0-7601-9712-9d9e4e012c01', 'customerArrived', 1, 'job:01a2014d-b6c0-7051-b920-68b4f51d758c', '["01a2014d-b6c0-7406-a297-af95a820e666"]', '{"arrivalClass":"onTime","evidence":{"clock":"ok","graceMin":10,"slotStartUtcMs":1795329000000}}', '2768dc6d8f21b98faca70f53ba23c2b50ef31d9a1292f90b34e795dc1490bef5', '684f5c573072f5a1804bdceed8699b62917fc05be89556f437f982f7e28b0dac');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash) VALUES (5, '01a201f0-ad80-7b7a-9884-7a62ec11ec42', '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 5, '001795328880000-00000', 1795328880000, NULL, '01a2014d-b6c0-7601-9712-9d9e4e012c01', 'workStarted', 1, 'job:01a2014d-b6c0-7051-b920-68b4f51d758c', '["01a201ed-ee60-776b-bcc9-931a055c9e37"]', '{"bayId":"01a2014d-b6c0-7169-8d99-1a47cdbb88a2","mechanicId":"01a2014d-b6c0-772e-82a9-f1bfc1b47fa2"}', '684f5c573072f5a1804bdceed8699b62917fc05be89556f437f982f7e28b0dac', 'f4f1ffed55bee3e461c0d7e866c2a13241995d8e699c42b6ab2933b831f92747');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash) VALUES (6, '01a2020d-f980-7d2f-9f60-ba8de1a47a52', '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 6, '001795330800000-00000', 1795330800000, NULL, '01a2014d-b6c0-7601-9712-9d9e4e012c01', 'workFinished', 1, 'job:01a2014d-b6c0-7051-b920-68b4f51d758c', '["01a201f0-ad80-7b7a-9884-7a62ec11ec42"]', '{}', 'f4f1ffed55bee3e461c0d7e866c2a13241995d8e699c42b6ab2933b831f92747', '8afc9bdcb57daa8399c5ba1e4e59e982e5572ee82fcf9d7cfaee16fa7b378e47');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash) VALUES (7, '01a20217-2140-75dc-a95a-d3103edb4104', '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 7, '001795331400000-00000', 1795331400000, NULL, '01a2014d-b6c0-7601-9712-9d9e4e012c01', 'carHandedOver', 1, 'job:01a2014d-b6c0-7051-b920-68b4f51d758c', '["01a2020d-f980-7d2f-9f60-ba8de1a47a52"]', '{}', '8afc9bdcb57daa8399c5ba1e4e59e982e5572ee82fcf9d7cfaee16fa7b378e47', 'd9bc9ed3f194fd7e3045d683bc7fea05293ae6263e344bee21afc8104279efe4');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash) VALUES (8, '01a20220-4900-774b-961e-6a7460f5434d', '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 8, '001795332000000-00000', 1795332000000, NULL, '01a2014d-b6c0-7601-9712-9d9e4e012c01', 'customerArrived', 1, 'job:01a2014d-b6c0-7b77-a520-d3d6a15fc189', '["01a2014d-b6c0-75d8-a76d-16c9cf17d3d6"]', '{"arrivalClass":"onTime","evidence":{"clock":"ok","graceMin":10,"slotStartUtcMs":1795332600000}}', 'd9bc9ed3f194fd7e3045d683bc7fea05293ae6263e344bee21afc8104279efe4', '44ffcd9236cc2b80d2db3b12382d561d08193002bdb6a703f03b054983601205');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash) VALUES (9, '01a20220-4900-74b0-a05c-3288ca42a59d', '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 9, '001795332000000-00001', 1795332000000, NULL, '01a2014d-b6c0-7601-9712-9d9e4e012c01', 'workStarted', 1, 'job:01a2014d-b6c0-7b77-a520-d3d6a15fc189', '["01a20220-4900-774b-961e-6a7460f5434d"]', '{"bayId":"01a2014d-b6c0-7169-8d99-1a47cdbb88a2","mechanicId":"01a2014d-b6c0-772e-82a9-f1bfc1b47fa2"}', '44ffcd9236cc2b80d2db3b12382d561d08193002bdb6a703f03b054983601205', 'a7253b95b7b67d0c8f57a63e916f815c6031e8a7b8271ef92d4e4e6ec75e3d40');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash) VALUES (10, '01a20229-70c0-7b0f-9b11-d01c24f07ca7', '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 10, '001795332600000-00000', 1795332600000, NULL, '01a2014d-b6c0-7601-9712-9d9e4e012c01', 'jobOpened', 1, 'job:01a20229-70c0-766f-9469-dd83e428f861', '[]', '{"acceptedRial":null,"customer":{"mobile":null,"name":"حسین قاسم‌پور"},"jobNo":4,"note":"بدون نوبت","origin":{"kind":"walkIn"},"services":[{"needs":{"bayKinds":[],"skills":["mechanical"]},"priceRial":21800000,"quotedMin":30,"serviceId":"01a2014d-b6c0-72dc-bb85-56869b9a4169","title":"تعویض روغن"}],"slotStartUtcMs":null,"vehicle":{"model":"پیکان","plate":{"kind":"historic","serial":"12345"}}}', 'a7253b95b7b67d0c8f57a63e916f815c6031e8a7b8271ef92d4e4e6ec75e3d40', '2a561d42122d9b122d89fb86c73e302eab7f8a7acb064d8d9c48694ced88d2b6');
INSERT INTO event (seq, id, garage, device, dseq, hlc, wall_at_utc_ms, server_offset_ms, actor, type, v, stream, parents, payload, prev_hash, hash) VALUES (11, '01a20229-70c0-7dcd-98b4-06930e1f3691', '01a2014d-b6c0-76e0-b315-6144555abf64', '01a2014d-b6c0-7e13-897f-0245f25c4abe', 11, '001795332600000-00001', 1795332600000, NULL, '01a2014d-b6c0-7601-9712-9d9e4e012c01', 'customerArrived', 1, 'job:01a20229-70c0-766f-9469-dd83e428f861', '["01a20229-70c0-7b0f-9b11-d01c24f07ca7"]', '{"arrivalClass":"noSlot","evidence":{"clock":"ok","graceMin":10,"slotStartUtcMs":null}}', '2a561d42122d9b122d89fb86c73e302eab7f8a7acb064d8d9c48694ced88d2b6', '18a7953d9a2a41644e792f414c613409dc9a36a21d56c1a143804b1df0fd3846');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a2014d-b6c0-7f65-a180-15085721b440', 1795318200000, '{"jobId":null,"bookings":{"taken":3,"bad":0,"alreadyTaken":0}}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201ed-ee60-7352-ac50-69630f92da74', 1795328700000, '{"jobId":"01a2014d-b6c0-7051-b920-68b4f51d758c","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a201f0-ad80-717c-a5ef-fd95ff33b23a', 1795328880000, '{"jobId":"01a2014d-b6c0-7051-b920-68b4f51d758c","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a2020d-f980-73f4-b4b3-e7f328be53c4', 1795330800000, '{"jobId":"01a2014d-b6c0-7051-b920-68b4f51d758c","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a20217-2140-7028-bdcc-88de57d90836', 1795331400000, '{"jobId":"01a2014d-b6c0-7051-b920-68b4f51d758c","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a20220-4900-7ecc-87f2-224c80475fae', 1795332000000, '{"jobId":"01a2014d-b6c0-7b77-a520-d3d6a15fc189","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a20220-4900-7f25-8f11-7f15c3c6c5a6', 1795332000000, '{"jobId":"01a2014d-b6c0-7b77-a520-d3d6a15fc189","bookings":null}');
INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES ('01a20229-70c0-76e9-99e1-b96ea37ee46c', 1795332600000, '{"jobId":"01a20229-70c0-766f-9469-dd83e428f861","bookings":null}');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('bay', '01a2014d-b6c0-7169-8d99-1a47cdbb88a2', 0, '{"active":true,"bayId":"01a2014d-b6c0-7169-8d99-1a47cdbb88a2","kind":"lift","name":"جایگاه 1"}', '001795318200000-00003', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('bay', '01a2014d-b6c0-7b12-a7d3-e1d669857b16', 1, '{"active":true,"bayId":"01a2014d-b6c0-7b12-a7d3-e1d669857b16","kind":"flat","name":"جایگاه 2"}', '001795318200000-00004', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('hours', '1', 0, '{"exceptions":[],"holidays":[],"timeZone":"Asia/Tehran","weekly":[{"intervals":[{"fromMinute":480,"toMinute":1080}]},{"intervals":[{"fromMinute":480,"toMinute":1080}]},{"intervals":[{"fromMinute":480,"toMinute":1080}]},{"intervals":[{"fromMinute":480,"toMinute":1080}]},{"intervals":[{"fromMinute":480,"toMinute":1080}]},{"intervals":[{"fromMinute":480,"toMinute":780}]},{"intervals":[]}]}', '001795318200000-00001', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('person', '01a2014d-b6c0-7206-a967-a7d5949ed6fd', 0, '{"active":true,"name":"مینا کاظمی","personId":"01a2014d-b6c0-7206-a967-a7d5949ed6fd","role":"owner","skills":[]}', '001795318200000-00005', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('person', '01a2014d-b6c0-7601-9712-9d9e4e012c01', 1, '{"active":true,"name":"لیلا مرادی","personId":"01a2014d-b6c0-7601-9712-9d9e4e012c01","role":"frontDesk","skills":[]}', '001795318200000-00006', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('person', '01a2014d-b6c0-772e-82a9-f1bfc1b47fa2', 2, '{"active":true,"name":"رضا کریمی","personId":"01a2014d-b6c0-772e-82a9-f1bfc1b47fa2","role":"mechanic","skills":["mechanical","brakes"]}', '001795318200000-00007', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('person', '01a2014d-b6c0-7fb4-b231-b1b9284c426c', 3, '{"active":true,"name":"امیر صفایی","personId":"01a2014d-b6c0-7fb4-b231-b1b9284c426c","role":"mechanic","skills":["electrical","mechanical"]}', '001795318200000-00008', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('profile', '1', 0, '{"address":"","demo":false,"garageId":"01a2014d-b6c0-76e0-b315-6144555abf64","moneyShown":"toman","name":"تعمیرگاه آزمون","phone":""}', '001795318200000-00000', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('queue', '1', 0, '{"earlyWindowMin":15,"graceMin":10,"holdMin":10,"lateDeferralMin":60,"noShowMin":30,"noSlotDeferralMin":90,"patienceMin":90,"promiseMin":10}', '001795318200000-00002', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('service', '01a2014d-b6c0-72dc-bb85-56869b9a4169', 0, '{"active":true,"needs":{"bayKinds":[],"skills":["mechanical"]},"priceRial":21800000,"quotedMin":30,"serviceId":"01a2014d-b6c0-72dc-bb85-56869b9a4169","title":"تعویض روغن"}', '001795318200000-00009', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('service', '01a2014d-b6c0-741f-b8a9-1efc367b32ff', 2, '{"active":true,"needs":{"bayKinds":["flat"],"skills":["electrical"]},"priceRial":41400000,"quotedMin":90,"serviceId":"01a2014d-b6c0-741f-b8a9-1efc367b32ff","title":"تعویض دینام"}', '001795318200000-00011', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO setting (kind, id, position, value, hlc, changed_at_utc_ms, changed_by) VALUES ('service', '01a2014d-b6c0-7821-a4a6-3332fde91ad7', 1, '{"active":true,"needs":{"bayKinds":["lift"],"skills":["brakes"]},"priceRial":12500000,"quotedMin":60,"serviceId":"01a2014d-b6c0-7821-a4a6-3332fde91ad7","title":"لنت ترمز جلو"}', '001795318200000-00010', 1795318200000, '01a2014d-b6c0-7206-a967-a7d5949ed6fd');
INSERT INTO job (job_id, job_no, phase, booking_ref, opened_at_utc_ms, slot_start_utc_ms, arrived_at_utc_ms, arrival_class, closed_at_utc_ms, at_utc_ms, plate_key, mobile, customer_name, model, cap_rial) VALUES ('01a2014d-b6c0-7051-b920-68b4f51d758c', 1, 'handedOver', 'A-1', 1795318200000, 1795329000000, 1795328700000, 'onTime', 1795331400000, 1795329000000, '47د526-88', '09121234567', 'مریم احمدی', 'پژو ۲۰۶', 21800000);
INSERT INTO job (job_id, job_no, phase, booking_ref, opened_at_utc_ms, slot_start_utc_ms, arrived_at_utc_ms, arrival_class, closed_at_utc_ms, at_utc_ms, plate_key, mobile, customer_name, model, cap_rial) VALUES ('01a2014d-b6c0-7b77-a520-d3d6a15fc189', 2, 'inWork', 'A-2', 1795318200000, 1795332600000, 1795332000000, 'onTime', NULL, 1795332600000, '12ب345-67', '', 'علی رضایی', 'تارا', 30000000);
INSERT INTO job (job_id, job_no, phase, booking_ref, opened_at_utc_ms, slot_start_utc_ms, arrived_at_utc_ms, arrival_class, closed_at_utc_ms, at_utc_ms, plate_key, mobile, customer_name, model, cap_rial) VALUES ('01a2014d-b6c0-7d7c-ae16-c7f4c222028b', 3, 'expected', 'A-3', 1795318200000, 1795336200000, NULL, NULL, NULL, 1795336200000, '73ن194-40', '', 'سارا کریمی', 'سمند', 41400000);
INSERT INTO job (job_id, job_no, phase, booking_ref, opened_at_utc_ms, slot_start_utc_ms, arrived_at_utc_ms, arrival_class, closed_at_utc_ms, at_utc_ms, plate_key, mobile, customer_name, model, cap_rial) VALUES ('01a20229-70c0-766f-9469-dd83e428f861', 4, 'waiting', NULL, 1795332600000, NULL, 1795332600000, 'noSlot', NULL, 1795332600000, 'historic-12345', '', 'حسین قاسم‌پور', 'پیکان', 21800000);
INSERT INTO job_service (job_id, position, service_id, title) VALUES ('01a2014d-b6c0-7051-b920-68b4f51d758c', 0, '01a2014d-b6c0-72dc-bb85-56869b9a4169', 'تعویض روغن');
INSERT INTO job_service (job_id, position, service_id, title) VALUES ('01a2014d-b6c0-7b77-a520-d3d6a15fc189', 0, '01a2014d-b6c0-72dc-bb85-56869b9a4169', 'تعویض روغن');
INSERT INTO job_service (job_id, position, service_id, title) VALUES ('01a2014d-b6c0-7b77-a520-d3d6a15fc189', 1, '01a2014d-b6c0-7821-a4a6-3332fde91ad7', 'لنت ترمز جلو');
INSERT INTO job_service (job_id, position, service_id, title) VALUES ('01a2014d-b6c0-7d7c-ae16-c7f4c222028b', 0, '01a2014d-b6c0-741f-b8a9-1efc367b32ff', 'تعویض دینام');
INSERT INTO job_service (job_id, position, service_id, title) VALUES ('01a20229-70c0-766f-9469-dd83e428f861', 0, '01a2014d-b6c0-72dc-bb85-56869b9a4169', 'تعویض روغن');
INSERT INTO work_sample (job_id, service_id, vehicle_class, mechanic_id, worked_s) VALUES ('01a2014d-b6c0-7051-b920-68b4f51d758c', '01a2014d-b6c0-72dc-bb85-56869b9a4169', 'small', '01a2014d-b6c0-772e-82a9-f1bfc1b47fa2', 1920);
INSERT INTO party (party_no, plate_key, mobile, customer_name, model, visits, on_time, late, no_shows, last_job_id, last_at_utc_ms) VALUES (1, '47د526-88', '09121234567', 'مریم احمدی', 'پژو ۲۰۶', 1, 1, 0, 0, '01a2014d-b6c0-7051-b920-68b4f51d758c', 1795329000000);
INSERT INTO party (party_no, plate_key, mobile, customer_name, model, visits, on_time, late, no_shows, last_job_id, last_at_utc_ms) VALUES (2, '12ب345-67', '', 'علی رضایی', 'تارا', 1, 1, 0, 0, '01a2014d-b6c0-7b77-a520-d3d6a15fc189', 1795332600000);
INSERT INTO party (party_no, plate_key, mobile, customer_name, model, visits, on_time, late, no_shows, last_job_id, last_at_utc_ms) VALUES (3, '73ن194-40', '', 'سارا کریمی', 'سمند', 1, 0, 0, 0, '01a2014d-b6c0-7d7c-ae16-c7f4c222028b', 1795318200000);
INSERT INTO party (party_no, plate_key, mobile, customer_name, model, visits, on_time, late, no_shows, last_job_id, last_at_utc_ms) VALUES (4, 'historic-12345', '', 'حسین قاسم‌پور', 'پیکان', 1, 0, 0, 0, '01a20229-70c0-766f-9469-dd83e428f861', 1795332600000);
INSERT INTO party_search (rowid, plate, mobile, name) VALUES (1, '4752688', '09121234567', 'مریم احمدی');
INSERT INTO party_search (rowid, plate, mobile, name) VALUES (2, '1234567', '', 'علی رضایی');
INSERT INTO party_search (rowid, plate, mobile, name) VALUES (3, '7319440', '', 'سارا کریمی');
INSERT INTO party_search (rowid, plate, mobile, name) VALUES (4, '12345', '', 'حسین قاسمپور');
INSERT INTO work_sum (service_id, vehicle_class, mechanic_id, n, sum_s, sum_sq_s2) VALUES ('01a2014d-b6c0-72dc-bb85-56869b9a4169', 'small', '01a2014d-b6c0-772e-82a9-f1bfc1b47fa2', 1, 1920, 3686400);
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
PRAGMA application_id = 1347110990;
PRAGMA user_version = 10;
