CREATE TABLE `extract_change` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`import_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`before` text,
	`after` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `extract_change_position` ON `extract_change` (`import_id`,`position`);--> statement-breakpoint
CREATE TABLE `extract_record` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`record_id` text NOT NULL,
	`said` text NOT NULL,
	`import_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `extract_record_key` ON `extract_record` (`unit_id`,`kind`,`key`);--> statement-breakpoint
CREATE INDEX `extract_record_record` ON `extract_record` (`record_id`);--> statement-breakpoint
CREATE TABLE `import_month` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`import_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`measure` text NOT NULL,
	`month` text NOT NULL,
	`amount` integer NOT NULL,
	`status_before` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_month_import` ON `import_month` (`import_id`);--> statement-breakpoint
ALTER TABLE `file_import` ADD `kind` text DEFAULT 'referrals' NOT NULL;--> statement-breakpoint
ALTER TABLE `file_import` ADD `changed_rows` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `file_import` ADD `undone_at` integer;--> statement-breakpoint
ALTER TABLE `file_import` ADD `undone_by` text;--> statement-breakpoint
ALTER TABLE `import_mapping` ADD `kind` text DEFAULT 'referrals' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_mapping` ADD `name` text;--> statement-breakpoint
ALTER TABLE `import_mapping` ADD `file_name` text;--> statement-breakpoint
ALTER TABLE `import_mapping` ADD `columns` text;--> statement-breakpoint
ALTER TABLE `import_mapping` ADD `used_at` integer;