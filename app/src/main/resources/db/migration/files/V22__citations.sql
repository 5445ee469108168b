-- Which paragraph of a note sheet cites which page of its own file, by number or through a flag as it then sat: the way
-- back from a page to the notes (OP-61). Written with the note, never changed.
CREATE TABLE files.citation (
    content   uuid NOT NULL REFERENCES files.file,
    page      int  NOT NULL,
    paragraph int  NOT NULL,
    PRIMARY KEY (content, page, paragraph)
);
REVOKE UPDATE, DELETE ON files.citation FROM karyalay_app;
