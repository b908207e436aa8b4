extension StoreSchema {
    /// The steps from an empty file to the present tables, in order.
    ///
    /// A step that has been released is never edited: a change of the tables is a new step at the end.
    /// Moments are whole microseconds since 1970; policies, planned moments and log entries are JSON.
    static let migrations = [firstCall, clientOfEachBot]

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
