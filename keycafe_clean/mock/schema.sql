-- What the mock keeps. The constraints are the last word: no code can make two users of one address, or lose count.

CREATE TABLE IF NOT EXISTS account (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    email         TEXT    NOT NULL,
    token_digest  BLOB    NOT NULL,
    confirmed     INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    plan          TEXT    NOT NULL CHECK (plan IN ('paid', 'confirmed'))
) STRICT;

CREATE TABLE IF NOT EXISTS imports (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    name             TEXT    NOT NULL,
    digest           BLOB    NOT NULL,
    idempotency_key  TEXT    UNIQUE,
    state            TEXT    NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'processing', 'completed', 'failed')),
    rows             INTEGER NOT NULL CHECK (rows >= 0),
    done             INTEGER NOT NULL DEFAULT 0 CHECK (done BETWEEN 0 AND rows),
    added            INTEGER NOT NULL DEFAULT 0 CHECK (added >= 0),
    failed           INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0),
    places           INTEGER,                       -- how many users it may add; settled when it starts
    created_at       TEXT    NOT NULL,
    finished_at      TEXT,
    message          TEXT,
    CHECK (added + failed <= done),
    CHECK ((state = 'queued') = (places IS NULL AND finished_at IS NULL)),
    CHECK ((state IN ('completed', 'failed')) = (finished_at IS NOT NULL)),
    CHECK (message IS NULL OR state = 'failed')
) STRICT;
CREATE INDEX IF NOT EXISTS imports_by_state ON imports (state);

-- The file itself, only until its import is finished.
CREATE TABLE IF NOT EXISTS uploads (
    import_id  INTEGER PRIMARY KEY REFERENCES imports,
    content    BLOB NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS row_errors (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES imports,
    row        INTEGER NOT NULL CHECK (row >= 1),
    field      TEXT    NOT NULL,
    code       TEXT    NOT NULL,
    message    TEXT    NOT NULL,
    UNIQUE (import_id, row, field, code)
) STRICT;

CREATE TABLE IF NOT EXISTS users (
    id             INTEGER PRIMARY KEY,
    import_id      INTEGER REFERENCES imports,      -- null: was there before the mock
    first_name     TEXT    NOT NULL,
    last_name      TEXT    NOT NULL,
    email          TEXT,
    email_key      TEXT    UNIQUE,
    type           TEXT    NOT NULL CHECK (type IN ('FULL', 'SMARTBOX')),
    status         TEXT    NOT NULL CHECK (status IN ('invited', 'member')),
    badge_code     TEXT,
    badge_key      TEXT    UNIQUE,
    access_code    TEXT    UNIQUE CHECK (access_code NOT GLOB '*[^0-9]*' AND length(access_code) BETWEEN 4 AND 6),
    wants_welcome  INTEGER NOT NULL CHECK (wants_welcome IN (0, 1)),
    CHECK ((email IS NULL) = (email_key IS NULL)),
    CHECK ((badge_code IS NULL) = (badge_key IS NULL)),
    CHECK (type = 'SMARTBOX' OR email IS NOT NULL),
    CHECK (type = 'FULL' OR (status = 'member' AND first_name <> '' AND last_name <> ''))
) STRICT;

-- Addresses with a Keycafe account in another organization.
CREATE TABLE IF NOT EXISTS elsewhere (
    email_key  TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS outbox (
    id       INTEGER PRIMARY KEY,
    email    TEXT    NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('invitation', 'welcome')),
    user_id  INTEGER NOT NULL REFERENCES users,
    sent_at  TEXT    NOT NULL,
    UNIQUE (user_id, kind)
) STRICT;

-- What counts against the limit, by the moment at which it was used.
CREATE TABLE IF NOT EXISTS usage (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER REFERENCES imports,          -- null: used before the mock
    used_at    TEXT    NOT NULL,
    places     INTEGER NOT NULL CHECK (places >= 0)
) STRICT;
CREATE INDEX IF NOT EXISTS usage_by_moment ON usage (used_at);
