import { Form } from 'antd'
import { useState } from 'react'
import { afterPointer } from '../../../web/after-pointer.ts'
import { useAsk } from '../../../web/ask.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { useActor } from '../../../web/session.ts'
import { PasswordField } from '../../../web/ui/fields.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { accountsContract } from '../contract.ts'
import { defaultPolicy } from '../fields.ts'
import { PasswordMeter } from './password-meter.tsx'

/** 修改密码 (S1-52). */
export default function PasswordPage() {
  const t = useWords()
  const actor = useActor()
  const policy = useAsk(accountsContract.passwordPolicy, {}).value ?? defaultPolicy
  const [changed, setChanged] = useState(false)
  const form = useServerForm(accountsContract.changePassword, {
    done: () => {
      form.store.resetFields()
      setChanged(true)
    },
  })
  const typed = Form.useWatch('newPassword', form.store) as string | undefined
  const checkAgain = () => {
    const [first, second] = [form.store.getFieldValue('newPassword'), form.store.getFieldValue('newPasswordAgain')] as (string | undefined)[]
    if (first && second) form.blame('newPasswordAgain', first.normalize('NFC') === second.normalize('NFC') ? null : t('password.again'))
  }
  return (
    <>
      <PageTitle title={t('password.change')} lead={t('password.change.lead')} />
      <Sheet width="reading">
        {changed && !form.dirty && <Notice tone="good" live>{t('password.changed')}</Notice>}
        <ServerForm form={form}>
          <PasswordField name="password" label={t('password.old.label')} autoComplete="current-password" />
          <PasswordField
            name="newPassword" label={t('password.new.label')} hint={t(policy.minClasses > 0 ? 'password.hint' : 'password.hint.any')}
            meter={<PasswordMeter password={typed ?? ''} context={{ userName: actor?.userName, names: [actor?.displayName] }} />}
          />
          <div className="again" onBlur={() => afterPointer(checkAgain)}><PasswordField name="newPasswordAgain" label={t('password.again.label')} /></div>
          <FormDeeds verb={t('password.change')} />
        </ServerForm>
      </Sheet>
    </>
  )
}
