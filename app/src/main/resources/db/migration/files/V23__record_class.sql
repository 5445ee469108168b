-- For how long a closed file is kept; set when it is closed (OP-38). Empty while it is open.
ALTER TABLE files.file ADD COLUMN record_class text NOT NULL DEFAULT '';
