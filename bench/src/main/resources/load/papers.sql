-- Files n from :first to :last, each with content, first register line, reach, clock, cover and two notes. One in
-- :live is on a desk, the rest are closed. Run in ranges, several at once.
INSERT INTO desk.content (id, kind, district, class)
SELECT bench.id('8000', n), 'FILE', bench.id('a000', 0), 'NORMAL' FROM generate_series(:first, :last) n;
INSERT INTO desk.paper (id, content, kind, district, office, creator, lead, physical, place, holder, root, urgency,
                        class, guarded, barred, number, title, subtitle, task, due_at, made_at, arrived_at, opened_at,
                        moves, hands)
SELECT bench.id('8000', n), bench.id('8000', n), 'FILE', bench.id('a000', 0), bench.id('a000', n % 400 + 1),
       bench.id('b000', n % 2000), true, false, CASE WHEN n % :live = 0 THEN 'DESK' ELSE 'CLOSED' END,
       bench.id('b000', (n / :live) % 2000), bench.id('8000', n), 0, 'NORMAL', false, false, n || '/2026/BENCH',
       'खेत की मेड़ के विवाद के संबंध में प्रार्थना पत्र संख्या ' || n, 'ग्राम खड़नी · आवेदक ' || n, 'ACTION',
       CASE WHEN n % :live = 0 THEN now() + make_interval(hours => (n % 700)::int - 200) ELSE 'infinity' END,
       now() - make_interval(days => (n % 900)::int), now() - make_interval(hours => (n % 300)::int),
       CASE WHEN n % 3 > 0 THEN now() END, 1, 0
FROM generate_series(:first, :last) n;
INSERT INTO desk.movement (paper, serial, word, from_post, to_post, person, capacity, at, task, remark, decided, hand, act)
SELECT bench.id('8000', n), 1, 'MADE', NULL, bench.id('b000', (n / :live) % 2000), bench.id('9000', n % 2000), 'REGULAR',
       now() - make_interval(hours => (n % 300)::int), 'ACTION', '', false, 0, bench.id('8000', n)
FROM generate_series(:first, :last) n;
INSERT INTO desk.reach (paper, grantee, why)
SELECT bench.id('8000', n), g.id, g.why
FROM generate_series(:first, :last) n
CROSS JOIN LATERAL (SELECT bench.id('b000', n % 2000) AS id, 'HELD' AS why
                    UNION SELECT bench.id('b000', (n / :live) % 2000), 'HELD'
                    UNION SELECT bench.id('a000', n % 400 + 1), 'LINE') g;
-- Hundreds of further grants a desk, as an ordinary officer gathers them.
INSERT INTO desk.reach (paper, grantee, why)
SELECT bench.id('8000', n), bench.id('b000', (n / 8 * 7) % 2000), 'GRANT'
FROM generate_series(:first, :last) n WHERE n % 8 = 0
ON CONFLICT DO NOTHING;
INSERT INTO desk.clock (paper, name, started, amount, unit, due_at, office, stopped_at)
SELECT bench.id('8000', n), 'LEVEL', now() - interval '2 days', 7, 'WORKING_DAYS', now() + interval '5 days',
       bench.id('a000', n % 400 + 1), CASE WHEN n % :live = 0 THEN NULL ELSE now() END
FROM generate_series(:first, :last) n;
INSERT INTO files.file (content, paper, district, office, creator, scheme, number, subject, opened_by, opened_on,
                        next_note, next_paragraph)
SELECT bench.id('8000', n), bench.id('8000', n), bench.id('a000', 0), bench.id('a000', n % 400 + 1),
       bench.id('b000', n % 2000), 'FREE', n || '/2026/BENCH',
       'खेत की मेड़ के विवाद के संबंध में प्रार्थना पत्र संख्या ' || n, bench.id('9000', n % 2000), now(), 2, 2
FROM generate_series(:first, :last) n;
INSERT INTO files.note (content, serial, paragraph_from, paragraph_to, id, kind, side, body, person, post, capacity, level,
                        at, act)
SELECT bench.id('8000', n), 1, 1, 1, bench.id('8100', n), 'NOTE', 'LEFT',
       repeat('प्रार्थी के प्रार्थना पत्र की जाँच की गई। ', 10), bench.id('9000', n % 2000), bench.id('b000', n % 2000), 'REGULAR',
       60, now() - make_interval(hours => (n % 300)::int), bench.id('8000', n)
FROM generate_series(:first, :last) n;
INSERT INTO ledger.entry (act_id, act, subject, person, post, capacity, at, commitment)
SELECT bench.id('8000', n), 'desk.made', 'paper/' || bench.id('8000', n), bench.id('9000', n % 2000),
       bench.id('b000', n % 2000), 'REGULAR', now(), sha256(int8send(n))
FROM generate_series(:first, :last) n;
