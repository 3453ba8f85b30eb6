export { acceptanceFor, linkAcceptance } from './acceptance.ts'
export { putFirstAgreementInForce } from './first-agreement.ts'
export { demoPage, type DemoPerson } from './pages/demo.ts'
export { notFoundAnswer } from './pages/not-found.ts'
