-- A draft that is deleted leaves the batches that skipped it; what came back is looked through for places that it holds.
create index application_batch_item_of_application on application_batch_item (application_id);
create index application_returned on application (id) where state = 'returned';
