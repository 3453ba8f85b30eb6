import { SaidField } from '../../../../web/ui/said-field.tsx'
import { useWords } from '../../../../web/words.ts'
import { isSaid } from './marks.ts'

/** 代审 (D11): why the unit decides for a secondary unit that is vacant or silent; recorded, and read by both. */
export function ActForField({ value, change, asked }: { value: string; change: (text: string) => void; asked: boolean }) {
  const t = useWords()
  return (
    <SaidField
      label={t('applications.act_for.label')} hint={t('applications.act_for.hint')} rows={1} value={value} change={change}
      presets={['vacant', 'silent', 'deadline'].map((one) => t(`applications.act_for.preset.${one}`))} missing={asked && !isSaid(value) && t('applications.act_for.required')}
    />
  )
}
