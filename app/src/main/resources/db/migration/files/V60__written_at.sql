-- When a note was written that a device kept while there was no line, by the clock of that device (OP-133).
ALTER TABLE files.note ADD COLUMN written_at timestamptz;
