CREATE TABLE "audit_entry" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text,
	"method" text NOT NULL,
	"outcome" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"facts" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
CREATE TABLE "audit_file" (
	"file_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	CONSTRAINT "audit_file_file_id_sequence_pk" PRIMARY KEY("file_id","sequence")
);
CREATE TABLE "audit_value" (
	"sequence" bigint NOT NULL,
	"field" text NOT NULL,
	"side" text NOT NULL,
	"salt" text NOT NULL,
	"value" text NOT NULL
);
CREATE TABLE "leaving_file" (
	"begun_sequence" bigint PRIMARY KEY NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"building_path" text NOT NULL
);
CREATE TABLE "key_slot" (
	"owner" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"public_key" text NOT NULL
);
CREATE TABLE "assumption_set" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"assumptions" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL
);
CREATE TABLE "laboratory_answer" (
	"task" text NOT NULL,
	"hash" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"method_version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"size" bigint NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "laboratory_answer_task_hash_pk" PRIMARY KEY("task","hash")
);
CREATE TABLE "plan" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"unit_ids" text NOT NULL,
	"plan" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL
);
CREATE TABLE "approval" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"user_id" text NOT NULL,
	"kind" text DEFAULT 'grant' NOT NULL,
	"user_version" bigint,
	"roles" text NOT NULL,
	"unit_ids" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" bigint NOT NULL,
	"reason" text,
	"due_at" bigint,
	"decided_by" text,
	"decided_at" bigint,
	"accepted" bigint
);
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"login" text NOT NULL,
	"display_name" text NOT NULL,
	"disabled" bigint DEFAULT 0 NOT NULL,
	"suspended" bigint DEFAULT 0 NOT NULL,
	"passphrase_by" text DEFAULT 'self' NOT NULL
);
CREATE TABLE "user_role" (
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "user_role_user_id_role_pk" PRIMARY KEY("user_id","role")
);
CREATE TABLE "user_unit" (
	"user_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "user_unit_user_id_unit_id_pk" PRIMARY KEY("user_id","unit_id")
);
CREATE TABLE "draft" (
	"user_id" text NOT NULL,
	"form" text NOT NULL,
	"subject" text NOT NULL,
	"unit_id" text,
	"version" bigint DEFAULT 1 NOT NULL,
	"form_values" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "draft_user_id_form_subject_pk" PRIMARY KEY("user_id","form","subject")
);
CREATE TABLE "list_setting" (
	"user_id" text NOT NULL,
	"list" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"columns" text,
	"opens_with" text,
	CONSTRAINT "list_setting_user_id_list_pk" PRIMARY KEY("user_id","list")
);
CREATE TABLE "list_view" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"user_id" text NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"filter" text NOT NULL,
	"sort" text NOT NULL,
	"columns" text
);
CREATE TABLE "unit_month" (
	"unit_id" text NOT NULL,
	"measure" text NOT NULL,
	"month" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"value" double precision,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"pack_id" text,
	CONSTRAINT "unit_month_unit_id_month_measure_pk" PRIMARY KEY("unit_id","month","measure")
);
CREATE TABLE "counting_rule" (
	"unit_id" text NOT NULL,
	"valid_from" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"backlog_definition" text NOT NULL,
	"statement_en" text NOT NULL,
	"statement_fr" text NOT NULL,
	CONSTRAINT "counting_rule_unit_id_valid_from_pk" PRIMARY KEY("unit_id","valid_from")
);
CREATE TABLE "unit" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"service" text NOT NULL,
	"active" bigint DEFAULT 1 NOT NULL
);
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"value" text NOT NULL
);
CREATE TABLE "authority" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"kind" text NOT NULL,
	"variant" text,
	"started_on" text NOT NULL,
	"reference" text,
	"held_by" text,
	"concerning" text,
	"once_key" text,
	"served_on" text,
	"due_on" text,
	"done_on" text,
	"ended_on" text,
	"end_reason" text,
	"deducted_days" bigint,
	"under_id" text,
	"watched" bigint NOT NULL,
	"person_id" text,
	"place" text,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL
);
CREATE TABLE "clock_override" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"authority_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" bigint NOT NULL,
	"rule_id" text NOT NULL,
	"decision" text NOT NULL,
	"due_on" text,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	"user_id" text NOT NULL
);
CREATE TABLE "clock_parameter" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"code" text NOT NULL,
	"valid_from" text NOT NULL,
	"value" bigint,
	"set_at" bigint NOT NULL,
	"set_by" text NOT NULL
);
CREATE TABLE "closed_day" (
	"on_date" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
CREATE TABLE "backlog_block" (
	"scope" text NOT NULL,
	"kind" text NOT NULL,
	"after" text NOT NULL,
	"last" text,
	"stays" "bytea" NOT NULL,
	"ids" "bytea" NOT NULL,
	CONSTRAINT "backlog_block_scope_kind_after_pk" PRIMARY KEY("scope","kind","after")
);
CREATE TABLE "backlog_book" (
	"scope" text PRIMARY KEY NOT NULL,
	"format" bigint NOT NULL,
	"sequence" bigint NOT NULL
);
CREATE TABLE "correction" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"file_kind" text NOT NULL,
	"file_id" text NOT NULL,
	"record" text NOT NULL,
	"record_id" text NOT NULL,
	"person_id" text,
	"act" text NOT NULL,
	"before" text NOT NULL,
	"after" text,
	"months" text NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"review_due_at" bigint,
	"reviewed_at" bigint,
	"reviewed_by" text,
	"review_note" text
);
CREATE TABLE "issued_pack" (
	"quarter" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"exported_at" bigint NOT NULL,
	"figures" text
);
CREATE TABLE "device" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"kind" text NOT NULL,
	"device_count" bigint NOT NULL,
	"label" text,
	"authority_id" text,
	"seized_on" text NOT NULL,
	"queued_on" text,
	"lab" text,
	"began_on" text,
	"examined_on" text,
	"ended_on" text,
	"end_reason" text,
	"person_id" text,
	"place" text,
	"locked" bigint,
	"unlocked_on" text,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL
);
CREATE TABLE "exchange" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"name" text NOT NULL,
	"began_on" text NOT NULL,
	"began_by" text NOT NULL,
	"expires_on" text NOT NULL,
	"ended_on" text,
	"ended_by" text,
	"shared_key" text,
	"private_key" text,
	"public_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"peer_name" text,
	"peer_public_key" text,
	"peer_signing_key" text,
	"peer_fingerprint" text,
	"peer_confirmed_at" bigint,
	"peer_confirmed_by" text
);
CREATE TABLE "exchange_message" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"exchange_id" text NOT NULL,
	"request_id" text NOT NULL,
	"kind" text NOT NULL,
	"direction" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"identifiers" bigint,
	"matches" bigint,
	"contact" text,
	"sha256" text NOT NULL,
	"reference_key" text
);
CREATE TABLE "handover" (
	"user_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"leaves_on" text,
	"training_notes" text,
	"document_on" text,
	CONSTRAINT "handover_user_id_unit_id_pk" PRIMARY KEY("user_id","unit_id")
);
CREATE TABLE "next_step" (
	"investigation_id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"text" text NOT NULL,
	"at" bigint NOT NULL,
	"user_id" text NOT NULL
);
CREATE TABLE "reassigned_item" (
	"reassignment_id" text NOT NULL,
	"item_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "reassigned_item_reassignment_id_item_id_pk" PRIMARY KEY("reassignment_id","item_id")
);
CREATE TABLE "reassignment" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"from_user" text NOT NULL,
	"to_user" text NOT NULL,
	"on_date" text NOT NULL,
	"at" bigint NOT NULL,
	"by_user" text NOT NULL,
	"undone_at" bigint
);
CREATE TABLE "hearing" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"person_id" text,
	"kind" text NOT NULL,
	"heard_on" text NOT NULL,
	"time" text,
	"court" text,
	"attends_user_id" text,
	"outcome" text,
	"outcome_note" text,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL
);
CREATE TABLE "extract_change" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"import_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" bigint NOT NULL,
	"table_name" text NOT NULL,
	"row_id" text NOT NULL,
	"before" text,
	"after" text
);
CREATE TABLE "extract_record" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"record_id" text NOT NULL,
	"said" text NOT NULL,
	"import_id" text NOT NULL
);
CREATE TABLE "file_import" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"kind" text DEFAULT 'referrals' NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"imported_at" bigint NOT NULL,
	"imported_by" text NOT NULL,
	"new_rows" bigint NOT NULL,
	"duplicate_rows" bigint NOT NULL,
	"conflict_rows" bigint NOT NULL,
	"invalid_rows" bigint NOT NULL,
	"changed_rows" bigint DEFAULT 0 NOT NULL,
	"undone_at" bigint,
	"undone_by" text
);
CREATE TABLE "import_mapping" (
	"header_hash" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"kind" text DEFAULT 'referrals' NOT NULL,
	"mapping" text NOT NULL,
	"name" text,
	"file_name" text,
	"columns" text,
	"used_at" bigint
);
CREATE TABLE "import_month" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"import_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"measure" text NOT NULL,
	"month" text NOT NULL,
	"amount" bigint NOT NULL,
	"status_before" text
);
CREATE TABLE "arrest" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"arrested_on" text NOT NULL,
	"youth" bigint NOT NULL,
	"person_id" text
);
CREATE TABLE "charge" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"person_id" text,
	"offence_on" text,
	"recommended_on" text,
	"approved_on" text,
	"laid_on" text NOT NULL,
	"section" text NOT NULL,
	"counts" bigint NOT NULL,
	"stage" text NOT NULL,
	"disposition" text,
	"disposed_on" text
);
CREATE TABLE "investigation" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"number" text NOT NULL,
	"title" text,
	"subject" text,
	"opened_on" text NOT NULL,
	"origin" text NOT NULL,
	"lead_user_id" text,
	"waiting" text NOT NULL,
	"waiting_since" text NOT NULL,
	"waiting_on" text,
	"open" bigint NOT NULL,
	"concluded_on" text,
	"transferred_on" text,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL
);
CREATE TABLE "investigation_event" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" bigint NOT NULL,
	"on_date" text NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"waiting" text,
	"waiting_on" text,
	"user_id" text NOT NULL,
	"reason" text
);
CREATE TABLE "referral_investigation" (
	"referral_id" text NOT NULL,
	"investigation_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"linked_on" text NOT NULL,
	CONSTRAINT "referral_investigation_referral_id_investigation_id_pk" PRIMARY KEY("referral_id","investigation_id")
);
CREATE TABLE "leave" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"user_id" text NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text NOT NULL,
	"cover_id" text NOT NULL,
	"made_by" text NOT NULL
);
CREATE TABLE "ledger_entry" (
	"file_kind" text NOT NULL,
	"file_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"on_date" text NOT NULL,
	"term" text NOT NULL,
	"amount" bigint NOT NULL
);
CREATE TABLE "transferred_count" (
	"record_id" text NOT NULL,
	"measure" text NOT NULL,
	"unit_id" text NOT NULL,
	CONSTRAINT "transferred_count_record_id_measure_pk" PRIMARY KEY("record_id","measure")
);
CREATE TABLE "related_file" (
	"investigation_id" text NOT NULL,
	"other_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"linked_on" text NOT NULL,
	CONSTRAINT "related_file_investigation_id_other_id_pk" PRIMARY KEY("investigation_id","other_id")
);
CREATE TABLE "measure_not_kept" (
	"unit_id" text NOT NULL,
	"measure" text NOT NULL,
	"from_month" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"declared_at" bigint NOT NULL,
	"declared_by" text NOT NULL,
	CONSTRAINT "measure_not_kept_unit_id_measure_pk" PRIMARY KEY("unit_id","measure")
);
CREATE TABLE "note" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" bigint NOT NULL,
	"text" text NOT NULL,
	"corrects_id" text,
	"at" bigint NOT NULL,
	"user_id" text NOT NULL
);
CREATE TABLE "clearance" (
	"investigation_id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"founded" bigint NOT NULL,
	"reason" text,
	"on_date" text NOT NULL
);
CREATE TABLE "clearance_reason" (
	"code" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"outcome" text NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"letter" text,
	"active" bigint NOT NULL
);
CREATE TABLE "delay_deduction" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"authority_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"cause" text NOT NULL,
	"days" bigint NOT NULL,
	"note" text,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL
);
CREATE TABLE "file_offence" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"offence" text NOT NULL,
	"first_on" text NOT NULL,
	"last_on" text NOT NULL,
	"attempted" bigint NOT NULL,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL
);
CREATE TABLE "offence_catalogue" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"catalogue_version" text NOT NULL,
	"sha256" text NOT NULL,
	"payload" text NOT NULL,
	"imported_at" bigint NOT NULL,
	"imported_by" text NOT NULL
);
CREATE TABLE "support_referral" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"referred_on" text NOT NULL,
	"service" text NOT NULL,
	"outcome" text,
	"answered_on" text,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL
);
CREATE TABLE "violation_code" (
	"section" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"code" text NOT NULL,
	"imported_at" bigint NOT NULL,
	"imported_by" text NOT NULL
);
CREATE TABLE "operation" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"name" text NOT NULL,
	"began_on" text NOT NULL,
	"ended_on" text
);
CREATE TABLE "operation_file" (
	"operation_id" text NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "operation_file_operation_id_investigation_id_pk" PRIMARY KEY("operation_id","investigation_id")
);
CREATE TABLE "paper" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"kind" text NOT NULL,
	"recipient" text NOT NULL,
	"reference" text NOT NULL,
	"requested_on" text,
	"languages" text NOT NULL,
	"names_included" bigint NOT NULL,
	"requester_id" text,
	"supplements_id" text,
	"began_on" text NOT NULL,
	"begun_by" text NOT NULL,
	"issued_on" text,
	"issued_at" bigint,
	"issued_by" text,
	"files" text,
	"contents" text,
	"removed" text
);
CREATE TABLE "paper_decision" (
	"paper_id" text NOT NULL,
	"record_key" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"way" text NOT NULL,
	"ground" text,
	"remark" text,
	"fields" text NOT NULL,
	"spans" text NOT NULL,
	"digest" text NOT NULL,
	"at" bigint NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "paper_decision_paper_id_record_key_pk" PRIMARY KEY("paper_id","record_key")
);
CREATE TABLE "paper_record" (
	"paper_id" text NOT NULL,
	"record_key" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"number" bigint NOT NULL,
	"section" text NOT NULL,
	"on_date" text,
	"record_version" bigint NOT NULL,
	"digest" text NOT NULL,
	"treatment" text NOT NULL,
	"ground" text,
	CONSTRAINT "paper_record_paper_id_record_key_pk" PRIMARY KEY("paper_id","record_key")
);
CREATE TABLE "redaction_ground" (
	"code" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"mark" text NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"conceals_date" bigint NOT NULL,
	"active" bigint NOT NULL
);
CREATE TABLE "file_partner" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text
);
CREATE TABLE "partner" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"name" text NOT NULL,
	"joined_on" text NOT NULL,
	"left_on" text
);
CREATE TABLE "identifier" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"file_kind" text NOT NULL,
	"file_id" text NOT NULL,
	"person_id" text,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"service" text,
	"identifier_key" text NOT NULL,
	"port" bigint,
	"seen_text" text,
	"seen_offset" text,
	"seen_at" bigint,
	"event" text,
	"obtained" text,
	"obtained_reference" text,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL
);
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"file_kind" text NOT NULL,
	"file_id" text NOT NULL,
	"role" text NOT NULL,
	"name" text,
	"age_band" text NOT NULL,
	"gender" text NOT NULL,
	"birth_date" text,
	"identified_on" text,
	"safeguarded_on" text,
	"safeguarded_by" text,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL
);
CREATE TABLE "purge" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"file_kind" text NOT NULL,
	"file_hash" text NOT NULL,
	"number" text,
	"concluded_on" text NOT NULL,
	"due_on" text,
	"class" text,
	"years" bigint,
	"approved_by" text,
	"approved_at" bigint,
	"purged_by" text NOT NULL,
	"purged_at" bigint NOT NULL,
	"rows" bigint NOT NULL
);
CREATE TABLE "purge_request" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"file_kind" text NOT NULL,
	"file_id" text NOT NULL,
	"number" text NOT NULL,
	"concluded_on" text NOT NULL,
	"due_on" text NOT NULL,
	"class" text NOT NULL,
	"years" bigint NOT NULL,
	"approved_by" text NOT NULL,
	"approved_at" bigint NOT NULL
);
CREATE TABLE "purged_number" (
	"hash" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"purge_id" text NOT NULL
);
CREATE TABLE "reference_key" (
	"fingerprint" text NOT NULL,
	"workspace_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"label" text NOT NULL,
	"confirmed_by" text NOT NULL,
	"confirmed_at" bigint NOT NULL,
	CONSTRAINT "reference_key_fingerprint_workspace_id_pk" PRIMARY KEY("fingerprint","workspace_id")
);
CREATE TABLE "reference_posterior" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"fingerprint" text NOT NULL,
	"sha256" text NOT NULL,
	"imported_at" bigint NOT NULL,
	"imported_by" text NOT NULL,
	"payload" text NOT NULL
);
CREATE TABLE "number_counter" (
	"key" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"next" bigint NOT NULL
);
CREATE TABLE "referral" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"number" text NOT NULL,
	"source" text NOT NULL,
	"received_on" text NOT NULL,
	"external_number" text,
	"external_key" text,
	"priority_received" text,
	"risk_band" text,
	"summary" text,
	"state" text NOT NULL,
	"state_on" text NOT NULL,
	"state_on_latest" text,
	"state_on_precision" text,
	"open" bigint NOT NULL,
	"assigned_to" text,
	"officer_named" text,
	"bundled_under" text,
	"import_id" text,
	"row_fingerprint" text,
	"transferred_in" bigint DEFAULT 0 NOT NULL,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL,
	"received_at" bigint,
	"decision_from" bigint,
	"first_action_at" bigint,
	"action_due_at" bigint,
	"decision_due_at" bigint,
	"due_at" bigint DEFAULT 9007199254740991 NOT NULL,
	"rescore_since" bigint,
	"rescore_reason" text,
	"danger_since" bigint,
	"inbox_key" bigint DEFAULT 9007199254740991 NOT NULL
);
CREATE TABLE "referral_event" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"referral_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" bigint NOT NULL,
	"on_date" text NOT NULL,
	"on_latest" text,
	"on_precision" text,
	"at" bigint NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"carried" bigint DEFAULT 0 NOT NULL,
	"user_id" text NOT NULL,
	"reason" text,
	"before" text,
	"undoes" bigint
);
CREATE TABLE "retention_hold" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"file_kind" text NOT NULL,
	"file_id" text NOT NULL,
	"reason" text NOT NULL,
	"placed_on" text NOT NULL,
	"placed_by" text NOT NULL,
	"released_at" bigint,
	"released_by" text,
	"release_reason" text
);
CREATE TABLE "retention_rule" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"class" text NOT NULL,
	"offence" text NOT NULL,
	"valid_from" text NOT NULL,
	"years" bigint,
	"set_at" bigint NOT NULL,
	"set_by" text NOT NULL
);
CREATE TABLE "seal" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"number" text NOT NULL,
	"basis" text NOT NULL,
	"reference" text,
	"reason" text NOT NULL,
	"of_person" bigint NOT NULL,
	"referrals" bigint NOT NULL,
	"sealed_on" text NOT NULL,
	"at" bigint NOT NULL,
	"by_user" text NOT NULL,
	"unsealed_at" bigint,
	"unsealed_by" text,
	"unseal_authority" text,
	"unseal_reason" text
);
CREATE TABLE "sealed_item" (
	"item_id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"seal_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"kind" text NOT NULL,
	"shown_in" text,
	"search_number" bigint
);
CREATE TABLE "sealed_value" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"seal_id" text NOT NULL
);
CREATE TABLE "search_entry" (
	"number" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"file_id" text NOT NULL,
	"unit_id" text NOT NULL
);
CREATE TABLE "tally_policy" (
	"unit_id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"enabled" bigint NOT NULL,
	"authority" text NOT NULL,
	"decided_on" text NOT NULL
);
CREATE TABLE "victim_tally" (
	"unit_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"lens" text NOT NULL,
	"category" text NOT NULL,
	"method" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "victim_tally_unit_id_fiscal_year_quarter_lens_category_method_pk" PRIMARY KEY("unit_id","fiscal_year","quarter","lens","category","method")
);
CREATE TABLE "task" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"investigation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"what" text NOT NULL,
	"owner_user_id" text,
	"added_on" text NOT NULL,
	"due_on" text,
	"done_on" text,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL
);
CREATE TABLE "referral_count" (
	"referral_id" text NOT NULL,
	"category" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "referral_count_referral_id_category_pk" PRIMARY KEY("referral_id","category")
);
CREATE TABLE "transfer" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"unit_id" text NOT NULL,
	"to_unit_id" text,
	"to_service" text,
	"file_kind" text NOT NULL,
	"file_id" text NOT NULL,
	"number" text NOT NULL,
	"began_on" text NOT NULL,
	"state" text NOT NULL,
	"proposed_on" text NOT NULL,
	"proposed_by" text NOT NULL,
	"message" text,
	"decided_on" text,
	"decided_by" text,
	"reason" text,
	"received_id" text,
	"received_number" text
);
CREATE TABLE "danger_decision" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"referral_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" bigint NOT NULL,
	"identifiable" text NOT NULL,
	"imminent" bigint NOT NULL,
	"decided_at" bigint NOT NULL,
	"reason" text NOT NULL,
	"ended" text,
	"user_id" text NOT NULL,
	"entered_at" bigint NOT NULL
);
CREATE TABLE "protection_notice" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"referral_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" bigint NOT NULL,
	"required" bigint NOT NULL,
	"agency" text,
	"person" text,
	"notified_at" bigint,
	"reason" text,
	"user_id" text NOT NULL,
	"entered_at" bigint NOT NULL
);
CREATE TABLE "referral_check" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"referral_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"kind" text NOT NULL,
	"checked_at" bigint NOT NULL,
	"user_id" text NOT NULL
);
CREATE TABLE "referral_score" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"referral_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" bigint NOT NULL,
	"band" text NOT NULL,
	"scored_at" bigint NOT NULL,
	"scored_by" text NOT NULL,
	"note" text,
	"counts_from" bigint NOT NULL,
	"period_amount" bigint NOT NULL,
	"period_measure" text NOT NULL,
	"due_at" bigint NOT NULL,
	"left_version" bigint,
	"before" text,
	"undone_at" bigint,
	"undone_by" text
);
CREATE TABLE "triage_period" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"code" text NOT NULL,
	"set_for" text NOT NULL,
	"valid_from" text NOT NULL,
	"amount" bigint NOT NULL,
	"measure" text NOT NULL,
	"set_at" bigint NOT NULL,
	"set_by" text NOT NULL
);
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("actor_id","sequence");
CREATE INDEX "audit_value_sequence" ON "audit_value" USING btree ("sequence");
CREATE UNIQUE INDEX "assumption_set_name" ON "assumption_set" USING btree ("name");
CREATE UNIQUE INDEX "plan_name" ON "plan" USING btree ("name");
CREATE INDEX "approval_open" ON "approval" USING btree ("decided_at");
CREATE UNIQUE INDEX "user_login" ON "user" USING btree ("login");
CREATE UNIQUE INDEX "list_view_name" ON "list_view" USING btree ("user_id","list","name");
CREATE INDEX "unit_month_series" ON "unit_month" USING btree ("unit_id","month","measure","value","status");
CREATE UNIQUE INDEX "unit_code" ON "unit" USING btree ("code");
CREATE INDEX "authority_file" ON "authority" USING btree ("investigation_id","started_on");
CREATE INDEX "authority_watched" ON "authority" USING btree ("watched","unit_id");
CREATE INDEX "authority_under" ON "authority" USING btree ("under_id");
CREATE INDEX "authority_person" ON "authority" USING btree ("person_id");
CREATE UNIQUE INDEX "authority_once" ON "authority" USING btree ("investigation_id","once_key");
CREATE UNIQUE INDEX "clock_override_position" ON "clock_override" USING btree ("authority_id","position");
CREATE UNIQUE INDEX "clock_parameter_from" ON "clock_parameter" USING btree ("code","valid_from");
CREATE INDEX "correction_file" ON "correction" USING btree ("file_id","at");
CREATE INDEX "correction_record" ON "correction" USING btree ("record_id");
CREATE INDEX "correction_due" ON "correction" USING btree ("reviewed_at","review_due_at","unit_id");
CREATE INDEX "device_file" ON "device" USING btree ("investigation_id");
CREATE INDEX "device_queue" ON "device" USING btree ("examined_on","ended_on","unit_id");
CREATE INDEX "device_person" ON "device" USING btree ("person_id");
CREATE INDEX "exchange_unit" ON "exchange" USING btree ("unit_id","began_on");
CREATE INDEX "exchange_message_of" ON "exchange_message" USING btree ("exchange_id","at");
CREATE INDEX "reassignment_from" ON "reassignment" USING btree ("from_user","unit_id");
CREATE INDEX "hearing_file" ON "hearing" USING btree ("investigation_id");
CREATE INDEX "hearing_due" ON "hearing" USING btree ("outcome","heard_on");
CREATE INDEX "hearing_person" ON "hearing" USING btree ("person_id");
CREATE UNIQUE INDEX "extract_change_position" ON "extract_change" USING btree ("import_id","position");
CREATE UNIQUE INDEX "extract_record_key" ON "extract_record" USING btree ("unit_id","kind","key");
CREATE INDEX "extract_record_record" ON "extract_record" USING btree ("record_id");
CREATE INDEX "import_month_import" ON "import_month" USING btree ("import_id");
CREATE INDEX "arrest_file" ON "arrest" USING btree ("investigation_id");
CREATE INDEX "arrest_unit" ON "arrest" USING btree ("unit_id","arrested_on");
CREATE INDEX "arrest_person" ON "arrest" USING btree ("person_id");
CREATE INDEX "charge_file" ON "charge" USING btree ("investigation_id");
CREATE INDEX "charge_unit" ON "charge" USING btree ("unit_id","laid_on");
CREATE INDEX "charge_person" ON "charge" USING btree ("person_id");
CREATE UNIQUE INDEX "investigation_number" ON "investigation" USING btree ("unit_id","number");
CREATE INDEX "investigation_opened" ON "investigation" USING btree ("opened_on","id","unit_id","open");
CREATE INDEX "investigation_unit_opened" ON "investigation" USING btree ("unit_id","opened_on","id","open");
CREATE INDEX "investigation_waiting" ON "investigation" USING btree ("open","waiting","waiting_since","id","unit_id");
CREATE INDEX "investigation_waiting_since" ON "investigation" USING btree ("waiting_since","id","unit_id");
CREATE INDEX "investigation_by_number" ON "investigation" USING btree ("number","id","unit_id");
CREATE INDEX "investigation_lead" ON "investigation" USING btree ("lead_user_id","opened_on","id");
CREATE UNIQUE INDEX "investigation_event_position" ON "investigation_event" USING btree ("investigation_id","position");
CREATE INDEX "referral_investigation_file" ON "referral_investigation" USING btree ("investigation_id");
CREATE INDEX "leave_until" ON "leave" USING btree ("until_on");
CREATE INDEX "ledger_entry_file" ON "ledger_entry" USING btree ("file_id");
CREATE INDEX "ledger_entry_term" ON "ledger_entry" USING btree ("unit_id","term","on_date");
CREATE INDEX "related_file_other" ON "related_file" USING btree ("other_id");
CREATE UNIQUE INDEX "note_position" ON "note" USING btree ("investigation_id","position");
CREATE UNIQUE INDEX "note_corrects" ON "note" USING btree ("corrects_id");
CREATE INDEX "delay_deduction_authority" ON "delay_deduction" USING btree ("authority_id");
CREATE INDEX "file_offence_file" ON "file_offence" USING btree ("investigation_id","first_on");
CREATE INDEX "file_offence_code" ON "file_offence" USING btree ("offence");
CREATE INDEX "support_referral_file" ON "support_referral" USING btree ("investigation_id","referred_on");
CREATE UNIQUE INDEX "operation_name" ON "operation" USING btree ("unit_id","name");
CREATE INDEX "operation_file_file" ON "operation_file" USING btree ("investigation_id");
CREATE INDEX "paper_file" ON "paper" USING btree ("investigation_id");
CREATE INDEX "paper_series" ON "paper" USING btree ("supplements_id");
CREATE INDEX "paper_decision_file" ON "paper_decision" USING btree ("investigation_id");
CREATE INDEX "paper_record_file" ON "paper_record" USING btree ("investigation_id");
CREATE INDEX "file_partner_file" ON "file_partner" USING btree ("investigation_id");
CREATE INDEX "file_partner_partner" ON "file_partner" USING btree ("partner_id");
CREATE UNIQUE INDEX "partner_name" ON "partner" USING btree ("unit_id","name");
CREATE INDEX "identifier_file" ON "identifier" USING btree ("file_id","file_kind");
CREATE INDEX "identifier_same" ON "identifier" USING btree ("kind","identifier_key","seen_at");
CREATE INDEX "identifier_person" ON "identifier" USING btree ("person_id");
CREATE INDEX "person_file" ON "person" USING btree ("file_id","file_kind");
CREATE INDEX "person_unit" ON "person" USING btree ("unit_id","role");
CREATE INDEX "purge_unit" ON "purge" USING btree ("unit_id","purged_at");
CREATE INDEX "purge_file" ON "purge" USING btree ("file_hash");
CREATE UNIQUE INDEX "purge_request_file" ON "purge_request" USING btree ("file_id");
CREATE UNIQUE INDEX "referral_number" ON "referral" USING btree ("unit_id","number");
CREATE INDEX "referral_received" ON "referral" USING btree ("received_on","id","unit_id","open","state");
CREATE INDEX "referral_unit_received" ON "referral" USING btree ("unit_id","received_on","id","open","state");
CREATE INDEX "referral_state_on" ON "referral" USING btree ("state_on","id","unit_id","open","state");
CREATE INDEX "referral_by_number" ON "referral" USING btree ("number","id","unit_id","open","state");
CREATE INDEX "referral_external" ON "referral" USING btree ("external_key");
CREATE INDEX "referral_assigned" ON "referral" USING btree ("assigned_to","received_on","id");
CREATE INDEX "referral_officer_named" ON "referral" USING btree ("officer_named","received_on","id") WHERE officer_named IS NOT NULL;
CREATE INDEX "referral_open" ON "referral" USING btree ("open","received_on","id","unit_id","state");
CREATE INDEX "referral_band" ON "referral" USING btree ("risk_band","received_on","id","unit_id");
CREATE INDEX "referral_source" ON "referral" USING btree ("source","received_on","id","unit_id");
CREATE INDEX "referral_state" ON "referral" USING btree ("state","received_on","id","unit_id");
CREATE INDEX "referral_bundle" ON "referral" USING btree ("bundled_under");
CREATE INDEX "referral_import" ON "referral" USING btree ("import_id");
CREATE INDEX "referral_fingerprint" ON "referral" USING btree ("row_fingerprint") WHERE row_fingerprint IS NOT NULL;
CREATE INDEX "referral_due" ON "referral" USING btree ("due_at","id","unit_id");
CREATE INDEX "referral_open_due" ON "referral" USING btree ("open","due_at","id","unit_id","assigned_to");
CREATE INDEX "referral_inbox" ON "referral" USING btree ("open","inbox_key","due_at","assigned_to","unit_id","id");
CREATE INDEX "referral_danger" ON "referral" USING btree ("danger_since","id","unit_id") WHERE danger_since IS NOT NULL;
CREATE INDEX "referral_rescore" ON "referral" USING btree ("rescore_since","id","unit_id") WHERE rescore_since IS NOT NULL;
CREATE UNIQUE INDEX "referral_event_position" ON "referral_event" USING btree ("referral_id","position");
CREATE INDEX "retention_hold_file" ON "retention_hold" USING btree ("file_id","released_at");
CREATE UNIQUE INDEX "retention_rule_from" ON "retention_rule" USING btree ("unit_id","class","offence","valid_from");
CREATE INDEX "seal_unit" ON "seal" USING btree ("unit_id","at");
CREATE INDEX "sealed_item_seal" ON "sealed_item" USING btree ("seal_id");
CREATE INDEX "sealed_item_shown" ON "sealed_item" USING btree ("shown_in");
CREATE INDEX "sealed_value_seal" ON "sealed_value" USING btree ("seal_id");
CREATE UNIQUE INDEX "search_entry_file" ON "search_entry" USING btree ("kind","file_id");
CREATE INDEX "task_file" ON "task" USING btree ("investigation_id");
CREATE INDEX "task_due" ON "task" USING btree ("done_on","due_on");
CREATE INDEX "task_owner" ON "task" USING btree ("owner_user_id","done_on");
CREATE INDEX "transfer_file" ON "transfer" USING btree ("file_id","state");
CREATE INDEX "transfer_from" ON "transfer" USING btree ("unit_id","proposed_on");
CREATE INDEX "transfer_to" ON "transfer" USING btree ("to_unit_id","state");
CREATE UNIQUE INDEX "danger_decision_position" ON "danger_decision" USING btree ("referral_id","position");
CREATE UNIQUE INDEX "protection_notice_position" ON "protection_notice" USING btree ("referral_id","position");
CREATE INDEX "referral_check_referral" ON "referral_check" USING btree ("referral_id","checked_at");
CREATE UNIQUE INDEX "referral_score_position" ON "referral_score" USING btree ("referral_id","position");
CREATE UNIQUE INDEX "triage_period_from" ON "triage_period" USING btree ("set_for","code","valid_from");
