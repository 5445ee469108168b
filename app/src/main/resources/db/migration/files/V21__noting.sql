-- The structure of a note or draft whose words alone do not give it (lists, tables, citations); empty for plain text.
ALTER TABLE files.note ADD COLUMN rich text NOT NULL DEFAULT '';
ALTER TABLE files.draft ADD COLUMN rich text NOT NULL DEFAULT '';

-- What of a letter was typed or read, beyond its title: a note that repeats it is warned about (OP-59).
ALTER TABLE files.correspondence ADD COLUMN words text NOT NULL DEFAULT '';

CREATE INDEX note_oral_noted ON files.note (post) WHERE kind = 'ORAL_ORDER';
CREATE INDEX file_office ON files.file (office, opened_on DESC, content DESC);
CREATE INDEX file_creator ON files.file (creator, opened_on DESC, content DESC);
CREATE INDEX file_number_part ON files.file USING gin (number gin_trgm_ops);

-- What a parked file waits for besides its day (OP-42); written anew each time it is parked.
CREATE TABLE files.awaited (
    paper uuid PRIMARY KEY,
    event text NOT NULL CHECK (event IN ('LETTER'))
);

-- An officer of the set rank agrees that a closed file be opened again (OP-43).
CREATE TABLE files.reopening_approval (
    paper  uuid        NOT NULL,
    person uuid        NOT NULL,
    post   uuid        NOT NULL,
    level  smallint    NOT NULL,
    remark text        NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (paper, at, post)
);

REVOKE UPDATE, DELETE ON files.reopening_approval, files.cover_change, files.oral_confirmation FROM karyalay_app;
