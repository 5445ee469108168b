-- A session on a shared machine locks itself (OP-125): when it was not used for so long, or when its page says so.
ALTER TABLE access.session
    ADD COLUMN idle_seconds int CHECK (idle_seconds > 0),
    ADD COLUMN locked_at timestamptz,
    ADD CHECK (locked_at IS NULL OR idle_seconds IS NOT NULL OR ended_at IS NOT NULL);
-- Not touched when the last use is written, so that this stays in place (HOT).
CREATE INDEX session_device ON access.session (device, made_at DESC);
