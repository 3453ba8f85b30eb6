/** What later rooms may call. Everything takes the transaction of the deed that needs it, unless it says otherwise. */
export { comeProven, proveDocument } from './come.ts'
export { enablePerson } from './enable.ts'
export { enablePeople } from './enable-many.ts'
export { adoptPeople, type Adopted } from './adopt.ts'
export { joinByApproval } from './join.ts'
export { vouchedWith } from './duplicate-store.ts'
export { comparable, documentBlind, personForUpdate, personOfAccount, personOfUnit } from './person-store.ts'
