import { Cascader, Select } from 'antd'
import { wayTo } from '../../../../web/ui/cascader-field.tsx'
import { useClearing } from '../../../../web/ui/clearing.tsx'
import { useWords } from '../../../../web/words.ts'
import { useCodeList } from './code-list.ts'
import { textIn, type InputProps } from './input-props.ts'

/** A code out of one of the platform's lists: a list to search in, or level by level. */
export function CodeInput({ field, value, change, leave, wiring }: InputProps<'code'>) {
  const t = useWords()
  const clearing = useClearing()
  const { tree, isFlat } = useCodeList(field.list)
  const code = textIn(value)
  // What has ended meanwhile still stands there (E06): its code, not an empty field with a complaint beside it.
  const way = wayTo(tree, code) ?? (code ? [code] : [])
  const shared = {
    id: wiring.id, placeholder: t('web.choose'), allowClear: clearing, onBlur: leave, style: { width: '100%' }, status: wiring.isWrong ? ('error' as const) : ('' as const),
    'aria-describedby': wiring.describedBy, 'aria-required': wiring.isRequired || undefined,
  }
  if (isFlat) return <Select {...shared} value={code || undefined} options={tree} showSearch={{ optionFilterProp: 'label' }} onChange={(next: string | undefined) => change(next ?? null)} />
  return (
    <Cascader
      {...shared} value={way} options={tree} changeOnSelect showSearch={{ filter: (text, way) => way.some((one) => one.label.includes(text)) }}
      onChange={(way) => change((Array.isArray(way) ? way.at(-1)?.toString() : undefined) ?? null)}
    />
  )
}
