import { Input, Radio } from 'antd'
import { useDeferredValue, useState, type CSSProperties } from 'react'
import { useLang, useWords } from '../../../web/words.ts'
import { useAuthorities } from './choices.ts'
import { branchesOf } from './tree.ts'

/** The authorities as one list of radios, indented as they hang: the arrow keys walk it, a search shortens it (S1-39). */
export function AuthorityTree({ value, choose, but, id }: {
  value: string | null
  choose: (authorityId: string) => void
  /** Where the registration lies already. */
  but?: string
  id: string
}) {
  const t = useWords()
  const lang = useLang()
  const [text, setText] = useState('')
  const branches = branchesOf(useAuthorities(), lang, useDeferredValue(text), but)
  return (
    <>
      <Input.Search id={id} value={text} onChange={(e) => setText(e.target.value)} allowClear autoFocus aria-label={t('units.authority.search')} placeholder={t('units.authority.search')} />
      <div className="branches">
        {branches.length === 0 && text && <p className="empty">{t('units.authority.none', { text })}</p>}
        <Radio.Group value={value} onChange={(e) => choose(String(e.target.value))} style={{ display: 'block' }} aria-label={t('units.authority.pick')}>
          {branches.map((b) => {
            const style = { '--depth': b.depth } as CSSProperties
            return b.choosable
              ? <Radio key={b.id} value={b.id} className="branch" style={style}>{b.name}</Radio>
              : <span key={b.id} className="branch only" style={style}>{b.name}</span>
          })}
        </Radio.Group>
      </div>
    </>
  )
}
