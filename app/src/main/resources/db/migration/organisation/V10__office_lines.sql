-- Every office with every office at or under it, for modules above.
CREATE VIEW organisation.v_office_line AS SELECT office, below, depth FROM organisation.office_line;
