import { useBlocker } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useWords } from '../words.ts'

/** Asks before another page of the application is opened while something typed is not saved; the window itself is guarded by the form. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const t = useWords()
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: false, withResolver: true })
  return (
    <Modal open={status === 'blocked'} title={t('web.unsaved')} okText={t('web.confirm')} cancelText={t('web.cancel')} onOk={proceed} onCancel={reset} />
  )
}
