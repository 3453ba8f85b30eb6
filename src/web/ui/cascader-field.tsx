import { Cascader } from 'antd'
import { useWords } from '../words.ts'
import { Field, type FieldProps } from './form.tsx'

export interface Branch {
  value: string
  label: string
  disabled?: boolean
  children?: Branch[]
}

/** The codes from the top down to one branch: what the cascader shows for it. */
export function wayTo(branches: readonly Branch[], value: unknown): string[] | undefined {
  for (const branch of branches) {
    if (branch.value === value) return [branch.value]
    const below = branch.children && wayTo(branch.children, value)
    if (below) return [branch.value, ...below]
  }
  return undefined
}

/** A tree to choose from (regions, authorities); the value is the code of the chosen branch alone. */
export function CascaderField({ options, anyLevel, ...field }: FieldProps & { options: Branch[]; anyLevel?: boolean }) {
  const t = useWords()
  return (
    <Field {...field} getValueProps={(value) => ({ value: wayTo(options, value) })} getValueFromEvent={(way: string[] | undefined) => way?.at(-1) ?? null}>
      {(w) => (
        <Cascader {...w} options={options} changeOnSelect={anyLevel} placeholder={t('web.choose')} style={{ width: '100%' }}
          showSearch={{ filter: (text, way) => way.some((b) => b.label.includes(text)) }} />
      )}
    </Field>
  )
}
