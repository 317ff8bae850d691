ALTER TABLE `referral` ADD `danger_since` integer;--> statement-breakpoint
ALTER TABLE `referral` ADD `inbox_key` integer DEFAULT 9007199254740991 NOT NULL;--> statement-breakpoint
CREATE INDEX `referral_inbox` ON `referral` (`open`,`inbox_key`,`due_at`,`assigned_to`,`unit_id`,`id`);--> statement-breakpoint
CREATE INDEX `referral_danger` ON `referral` (`danger_since`,`id`,`unit_id`) WHERE danger_since IS NOT NULL;--> statement-breakpoint
ALTER TABLE `danger_decision` ADD `ended` text;--> statement-breakpoint
UPDATE `referral` SET `danger_since` = (
  SELECT d.`decided_at` FROM `danger_decision` d WHERE d.`referral_id` = `referral`.`id` ORDER BY d.`position` DESC LIMIT 1
)
WHERE (`open` = 1 OR `state` = 'bundled' OR (`state` = 'linked' AND EXISTS (
  SELECT 1 FROM `referral_investigation` r JOIN `investigation` i ON i.`id` = r.`investigation_id` WHERE r.`referral_id` = `referral`.`id` AND i.`open` = 1
))) AND (
  SELECT d.`imminent` FROM `danger_decision` d WHERE d.`referral_id` = `referral`.`id` ORDER BY d.`position` DESC LIMIT 1
) = 1;
--> statement-breakpoint
UPDATE `referral` SET `danger_since` = (
  SELECT min(u.`danger_since`) FROM `referral` u WHERE u.`bundled_under` = `referral`.`id` AND u.`state` = 'bundled' AND u.`danger_since` IS NOT NULL
)
WHERE `danger_since` IS NULL AND `id` IN (
  SELECT u.`bundled_under` FROM `referral` u WHERE u.`state` = 'bundled' AND u.`danger_since` IS NOT NULL
) AND (`open` = 1 OR `state` = 'linked');
--> statement-breakpoint
UPDATE `referral` SET `inbox_key` = 10000000000000 * (CASE
    WHEN `danger_since` IS NOT NULL THEN 0
    WHEN `decision_from` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `danger_decision` d WHERE d.`referral_id` = `referral`.`id`) THEN
      CASE WHEN lower(trim(`priority_received`)) IN ('1', 'e', 'p1', 'p-1', 'p 1', 'priority 1', 'priorité 1', 'priorite 1')
        OR (`priority_received` LIKE '%urgen%' OR `priority_received` LIKE '%emergenc%' OR `priority_received` LIKE '%immedia%' OR `priority_received` LIKE '%immédia%')
        AND `priority_received` NOT LIKE 'no%' AND `priority_received` NOT LIKE '%pas %' THEN 1 ELSE 2 END
    ELSE 4 + (CASE `risk_band` WHEN 'imminent' THEN 0 WHEN 'very_high' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 WHEN 'low' THEN 4 ELSE 5 END)
  END) + min(`due_at`, 9999999999999)
WHERE `open` = 1;
