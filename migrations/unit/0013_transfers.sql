CREATE TABLE `handover` (
	`user_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`leaves_on` text,
	`training_notes` text,
	`document_on` text,
	PRIMARY KEY(`user_id`, `unit_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `next_step` (
	`investigation_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `reassigned_item` (
	`reassignment_id` text NOT NULL,
	`item_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`reassignment_id`, `item_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `reassignment` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`from_user` text NOT NULL,
	`to_user` text NOT NULL,
	`on_date` text NOT NULL,
	`at` integer NOT NULL,
	`by_user` text NOT NULL,
	`undone_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `reassignment_from` ON `reassignment` (`from_user`,`unit_id`);--> statement-breakpoint
CREATE TABLE `transfer` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`to_unit_id` text,
	`to_service` text,
	`file_kind` text NOT NULL,
	`file_id` text NOT NULL,
	`number` text NOT NULL,
	`began_on` text NOT NULL,
	`state` text NOT NULL,
	`proposed_on` text NOT NULL,
	`proposed_by` text NOT NULL,
	`message` text,
	`decided_on` text,
	`decided_by` text,
	`reason` text,
	`received_id` text,
	`received_number` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `transfer_file` ON `transfer` (`file_id`,`state`);--> statement-breakpoint
CREATE INDEX `transfer_from` ON `transfer` (`unit_id`,`proposed_on`);--> statement-breakpoint
CREATE INDEX `transfer_to` ON `transfer` (`to_unit_id`,`state`);--> statement-breakpoint
ALTER TABLE `investigation` ADD `transferred_on` text;--> statement-breakpoint
ALTER TABLE `referral` ADD `transferred_in` integer DEFAULT false NOT NULL;