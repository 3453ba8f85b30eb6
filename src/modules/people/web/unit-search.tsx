import { Button, Checkbox, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { ask } from '../../../web/client.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { CopyText } from '../../../web/ui/copy-text.tsx'
import { useSite } from '../../../web/session.ts'
import { useLang, useWords } from '../../../web/words.ts'
import { unitsContract } from '../../units/contract.ts'

export type PickedUnit = OutputOf<typeof unitsContract.pick>['units'][number]

/**
 * 单位选择: the full name (or the credit code), 查询, and the results with a tick box in front, one of which is taken
 * (S1-27, S1-28). Nothing found says why and what to do (S1-31).
 */
export function UnitSearch({ chosen, choose, id }: { chosen: PickedUnit | null; choose: (unit: PickedUnit | null) => void; id: string }) {
  const t = useWords()
  const [text, setText] = useState('')
  const [found, setFound] = useState<{ text: string; units: readonly PickedUnit[] } | null>(null)
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const box = useRef<InputRef>(null)
  // The dialog has the focus first, on its cross.
  useEffect(() => {
    const timer = setTimeout(() => box.current?.focus(), 50)
    return () => clearTimeout(timer)
  }, [])
  const find = async () => {
    const asked = text.trim()
    setWrong(asked ? '' : t('people.pick.empty'))
    if (!asked || busy) return
    setBusy(true)
    const answer = await ask(unitsContract.pick, { text: asked })
    setBusy(false)
    choose(null)
    setFound(answer.ok ? { text: asked, units: answer.value.units } : null)
    if (!answer.ok) setWrong(answer.refusal.fields.text?.sentence ?? answer.refusal.detail)
  }
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('people.pick.label')}</label>
        <p className="hint" id={`${id}-hint`}>{t('people.pick.hint')}</p>
        <div className="unit-search">
          <Input
            ref={box} id={id} value={text} maxLength={100} autoComplete="organization" spellCheck={false} status={wrong ? 'error' : undefined}
            aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${id}-error ${id}-hint` : `${id}-hint`} onChange={(e) => setText(e.target.value)}
            onPressEnter={(e) => {
              e.preventDefault()
              void find()
            }}
          />
          <Button type="primary" ghost loading={busy} onClick={() => void find()}>{t('web.list.search')}</Button>
        </div>
        {wrong && <p className="error" id={`${id}-error`} role="alert">{wrong}</p>}
      </div>
      <div role="status">
        {found && found.units.length > 0 && <p className="quiet">{t('people.pick.found', { n: found.units.length })}</p>}
        {found?.units.length === 0 && <NotFound text={found.text} />}
      </div>
      {found && found.units.length > 0 && (
        <ul className="unit-results" aria-label={t('people.pick.results')}>
          {found.units.map((unit) => (
            <li key={unit.id}>
              <Checkbox checked={chosen?.id === unit.id} onChange={(e) => choose(e.target.checked ? unit : null)}>
                <span className="two-lines"><b>{unit.name}</b><span className="quiet"><Code of={unit.creditCode} /></span></span>
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** S1-31: only registered and approved units are found; the unit can be invited. */
function NotFound({ text }: { text: string }) {
  const t = useWords()
  const site = useSite()
  const name = useLang() === 'zh' ? site.nameZh : site.nameEn
  return (
    <div className="notice warn">
      <p className="notice-title">{t('people.pick.none', { text })}</p>
      <ul>{[1, 2, 3].map((n) => <li key={n}>{t(`people.pick.none.${n}`)}</li>)}</ul>
      <CopyText label={t('people.pick.invite')} text={t('people.pick.invite.text', { site: name, link: `${location.origin}/register` })} />
    </div>
  )
}
