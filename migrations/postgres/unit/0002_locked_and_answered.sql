ALTER TABLE "device" ADD COLUMN "locked" bigint;
--> statement-breakpoint
ALTER TABLE "device" ADD COLUMN "unlocked_on" text;
--> statement-breakpoint
ALTER TABLE "support_referral" ADD COLUMN "outcome" text;
--> statement-breakpoint
ALTER TABLE "support_referral" ADD COLUMN "answered_on" text;
