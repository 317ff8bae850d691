CREATE TABLE `search_entry` (
	`number` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_id` text NOT NULL,
	`unit_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entry_file` ON `search_entry` (`kind`,`file_id`);--> statement-breakpoint
-- Which file has which word: neither the text (it is not kept twice) nor the place of a word in it. Accents are folded. Numbers are not in it: each
-- is a word of its own, and they have their indexes.
CREATE VIRTUAL TABLE `search_text` USING fts5(`words`, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 2", prefix='2 3');
--> statement-breakpoint
INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`)
  SELECT 'referral', `id`, `unit_id` FROM `referral` ORDER BY `entered_at`, `id`;
--> statement-breakpoint
INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`)
  SELECT 'investigation', `id`, `unit_id` FROM `investigation` ORDER BY `entered_at`, `id`;
--> statement-breakpoint
INSERT INTO `search_text` (`rowid`, `words`)
  SELECT `search_entry`.`number`, `summary`
  FROM `search_entry` JOIN `referral` ON `referral`.`id` = `file_id` WHERE `kind` = 'referral';
--> statement-breakpoint
INSERT INTO `search_text` (`rowid`, `words`)
  SELECT `search_entry`.`number`, `waiting_on`
  FROM `search_entry` JOIN `investigation` ON `investigation`.`id` = `file_id` WHERE `kind` = 'investigation';
--> statement-breakpoint
CREATE TRIGGER `referral_searched` AFTER INSERT ON `referral` BEGIN
  INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`) VALUES ('referral', new.`id`, new.`unit_id`);
  INSERT INTO `search_text` (`rowid`, `words`)
    VALUES (last_insert_rowid(), new.`summary`);
END;
--> statement-breakpoint
CREATE TRIGGER `referral_searched_again` AFTER UPDATE OF `summary` ON `referral` BEGIN
  UPDATE `search_text` SET `words` = new.`summary`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = new.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `referral_moved_unit` AFTER UPDATE OF `unit_id` ON `referral` BEGIN
  UPDATE `search_entry` SET `unit_id` = new.`unit_id` WHERE `kind` = 'referral' AND `file_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `referral_forgotten` AFTER DELETE ON `referral` BEGIN
  DELETE FROM `search_text`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = old.`id`);
  DELETE FROM `search_entry` WHERE `kind` = 'referral' AND `file_id` = old.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `investigation_searched` AFTER INSERT ON `investigation` BEGIN
  INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`) VALUES ('investigation', new.`id`, new.`unit_id`);
  INSERT INTO `search_text` (`rowid`, `words`)
    VALUES (last_insert_rowid(), new.`waiting_on`);
END;
--> statement-breakpoint
CREATE TRIGGER `investigation_searched_again` AFTER UPDATE OF `waiting_on` ON `investigation` BEGIN
  UPDATE `search_text` SET `words` = new.`waiting_on`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = new.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `investigation_moved_unit` AFTER UPDATE OF `unit_id` ON `investigation` BEGIN
  UPDATE `search_entry` SET `unit_id` = new.`unit_id` WHERE `kind` = 'investigation' AND `file_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `investigation_forgotten` AFTER DELETE ON `investigation` BEGIN
  DELETE FROM `search_text`
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = old.`id`);
  DELETE FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = old.`id`;
END;
