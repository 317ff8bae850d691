ALTER TABLE "referral" ADD COLUMN "state_on_latest" text;
--> statement-breakpoint
ALTER TABLE "referral" ADD COLUMN "state_on_precision" text;
--> statement-breakpoint
ALTER TABLE "referral_event" ADD COLUMN "on_latest" text;
--> statement-breakpoint
ALTER TABLE "referral_event" ADD COLUMN "on_precision" text;
--> statement-breakpoint
UPDATE referral_event SET on_latest = on_date,
  on_precision = (SELECT CASE WHEN ended_from = received_on THEN 'unknown' ELSE 'between' END FROM referral WHERE referral.id = referral_id),
  on_date = (SELECT ended_from FROM referral WHERE referral.id = referral_id)
WHERE EXISTS (SELECT 1 FROM referral WHERE referral.id = referral_id AND ended_from < state_on AND state_on = on_date AND state = to_state);
--> statement-breakpoint
UPDATE referral SET state_on_latest = state_on, state_on = ended_from,
  state_on_precision = CASE WHEN ended_from = received_on THEN 'unknown' ELSE 'between' END
WHERE ended_from < state_on;
--> statement-breakpoint
ALTER TABLE "referral" DROP COLUMN "ended_from";
