-- Who had prepared the words that an officer made green (OP-124): written with the note, never changed.
ALTER TABLE files.note ADD COLUMN prepared_person uuid;
ALTER TABLE files.note ADD COLUMN prepared_post uuid;
ALTER TABLE files.note ADD COLUMN prepared_at timestamptz;
ALTER TABLE files.note ADD CONSTRAINT note_prepared_check
    CHECK ((prepared_person IS NULL) = (prepared_post IS NULL) AND (prepared_person IS NULL) = (prepared_at IS NULL));

-- How far a note sheet has come, for whoever prepares its next note.
CREATE OR REPLACE VIEW files.v_file AS
SELECT content, paper, district, office, creator, computer_number, number, subject, category,
       next_paragraph - 1 AS paragraphs
FROM files.file;
