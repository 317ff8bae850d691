CREATE TABLE `amendment` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`signed_on` text,
	`in_force_on` text NOT NULL,
	`new_ends_on` text,
	`amounts_from` integer,
	`amount_1` integer,
	`amount_2` integer,
	`amount_3` integer,
	`amount_4` integer,
	`amount_5` integer,
	`changes_units` text,
	`changes_other` text,
	`change_en` text,
	`change_fr` text,
	`file_reference` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `amendment_code` ON `amendment` (`agreement_id`,`code`);--> statement-breakpoint
CREATE TABLE `pillar` (
	`code` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name_en` text NOT NULL,
	`name_fr` text NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `budget_line` ADD `pillar` text;--> statement-breakpoint
ALTER TABLE `budget_line` ADD `to_project` text;