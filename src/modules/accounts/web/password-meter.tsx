import { useDeferredValue } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { accountsContract } from '../contract.ts'
import { defaultPolicy, passwordStrength, type PasswordContext } from '../fields.ts'

/** S1-14: live strength and what would make it better. A foretaste; the server decides. */
export function PasswordMeter({ password, context, said }: {
  password: string
  context: PasswordContext
  /** The sentence that stands beside the field already. */
  said?: string | undefined
}) {
  const t = useWords()
  const policy = useAsk(accountsContract.passwordPolicy, {}).value ?? defaultPolicy
  const { score, findings: [finding] } = passwordStrength(useDeferredValue(password), context, policy)
  if (score === 0) return null
  const word = t(`password.strength.${score}`)
  const advice = finding && t(finding.code, finding.params)
  return (
    <div className={`strength ${score === 1 ? 'weak' : score === 2 ? 'fair' : 'strong'}`}>
      <span className="bars" aria-hidden="true">{[1, 2, 3, 4].map((n) => <i key={n} className={n <= score ? 'on' : undefined} />)}</span>
      <span role="status"><span className="sr">{t('password.strength')}</span> {advice && advice !== said ? t('web.pair', { label: word, value: advice }) : word}</span>
    </div>
  )
}
