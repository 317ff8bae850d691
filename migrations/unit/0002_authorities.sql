CREATE TABLE `authority` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`variant` text,
	`started_on` text NOT NULL,
	`reference` text,
	`held_by` text,
	`concerning` text,
	`once_key` text,
	`served_on` text,
	`due_on` text,
	`done_on` text,
	`ended_on` text,
	`end_reason` text,
	`deducted_days` integer,
	`under_id` text,
	`watched` integer NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `authority_file` ON `authority` (`investigation_id`,`started_on`);--> statement-breakpoint
CREATE INDEX `authority_watched` ON `authority` (`watched`,`unit_id`);--> statement-breakpoint
CREATE INDEX `authority_under` ON `authority` (`under_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `authority_once` ON `authority` (`investigation_id`,`once_key`);--> statement-breakpoint
CREATE TABLE `clock_override` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`authority_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	`rule_id` text NOT NULL,
	`decision` text NOT NULL,
	`due_on` text,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `clock_override_position` ON `clock_override` (`authority_id`,`position`);--> statement-breakpoint
CREATE TABLE `clock_parameter` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`code` text NOT NULL,
	`valid_from` text NOT NULL,
	`value` integer,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `clock_parameter_from` ON `clock_parameter` (`code`,`valid_from`);--> statement-breakpoint
CREATE TABLE `closed_day` (
	`on_date` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
