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

--> statement-breakpoint
CREATE INDEX "leave_until" ON "leave" USING btree ("until_on");
