import { useParams } from '@tanstack/react-router'
import { useAsk } from '../../../web/ask.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useActor } from '../../../web/session.ts'
import { useWords } from '../../../web/words.ts'
import { toneOfStatus } from '../../people/web/parts.ts'
import { subsystemsContract } from '../contract.ts'
import { ModulesForm } from './modules-form.tsx'

/** 模块配置 (S1-49, S1-50): which subsystems one person may enter. */
export default function ModulesPage() {
  const t = useWords()
  const actor = useActor()
  const { id = '' } = useParams({ strict: false })
  const found = useAsk(subsystemsContract.modules, { personId: id }, { fresh: true })
  return (
    <Loaded of={found}>{(config) => (
      <>
        <PageTitle title={t('subsystems.modules.title')} mandate={actor?.mandate?.scopeName} lead={t('subsystems.modules.lead')} />
        <Sheet title={t('subsystems.modules.person')}>
          <Facts columns={2} rows={[
            { label: t('subsystems.modules.name'), value: config.person.name },
            { label: t('subsystems.modules.user_name'), value: <code>{config.person.userName}</code> },
            { label: t('subsystems.modules.status'), value: <StateTag word={t(`subsystems.modules.status.${config.person.status}`)} tone={toneOfStatus(config.person.status)} /> },
          ]} />
        </Sheet>
        <ModulesForm key={id} config={config} again={found.again} />
      </>
    )}</Loaded>
  )
}
