import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useLang, useWords } from '../../../web/words.ts'
import { AuthorityTree } from './authority-tree.tsx'
import { nameIn, useAuthorities } from './choices.ts'

interface Props {
  value?: string | null
  onChange?: (id: string) => void
  id?: string
  onBlur?: () => void
  status?: 'error'
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}

/** 局级（区县）主管部门: a box with the chosen name and the button 请选择 (S1-39). */
export function AuthorityPicker({ value, onChange, onBlur, id, status, ...aria }: Props) {
  const t = useWords()
  const lang = useLang()
  const found = useAuthorities().find((a) => a.id === value)
  const [open, setOpen] = useState(false)
  const [marked, setMarked] = useState<string | null>(null)
  const begin = () => {
    setMarked(value ?? null)
    setOpen(true)
  }
  const leave = () => {
    setOpen(false)
    onBlur?.()
  }
  const take = () => {
    if (marked) onChange?.(marked)
    leave()
  }
  return (
    <div className="picker">
      <Input
        {...aria} id={id} readOnly status={status} value={found ? nameIn(lang, found) : ''} title={found && nameIn(lang, found)} placeholder={t('web.choose')}
        aria-haspopup="dialog" onClick={begin}
        onKeyDown={(e) => {
          if (e.key !== 'Enter' && e.key !== ' ') return
          e.preventDefault()
          begin()
        }}
      />
      <Button onClick={begin}>{t('web.choose.button')}</Button>
      <Modal
        open={open} title={t('units.authority.pick')} destroyOnHidden onCancel={leave}
        footer={[<Button key="no" onClick={leave}>{t('web.cancel')}</Button>, <Button key="yes" type="primary" disabled={!marked} onClick={take}>{t('web.confirm')}</Button>]}
      >
        <AuthorityTree id={`${id}-search`} value={marked} choose={setMarked} />
      </Modal>
    </div>
  )
}
