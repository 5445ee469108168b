-- What was asked with a movement, and by which act: whoever gave one order on many papers is told what became of
-- each.
CREATE OR REPLACE VIEW desk.v_movement AS
SELECT paper, serial, word, from_post, to_post, person, at, decided, hand, act, task, remark FROM desk.movement;
