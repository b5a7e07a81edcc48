/** The texts of this area, as `useTranslations('reports')` and `getTranslations('reports')` give them. */
export type Texts = (key: string, values?: Record<string, string | number>) => string
