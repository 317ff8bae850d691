CREATE TABLE `funder_template` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`when_missing` text NOT NULL,
	`cells` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `funder_template_name` ON `funder_template` (`name`);