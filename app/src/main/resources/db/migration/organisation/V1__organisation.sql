CREATE SCHEMA IF NOT EXISTS organisation;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Days are Indian days. Spans are half open: a row holds from valid_from until the day before valid_to, so that
-- what ends today has ended, and its successor may begin today.
CREATE FUNCTION organisation.today() RETURNS date LANGUAGE sql STABLE AS $$
    SELECT (now() AT TIME ZONE 'Asia/Kolkata')::date
$$;

-- district: the office of kind 'district' at or above this one; an office above all districts is its own.
CREATE TABLE organisation.office (
    id         uuid    PRIMARY KEY,
    parent     uuid    REFERENCES organisation.office,
    district   uuid    NOT NULL REFERENCES organisation.office,
    kind       text    NOT NULL,
    code       text    NOT NULL CHECK (code ~ '^[A-Z0-9]{1,8}$'),
    name_hi    text    NOT NULL,
    name_en    text    NOT NULL,
    short_hi   text    NOT NULL,
    aliases    text[]  NOT NULL DEFAULT '{}',
    outside    boolean NOT NULL DEFAULT false,
    confirmed  boolean NOT NULL DEFAULT false,
    valid_from date    NOT NULL,
    valid_to   date    NOT NULL DEFAULT 'infinity',
    CHECK (valid_from <= valid_to),
    CHECK (parent IS DISTINCT FROM id)
);
CREATE UNIQUE INDEX office_code ON organisation.office (district, code) WHERE valid_to = 'infinity';
CREATE INDEX office_parent ON organisation.office (parent);

-- Every office with every office at or under it: kept by the act that changes the tree.
CREATE TABLE organisation.office_line (
    office uuid     NOT NULL REFERENCES organisation.office,
    below  uuid     NOT NULL REFERENCES organisation.office,
    depth  smallint NOT NULL,
    PRIMARY KEY (office, below)
);
CREATE INDEX office_line_above ON organisation.office_line (below, depth) INCLUDE (office);

-- key: what is searched, folded over spellings and scripts. level: of the rank, so that lists sort without a join.
CREATE TABLE organisation.post (
    id             uuid     PRIMARY KEY,
    office         uuid     NOT NULL REFERENCES organisation.office,
    district       uuid     NOT NULL,
    abbreviation   text     NOT NULL CHECK (abbreviation ~ '^[A-Z0-9]{1,8}$'),
    ordinal        smallint NOT NULL DEFAULT 0,
    mark           text     NOT NULL,
    designation_hi text     NOT NULL,
    designation_en text     NOT NULL,
    short_hi       text     NOT NULL CHECK (length(short_hi) <= 22),
    rank           text     NOT NULL,
    level          smallint NOT NULL,
    head           boolean  NOT NULL DEFAULT false,
    counter        boolean  NOT NULL DEFAULT false,
    confirmed      boolean  NOT NULL DEFAULT false,
    key            text     NOT NULL,
    valid_from     date     NOT NULL,
    valid_to       date     NOT NULL DEFAULT 'infinity',
    CHECK (valid_from <= valid_to)
);
CREATE UNIQUE INDEX post_mark ON organisation.post (district, mark) WHERE valid_to = 'infinity';
CREATE UNIQUE INDEX post_head ON organisation.post (office) WHERE head AND valid_to = 'infinity';
CREATE INDEX post_office ON organisation.post (office);
CREATE INDEX post_by_mark ON organisation.post (mark);
CREATE INDEX post_key ON organisation.post USING gin (key gin_trgm_ops);

CREATE TABLE organisation.person (
    id         uuid  PRIMARY KEY,
    pno        text  NOT NULL UNIQUE CHECK (pno ~ '^[0-9]{9}$'),
    name_hi    text  NOT NULL,
    name_en    text  NOT NULL,
    mobile     text  NOT NULL CHECK (mobile ~ '^[6-9][0-9]{9}$'),
    gender     text  NOT NULL CHECK (gender IN ('MALE', 'FEMALE', 'OTHER')),
    rank       text  NOT NULL,
    joined_on  date  NOT NULL,
    email      text,
    key        text  NOT NULL,
    sort_key   bytea NOT NULL,
    valid_from date  NOT NULL,
    valid_to   date  NOT NULL DEFAULT 'infinity',
    CHECK (valid_from <= valid_to)
);
CREATE INDEX person_key ON organisation.person USING gin (key gin_trgm_ops);

CREATE TABLE organisation.charge (
    id         uuid NOT NULL PRIMARY KEY,
    person     uuid NOT NULL REFERENCES organisation.person,
    post       uuid NOT NULL REFERENCES organisation.post,
    capacity   text NOT NULL CHECK (capacity IN ('REGULAR', 'ADDITIONAL', 'LINK', 'MEMBER')),
    valid_from date NOT NULL,
    valid_to   date NOT NULL DEFAULT 'infinity',
    CHECK (valid_from <= valid_to),
    -- A link officer covers stated dates; cover ends by itself (OP-9).
    CHECK (capacity <> 'LINK' OR valid_to < 'infinity')
);
CREATE UNIQUE INDEX charge_regular ON organisation.charge (post) WHERE capacity = 'REGULAR' AND valid_to = 'infinity';
CREATE UNIQUE INDEX charge_once ON organisation.charge (person, post) WHERE valid_to = 'infinity';
CREATE INDEX charge_person ON organisation.charge (person, valid_to);
CREATE INDEX charge_post ON organisation.charge (post, valid_to);

-- Whose papers a post may read by its place in the tree: itself, and for the head of an office every office at
-- or under it. One index probe in every list, so it is kept, not computed.
CREATE TABLE organisation.token (
    post  uuid NOT NULL REFERENCES organisation.post,
    token uuid NOT NULL,
    PRIMARY KEY (post, token)
);
CREATE INDEX token_post ON organisation.token (token, post);

-- The heads above a post, nearest first: distance 1, 2, 3 without gaps.
CREATE TABLE organisation.senior (
    post     uuid     NOT NULL REFERENCES organisation.post,
    senior   uuid     NOT NULL REFERENCES organisation.post,
    distance smallint NOT NULL,
    PRIMARY KEY (post, senior)
);
CREATE INDEX senior_post ON organisation.senior (senior, post);

-- What was changed by whom from when, with old and new values (OP-14). Lines are added, never changed.
CREATE TABLE organisation.change (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind         text        NOT NULL,
    subject      uuid        NOT NULL,
    effective_on date        NOT NULL,
    old          jsonb       NOT NULL,
    new          jsonb       NOT NULL,
    act          uuid        NOT NULL,
    person       uuid        NOT NULL,
    post         uuid        NOT NULL,
    at           timestamptz NOT NULL
);
CREATE INDEX change_subject ON organisation.change (subject, id);
CREATE INDEX change_kind ON organisation.change (kind, id);
REVOKE UPDATE, DELETE ON organisation.change FROM karyalay_app;

-- Changes whose day has not come. A worker carries them out on it; a crash only delays them.
CREATE TABLE organisation.pending (
    change       bigint PRIMARY KEY REFERENCES organisation.change,
    effective_on date   NOT NULL
);
CREATE INDEX pending_day ON organisation.pending (effective_on, change);

-- Masters: scope null holds everywhere; a district's own row goes before it.
CREATE TABLE organisation.master (
    id         uuid    PRIMARY KEY,
    scope      uuid    REFERENCES organisation.office,
    kind       text    NOT NULL CHECK (kind ~ '^[A-Z][A-Z_]*$'),
    code       text    NOT NULL,
    name_hi    text    NOT NULL,
    name_en    text    NOT NULL,
    sort       int     NOT NULL DEFAULT 0,
    data       jsonb   NOT NULL DEFAULT '{}',
    confirmed  boolean NOT NULL DEFAULT false,
    valid_from date    NOT NULL,
    valid_to   date    NOT NULL DEFAULT 'infinity',
    CHECK (valid_from <= valid_to)
);
CREATE UNIQUE INDEX master_code ON organisation.master (kind, code, scope) NULLS NOT DISTINCT WHERE valid_to = 'infinity';

-- The calendar of an office is its own and that of every office above it; the nearest one decides a day.
CREATE TABLE organisation.holiday (
    id         uuid    PRIMARY KEY,
    office     uuid    NOT NULL REFERENCES organisation.office,
    day        date    NOT NULL,
    working    boolean NOT NULL DEFAULT false,
    name_hi    text    NOT NULL,
    name_en    text    NOT NULL,
    confirmed  boolean NOT NULL DEFAULT false,
    withdrawn  boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX holiday_day ON organisation.holiday (office, day) WHERE NOT withdrawn;

-- nth 0: every such weekday; 2: the second of the month. weekday 1 is Monday.
CREATE TABLE organisation.weekly_rule (
    id         uuid     PRIMARY KEY,
    office     uuid     NOT NULL REFERENCES organisation.office,
    weekday    smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    nth        smallint NOT NULL CHECK (nth BETWEEN 0 AND 5),
    working    boolean  NOT NULL DEFAULT false,
    valid_from date     NOT NULL,
    valid_to   date     NOT NULL DEFAULT 'infinity',
    CHECK (valid_from <= valid_to)
);
CREATE INDEX weekly_rule_office ON organisation.weekly_rule (office);

-- One row a series, updated once an act, last of all; room on the page keeps the update in place.
CREATE TABLE organisation.series (
    id     uuid   PRIMARY KEY DEFAULT gen_random_uuid(),
    office uuid   NOT NULL,
    kind   text   NOT NULL,
    year   int    NOT NULL,
    last   bigint NOT NULL CHECK (last >= 0),
    UNIQUE (office, kind, year)
) WITH (fillfactor = 10);

-- Gapless means accounted for: every number up to `last` has its row.
CREATE TABLE organisation.series_number (
    series  uuid        NOT NULL REFERENCES organisation.series,
    n       bigint      NOT NULL CHECK (n > 0),
    state   text        NOT NULL CHECK (state IN ('ISSUED', 'RESERVED', 'VOID')),
    subject uuid,
    reason  text        NOT NULL DEFAULT '',
    at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (series, n),
    CHECK (state <> 'ISSUED' OR subject IS NOT NULL),
    CHECK (state <> 'VOID' OR reason <> '')
);

-- Villages, tehsils, blocks and towns: for addresses. parent is by name, as the lists give it.
CREATE TABLE organisation.place (
    id         uuid    PRIMARY KEY,
    district   uuid    NOT NULL REFERENCES organisation.office,
    kind       text    NOT NULL,
    lgd_code   text,
    name_hi    text,
    name_en    text    NOT NULL,
    parent_en  text    NOT NULL,
    key        text    NOT NULL,
    confirmed  boolean NOT NULL DEFAULT false,
    valid_from date    NOT NULL,
    valid_to   date    NOT NULL DEFAULT 'infinity',
    CHECK (valid_from <= valid_to)
);
CREATE INDEX place_key ON organisation.place USING gin (key gin_trgm_ops);
CREATE INDEX place_district ON organisation.place (district, kind);

CREATE VIEW organisation.v_office AS
SELECT id, parent, district, kind, code, name_hi, name_en
FROM organisation.office
WHERE valid_from <= organisation.today() AND organisation.today() < valid_to;

CREATE VIEW organisation.v_post AS
SELECT p.id, p.office, p.district, p.mark, p.designation_hi, p.designation_en, o.name_hi AS office_hi,
       o.name_en AS office_en, p.short_hi, p.rank, p.level, p.head, p.counter
FROM organisation.post p JOIN organisation.office o ON o.id = p.office
WHERE p.valid_from <= organisation.today() AND organisation.today() < p.valid_to;

-- Every post there ever was: trails name posts long abolished.
CREATE VIEW organisation.v_post_ever AS
SELECT p.id, p.mark, p.designation_hi, p.designation_en, o.name_hi AS office_hi, o.name_en AS office_en, p.short_hi
FROM organisation.post p JOIN organisation.office o ON o.id = p.office;

-- Everyone who ever served: names in trails never vanish. Who may act is a matter of charges.
CREATE VIEW organisation.v_person AS
SELECT id, pno, name_hi, name_en, rank, gender FROM organisation.person;

CREATE VIEW organisation.v_charge AS
SELECT id, person, post, capacity, valid_from, valid_to
FROM organisation.charge
WHERE valid_from <= organisation.today() AND organisation.today() < valid_to;

CREATE VIEW organisation.v_token AS
SELECT post, token FROM organisation.token;

CREATE VIEW organisation.v_senior AS
SELECT post, senior, distance FROM organisation.senior;

CREATE VIEW organisation.v_place AS
SELECT id, district, kind, lgd_code, name_hi, name_en, parent_en
FROM organisation.place
WHERE valid_from <= organisation.today() AND organisation.today() < valid_to;
