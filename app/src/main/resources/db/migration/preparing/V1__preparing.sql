CREATE SCHEMA IF NOT EXISTS preparing;

-- A note or an order that somebody prepared for the post with which its paper lies (OP-124). `moves` and `paragraphs`
-- say how the paper stood then: what has moved or grown since is held back.
CREATE TABLE preparing.item (
    id           uuid        PRIMARY KEY,
    paper        uuid        NOT NULL,
    matter       text        NOT NULL CHECK (matter IN ('NOTE', 'ORDER')),
    officer      uuid        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('WAITING', 'APPROVED', 'RETURNED', 'WITHDRAWN')),
    moves        int         NOT NULL,
    paragraphs   int         NOT NULL,
    wording      int         NOT NULL,
    person       uuid        NOT NULL,
    post         uuid        NOT NULL,
    capacity     text        NOT NULL,
    at           timestamptz NOT NULL,
    ended_person uuid,
    ended_post   uuid,
    ended_at     timestamptz,
    reason       text        NOT NULL DEFAULT '',
    note         uuid,
    CHECK ((state = 'WAITING') = (ended_at IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_person IS NULL) AND (ended_at IS NULL) = (ended_post IS NULL)),
    CHECK ((state = 'RETURNED') = (reason <> '')),
    CHECK ((note IS NOT NULL) = (state = 'APPROVED' AND matter = 'NOTE'))
);
CREATE INDEX item_waiting ON preparing.item (officer, at) WHERE state = 'WAITING';
CREATE INDEX item_mine ON preparing.item (post, at DESC);
CREATE INDEX item_paper ON preparing.item (paper) WHERE state = 'WAITING';

-- Its words, and each change of them by whoever made it: added, never changed.
CREATE TABLE preparing.wording (
    item     uuid        NOT NULL REFERENCES preparing.item,
    n        int         NOT NULL,
    kind     text        NOT NULL CHECK (kind IN ('', 'NOTE', 'ORDER', 'CLOSING_APPROVAL')),
    body     text        NOT NULL,
    rich     text        NOT NULL,
    to_posts uuid[]      NOT NULL,
    task     text        NOT NULL,
    due      date,
    person   uuid        NOT NULL,
    post     uuid        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (item, n)
);
REVOKE UPDATE, DELETE ON preparing.wording FROM karyalay_app;
