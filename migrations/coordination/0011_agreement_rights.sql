CREATE TABLE `approval_agreements` (
	`approval_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_ids` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `user_agreements` (
	`user_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agreement_ids` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `pack_unit` (
	`pack_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`pack_id`, `unit_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `pack_unit_unit` ON `pack_unit` (`unit_id`);--> statement-breakpoint
INSERT INTO `pack_unit` (`pack_id`, `unit_id`, `place`)
SELECT `pack`.`id`, json_extract(`each`.`value`, '$.id'), `each`.`key`
FROM `pack`, json_each(`pack`.`payload`, '$.units') AS `each`;
