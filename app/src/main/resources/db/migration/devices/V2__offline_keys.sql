-- What a person writes without a line is sealed on the device with one of these, and opens with it alone.
CREATE TABLE devices.offline_key (
    id      uuid        PRIMARY KEY,
    person  uuid        NOT NULL,
    device  uuid        NOT NULL,
    secret  bytea       NOT NULL CHECK (length(secret) = 32),
    made_at timestamptz NOT NULL,
    UNIQUE (person, device)
);
