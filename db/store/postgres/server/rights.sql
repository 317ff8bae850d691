-- What an earlier preparation, or anyone, made of the rights: all of it is written again.
DO $$
DECLARE
  statement text;
BEGIN
  FOR statement IN
    SELECT format('DROP POLICY %I ON %s', polname, polrelid::regclass) FROM pg_policy JOIN pg_class AS own ON own.oid = polrelid
      WHERE own.relowner = current_user::regrole
    UNION ALL SELECT format('REVOKE ALL ON %s FROM %s', own.oid::regclass, CASE WHEN given.grantee = 0 THEN 'PUBLIC' ELSE given.grantee::regrole::text END)
      FROM pg_class AS own, aclexplode(own.relacl) AS given WHERE own.relowner = current_user::regrole AND given.grantee <> own.relowner
    UNION ALL SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger WHERE tgname = 'owe_audit'
  LOOP EXECUTE statement; END LOOP;
END $$;

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
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER AS $$ SELECT pg_has_role(session_user, current_user, 'MEMBER') $$;

-- Null for a person who was suspended or removed, from that moment on.
CREATE OR REPLACE FUNCTION vigie.person() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER AS $$
  SELECT own.user_id FROM vigie.login AS own JOIN public."user" AS known ON known.id = own.user_id
  WHERE own.role = session_user AND known.disabled = 0 AND known.suspended = 0
$$;

CREATE OR REPLACE FUNCTION vigie.has_role(VARIADIC roles text[]) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER AS $$
  SELECT EXISTS (SELECT 1 FROM public.user_role AS own WHERE own.user_id = vigie.person() AND own.role = ANY (roles))
$$;
