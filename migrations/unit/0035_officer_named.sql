ALTER TABLE `referral` ADD `officer_named` text;--> statement-breakpoint
CREATE INDEX `referral_officer_named` ON `referral` (`officer_named`,`received_on`,`id`) WHERE officer_named IS NOT NULL;