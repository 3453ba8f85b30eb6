import { Button, Checkbox, Form } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { AskOf } from '../../../kernel/contract.ts'
import { creditCode } from '../../../codes/credit-code.ts'
import { afterPointer } from '../../../web/after-pointer.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { CodeField } from '../../../web/ui/code-field.tsx'
import { SelectField, TextField } from '../../../web/ui/fields.tsx'
import { Field, FormDeeds, FormPart, ServerForm } from '../../../web/ui/form.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import type { RegistrationField } from '../fields.ts'
import { oddities } from '../findings.ts'
import { AddressFields } from './address-fields.tsx'
import { AuthorityPicker } from './authority-picker.tsx'
import { optionsOf, useChoices } from './choices.ts'
import { draftOf, forgetDraft, keepDraft, type DraftValues } from './draft.ts'
import { sayFinding } from './finding.ts'
import type { MyRegistration } from './registration.ts'

const filledIn = (values: object): DraftValues => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))

interface Props {
  registration: MyRegistration
  done: () => void
  overtaken: () => void
}

/** What one changed oneself: only this is laid over a newer state, so that nobody else's change is undone by it. */
const changesIn = (typed: Readonly<Record<string, unknown>>, form: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(typed).filter(([name, value]) => value !== ((form as Record<string, unknown>)[name] ?? undefined)))

/**
 * Step 2 (S1-36 to S1-40): saved on 下一步; until then one's own changes wait in this window (D23). The registration is
 * asked for again now and then: an untouched form follows it, a touched one keeps values and version as they were read,
 * so that a change made elsewhere is told and not written over (I8).
 */
export function UnitStep({ registration: newest, overtaken, ...rest }: Props) {
  const [held, hold] = useState(newest)
  const [touched, touch] = useState(() => draftOf(sessionStorage, newest.id) !== null)
  const [round, setRound] = useState(0)
  if (!touched && held.version !== newest.version) hold(newest)
  const reload = () => {
    touch(false)
    overtaken()
  }
  const discard = () => {
    forgetDraft(sessionStorage, newest.id)
    touch(false)
    setRound(round + 1)
  }
  return <UnitForm key={`${held.version} ${round}`} registration={held} {...{ touch, reload, discard, overtaken }} {...rest} />
}

function UnitForm({ registration: r, done, overtaken, touch, reload, discard }: Props & { touch: (touched: boolean) => void; reload: () => void; discard: () => void }) {
  const t = useWords()
  const lang = useLang()
  const [kept] = useState(() => draftOf(sessionStorage, r.id))
  const [stale, setStale] = useState(false)
  const restored = kept !== null
  const form = useServerForm(unitsContract.save, {
    initial: { ...filledIn(r.form), ...kept, ...(r.marks.some((mark) => mark.field === 'contactName') ? { contactName: r.contact.name } : {}) } as Partial<AskOf<typeof unitsContract.save>>,
    fixed: { id: r.id, version: r.version },
    shape: (typed) => ({ ...typed, creditCodeByHand: typed.creditCodeByHand === true && failsItsCheck(typed.creditCode) }),
    refused: (refusal) => {
      setStale(refusal.code === 'overtaken')
      if (refusal.code === 'overtaken') overtaken()
      return refusal.code === 'overtaken'
    },
    done: () => {
      forgetDraft(sessionStorage, r.id)
      done()
    },
  })
  const values = Form.useWatch([], form.store) as Record<string, unknown> | undefined
  const [byHandOffered, offerByHand] = useState(failsItsCheck(r.form.creditCode) || failsItsCheck(kept?.creditCode))
  const nature = values?.legalNature as string | undefined
  const types = useChoices('legal_type')
  const contactMarked = r.marks.some((mark) => mark.field === 'contactName')

  // Another nature has other types.
  const before = useRef(nature)
  useEffect(() => {
    if (before.current && nature && before.current !== nature) form.store.setFieldValue('legalType', undefined)
    before.current = nature
  }, [nature, form.store])
  useEffect(() => {
    if (!form.dirty || !values) return
    const timer = setTimeout(() => keepDraft(sessionStorage, r.id, changesIn(values, r.form)), 400)
    return () => clearTimeout(timer)
  }, [values, form.dirty, r.id, r.form])
  useEffect(() => {
    if (form.dirty || restored) touch(true)
  }, [form.dirty, restored, touch])

  /** What looks odd, on leaving a field: said beside it, never in the way. */
  const judge = () => {
    const { creditCode: code = '', legalType = '', creditCodeByHand } = form.store.getFieldsValue(true) as { creditCode?: string; legalType?: string; creditCodeByHand?: boolean }
    const checked = creditCode(code)
    const fails = failsItsCheck(code)
    offerByHand(fails)
    if (fails) form.blame('creditCode', creditCodeByHand || checked.ok ? null : t(checked.code, checked.params))
    const found = checked.ok ? oddities({ creditCode: checked.value, legalType }) : []
    for (const name of ['creditCode', 'legalType'] as const) {
      const said = found.find((f) => f.field === name && (name !== 'legalType' || legalType))
      form.warn(name, said ? sayFinding(t, lang, said) : null)
    }
  }
  const latest = useRef(judge)
  latest.current = judge
  useEffect(() => latest.current(), [lang])
  const remark = (field: RegistrationField) => {
    const mark = r.marks.find((m) => m.field === field)
    return mark && <p className="remark-of-desk">{t('units.returned.mark', { reason: mark.reason })}</p>
  }
  return (
    <section className="sheet form" onBlur={() => afterPointer(judge)}>
      {stale && <Notice tone="warn" live title={t('units.overtaken.title')}>{t('units.overtaken.text')} <Button size="small" onClick={reload}>{t('web.overtaken.reload')}</Button></Notice>}
      {restored && <Notice live>{t('units.draft.restored')} <Button type="link" size="small" onClick={discard}>{t('units.draft.discard')}</Button></Notice>}
      <ServerForm form={form} columns={2}>
        <FormPart title={t('units.section.unit')}>
          <TextField name="name" label={t('units.field.name')} hint={t('units.hint.name')} maxLength={120} autoComplete="organization" below={remark('name')} />
          <CodeField name="creditCode" label={t('units.field.creditCode')} hint={t('units.hint.creditCode')} below={<>
            {byHandOffered && <ByHand changed={judge} />}
            {remark('creditCode')}
          </>} />
          <SelectField name="legalNature" label={t('units.field.legalNature')} options={optionsOf(useChoices('legal_nature'), lang)} below={remark('legalNature')} />
          <SelectField
            name="legalType" label={t('units.field.legalType')} options={nature ? optionsOf(types, lang, nature) : []} disabled={!nature}
            placeholder={nature ? undefined : t('units.hint.legalType')} below={remark('legalType')}
          />
          <TextField name="legalRepresentative" label={t('units.field.legalRepresentative')} hint={t('units.hint.name')} maxLength={60} below={remark('legalRepresentative')} />
          <Field name="authorityId" label={t('units.field.authorityId')} hint={t('units.hint.authority')} below={remark('authorityId')}>{(w) => <AuthorityPicker {...w} />}</Field>
        </FormPart>
        <FormPart title={t('units.section.addresses')}><AddressFields remark={remark} /></FormPart>
        {contactMarked && (
          <FormPart title={t('units.field.contact')}>
            <TextField name="contactName" label={t('units.field.contactName')} maxLength={60} below={remark('contactName')} />
          </FormPart>
        )}
        <FormDeeds verb={t('web.next')} />
      </ServerForm>
    </section>
  )
}

/** The main check digit alone is wrong: the one problem with a way out (fields.md). */
function failsItsCheck(code: unknown): boolean {
  const checked = creditCode(typeof code === 'string' ? code : '')
  return !checked.ok && checked.code === 'uscc.checksum'
}

/** The way out of a failed check digit (fields.md): a tick, and what it means. */
function ByHand({ changed }: { changed: () => void }) {
  const t = useWords()
  return (
    <div className="by-hand" onChange={() => setTimeout(changed)}>
      <Form.Item noStyle name="creditCodeByHand" valuePropName="checked">
        <Checkbox id="f-creditCodeByHand" aria-describedby="f-creditCodeByHand-hint">{t('units.byHand.label')}</Checkbox>
      </Form.Item>
      <p className="hint" id="f-creditCodeByHand-hint">{t('units.byHand.hint')}</p>
    </div>
  )
}
