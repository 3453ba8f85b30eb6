import { Input } from 'antd'
import { useId, useState } from 'react'
import { minuteOf } from '../../../kernel/clock.ts'
import { useDeed } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { DeedDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'
import type { Me } from './me.ts'

/** 提醒单位管理员 (S1-30): through the platform, with a word to it if one likes. */
export function RemindDialog({ me: shown, close, done }: { me: Me; close: () => void; done: (sentence: string) => void }) {
  const t = useWords()
  const id = useId()
  const me = useHeld(shown)
  const deed = useDeed(peopleContract.remind)
  const [note, setNote] = useState('')
  const act = async () => {
    const answer = await deed.do({ version: me.version, note: note.trim() })
    if (answer.ok) done(t('people.remind.done', { unit: me.unit?.name ?? '', time: minuteOf(new Date(answer.value.remindAgainAt)) }))
    return answer
  }
  return (
    <DeedDialog open title={t('people.verb.remind')} verb={t('people.remind.verb')} close={close} act={act}>
      <p>{t('people.remind.text', { unit: me.unit?.name ?? '' })}</p>
      <div className="field">
        <label htmlFor={id}>{t('people.remind.note')}<span className="optional">{t('web.optional')}</span></label>
        <p className="hint" id={`${id}-hint`}>{t('people.remind.note.hint')}</p>
        <Input.TextArea id={id} rows={3} maxLength={200} showCount value={note} aria-describedby={`${id}-hint`} onChange={(e) => setNote(e.target.value)} />
      </div>
    </DeedDialog>
  )
}
