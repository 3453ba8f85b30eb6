import { Facts } from '../../../web/ui/facts.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'

// Names of the protocol, the same in every language.
const scopes = 'openid profile unit'
const authentication = 'client_secret_basic'

/** What a developer needs to connect a subsystem. */
export function Connect({ issuer, code, secretMadeAt }: { issuer: string; code: string; secretMadeAt: string }) {
  const t = useWords()
  const discovery = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  return (
    <Sheet title={t('subsystems.desk.connect')}>
      <div className="connect">
        <p>{t('subsystems.desk.connect.lead')}</p>
        <Facts rows={[
          { label: t('subsystems.desk.connect.issuer'), value: <code>{issuer}</code> },
          { label: t('subsystems.desk.connect.discovery'), value: <a href={discovery} target="_blank" rel="noreferrer"><code>{discovery}</code></a> },
          { label: t('subsystems.desk.connect.client'), value: <code>{code}</code> },
          { label: t('subsystems.desk.secret.made_at'), value: <Time at={secretMadeAt} /> },
          { label: t('subsystems.desk.connect.scopes'), value: <code>{scopes}</code> },
          { label: t('subsystems.desk.connect.method'), value: <code>{authentication}</code> },
          { label: t('subsystems.desk.connect.flow'), value: t('subsystems.desk.connect.flow.text') },
        ]} />
        <p className="hint">{t('subsystems.desk.connect.each')}</p>
      </div>
    </Sheet>
  )
}
