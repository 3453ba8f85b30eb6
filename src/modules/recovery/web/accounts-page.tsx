import { useState } from 'react'
import { useServerForm } from '../../../web/server-form.ts'
import { TextField } from '../../../web/ui/fields.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useActor } from '../../../web/session.ts'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { AccountFacts, type Account } from './account-facts.tsx'

/** 账号查询 (S1-58): by something whole; every search and every look is recorded. */
export default function AccountsPage() {
  const t = useWords()
  const actor = useActor()
  const [found, setFound] = useState<readonly Account[] | null>(null)
  const form = useServerForm(recoveryContract.lookUp, { done: ({ accounts }) => setFound(accounts) })
  return (
    <>
      <PageTitle title={t('recovery.title.accounts')} mandate={actor?.mandate?.scopeName} lead={t('recovery.accounts.lead')} />
      <Sheet width="form">
        <ServerForm form={form}>
          <TextField name="text" label={t('recovery.accounts.text')} hint={t('recovery.accounts.hint')} maxLength={120} />
          <FormDeeds verb={t('recovery.accounts.search')} />
        </ServerForm>
      </Sheet>
      <div role="status">
        {found?.length === 0 && <Sheet width="form"><p>{t('recovery.accounts.none')}</p></Sheet>}
        {found && found.length > 0 && <p className="quiet found">{t('recovery.accounts.found', { n: found.length })}</p>}
      </div>
      {found?.map((account) => <Sheet key={account.accountId} width="form" title={account.userName}><AccountFacts account={account} /></Sheet>)}
    </>
  )
}
