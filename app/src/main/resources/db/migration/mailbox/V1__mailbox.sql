CREATE SCHEMA IF NOT EXISTS mailbox;

-- A mailbox of an office on a server elsewhere, and how its reading stands. Its password is not here. lease: the node
-- that reads it now. last_uid: all at or under it were seen, as long as the server counts by the same validity.
CREATE TABLE mailbox.box (
    id           uuid        PRIMARY KEY,
    district     uuid        NOT NULL,
    office       uuid        NOT NULL,
    post         uuid        NOT NULL,
    name         text        NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9]{1,30}$'),
    host         text        NOT NULL,
    port         int         NOT NULL CHECK (port BETWEEN 1 AND 65535),
    tls          text        NOT NULL CHECK (tls IN ('NONE', 'STARTTLS', 'TLS')),
    login        text        NOT NULL,
    folder       text        NOT NULL,
    moved_to     text        NOT NULL,
    active       boolean     NOT NULL,
    validity     bigint      NOT NULL DEFAULT 0,
    last_uid     bigint      NOT NULL DEFAULT 0,
    next_at      timestamptz NOT NULL,
    tries        int         NOT NULL DEFAULT 0,
    fault        text        NOT NULL DEFAULT '',
    fault_words  text        NOT NULL DEFAULT '',
    fault_since  timestamptz,
    reached_at   timestamptz,
    lease        uuid,
    leased_until timestamptz,
    CHECK ((fault = '') = (fault_since IS NULL))
);
CREATE INDEX box_next ON mailbox.box (next_at) WHERE active;

-- An e-mail, once for each office. document: its bytes as they came; none for one that is too large and stays where it
-- is. identity: what makes it the same message when it is delivered, moved or copied again.
CREATE TABLE mailbox.message (
    id           uuid        PRIMARY KEY,
    box          uuid        NOT NULL REFERENCES mailbox.box,
    office       uuid        NOT NULL,
    identity     bytea       NOT NULL,
    document     uuid,
    bytes        bigint      NOT NULL,
    message_id   text        NOT NULL,
    from_name    text        NOT NULL,
    from_address text        NOT NULL,
    recipients   text        NOT NULL,
    subject      text        NOT NULL,
    sent_at      timestamptz,
    arrived_at   timestamptz NOT NULL,
    taken_at     timestamptz NOT NULL,
    words        text        NOT NULL,
    cut          boolean     NOT NULL,
    damaged      boolean     NOT NULL,
    unread_why   text        NOT NULL DEFAULT '',
    answers      uuid,
    state        text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DIARISED', 'NOT_DAK')),
    lead         uuid,
    reason       text        NOT NULL DEFAULT '' CHECK (reason IN ('', 'SPAM', 'REPLY', 'DUPLICATE', 'OTHER')),
    remark       text        NOT NULL DEFAULT '',
    person       uuid,
    post         uuid,
    settled_at   timestamptz,
    UNIQUE (office, identity),
    CHECK ((state = 'DIARISED') = (lead IS NOT NULL)),
    CHECK ((state = 'NOT_DAK') = (reason <> '')),
    CHECK ((state = 'WAITING') = (settled_at IS NULL))
);
CREATE INDEX message_waiting ON mailbox.message (box, arrived_at, id) WHERE state = 'WAITING';
CREATE INDEX message_settled ON mailbox.message (box, state, settled_at DESC) WHERE state <> 'WAITING';

-- Where in a mailbox it was met. marked_at: when that was said to the server, always after this row was there.
CREATE TABLE mailbox.place (
    box       uuid        NOT NULL REFERENCES mailbox.box,
    validity  bigint      NOT NULL,
    uid       bigint      NOT NULL,
    message   uuid        NOT NULL REFERENCES mailbox.message,
    at        timestamptz NOT NULL,
    marked_at timestamptz,
    PRIMARY KEY (box, validity, uid)
);
CREATE INDEX place_unmarked ON mailbox.place (box, validity) WHERE marked_at IS NULL;

-- What is enclosed: a document of its own, or left within the original with the reason.
CREATE TABLE mailbox.enclosure (
    message  uuid    NOT NULL REFERENCES mailbox.message,
    serial   int     NOT NULL,
    name     text    NOT NULL,
    type     text    NOT NULL,
    bytes    bigint  NOT NULL,
    inline   boolean NOT NULL,
    document uuid,
    refusal  text    NOT NULL,
    argument text    NOT NULL,
    PRIMARY KEY (message, serial),
    CHECK ((document IS NULL) = (refusal <> ''))
);

-- Entries of the diary that were begun from it. More than one clerk may begin; one gets a number.
CREATE TABLE mailbox.entry (
    content uuid        PRIMARY KEY,
    message uuid        NOT NULL REFERENCES mailbox.message,
    person  uuid        NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX entry_message ON mailbox.entry (message);
