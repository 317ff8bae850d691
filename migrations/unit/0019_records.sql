CREATE TABLE `purge` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`file_kind` text NOT NULL,
	`file_hash` text NOT NULL,
	`concluded_on` text NOT NULL,
	`due_on` text,
	`class` text,
	`years` integer,
	`approved_by` text,
	`approved_at` integer,
	`purged_by` text NOT NULL,
	`purged_at` integer NOT NULL,
	`rows` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `purge_unit` ON `purge` (`unit_id`,`purged_at`);--> statement-breakpoint
CREATE INDEX `purge_file` ON `purge` (`file_hash`);--> statement-breakpoint
CREATE TABLE `purge_request` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`file_kind` text NOT NULL,
	`file_id` text NOT NULL,
	`number` text NOT NULL,
	`concluded_on` text NOT NULL,
	`due_on` text NOT NULL,
	`class` text NOT NULL,
	`years` integer NOT NULL,
	`approved_by` text NOT NULL,
	`approved_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `purge_request_file` ON `purge_request` (`file_id`);--> statement-breakpoint
CREATE TABLE `purged_number` (
	`hash` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`purge_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `retention_hold` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`file_kind` text NOT NULL,
	`file_id` text NOT NULL,
	`reason` text NOT NULL,
	`placed_on` text NOT NULL,
	`placed_by` text NOT NULL,
	`released_at` integer,
	`released_by` text,
	`release_reason` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `retention_hold_file` ON `retention_hold` (`file_id`,`released_at`);--> statement-breakpoint
CREATE TABLE `retention_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`class` text NOT NULL,
	`offence` text NOT NULL,
	`valid_from` text NOT NULL,
	`years` integer,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `retention_rule_from` ON `retention_rule` (`unit_id`,`class`,`offence`,`valid_from`);--> statement-breakpoint
CREATE TABLE `seal` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`number` text NOT NULL,
	`basis` text NOT NULL,
	`reference` text,
	`reason` text NOT NULL,
	`of_person` integer NOT NULL,
	`referrals` integer NOT NULL,
	`sealed_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_user` text NOT NULL,
	`unsealed_at` integer,
	`unsealed_by` text,
	`unseal_authority` text,
	`unseal_reason` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `seal_unit` ON `seal` (`unit_id`,`at`);--> statement-breakpoint
CREATE TABLE `sealed_item` (
	`item_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`seal_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`shown_in` text,
	`search_number` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `sealed_item_seal` ON `sealed_item` (`seal_id`);--> statement-breakpoint
CREATE INDEX `sealed_item_shown` ON `sealed_item` (`shown_in`);--> statement-breakpoint
CREATE TABLE `sealed_value` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`seal_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `sealed_value_seal` ON `sealed_value` (`seal_id`);