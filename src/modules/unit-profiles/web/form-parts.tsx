import { Form } from 'antd'
import type { ReactNode } from 'react'
import { dayOf, systemClock } from '../../../kernel/clock.ts'
import { CascaderField } from '../../../web/ui/cascader-field.tsx'
import { Code, CodeField, phoneGroups } from '../../../web/ui/code-field.tsx'
import { DateField } from '../../../web/ui/date-field.tsx'
import { SelectField, TextField } from '../../../web/ui/fields.tsx'
import { FixedField, FormPart } from '../../../web/ui/form.tsx'
import { useForm } from '../../../web/server-form.ts'
import { useLang, useWords } from '../../../web/words.ts'
import type { ProfileField } from '../unit-profile.ts'
import { regionWord } from './profile-facts.tsx'
import { industryTree, nameIn, optionsOf, useChoices, type ShownProfile } from './shown.ts'

interface Part {
  profile: ShownProfile
}

const useLabel = () => {
  const t = useWords()
  return (field: string) => t(`unitProfiles.field.${field}`)
}

/** 灰色字段 (S2-24): text with its source, or the field where the registry does not know it. */
function Grey({ profile, field, value, children }: Part & { field: ProfileField; value: ReactNode; children: ReactNode }) {
  const t = useWords()
  const label = useLabel()
  return profile.fromRegistry.includes(field) ? <FixedField label={label(field)} value={value} source={t('unitProfiles.source.registry')} /> : children
}

/** 登记信息: what the registration of the unit and the registry hold. */
export function RegistryPart({ profile: p }: Part) {
  const t = useWords()
  const lang = useLang()
  const label = useLabel()
  const own = t('unitProfiles.source.unit')
  const money = (value: string | null) => value && t('unitProfiles.ten_thousand', { n: value })
  const unitOfMoney = t('unitProfiles.ten_thousand.unit')
  return (
    <FormPart title={t('unitProfiles.section.registry')} lead={t('unitProfiles.edit.grey')}>
      <FixedField label={label('name')} value={p.unit.name} source={own} />
      <FixedField label={label('creditCode')} value={<Code of={p.unit.creditCode} />} source={own} />
      <Grey profile={p} field="registrationType" value={nameIn(lang, p.registrationType)}>
        <SelectField optional name="registrationType" label={label('registrationType')} options={optionsOf(useChoices('registration_type'), lang, p.registrationType)} />
      </Grey>
      <Grey profile={p} field="registeredOn" value={p.registeredOn}>
        <DateField optional name="registeredOn" label={label('registeredOn')} from="1900-01-01" until={dayOf(systemClock.now())} />
      </Grey>
      <Grey profile={p} field="registeredCapital" value={money(p.registeredCapital)}>
        <TextField optional name="registeredCapital" label={label('registeredCapital')} inputMode="numeric" maxLength={20} suffix={unitOfMoney} />
      </Grey>
      <Grey profile={p} field="paidInCapital" value={money(p.paidInCapital)}>
        <TextField optional name="paidInCapital" label={label('paidInCapital')} inputMode="numeric" maxLength={20} suffix={unitOfMoney} />
      </Grey>
      <FixedField label={label('legalRepresentative')} value={p.unit.legalRepresentative} source={own} />
      <LegalDocument profile={p} />
    </FormPart>
  )
}

/** S2-17: kind and number; a number that is known is never shown here, and stays unless another one is typed. */
function LegalDocument({ profile: p }: Part) {
  const t = useWords()
  const lang = useLang()
  const label = useLabel()
  const type = Form.useWatch('legalDocumentType', useForm().store) as string | null | undefined
  const types = useChoices('identity_document_type')
  const known = p.legalDocument !== null && type === p.legalDocumentType?.code
  if (p.fromRegistry.includes('legalDocument')) {
    return (
      <>
        <FixedField label={label('legalDocumentType')} value={nameIn(lang, p.legalDocumentType)} source={t('unitProfiles.source.registry')} />
        <FixedField label={label('legalDocument')} value={<span className="code">{p.legalDocument}</span>} source={t('unitProfiles.source.registry')} />
      </>
    )
  }
  return (
    <>
      <SelectField optional name="legalDocumentType" label={label('legalDocumentType')} options={optionsOf(types, lang, p.legalDocumentType)} />
      {type
        ? <TextField name="legalDocument" optional={known} label={label('legalDocument')} maxLength={60} hint={known ? t('unitProfiles.hint.document.known', { number: p.legalDocument ?? '' }) : undefined} />
        : <FixedField label={label('legalDocument')} value={<span className="quiet">{t('unitProfiles.hint.document.type')}</span>} />}
    </>
  )
}

/** 所在地与通信地址. */
export function PlacePart({ profile: p }: Part) {
  const t = useWords()
  const lang = useLang()
  const label = useLabel()
  const own = t('unitProfiles.source.unit')
  const province = p.unit.province?.code ?? ''
  const zones = optionsOf(useChoices('functional_zone'), lang, p.functionalZone, province)
  return (
    <FormPart title={t('unitProfiles.section.place')}>
      <FixedField label={label('province')} value={nameIn(lang, p.unit.province)} source={own} />
      <FixedField label={label('region')} value={regionWord(t, lang, p.unit)} source={t('unitProfiles.source.derived')} />
      <FixedField label={label('district')} value={nameIn(lang, p.unit.district)} source={own} />
      {zones.length > 0
        ? <SelectField optional name="functionalZone" label={label('functionalZone')} options={zones} />
        : <FixedField label={label('functionalZone')} value={<span className="quiet">{t('unitProfiles.hint.no_zones')}</span>} />}
      <TextField optional wide name="postalAddress" label={label('postalAddress')} maxLength={220} autoComplete="street-address" />
      <CodeField optional name="postCode" label={label('postCode')} groups={[6]} />
    </FormPart>
  )
}

/** 单位概况. */
export function NaturePart({ profile: p }: Part) {
  const t = useWords()
  const lang = useLang()
  const label = useLabel()
  return (
    <FormPart title={t('unitProfiles.section.nature')}>
      <SelectField optional name="unitNature" label={label('unitNature')} options={optionsOf(useChoices('unit_nature'), lang, p.unitNature)} />
      <CascaderField optional name="industry" label={label('industry')} options={industryTree(useChoices('industry_section'), useChoices('industry'), lang)} />
      <TextField optional wide name="keywords" label={label('keywords')} hint={t('unitProfiles.hint.keywords')} maxLength={130} />
    </FormPart>
  )
}

/** 单位联系人 (S2-18, S2-19): three of the red stars. */
export function ContactPart() {
  const t = useWords()
  const label = useLabel()
  return (
    <FormPart title={t('unitProfiles.section.contact')} lead={t('unitProfiles.hint.contact')}>
      <TextField optional name="contactName" label={label('contactName')} maxLength={60} />
      <CodeField name="phone" label={label('phone')} groups={phoneGroups} />
      <TextField name="officePhone" label={label('officePhone')} hint={t('unitProfiles.hint.officePhone')} inputMode="tel" maxLength={30} />
      <TextField name="mail" label={label('mail')} inputMode="email" maxLength={254} />
    </FormPart>
  )
}
