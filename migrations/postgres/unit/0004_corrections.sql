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
	"months" text NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"review_due_at" bigint,
	"reviewed_at" bigint,
	"reviewed_by" text,
	"review_note" text
);

--> statement-breakpoint
CREATE TABLE "issued_pack" (
	"quarter" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"exported_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE INDEX "correction_file" ON "correction" USING btree ("file_id","at");
--> statement-breakpoint
CREATE INDEX "correction_record" ON "correction" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "correction_due" ON "correction" USING btree ("reviewed_at","review_due_at","unit_id");
