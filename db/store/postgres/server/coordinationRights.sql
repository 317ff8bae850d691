CREATE OR REPLACE FUNCTION vigie.sees_agreements() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER AS $$
  SELECT vigie.has_role('coordinator', 'administrator')
    AND NOT EXISTS (SELECT 1 FROM public.user_agreements AS own WHERE own.user_id = vigie.person())
$$;

-- Of a coordinator who was limited to some.
CREATE OR REPLACE FUNCTION vigie.agreements() RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER AS $$
  SELECT coalesce(array_agg(value), '{}') FROM public.user_agreements AS own, json_array_elements_text(own.agreement_ids::json)
  WHERE own.user_id = vigie.person() AND vigie.has_role('coordinator')
$$;

-- Each unit that the asker sees, with the end of the quarter in which its time under their agreements ends.
CREATE OR REPLACE FUNCTION vigie.last_months() RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER AS $$
  SELECT coalesce(jsonb_object_agg(id, last), '{}') FROM (
    SELECT known.id, '9999-12' AS last FROM public.unit AS known WHERE vigie.sees_agreements()
    UNION ALL SELECT own.unit_id, max(CASE WHEN own.to_date IS NULL THEN '9999-12'
      ELSE substr(own.to_date, 1, 5) || to_char((substr(own.to_date, 6, 2)::int + 2) / 3 * 3, 'FM00') END)
    FROM public.agreement_unit AS own WHERE NOT vigie.sees_agreements() AND own.agreement_id = ANY (vigie.agreements()) GROUP BY own.unit_id
  ) AS seen
$$;

CREATE OR REPLACE FUNCTION vigie.units() RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER AS $$ SELECT ARRAY(SELECT jsonb_object_keys(vigie.last_months()) ORDER BY 1) $$;

-- Packs of the asker's agreements, and those that speak of their units alone: what is in a pack is encrypted as a whole.
CREATE OR REPLACE FUNCTION vigie.packs() RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER AS $$
  WITH seen AS (SELECT vigie.last_months() AS months)
  SELECT ARRAY(SELECT own.id FROM public.pack AS own, seen WHERE own.workspace_id = ANY (vigie.agreements())
    OR (SELECT bool_and(coalesce(seen.months ->> told.unit_id, '') >= QUARTER_END) FROM public.pack_unit AS told WHERE told.pack_id = own.id))
$$;
