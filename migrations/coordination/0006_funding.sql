CREATE TABLE `activity` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`name_en` text,
	`name_fr` text,
	`planned_from` text,
	`planned_to` text,
	`started_on` text,
	`completed_on` text,
	`status` text NOT NULL,
	`status_on` text,
	`reason_en` text,
	`reason_fr` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_code` ON `activity` (`agreement_id`,`code`);--> statement-breakpoint
CREATE TABLE `budget_line` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`name_en` text,
	`name_fr` text,
	`category` text NOT NULL,
	`unit_id` text,
	`budget` integer,
	`q1_forecast` integer,
	`q1_actual` integer,
	`q1_why_en` text,
	`q1_why_fr` text,
	`q2_forecast` integer,
	`q2_actual` integer,
	`q2_why_en` text,
	`q2_why_fr` text,
	`q3_forecast` integer,
	`q3_actual` integer,
	`q3_why_en` text,
	`q3_why_fr` text,
	`q4_forecast` integer,
	`q4_actual` integer,
	`q4_why_en` text,
	`q4_why_fr` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `budget_line_code` ON `budget_line` (`agreement_id`,`fiscal_year`,`code`);--> statement-breakpoint
CREATE TABLE `equipment` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`name_en` text,
	`name_fr` text,
	`kind` text NOT NULL,
	`acquisition` text NOT NULL,
	`unit_id` text,
	`quantity` integer NOT NULL,
	`cost` integer,
	`in_service_on` text,
	`expires_on` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `equipment_code` ON `equipment` (`agreement_id`,`code`);--> statement-breakpoint
CREATE TABLE `funding_change` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`register` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`kind` text NOT NULL,
	`file_name` text,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`rows` text NOT NULL,
	`undone_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `funding_change_grid` ON `funding_change` (`agreement_id`,`register`,`fiscal_year`,`saved_at`);--> statement-breakpoint
CREATE TABLE `position` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`role` text NOT NULL,
	`funding` text NOT NULL,
	`fte_hundredths` integer NOT NULL,
	`unit_id` text,
	`starts_on` text,
	`ends_on` text,
	`filled_on` text,
	`left_on` text,
	`onboarded_on` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `position_code` ON `position` (`agreement_id`,`code`);--> statement-breakpoint
CREATE TABLE `risk` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`risk_en` text,
	`risk_fr` text,
	`likelihood` text NOT NULL,
	`effect` text NOT NULL,
	`mitigation_en` text,
	`mitigation_fr` text,
	`owner` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `risk_code` ON `risk` (`agreement_id`,`code`);--> statement-breakpoint
CREATE TABLE `training` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`name_en` text,
	`name_fr` text,
	`mode` text NOT NULL,
	`unit_id` text,
	`held_on` text,
	`planned_hundredths` integer,
	`done_hundredths` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `training_code` ON `training` (`agreement_id`,`code`);