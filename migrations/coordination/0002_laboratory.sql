CREATE TABLE `assumption_set` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`assumptions` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assumption_set_name` ON `assumption_set` (`name`);--> statement-breakpoint
CREATE TABLE `laboratory_answer` (
	`task` text NOT NULL,
	`hash` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`method_version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`size` integer NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`task`, `hash`)
) STRICT;
