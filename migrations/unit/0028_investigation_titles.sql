ALTER TABLE `investigation` ADD `title` text;--> statement-breakpoint
ALTER TABLE `investigation` ADD `subject` text;
--> statement-breakpoint
DROP TRIGGER `investigation_searched`;
--> statement-breakpoint
CREATE TRIGGER `investigation_searched` AFTER INSERT ON `investigation` BEGIN
  INSERT INTO `search_entry` (`kind`, `file_id`, `unit_id`) VALUES ('investigation', new.`id`, new.`unit_id`);
  INSERT INTO `search_text` (`rowid`, `words`)
    VALUES (last_insert_rowid(), coalesce(new.`title` || ' ', '') || coalesce(new.`subject` || ' ', '') || coalesce(new.`waiting_on`, ''));
END;
--> statement-breakpoint
DROP TRIGGER `investigation_searched_again`;
--> statement-breakpoint
CREATE TRIGGER `investigation_searched_again` AFTER UPDATE OF `waiting_on`, `title`, `subject` ON `investigation` BEGIN
  UPDATE `search_text`
    SET `words` = coalesce(new.`title` || ' ', '') || coalesce(new.`subject` || ' ', '') || coalesce(new.`waiting_on`, '')
    WHERE `rowid` = (SELECT `number` FROM `search_entry` WHERE `kind` = 'investigation' AND `file_id` = new.`id`);
END;
