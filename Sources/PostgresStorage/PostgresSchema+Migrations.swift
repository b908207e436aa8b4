extension PostgresSchema {
    /// The steps from an empty schema to the present tables, in order.
    ///
    /// A step that has been released is never edited: a change of the tables is a new step at the end.
    /// Moments are whole microseconds since 1970; policies, planned moments and log entries are JSON, kept as the text
    /// that was written. Keys compare byte by byte, which no locale of a server changes.
    static let migrations = [engine]

    /// The tables that the third step of the SQLite store arrives at.
    private static let engine = """
        CREATE TABLE "ringbackMigration" (
            "version" bigint PRIMARY KEY,
            "at" timestamptz NOT NULL DEFAULT clock_timestamp()
        );

        CREATE TABLE "campaign" (
            "id" text COLLATE "C" PRIMARY KEY,
            "name" text COLLATE "C" NOT NULL UNIQUE,
            "state" text NOT NULL,
            "stateReason" text,
            "defaultPolicy" text NOT NULL,
            "zone" text,
            "profile" text NOT NULL,
            "pacing" text NOT NULL,
            "retryRules" text NOT NULL,
            "limits" text NOT NULL,
            "bot" text,
            "isInputOpen" bigint NOT NULL,
            "startsAt" bigint,
            "endsAt" bigint,
            "lifetimeInSeconds" bigint,
            "nextCallAt" bigint,
            "startedAt" bigint,
            "createdAt" bigint NOT NULL,
            "extras" text
        );

        CREATE TABLE "contact" (
            "id" text COLLATE "C" PRIMARY KEY,
            "campaignId" text COLLATE "C" NOT NULL REFERENCES "campaign" ("id"),
            "externalId" text,
            "strategy" text NOT NULL,
            "callbackData" text,
            "addedAt" bigint NOT NULL
        );

        CREATE TABLE "number" (
            "id" text COLLATE "C" PRIMARY KEY,
            "campaignId" text COLLATE "C" NOT NULL REFERENCES "campaign" ("id"),
            "seq" bigint NOT NULL,
            "phone" text NOT NULL,
            "phoneKey" text COLLATE "C" NOT NULL,
            "payload" text NOT NULL,
            "policy" text NOT NULL,
            "zone" text,
            "state" text NOT NULL,
            "reason" text NOT NULL,
            "currentSeriesId" text,
            "nextDueAt" bigint,
            "isDue" bigint NOT NULL,
            "windowStart" bigint,
            "windowEnd" bigint,
            "turnsAt" bigint,
            "priority" bigint NOT NULL,
            "hasOwnPolicy" bigint NOT NULL,
            "contactId" text COLLATE "C" REFERENCES "contact" ("id"),
            "placeInContact" bigint NOT NULL,
            "seriesCount" bigint NOT NULL,
            "attemptsTotal" bigint NOT NULL,
            "attemptsBegun" bigint NOT NULL,
            "attemptsExtra" bigint NOT NULL,
            "client" text,
            "addedAt" bigint NOT NULL
        );
        CREATE UNIQUE INDEX "numberSeq" ON "number" ("campaignId", "seq");
        CREATE INDEX "numberPhone" ON "number" ("phoneKey", "campaignId");
        CREATE INDEX "numberContact" ON "number" ("contactId") WHERE "contactId" IS NOT NULL;
        CREATE INDEX "numberOpen" ON "number" ("campaignId")
            WHERE "state" IN ('planned', 'waiting', 'committed', 'inCall', 'onRetry');
        CREATE INDEX "numberDue" ON "number" ("campaignId", "priority", (-"hasOwnPolicy"),
            (coalesce("windowEnd", 9223372036854775807)), (coalesce("windowStart", -9223372036854775808)),
            (coalesce("nextDueAt", -9223372036854775808)), "seq") WHERE "isDue" = 1;
        CREATE INDEX "numberTurns" ON "number" ("campaignId", "turnsAt", "seq") WHERE "turnsAt" IS NOT NULL;

        CREATE TABLE "series" (
            "id" text COLLATE "C" PRIMARY KEY,
            "numberId" text COLLATE "C" NOT NULL REFERENCES "number" ("id"),
            "ordinal" bigint NOT NULL,
            "origin" text NOT NULL,
            "openedByAttemptId" text COLLATE "C",
            "policyGiven" text NOT NULL,
            "policyResolved" text NOT NULL,
            "quota" bigint NOT NULL,
            "used" bigint NOT NULL CHECK ("used" BETWEEN 0 AND "quota"),
            "state" text NOT NULL,
            "plannedMoments" text NOT NULL,
            "openedAt" bigint NOT NULL,
            UNIQUE ("numberId", "ordinal")
        );
        CREATE UNIQUE INDEX "seriesOpen" ON "series" ("numberId") WHERE "state" = 'open';

        CREATE TABLE "attempt" (
            "id" text COLLATE "C" PRIMARY KEY,
            "campaignId" text COLLATE "C" NOT NULL REFERENCES "campaign" ("id"),
            "numberId" text COLLATE "C" NOT NULL REFERENCES "number" ("id"),
            "seriesId" text COLLATE "C" NOT NULL REFERENCES "series" ("id"),
            "phoneKey" text COLLATE "C" NOT NULL,
            "ordinalInSeries" bigint NOT NULL,
            "ordinalInNumber" bigint NOT NULL,
            "state" text NOT NULL,
            "outcome" text,
            "plannedAt" bigint,
            "committedAt" bigint NOT NULL,
            "ringingAt" bigint,
            "answeredAt" bigint,
            "endedAt" bigint,
            "endedBy" text,
            "owner" text,
            "leaseUntil" bigint,
            "fence" bigint NOT NULL,
            "result" text,
            "lineReason" text,
            "conversation" text,
            UNIQUE ("numberId", "ordinalInNumber")
        );
        CREATE UNIQUE INDEX "attemptLive" ON "attempt" ("phoneKey")
            WHERE "state" IN ('committed', 'originated', 'ringing', 'answered');
        CREATE INDEX "attemptUncertain" ON "attempt" ("phoneKey") WHERE "state" = 'uncertain';
        -- The attempt that opened a series may be written behind it.
        ALTER TABLE "series" ADD FOREIGN KEY ("openedByAttemptId") REFERENCES "attempt" ("id")
            DEFERRABLE INITIALLY DEFERRED;

        CREATE TABLE "client" (
            "numberId" text COLLATE "C" NOT NULL REFERENCES "number" ("id"),
            "bot" text COLLATE "C" NOT NULL,
            "data" text NOT NULL,
            PRIMARY KEY ("numberId", "bot")
        );

        CREATE TABLE "suppression" (
            "id" text COLLATE "C" PRIMARY KEY,
            "phoneKey" text COLLATE "C" NOT NULL,
            "phone" text NOT NULL,
            "campaignId" text COLLATE "C" REFERENCES "campaign" ("id"),
            "reason" text NOT NULL,
            "source" text NOT NULL,
            "since" bigint NOT NULL,
            "until" bigint
        );
        CREATE INDEX "suppressionOfPhone" ON "suppression" ("phoneKey");

        CREATE TABLE "event" (
            "campaignId" text COLLATE "C" NOT NULL REFERENCES "campaign" ("id"),
            "seq" bigint NOT NULL,
            "at" bigint NOT NULL,
            "kind" text NOT NULL,
            "numberId" text,
            "seriesId" text,
            "attemptId" text,
            "actor" text NOT NULL,
            "records" text,
            "reason" text,
            PRIMARY KEY ("campaignId", "seq")
        );
        CREATE FUNCTION "refuseChangeOfLog"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'the log of a campaign is never changed' USING ERRCODE = 'integrity_constraint_violation';
            END
            $$;
        CREATE TRIGGER "eventIsNeverChanged" BEFORE UPDATE OR DELETE ON "event"
            FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfLog"();
        CREATE TRIGGER "eventsAreNeverRemoved" BEFORE TRUNCATE ON "event"
            FOR EACH STATEMENT EXECUTE FUNCTION "refuseChangeOfLog"();
        """
}
