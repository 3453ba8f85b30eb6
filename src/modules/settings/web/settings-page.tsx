import { useRef, useState } from 'react'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { FormDeeds, FormPart, ServerForm } from '../../../web/ui/form.tsx'
import { LeaveGuard } from '../../../web/ui/leave-guard.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { settingsContract } from '../contract.ts'
import { groups } from '../kinds.ts'
import { SettingField } from './setting-field.tsx'
import { changesIn, filled, formVerb, type Setting } from './settings-form.ts'

/** Names, owner, contacts and the like: one form in groups, saved as one deed. */
export default function SettingsPage() {
  const t = useWords()
  const settings = useAsk(settingsContract.list, {})
  return (
    <>
      <PageTitle title={t('settings.title')} lead={t('settings.lead')} />
      <Sheet width="form"><Loaded of={settings}>{(value) => <Settings settings={value.settings} />}</Loaded></Sheet>
    </>
  )
}

function Settings({ settings }: { settings: readonly Setting[] }) {
  const t = useWords()
  // As they were when this form was filled: a version of later would hide that somebody else was faster.
  const loaded = useRef(settings)
  const change = useDeed(settingsContract.change)
  const [told, tell] = useState<{ n: number } | null>(null)
  const form = useServerForm(formVerb, {
    initial: filled(settings),
    send: async (typed) => {
      const changes = changesIn(loaded.current, typed)
      if (changes.length === 0) return { ok: true, value: { versions: {} } }
      const answer = await change.do({ changes })
      if (answer.ok) {
        const { versions } = answer.value
        loaded.current = loaded.current.map((setting) => {
          const version = versions[setting.key]
          const value = changes.find(({ key }) => key === setting.key)?.value
          return version === undefined || value === undefined ? setting : { ...setting, version, value, changedAt: new Date().toISOString() }
        })
      }
      return answer
    },
    done: ({ versions }) => tell({ n: Object.keys(versions).length }),
  })
  return (
    <ServerForm form={form} columns={2}>
      <LeaveGuard dirty={form.dirty} />
      {groups.map((group) => (
        <FormPart key={group} title={t(`settings.group.${group}`)}>
          {loaded.current.filter((setting) => setting.group === group).map((setting) => <SettingField key={setting.key} setting={setting} />)}
        </FormPart>
      ))}
      <div className="wide">
        {told && !form.dirty && <Notice tone={told.n > 0 ? 'good' : 'plain'} live>{told.n > 0 ? t('settings.saved', { n: told.n }) : t('settings.unchanged')}</Notice>}
        <FormDeeds verb={t('settings.save')} />
      </div>
    </ServerForm>
  )
}
