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
CREATE TABLE `authority` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`variant` text,
	`started_on` text NOT NULL,
	`reference` text,
	`held_by` text,
	`concerning` text,
	`once_key` text,
	`served_on` text,
	`due_on` text,
	`done_on` text,
	`ended_on` text,
	`end_reason` text,
	`deducted_days` integer,
	`under_id` text,
	`watched` integer NOT NULL,
	`person_id` text,
	`place` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
CREATE INDEX `authority_file` ON `authority` (`investigation_id`,`started_on`);
CREATE INDEX `authority_watched` ON `authority` (`watched`,`unit_id`);
CREATE INDEX `authority_under` ON `authority` (`under_id`);
CREATE INDEX `authority_person` ON `authority` (`person_id`);
CREATE UNIQUE INDEX `authority_once` ON `authority` (`investigation_id`,`once_key`);
CREATE TABLE `clock_override` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`authority_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	`rule_id` text NOT NULL,
	`decision` text NOT NULL,
	`due_on` text,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL
) STRICT;
CREATE UNIQUE INDEX `clock_override_position` ON `clock_override` (`authority_id`,`position`);
CREATE TABLE `clock_parameter` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`code` text NOT NULL,
	`valid_from` text NOT NULL,
	`value` integer,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL
) STRICT;
CREATE UNIQUE INDEX `clock_parameter_from` ON `clock_parameter` (`code`,`valid_from`);
CREATE TABLE `closed_day` (
	`on_date` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
CREATE TABLE `backlog_block` (
	`scope` text NOT NULL,
	`kind` text NOT NULL,
	`after` text NOT NULL,
	`last` text,
	`stays` blob NOT NULL,
	`ids` blob NOT NULL,
	PRIMARY KEY(`scope`, `kind`, `after`)
) STRICT;
CREATE TABLE `backlog_book` (
	`scope` text PRIMARY KEY NOT NULL,
	`format` integer NOT NULL,
	`sequence` integer NOT NULL
) STRICT;
CREATE TABLE `correction` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`file_kind` text NOT NULL,
	`file_id` text NOT NULL,
	`record` text NOT NULL,
	`record_id` text NOT NULL,
	`person_id` text,
	`act` text NOT NULL,
	`before` text NOT NULL,
	`after` text,
	`months` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`review_due_at` integer,
	`reviewed_at` integer,
	`reviewed_by` text,
	`review_note` text
) STRICT;
CREATE INDEX `correction_file` ON `correction` (`file_id`,`at`);
CREATE INDEX `correction_record` ON `correction` (`record_id`);
CREATE INDEX `correction_due` ON `correction` (`reviewed_at`,`review_due_at`,`unit_id`);
CREATE TABLE `issued_pack` (
	`quarter` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`exported_at` integer NOT NULL,
	`figures` text
) STRICT;
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
	`person_id` text,
	`place` text,
	`locked` integer,
	`unlocked_on` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
CREATE INDEX `device_file` ON `device` (`investigation_id`);
CREATE INDEX `device_queue` ON `device` (`examined_on`,`ended_on`,`unit_id`);
CREATE INDEX `device_person` ON `device` (`person_id`);
CREATE TABLE `exchange` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`began_on` text NOT NULL,
	`began_by` text NOT NULL,
	`expires_on` text NOT NULL,
	`ended_on` text,
	`ended_by` text,
	`shared_key` text,
	`private_key` text,
	`public_key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`peer_name` text,
	`peer_public_key` text,
	`peer_signing_key` text,
	`peer_fingerprint` text,
	`peer_confirmed_at` integer,
	`peer_confirmed_by` text
) STRICT;
CREATE INDEX `exchange_unit` ON `exchange` (`unit_id`,`began_on`);
CREATE TABLE `exchange_message` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`exchange_id` text NOT NULL,
	`request_id` text NOT NULL,
	`kind` text NOT NULL,
	`direction` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`identifiers` integer,
	`matches` integer,
	`contact` text,
	`sha256` text NOT NULL,
	`reference_key` text
) STRICT;
CREATE INDEX `exchange_message_of` ON `exchange_message` (`exchange_id`,`at`);
CREATE TABLE `handover` (
	`user_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`leaves_on` text,
	`training_notes` text,
	`document_on` text,
	PRIMARY KEY(`user_id`, `unit_id`)
) STRICT;
CREATE TABLE `next_step` (
	`investigation_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL
) STRICT;
CREATE TABLE `reassigned_item` (
	`reassignment_id` text NOT NULL,
	`item_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`reassignment_id`, `item_id`)
) STRICT;
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
CREATE INDEX `reassignment_from` ON `reassignment` (`from_user`,`unit_id`);
CREATE TABLE `hearing` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`person_id` text,
	`kind` text NOT NULL,
	`heard_on` text NOT NULL,
	`time` text,
	`court` text,
	`attends_user_id` text,
	`outcome` text,
	`outcome_note` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
CREATE INDEX `hearing_file` ON `hearing` (`investigation_id`);
CREATE INDEX `hearing_due` ON `hearing` (`outcome`,`heard_on`);
CREATE INDEX `hearing_person` ON `hearing` (`person_id`);
CREATE TABLE `extract_change` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`import_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`before` text,
	`after` text
) STRICT;
CREATE UNIQUE INDEX `extract_change_position` ON `extract_change` (`import_id`,`position`);
CREATE TABLE `extract_record` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`record_id` text NOT NULL,
	`said` text NOT NULL,
	`import_id` text NOT NULL
) STRICT;
CREATE UNIQUE INDEX `extract_record_key` ON `extract_record` (`unit_id`,`kind`,`key`);
CREATE INDEX `extract_record_record` ON `extract_record` (`record_id`);
CREATE TABLE `file_import` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`kind` text DEFAULT 'referrals' NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	`new_rows` integer NOT NULL,
	`duplicate_rows` integer NOT NULL,
	`conflict_rows` integer NOT NULL,
	`invalid_rows` integer NOT NULL,
	`changed_rows` integer DEFAULT 0 NOT NULL,
	`undone_at` integer,
	`undone_by` text
) STRICT;
CREATE TABLE `import_mapping` (
	`header_hash` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`kind` text DEFAULT 'referrals' NOT NULL,
	`mapping` text NOT NULL,
	`name` text,
	`file_name` text,
	`columns` text,
	`used_at` integer
) STRICT;
CREATE TABLE `import_month` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`import_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`measure` text NOT NULL,
	`month` text NOT NULL,
	`amount` integer NOT NULL,
	`status_before` text
) STRICT;
CREATE INDEX `import_month_import` ON `import_month` (`import_id`);
CREATE TABLE `arrest` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`arrested_on` text NOT NULL,
	`youth` integer NOT NULL,
	`person_id` text
) STRICT;
CREATE INDEX `arrest_file` ON `arrest` (`investigation_id`);
CREATE INDEX `arrest_unit` ON `arrest` (`unit_id`,`arrested_on`);
CREATE INDEX `arrest_person` ON `arrest` (`person_id`);
CREATE TABLE `charge` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`person_id` text,
	`offence_on` text,
	`recommended_on` text,
	`approved_on` text,
	`laid_on` text NOT NULL,
	`section` text NOT NULL,
	`counts` integer NOT NULL,
	`stage` text NOT NULL,
	`disposition` text,
	`disposed_on` text
) STRICT;
CREATE INDEX `charge_file` ON `charge` (`investigation_id`);
CREATE INDEX `charge_unit` ON `charge` (`unit_id`,`laid_on`);
CREATE INDEX `charge_person` ON `charge` (`person_id`);
CREATE TABLE `investigation` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`number` text NOT NULL,
	`title` text,
	`subject` text,
	`opened_on` text NOT NULL,
	`origin` text NOT NULL,
	`lead_user_id` text,
	`waiting` text NOT NULL,
	`waiting_since` text NOT NULL,
	`waiting_on` text,
	`open` integer NOT NULL,
	`concluded_on` text,
	`transferred_on` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
CREATE UNIQUE INDEX `investigation_number` ON `investigation` (`unit_id`,`number`);
CREATE INDEX `investigation_opened` ON `investigation` (`opened_on`,`id`,`unit_id`,`open`);
CREATE INDEX `investigation_unit_opened` ON `investigation` (`unit_id`,`opened_on`,`id`,`open`);
CREATE INDEX `investigation_waiting` ON `investigation` (`open`,`waiting`,`waiting_since`,`id`,`unit_id`);
CREATE INDEX `investigation_waiting_since` ON `investigation` (`waiting_since`,`id`,`unit_id`);
CREATE INDEX `investigation_by_number` ON `investigation` (`number`,`id`,`unit_id`);
CREATE INDEX `investigation_lead` ON `investigation` (`lead_user_id`,`opened_on`,`id`);
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
CREATE UNIQUE INDEX `investigation_event_position` ON `investigation_event` (`investigation_id`,`position`);
CREATE TABLE `referral_investigation` (
	`referral_id` text NOT NULL,
	`investigation_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`linked_on` text NOT NULL,
	PRIMARY KEY(`referral_id`, `investigation_id`)
) STRICT;
CREATE INDEX `referral_investigation_file` ON `referral_investigation` (`investigation_id`);
CREATE TABLE `leave` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`user_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`cover_id` text NOT NULL,
	`made_by` text NOT NULL
) STRICT;
CREATE INDEX `leave_until` ON `leave` (`until_on`);
CREATE TABLE `ledger_entry` (
	`file_kind` text NOT NULL,
	`file_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`on_date` text NOT NULL,
	`term` text NOT NULL,
	`amount` integer NOT NULL
) STRICT;
CREATE INDEX `ledger_entry_file` ON `ledger_entry` (`file_id`);
CREATE INDEX `ledger_entry_term` ON `ledger_entry` (`unit_id`,`term`,`on_date`);
CREATE TABLE `transferred_count` (
	`record_id` text NOT NULL,
	`measure` text NOT NULL,
	`unit_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `measure`)
) STRICT;
CREATE TABLE `related_file` (
	`investigation_id` text NOT NULL,
	`other_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`linked_on` text NOT NULL,
	PRIMARY KEY(`investigation_id`, `other_id`)
) STRICT;
CREATE INDEX `related_file_other` ON `related_file` (`other_id`);
CREATE TABLE `measure_not_kept` (
	`unit_id` text NOT NULL,
	`measure` text NOT NULL,
	`from_month` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`declared_at` integer NOT NULL,
	`declared_by` text NOT NULL,
	PRIMARY KEY(`unit_id`, `measure`)
) STRICT;
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
CREATE UNIQUE INDEX `note_position` ON `note` (`investigation_id`,`position`);
CREATE UNIQUE INDEX `note_corrects` ON `note` (`corrects_id`);
CREATE TABLE `clearance` (
	`investigation_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`founded` integer NOT NULL,
	`reason` text,
	`on_date` text NOT NULL
) STRICT;
CREATE TABLE `clearance_reason` (
	`code` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`outcome` text NOT NULL,
	`name_en` text NOT NULL,
	`name_fr` text NOT NULL,
	`letter` text,
	`active` integer NOT NULL
) STRICT;
CREATE TABLE `delay_deduction` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`authority_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`cause` text NOT NULL,
	`days` integer NOT NULL,
	`note` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
CREATE INDEX `delay_deduction_authority` ON `delay_deduction` (`authority_id`);
CREATE TABLE `file_offence` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`offence` text NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL,
	`attempted` integer NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
CREATE INDEX `file_offence_file` ON `file_offence` (`investigation_id`,`first_on`);
CREATE INDEX `file_offence_code` ON `file_offence` (`offence`);
CREATE TABLE `offence_catalogue` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`catalogue_version` text NOT NULL,
	`sha256` text NOT NULL,
	`payload` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL
) STRICT;
CREATE TABLE `support_referral` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`referred_on` text NOT NULL,
	`service` text NOT NULL,
	`outcome` text,
	`answered_on` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
CREATE INDEX `support_referral_file` ON `support_referral` (`investigation_id`,`referred_on`);
CREATE TABLE `violation_code` (
	`section` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`code` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL
) STRICT;
CREATE TABLE `operation` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`began_on` text NOT NULL,
	`ended_on` text
) STRICT;
CREATE UNIQUE INDEX `operation_name` ON `operation` (`unit_id`,`name`);
CREATE TABLE `operation_file` (
	`operation_id` text NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`operation_id`, `investigation_id`)
) STRICT;
CREATE INDEX `operation_file_file` ON `operation_file` (`investigation_id`);
CREATE TABLE `paper` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`recipient` text NOT NULL,
	`reference` text NOT NULL,
	`requested_on` text,
	`languages` text NOT NULL,
	`names_included` integer NOT NULL,
	`requester_id` text,
	`supplements_id` text,
	`began_on` text NOT NULL,
	`begun_by` text NOT NULL,
	`issued_on` text,
	`issued_at` integer,
	`issued_by` text,
	`files` text,
	`contents` text,
	`removed` text
) STRICT;
CREATE INDEX `paper_file` ON `paper` (`investigation_id`);
CREATE INDEX `paper_series` ON `paper` (`supplements_id`);
CREATE TABLE `paper_decision` (
	`paper_id` text NOT NULL,
	`record_key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`way` text NOT NULL,
	`ground` text,
	`remark` text,
	`fields` text NOT NULL,
	`spans` text NOT NULL,
	`digest` text NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`paper_id`, `record_key`)
) STRICT;
CREATE INDEX `paper_decision_file` ON `paper_decision` (`investigation_id`);
CREATE TABLE `paper_record` (
	`paper_id` text NOT NULL,
	`record_key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`number` integer NOT NULL,
	`section` text NOT NULL,
	`on_date` text,
	`record_version` integer NOT NULL,
	`digest` text NOT NULL,
	`treatment` text NOT NULL,
	`ground` text,
	PRIMARY KEY(`paper_id`, `record_key`)
) STRICT;
CREATE INDEX `paper_record_file` ON `paper_record` (`investigation_id`);
CREATE TABLE `redaction_ground` (
	`code` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`mark` text NOT NULL,
	`name_en` text NOT NULL,
	`name_fr` text NOT NULL,
	`conceals_date` integer NOT NULL,
	`active` integer NOT NULL
) STRICT;
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
CREATE INDEX `file_partner_file` ON `file_partner` (`investigation_id`);
CREATE INDEX `file_partner_partner` ON `file_partner` (`partner_id`);
CREATE TABLE `partner` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`joined_on` text NOT NULL,
	`left_on` text
) STRICT;
CREATE UNIQUE INDEX `partner_name` ON `partner` (`unit_id`,`name`);
CREATE TABLE `identifier` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`file_kind` text NOT NULL,
	`file_id` text NOT NULL,
	`person_id` text,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`service` text,
	`identifier_key` text NOT NULL,
	`port` integer,
	`seen_text` text,
	`seen_offset` text,
	`seen_at` integer,
	`event` text,
	`obtained` text,
	`obtained_reference` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
CREATE INDEX `identifier_file` ON `identifier` (`file_id`,`file_kind`);
CREATE INDEX `identifier_same` ON `identifier` (`kind`,`identifier_key`,`seen_at`);
CREATE INDEX `identifier_person` ON `identifier` (`person_id`);
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`file_kind` text NOT NULL,
	`file_id` text NOT NULL,
	`role` text NOT NULL,
	`name` text,
	`age_band` text NOT NULL,
	`gender` text NOT NULL,
	`birth_date` text,
	`identified_on` text,
	`safeguarded_on` text,
	`safeguarded_by` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
CREATE INDEX `person_file` ON `person` (`file_id`,`file_kind`);
CREATE INDEX `person_unit` ON `person` (`unit_id`,`role`);
CREATE TABLE `purge` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`file_kind` text NOT NULL,
	`file_hash` text NOT NULL,
	`number` text,
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
CREATE INDEX `purge_unit` ON `purge` (`unit_id`,`purged_at`);
CREATE INDEX `purge_file` ON `purge` (`file_hash`);
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
CREATE UNIQUE INDEX `purge_request_file` ON `purge_request` (`file_id`);
CREATE TABLE `purged_number` (
	`hash` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`purge_id` text NOT NULL
) STRICT;
CREATE TABLE `reference_key` (
	`fingerprint` text NOT NULL,
	`workspace_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`label` text NOT NULL,
	`confirmed_by` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	PRIMARY KEY(`fingerprint`, `workspace_id`)
) STRICT;
CREATE TABLE `reference_posterior` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`fingerprint` text NOT NULL,
	`sha256` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	`payload` text NOT NULL
) STRICT;
CREATE TABLE `number_counter` (
	`key` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`next` integer NOT NULL
) STRICT;
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
	`state_on_latest` text,
	`state_on_precision` text,
	`open` integer NOT NULL,
	`assigned_to` text,
	`officer_named` text,
	`bundled_under` text,
	`import_id` text,
	`row_fingerprint` text,
	`transferred_in` integer DEFAULT false NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL,
	`received_at` integer,
	`decision_from` integer,
	`first_action_at` integer,
	`action_due_at` integer,
	`decision_due_at` integer,
	`due_at` integer DEFAULT 9007199254740991 NOT NULL,
	`rescore_since` integer,
	`rescore_reason` text,
	`danger_since` integer,
	`inbox_key` integer DEFAULT 9007199254740991 NOT NULL
) STRICT;
CREATE UNIQUE INDEX `referral_number` ON `referral` (`unit_id`,`number`);
CREATE INDEX `referral_received` ON `referral` (`received_on`,`id`,`unit_id`,`open`,`state`);
CREATE INDEX `referral_unit_received` ON `referral` (`unit_id`,`received_on`,`id`,`open`,`state`);
CREATE INDEX `referral_state_on` ON `referral` (`state_on`,`id`,`unit_id`,`open`,`state`);
CREATE INDEX `referral_by_number` ON `referral` (`number`,`id`,`unit_id`,`open`,`state`);
CREATE INDEX `referral_external` ON `referral` (`external_key`);
CREATE INDEX `referral_assigned` ON `referral` (`assigned_to`,`received_on`,`id`);
CREATE INDEX `referral_officer_named` ON `referral` (`officer_named`,`received_on`,`id`) WHERE officer_named IS NOT NULL;
CREATE INDEX `referral_open` ON `referral` (`open`,`received_on`,`id`,`unit_id`,`state`);
CREATE INDEX `referral_band` ON `referral` (`risk_band`,`received_on`,`id`,`unit_id`);
CREATE INDEX `referral_source` ON `referral` (`source`,`received_on`,`id`,`unit_id`);
CREATE INDEX `referral_state` ON `referral` (`state`,`received_on`,`id`,`unit_id`);
CREATE INDEX `referral_bundle` ON `referral` (`bundled_under`);
CREATE INDEX `referral_import` ON `referral` (`import_id`);
CREATE INDEX `referral_fingerprint` ON `referral` (`row_fingerprint`) WHERE row_fingerprint IS NOT NULL;
CREATE INDEX `referral_due` ON `referral` (`due_at`,`id`,`unit_id`);
CREATE INDEX `referral_open_due` ON `referral` (`open`,`due_at`,`id`,`unit_id`,`assigned_to`);
CREATE INDEX `referral_inbox` ON `referral` (`open`,`inbox_key`,`due_at`,`assigned_to`,`unit_id`,`id`);
CREATE INDEX `referral_danger` ON `referral` (`danger_since`,`id`,`unit_id`) WHERE danger_since IS NOT NULL;
CREATE INDEX `referral_rescore` ON `referral` (`rescore_since`,`id`,`unit_id`) WHERE rescore_since IS NOT NULL;
CREATE TABLE `referral_event` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`referral_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	`on_date` text NOT NULL,
	`on_latest` text,
	`on_precision` text,
	`at` integer NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`carried` integer DEFAULT false NOT NULL,
	`user_id` text NOT NULL,
	`reason` text,
	`before` text,
	`undoes` integer
) STRICT;
CREATE UNIQUE INDEX `referral_event_position` ON `referral_event` (`referral_id`,`position`);
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
CREATE INDEX `retention_hold_file` ON `retention_hold` (`file_id`,`released_at`);
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
CREATE UNIQUE INDEX `retention_rule_from` ON `retention_rule` (`unit_id`,`class`,`offence`,`valid_from`);
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
CREATE INDEX `seal_unit` ON `seal` (`unit_id`,`at`);
CREATE TABLE `sealed_item` (
	`item_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`seal_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`shown_in` text,
	`search_number` integer
) STRICT;
CREATE INDEX `sealed_item_seal` ON `sealed_item` (`seal_id`);
CREATE INDEX `sealed_item_shown` ON `sealed_item` (`shown_in`);
CREATE TABLE `sealed_value` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`seal_id` text NOT NULL
) STRICT;
CREATE INDEX `sealed_value_seal` ON `sealed_value` (`seal_id`);
CREATE TABLE `search_entry` (
	`number` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_id` text NOT NULL,
	`unit_id` text NOT NULL
) STRICT;
CREATE UNIQUE INDEX `search_entry_file` ON `search_entry` (`kind`,`file_id`);
CREATE TABLE `tally_policy` (
	`unit_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`enabled` integer NOT NULL,
	`authority` text NOT NULL,
	`decided_on` text NOT NULL
) STRICT;
CREATE TABLE `victim_tally` (
	`unit_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`lens` text NOT NULL,
	`category` text NOT NULL,
	`method` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`unit_id`, `fiscal_year`, `quarter`, `lens`, `category`, `method`)
) STRICT;
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
CREATE INDEX `task_file` ON `task` (`investigation_id`);
CREATE INDEX `task_due` ON `task` (`done_on`,`due_on`);
CREATE INDEX `task_owner` ON `task` (`owner_user_id`,`done_on`);
CREATE TABLE `referral_count` (
	`referral_id` text NOT NULL,
	`category` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`referral_id`, `category`)
) STRICT;
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
CREATE INDEX `transfer_file` ON `transfer` (`file_id`,`state`);
CREATE INDEX `transfer_from` ON `transfer` (`unit_id`,`proposed_on`);
CREATE INDEX `transfer_to` ON `transfer` (`to_unit_id`,`state`);
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
	`ended` text,
	`user_id` text NOT NULL,
	`entered_at` integer NOT NULL
) STRICT;
CREATE UNIQUE INDEX `danger_decision_position` ON `danger_decision` (`referral_id`,`position`);
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
CREATE UNIQUE INDEX `protection_notice_position` ON `protection_notice` (`referral_id`,`position`);
CREATE TABLE `referral_check` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`referral_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`checked_at` integer NOT NULL,
	`user_id` text NOT NULL
) STRICT;
CREATE INDEX `referral_check_referral` ON `referral_check` (`referral_id`,`checked_at`);
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
	`due_at` integer NOT NULL,
	`left_version` integer,
	`before` text,
	`undone_at` integer,
	`undone_by` text
) STRICT;
CREATE UNIQUE INDEX `referral_score_position` ON `referral_score` (`referral_id`,`position`);
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
CREATE UNIQUE INDEX `triage_period_from` ON `triage_period` (`set_for`,`code`,`valid_from`);
-- By hand: the full-text indexes, and the triggers that keep them and the book of the backlog.
-- Which file has which word: neither the text (it is not kept twice) nor the place of a word in it. Accents are folded. Numbers are not in it: each
-- is a word of its own, and they have their indexes.
CREATE VIRTUAL TABLE `search_text` USING fts5(`words`, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 2", prefix='2 3');
-- The words of the full-text index, in their order: those that begin as what is typed are asked for by name.
CREATE VIRTUAL TABLE `search_term` USING fts5vocab('search_text', 'instance');
-- Parts of three characters and more: numbers of files under the number of their entry, identifiers under a place of their own.
CREATE VIRTUAL TABLE `search_number` USING fts5(`part`, content='', contentless_delete=1, tokenize="trigram remove_diacritics 1");
CREATE VIRTUAL TABLE `search_identifier` USING fts5(`part`, content='', contentless_delete=1, tokenize="trigram remove_diacritics 1");
CREATE TABLE `search_identifier_place` (
	`number` integer PRIMARY KEY NOT NULL,
	`identifier_id` text NOT NULL
) STRICT;
CREATE UNIQUE INDEX `search_identifier_place_identifier` ON `search_identifier_place` (`identifier_id`);
CREATE TRIGGER `referral_searched` AFTER INSERT ON `referral` BEGIN
  INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`) VALUES ('referral', new.`id`, new.`unit_id`);
  INSERT INTO `search_text` (`rowid`, `words`) VALUES (last_insert_rowid(), new.`summary`);
  INSERT INTO `search_number` (`rowid`, `part`) SELECT `number`,
    new.`number` || char(10) || coalesce(new.`external_number`, '') || char(10) || coalesce(new.`external_key`, '')
    FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = new.`id`;
END;
CREATE TRIGGER `referral_searched_again` AFTER UPDATE OF `summary` ON `referral` BEGIN
  UPDATE `search_text` SET `words` = new.`summary`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = new.`id`);
END;
CREATE TRIGGER `referral_numbered_again` AFTER UPDATE OF `number`, `external_number`, `external_key` ON `referral` BEGIN
  UPDATE `search_number`
    SET `part` = new.`number` || char(10) || coalesce(new.`external_number`, '') || char(10) || coalesce(new.`external_key`, '')
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = new.`id`);
END;
CREATE TRIGGER `referral_moved_unit` AFTER UPDATE OF `unit_id` ON `referral` BEGIN
  UPDATE `search_entry` SET `unit_id` = new.`unit_id` WHERE `kind` = 'referral' AND `file_id` = new.`id`;
END;
CREATE TRIGGER `referral_forgotten` AFTER DELETE ON `referral` BEGIN
  DELETE FROM `search_text`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = old.`id`);
  DELETE FROM `search_number`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = old.`id`);
  DELETE FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = old.`id`;
END;
CREATE TRIGGER `investigation_searched` AFTER INSERT ON `investigation` BEGIN
  INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`) VALUES ('investigation', new.`id`, new.`unit_id`);
  INSERT INTO `search_text` (`rowid`, `words`)
    VALUES (last_insert_rowid(), coalesce(new.`title` || ' ', '') || coalesce(new.`subject` || ' ', '') || coalesce(new.`waiting_on`, ''));
  INSERT INTO `search_number` (`rowid`, `part`)
    SELECT `number`, new.`number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = new.`id`;
END;
CREATE TRIGGER `investigation_searched_again` AFTER UPDATE OF `waiting_on`, `title`, `subject` ON `investigation` BEGIN
  UPDATE `search_text`
    SET `words` = coalesce(new.`title` || ' ', '') || coalesce(new.`subject` || ' ', '') || coalesce(new.`waiting_on`, '')
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = new.`id`);
END;
CREATE TRIGGER `investigation_numbered_again` AFTER UPDATE OF `number` ON `investigation` BEGIN
  UPDATE `search_number` SET `part` = new.`number`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = new.`id`);
END;
CREATE TRIGGER `investigation_moved_unit` AFTER UPDATE OF `unit_id` ON `investigation` BEGIN
  UPDATE `search_entry` SET `unit_id` = new.`unit_id` WHERE `kind` = 'investigation' AND `file_id` = new.`id`;
END;
CREATE TRIGGER `investigation_forgotten` AFTER DELETE ON `investigation` BEGIN
  DELETE FROM `search_text`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = old.`id`);
  DELETE FROM `search_number`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = old.`id`);
  DELETE FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = old.`id`;
END;
CREATE TRIGGER `person_searched` AFTER INSERT ON `person` BEGIN
  INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`) VALUES ('person', new.`id`, new.`unit_id`);
  INSERT INTO `search_text` (`rowid`, `words`) VALUES (last_insert_rowid(), new.`name`);
END;
CREATE TRIGGER `person_searched_again` AFTER UPDATE OF `name` ON `person` BEGIN
  UPDATE `search_text` SET `words` = new.`name`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'person' AND `file_id` = new.`id`);
END;
CREATE TRIGGER `person_moved_unit` AFTER UPDATE OF `unit_id` ON `person` BEGIN
  UPDATE `search_entry` SET `unit_id` = new.`unit_id` WHERE `kind` = 'person' AND `file_id` = new.`id`;
END;
CREATE TRIGGER `person_forgotten` AFTER DELETE ON `person` BEGIN
  DELETE FROM `search_text`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'person' AND `file_id` = old.`id`);
  DELETE FROM `search_entry` WHERE `kind` = 'person' AND `file_id` = old.`id`;
END;
CREATE TRIGGER `identifier_searched` AFTER INSERT ON `identifier` BEGIN
  INSERT INTO `search_identifier_place` (`identifier_id`) VALUES (new.`id`);
  INSERT INTO `search_identifier` (`rowid`, `part`) VALUES (last_insert_rowid(), new.`value` || char(10) || new.`identifier_key`);
END;
CREATE TRIGGER `identifier_searched_again` AFTER UPDATE OF `value`, `identifier_key` ON `identifier` BEGIN
  UPDATE `search_identifier` SET `part` = new.`value` || char(10) || new.`identifier_key`
    WHERE `rowid` = (SELECT `number` FROM `search_identifier_place` WHERE `identifier_id` = new.`id`);
END;
CREATE TRIGGER `identifier_forgotten` AFTER DELETE ON `identifier` BEGIN
  DELETE FROM `search_identifier`
    WHERE `rowid` = (SELECT `number` FROM `search_identifier_place` WHERE `identifier_id` = old.`id`);
  DELETE FROM `search_identifier_place` WHERE `identifier_id` = old.`id`;
END;
-- What is forgotten is forgotten here too: the book is read again.
CREATE TRIGGER `referral_leaves_book` AFTER DELETE ON `referral` WHEN EXISTS (SELECT 1 FROM `backlog_book`) BEGIN
  DELETE FROM `backlog_book`;
  DELETE FROM `backlog_block`;
END;
CREATE TRIGGER `investigation_leaves_book` AFTER DELETE ON `investigation` WHEN EXISTS (SELECT 1 FROM `backlog_book`) BEGIN
  DELETE FROM `backlog_book`;
  DELETE FROM `backlog_block`;
END;
