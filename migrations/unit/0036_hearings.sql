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
--> statement-breakpoint
CREATE INDEX `hearing_file` ON `hearing` (`investigation_id`);--> statement-breakpoint
CREATE INDEX `hearing_due` ON `hearing` (`outcome`,`heard_on`);--> statement-breakpoint
CREATE INDEX `hearing_person` ON `hearing` (`person_id`);