-- What is read wherever `paper` is read, though it stays with its own holder (OP-47). Sending `paper` grants
-- reach on `other` in the same statement.
CREATE TABLE desk.linked (
    paper uuid NOT NULL REFERENCES desk.paper,
    other uuid NOT NULL REFERENCES desk.paper,
    PRIMARY KEY (paper, other)
);

-- A file may lie in a file: what is barred directly inside a paper bars that paper too, however deep it lies.
CREATE OR REPLACE FUNCTION desk.readable(reader_person uuid, reader_post uuid)
RETURNS TABLE (paper uuid, named boolean) LANGUAGE sql STABLE AS $$
    SELECT p.id,
           NOT p.guarded OR EXISTS (SELECT FROM desk.reach r
                                    WHERE r.paper IN (p.id, p.root) AND r.grantee = reader_post)
    FROM desk.paper p
    WHERE EXISTS (SELECT FROM desk.reach r JOIN organisation.v_token t ON t.token = r.grantee
                  WHERE r.paper IN (p.id, p.root) AND t.post = reader_post)
      AND (NOT p.barred OR NOT EXISTS (
            SELECT FROM desk.paper inner_paper JOIN desk.bar b ON b.content = inner_paper.content
            WHERE (inner_paper.id = p.id OR inner_paper.root = p.id OR inner_paper.parent = p.id)
              AND (b.person = reader_person
                   OR EXISTS (SELECT FROM organisation.v_charge c
                              JOIN organisation.v_senior s ON s.senior = c.post
                              WHERE c.person = b.person AND s.post = reader_post))))
$$;
