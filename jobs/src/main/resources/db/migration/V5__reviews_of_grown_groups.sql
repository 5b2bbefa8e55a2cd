-- Who reviewed a group saw its members of then: with another one it is to be looked at again. The trigger acts as the owner
-- of the schema, since the role that runs nights may write no review (conf/postgres/roles.sql).
CREATE FUNCTION review_again() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE lumina.duplicate_groups g SET reviewed = false
  WHERE g.reviewed AND EXISTS (SELECT FROM arrived a WHERE a.group_id = g.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER duplicate_members_review_again AFTER INSERT ON duplicate_members
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION review_again();
COMMENT ON COLUMN duplicate_groups.reviewed IS 'belongs to people: a run never sets it, a member that is new takes it away';
