CREATE SCHEMA IF NOT EXISTS scanning;

-- A file that arrives in parts. How much of it is here is the length of its file in the data folder, which no power
-- cut separates from the bytes; the row knows whose it is and what it shall become.
CREATE TABLE scanning.transfer (
    id         uuid        PRIMARY KEY,
    person     uuid        NOT NULL,
    name       text        NOT NULL,
    mark       text        NOT NULL CHECK (length(mark) BETWEEN 1 AND 100),
    bytes      bigint      NOT NULL CHECK (bytes > 0),
    upload     uuid,
    made_at    timestamptz NOT NULL,
    touched_at timestamptz NOT NULL
);
-- The same file chosen again goes on where it stopped.
CREATE UNIQUE INDEX transfer_open ON scanning.transfer (person, mark, bytes, name) WHERE upload IS NULL;
CREATE INDEX transfer_touched ON scanning.transfer (touched_at);

-- A telephone that sends pages into one form of one person. The secret stands in the QR alone; the first telephone
-- that shows it is the only one.
CREATE TABLE scanning.phone (
    id         uuid        PRIMARY KEY,
    person     uuid        NOT NULL,
    form       uuid        NOT NULL,
    secret     bytea       NOT NULL UNIQUE,
    handset    bytea,
    changes    int         NOT NULL DEFAULT 0,
    arrivals   int         NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz,
    made_at    timestamptz NOT NULL,
    UNIQUE (person, form)
);
CREATE INDEX phone_made ON scanning.phone (made_at);

-- A page as it stands in the form: the upload, whose bytes are the straightened ones.
CREATE TABLE scanning.phone_page (
    phone      uuid        NOT NULL REFERENCES scanning.phone ON DELETE CASCADE,
    id         uuid        NOT NULL,
    serial     int         NOT NULL,
    upload     uuid        NOT NULL,
    received   bytea       NOT NULL,
    likeness   bytea       NOT NULL,
    removed_at timestamptz,
    at         timestamptz NOT NULL,
    PRIMARY KEY (phone, id)
);

-- From which received document a page was straightened. Both are kept: a court is shown what came in.
CREATE TABLE scanning.cleaning (
    document uuid        PRIMARY KEY,
    received uuid        NOT NULL,
    person   uuid        NOT NULL,
    at       timestamptz NOT NULL
);
REVOKE UPDATE, DELETE ON scanning.cleaning FROM karyalay_app;

CREATE VIEW scanning.v_cleaning AS SELECT document, received, person, at FROM scanning.cleaning;
