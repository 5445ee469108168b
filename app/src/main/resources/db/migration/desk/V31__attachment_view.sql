-- The documents of contents, for modules that list those of many at once.
CREATE VIEW desk.v_attachment AS SELECT content, serial, document, name, pages FROM desk.attachment;
