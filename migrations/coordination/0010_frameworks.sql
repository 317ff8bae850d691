CREATE TABLE `entered_value` (
	`unit_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`code` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`value` real,
	`numerator` real,
	`denominator` real,
	`status` text NOT NULL,
	`why_en` text NOT NULL,
	`why_fr` text NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL,
	PRIMARY KEY(`unit_id`, `fiscal_year`, `quarter`, `code`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `framework_version` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`framework_version` text NOT NULL,
	`name_en` text NOT NULL,
	`name_fr` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	`content` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_version_name` ON `framework_version` (`framework_version`);--> statement-breakpoint
CREATE TABLE `unit_stock` (
	`unit_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`pack_id` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`unit_id`, `fiscal_year`, `quarter`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `agreement` ADD `indicators` text;