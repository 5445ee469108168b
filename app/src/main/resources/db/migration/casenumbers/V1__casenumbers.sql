CREATE SCHEMA IF NOT EXISTS casenumbers;

-- A number of a thana that a content is about. Struck out when it was wrong, never deleted.
CREATE TABLE casenumbers.entry (
    id        uuid        PRIMARY KEY,
    content   uuid        NOT NULL,
    paper     uuid        NOT NULL,
    type      text        NOT NULL CHECK (type IN ('FIR', 'NCR', 'GD', 'PREVENTIVE', 'MISSING')),
    thana     uuid        NOT NULL,
    number    int         NOT NULL CHECK (number >= 0),
    year      int         NOT NULL,
    day       date,
    hour      time,
    charged   text        NOT NULL,
    written   text        NOT NULL,
    person    uuid        NOT NULL,
    post      uuid        NOT NULL,
    at        timestamptz NOT NULL,
    struck_at timestamptz,
    CHECK ((type = 'GD') = (day IS NOT NULL)),
    CHECK ((day IS NULL) = (hour IS NULL))
);
CREATE INDEX entry_content ON casenumbers.entry (content);
CREATE INDEX entry_number ON casenumbers.entry (thana, type, year, number) WHERE struck_at IS NULL;

-- What bears the same number is about the same: a diary entry by its day too. Proceedings without a number are
-- about nothing but themselves.
CREATE VIEW casenumbers.v_entry AS
SELECT id, content, paper, type, thana, number, year, day, hour, charged, written, at
FROM casenumbers.entry WHERE struck_at IS NULL;
