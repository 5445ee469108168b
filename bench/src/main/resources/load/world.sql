-- A district of 400 offices with five posts each: 2,000 desks, each with a person and an open session.
CREATE SCHEMA IF NOT EXISTS bench;
CREATE OR REPLACE FUNCTION bench.id(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ('00000000-0000-7000-' || kind || '-' || lpad(to_hex(n), 12, '0'))::uuid
$$;
INSERT INTO organisation.office (id, parent, district, kind, code, name_hi, name_en, short_hi, valid_from)
SELECT bench.id('a000', n), CASE WHEN n > 0 THEN bench.id('a000', 0) END, bench.id('a000', 0),
       CASE WHEN n = 0 THEN 'district' ELSE 'thana' END, 'B' || n, 'थाना ' || n, 'Thana ' || n, 'थाना', '2020-01-01'
FROM generate_series(0, 400) n ORDER BY n;
INSERT INTO organisation.post (id, office, district, abbreviation, ordinal, mark, designation_hi, designation_en,
                               short_hi, rank, level, head, counter, key, valid_from)
SELECT bench.id('b000', n), bench.id('a000', n % 400 + 1), bench.id('a000', 0), 'P' || n / 400, 0,
       'P' || n / 400 || '-B' || n % 400 + 1, 'पद ' || n, 'Post ' || n, 'पद', 'inspector', 60, n / 400 = 0, false,
       'post ' || n, '2020-01-01'
FROM generate_series(0, 1999) n;
INSERT INTO organisation.person (id, pno, name_hi, name_en, mobile, gender, rank, joined_on, key, sort_key, valid_from)
SELECT bench.id('9000', n), lpad((900000000 + n)::text, 9, '0'), 'मापन नमूना', 'Bench Namoona', '9999900000', 'MALE',
       'inspector', '2020-01-01', 'n', '\x00', '2020-01-01'
FROM generate_series(0, 1999) n;
INSERT INTO organisation.charge (id, person, post, capacity, valid_from)
SELECT gen_random_uuid(), bench.id('9000', n), bench.id('b000', n), 'REGULAR', '2020-01-01'
FROM generate_series(0, 1999) n;
CREATE SEQUENCE bench.opening START 4000000000000;
SELECT organisation.redraw(bench.id('a000', 0));
INSERT INTO access.session (token_hash, id, person, device, agent, made_at, expires_at, used_at)
SELECT sha256(convert_to('bench-session-' || n, 'UTF8')), gen_random_uuid(), bench.id('9000', n), gen_random_uuid(),
       'bench', now(), now() + interval '30 days', now() + interval '30 days'
FROM generate_series(0, 1999) n;
