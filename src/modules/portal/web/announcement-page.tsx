import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { useServerForm, type ServerForm as Filling } from '../../../web/server-form.ts'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { TextAreaField, TextField } from '../../../web/ui/fields.tsx'
import { LeaveGuard } from '../../../web/ui/leave-guard.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { portalContract } from '../contract.ts'
import { AnnouncementDialogs, type AnnouncementDoing } from './announcement-dialogs.tsx'
import { Prose } from './prose.tsx'
import './portal.css'

type Announcement = OutputOf<typeof portalContract.announcement>

/** One announcement: text left, both pages of it right. */
export default function AnnouncementPage() {
  const { id } = useParams({ strict: false }) as { id?: string }
  return id ? <Existing key={id} id={id} /> : <New />
}

function New() {
  const t = useWords()
  const navigate = useNavigate()
  const form = useServerForm(portalContract.draftAnnouncement, {
    done: ({ id }) => void navigate({ to: `/platform/announcements/${id}`, replace: true, ignoreBlocker: true }),
  })
  return (
    <>
      <PageTitle title={t('portal.desk.announcement.new')} />
      <Editor form={form} verb={t('portal.desk.save_draft')} />
    </>
  )
}

function Existing({ id }: { id: string }) {
  const found = useAsk(portalContract.announcement, { id })
  // Another version is another form: what was typed into this one stays until it is accepted.
  return <Loaded of={found}>{(row) => <Edit row={row} />}</Loaded>
}

function Edit({ row }: { row: Announcement }) {
  const t = useWords()
  const [version, setVersion] = useState(row.version)
  const [told, tell] = useState('')
  const [doing, setDoing] = useState<AnnouncementDoing | null>(null)
  const form = useServerForm(portalContract.editAnnouncement, {
    initial: { title: row.title, titleEn: row.titleEn, body: row.body, bodyEn: row.bodyEn },
    fixed: { id: row.id, version }, key: version,
    done: (saved) => (setVersion(saved.version), tell(t('portal.desk.saved'))),
  })
  const start = (deed: AnnouncementDoing['deed']) => (tell(''), setDoing({ deed, row: { ...row, version } }))
  const settled = (sentence: string) => (tell(sentence), setVersion((v) => v + 1))
  return (
    <>
      <PageTitle
        title={t('portal.desk.announcement.edit')} state={<StateTag word={t(`portal.state.${row.state}`)} tone={row.state === 'published' ? 'good' : 'still'} />}
        deed={row.can.includes('publish') ? <Button type="primary" disabled={form.dirty} title={form.dirty ? t('portal.desk.unsaved') : undefined} onClick={() => start('publish')}>{t('portal.desk.publish')}</Button>
          : row.can.includes('withdraw') && <Button onClick={() => start('withdraw')}>{t('portal.desk.withdraw')}</Button>}
      />
      {told && !form.dirty && <Notice tone="good" live>{told} {row.state === 'published' && <a href={`/announcements/${row.id}`} target="_blank" rel="noreferrer">{t('portal.desk.look')}</a>}</Notice>}
      <Editor form={form} verb={t('portal.desk.save')} />
      <AnnouncementDialogs doing={doing} close={() => setDoing(null)} tell={settled} />
    </>
  )
}

function Editor({ form, verb }: { form: Filling; verb: string }) {
  const t = useWords()
  const navigate = useNavigate()
  const typed = (Form.useWatch([], form.store) ?? {}) as Partial<Record<'title' | 'titleEn' | 'body' | 'bodyEn', string>>
  return (
    <div className="beside">
      <LeaveGuard dirty={form.dirty} />
      <Sheet>
        <ServerForm form={form}>
          <TextField name="title" label={t('portal.desk.title')} maxLength={120} />
          <TextAreaField name="body" label={t('portal.desk.body')} hint={t('portal.desk.body.hint')} rows={12} maxLength={20_000} />
          <TextField name="titleEn" label={t('portal.desk.title_en')} hint={t('portal.desk.en.hint')} maxLength={240} optional />
          <TextAreaField name="bodyEn" label={t('portal.desk.body_en')} hint={t('portal.desk.en.hint')} rows={8} maxLength={40_000} optional />
          <FormDeeds verb={verb}><Button size="large" onClick={() => void navigate({ to: '/platform/announcements' })}>{t('portal.desk.back')}</Button></FormDeeds>
        </ServerForm>
      </Sheet>
      <Sheet title={t('portal.desk.preview')}>
        {typed.body ? (
          <>
            <p className="hint">{t('portal.desk.preview.zh')}</p>
            <h3 lang="zh-CN">{typed.title}</h3><Prose text={typed.body} lang="zh-CN" />
            {(typed.titleEn || typed.bodyEn) && <><hr /><p className="hint">{t('portal.desk.preview.en')}</p><h3>{typed.titleEn || typed.title}</h3><Prose text={typed.bodyEn || typed.body} /></>}
          </>
        ) : <p className="hint">{t('portal.desk.preview.empty')}</p>}
      </Sheet>
    </div>
  )
}
