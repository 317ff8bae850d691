ALTER TABLE `referral_score` ADD `left_version` integer;--> statement-breakpoint
ALTER TABLE `referral_score` ADD `before` text;--> statement-breakpoint
ALTER TABLE `referral_score` ADD `undone_at` integer;--> statement-breakpoint
ALTER TABLE `referral_score` ADD `undone_by` text;