import { Form } from 'antd'
import { Fragment } from 'react'
import { ownQuestion } from '../../../codes/security-question.ts'
import { useAsk } from '../../../web/ask.ts'
import { useForm } from '../../../web/server-form.ts'
import { SelectField, TextField } from '../../../web/ui/fields.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { listsContract } from '../../lists/contract.ts'

type Asked = Record<string, { question?: string; answer?: string } | undefined>

const places = [0, 1, 2] as const

/** Antd keeps three questions as an object of 0, 1, 2; the verbs take a list. */
export const typedQuestions = (typed: Record<string, unknown>): Record<string, unknown> =>
  ({ ...typed, questions: places.map((i) => ({ question: '', answer: '', ...(typed.questions as Asked | undefined)?.[i] })) })

/** S1-42: 问题一, 问题二, 问题三; none can be chosen twice. For a form whose input has `questions`. */
export function SecurityQuestions() {
  const t = useWords()
  const lang = useLang()
  const form = useForm()
  const questions = (useAsk(listsContract.choices, { id: 'security_question' }).value?.items ?? []).filter(({ code }) => code !== ownQuestion)
  const asked = (Form.useWatch('questions', form.store) ?? {}) as Asked
  const taken = (but: number) => places.filter((i) => i !== but).map((i) => asked[i]?.question)
  const free = (place: number) => questions
    .filter(({ code }) => !taken(place).includes(code))
    .map(({ code, name, nameEn }) => ({ value: code, label: (lang === 'en' && nameEn) || name }))
  return places.map((i) => (
    <Fragment key={i}>
      <SelectField name={`questions.${i}.question`} label={t(`security_question.${i + 1}`)} placeholder={t('security_question.unchosen')} options={free(i)} />
      <TextField name={`questions.${i}.answer`} label={t(`security_question.answer.${i + 1}`)} placeholder={t('security_question.answer')} maxLength={60} />
    </Fragment>
  ))
}
