/** The texts of this area, as `useTranslations('disputes')` and `getTranslations('disputes')` give them. */
export type Texts = (key: string, values?: Record<string, string | number>) => string
