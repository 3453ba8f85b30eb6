import { Select } from 'antd'
import type { Mandate } from '../../../kernel/actor.ts'
import { ask } from '../../../web/client.ts'
import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { ActingAs } from '../../../web/ui/acting-as.tsx'
import { useWords } from '../../../web/words.ts'
import { accountsContract } from '../contract.ts'

/**
 * Under which post one acts: for people with several, which they change here (S2-61); who has one for a unit reads which.
 * Under another mandate the whole page is asked for anew.
 */
export function MandateSwitch({ onward }: { onward: (mandate: Mandate) => string }) {
  const t = useWords()
  const actor = useActor()
  const me = useAsk(accountsContract.me, {}).value
  if (!me || me.mandates.length < 2) return actor && <ActingAs actor={actor} />
  const choose = async (id: string) => {
    const next = me.mandates.find((one) => one.id === id)
    const answer = next && (await ask(accountsContract.switchMandate, { mandateId: id }))
    if (answer?.ok) location.assign(`/app${onward(answer.value.mandate)}`)
  }
  const words = (m: Mandate) => t('accounts.mandate.text', { scope: m.scopeName, post: t(`accounts.post.${m.post}`) })
  return (
    <span className="acting-as">
      <span className="acting-before" aria-hidden="true">{t('accounts.mandate.before')}</span>
      <Select
        className="mandate-switch" aria-label={t('accounts.mandate.switch')} value={me.mandate?.id} popupMatchSelectWidth={false}
        classNames={{ popup: { root: 'mandate-choices' } }}
        options={me.mandates.map((m) => ({ value: m.id, label: words(m), title: words(m) }))} onChange={(id) => void choose(id)}
      />
    </span>
  )
}
