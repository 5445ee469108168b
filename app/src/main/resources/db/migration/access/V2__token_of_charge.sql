-- A token belongs to one charge and ends with it: whoever is posted back later does not revive it.
ALTER TABLE access.api_token ADD COLUMN charge uuid;
UPDATE access.api_token k SET charge = c.id
FROM organisation.v_charge c WHERE c.person = k.person AND c.post = k.post;
DELETE FROM access.api_token WHERE charge IS NULL;
ALTER TABLE access.api_token ALTER COLUMN charge SET NOT NULL;
