DROP INDEX "identifier_begins";
--> statement-breakpoint
-- A child in danger has a next check until the danger is ended: from the last one, within the period of the score.
UPDATE referral SET action_due_at = coalesce((SELECT max(checked_at) FROM referral_check WHERE referral_id = referral.id), danger_since)
  + coalesce((SELECT period_amount * CASE period_measure WHEN 'hours' THEN 3600000 ELSE 86400000 END FROM referral_score
      WHERE referral_id = referral.id AND undone_at IS NULL ORDER BY position DESC LIMIT 1), 14400000)
WHERE danger_since IS NOT NULL AND action_due_at IS NULL AND state <> 'bundled';
--> statement-breakpoint
UPDATE referral SET due_at = action_due_at, inbox_key = action_due_at
WHERE danger_since IS NOT NULL AND action_due_at < due_at;
