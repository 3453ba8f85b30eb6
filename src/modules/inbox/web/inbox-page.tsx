import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { Pager } from '../../../web/ui/pager.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { inboxContract } from '../contract.ts'
import { textOf } from './text.ts'

type Notice = OutputOf<typeof inboxContract.list>['rows'][number]

const defs = { show: { initial: 'all' } } as const satisfies FilterDefs

/** 消息: what the platform told this account, newest first (S1-17, S1-56). */
export default function InboxPage() {
  const t = useWords()
  const filters = useFilters(defs)
  const show = filters.values.show === 'unread' ? 'unread' : 'all'
  const list = useAsk(inboxContract.list, { ...filters.place, show }, { keep: true, every: 60_000 })
  const readAll = useDeed(inboxContract.readAll)
  const unread = list.value?.unread ?? 0
  const newest = list.value?.rows[0]
  const tab = (key: 'all' | 'unread', n?: number) => (
    <button type="button" aria-pressed={show === key} onClick={() => filters.set({ show: key })}>{t(`inbox.show.${key}`)}{n !== undefined && <span className="n">{n}</span>}</button>
  )
  return (
    <>
      <PageTitle title={t('inbox.title')} />
      <Sheet width="form">
        <div className="inbox-head">
          <div className="state-tabs" role="group" aria-label={t('inbox.show')}>{tab('all')}{tab('unread', unread)}</div>
          {unread > 0 && newest && list.value?.page === 1 && <Button loading={readAll.busy} onClick={() => void readAll.do({ upTo: newest.id })}>{t('inbox.read_all')}</Button>}
        </div>
        <Loaded of={list}>{(page) => page.rows.length === 0 ? (
          <div className="empty">{show === 'unread' ? <p>{t('inbox.empty.unread')}</p> : <><p>{t('inbox.empty')}</p><p className="quiet">{t('inbox.empty.text')}</p></>}</div>
        ) : (
          <>
            <ul className="inbox" aria-label={t('inbox.title')}>{page.rows.map((notice) => <Item key={notice.id} notice={notice} />)}</ul>
            <Pager page={page} go={filters.go} />
          </>
        )}</Loaded>
      </Sheet>
    </>
  )
}

function Item({ notice }: { notice: Notice }) {
  const t = useWords()
  const navigate = useNavigate()
  const read = useDeed(inboxContract.read)
  const { title, link } = notice
  const open = () => {
    if (!notice.readAt) void read.do({ ids: [notice.id] })
    // `/app/...` is a page of this application; anything else is one of the public pages.
    if (link?.startsWith('/app/')) void navigate({ to: link.slice('/app'.length) })
    else if (link) location.assign(link)
  }
  return (
    <li className={notice.readAt ? undefined : 'unread'}>
      <div className="inbox-title"><b>{title}</b>{!notice.readAt && <StateTag word={t('inbox.unread')} />}<Time at={notice.createdAt} /></div>
      <p className="inbox-body">{textOf(notice.body, link)}</p>
      <p className="row-deeds">
        {link && <Button type="link" size="small" onClick={open} aria-label={t('inbox.open.of', { title })}>{t('inbox.open')}</Button>}
        {!notice.readAt && <Button type="link" size="small" loading={read.busy} onClick={() => void read.do({ ids: [notice.id] })} aria-label={t('inbox.read.of', { title })}>{t('inbox.read')}</Button>}
      </p>
    </li>
  )
}
