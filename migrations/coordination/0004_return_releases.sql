CREATE TABLE `return_release` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`return_id` text NOT NULL,
	`method` text NOT NULL,
	`base` integer NOT NULL,
	`released_at` integer NOT NULL,
	`released_by` text NOT NULL,
	`content_hash` text NOT NULL,
	`cells` text NOT NULL,
	`content` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `return_release_return` ON `return_release` (`return_id`);