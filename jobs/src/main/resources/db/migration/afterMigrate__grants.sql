-- What the roles of conf/postgres/roles.sql may do, where they exist. Runs after each migration; a migration that brings
-- a table for runs to write names it here.
DO $grants$
DECLARE
  written text;
BEGIN
  IF NOT (SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'lumina') THEN
    RETURN;
  END IF;
  -- Two at once would change the same rows of PostgreSQL's own catalog.
  PERFORM pg_advisory_xact_lock(hashtextextended('lumina grants', 2));

  -- They write statuses and reviews as the owner. A trigger fires without this right; nobody else is to call them.
  REVOKE EXECUTE ON FUNCTION lumina.keep_status(), lumina.return_status(), lumina.review_again(), lumina.keep_review()
    FROM PUBLIC;

  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lumina_read') THEN
    GRANT USAGE ON SCHEMA lumina TO lumina_read;
    GRANT SELECT ON ALL TABLES IN SCHEMA lumina TO lumina_read;
  END IF;

  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lumina_publish') THEN
    -- What an earlier version gave and this one does not goes.
    REVOKE ALL ON ALL TABLES IN SCHEMA lumina FROM lumina_publish;
    GRANT USAGE ON SCHEMA lumina TO lumina_publish;
    GRANT USAGE, CREATE ON SCHEMA lumina_staging TO lumina_publish;
    GRANT SELECT ON ALL TABLES IN SCHEMA lumina TO lumina_publish;
    -- To delete a catalog deletes what people decided in it.
    GRANT INSERT, UPDATE (source_directories, updated_at) ON lumina.catalogs TO lumina_publish;
    GRANT INSERT, UPDATE ON lumina.jobs TO lumina_publish;
    GRANT INSERT, UPDATE, DELETE ON lumina.catalog_holders, lumina.shots, lumina.bursts, lumina.perceptual_hashes,
      lumina.duplicate_members, lumina.variants, lumina.plans, lumina.plan_operations TO lumina_publish;
    GRANT EXECUTE ON FUNCTION lumina.return_reviews(uuid) TO lumina_publish;
    GRANT DELETE ON lumina.images, lumina.duplicate_groups TO lumina_publish;
    -- images.status and duplicate_groups.reviewed belong to people. A kept status may go back to its picture: a trigger looks.
    GRANT UPDATE (placed_on) ON lumina.kept_statuses TO lumina_publish;
    SELECT string_agg(quote_ident(attname), ', ') INTO written FROM pg_attribute
    WHERE attrelid = 'lumina.images'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      AND attname <> 'status';
    EXECUTE format('GRANT INSERT (%1$s), UPDATE (%1$s) ON lumina.images TO lumina_publish', written);
    SELECT string_agg(quote_ident(attname), ', ') INTO written FROM pg_attribute
    WHERE attrelid = 'lumina.duplicate_groups'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'reviewed';
    EXECUTE format('GRANT INSERT (%1$s), UPDATE (%1$s) ON lumina.duplicate_groups TO lumina_publish', written);
  END IF;
END
$grants$;
