import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { Deed } from '../../../web/ui/closed.tsx'
import { Facts } from '../../../web/ui/facts.tsx'
import { PasswordField } from '../../../web/ui/fields.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { cityContract } from '../contract.ts'

type Own = OutputOf<typeof cityContract.identity>

/** 账号安全: whether the account is linked with the city's identity provider, and the way to link it or to end that (S2-01). */
export default function IdentityPage() {
  const t = useWords()
  const lang = useLang()
  const own = useAsk(cityContract.identity, {}, { fresh: true })
  const [told, tell] = useState(new URLSearchParams(location.search).get('linked') === '1' ? 'city.page.just_linked' : '')
  return (
    <Loaded of={own}>
      {(value) => {
        const provider = lang === 'en' ? value.providerEn : value.provider
        return (
          <>
            <PageTitle title={t('city.title')} lead={t('city.page.lead', { provider })} />
            {told && (value.linked !== null) === (told === 'city.page.just_linked') && <Notice tone="good" live>{t(told, { provider })}</Notice>}
            <Linked own={value} provider={provider} tell={tell} />
          </>
        )
      }}
    </Loaded>
  )
}

function Linked({ own, provider, tell }: { own: Own; provider: string; tell: (key: string) => void }) {
  const t = useWords()
  const [asking, setAsking] = useState<'link' | 'unlink' | null>(null)
  const { linked, can, closed, offered } = own
  const close = () => setAsking(null)
  return (
    <Sheet width="form" title={provider} deed={<StateTag word={t(linked ? 'city.page.linked' : 'city.page.not_linked')} tone={linked ? 'good' : 'still'} />}>
      {linked && <Facts rows={[
        { label: t('city.page.door'), value: t(`city.door.${linked.door}`) },
        { label: t('city.page.name'), value: linked.name },
        { label: t('city.page.linked_at'), value: <Time at={linked.linkedAt} /> },
        { label: t('city.page.last_seen', { provider }), value: <Time at={linked.lastSeenAt} /> },
      ]} />}
      {!linked && !offered && <p>{t('city.page.not_offered')}</p>}
      <div className="deeds">
        {linked
          ? <Deed verb="unlink" label={t('city.verb.unlink')} can={can} closed={closed} onClick={() => setAsking('unlink')} />
          : <Deed verb="link" label={t('city.verb.link', { provider })} can={can} closed={closed} type="primary" onClick={() => setAsking('link')} />}
      </div>
      <FormDialog open={asking === 'link'} title={t('city.verb.link', { provider })} close={close}><LinkForm provider={provider} close={close} /></FormDialog>
      <FormDialog open={asking === 'unlink'} title={t('city.verb.unlink')} close={close}>
        <UnlinkForm provider={provider} close={close} done={() => (close(), tell('city.page.unlinked'))} />
      </FormDialog>
    </Sheet>
  )
}

/** The password once more; then the browser leaves for the provider, and comes back to this page. */
function LinkForm({ provider, close }: { provider: string; close: () => void }) {
  const t = useWords()
  const form = useServerForm(cityContract.beginLink, { done: ({ to }) => location.assign(to) })
  return (
    <ServerForm form={form}>
      <p>{t('city.link.ask', { provider })}</p>
      <PasswordField name="password" label={t('accounts.confirm_password')} autoComplete="current-password" />
      <FormDeeds verb={t('city.link.go', { provider })}><Button size="large" onClick={close}>{t('accounts.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

function UnlinkForm({ provider, close, done }: { provider: string; close: () => void; done: () => void }) {
  const t = useWords()
  const form = useServerForm(cityContract.unlink, { done })
  return (
    <ServerForm form={form}>
      <p>{t('city.unlink.ask', { provider })}</p>
      <PasswordField name="password" label={t('accounts.confirm_password')} autoComplete="current-password" />
      <FormDeeds verb={t('city.verb.unlink')}><Button size="large" onClick={close}>{t('accounts.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}
