-- The id of a duplicate group follows from the content that was picked: with another pick it is another group of the same
-- pictures. What a person reviewed is kept when its group goes, and comes to a new group of nothing but these pictures.
ALTER TABLE kept_reviews ADD counted boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN kept_reviews.counted IS 'whether checksums names a content once for each of its files; a backup names it once';

-- These functions act as the owner of the schema: the role that runs nights may write no review (conf/postgres/roles.sql).
CREATE FUNCTION keep_review() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- With its catalog, a group goes for good.
  INSERT INTO lumina.kept_reviews (catalog_id, group_id, checksums, counted)
  SELECT OLD.catalog_id, OLD.id, array_agg(i.checksum ORDER BY i.checksum), true
  FROM lumina.duplicate_members m JOIN lumina.images i ON i.id = m.image_id
  WHERE m.group_id = OLD.id AND i.checksum IS NOT NULL
    AND EXISTS (SELECT FROM lumina.catalogs c WHERE c.id = OLD.catalog_id)
  HAVING count(*) > 1;
  RETURN OLD;
END
$$;
CREATE TRIGGER duplicate_groups_keep_review BEFORE DELETE ON duplicate_groups
  FOR EACH ROW WHEN (OLD.reviewed) EXECUTE FUNCTION keep_review();

-- Whether who gave a review saw all that is in a group now.
CREATE FUNCTION saw_all(kept kept_reviews, wanted uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $$
SELECT NOT EXISTS (
  SELECT FROM lumina.duplicate_members m JOIN lumina.images i ON i.id = m.image_id
  WHERE m.group_id = wanted GROUP BY i.checksum
  HAVING coalesce(i.checksum <> ALL (kept.checksums), true)
    OR kept.counted AND count(*) > (SELECT count(*) FROM unnest(kept.checksums) c WHERE c = i.checksum))
$$;
REVOKE EXECUTE ON FUNCTION saw_all(kept_reviews, uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION review_again() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE lumina.duplicate_groups g SET reviewed = false
  WHERE g.reviewed AND EXISTS (SELECT FROM arrived a WHERE a.group_id = g.id);
  IF NOT EXISTS (SELECT FROM lumina.kept_reviews) THEN
    RETURN NULL;
  END IF;
  WITH came AS MATERIALIZED (
    SELECT a.group_id, count(*) AS files FROM arrived a GROUP BY a.group_id),
  alike AS MATERIALIZED (
    SELECT DISTINCT k.id, m.group_id, came.files
    FROM lumina.kept_reviews k CROSS JOIN unnest(k.checksums) AS content
    JOIN lumina.images i ON i.catalog_id = k.catalog_id AND i.checksum = content
    JOIN lumina.duplicate_members m ON m.image_id = i.id
    JOIN came ON came.group_id = m.group_id),
  seen AS MATERIALIZED (
    SELECT k.id, alike.group_id FROM alike JOIN lumina.kept_reviews k ON k.id = alike.id
    -- A group that was there before got members that nobody saw in it.
    WHERE alike.files = (SELECT count(*) FROM lumina.duplicate_members m WHERE m.group_id = alike.group_id)
      AND lumina.saw_all(k, alike.group_id)),
  gone AS (
    DELETE FROM lumina.kept_reviews k USING seen WHERE k.id = seen.id)
  UPDATE lumina.duplicate_groups g SET reviewed = true FROM seen WHERE g.id = seen.group_id;
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION return_reviews(catalog uuid) RETURNS bigint LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
WITH seen AS (
  SELECT k.id, k.group_id FROM lumina.kept_reviews k
  JOIN lumina.duplicate_groups g ON g.id = k.group_id AND g.catalog_id = k.catalog_id
  WHERE k.catalog_id = catalog AND lumina.saw_all(k, g.id)),
returned AS (
  UPDATE lumina.duplicate_groups g SET reviewed = true FROM seen WHERE g.id = seen.group_id RETURNING g.id),
gone AS (
  DELETE FROM lumina.kept_reviews k USING seen WHERE k.id = seen.id)
SELECT count(*) FROM returned
$$;
COMMENT ON COLUMN duplicate_groups.reviewed IS
  'belongs to people: a run never sets it; a member that is new takes it away, another pick does not';
