CREATE SCHEMA IF NOT EXISTS drafts;

-- A letter. What the lists show of the words repeats the current version.
CREATE TABLE drafts.letter (
    id                uuid        PRIMARY KEY,
    paper             uuid        NOT NULL,
    content           uuid        NOT NULL,
    district          uuid        NOT NULL,
    office            uuid        NOT NULL,
    state             text        NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'SIGNED',
                                                            'DISPATCHED', 'CANCELLED')),
    version           int         NOT NULL,
    revision          int         NOT NULL,
    sealed            boolean     NOT NULL,
    keep_all          boolean     NOT NULL,
    form              text        NOT NULL,
    nature            text        NOT NULL CHECK (nature IN ('FRESH', 'REPLY', 'REMINDER', 'INTERIM')),
    language          text        NOT NULL,
    template          text        NOT NULL,
    category          text        NOT NULL,
    subject           text        NOT NULL,
    signatory         uuid        NOT NULL,
    original          boolean     NOT NULL,
    standard          boolean     NOT NULL,
    about             uuid,
    made_person       uuid        NOT NULL,
    made_post         uuid        NOT NULL,
    made_at           timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    approved_person   uuid,
    approved_post     uuid,
    approved_at       timestamptz,
    number            text        NOT NULL DEFAULT '',
    serial            bigint,
    series_year       int,
    issued_on         date,
    signed_person     uuid,
    signed_capacity   text,
    signed_at         timestamptz,
    document          uuid,
    sha256            text        NOT NULL DEFAULT '',
    pages             int         NOT NULL DEFAULT 0,
    code              text        UNIQUE,
    dispatched_at     timestamptz,
    CHECK (state NOT IN ('APPROVED') OR approved_at IS NOT NULL),
    CHECK (state NOT IN ('SIGNED', 'DISPATCHED') OR signed_at IS NOT NULL),
    CHECK ((signed_at IS NULL) = (document IS NULL)),
    CHECK ((signed_at IS NULL) = (code IS NULL)),
    CHECK ((signed_at IS NULL) = (serial IS NULL)),
    CHECK (state <> 'DISPATCHED' OR dispatched_at IS NOT NULL)
);
CREATE INDEX letter_paper ON drafts.letter (paper);
CREATE INDEX letter_content ON drafts.letter (content);
CREATE INDEX letter_to_sign ON drafts.letter (signatory, approved_at) WHERE state = 'APPROVED';
CREATE INDEX letter_mine ON drafts.letter (made_post, changed_at DESC);
CREATE INDEX letter_to_dispatch ON drafts.letter (office, signed_at) WHERE state = 'SIGNED';

-- The words. One version for each turn of an author; all of them where the matter asks for it (OP-67).
CREATE TABLE drafts.version (
    letter     uuid        NOT NULL REFERENCES drafts.letter,
    n          int         NOT NULL,
    person     uuid        NOT NULL,
    post       uuid        NOT NULL,
    capacity   text        NOT NULL,
    at         timestamptz NOT NULL,
    form       text        NOT NULL,
    nature     text        NOT NULL,
    prefix     text        NOT NULL,
    language   text        NOT NULL,
    subject    text        NOT NULL,
    reference  text        NOT NULL,
    salutation text        NOT NULL,
    closing    text        NOT NULL,
    plain      text        NOT NULL,
    rich       text        NOT NULL,
    signatory  uuid        NOT NULL,
    PRIMARY KEY (letter, n)
);

-- To whom a version goes.
CREATE TABLE drafts.party (
    letter       uuid NOT NULL,
    version      int  NOT NULL,
    place        int  NOT NULL,
    role         text NOT NULL CHECK (role IN ('TO', 'COPY', 'ENDORSEMENT')),
    kind         text NOT NULL CHECK (kind IN ('POST', 'OFFICE', 'GROUP', 'OUTSIDE')),
    target       uuid,
    group_code   text NOT NULL,
    name         text NOT NULL,
    designation  text NOT NULL,
    organisation text NOT NULL,
    address      text NOT NULL,
    email        text NOT NULL,
    mobile       text NOT NULL,
    purpose      text NOT NULL,
    PRIMARY KEY (letter, version, place),
    FOREIGN KEY (letter, version) REFERENCES drafts.version ON DELETE CASCADE,
    CHECK ((kind = 'GROUP') = (target IS NULL)),
    CHECK ((kind = 'GROUP') = (group_code <> ''))
);

CREATE TABLE drafts.enclosure (
    letter  uuid NOT NULL,
    version int  NOT NULL,
    place   int  NOT NULL,
    content uuid NOT NULL,
    serial  int  NOT NULL,
    name    text NOT NULL,
    pages   int  NOT NULL,
    PRIMARY KEY (letter, version, place),
    FOREIGN KEY (letter, version) REFERENCES drafts.version ON DELETE CASCADE
);

-- Which posts a signed letter goes to, written down when it is signed.
CREATE TABLE drafts.recipient (
    letter uuid NOT NULL REFERENCES drafts.letter,
    place  int  NOT NULL,
    post   uuid NOT NULL,
    PRIMARY KEY (letter, place, post)
);

-- What became of it, line by line.
CREATE TABLE drafts.step (
    letter   uuid        NOT NULL REFERENCES drafts.letter,
    serial   int         NOT NULL,
    step     text        NOT NULL,
    version  int         NOT NULL,
    person   uuid        NOT NULL,
    post     uuid        NOT NULL,
    capacity text        NOT NULL,
    at       timestamptz NOT NULL,
    remark   text        NOT NULL,
    act      uuid        NOT NULL,
    PRIMARY KEY (letter, serial)
);

-- The address book of an office.
CREATE TABLE drafts.contact (
    id           uuid        PRIMARY KEY,
    office       uuid        NOT NULL,
    name         text        NOT NULL,
    designation  text        NOT NULL,
    organisation text        NOT NULL,
    address      text        NOT NULL,
    email        text        NOT NULL,
    mobile       text        NOT NULL,
    key          text        NOT NULL,
    removed      boolean     NOT NULL DEFAULT false,
    person       uuid        NOT NULL,
    at           timestamptz NOT NULL
);
CREATE INDEX contact_office ON drafts.contact (office, name) WHERE NOT removed;
CREATE INDEX contact_key ON drafts.contact USING gin (key gin_trgm_ops);

-- What an office made of a template; the highest version holds. Shipped ones lie in resources.
CREATE TABLE drafts.template (
    office  uuid        NOT NULL,
    code    text        NOT NULL,
    version int         NOT NULL CHECK (version > 0),
    body    text        NOT NULL,
    hidden  boolean     NOT NULL,
    person  uuid        NOT NULL,
    post    uuid        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (office, code, version)
);

-- Prints of a मूल: copies are numbered, and each comes back as a scan signed in ink (OP-142).
CREATE TABLE drafts.original (
    letter      uuid        NOT NULL REFERENCES drafts.letter,
    copy        int         NOT NULL CHECK (copy > 0),
    person      uuid        NOT NULL,
    post        uuid        NOT NULL,
    at          timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    returned_at timestamptz,
    returned_by uuid,
    PRIMARY KEY (letter, copy),
    CHECK ((returned_at IS NULL) = (returned_by IS NULL))
);
CREATE INDEX original_out ON drafts.original (due_at) WHERE returned_at IS NULL;

-- Many letters signed with one PIN: what became of each.
CREATE TABLE drafts.signing (
    id      uuid        PRIMARY KEY,
    person  uuid        NOT NULL,
    post    uuid        NOT NULL,
    at      timestamptz NOT NULL,
    touched timestamptz NOT NULL
);
CREATE TABLE drafts.signing_item (
    signing uuid NOT NULL REFERENCES drafts.signing,
    place   int  NOT NULL,
    letter  uuid NOT NULL,
    state   text NOT NULL CHECK (state IN ('WAITING', 'SIGNED', 'REFUSED')),
    reason  text NOT NULL DEFAULT '',
    said    text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (signing, place),
    UNIQUE (signing, letter)
);

REVOKE UPDATE, DELETE ON drafts.step, drafts.recipient FROM karyalay_app;

CREATE VIEW drafts.v_letter AS
SELECT id, paper, content, district, office, state, form, nature, language, template, subject, signatory, original,
       about, made_post, made_at, approved_post, approved_at, number, serial, series_year, issued_on, signed_person,
       signed_at, document, sha256, pages, code, dispatched_at
FROM drafts.letter;

CREATE VIEW drafts.v_party AS
SELECT p.letter, p.place, p.role, p.kind, p.target, p.group_code, p.name, p.designation, p.organisation, p.address,
       p.email, p.mobile, p.purpose
FROM drafts.party p JOIN drafts.letter l ON l.id = p.letter AND l.version = p.version;

-- For the counts of what still wants ink, by form (OP-142, B-39).
CREATE VIEW drafts.v_original AS
SELECT o.letter, o.copy, o.post, o.at, o.due_at, o.returned_at, l.form, l.template, l.office, l.district, l.paper
FROM drafts.original o JOIN drafts.letter l ON l.id = o.letter;

CREATE VIEW drafts.v_recipient AS SELECT letter, place, post FROM drafts.recipient;
