CREATE OR REPLACE FUNCTION vigie.units() RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER AS $$
  SELECT coalesce(array_agg(own.unit_id ORDER BY own.unit_id), '{}') FROM public.user_unit AS own
  WHERE own.user_id = (SELECT vigie.person())
$$;

-- Lists are counted, and the inbox is sorted, without a look at the rows: policies ask each for its unit and its id.
CREATE INDEX IF NOT EXISTS referral_seen ON public.referral (unit_id, state) INCLUDE (id, inbox_key, due_at);

-- A view asks as its owner, whom no policy hides anything from: ids alone.
CREATE OR REPLACE VIEW vigie.sealed AS SELECT item_id AS id FROM public.sealed_item WHERE vigie.person() IS NOT NULL;
-- With the entries of the records whose correction is sealed, by any author and at any time.
CREATE INDEX IF NOT EXISTS audit_entry_subject ON public.audit_entry (subject_id);
CREATE OR REPLACE VIEW vigie.sealed_value AS SELECT sequence FROM (
  SELECT sequence FROM public.sealed_value UNION ALL
  SELECT entry.sequence FROM public.audit_entry AS entry JOIN public.correction ON correction.record_id = entry.subject_id
  WHERE correction.id IN (SELECT item_id FROM public.sealed_item)
) AS own WHERE vigie.person() IS NOT NULL;

-- What is sealed has another id where figures are counted, which nobody may compare with its own; the salt gives those of what is in a sealed file.
CREATE TABLE IF NOT EXISTS vigie.pseudonym (
  of_id text PRIMARY KEY,
  other text NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  salt text NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO vigie.pseudonym (of_id) SELECT item_id FROM public.sealed_item ON CONFLICT DO NOTHING;

CREATE OR REPLACE FUNCTION vigie.keep_pseudonym() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO vigie.pseudonym (of_id) VALUES (NEW.item_id) ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM vigie.pseudonym WHERE of_id = OLD.item_id;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER keep_pseudonym AFTER INSERT OR DELETE ON public.sealed_item
  FOR EACH ROW EXECUTE FUNCTION vigie.keep_pseudonym();

-- The seals of files by numbers that the asker has, folded as the application folds them.
CREATE OR REPLACE FUNCTION vigie.folded(number text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$ SELECT upper(regexp_replace(number, '[\s_./-]', '', 'g')) $$;

CREATE OR REPLACE FUNCTION vigie.seals_of(numbers text[], of_unit text) RETURNS TABLE (number text, seal_id text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT file.number, item.seal_id FROM public.sealed_item AS item
  JOIN (SELECT id, referral.number FROM public.referral UNION ALL SELECT id, investigation.number FROM public.investigation) AS file ON file.id = item.item_id
  WHERE vigie.has_role('administrator', 'supervisor', 'records_officer') AND item.unit_id = of_unit AND of_unit = ANY (vigie.units())
    AND vigie.folded(file.number) IN (SELECT vigie.folded(wanted) FROM unnest(numbers) AS wanted)
$$;

-- Who has these numbers, with the day where the asker has it too. Who asks for one of them next waits until this transaction ends: a row of it
-- is there, for others alone.
CREATE TABLE IF NOT EXISTS vigie.number_turn (key text PRIMARY KEY);

CREATE OR REPLACE FUNCTION vigie.known_numbers(keys text[], days text[]) RETURNS TABLE (key text, unit_id text, received_on text)
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  INSERT INTO vigie.number_turn SELECT DISTINCT wanted FROM unnest(keys) AS wanted ORDER BY 1 ON CONFLICT DO NOTHING;
  DELETE FROM vigie.number_turn AS own WHERE own.key = ANY (keys);
  RETURN QUERY SELECT asked.key, known.unit_id, CASE WHEN known.unit_id = ANY (vigie.units()) OR known.received_on = asked.day THEN known.received_on ELSE '' END
  FROM unnest(keys, days) AS asked (key, day) JOIN public.referral AS known ON known.external_key = asked.key
  WHERE known.id NOT IN (SELECT item_id FROM public.sealed_item) AND vigie.person() IS NOT NULL;
END $$;

-- Which of the sources' numbers are of a sealed referral of any unit: it is held back where it comes in again.
CREATE OR REPLACE FUNCTION vigie.sealed_keys(keys text[]) RETURNS TABLE (key text, unit_id text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT external_key, referral.unit_id FROM public.referral
  WHERE external_key = ANY (keys) AND id IN (SELECT item_id FROM public.sealed_item) AND vigie.person() IS NOT NULL
$$;

CREATE OR REPLACE FUNCTION vigie.reached_units() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT CASE WHEN pg_current_xact_id_if_assigned() IS NULL THEN vigie.units()
    ELSE vigie.units() || ARRAY(SELECT own.unit_id FROM vigie.audit_owed AS own
      WHERE own.transaction = pg_current_xact_id_if_assigned() AND own.unit_id IS NOT NULL) END
$$;

CREATE OR REPLACE FUNCTION vigie.reached_files() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT coalesce((SELECT own.file_ids FROM vigie.audit_owed AS own WHERE own.transaction = pg_current_xact_id_if_assigned()), '{}')
$$;

CREATE OR REPLACE FUNCTION vigie.reach(unit_id text, file_ids text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER AS $$
  INSERT INTO vigie.audit_owed VALUES (pg_current_xact_id(), false, unit_id, file_ids)
    ON CONFLICT (transaction) DO UPDATE SET unit_id = excluded.unit_id, file_ids = excluded.file_ids
$$;

-- What was sent to a unit of the asker: before the answer the file, with what is bundled with it or linked to it; where it was accepted the file
-- alone, whose day of leaving is put right, and where it was refused just the corrections of the transfer.
CREATE OR REPLACE FUNCTION vigie.reach_transfer(wanted text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  sent public.transfer;
BEGIN
  SELECT * INTO sent FROM public.transfer
    WHERE id = wanted AND state <> 'withdrawn' AND to_unit_id = ANY (vigie.units())
      AND file_id NOT IN (SELECT item_id FROM public.sealed_item);
  IF NOT FOUND THEN RETURN; END IF;
  IF sent.state <> 'pending' THEN
    PERFORM vigie.reach(sent.unit_id, CASE sent.state WHEN 'accepted' THEN ARRAY[sent.file_id] ELSE ARRAY[sent.id] END);
    RETURN;
  END IF;
  PERFORM vigie.reach(sent.unit_id, ARRAY(
    WITH RECURSIVE near (id) AS (
      SELECT sent.file_id
      UNION SELECT link.id FROM near JOIN (
        SELECT referral_id AS of, investigation_id AS id FROM public.referral_investigation
        UNION ALL SELECT investigation_id, referral_id FROM public.referral_investigation
        UNION ALL SELECT referral.id, bundled_under FROM public.referral WHERE bundled_under IS NOT NULL
        UNION ALL SELECT bundled_under, referral.id FROM public.referral WHERE bundled_under IS NOT NULL
      ) AS link ON link.of = near.id
    )
    SELECT near.id FROM near));
END $$;

-- The transfers of files that the asker's units sent or were offered, by their days alone: neither a seal nor a third unit hides these from one another.
CREATE OR REPLACE FUNCTION vigie.offers_of(files text[]) RETURNS TABLE (id text, proposed_on text, decided_on text, is_gone boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT sent.id, sent.proposed_on, sent.decided_on, sent.state = 'accepted' AND sent.to_unit_id IS NOT NULL
  FROM public.transfer AS sent
  WHERE sent.file_id = ANY (files) AND EXISTS (SELECT 1 FROM public.transfer AS own
    WHERE own.file_id = sent.file_id AND (own.unit_id = ANY (vigie.units()) OR own.to_unit_id = ANY (vigie.units())))
  ORDER BY sent.proposed_on, sent.id
$$;

-- Who is sealed in a file that is taken over stays so in the unit that has it, with the act that it rests on: nobody sees them on the way.
CREATE OR REPLACE FUNCTION vigie.move_sealed(from_file text, to_file text, to_unit text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  moved text[];
  struck text[];
BEGIN
  IF NOT (from_file = ANY (vigie.reached_files()) AND to_unit = ANY (vigie.units())) THEN
    RAISE EXCEPTION 'the file is not taken over here' USING ERRCODE = '42501';
  END IF;
  -- Of those of transfers each side keeps its own.
  moved := ARRAY(SELECT item_id FROM public.sealed_item WHERE shown_in = from_file
    AND item_id NOT IN (SELECT id FROM public.correction WHERE record = 'transfer'));
  UPDATE public.seal SET unit_id = to_unit WHERE id IN (SELECT seal_id FROM public.sealed_item WHERE item_id = ANY (moved));
  UPDATE public.person SET file_id = to_file, unit_id = to_unit
    WHERE file_id = from_file AND id IN (SELECT item_id FROM public.sealed_item);
  UPDATE public.identifier SET file_id = to_file, unit_id = to_unit
    WHERE file_id = from_file AND person_id IN (SELECT item_id FROM public.sealed_item);
  UPDATE public.note SET investigation_id = to_file, unit_id = to_unit
    WHERE investigation_id = from_file AND id IN (SELECT item_id FROM public.sealed_item);
  UPDATE public.correction SET file_id = to_file, unit_id = to_unit WHERE file_id = from_file AND record <> 'transfer';
  -- Of an authority that is out of the file nobody sees the dates and the days on the way, and it may be put back there.
  struck := ARRAY(SELECT record_id FROM public.correction WHERE file_id = to_file AND record = 'authority');
  UPDATE public.clock_override SET unit_id = to_unit WHERE authority_id = ANY (struck);
  UPDATE public.delay_deduction SET unit_id = to_unit WHERE authority_id = ANY (struck);
  UPDATE public.sealed_item SET shown_in = to_file, unit_id = to_unit WHERE item_id = ANY (moved);
END $$;

-- The months of a unit that had counted a record before its file came to a unit of the asker.
CREATE OR REPLACE FUNCTION vigie.reach_counts(wanted text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF cardinality(vigie.units()) > 0 AND EXISTS (SELECT 1 FROM public.transferred_count AS own WHERE own.unit_id = wanted) THEN
    PERFORM vigie.reach(wanted, '{}');
  END IF;
END $$;

-- Which file a desk has open, said again while it is.
CREATE TABLE IF NOT EXISTS vigie.presence (
  desk uuid PRIMARY KEY,
  user_id text NOT NULL,
  file_id text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS presence_file ON vigie.presence (file_id);

-- For the book of files: whether a file of one's own has moved, by its pseudonym where it is sealed. Of others' the act alone, since a transfer is one.
CREATE OR REPLACE FUNCTION vigie.moves_since(link bigint) RETURNS TABLE (sequence bigint, method text, kind text, id text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT own.sequence, own.method, own.subject_kind,
    coalesce(sealed.other, referral.id, investigation.id, CASE WHEN own.subject_kind = 'import' THEN own.subject_id END)
  FROM public.audit_entry AS own
  LEFT JOIN public.referral ON referral.id = own.subject_id AND referral.unit_id = ANY (vigie.units())
  LEFT JOIN public.investigation ON investigation.id = own.subject_id AND investigation.unit_id = ANY (vigie.units())
  LEFT JOIN vigie.pseudonym AS sealed ON sealed.of_id = coalesce(referral.id, investigation.id)
  WHERE own.sequence > link AND own.outcome = 'done' AND vigie.person() IS NOT NULL ORDER BY own.sequence
$$;

-- The entries with a value of one of these records: as `linksOf` finds them in a folder, whichever person made the entry.
CREATE OR REPLACE FUNCTION vigie.links_of(ids text[]) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT entry.sequence FROM public.audit_entry AS entry
  WHERE vigie.has_role('administrator', 'supervisor', 'records_officer')
    AND EXISTS (SELECT 1 FROM public.audit_value AS own WHERE own.sequence = entry.sequence)
    AND (method = 'search.everywhere' OR subject_id = ANY (ids)
      OR subject_id IN (SELECT subject_id FROM public.audit_entry WHERE facts LIKE '%"file":%' AND facts::json ->> 'file' = ANY (ids))
      OR sequence IN (SELECT own.sequence FROM public.audit_file AS own WHERE own.file_id = ANY (ids)))
$$;

-- The day where it begins first: that of a desk may be ahead of the server's.
CREATE OR REPLACE FUNCTION vigie.day() RETURNS date
LANGUAGE sql STABLE AS $$ SELECT (now() AT TIME ZONE 'UTC' + interval '14 hours')::date $$;

-- Whether a file is over, for longer than the shortest rule of its unit keeps one, and held by nothing.
CREATE OR REPLACE FUNCTION vigie.is_past_time(file text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM (
      SELECT id, unit_id, concluded_on AS since FROM public.investigation WHERE open = 0
      UNION ALL SELECT id, unit_id, state_on FROM public.referral
        WHERE open = 0 AND bundled_under IS NULL AND id NOT IN (SELECT referral_id FROM public.referral_investigation)
    ) AS ended
    WHERE id = file AND since::date + make_interval(years => (SELECT min(years)::int FROM (
        SELECT DISTINCT ON (class, offence) years FROM public.retention_rule AS own
        WHERE own.unit_id = ended.unit_id AND valid_from::date <= vigie.day() ORDER BY class, offence, valid_from DESC
      ) AS rule)) < vigie.day()
  ) AND NOT EXISTS (SELECT 1 FROM public.retention_hold AS hold WHERE hold.file_id = file AND hold.released_at IS NULL)
$$;

-- What the purge of a file takes away that its author does not see: values of the audit, and never its entries; what is sealed in the file; what
-- others typed or derived; what names the file from another unit. Only where another person approved it. Returns how many rows a folder counts.
CREATE OR REPLACE FUNCTION vigie.forget(file text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  files text[];
  ids text[];
  links bigint[];
  forgotten bigint;
BEGIN
  IF NOT vigie.has_role('administrator', 'supervisor', 'records_officer') OR NOT EXISTS (SELECT 1 FROM public.purge_request AS asked
    WHERE asked.file_id = file AND asked.unit_id = ANY (vigie.units()) AND asked.approved_by <> vigie.person()) THEN
    RAISE EXCEPTION 'nobody else approved this purge' USING ERRCODE = '42501';
  END IF;
  IF NOT vigie.is_past_time(file) THEN
    RAISE EXCEPTION 'the file is kept longer' USING ERRCODE = '42501';
  END IF;
  -- With the referrals that are in no other file, and what is bundled under these.
  WITH elsewhere AS (SELECT referral_id FROM public.referral_investigation WHERE investigation_id <> file),
    heads AS (SELECT file AS id UNION SELECT referral_id FROM public.referral_investigation
      WHERE investigation_id = file AND referral_id NOT IN (SELECT referral_id FROM elsewhere))
  SELECT array_agg(id) INTO files FROM (SELECT id FROM heads UNION SELECT referral.id FROM public.referral JOIN heads ON bundled_under = heads.id
    WHERE referral.id NOT IN (SELECT referral_id FROM elsewhere)) AS own;
  ids := files || ARRAY(SELECT vigie.parts_of(files));
  links := ARRAY(SELECT vigie.links_of(ids));
  WITH v AS (DELETE FROM public.audit_value WHERE sequence = ANY (links) RETURNING 1),
    d AS (DELETE FROM public.draft WHERE left(subject, 36) = ANY (files) RETURNING 1),
    p AS (DELETE FROM public.person WHERE file_id = ANY (files) RETURNING 1),
    i AS (DELETE FROM public.identifier WHERE file_id = ANY (files) RETURNING 1),
    n AS (DELETE FROM public.note WHERE investigation_id = ANY (files) RETURNING 1),
    s AS (DELETE FROM public.sealed_item WHERE shown_in = ANY (files) RETURNING 1)
  SELECT count(*) INTO forgotten FROM (TABLE v UNION ALL TABLE d UNION ALL TABLE p UNION ALL TABLE i UNION ALL TABLE n UNION ALL TABLE s) AS own;
  DELETE FROM public.sealed_value WHERE sequence = ANY (links);
  DELETE FROM public.related_file WHERE other_id = ANY (files);
  -- Records that stay for their counts get new ids, under which another unit's counts stay its own.
  DELETE FROM public.transferred_count WHERE record_id = ANY (ids) AND record_id NOT IN (
    SELECT id FROM public.arrest WHERE investigation_id = ANY (files)
    UNION ALL SELECT id FROM public.charge WHERE investigation_id = ANY (files)
    UNION ALL SELECT id FROM public.authority WHERE investigation_id = ANY (files));
  DELETE FROM vigie.presence WHERE file_id = ANY (files);
  DELETE FROM public.backlog_block;
  DELETE FROM public.backlog_book;
  INSERT INTO vigie.audit_owed VALUES (pg_current_xact_id(), false) ON CONFLICT DO NOTHING;
  RETURN forgotten;
END $$;
