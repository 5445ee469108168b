-- How a person types Hindi (OP-122). He may have chosen that and no language.
ALTER TABLE access.preference
    ALTER COLUMN language DROP NOT NULL,
    ADD COLUMN typing text CHECK (typing IN ('OWN', 'PHONETIC', 'INSCRIPT', 'REMINGTON'));
