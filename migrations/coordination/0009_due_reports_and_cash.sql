CREATE TABLE `cash_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`entered_on` text,
	`note_en` text,
	`note_fr` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cash_entry_code` ON `cash_entry` (`agreement_id`,`fiscal_year`,`code`);--> statement-breakpoint
CREATE TABLE `due_report` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name_en` text,
	`name_fr` text,
	`period_from` text,
	`period_to` text,
	`due_on` text NOT NULL,
	`languages` text NOT NULL,
	`state` text NOT NULL,
	`sent_on` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `due_report_code` ON `due_report` (`agreement_id`,`code`);--> statement-breakpoint
CREATE INDEX `due_report_due` ON `due_report` (`due_on`);--> statement-breakpoint
CREATE TABLE `report_reminder` (
	`days_before` integer PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
