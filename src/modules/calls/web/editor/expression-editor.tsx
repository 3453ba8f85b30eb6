import { Button, InputNumber, Select } from 'antd'
import { useLang, useWords } from '../../../../web/words.ts'
import { expressionInWords } from '../../condition-words.ts'
import { expression as expressionSchema, type Expression, type FieldOf, type FormDefinition } from '../../form/definition.ts'
import { said } from '../../said.ts'
import { expressionOf, termsOf, type Factor, type Term } from './terms.ts'

/** What can be reckoned with: a number, a field, the sum of a column, the rows of a table. */
export interface Source { value: string; label: string; factor: Factor; table?: FieldOf<'table'> }

/** Stands where nothing was chosen yet, while the expression is taken apart; in the document it is empty and not complete. */
const blank = { field: 'nothing_yet' } as const satisfies Factor

const exchanged = (value: unknown, from: string, to: string): unknown => JSON.parse(JSON.stringify(value ?? null).replaceAll(`"field":"${from}"`, `"field":"${to}"`))

/** The tolerant reading of what is being written: blanks are no mistake here. */
function readExpression(raw: unknown): Expression {
  const read = expressionSchema.safeParse(exchanged(raw, '', blank.field))
  return read.success ? read.data : blank
}

const keyOf = (factor: Factor): string =>
  'number' in factor ? 'number' : 'field' in factor ? `field ${factor.field}` : 'sum' in factor ? `sum ${factor.sum.table} ${factor.sum.column}` : `count ${factor.count.table}`

/** Summands with + and -, each a product: chosen from lists, never typed as a formula. */
export function ExpressionEditor({ value, change: keep, sources, form, label, isClosed }: {
  value: unknown
  change: (next: unknown) => void
  sources: readonly Source[]
  form: FormDefinition | null
  label: string
  isClosed: boolean
}) {
  const t = useWords()
  const lang = useLang()
  const present = readExpression(value)
  const terms = termsOf(present)
  const change = (next: Expression) => keep(exchanged(next, blank.field, ''))
  if (!terms) {
    return (
      <p className="told-condition">
        {form ? expressionInWords({ t, lang, form }, present) : t('calls.editor.too_deep')}
        {!isClosed && <Button size="small" onClick={() => change(blank)}>{t('calls.editor.replace')}</Button>}
      </p>
    )
  }
  const write = (next: Term[]) => change(expressionOf(next.length > 0 ? next : [{ isMinus: false, factors: [blank] }]))
  const put = (at: number, term: Term) => write(terms.map((one, index) => (index === at ? term : one)))
  return (
    <div className="expression" role="group" aria-label={label}>
      {terms.map((term, at) => (
        <div className="term" key={at}>
          {at > 0 && <Select size="small" aria-label={t('calls.editor.sign')} value={term.isMinus ? '-' : '+'} disabled={isClosed} options={[{ value: '+', label: '+' }, { value: '-', label: '−' }]} onChange={(sign) => put(at, { ...term, isMinus: sign === '-' })} />}
          {term.factors.map((factor, place) => (
            <span className="factor" key={place}>
              {place > 0 && <span aria-hidden="true">×</span>}
              <FactorPicker factor={factor} sources={sources} label={label} isClosed={isClosed} change={(next) => put(at, { ...term, factors: term.factors.map((one, index) => (index === place ? next : one)) })} />
              {term.factors.length > 1 && !isClosed && <Button size="small" type="text" onClick={() => put(at, { ...term, factors: term.factors.filter((_, index) => index !== place) })}>{t('calls.editor.delete')}</Button>}
            </span>
          ))}
          {!isClosed && <Button size="small" type="text" onClick={() => put(at, { ...term, factors: [...term.factors, { number: 1 }] })}>{t('calls.editor.times')}</Button>}
          {terms.length > 1 && !isClosed && <Button size="small" type="text" onClick={() => write(terms.filter((_, index) => index !== at))}>{t('calls.editor.delete')}</Button>}
        </div>
      ))}
      {!isClosed && <Button size="small" onClick={() => write([...terms, { isMinus: false, factors: [blank] }])}>{t('calls.editor.term.add')}</Button>}
    </div>
  )
}

function FactorPicker({ factor, sources, label, isClosed, change }: { factor: Factor; sources: readonly Source[]; label: string; isClosed: boolean; change: (next: Factor) => void }) {
  const t = useWords()
  const lang = useLang()
  const chosen = sources.find((one) => one.value === keyOf(factor))
  const where = 'sum' in factor ? factor.sum.where : 'count' in factor ? factor.count.where : undefined
  const cells = chosen?.table?.columns.flatMap((column) => (column.kind === 'choice' ? column.options.map((option) => ({ value: `${column.id} ${option.value}`, label: t('calls.editor.only_rows', { column: said(column.label, lang), value: said(option.label, lang) }) })) : [])) ?? []
  const only = (picked: string) => {
    const [column, is] = picked.split(' ')
    const narrowed = column && is ? { where: { column, is } } : {}
    if ('sum' in factor) change({ sum: { table: factor.sum.table, column: factor.sum.column, ...narrowed } })
    if ('count' in factor) change({ count: { table: factor.count.table, ...narrowed } })
  }
  return (
    <>
      <Select aria-label={label} value={chosen?.value} placeholder={t('web.choose')} disabled={isClosed} popupMatchSelectWidth={false} className="call-source" showSearch={{ optionFilterProp: 'label' }}
        options={sources.map(({ value, label: word }) => ({ value, label: word }))} onChange={(next: string) => change(sources.find((one) => one.value === next)?.factor ?? factor)} />
      {'number' in factor && <InputNumber aria-label={t('calls.editor.number')} value={factor.number} disabled={isClosed} onChange={(next) => change({ number: next ?? 0 })} />}
      {cells.length > 0 && <Select aria-label={t('calls.editor.which_rows')} value={where ? `${where.column} ${where.is}` : ''} disabled={isClosed} popupMatchSelectWidth={false} options={[{ value: '', label: t('calls.editor.all_rows') }, ...cells]} onChange={only} />}
    </>
  )
}
