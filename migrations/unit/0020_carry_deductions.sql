-- Days to deduct were typed into the record of the proceedings too. What no deduction explains becomes one, so that one place holds them all.
INSERT INTO delay_deduction (id, version, authority_id, unit_id, cause, days, note, entered_at, entered_by)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  1, authority.id, authority.unit_id, 'defence',
  authority.deducted_days - (SELECT coalesce(sum(days), 0) FROM delay_deduction AS held WHERE held.authority_id = authority.id),
  'Carried over from the record: waived or caused by the defence · Repris de l’inscription : renonciation ou délai imputable à la défense',
  authority.entered_at, authority.entered_by
FROM authority
WHERE authority.kind = 'court_proceedings'
  AND authority.deducted_days > (SELECT coalesce(sum(days), 0) FROM delay_deduction AS held WHERE held.authority_id = authority.id);
