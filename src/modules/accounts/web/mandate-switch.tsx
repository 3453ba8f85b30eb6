import { Select } from 'antd'
import { ask } from '../../../web/client.ts'
import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { accountsContract } from '../contract.ts'

/** For people with several posts: under which one they act. The whole page is asked for anew under the other. */
export function MandateSwitch() {
  const t = useWords()
  const me = useAsk(accountsContract.me, {}).value
  if (!me || me.mandates.length < 2) return null
  const choose = async (mandateId: string) => {
    const answer = await ask(accountsContract.switchMandate, { mandateId })
    if (answer.ok) location.assign('/app/')
  }
  return (
    <Select
      className="mandate-switch" aria-label={t('accounts.mandate.switch')} value={me.mandate?.id} variant="borderless" popupMatchSelectWidth={false}
      options={me.mandates.map((m) => ({ value: m.id, label: `${m.scopeName}（${t(`accounts.post.${m.post}`)}）` }))} onChange={(id) => void choose(id)}
    />
  )
}
