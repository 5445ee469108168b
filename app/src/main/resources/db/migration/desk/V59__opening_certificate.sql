-- The opening certificate of an office is printed too (OP-137).
ALTER TABLE desk.print DROP CONSTRAINT print_kind_check;
ALTER TABLE desk.print ADD CONSTRAINT print_kind_check
    CHECK (kind IN ('NOTE_SHEET', 'FILE', 'FILE_REGISTER', 'TRAIL', 'COVER', 'ACKNOWLEDGEMENT', 'INWARD_REGISTER',
                    'OUTWARD_REGISTER', 'COMPLIANCE_GRID', 'BUNDLE', 'OPENING_CERTIFICATE'));
ALTER TABLE desk.print DROP CONSTRAINT print_check;
ALTER TABLE desk.print ADD CONSTRAINT print_check
    CHECK ((paper IS NULL) = (kind IN ('FILE_REGISTER', 'INWARD_REGISTER', 'OUTWARD_REGISTER', 'BUNDLE', 'OPENING_CERTIFICATE')));
