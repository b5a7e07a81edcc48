import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pool, select, sql } from './db/client'

const delay = monitorEventLoopDelay({ resolution: 20 })
delay.enable()

type Counts = { kind: string; state: string; count: number }

/** Counters of this process and of the work lists, in Prometheus' text format. */
export async function metricsText(): Promise<string> {
  const memory = process.memoryUsage()
  const lines = [
    ...gauge('recoup_process_resident_memory_bytes', 'Resident memory of this process.', [['', memory.rss]]),
    ...gauge('recoup_event_loop_delay_p99_seconds', 'Event loop delay, 99th percentile.', [['', delay.percentile(99) / 1e9]]),
    ...gauge('recoup_database_pool_connections', 'Connections of this process to the database.', [
      ['{state="total"}', pool().totalCount],
      ['{state="idle"}', pool().idleCount],
      ['{state="waiting"}', pool().waitingCount],
    ]),
  ]
  const counts = await select<Counts>(sql`
    SELECT 'jobs' AS kind, state, count(*)::int AS count FROM job_run GROUP BY state
    UNION ALL SELECT 'mail', state, count(*)::int FROM mail_message GROUP BY state
    UNION ALL SELECT 'imports', state, count(*)::int FROM import_batch GROUP BY state
    UNION ALL SELECT 'deductions', state, count(*)::int FROM deduction GROUP BY state
    ORDER BY 1, 2`)
  for (const kind of ['jobs', 'mail', 'imports', 'deductions']) {
    const values = counts.filter((row) => row.kind === kind).map((row): [string, number] => [`{state="${row.state}"}`, row.count])
    lines.push(...gauge(`recoup_${kind}`, `Count of ${kind} by state.`, values))
  }
  return `${lines.join('\n')}\n`
}

function gauge(name: string, help: string, values: readonly [string, number][]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...values.map(([labels, value]) => `${name}${labels} ${value}`)]
}
