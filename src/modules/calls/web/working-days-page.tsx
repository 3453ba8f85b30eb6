import { Button, Select } from 'antd'
import { useState } from 'react'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { DateField } from '../../../web/ui/date-field.tsx'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { RadioField, TextField } from '../../../web/ui/fields.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Told } from '../../../web/ui/told.tsx'
import { minuteOf } from '../../../kernel/clock.ts'
import { useWords } from '../../../web/words.ts'
import { callsContract } from '../contract.ts'
import { TryDays } from './days/try-days.tsx'
import { runsOf, type Run } from './days/runs.ts'

/** D28: the days that differ from Monday to Friday; whoever keeps them sees at once what a correction would come to. */
export default function WorkingDaysPage() {
  const t = useWords()
  const [year, choose] = useState<number | null>(null)
  const asked = useAsk(callsContract.workingDays, year === null ? {} : { year }, { fresh: true })
  const [adding, add] = useState(false)
  const [told, tell] = useState('')
  const start = () => (tell(''), add(true))
  return (
    <>
      <PageTitle title={t('calls.days.title')} lead={t('calls.days.lead')} deed={<Button type="primary" onClick={start}>{t('calls.days.add')}</Button>} />
      <Loaded of={asked}>{(value) => (
        <>
          <Sheet width="form">
            <Told sentence={told} after={value.days} />
            <label className="year-of-days">{t('calls.days.year')} <Select value={value.year} onChange={choose} aria-label={t('calls.days.year')}
              options={yearsWith(value.years, value.year).map((one) => ({ value: one, label: t('calls.days.year_of', { year: one }) }))} /></label>
            {value.years.includes(value.year) ? <Days runs={runsOf(value.days)} tell={tell} /> : <Notice tone="warn"><p>{t('calls.days.none', { year: value.year })}</p></Notice>}
          </Sheet>
          <TryDays />
          <FormDialog open={adding} title={t('calls.days.add')} close={() => add(false)}>
            <AddForm close={() => add(false)} done={(first) => (choose(Number(first.slice(0, 4))), tell(t('calls.days.saved')), add(false))} />
          </FormDialog>
        </>
      )}</Loaded>
    </>
  )
}

/** Those that are kept, the one shown, and the one after the last: it is announced in autumn. */
const yearsWith = (years: readonly number[], shown: number): number[] => [...new Set([...years, shown, Math.max(shown, ...years) + 1])].sort((a, b) => b - a)

function Days({ runs, tell }: { runs: readonly Run[]; tell: (sentence: string) => void }) {
  const t = useWords()
  const [gone, remove] = useState<Run | null>(null)
  const set = useDeed(callsContract.setWorkingDay)
  const whenOf = (run: Run) => (run.from === run.to ? run.from : `${run.from} ${t('calls.page.until')} ${run.to}`)
  const act = async () => {
    const answer = await set.do({ day: gone?.from ?? '', to: gone?.to ?? '', isWorking: null, note: null, seen: gone?.isWorking ?? null })
    if (answer.ok) tell(t('calls.days.saved'))
    return answer
  }
  return (
    <>
      <ul className="days-kept">{runs.map((run) => (
        <li key={run.from}>
          <span className="when">{whenOf(run)} <span className="quiet">{t('calls.days.count', { n: run.days })}</span></span>
          <StateTag tone={run.isWorking ? 'warn' : 'good'} word={t(run.isWorking ? 'calls.days.worked' : 'calls.days.free')} />
          <span className="wide">{run.note}<span className="quiet origin">{run.isShipped ? t('calls.days.shipped') : t('calls.days.here', { time: minuteOf(new Date(run.changedAt)) })}</span></span>
          <Button type="text" onClick={() => (tell(''), remove(run))}>{t('calls.days.delete')}<span className="sr"> {whenOf(run)}</span></Button>
        </li>
      ))}</ul>
      <ConfirmDialog open={gone !== null} title={t('calls.days.delete.title', { when: gone ? whenOf(gone) : '' })} verb={t('calls.days.delete')} undo close={() => remove(null)} act={act}>
        <p>{t('calls.days.delete.ask')}</p>
      </ConfirmDialog>
    </>
  )
}

function AddForm({ close, done }: { close: () => void; done: (first: string) => void }) {
  const t = useWords()
  const form = useServerForm(callsContract.setWorkingDay, {
    fixed: { seen: null }, done: ({ days }) => done(days[0]?.day ?? ''),
    shape: (typed) => ({ ...typed, isWorking: typed.isWorking === undefined ? undefined : typed.isWorking === 'worked' }),
  })
  return (
    <ServerForm form={form}>
      <DateField name="day" label={t('calls.days.from')} />
      <DateField name="to" label={t('calls.days.to')} hint={t('calls.days.to.hint')} optional />
      <RadioField name="isWorking" label={t('calls.days.kind')} options={[{ value: 'free', label: t('calls.days.free') }, { value: 'worked', label: t('calls.days.worked') }]} />
      <TextField name="note" label={t('calls.days.note')} hint={t('calls.days.note.hint')} maxLength={100} optional />
      <FormDeeds verb={t('calls.days.add')}><Button size="large" onClick={close}>{t('calls.days.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}
