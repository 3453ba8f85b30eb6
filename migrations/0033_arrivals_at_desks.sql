-- What has come to a desk since it was told last (applications.tell_desks): one look per desk, however much lies there.
create index application_arrivals on application (desk_id, arrived_at) where desk_id is not null;
