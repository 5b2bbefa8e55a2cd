-- What is to be done with files, looked at before it is done: one plan, one row for each of its operations.
CREATE TABLE plans (
  id         uuid PRIMARY KEY,
  catalog_id uuid NOT NULL REFERENCES catalogs ON DELETE CASCADE,
  kind       text NOT NULL CHECK (kind IN ('organize', 'import', 'resolve', 'consolidate', 'restore')),
  parameters jsonb NOT NULL DEFAULT '{}',
  summary    jsonb NOT NULL DEFAULT '{}',
  state      text NOT NULL DEFAULT 'planned'
             CHECK (state IN ('planned', 'applying', 'applied', 'partly applied', 'undone', 'discarded')),
  run_id     text,
  created_at timestamptz NOT NULL DEFAULT now(),
  applied_at timestamptz
);
COMMENT ON COLUMN plans.run_id IS 'the run that made it';
CREATE INDEX plans_catalog ON plans (catalog_id, created_at DESC);

CREATE TABLE plan_operations (
  plan_id     uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  number      bigint NOT NULL CHECK (number >= 0),
  unit        text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('copy', 'move', 'trash', 'restore', 'write-sidecar', 'make-directory')),
  source_path text NOT NULL,
  target_path text NOT NULL,
  image_id    uuid,
  sha256      text NOT NULL CHECK (octet_length(sha256) = 64),
  size_bytes  bigint NOT NULL,
  modified_at timestamptz NOT NULL,
  reason      text NOT NULL,
  kept_path   text,
  needs_path  text,
  conflict    text,
  state       text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'done', 'skipped', 'failed', 'undone')),
  failure     text,
  purged_at   timestamptz,
  PRIMARY KEY (plan_id, number)
);
COMMENT ON COLUMN plan_operations.unit IS 'files of one unit go together or not at all';
COMMENT ON COLUMN plan_operations.kept_path IS 'the file that is kept in the place of this one';
COMMENT ON COLUMN plan_operations.needs_path IS 'another file that has to be there before this one goes';
COMMENT ON COLUMN plan_operations.purged_at IS 'when the file was removed from the trash for good';
CREATE INDEX plan_operations_image ON plan_operations (image_id) WHERE image_id IS NOT NULL;
CREATE INDEX plan_operations_conflict ON plan_operations (plan_id) WHERE conflict IS NOT NULL;
CREATE INDEX plan_operations_trash ON plan_operations (plan_id) WHERE kind = 'trash' AND state = 'done';

-- What a plan put into the trash is neither present nor missing: its row, its status and its decisions stay.
ALTER TABLE images DROP CONSTRAINT images_state_check;
ALTER TABLE images ADD CONSTRAINT images_state_check CHECK (state IN ('present', 'missing', 'trashed'));
