import { identityDocumentTypes } from '../../../codes/identity-document.ts'
import { nameScriptOf } from '../../../codes/person-name.ts'
import { SelectField, TextField } from '../../../web/ui/fields.tsx'
import { Form } from 'antd'
import { useForm } from '../../../web/server-form.ts'
import { useLang, useWords } from '../../../web/words.ts'

/**
 * 姓名, 手机号码, 证件号码 (S2-28, S2-36), with the kind of document in front of its number. `kept`: what stands there now,
 * masked; such a field may be left empty and then stays as it is (S2-37).
 */
export function NamedFields({ of, under, kept }: {
  of: 'authorised' | 'manager'
  under: '' | 'manager.'
  kept?: { phone: string; document: string }
}) {
  const t = useWords()
  const lang = useLang()
  const { store } = useForm()
  const type: unknown = Form.useWatch([...under.split('.').filter(Boolean), 'documentType'], store)
  const isResident = type === undefined || type === 'ID'
  const latin = typeof type === 'string' && nameScriptOf(type) === 'latin'
  const stays = (value: string) => t('structure.page.kept', { value })
  return (
    <>
      <TextField name={`${under}name`} label={t(`structure.page.${of}.name`)} hint={t(latin ? 'structure.page.hint.name.latin' : 'structure.page.hint.name')} maxLength={60} />
      <TextField
        name={`${under}phone`} label={t(`structure.page.${of}.phone`)} hint={kept ? stays(kept.phone) : t('structure.page.hint.phone')} inputMode="tel" maxLength={20} optional={kept !== undefined}
      />
      <SelectField
        name={`${under}documentType`} label={t(`structure.page.${of}.documentType`)} hint={t('structure.page.hint.documentType')} optional={kept !== undefined}
        options={identityDocumentTypes.items.map((item) => ({ value: item.code, label: (lang === 'en' && item.en) || item.name }))}
      />
      <TextField
        name={`${under}document`} label={t(isResident ? `structure.page.${of}.document` : 'structure.page.document')} hint={kept ? stays(kept.document) : t('structure.page.hint.document')} maxLength={60}
        optional={kept !== undefined}
      />
    </>
  )
}
