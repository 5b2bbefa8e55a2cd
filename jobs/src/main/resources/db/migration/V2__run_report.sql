-- What a run did, one row for each number or note: what the report says in words, for queries.
CREATE VIEW run_report AS
WITH ended AS (
  SELECT coalesce(parent.run_id, j.run_id) AS run_id, j.catalog_id, j.job_type AS step, j.result
  FROM jobs j LEFT JOIN jobs parent ON parent.id = j.parent_id
  WHERE j.result IS NOT NULL
)
SELECT run_id, catalog_id, step, 'count' AS kind, n.key AS name, n.value::numeric AS value, NULL AS note
FROM ended, jsonb_each_text(coalesce(result->'counts', '{}')) n
UNION ALL
SELECT run_id, catalog_id, step, 'total', n.key, n.value::numeric, NULL
FROM ended, jsonb_each_text(coalesce(result->'totals', '{}')) n
UNION ALL
SELECT run_id, catalog_id, step, 'time', 'seconds', (result->>'seconds')::numeric, NULL
FROM ended WHERE result ? 'seconds'
UNION ALL
SELECT run_id, catalog_id, step, 'note', 'note ' || n.place, NULL, n.text
FROM ended, jsonb_array_elements_text(coalesce(result->'notes', '[]')) WITH ORDINALITY n (text, place);
COMMENT ON VIEW run_report IS
  'kind count: what a step did in this run; total: what the catalog holds after it; time; note: what was skipped and why';
