CREATE TABLE `received_return` (
	`pack_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_code` text NOT NULL,
	`recipient_en` text NOT NULL,
	`recipient_fr` text NOT NULL,
	`sequence` integer NOT NULL,
	`content_hash` text NOT NULL,
	`manifest` text NOT NULL,
	`document` text NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `pack` ADD `kind` text DEFAULT 'pack' NOT NULL;