DROP INDEX `identifier_begins`;--> statement-breakpoint
-- Parts of three characters and more: numbers of files under the number of their entry, identifiers under a place of their own.
CREATE VIRTUAL TABLE `search_number` USING fts5(`part`, content='', contentless_delete=1, tokenize="trigram remove_diacritics 1");
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_identifier` USING fts5(`part`, content='', contentless_delete=1, tokenize="trigram remove_diacritics 1");
--> statement-breakpoint
CREATE TABLE `search_identifier_place` (
	`number` integer PRIMARY KEY NOT NULL,
	`identifier_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_identifier_place_identifier` ON `search_identifier_place` (`identifier_id`);
--> statement-breakpoint
INSERT INTO `search_number` (`rowid`, `part`)
  SELECT `search_entry`.`number`, `referral`.`number` || char(10) || coalesce(`external_number`, '') || char(10) || coalesce(`external_key`, '')
  FROM `search_entry` JOIN `referral` ON `referral`.`id` = `file_id` WHERE `kind` = 'referral' ORDER BY 1;
--> statement-breakpoint
INSERT INTO `search_number` (`rowid`, `part`)
  SELECT `search_entry`.`number`, `investigation`.`number`
  FROM `search_entry` JOIN `investigation` ON `investigation`.`id` = `file_id` WHERE `kind` = 'investigation' ORDER BY 1;
--> statement-breakpoint
INSERT INTO `search_identifier_place` (`identifier_id`) SELECT `id` FROM `identifier` ORDER BY `entered_at`, `id`;
--> statement-breakpoint
INSERT INTO `search_identifier` (`rowid`, `part`)
  SELECT `number`, `value` || char(10) || `identifier_key`
  FROM `search_identifier_place` JOIN `identifier` ON `identifier`.`id` = `identifier_id` ORDER BY 1;
--> statement-breakpoint
DROP TRIGGER `referral_searched`;
--> statement-breakpoint
CREATE TRIGGER `referral_searched` AFTER INSERT ON `referral` BEGIN
  INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`) VALUES ('referral', new.`id`, new.`unit_id`);
  INSERT INTO `search_text` (`rowid`, `words`) VALUES (last_insert_rowid(), new.`summary`);
  INSERT INTO `search_number` (`rowid`, `part`) SELECT `number`,
    new.`number` || char(10) || coalesce(new.`external_number`, '') || char(10) || coalesce(new.`external_key`, '')
    FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `referral_numbered_again` AFTER UPDATE OF `number`, `external_number`, `external_key` ON `referral` BEGIN
  UPDATE `search_number`
    SET `part` = new.`number` || char(10) || coalesce(new.`external_number`, '') || char(10) || coalesce(new.`external_key`, '')
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = new.`id`);
END;
--> statement-breakpoint
DROP TRIGGER `referral_forgotten`;
--> statement-breakpoint
CREATE TRIGGER `referral_forgotten` AFTER DELETE ON `referral` BEGIN
  DELETE FROM `search_text`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = old.`id`);
  DELETE FROM `search_number`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = old.`id`);
  DELETE FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = old.`id`;
END;
--> statement-breakpoint
DROP TRIGGER `investigation_searched`;
--> statement-breakpoint
CREATE TRIGGER `investigation_searched` AFTER INSERT ON `investigation` BEGIN
  INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`) VALUES ('investigation', new.`id`, new.`unit_id`);
  INSERT INTO `search_text` (`rowid`, `words`)
    VALUES (last_insert_rowid(), coalesce(new.`title` || ' ', '') || coalesce(new.`subject` || ' ', '') || coalesce(new.`waiting_on`, ''));
  INSERT INTO `search_number` (`rowid`, `part`)
    SELECT `number`, new.`number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `investigation_numbered_again` AFTER UPDATE OF `number` ON `investigation` BEGIN
  UPDATE `search_number` SET `part` = new.`number`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = new.`id`);
END;
--> statement-breakpoint
DROP TRIGGER `investigation_forgotten`;
--> statement-breakpoint
CREATE TRIGGER `investigation_forgotten` AFTER DELETE ON `investigation` BEGIN
  DELETE FROM `search_text`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = old.`id`);
  DELETE FROM `search_number`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = old.`id`);
  DELETE FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = old.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `identifier_searched` AFTER INSERT ON `identifier` BEGIN
  INSERT INTO `search_identifier_place` (`identifier_id`) VALUES (new.`id`);
  INSERT INTO `search_identifier` (`rowid`, `part`) VALUES (last_insert_rowid(), new.`value` || char(10) || new.`identifier_key`);
END;
--> statement-breakpoint
CREATE TRIGGER `identifier_searched_again` AFTER UPDATE OF `value`, `identifier_key` ON `identifier` BEGIN
  UPDATE `search_identifier` SET `part` = new.`value` || char(10) || new.`identifier_key`
    WHERE `rowid` = (SELECT `number` FROM `search_identifier_place` WHERE `identifier_id` = new.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `identifier_forgotten` AFTER DELETE ON `identifier` BEGIN
  DELETE FROM `search_identifier`
    WHERE `rowid` = (SELECT `number` FROM `search_identifier_place` WHERE `identifier_id` = old.`id`);
  DELETE FROM `search_identifier_place` WHERE `identifier_id` = old.`id`;
END;
--> statement-breakpoint
-- A child in danger has a next check until the danger is ended: from the last one, within the period of the score.
UPDATE referral SET action_due_at = coalesce((SELECT max(checked_at) FROM referral_check WHERE referral_id = referral.id), danger_since)
  + coalesce((SELECT period_amount * CASE period_measure WHEN 'hours' THEN 3600000 ELSE 86400000 END FROM referral_score
      WHERE referral_id = referral.id AND undone_at IS NULL ORDER BY position DESC LIMIT 1), 14400000)
WHERE danger_since IS NOT NULL AND action_due_at IS NULL AND state <> 'bundled';
--> statement-breakpoint
UPDATE referral SET due_at = action_due_at, inbox_key = action_due_at
WHERE danger_since IS NOT NULL AND action_due_at < due_at;
