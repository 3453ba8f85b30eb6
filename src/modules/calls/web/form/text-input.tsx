import { Input } from 'antd'
import { useWords } from '../../../../web/words.ts'
import { textIn, type InputProps } from './input-props.ts'

/** One line, or several with a count of what is left. */
export function TextInput({ field, value, change, leave, wiring }: InputProps<'text'>) {
  const t = useWords()
  const text = textIn(value)
  const shared = {
    id: wiring.id, value: text, onBlur: leave, 'aria-describedby': wiring.describedBy, 'aria-required': wiring.isRequired || undefined,
    'aria-invalid': wiring.isWrong || undefined, status: wiring.isWrong ? ('error' as const) : ('' as const),
  }
  const n = [...text].length
  // What is pasted and too long is not cut in silence: it stays, and is said.
  if (field.lines === 1) {
    return (
      <>
        <Input {...shared} autoComplete="off" spellCheck={false} onChange={(e) => change(e.target.value)} />
        {n > field.max && <Counted n={n} max={field.max} words={t} />}
      </>
    )
  }
  return (
    <>
      <Input.TextArea {...shared} autoSize={{ minRows: field.lines, maxRows: Math.max(field.lines, 24) }} onChange={(e) => change(e.target.value)} />
      <Counted n={n} max={field.max} words={t} />
    </>
  )
}

/** How many characters were written, of how many; said in words once too many. */
export const Counted = ({ n, max, words }: { n: number; max: number; words: ReturnType<typeof useWords> }) => (
  <p className={n > max ? 'counted over' : 'counted'} role={n > max ? 'status' : undefined}>
    {n > max ? words('calls.fill.over', { n: n - max, max }) : words('calls.fill.counted', { n, max })}
  </p>
)
