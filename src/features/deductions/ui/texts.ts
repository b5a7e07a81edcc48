/** The texts of this area, as `useTranslations('deductions')` and `getTranslations('deductions')` give them. */
export type Texts = (key: string, values?: Record<string, string | number>) => string
