-- E59: how often a number was written to within a day; rows of this template alone.
create index outbox_invitations on outbox (recipient, created_at) where template = 'drafts.notice.invited' and channel = 'sms';
