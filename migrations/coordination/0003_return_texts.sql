CREATE TABLE `attestation` (
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`sequence` integer NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`attested_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `fiscal_year`, `quarter`, `sequence`, `role`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `explanation` (
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`code` text NOT NULL,
	`unit_code` text NOT NULL,
	`text_en` text NOT NULL,
	`text_fr` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `fiscal_year`, `quarter`, `code`, `unit_code`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `narrative` (
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`section` text NOT NULL,
	`text_en` text NOT NULL,
	`text_fr` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `fiscal_year`, `quarter`, `section`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `restatement_reason` (
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`sequence` integer NOT NULL,
	`what` text NOT NULL,
	`unit_code` text NOT NULL,
	`code` text NOT NULL,
	`month` text NOT NULL,
	`after_content` text NOT NULL,
	`text_en` text NOT NULL,
	`text_fr` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `fiscal_year`, `quarter`, `sequence`, `what`, `unit_code`, `code`, `month`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `return_actuals` (
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`status` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `fiscal_year`, `quarter`)
) STRICT;
--> statement-breakpoint
DROP INDEX `funding_return_quarter`;--> statement-breakpoint
ALTER TABLE `funding_return` ADD `sequence` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `funding_return` ADD `restates` text;--> statement-breakpoint
CREATE UNIQUE INDEX `funding_return_version` ON `funding_return` (`agreement_id`,`fiscal_year`,`quarter`,`sequence`);