import { BellOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useWords } from '../words.ts'

/** The inbox in the header, with how many messages are unread. */
export function Bell({ to, unread }: { to: string; unread: number }) {
  const t = useWords()
  // As it is drawn, so it is called: whoever speaks to the page says what stands there.
  const n = unread > 99 ? '99+' : unread
  return (
    <Link to={to} className="bell" aria-label={unread ? t('web.inbox.unread', { n }) : t('web.inbox')}>
      <BellOutlined aria-hidden="true" />
      {unread > 0 && <b aria-hidden="true">{n}</b>}
    </Link>
  )
}
