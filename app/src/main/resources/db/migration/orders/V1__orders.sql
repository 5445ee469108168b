CREATE SCHEMA IF NOT EXISTS orders;

-- An order as it was given, once, whatever number of papers it went on.
CREATE TABLE orders.given (
    id       uuid        PRIMARY KEY,
    post     uuid        NOT NULL,
    person   uuid        NOT NULL,
    capacity text        NOT NULL,
    does     text        NOT NULL CHECK (does IN ('SEND', 'BACK', 'CLOSE')),
    phrase   text        NOT NULL,
    words    text        NOT NULL,
    due      date,
    at       timestamptz NOT NULL
);
CREATE INDEX given_post ON orders.given (post, at DESC);

-- What became of it on each paper: the act that moved it, or the sentence that kept it.
CREATE TABLE orders.line (
    given     uuid   NOT NULL REFERENCES orders.given,
    serial    int    NOT NULL,
    paper     uuid   NOT NULL,
    act       uuid   NOT NULL,
    noted     boolean NOT NULL,
    refusal   text   NOT NULL DEFAULT '',
    arguments text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (given, paper)
);
CREATE INDEX line_act ON orders.line (act);
CREATE INDEX line_paper ON orders.line (paper);

-- To whom a post last gave an order of these words: offered the next time.
CREATE TABLE orders.habit (
    post      uuid        NOT NULL,
    phrase    text        NOT NULL,
    addressee uuid        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (post, phrase)
);

-- Ready phrases of a person, or of an office; those that hold everywhere are masters. Rows are ended, not deleted.
CREATE TABLE orders.phrase (
    id         uuid     PRIMARY KEY,
    person     uuid,
    office     uuid,
    words      text     NOT NULL,
    digit      smallint CHECK (digit BETWEEN 1 AND 9),
    does       text     NOT NULL CHECK (does IN ('SEND', 'BACK', 'CLOSE')),
    goes       text     NOT NULL CHECK (goes IN ('FROM', 'LAST')),
    task       text     NOT NULL,
    days       int      NOT NULL CHECK (days BETWEEN 0 AND 365),
    valid_from date     NOT NULL,
    valid_to   date     NOT NULL DEFAULT 'infinity',
    CHECK ((person IS NULL) <> (office IS NULL))
);
CREATE INDEX phrase_person ON orders.phrase (person) WHERE person IS NOT NULL;
CREATE INDEX phrase_office ON orders.phrase (office) WHERE office IS NOT NULL;

-- Why a paper lay beyond its time on a desk (OP-90). Lines are added, never changed.
CREATE TABLE orders.delay (
    id     uuid        PRIMARY KEY,
    paper  uuid        NOT NULL,
    post   uuid        NOT NULL,
    person uuid        NOT NULL,
    reason text        NOT NULL,
    words  text        NOT NULL,
    due_at timestamptz NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX delay_paper ON orders.delay (paper, post, at);
CREATE INDEX delay_at ON orders.delay (at DESC);

CREATE TABLE orders.reminder (
    id     uuid        PRIMARY KEY,
    paper  uuid        NOT NULL,
    post   uuid        NOT NULL,
    person uuid        NOT NULL,
    holder uuid        NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX reminder_paper ON orders.reminder (paper, at);

REVOKE UPDATE, DELETE ON orders.given, orders.delay, orders.reminder FROM karyalay_app;
