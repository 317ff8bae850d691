-- A record is found by its words: one row for each, a keyed hash that a workstation made and the sealed text has beside it.
CREATE TABLE IF NOT EXISTS vigie.word (
  token text NOT NULL,
  number bigint NOT NULL REFERENCES public.search_entry ON DELETE CASCADE,
  unit_id text NOT NULL,
  PRIMARY KEY (token, number)
);
CREATE INDEX IF NOT EXISTS word_number ON vigie.word (number);
CREATE SEQUENCE IF NOT EXISTS vigie.search_number;

CREATE OR REPLACE VIEW vigie.sealed_entry AS SELECT entry.number FROM public.sealed_item AS item
  JOIN public.search_entry AS entry ON entry.kind = item.kind AND entry.file_id = item.item_id WHERE vigie.person() IS NOT NULL;

-- Each record that is searched has an entry, in the order in which they were entered.
CREATE OR REPLACE FUNCTION vigie.searched() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.search_entry VALUES (nextval('vigie.search_number'), TG_TABLE_NAME, NEW.id, NEW.unit_id) ON CONFLICT DO NOTHING;
  ELSIF TG_OP = 'UPDATE' THEN
    UPDATE public.search_entry SET unit_id = NEW.unit_id WHERE kind = TG_TABLE_NAME AND file_id = NEW.id;
  ELSE
    DELETE FROM public.search_entry WHERE kind = TG_TABLE_NAME AND file_id = OLD.id;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION vigie.keep_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  DELETE FROM vigie.word AS own WHERE own.number = NEW.number;
  INSERT INTO vigie.word SELECT DISTINCT token, NEW.number, NEW.unit_id FROM vigie.words_of(NEW.kind, NEW.file_id) AS token;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER keep_words AFTER INSERT OR UPDATE ON public.search_entry
  FOR EACH ROW EXECUTE FUNCTION vigie.keep_words();

-- What was there before these triggers.
INSERT INTO vigie.word SELECT DISTINCT token, number, unit_id FROM public.search_entry, vigie.words_of(kind, file_id) AS token
  WHERE NOT EXISTS (SELECT 1 FROM vigie.word);
CREATE OR REPLACE FUNCTION vigie.continue_entries() RETURNS void
LANGUAGE sql AS $$
  SELECT setval('vigie.search_number', last) FROM (
    SELECT greatest(max(number), (SELECT max(search_number) FROM public.sealed_item)) AS last FROM public.search_entry
  ) AS entered WHERE last > (SELECT last_value FROM vigie.search_number)
$$;
SELECT vigie.continue_entries();
