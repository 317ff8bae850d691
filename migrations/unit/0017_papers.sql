CREATE TABLE `paper` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`recipient` text NOT NULL,
	`reference` text NOT NULL,
	`requested_on` text,
	`languages` text NOT NULL,
	`names_included` integer NOT NULL,
	`requester_id` text,
	`supplements_id` text,
	`began_on` text NOT NULL,
	`begun_by` text NOT NULL,
	`issued_on` text,
	`issued_at` integer,
	`issued_by` text,
	`files` text,
	`contents` text,
	`removed` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `paper_file` ON `paper` (`investigation_id`);--> statement-breakpoint
CREATE INDEX `paper_series` ON `paper` (`supplements_id`);--> statement-breakpoint
CREATE TABLE `paper_decision` (
	`paper_id` text NOT NULL,
	`record_key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`way` text NOT NULL,
	`ground` text,
	`remark` text,
	`fields` text NOT NULL,
	`spans` text NOT NULL,
	`digest` text NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`paper_id`, `record_key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `paper_decision_file` ON `paper_decision` (`investigation_id`);--> statement-breakpoint
CREATE TABLE `paper_record` (
	`paper_id` text NOT NULL,
	`record_key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`number` integer NOT NULL,
	`section` text NOT NULL,
	`on_date` text,
	`record_version` integer NOT NULL,
	`digest` text NOT NULL,
	`treatment` text NOT NULL,
	`ground` text,
	PRIMARY KEY(`paper_id`, `record_key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `paper_record_file` ON `paper_record` (`investigation_id`);--> statement-breakpoint
CREATE TABLE `redaction_ground` (
	`code` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`mark` text NOT NULL,
	`name_en` text NOT NULL,
	`name_fr` text NOT NULL,
	`conceals_date` integer NOT NULL,
	`active` integer NOT NULL
) STRICT;
