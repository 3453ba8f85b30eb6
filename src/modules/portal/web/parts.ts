/** What the registration pages of later rooms draw, too; loaded with these pages, not with the shell. */
export { AgreementExpired, AgreementFirst } from './agreement-first.tsx'
