import { useState } from 'react'
import { Notice } from '../../../../web/ui/notice.tsx'
import { Told } from '../../../../web/ui/told.tsx'
import { useWords } from '../../../../web/words.ts'
import { isUnderWay } from '../../state.ts'
import { ReassignButton } from './reassign.tsx'
import type { Opened } from '../desk/shown.ts'

/** E10: the leader can go on with nothing; what the unit can do about it, and, once it did, who leads it now. */
export function LeaderGone({ application: a }: { application: Opened }) {
  const t = useWords()
  const [told, setTold] = useState('')
  const { gone, name } = a.leader
  const isOpen = a.can.includes('reassign')
  const isUnits = isOpen || a.closed.some(({ verb }) => verb === 'reassign')
  const waits = isUnderWay(a.state)
  return (
    <>
      <Told sentence={told} after={a.version} />
      {gone && (waits || isOpen || !isUnits) && (
        <Notice tone="warn" title={t(`applications.desk.leader.${gone}`, { name })}>
          <p>{t(`applications.desk.leader.gone.${!isUnits ? 'read' : waits ? 'waiting' : 'text'}`)}</p>
          {isOpen && <p className="note-deed"><ReassignButton application={a} done={(to) => setTold(t('applications.done.reassign', { name: to }))} /></p>}
        </Notice>
      )}
    </>
  )
}
