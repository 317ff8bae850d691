CREATE OR REPLACE FUNCTION vigie.sees_agreements() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT vigie.has_role('coordinator', 'administrator')
    AND NOT EXISTS (SELECT 1 FROM public.user_agreements AS own WHERE own.user_id = vigie.person())
$$;

CREATE OR REPLACE FUNCTION vigie.units() RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(array_agg(known.id ORDER BY known.id), '{}') FROM public.unit AS known WHERE vigie.sees_agreements()
$$;
