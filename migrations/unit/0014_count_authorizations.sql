-- Judicial authorizations are counted from the files from here on; what the files hold already is counted once.
INSERT INTO unit_month (unit_id, measure, month, version, value, status, source)
SELECT unit_id, 'authorizations', substr(started_on, 1, 7), 1, count(*), 'complete', 'counted'
FROM authority
WHERE kind IN ('preservation_order', 'keep_account_order', 'production_order_general', 'production_order_dates', 'production_order_trace', 'production_order_transmission', 'production_order_tracking', 'production_order_financial', 'nondisclosure_order', 'search_warrant', 'general_warrant')
  AND coalesce(end_reason, '') <> 'entered_in_error'
GROUP BY unit_id, substr(started_on, 1, 7)
ON CONFLICT (unit_id, month, measure) DO NOTHING;
