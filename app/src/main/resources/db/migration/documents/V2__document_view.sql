-- What others may join: which kind a document is and how long.
CREATE VIEW documents.v_document AS SELECT id, type, bytes, pages FROM documents.document;
