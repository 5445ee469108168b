CREATE SCHEMA IF NOT EXISTS desk;

-- What desk knows of a content: a kind and what protects it. The content itself is its module's.
CREATE TABLE desk.content (
    id       uuid    PRIMARY KEY,
    kind     text    NOT NULL CHECK (kind IN ('RECEIPT', 'FILE', 'COMPLAINT')),
    district uuid    NOT NULL,
    class    text    NOT NULL CHECK (class IN ('NORMAL', 'RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP_SECRET')),
    victim   boolean NOT NULL DEFAULT false,
    barred   boolean NOT NULL DEFAULT false
);

-- A paper is in exactly one place. class, guarded and barred repeat the content's (and, for an enclosing
-- paper, the gravest of what it holds), so that a tray is read from one table.
CREATE TABLE desk.paper (
    id           uuid        PRIMARY KEY,
    content      uuid        NOT NULL REFERENCES desk.content,
    kind         text        NOT NULL,
    district     uuid        NOT NULL,
    office       uuid        NOT NULL,
    creator      uuid        NOT NULL,
    lead         boolean     NOT NULL,
    physical     boolean     NOT NULL,
    place        text        NOT NULL CHECK (place IN ('DESK', 'PARKED', 'CLOSED', 'TRANSIT', 'INSIDE')),
    holder       uuid,
    parent       uuid        REFERENCES desk.paper,
    root         uuid        NOT NULL,
    parked_until date,
    urgency      smallint    NOT NULL CHECK (urgency BETWEEN 0 AND 3),
    class        text        NOT NULL,
    guarded      boolean     NOT NULL,
    barred       boolean     NOT NULL,
    number       text        NOT NULL,
    title        text        NOT NULL,
    subtitle     text        NOT NULL,
    task         text        NOT NULL,
    due_at       timestamptz NOT NULL DEFAULT 'infinity',
    made_at      timestamptz NOT NULL,
    arrived_at   timestamptz NOT NULL,
    opened_at    timestamptz,
    from_post    uuid,
    moves        int         NOT NULL,
    hands        int         NOT NULL,
    CHECK ((place = 'INSIDE') = (holder IS NULL)),
    CHECK ((place = 'INSIDE') = (parent IS NOT NULL)),
    CHECK ((place = 'INSIDE') OR root = id),
    CHECK ((place = 'PARKED') = (parked_until IS NOT NULL))
) WITH (fillfactor = 70);

-- The tray: one indexed read, sorted by the one clock that sorts it. The predicate is a literal in SQL too.
CREATE INDEX paper_tray ON desk.paper (holder, due_at, id) WHERE place IN ('DESK', 'TRANSIT');
CREATE INDEX paper_shelf ON desk.paper (holder, place, arrived_at DESC, id) WHERE place IN ('PARKED', 'CLOSED');
CREATE INDEX paper_parked ON desk.paper (parked_until) WHERE place = 'PARKED';
CREATE INDEX paper_content ON desk.paper (content);
CREATE INDEX paper_parent ON desk.paper (parent) WHERE parent IS NOT NULL;
CREATE INDEX paper_root ON desk.paper (root) WHERE parent IS NOT NULL;
CREATE INDEX paper_made ON desk.paper (office, kind, made_at DESC, id);

-- Lines are added, never changed.
CREATE TABLE desk.movement (
    paper     uuid        NOT NULL REFERENCES desk.paper,
    serial    int         NOT NULL,
    word      text        NOT NULL,
    from_post uuid,
    to_post   uuid,
    person    uuid        NOT NULL,
    capacity  text        NOT NULL,
    at        timestamptz NOT NULL,
    task      text        NOT NULL,
    remark    text        NOT NULL,
    decided   boolean     NOT NULL,
    hand      int         NOT NULL,
    act       uuid        NOT NULL,
    PRIMARY KEY (paper, serial)
);
CREATE INDEX movement_sent ON desk.movement (from_post, at DESC) WHERE word = 'FORWARDED';

-- First full view by a holder after arrival: what ends pulling back.
CREATE TABLE desk.opened (
    paper  uuid        NOT NULL,
    serial int         NOT NULL,
    person uuid        NOT NULL,
    post   uuid        NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (paper, serial)
);

CREATE TABLE desk.clock (
    paper        uuid        NOT NULL REFERENCES desk.paper,
    name         text        NOT NULL,
    started      timestamptz NOT NULL,
    amount       int         NOT NULL,
    unit         text        NOT NULL CHECK (unit IN ('WORKING_DAYS', 'CALENDAR_DAYS', 'HOURS', 'DATE')),
    due_at       timestamptz NOT NULL,
    paused_since timestamptz,
    stopped_at   timestamptz,
    prior_start  timestamptz,
    prior_due    timestamptz,
    step         int         NOT NULL DEFAULT 0,
    next_step_at timestamptz,
    office       uuid        NOT NULL,
    PRIMARY KEY (paper, name)
) WITH (fillfactor = 80);
CREATE INDEX clock_steps ON desk.clock (next_step_at) WHERE stopped_at IS NULL AND paused_since IS NULL;

-- What bars closing, relief or weeding; put and lifted by the modules above, in their own act.
CREATE TABLE desk.hold (
    paper  uuid        NOT NULL REFERENCES desk.paper,
    source text        NOT NULL,
    bars   text        NOT NULL CHECK (bars IN ('CLOSING', 'RELIEF', 'WEEDING')),
    reason text        NOT NULL,
    since  timestamptz NOT NULL,
    PRIMARY KEY (paper, source, bars)
);

-- Who may read: posts, and offices (read by whoever heads them or an office above). Written in the act
-- that changes it; never taken away by moving on (OP-52: past holders read on).
CREATE TABLE desk.reach (
    paper   uuid NOT NULL REFERENCES desk.paper,
    grantee uuid NOT NULL,
    why     text NOT NULL CHECK (why IN ('HELD', 'LINE', 'GRANT')),
    PRIMARY KEY (paper, grantee)
);
CREATE INDEX reach_grantee ON desk.reach (grantee, paper);

-- Who is shut out again, and with him all below his live charges, judged on every read.
CREATE TABLE desk.bar (
    content uuid        NOT NULL REFERENCES desk.content,
    person  uuid        NOT NULL,
    reason  text        NOT NULL,
    since   timestamptz NOT NULL,
    PRIMARY KEY (content, person)
);

CREATE TABLE desk.view (
    paper  uuid        NOT NULL,
    person uuid        NOT NULL,
    post   uuid        NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX view_paper ON desk.view (paper, at);

-- The documents of a content, in page order.
CREATE TABLE desk.attachment (
    content  uuid        NOT NULL REFERENCES desk.content,
    serial   int         NOT NULL,
    document uuid        NOT NULL,
    name     text        NOT NULL,
    pages    int         NOT NULL,
    person   uuid        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (content, serial)
);

-- Bytes sent before the form that will name them: seen by nobody but who sent them.
CREATE TABLE desk.upload (
    id       uuid        PRIMARY KEY,
    person   uuid        NOT NULL,
    document uuid        NOT NULL,
    name     text        NOT NULL,
    at       timestamptz NOT NULL,
    used_at  timestamptz
);

CREATE VIEW desk.v_paper AS
SELECT id, content, kind, district, office, creator, lead, physical, place, holder, parent, root, parked_until,
       urgency, class, guarded, barred, number, title, subtitle, task, due_at, made_at, arrived_at, opened_at,
       from_post, moves, hands
FROM desk.paper;

-- The one answer to "who may see it": join it. `named` is false where the reader may know that a protected
-- paper is there (number, class, due date) but not what it says. Inlined by the planner; keep it one SELECT.
CREATE FUNCTION desk.readable(reader_person uuid, reader_post uuid)
RETURNS TABLE (paper uuid, named boolean) LANGUAGE sql STABLE AS $$
    SELECT p.id,
           NOT p.guarded OR EXISTS (SELECT FROM desk.reach r
                                    WHERE r.paper IN (p.id, p.root) AND r.grantee = reader_post)
    FROM desk.paper p
    WHERE EXISTS (SELECT FROM desk.reach r JOIN organisation.v_token t ON t.token = r.grantee
                  WHERE r.paper IN (p.id, p.root) AND t.post = reader_post)
      AND (NOT p.barred OR NOT EXISTS (
            SELECT FROM desk.paper inner_paper JOIN desk.bar b ON b.content = inner_paper.content
            WHERE (inner_paper.id = p.id OR inner_paper.root = p.id)
              AND (b.person = reader_person
                   OR EXISTS (SELECT FROM organisation.v_charge c
                              JOIN organisation.v_senior s ON s.senior = c.post
                              WHERE c.person = b.person AND s.post = reader_post))))
$$;

REVOKE UPDATE, DELETE ON desk.movement, desk.opened, desk.view FROM karyalay_app;

CREATE VIEW desk.v_movement AS
SELECT paper, serial, word, from_post, to_post, person, at, decided, hand FROM desk.movement;
