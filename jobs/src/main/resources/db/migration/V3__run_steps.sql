-- What each step of a run counted and cost, under the names that the metrics lumina.STEP.NAME have.
-- A step that goes on, or failed, shows how far it came.
CREATE VIEW run_steps AS
SELECT coalesce(parent.run_id, j.run_id) AS run_id, j.run_id AS step_run_id, j.catalog_id,
  j.job_type AS step, j.status, j.exit_code, j.started_at, j.finished_at,
  jsonb_strip_nulls(jsonb_build_object(
      'units', coalesce(j.result->'total', j.progress->'total'),
      'units_done', j.progress->'current',
      'seconds', j.result->'seconds'))
    || coalesce(j.result->'load', '{}') || coalesce(j.result->'counts', '{}') AS counters
FROM jobs j LEFT JOIN jobs parent ON parent.id = j.parent_id
-- The row of a night that has steps is none itself.
WHERE NOT EXISTS (SELECT FROM jobs step WHERE step.parent_id = j.id);
COMMENT ON VIEW run_steps IS
  'one row for each step of each run; counters: what it counted, and what it cost in seconds of its tasks';
