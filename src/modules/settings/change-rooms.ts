/** Rooms whose deeds are the platform's own: they stand in 变更记录. */
export const changeRooms = ['settings', 'lists', 'authorities', 'staff', 'portal', 'subsystems'] as const
export type ChangeRoom = (typeof changeRooms)[number]
