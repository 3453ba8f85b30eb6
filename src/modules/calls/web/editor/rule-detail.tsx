import { useWords } from '../../../../web/words.ts'
import { useLang } from '../../../../web/words.ts'
import { said } from '../../said.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { useEditing } from './editing.tsx'
import { BothAt, SelectAt } from './inputs.tsx'
import { ItemDeeds } from './rows.tsx'
import { fieldsIn } from './sources.ts'
import { textAt } from './tree.ts'

/** A rule across fields, with the sentence that the applicant reads. */
export function RuleDetail({ index }: { index: number }) {
  const t = useWords()
  const lang = useLang()
  const { document, choose } = useEditing()
  const path = ['form', 'rules', index]
  const fields = fieldsIn(document, t).map(({ id, label }) => ({ value: id, label: said(label, lang) }))
  const severities = (['error', 'warning'] as const).map((value) => ({ value, label: t(`calls.severity.${value}`) }))
  return (
    <>
      <div className="detail-head">
        <h2>{t('calls.editor.rule')}</h2>
        <ItemDeeds path={['form', 'rules']} index={index} name={textAt(document, [...path, 'sentence', 'zh']) || t('calls.editor.rule')} after={(place) => choose(place === null ? null : { rule: place })} />
      </div>
      <BothAt path={[...path, 'sentence']} label={t('calls.editor.sentence')} hint={t('calls.editor.sentence.hint')} />
      <div className="both">
        <SelectAt path={[...path, 'at']} label={t('calls.editor.rule.at')} options={fields} />
        <SelectAt path={[...path, 'severity']} label={t('calls.editor.severity')} options={severities} />
      </div>
      <ConditionEditor path={[...path, 'holds']} label={t('calls.editor.rule.holds')} hint={t('calls.editor.rule.holds.hint')} isRequired />
      <ConditionEditor path={[...path, 'when']} label={t('calls.editor.rule.when')} hint={t('calls.editor.rule.when.hint')} />
    </>
  )
}
