import { Button } from 'antd'
import { useServerForm } from '../../../web/server-form.ts'
import { PasswordField } from '../../../web/ui/fields.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/words.ts'
import { accountsContract } from '../contract.ts'

/** Without the second step the account is less safe: the password is asked for once more. */
export function TurnOffForm({ close, done }: { close: () => void; done: () => void }) {
  const t = useWords()
  const form = useServerForm(accountsContract.removeSecondFactor, { done })
  return (
    <ServerForm form={form}>
      <PasswordField name="password" label={t('accounts.confirm_password')} autoComplete="current-password" />
      <FormDeeds verb={t('second_factor.turn_off')}><Button size="large" onClick={close}>{t('accounts.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}
