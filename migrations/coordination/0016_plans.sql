CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`unit_ids` text NOT NULL,
	`plan` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_name` ON `plan` (`name`);