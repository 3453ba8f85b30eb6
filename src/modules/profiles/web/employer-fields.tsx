import { useEffect, useState } from 'react'
import type { Asked } from '../../../web/ask.ts'
import { useForm } from '../../../web/server-form.ts'
import { SelectField } from '../../../web/ui/fields.tsx'
import { Field, FixedField } from '../../../web/ui/form.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import { UnitPicker, type PickedUnit } from '../../people/web/parts.ts'
import { usePlaceInWords } from './in-words.ts'
import { useHomeArea } from './profile-rows.tsx'
import { ReviewMark } from './review-mark.tsx'
import type { Employer, EmployerAnswer } from './shown.ts'
import { direct } from './typed.ts'

/** 工作单位 (S2-65, S2-70 to S2-72, S2-75): picking a unit fills place, nature and address; its secondary units follow. */
export function EmployerFields({ unitId, known, asked, remark }: {
  unitId: string | null
  /** What is known of it before the answer comes. */
  known: Employer | null
  asked: Asked<EmployerAnswer>
  remark: string | undefined
}) {
  const t = useWords()
  const form = useForm()
  const place = usePlaceInWords()
  const area = useHomeArea()
  const [picked, setPicked] = useState<PickedUnit | null>(null)
  const answer = asked.value
  const employer = answer?.employer ?? (known?.id === unitId ? known : null)
  const secondaryUnits = answer?.secondaryUnits ?? []
  // Another unit has other secondary units: what was chosen of the one before is none of it.
  const chosen = form.store.getFieldValue(['reviewed', 'secondaryUnitId']) as string | null | undefined
  const isForeign = answer !== undefined && chosen && chosen !== direct && !secondaryUnits.some((one) => one.id === chosen)
  useEffect(() => {
    if (!isForeign) return
    form.store.setFieldValue(['reviewed', 'secondaryUnitId'], null)
  }, [isForeign, form.store])
  const unit = picked?.id === unitId ? picked : employer && { id: employer.id, name: employer.name, creditCode: '' }
  return (
    <>
      <Field name="reviewed.unitId" label={t('profiles.field.unitName')} hint={t('profiles.hint.employer')} below={<ReviewMark remark={remark} />}>
        {(w) => <UnitPicker {...w} unit={unit} pick={setPicked} />}
      </Field>
      {secondaryUnits.length > 0
        ? (
          <SelectField
            name="reviewed.secondaryUnitId" label={t('profiles.field.secondaryUnit')} hint={t('profiles.hint.secondaryUnit')} below={<ReviewMark />}
            options={[...secondaryUnits.map(({ id, name }) => ({ value: id, label: name })), { value: direct, label: t('profiles.direct.choice') }]}
          />
        )
        : <div className="field gap" aria-hidden="true" />}
      {asked.refusal && <div className="wide"><Notice tone="warn">{t('profiles.employer.unknown')}</Notice></div>}
      <div className="wide from-unit">
        <p className="hint">{t('profiles.employer.source')}</p>
        <div className="fields-3">
          <FixedField label={t('profiles.field.province')} value={place.province(employer?.district ?? null)} />
          <FixedField label={t('profiles.field.district')} value={place.district(employer?.district ?? null)} />
          <FixedField label={t('profiles.field.area')} value={area(employer?.isHomeProvince ?? null)} />
          <FixedField label={t('profiles.field.unitNature')} value={place.nature(employer?.unitNature ?? null)} />
          <FixedField label={t('profiles.field.postalAddress')} value={employer?.postalAddress ?? ''} />
        </div>
      </div>
    </>
  )
}
