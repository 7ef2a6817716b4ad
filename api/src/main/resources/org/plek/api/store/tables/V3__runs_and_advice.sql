-- The problem of a planning run as it was, zipped and in base64, so that its plan can be explained
-- and a what-if can start from it.
ALTER TABLE run ADD COLUMN problem TEXT;

-- What was advised for a request: the ranking and the reasons shown, to whom and when.
CREATE TABLE advice (
  network_id TEXT NOT NULL REFERENCES network (id),
  id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (network_id, id)
);
CREATE INDEX advice_request ON advice (network_id, request_id, at);
