-- What somebody is typing into the diary form of one post, kept for him alone until it is diarised or put away.
-- form: the entry it goes on from; the nil uuid for a new one. spent: the act that used it up, so that what was
-- still on its way then does not come back.
CREATE TABLE dak.draft (
    person   uuid        NOT NULL,
    post     uuid        NOT NULL,
    form     uuid        NOT NULL,
    typed    jsonb       NOT NULL,
    spent    uuid,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (person, post, form)
);
