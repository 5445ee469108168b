-- Draws the kept lines of the tree anew for an office and all under it: called by whatever act changes the
-- tree, its posts or its heads. Readers see the old lines until that act commits.
CREATE FUNCTION organisation.redraw(top uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    touched uuid[];
BEGIN
    PERFORM pg_advisory_xact_lock(6011);
    WITH RECURSIVE down AS (
        SELECT id FROM organisation.office WHERE id = top
        UNION
        SELECT o.id FROM organisation.office o JOIN down d ON o.parent = d.id
    )
    SELECT array_agg(id) INTO touched FROM down;

    DELETE FROM organisation.office_line WHERE below = ANY (touched);
    INSERT INTO organisation.office_line (office, below, depth)
    WITH RECURSIVE up AS (
        SELECT id AS below, id AS office, parent, 0 AS depth FROM organisation.office WHERE id = ANY (touched)
        UNION ALL
        SELECT up.below, o.id, o.parent, up.depth + 1 FROM up JOIN organisation.office o ON o.id = up.parent
    )
    SELECT office, below, depth FROM up;

    DELETE FROM organisation.token
    WHERE token = ANY (touched) OR token IN (SELECT id FROM organisation.post WHERE office = ANY (touched));
    INSERT INTO organisation.token (post, token)
    SELECT id, id FROM organisation.v_post WHERE office = ANY (touched)
    UNION ALL
    SELECT p.id, l.below
    FROM organisation.office_line l JOIN organisation.v_post p ON p.office = l.office AND p.head
    WHERE l.below = ANY (touched);

    DELETE FROM organisation.senior s USING organisation.post p
    WHERE p.id = s.post AND p.office = ANY (touched);
    INSERT INTO organisation.senior (post, senior, distance)
    SELECT p.id, h.id, row_number() OVER (PARTITION BY p.id ORDER BY l.depth)
    FROM organisation.v_post p
    JOIN organisation.office_line l ON l.below = p.office
    JOIN organisation.v_post h ON h.office = l.office AND h.head AND h.id <> p.id
    WHERE p.office = ANY (touched);
END
$$;
