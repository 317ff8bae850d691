CREATE TABLE `identifier` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`file_kind` text NOT NULL,
	`file_id` text NOT NULL,
	`person_id` text,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`service` text,
	`identifier_key` text NOT NULL,
	`port` integer,
	`seen_text` text,
	`seen_offset` text,
	`seen_at` integer,
	`event` text,
	`obtained` text,
	`obtained_reference` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `identifier_file` ON `identifier` (`file_id`,`file_kind`);--> statement-breakpoint
CREATE INDEX `identifier_same` ON `identifier` (`kind`,`identifier_key`,`seen_at`);--> statement-breakpoint
CREATE INDEX `identifier_begins` ON `identifier` (`identifier_key`);--> statement-breakpoint
CREATE INDEX `identifier_person` ON `identifier` (`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`file_kind` text NOT NULL,
	`file_id` text NOT NULL,
	`role` text NOT NULL,
	`name` text,
	`age_band` text NOT NULL,
	`gender` text NOT NULL,
	`birth_date` text,
	`identified_on` text,
	`safeguarded_on` text,
	`safeguarded_by` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_file` ON `person` (`file_id`,`file_kind`);--> statement-breakpoint
CREATE INDEX `person_unit` ON `person` (`unit_id`,`role`);