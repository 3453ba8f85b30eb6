import { DatePicker, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { dayOf } from '../../../../kernel/clock.ts'
import { Sheet } from '../../../../web/ui/page-title.tsx'
import { useWords } from '../../../../web/words.ts'
import { callsContract } from '../../contract.ts'

/** What a correction window comes to, by the calendar as it stands. */
export function TryDays() {
  const t = useWords()
  const [from, setFrom] = useState(() => dayOf(new Date()))
  const [days, setDays] = useState(3)
  const end = useAsk(callsContract.correctionEnd, { from, days }, { fresh: true, keep: true })
  return (
    <Sheet width="form" title={t('calls.days.try')}>
      <div className="try-days">
        <label>{t('calls.days.try.from')} <DatePicker value={dayjs(from)} allowClear={false} onChange={(day) => day && setFrom(day.format('YYYY-MM-DD'))} /></label>
        <label>{t('calls.days.try.days')} <InputNumber value={days} min={1} max={30} precision={0} onChange={(n) => n && setDays(n)} /></label>
        <output>{end.value && t('calls.days.try.until', { day: dayOf(new Date(Date.parse(end.value.until) - 1)) })}</output>
      </div>
    </Sheet>
  )
}
