import { useBlocker } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useWords } from '../words.ts'

/** Saves what was typed before another page is opened; asks only where it could not be saved. Other parts of the same page are no other page. */
export function LeaveAfterSaving({ isDirty, flush }: { isDirty: boolean; flush: () => Promise<boolean> }) {
  const t = useWords()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async ({ current, next }) => isDirty && current.pathname !== next.pathname && !(await flush()), enableBeforeUnload: false, withResolver: true,
  })
  return <Modal open={status === 'blocked'} title={t('web.unsaved')} okText={t('web.confirm')} cancelText={t('web.cancel')} onOk={proceed} onCancel={reset} />
}
