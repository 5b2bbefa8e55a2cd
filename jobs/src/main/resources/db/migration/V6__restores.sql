-- What lumina restore brought back. Twice the same backup does not undo what people decided in between.
CREATE TABLE restores (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  backup      text NOT NULL,
  sha256      text NOT NULL CHECK (octet_length(sha256) = 64),
  from_other  boolean NOT NULL,
  counts      jsonb NOT NULL,
  restored_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN restores.from_other IS 'the backup was written by another database, one that is gone';

-- Reviews of groups that have yet to be published after a restore.
CREATE TABLE kept_reviews (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  catalog_id uuid NOT NULL REFERENCES catalogs ON DELETE CASCADE,
  group_id   uuid NOT NULL,
  checksums  text[] NOT NULL,
  kept_at    timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE kept_reviews IS 'what people reviewed in groups that have no row now';
CREATE INDEX kept_reviews_catalog ON kept_reviews (catalog_id, group_id);

-- A review goes back to its group, unless that has contents that the person did not see. It acts as the owner of the schema:
-- the role that runs nights may write no review (conf/postgres/roles.sql).
CREATE FUNCTION return_reviews(catalog uuid) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
WITH seen AS (
  SELECT k.id, k.group_id FROM lumina.kept_reviews k
  JOIN lumina.duplicate_groups g ON g.id = k.group_id AND g.catalog_id = k.catalog_id
  WHERE k.catalog_id = catalog AND NOT EXISTS (
    SELECT FROM lumina.duplicate_members m JOIN lumina.images i ON i.id = m.image_id
    WHERE m.group_id = g.id AND i.checksum <> ALL (k.checksums))),
returned AS (
  UPDATE lumina.duplicate_groups g SET reviewed = true FROM seen WHERE g.id = seen.group_id RETURNING g.id),
gone AS (
  DELETE FROM lumina.kept_reviews k USING seen WHERE k.id = seen.id)
SELECT count(*) FROM returned
$$;
REVOKE EXECUTE ON FUNCTION return_reviews(uuid) FROM PUBLIC;
