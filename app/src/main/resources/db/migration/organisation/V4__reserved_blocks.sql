-- Which act reserved a number: the same request sent again is answered with the same block.
ALTER TABLE organisation.series_number ADD COLUMN act uuid;
CREATE INDEX series_number_act ON organisation.series_number (act, n) WHERE act IS NOT NULL;
