-- Runs on SQLite and PostgreSQL alike: only TEXT and BIGINT, moments as ISO 8601 in UTC with
-- milliseconds, bodies as JSON text. What differs stands in the folder of the database.

CREATE TABLE network (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  version BIGINT NOT NULL,
  -- Number of the last event; every write moves it on, so that two writers cannot both succeed.
  last_event BIGINT NOT NULL,
  updated_at TEXT NOT NULL
);

-- Providers, families and requests under pseudonyms, in the words of the problem format.
CREATE TABLE document (
  network_id TEXT NOT NULL REFERENCES network (id),
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  owner TEXT,
  area TEXT,
  body TEXT NOT NULL,
  version BIGINT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (network_id, kind, id)
);
CREATE INDEX document_owner ON document (network_id, kind, owner);
CREATE INDEX document_area ON document (network_id, kind, area);

-- The only place of names, addresses and telephone numbers.
CREATE TABLE person (
  network_id TEXT NOT NULL REFERENCES network (id),
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  version BIGINT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (network_id, kind, id)
);

-- Who is really there on a date, where it differs from the roster.
CREATE TABLE presence (
  network_id TEXT NOT NULL REFERENCES network (id),
  provider_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  day TEXT NOT NULL,
  hours TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (network_id, provider_id, subject, day)
);

-- How far a request has come.
CREATE TABLE progress (
  network_id TEXT NOT NULL REFERENCES network (id),
  request_id TEXT NOT NULL,
  level TEXT NOT NULL,
  outcome TEXT,
  statement TEXT,
  filed_by TEXT NOT NULL,
  version BIGINT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (network_id, request_id)
);

CREATE TABLE agreement (
  network_id TEXT NOT NULL REFERENCES network (id),
  id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  family_id TEXT NOT NULL,
  state TEXT NOT NULL,
  until TEXT,
  body TEXT NOT NULL,
  version BIGINT NOT NULL,
  made_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (network_id, id)
);
-- One live offer per request, whatever the program does.
CREATE UNIQUE INDEX agreement_one_live ON agreement (network_id, request_id)
  WHERE state IN ('HELD', 'OFFERED');
CREATE INDEX agreement_request ON agreement (network_id, request_id);

CREATE TABLE agreement_leg (
  network_id TEXT NOT NULL,
  agreement_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  leg BIGINT NOT NULL,
  provider_id TEXT NOT NULL,
  group_id TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  escort_minutes BIGINT NOT NULL,
  PRIMARY KEY (network_id, agreement_id, session_id, leg),
  FOREIGN KEY (network_id, agreement_id) REFERENCES agreement (network_id, id)
);
CREATE INDEX agreement_leg_provider ON agreement_leg (network_id, provider_id, starts_at);

-- Everything that happened, append-only, without names.
CREATE TABLE event (
  network_id TEXT NOT NULL REFERENCES network (id),
  seq BIGINT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  actor TEXT NOT NULL,
  how TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (network_id, seq)
);
CREATE INDEX event_subject ON event (network_id, subject);

-- Every call: who, what, which, allowed or refused. Append-only.
CREATE TABLE audit (
  id ${identity},
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  network_id TEXT,
  object TEXT,
  outcome TEXT NOT NULL,
  status BIGINT NOT NULL
);
CREATE INDEX audit_at ON audit (at);

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  password_hash TEXT,
  version BIGINT NOT NULL,
  updated_at TEXT NOT NULL
);

-- API keys and signed-in sessions; only the hash of the secret.
CREATE TABLE credential (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL,
  hash TEXT NOT NULL,
  note TEXT NOT NULL,
  made_at TEXT NOT NULL,
  expires_at TEXT
);

CREATE TABLE idempotency (
  actor TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  status BIGINT NOT NULL,
  headers TEXT NOT NULL,
  answer TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (actor, idempotency_key)
);

CREATE TABLE run (
  network_id TEXT NOT NULL REFERENCES network (id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  plan TEXT,
  made_at TEXT NOT NULL,
  PRIMARY KEY (network_id, id)
);

-- Holds a row only inside a retention run, which alone may delete from append-only tables.
CREATE TABLE retention_open (
  id BIGINT PRIMARY KEY
);
