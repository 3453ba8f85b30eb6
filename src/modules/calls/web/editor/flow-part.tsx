import { Sheet } from '../../../../web/ui/page-title.tsx'
import { useWords } from '../../../../web/words.ts'
import { levels } from '../../document.ts'
import { useEditing } from './editing.tsx'
import { MomentAt, NumberAt, TickAt } from './inputs.tsx'
import { at } from './tree.ts'

/** 流程与时间: the chain of levels, a window for each, and what a return allows. `Windows`: those in force, of a published call. */
export function FlowPart({ windows }: { windows: React.ReactNode }) {
  const t = useWords()
  const { document, inForce } = useEditing()
  const has = (level: (typeof levels)[number]) => (level === 'department' ? at(document, ['chain', 'department']) !== false : level !== 'authority' || at(document, ['chain', 'authority']) === true)
  const open = levels.filter((level) => has(level) && !inForce.has(level))
  return (
    <>
      <Sheet title={t('calls.editor.chain')}>
        <div className="form">
          <p className="lead">{t('calls.editor.chain.lead')}</p>
          <TickAt path={['chain', 'department']} label={t('calls.editor.chain.department')} hint={t('calls.editor.chain.department.hint')} />
          <TickAt path={['chain', 'authority']} label={t('calls.editor.chain.authority')} hint={t('calls.editor.chain.authority.hint')} />
          <NumberAt path={['correctionDays']} label={t('calls.editor.correction_days')} hint={t('calls.editor.correction_days.hint')} min={1} max={30} />
          <TickAt path={['fastReturn']} label={t('calls.editor.fast_return')} hint={t('calls.editor.fast_return.hint')} />
        </div>
      </Sheet>
      {windows}
      {open.length > 0 && (
        <Sheet title={t(inForce.size > 0 ? 'calls.editor.windows.new' : 'calls.editor.windows')}>
          <div className="form">
            <p className="lead">{t('calls.editor.windows.lead')}</p>
            {open.map((level) => (
              <fieldset key={level} className="form-part">
                <legend>{t(`calls.level.${level}`)}</legend>
                <div className="both">
                  <MomentAt path={['windows', level, 'opensAt']} label={t('calls.editor.opens_at')} optional={level === 'bureau'} />
                  <MomentAt path={['windows', level, 'closesAt']} label={t('calls.editor.closes_at')} optional={level === 'bureau'} end />
                </div>
              </fieldset>
            ))}
          </div>
        </Sheet>
      )}
    </>
  )
}
