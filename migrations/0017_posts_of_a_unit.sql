-- Two more posts: who acts for a unit beside its account (S2-27), and who manages a secondary unit (S2-36). And a person
-- who came through the city's identity provider, and belongs to no unit yet (S2-02).
alter table mandate drop constraint mandate_post_check;
alter table mandate add constraint mandate_post_check
  check (post in ('authority_officer','platform_admin','support_officer','unit_account','person','authorised_person','secondary_unit_manager'));
comment on column mandate.scope_id is '-; authority, unit or secondary unit; none for the platform, its support and a person himself';

alter table person drop constraint person_state_check;
alter table person add constraint person_state_check check (state in ('unbound','new','enabled','disabled','refused','released'));
alter table person drop constraint a_person_without_unit_is_refused_or_released;
alter table person add constraint a_person_without_unit_is_unbound_refused_or_released
  check ((unit_id is null) = (state in ('unbound','refused','released')));
alter table person add column document_proven_at timestamptz;
comment on column person.document_proven_at is '-; since when the city''s identity provider answers for the document';
alter table person add constraint only_a_document_is_proven check (document_proven_at is null or document is not null);
-- I15: whoever answers for it, a unit or the city, a document belongs to one person.
drop index one_vouched_person_per_document;
create unique index one_vouched_person_per_document on person (document_blind) where vouched_at is not null or document_proven_at is not null;
