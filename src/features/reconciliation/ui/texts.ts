/** The texts of this area, as `useTranslations('reconciliation')` and `getTranslations('reconciliation')` give them. */
export type Texts = (key: string, values?: Record<string, string | number>) => string
