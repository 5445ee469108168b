-- Who had the physical paper in his hands, by the code on its cover (OP-128). It moves nothing.
CREATE TABLE desk.sighting (
    id     uuid        PRIMARY KEY,
    paper  uuid        NOT NULL,
    person uuid        NOT NULL,
    post   uuid        NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX sighting_paper ON desk.sighting (paper, at DESC);

-- For who shows the last one beside the paper.
CREATE VIEW desk.v_sighting AS SELECT paper, person, post, at FROM desk.sighting;
