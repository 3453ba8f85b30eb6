import { Input } from 'antd'
import { useId, useState } from 'react'
import { useAsk, useDeed } from '../../../../web/ask.ts'
import { DeedDialog } from '../../../../web/ui/dialogs.tsx'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { ScrollRegion } from '../../../../web/ui/scroll-region.tsx'
import { useWords } from '../../../../web/words.ts'
import { callsContract } from '../../contract.ts'
import { DifferencesList } from './differences-list.tsx'

/** 发布: what will hold from now on; from the second version on with what is different, and why. */
export function PublishDialog({ id, version, draftVersion, published, close, done }: {
  id: string
  version: number
  draftVersion: number
  published: number | null
  close: () => void
  done: (published: number, draftVersion: number) => void
}) {
  const t = useWords()
  const own = useId()
  const publish = useDeed(callsContract.publish)
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const missing = published !== null && isAsked && note.trim().length < 2
  const act = async () => {
    setAsked(true)
    if (published !== null && note.trim().length < 2) return null
    const answer = await publish.do({ id, version, draftVersion, ...(note.trim() && { note: note.trim() }) })
    if (answer.ok) done(answer.value.published, answer.value.draftVersion)
    return answer
  }
  return (
    <DeedDialog open title={t('calls.editor.publish.title', { n: (published ?? 0) + 1 })} verb={t('calls.editor.publish')} close={close} act={act} width={720} first={own}>
      <p>{t(published === null ? 'calls.editor.publish.first' : 'calls.editor.publish.again')}</p>
      {published !== null && <Changed id={id} from={published} />}
      <div className={missing ? 'field wrong' : 'field'}>
        <label htmlFor={own}>{t('calls.page.note')}{published === null ? <span className="optional">{t('web.optional')}</span> : <><span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></>}</label>
        <p className="hint" id={`${own}h`}>{t('calls.editor.publish.note.hint')}</p>
        <Input.TextArea id={own} rows={3} maxLength={1000} value={note} aria-describedby={missing ? `${own}e ${own}h` : `${own}h`} aria-invalid={missing || undefined} onChange={({ target }) => setNote(target.value)} />
        {missing && <p className="error" id={`${own}e`} role="alert">{t('calls.note_required')}</p>}
      </div>
    </DeedDialog>
  )
}

function Changed({ id, from }: { id: string; from: number }) {
  const t = useWords()
  const asked = useAsk(callsContract.difference, { id, from }, { fresh: true })
  return (
    <ScrollRegion className="changed-since" label={t('calls.editor.difference')}>
      <Loaded of={asked}>{(value) => <DifferencesList from={value.from.document} to={value.to.document} />}</Loaded>
    </ScrollRegion>
  )
}
