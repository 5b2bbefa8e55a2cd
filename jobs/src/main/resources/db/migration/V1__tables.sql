-- The catalog as people and programs query it. Ids are made by the jobs; statuses and decisions belong to people.

CREATE TABLE catalogs (
  id                 uuid PRIMARY KEY,
  name               text NOT NULL UNIQUE CHECK (name <> ''),
  source_directories text[] NOT NULL DEFAULT '{}',
  destination_path   text,
  import_mode        text CHECK (import_mode IN ('copy', 'move', 'link')),
  source_metadata    jsonb NOT NULL DEFAULT '{}',
  created_at         timestamptz NOT NULL DEFAULT now(),
  updated_at         timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE shots (
  id               uuid PRIMARY KEY,
  catalog_id       uuid NOT NULL REFERENCES catalogs ON DELETE CASCADE,
  kind             text NOT NULL,
  primary_image_id uuid NOT NULL
);

CREATE TABLE bursts (
  id            uuid PRIMARY KEY,
  catalog_id    uuid NOT NULL REFERENCES catalogs ON DELETE CASCADE,
  camera        text,
  started_at    timestamp,
  ended_at      timestamp,
  frame_count   integer NOT NULL,
  best_image_id uuid NOT NULL
);

CREATE TABLE images (
  id              uuid PRIMARY KEY,
  catalog_id      uuid NOT NULL REFERENCES catalogs ON DELETE CASCADE,
  source_path     text NOT NULL,
  checksum        text CHECK (octet_length(checksum) = 64),
  file_type       text NOT NULL,
  mime_type       text,
  size_bytes      bigint,
  modified_at     timestamptz,
  width           integer,
  height          integer,
  metadata        jsonb,
  dates           jsonb,
  taken_at        timestamp,
  taken_offset    text,
  date_confidence integer CHECK (date_confidence BETWEEN 0 AND 100),
  date_source     text,
  date_reasons    jsonb,
  quality_score   numeric(5, 2) CHECK (quality_score BETWEEN 0 AND 100),
  quality         jsonb,
  corruption      text CHECK (corruption IN ('minor', 'moderate', 'severe')),
  issues          jsonb,
  shot_id         uuid REFERENCES shots DEFERRABLE INITIALLY DEFERRED,
  burst_id        uuid REFERENCES bursts DEFERRABLE INITIALLY DEFERRED,
  status          text NOT NULL DEFAULT 'active'
                  CHECK (status IN ('active', 'archived', 'flagged', 'rejected', 'selected')),
  state           text NOT NULL DEFAULT 'present' CHECK (state IN ('present', 'missing')),
  first_seen_run  text,
  last_seen_run   text,
  -- A path may be longer than an index entry may be, so unique (catalog_id, source_path) is kept through
  -- two independent hashes. Deferred: two files may change places in one run.
  path_md5        uuid GENERATED ALWAYS AS (md5(source_path)::uuid) STORED,
  path_hash       bigint GENERATED ALWAYS AS (hashtextextended(source_path, 0)) STORED,
  CONSTRAINT images_catalog_id_source_path_key
    UNIQUE (catalog_id, path_md5, path_hash) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON COLUMN images.status IS 'belongs to people: a run never changes it';
COMMENT ON COLUMN images.taken_at IS 'local wall clock';
CREATE INDEX images_checksum ON images USING hash (checksum);
CREATE INDEX images_catalog_taken ON images (catalog_id, taken_at);
CREATE INDEX images_status ON images (catalog_id, status) WHERE status <> 'active';
CREATE INDEX images_state ON images (catalog_id, state) WHERE state <> 'present';
CREATE INDEX images_corruption ON images (catalog_id, corruption) WHERE corruption IS NOT NULL;
CREATE INDEX images_shot ON images (shot_id) WHERE shot_id IS NOT NULL;
CREATE INDEX images_burst ON images (burst_id) WHERE burst_id IS NOT NULL;

ALTER TABLE shots ADD FOREIGN KEY (primary_image_id) REFERENCES images
  ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE bursts ADD FOREIGN KEY (best_image_id) REFERENCES images
  ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX shots_catalog ON shots (catalog_id);
CREATE INDEX shots_primary_image ON shots (primary_image_id);
CREATE INDEX bursts_catalog_started ON bursts (catalog_id, started_at);
CREATE INDEX bursts_best_image ON bursts (best_image_id);

CREATE TABLE perceptual_hashes (
  image_id     uuid PRIMARY KEY REFERENCES images ON UPDATE CASCADE ON DELETE CASCADE,
  dhash        text NOT NULL CHECK (octet_length(dhash) = 16),
  ahash        text CHECK (octet_length(ahash) = 16),
  whash        text CHECK (octet_length(whash) = 16),
  pdq          text CHECK (octet_length(pdq) = 64),
  pdq_quality  integer CHECK (pdq_quality BETWEEN 0 AND 100),
  algo_version integer NOT NULL
);

CREATE TABLE duplicate_groups (
  id                   uuid PRIMARY KEY,
  catalog_id           uuid NOT NULL REFERENCES catalogs ON DELETE CASCADE,
  kind                 text NOT NULL CHECK (kind IN ('exact', 'near')),
  primary_image_id     uuid NOT NULL REFERENCES images
                       ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  primary_hash         text CHECK (octet_length(primary_hash) = 16),
  similarity_threshold integer,
  member_count         integer NOT NULL,
  diameter_bits        integer,
  reclaimable_bytes    bigint NOT NULL,
  reviewed             boolean NOT NULL DEFAULT false,
  run_id               text
);
COMMENT ON COLUMN duplicate_groups.reviewed IS 'belongs to people: a run never changes it';
CREATE INDEX duplicate_groups_catalog_bytes ON duplicate_groups (catalog_id, reclaimable_bytes DESC);
CREATE INDEX duplicate_groups_primary_image ON duplicate_groups (primary_image_id);

CREATE TABLE duplicate_members (
  group_id    uuid NOT NULL REFERENCES duplicate_groups ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  image_id    uuid NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED
              REFERENCES images ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  relation    text NOT NULL CHECK (relation IN ('primary', 'exact', 'near')),
  distance    integer,
  similarity  double precision CHECK (similarity BETWEEN 0 AND 100),
  explanation text,
  PRIMARY KEY (group_id, image_id)
);

CREATE TABLE decisions (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  catalog_id uuid NOT NULL REFERENCES catalogs ON DELETE CASCADE,
  kind       text NOT NULL CHECK (kind IN ('not_duplicate', 'keep', 'reject')),
  checksums  text[] NOT NULL CHECK (cardinality(checksums) > 0),
  actor      text NOT NULL DEFAULT current_user,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE decisions IS 'what people decided; survives every run';
CREATE INDEX decisions_catalog ON decisions (catalog_id, kind);

CREATE TABLE jobs (
  id          uuid PRIMARY KEY,
  run_id      text NOT NULL UNIQUE,
  parent_id   uuid REFERENCES jobs ON DELETE CASCADE,
  catalog_id  uuid REFERENCES catalogs ON DELETE CASCADE,
  job_type    text NOT NULL,
  status      text NOT NULL
              CHECK (status IN ('PENDING', 'STARTED', 'PROGRESS', 'SUCCESS', 'FAILURE', 'CANCELLED')),
  parameters  jsonb NOT NULL DEFAULT '{}',
  progress    jsonb,
  result      jsonb,
  error       text,
  exit_code   integer,
  created_at  timestamptz NOT NULL DEFAULT now(),
  started_at  timestamptz,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CHECK ((status IN ('SUCCESS', 'FAILURE', 'CANCELLED')) = (finished_at IS NOT NULL))
);
COMMENT ON COLUMN jobs.progress IS 'current, total: units of the job; percent; rate: units a second; eta: seconds to go';
CREATE INDEX jobs_catalog_created ON jobs (catalog_id, created_at DESC);
CREATE INDEX jobs_parent ON jobs (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX jobs_unfinished ON jobs (catalog_id) WHERE finished_at IS NULL;

CREATE FUNCTION notify_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('lumina_jobs', json_build_object(
    'id', NEW.id,
    'run_id', left(NEW.run_id, 500),
    'catalog_id', NEW.catalog_id,
    'job_type', left(NEW.job_type, 100),
    'status', NEW.status,
    'progress', NEW.progress)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER jobs_notify AFTER INSERT OR UPDATE ON jobs
  FOR EACH ROW EXECUTE FUNCTION notify_job();

-- Who holds a catalog, for the message to others. The lock itself is an advisory one of this connection.
CREATE TABLE catalog_holders (
  catalog_id  uuid PRIMARY KEY,
  run_id      text NOT NULL,
  host        text NOT NULL,
  pid         bigint NOT NULL,
  acquired_at timestamptz NOT NULL DEFAULT now()
);

-- Rows on their way into the tables above; a name ends with the catalog and the run. Empty between runs.
CREATE SCHEMA IF NOT EXISTS lumina_staging;
