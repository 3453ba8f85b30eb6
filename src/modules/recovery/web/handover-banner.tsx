import { Link, useLocation } from '@tanstack/react-router'
import { useAsk } from '../../../web/ask.ts'
import { holds } from '../../../kernel/actor.ts'
import { useActor } from '../../../web/session.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'

/** N12: on every page of the new keeper, until everything the predecessor left is confirmed. */
export function HandoverBanner() {
  const t = useWords()
  const isUnit = holds(useActor(), 'unit_account')
  const { pathname } = useLocation()
  const n = useAsk(recoveryContract.handover, {}, { when: isUnit }).value?.handover?.left ?? 0
  if (!isUnit || n === 0 || pathname === '/handover') return null
  return <Notice tone="warn">{t('recovery.handover.banner', { n })} <Link to="/handover">{t('recovery.handover.go')}</Link></Notice>
}
