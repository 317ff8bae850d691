CREATE TABLE `correction` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`file_kind` text NOT NULL,
	`file_id` text NOT NULL,
	`record` text NOT NULL,
	`record_id` text NOT NULL,
	`person_id` text,
	`act` text NOT NULL,
	`before` text NOT NULL,
	`months` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`review_due_at` integer,
	`reviewed_at` integer,
	`reviewed_by` text,
	`review_note` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `correction_file` ON `correction` (`file_id`,`at`);--> statement-breakpoint
CREATE INDEX `correction_record` ON `correction` (`record_id`);--> statement-breakpoint
CREATE INDEX `correction_due` ON `correction` (`reviewed_at`,`review_due_at`,`unit_id`);--> statement-breakpoint
CREATE TABLE `issued_pack` (
	`quarter` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`exported_at` integer NOT NULL
) STRICT;
