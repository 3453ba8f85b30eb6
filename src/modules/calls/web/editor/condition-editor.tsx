import { Button, Select } from 'antd'
import { useMemo } from 'react'
import { fieldId } from '../../../../web/ui/field-id.ts'
import { useLang, useWords } from '../../../../web/words.ts'
import { conditionInWords } from '../../condition-words.ts'
import { comparisons, condition as conditionSchema, type Field, type FormDefinition } from '../../form/definition.ts'
import { said } from '../../said.ts'
import { conditionFrom, conditionOf, criteriaOf, fieldLine, isComparison, type FieldLine, type FieldOperator } from './criteria.ts'
import { useEditing } from './editing.tsx'
import { ExpressionEditor } from './expression-editor.tsx'
import { TabLeaves } from './inputs.tsx'
import { fieldsIn, readable, sourcesOf } from './sources.ts'
import { at, nameOf, type Path } from './tree.ts'

const signs = { '<': '<', '<=': '≤', '=': '=', '>=': '≥', '>': '>' } as const
const blankLine = { field: '', isFilled: true }
const blankComparison = { compare: { left: { field: '' }, op: '<=', right: { field: '' } } }

/** A condition, line by line; `owner`: the field that it belongs to, which cannot be its own condition. */
export function ConditionEditor({ path, label, hint, owner, isRequired = false }: { path: Path; label: string; hint?: string; owner?: unknown; isRequired?: boolean }) {
  const t = useWords()
  const lang = useLang()
  const { document, set, isClosed, saidAt } = useEditing()
  const all = useMemo(() => fieldsIn(document, t), [document, t])
  const form: FormDefinition = useMemo(() => ({ tabs: [{ id: 'all', label: { zh: '-', en: '' }, fields: all }], rules: [] }), [all])
  const raw = at(document, path)
  const problem = saidAt(path)
  const criteria = raw === undefined ? { mode: 'all' as const, items: [] } : criteriaOf(raw)
  const id = fieldId(nameOf(path))
  const body = () => {
    if (!criteria) {
      const read = conditionSchema.safeParse(raw)
      return (
        <p className="told-condition">
          {read.success ? conditionInWords({ t, lang, form }, read.data) : t('calls.editor.too_deep')}
          {!isClosed && <Button size="small" onClick={() => set(path, isRequired ? blankLine : undefined)}>{t('calls.editor.replace')}</Button>}
        </p>
      )
    }
    const { mode, items } = criteria
    const write = (next: unknown[], how = mode) => set(path, conditionFrom({ mode: how, items: next }) ?? (isRequired ? blankLine : undefined))
    return (
      <>
        {items.length > 1 && (
          <Select aria-label={t('calls.editor.mode')} value={mode} disabled={isClosed} onChange={(next) => write(items, next)} options={(['all', 'any'] as const).map((value) => ({ value, label: t(`calls.editor.mode.${value}`) }))} />
        )}
        <ol className="criteria">
          {items.map((item, index) => (
            <li key={index}>
              <Line item={item} fields={readable(all, owner)} form={form} change={(next) => write(items.map((one, place) => (place === index ? next : one)))} isClosed={isClosed} />
              {!isClosed && <Button size="small" type="text" danger onClick={() => write(items.filter((_, place) => place !== index))}>{t('calls.editor.delete')}<span className="sr"> {t('calls.editor.line', { n: index + 1 })}</span></Button>}
            </li>
          ))}
        </ol>
        {!isClosed && (
          <p className="criteria-deeds">
            <Button id={id} onClick={() => write([...items, blankLine])}>{t('calls.editor.line.add')}</Button>
            <Button onClick={() => write([...items, blankComparison])}>{t('calls.editor.comparison.add')}</Button>
          </p>
        )}
      </>
    )
  }
  return (
    <div className={problem ? 'field wrong' : 'field'} role="group" aria-label={label}>
      <span className="label">{label}{!isRequired && <span className="optional">{t('web.optional')}</span>}</span>
      {hint && <p className="hint">{hint}</p>}
      {body()}
      {problem && <p className="error">{t(problem.code, problem.params)}</p>}
    </div>
  )
}

interface LineProps { item: unknown; fields: readonly Field[]; form: FormDefinition; change: (next: unknown) => void; isClosed: boolean }

function Line({ item, fields, form, change, isClosed }: LineProps) {
  const t = useWords()
  const lang = useLang()
  const { document } = useEditing()
  if (isComparison(item)) {
    const { left, op, right } = item.compare
    const sources = sourcesOf(fieldsIn(document, t), t, lang)
    const side = (name: 'left' | 'right', value: unknown) => (
      <ExpressionEditor value={value} sources={sources} form={form} isClosed={isClosed} label={t(`calls.editor.side.${name}`)} change={(next) => change({ compare: { ...item.compare, [name]: next } })} />
    )
    return (
      <div className="comparison">
        {side('left', left)}
        <Select aria-label={t('calls.editor.operator')} value={typeof op === 'string' ? op : '<='} disabled={isClosed} options={comparisons.map((value) => ({ value, label: signs[value] }))} onChange={(next: string) => change({ compare: { ...item.compare, op: next } })} />
        {side('right', right)}
      </div>
    )
  }
  const line = fieldLine(item) ?? { field: '', operator: 'filled', values: [] }
  return <FieldLineEditor line={line} fields={fields} change={(next) => change(conditionOf(next))} isClosed={isClosed} />
}

const yes = 'yes'
const optionsOf = (field: Field | undefined): { value: string; label: { zh: string; en: string } }[] => (field?.kind === 'choice' || field?.kind === 'choices' ? field.options : [])

function FieldLineEditor({ line, fields, change, isClosed }: { line: FieldLine; fields: readonly Field[]; change: (next: FieldLine) => void; isClosed: boolean }) {
  const t = useWords()
  const lang = useLang()
  const field = fields.find(({ id }) => id === line.field)
  const isYesNo = field?.kind === 'yesno' || field?.kind === 'commitment'
  const choices = optionsOf(field)
  const operators: FieldOperator[] = choices.length > 0 ? ['is', 'not', 'filled', 'empty'] : isYesNo ? ['is', 'filled', 'empty'] : ['filled', 'empty']
  const choose = (id: string) => {
    const next = fields.find((one) => one.id === id)
    const compares = next?.kind === 'yesno' || next?.kind === 'commitment' || optionsOf(next).length > 0
    change({ field: id, operator: compares ? 'is' : 'filled', values: next?.kind === 'yesno' || next?.kind === 'commitment' ? [true] : [] })
  }
  return (
    <div className="field-line">
      <Select aria-label={t('calls.editor.which_field')} value={field?.id} placeholder={t('calls.editor.which_field')} disabled={isClosed} className="call-source" popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }}
        options={fields.map(({ id, label }) => ({ value: id, label: said(label, lang) }))} onChange={choose} />
      {field && <Select aria-label={t('calls.editor.operator')} value={line.operator} disabled={isClosed} options={operators.map((value) => ({ value, label: t(`calls.editor.operator.${value}`) }))} onChange={(operator: FieldOperator) => change({ ...line, operator, values: isYesNo && operator === 'is' ? [true] : line.values })} />}
      {field && isYesNo && line.operator === 'is' && (
        <Select aria-label={t('calls.editor.value')} value={line.values[0] === false ? 'no' : yes} disabled={isClosed} options={[{ value: yes, label: t('calls.condition.yes') }, { value: 'no', label: t('calls.condition.no') }]} onChange={(next: string) => change({ ...line, values: [next === yes] })} />
      )}
      {choices.length > 0 && (line.operator === 'is' || line.operator === 'not') && (
        <TabLeaves>
          <Select mode="multiple" aria-label={t('calls.editor.value')} value={line.values.map(String).filter((value) => value !== '')} placeholder={t('web.choose')} disabled={isClosed} className="call-source" popupMatchSelectWidth={false}
            options={choices.map(({ value, label }) => ({ value, label: said(label, lang) }))} onChange={(values: string[]) => change({ ...line, values })} />
        </TabLeaves>
      )}
    </div>
  )
}
