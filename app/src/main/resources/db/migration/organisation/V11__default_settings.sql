-- What holds everywhere until a district says otherwise; every row is dated and edited on screen (OP-14).
INSERT INTO organisation.master (id, scope, kind, code, name_hi, name_en, sort, data, valid_from)
SELECT gen_random_uuid(), NULL, 'SETTING', s.code, s.hi, s.en, s.sort, s.data::jsonb, '2020-01-01'
FROM (VALUES
    ('first-day', 10, 'प्राप्ति का दिन किस दिन गिना जाए', 'Number of the day of receipt', '{"value": 0}'),
    ('post-limit-days', 20, 'एक पद पर कार्य दिवस', 'Working days at one post', '{"value": 7}'),
    ('levels', 30, 'निर्णय के अधिकतम स्तर', 'Levels of one decision', '{"value": 4}'),
    ('volume-pages', 50, 'एक भाग के पृष्ठ', 'Pages of one volume', '{"value": 175}'),
    ('secret-barred', 60, 'गुप्त पत्र वर्जित', 'Secret papers barred', '{"value": false}'),
    ('restricted-used', 70, 'प्रतिबंधित श्रेणी प्रयुक्त', 'Restricted class in use', '{"value": true}'),
    ('see-dak-hours', 80, 'नई डाक देखने के घंटे', 'Hours within which fresh dak is seen', '{"value": 48}')
) AS s (code, sort, hi, en, data)
ON CONFLICT DO NOTHING;
