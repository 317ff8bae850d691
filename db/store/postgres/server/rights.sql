-- Who asks, and what they may see: from the role that signed in, which no statement changes.
CREATE TABLE IF NOT EXISTS vigie.login (
  role name PRIMARY KEY,
  user_id text NOT NULL UNIQUE
);

-- What the server was prepared for.
CREATE TABLE IF NOT EXISTS vigie.server (
  only_one boolean PRIMARY KEY CHECK (only_one),
  kind text NOT NULL,
  application text NOT NULL
);

-- Whether the one who signed in may act as the owner of all: during a server command, and no person ever.
CREATE OR REPLACE FUNCTION vigie.is_owner() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT pg_has_role(session_user, current_user, 'MEMBER') $$;

-- Null for a person who was suspended or removed, from that moment on.
CREATE OR REPLACE FUNCTION vigie.person() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT own.user_id FROM vigie.login AS own JOIN public."user" AS known ON known.id = own.user_id
  WHERE own.role = session_user AND known.disabled = 0 AND known.suspended = 0
$$;

CREATE OR REPLACE FUNCTION vigie.has_role(VARIADIC roles text[]) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT EXISTS (SELECT 1 FROM public.user_role AS own WHERE own.user_id = vigie.person() AND own.role = ANY (roles)) $$;
