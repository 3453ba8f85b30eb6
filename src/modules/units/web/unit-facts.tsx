import type { ReactNode } from 'react'
import { Code } from '../../../web/ui/code-field.tsx'
import { Facts, type Fact } from '../../../web/ui/facts.tsx'
import { useWords } from '../../../web/words.ts'
import type { RegistrationField } from '../fields.ts'
import { useNames } from './choices.ts'
import type { MyRegistration } from './registration.ts'

/** The facts of a unit to be read, in the manual's order; `remark` adds what is to be said of a field. */
export function UnitFacts({ form, authority, on, columns = 1, remark }: {
  form: MyRegistration['form']
  /** Where the tree of today no longer has it. */
  authority?: string | undefined
  on?: string | undefined
  columns?: 1 | 2
  remark?: (field: RegistrationField) => ReactNode
}) {
  const t = useWords()
  const names = useNames(on)
  const fact = (field: RegistrationField, value: ReactNode, label: string = field): Fact => ({ label: t(`units.field.${label}`), value, remark: remark?.(field) })
  const place = (district: RegistrationField & ('registeredDistrict' | 'locatedDistrict'), street: 'registeredAddress' | 'locatedAddress', label: string): Fact => {
    const remarks = [remark?.(district), remark?.(street)].filter(Boolean)
    return {
      label: t(`units.field.${label}`), value: form[district] && `${names.district(form[district])} ${form[street] ?? ''}`,
      remark: remarks.length > 0 ? <>{remark?.(district)}{remark?.(street)}</> : undefined,
    }
  }
  return (
    <Facts columns={columns} rows={[
      fact('name', form.name),
      fact('creditCode', form.creditCode && <><Code of={form.creditCode} />{form.creditCodeByHand && <span className="source">{t('units.field.creditCodeByHand')}</span>}</>),
      fact('legalNature', names.nature(form.legalNature)),
      fact('legalType', names.type(form.legalType)),
      fact('legalRepresentative', form.legalRepresentative),
      fact('authorityId', names.authority(form.authorityId) || authority),
      place('registeredDistrict', 'registeredAddress', 'registered'),
      place('locatedDistrict', 'locatedAddress', 'located'),
    ]} />
  )
}
