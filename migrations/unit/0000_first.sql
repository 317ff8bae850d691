CREATE TABLE `audit_entry` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`method` text NOT NULL,
	`outcome` text NOT NULL,
	`subject_kind` text,
	`subject_id` text,
	`facts` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_value` (
	`sequence` integer NOT NULL,
	`field` text NOT NULL,
	`side` text NOT NULL,
	`salt` text NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_value_sequence` ON `audit_value` (`sequence`);--> statement-breakpoint
CREATE TABLE `approval` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`user_id` text NOT NULL,
	`roles` text NOT NULL,
	`unit_ids` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`accepted` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `approval_open` ON `approval` (`decided_at`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`login` text NOT NULL,
	`display_name` text NOT NULL,
	`disabled` integer DEFAULT false NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_login` ON `user` (`login`);--> statement-breakpoint
CREATE TABLE `user_role` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`user_id`, `role`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `user_unit` (
	`user_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`user_id`, `unit_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `unit_month` (
	`unit_id` text NOT NULL,
	`measure` text NOT NULL,
	`month` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`value` real,
	`status` text NOT NULL,
	`source` text NOT NULL,
	`pack_id` text,
	PRIMARY KEY(`unit_id`, `month`, `measure`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `unit_month_series` ON `unit_month` (`unit_id`,`month`,`measure`,`value`,`status`);--> statement-breakpoint
CREATE TABLE `counting_rule` (
	`unit_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`backlog_definition` text NOT NULL,
	`statement_en` text NOT NULL,
	`statement_fr` text NOT NULL,
	PRIMARY KEY(`unit_id`, `valid_from`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`code` text NOT NULL,
	`name_en` text NOT NULL,
	`name_fr` text NOT NULL,
	`service` text NOT NULL,
	`active` integer DEFAULT true NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_code` ON `unit` (`code`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `file_import` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	`new_rows` integer NOT NULL,
	`duplicate_rows` integer NOT NULL,
	`conflict_rows` integer NOT NULL,
	`invalid_rows` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_mapping` (
	`header_hash` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`mapping` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `arrest` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`arrested_on` text NOT NULL,
	`youth` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `arrest_file` ON `arrest` (`investigation_id`);--> statement-breakpoint
CREATE INDEX `arrest_unit` ON `arrest` (`unit_id`,`arrested_on`);--> statement-breakpoint
CREATE TABLE `charge` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`laid_on` text NOT NULL,
	`section` text NOT NULL,
	`counts` integer NOT NULL,
	`stage` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `charge_file` ON `charge` (`investigation_id`);--> statement-breakpoint
CREATE INDEX `charge_unit` ON `charge` (`unit_id`,`laid_on`);--> statement-breakpoint
CREATE TABLE `investigation` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`number` text NOT NULL,
	`opened_on` text NOT NULL,
	`origin` text NOT NULL,
	`lead_user_id` text,
	`waiting` text NOT NULL,
	`waiting_since` text NOT NULL,
	`waiting_on` text,
	`open` integer NOT NULL,
	`concluded_on` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `investigation_number` ON `investigation` (`unit_id`,`number`);--> statement-breakpoint
CREATE INDEX `investigation_opened` ON `investigation` (`opened_on`,`id`,`unit_id`,`open`);--> statement-breakpoint
CREATE INDEX `investigation_unit_opened` ON `investigation` (`unit_id`,`opened_on`,`id`,`open`);--> statement-breakpoint
CREATE INDEX `investigation_waiting` ON `investigation` (`open`,`waiting`,`waiting_since`,`id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `investigation_waiting_since` ON `investigation` (`waiting_since`,`id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `investigation_by_number` ON `investigation` (`number`,`id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `investigation_lead` ON `investigation` (`lead_user_id`,`opened_on`,`id`);--> statement-breakpoint
CREATE TABLE `investigation_event` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	`on_date` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`waiting` text,
	`waiting_on` text,
	`user_id` text NOT NULL,
	`reason` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `investigation_event_position` ON `investigation_event` (`investigation_id`,`position`);--> statement-breakpoint
CREATE TABLE `referral_investigation` (
	`referral_id` text NOT NULL,
	`investigation_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`linked_on` text NOT NULL,
	PRIMARY KEY(`referral_id`, `investigation_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `referral_investigation_file` ON `referral_investigation` (`investigation_id`);--> statement-breakpoint
CREATE TABLE `ledger_entry` (
	`file_kind` text NOT NULL,
	`file_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`on_date` text NOT NULL,
	`term` text NOT NULL,
	`amount` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `ledger_entry_file` ON `ledger_entry` (`file_id`);--> statement-breakpoint
CREATE INDEX `ledger_entry_term` ON `ledger_entry` (`unit_id`,`term`,`on_date`);--> statement-breakpoint
CREATE TABLE `number_counter` (
	`key` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`next` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `referral` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`number` text NOT NULL,
	`source` text NOT NULL,
	`received_on` text NOT NULL,
	`external_number` text,
	`external_key` text,
	`priority_received` text,
	`risk_band` text,
	`summary` text,
	`state` text NOT NULL,
	`state_on` text NOT NULL,
	`open` integer NOT NULL,
	`assigned_to` text,
	`bundled_under` text,
	`import_id` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `referral_number` ON `referral` (`unit_id`,`number`);--> statement-breakpoint
CREATE INDEX `referral_received` ON `referral` (`received_on`,`id`,`unit_id`,`open`,`state`);--> statement-breakpoint
CREATE INDEX `referral_unit_received` ON `referral` (`unit_id`,`received_on`,`id`,`open`,`state`);--> statement-breakpoint
CREATE INDEX `referral_state_on` ON `referral` (`state_on`,`id`,`unit_id`,`open`,`state`);--> statement-breakpoint
CREATE INDEX `referral_by_number` ON `referral` (`number`,`id`,`unit_id`,`open`,`state`);--> statement-breakpoint
CREATE INDEX `referral_external` ON `referral` (`external_key`);--> statement-breakpoint
CREATE INDEX `referral_assigned` ON `referral` (`assigned_to`,`received_on`,`id`);--> statement-breakpoint
CREATE INDEX `referral_open` ON `referral` (`open`,`received_on`,`id`,`unit_id`,`state`);--> statement-breakpoint
CREATE INDEX `referral_band` ON `referral` (`risk_band`,`received_on`,`id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `referral_source` ON `referral` (`source`,`received_on`,`id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `referral_state` ON `referral` (`state`,`received_on`,`id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `referral_bundle` ON `referral` (`bundled_under`);--> statement-breakpoint
CREATE INDEX `referral_import` ON `referral` (`import_id`);--> statement-breakpoint
CREATE TABLE `referral_event` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`referral_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	`on_date` text NOT NULL,
	`at` integer NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`carried` integer DEFAULT false NOT NULL,
	`user_id` text NOT NULL,
	`reason` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `referral_event_position` ON `referral_event` (`referral_id`,`position`);