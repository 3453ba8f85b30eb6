import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/words.ts'
import { UnitDialog } from './unit-dialog.tsx'
import type { PickedUnit } from './unit-search.tsx'

interface Props {
  unit: PickedUnit | null
  pick: (unit: PickedUnit) => void
  value?: string | null
  onChange?: (id: string) => void
  id?: string
  onBlur?: () => void
  status?: 'error'
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}

/** 管理单位: a box with the chosen name and the button 选择, which opens the dialog 单位选择 (S1-26). */
export function UnitPicker({ unit, pick, value, onChange, onBlur, id, status, ...aria }: Props) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const shown = unit && unit.id === value ? unit.name : ''
  const leave = () => {
    setOpen(false)
    onBlur?.()
  }
  return (
    <div className="picker">
      <Input
        {...aria} id={id} readOnly status={status} value={shown} title={shown || undefined} placeholder={t('web.choose')} aria-haspopup="dialog" onClick={() => setOpen(true)}
        onKeyDown={(e) => {
          if (e.key !== 'Enter' && e.key !== ' ') return
          e.preventDefault()
          setOpen(true)
        }}
      />
      <Button onClick={() => setOpen(true)}>{t('people.pick.take')}</Button>
      <UnitDialog open={open} close={leave} take={(chosen) => {
        pick(chosen)
        onChange?.(chosen.id)
      }} />
    </div>
  )
}
