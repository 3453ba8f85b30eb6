-- Recovery of a unit's account by evidence (S1-10, S1-58, E12), and what a keeper leaves to the next one (N12).
create table recovery_case (
  id             uuid primary key,
  number         text not null check (number ~ '^[0-9]{9}$'),
  unit_id        uuid not null references unit (id),
  state          text not null check (state in ('submitted','objected','verified','answered','refused','handed_over','withdrawn')),
  version        integer not null default 1,
  cause          text not null check (cause in ('forgotten','left','other')),
  lang           text not null check (lang in ('zh','en')),
  token          text,
  token_digest   text,
  requester      text,
  claimant_name  text,
  claimant_mail  text,
  claimant_mail_blind text,
  claimant_phone text,
  claimant_phone_blind text,
  user_name      text,
  explanation    text,
  evidence_id    uuid,
  objection      text,
  objected_by    uuid references account (id),
  is_overruled   boolean not null default false,
  checks         jsonb not null default '[]',
  verified_by    uuid references account (id),
  verified_at    timestamptz,
  keeper_id      uuid references account (id),
  confirmed_by   uuid references account (id),
  successor_id   uuid references account (id),
  course         text check (course in ('new','restored','granted')),
  reason_code    text,
  note           text,
  opened_at      timestamptz not null default now(),
  state_since    timestamptz not null default now(),
  closed_at      timestamptz,
  erased_at      timestamptz,
  constraint a_closed_case_has_its_time check ((closed_at is not null) = (state in ('answered','refused','handed_over','withdrawn'))),
  constraint only_a_closed_case_is_erased check (erased_at is null or closed_at is not null),
  constraint an_erased_case_has_no_free_text check (erased_at is null or (note is null and objection is null and explanation is null)),
  constraint a_case_keeps_its_claimant_until_it_is_erased check ((erased_at is not null) = (claimant_name is null) and
    (claimant_name is null) = (claimant_mail is null) and (claimant_name is null) = (claimant_mail_blind is null) and
    (claimant_name is null) = (claimant_phone is null) and (claimant_name is null) = (claimant_phone_blind is null) and
    (claimant_name is null) = (user_name is null) and (claimant_name is null) = (token is null) and (claimant_name is null) = (token_digest is null)),
  constraint a_verified_case_has_its_verifier check (state not in ('verified','handed_over','answered') or (verified_by is not null and verified_at is not null)),
  constraint a_handed_over_case_has_its_course check ((state = 'handed_over') = (course is not null)),
  constraint a_handed_over_case_has_its_successor check ((state = 'handed_over') = (successor_id is not null)),
  -- E12: nobody confirms what he himself verified.
  constraint two_officers_hand_over_an_account check (confirmed_by <> verified_by),
  constraint a_handed_over_case_has_its_second_officer check ((state = 'handed_over') = (confirmed_by is not null))
);
comment on table recovery_case is 'S1-10, E12: somebody claims the lost account of a unit, with evidence';
comment on column recovery_case.id is '-';
comment on column recovery_case.number is '-; eight digits and their check digit, as it is read aloud';
comment on column recovery_case.unit_id is '-';
comment on column recovery_case.state is '-; 待核验 有异议 待复核 已告知 未通过 已移交 已撤回';
comment on column recovery_case.version is '-; seq of its last journal event';
comment on column recovery_case.cause is '-; the keeper forgot, the keeper has left, something else';
comment on column recovery_case.lang is '-; language of the notices to the claimant';
comment on column recovery_case.token is 'S sealed; the token in the claimant''s link, for the next mail that needs it';
comment on column recovery_case.token_digest is 'S; SHA-256 of the token in the claimant''s link';
comment on column recovery_case.requester is 'P1 blind; purpose=limits per caller; gone with the erasure';
comment on column recovery_case.claimant_name is 'P1; mask=name; purpose=who is to keep the account';
comment on column recovery_case.claimant_mail is 'P1 sealed; mask=mail; purpose=notices, and the mailbox of the new account; proven by code';
comment on column recovery_case.claimant_mail_blind is 'P1 blind; purpose=one open case per unit and mailbox';
comment on column recovery_case.claimant_phone is 'P1 sealed; mask=phone; purpose=call back, and the phone of the new account; proven by code';
comment on column recovery_case.claimant_phone_blind is 'P1 blind; purpose=no officer decides on his own case';
comment on column recovery_case.user_name is 'P1; mask=name; purpose=name of the new account at a hand-over';
comment on column recovery_case.explanation is 'P1; mask=none shown; purpose=what happened, in the claimant''s words';
comment on column recovery_case.evidence_id is '-; the licence, until the case is erased';
comment on column recovery_case.objection is 'P1; mask=none shown; purpose=why the present keeper objects';
comment on column recovery_case.objected_by is '-';
comment on column recovery_case.is_overruled is '-; support has decided on the objection';
comment on column recovery_case.checks is '-; what was compared with the licence: name, code, representative, seal';
comment on column recovery_case.verified_by is '-; the first officer, who compared';
comment on column recovery_case.verified_at is '-';
comment on column recovery_case.keeper_id is '-; who kept the account when it was verified; none where nobody did';
comment on column recovery_case.confirmed_by is '-; the second officer';
comment on column recovery_case.successor_id is '-; the account that keeps the unit since the hand-over: made, restored, or one there was';
comment on column recovery_case.course is '-; a new account, the keeper''s own restored, or one there was granted the unit';
comment on column recovery_case.reason_code is '-; of a refusal';
comment on column recovery_case.note is 'P1; mask=none shown; purpose=last word of the desk, on the comparison, the return, the refusal; gone with the erasure';
comment on column recovery_case.opened_at is '-';
comment on column recovery_case.state_since is '-; how long it has been waiting where it is';
comment on column recovery_case.closed_at is '-; the time of keeping counts from here';
comment on column recovery_case.erased_at is '-; personal data and evidence are gone';
create unique index one_case_per_number on recovery_case (number);
create unique index one_case_per_token on recovery_case (token_digest);
create unique index one_open_case_per_unit_and_mailbox on recovery_case (unit_id, claimant_mail_blind) where state in ('submitted','objected','verified');
create index recovery_case_of_unit on recovery_case (unit_id, opened_at);
create index recovery_case_by_state on recovery_case (state, opened_at, id);
create index recovery_case_by_requester on recovery_case (requester, opened_at) where requester is not null;
create index recovery_case_decided on recovery_case (closed_at desc) where state in ('answered','refused','handed_over');
create index recovery_case_to_erase on recovery_case (closed_at) where closed_at is not null and erased_at is null;

create table recovery_evidence (
  id          uuid primary key,
  case_id     uuid,
  proof_id    uuid not null,
  requester   text not null,
  kind        text not null check (kind in ('pdf','jpg','png')),
  bytes       integer not null check (bytes between 1 and 10485760),
  sha256      text not null,
  file_key    text not null,
  preview_key text,
  name        text not null,
  uploaded_at timestamptz not null default now()
);
comment on table recovery_evidence is 'S1-10: colour scan of the licence, or a copy with the seal; gone with the case''s personal data';
comment on column recovery_evidence.id is '-';
comment on column recovery_evidence.case_id is '-; none while the case is not open yet: such a file lives for two hours';
comment on column recovery_evidence.proof_id is '-; the proven mailbox that it was sent under';
comment on column recovery_evidence.requester is 'P1 blind; purpose=limits per caller';
comment on column recovery_evidence.kind is '-';
comment on column recovery_evidence.bytes is '-; at most 10 MB';
comment on column recovery_evidence.sha256 is '-';
comment on column recovery_evidence.file_key is '-; name in the file store, generated';
comment on column recovery_evidence.preview_key is '-; re-encoded image';
comment on column recovery_evidence.name is 'P0; name the sender gave the file';
comment on column recovery_evidence.uploaded_at is '-';
create unique index one_evidence_per_case on recovery_evidence (case_id);
create index recovery_evidence_of_proof on recovery_evidence (proof_id, uploaded_at);
create index recovery_evidence_by_requester on recovery_evidence (requester, uploaded_at);
create index recovery_evidence_unbound on recovery_evidence (uploaded_at) where case_id is null;
alter table recovery_evidence add constraint evidence_belongs_to_a_case foreign key (case_id) references recovery_case (id);
alter table recovery_case add constraint the_evidence_of_a_case foreign key (evidence_id) references recovery_evidence (id) deferrable initially deferred;

-- N12: what a keeper leaves to the next one. It belongs to the unit.
create table handover_note (
  id          uuid primary key,
  unit_id     uuid not null references unit (id),
  title       text not null check (char_length(title) between 1 and 60),
  body        text not null check (char_length(body) <= 2000),
  recurs_month smallint check (recurs_month between 1 and 12),
  recurs_day  smallint check (recurs_day between 1 and 31),
  version     integer not null default 1,
  created_at  timestamptz not null default now(),
  changed_at  timestamptz not null default now(),
  removed_at  timestamptz,
  constraint a_day_of_a_note_has_its_month check (recurs_day is null or recurs_month is not null)
);
comment on table handover_note is '交接备忘 of a unit: how things are done, whom to ask, what comes round every year';
comment on column handover_note.id is '-';
comment on column handover_note.unit_id is '-';
comment on column handover_note.title is 'P1; mask=none shown; purpose=handing over within the unit';
comment on column handover_note.body is 'P1; mask=none shown; purpose=handing over within the unit';
comment on column handover_note.recurs_month is '-; comes round every year in this month';
comment on column handover_note.recurs_day is '-; or on this day of it';
comment on column handover_note.version is '-; seq of its last journal event';
comment on column handover_note.created_at is '-';
comment on column handover_note.changed_at is '-';
comment on column handover_note.removed_at is '-; its texts are empty from then on';
create index handover_note_of_unit on handover_note (unit_id, created_at) where removed_at is null;

create table handover (
  id             uuid primary key,
  unit_id        uuid not null references unit (id),
  successor_id   uuid not null references account (id),
  predecessor_id uuid references account (id),
  version        integer not null default 1,
  begun_at       timestamptz not null default now(),
  finished_at    timestamptz
);
comment on table handover is 'N12: the account of a unit has another keeper, who confirms piece by piece what was left';
comment on column handover.id is '-';
comment on column handover.unit_id is '-';
comment on column handover.successor_id is '-';
comment on column handover.predecessor_id is '-; none where nobody kept the account';
comment on column handover.version is '-; seq of its last journal event';
comment on column handover.begun_at is '-; what was there by then belongs to the package';
comment on column handover.finished_at is '-; everything was confirmed, or another one took its place';
create unique index one_open_handover_per_unit on handover (unit_id) where finished_at is null;
create index handover_of_unit on handover (unit_id, begun_at);

create table handover_item (
  handover_id  uuid not null references handover (id),
  item         text not null check (char_length(item) between 1 and 80),
  confirmed_by uuid not null references account (id),
  confirmed_at timestamptz not null default now(),
  constraint one_confirmation_per_item primary key (handover_id, item)
);
comment on table handover_item is 'A piece of a hand-over that the successor has confirmed';
comment on column handover_item.handover_id is '-';
comment on column handover_item.item is '-; kind of the piece, with the id of a note';
comment on column handover_item.confirmed_by is '-';
comment on column handover_item.confirmed_at is '-';
