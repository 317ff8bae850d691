CREATE TABLE `audit_file` (
	`file_id` text NOT NULL,
	`sequence` integer NOT NULL,
	PRIMARY KEY(`file_id`, `sequence`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `leaving_file` (
	`begun_sequence` integer PRIMARY KEY NOT NULL,
	`method` text NOT NULL,
	`path` text NOT NULL,
	`building_path` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_entry_actor` ON `audit_entry` (`actor_id`,`sequence`);
--> statement-breakpoint
INSERT INTO `audit_file` (`file_id`, `sequence`)
SELECT `subject_id`, `sequence` FROM `audit_entry` WHERE `subject_kind` IN ('referral', 'investigation') AND `subject_id` IS NOT NULL
UNION
SELECT json_extract(`facts`, '$.file'), `sequence` FROM `audit_entry` WHERE `facts` LIKE '%"file":"%' AND json_type(`facts`, '$.file') = 'text';
