-- How files hang together. All ids of files here are ids of their papers. A tie is made by one act and may be
-- ended by another; its row stays.
--   PART      other: a part file used while main is away
--   VOLUME    main: the first volume; other: the volume numbered `serial`
--   LINKED    other stays with its own holder and is read where main is read
--   ATTACHED  other lies in main and travels with it
--   MERGED    other has become one with main for good
CREATE TABLE files.tie (
    id           uuid        PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('PART', 'VOLUME', 'LINKED', 'ATTACHED', 'MERGED')),
    main         uuid        NOT NULL,
    other        uuid        NOT NULL,
    serial       int         NOT NULL,
    bundle       text        NOT NULL,
    reason       text        NOT NULL,
    person       uuid        NOT NULL,
    post         uuid        NOT NULL,
    capacity     text        NOT NULL,
    at           timestamptz NOT NULL,
    ended_at     timestamptz,
    ended_person uuid,
    ended_post   uuid,
    ended_reason text,
    CHECK (main <> other),
    CHECK ((kind IN ('PART', 'VOLUME')) = (serial > 0)),
    CHECK (kind NOT IN ('VOLUME', 'MERGED') OR ended_at IS NULL),
    CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
);
CREATE INDEX tie_main ON files.tie (main);
CREATE INDEX tie_other ON files.tie (other);
CREATE UNIQUE INDEX tie_live ON files.tie (main, other) WHERE ended_at IS NULL;

-- A merging is asked for, decided by an officer of the set rank, and then carried out (OP-45, OP-48).
CREATE TABLE files.merging (
    id             uuid        PRIMARY KEY,
    source         uuid        NOT NULL,
    target         uuid        NOT NULL,
    reason         text        NOT NULL,
    asked_person   uuid        NOT NULL,
    asked_post     uuid        NOT NULL,
    asked_at       timestamptz NOT NULL,
    approved       boolean,
    decided_person uuid,
    decided_post   uuid,
    decided_at     timestamptz,
    remark         text        NOT NULL DEFAULT '',
    done_at        timestamptz,
    CHECK (source <> target),
    CHECK ((approved IS NULL) = (decided_at IS NULL)),
    CHECK (done_at IS NULL OR approved)
);
CREATE UNIQUE INDEX merging_open ON files.merging (source) WHERE done_at IS NULL AND approved IS DISTINCT FROM false;
CREATE INDEX merging_target ON files.merging (target);

-- The sheet that stays where a paper was taken out: when, why, to where, by whom (OP-62).
CREATE TABLE files.slip (
    content   uuid        NOT NULL,
    serial    int         NOT NULL,
    to_file   uuid,
    to_place  text        NOT NULL,
    reason    text        NOT NULL,
    person    uuid        NOT NULL,
    post      uuid        NOT NULL,
    capacity  text        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (content, serial),
    FOREIGN KEY (content, serial) REFERENCES files.correspondence (content, serial),
    CHECK ((to_file IS NULL) = (to_place <> ''))
);

-- A flag sits on what it was put on, as that then was: `version` names the document, the hash of the note, or how
-- far the file had come. Moved, it is a new row: a note of yesterday still opens what it cited (OP-61).
CREATE TABLE files.flag (
    id            uuid        PRIMARY KEY,
    content       uuid        NOT NULL REFERENCES files.file,
    label         text        NOT NULL CHECK (label ~ '^(PUC|FR(-[IVXLC]+)?|DFA|[A-Z]{1,2})$'),
    target        text        NOT NULL CHECK (target IN ('PAGE', 'PARAGRAPH', 'NOTE', 'FILE')),
    paper         uuid        NOT NULL,
    place         int         NOT NULL,
    cited         uuid,
    cited_page    int,
    version       text        NOT NULL,
    person        uuid        NOT NULL,
    post          uuid        NOT NULL,
    at            timestamptz NOT NULL,
    lifted_at     timestamptz,
    lifted_person uuid,
    lifted_post   uuid,
    CHECK ((target = 'FILE') = (place = 0)),
    CHECK ((target = 'PAGE') = (cited IS NOT NULL AND cited_page IS NOT NULL)),
    CHECK (lifted_at IS NULL OR lifted_at >= at)
);
CREATE INDEX flag_content ON files.flag (content, at);
CREATE UNIQUE INDEX flag_live ON files.flag (content, label) WHERE lifted_at IS NULL;
CREATE INDEX flag_paper ON files.flag (paper);

-- A file of the time before, brought in with its old number (OP-51).
CREATE TABLE files.legacy (
    paper      uuid        PRIMARY KEY,
    old_number text        NOT NULL,
    key        text        NOT NULL,
    opened_on  date        NOT NULL,
    kept_at    text        NOT NULL DEFAULT '',
    person     uuid        NOT NULL,
    post       uuid        NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX legacy_key ON files.legacy (key);

-- What a branch once decided and may go by again (OP-64), set down for the whole branch by one who reads the file.
-- Once that file is protected, only those named on it still see the entry.
CREATE TABLE files.precedent (
    id               uuid        PRIMARY KEY,
    office           uuid        NOT NULL,
    serial           int         NOT NULL,
    paper            uuid        NOT NULL,
    paragraph        int,
    subject          text        NOT NULL,
    ruling           text        NOT NULL,
    decided_on       date        NOT NULL,
    key              text        NOT NULL,
    person           uuid        NOT NULL,
    post             uuid        NOT NULL,
    capacity         text        NOT NULL,
    at               timestamptz NOT NULL,
    withdrawn_at     timestamptz,
    withdrawn_post   uuid,
    withdrawn_reason text,
    UNIQUE (office, serial),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE INDEX precedent_key ON files.precedent USING gin (key gin_trgm_ops);

-- Another office is asked, with a day by which it is to answer; when that day has passed the program asks:
-- extend or proceed (OP-91).
CREATE TABLE files.consultation (
    id           uuid        PRIMARY KEY,
    paper        uuid        NOT NULL,
    asked        uuid        NOT NULL,
    question     text        NOT NULL,
    target       date        NOT NULL,
    person       uuid        NOT NULL,
    post         uuid        NOT NULL,
    at           timestamptz NOT NULL,
    ended_at     timestamptz,
    ended_post   uuid,
    outcome      text        CHECK (outcome IN ('ANSWERED', 'PROCEEDED')),
    remark       text        NOT NULL DEFAULT '',
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX consultation_paper ON files.consultation (paper, at);

CREATE TABLE files.consultation_extension (
    consultation uuid        NOT NULL REFERENCES files.consultation,
    was          date        NOT NULL,
    target       date        NOT NULL,
    reason       text        NOT NULL,
    person       uuid        NOT NULL,
    post         uuid        NOT NULL,
    at           timestamptz NOT NULL,
    CHECK (target > was)
);
CREATE INDEX consultation_extended ON files.consultation_extension (consultation, at);

-- All volumes of the file that a volume belongs to; a file without volumes is its own first.
CREATE VIEW files.v_volume AS
SELECT f.paper AS file, v.paper AS volume, v.serial
FROM files.file f
LEFT JOIN files.tie own ON own.other = f.paper AND own.kind = 'VOLUME'
CROSS JOIN LATERAL (
    SELECT coalesce(own.main, f.paper) AS paper, 1 AS serial
    UNION ALL
    SELECT t.other, t.serial FROM files.tie t
    WHERE t.kind = 'VOLUME' AND t.main = coalesce(own.main, f.paper)
) v;

-- A number opens its file whatever office it is of.
CREATE INDEX file_any_number ON files.file (lower(number)) WHERE number <> '';
