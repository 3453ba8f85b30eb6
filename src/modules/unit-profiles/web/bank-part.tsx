import { Button, Form } from 'antd'
import { accountNameDiffers } from '../../../codes/bank-account.ts'
import { CodeField } from '../../../web/ui/code-field.tsx'
import { TextField } from '../../../web/ui/fields.tsx'
import { FormPart } from '../../../web/ui/form.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { useForm } from '../../../web/server-form.ts'
import { useWords } from '../../../web/words.ts'
import { bankCodeGroups, BankFacts } from './bank-facts.tsx'
import type { ShownProfile } from './shown.ts'

/** 银行账号 in the form (S2-21, S2-22, S2-25): the first entry, or a change that will wait for its confirmation (D20). */
export function BankPart({ profile: p, changing, change }: { profile: ShownProfile; changing: boolean; change: (on: boolean) => void }) {
  const t = useWords()
  if (p.pendingBank) {
    return (
      <FormPart title={t('unitProfiles.section.bank')}>
        <div className="field wide">{p.bank && <BankFacts bank={p.bank} />}<p className="hint spaced">{t('unitProfiles.edit.bank.waits')}</p></div>
      </FormPart>
    )
  }
  if (!changing && p.bank) {
    return (
      <FormPart title={t('unitProfiles.section.bank')}>
        <div className="field wide">
          <BankFacts bank={p.bank} />
          <p className="deeds"><Button onClick={() => change(true)}>{t('unitProfiles.edit.bank.change')}</Button></p>
        </div>
      </FormPart>
    )
  }
  return (
    <FormPart title={t('unitProfiles.section.bank')}>
      {p.bank && (
        <div className="field wide">
          <Notice>{t('unitProfiles.edit.bank.notice')} <Button type="link" size="small" onClick={() => change(false)}>{t('unitProfiles.edit.bank.keep')}</Button></Notice>
        </div>
      )}
      <BankFields unitName={p.unit.name} />
    </FormPart>
  )
}

function BankFields({ unitName }: { unitName: string }) {
  const t = useWords()
  const name = Form.useWatch(['bank', 'accountName'], useForm().store) as string | undefined
  const label = (field: string) => t(`unitProfiles.field.${field}`)
  const isOther = Boolean(name?.trim()) && accountNameDiffers(name ?? '', unitName) !== null
  return (
    <>
      <TextField wide name="bank.accountName" label={label('accountName')} hint={t('unitProfiles.hint.accountName')} maxLength={120} />
      {isOther && <TextField wide name="bank.accountNameReason" label={label('accountNameReason')} maxLength={200} />}
      <TextField wide name="bank.bankName" label={label('bankName')} hint={t('unitProfiles.hint.bankName')} maxLength={80} />
      <CodeField name="bank.bankAccount" label={label('bankAccount')} hint={t('unitProfiles.hint.bankAccount')} groups={[4, 4, 4, 4, 4, 4, 4, 4]} />
      <CodeField name="bank.bankCode" label={label('bankCode')} hint={t('unitProfiles.hint.bankCode')} groups={bankCodeGroups} />
    </>
  )
}
