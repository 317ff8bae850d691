CREATE TABLE `annual_report` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`locked_at` integer NOT NULL,
	`locked_by` text NOT NULL,
	`audit_head` text NOT NULL,
	`content_hash` text NOT NULL,
	`content` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `annual_report_version` ON `annual_report` (`agreement_id`,`fiscal_year`,`sequence`);--> statement-breakpoint
CREATE TABLE `annual_text` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`kind` text NOT NULL,
	`quarter` integer NOT NULL,
	`text_en` text NOT NULL,
	`text_fr` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `annual_text_year` ON `annual_text` (`agreement_id`,`fiscal_year`);