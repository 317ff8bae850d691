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

--> statement-breakpoint
CREATE INDEX "hearing_file" ON "hearing" USING btree ("investigation_id");
--> statement-breakpoint
CREATE INDEX "hearing_due" ON "hearing" USING btree ("outcome","heard_on");
--> statement-breakpoint
CREATE INDEX "hearing_person" ON "hearing" USING btree ("person_id");
