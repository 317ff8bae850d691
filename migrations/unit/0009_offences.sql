CREATE TABLE `clearance` (
	`investigation_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`founded` integer NOT NULL,
	`reason` text,
	`on_date` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `clearance_reason` (
	`code` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`outcome` text NOT NULL,
	`name_en` text NOT NULL,
	`name_fr` text NOT NULL,
	`letter` text,
	`active` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `delay_deduction` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`authority_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`cause` text NOT NULL,
	`days` integer NOT NULL,
	`note` text,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `delay_deduction_authority` ON `delay_deduction` (`authority_id`);--> statement-breakpoint
CREATE TABLE `file_offence` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`offence` text NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL,
	`attempted` integer NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `file_offence_file` ON `file_offence` (`investigation_id`,`first_on`);--> statement-breakpoint
CREATE INDEX `file_offence_code` ON `file_offence` (`offence`);--> statement-breakpoint
CREATE TABLE `offence_catalogue` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`catalogue_version` text NOT NULL,
	`sha256` text NOT NULL,
	`payload` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `support_referral` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`investigation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`referred_on` text NOT NULL,
	`service` text NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `support_referral_file` ON `support_referral` (`investigation_id`,`referred_on`);--> statement-breakpoint
CREATE TABLE `violation_code` (
	`section` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`code` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `tally_policy` (
	`unit_id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`enabled` integer NOT NULL,
	`authority` text NOT NULL,
	`decided_on` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `victim_tally` (
	`unit_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`lens` text NOT NULL,
	`category` text NOT NULL,
	`method` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`unit_id`, `fiscal_year`, `quarter`, `lens`, `category`, `method`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `charge` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `charge` ADD `offence_on` text;--> statement-breakpoint
ALTER TABLE `charge` ADD `recommended_on` text;--> statement-breakpoint
ALTER TABLE `charge` ADD `approved_on` text;--> statement-breakpoint
CREATE INDEX `charge_person` ON `charge` (`person_id`);--> statement-breakpoint
-- Charges that ended before their end was counted.
INSERT INTO `unit_month` (`unit_id`, `measure`, `month`, `value`, `status`, `source`)
  SELECT `unit_id`, 'dispositions', substr(`disposed_on`, 1, 7), sum(`counts`), 'complete', 'counted'
  FROM `charge` WHERE `stage` = 'laid' AND `disposed_on` IS NOT NULL GROUP BY 1, 3;
--> statement-breakpoint
-- A person's name is searched like the words of a file.
INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`)
  SELECT 'person', `id`, `unit_id` FROM `person` ORDER BY `entered_at`, `id`;
--> statement-breakpoint
INSERT INTO `search_text` (`rowid`, `words`)
  SELECT `search_entry`.`number`, `name`
  FROM `search_entry` JOIN `person` ON `person`.`id` = `search_entry`.`file_id` WHERE `kind` = 'person';
--> statement-breakpoint
CREATE TRIGGER `person_searched` AFTER INSERT ON `person` BEGIN
  INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`) VALUES ('person', new.`id`, new.`unit_id`);
  INSERT INTO `search_text` (`rowid`, `words`) VALUES (last_insert_rowid(), new.`name`);
END;
--> statement-breakpoint
CREATE TRIGGER `person_searched_again` AFTER UPDATE OF `name` ON `person` BEGIN
  UPDATE `search_text` SET `words` = new.`name`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'person' AND `file_id` = new.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `person_moved_unit` AFTER UPDATE OF `unit_id` ON `person` BEGIN
  UPDATE `search_entry` SET `unit_id` = new.`unit_id` WHERE `kind` = 'person' AND `file_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `person_forgotten` AFTER DELETE ON `person` BEGIN
  DELETE FROM `search_text`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'person' AND `file_id` = old.`id`);
  DELETE FROM `search_entry` WHERE `kind` = 'person' AND `file_id` = old.`id`;
END;
