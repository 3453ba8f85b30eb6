import { Sheet } from '../../../../web/ui/page-title.tsx'
import { useWords } from '../../../../web/words.ts'
import { useEditing } from './editing.tsx'
import { BothAt, NumberAt, SelectAt, TextAt } from './inputs.tsx'
import { AddButton, ItemRows } from './rows.tsx'
import { listAt, textAt } from './tree.ts'

/** 限项与名额: how many projects of a family one person leads or takes part in, and how many a unit passes on. */
export function LimitsPart() {
  const t = useWords()
  const { document } = useEditing()
  const family = textAt(listAt(document, ['limits'])[0], ['family'])
  const roles = (['leader', 'member'] as const).map((value) => ({ value, label: t(`calls.editor.role.${value}`) }))
  return (
    <Sheet>
      <div className="form">
        <NumberAt path={['quotaPerUnit']} label={t('calls.editor.quota')} hint={t('calls.editor.quota.hint')} min={1} max={1000} empty={null} optional />
        <h3>{t('calls.editor.limits')}</h3>
        <p className="hint">{t('calls.editor.limits.lead')}</p>
        <ItemRows path={['limits']} nameOf={(limit, index) => textAt(limit, ['sentence', 'zh']) || t('calls.editor.limit', { n: index + 1 })} empty={t('calls.editor.limits.none')}>
          {(place, index) => (
            <>
              <h3>{t('calls.editor.limit', { n: index + 1 })}</h3>
              <div className="both three">
                <SelectAt path={[...place, 'role']} label={t('calls.editor.role')} options={roles} />
                <NumberAt path={[...place, 'most']} label={t('calls.editor.most_projects')} min={1} max={20} />
                <TextAt path={[...place, 'family']} label={t('calls.editor.family')} hint={t('calls.editor.family.hint')} max={40} />
              </div>
              <BothAt path={[...place, 'sentence']} label={t('calls.editor.sentence')} hint={t('calls.editor.sentence.hint')} />
            </>
          )}
        </ItemRows>
        <div className="deeds"><AddButton path={['limits']} make={() => ({ family, role: 'leader', most: 1, sentence: { zh: '', en: '' } })} word={t('calls.editor.limit.add')} /></div>
      </div>
    </Sheet>
  )
}
