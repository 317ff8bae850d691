ALTER TABLE `device` ADD `locked` integer;--> statement-breakpoint
ALTER TABLE `device` ADD `unlocked_on` text;--> statement-breakpoint
ALTER TABLE `support_referral` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `support_referral` ADD `answered_on` text;