-- Helpers at hand: whoever is refused can ask the one who may change it, from the page that refused, and gets an answer.
create table help_question (
  id          uuid primary key,
  account_id  uuid not null references account (id),
  to_post     text not null check (to_post in ('unit_account','authority_officer','platform_admin','support_officer')),
  to_scope    uuid,
  code        text not null check (char_length(code) between 1 and 120),
  sentence    text not null check (char_length(sentence) <= 500),
  path        text not null check (char_length(path) <= 300),
  note        text not null check (char_length(note) between 2 and 500),
  state       text not null default 'open' check (state in ('open','answered')),
  answer      text not null default '' check (char_length(answer) <= 1000),
  answered_by uuid references account (id),
  version     integer not null default 1,
  asked_at    timestamptz not null default now(),
  asked_on    date not null,
  answered_at timestamptz,
  constraint an_answered_question_has_its_answer check ((state = 'answered') = (answered_at is not null) and (state = 'answered') = (answered_by is not null))
);
comment on table help_question is 'A question from a page that refused something, to whoever can change it';
comment on column help_question.id is '-';
comment on column help_question.account_id is '-; who asks';
comment on column help_question.to_post is '-; the post whose task it is to answer';
comment on column help_question.to_scope is '-; unit or authority; none for the platform and its support';
comment on column help_question.code is '-; the refusal, a word key';
comment on column help_question.sentence is 'P1; mask=none shown; purpose=the refusal as the person read it';
comment on column help_question.path is '-; page of ours, without its query';
comment on column help_question.note is 'P1; mask=none shown; purpose=what the person needs';
comment on column help_question.state is '-; open, answered';
comment on column help_question.answer is 'P1; mask=none shown; purpose=what the helper says';
comment on column help_question.answered_by is '-';
comment on column help_question.version is '-; seq of its last journal event';
comment on column help_question.asked_at is '-';
comment on column help_question.asked_on is '-; day in Asia/Shanghai: one question a day on one refusal';
comment on column help_question.answered_at is '-';
create unique index one_question_a_day_on_a_refusal on help_question (account_id, to_post, code, asked_on);
create index help_question_to on help_question (to_post, to_scope, state, asked_at, id);
create index help_question_of_account on help_question (account_id, asked_at desc, id desc);
