-- Who signed in with a password that another gave him sees his account page alone until he has
-- chosen his own.
ALTER TABLE access.session ADD COLUMN first_password boolean NOT NULL DEFAULT false;
