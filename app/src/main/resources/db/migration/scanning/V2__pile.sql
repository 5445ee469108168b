-- Letters scanned together and cut apart (OP-127). A pile belongs to a post: whoever works the counter goes on with it.
CREATE TABLE scanning.pile (
    id         uuid        PRIMARY KEY,
    post       uuid        NOT NULL,
    person     uuid        NOT NULL,
    made_at    timestamptz NOT NULL,
    state      text        NOT NULL DEFAULT 'CUTTING' CHECK (state IN ('CUTTING', 'CUT')),
    -- Grows with every change of the cuts: who saw an older one overwrites nothing.
    version    int         NOT NULL DEFAULT 0,
    saved_act  uuid,
    saved_by   uuid        NOT NULL,
    saved_at   timestamptz NOT NULL
);
CREATE INDEX pile_post ON scanning.pile (post, made_at DESC);

-- What was scanned, as it arrived; it stays when the letters have been cut out of it.
CREATE TABLE scanning.pile_file (
    pile     uuid NOT NULL REFERENCES scanning.pile,
    serial   int  NOT NULL CHECK (serial > 0),
    document uuid NOT NULL,
    name     text NOT NULL,
    pages    int  NOT NULL CHECK (pages > 0),
    PRIMARY KEY (pile, serial)
);

-- A letter that was cut out. Its pages name it; its own document is made when it is first opened.
CREATE TABLE scanning.pile_letter (
    id        uuid        PRIMARY KEY,
    pile      uuid        NOT NULL REFERENCES scanning.pile,
    serial    int         NOT NULL CHECK (serial > 0),
    withdrawn boolean     NOT NULL DEFAULT false,
    document  uuid,
    opened_by uuid,
    opened_at timestamptz,
    content   uuid,
    done_at   timestamptz,
    UNIQUE (pile, serial),
    CHECK ((content IS NULL) = (done_at IS NULL)),
    CHECK (NOT withdrawn OR content IS NULL)
);
CREATE INDEX pile_letter_waiting ON scanning.pile_letter (pile, serial) WHERE content IS NULL AND NOT withdrawn;

-- A page of a pile: it is in one letter or in none, and one that is dropped is in none.
CREATE TABLE scanning.pile_page (
    pile   uuid     NOT NULL REFERENCES scanning.pile,
    n      int      NOT NULL CHECK (n > 0),
    file   int      NOT NULL,
    page   int      NOT NULL CHECK (page > 0),
    begins boolean  NOT NULL,
    choice text     NOT NULL DEFAULT 'NONE' CHECK (choice IN ('NONE', 'KEPT', 'REMOVED')),
    turn   smallint NOT NULL DEFAULT 0 CHECK (turn IN (0, 90, 180, 270)),
    -- How much of it is not bare paper, in parts of 100,000; null until it was looked at.
    ink    int,
    letter uuid     REFERENCES scanning.pile_letter,
    PRIMARY KEY (pile, n),
    UNIQUE (pile, file, page),
    FOREIGN KEY (pile, file) REFERENCES scanning.pile_file,
    CHECK (letter IS NULL OR choice <> 'REMOVED')
);
CREATE INDEX pile_page_unread ON scanning.pile_page (pile, n) WHERE ink IS NULL;
CREATE INDEX pile_page_letter ON scanning.pile_page (letter) WHERE letter IS NOT NULL;

-- A letter laid before a person as an upload of his own, once.
CREATE TABLE scanning.pile_upload (
    upload uuid PRIMARY KEY,
    letter uuid NOT NULL REFERENCES scanning.pile_letter,
    person uuid NOT NULL,
    UNIQUE (letter, person)
);
