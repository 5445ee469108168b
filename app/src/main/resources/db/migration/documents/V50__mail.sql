-- E-mails are kept as they came.
ALTER TABLE documents.document DROP CONSTRAINT document_type_check;
ALTER TABLE documents.document ADD CONSTRAINT document_type_check
    CHECK (type IN ('PDF', 'JPEG', 'PNG', 'TIFF', 'DOCX', 'MAIL'));
