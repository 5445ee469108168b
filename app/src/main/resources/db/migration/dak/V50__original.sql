-- Bundles that originals are tied into after scanning (OP-128): one an office and day, numbered through the year.
-- Those of protected papers are apart.
CREATE TABLE dak.bundle (
    office  uuid    NOT NULL,
    guarded boolean NOT NULL,
    day     date    NOT NULL,
    number  int     NOT NULL CHECK (number > 0),
    last    int     NOT NULL CHECK (last > 0),
    PRIMARY KEY (office, guarded, day)
);

-- A place in a bundle. It is pencilled on the paper, so it is never given again; who took the original out stands
-- beside it.
CREATE TABLE dak.bundle_entry (
    office  uuid        NOT NULL,
    guarded boolean     NOT NULL,
    day     date        NOT NULL,
    serial  int         NOT NULL CHECK (serial > 0),
    receipt uuid        NOT NULL REFERENCES dak.receipt,
    left_at timestamptz,
    left_by uuid,
    PRIMARY KEY (office, guarded, day, serial),
    FOREIGN KEY (office, guarded, day) REFERENCES dak.bundle,
    CHECK ((left_at IS NULL) = (left_by IS NULL))
);
CREATE UNIQUE INDEX bundle_entry_in ON dak.bundle_entry (receipt) WHERE left_at IS NULL;

-- What came with a paper and is kept apart from it: an X-ray, a closed envelope. A change adds a version.
CREATE TABLE dak.kept_apart (
    receipt uuid        NOT NULL REFERENCES dak.receipt,
    item    int         NOT NULL CHECK (item > 0),
    version int         NOT NULL CHECK (version > 0),
    name    text        NOT NULL CHECK (name <> ''),
    keeping text        NOT NULL CHECK (keeping IN ('BUNDLE', 'WENT_ALONG', 'RETURNED', 'SEALED', 'PROPERTY_ROOM')),
    place   text        NOT NULL,
    person  uuid        NOT NULL,
    post    uuid        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (receipt, item, version)
);
