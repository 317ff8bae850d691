import { englishAgreements } from './englishAgreements.ts';
import { englishExchanges } from './englishExchanges.ts';
import { englishFiles } from './englishFiles.ts';
import { englishPapers } from './englishPapers.ts';
import { englishRecords } from './englishRecords.ts';
import type { FailureWords } from './words.ts';

export const englishFailures = {
  codes: {
    invalid_input: [
      'Something that was given cannot be accepted',
      'Nothing was saved. Correct what is named below and run the command again.',
    ],
    not_found: [
      'What was asked for is not here',
      'Nothing was changed. It may have been moved, or you may have no access to it.',
    ],
    conflict: [
      'This cannot be combined with what is already recorded',
      'Nothing was changed. Check what is held, then run the command again.',
    ],
    locked: ['The workspace is locked', 'Everything saved is kept. Run the command again to sign in.'],
    forbidden: ['Your role does not allow this', 'Nothing was changed. Ask an administrator if you need this right.'],
    read_only: [
      'The workspace can be read but not changed',
      'Nothing was changed. Check that the folder and its disk allow writing, then open the workspace again.',
    ],
    wrong_key: [
      'The sign-in was not accepted',
      'Nothing was opened. Check the login and the passphrase and try again.',
    ],
    corrupt: [
      'The workspace is damaged',
      'It was closed and nothing more was written to it. Restore the latest verified backup from its “backups” folder.',
    ],
    newer_schema: [
      'This workspace was made by a newer version of Vigie',
      'It was not changed. Install the newer version on this computer to open it.',
    ],
    busy: ['The workspace is busy', 'Nothing was changed. Wait a moment and try again.'],
    cancelled: ['Stopped', 'Nothing of it was kept. Run the command again at any time.'],
    internal: [
      'Something went wrong inside Vigie',
      'What was already saved is kept. Try again; if it happens again, give the reference to your support.',
    ],
  },
  reasons: {
    not_a_workspace: [
      'This folder is not a Vigie workspace',
      'Nothing was changed. Give a folder whose name ends in “.vigie”.',
    ],
    network_share: [
      'This folder is on a network share',
      'Nothing was opened: file locks are not safe there and the records could be damaged. Move the workspace to a disk of this computer.',
    ],
    workspace_exists: [
      'A workspace of this name is already in that folder',
      'It was not touched. Choose another name or another folder.',
    ],
    workspace_open_elsewhere: [
      'This workspace is already open',
      'Nothing was changed. Another window or program holds it: close it there, then run the command again.',
    ],
    folder_missing: [
      'A folder or a file is not there',
      'Nothing was changed. It may have been moved or renamed, or be on a disk that is not connected. Check the path.',
    ],
    folder_read_only: [
      'Vigie may not write in this folder',
      'Nothing was created or changed. Choose another folder, or ask for the right to write in this one.',
    ],
    disk_full: [
      'The disk is full',
      'Everything saved before is kept; the last change was not saved. Free some space and run the command again.',
    ],
    wrong_passphrase: [
      'The login or the passphrase is not right',
      'Nothing was opened. Passphrases tell capital from small letters; the first line of the file or of standard input is taken, whole.',
    ],
    wrong_recovery_key: [
      'The recovery key is not right',
      'Nothing was changed. Check each group of characters against the paper on which it was written.',
    ],
    second_administrator_needed: [
      'A second administrator must sign too',
      'Nothing was changed. This workspace has two administrators or more: do this in the application, where both sign.',
    ],
    last_administrator: [
      'This is the last administrator',
      'Nothing was changed. Give another user the administrator role first.',
    ],
    passphrase_too_short: [
      'The passphrase is too short',
      'Nothing was saved. Use at least 12 characters; several words are easy to remember.',
    ],
    too_many_attempts: [
      'Too many attempts',
      'Sign-in is paused for a short time to stop guessing, and the attempts are in the audit journal. Wait a minute and run the command again.',
    ],
    login_taken: ['This login is already used', 'Nothing was saved. Choose another login.'],
    code_taken: ['This code is already used', 'Nothing was saved. Choose another code.'],
    number_taken: [
      'This number is already used',
      'Nothing was saved. Check whether the file exists already, or choose another number.',
    ],
    name_taken: [
      'This name is already used',
      'Nothing was saved. Choose another name, or replace what stands under it.',
    ],
    version_conflict: [
      'This changed after it was looked at',
      'Nothing was changed. Look at it again, then repeat the command.',
    ],
    number_held_back: [
      'This number is held back',
      'Nothing was saved. It is the number of a record that may not simply come in again. A supervisor of the unit can see why and decide; the referral can be logged without its number.',
    ],
    duplicate_external_number: [
      'A referral with this number is already held',
      'Nothing was saved. Look at the existing referral first.',
    ],
    state_not_allowed: [
      'This step is not possible from the present state',
      'Nothing was changed. Look at its state first.',
    ],
    date_before_previous: [
      'This date is before the step that it follows',
      'Nothing was saved. Enter the same date or a later one.',
    ],
    date_in_future: ['This date is in the future', 'Nothing was saved. Enter today’s date or an earlier one.'],
    demand_made_before: [
      'A preservation demand for these data was already made to this person in this file',
      'Nothing was saved: only one may be made in an investigation (Criminal Code, s. 487.012(6)). To keep the data longer, apply for a preservation order (s. 487.013).',
    ],
    referral_carries_file: [
      'This file was opened from that referral',
      'The referral was not unlinked: the file is counted with the day on which it was received. Conclude the file instead, or link another referral to it.',
    ],
    transfer_pending: [
      'This file is already on its way to another unit',
      'No second transfer was offered. Take the first one back, or wait for its answer.',
    ],
    note_added_meanwhile: [
      'Somebody else added a note to this file meanwhile',
      'Nothing was saved. Read it, then run the command again.',
    ],
    investigation_still_open: [
      'Something in the investigation is still open',
      'It was not concluded. Settle what is open first.',
    ],
    referral_still_open: [
      'A decision or a notification is still missing',
      'It was not concluded. Record the decision about imminent danger and the word to child protection first.',
    ],
    laxer_than_agreement: [
      'This is longer than the agreement allows',
      'Nothing was saved. Give the agreement’s time limit or a shorter one.',
    ],
    offence_not_valid: [
      'This was not an offence on these days',
      'Nothing was saved. Check the dates, or choose the section that was in force then.',
    ],
    person_charged: [
      'This person is charged in this file',
      'Nothing was changed: an accused remains a subject of the file. Take the person off the charges first.',
    ],
    tallies_off: [
      'This unit keeps no tallies',
      'Nothing was saved. A supervisor first records the policy or authority under which tallies are kept.',
    ],
    not_a_catalogue: [
      'This file is not a catalogue of offences',
      'Nothing was changed. Choose a catalogue in JSON of the form that Vigie writes.',
    ],
    ...englishExchanges,
    ...englishPapers,
    ...englishFiles,
    ...englishRecords,
    not_a_pack: [
      'This file is not a quarter pack',
      'Nothing was imported. Give the file that the unit exported for the quarter.',
    ],
    pack_tampered: [
      'The pack’s signature does not match its content',
      'Nothing was imported. The file was changed after it was signed: ask the unit to send it again.',
    ],
    pack_newer: [
      'This pack was made by a newer version of Vigie',
      'Nothing was imported. Install the newer version to read it.',
    ],
    pack_older_than_held: [
      'This pack, or a later one of the same quarter, is already held',
      'Nothing was imported and the pack that is held stays in force.',
    ],
    pack_key_not_confirmed: [
      'This unit’s signing key is not confirmed yet',
      'Nothing was imported. Compare the fingerprint with the unit over the telephone, then repeat with --confirm-fingerprint.',
    ],
    pack_unknown_unit: [
      'The pack names a unit by a code that another unit already has here',
      'Nothing was imported. Settle with the unit which code is its own.',
    ],
    not_a_reference: [
      'This file is not a reference',
      'Nothing was imported. Choose the “.vigieref” file that the coordination workspace exported.',
    ],
    reference_incomplete: [
      'The reference is incomplete',
      'Nothing was imported. The file was cut short or damaged on its way: have it sent again.',
    ],
    reference_tampered: [
      'The reference’s signature does not match its content',
      'Nothing was imported. The file was changed after it was signed: have it sent again by those who made it.',
    ],
    reference_newer: [
      'This reference was made by a newer version of Vigie',
      'Nothing was imported. Install the newer version to read it.',
    ],
    reference_key_not_confirmed: [
      'The signing key of this reference is not confirmed yet',
      'Nothing was imported. Read the fingerprint with the coordination over the telephone, then confirm it.',
    ],
    reference_not_estimable: [
      'These units cannot make a reference',
      'Nothing was written. It takes ten usable units or more, not all funded from the same month, and a year of figures.',
    ],
    return_locked: [
      'This return is locked already',
      'Nothing was changed. A locked return stays as it was sent; export it with “vigie return export”.',
    ],
    return_not_locked: [
      'This return is not locked yet',
      'Nothing was exported. Lock it with “vigie return lock”, or add --lock.',
    ],
    return_has_blocking_checks: [
      'The return still has blocking checks',
      'It was not locked. Settle the blocking checks first; each names where it is mended.',
    ],
    return_tampered: [
      'The locked return no longer matches its fingerprint',
      'Nothing was exported. Tell an administrator: the workspace may have been changed outside Vigie.',
    ],
    framework_invalid: ['This file is no valid framework', 'Nothing was imported. Mend the file.'],
    return_unchanged: [
      'Nothing has changed since the version locked last',
      'Nothing was locked: a restatement says what it changes.',
    ],
    release_method_differs: [
      'These figures were released by another method before',
      'Nothing was written. Two methods for the same figures tell more together than either: release them by the method and the base used first.',
    ],
    release_not_protected: [
      'Earlier releases leave no way to protect a small count here',
      'Nothing was written. Tell your support which returns were released before.',
    ],
    rollup_refused: [
      'This cannot be rolled up',
      'Nothing of it was taken in. The reasons stand above; ask the office that sent it to send it again.',
    ],
    rollup_held: ['This very one is already here', 'Nothing was imported and nothing has changed.'],
    rollup_key_not_confirmed: [
      'The key that signed this is not confirmed yet',
      'Nothing was imported. Compare the fingerprint with the office over the telephone, then repeat with --confirm-fingerprint.',
    ],
    not_a_workbook: [
      'This is not an Excel workbook that Vigie can open',
      'Nothing was done. Choose an .xlsx file without a password.',
    ],
    template_sheet_missing: [
      'The workbook has no such sheet as the mapping names',
      'Nothing was written. Choose the workbook that the mapping was made on, or map the new one.',
    ],
    template_cell_formula: [
      'A mapped cell holds a formula of the funder’s',
      'Nothing was written. Map another cell: a formula is never written over.',
    ],
    rollup_unsigned: [
      'This form is not signed',
      'Nothing was imported. Repeat with --accept-unsigned if you know who sent it.',
    ],
    migration_unknown: [
      'The workspace’s structure is not one that Vigie made',
      'It was closed and not changed. Restore a verified backup or ask your support.',
    ],
    ...englishAgreements,
  },
} as const satisfies FailureWords;
