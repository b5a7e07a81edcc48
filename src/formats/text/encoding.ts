export const ENCODINGS = ['ASCII', 'UTF-8', 'UTF-16LE', 'UTF-16BE', 'windows-1252', 'GB18030', 'Big5', 'Shift_JIS'] as const
export type Encoding = (typeof ENCODINGS)[number]
