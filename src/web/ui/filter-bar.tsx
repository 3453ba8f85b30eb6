import { Button, Input, Select } from 'antd'
import { lazy, memo, Suspense, useId, useState } from 'react'
import type { FilterDefs, Filters } from '../filters.ts'
import { useIsPhone } from '../screen.ts'
import { useClearing } from './clearing.tsx'
import { useWords } from '../words.ts'
import type { Option } from './fields.tsx'

const DayRange = lazy(() => import('./day-range.tsx').then((m) => ({ default: m.DayRange })))

export interface FilterField {
  name: string
  /** Word key. */
  label: string
  /** Absent: text. */
  options?: readonly Option[]
  /** A range of days: `name` is its beginning, `until` the name of its end. */
  until?: string
}

interface Props {
  fields: readonly FilterField[]
  values: Readonly<Record<string, string | undefined>>
  set: (values: Record<string, string>) => void
  reset: () => void
}

const empty = (values: Props['values']): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((e): e is [string, string] => e[1] !== undefined))

/** Memoised: ticking a row of the list below must not draw the filters again. */
const Bar = memo(function Bar({ fields, values, set, reset }: Props) {
  const t = useWords()
  const clearing = useClearing()
  const id = useId()
  const isPhone = useIsPhone()
  const [draft, setDraft] = useState(empty(values))
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState(values)
  if (seen !== values) {
    setSeen(values)
    setDraft(empty(values))
  }
  const put = (name: string, value: string | null | undefined) => setDraft((d) => ({ ...d, [name]: value ?? '' }))
  // What narrows the list stays in view, folded or not.
  const folded = fields.filter((f, i) => i > 0 && !values[f.name] && !(f.until && values[f.until]))
  const shown = isPhone && !open ? fields.filter((f) => !folded.includes(f)) : fields
  return (
    <search>
      <form className="filters" aria-label={t('web.list.filters')} onSubmit={(e) => (e.preventDefault(), set(draft))}>
        {shown.map((f) => (
          <div className="filter" key={f.name}>
            <label htmlFor={id + f.name}>{t(f.label)}</label>
            {f.until ? (
              <Suspense fallback={<Input id={id + f.name} disabled />}>
                <DayRange id={id + f.name} from={draft[f.name]} until={draft[f.until]} change={(from, until) => setDraft((d) => ({ ...d, [f.name]: from, [f.until!]: until }))} />
              </Suspense>
            ) : f.options ? (
              <Select id={id + f.name} options={[...f.options]} value={draft[f.name] || undefined} onChange={(v: string | undefined) => put(f.name, v)}
                allowClear={clearing} placeholder={t('web.list.any')} showSearch={f.options.length > 8 ? { optionFilterProp: 'label' } : false} />
            ) : (
              <Input id={id + f.name} value={draft[f.name] ?? ''} onChange={(e) => put(f.name, e.target.value)} allowClear autoComplete="off" spellCheck={false} />
            )}
          </div>
        ))}
        <div className="filter-deeds">
          <Button type="primary" htmlType="submit">{t('web.list.search')}</Button>
          <Button onClick={() => (setDraft({}), reset())}>{t('web.list.reset')}</Button>
          {isPhone && folded.length > 0 && <Button type="link" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'web.list.filters.less' : 'web.list.filters.more')}</Button>}
        </div>
      </form>
    </search>
  )
}, (a, b) => a.fields === b.fields && JSON.stringify(a.values) === JSON.stringify(b.values) && a.set === b.set)

/** The filters of a list, in the manual's order, with 查询 / 重置; on a phone all but the first and those in use fold away. */
export function FilterBar<D extends FilterDefs>({ fields, filters }: { fields: readonly FilterField[]; filters: Filters<D> }) {
  return <Bar fields={fields} values={filters.values} set={filters.set} reset={filters.reset} />
}
