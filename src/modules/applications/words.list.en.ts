import type { zh } from './words.list.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'applications.batch.too_many': 'At most {most} applications at once: narrow the filter and go on in parts.',
  'applications.batch.empty': 'None of the chosen applications is within your reach: refresh the list and choose again.',
  'applications.batch.gone': 'The confirmation of this set has expired: choose again.',
  'applications.batch.run_already': 'This set has been decided already: see its outcome.',
  'applications.batch.not_run': 'This set has not been decided yet.',
  'applications.batch.reason': 'Returning several at once needs a reason (two characters at least)',
  'applications.batch.warned': 'The check warned of something, and you chose to leave those out.',
  'applications.batch.sheet': 'Outcome of the batch',
  'applications.batch.column.number': 'Number',
  'applications.batch.column.title': 'Title',
  'applications.batch.column.leader': 'Leader',
  'applications.batch.column.sample': 'Random sample',
  'applications.batch.column.outcome': 'Outcome',
  'applications.batch.sample.is_opened': 'Viewed',
  'applications.batch.sample.is_unopened': 'Not viewed',
  'applications.batch.outcome.done': 'Done',
  'applications.batch.outcome.undone': 'Taken back',
  'applications.batch.outcome.kept_because': '{said}: {why}',
  'applications.batch.outcome.kept': 'Done, and could not be taken back',
}
