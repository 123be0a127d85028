-- The server packs large payloads away by itself; its older method, pglz, costs a bulk load more than all else that the
-- server does for it. A server built without lz4 keeps the older one.
DO $$
BEGIN
    EXECUTE 'ALTER TABLE journal.entry ALTER COLUMN payload SET COMPRESSION lz4';
    EXECUTE 'ALTER TABLE journal.snapshot ALTER COLUMN measures SET COMPRESSION lz4';
    EXECUTE 'ALTER TABLE journal.snapshot ALTER COLUMN state SET COMPRESSION lz4';
EXCEPTION
    WHEN feature_not_supported OR invalid_parameter_value OR syntax_error THEN
        RAISE NOTICE 'This server knows no lz4; payloads stay as they are.';
END
$$;
