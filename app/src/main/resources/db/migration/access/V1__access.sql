CREATE SCHEMA IF NOT EXISTS access;

CREATE TABLE access.credential (
    person     uuid        PRIMARY KEY,
    hash       text        NOT NULL,
    set_at     timestamptz NOT NULL,
    must_change boolean    NOT NULL DEFAULT false
);

-- The token itself is only in the browser; here is its SHA-256.
CREATE TABLE access.session (
    token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    id         uuid        NOT NULL UNIQUE,
    person     uuid        NOT NULL,
    device     uuid        NOT NULL,
    agent      text        NOT NULL,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz NOT NULL,
    ended_at   timestamptz
) WITH (fillfactor = 80);
CREATE INDEX session_person ON access.session (person, made_at DESC);

-- Slowing is per person and device, so that failures elsewhere never lock the account for its owner.
CREATE TABLE access.failure (
    pno    text        NOT NULL,
    device uuid        NOT NULL,
    times  int         NOT NULL,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (pno, device)
);

CREATE TABLE access.role_grant (
    person     uuid NOT NULL,
    role       text NOT NULL CHECK (role IN ('ADMIN')),
    valid_from date NOT NULL,
    valid_to   date NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (person, role, valid_from)
);

CREATE TABLE access.preference (
    person   uuid PRIMARY KEY,
    language text NOT NULL CHECK (language IN ('HI', 'EN'))
);

-- A token of another system: one person, one post, named scopes.
CREATE TABLE access.api_token (
    token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    id         uuid        NOT NULL UNIQUE,
    person     uuid        NOT NULL,
    post       uuid        NOT NULL,
    scopes     text[]      NOT NULL,
    name       text        NOT NULL,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz
);
CREATE INDEX api_token_person ON access.api_token (person);
