-- Ids that no catalog gets again. A catalog's id follows from its name; one that is made under the name of a dropped one has
-- another, so that rows which a warehouse out of reach still has never come back with the name.
CREATE TABLE dropped_catalogs (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  dropped_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE dropped_catalogs IS 'ids of catalogs that were dropped: no catalog gets one again';
