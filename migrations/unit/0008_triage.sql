CREATE TABLE `danger_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`referral_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	`identifiable` text NOT NULL,
	`imminent` integer NOT NULL,
	`decided_at` integer NOT NULL,
	`reason` text NOT NULL,
	`user_id` text NOT NULL,
	`entered_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `danger_decision_position` ON `danger_decision` (`referral_id`,`position`);--> statement-breakpoint
CREATE TABLE `protection_notice` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`referral_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	`required` integer NOT NULL,
	`agency` text,
	`person` text,
	`notified_at` integer,
	`reason` text,
	`user_id` text NOT NULL,
	`entered_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `protection_notice_position` ON `protection_notice` (`referral_id`,`position`);--> statement-breakpoint
CREATE TABLE `referral_check` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`referral_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`checked_at` integer NOT NULL,
	`user_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `referral_check_referral` ON `referral_check` (`referral_id`,`checked_at`);--> statement-breakpoint
CREATE TABLE `referral_score` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`referral_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	`band` text NOT NULL,
	`scored_at` integer NOT NULL,
	`scored_by` text NOT NULL,
	`note` text,
	`counts_from` integer NOT NULL,
	`period_amount` integer NOT NULL,
	`period_measure` text NOT NULL,
	`due_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `referral_score_position` ON `referral_score` (`referral_id`,`position`);--> statement-breakpoint
CREATE TABLE `triage_period` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`code` text NOT NULL,
	`set_for` text NOT NULL,
	`valid_from` text NOT NULL,
	`amount` integer NOT NULL,
	`measure` text NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `triage_period_from` ON `triage_period` (`set_for`,`code`,`valid_from`);--> statement-breakpoint
ALTER TABLE `referral` ADD `received_at` integer;--> statement-breakpoint
ALTER TABLE `referral` ADD `decision_from` integer;--> statement-breakpoint
ALTER TABLE `referral` ADD `first_action_at` integer;--> statement-breakpoint
ALTER TABLE `referral` ADD `action_due_at` integer;--> statement-breakpoint
ALTER TABLE `referral` ADD `decision_due_at` integer;--> statement-breakpoint
ALTER TABLE `referral` ADD `due_at` integer DEFAULT 9007199254740991 NOT NULL;--> statement-breakpoint
ALTER TABLE `referral` ADD `rescore_since` integer;--> statement-breakpoint
ALTER TABLE `referral` ADD `rescore_reason` text;--> statement-breakpoint
CREATE INDEX `referral_due` ON `referral` (`due_at`,`id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `referral_open_due` ON `referral` (`open`,`due_at`,`id`,`unit_id`,`assigned_to`);--> statement-breakpoint
CREATE INDEX `referral_rescore` ON `referral` (`rescore_since`,`id`,`unit_id`) WHERE rescore_since IS NOT NULL;