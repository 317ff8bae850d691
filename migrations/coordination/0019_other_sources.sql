CREATE TABLE `other_source` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`finding_en` text NOT NULL,
	`finding_fr` text NOT NULL,
	`population_en` text NOT NULL,
	`population_fr` text NOT NULL,
	`method_en` text NOT NULL,
	`method_fr` text NOT NULL,
	`source` text NOT NULL,
	`published_on` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `other_source_year` ON `other_source` (`agreement_id`,`fiscal_year`);