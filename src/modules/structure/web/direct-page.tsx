import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { PageTitle } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import { Crumbs } from './crumbs.tsx'
import { MembersSheet } from './members-sheet.tsx'

/** 直属人员 (D2): who belongs to no secondary unit and is reviewed by the unit itself. */
export default function DirectPage() {
  const t = useWords()
  const actor = useActor()
  const asked = useAsk(structureContract.secondaryUnits, {}, { fresh: true })
  return (
    <Loaded of={asked}>{(all) => (
      <>
        <Crumbs />
        <PageTitle title={t('structure.page.direct')} mandate={actor?.mandate?.scopeName} lead={t('structure.page.direct.lead')} />
        <MembersSheet place={null} people={all.direct.people} all={all} canMove={all.direct.people > 0} />
      </>
    )}</Loaded>
  )
}
