import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useState } from 'react'
import { useDeed } from '../../../../web/ask.ts'
import { useHeld } from '../../../../web/held.ts'
import { useFocusBack } from '../../../../web/ui/focus-back.ts'
import { Refused } from '../../../../web/ui/refused.tsx'
import { useWords } from '../../../../web/words.ts'
import type { BatchVerb } from '../../batch/contract.ts'
import { applicationsContract } from '../../contract.ts'
import { BatchChoice } from './choice.tsx'
import { BatchConfirm } from './confirm.tsx'
import type { Home } from '../desk/home.ts'
import type { AskedProjects } from '../list/filters.ts'
import type { Tick } from '../list/ticks.ts'

/** The set of a batch as it was asked for: ticked lines, or everything that a filter finds. */
export interface BatchOf {
  /** How many, as the list says it: `37`, `10,000+`. */
  n: string
  items: readonly Tick[]
  /** Where all of them go next, as far as the list shows; null where they go different ways (D17). */
  next: Tick['next']
  filter: AskedProjects | null
}

/**
 * 批量提交 (S2-84, S2-90): two clear choices (C8); then the set is frozen (E48), and the dialog says what would become of
 * each before anything is done (E46, N5).
 */
export function BatchDialog({ of: shown, home, close, done }: { of: BatchOf; home: Home; close: () => void; done: () => void }) {
  const t = useWords()
  const navigate = useNavigate()
  const of = useHeld(shown)
  const preflight = useDeed(applicationsContract.preflightBatch)
  const [batchId, setBatchId] = useState<string | null>(null)
  const [verb, setVerb] = useState<BatchVerb>('pass')
  const choose = async (chosen: BatchVerb) => {
    setVerb(chosen)
    const answer = await preflight.do({ verb: chosen, of: of.filter ? { filter: of.filter } : { items: of.items.map(({ id, version }) => ({ id, version })) } })
    if (answer.ok) setBatchId(answer.value.batchId)
  }
  const finished = (id: string) => {
    done()
    close()
    void navigate({ to: home.batch, params: { batchId: id }, search: true })
  }
  const title = batchId ? t(`applications.batch.${verb}.title`) : of.filter ? t('applications.batch.title.all', { n: of.n }) : t('applications.batch.title', { n: of.n })
  return (
    <Modal open title={title} width={680} destroyOnHidden maskClosable={false} footer={null} onCancel={close}>
      <Content>
        {preflight.refusal && <Refused refusal={preflight.refusal} />}
        {batchId
          ? <BatchConfirm key={batchId} batchId={batchId} verb={verb} of={of} home={home} back={() => setBatchId(null)} finished={finished} />
          : <BatchChoice of={of} busy={preflight.busy} chosen={verb} choose={(one) => void choose(one)} />}
      </Content>
    </Modal>
  )
}

function Content({ children }: { children: React.ReactNode }) {
  useFocusBack()
  return <div className="dialog-body">{children}</div>
}
