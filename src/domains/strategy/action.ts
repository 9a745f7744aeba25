/** The tracks in which plans put their actions; A, B and C are those of the agenda of 2020. */
export const tracks = ['actie', 'leren', 'ambitie', 'doel', 'meerjarendoel', 'thema', 'werkwijze', 'A', 'B', 'C'] as const
export type Track = (typeof tracks)[number]
