import { Button } from 'antd'
import { labelOf, type CodeList } from '../../../../codes/code-list.ts'
import { degreeChoices } from '../../../../codes/data/degree.ts'
import { districts } from '../../../../codes/data/district.ts'
import { unitNatures } from '../../../../codes/data/org-nature.ts'
import { provinces } from '../../../../codes/data/province.ts'
import { titleLevels } from '../../../../codes/data/title.ts'
import type { Lang } from '../../../../kernel/words.ts'
import { Sheet } from '../../../../web/ui/page-title.tsx'
import { useLang, useWords } from '../../../../web/words.ts'
import type { EligibilityRule } from '../../document.ts'
import { useEditing } from './editing.tsx'
import { BothAt, DayAt, MomentAt, NumberAt, SelectManyAt } from './inputs.tsx'
import { ItemRows } from './rows.tsx'
import { added, listAt, textAt, type Path, type Tree } from './tree.ts'

const kinds = ['unitNature', 'unitRegion', 'unitRegisteredBefore', 'leaderAgeAtMost', 'leaderTitle', 'leaderDegree'] as const satisfies readonly EligibilityRule['kind'][]
const begun: Record<(typeof kinds)[number], () => Tree> = {
  unitNature: () => ({ oneOf: [] }), unitRegion: () => ({ prefixOneOf: [] }), unitRegisteredBefore: () => ({}), leaderAgeAtMost: () => ({ years: 60 }), leaderTitle: () => ({ oneOf: [], orDegree: [] }), leaderDegree: () => ({ oneOf: [] }),
}
const choices = (lang: Lang, ...lists: CodeList[]) => lists.flatMap((list) => list.items.filter((item) => !item.to).map((item) => ({ value: item.code, label: labelOf(item, lang) })))

/** A whole province is the beginning of the codes of its districts: `12`, not `120000`. */
const beginnings = (lang: Lang) => choices(lang, provinces).map(({ value, label }) => ({ value: value.slice(0, 2), label }))

/** 申报条件: who may apply; each rule with its sentence, as the notice says it. */
export function EligibilityPart() {
  const t = useWords()
  const { document, step, isClosed } = useEditing()
  const present = new Set(listAt(document, ['eligibility']).map((rule) => textAt(rule, ['kind'])))
  const free = kinds.filter((kind) => !present.has(kind))
  return (
    <Sheet>
      <div className="form">
        <p className="lead">{t('calls.editor.eligibility.lead')}</p>
        <ItemRows path={['eligibility']} nameOf={(rule) => t(`calls.editor.eligibility.${textAt(rule, ['kind'])}`)} empty={t('calls.editor.eligibility.none')}>
          {(place, _, rule) => (
            <>
              <h3>{t(`calls.editor.eligibility.${textAt(rule, ['kind'])}`)}</h3>
              <Rule kind={textAt(rule, ['kind'])} place={place} />
              <BothAt path={[...place, 'sentence']} label={t('calls.editor.sentence')} hint={t('calls.editor.sentence.hint')} />
            </>
          )}
        </ItemRows>
        {!isClosed && free.length > 0 && (
          <div className="add-row" role="group" aria-label={t('calls.editor.eligibility.add')}>
            <span className="label">{t('calls.editor.eligibility.add')}</span>
            {free.map((kind) => (
              <Button key={kind} onClick={() => step(added(document, ['eligibility'], { kind, ...begun[kind](), sentence: { zh: '', en: '' } }), t('calls.editor.added', { name: t(`calls.editor.eligibility.${kind}`) }))}>
                {t(`calls.editor.eligibility.${kind}`)}
              </Button>
            ))}
          </div>
        )}
        <h3>{t('calls.editor.profile')}</h3>
        <MomentAt path={['profileHandedInBefore']} label={t('calls.editor.profile.before')} hint={t('calls.editor.profile.before.hint')} empty={null} optional />
      </div>
    </Sheet>
  )
}

function Rule({ kind, place }: { kind: string; place: Path }) {
  const t = useWords()
  const lang = useLang()
  const many = (name: string, word: string, ...lists: CodeList[]) => <SelectManyAt path={[...place, name]} label={word} options={choices(lang, ...lists)} />
  switch (kind) {
    case 'unitNature': return many('oneOf', t('calls.editor.eligibility.one_of'), unitNatures)
    case 'unitRegion': return <SelectManyAt path={[...place, 'prefixOneOf']} label={t('calls.editor.eligibility.regions')} options={[...beginnings(lang), ...choices(lang, districts)]} />
    case 'unitRegisteredBefore': return <DayAt path={[...place, 'date']} label={t('calls.editor.eligibility.date')} />
    case 'leaderAgeAtMost': return (
      <div className="both">
        <NumberAt path={[...place, 'years']} label={t('calls.editor.eligibility.years')} min={18} max={99} />
        <DayAt path={[...place, 'onDate']} label={t('calls.editor.eligibility.on_date')} />
      </div>
    )
    case 'leaderTitle': return (
      <div className="both">
        {many('oneOf', t('calls.editor.eligibility.titles'), titleLevels)}
        <SelectManyAt path={[...place, 'orDegree']} label={t('calls.editor.eligibility.or_degree')} options={choices(lang, degreeChoices)} optional />
      </div>
    )
    default: return many('oneOf', t('calls.editor.eligibility.degrees'), degreeChoices)
  }
}
