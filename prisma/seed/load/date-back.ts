import { randomUUID } from 'node:crypto'
import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { nameActor } from '@/server/audit'
import { db, sql } from '@/server/db/client'

/** Requests of the demo were made on the day of their story, not when it was loaded: none is late before it was asked. */
export async function dateRequestBack(actor: Actor, id: string, on: CalendarDate): Promise<void> {
  await db().$transaction(async (tx) => {
    await nameActor(tx, actor, randomUUID(), 'task.asked')
    await tx.$executeRaw(
      sql`UPDATE task SET created_at = least(created_at, (${on}::date + time '09:00') AT TIME ZONE 'UTC') WHERE id = ${id}::uuid`,
    )
  })
}
