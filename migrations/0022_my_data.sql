-- 我的数据 (PI-6): who looked at somebody, and what was sent to him, are found without reading everything.

-- A look stands in the journal under `<room>.reveal` or `<room>.look`; its body names whom it showed.
create index journal_looks on journal using gin (body jsonb_path_ops) where room like '%.reveal' or room like '%.look';

create index outbox_to_account on outbox (recipient_id, created_at desc, id desc) where channel <> 'inbox';
create index unit_registration_of_account on unit_registration (account_id, created_at);
create index recovery_case_of_successor on recovery_case (successor_id) where successor_id is not null;
create index recovery_case_of_objector on recovery_case (objected_by) where objected_by is not null;
