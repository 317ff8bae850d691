CREATE TABLE `audit_file` (
	`file_id` text NOT NULL,
	`sequence` integer NOT NULL,
	PRIMARY KEY(`file_id`, `sequence`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `leaving_file` (
	`begun_sequence` integer PRIMARY KEY NOT NULL,
	`method` text NOT NULL,
	`path` text NOT NULL,
	`building_path` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_entry_actor` ON `audit_entry` (`actor_id`,`sequence`);