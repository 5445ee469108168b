CREATE SCHEMA IF NOT EXISTS dispatch;

-- Who sends a signed letter: the registry, unless somebody has said that he does it himself (OP-76).
CREATE TABLE dispatch.sending (
    letter uuid        PRIMARY KEY,
    way    text        NOT NULL CHECK (way IN ('SELF', 'REGISTRY')),
    post   uuid        NOT NULL,
    person uuid        NOT NULL,
    at     timestamptz NOT NULL
);

-- One letter to one addressee: own mode, own proof (OP-77). What is repeated from the letter is what the register shows.
CREATE TABLE dispatch.item (
    id                   uuid        PRIMARY KEY,
    letter               uuid        NOT NULL,
    serial               int         NOT NULL,
    office               uuid        NOT NULL,
    place                int         NOT NULL,
    role                 text        NOT NULL,
    post                 uuid,
    name                 text        NOT NULL,
    address              text        NOT NULL,
    email                text        NOT NULL,
    state                text        NOT NULL DEFAULT 'TO_SEND'
                                     CHECK (state IN ('TO_SEND', 'ON_WAY', 'SENT', 'RETURNED', 'ACKNOWLEDGED')),
    mode                 text        CHECK (mode IN ('OWN_OFFICE', 'INSTANCE', 'EMAIL', 'POST', 'SPEED_POST', 'BY_HAND',
                                                     'MESSENGER')),
    tries                int         NOT NULL DEFAULT 0,
    sent_at              timestamptz,
    sent_on              date,
    sent_person          uuid,
    sent_post            uuid,
    tracking             text        NOT NULL DEFAULT '',
    carrier              uuid,
    peer                 uuid,
    peer_to              text        NOT NULL DEFAULT '',
    mail                 uuid        UNIQUE,
    package              uuid        UNIQUE,
    paper                uuid,
    receipt_number       text        NOT NULL DEFAULT '',
    receiver_name        text        NOT NULL DEFAULT '',
    receiver_designation text        NOT NULL DEFAULT '',
    received_at          timestamptz,
    document             uuid,
    reason               text        NOT NULL DEFAULT '',
    UNIQUE (letter, serial),
    CHECK ((state = 'TO_SEND') = (mode IS NULL)),
    CHECK ((mode IS NULL) = (sent_at IS NULL)),
    CHECK (mode <> 'SPEED_POST' OR tracking <> ''),
    CHECK (mode <> 'MESSENGER' OR carrier IS NOT NULL),
    CHECK (mode <> 'EMAIL' OR mail IS NOT NULL),
    CHECK (mode <> 'INSTANCE' OR package IS NOT NULL),
    CHECK (state <> 'RETURNED' OR reason <> ''),
    CHECK (state <> 'ACKNOWLEDGED' OR received_at IS NOT NULL)
) WITH (fillfactor = 80);
CREATE INDEX item_on_way ON dispatch.item (sent_at, id) WHERE state = 'ON_WAY' AND mode = 'OWN_OFFICE';
CREATE INDEX item_register ON dispatch.item (office, sent_on, letter) WHERE sent_on IS NOT NULL;
CREATE INDEX item_returned ON dispatch.item (office, letter) WHERE state = 'RETURNED';
CREATE INDEX item_paper ON dispatch.item (paper) WHERE paper IS NOT NULL;
CREATE INDEX item_post ON dispatch.item (post) WHERE post IS NOT NULL;

-- What became of an item, line by line.
CREATE TABLE dispatch.event (
    item     uuid        NOT NULL REFERENCES dispatch.item,
    serial   int         NOT NULL,
    word     text        NOT NULL,
    mode     text        NOT NULL,
    at       timestamptz NOT NULL,
    person   uuid        NOT NULL,
    post     uuid        NOT NULL,
    remark   text        NOT NULL,
    act      uuid        NOT NULL,
    PRIMARY KEY (item, serial)
);

-- A number that went out on no letter.
CREATE TABLE dispatch.voided (
    letter uuid        PRIMARY KEY,
    office uuid        NOT NULL,
    number text        NOT NULL,
    reason text        NOT NULL CHECK (reason <> ''),
    at     timestamptz NOT NULL,
    person uuid        NOT NULL,
    post   uuid        NOT NULL
);
CREATE INDEX voided_office ON dispatch.voided (office, at);

-- Another instance of this program that we exchange letters with.
CREATE TABLE dispatch.peer (
    id          uuid        PRIMARY KEY,
    district    uuid        NOT NULL,
    name_hi     text        NOT NULL,
    name_en     text        NOT NULL,
    address     text        NOT NULL CHECK (address LIKE 'https://%'),
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    certificate text        NOT NULL,
    since       timestamptz NOT NULL,
    ended_at    timestamptz
);
CREATE UNIQUE INDEX peer_key ON dispatch.peer (fingerprint) WHERE ended_at IS NULL;

-- What goes to another instance: the very bytes that were signed. Their receipt is the proof.
CREATE TABLE dispatch.package_out (
    id        uuid        PRIMARY KEY,
    peer      uuid        NOT NULL REFERENCES dispatch.peer,
    document  uuid        NOT NULL,
    facts     bytea       NOT NULL,
    signature bytea       NOT NULL,
    state     text        NOT NULL CHECK (state IN ('WAITING', 'RECEIVED', 'REFUSED')),
    tries     int         NOT NULL DEFAULT 0,
    next_at   timestamptz NOT NULL,
    answer    text        NOT NULL DEFAULT '',
    receipt   bytea,
    receipt_signature bytea,
    settled_at timestamptz,
    CHECK ((state = 'RECEIVED') = (receipt IS NOT NULL))
);
CREATE INDEX package_waiting ON dispatch.package_out (next_at, id) WHERE state = 'WAITING';

-- What came from another instance, once.
CREATE TABLE dispatch.package_in (
    id        uuid        PRIMARY KEY,
    peer      uuid        NOT NULL REFERENCES dispatch.peer,
    sha256    bytea       NOT NULL,
    facts     bytea       NOT NULL,
    signature bytea       NOT NULL,
    paper     uuid,
    number    text        NOT NULL DEFAULT '',
    receipt   bytea       NOT NULL,
    receipt_signature bytea NOT NULL,
    at        timestamptz NOT NULL
);

-- What is asked of many by one letter: to be followed (circular) or answered (call for report).
CREATE TABLE dispatch.call (
    id        uuid        PRIMARY KEY,
    kind      text        NOT NULL CHECK (kind IN ('CIRCULAR', 'REPORT')),
    letter    uuid        NOT NULL UNIQUE,
    paper     uuid        NOT NULL,
    office    uuid        NOT NULL,
    post      uuid        NOT NULL,
    person    uuid        NOT NULL,
    subject   text        NOT NULL,
    target    date        NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    remark    text        NOT NULL DEFAULT '',
    answer    uuid
);
CREATE INDEX call_office ON dispatch.call (office, target) WHERE closed_at IS NULL;

-- The answer of one addressee.
CREATE TABLE dispatch.reply (
    item   uuid        PRIMARY KEY REFERENCES dispatch.item,
    kind   text        NOT NULL CHECK (kind IN ('LETTER', 'NOTE', 'PAPER')),
    letter uuid,
    paper  uuid,
    number text        NOT NULL,
    text   text        NOT NULL,
    at     timestamptz NOT NULL,
    person uuid        NOT NULL,
    post   uuid        NOT NULL,
    CHECK ((kind = 'LETTER') = (letter IS NOT NULL)),
    CHECK ((kind = 'PAPER') = (paper IS NOT NULL)),
    CHECK (kind <> 'NOTE' OR text <> '')
);

-- Reminders of a letter, numbered (OP-81).
CREATE TABLE dispatch.reminder (
    letter   uuid        NOT NULL,
    n        int         NOT NULL CHECK (n > 0),
    reminder uuid        NOT NULL UNIQUE,
    at       timestamptz NOT NULL,
    person   uuid        NOT NULL,
    post     uuid        NOT NULL,
    PRIMARY KEY (letter, n)
);

REVOKE UPDATE, DELETE ON dispatch.event, dispatch.voided, dispatch.package_in, dispatch.reminder FROM karyalay_app;

CREATE VIEW dispatch.v_item AS
SELECT id, letter, serial, office, place, role, post, name, state, mode, sent_at, sent_on, sent_post, tracking, carrier, paper,
       receipt_number, received_at, reason
FROM dispatch.item;

CREATE VIEW dispatch.v_call AS
SELECT id, kind, letter, paper, office, post, subject, target, opened_at, closed_at FROM dispatch.call;
