/** Constraints that no input of a person can run into: only a fault of the program can, and a fault is an error (500). */
export const internalConstraints: Readonly<Record<string, string>> = {
  one_effect_per_key: 'inserted with on conflict do nothing: the second request waits and is answered like the first (I9)',
  one_notice_per_event_channel_and_recipient: 'inserted with on conflict do nothing: said twice, sent once (I18)',
  one_private_part_per_event: 'written beside its journal row, whose own key (one_event_per_step) meets the second writer first',
  a_published_announcement_has_its_time: 'state and time are written by one statement of the portal',
  a_scan_belongs_to_its_registration: 'key for the_licence_is_its_own; the id is made by the program',
  a_post_has_the_scope_it_needs: 'mandates are granted by three functions of accounts, each with the scope of its post',
  a_submitted_registration_has_a_desk: 'the desk is computed in the same statement that submits',
  an_approved_registration_has_its_unit: 'the unit is made in the same transaction that approves',
  a_file_is_erased_once: 'key and time of erasure are written by one statement of the legacy room',
  an_import_has_its_starter: 'the starter is written by the statement that starts',
  an_import_under_way_has_its_file: 'files are erased of imports that have ended only',
  only_a_draft_expires: 'the table of steps clears the date in every event that leaves the draft',
  the_licence_is_its_own: 'the scan is stored under the registration that was found for update',
  the_unit_that_came_of_it: 'the unit is made in the same transaction that approves',
}
