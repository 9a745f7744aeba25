/** The ladder, from the street to the country. */
export const bodyLevels = ['gemeente-basisteam', 'district', 'regio', 'landelijk'] as const
export type BodyLevel = (typeof bodyLevels)[number]

/** What a body may do; until 2022 a district college decided, from 2023 it prepares. */
export const bodyPowers = ['besluiten', 'voorbereiden', 'adviseren', 'vaststellen', 'afstemmen', 'sturen'] as const
export type BodyPower = (typeof bodyPowers)[number]
