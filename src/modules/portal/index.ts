export { acceptanceFor, linkAcceptance } from './acceptance.ts'
