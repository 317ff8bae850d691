-- No function looks for a name in a schema that its caller chose.
DO $$
DECLARE
  own regprocedure;
BEGIN
  FOR own IN SELECT oid FROM pg_proc WHERE pronamespace = 'vigie'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, pg_temp', own);
  END LOOP;
END $$;
