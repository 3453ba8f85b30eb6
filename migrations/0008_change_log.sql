-- 变更记录 reads a small part of the journal, newest first: without an index of its own it would read past everybody's deeds.
create index journal_of_the_desk on journal (at, room, subject, seq)
  where room in ('settings', 'lists', 'authorities', 'staff', 'portal');
