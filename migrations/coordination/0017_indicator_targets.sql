CREATE TABLE `indicator_target` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`per` text NOT NULL,
	`baseline` integer,
	`baseline_period` text,
	`baseline_source_en` text,
	`baseline_source_fr` text,
	`target` integer,
	`target_on` text,
	`target_source_en` text,
	`target_source_fr` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_target_code` ON `indicator_target` (`agreement_id`,`fiscal_year`,`code`);