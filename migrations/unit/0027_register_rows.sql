ALTER TABLE `referral` ADD `row_fingerprint` text;--> statement-breakpoint
ALTER TABLE `referral` ADD `ended_from` text;--> statement-breakpoint
CREATE INDEX `referral_fingerprint` ON `referral` (`row_fingerprint`) WHERE row_fingerprint IS NOT NULL;