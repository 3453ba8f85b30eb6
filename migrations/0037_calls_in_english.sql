-- Whoever reads a list in English reads what the call says in English; a list does not open whole documents for it.
alter table call_version add column title_en text not null generated always as (coalesce(document #>> '{title,en}', '')) stored;
alter table call_version add column category_en text not null generated always as (coalesce(document #>> '{category,en}', '')) stored;
comment on column call_version.title_en is 'P0; out of the document, empty where it says nothing in English';
comment on column call_version.category_en is 'P0; out of the document, empty where it says nothing in English';
