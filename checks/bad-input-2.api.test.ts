import { badInput } from './bad-input/suite.ts'

await badInput(1)
