export { acceptanceFor, linkAcceptance } from './acceptance.ts'
export { demoPage, type DemoPerson } from './pages/demo.ts'
export { notFoundAnswer } from './pages/not-found.ts'
