import { Form } from 'antd'
import { Fragment } from 'react'
import { useForm } from '../../../web/server-form.ts'
import { SelectField, TextField } from '../../../web/ui/fields.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { optionsOf, useChoices } from './choices.ts'

type Asked = Record<string, { question?: string; answer?: string } | undefined>

/** S1-42: 问题一, 问题二, 问题三; none can be chosen twice. */
export function SecurityQuestions() {
  const t = useWords()
  const lang = useLang()
  const form = useForm()
  const questions = useChoices('security_question').filter((q) => q.code !== 'own')
  const asked = (Form.useWatch('questions', form.store) ?? {}) as Asked
  const taken = (but: number) => [0, 1, 2].filter((i) => i !== but).map((i) => asked[i]?.question)
  return [0, 1, 2].map((i) => (
    <Fragment key={i}>
      <SelectField
        name={`questions.${i}.question`} label={t(`units.question.${i + 1}`)} placeholder={t('units.question.choose')}
        options={optionsOf(questions, lang).filter((o) => !taken(i).includes(o.value))}
      />
      <TextField name={`questions.${i}.answer`} label={t(`units.question.answer.${i + 1}`)} placeholder={t('units.question.answer')} maxLength={60} />
    </Fragment>
  ))
}
