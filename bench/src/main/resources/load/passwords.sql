-- The officers who sign prove themselves with the password bench-password before they make a key.
INSERT INTO access.credential (person, hash, set_at)
SELECT bench.id('9000', n), '$argon2id$v=19$m=16384,t=2,p=1$k46yXY5E+6UwWgVQlabORQ$M2UfKirvJfYn+/f4ld0mrZ9oyY+/USevjTk1wJ6s8Jo', now() FROM generate_series(0, :officers - 1) n
ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, must_change = false;
