CREATE SCHEMA IF NOT EXISTS ledger;

CREATE TABLE ledger.entry (
    seq        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid        xid8        NOT NULL DEFAULT pg_current_xact_id(),
    act_id     uuid        NOT NULL,
    act        text        NOT NULL,
    subject    text        NOT NULL,
    person     uuid        NOT NULL,
    post       uuid        NOT NULL,
    capacity   text        NOT NULL,
    at         timestamptz NOT NULL,
    commitment bytea       NOT NULL CHECK (length(commitment) = 32)
);
CREATE INDEX entry_subject ON ledger.entry (subject);

-- The words and the salt. A lawful erasure deletes a row here; the entry above stays for ever.
CREATE TABLE ledger.opening (
    seq      bigint PRIMARY KEY,
    salt     bytea  NOT NULL CHECK (length(salt) = 32),
    preimage bytea  NOT NULL
);

-- The application may add and read, no more (DESIGN 2, "Ledger").
REVOKE ALL ON ledger.entry, ledger.opening FROM karyalay_app;
GRANT SELECT, INSERT ON ledger.entry, ledger.opening TO karyalay_app;
