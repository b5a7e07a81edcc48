-- How far up the ladder a request has gone: 1 reminded, 2 overdue, 3 with the managers.
ALTER TABLE "task" ADD COLUMN "escalation" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "task" ADD CONSTRAINT "task_escalation_on_the_ladder" CHECK ("escalation" BETWEEN 0 AND 3);
-- A request for a paper that was missing ends by itself when the paper arrives.
ALTER TABLE "task" ADD COLUMN "closes_on_arrival" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "task_waiting_for_arrival_idx" ON "task" ("subject_id") WHERE "state" = 'open' AND "closes_on_arrival";

-- Whom a comment names; they are told by mail.
ALTER TABLE "comment" ADD COLUMN "mentions" UUID[] NOT NULL DEFAULT '{}';
