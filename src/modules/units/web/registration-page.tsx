import { useEffect } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { forgetOtherDrafts } from './draft.ts'
import { MyApproval, MyEnd } from './my-end.tsx'
import { HandedOver, Resting, type KeptUnit } from './my-unit.tsx'
import { MyWaiting } from './my-waiting.tsx'
import { MyWizard } from './my-wizard.tsx'
import type { MyRegistration } from './registration.ts'
import { toneOf } from './tone.ts'

/** The one page of a registration on its way: what it shows is the state (1.4.1). */
export default function RegistrationPage() {
  const t = useWords()
  const asked = useAsk(unitsContract.mine, {}, { every: 60_000, fresh: true })
  const kept = useAsk(unitsContract.kept, {}, { every: 60_000, fresh: true })
  const r = asked.value
  const id = r?.id
  // The registration ended well; that somebody else keeps the unit by now is what matters here (E12).
  const isHandedOver = kept.value?.why === 'handed_over'
  useEffect(() => {
    if (id) forgetOtherDrafts(sessionStorage, id)
  }, [id])
  return (
    <>
      <PageTitle
        title={t(isHandedOver ? 'units.title.kept' : 'units.title.register')} mandate={(isHandedOver ? kept.value?.unit : r?.form.name) ?? undefined}
        state={r && !isHandedOver && <StateTag word={t(`units.state.${r.state}`)} tone={toneOf(r.state)} />}
      />
      <Loaded of={kept}>{(unit) => (unit?.why === 'handed_over' ? <HandedOver unit={unit} /> : (
        <Loaded of={asked}>{(found) => (found ? <Standing r={found} again={asked.again} /> : <None unit={unit} />)}</Loaded>
      ))}</Loaded>
    </>
  )
}

function Standing({ r, again }: { r: MyRegistration; again: () => void }) {
  switch (r.state) {
    case 'draft': case 'returned': return <MyWizard registration={r} again={again} />
    case 'submitted': return <MyWaiting registration={r} />
    case 'refused': case 'expired': return <MyEnd registration={r} />
    case 'approved': return <MyApproval registration={r} />
  }
}

/** Without a registration of its own: an account taken over from the older system, or one to which a unit was handed over. */
function None({ unit }: { unit: KeptUnit | null }) {
  const t = useWords()
  if (unit) return <Resting status={unit.why === 'dissolved' ? 'dissolved' : 'suspended'} since={unit.since} reason={unit.reason} />
  return <Sheet width="reading" title={t('units.none.title')}><p>{t('units.none.text')}</p></Sheet>
}
