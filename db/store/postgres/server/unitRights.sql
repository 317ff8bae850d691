CREATE OR REPLACE FUNCTION vigie.units() RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(array_agg(own.unit_id ORDER BY own.unit_id), '{}') FROM public.user_unit AS own
  WHERE own.user_id = vigie.person()
$$;

-- A view asks as its owner, whom no policy hides anything from: ids alone.
CREATE OR REPLACE VIEW vigie.sealed AS SELECT item_id AS id FROM public.sealed_item WHERE vigie.person() IS NOT NULL;
CREATE OR REPLACE VIEW vigie.sealed_value AS SELECT sequence FROM public.sealed_value WHERE vigie.person() IS NOT NULL;

-- Rows of the asker's units by clear codes, those counted too that are sealed; never a row itself.
CREATE OR REPLACE FUNCTION vigie.figure(counted text, by_columns text[]) RETURNS TABLE (codes jsonb, rows bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wanted text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM vigie.figure_column AS known WHERE known.table_name = counted)
    OR EXISTS (SELECT 1 FROM unnest(by_columns) AS named WHERE NOT EXISTS (
      SELECT 1 FROM vigie.figure_column AS known WHERE known.table_name = counted AND known.column_name = named)) THEN
    RAISE EXCEPTION 'no figure is counted so' USING ERRCODE = '42501';
  END IF;
  SELECT string_agg(format('%L, %I', named, named), ', ') INTO wanted FROM unnest(by_columns) AS named;
  RETURN QUERY EXECUTE format(
    'SELECT jsonb_build_object(%s) AS codes, count(*) FROM public.%I WHERE unit_id = ANY (vigie.units()) GROUP BY 1 ORDER BY 1',
    coalesce(wanted, ''), counted);
END $$;

-- One row for each word of a file, under a key of its unit: equal words of different units have nothing in common.
CREATE TABLE IF NOT EXISTS vigie.search_word (
  token text NOT NULL,
  file_id text NOT NULL,
  unit_id text NOT NULL,
  PRIMARY KEY (token, file_id)
);
CREATE INDEX IF NOT EXISTS search_word_file ON vigie.search_word (file_id);
