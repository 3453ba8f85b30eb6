import { Link } from '@tanstack/react-router'
import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { isOpen } from '../recovery-case.ts'
import { Notes } from './notes.tsx'
import { Package } from './package.tsx'

/** 交接 (N12): what the predecessor left, piece by piece; and the notes that whoever keeps the account writes for the next one. */
export default function HandoverPage() {
  const t = useWords()
  const actor = useActor()
  const asked = useAsk(recoveryContract.handover, {}, { fresh: true })
  const claims = useAsk(recoveryContract.claims, {}).value ?? []
  const open = claims.filter((c) => isOpen(c.state)).length
  return (
    <>
      <PageTitle title={t('recovery.title.handover')} mandate={actor?.mandate?.scopeName} lead={t('recovery.handover.lead')} />
      {open > 0 && <Notice tone="bad">{t('recovery.claims.open', { n: open })} <Link to="/handover/claims">{t('recovery.claims.go')}</Link></Notice>}
      {claims.length > 0 && open === 0 && <p className="spaced"><Link to="/handover/claims">{t('recovery.claims.past')}</Link></p>}
      <Loaded of={asked}>{({ handover }) => handover && <Package handover={handover} />}</Loaded>
      <Notes />
    </>
  )
}
