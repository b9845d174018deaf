-- The tables of a vanban index, for analysts who query it with SQL. `vanban schema index` prints this page.
--
-- Ids of documents and bodies are those of every other output (vn/ubnd-ca-mau/ke-hoach/2026/264-kh-ubnd). Dates are EDTF
-- (2026-04-24, 2026-04-XX). Offsets are bytes of the text that `vanban text` prints. Read the views at the end first;
-- tables whose comment says `inner` may change with the version of the index. Never write to an index by hand.

-- Version of the index and of what it was made by: format, vanban, changed (counts the states of the index).
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Every file or line of NDJSON that was met.
CREATE TABLE sources (
  source INTEGER PRIMARY KEY,
  place TEXT NOT NULL UNIQUE,   -- the path; for a line of NDJSON the path of its file, # and its id
  path TEXT,                    -- path as given; NULL for a line of NDJSON
  caller_id TEXT,               -- the caller's own id of a line of NDJSON
  sha256 TEXT NOT NULL,         -- of the raw file
  bytes INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,    -- of grammars, tables and code it was read with
  state TEXT NOT NULL           -- held, vanished (the file is gone; in no answer), classified-skipped (nothing of it is here)
);

CREATE INDEX sources_caller_id ON sources (caller_id) WHERE path IS NULL;

-- inner: text, document as JSON, and what the document added to the counting tables, compressed by zstd.
CREATE TABLE texts (source INTEGER PRIMARY KEY, text BLOB NOT NULL, record BLOB NOT NULL, ledger BLOB NOT NULL);

-- Contents that `vanban forget` removed; they are not taken in again from a folder.
CREATE TABLE forgotten (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;

-- Documents held, one row a file.
CREATE TABLE documents (
  source INTEGER PRIMARY KEY,
  node INTEGER NOT NULL,
  id TEXT NOT NULL,
  code TEXT, kind TEXT, date TEXT, place TEXT,
  issuer TEXT, issuer_id TEXT, parent TEXT, author TEXT, tier TEXT,
  subject TEXT, status TEXT NOT NULL, classification TEXT, urgency TEXT,
  first_day TEXT,               -- the first day the date allows; NULL without a year
  own TEXT NOT NULL             -- inner
);
CREATE INDEX documents_node ON documents (node);
CREATE INDEX documents_first_day ON documents (first_day);

-- inner: every document held or cited. `tail` is the last part of the id.
CREATE TABLE nodes (
  node INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, tail TEXT NOT NULL,
  held INTEGER NOT NULL DEFAULT 0, said INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX nodes_tail ON nodes (tail);

-- inner: codes and names documents go by; what is said of them; how often.
CREATE TABLE keys (key TEXT, node INTEGER, n INTEGER NOT NULL, PRIMARY KEY (key, node)) WITHOUT ROWID;
CREATE TABLE said (node INTEGER, said TEXT, n INTEGER NOT NULL, PRIMARY KEY (node, said)) WITHOUT ROWID;

-- inner: what resolution goes by: documents known whole, mentions that lack a part of their key, keys to be told apart.
CREATE TABLE known (code TEXT, id TEXT, date TEXT, n INTEGER NOT NULL, PRIMARY KEY (code, id, date)) WITHOUT ROWID;
CREATE TABLE open (code TEXT, source INTEGER, at INTEGER, mention TEXT NOT NULL, province TEXT, PRIMARY KEY (code, source, at)) WITHOUT ROWID;
CREATE INDEX open_source ON open (source);
CREATE TABLE vague (key TEXT, source INTEGER, sha256 TEXT NOT NULL, PRIMARY KEY (key, source)) WITHOUT ROWID;
CREATE INDEX vague_source ON vague (source);

-- The documents each document cites.
CREATE TABLE cited (
  source INTEGER, at INTEGER, node INTEGER NOT NULL,
  code TEXT, name TEXT, kind TEXT, date TEXT, issuer TEXT, issuer_id TEXT,
  role TEXT, title TEXT,
  mentions INTEGER NOT NULL,    -- how often it is named
  fate TEXT NOT NULL,           -- resolved; ambiguous: several documents fit; abstained: a part of its identity is missing
  PRIMARY KEY (source, at)
) WITHOUT ROWID;
CREATE INDEX cited_node ON cited (node);

-- What documents do to one another: one row a place that says so.
CREATE TABLE edges (
  edge INTEGER PRIMARY KEY,
  source INTEGER NOT NULL,      -- the text that says so
  from_node INTEGER NOT NULL, relation TEXT NOT NULL, to_node INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  cue TEXT, asserted_by TEXT, sentence TEXT NOT NULL
);
CREATE INDEX edges_from ON edges (from_node, to_node, relation);
CREATE INDEX edges_to ON edges (to_node, relation);
CREATE INDEX edges_source ON edges (source);

-- What documents tell somebody to do.
CREATE TABLE tasks (
  source INTEGER, n INTEGER, task TEXT NOT NULL,
  text TEXT NOT NULL, duty TEXT, modality TEXT, assignment TEXT,
  lead TEXT NOT NULL, coordinate TEXT NOT NULL, report_to TEXT NOT NULL,  -- names, separated by '; '
  section TEXT NOT NULL, deliverable TEXT, generic INTEGER NOT NULL,
  undated INTEGER NOT NULL,     -- 1: no time limit is set for it
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (source, n)
) WITHOUT ROWID;
CREATE INDEX tasks_undated ON tasks (source, duty, assignment) WHERE undated;

-- inner: who has a part in the tasks of which text.
CREATE TABLE actors (actor INTEGER PRIMARY KEY, text TEXT NOT NULL, organ TEXT NOT NULL, UNIQUE (text, organ));
CREATE INDEX actors_organ ON actors (organ);
CREATE VIRTUAL TABLE actor_words USING fts5 (words, content='', contentless_delete=1, detail=full, tokenize='ascii');
CREATE TABLE charged (actor INTEGER, source INTEGER, PRIMARY KEY (actor, source)) WITHOUT ROWID;
CREATE INDEX charged_source ON charged (source);

-- When something is to be done.
CREATE TABLE deadlines (
  source INTEGER, n INTEGER,
  text TEXT NOT NULL, value TEXT NOT NULL,
  last_day TEXT,                -- the last day on which it is kept; NULL for recurrences, and where it is not known
  recurs INTEGER NOT NULL,      -- 1: its days are told by `value` alone
  use TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (source, n)
) WITHOUT ROWID;
CREATE INDEX deadlines_last_day ON deadlines (last_day) WHERE last_day IS NOT NULL;
CREATE INDEX deadlines_recurs ON deadlines (source) WHERE recurs;

-- What is odd about a document.
CREATE TABLE diagnostics (
  source INTEGER, n INTEGER, code TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL,
  start INTEGER, "end" INTEGER,
  PRIMARY KEY (source, n)
) WITHOUT ROWID;

-- Bodies and the names they are printed under.
CREATE TABLE bodies (id TEXT, name TEXT, n INTEGER NOT NULL, PRIMARY KEY (id, name)) WITHOUT ROWID;

-- Full-text search over paragraphs, the subject among them: letters without marks, `đ` as d. rowid = source * 1048576 + the
-- number of the paragraph. `SELECT rowid FROM passages WHERE passages MATCH 'tiep cong dan'`.
CREATE VIRTUAL TABLE passages USING fts5 (words, content='', contentless_delete=1, detail=full, tokenize='ascii');

-- inner: the edges of one relation as arrays, and counts, derived from the tables, checked by a sum and made anew when
-- `changed` has moved on.
CREATE TABLE frozen (part TEXT PRIMARY KEY, changed INTEGER NOT NULL, sum INTEGER NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;

-- ---------------------------------------------------------------------------------------------------------------------

-- "from_id relation to_id", the sentence that says so, and where it stands.
CREATE VIEW relations AS
  SELECT f.id AS from_id, e.relation, t.id AS to_id, e.cue, e.sentence, s.path, d.id AS said_in, e.start, e."end"
  FROM edges e JOIN nodes f ON f.node = e.from_node JOIN nodes t ON t.node = e.to_node
  JOIN sources s ON s.source = e.source JOIN documents d ON d.source = e.source;

-- Each document with the documents it cites.
CREATE VIEW citations AS
  SELECT d.id AS citing, n.id AS cited, n.held > 0 AS held, c.code, c.name, c.kind, c.date, c.issuer, c.role, c.mentions, c.fate
  FROM cited c JOIN documents d ON d.source = c.source JOIN nodes n ON n.node = c.node;

-- Documents that are cited and not held, with the number of texts that cite them.
CREATE VIEW not_held AS
  SELECT n.id, count(DISTINCT c.source) AS cited_by FROM nodes n JOIN cited c ON c.node = n.node WHERE n.held = 0 GROUP BY n.node;
