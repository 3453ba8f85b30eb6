import { Form } from 'antd'
import { useState } from 'react'
import { identityDocumentTypes } from '../../../codes/identity-document.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { useActor } from '../../../web/session.ts'
import { RadioField, SelectField, TextField } from '../../../web/ui/fields.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { Told } from '../../../web/ui/told.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'
import { lookWays } from '../support-contract.ts'
import { SupportedPerson, type Supported } from './supported-person.tsx'

/** 填报用户查询 (S1-58, S1-N1): by something whole, for a reason that is kept; then what nobody else can do for a person. */
export default function SupportPage() {
  const t = useWords()
  const lang = useLang()
  const actor = useActor()
  const [found, setFound] = useState<readonly Supported[] | null>(null)
  const [done, setDone] = useState('')
  const form = useServerForm(peopleContract.lookUp, {
    initial: { by: 'document', documentType: 'ID' },
    // What was typed for another way of searching is not sent along.
    shape: ({ by, documentType, document, last4, name, userName, reason }) => ({
      by, reason, ...(by === 'document' ? { documentType, document } : by === 'last4' ? { last4, name } : { userName }),
    }),
    done: ({ people }) => {
      setDone('')
      setFound(people)
    },
  })
  const by = String(Form.useWatch('by', form.store) ?? 'document')
  const told = (id: string, sentence: string) => {
    setDone(sentence)
    setFound((shown) => shown?.filter((person) => person.id !== id) ?? null)
  }
  return (
    <>
      <PageTitle title={t('people.title.support')} mandate={actor?.mandate?.scopeName} lead={t('people.support.lead')} />
      <Told sentence={done} after={found} />
      <Sheet width="form">
        <ServerForm form={form}>
          <RadioField name="by" label={t('people.support.by')} options={lookWays.map((way) => ({ value: way, label: t(`people.support.by.${way}`) }))} />
          {by === 'document' && <>
            <SelectField
              name="documentType" label={t('people.field.documentType')}
              options={identityDocumentTypes.items.map((item) => ({ value: item.code, label: (lang === 'en' && item.en) || item.name }))}
            />
            <TextField name="document" label={t('people.field.document')} maxLength={60} />
          </>}
          {by === 'last4' && <>
            <TextField name="last4" label={t('people.support.last4')} maxLength={8} />
            <TextField name="name" label={t('people.support.name')} hint={t('people.support.name.hint')} maxLength={60} />
          </>}
          {by === 'userName' && <TextField name="userName" label={t('people.field.userName')} hint={t('people.support.userName.hint')} maxLength={40} />}
          <TextField name="reason" label={t('people.support.reason')} hint={t('people.support.reason.hint')} maxLength={200} />
          <FormDeeds verb={t('people.support.search')} />
        </ServerForm>
      </Sheet>
      <div role="status">
        {found?.length === 0 && !done && <Sheet width="form"><p>{t('people.support.none')}</p></Sheet>}
        {found && found.length > 0 && <p className="quiet found">{t('people.support.found', { n: found.length })}</p>}
      </div>
      {found?.map((person) => <SupportedPerson key={person.id} person={person} told={(sentence) => told(person.id, sentence)} />)}
    </>
  )
}
