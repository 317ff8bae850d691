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
CREATE TABLE "approval_agreements" (
	"approval_id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_ids" text NOT NULL
);
CREATE TABLE "user_agreements" (
	"user_id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_ids" text NOT NULL
);
CREATE TABLE "agreement" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"code" text NOT NULL,
	"recipient_en" text NOT NULL,
	"recipient_fr" text NOT NULL,
	"programme_en" text NOT NULL,
	"programme_fr" text NOT NULL,
	"signature_planned_on" text,
	"signed_on" text,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"languages" text NOT NULL,
	"asks_backlog_avoided" bigint NOT NULL,
	"indicators" text
);
CREATE TABLE "agreement_unit" (
	"agreement_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text,
	CONSTRAINT "agreement_unit_agreement_id_unit_id_pk" PRIMARY KEY("agreement_id","unit_id")
);
CREATE TABLE "annual_report" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"locked_at" bigint NOT NULL,
	"locked_by" text NOT NULL,
	"audit_head" text NOT NULL,
	"content_hash" text NOT NULL,
	"content" text NOT NULL
);
CREATE TABLE "annual_text" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"kind" text NOT NULL,
	"quarter" bigint NOT NULL,
	"text_en" text NOT NULL,
	"text_fr" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL
);
CREATE TABLE "other_source" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"finding_en" text NOT NULL,
	"finding_fr" text NOT NULL,
	"population_en" text NOT NULL,
	"population_fr" text NOT NULL,
	"method_en" text NOT NULL,
	"method_fr" text NOT NULL,
	"source" text NOT NULL,
	"published_on" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL
);
CREATE TABLE "entered_value" (
	"unit_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"code" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"value" double precision,
	"numerator" double precision,
	"denominator" double precision,
	"status" text NOT NULL,
	"parts" text DEFAULT '{}' NOT NULL,
	"why_en" text NOT NULL,
	"why_fr" text NOT NULL,
	"entered_at" bigint NOT NULL,
	"entered_by" text NOT NULL,
	CONSTRAINT "entered_value_unit_id_fiscal_year_quarter_code_pk" PRIMARY KEY("unit_id","fiscal_year","quarter","code")
);
CREATE TABLE "framework_version" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"framework_version" text NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"imported_at" bigint NOT NULL,
	"imported_by" text NOT NULL,
	"content" text NOT NULL
);
CREATE TABLE "unit_stock" (
	"unit_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"pack_id" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "unit_stock_unit_id_fiscal_year_quarter_pk" PRIMARY KEY("unit_id","fiscal_year","quarter")
);
CREATE TABLE "activity" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"code" text NOT NULL,
	"name_en" text,
	"name_fr" text,
	"planned_from" text,
	"planned_to" text,
	"started_on" text,
	"completed_on" text,
	"status" text NOT NULL,
	"status_on" text,
	"reason_en" text,
	"reason_fr" text
);
CREATE TABLE "amendment" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"code" text NOT NULL,
	"signed_on" text,
	"in_force_on" text NOT NULL,
	"new_ends_on" text,
	"amounts_from" bigint,
	"amount_1" bigint,
	"amount_2" bigint,
	"amount_3" bigint,
	"amount_4" bigint,
	"amount_5" bigint,
	"changes_units" text,
	"changes_other" text,
	"change_en" text,
	"change_fr" text,
	"file_reference" text
);
CREATE TABLE "budget_line" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"code" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"name_en" text,
	"name_fr" text,
	"category" text NOT NULL,
	"pillar" text,
	"to_project" text,
	"unit_id" text,
	"budget" bigint,
	"q1_forecast" bigint,
	"q1_actual" bigint,
	"q1_why_en" text,
	"q1_why_fr" text,
	"q2_forecast" bigint,
	"q2_actual" bigint,
	"q2_why_en" text,
	"q2_why_fr" text,
	"q3_forecast" bigint,
	"q3_actual" bigint,
	"q3_why_en" text,
	"q3_why_fr" text,
	"q4_forecast" bigint,
	"q4_actual" bigint,
	"q4_why_en" text,
	"q4_why_fr" text
);
CREATE TABLE "cash_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"code" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"quarter" text NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"entered_on" text,
	"note_en" text,
	"note_fr" text
);
CREATE TABLE "due_report" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name_en" text,
	"name_fr" text,
	"period_from" text,
	"period_to" text,
	"due_on" text NOT NULL,
	"languages" text NOT NULL,
	"state" text NOT NULL,
	"sent_on" text
);
CREATE TABLE "equipment" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"code" text NOT NULL,
	"name_en" text,
	"name_fr" text,
	"kind" text NOT NULL,
	"acquisition" text NOT NULL,
	"unit_id" text,
	"quantity" bigint NOT NULL,
	"cost" bigint,
	"in_service_on" text,
	"expires_on" text
);
CREATE TABLE "funding_change" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"register" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"kind" text NOT NULL,
	"file_name" text,
	"saved_at" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"rows" text NOT NULL,
	"undone_at" bigint
);
CREATE TABLE "indicator_target" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"code" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"per" text NOT NULL,
	"baseline" bigint,
	"baseline_period" text,
	"baseline_source_en" text,
	"baseline_source_fr" text,
	"target" bigint,
	"target_on" text,
	"target_source_en" text,
	"target_source_fr" text
);
CREATE TABLE "pillar" (
	"code" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL
);
CREATE TABLE "position" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"code" text NOT NULL,
	"role" text NOT NULL,
	"funding" text NOT NULL,
	"fte_hundredths" bigint NOT NULL,
	"unit_id" text,
	"starts_on" text,
	"ends_on" text,
	"filled_on" text,
	"left_on" text,
	"onboarded_on" text
);
CREATE TABLE "report_reminder" (
	"days_before" bigint PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL
);
CREATE TABLE "risk" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"code" text NOT NULL,
	"risk_en" text,
	"risk_fr" text,
	"likelihood" text NOT NULL,
	"effect" text NOT NULL,
	"mitigation_en" text,
	"mitigation_fr" text,
	"owner" text
);
CREATE TABLE "training" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"code" text NOT NULL,
	"name_en" text,
	"name_fr" text,
	"mode" text NOT NULL,
	"unit_id" text,
	"held_on" text,
	"planned_hundredths" bigint,
	"done_hundredths" bigint
);
CREATE TABLE "confirmed_key" (
	"fingerprint" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"label" text NOT NULL,
	"confirmed_by" text NOT NULL,
	"confirmed_at" bigint NOT NULL,
	"succeeds" text,
	"revoked_at" bigint,
	"revoked_by" text,
	"revoked_reason" text
);
CREATE TABLE "pack" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"kind" text DEFAULT 'pack' NOT NULL,
	"workspace_id" text NOT NULL,
	"workspace_name" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	"sha256" text NOT NULL,
	"exported_at" bigint NOT NULL,
	"imported_at" bigint NOT NULL,
	"imported_by" text NOT NULL,
	"superseded" bigint DEFAULT 0 NOT NULL,
	"withdrawn_at" bigint,
	"withdrawn_by" text,
	"withdrawn_reason" text,
	"units" text DEFAULT '[]' NOT NULL,
	"payload" text NOT NULL
);
CREATE TABLE "pack_unit" (
	"pack_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"place" bigint NOT NULL,
	CONSTRAINT "pack_unit_pack_id_unit_id_pk" PRIMARY KEY("pack_id","unit_id")
);
CREATE TABLE "received_return" (
	"pack_id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_code" text NOT NULL,
	"recipient_en" text NOT NULL,
	"recipient_fr" text NOT NULL,
	"sequence" bigint NOT NULL,
	"content_hash" text NOT NULL,
	"manifest" text NOT NULL,
	"document" text NOT NULL
);
CREATE TABLE "refused_pack" (
	"sha256" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"workspace_name" text NOT NULL,
	"fingerprint" text NOT NULL,
	"reason" text NOT NULL,
	"refused_by" text NOT NULL,
	"refused_at" bigint NOT NULL
);
CREATE TABLE "return_release" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"return_id" text NOT NULL,
	"method" text NOT NULL,
	"base" bigint NOT NULL,
	"released_at" bigint NOT NULL,
	"released_by" text NOT NULL,
	"content_hash" text NOT NULL,
	"cells" text NOT NULL,
	"content" text NOT NULL
);
CREATE TABLE "attestation" (
	"agreement_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"attested_on" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "attestation_agreement_id_fiscal_year_quarter_sequence_role_pk" PRIMARY KEY("agreement_id","fiscal_year","quarter","sequence","role")
);
CREATE TABLE "explanation" (
	"agreement_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"code" text NOT NULL,
	"unit_code" text NOT NULL,
	"text_en" text NOT NULL,
	"text_fr" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "explanation_agreement_id_fiscal_year_quarter_code_unit_code_pk" PRIMARY KEY("agreement_id","fiscal_year","quarter","code","unit_code")
);
CREATE TABLE "narrative" (
	"agreement_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"section" text NOT NULL,
	"text_en" text NOT NULL,
	"text_fr" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "narrative_agreement_id_fiscal_year_quarter_section_pk" PRIMARY KEY("agreement_id","fiscal_year","quarter","section")
);
CREATE TABLE "restatement_reason" (
	"agreement_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"what" text NOT NULL,
	"unit_code" text NOT NULL,
	"code" text NOT NULL,
	"month" text NOT NULL,
	"after_content" text NOT NULL,
	"text_en" text NOT NULL,
	"text_fr" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "restatement_reason_agreement_id_fiscal_year_quarter_sequence_what_unit_code_code_month_pk" PRIMARY KEY("agreement_id","fiscal_year","quarter","sequence","what","unit_code","code","month")
);
CREATE TABLE "return_actuals" (
	"agreement_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"status" text NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "return_actuals_agreement_id_fiscal_year_quarter_pk" PRIMARY KEY("agreement_id","fiscal_year","quarter")
);
CREATE TABLE "funding_return" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"agreement_id" text NOT NULL,
	"fiscal_year" bigint NOT NULL,
	"quarter" bigint NOT NULL,
	"sequence" bigint DEFAULT 1 NOT NULL,
	"restates" text,
	"locked_at" bigint NOT NULL,
	"locked_by" text NOT NULL,
	"audit_head" text NOT NULL,
	"content_hash" text NOT NULL,
	"content" text NOT NULL
);
CREATE TABLE "funder_template" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"when_missing" text NOT NULL,
	"cells" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL
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
CREATE UNIQUE INDEX "agreement_code" ON "agreement" USING btree ("code");
CREATE UNIQUE INDEX "annual_report_version" ON "annual_report" USING btree ("agreement_id","fiscal_year","sequence");
CREATE INDEX "annual_text_year" ON "annual_text" USING btree ("agreement_id","fiscal_year");
CREATE INDEX "other_source_year" ON "other_source" USING btree ("agreement_id","fiscal_year");
CREATE UNIQUE INDEX "framework_version_name" ON "framework_version" USING btree ("framework_version");
CREATE UNIQUE INDEX "activity_code" ON "activity" USING btree ("agreement_id","code");
CREATE UNIQUE INDEX "amendment_code" ON "amendment" USING btree ("agreement_id","code");
CREATE UNIQUE INDEX "budget_line_code" ON "budget_line" USING btree ("agreement_id","fiscal_year","code");
CREATE UNIQUE INDEX "cash_entry_code" ON "cash_entry" USING btree ("agreement_id","fiscal_year","code");
CREATE UNIQUE INDEX "due_report_code" ON "due_report" USING btree ("agreement_id","code");
CREATE INDEX "due_report_due" ON "due_report" USING btree ("due_on");
CREATE UNIQUE INDEX "equipment_code" ON "equipment" USING btree ("agreement_id","code");
CREATE INDEX "funding_change_grid" ON "funding_change" USING btree ("agreement_id","register","fiscal_year","saved_at");
CREATE UNIQUE INDEX "indicator_target_code" ON "indicator_target" USING btree ("agreement_id","fiscal_year","code");
CREATE UNIQUE INDEX "position_code" ON "position" USING btree ("agreement_id","code");
CREATE UNIQUE INDEX "risk_code" ON "risk" USING btree ("agreement_id","code");
CREATE UNIQUE INDEX "training_code" ON "training" USING btree ("agreement_id","code");
CREATE INDEX "pack_quarter" ON "pack" USING btree ("fiscal_year","quarter");
CREATE INDEX "pack_workspace" ON "pack" USING btree ("workspace_id");
CREATE INDEX "pack_unit_unit" ON "pack_unit" USING btree ("unit_id");
CREATE UNIQUE INDEX "return_release_return" ON "return_release" USING btree ("return_id");
CREATE UNIQUE INDEX "funding_return_version" ON "funding_return" USING btree ("agreement_id","fiscal_year","quarter","sequence");
CREATE UNIQUE INDEX "funder_template_name" ON "funder_template" USING btree ("name");
