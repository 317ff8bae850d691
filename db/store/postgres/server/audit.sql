-- The chain is ordered and hashed here. Nobody but these functions writes it, whatever a client sends.
CREATE TABLE IF NOT EXISTS vigie.audit_head (
  only_one boolean PRIMARY KEY CHECK (only_one),
  sequence bigint NOT NULL,
  hash text NOT NULL
);
INSERT INTO vigie.audit_head
  SELECT true, coalesce(max(sequence), 0),
    coalesce((SELECT hash FROM public.audit_entry ORDER BY sequence DESC LIMIT 1), repeat('0', 64))
  FROM public.audit_entry
ON CONFLICT DO NOTHING;

-- Which role wrote an entry, and when by the server's own clock.
CREATE TABLE IF NOT EXISTS vigie.audit_stamp (
  sequence bigint PRIMARY KEY,
  role name NOT NULL,
  at timestamptz NOT NULL
);

-- A transaction that changed rows of cases or rights has a row here until it ends. One that takes over a file of another unit reaches that file.
CREATE TABLE IF NOT EXISTS vigie.audit_owed (
  transaction xid8 PRIMARY KEY,
  is_paid boolean NOT NULL,
  unit_id text,
  file_ids text[]
);

CREATE INDEX IF NOT EXISTS audit_file_sequence ON public.audit_file (sequence);

CREATE OR REPLACE FUNCTION vigie.owe_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  -- The workspace was moved from here.
  IF EXISTS (SELECT 1 FROM public.setting WHERE key = 'moved') AND NOT vigie.is_owner() THEN
    RAISE EXCEPTION 'it can only be read here' USING ERRCODE = 'VG001';
  END IF;
  INSERT INTO vigie.audit_owed VALUES (pg_current_xact_id(), false) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION vigie.require_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  DELETE FROM vigie.audit_owed WHERE transaction = NEW.transaction AND is_paid;
  IF NOT FOUND AND NOT vigie.is_owner() THEN
    RAISE EXCEPTION 'a change leaves an entry in the audit in its own transaction' USING ERRCODE = '42501';
  END IF;
  DELETE FROM vigie.audit_owed WHERE transaction = NEW.transaction;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS require_audit ON vigie.audit_owed;
CREATE CONSTRAINT TRIGGER require_audit AFTER INSERT ON vigie.audit_owed
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vigie.require_audit();

-- As JSON.stringify writes a string.
CREATE OR REPLACE FUNCTION vigie.json_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$ SELECT coalesce(to_json(value)::text, 'null') $$;

-- The hash of an entry, as docs/audit.md says it is computed.
CREATE OR REPLACE FUNCTION vigie.audit_hash(entry public.audit_entry) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    '{"actorId":' || vigie.json_text(entry.actor_id) || ',"at":' || entry.at || ',"facts":' || vigie.json_text(entry.facts)
    || ',"method":' || vigie.json_text(entry.method) || ',"outcome":' || vigie.json_text(entry.outcome)
    || ',"previousHash":' || vigie.json_text(entry.previous_hash) || ',"sequence":' || entry.sequence
    || ',"subjectId":' || vigie.json_text(entry.subject_id) || ',"subjectKind":' || vigie.json_text(entry.subject_kind) || '}',
    'UTF8')), 'hex')
$$;

-- An object whose changes are objects: what every verifier can read. (The server reads no zero character, which JSON may name.)
CREATE OR REPLACE FUNCTION vigie.is_facts(facts jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(facts) = 'object' AND jsonb_typeof(coalesce(facts -> 'changes', '[]')) = 'array'
    AND jsonb_path_exists(facts, 'strict $.changes[*] ? (@.type() != "object")', silent => true) IS NOT TRUE
$$;

-- Appends one entry and returns its number. The head is locked to the end of the transaction, so this is called last.
CREATE OR REPLACE FUNCTION vigie.append_audit(
  at bigint, actor_id text, method text, outcome text, subject_kind text, subject_id text,
  facts text, stored_values json, files text[]
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  head vigie.audit_head;
  link bigint;
  entry public.audit_entry;
BEGIN
  IF NOT vigie.is_owner() AND (vigie.person() IS NULL OR actor_id IS DISTINCT FROM vigie.person()) THEN
    RAISE EXCEPTION 'an entry is in the name of who writes it' USING ERRCODE = '42501';
  END IF;
  IF outcome IS NULL OR outcome NOT IN ('done', 'refused') OR method IS NULL OR method !~ '^[A-Za-z]+(\.[A-Za-z]+)+$'
    OR (subject_kind IS NULL) <> (subject_id IS NULL) OR at IS NULL OR facts IS NULL
    OR NOT vigie.is_facts(replace(facts, '\u0000', '\u0001')::jsonb) THEN
    RAISE EXCEPTION 'this is not an entry' USING ERRCODE = '22023';
  END IF;
  SELECT * INTO STRICT head FROM vigie.audit_head FOR UPDATE;
  link := head.sequence + 1;
  entry.sequence := link;
  entry.at := at;
  entry.actor_id := actor_id;
  entry.method := method;
  entry.outcome := outcome;
  entry.subject_kind := subject_kind;
  entry.subject_id := subject_id;
  entry.facts := facts;
  entry.previous_hash := head.hash;
  entry.hash := vigie.audit_hash(entry);
  INSERT INTO public.audit_entry VALUES (entry.*);
  INSERT INTO public.audit_value (sequence, field, side, salt, value)
    SELECT link, item ->> 'field', item ->> 'side', item ->> 'salt', item ->> 'value' FROM json_array_elements(stored_values) AS item;
  INSERT INTO public.audit_file (file_id, sequence) SELECT DISTINCT file, link FROM unnest(files) AS file;
  INSERT INTO vigie.audit_stamp VALUES (link, session_user, clock_timestamp());
  UPDATE vigie.audit_head SET sequence = link, hash = entry.hash;
  INSERT INTO vigie.audit_owed VALUES (pg_current_xact_id(), true)
    ON CONFLICT (transaction) DO UPDATE SET is_paid = true;
  RETURN link;
END $$;

-- The last entry's number and hash, for the person who prints a head.
CREATE OR REPLACE FUNCTION vigie.last_link() RETURNS TABLE (sequence bigint, hash text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$ SELECT head.sequence, head.hash FROM vigie.audit_head AS head WHERE vigie.person() IS NOT NULL $$;

-- Whether the chain still has what a desk has seen of it: a hash tells nothing of what it is of.
CREATE OR REPLACE FUNCTION vigie.link_at(place bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER AS $$ SELECT own.hash FROM public.audit_entry AS own WHERE own.sequence = place AND vigie.person() IS NOT NULL $$;
