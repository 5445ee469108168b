-- When a holder first opened a paper, arrival by arrival: whoever sent a letter is told that it was read.
CREATE VIEW desk.v_opened AS SELECT paper, serial, post, at FROM desk.opened;
