-- A receipt is found by its number, or by the serial alone in its own office's register.
CREATE INDEX receipt_number ON dak.receipt (number) WHERE state = 'GENERATED';
CREATE INDEX receipt_serial ON dak.receipt (office, serial) WHERE state = 'GENERATED';
