CREATE TABLE `device` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`device_count` integer NOT NULL,
	`label` text,
	`authority_id` text,
	`seized_on` text NOT NULL,
	`queued_on` text,
	`lab` text,
	`began_on` text,
	`examined_on` text,
	`ended_on` text,
	`end_reason` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `device_file` ON `device` (`investigation_id`);--> statement-breakpoint
CREATE INDEX `device_queue` ON `device` (`examined_on`,`ended_on`,`unit_id`);--> statement-breakpoint
CREATE TABLE `related_file` (
	`investigation_id` text NOT NULL,
	`other_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`linked_on` text NOT NULL,
	PRIMARY KEY(`investigation_id`, `other_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `related_file_other` ON `related_file` (`other_id`);--> statement-breakpoint
CREATE TABLE `note` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`corrects_id` text,
	`at` integer NOT NULL,
	`user_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `note_position` ON `note` (`investigation_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `note_corrects` ON `note` (`corrects_id`);--> statement-breakpoint
CREATE TABLE `operation` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`began_on` text NOT NULL,
	`ended_on` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `operation_name` ON `operation` (`unit_id`,`name`);--> statement-breakpoint
CREATE TABLE `operation_file` (
	`operation_id` text NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`operation_id`, `investigation_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `operation_file_file` ON `operation_file` (`investigation_id`);--> statement-breakpoint
CREATE TABLE `file_partner` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `file_partner_file` ON `file_partner` (`investigation_id`);--> statement-breakpoint
CREATE INDEX `file_partner_partner` ON `file_partner` (`partner_id`);--> statement-breakpoint
CREATE TABLE `partner` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`joined_on` text NOT NULL,
	`left_on` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_name` ON `partner` (`unit_id`,`name`);--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`what` text NOT NULL,
	`owner_user_id` text,
	`added_on` text NOT NULL,
	`due_on` text,
	`done_on` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `task_file` ON `task` (`investigation_id`);--> statement-breakpoint
CREATE INDEX `task_due` ON `task` (`done_on`,`due_on`);--> statement-breakpoint
CREATE INDEX `task_owner` ON `task` (`owner_user_id`,`done_on`);