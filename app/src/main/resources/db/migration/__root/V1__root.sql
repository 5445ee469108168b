-- The root of all schemas; every module has its own folder and its own schema.
SELECT 1;
