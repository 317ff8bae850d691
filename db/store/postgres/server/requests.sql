-- A write has an id of its own, written with it: sent again after its answer was lost, it is not done twice.
CREATE TABLE IF NOT EXISTS vigie.request (
  id uuid PRIMARY KEY,
  role name NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS request_role_at ON vigie.request (role, at);

-- False where the write was done already. Waits for the end of the transaction that sent it before.
CREATE OR REPLACE FUNCTION vigie.is_new_request(request uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  DELETE FROM vigie.request AS own WHERE own.role = session_user AND own.at < clock_timestamp() - interval '2 days';
  INSERT INTO vigie.request VALUES (request, session_user, clock_timestamp()) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
