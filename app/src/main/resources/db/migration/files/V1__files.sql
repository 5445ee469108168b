CREATE SCHEMA IF NOT EXISTS files;

-- A system-wide number, never reused, beside whatever the office writes (OP-37).
CREATE SEQUENCE files.computer_number;

CREATE TABLE files.file (
    content         uuid        PRIMARY KEY,
    paper           uuid        NOT NULL UNIQUE,
    district        uuid        NOT NULL,
    office          uuid        NOT NULL,
    creator         uuid        NOT NULL,
    computer_number bigint      NOT NULL UNIQUE DEFAULT nextval('files.computer_number'),
    scheme          text        NOT NULL CHECK (scheme IN ('HEADS', 'FREE')),
    heads           text[]      NOT NULL DEFAULT '{}',
    number          text        NOT NULL,
    subject         text        NOT NULL,
    category        text        NOT NULL DEFAULT '',
    language        text        NOT NULL DEFAULT 'hi',
    earlier         text        NOT NULL DEFAULT '',
    later           text        NOT NULL DEFAULT '',
    remarks         text        NOT NULL DEFAULT '',
    opened_by       uuid        NOT NULL,
    opened_on       timestamptz NOT NULL,
    next_note       int         NOT NULL DEFAULT 1,
    next_paragraph  int         NOT NULL DEFAULT 1,
    next_serial     int         NOT NULL DEFAULT 1,
    next_page       int         NOT NULL DEFAULT 1
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX file_number ON files.file (office, lower(number)) WHERE number <> '';
CREATE INDEX file_subject ON files.file USING gin (subject gin_trgm_ops);

CREATE TABLE files.cover_change (
    content uuid        NOT NULL REFERENCES files.file,
    at      timestamptz NOT NULL,
    person  uuid        NOT NULL,
    post    uuid        NOT NULL,
    field   text        NOT NULL,
    old     text        NOT NULL,
    new     text        NOT NULL
);
CREATE INDEX cover_change_content ON files.cover_change (content, at);

-- Green notes: added, never changed. paragraph_from to paragraph_to run on across notes (OP-56).
CREATE TABLE files.note (
    content        uuid        NOT NULL REFERENCES files.file,
    serial         int         NOT NULL,
    paragraph_from int         NOT NULL,
    paragraph_to   int         NOT NULL,
    id             uuid        NOT NULL UNIQUE,
    kind           text        NOT NULL
                   CHECK (kind IN ('NOTE', 'AGREEMENT', 'ORDER', 'ORAL_ORDER', 'CLOSING_APPROVAL', 'CORRECTION')),
    side           text        NOT NULL CHECK (side IN ('LEFT', 'RIGHT')),
    body           text        NOT NULL,
    corrects       int,
    ordered_by     uuid,
    person         uuid        NOT NULL,
    post           uuid        NOT NULL,
    capacity       text        NOT NULL,
    level          smallint    NOT NULL,
    at             timestamptz NOT NULL,
    act            uuid        NOT NULL,
    PRIMARY KEY (content, serial),
    CHECK (paragraph_from <= paragraph_to + 1),
    CHECK ((kind = 'CORRECTION') = (corrects IS NOT NULL)),
    CHECK ((kind = 'ORAL_ORDER') = (ordered_by IS NOT NULL))
);
CREATE INDEX note_oral ON files.note (ordered_by) WHERE kind = 'ORAL_ORDER';
REVOKE UPDATE, DELETE ON files.note FROM karyalay_app;

-- A private yellow note: one for each author and file; seen by nobody else (OP-53).
CREATE TABLE files.draft (
    content  uuid        NOT NULL REFERENCES files.file,
    person   uuid        NOT NULL,
    post     uuid        NOT NULL,
    body     text        NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (content, person, post)
);

CREATE TABLE files.oral_confirmation (
    note   uuid        PRIMARY KEY,
    person uuid        NOT NULL,
    post   uuid        NOT NULL,
    at     timestamptz NOT NULL
);

-- Correspondence: its own serials and its own run of pages (OP-60).
CREATE TABLE files.correspondence (
    content   uuid        NOT NULL REFERENCES files.file,
    serial    int         NOT NULL,
    paper     uuid        NOT NULL,
    number    text        NOT NULL,
    title     text        NOT NULL,
    page_from int         NOT NULL,
    page_to   int         NOT NULL,
    puc       boolean     NOT NULL DEFAULT false,
    person    uuid        NOT NULL,
    at        timestamptz NOT NULL,
    taken_out timestamptz,
    PRIMARY KEY (content, serial)
);
CREATE UNIQUE INDEX correspondence_paper ON files.correspondence (paper) WHERE taken_out IS NULL;

CREATE VIEW files.v_file AS
SELECT content, paper, district, office, creator, computer_number, number, subject, category FROM files.file;
CREATE VIEW files.v_correspondence AS
SELECT content, serial, paper, number, title, page_from, page_to, puc, at FROM files.correspondence
WHERE taken_out IS NULL;
