CREATE SCHEMA IF NOT EXISTS dak;

-- One thing that arrived. Until it is generated it is an entry of one post, without number and without
-- paper, and may be thrown away; from then on it is a content with papers on desks.
CREATE TABLE dak.receipt (
    id          uuid        PRIMARY KEY,
    state       text        NOT NULL CHECK (state IN ('ENTRY', 'BIN', 'GENERATED')),
    district    uuid        NOT NULL,
    office      uuid        NOT NULL,
    post        uuid        NOT NULL,
    handed_by   uuid,
    version     int         NOT NULL,
    uploads     uuid[]      NOT NULL DEFAULT '{}',
    made_at     timestamptz NOT NULL,
    binned_at   timestamptz,
    lead        uuid        UNIQUE,
    number      text        NOT NULL DEFAULT '',
    serial      int,
    diarised_at timestamptz,
    diarised_on date,
    see_by      timestamptz,
    seen_at     timestamptz,
    seen_by     uuid,
    sealed      boolean     NOT NULL DEFAULT false,
    fir_step    text        NOT NULL DEFAULT 'NONE' CHECK (fir_step IN ('NONE', 'OPEN', 'DECIDED')),
    fir_reason  text        NOT NULL DEFAULT '',
    fir_post    uuid,
    fir_at      timestamptz,
    CHECK ((state = 'GENERATED') = (lead IS NOT NULL)),
    CHECK ((state = 'GENERATED') = (diarised_at IS NOT NULL)),
    CHECK ((state = 'BIN') = (binned_at IS NOT NULL))
);
CREATE INDEX receipt_entries ON dak.receipt (post, state, made_at DESC) WHERE state IN ('ENTRY', 'BIN');
CREATE INDEX receipt_register ON dak.receipt (office, diarised_on, serial) WHERE state = 'GENERATED';
CREATE INDEX receipt_unseen ON dak.receipt (see_by) WHERE state = 'GENERATED' AND seen_at IS NULL;

-- What is written about it. A change adds a version; the register keeps them all (OP-23).
CREATE TABLE dak.particulars (
    receipt             uuid        NOT NULL REFERENCES dak.receipt ON DELETE CASCADE,
    version             int         NOT NULL,
    person              uuid        NOT NULL,
    post                uuid        NOT NULL,
    capacity            text        NOT NULL,
    at                  timestamptz NOT NULL,
    shape               text        NOT NULL CHECK (shape IN ('LETTER', 'PETITION', 'COVER')),
    physical            boolean     NOT NULL,
    received            date        NOT NULL,
    letter_date         date,
    mode                text        NOT NULL,
    letter_number       text        NOT NULL,
    form                text        NOT NULL,
    language            text        NOT NULL,
    vip                 boolean     NOT NULL,
    by_name             text        NOT NULL,
    sender_name         text        NOT NULL,
    sender_father       text        NOT NULL,
    sender_designation  text        NOT NULL,
    sender_organisation text        NOT NULL,
    sender_department   text        NOT NULL,
    sender_address      text        NOT NULL,
    sender_village      text        NOT NULL,
    sender_thana        text        NOT NULL,
    sender_district     text        NOT NULL,
    sender_state        text        NOT NULL,
    sender_pin          text        NOT NULL,
    sender_mobile       text        NOT NULL,
    sender_phone        text        NOT NULL,
    sender_email        text        NOT NULL,
    category            text        NOT NULL,
    subcategory         text        NOT NULL,
    subject             text        NOT NULL,
    gist                text        NOT NULL,
    urgency             text        NOT NULL,
    class               text        NOT NULL,
    remarks             text        NOT NULL,
    enclosures          text        NOT NULL,
    missing             text        NOT NULL,
    original            text        NOT NULL CHECK (original IN ('BUNDLE', 'WENT_ALONG', 'RETURNED', 'SEALED', 'PROPERTY_ROOM')),
    original_place      text        NOT NULL,
    danger              boolean,
    cognizable          boolean,
    woman_child         boolean,
    sc_st               boolean,
    against_police      boolean,
    before_court        boolean,
    -- Folded spellings, for hints only.
    letter_key          text        NOT NULL,
    sender_keys         text[]      NOT NULL,
    name_key            text        NOT NULL,
    village_key         text        NOT NULL,
    PRIMARY KEY (receipt, version)
);
CREATE INDEX particulars_letter ON dak.particulars (letter_key, letter_date) WHERE letter_key <> '';
CREATE INDEX particulars_mobile ON dak.particulars (sender_mobile) WHERE sender_mobile <> '';
CREATE INDEX particulars_name ON dak.particulars (name_key, village_key) WHERE name_key <> '' AND village_key <> '';

-- Enclosures that a letter names and that did not come: open until received or waived (OP-30).
CREATE TABLE dak.missing_enclosure (
    receipt     uuid        NOT NULL REFERENCES dak.receipt,
    serial      int         NOT NULL,
    name        text        NOT NULL,
    since       timestamptz NOT NULL,
    settled_at  timestamptz,
    waived      boolean     NOT NULL DEFAULT false,
    reason      text        NOT NULL DEFAULT '',
    person      uuid,
    post        uuid,
    PRIMARY KEY (receipt, serial)
);
CREATE INDEX missing_open ON dak.missing_enclosure (receipt) WHERE settled_at IS NULL;

-- पावती: for electronic dak made at once; `sent_at` is for the worker that will send it.
CREATE TABLE dak.acknowledgement (
    receipt  uuid        PRIMARY KEY REFERENCES dak.receipt,
    at       timestamptz NOT NULL,
    office   uuid        NOT NULL,
    post     uuid        NOT NULL,
    person   uuid        NOT NULL,
    channel  text        NOT NULL CHECK (channel IN ('HAND', 'ELECTRONIC')),
    contact  text        NOT NULL,
    sent_at  timestamptz
);
CREATE INDEX acknowledgement_unsent ON dak.acknowledgement (at) WHERE channel = 'ELECTRONIC' AND sent_at IS NULL;
CREATE INDEX acknowledgement_post ON dak.acknowledgement (post, at DESC);

-- Dak said to be wrongly marked (OP-32). The second to say so makes the owner disputed.
CREATE TABLE dak.wrong_mark (
    paper      uuid        NOT NULL,
    serial     int         NOT NULL,
    receipt    uuid        NOT NULL REFERENCES dak.receipt,
    post       uuid        NOT NULL,
    person     uuid        NOT NULL,
    reason     text        NOT NULL,
    at         timestamptz NOT NULL,
    settler    uuid,
    owner      uuid,
    settled_at timestamptz,
    PRIMARY KEY (paper, serial)
);
CREATE INDEX wrong_mark_settler ON dak.wrong_mark (settler) WHERE settler IS NOT NULL AND settled_at IS NULL;

-- Anuvarti: a post's own reminder on a paper it has or had.
CREATE TABLE dak.follow_up (
    post    uuid        NOT NULL,
    paper   uuid        NOT NULL,
    on_day  date,
    note    text        NOT NULL,
    since   timestamptz NOT NULL,
    PRIMARY KEY (post, paper)
);

CREATE TABLE dak.folder (
    id   uuid PRIMARY KEY,
    post uuid NOT NULL,
    name text NOT NULL,
    UNIQUE (post, name)
);

CREATE TABLE dak.folder_paper (
    post   uuid NOT NULL,
    paper  uuid NOT NULL,
    folder uuid NOT NULL REFERENCES dak.folder,
    PRIMARY KEY (post, paper)
);
CREATE INDEX folder_papers ON dak.folder_paper (folder);

-- Senders of official letters whom this office has met. Petitioners and protected papers never enter.
CREATE TABLE dak.sender (
    office       uuid        NOT NULL,
    key          text        NOT NULL,
    name         text        NOT NULL,
    designation  text        NOT NULL,
    organisation text        NOT NULL,
    department   text        NOT NULL,
    address      text        NOT NULL,
    district     text        NOT NULL,
    state        text        NOT NULL,
    pin          text        NOT NULL,
    phone        text        NOT NULL,
    email        text        NOT NULL,
    uses         int         NOT NULL,
    last_used    timestamptz NOT NULL,
    PRIMARY KEY (office, key)
);

-- To whom dak of this sender and category last went from this office.
CREATE TABLE dak.usual_addressee (
    office   uuid        NOT NULL,
    key      text        NOT NULL,
    category text        NOT NULL,
    post     uuid        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (office, key, category)
);

-- The two mandatory marks (OP-20) as they are until a district sets its own, by masters of the kind DIARY_FIELD.
CREATE TABLE dak.field_rule (
    shape    text NOT NULL,
    field    text NOT NULL,
    mark     text NOT NULL CHECK (mark IN ('REQUIRED', 'GROUP')),
    in_group text NOT NULL DEFAULT '',
    PRIMARY KEY (shape, field),
    CHECK ((mark = 'GROUP') = (in_group <> ''))
);

INSERT INTO dak.field_rule (shape, field, mark, in_group) VALUES
    ('LETTER', 'RECEIVED', 'REQUIRED', ''),
    ('LETTER', 'MODE', 'REQUIRED', ''),
    ('LETTER', 'SUBJECT', 'REQUIRED', ''),
    ('LETTER', 'CATEGORY', 'REQUIRED', ''),
    ('LETTER', 'SENDER_NAME', 'GROUP', 'sender'),
    ('LETTER', 'SENDER_DESIGNATION', 'GROUP', 'sender'),
    ('LETTER', 'SENDER_ORGANISATION', 'GROUP', 'sender'),
    ('PETITION', 'RECEIVED', 'REQUIRED', ''),
    ('PETITION', 'MODE', 'REQUIRED', ''),
    ('PETITION', 'GIST', 'REQUIRED', ''),
    ('PETITION', 'CATEGORY', 'REQUIRED', ''),
    ('PETITION', 'SENDER_VILLAGE', 'GROUP', 'place'),
    ('PETITION', 'SENDER_ADDRESS', 'GROUP', 'place'),
    ('PETITION', 'SENDER_THANA', 'GROUP', 'place'),
    ('COVER', 'RECEIVED', 'REQUIRED', ''),
    ('COVER', 'MODE', 'REQUIRED', ''),
    ('COVER', 'BY_NAME', 'REQUIRED', '');
