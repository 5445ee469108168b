CREATE SCHEMA IF NOT EXISTS documents;

-- A document as it was received. The bytes lie in the store under their hash; the same bytes received
-- twice are two documents.
CREATE TABLE documents.document (
    id      uuid        PRIMARY KEY,
    sha256  bytea       NOT NULL CHECK (length(sha256) = 32),
    type    text        NOT NULL CHECK (type IN ('PDF', 'JPEG', 'PNG', 'TIFF', 'DOCX')),
    bytes   bigint      NOT NULL CHECK (bytes > 0),
    pages   int         NOT NULL CHECK (pages > 0),
    made_at timestamptz NOT NULL
);
-- For the collector of bytes that no document names.
CREATE INDEX document_sha256 ON documents.document (sha256);

REVOKE UPDATE, DELETE ON documents.document FROM karyalay_app;
