-- Pairs of pictures that show the same, one of them changed on purpose: with a caption, turned, framed. They are listed
-- beside each other and belong to no group.
CREATE TABLE variants (
  image_id         uuid NOT NULL REFERENCES images
                   ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  variant_image_id uuid NOT NULL REFERENCES images
                   ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  catalog_id       uuid NOT NULL REFERENCES catalogs ON DELETE CASCADE,
  kind             text NOT NULL CHECK (kind IN ('captioned', 'turned', 'framed')),
  distance         integer NOT NULL,
  explanation      text NOT NULL,
  run_id           text,
  PRIMARY KEY (image_id, variant_image_id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (image_id <> variant_image_id)
);
COMMENT ON TABLE variants IS 'the same picture, changed on purpose: of a group its primary is named; none may go for it';
CREATE INDEX variants_catalog ON variants (catalog_id, kind);
CREATE INDEX variants_variant_image ON variants (variant_image_id);
