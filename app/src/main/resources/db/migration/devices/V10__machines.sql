-- A machine that several people of an office share (OP-125), told by the mark that its browser keeps.
CREATE TABLE devices.machine (
    id        uuid        PRIMARY KEY,
    device    uuid        NOT NULL,
    office    uuid        NOT NULL,
    name      text        NOT NULL CHECK (name <> ''),
    marked_by uuid        NOT NULL,
    marked_at timestamptz NOT NULL,
    ended_at  timestamptz
);
CREATE UNIQUE INDEX machine_device ON devices.machine (device) WHERE ended_at IS NULL;
CREATE INDEX machine_office ON devices.machine (office) WHERE ended_at IS NULL;

-- Whose name stands on a machine: who has signed in there with his password and has not taken it away. Five wrong
-- PINs bar his PIN there until he gives his password there; nobody else's, and his nowhere else.
CREATE TABLE devices.tile (
    machine  uuid        NOT NULL REFERENCES devices.machine,
    person   uuid        NOT NULL,
    since    timestamptz NOT NULL,
    failures int         NOT NULL DEFAULT 0 CHECK (failures BETWEEN 0 AND 5),
    PRIMARY KEY (machine, person)
);
CREATE INDEX tile_person ON devices.tile (person);

-- The PIN by which one takes a shared machine over; it signs nothing. `chosen` counts how often in a day a PIN was
-- chosen: the answer "that is your signing PIN" must not be asked for all PINs in turn.
CREATE TABLE devices.hand_pin (
    person     uuid        PRIMARY KEY,
    hash       text,
    set_at     timestamptz NOT NULL,
    chosen     int         NOT NULL,
    chosen_day date        NOT NULL
);

-- What somebody had typed and not sent when the page was covered or another took over.
CREATE TABLE devices.leaving (
    id      uuid        PRIMARY KEY,
    person  uuid        NOT NULL,
    form    text        NOT NULL,
    action  text        NOT NULL CHECK (action LIKE '/%'),
    path    text        NOT NULL,
    title   text        NOT NULL,
    fields  jsonb       NOT NULL,
    session uuid,
    at      timestamptz NOT NULL,
    UNIQUE (person, form)
);

-- A code sent to the registered mobile of whoever forgot his password (OP-139). A row is made for any number that is
-- typed, so that nothing tells which exist; without a person no text goes out.
CREATE TABLE devices.code (
    id      uuid        PRIMARY KEY,
    pno     text        NOT NULL,
    person  uuid,
    device  uuid        NOT NULL,
    hash    text        NOT NULL,
    made_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    tries   int         NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
    used_at timestamptz
);
CREATE INDEX code_device ON devices.code (device, made_at);
CREATE INDEX code_pno ON devices.code (pno, made_at);

-- A password given anew by two: the head of the office or his senior asks, an administrator confirms (OP-139).
CREATE TABLE devices.reset (
    id           uuid        PRIMARY KEY,
    person       uuid        NOT NULL,
    district     uuid        NOT NULL,
    reason       text        NOT NULL CHECK (reason <> ''),
    with_key     boolean     NOT NULL,
    asked_by     uuid        NOT NULL,
    asked_post   uuid        NOT NULL,
    asked_at     timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    settled_by   uuid,
    settled_at   timestamptz,
    confirmed    boolean,
    CHECK ((settled_at IS NULL) = (confirmed IS NULL)),
    CHECK (NOT coalesce(confirmed, false) OR settled_by <> asked_by),
    CHECK (asked_by <> person),
    CHECK (NOT coalesce(confirmed, false) OR settled_by <> person)
);
CREATE INDEX reset_district ON devices.reset (district, asked_at DESC);
CREATE UNIQUE INDEX reset_open ON devices.reset (person) WHERE settled_at IS NULL;
