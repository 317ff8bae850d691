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

--> statement-breakpoint
CREATE TABLE "pillar" (
	"code" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "budget_line" ADD COLUMN "pillar" text;
--> statement-breakpoint
ALTER TABLE "budget_line" ADD COLUMN "to_project" text;
--> statement-breakpoint
CREATE UNIQUE INDEX "amendment_code" ON "amendment" USING btree ("agreement_id","code");
