import { useDeed } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'
import { chooseVerb, type Me } from './me.ts'
import { UnitDialog } from './unit-dialog.tsx'
import type { PickedUnit } from './unit-search.tsx'

/** 改选单位 (E09, E40): the same dialog as at the registration; says what is lost by it. */
export function ChooseDialog({ me: shown, close, done }: { me: Me; close: () => void; done: (sentence: string) => void }) {
  const t = useWords()
  const me = useHeld(shown)
  const deed = useDeed(peopleContract.choose)
  const act = async (unit: PickedUnit) => {
    const answer = await deed.do({ version: me.version, unitId: unit.id })
    if (answer.ok) done(t('people.choose.done', { unit: unit.name }))
    return answer
  }
  return (
    <UnitDialog open title={t(chooseVerb(me.state))} close={close} take={act}>
      {me.unit && <p>{t(me.state === 'enabled' ? 'people.choose.text.enabled' : 'people.choose.text', { unit: me.unit.name })}</p>}
    </UnitDialog>
  )
}
