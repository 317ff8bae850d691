CREATE TABLE `draft` (
	`user_id` text NOT NULL,
	`form` text NOT NULL,
	`subject` text NOT NULL,
	`unit_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`form_values` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `form`, `subject`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `list_setting` (
	`user_id` text NOT NULL,
	`list` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`columns` text,
	`opens_with` text,
	PRIMARY KEY(`user_id`, `list`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `list_view` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`user_id` text NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`sort` text NOT NULL,
	`columns` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `list_view_name` ON `list_view` (`user_id`,`list`,`name`);