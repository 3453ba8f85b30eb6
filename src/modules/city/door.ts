/** S2-02: the two doors to the city's identity provider. */
export const doors = ['legal', 'person'] as const
export type Door = (typeof doors)[number]
export const isDoor = (name: string | undefined): name is Door => name === 'legal' || name === 'person'
