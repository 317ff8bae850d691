-- What the rooms' statements ask of SQLite and PostgreSQL has by another name. Nothing here reads a table.
CREATE OR REPLACE FUNCTION json_each(document text) RETURNS TABLE (value text)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT pg_catalog.jsonb_array_elements_text(document::pg_catalog.jsonb) $$;

CREATE OR REPLACE FUNCTION json_extract(document text, path text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT document::pg_catalog.jsonb OPERATOR(pg_catalog.->>) pg_catalog.substr(path, 3) $$;

CREATE OR REPLACE AGGREGATE group_concat (text, text) (SFUNC = pg_catalog.string_agg_transfn, STYPE = internal, FINALFUNC = pg_catalog.string_agg_finalfn);

CREATE OR REPLACE FUNCTION randomblob(length integer) RETURNS bytea
  LANGUAGE sql VOLATILE PARALLEL SAFE
  AS $$ SELECT pg_catalog.substr(pg_catalog.sha256(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())), 1, length) $$;

CREATE OR REPLACE FUNCTION hex(bytes bytea) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT pg_catalog.upper(pg_catalog.encode(bytes, 'hex')) $$;

-- Asked for with all 17 digits of a number: PostgreSQL prints as many as the number has.
CREATE OR REPLACE FUNCTION printf(format text, value double precision) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT value::text $$;

-- The day that begins at noon, of a civil date at midnight.
CREATE OR REPLACE FUNCTION julianday(on_day text) RETURNS double precision
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT pg_catalog.to_char(on_day::date, 'J')::double precision - 0.5 $$;
