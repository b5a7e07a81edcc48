import * as z from 'zod'

const CustomerCode = z.string().trim().min(1, 'required').max(40)

export const SavePortalLimitInput = z.strictObject({
  customer: CustomerCode,
  portalName: z.string().trim().min(1, 'required').max(120),
  portalUrl: z.url().or(z.literal('')).default(''),
  filesMax: z.int().min(1).max(500),
  /** Bytes per file. */
  fileBytesMax: z.int().min(1).max(2_000_000_000),
  fileTypes: z.array(z.string().max(20)).max(30),
  packageLocale: z.string().max(10),
  steps: z.array(z.string().max(400)).max(20),
  source: z.string().max(400).default(''),
})

export const SaveEvidenceListInput = z.strictObject({
  /** Null: for every customer without an own list. */
  customer: CustomerCode.nullable(),
  category: z.string().max(40),
  freightTerms: z.enum(['prepaid', 'collect']).nullable(),
  evidence: z.array(z.tuple([z.string().max(40), z.enum(['required', 'recommended'])])).max(20),
  source: z.string().max(400).default(''),
})
