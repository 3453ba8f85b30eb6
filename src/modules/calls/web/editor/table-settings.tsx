import { Button, Checkbox, Dropdown } from 'antd'
import { useMemo } from 'react'
import { useLang, useWords } from '../../../../web/words.ts'
import { useEditing } from './editing.tsx'
import { ExpressionEditor } from './expression-editor.tsx'
import { columnKinds, freshColumn } from './fresh.ts'
import { BothAt, NumberAt, TickAt } from './inputs.tsx'
import { KindSettings } from './kind-settings.tsx'
import { ItemRows } from './rows.tsx'
import { columnsIn, sourcesOfRow } from './sources.ts'
import { added, at, listAt, textAt, type Path } from './tree.ts'

/** The columns of a table, what is added up below them, and how many rows there may be. */
export function TableSettings({ path }: { path: Path }) {
  const t = useWords()
  const { document, step, isClosed } = useEditing()
  const list = [...path, 'columns']
  const taken = listAt(document, list).map((column) => at(column, ['id']))
  return (
    <>
      <div className="both">
        <NumberAt path={[...path, 'least']} label={t('calls.editor.least_rows')} min={0} max={200} optional />
        <NumberAt path={[...path, 'most']} label={t('calls.editor.most_rows')} min={1} max={200} optional />
      </div>
      <div className="field" role="group" aria-label={t('calls.editor.columns')}>
        <span className="label">{t('calls.editor.columns')}</span>
        <ItemRows path={list} least={1} nameOf={(column) => textAt(column, ['label', 'zh']) || t('calls.editor.no_name')}>
          {(place, index, column) => <Column table={path} place={place} index={index} kind={textAt(column, ['kind'])} />}
        </ItemRows>
        {!isClosed && (
          <p className="column-add">
            <Dropdown autoFocus trigger={['click']} menu={{ items: columnKinds.map((kind) => ({ key: kind, label: t(`calls.kind.${kind}`), onClick: () => step(added(document, list, freshColumn(kind, taken)), t('calls.editor.added', { name: t(`calls.kind.${kind}`) })) })) }}>
              <Button aria-haspopup="menu">{t('calls.editor.column.add')}</Button>
            </Dropdown>
          </p>
        )}
      </div>
    </>
  )
}

function Column({ table, place, index, kind }: { table: Path; place: Path; index: number; kind: string }) {
  const t = useWords()
  const lang = useLang()
  const { document, set, isClosed, saidAt } = useEditing()
  const id = textAt(document, [...place, 'id'])
  const sums = listAt(document, [...table, 'sums']).map(String)
  const columns = useMemo(() => columnsIn(at(document, table), t), [document, table, t])
  const wrong = kind === 'computed' ? saidAt([...place, 'value']) : undefined
  return (
    <div className="column">
      <p className="column-kind">{t('calls.editor.column', { n: index + 1 })}<span className="quiet">{t(`calls.kind.${kind}`)}</span></p>
      <BothAt path={[...place, 'label']} label={t('calls.editor.label')} max={60} />
      <div className="column-ticks">
        {kind !== 'computed' && <TickAt path={[...place, 'required']} label={t('calls.editor.required')} />}
        {['number', 'money', 'computed'].includes(kind) && (
          <Checkbox checked={sums.includes(id)} disabled={isClosed} onChange={({ target }) => set([...table, 'sums'], target.checked ? [...sums, id] : sums.filter((one) => one !== id))}>{t('calls.editor.sum_below')}</Checkbox>
        )}
      </div>
      {kind === 'computed'
        ? (
          <div className={wrong ? 'field wrong' : 'field'} role="group" aria-label={t('calls.editor.computed')}>
            <span className="label">{t('calls.editor.computed')}</span>
            <ExpressionEditor value={at(document, [...place, 'value'])} sources={sourcesOfRow(columns, t, lang)} form={null} isClosed={isClosed} label={t('calls.editor.computed')} change={(next) => set([...place, 'value'], next)} />
            {wrong && <p className="error">{t(wrong.code, wrong.params)}</p>}
          </div>
        )
        : <KindSettings kind={kind} path={place} isColumn />}
    </div>
  )
}
