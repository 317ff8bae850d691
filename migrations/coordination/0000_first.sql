CREATE TABLE `audit_entry` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`method` text NOT NULL,
	`outcome` text NOT NULL,
	`subject_kind` text,
	`subject_id` text,
	`facts` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_value` (
	`sequence` integer NOT NULL,
	`field` text NOT NULL,
	`side` text NOT NULL,
	`salt` text NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_value_sequence` ON `audit_value` (`sequence`);--> statement-breakpoint
CREATE TABLE `approval` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`user_id` text NOT NULL,
	`roles` text NOT NULL,
	`unit_ids` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`accepted` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `approval_open` ON `approval` (`decided_at`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`login` text NOT NULL,
	`display_name` text NOT NULL,
	`disabled` integer DEFAULT false NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_login` ON `user` (`login`);--> statement-breakpoint
CREATE TABLE `user_role` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`user_id`, `role`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `user_unit` (
	`user_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`user_id`, `unit_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `unit_month` (
	`unit_id` text NOT NULL,
	`measure` text NOT NULL,
	`month` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`value` real,
	`status` text NOT NULL,
	`source` text NOT NULL,
	`pack_id` text,
	PRIMARY KEY(`unit_id`, `month`, `measure`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `unit_month_series` ON `unit_month` (`unit_id`,`month`,`measure`,`value`,`status`);--> statement-breakpoint
CREATE TABLE `counting_rule` (
	`unit_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`backlog_definition` text NOT NULL,
	`statement_en` text NOT NULL,
	`statement_fr` text NOT NULL,
	PRIMARY KEY(`unit_id`, `valid_from`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`code` text NOT NULL,
	`name_en` text NOT NULL,
	`name_fr` text NOT NULL,
	`service` text NOT NULL,
	`active` integer DEFAULT true NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_code` ON `unit` (`code`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `agreement` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`code` text NOT NULL,
	`recipient_en` text NOT NULL,
	`recipient_fr` text NOT NULL,
	`programme_en` text NOT NULL,
	`programme_fr` text NOT NULL,
	`signature_planned_on` text,
	`signed_on` text,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`languages` text NOT NULL,
	`asks_backlog_avoided` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `agreement_code` ON `agreement` (`code`);--> statement-breakpoint
CREATE TABLE `agreement_unit` (
	`agreement_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text,
	PRIMARY KEY(`agreement_id`, `unit_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `confirmed_key` (
	`fingerprint` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`label` text NOT NULL,
	`confirmed_by` text NOT NULL,
	`confirmed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `pack` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`workspace_id` text NOT NULL,
	`workspace_name` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`sha256` text NOT NULL,
	`exported_at` integer NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	`superseded` integer DEFAULT false NOT NULL,
	`payload` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `pack_quarter` ON `pack` (`fiscal_year`,`quarter`);--> statement-breakpoint
CREATE INDEX `pack_workspace` ON `pack` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `funding_return` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`locked_at` integer NOT NULL,
	`locked_by` text NOT NULL,
	`audit_head` text NOT NULL,
	`content_hash` text NOT NULL,
	`content` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `funding_return_quarter` ON `funding_return` (`agreement_id`,`fiscal_year`,`quarter`);