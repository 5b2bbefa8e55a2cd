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
  kept_at     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE kept_statuses IS 'what people decided on pictures that have no row now';
CREATE INDEX kept_statuses_catalog ON kept_statuses (catalog_id, checksum);
