CREATE SCHEMA IF NOT EXISTS signatures;

-- The office's own authority. Its key is sealed with a secret that lies outside the database.
CREATE TABLE signatures.authority (
    id          uuid        PRIMARY KEY,
    certificate bytea       NOT NULL,
    sealed      bytea       NOT NULL,
    made_at     timestamptz NOT NULL,
    sole        boolean     NOT NULL DEFAULT true UNIQUE CHECK (sole)
);

-- One row for every key there ever was: replaced and withdrawn ones are needed to judge old signatures.
CREATE TABLE signatures.key (
    id          uuid        PRIMARY KEY,
    person      uuid        NOT NULL,
    post        uuid        NOT NULL,
    source      text        NOT NULL CHECK (source IN ('OFFICE', 'FILE', 'TOKEN', 'ESIGN')),
    kind        text        NOT NULL CHECK (kind IN ('OFFICE_APPROVAL', 'DIGITAL')),
    serial      text        NOT NULL,
    certificate bytea       NOT NULL,
    chain       bytea[]     NOT NULL DEFAULT '{}',
    valid_from  timestamptz NOT NULL,
    valid_to    timestamptz NOT NULL,
    salt        bytea,
    sealed      bytea,
    alias       text        NOT NULL DEFAULT '',
    failures    int         NOT NULL DEFAULT 0 CHECK (failures BETWEEN 0 AND 5),
    made_at     timestamptz NOT NULL,
    ended_at    timestamptz,
    ended_how   text        CHECK (ended_how IN ('REPLACED', 'WITHDRAWN', 'LEFT', 'ONCE')),
    ended_by    uuid,
    reason      text        NOT NULL DEFAULT '',
    CHECK ((source = 'OFFICE') = (kind = 'OFFICE_APPROVAL')),
    CHECK ((source IN ('OFFICE', 'FILE')) = (sealed IS NOT NULL)),
    CHECK ((sealed IS NULL) = (salt IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
    CHECK (ended_how <> 'WITHDRAWN' OR reason <> '')
);
CREATE UNIQUE INDEX key_live ON signatures.key (person) WHERE ended_at IS NULL;
CREATE INDEX key_person ON signatures.key (person, made_at DESC);
CREATE INDEX key_certificate ON signatures.key (sha256(certificate));

-- What was signed, by whom, on which post, when, with which key (OP-72). Lines are only ever added.
CREATE TABLE signatures.signature (
    id       uuid        PRIMARY KEY,
    key      uuid        NOT NULL REFERENCES signatures.key,
    form     text        NOT NULL CHECK (form IN ('PDF', 'DETACHED')),
    kind     text        NOT NULL CHECK (kind IN ('OFFICE_APPROVAL', 'DIGITAL')),
    subject  text        NOT NULL,
    person   uuid        NOT NULL,
    post     uuid        NOT NULL,
    capacity text        NOT NULL,
    at       timestamptz NOT NULL,
    hash     bytea       NOT NULL CHECK (length(hash) = 32),
    value    bytea,
    act      uuid        NOT NULL,
    CHECK ((form = 'DETACHED') = (value IS NOT NULL))
);
CREATE INDEX signature_subject ON signatures.signature (subject);
CREATE INDEX signature_hash ON signatures.signature (hash) WHERE form = 'PDF';
REVOKE UPDATE, DELETE ON signatures.signature FROM karyalay_app;

-- A question to a licensed provider that awaits its answer; each is answered once.
CREATE TABLE signatures.esign (
    txn      text        PRIMARY KEY,
    person   uuid        NOT NULL,
    post     uuid        NOT NULL,
    hashes   bytea[]     NOT NULL,
    asked_at timestamptz NOT NULL,
    until    timestamptz NOT NULL,
    done_at  timestamptz
);

CREATE VIEW signatures.v_key AS
SELECT id, person, post, source, kind, serial, valid_from, valid_to, made_at, ended_at, ended_how, reason
FROM signatures.key;

-- Everything that is needed to judge a signature from what is stored.
CREATE VIEW signatures.v_signature AS
SELECT s.id, s.form, s.kind, s.subject, s.person, s.post, s.capacity, s.at, s.hash, s.value, k.id AS key,
       k.person AS key_person, k.serial, k.certificate, k.chain, k.ended_at
FROM signatures.signature s JOIN signatures.key k ON k.id = s.key;
