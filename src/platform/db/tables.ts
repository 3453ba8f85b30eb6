/** Written by `npm run db:types` from the migrations. Not by hand. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled as soon as there is a migration
export interface Tables {}
