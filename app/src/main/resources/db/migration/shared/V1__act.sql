CREATE SCHEMA IF NOT EXISTS shared;

-- One row an act, written first in its transaction. The primary key is what makes a second press wait.
CREATE TABLE shared.act (
    id           uuid        PRIMARY KEY,
    person       uuid        NOT NULL,
    request_hash bytea       NOT NULL,
    result       uuid        NOT NULL,
    at           timestamptz NOT NULL DEFAULT now()
);
