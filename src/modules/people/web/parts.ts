/** What the pages of later rooms draw, too (the person's home, 模块配置); loaded with these pages. */
export type { BatchPerson } from './batch.ts'
export { toneOfState, toneOfStatus, type Me } from './me.ts'
export { WaitingForUnit } from './waiting-for-unit.tsx'
export { UnitPicker } from './unit-picker.tsx'
export type { PickedUnit } from './unit-search.tsx'
