/** What the pages of later rooms draw, too: loaded with these pages, not with the shell (as index.ts is). */
export { PasswordMeter } from './password-meter.tsx'
export { ProofControl } from './proof-control.tsx'
export { SecurityQuestions, typedQuestions } from './security-questions.tsx'
