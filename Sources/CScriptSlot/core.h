/* What the files of a slot share. */
#ifndef CORE_H
#define CORE_H

#include "CScriptSlot.h"
#include <pthread.h>
#include <engine_names.h>
#include <setjmp.h>
#include <signal.h>
#include <time.h>

typedef struct Arena Arena;

/* A buffer of reserved pages: it never moves and is never allocated from inside the engine. */
typedef struct {
    uint8_t *bytes;
    size_t length, capacity;
    size_t high; /* how far it was filled since it was trimmed */
} Mailbox;

static inline void mailbox_filled(Mailbox *mailbox, size_t length) {
    if (length > mailbox->high) mailbox->high = length;
}

/* The objects from the outermost to the one that is being written, and where in each the writer is. */
typedef struct {
    JSValue object;
    JSAtom key;
    uint32_t index;
} Trail[SCRIPT_CORE_DEPTH];

/* Which pages of the sealed state were written (pages.c). */
typedef struct {
    uint8_t *kinds, *times; /* one of each for a page; times: in how many turns it was opened */
    size_t count, faults, turns;
    bool isWild; /* all are open in this turn */
} Pages;

#define REJECTIONS 16

struct ScriptCore {
    ScriptCoreSetup setup;

    /* Memory (arena.c). The snapshot is a copy of the arena's used part. */
    Arena *arena;
    size_t mapped;
    char *snapshot;
    size_t snapshotLength, snapshotMapped;
    uint32_t snapshotBlocks;
    Pages pages;
    bool sealed;
    size_t sealedBytes, allocatedBefore, mostBefore; /* before: up to the last cut of this turn */

    /* The engine (engine.c). All of these point into the arena, at places that the snapshot keeps. */
    JSRuntime *runtime;
    JSContext *realm;
    JSValue dateConstructor, getTime, errorConstructor;
    JSClassID numberClass, stringClass;
    JSValue *blocks;
    uint32_t blockCount, blockCapacity;
    struct {
        void *promise;
        JSValue reason;
    } rejections[REJECTIONS];
    int rejectionCount;

    /* Values on their way (values.c). */
    Mailbox inbox, outbox;
    int parts; /* of the value that is being written */
    Trail trail;

    /* Limits (limits.c). */
    sigjmp_buf landing;
    volatile sig_atomic_t inScript, timerAsleep;
    bool inHost, explaining, placed; /* placed: the outbox says where the cut came */
    int64_t deadline, remaining, armedFor, entered, spent; /* spent: script time of this turn, waiting not counted */
    timer_t timer;
    uint64_t cuts[SCRIPT_LAYERS];
    enum ScriptCoreStatus cut; /* of this turn; DONE when it was not cut */
    bool isLooking;            /* code is compiled for its names only */
    bool isUnreadable;         /* a module that was to be imported has a syntax error */
    bool isMissing;            /* or is not there */
    bool broken;               /* cut before the seal with nothing to go back to */

    /* Clock and chance of the turn (clock.c). */
    double now;
    uint64_t chance;

    /* The thread (thread.c). */
    pthread_t thread;
    pthread_mutex_t exclusive, handover;
    pthread_cond_t arrived, finished;
    void (*work)(void *);
    void *workContext;
    bool stopping, started;
};

/* arena.c */
extern const JSMallocFunctions arenaFunctions;
bool arena_map(ScriptCore *core);
void arena_unmap(ScriptCore *core);
bool arena_save(ScriptCore *core);
void arena_restore(ScriptCore *core);
bool arena_is_restored(const ScriptCore *core);
size_t arena_used(const ScriptCore *core);
void arena_usage(const ScriptCore *core, size_t *allocated, size_t *most);
void *map_pages(size_t length);
void give_back(char *from, char *to);

/* pages.c */
void pages_watch(ScriptCore *core);
void pages_restore(ScriptCore *core);
void pages_forget(ScriptCore *core);
size_t pages_copied(const ScriptCore *core);

/* limits.c */
int64_t monotonic_now(void);
bool limits_prepare(ScriptCore *core);
void limits_install(ScriptCore *core);
void limits_release(ScriptCore *core);
void limits_enter(ScriptCore *core);
void limits_leave(ScriptCore *core);
int64_t host_enter(ScriptCore *core);
void host_leave(ScriptCore *core, int64_t since, bool counts);
void limits_check_allocation(ScriptCore *core);
void limits_check_job(ScriptCore *core);
_Noreturn void cut(ScriptCore *core, enum ScriptCoreStatus status, enum ScriptCoreLayer layer);

/* values.c */
int write_value(ScriptCore *core, JSValue value, int depth);
int write_text(ScriptCore *core, const char *text, size_t length);
int write_open(ScriptCore *core, uint8_t tag, uint32_t count);
int write_integer(ScriptCore *core, int number);
JSValue read_value(ScriptCore *core, const uint8_t **cursor);

/* names.c */
int write_names(ScriptCore *core, JSValueConst code);

/* failure.c */
void write_failure(ScriptCore *core);
bool write_place(ScriptCore *core);
void track_rejection(JSContext *, JSValueConst promise, JSValueConst reason, bool handled, void *core);
bool throw_rejection(ScriptCore *core);
void forget_rejections(ScriptCore *core);

/* clock.c */
void install_clock(ScriptCore *core, JSValue global);

/* engine.c */
enum ScriptCoreStatus engine_create(ScriptCore *core);
void engine_tidy(ScriptCore *core);
void core_restore(ScriptCore *core);
ScriptCoreResult engine_request(ScriptCore *core, const ScriptCoreRequest *request);

/* thread.c */
extern _Thread_local ScriptCore *coreOfThread;

#endif
