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
CREATE INDEX `audit_entry_actor` ON `audit_entry` (`actor_id`,`sequence`);
CREATE TABLE `audit_file` (
	`file_id` text NOT NULL,
	`sequence` integer NOT NULL,
	PRIMARY KEY(`file_id`, `sequence`)
) STRICT;
CREATE TABLE `audit_value` (
	`sequence` integer NOT NULL,
	`field` text NOT NULL,
	`side` text NOT NULL,
	`salt` text NOT NULL,
	`value` text NOT NULL
) STRICT;
CREATE INDEX `audit_value_sequence` ON `audit_value` (`sequence`);
CREATE TABLE `leaving_file` (
	`begun_sequence` integer PRIMARY KEY NOT NULL,
	`method` text NOT NULL,
	`path` text NOT NULL,
	`building_path` text NOT NULL
) STRICT;
CREATE TABLE `key_slot` (
	`owner` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`public_key` text NOT NULL
) STRICT;
CREATE TABLE `assumption_set` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`assumptions` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
) STRICT;
CREATE UNIQUE INDEX `assumption_set_name` ON `assumption_set` (`name`);
CREATE TABLE `laboratory_answer` (
	`task` text NOT NULL,
	`hash` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`method_version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`size` integer NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`task`, `hash`)
) STRICT;
CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`unit_ids` text NOT NULL,
	`plan` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
) STRICT;
CREATE UNIQUE INDEX `plan_name` ON `plan` (`name`);
CREATE TABLE `approval` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`user_id` text NOT NULL,
	`kind` text DEFAULT 'grant' NOT NULL,
	`user_version` integer,
	`roles` text NOT NULL,
	`unit_ids` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`reason` text,
	`due_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`accepted` integer
) STRICT;
CREATE INDEX `approval_open` ON `approval` (`decided_at`);
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`login` text NOT NULL,
	`display_name` text NOT NULL,
	`disabled` integer DEFAULT false NOT NULL,
	`suspended` integer DEFAULT false NOT NULL,
	`passphrase_by` text DEFAULT 'self' NOT NULL
) STRICT;
CREATE UNIQUE INDEX `user_login` ON `user` (`login`);
CREATE TABLE `user_role` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`user_id`, `role`)
) STRICT;
CREATE TABLE `user_unit` (
	`user_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`user_id`, `unit_id`)
) STRICT;
CREATE TABLE `draft` (
	`user_id` text NOT NULL,
	`form` text NOT NULL,
	`subject` text NOT NULL,
	`unit_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`form_values` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `form`, `subject`)
) STRICT;
CREATE TABLE `list_setting` (
	`user_id` text NOT NULL,
	`list` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`columns` text,
	`opens_with` text,
	PRIMARY KEY(`user_id`, `list`)
) STRICT;
CREATE TABLE `list_view` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`user_id` text NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`sort` text NOT NULL,
	`columns` text
) STRICT;
CREATE UNIQUE INDEX `list_view_name` ON `list_view` (`user_id`,`list`,`name`);
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
CREATE INDEX `unit_month_series` ON `unit_month` (`unit_id`,`month`,`measure`,`value`,`status`);
CREATE TABLE `counting_rule` (
	`unit_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`backlog_definition` text NOT NULL,
	`statement_en` text NOT NULL,
	`statement_fr` text NOT NULL,
	PRIMARY KEY(`unit_id`, `valid_from`)
) STRICT;
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`code` text NOT NULL,
	`name_en` text NOT NULL,
	`name_fr` text NOT NULL,
	`service` text NOT NULL,
	`active` integer DEFAULT true NOT NULL
) STRICT;
CREATE UNIQUE INDEX `unit_code` ON `unit` (`code`);
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`value` text NOT NULL
) STRICT;
CREATE TABLE `approval_agreements` (
	`approval_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_ids` text NOT NULL
) STRICT;
CREATE TABLE `user_agreements` (
	`user_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_ids` text NOT NULL
) STRICT;
CREATE TABLE `agreement` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`code` text NOT NULL,
	`recipient_en` text NOT NULL,
	`recipient_fr` text NOT NULL,
	`programme_en` text NOT NULL,
	`programme_fr` text NOT NULL,
	`signature_planned_on` text,
	`signed_on` text,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`languages` text NOT NULL,
	`asks_backlog_avoided` integer NOT NULL,
	`indicators` text
) STRICT;
CREATE UNIQUE INDEX `agreement_code` ON `agreement` (`code`);
CREATE TABLE `agreement_unit` (
	`agreement_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text,
	PRIMARY KEY(`agreement_id`, `unit_id`)
) STRICT;
CREATE TABLE `annual_report` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`locked_at` integer NOT NULL,
	`locked_by` text NOT NULL,
	`audit_head` text NOT NULL,
	`content_hash` text NOT NULL,
	`content` text NOT NULL
) STRICT;
CREATE UNIQUE INDEX `annual_report_version` ON `annual_report` (`agreement_id`,`fiscal_year`,`sequence`);
CREATE TABLE `annual_text` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`kind` text NOT NULL,
	`quarter` integer NOT NULL,
	`text_en` text NOT NULL,
	`text_fr` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
) STRICT;
CREATE INDEX `annual_text_year` ON `annual_text` (`agreement_id`,`fiscal_year`);
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
CREATE INDEX `other_source_year` ON `other_source` (`agreement_id`,`fiscal_year`);
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
	`parts` text DEFAULT '{}' NOT NULL,
	`why_en` text NOT NULL,
	`why_fr` text NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL,
	PRIMARY KEY(`unit_id`, `fiscal_year`, `quarter`, `code`)
) STRICT;
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
CREATE UNIQUE INDEX `framework_version_name` ON `framework_version` (`framework_version`);
CREATE TABLE `unit_stock` (
	`unit_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`pack_id` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`unit_id`, `fiscal_year`, `quarter`)
) STRICT;
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
CREATE UNIQUE INDEX `activity_code` ON `activity` (`agreement_id`,`code`);
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
CREATE UNIQUE INDEX `amendment_code` ON `amendment` (`agreement_id`,`code`);
CREATE TABLE `budget_line` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`name_en` text,
	`name_fr` text,
	`category` text NOT NULL,
	`pillar` text,
	`to_project` text,
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
CREATE UNIQUE INDEX `budget_line_code` ON `budget_line` (`agreement_id`,`fiscal_year`,`code`);
CREATE TABLE `cash_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`entered_on` text,
	`note_en` text,
	`note_fr` text
) STRICT;
CREATE UNIQUE INDEX `cash_entry_code` ON `cash_entry` (`agreement_id`,`fiscal_year`,`code`);
CREATE TABLE `due_report` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name_en` text,
	`name_fr` text,
	`period_from` text,
	`period_to` text,
	`due_on` text NOT NULL,
	`languages` text NOT NULL,
	`state` text NOT NULL,
	`sent_on` text
) STRICT;
CREATE UNIQUE INDEX `due_report_code` ON `due_report` (`agreement_id`,`code`);
CREATE INDEX `due_report_due` ON `due_report` (`due_on`);
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
CREATE UNIQUE INDEX `equipment_code` ON `equipment` (`agreement_id`,`code`);
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
CREATE INDEX `funding_change_grid` ON `funding_change` (`agreement_id`,`register`,`fiscal_year`,`saved_at`);
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
CREATE UNIQUE INDEX `indicator_target_code` ON `indicator_target` (`agreement_id`,`fiscal_year`,`code`);
CREATE TABLE `pillar` (
	`code` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name_en` text NOT NULL,
	`name_fr` text NOT NULL
) STRICT;
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
CREATE UNIQUE INDEX `position_code` ON `position` (`agreement_id`,`code`);
CREATE TABLE `report_reminder` (
	`days_before` integer PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
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
CREATE UNIQUE INDEX `risk_code` ON `risk` (`agreement_id`,`code`);
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
CREATE UNIQUE INDEX `training_code` ON `training` (`agreement_id`,`code`);
CREATE TABLE `confirmed_key` (
	`fingerprint` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`label` text NOT NULL,
	`confirmed_by` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	`succeeds` text,
	`revoked_at` integer,
	`revoked_by` text,
	`revoked_reason` text
) STRICT;
CREATE TABLE `pack` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`kind` text DEFAULT 'pack' NOT NULL,
	`workspace_id` text NOT NULL,
	`workspace_name` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`sha256` text NOT NULL,
	`exported_at` integer NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	`superseded` integer DEFAULT false NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	`units` text DEFAULT '[]' NOT NULL,
	`payload` text NOT NULL
) STRICT;
CREATE INDEX `pack_quarter` ON `pack` (`fiscal_year`,`quarter`);
CREATE INDEX `pack_workspace` ON `pack` (`workspace_id`);
CREATE TABLE `pack_unit` (
	`pack_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`pack_id`, `unit_id`)
) STRICT;
CREATE INDEX `pack_unit_unit` ON `pack_unit` (`unit_id`);
CREATE TABLE `received_return` (
	`pack_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_code` text NOT NULL,
	`recipient_en` text NOT NULL,
	`recipient_fr` text NOT NULL,
	`sequence` integer NOT NULL,
	`content_hash` text NOT NULL,
	`manifest` text NOT NULL,
	`document` text NOT NULL
) STRICT;
CREATE TABLE `refused_pack` (
	`sha256` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`workspace_name` text NOT NULL,
	`fingerprint` text NOT NULL,
	`reason` text NOT NULL,
	`refused_by` text NOT NULL,
	`refused_at` integer NOT NULL
) STRICT;
CREATE TABLE `return_release` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`return_id` text NOT NULL,
	`method` text NOT NULL,
	`base` integer NOT NULL,
	`released_at` integer NOT NULL,
	`released_by` text NOT NULL,
	`content_hash` text NOT NULL,
	`cells` text NOT NULL,
	`content` text NOT NULL
) STRICT;
CREATE UNIQUE INDEX `return_release_return` ON `return_release` (`return_id`);
CREATE TABLE `attestation` (
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`sequence` integer NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`attested_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `fiscal_year`, `quarter`, `sequence`, `role`)
) STRICT;
CREATE TABLE `explanation` (
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`code` text NOT NULL,
	`unit_code` text NOT NULL,
	`text_en` text NOT NULL,
	`text_fr` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `fiscal_year`, `quarter`, `code`, `unit_code`)
) STRICT;
CREATE TABLE `narrative` (
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`section` text NOT NULL,
	`text_en` text NOT NULL,
	`text_fr` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `fiscal_year`, `quarter`, `section`)
) STRICT;
CREATE TABLE `restatement_reason` (
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`sequence` integer NOT NULL,
	`what` text NOT NULL,
	`unit_code` text NOT NULL,
	`code` text NOT NULL,
	`month` text NOT NULL,
	`after_content` text NOT NULL,
	`text_en` text NOT NULL,
	`text_fr` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `fiscal_year`, `quarter`, `sequence`, `what`, `unit_code`, `code`, `month`)
) STRICT;
CREATE TABLE `return_actuals` (
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`status` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `fiscal_year`, `quarter`)
) STRICT;
CREATE TABLE `funding_return` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`sequence` integer DEFAULT 1 NOT NULL,
	`restates` text,
	`locked_at` integer NOT NULL,
	`locked_by` text NOT NULL,
	`audit_head` text NOT NULL,
	`content_hash` text NOT NULL,
	`content` text NOT NULL
) STRICT;
CREATE UNIQUE INDEX `funding_return_version` ON `funding_return` (`agreement_id`,`fiscal_year`,`quarter`,`sequence`);
CREATE TABLE `funder_template` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`when_missing` text NOT NULL,
	`cells` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
) STRICT;
CREATE UNIQUE INDEX `funder_template_name` ON `funder_template` (`name`);
