-- S2-86: what leaders write is looked through for what has not followed them to their department (applications.follow_leaders).
create index application_unsubmitted on application (changed_at, id) where state in ('draft','returned','withdrawn');
