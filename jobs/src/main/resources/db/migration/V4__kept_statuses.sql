-- Statuses whose picture has no row now: its place was taken by another picture while its content lay nowhere, or its
-- row has yet to be published after a restore. The picture gets its status back when its content is published again.
CREATE TABLE kept_statuses (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  catalog_id  uuid NOT NULL REFERENCES catalogs ON DELETE CASCADE,
  image_id    uuid,
  source_path text NOT NULL,
  checksum    text CHECK (octet_length(checksum) = 64),
  status      text NOT NULL CHECK (status IN ('archived', 'flagged', 'rejected', 'selected')),
  reason      text NOT NULL CHECK (reason IN ('replaced', 'restored')),
  kept_at     timestamptz NOT NULL DEFAULT now(),
  placed_on   uuid
);
COMMENT ON TABLE kept_statuses IS 'what people decided on pictures that have no row now';
COMMENT ON COLUMN kept_statuses.placed_on IS
  'to set it gives the status to this image, if it has the very content and is active; the row then goes';
CREATE INDEX kept_statuses_catalog ON kept_statuses (catalog_id, checksum);

-- The triggers act as the owner of the schema: the role that runs nights may write no status (conf/postgres/roles.sql).
CREATE FUNCTION keep_status() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- With its catalog, an image goes for good.
  INSERT INTO lumina.kept_statuses (catalog_id, image_id, source_path, checksum, status, reason)
  SELECT OLD.catalog_id, OLD.id, OLD.source_path, OLD.checksum, OLD.status, 'replaced'
  WHERE EXISTS (SELECT FROM lumina.catalogs c WHERE c.id = OLD.catalog_id);
  RETURN OLD;
END
$$;
CREATE TRIGGER images_keep_status BEFORE DELETE ON images
  FOR EACH ROW WHEN (OLD.status <> 'active') EXECUTE FUNCTION keep_status();

CREATE FUNCTION return_status() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE lumina.images i SET status = NEW.status
  WHERE i.id = NEW.placed_on AND i.catalog_id = NEW.catalog_id AND i.status = 'active'
    AND i.checksum IS NOT DISTINCT FROM NEW.checksum;
  IF FOUND THEN
    DELETE FROM lumina.kept_statuses k WHERE k.id = NEW.id;
  ELSE
    UPDATE lumina.kept_statuses k SET placed_on = NULL WHERE k.id = NEW.id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER kept_statuses_return AFTER UPDATE OF placed_on ON kept_statuses
  FOR EACH ROW WHEN (NEW.placed_on IS NOT NULL) EXECUTE FUNCTION return_status();
