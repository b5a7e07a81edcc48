import * as z from 'zod'

// The only place that reads process.env. Read at each call, so that a launcher or a test may set values before use.
const Environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATABASE_URL: z.string().default(''),
  RECOUP_DATA: z.string().default('.recoup'),
  RECOUP_DEMO: z.enum(['0', '1']).default('1'),
  RECOUP_URL: z.string().optional(),
  RECOUP_COMPANY: z.string().default('Meridian Mobility'),
  RECOUP_TIMEZONE: z.string().default('UTC'),
  RECOUP_DROP: z.string().optional(),
  RECOUP_LOCKBOX_PROFILES: z.string().optional(),
  /** Per cent a year. */
  RECOUP_MONEY_COST_PERCENT: z.coerce.number().min(0).max(100).default(8),
  RECOUP_TODAY: z.string().optional(),
  STORAGE_URL: z.string().default('file:'),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  SMTP_URL: z.string().optional(),
  IMAP_URL: z.string().optional(),
  OIDC_ISSUER: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  NEXTAUTH_SECRET: z.string().optional(),
  METRICS_TOKEN: z.string().optional(),
  /** Where the person stood who called the command line; npm moves to the project. */
  INIT_CWD: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
})

export type Env = z.output<typeof Environment>

/** The process's settings, parsed and defaulted. Throws with the names of the settings that cannot be read. */
export function env(): Env {
  const blankless = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(blankless)
  if (parsed.success) return parsed.data
  throw new Error(`settings cannot be read: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`).join(', ')}`)
}
