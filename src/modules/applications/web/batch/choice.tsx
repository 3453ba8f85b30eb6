import { Button } from 'antd'
import { useWords } from '../../../../web/words.ts'
import type { BatchVerb } from '../../batch/contract.ts'
import type { BatchOf } from './dialog.tsx'
import { batchWay } from '../desk/shown.ts'

const named = 5

/** C8: 通过 and 退回 side by side, each with what it does. Nothing is done yet. */
export function BatchChoice({ of, busy, chosen, choose }: { of: BatchOf; busy: boolean; chosen: BatchVerb; choose: (verb: BatchVerb) => void }) {
  const t = useWords()
  const way = batchWay(of.next)
  const choices = [['pass', t(`applications.batch.choice.pass.${way}`)], ['return', t('applications.verb.return')]] as const
  return (
    <>
      {of.filter
        ? <p>{t('applications.batch.all.text', { n: of.n })}</p>
        : <p className="quiet">{of.items.slice(0, named).map((item) => item.title || item.number || '').filter(Boolean).join(t('applications.desk.and'))}{of.items.length > named && ` ${t('applications.batch.others', { n: of.items.length - named })}`}</p>}
      <ul className="batch-choices">
        {choices.map(([verb, label]) => (
          <li key={verb}>
            <Button size="large" type={verb === 'pass' ? 'primary' : 'default'} loading={busy && chosen === verb} disabled={busy} onClick={() => choose(verb)}>{label}</Button>
            <p>{t(verb === 'pass' ? `applications.batch.choice.pass.${way}.text` : 'applications.batch.choice.return.text')}</p>
          </li>
        ))}
      </ul>
      <p className="hint">{t('applications.batch.choice.hint')}</p>
    </>
  )
}
