CREATE SCHEMA IF NOT EXISTS golive;

-- A workbook that was sent: first on trial, row by row, then carried out, row by row. act, request: those of the
-- press that has it carried out; each row is done under an act that follows from it. cursor: the rows up to it are
-- done, so that whatever stops the program in between goes on from there.
CREATE TABLE golive.load (
    id           uuid        PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('PEOPLE', 'BALANCE')),
    district     uuid        NOT NULL,
    office       uuid        NOT NULL,
    sha256       bytea       NOT NULL CHECK (length(sha256) = 32),
    name         text        NOT NULL,
    person       uuid        NOT NULL,
    post         uuid        NOT NULL,
    capacity     text        NOT NULL,
    sent_at      timestamptz NOT NULL,
    notes        text[]      NOT NULL,
    state        text        NOT NULL CHECK (state IN ('TRYING', 'TRIED', 'APPLYING', 'DONE')),
    act          uuid,
    request      bytea,
    lines        int         NOT NULL,
    cursor       int         NOT NULL DEFAULT 0,
    leased_until timestamptz,
    ended_at     timestamptz,
    CHECK ((state IN ('APPLYING', 'DONE')) = (act IS NOT NULL))
);
CREATE INDEX load_office ON golive.load (office, sent_at DESC);
CREATE INDEX load_working ON golive.load (sent_at) WHERE state IN ('TRYING', 'APPLYING');

-- One row of it. serial: its place among the rows that have something in them. cells: column code to text.
-- outcome: what would be done, or was: codes joined by spaces; empty before it was looked at. refusal, argument: why
-- not, and of which column.
CREATE TABLE golive.load_row (
    load     uuid  NOT NULL REFERENCES golive.load,
    serial   int   NOT NULL,
    line     int   NOT NULL,
    cells    jsonb NOT NULL,
    outcome  text  NOT NULL DEFAULT '',
    refusal  text  NOT NULL DEFAULT '',
    argument text  NOT NULL DEFAULT '',
    field    text  NOT NULL DEFAULT '',
    notes    text[] NOT NULL DEFAULT '{}',
    applied  boolean NOT NULL DEFAULT false,
    paper    uuid,
    PRIMARY KEY (load, serial)
) WITH (fillfactor = 80);

-- प्रारम्भिक शेष प्रमाण पत्र: once for each office, with the figures of that moment.
CREATE TABLE golive.certificate (
    office   uuid        PRIMARY KEY,
    district uuid        NOT NULL,
    figures  jsonb       NOT NULL,
    person   uuid        NOT NULL,
    post     uuid        NOT NULL,
    at       timestamptz NOT NULL
);

-- Whom the head of an office lets look after its people besides himself.
CREATE TABLE golive.delegation (
    office   uuid        NOT NULL,
    post     uuid        NOT NULL,
    given_by uuid        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (office, post)
);
