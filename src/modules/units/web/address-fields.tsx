import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useForm } from '../../../web/server-form.ts'
import { useSite } from '../../../web/session.ts'
import { SelectField, TextField } from '../../../web/ui/fields.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { nameIn, optionsOf, useChoices } from './choices.ts'

/** S1-40: 注册地址 and 坐落地址, each a fixed city, a district and the rest. */
export function AddressFields({ remark }: { remark: (field: 'registeredDistrict' | 'registeredAddress' | 'locatedDistrict' | 'locatedAddress') => ReactNode }) {
  const t = useWords()
  const lang = useLang()
  const form = useForm()
  const { homeProvince } = useSite()
  const districts = optionsOf(useChoices('district'), lang, homeProvince)
  const city = useChoices('province').find((p) => p.code === homeProvince)
  const copy = () => {
    const { registeredDistrict, registeredAddress } = form.store.getFieldsValue(true) as Record<string, string>
    form.store.setFieldsValue({ locatedDistrict: registeredDistrict, locatedAddress: registeredAddress })
    for (const name of ['locatedDistrict', 'locatedAddress']) {
      form.touch(name)
      form.leave(name)
    }
  }
  const district = (name: 'registeredDistrict' | 'locatedDistrict') => (
    <SelectField name={name} label={t(`units.field.${name}`)} prefix={city && nameIn(lang, city)} options={districts} below={remark(name)} />
  )
  return (
    <>
      {district('registeredDistrict')}
      <TextField name="registeredAddress" label={t('units.field.registeredAddress')} placeholder={t('units.hint.street')} maxLength={220} below={remark('registeredAddress')} />
      <div className="field wide"><Button type="link" className="same" onClick={copy}>{t('units.located.same')}</Button></div>
      {district('locatedDistrict')}
      <TextField name="locatedAddress" label={t('units.field.locatedAddress')} placeholder={t('units.hint.street')} maxLength={220} below={remark('locatedAddress')} />
    </>
  )
}
