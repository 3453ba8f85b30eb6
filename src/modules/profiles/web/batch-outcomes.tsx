import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useWords } from '../../../web/words.ts'
import type { BatchResult } from './batch-dialog.tsx'

/** What became of each that could not be decided, and why (E47, E49); all others are done. */
export function BatchOutcomes({ result, close }: { result: BatchResult; close: () => void }) {
  const t = useWords()
  const rest = result.outcomes.filter(({ outcome }) => outcome !== 'done')
  const nameOf = (id: string) => result.items.find((item) => item.id === id)?.name ?? t('profiles.batch.unnamed')
  return (
    <Modal open title={t(`profiles.batch.${result.verb}.result`, { done: result.done, rest: rest.length })} width={620} onCancel={close} footer={<Button type="primary" onClick={close}>{t('profiles.batch.close')}</Button>}>
      <div className="dialog-body">
        <p>{t('profiles.batch.rest')}</p>
        <ul className="outcomes">
          {rest.map(({ id, outcome }) => (
            <li key={id}><Link to="/center/reviews/$id" params={{ id }}>{nameOf(id)}</Link><span>{t(`profiles.outcome.${outcome}`)}</span></li>
          ))}
        </ul>
      </div>
    </Modal>
  )
}
