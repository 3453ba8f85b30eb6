-- S1-12, D14: who asked for a link to his mailbox. The row is made for known and unknown mailboxes alike; who has the mailbox
-- is looked up later, apart from the request, so that neither its answer nor its time tells.
create table recovery_request (
  id          uuid primary key,
  mail_blind  text not null,
  requester   text not null,
  asked_at    timestamptz not null default now(),
  answered_at timestamptz
);
comment on table recovery_request is 'Requests for a one-time link by mail, known mailbox or not; kept for a day';
comment on column recovery_request.id is '-';
comment on column recovery_request.mail_blind is 'P1 blind; purpose=finds the account of the mailbox, limits per mailbox';
comment on column recovery_request.requester is 'P1 blind; purpose=limits per caller';
comment on column recovery_request.asked_at is '-';
comment on column recovery_request.answered_at is '-; looked up, and a mail written if an account has the mailbox';
create index recovery_request_waiting on recovery_request (asked_at) where answered_at is null;
create index recovery_request_by_mailbox on recovery_request (mail_blind, asked_at);
create index recovery_request_by_requester on recovery_request (requester, asked_at);

-- Until now questions were set with the account, and never again.
alter table security_answer add column set_at timestamptz not null default now();
comment on column security_answer.set_at is '-; shown to the owner';
update security_answer set set_at = (select created_at from account where id = account_id);
