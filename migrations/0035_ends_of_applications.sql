-- A draft that is deleted leaves the batches that skipped it; what came back is looked through for places that it holds.
create index application_batch_item_of_application on application_batch_item (application_id);
create index application_returned on application (id) where state = 'returned';

-- E58: what nobody can go on with any more, because the window of its desk is over, holds no place; should the window be moved, whoever
-- passes it takes the places anew.
create table limit_given_back (
  application_id uuid primary key references application (id),
  given_back_at  timestamptz not null
);
comment on table limit_given_back is 'Applications under way whose places in the limits were given back';
comment on column limit_given_back.application_id is '-';
comment on column limit_given_back.given_back_at is '-';
