CREATE TABLE `referral_count` (
	`referral_id` text NOT NULL,
	`category` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`referral_id`, `category`)
) STRICT;
