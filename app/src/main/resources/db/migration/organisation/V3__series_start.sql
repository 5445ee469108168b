-- A series may go on from a paper register: numbers below `start` stand there. Number rows are written in one
-- statement with their series, so the reference needs no check, which would lock the busiest row once more.
ALTER TABLE organisation.series ADD COLUMN start bigint NOT NULL DEFAULT 1 CHECK (start > 0);
ALTER TABLE organisation.series_number DROP CONSTRAINT series_number_series_fkey;
CREATE INDEX series_number_reserved ON organisation.series_number (series, n) WHERE state = 'RESERVED';
