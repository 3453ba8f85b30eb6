import { useDeferredValue } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { accountsContract } from '../../accounts/contract.ts'
import { defaultPolicy, passwordStrength, type PasswordContext } from '../../accounts/fields.ts'

/** S1-14: live strength and what would make it better. A foretaste; the server decides. */
export function PasswordMeter({ password, context }: { password: string; context: PasswordContext }) {
  const t = useWords()
  const policy = useAsk(accountsContract.passwordPolicy, {}).value ?? defaultPolicy
  const { score, findings } = passwordStrength(useDeferredValue(password), context, policy)
  if (score === 0) return null
  const word = score === 1 ? 'weak' : score === 2 ? 'fair' : 'strong'
  return (
    <div className={`strength ${word}`}>
      <span className="bars" aria-hidden="true">{[1, 2, 3, 4].map((n) => <i key={n} className={n <= score ? 'on' : undefined} />)}</span>
      <span role="status">{t(`page.password.${word}`)}{findings[0] && `：${t(findings[0].code, findings[0].params)}`}</span>
    </div>
  )
}
