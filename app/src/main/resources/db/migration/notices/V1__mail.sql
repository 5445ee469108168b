CREATE SCHEMA IF NOT EXISTS notices;

-- The outbox. HANDING is committed before a server is spoken to: what a dead program leaves in it is uncertain.
CREATE TABLE notices.mail (
    id            uuid        PRIMARY KEY,
    office        uuid        NOT NULL,
    recipient     text        NOT NULL,
    subject       text        NOT NULL,
    body          text        NOT NULL,
    document      uuid,
    document_name text        NOT NULL,
    message_id    text        NOT NULL UNIQUE,
    state         text        NOT NULL CHECK (state IN ('WAITING', 'HANDING', 'SENT', 'REFUSED', 'UNCERTAIN')),
    answer        text        NOT NULL DEFAULT '',
    tries         int         NOT NULL DEFAULT 0,
    made_at       timestamptz NOT NULL,
    next_at       timestamptz NOT NULL,
    handed_at     timestamptz,
    settled_at    timestamptz,
    CHECK (state <> 'HANDING' OR handed_at IS NOT NULL),
    CHECK ((state IN ('SENT', 'REFUSED', 'UNCERTAIN')) = (settled_at IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX mail_waiting ON notices.mail (next_at, id) WHERE state = 'WAITING';
CREATE INDEX mail_handing ON notices.mail (handed_at) WHERE state = 'HANDING';

CREATE VIEW notices.v_mail AS
SELECT id, office, recipient, state, answer, tries, made_at, next_at, settled_at FROM notices.mail;
