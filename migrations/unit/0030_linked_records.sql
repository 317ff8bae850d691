ALTER TABLE `authority` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `authority` ADD `place` text;--> statement-breakpoint
CREATE INDEX `authority_person` ON `authority` (`person_id`);--> statement-breakpoint
ALTER TABLE `device` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `device` ADD `place` text;--> statement-breakpoint
CREATE INDEX `device_person` ON `device` (`person_id`);--> statement-breakpoint
ALTER TABLE `arrest` ADD `person_id` text;--> statement-breakpoint
CREATE INDEX `arrest_person` ON `arrest` (`person_id`);