extension StoreSchema {
    /// The steps from an empty file to the present tables, in order.
    ///
    /// A step that has been released is never edited: a change of the tables is a new step at the end.
    /// Moments are whole microseconds since 1970; policies, planned moments and log entries are JSON.
    static let migrations = [firstCall, clientOfEachBot, engine, callCounts]

    /// How many calls of a campaign are live, and how many rang, is counted before each claim. And conditions of indexes
    /// without `IN`: for each row that is written, SQLite makes a table of its list.
    private static let callCounts = """
        CREATE INDEX attemptOfCampaign ON attempt (campaignId, state);
        DROP INDEX attemptLive;
        CREATE UNIQUE INDEX attemptLive ON attempt (phoneKey)
            WHERE state = 'committed' OR state = 'originated' OR state = 'ringing' OR state = 'answered';
        DROP INDEX numberOpen;
        CREATE INDEX numberOpen ON number (campaignId)
            WHERE state = 'planned' OR state = 'waiting' OR state = 'committed' OR state = 'inCall' OR state = 'onRetry';
        """

    /// What the campaign engine needs: settings of campaigns, the order of calls, owners of calls, contacts, the
    /// do-not-call list. A log line holds all records that it changed.
    private static let engine = """
        ALTER TABLE campaign ADD COLUMN stateReason TEXT;
        ALTER TABLE campaign ADD COLUMN pacing TEXT NOT NULL DEFAULT '{"lines":10}';
        ALTER TABLE campaign ADD COLUMN retryRules TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE campaign ADD COLUMN limits TEXT NOT NULL DEFAULT '{}';
        ALTER TABLE campaign ADD COLUMN bot TEXT;
        ALTER TABLE campaign ADD COLUMN isInputOpen INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE campaign ADD COLUMN startsAt INTEGER;
        ALTER TABLE campaign ADD COLUMN endsAt INTEGER;
        ALTER TABLE campaign ADD COLUMN lifetimeInSeconds INTEGER;
        ALTER TABLE campaign ADD COLUMN nextCallAt INTEGER;
        ALTER TABLE campaign ADD COLUMN startedAt INTEGER;
        ALTER TABLE campaign ADD COLUMN extras TEXT;
        UPDATE campaign SET profile = CASE profile
            WHEN 'none' THEN '{"name":"none","version":"1"}'
            ELSE '{"hours":{"byDay":[],"byDefault":[{"from":480,"to":1260}]},"name":"default","source":"47 CFR 64.1200(c)(1)","version":"1"}' END;

        CREATE TABLE contact (
            id TEXT PRIMARY KEY NOT NULL,
            campaignId TEXT NOT NULL REFERENCES campaign(id),
            externalId TEXT,
            strategy TEXT NOT NULL,
            callbackData TEXT,
            addedAt INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE suppression (
            id TEXT PRIMARY KEY NOT NULL,
            phoneKey TEXT NOT NULL,
            phone TEXT NOT NULL,
            campaignId TEXT REFERENCES campaign(id),
            reason TEXT NOT NULL,
            source TEXT NOT NULL,
            since INTEGER NOT NULL,
            until INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX suppressionOfPhone ON suppression (phoneKey);

        CREATE TABLE newNumber (
            id TEXT PRIMARY KEY NOT NULL,
            campaignId TEXT NOT NULL REFERENCES campaign(id),
            seq INTEGER NOT NULL,
            phone TEXT NOT NULL,
            phoneKey TEXT NOT NULL,
            payload TEXT NOT NULL,
            policy TEXT NOT NULL,
            zone TEXT,
            state TEXT NOT NULL,
            reason TEXT NOT NULL,
            currentSeriesId TEXT,
            nextDueAt INTEGER,
            isDue INTEGER NOT NULL,
            windowStart INTEGER,
            windowEnd INTEGER,
            turnsAt INTEGER,
            priority INTEGER NOT NULL,
            hasOwnPolicy INTEGER NOT NULL,
            contactId TEXT REFERENCES contact(id),
            placeInContact INTEGER NOT NULL,
            seriesCount INTEGER NOT NULL,
            attemptsTotal INTEGER NOT NULL,
            attemptsBegun INTEGER NOT NULL,
            attemptsExtra INTEGER NOT NULL,
            client TEXT,
            addedAt INTEGER NOT NULL
        );
        INSERT INTO newNumber SELECT id, campaignId,
            (SELECT count(*) FROM number AS earlier
                WHERE earlier.campaignId = number.campaignId AND earlier.position <= number.position),
            phone, phoneKey, payload, policy, zone, state, reason, currentSeriesId, nextDueAt, 0, NULL, NULL,
            CASE WHEN state IN ('planned', 'onRetry') THEN nextDueAt END, ifnull(json_extract(policy, '$.dialerPriority'), 5), 0,
            NULL, 0, (SELECT count(*) FROM series WHERE numberId = number.id), attemptsTotal, attemptsTotal,
            attemptsExtra, client, addedAt FROM number;
        DROP TABLE number;
        ALTER TABLE newNumber RENAME TO number;
        CREATE UNIQUE INDEX numberSeq ON number (campaignId, seq);
        CREATE INDEX numberPhone ON number (phoneKey, campaignId);
        CREATE INDEX numberContact ON number (contactId) WHERE contactId IS NOT NULL;
        CREATE INDEX numberOpen ON number (campaignId) WHERE state IN ('planned', 'waiting', 'committed', 'inCall', 'onRetry');
        CREATE INDEX numberDue ON number (campaignId, priority, hasOwnPolicy DESC, ifnull(windowEnd, 9223372036854775807),
            windowStart, nextDueAt, seq) WHERE isDue = 1;
        CREATE INDEX numberTurns ON number (campaignId, turnsAt) WHERE turnsAt IS NOT NULL;

        CREATE TABLE newAttempt (
            id TEXT PRIMARY KEY NOT NULL,
            campaignId TEXT NOT NULL REFERENCES campaign(id),
            numberId TEXT NOT NULL REFERENCES number(id),
            seriesId TEXT NOT NULL REFERENCES series(id),
            phoneKey TEXT NOT NULL,
            ordinalInSeries INTEGER NOT NULL,
            ordinalInNumber INTEGER NOT NULL,
            state TEXT NOT NULL,
            outcome TEXT,
            plannedAt INTEGER,
            committedAt INTEGER NOT NULL,
            ringingAt INTEGER,
            answeredAt INTEGER,
            endedAt INTEGER,
            endedBy TEXT,
            owner TEXT,
            leaseUntil INTEGER,
            fence INTEGER NOT NULL,
            result TEXT,
            lineReason TEXT,
            conversation TEXT,
            UNIQUE (numberId, ordinalInNumber)
        );
        INSERT INTO newAttempt SELECT attempt.id, campaignId, numberId, seriesId, phoneKey, ordinalInSeries, ordinalInNumber,
            attempt.state, outcome, plannedAt, committedAt, NULL, answeredAt, endedAt, endedBy, NULL, NULL, 1, NULL, NULL,
            conversation FROM attempt JOIN number ON number.id = numberId;
        DROP TABLE attempt;
        ALTER TABLE newAttempt RENAME TO attempt;
        CREATE UNIQUE INDEX attemptLive ON attempt (phoneKey) WHERE state IN ('committed', 'originated', 'ringing', 'answered');
        CREATE INDEX attemptUncertain ON attempt (phoneKey) WHERE state = 'uncertain';

        ALTER TABLE event RENAME COLUMN after TO records;
        ALTER TABLE event DROP COLUMN before;
        """

    /// What was kept for all bots together stays in `number.client` until one of them calls.
    private static let clientOfEachBot = """
        CREATE TABLE client (
            numberId TEXT NOT NULL REFERENCES number(id),
            bot TEXT NOT NULL,
            data TEXT NOT NULL,
            PRIMARY KEY (numberId, bot)
        ) WITHOUT ROWID;
        """

    private static let firstCall = """
        CREATE TABLE campaign (
            id TEXT PRIMARY KEY NOT NULL,
            name TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL,
            defaultPolicy TEXT NOT NULL,
            zone TEXT,
            profile TEXT NOT NULL,
            createdAt INTEGER NOT NULL
        );

        CREATE TABLE number (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            campaignId TEXT NOT NULL REFERENCES campaign(id),
            phone TEXT NOT NULL,
            phoneKey TEXT NOT NULL,
            payload TEXT NOT NULL,
            policy TEXT NOT NULL,
            zone TEXT,
            state TEXT NOT NULL,
            reason TEXT NOT NULL,
            currentSeriesId TEXT REFERENCES series(id),
            nextDueAt INTEGER,
            attemptsTotal INTEGER NOT NULL,
            attemptsExtra INTEGER NOT NULL,
            client TEXT,
            addedAt INTEGER NOT NULL,
            UNIQUE (campaignId, phoneKey)
        );
        CREATE INDEX numberByState ON number (campaignId, state);
        CREATE INDEX numberDue ON number (nextDueAt) WHERE state IN ('planned', 'onRetry');

        CREATE TABLE series (
            id TEXT PRIMARY KEY NOT NULL,
            numberId TEXT NOT NULL REFERENCES number(id),
            ordinal INTEGER NOT NULL,
            origin TEXT NOT NULL,
            openedByAttemptId TEXT REFERENCES attempt(id),
            policyGiven TEXT NOT NULL,
            policyResolved TEXT NOT NULL,
            quota INTEGER NOT NULL,
            used INTEGER NOT NULL CHECK (used BETWEEN 0 AND quota),
            state TEXT NOT NULL,
            plannedMoments TEXT NOT NULL,
            openedAt INTEGER NOT NULL,
            UNIQUE (numberId, ordinal)
        );
        CREATE UNIQUE INDEX seriesOpen ON series (numberId) WHERE state = 'open';

        CREATE TABLE attempt (
            id TEXT PRIMARY KEY NOT NULL,
            numberId TEXT NOT NULL REFERENCES number(id),
            seriesId TEXT NOT NULL REFERENCES series(id),
            ordinalInSeries INTEGER NOT NULL,
            ordinalInNumber INTEGER NOT NULL,
            state TEXT NOT NULL,
            outcome TEXT,
            plannedAt INTEGER,
            committedAt INTEGER NOT NULL,
            answeredAt INTEGER,
            endedAt INTEGER,
            endedBy TEXT,
            conversation TEXT,
            UNIQUE (numberId, ordinalInNumber)
        );
        CREATE INDEX attemptBySeries ON attempt (seriesId);
        CREATE UNIQUE INDEX attemptLive ON attempt (numberId)
            WHERE state IN ('committed', 'originated', 'ringing', 'answered');

        CREATE TABLE event (
            campaignId TEXT NOT NULL REFERENCES campaign(id),
            seq INTEGER NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            numberId TEXT,
            seriesId TEXT,
            attemptId TEXT,
            actor TEXT NOT NULL,
            before TEXT,
            after TEXT,
            reason TEXT,
            PRIMARY KEY (campaignId, seq)
        );
        CREATE TRIGGER eventIsNeverChanged BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'the log of a campaign is never changed'); END;
        CREATE TRIGGER eventIsNeverRemoved BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'the log of a campaign is never changed'); END;
        """
}
