import { Select } from 'antd'
import { useWords } from '../../../../web/words.ts'
import { useLang } from '../../../../web/words.ts'
import { formCodeLists } from '../../form/code-lists.ts'
import { factNames } from '../../form/definition.ts'
import { useEditing } from './editing.tsx'
import { freshOption } from './fresh.ts'
import { BothAt, DayAt, InputAt, NumberAt, SelectAt, TabLeaves, TickAt } from './inputs.tsx'
import { AddButton, ItemRows } from './rows.tsx'
import { at, listAt, textAt, type Path } from './tree.ts'

/** What a kind of field, or of column, lets one set beside its label. */
export function KindSettings({ kind, path, isColumn = false }: { kind: string; path: Path; isColumn?: boolean }) {
  const t = useWords()
  const number = (name: string, word: string, more: { min?: number; max?: number; decimals?: number; unit?: string } = {}) => <NumberAt path={[...path, name]} label={t(word)} {...more} optional />
  switch (kind) {
    case 'text': return isColumn ? number('max', 'calls.editor.most_characters', { min: 1, max: 500 }) : (
      <div className="both three">{number('min', 'calls.editor.least_characters', { min: 0, max: 5000 })}{number('max', 'calls.editor.most_characters', { min: 1, max: 5000 })}{number('lines', 'calls.editor.lines', { min: 1, max: 30 })}</div>
    )
    case 'rich': return <div className="both three">{number('min', 'calls.editor.least_characters', { min: 0 })}{number('max', 'calls.editor.most_characters', { min: 100, max: 50_000 })}{number('images', 'calls.editor.images', { min: 0, max: 20 })}</div>
    case 'number': return (
      <>
        <div className="both three">{number('min', 'calls.editor.min', { decimals: 4 })}{number('max', 'calls.editor.max', { decimals: 4 })}{number('decimals', 'calls.editor.decimals', { min: 0, max: 4 })}</div>
        {!isColumn && <BothAt path={[...path, 'unit']} label={t('calls.editor.unit')} max={20} optional />}
      </>
    )
    case 'money': return <div className="both">{number('min', 'calls.editor.min_money', { min: 0, decimals: 2 })}{number('max', 'calls.editor.max_money', { min: 0, decimals: 2 })}</div>
    case 'date': return <Days path={path} />
    case 'period': return <><Days path={path} />{number('mostMonths', 'calls.editor.most_months', { min: 1, max: 240 })}</>
    case 'choice': return <Options path={path} />
    case 'choices': return <><Options path={path} /><div className="both">{number('least', 'calls.editor.least', { min: 0 })}{number('most', 'calls.editor.most', { min: 1 })}</div></>
    case 'code': return <SelectAt path={[...path, 'list']} label={t('calls.editor.list')} options={formCodeLists.map((value) => ({ value, label: t(`calls.editor.list.${value}`) }))} />
    case 'fact': return <SelectAt path={[...path, 'of']} label={t('calls.editor.fact')} options={factNames.map((value) => ({ value, label: t(`calls.editor.fact.${value}`) }))} />
    case 'members': return <div className="both">{number('least', 'calls.editor.least_people', { min: 0, max: 50 })}{number('most', 'calls.editor.most_people', { min: 1, max: 50 })}</div>
    case 'files': return <Files path={path} />
    case 'commitment':
    case 'note': return <BothAt path={[...path, 'text']} label={t(`calls.editor.text_of.${kind}`)} lines={4} />
    default: return null
  }
}

function Days({ path }: { path: Path }) {
  const t = useWords()
  return <div className="both"><DayAt path={[...path, 'from']} label={t('calls.editor.from')} optional /><DayAt path={[...path, 'to']} label={t('calls.editor.to')} optional /></div>
}

function Files({ path }: { path: Path }) {
  const t = useWords()
  const { document, set } = useEditing()
  const types = listAt(document, [...path, 'types']).map(String)
  return (
    <>
      <InputAt path={[...path, 'types']} label={t('calls.editor.types')}>
        {(w) => <TabLeaves><Select {...w} mode="multiple" value={types} options={['pdf', 'jpg', 'png'].map((value) => ({ value, label: value.toUpperCase() }))} onChange={(next: string[]) => set([...path, 'types'], next)} style={{ width: '100%' }} /></TabLeaves>}
      </InputAt>
      <div className="both three">
        <NumberAt path={[...path, 'maxMegabytes']} label={t('calls.editor.megabytes')} min={1} max={50} optional />
        <NumberAt path={[...path, 'least']} label={t('calls.editor.least_files')} min={0} max={20} optional />
        <NumberAt path={[...path, 'most']} label={t('calls.editor.most_files')} min={1} max={20} optional />
      </div>
      <TickAt path={[...path, 'signature']} label={t('calls.editor.signature')} hint={t('calls.editor.signature.hint')} />
    </>
  )
}

/** The options of a choice; their values are made and stay, so that a label can be put right later. */
function Options({ path }: { path: Path }) {
  const t = useWords()
  const lang = useLang()
  const { document, saidAt } = useEditing()
  const list = [...path, 'options']
  const problem = saidAt(list)
  return (
    <div className="field" role="group" aria-label={t('calls.editor.options')}>
      <span className="label">{t('calls.editor.options')}</span>
      <ItemRows path={list} least={2} nameOf={(option) => textAt(option, ['label', lang]) || t('calls.editor.no_name')}>
        {(place, index) => <BothAt path={[...place, 'label']} label={t('calls.editor.option', { n: index + 1 })} max={100} />}
      </ItemRows>
      {problem && <p className="error">{t(problem.code, problem.params)}</p>}
      <p><AddButton path={list} make={() => freshOption(listAt(document, list).map((option) => at(option, ['value'])))} word={t('calls.editor.option.add')} /></p>
    </div>
  )
}
