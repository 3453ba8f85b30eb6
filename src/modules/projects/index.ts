/** What later rooms may call: whether 项目管理 is this actor's at all (D25, E11); the rules of gate.ts say why not. */
export { accessFor } from './server.ts'
