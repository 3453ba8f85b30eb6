import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useDeed } from '../../../web/ask.ts'
import type { Answer } from '../../../web/client.ts'
import { useHeld } from '../../../web/held.ts'
import { DeedDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'
import { ActForField } from './act-for-field.tsx'
import { isReason, ReasonPicks, useRefusing } from './reason-picks.tsx'
import type { Ticked } from './review-filters.ts'

type Item = Ticked[string]

export interface BatchResult extends OutputOf<typeof profilesContract.decideBatch> {
  verb: 'approve' | 'refuse'
  items: readonly Item[]
}

const named = 8

/** 批量通过, 批量不通过 with one reason (S2-60): the set is frozen when this opens (E48), and each is judged by itself (E47). */
export function BatchDialog({ verb, items: shown, close, finish }: { verb: 'approve' | 'refuse'; items: readonly Item[]; close: () => void; finish: (result: BatchResult) => void }) {
  const t = useWords()
  const items = useHeld(shown)
  const deed = useDeed(profilesContract.decideBatch)
  const { refusing, pick, type } = useRefusing()
  const [actFor, setActFor] = useState('')
  const [tried, setTried] = useState(false)
  const acting = items.some((item) => item.actsFor)
  const names = items.flatMap(({ name }) => name ?? [])
  const act = async (): Promise<Answer<unknown> | null> => {
    setTried(true)
    if ((verb === 'refuse' && !isReason(refusing)) || (acting && actFor.trim().length < 2)) return null
    const answer = await deed.do({
      items: items.map(({ id, revision }) => ({ id, revision })), outcome: verb,
      ...(verb === 'refuse' && { reasonCodes: [...refusing.codes], reason: refusing.text.trim() }), ...(acting && { actForReason: actFor.trim() }),
    })
    if (answer.ok) finish({ ...answer.value, verb, items })
    return answer
  }
  return (
    <DeedDialog open width={620} danger={verb === 'refuse'} title={t(`profiles.batch.${verb}.title`, { n: items.length })} verb={t(`profiles.batch.${verb}.go`, { n: items.length })} close={close} act={act}>
      <p>{t(`profiles.batch.${verb}.text`)}</p>
      {names.length > 0 && <p className="quiet">{names.slice(0, named).join(t('profiles.list.and'))}{items.length > Math.min(names.length, named) && ` ${t('profiles.batch.others', { n: items.length - Math.min(names.length, named) })}`}</p>}
      {verb === 'refuse' && <ReasonPicks refusing={refusing} pick={pick} type={type} asked={tried} />}
      {acting && <ActForField value={actFor} change={setActFor} asked={tried} />}
      {verb === 'approve' && <p className="quiet">{t('profiles.approve.no_undo')}</p>}
    </DeedDialog>
  )
}
