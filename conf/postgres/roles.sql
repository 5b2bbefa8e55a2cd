-- Three roles, so that a run can do what a run does and nothing more. An administrator runs this once, in a database of
-- Lumina's own; running it again changes nothing:
--
--   psql --dbname DATABASE --file conf/postgres/roles.sql
--   psql --dbname DATABASE --command '\password lumina_migrate'     (and of the other two)
--   lumina migrate --jdbc-url … --jdbc-user lumina_migrate          (the tables, and what the other two may do with them)
--   lumina nightly --jdbc-url … --jdbc-user lumina_publish …
--
-- lumina_migrate  owns the schemas lumina and lumina_staging. After an update it runs lumina migrate, which grants anew;
--                 after a loss lumina restore, which writes what people decided, and sorts it in temporary tables.
-- lumina_publish  runs jobs. It creates tables in lumina_staging alone, and writes what runs compute; statuses, reviews
--                 and decisions of people it can read only, and catalogs it cannot drop.
-- lumina_read     asks: lumina sql, Zeppelin.
--
-- Tables that another role has made until now: REASSIGN OWNED BY that_role TO lumina_migrate;
DO $roles$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['lumina_migrate', 'lumina_publish', 'lumina_read'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', wanted);
    END IF;
  END LOOP;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO lumina_migrate', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO lumina_publish, lumina_read', current_database());
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  -- A question takes no locks and signals nobody. Only a superuser can see to that; others get warnings.
  FOR wanted IN
    SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND (
      proname ~ '^pg_(try_)?advisory_'
      OR proname IN ('pg_terminate_backend', 'pg_cancel_backend', 'pg_notify'))
  LOOP
    EXECUTE 'REVOKE EXECUTE ON FUNCTION ' || wanted || ' FROM PUBLIC';
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || wanted || ' TO lumina_migrate, lumina_publish';
  END LOOP;
END
$roles$;

ALTER ROLE lumina_read SET default_transaction_read_only = on;
