-- Two more posts: the platform's support (S1-58), and a person who acts for himself (D12). Neither has a scope.
alter table mandate drop constraint mandate_post_check;
alter table mandate add constraint mandate_post_check
  check (post in ('authority_officer','platform_admin','support_officer','unit_account','person'));
alter table mandate drop constraint a_post_has_the_scope_it_needs;
alter table mandate add constraint a_post_has_the_scope_it_needs
  check ((post in ('platform_admin','support_officer','person')) = (scope_id is null));
comment on column mandate.scope_id is '-; authority or unit; none for the platform, its support and a person himself';
