import { Button } from 'antd'
import { useDeed } from '../../../../web/ask.ts'
import { Notice } from '../../../../web/ui/notice.tsx'
import { Refused } from '../../../../web/ui/refused.tsx'
import { useWords } from '../../../../web/words.ts'
import type { Field } from '../../../calls/form/definition.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import { mineContract } from '../../mine/contract.ts'
import type { Shown } from './shown.ts'

/** Fields that the return did not mark and the check says no to by now: they are opened by a press, and what follows is said before (D18). */
export function OpenFields({ shown, ids, fields, jump, flush, opened }: {
  shown: Shown
  ids: readonly string[]
  fields: ReadonlyMap<string, Field>
  jump: (field: string) => void
  /** The server judges what it has: whatever was typed goes there first. */
  flush: () => Promise<boolean>
  /** To be led to once the page has it open. */
  opened: (field: string) => void
}) {
  const t = useWords()
  const said = useSaid()
  const deed = useDeed(mineContract.openFields)
  if (ids.length === 0) return null
  const open = async () => {
    const answer = (await flush()) ? await deed.do({ id: shown.id, version: shown.version }) : null
    if (answer?.ok && answer.value.fields[0]) opened(answer.value.fields[0])
  }
  return (
    <Notice tone="warn" title={t('applications.mine.open_fields', { n: ids.length })}>
      <ul>{ids.map((id) => {
        const field = fields.get(id)
        return <li key={id}><button type="button" className="link" onClick={() => jump(id)}>{field ? said(field.label) : id}</button></li>
      })}</ul>
      <p>{t('applications.mine.open_fields.text')}</p>
      {deed.refusal && <Refused refusal={deed.refusal} />}
      <p className="deeds"><Button loading={deed.busy} onClick={() => void open()}>{t('applications.mine.open_fields.verb')}</Button></p>
    </Notice>
  )
}
