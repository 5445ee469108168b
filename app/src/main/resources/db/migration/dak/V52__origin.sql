-- Whence an entry came: typed at a counter, from an e-mail, or brought over from the paper register when the office
-- began here. source: the message or the row it was made of. old_key: of what was brought over, its folded number
-- and day, so that no row of a paper register is entered twice.
ALTER TABLE dak.receipt
    ADD COLUMN origin  text NOT NULL DEFAULT 'COUNTER' CHECK (origin IN ('COUNTER', 'MAIL', 'OPENING')),
    ADD COLUMN source  uuid,
    ADD COLUMN old_key text NOT NULL DEFAULT '' CHECK ((origin = 'OPENING') = (old_key <> ''));
CREATE UNIQUE INDEX receipt_opening ON dak.receipt (office, old_key) WHERE origin = 'OPENING';
CREATE INDEX receipt_source ON dak.receipt (source) WHERE source IS NOT NULL;

-- What modules above may join: numbers of what came from them, and what was brought over.
CREATE VIEW dak.v_receipt AS
SELECT id, state, office, post, lead, number, diarised_on, made_at, origin, source FROM dak.receipt;

-- Who brought over what was pending on paper, and when.
CREATE VIEW dak.v_opening AS
SELECT p.receipt, p.person, p.at FROM dak.particulars p JOIN dak.receipt r ON r.id = p.receipt
WHERE r.origin = 'OPENING' AND p.version = 1;
