/* The door to one script slot: an engine in its own arena on its own thread. No type of the engine shows here. */
#ifndef CSCRIPTSLOT_H
#define CSCRIPTSLOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ScriptCore ScriptCore;

/* Tags of the flat form of a value (values.c). Numbers are in the machine's own byte order.
   undefined null false true: the tag alone · number, date: + double · string: + u32 length, UTF-8
   array: + u32 count, values · object: + u32 count, then for each member u32 length, UTF-8 of the key, value */
enum ScriptCoreTag {
    SCRIPT_TAG_UNDEFINED,
    SCRIPT_TAG_NULL,
    SCRIPT_TAG_FALSE,
    SCRIPT_TAG_TRUE,
    SCRIPT_TAG_NUMBER,
    SCRIPT_TAG_DATE,
    SCRIPT_TAG_STRING,
    SCRIPT_TAG_ARRAY,
    SCRIPT_TAG_OBJECT
};

/* Levels of arrays and objects that may cross the border. */
#define SCRIPT_CORE_DEPTH 256

/* Values within a value that may leave a script: a host call of more is a mistake, and takes the host long. */
#define SCRIPT_CORE_PARTS 100000

/* How a request ended. */
enum ScriptCoreStatus {
    SCRIPT_CORE_DONE,      /* bytes: the value */
    SCRIPT_CORE_EXCEPTION, /* bytes: array of message, stack (undefined when no error was thrown) */
    SCRIPT_CORE_SYNTAX,    /* the same; the code could not be compiled */
    SCRIPT_CORE_TIME,      /* cut; bytes: array of message, stack, own message where the place is known, else nothing */
    SCRIPT_CORE_MEMORY,
    SCRIPT_CORE_ALREADY_CUT /* an earlier request of this turn was cut; cause says how */
};

/* Which of the three layers cut (limits.c). */
enum ScriptCoreLayer { SCRIPT_LAYER_INTERRUPT, SCRIPT_LAYER_ALLOCATOR, SCRIPT_LAYER_SIGNAL, SCRIPT_LAYERS };

/* A host function: arguments are an array of name and arguments; the answer is one value.
   Returns its length, negative when the answer is a message (a string) to be thrown.
   isWork: set when it has computed and not waited, so that its time is the script's. */
typedef int64_t (*ScriptCoreHost)(
    void *context, const uint8_t *arguments, size_t length, uint8_t *answer, size_t capacity, bool *isWork);
/* Seconds east of UTC at an instant (seconds since 1970). */
typedef int32_t (*ScriptCoreZone)(void *context, int64_t instant);

typedef struct {
    size_t memory;          /* bytes of the arena */
    int64_t budget;         /* nanoseconds of script time of a turn */
    int64_t allocatorGrace; /* nanoseconds after the budget at which an allocation cuts */
    int64_t signalGrace;    /* nanoseconds after the budget at which the timer's signal cuts */
    ScriptCoreHost host;
    ScriptCoreZone zone;
    void *context;
} ScriptCoreSetup;

enum ScriptCoreOperation {
    SCRIPT_CORE_LOAD,    /* text: a script; run in the realm */
    SCRIPT_CORE_COMPILE, /* text: a function in brackets; kept as a block */
    SCRIPT_CORE_CHECK,   /* text: as for LOAD; compiled and forgotten */
    SCRIPT_CORE_NAMES,   /* the same; bytes: array of name, use (ScriptCoreUse), line, column for each use of a global name */
    SCRIPT_CORE_MODULE,  /* the same for a text that is an ES6 module; what it imports is not looked for */
    SCRIPT_CORE_IMPORT,  /* text: name of a module that SCRIPT_CORE_MODULE_TEXT gives; run; file: the global for what it exports */
    SCRIPT_CORE_RUN,     /* block: called, then the pending jobs run */
    SCRIPT_CORE_CALL,    /* text: dotted name of a function; arguments: an array in the inbox */
    SCRIPT_CORE_FIND,    /* text: the same; kept as a block */
    SCRIPT_CORE_INVOKE   /* block: called with the arguments in the inbox */
};

/* The host function that is asked for the text of a module; its argument is the module's name. */
#define SCRIPT_CORE_MODULE_TEXT "ringback:module"

/* How a global name is used. */
enum ScriptCoreUse {
    SCRIPT_USE_READ,
    SCRIPT_USE_TYPEOF,
    SCRIPT_USE_WRITTEN,
    SCRIPT_USE_DELETED,
    SCRIPT_USE_DECLARED /* at the top level of a script */
};

typedef struct {
    enum ScriptCoreOperation operation;
    const char *text; /* zero-terminated */
    size_t length;
    const char *file;
    int32_t line; /* of the first line of text; may be 0 or less for a prefix that is ours */
    uint32_t block;
} ScriptCoreRequest;

typedef struct {
    enum ScriptCoreStatus status;
    enum ScriptCoreStatus cause; /* of ALREADY_CUT: TIME or MEMORY */
    const uint8_t *bytes;        /* valid until the next request */
    size_t length;
    uint32_t block;
} ScriptCoreResult;

/* Starts thread, arena and engine. NULL when the system gives no memory or thread, or the arena is too small. */
ScriptCore *script_core_start(const ScriptCoreSetup *setup);
void script_core_stop(ScriptCore *core);

/* Where arguments are written before a CALL. */
uint8_t *script_core_inbox(ScriptCore *core, size_t *capacity);
/* So much of it was written, though no CALL follows. */
void script_core_inbox_filled(ScriptCore *core, size_t length);
ScriptCoreResult script_core_request(ScriptCore *core, const ScriptCoreRequest *request);

/* Keeps the state of the arena as the one every turn begins with. */
void script_core_seal(ScriptCore *core);
/* Back to the sealed state, with a fresh budget. now: milliseconds since 1970. */
void script_core_begin_turn(ScriptCore *core, double now, uint64_t seed);

/* Runs body on the slot's own thread; requests made inside it need no hand-over. */
void script_core_perform(ScriptCore *core, void (*body)(void *), void *context);
bool script_core_on_own_thread(const ScriptCore *core);
bool script_core_in_host(const ScriptCore *core);
void script_core_lock(ScriptCore *core);
void script_core_unlock(ScriptCore *core);

/* Gives the rest of this turn so much script time, in nanoseconds. */
void script_core_limit_turn(ScriptCore *core, int64_t budget);

/* What the scripts of this turn have taken so far. */
typedef struct {
    int64_t nanoseconds; /* of script time, as the limit counts it */
    size_t allocated;    /* bytes that were asked for, those that were given back included */
    size_t most;         /* the most bytes that were in use at once beside the sealed state */
} ScriptCoreUsage;
ScriptCoreUsage script_core_usage(const ScriptCore *core);

/* Bytes of the sealed state, and how many of them turns write, so that they are copied back before each. */
size_t script_core_snapshot(const ScriptCore *core);
size_t script_core_copied(const ScriptCore *core);
/* Whether memory is the sealed state to the last byte, as after script_core_begin_turn. */
bool script_core_is_restored(const ScriptCore *core);

/* How often each layer has cut. */
uint64_t script_core_cuts(const ScriptCore *core, enum ScriptCoreLayer layer);

#endif
