import { Button, Form } from 'antd'
import { useRef, useState } from 'react'
import { afterPointer } from '../../../web/after-pointer.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { ask, type Answer } from '../../../web/client.ts'
import { useHeld } from '../../../web/held.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { FormPart, ServerForm } from '../../../web/ui/form.tsx'
import { LeaveGuard } from '../../../web/ui/leave-guard.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'
import { plainFields, typedDocument } from '../fields.ts'
import { useDraftKeeper } from './draft-keeper.ts'
import { EmployerFields } from './employer-fields.tsx'
import { Hints } from './hints.tsx'
import { LockedFields } from './locked-fields.tsx'
import { ContactFields, EducationFields, IdentityFields } from './profile-fields.tsx'
import { remarksOf } from './remarks.ts'
import { SaveBar } from './save-bar.tsx'
import type { Mine } from './shown.ts'
import { changedPlain, changedReviewed, draftOf, missingFields, opened, sentOf, type Typed } from './typed.ts'

type Mode = 'all' | 'plain'

/** 维护个人信息 (S2-66): saves what needs no review at once, submits what does; the draft is kept while one types. */
export function ProfileForm({ mine: shown, leave }: { mine: Mine; leave: (sentence: string) => void }) {
  const t = useWords()
  const mine = useHeld(shown)
  const [start] = useState(() => opened(mine))
  const mode = useRef<Mode>('all')
  const change = useDeed(profilesContract.change)
  const submit = useDeed(profilesContract.submit)
  const isLocked = mine.waiting !== null
  const reviewedIn = (typed: Typed) => (isLocked ? [] : changedReviewed(mine.approved, typed))
  const now = () => form.store.getFieldsValue(true) as Typed

  const form = useServerForm(profilesContract.change, {
    initial: start as never,
    fixed: { version: mine.version },
    shape: (typed) => {
      const sent = sentOf(mine, typed as unknown as Typed)
      return mode.current === 'all' && reviewedIn(typed as unknown as Typed).length > 0 ? { ...sent } : { plain: sent.plain }
    },
    also: (typed) => {
      const now = typed as unknown as Typed
      if (mode.current === 'plain' || reviewedIn(now).length === 0) return {}
      return Object.fromEntries(missingFields(mine, now, mustChoose).map((name) => [name, t(name === 'reviewed.secondaryUnitId' ? 'profiles.hint.secondaryUnit.choose' : 'field.required')]))
    },
    send: async ({ version, plain, reviewed }): Promise<Answer<{ version: number }>> => {
      // No draft is on its way any more when what it holds is saved.
      await keeper.flush()
      if (!reviewed) return besideFields(await change.do({ version, plain }))
      return besideFields(await submit.do({ version, plain, reviewed }))
    },
    done: async (value) => {
      // What is left to submit stays a draft; what is saved is none.
      const rest = mode.current === 'plain' && reviewedIn(now()).length > 0
      const isSubmitted = 'revision' in value && value.revision !== null
      keeper.stop()
      if (!rest && !isSubmitted) await ask(profilesContract.discardDraft, {})
      leave(t(rest ? 'profiles.saved.rest' : isSubmitted ? 'profiles.submitted' : 'profiles.saved'))
    },
  })
  // What is not drawn at the moment (derived, locked) belongs to what was typed as well.
  const watched = Form.useWatch([], { form: form.store, preserve: true }) as Partial<Typed> | undefined
  const typed: Typed = { plain: { ...start.plain, ...watched?.plain }, reviewed: { ...start.reviewed, ...watched?.reviewed } }
  const keeper = useDraftKeeper(draftOf(typed), form.dirty)
  const unitId = typed.reviewed.unitId ?? null
  const employer = useAsk(profilesContract.employer, { unitId: unitId ?? '' }, { when: unitId !== null })
  const mustChoose = (employer.value?.secondaryUnits.length ?? 0) > 0
  const reviewed = reviewedIn(typed)
  const plain = changedPlain(mine.values, sentOf(mine, typed))
  const remarks = remarksOf(mine.latest?.state === 'refused' ? (mine.latest.decision?.reasonCodes ?? []) : [])
  const remark = (field: keyof typeof remarks) => remarks[field] && t(`profiles.reason.${remarks[field]}`)

  /** What kind and number show together, once both are there. */
  const judge = () => {
    const { document = null, documentType = null } = now().reviewed
    if (!document?.trim()) return
    const found = typedDocument({ document, documentType })
    form.judge('reviewed.document', found && 'document' in found ? t(found.document.code, found.document.params) : null)
  }
  const back = async () => {
    if (form.dirty && !(await keeper.flush())) return
    leave('')
  }
  return (
    <section className="sheet form profile-form" onBlur={() => afterPointer(judge)}>
      <LeaveGuard dirty={form.dirty && keeper.keeping.state === 'failed'} />
      <Hints />
      <ServerForm form={form} columns={2}>
        <FormPart title={t('profiles.part.identity')}><IdentityFields mine={mine} typed={typed} isLocked={isLocked} remark={remark('document')} /></FormPart>
        {isLocked && mine.latest
          ? <LockedFields latest={mine.latest} />
          : (
            <>
              <FormPart title={t('profiles.part.employer')}><EmployerFields unitId={unitId} known={mine.employer} asked={employer} remark={remark('unit')} /></FormPart>
              <FormPart title={t('profiles.part.education')}><EducationFields remark={remark} /></FormPart>
            </>
          )}
        <FormPart title={t('profiles.part.contact')}><ContactFields mine={mine} /></FormPart>
        <SaveBar
          reviewed={reviewed} plain={plain} isFirst={!mine.approved} isLocked={isLocked} keeping={keeper.keeping} busy={form.busy}
          choose={(next) => void (mode.current = next)}
        >
          <Button onClick={() => void back()}>{t('profiles.form.back')}</Button>
        </SaveBar>
      </ServerForm>
    </section>
  )
}

/** The server names a field as the law does; the form has it under its part. */
function besideFields<T>(answer: Answer<T>): Answer<T> {
  if (answer.ok) return answer
  const { refusal } = answer
  const placed = (name: string) => (name.includes('.') ? name : (plainFields as readonly string[]).includes(name) ? `plain.${name}` : `reviewed.${name}`)
  return { ok: false, refusal: { ...refusal, fields: Object.fromEntries(Object.entries(refusal.fields).map(([name, found]) => [placed(name), found])) } }
}
