-- Who of a counter's members has taken a paper (OP-123). `serial` is how often the paper had moved by then: one that
-- moves on leaves its claim behind without a further write. Past `lapses_at` nobody has it; nothing need end it.
CREATE TABLE desk.claim (
    paper     uuid        PRIMARY KEY REFERENCES desk.paper,
    serial    int         NOT NULL,
    post      uuid        NOT NULL,
    person    uuid        NOT NULL,
    since     timestamptz NOT NULL,
    lapses_at timestamptz NOT NULL,
    act       uuid        NOT NULL,
    CHECK (lapses_at > since)
);

-- What was done to a paper where it lay, beside the register of its movements: added, never changed.
CREATE TABLE desk.margin (
    paper    uuid        NOT NULL REFERENCES desk.paper,
    serial   int         NOT NULL,
    word     text        NOT NULL CHECK (word IN ('CLAIMED', 'TAKEN_OVER', 'CLAIM_RETURNED', 'PREPARED')),
    person   uuid        NOT NULL,
    post     uuid        NOT NULL,
    capacity text        NOT NULL,
    at       timestamptz NOT NULL,
    remark   text        NOT NULL,
    act      uuid        NOT NULL
);
CREATE INDEX margin_paper ON desk.margin (paper, at);
REVOKE UPDATE, DELETE ON desk.margin FROM karyalay_app;

-- That something prepared on a paper waits for its holder (OP-124): put and lifted by whoever keeps it, so that a
-- page knows without asking whether there is anything to ask for.
CREATE TABLE desk.prepared (
    item  uuid PRIMARY KEY,
    paper uuid NOT NULL REFERENCES desk.paper
);
CREATE INDEX prepared_paper ON desk.prepared (paper);
