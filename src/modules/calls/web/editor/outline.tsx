import { Button, Dropdown } from 'antd'
import { useLang, useWords } from '../../../../web/words.ts'
import { useEditing } from './editing.tsx'
import { fieldKinds, freshField, freshRule, freshTab, idsIn } from './fresh.ts'
import { labelIn } from './place-words.ts'
import { pathOf, type Chosen } from './places.ts'
import { added, at, listAt, textAt } from './tree.ts'

const same = (a: Chosen | null, b: Chosen) => JSON.stringify(a) === JSON.stringify(b)

/** The form at a glance: its tabs with their fields, and the rules; what is chosen is written beside it. */
export function Outline() {
  const t = useWords()
  const lang = useLang()
  const { document, step, isClosed, choose } = useEditing()
  const tabs = listAt(document, ['form', 'tabs'])
  const rules = listAt(document, ['form', 'rules'])
  const addTab = () => {
    step(added(document, ['form', 'tabs'], freshTab(idsIn(document))), t('calls.editor.added', { name: t('calls.editor.tab') }))
    choose({ tab: tabs.length })
  }
  const addField = (tab: number, kind: (typeof fieldKinds)[number]) => {
    const place = ['form', 'tabs', tab, 'fields']
    step(added(document, place, freshField(kind, idsIn(document))), t('calls.editor.added', { name: t(`calls.kind.${kind}`) }))
    choose({ tab, field: listAt(document, place).length })
  }
  const addRule = () => {
    step(added(document, ['form', 'rules'], freshRule(idsIn(document))), t('calls.editor.added', { name: t('calls.editor.rule') }))
    choose({ rule: rules.length })
  }
  return (
    <nav className="outline" aria-label={t('calls.editor.outline')}>
      <ol>
        {tabs.map((tab, index) => (
          <li key={String(at(tab, ['id']))}>
            <Entry chosen={{ tab: index }} word={labelIn(tab, lang) || t('calls.editor.no_name')} kind={t('calls.editor.tab')} isTab />
            <ol>
              {listAt(tab, ['fields']).map((field, place) => (
                <li key={String(at(field, ['id']))}>
                  <Entry chosen={{ tab: index, field: place }} word={labelIn(field, lang) || t('calls.editor.no_name')} kind={t(`calls.editor.kind.${textAt(field, ['kind'])}`)} />
                </li>
              ))}
            </ol>
            {!isClosed && (
              <Dropdown autoFocus trigger={['click']} menu={{ items: fieldKinds.map((kind) => ({ key: kind, label: t(`calls.kind.${kind}`), onClick: () => addField(index, kind) })) }}>
                <Button size="small" aria-haspopup="menu">{t('calls.editor.field.add')}<span className="sr"> {labelIn(tab, lang)}</span></Button>
              </Dropdown>
            )}
          </li>
        ))}
      </ol>
      {!isClosed && <Button size="small" onClick={addTab}>{t('calls.editor.tab.add')}</Button>}
      <h3>{t('calls.editor.rules')}</h3>
      <ol>
        {rules.map((rule, index) => (
          <li key={String(at(rule, ['id']))}><Entry chosen={{ rule: index }} word={labelIn(rule, lang, 'sentence') || t('calls.editor.no_sentence')} kind={t('calls.editor.rule')} /></li>
        ))}
      </ol>
      {!isClosed && <Button size="small" onClick={addRule}>{t('calls.editor.rule.add')}</Button>}
    </nav>
  )
}

function Entry({ chosen, word, kind, isTab = false }: { chosen: Chosen; word: string; kind: string; isTab?: boolean }) {
  const t = useWords()
  const editing = useEditing()
  const isHere = same(editing.chosen, chosen)
  const isWrong = editing.isWrong(isTab ? [...pathOf(chosen), 'label'] : pathOf(chosen))
  return (
    <button type="button" className={isTab ? 'outline-entry of-tab' : 'outline-entry'} aria-current={isHere ? 'true' : undefined} onClick={() => editing.choose(chosen)}>
      <span className="entry-word">{word}</span>
      <small>{kind}{isWrong && <b className="wrong-mark"> {t('calls.editor.to_do')}</b>}</small>
    </button>
  )
}
