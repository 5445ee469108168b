-- Every print that left the office, so that its verification code can be looked up (OP-50).
CREATE TABLE desk.print (
    code   text        PRIMARY KEY CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
    kind   text        NOT NULL CHECK (kind IN ('NOTE_SHEET', 'FILE', 'FILE_REGISTER', 'TRAIL', 'COVER',
                                                'ACKNOWLEDGEMENT', 'INWARD_REGISTER')),
    -- What was printed; a register is of no paper.
    paper  uuid        REFERENCES desk.paper,
    number text        NOT NULL CHECK (length(number) BETWEEN 1 AND 300),
    office uuid        NOT NULL,
    person uuid        NOT NULL,
    post   uuid        NOT NULL,
    at     timestamptz NOT NULL,
    -- Of the bytes handed over; null while they are being made, or when that failed.
    pages  int         CHECK (pages > 0),
    sha256 bytea       CHECK (length(sha256) = 32),
    CHECK ((paper IS NULL) = (kind IN ('FILE_REGISTER', 'INWARD_REGISTER'))),
    CHECK ((pages IS NULL) = (sha256 IS NULL))
);
CREATE INDEX print_paper ON desk.print (paper, at) WHERE paper IS NOT NULL;

-- For whoever verifies: never what it says, nor a word of its subject.
CREATE VIEW desk.v_print AS
SELECT code, kind, number, office, post, at, pages, sha256 FROM desk.print WHERE sha256 IS NOT NULL;
