-- The way in of each person and of the recovery key, sealed under a passphrase: as in the key file of a folder.
CREATE TABLE IF NOT EXISTS vigie.slot (
  owner text PRIMARY KEY,
  slot text NOT NULL
);

-- Each time that a sealed slot was asked for with the connection file's account.
CREATE TABLE IF NOT EXISTS vigie.entry_log (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  owner text,
  address inet,
  is_given boolean NOT NULL
);
CREATE INDEX IF NOT EXISTS entry_log_at ON vigie.entry_log (at);
ALTER TABLE vigie.entry_log ADD COLUMN IF NOT EXISTS backend integer DEFAULT pg_backend_pid(),
  ADD COLUMN IF NOT EXISTS transaction xid8 DEFAULT pg_current_xact_id();

CREATE OR REPLACE FUNCTION vigie.role_of(of_owner text) RETURNS name
LANGUAGE sql STABLE AS $$ SELECT (current_database() || '_' || replace(of_owner, '-', ''))::name $$;

CREATE OR REPLACE FUNCTION vigie.owner_of(asked text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT 'recovery' WHERE asked = '#recovery'
  UNION ALL SELECT known.id FROM public."user" AS known
    WHERE asked <> '#recovery' AND lower(btrim(known.login)) = lower(btrim(asked)) AND known.disabled = 0
$$;

-- All that the account of the connection file may ask. What is typed as a login is not kept: it could be a passphrase.
CREATE OR REPLACE FUNCTION vigie.ask_entry(asked text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  found text := vigie.owner_of(asked);
  given boolean;
BEGIN
  SELECT count(*) FILTER (WHERE log.owner IS NOT DISTINCT FROM found) < 10 AND count(*) < 300 INTO given
    FROM vigie.entry_log AS log WHERE log.at > clock_timestamp() - interval '1 minute';
  INSERT INTO vigie.entry_log (owner, address, is_given) VALUES (found, inet_client_addr(), given);
  -- Those that somebody else is removing are not waited for.
  DELETE FROM vigie.entry_log AS log WHERE log.number IN (
    SELECT old.number FROM vigie.entry_log AS old WHERE old.at < clock_timestamp() - interval '400 days' FOR UPDATE SKIP LOCKED);
  RETURN given;
END $$;

-- What was asked for in an earlier transaction of this connection: a question that is taken back, and so not kept, has no answer.
DROP FUNCTION IF EXISTS vigie.entry_slot(text);
CREATE FUNCTION vigie.entry_slot(asked text) RETURNS TABLE (sealed text)
LANGUAGE sql SECURITY DEFINER AS $$
  SELECT (SELECT own.slot FROM vigie.slot AS own WHERE own.owner = vigie.owner_of(asked) AND EXISTS (
    SELECT 1 FROM vigie.entry_log AS log WHERE log.owner = own.owner AND log.is_given AND log.backend = pg_backend_pid()
      AND log.transaction <> pg_current_xact_id() AND log.at > clock_timestamp() - interval '1 minute'))
$$;

-- A login role with another password, of which the server knows only what checks it.
CREATE OR REPLACE FUNCTION vigie.admit(of_owner text, verifier text) RETURNS name
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  named name := vigie.role_of(of_owner);
BEGIN
  IF verifier IS NULL OR verifier !~ '^SCRAM-SHA-256\$' THEN
    RAISE EXCEPTION 'this is not a verifier' USING ERRCODE = '22023';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = named) THEN
    EXECUTE format('CREATE ROLE %I', named);
  END IF;
  EXECUTE format('ALTER ROLE %I LOGIN CONNECTION LIMIT 20 PASSWORD %L', named, verifier);
  EXECUTE format('GRANT %I TO %I', current_database() || '_user', named);
  INSERT INTO vigie.login VALUES (named, of_owner) ON CONFLICT (role) DO NOTHING;
  RETURN named;
END $$;

-- An owner's slot in place of the one before: one's own, or anyone's by an administrator, or an administrator's by the recovery key.
CREATE OR REPLACE FUNCTION vigie.put_slot(of_owner text, sealed text, half text, verifier text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  recovers boolean := session_user = vigie.role_of('recovery');
BEGIN
  IF NOT (vigie.is_owner() OR vigie.has_role('administrator') OR coalesce(of_owner = vigie.person(), false)
    OR recovers AND EXISTS (SELECT 1 FROM public.user_role AS given_role JOIN public."user" AS known ON known.id = given_role.user_id
      WHERE given_role.user_id = of_owner AND given_role.role = 'administrator' AND known.disabled = 0)) THEN
    RAISE EXCEPTION 'this way in is another person''s' USING ERRCODE = '42501';
  END IF;
  PERFORM vigie.admit(of_owner, verifier);
  INSERT INTO vigie.slot VALUES (of_owner, sealed) ON CONFLICT (owner) DO UPDATE SET slot = excluded.slot;
  -- It counts once its owner, signed in with it, has recorded so in the audit.
  IF NOT recovers THEN
    INSERT INTO public.key_slot (owner, public_key) VALUES (of_owner, half)
      ON CONFLICT (owner) DO UPDATE SET public_key = excluded.public_key;
    IF of_owner = vigie.person() THEN
      UPDATE public."user" SET passphrase_by = 'self' WHERE id = of_owner;
    END IF;
  END IF;
  RETURN (SELECT own.slot FROM vigie.slot AS own WHERE own.owner = of_owner);
END $$;

-- From now on the owner is refused, and what they have open ends. Their name stays with what they did.
CREATE OR REPLACE FUNCTION vigie.dismiss(of_owner text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  named name := vigie.role_of(of_owner);
BEGIN
  IF NOT vigie.is_owner() AND NOT (vigie.has_role('administrator', 'supervisor', 'records_officer')
    AND (of_owner = 'recovery' OR EXISTS (SELECT 1 FROM public."user" AS known WHERE known.id = of_owner AND known.disabled = 1))) THEN
    RAISE EXCEPTION 'only who was removed is dismissed' USING ERRCODE = '42501';
  END IF;
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = named) THEN
    EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', named);
  END IF;
  DELETE FROM vigie.login WHERE role = named;
  DELETE FROM vigie.slot WHERE owner = of_owner;
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = named AND usename <> session_user;
END $$;

-- Whose account the recovery key opens: an administrator's.
CREATE OR REPLACE FUNCTION vigie.recovered(asked text) RETURNS TABLE (user_id text, is_administrator boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT known.id, EXISTS (SELECT 1 FROM public.user_role AS given_role WHERE given_role.user_id = known.id AND given_role.role = 'administrator')
  FROM public."user" AS known
  WHERE session_user = vigie.role_of('recovery') AND lower(btrim(known.login)) = lower(btrim(asked))
    AND known.disabled = 0 AND known.suspended = 0
$$;
