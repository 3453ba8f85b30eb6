import { Button } from 'antd'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { accountsContract } from '../contract.ts'
import { deviceOf } from './device.ts'

/** Where the account is signed in, and how to end it there. */
export function Devices({ tell }: { tell: (sentence: string) => void }) {
  const t = useWords()
  const sessions = useAsk(accountsContract.sessions, {})
  const end = useDeed(accountsContract.endSession)
  const endOthers = useDeed(accountsContract.endOtherSessions)
  const nameOf = (userAgent: string | null) => {
    const { browser, system } = deviceOf(userAgent)
    const names = [browser && t(`accounts.browser.${browser}`), system && t(`accounts.system.${system}`)].filter(Boolean)
    return names.join(' · ') || t('accounts.device.unknown')
  }
  const told = (answer: { ok: boolean }) => answer.ok && tell(t('accounts.sessions.ended'))
  return (
    <Sheet width="form" title={t('accounts.sessions')}>
      <Loaded of={sessions}>
        {(rows) => (
          <>
            <p className="hint">{t(rows.length > 1 ? 'accounts.sessions.lead' : 'accounts.sessions.alone')}</p>
            <ul className="devices">
              {rows.map((row) => (
                <li key={row.id}>
                  <div>
                    <b title={row.userAgent ?? undefined}>{nameOf(row.userAgent)}</b> {row.current && <StateTag word={t('accounts.sessions.current')} tone="good" />}
                    <p className="hint">{t('accounts.sessions.address')} {row.address ?? '—'} · {t('accounts.sessions.signed_in_at')} <Time at={row.signedInAt} /> · {t('accounts.sessions.seen_at')} <Time at={row.seenAt} /></p>
                  </div>
                  {!row.current && <Button loading={end.busy} onClick={() => void end.do({ id: row.id }).then(told)}>{t('accounts.sessions.end')}</Button>}
                </li>
              ))}
            </ul>
            {rows.length > 2 && <div className="deeds"><Button danger loading={endOthers.busy} onClick={() => void endOthers.do({}).then(told)}>{t('accounts.sessions.end_others')}</Button></div>}
          </>
        )}
      </Loaded>
    </Sheet>
  )
}
