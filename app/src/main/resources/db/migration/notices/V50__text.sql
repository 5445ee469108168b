-- The outbox of texts to mobiles, as that of mails. HANDING is committed before the gateway is spoken to.
CREATE TABLE notices.text (
    id         uuid        PRIMARY KEY,
    office     uuid        NOT NULL,
    recipient  text        NOT NULL CHECK (recipient ~ '^[6-9][0-9]{9}$'),
    template   text        NOT NULL,
    words      text,
    secret     boolean     NOT NULL,
    state      text        NOT NULL CHECK (state IN ('WAITING', 'HANDING', 'SENT', 'REFUSED', 'UNCERTAIN')),
    answer     text        NOT NULL DEFAULT '',
    tries      int         NOT NULL DEFAULT 0,
    made_at    timestamptz NOT NULL,
    good_until timestamptz NOT NULL,
    next_at    timestamptz NOT NULL,
    handed_at  timestamptz,
    settled_at timestamptz,
    CHECK (state <> 'HANDING' OR handed_at IS NOT NULL),
    CHECK ((state IN ('SENT', 'REFUSED', 'UNCERTAIN')) = (settled_at IS NOT NULL)),
    -- A secret's words are gone as soon as they have been handed over; others stay, as a court would ask for them.
    CHECK ((words IS NULL) = (secret AND settled_at IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX text_waiting ON notices.text (next_at, id) WHERE state = 'WAITING';
CREATE INDEX text_handing ON notices.text (handed_at) WHERE state = 'HANDING';

CREATE VIEW notices.v_text AS
SELECT id, office, recipient, template, state, answer, tries, made_at, good_until, next_at, settled_at FROM notices.text;
