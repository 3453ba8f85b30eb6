import { Button, Select } from 'antd'
import { useEffect, useRef } from 'react'
import { useIsPhone } from '../../../../web/screen.ts'
import { useLang, useWords } from '../../../../web/words.ts'
import { titleField } from '../../form/title.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { useEditing } from './editing.tsx'
import { copyOf, idsIn } from './fresh.ts'
import { BothAt, TickAt } from './inputs.tsx'
import { KindSettings } from './kind-settings.tsx'
import { Outline } from './outline.tsx'
import { labelIn } from './place-words.ts'
import { pathOf, type Chosen } from './places.ts'
import { ItemDeeds } from './rows.tsx'
import { RuleDetail } from './rule-detail.tsx'
import { TableSettings } from './table-settings.tsx'
import { at, listAt, put, removed, textAt } from './tree.ts'

/** 表单: the outline, and beside it (below it on a phone) whatever is chosen there. */
export function Designer() {
  const t = useWords()
  const { document, chosen } = useEditing()
  const isPhone = useIsPhone()
  const detail = useRef<HTMLDivElement>(null)
  const key = chosen ? pathOf(chosen).join('.') : ''
  // On a phone the detail stands below the outline: whoever chose something is brought there.
  useEffect(() => {
    if (isPhone && key) detail.current?.scrollIntoView({ block: 'start' })
  }, [isPhone, key])
  const isThere = chosen !== null && at(document, pathOf(chosen)) !== undefined
  return (
    <div className="designer">
      <Outline />
      <div className="detail" ref={detail}>
        {!isThere && <p className="quiet">{t('calls.editor.choose_one')}</p>}
        {isThere && <div className="form" key={key}>{'rule' in chosen ? <RuleDetail index={chosen.rule} /> : chosen.field === undefined ? <TabDetail tab={chosen.tab} /> : <FieldDetail tab={chosen.tab} field={chosen.field} />}</div>}
      </div>
    </div>
  )
}

function TabDetail({ tab }: { tab: number }) {
  const t = useWords()
  const { document, choose, saidAt } = useEditing()
  const path = ['form', 'tabs', tab]
  const name = textAt(document, [...path, 'label', 'zh']) || t('calls.editor.no_name')
  const problem = saidAt([...path, 'fields'])
  const hasTitle = listAt(document, [...path, 'fields']).some((field) => at(field, ['id']) === titleField)
  return (
    <>
      <div className="detail-head">
        <h2>{t('calls.editor.tab')}</h2>
        <ItemDeeds path={['form', 'tabs']} index={tab} name={name} isFixed={hasTitle} after={(place) => choose(place === null ? null : { tab: place })} />
      </div>
      {problem && <p className="error">{t('calls.editor.tab.empty')}</p>}
      <BothAt path={[...path, 'label']} label={t('calls.editor.label')} max={60} />
      <BothAt path={[...path, 'help']} label={t('calls.editor.help')} optional />
      {!hasTitle && <ConditionEditor path={[...path, 'when']} label={t('calls.editor.when')} hint={t('calls.editor.when.tab.hint')} />}
    </>
  )
}

function FieldDetail({ tab, field }: { tab: number; field: number }) {
  const t = useWords()
  const { document, saidAt } = useEditing()
  const path = pathOf({ tab, field })
  const kind = textAt(document, [...path, 'kind'])
  const id = textAt(document, [...path, 'id'])
  const isTitle = id === titleField
  const problem = saidAt(path) ?? saidAt([...path, 'id']) ?? saidAt([...path, 'kind'])
  return (
    <>
      <div className="detail-head">
        <h2>{t(`calls.kind.${kind}`)}</h2>
        <FieldDeeds chosen={{ tab, field }} isTitle={isTitle} />
      </div>
      {problem && <p className="error">{t(problem.code, problem.params)}</p>}
      {isTitle && <p className="quiet">{t('calls.editor.title_field')}</p>}
      <BothAt path={[...path, 'label']} label={t('calls.editor.label')} max={100} />
      {kind === 'note' ? null : <BothAt path={[...path, 'help']} label={t('calls.editor.help')} optional />}
      {kind !== 'note' && !isTitle && <TickAt path={[...path, 'required']} label={t('calls.editor.required')} />}
      {kind === 'table' ? <TableSettings path={path} /> : <KindSettings kind={kind} path={path} />}
      {!isTitle && <ConditionEditor path={[...path, 'when']} label={t('calls.editor.when')} hint={t('calls.editor.when.hint')} owner={id} />}
      <p className="quiet small">{t('calls.editor.id', { id })}</p>
    </>
  )
}

/** Up, down, to another tab, once more, and out. */
function FieldDeeds({ chosen: { tab, field }, isTitle }: { chosen: Extract<Chosen, { tab: number }> & { field: number }; isTitle: boolean }) {
  const t = useWords()
  const lang = useLang()
  const { document, step, choose, isClosed } = useEditing()
  const list = ['form', 'tabs', tab, 'fields']
  const name = textAt(document, [...list, field, 'label', 'zh']) || t('calls.editor.no_name')
  const tabs = listAt(document, ['form', 'tabs'])
  const copy = () => {
    const fields = [...listAt(document, list)]
    fields.splice(field + 1, 0, copyOf(fields[field], idsIn(document)))
    step(put(document, list, fields), t('calls.editor.copied', { name }))
    choose({ tab, field: field + 1 })
  }
  const send = (to: number) => {
    const target = ['form', 'tabs', to, 'fields']
    const item = at(document, [...list, field])
    const place = listAt(document, target).length
    step(put(removed(document, list, field), target, [...listAt(document, target), item]), t('calls.editor.moved', { name }))
    choose({ tab: to, field: place })
  }
  if (isClosed) return null
  return (
    <span className="item-deeds">
      {tabs.length > 1 && (
        <Select size="small" aria-label={t('calls.editor.to_tab')} value={null} placeholder={t('calls.editor.to_tab')} popupMatchSelectWidth={false} onChange={(to: number | null) => to !== null && send(to)}
          options={tabs.flatMap((one, index) => (index === tab ? [] : [{ value: index, label: labelIn(one, lang) || t('calls.editor.no_name') }]))} />
      )}
      {!isTitle && <Button size="small" type="text" onClick={copy}>{t('calls.editor.copy')}</Button>}
      <ItemDeeds path={list} index={field} name={name} isFixed={isTitle} after={(place) => choose(place === null ? { tab } : { tab, field: place })} />
    </span>
  )
}
