// Written by `npm run db:types` from the migrations. Not by hand.
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<string, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Account {
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * P1; mask=name; purpose=timelines and header
   */
  display_name: string;
  /**
   * -
   */
  id: string;
  /**
   * -; language of its notices
   */
  lang: Generated<string>;
  /**
   * -
   */
  last_signed_in_at: Timestamp | null;
  /**
   * P1 sealed; mask=mail; purpose=notices and recovery; proven by code
   */
  mail: string | null;
  /**
   * P1 blind; purpose=one account per mailbox (S1-N1), search by exact value (D21)
   */
  mail_blind: string | null;
  /**
   * -; set where somebody else began with the password
   */
  must_change_password: Generated<boolean>;
  /**
   * -
   */
  password_changed_at: Generated<Timestamp>;
  /**
   * S; Argon2id
   */
  password_hash: string;
  /**
   * P1 sealed; mask=phone; purpose=notices and recovery; proven by code
   */
  phone: string | null;
  /**
   * P1 blind; purpose=one account per phone (S1-N1), search by exact value (D21)
   */
  phone_blind: string | null;
  /**
   * P1 blind; purpose=search by last four (D21)
   */
  phone_last4_blind: string | null;
  /**
   * -; a disabled account has no sessions
   */
  state: Generated<string>;
  /**
   * -; the second factor counts from here on
   */
  totp_confirmed_at: Timestamp | null;
  /**
   * -; a one-time code is accepted once (I16)
   */
  totp_last_step: Generated<number>;
  /**
   * S sealed; second factor
   */
  totp_secret: string | null;
  /**
   * P1; mask=name; purpose=sign-in
   */
  user_name: string;
  /**
   * P1; mask=name; purpose=I14, unique after normalisation
   */
  user_name_key: Generated<string | null>;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface Agreement {
  /**
   * P0; plain text, paragraphs by empty lines
   */
  body: string;
  /**
   * P0
   */
  body_en: string;
  /**
   * P0; what changed since the version before
   */
  change_note: Generated<string>;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * -
   */
  id: string;
  /**
   * -
   */
  in_force_at: Timestamp | null;
  /**
   * P0; version number that people accept
   */
  number: number;
  /**
   * -
   */
  state: Generated<string>;
  /**
   * P0
   */
  title: string;
  /**
   * P0
   */
  title_en: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface AgreementAcceptance {
  /**
   * -
   */
  accepted_at: Generated<Timestamp>;
  /**
   * -; null until the account exists
   */
  account_id: string | null;
  /**
   * P1; mask=address; purpose=proof of acceptance
   */
  address: string;
  /**
   * -
   */
  agreement_id: string;
  /**
   * -; travels in the address of the wizard until the account exists, and serves one account within a day
   */
  id: string;
  /**
   * -; language it was read in
   */
  lang: string;
}

export interface Announcement {
  /**
   * P0; plain text, paragraphs by empty lines
   */
  body: string;
  /**
   * P0
   */
  body_en: Generated<string>;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * -
   */
  id: string;
  /**
   * -; stands first
   */
  pinned: Generated<boolean>;
  /**
   * -
   */
  published_at: Timestamp | null;
  /**
   * -
   */
  state: Generated<string>;
  /**
   * P0
   */
  title: string;
  /**
   * P0; empty: the Chinese one is shown
   */
  title_en: Generated<string>;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface Application {
  /**
   * -; of the leader
   */
  account_id: string;
  /**
   * -; since when the present desk has it
   */
  arrived_at: Timestamp | null;
  /**
   * -; D17
   */
  authority_desk: string | null;
  /**
   * -
   */
  begun_at: Timestamp;
  /**
   * -; 科技局
   */
  bureau_desk: string | null;
  /**
   * -
   */
  call_id: string;
  /**
   * P0; 项目类别
   */
  category: string;
  /**
   * -
   */
  changed_at: Timestamp;
  /**
   * -; end of the correction window (E53), for the leader and all levels
   */
  correct_until: Timestamp | null;
  /**
   * -; secondary unit on the route; none where there is none or its manager is the leader (E56)
   */
  department_desk: string | null;
  /**
   * -; who must decide
   */
  desk_id: string | null;
  /**
   * -; that of its draft
   */
  id: string;
  /**
   * -; D5: on its way straight back to the desk that returned it
   */
  is_fast: Generated<boolean>;
  /**
   * -; 负责人
   */
  leader_id: string;
  /**
   * P1; mask=name; purpose=负责人 in the list (S2-78)
   */
  leader_name: string;
  /**
   * P0; 项目编号, given at the first submission
   */
  number: string | null;
  /**
   * -; order of the lists: the last change has the highest
   */
  place: number;
  /**
   * -; first time it came to a desk: its place in the queue is kept through returns (N7)
   */
  queued_at: Timestamp | null;
  /**
   * -; level that returned it last
   */
  returned_by: string | null;
  /**
   * -; the last submitted version
   */
  revision: Generated<number>;
  /**
   * -; 部门 of the leader, at the last submission or, before it, now
   */
  secondary_unit_id: string | null;
  /**
   * P0; of its time (E26)
   */
  secondary_unit_name: string | null;
  /**
   * -; 未提交 (草稿 退回待修改 已撤回), 部门审核, 单位审核, 主管部门审核, 科技局审核, 已受理, 不予受理 (D17)
   */
  state: string;
  /**
   * -; 申报时间: arrival of the last submission
   */
  submitted_at: Timestamp | null;
  /**
   * P1; mask=none shown; purpose=项目名称
   */
  title: Generated<string>;
  /**
   * -
   */
  unit_id: string;
  /**
   * P0; of its time (E03)
   */
  unit_name: string;
  /**
   * -; seq of its last journal event; a deed names the one it saw (I5, E49)
   */
  version: Generated<number>;
  /**
   * -; of the check at the last submission (N5)
   */
  warnings: Generated<number>;
}

export interface ApplicationBatch {
  /**
   * -
   */
  desk_id: string;
  /**
   * -
   */
  done: number;
  /**
   * -; until when a frozen set may be run
   */
  expires_at: Timestamp;
  /**
   * -
   */
  id: string;
  /**
   * -; size of the frozen set (E48)
   */
  items: number;
  /**
   * -; when the set was frozen (E48)
   */
  made_at: Timestamp;
  /**
   * -
   */
  made_by: string;
  /**
   * -; when it was run; it can be undone for ten minutes from then (E51)
   */
  run_at: Timestamp | null;
  /**
   * -; ids of the random sample, and which of them were opened (N5)
   */
  sample: Generated<Json>;
  /**
   * -
   */
  undone_at: Timestamp | null;
  /**
   * -
   */
  verb: string;
}

export interface ApplicationBatchItem {
  /**
   * -
   */
  application_id: string;
  /**
   * -
   */
  batch_id: string;
  /**
   * -; order in the set: that of the queue; the first take the places of a quota (E57)
   */
  nth: number;
  /**
   * -; ready or warned while frozen; then done, undone, or the code of the refusal
   */
  outcome: string;
  /**
   * P1; mask=none shown; purpose=what the refusal names: desk, manager, time
   */
  params: Generated<Json>;
  /**
   * -; version at the tick (E49)
   */
  seen: number;
}

export interface ApplicationBlock {
  /**
   * -; place / 8192
   */
  block: number;
  /**
   * -
   */
  n: number;
  /**
   * -
   */
  scope_id: string;
  /**
   * -
   */
  shard: number;
  /**
   * -
   */
  state: string;
}

export interface ApplicationDecision {
  /**
   * -; D11, E37: the unit acted for a department that is vacant or silent; E10: its leader was gone
   */
  acted_for: string | null;
  /**
   * -
   */
  application_id: string;
  /**
   * -
   */
  batch_id: string | null;
  /**
   * -; coded reasons
   */
  codes: Generated<string[]>;
  /**
   * P1 sealed; mask=none shown; purpose=reason or comment (S2-85): leader and desks read it
   */
  comment: string | null;
  /**
   * -; 退回补正: until when (E53)
   */
  correct_until: Timestamp | null;
  /**
   * -
   */
  decided_at: Timestamp;
  /**
   * -; account
   */
  decided_by: string;
  /**
   * -; person; none for a unit account or staff
   */
  decider_id: string | null;
  /**
   * -
   */
  desk_id: string;
  /**
   * -; carried for the comparison
   */
  leader_id: string;
  /**
   * -
   */
  level: string;
  /**
   * P1; mask=none shown; purpose=fields to be corrected, each with its coded reason (D18)
   */
  marks: Generated<Json>;
  /**
   * -
   */
  outcome: string;
  /**
   * -
   */
  revision: number;
  /**
   * -; of the journal event
   */
  seq: number;
  /**
   * -; E51
   */
  undone_at: Timestamp | null;
}

export interface ApplicationDesk {
  /**
   * -; secondary unit, unit, authority or bureau
   */
  desk_id: string;
  /**
   * -; how often, for the key of the notice
   */
  told: Generated<number>;
  /**
   * -; what arrived until then was told
   */
  told_at: Timestamp;
}

export interface ApplicationFile {
  /**
   * -
   */
  application_id: string;
  /**
   * -
   */
  file_id: string;
  /**
   * -; carried for the reference
   */
  file_state: Generated<string>;
  /**
   * -
   */
  revision: number;
}

export interface ApplicationLook {
  /**
   * -
   */
  account_id: string;
  /**
   * -
   */
  application_id: string;
  /**
   * -; unit, secondary unit, authority or bureau acted for
   */
  desk_id: string;
  /**
   * -
   */
  first_at: Timestamp;
  /**
   * -
   */
  last_at: Timestamp;
  /**
   * P1; mask=none shown; purpose=the leader sees who opened it
   */
  name: string;
}

export interface ApplicationNote {
  /**
   * -; who wrote it
   */
  account_id: string;
  /**
   * -
   */
  application_id: string;
  /**
   * P1 sealed; mask=none shown; purpose=half-written return (E19): coded reasons, marked fields, text; the desk reads it
   */
  body: string;
  /**
   * -; unit, secondary unit, authority or bureau acted for
   */
  desk_id: string;
  /**
   * -; the submitted version it speaks of
   */
  revision: number;
  /**
   * -
   */
  written_at: Timestamp;
}

export interface ApplicationPresence {
  /**
   * -
   */
  account_id: string;
  /**
   * -
   */
  application_id: string;
  /**
   * -; unit, secondary unit, authority or bureau acted for
   */
  desk_id: string;
  /**
   * -; last sign of it
   */
  seen_at: Timestamp;
  /**
   * -; one sign-in: what it has open goes with it
   */
  session_id: string;
  /**
   * -; when this look began
   */
  since: Timestamp;
}

export interface ApplicationSearch {
  /**
   * -
   */
  application_id: string;
  /**
   * P1; mask=name; purpose=search by 负责人; small letters without spaces
   */
  leader_name: string;
  /**
   * P0; search by 项目编号 or its beginning, in whichever collation the database has
   */
  number: string | null;
  /**
   * P1; mask=none shown; purpose=search by 项目名称; small letters without spaces
   */
  title: string;
  /**
   * -
   */
  unit_id: string;
}

export interface ApplicationTotal {
  /**
   * -
   */
  call_id: string;
  /**
   * -
   */
  n: number;
  /**
   * -; unit, secondary unit, authority or bureau
   */
  scope_id: string;
  /**
   * -; of the connection that counted: nobody waits for another one
   */
  shard: number;
  /**
   * -
   */
  state: string;
}

export interface ApplicationVersion {
  /**
   * -
   */
  application_id: string;
  /**
   * -
   */
  call_id: string;
  /**
   * -; rule set it was checked against (N15)
   */
  call_version: number;
  /**
   * -; carried for the comparison
   */
  closes_at: Timestamp | null;
  /**
   * P1; mask=none shown; purpose=the application as submitted: values, facts, members, files
   */
  content: Json;
  /**
   * -; correction window it came in
   */
  correct_until: Timestamp | null;
  /**
   * P0; SHA-256 of the content in canonical JSON; printed on the PDF (E63)
   */
  hash: string;
  /**
   * -; 负责人 of this version
   */
  leader_id: string;
  /**
   * P1; mask=name; purpose=负责人 of this version
   */
  leader_name: string;
  /**
   * -; carried for the reference
   */
  level: Generated<string>;
  /**
   * -; carried for the comparison
   */
  opens_at: Timestamp | null;
  /**
   * P0; signed receipt: number, version, hash, time
   */
  receipt: string;
  /**
   * -; database time of the arrival (D19)
   */
  received_at: Timestamp;
  /**
   * -; 1, 2, 3 ...
   */
  revision: number;
  /**
   * P0; 部门 of its leader, of its time
   */
  secondary_unit_name: string | null;
  /**
   * -
   */
  submitted_by: string;
  /**
   * P0; of its time
   */
  unit_name: string;
  /**
   * -; window in force for it
   */
  window_nth: number | null;
}

export interface Authority {
  /**
   * P0; office phone that applicants see on the waiting page
   */
  contact_phone: Generated<string>;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * -
   */
  id: string;
  /**
   * -; a closed one keeps its past but takes no new registrations
   */
  is_open: Generated<boolean>;
  /**
   * -; bureau 科技局, municipal 市级主管部门, district 区科技局
   */
  kind: string;
  /**
   * P0
   */
  name: string;
  /**
   * P0
   */
  name_en: Generated<string>;
  /**
   * P0; unique after normalisation
   */
  name_key: Generated<string | null>;
  /**
   * -; authority above it
   */
  parent_id: string | null;
  /**
   * P0; GB/T 2260 code of a district
   */
  region: string | null;
  /**
   * -; order among siblings
   */
  sort: Generated<number>;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface Call {
  /**
   * -
   */
  changed_at: Timestamp;
  /**
   * P0; short name, first part of the numbers of its applications
   */
  code: string;
  /**
   * P0; the document as the bureau writes on it
   */
  draft: Json;
  /**
   * -; compared at every save of the draft: nobody writes over another
   */
  draft_version: Generated<number>;
  /**
   * -
   */
  id: string;
  /**
   * -
   */
  made_at: Timestamp;
  /**
   * -
   */
  made_by: string;
  /**
   * -; the version in force
   */
  published: number | null;
  /**
   * -; the first time
   */
  published_at: Timestamp | null;
  /**
   * -
   */
  state: Generated<string>;
  /**
   * P0; of the version in force, or of the draft
   */
  title: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface CallVersion {
  /**
   * -
   */
  call_id: string;
  /**
   * P0; out of the document, empty where it says nothing in English
   */
  category_en: Generated<string>;
  /**
   * P0
   */
  document: Json;
  /**
   * P0; SHA-256 of the document in canonical JSON
   */
  hash: string;
  /**
   * P0; why it was changed, as the public page says
   */
  note: Generated<string>;
  /**
   * -
   */
  published_at: Timestamp;
  /**
   * -
   */
  published_by: string;
  /**
   * P0; out of the document, empty where it says nothing in English
   */
  title_en: Generated<string>;
  /**
   * -; 1, 2, 3 ...; an application names the one it was checked against (N15)
   */
  version: number;
}

export interface CallWindow {
  /**
   * P0; only for drafts begun before; null for all
   */
  begun_before: Timestamp | null;
  /**
   * -
   */
  call_id: string;
  /**
   * P0; last second, which still counts (E55)
   */
  closes_at: Timestamp;
  /**
   * -
   */
  level: string;
  /**
   * -
   */
  moved_at: Timestamp;
  /**
   * -; null for the publication
   */
  moved_by: string | null;
  /**
   * -; 1 came with the publication
   */
  nth: number;
  /**
   * P0; first second
   */
  opens_at: Timestamp;
  /**
   * P0; as the public page says
   */
  reason: Generated<string>;
}

export interface CityVisit {
  /**
   * -; page of ours to go on to
   */
  back: string | null;
  /**
   * S; SHA-256 of the cookie of the browser that left: only it may come back
   */
  browser_digest: string;
  /**
   * -
   */
  created_at: Timestamp;
  /**
   * -
   */
  door: string;
  /**
   * -; ten minutes
   */
  expires_at: Timestamp;
  /**
   * -; who is signed in and links this identity to his account
   */
  link_account: string | null;
  /**
   * S sealed; must come back in the token
   */
  nonce: string;
  /**
   * -; its refusal stands in the journal, once
   */
  refused_at: Timestamp | null;
  /**
   * S; SHA-256 of state
   */
  state_digest: string;
  /**
   * -
   */
  used_at: Timestamp | null;
  /**
   * S sealed; PKCE
   */
  verifier: string;
}

export interface CodeEntry {
  /**
   * P0
   */
  code: string;
  /**
   * -; id of the list
   */
  list: string;
  /**
   * P0
   */
  name: string;
  /**
   * P0
   */
  name_en: Generated<string>;
  /**
   * P0
   */
  parent: string | null;
  /**
   * -
   */
  sort: Generated<number>;
  /**
   * P0; code that follows it
   */
  successor: string | null;
  /**
   * P0; first day it may be chosen
   */
  valid_from: string | null;
  /**
   * P0; last day it may be chosen
   */
  valid_to: string | null;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface DemoMessage {
  /**
   * P1; mask=mail; purpose=demo only, never-issued addresses
   */
  address: string;
  /**
   * P1; mask=none shown; purpose=demo only
   */
  body: string;
  /**
   * -; mail or sms
   */
  channel: string;
  /**
   * -
   */
  id: string;
  /**
   * -
   */
  sent_at: Generated<Timestamp>;
  /**
   * -
   */
  subject: string | null;
}

export interface DeskReminder {
  /**
   * -
   */
  call_id: string;
  /**
   * -; the closing time that was told
   */
  closes_at: Timestamp;
  /**
   * -; so many hours before, or fewer
   */
  hours: number;
  /**
   * -; subject of the notice
   */
  id: string;
  /**
   * -; leader: of one application; desk: of all that lie there
   */
  kind: string;
  /**
   * -; application, or secondary unit, unit, authority or bureau
   */
  subject_id: string;
  /**
   * -
   */
  told_at: Timestamp;
}

export interface Draft {
  /**
   * -; of the leader
   */
  account_id: string;
  /**
   * -
   */
  begun_at: Timestamp;
  /**
   * -
   */
  call_id: string;
  /**
   * -; that of the application
   */
  id: string;
  /**
   * -; 负责人
   */
  leader_id: string;
  /**
   * -; open all, marked only the marked fields (D18), locked while it is under way (E39)
   */
  lock: Generated<string>;
  /**
   * -; ids of the fields that a return unlocked
   */
  marks: Generated<string[]>;
  /**
   * -
   */
  saved_at: Timestamp;
  /**
   * -; grows with every change of members, files, lock
   */
  version: Generated<number>;
}

export interface DraftField {
  /**
   * -
   */
  changed_at: Timestamp;
  /**
   * -
   */
  changed_by: string;
  /**
   * -
   */
  draft_id: string;
  /**
   * -; its id in the form
   */
  field: string;
  /**
   * P1; mask=none shown; purpose=contents of an application
   */
  value: Json;
  /**
   * -; compared at every save: no silent overwrite between windows
   */
  version: Generated<number>;
}

export interface DraftFile {
  /**
   * -
   */
  bytes: number;
  /**
   * -
   */
  draft_id: string;
  /**
   * -; id of the field of the form: files, or the rich text that shows it
   */
  field: string;
  /**
   * -
   */
  file_key: string;
  /**
   * -
   */
  id: string;
  /**
   * -; shown within a rich text; counts while the text shows it
   */
  is_picture: Generated<boolean>;
  /**
   * -
   */
  kind: string;
  /**
   * P1; mask=none shown; purpose=name of an attachment
   */
  name: string;
  /**
   * -
   */
  pages: number | null;
  /**
   * -; a picture drawn anew (D24); none of a PDF
   */
  preview_key: string | null;
  /**
   * -; word of the refusal at the second look
   */
  refusal: string | null;
  /**
   * -; taken out by the leader; kept where a submitted version shows it (E61)
   */
  removed_at: Timestamp | null;
  /**
   * -; part of what is hashed at submission
   */
  sha256: string;
  /**
   * -; only a clean one is ever shown
   */
  state: string;
  /**
   * -
   */
  uploaded_at: Timestamp;
  /**
   * -
   */
  uploaded_by: string;
}

export interface DraftMember {
  /**
   * -; once answered
   */
  account_id: string | null;
  /**
   * -
   */
  answered_at: Timestamp | null;
  /**
   * -
   */
  draft_id: string;
  /**
   * -
   */
  id: string;
  /**
   * -
   */
  invited_at: Timestamp;
  /**
   * -; 投入月数
   */
  months: Numeric | null;
  /**
   * P1; mask=name; purpose=whom the leader invited
   */
  name: string;
  /**
   * -; once confirmed
   */
  person_id: string | null;
  /**
   * P1 sealed; mask=phone; purpose=the invitation goes there
   */
  phone: string;
  /**
   * P1 blind; purpose=the invited finds it in his own account
   */
  phone_blind: string;
  /**
   * -
   */
  sort: Generated<number>;
  /**
   * -; 待本人确认, 已确认, 已拒绝; withdrawn was taken off the list
   */
  state: Generated<string>;
  /**
   * P1; mask=none shown; purpose=分工
   */
  task: Generated<string>;
  /**
   * P1; mask=none shown; purpose=职称 at the time of the answer
   */
  title: Generated<string>;
  /**
   * P0; of the time of the answer
   */
  unit_name: Generated<string>;
}

export interface Handover {
  /**
   * -; what was there by then belongs to the package
   */
  begun_at: Generated<Timestamp>;
  /**
   * -; everything was confirmed, or another one took its place
   */
  finished_at: Timestamp | null;
  /**
   * -
   */
  id: string;
  /**
   * -; none where nobody kept the account
   */
  predecessor_id: string | null;
  /**
   * -
   */
  successor_id: string;
  /**
   * -
   */
  unit_id: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface HandoverItem {
  /**
   * -
   */
  confirmed_at: Generated<Timestamp>;
  /**
   * -
   */
  confirmed_by: string;
  /**
   * -
   */
  handover_id: string;
  /**
   * -; kind of the piece, with the id of a note
   */
  item: string;
}

export interface HandoverNote {
  /**
   * P1; mask=none shown; purpose=handing over within the unit
   */
  body: string;
  /**
   * -
   */
  changed_at: Generated<Timestamp>;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * -
   */
  id: string;
  /**
   * -; or on this day of it
   */
  recurs_day: number | null;
  /**
   * -; comes round every year in this month
   */
  recurs_month: number | null;
  /**
   * -; its texts are empty from then on
   */
  removed_at: Timestamp | null;
  /**
   * P1; mask=none shown; purpose=handing over within the unit
   */
  title: string;
  /**
   * -
   */
  unit_id: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface HelpQuestion {
  /**
   * -; who asks
   */
  account_id: string;
  /**
   * P1; mask=none shown; purpose=what the helper says
   */
  answer: Generated<string>;
  /**
   * -
   */
  answered_at: Timestamp | null;
  /**
   * -
   */
  answered_by: string | null;
  /**
   * -
   */
  asked_at: Generated<Timestamp>;
  /**
   * -; day in Asia/Shanghai: one question a day on one refusal
   */
  asked_on: string;
  /**
   * -; the refusal, a word key
   */
  code: string;
  /**
   * -
   */
  id: string;
  /**
   * P1; mask=none shown; purpose=what the person needs
   */
  note: string;
  /**
   * -; page of ours, without its query
   */
  path: string;
  /**
   * P1; mask=none shown; purpose=the refusal as the person read it
   */
  sentence: string;
  /**
   * -; open, answered
   */
  state: Generated<string>;
  /**
   * -; the post whose task it is to answer
   */
  to_post: string;
  /**
   * -; unit or authority; none for the platform and its support
   */
  to_scope: string | null;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface Idempotency {
  /**
   * -; account id, or the digest of the session-less caller
   */
  actor: string;
  /**
   * -; answer of the deed; holds ids and states only, never personal values
   */
  answer: Json | null;
  /**
   * -; keys are forgotten after seven days
   */
  created_at: Generated<Timestamp>;
  /**
   * -; made by the browser before sending
   */
  key: string;
  /**
   * -; keyed digest of the input: the same key with another input is refused
   */
  request_digest: string;
  /**
   * -; room and verb
   */
  verb: string;
}

export interface Identity {
  /**
   * -
   */
  account_id: string;
  /**
   * -; 法人用户 or 个人用户 (S2-02)
   */
  door: string;
  /**
   * -
   */
  id: string;
  /**
   * -
   */
  issuer: string;
  /**
   * -
   */
  last_seen_at: Timestamp;
  /**
   * -
   */
  linked_at: Timestamp;
  /**
   * P1; mask=name; purpose=whose identity is linked, on the page of the account
   */
  name: string;
  /**
   * P2 sealed; mask=none shown; purpose=what the provider said last: what it says otherwise now is a change
   */
  said: string;
  /**
   * P1; mask=none shown; purpose=recognised at the next sign-in
   */
  subject: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface IdentityLink {
  /**
   * -; the local account that it may belong to
   */
  account_id: string;
  /**
   * -
   */
  back: string | null;
  /**
   * -; what the identity and the account have in common
   */
  by: string;
  /**
   * P2 sealed; mask=none shown; purpose=what the provider said, until linked
   */
  claims: string;
  /**
   * -
   */
  created_at: Timestamp;
  /**
   * -
   */
  door: string;
  /**
   * -; ten minutes
   */
  expires_at: Timestamp;
  /**
   * -
   */
  issuer: string;
  /**
   * P1; mask=none shown; purpose=the identity to link
   */
  subject: string;
  /**
   * S; SHA-256 of the token in the browser
   */
  token_digest: string;
  /**
   * -
   */
  used_at: Timestamp | null;
}

export interface Inbox {
  /**
   * -; whose
   */
  account_id: string;
  /**
   * -; as above
   */
  body: string;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * -
   */
  id: string;
  /**
   * -; path of a page of ours
   */
  link: string | null;
  /**
   * -; exactly one inbox row per notice
   */
  outbox_id: string | null;
  /**
   * -
   */
  read_at: Timestamp | null;
  /**
   * -; sentence without personal values of others
   */
  title: string;
}

export interface JobLease {
  /**
   * -
   */
  last_finished_at: Timestamp | null;
  /**
   * -
   */
  last_started_at: Timestamp | null;
  /**
   * -
   */
  leased_until: Generated<Timestamp>;
  /**
   * -
   */
  name: string;
}

export interface Journal {
  /**
   * -; who did it; null for the platform itself
   */
  account_id: string | null;
  /**
   * P1; mask=name; purpose=timeline shows who acted, in the name of that time
   */
  actor_name: string | null;
  /**
   * P1; mask=address; purpose=audit of access
   */
  address: string | null;
  /**
   * -; time of the database
   */
  at: Generated<Timestamp>;
  /**
   * -; facts of the event without personal values
   */
  body: Generated<Json>;
  /**
   * -; what happened, a verb in the past
   */
  event: string;
  /**
   * -; post and scope acted under
   */
  mandate: Json | null;
  /**
   * -; SHA-256 of the salted personal values in journal_private, which may be re-sealed and erased (I24)
   */
  private_digest: string | null;
  /**
   * -; finds the lines of the log
   */
  request_id: string | null;
  /**
   * -; the room that wrote the event
   */
  room: string;
  /**
   * -; counts the events of one subject from 1; equals the version of the row after the deed
   */
  seq: number;
  /**
   * -; the row it speaks of
   */
  subject: string;
}

export interface JournalPrivate {
  /**
   * -
   */
  id: string;
  /**
   * -; as in journal
   */
  room: string;
  /**
   * P1 sealed; mask=none shown; purpose=replay and timeline
   */
  sealed: string;
  /**
   * -; as in journal
   */
  seq: number;
  /**
   * -; as in journal
   */
  subject: string;
}

export interface LegacyImport {
  /**
   * -; tries of the step under way
   */
  attempts: Generated<number>;
  /**
   * -; at most 20 MB
   */
  bytes: number;
  /**
   * -
   */
  checked_at: Timestamp | null;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * -; lines looked at so far: progress
   */
  done: Generated<number>;
  /**
   * -; found out, and corrected by the desk where that was wrong
   */
  encoding: string;
  /**
   * -; since when the file is gone; user names follow some days later
   */
  erased_at: Timestamp | null;
  /**
   * -; name in the file store, where the file lies sealed; null once it is erased
   */
  file_key: string | null;
  /**
   * -; as its sender called it
   */
  file_name: string;
  /**
   * -
   */
  id: string;
  /**
   * -
   */
  imported_at: Timestamp | null;
  /**
   * -
   */
  n_conflict: Generated<number>;
  /**
   * -
   */
  n_defect: Generated<number>;
  /**
   * -; lines that become, or became, accounts
   */
  n_new: Generated<number>;
  /**
   * -; lines whose person is here already
   */
  n_there: Generated<number>;
  /**
   * -; units that come with them
   */
  n_units: Generated<number>;
  /**
   * -; word of what is wrong with the whole file or with the last try
   */
  problem: string | null;
  /**
   * -; values of that sentence: names of columns, numbers
   */
  problem_params: Generated<Json>;
  /**
   * -; each new account gets a mail that explains it
   */
  send_mail: Generated<boolean>;
  /**
   * -; as above
   */
  separator: string;
  /**
   * -; tells two files apart after they are erased
   */
  sha256: string;
  /**
   * -; who confirmed it
   */
  started_by: string | null;
  /**
   * -; 检查中 已检查 无法读取 导入中 已导入 已放弃
   */
  state: string;
  /**
   * -; lines with an account
   */
  total: Generated<number>;
  /**
   * -
   */
  uploaded_by: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface LegacyLine {
  /**
   * -; fields and words of what is wrong, with values of the sentences that name no person
   */
  found: Generated<Json>;
  /**
   * -
   */
  import_id: string;
  /**
   * -; account of a unit or of a person
   */
  kind: string | null;
  /**
   * -; number of the line in the file
   */
  line: number;
  /**
   * -; 可导入 已存在 冲突 有误
   */
  outcome: string;
  /**
   * P1; mask=name; purpose=finding the line again; gone some days after the upload
   */
  user_name: string | null;
}

export interface LicenceScan {
  /**
   * -; at most 10 MB
   */
  bytes: number;
  /**
   * -; name in the file store, generated
   */
  file_key: string;
  /**
   * -
   */
  id: string;
  /**
   * -; by magic bytes
   */
  kind: string;
  /**
   * P0; name the sender gave the file
   */
  name: string;
  /**
   * -; re-encoded image
   */
  preview_key: string | null;
  /**
   * -
   */
  registration_id: string;
  /**
   * -
   */
  sha256: string;
  /**
   * -
   */
  uploaded_at: Generated<Timestamp>;
}

export interface LimitGivenBack {
  /**
   * -
   */
  application_id: string;
  /**
   * -
   */
  given_back_at: Timestamp;
}

export interface LimitSlot {
  /**
   * -
   */
  application_id: string;
  /**
   * -; family of calls
   */
  family: string;
  /**
   * -; limit of the call
   */
  most: number;
  /**
   * -
   */
  person_id: string;
  /**
   * -
   */
  role: string;
  /**
   * -
   */
  slot: number;
}

export interface Lockout {
  /**
   * -
   */
  failures: Generated<number>;
  /**
   * -; the window counts from here
   */
  first_failed_at: Timestamp | null;
  /**
   * P1 blind; purpose=counts guesses at one name or from one address
   */
  subject: string;
}

export interface LockoutSlot {
  /**
   * -
   */
  id: string;
  /**
   * P1 blind; purpose=as in lockout
   */
  subject: string;
  /**
   * -; a slot whose server died is free again after a minute
   */
  taken_at: Generated<Timestamp>;
}

export interface LogoutCall {
  /**
   * -
   */
  attempts: Generated<number>;
  /**
   * -
   */
  created_at: Timestamp;
  /**
   * -
   */
  due_at: Timestamp;
  /**
   * -
   */
  id: string;
  /**
   * -; the subject
   */
  person_id: string;
  /**
   * -; the visit that ended
   */
  sid: string;
  /**
   * -
   */
  subsystem_id: string;
}

export interface Mandate {
  /**
   * -
   */
  account_id: string;
  /**
   * -; open end while it holds
   */
  during: Generated<string>;
  /**
   * -
   */
  ended_by: string | null;
  /**
   * -; null for the set-up
   */
  granted_by: string | null;
  /**
   * -
   */
  id: string;
  /**
   * -
   */
  post: string;
  /**
   * -; authority, unit or secondary unit; none for the platform, its support and a person himself
   */
  scope_id: string | null;
}

export interface OidcRecord {
  /**
   * -; a code is redeemed once (I16)
   */
  consumed_at: Timestamp | null;
  /**
   * -; pruned after it
   */
  expires_at: Timestamp;
  /**
   * -; digest; everything of one authorisation
   */
  grant_id: string | null;
  /**
   * S; SHA-256 over model and value, which only the browser or the subsystem holds
   */
  id: string;
  /**
   * -; AuthorizationCode, AccessToken, Session, ...
   */
  model: string;
  /**
   * S sealed; what the provider keeps of it
   */
  payload: string;
  /**
   * -; digest; finds the session of an interaction
   */
  uid: string | null;
}

export interface Outbox {
  /**
   * P1 sealed; mask=mail; purpose=where to send
   */
  address: string | null;
  /**
   * -; how often sending was tried
   */
  attempts: Generated<number>;
  /**
   * -; inbox, mail or sms
   */
  channel: string;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * -; not before
   */
  due_at: Generated<Timestamp>;
  /**
   * -; name of the event
   */
  event: string;
  /**
   * -; also the stable Message-ID of the mail
   */
  id: string;
  /**
   * -; the event that caused it
   */
  journal_room: string;
  /**
   * -; as above
   */
  journal_seq: number;
  /**
   * -; as above
   */
  journal_subject: string;
  /**
   * -; zh or en
   */
  lang: string;
  /**
   * -; class of the last failure, without addresses
   */
  last_error: string | null;
  /**
   * -; a worker holds it until then
   */
  leased_until: Timestamp | null;
  /**
   * P1 sealed; mask=none shown; purpose=values of the sentence
   */
  params: string;
  /**
   * -; id given by the mail or SMS provider
   */
  provider_id: string | null;
  /**
   * -; account id or blind index of the address
   */
  recipient: string;
  /**
   * -; account, null for a bare address
   */
  recipient_id: string | null;
  /**
   * -
   */
  sent_at: Timestamp | null;
  /**
   * -; waiting, sent or dead (given up after twelve attempts)
   */
  state: Generated<string>;
  /**
   * -; key of the words
   */
  template: string;
}

export interface PasswordLink {
  /**
   * -
   */
  account_id: string;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * S; SHA-256 of the token
   */
  digest: string;
  /**
   * -
   */
  expires_at: Timestamp;
  /**
   * -; a link is good once
   */
  used_at: Timestamp | null;
}

export interface Person {
  /**
   * -; the account it signs in with
   */
  account_id: string;
  /**
   * -; when the document was compared with those that units vouch for, apart from the registration (D14)
   */
  compared_at: Timestamp | null;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * P2 sealed; mask=document; purpose=one person per document (S1-25, S1-N1); kind and number in one text, since the blind index is over both
   */
  document: string | null;
  /**
   * P2 blind; purpose=duplicates, search by exact value (D21); over kind and number
   */
  document_blind: string | null;
  /**
   * P2 blind; purpose=search by last four (D21)
   */
  document_last4_blind: string | null;
  /**
   * -; since when the city's identity provider answers for the document
   */
  document_proven_at: Timestamp | null;
  /**
   * -; code of the kind of document
   */
  document_type: string | null;
  /**
   * -
   */
  id: string;
  /**
   * -; 用户状态 of the manual (S1-48): everything but enabled reads 已禁用
   */
  is_enabled: Generated<boolean>;
  /**
   * -; when this unit was chosen
   */
  joined_at: Timestamp | null;
  /**
   * P1; mask=name; purpose=负责人姓名 in the unit's list (S1-47)
   */
  name: string;
  /**
   * -; place in the order of the unit's list; never given twice in one unit
   */
  place: number | null;
  /**
   * -; when the person last asked a unit to look: once a day, whichever unit
   */
  reminded_at: Timestamp | null;
  /**
   * -; 已注册 已启用 已禁用 已拒绝 已移出 (1.4.2)
   */
  state: string;
  /**
   * P1 sealed; mask=none shown; purpose=why the unit or the support disabled, refused or released: the person and the unit read it
   */
  state_reason: string | null;
  /**
   * -
   */
  state_since: Generated<Timestamp>;
  /**
   * -; managing unit (管理单位); none after a refusal or a release (E09)
   */
  unit_id: string | null;
  /**
   * P1; mask=name; purpose=search in the unit's list (S1-45); as in account, where it never changes
   */
  user_name: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
  /**
   * -; since when the unit answers for who this is: its first 启用
   */
  vouched_at: Timestamp | null;
}

export interface PersonTotal {
  /**
   * -; place / 512
   */
  block: number;
  /**
   * -
   */
  n: number;
  /**
   * -
   */
  state: string;
  /**
   * -
   */
  unit_id: string;
}

export interface Print {
  /**
   * -
   */
  application_id: string;
  /**
   * -
   */
  asked_at: Timestamp;
  /**
   * -; null where it follows a submission
   */
  asked_by: string | null;
  /**
   * -
   */
  attempts: Generated<number>;
  /**
   * -
   */
  bytes: number | null;
  /**
   * -; made, or given up
   */
  done_at: Timestamp | null;
  /**
   * -
   */
  file_key: string | null;
  /**
   * -; somebody waits for it; the others are made when nobody does
   */
  is_wanted: boolean;
  /**
   * -; digest of everything that the file says: version or content, language, version of the template
   */
  key: string;
  /**
   * -
   */
  lang: string;
  /**
   * -; while a process makes it
   */
  leased_until: Timestamp | null;
  /**
   * -
   */
  pages: number | null;
  /**
   * -; the submitted version; null of a draft
   */
  revision: number | null;
  /**
   * -
   */
  state: Generated<string>;
  /**
   * -; version of the template
   */
  template: number;
  /**
   * -; why it could not be made, for the operator
   */
  trouble: string | null;
}

export interface Profile {
  /**
   * -
   */
  approved_at: Timestamp | null;
  /**
   * -; the revision in force
   */
  approved_version: number | null;
  /**
   * P1; mask=year; purpose=出生日期 (S2-69)
   */
  birth_date: string | null;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * P2 sealed; mask=none shown; purpose=what the person typed and has not submitted (1.4.4 草稿)
   */
  draft: string | null;
  /**
   * -
   */
  drafted_at: Timestamp | null;
  /**
   * P2 sealed; mask=none shown; purpose=民族 (S2-68)
   */
  ethnic_group: string | null;
  /**
   * P1; mask=none shown; purpose=国籍/地区 (S2-68)
   */
  nationality: string | null;
  /**
   * P1 sealed; mask=phone; purpose=办公电话 (S2-74)
   */
  office_phone: string | null;
  /**
   * -
   */
  person_id: string;
  /**
   * P2 sealed; mask=none shown; purpose=政治面貌 (S2-68)
   */
  political_status: string | null;
  /**
   * P1 sealed; mask=messenger; purpose=QQ (S2-74)
   */
  qq: string | null;
  /**
   * P1; mask=none shown; purpose=性别 (S2-67)
   */
  sex: string | null;
  /**
   * P1; mask=none shown; purpose=专业 (S2-73)
   */
  specialty: string | null;
  /**
   * -
   */
  updated_at: Generated<Timestamp>;
  /**
   * -; seq of its last journal event: own changes and what became of the submitted versions, one after the other
   */
  version: Generated<number>;
  /**
   * P1 sealed; mask=messenger; purpose=微信 (S2-74)
   */
  wechat: string | null;
}

export interface ProfileDecision {
  /**
   * -; D11: the unit acted for a department that is vacant or silent
   */
  acted_for: string | null;
  /**
   * -
   */
  decided_at: Timestamp;
  /**
   * -; account
   */
  decided_by: string;
  /**
   * -; the person who decided; none for a unit account (E38)
   */
  decider_id: string | null;
  /**
   * -; 审核通过, 审核不通过, 撤回
   */
  outcome: string;
  /**
   * -
   */
  person_id: string;
  /**
   * P1 sealed; mask=none shown; purpose=驳回原因 (S2-55): the person and the desk read it
   */
  reason: string | null;
  /**
   * -; coded 驳回原因
   */
  reason_codes: Generated<string[]>;
  /**
   * -
   */
  version: number;
}

export interface ProfileDesk {
  /**
   * -; unit or secondary unit
   */
  desk_id: string;
  /**
   * -; when the desk was last told by mail that somebody waits: once an hour at most
   */
  mailed_at: Timestamp | null;
  /**
   * -; given to the next change, of a unit
   */
  next_place: Generated<number>;
}

export interface ProfileExport {
  /**
   * -
   */
  asked_at: Timestamp;
  /**
   * -
   */
  asked_by: string;
  /**
   * -; the desk whose list it is; none for the whole unit
   */
  desk_id: string | null;
  /**
   * -
   */
  done_at: Timestamp | null;
  /**
   * -; the file goes then
   */
  expires_at: Timestamp | null;
  /**
   * -
   */
  file_key: string | null;
  /**
   * P2 sealed; mask=none shown; purpose=what was searched for
   */
  filters: string;
  /**
   * -
   */
  id: string;
  /**
   * -; what for, as typed
   */
  purpose: string;
  /**
   * -; how many lines
   */
  rows: number | null;
  /**
   * -
   */
  state: Generated<string>;
  /**
   * -
   */
  unit_id: string;
}

export interface ProfileNote {
  /**
   * -; who wrote it
   */
  account_id: string;
  /**
   * P1 sealed; mask=none shown; purpose=half-written 驳回原因 (E19): the desk reads it
   */
  reason: string;
  /**
   * -; coded reasons picked so far
   */
  reason_codes: Generated<string[]>;
  /**
   * -
   */
  review_id: string;
  /**
   * -; the version it speaks of
   */
  revision: number;
  /**
   * -
   */
  written_at: Timestamp;
}

export interface ProfilePresence {
  /**
   * -
   */
  account_id: string;
  /**
   * -
   */
  review_id: string;
  /**
   * -; last sign of it
   */
  seen_at: Timestamp;
  /**
   * -; when this look began
   */
  since: Timestamp;
}

export interface ProfileReview {
  /**
   * -
   */
  decided_at: Timestamp | null;
  /**
   * -; who decides: the unit itself, or the secondary unit (S2-57, D2, E38); computed at submission, moved with the structure
   */
  desk_id: string;
  /**
   * P2 sealed; mask=document; purpose=证件号码 in the review list (S2-48); kind and number in one text, as in person
   */
  document: string;
  /**
   * P2 blind; purpose=search by exact value (D21)
   */
  document_blind: string;
  /**
   * P2 blind; purpose=search by last four (D21)
   */
  document_last4_blind: string;
  /**
   * P1; mask=none shown; purpose=最高学历 in the review list
   */
  education: string;
  /**
   * -
   */
  id: string;
  /**
   * P1; mask=name; purpose=姓名 in the review list (S2-48)
   */
  name: string;
  /**
   * -
   */
  person_id: string;
  /**
   * -; order of the list: the last change has the highest
   */
  place: number;
  /**
   * -; the version that this line shows: the last one submitted to this unit
   */
  revision: number;
  /**
   * -; carried for the reference
   */
  secondary_unit_active: boolean | null;
  /**
   * -; 部门
   */
  secondary_unit_id: string | null;
  /**
   * P1; mask=none shown; purpose=性别 in the review list (S2-48)
   */
  sex: string | null;
  /**
   * -; 待审核 审核已通过 审核不通过; withdrawn is not shown; left has gone to another unit (E40)
   */
  state: string;
  /**
   * -; since when it waits; kept when it moves (E32)
   */
  submitted_at: Timestamp;
  /**
   * P1; mask=none shown; purpose=职称 in the review list
   */
  title: string;
  /**
   * -; 工作单位
   */
  unit_id: string;
  /**
   * -; 最近更新时间
   */
  updated_at: Timestamp;
}

export interface ProfileReviewTotal {
  /**
   * -; place / 512
   */
  block: number;
  /**
   * -
   */
  desk_id: string;
  /**
   * -
   */
  n: number;
  /**
   * -
   */
  state: string;
  /**
   * -
   */
  unit_id: string;
}

export interface ProfileRevision {
  /**
   * P1; mask=none shown; purpose=最高学位
   */
  degree: string | null;
  /**
   * P2 sealed; mask=document; purpose=证件号码 under review (S2-46); kind and number in one text, as in person
   */
  document: string;
  /**
   * P2 blind; purpose=was the document changed
   */
  document_blind: string;
  /**
   * -
   */
  document_type: string;
  /**
   * P1; mask=none shown; purpose=最高学历
   */
  education: string;
  /**
   * -
   */
  person_id: string;
  /**
   * P1; mask=none shown; purpose=职务
   */
  position: Generated<string>;
  /**
   * -; 部门 (S2-75)
   */
  secondary_unit_id: string | null;
  /**
   * P0; its name of that time (E26)
   */
  secondary_unit_name: string | null;
  /**
   * -
   */
  submitted_at: Timestamp;
  /**
   * -
   */
  submitted_by: string;
  /**
   * P1; mask=none shown; purpose=职称
   */
  title: string;
  /**
   * -; 工作单位
   */
  unit_id: string;
  /**
   * P0; its name of that time (E03)
   */
  unit_name: string;
  /**
   * -; 1, 2, 3 ...: what a decision names (E39)
   */
  version: number;
}

export interface ProfileUnitTotal {
  /**
   * -; place / 512
   */
  block: number;
  /**
   * -
   */
  n: number;
  /**
   * -
   */
  state: string;
  /**
   * -
   */
  unit_id: string;
}

export interface ProofCode {
  /**
   * P1 sealed; mask=mail; purpose=what was proven
   */
  address: string;
  /**
   * P1 blind; purpose=limits per address
   */
  address_blind: string;
  /**
   * -
   */
  channel: string;
  /**
   * S; HMAC of the code
   */
  code_digest: string;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * -; ten minutes
   */
  expires_at: Timestamp;
  /**
   * -
   */
  id: string;
  /**
   * -; the right code came back
   */
  proven_at: Timestamp | null;
  /**
   * -; what it may be used for
   */
  purpose: string;
  /**
   * P1 blind; purpose=limits per caller
   */
  requester: string;
  /**
   * -
   */
  tries_left: Generated<number>;
  /**
   * -; spent by the deed that needed it
   */
  used_at: Timestamp | null;
}

export interface ReceiptKey {
  /**
   * -; kid: thumbprint of the public half (RFC 7638)
   */
  id: string;
  /**
   * -
   */
  made_at: Timestamp;
  /**
   * P0
   */
  public_jwk: Json;
  /**
   * -; signs nothing new from then on
   */
  retired_at: Timestamp | null;
  /**
   * S sealed; the private JWK
   */
  sealed: string;
}

export interface RecoveryCase {
  /**
   * -; the keeper forgot, the keeper has left, something else
   */
  cause: string;
  /**
   * -; what was compared with the licence: name, code, representative, seal
   */
  checks: Generated<Json>;
  /**
   * P1 sealed; mask=mail; purpose=notices, and the mailbox of the new account; proven by code
   */
  claimant_mail: string | null;
  /**
   * P1 blind; purpose=one open case per unit and mailbox
   */
  claimant_mail_blind: string | null;
  /**
   * P1; mask=name; purpose=who is to keep the account
   */
  claimant_name: string | null;
  /**
   * P1 sealed; mask=phone; purpose=call back, and the phone of the new account; proven by code
   */
  claimant_phone: string | null;
  /**
   * P1 blind; purpose=no officer decides on his own case
   */
  claimant_phone_blind: string | null;
  /**
   * -; the time of keeping counts from here
   */
  closed_at: Timestamp | null;
  /**
   * -; the second officer
   */
  confirmed_by: string | null;
  /**
   * -; a new account, the keeper's own restored, or one there was granted the unit
   */
  course: string | null;
  /**
   * -; personal data and evidence are gone
   */
  erased_at: Timestamp | null;
  /**
   * -; the licence, until the case is erased
   */
  evidence_id: string | null;
  /**
   * P1; mask=none shown; purpose=what happened, in the claimant's words
   */
  explanation: string | null;
  /**
   * -
   */
  id: string;
  /**
   * -; support has decided on the objection
   */
  is_overruled: Generated<boolean>;
  /**
   * -; who kept the account when it was verified; none where nobody did
   */
  keeper_id: string | null;
  /**
   * -; language of the notices to the claimant
   */
  lang: string;
  /**
   * P1; mask=none shown; purpose=last word of the desk, on the comparison, the return, the refusal; gone with the erasure
   */
  note: string | null;
  /**
   * -; eight digits and their check digit, as it is read aloud
   */
  number: string;
  /**
   * -
   */
  objected_by: string | null;
  /**
   * P1; mask=none shown; purpose=why the present keeper objects
   */
  objection: string | null;
  /**
   * -
   */
  opened_at: Generated<Timestamp>;
  /**
   * -; of a refusal
   */
  reason_code: string | null;
  /**
   * P1 blind; purpose=limits per caller; gone with the erasure
   */
  requester: string | null;
  /**
   * -; 待核验 有异议 待复核 已告知 未通过 已移交 已撤回
   */
  state: string;
  /**
   * -; how long it has been waiting where it is
   */
  state_since: Generated<Timestamp>;
  /**
   * -; the account that keeps the unit since the hand-over: made, restored, or one there was
   */
  successor_id: string | null;
  /**
   * S sealed; the token in the claimant's link, for the next mail that needs it
   */
  token: string | null;
  /**
   * S; SHA-256 of the token in the claimant's link
   */
  token_digest: string | null;
  /**
   * -
   */
  unit_id: string;
  /**
   * P1; mask=name; purpose=name of the new account at a hand-over
   */
  user_name: string | null;
  /**
   * -
   */
  verified_at: Timestamp | null;
  /**
   * -; the first officer, who compared
   */
  verified_by: string | null;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface RecoveryEvidence {
  /**
   * -; at most 10 MB
   */
  bytes: number;
  /**
   * -; none while the case is not open yet: such a file lives for two hours
   */
  case_id: string | null;
  /**
   * -; name in the file store, generated
   */
  file_key: string;
  /**
   * -
   */
  id: string;
  /**
   * -
   */
  kind: string;
  /**
   * P0; name the sender gave the file
   */
  name: string;
  /**
   * -; re-encoded image
   */
  preview_key: string | null;
  /**
   * -; the proven mailbox that it was sent under
   */
  proof_id: string;
  /**
   * P1 blind; purpose=limits per caller
   */
  requester: string;
  /**
   * -
   */
  sha256: string;
  /**
   * -
   */
  uploaded_at: Generated<Timestamp>;
}

export interface RecoveryRequest {
  /**
   * -; looked up, and a mail written if an account has the mailbox
   */
  answered_at: Timestamp | null;
  /**
   * -
   */
  asked_at: Generated<Timestamp>;
  /**
   * -
   */
  id: string;
  /**
   * P1 blind; purpose=finds the account of the mailbox, limits per mailbox
   */
  mail_blind: string;
  /**
   * P1 blind; purpose=limits per caller
   */
  requester: string;
}

export interface RoleGrant {
  /**
   * -; the account it came in force for; none while it waits (待激活)
   */
  account_id: string | null;
  /**
   * -
   */
  activated_at: Timestamp | null;
  /**
   * -; what did not agree then (E17)
   */
  differs: Generated<string[]>;
  /**
   * P2 sealed; mask=document; purpose=who is meant (S2-28, S2-36); kind and number in one text, as in person
   */
  document: string;
  /**
   * P2 blind; purpose=exclusion S2-32 and comparison; over kind and number, as in person
   */
  document_blind: string;
  /**
   * -; kind of identity document
   */
  document_type: string;
  /**
   * -; open end while it is granted
   */
  during: Generated<string>;
  /**
   * P1 sealed; mask=none shown; purpose=why the post ended: the unit and the person read it
   */
  end_reason: string | null;
  /**
   * -; as its journal has it
   */
  ended_at: Timestamp | null;
  /**
   * -
   */
  ended_by: string | null;
  /**
   * -; as its journal has it; the range may begin later, where clocks differ
   */
  granted_at: Timestamp;
  /**
   * -
   */
  granted_by: string | null;
  /**
   * -
   */
  id: string;
  /**
   * -; authorised_person, secondary_unit_manager
   */
  kind: string;
  /**
   * -; true while the post is given; carried for the reference
   */
  manages_active: Generated<boolean | null>;
  /**
   * P1; mask=name; purpose=who is meant (S2-28, S2-36)
   */
  name: string;
  /**
   * P1 sealed; mask=phone; purpose=must agree at the first sign-in (E17)
   */
  phone: string;
  /**
   * P1 blind; purpose=comparison with the account that signs in
   */
  phone_blind: string;
  /**
   * -
   */
  secondary_unit_id: string | null;
  /**
   * -; when somebody last signed in for whom some of the three agreed
   */
  tried_at: Timestamp | null;
  /**
   * -
   */
  unit_id: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface SchemaMigration {
  /**
   * -; when it was applied
   */
  applied_at: Generated<Timestamp>;
  /**
   * -; SHA-256 of its text
   */
  checksum: string;
  /**
   * -; name of the file
   */
  name: string;
}

export interface SecondaryUnit {
  /**
   * -
   */
  active: Generated<boolean>;
  /**
   * -
   */
  archived_at: Timestamp | null;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * -
   */
  id: string;
  /**
   * P0
   */
  name: string;
  /**
   * P0; normalised for comparison (E26)
   */
  name_key: Generated<string | null>;
  /**
   * -
   */
  unit_id: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface SecurityAnswer {
  /**
   * -
   */
  account_id: string;
  /**
   * S; Argon2id of the normalised answer
   */
  answer_hash: string;
  /**
   * -; 问题一, 问题二, 问题三
   */
  place: number;
  /**
   * -; code of the question
   */
  question: string;
  /**
   * -; shown to the owner
   */
  set_at: Generated<Timestamp>;
}

export interface Session {
  /**
   * -
   */
  account_id: string;
  /**
   * P1; mask=address; purpose=the owner sees where the account is signed in
   */
  address: string | null;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * -; absolute limit
   */
  expires_at: Timestamp;
  /**
   * -
   */
  id: string;
  /**
   * -; post and scope chosen where an account has several
   */
  mandate: Json | null;
  /**
   * -; when the second factor was shown
   */
  second_factor_at: Timestamp | null;
  /**
   * -; idle limit counts from here
   */
  seen_at: Generated<Timestamp>;
  /**
   * -; what is still to come before the session is full
   */
  stage: string;
  /**
   * S; SHA-256 of the token
   */
  token_digest: string;
  /**
   * P1; mask=none shown; purpose=as above
   */
  user_agent: string | null;
}

export interface Setting {
  /**
   * -
   */
  changed_at: Generated<Timestamp>;
  /**
   * -; one of the kinds in settings/kinds.ts
   */
  key: string;
  /**
   * P0; shown on public pages
   */
  value: Json;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface SetupToken {
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * S; SHA-256 of the token printed at first start
   */
  digest: string;
  /**
   * -
   */
  expires_at: Timestamp;
  /**
   * -
   */
  used_at: Timestamp | null;
}

export interface SigningKey {
  /**
   * -; kid
   */
  id: string;
  /**
   * -
   */
  made_at: Generated<Timestamp>;
  /**
   * -; signs nothing new from then on, stays published for a day
   */
  retired_at: Timestamp | null;
  /**
   * S sealed; the private JWK
   */
  sealed: string;
}

export interface StructureChange {
  /**
   * -; secondary unit or grant
   */
  about: string | null;
  /**
   * -
   */
  id: string;
  /**
   * -
   */
  kind: string;
  /**
   * -
   */
  made_at: Timestamp;
  /**
   * -
   */
  made_by: string | null;
  /**
   * -; ids of what moved, from where, to where
   */
  moves: Json;
  /**
   * -
   */
  undone_at: Timestamp | null;
  /**
   * -
   */
  unit_id: string;
}

export interface Subsystem {
  /**
   * P0; what it is for, one sentence
   */
  about: Generated<string>;
  /**
   * P0
   */
  about_en: Generated<string>;
  /**
   * -; told at once when somebody may no longer be in (OpenID Connect Back-Channel Logout)
   */
  backchannel_logout_uri: string | null;
  /**
   * -; client_id
   */
  code: string;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * -; where 进入 leads
   */
  entry_url: string;
  /**
   * -
   */
  id: string;
  /**
   * -; a closed one lets nobody in
   */
  is_open: Generated<boolean>;
  /**
   * -; where one may be sent after signing out
   */
  logout_uris: Generated<string[]>;
  /**
   * P0
   */
  name: string;
  /**
   * P0
   */
  name_en: Generated<string>;
  /**
   * -; granted: who was given it by the unit; everybody: every enabled person (D25)
   */
  open_to: Generated<string>;
  /**
   * -; where the code may be sent; compared whole (RFC 9700)
   */
  redirect_uris: string[];
  /**
   * S; SHA-256 of the client secret, a random number of 256 bits
   */
  secret_digest: string;
  /**
   * -
   */
  secret_made_at: Generated<Timestamp>;
  /**
   * -; order in the lists
   */
  sort: Generated<number>;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface SubsystemGrant {
  /**
   * -; open end while it holds
   */
  during: string;
  /**
   * -; null where it ended of itself, with the person's leaving
   */
  ended_by: string | null;
  /**
   * -
   */
  granted_by: string | null;
  /**
   * -
   */
  id: string;
  /**
   * -
   */
  person_id: string;
  /**
   * -
   */
  subsystem_id: string;
  /**
   * -; the unit that gave it; ends when the person leaves it
   */
  unit_id: string;
}

export interface SubsystemRequest {
  /**
   * -; why not
   */
  answer: Generated<string>;
  /**
   * -
   */
  answered_at: Timestamp | null;
  /**
   * -
   */
  asked_at: Timestamp;
  /**
   * -
   */
  id: string;
  /**
   * P1; mask=none shown; purpose=what the person says to the unit
   */
  note: Generated<string>;
  /**
   * -
   */
  person_id: string;
  /**
   * -; open, granted, declined, withdrawn by the person, or gone with the person who left the unit
   */
  state: Generated<string>;
  /**
   * -
   */
  subsystem_id: string;
  /**
   * -; the unit's mailbox heard of it, and of no other for an hour
   */
  told_by_mail: Generated<boolean>;
  /**
   * -; whose task it is to answer
   */
  unit_id: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface SubsystemVisit {
  /**
   * -
   */
  entered_at: Timestamp;
  /**
   * -
   */
  person_id: string;
  /**
   * -; session of the platform; without a foreign key, since a session that ended is no longer there
   */
  session_id: string;
  /**
   * -; the name of the visit towards the subsystem (sid of the ID token)
   */
  sid: string;
  /**
   * -
   */
  subsystem_id: string;
}

export interface Unit {
  /**
   * -
   */
  approved_at: Generated<Timestamp>;
  /**
   * -; authority it belongs to
   */
  authority_id: string;
  /**
   * P0
   */
  credit_code: string;
  /**
   * -; verified by hand against the licence
   */
  credit_code_by_hand: boolean;
  /**
   * -
   */
  id: string;
  /**
   * P0
   */
  legal_nature: string;
  /**
   * P0; mask=name; purpose=public registry
   */
  legal_representative: string;
  /**
   * P0
   */
  legal_type: string;
  /**
   * P0
   */
  located_address: string;
  /**
   * P0
   */
  located_district: string;
  /**
   * P0
   */
  name: string;
  /**
   * P0; normalised for comparison
   */
  name_key: string;
  /**
   * P0; look-alike names share it
   */
  name_skeleton: string;
  /**
   * P0
   */
  registered_address: string;
  /**
   * P0
   */
  registered_district: string;
  /**
   * -; 已生效, 已停用, 已注销
   */
  status: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface UnitBankAccount {
  /**
   * P0; 户名
   */
  account_name: string;
  /**
   * P0; why it differs from the unit's name
   */
  account_name_reason: Generated<string>;
  /**
   * P0; 银行行号 (S2-22)
   */
  bank_code: string;
  /**
   * P0; 开户银行
   */
  bank_name: string;
  /**
   * -
   */
  confirmed_at: Timestamp | null;
  /**
   * -
   */
  confirmed_by: string | null;
  /**
   * -; first entry, second person, or step-up of a unit that has only its account (D20)
   */
  confirmed_how: string | null;
  /**
   * -
   */
  ended_at: Timestamp | null;
  /**
   * -
   */
  id: string;
  /**
   * -; why it was refused or withdrawn
   */
  note: Generated<string>;
  /**
   * P2 sealed; mask=bank account; purpose=银行账号 (S2-21)
   */
  number: string;
  /**
   * -
   */
  proposed_at: Timestamp;
  /**
   * -
   */
  proposed_by: string;
  /**
   * -; pending waits for the second person, live is in force
   */
  state: string;
  /**
   * -
   */
  unit_id: string;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface UnitName {
  /**
   * -; open end for the present one
   */
  during: string;
  /**
   * -
   */
  id: string;
  /**
   * P0
   */
  name: string;
  /**
   * -
   */
  unit_id: string;
}

export interface UnitPeople {
  /**
   * -; when the unit was last told by mail that somebody waits: once an hour at most
   */
  mailed_at: Timestamp | null;
  /**
   * -; given to the next person who joins
   */
  next_place: Generated<number>;
  /**
   * -
   */
  unit_id: string;
}

export interface UnitProfile {
  /**
   * P1 sealed; mask=mail; purpose=E-mail of the contact (S2-19)
   */
  contact_mail: string | null;
  /**
   * P1; mask=name; purpose=单位联系人姓名 (S2-18)
   */
  contact_name: string | null;
  /**
   * P1 sealed; mask=phone; purpose=单位联系人办公电话 (S2-19)
   */
  contact_office_phone: string | null;
  /**
   * P1 sealed; mask=phone; purpose=单位联系人手机 (S2-19)
   */
  contact_phone: string | null;
  /**
   * -; 灰色字段 (S2-24): fields that came from the registry and cannot be edited
   */
  from_registry: Generated<string[]>;
  /**
   * P0; 单位所在新区
   */
  functional_zone: string | null;
  /**
   * P0; 行业门类, GB/T 4754
   */
  industry: string | null;
  /**
   * P0; 研究领域关键词, 3 to 5 (S2-20)
   */
  keywords: Generated<string[]>;
  /**
   * P2 sealed; mask=document; purpose=法定代表人证件号码 (S2-17)
   */
  legal_document: string | null;
  /**
   * -; kind of document of the legal representative
   */
  legal_document_type: string | null;
  /**
   * P0; 实收资本, 万元
   */
  paid_in_capital: Numeric | null;
  /**
   * P0; 邮政编码
   */
  post_code: string | null;
  /**
   * P0; 通信地址
   */
  postal_address: string | null;
  /**
   * P0; 注册资本, 万元
   */
  registered_capital: Numeric | null;
  /**
   * P0; 注册时间
   */
  registered_on: string | null;
  /**
   * P0; 登记注册类型
   */
  registration_type: string | null;
  /**
   * -; when the registry (the city's identity provider) last filled its fields
   */
  registry_at: Timestamp | null;
  /**
   * -
   */
  unit_id: string;
  /**
   * P0; 单位性质
   */
  unit_nature: string | null;
  /**
   * -
   */
  updated_at: Generated<Timestamp>;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
}

export interface UnitQuotaSlot {
  /**
   * -
   */
  application_id: string;
  /**
   * -
   */
  call_id: string;
  /**
   * -
   */
  most: number;
  /**
   * -
   */
  slot: number;
  /**
   * -
   */
  unit_id: string;
}

export interface UnitRegistration {
  /**
   * -; who registers the unit
   */
  account_id: string;
  /**
   * -; 局级（区县）主管部门
   */
  authority_id: string | null;
  /**
   * P1 sealed; mask=mail; purpose=notices
   */
  contact_mail: string;
  /**
   * P1; mask=name; purpose=notices and questions of the desk
   */
  contact_name: string;
  /**
   * P1 sealed; mask=phone; purpose=notices
   */
  contact_phone: string;
  /**
   * P1 blind; purpose=search by exact value (D21)
   */
  contact_phone_blind: string;
  /**
   * P1 blind; purpose=search by last four (D21)
   */
  contact_phone_last4_blind: string;
  /**
   * -
   */
  created_at: Generated<Timestamp>;
  /**
   * P0; canonical form (S1-18)
   */
  credit_code: string | null;
  /**
   * -; the check digit fails, the licence is to be verified by hand
   */
  credit_code_by_hand: Generated<boolean>;
  /**
   * -
   */
  decided_at: Timestamp | null;
  /**
   * -; reason of a refusal or general remark of a return
   */
  decision_note: string | null;
  /**
   * -; authority that must decide; computed at submission, moved by transfer
   */
  desk_id: string | null;
  /**
   * -; drafts only: thirty days after the last save (E07)
   */
  expires_at: Timestamp | null;
  /**
   * -
   */
  id: string;
  /**
   * P0; 法人性质
   */
  legal_nature: string | null;
  /**
   * P0; mask=name; purpose=must agree with the licence
   */
  legal_representative: string | null;
  /**
   * P0; 法人类型
   */
  legal_type: string | null;
  /**
   * -; scan in force
   */
  licence_id: string | null;
  /**
   * P0
   */
  located_address: string | null;
  /**
   * P0; GB/T 2260
   */
  located_district: string | null;
  /**
   * -; fields that the desk wants corrected, each with its reason
   */
  marks: Generated<Json>;
  /**
   * P0
   */
  name: string | null;
  /**
   * P0; normalised for comparison
   */
  name_key: string | null;
  /**
   * P0; look-alike names share it
   */
  name_skeleton: string | null;
  /**
   * P0
   */
  registered_address: string | null;
  /**
   * P0; GB/T 2260
   */
  registered_district: string | null;
  /**
   * -
   */
  saved_at: Generated<Timestamp>;
  /**
   * -; 注册中 待审核 退回修改 已生效 不通过 已过期
   */
  state: string;
  /**
   * -; where the wizard resumes (S1-19)
   */
  step: Generated<string>;
  /**
   * -
   */
  submitted_at: Timestamp | null;
  /**
   * -; the unit that came of it
   */
  unit_id: string | null;
  /**
   * -; seq of its last journal event
   */
  version: Generated<number>;
  /**
   * -; that this draft will soon expire was told; empty again after a save
   */
  warned_at: Timestamp | null;
}

export interface UnitRegistrationTotal {
  /**
   * -
   */
  desk_id: string;
  /**
   * -
   */
  n: number;
  /**
   * -
   */
  state: string;
}

export interface UnitSuccessor {
  /**
   * -; who follows it
   */
  successor_id: string;
  /**
   * -; the unit that ended
   */
  unit_id: string;
}

export interface WorkingDay {
  /**
   * -
   */
  changed_at: Generated<Timestamp>;
  /**
   * -; null as shipped
   */
  changed_by: string | null;
  /**
   * -
   */
  day: string;
  /**
   * -
   */
  is_working: boolean;
  /**
   * P0; name of the holiday
   */
  note: Generated<string>;
}

export interface Tables {
  account: Account;
  agreement: Agreement;
  agreement_acceptance: AgreementAcceptance;
  announcement: Announcement;
  application: Application;
  application_batch: ApplicationBatch;
  application_batch_item: ApplicationBatchItem;
  application_block: ApplicationBlock;
  application_decision: ApplicationDecision;
  application_desk: ApplicationDesk;
  application_file: ApplicationFile;
  application_look: ApplicationLook;
  application_note: ApplicationNote;
  application_presence: ApplicationPresence;
  application_search: ApplicationSearch;
  application_total: ApplicationTotal;
  application_version: ApplicationVersion;
  authority: Authority;
  call: Call;
  call_version: CallVersion;
  call_window: CallWindow;
  city_visit: CityVisit;
  code_entry: CodeEntry;
  demo_message: DemoMessage;
  desk_reminder: DeskReminder;
  draft: Draft;
  draft_field: DraftField;
  draft_file: DraftFile;
  draft_member: DraftMember;
  handover: Handover;
  handover_item: HandoverItem;
  handover_note: HandoverNote;
  help_question: HelpQuestion;
  idempotency: Idempotency;
  identity: Identity;
  identity_link: IdentityLink;
  inbox: Inbox;
  job_lease: JobLease;
  journal: Journal;
  journal_private: JournalPrivate;
  legacy_import: LegacyImport;
  legacy_line: LegacyLine;
  licence_scan: LicenceScan;
  limit_given_back: LimitGivenBack;
  limit_slot: LimitSlot;
  lockout: Lockout;
  lockout_slot: LockoutSlot;
  logout_call: LogoutCall;
  mandate: Mandate;
  oidc_record: OidcRecord;
  outbox: Outbox;
  password_link: PasswordLink;
  person: Person;
  person_total: PersonTotal;
  print: Print;
  profile: Profile;
  profile_decision: ProfileDecision;
  profile_desk: ProfileDesk;
  profile_export: ProfileExport;
  profile_note: ProfileNote;
  profile_presence: ProfilePresence;
  profile_review: ProfileReview;
  profile_review_total: ProfileReviewTotal;
  profile_revision: ProfileRevision;
  profile_unit_total: ProfileUnitTotal;
  proof_code: ProofCode;
  receipt_key: ReceiptKey;
  recovery_case: RecoveryCase;
  recovery_evidence: RecoveryEvidence;
  recovery_request: RecoveryRequest;
  role_grant: RoleGrant;
  schema_migration: SchemaMigration;
  secondary_unit: SecondaryUnit;
  security_answer: SecurityAnswer;
  session: Session;
  setting: Setting;
  setup_token: SetupToken;
  signing_key: SigningKey;
  structure_change: StructureChange;
  subsystem: Subsystem;
  subsystem_grant: SubsystemGrant;
  subsystem_request: SubsystemRequest;
  subsystem_visit: SubsystemVisit;
  unit: Unit;
  unit_bank_account: UnitBankAccount;
  unit_name: UnitName;
  unit_people: UnitPeople;
  unit_profile: UnitProfile;
  unit_quota_slot: UnitQuotaSlot;
  unit_registration: UnitRegistration;
  unit_registration_total: UnitRegistrationTotal;
  unit_successor: UnitSuccessor;
  working_day: WorkingDay;
}
