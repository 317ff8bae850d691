.mode json
SELECT sequence, at, actor_id, method, outcome, subject_kind, subject_id, facts, previous_hash, hash,
  (SELECT json_group_array(json_array(field, side, salt, value)) FROM audit_value WHERE audit_value.sequence = audit_entry.sequence) AS stored
  FROM audit_entry ORDER BY sequence;
SELECT count(*) AS stray FROM audit_value WHERE sequence NOT IN (SELECT sequence FROM audit_entry);
