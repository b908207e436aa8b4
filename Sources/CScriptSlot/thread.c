/* A slot's own thread: 8 MiB of stack, and nobody else's frames below a script. */
#define _GNU_SOURCE
#include "core.h"
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { THREAD_STACK = 8 << 20, MAILBOX_KEPT = 1 << 20 };

_Thread_local ScriptCore *coreOfThread;

static void *live(void *context) {
    ScriptCore *core = coreOfThread = context;
    bool timed = limits_prepare(core), fine = timed && engine_create(core) == SCRIPT_CORE_DONE;
    pthread_mutex_lock(&core->handover);
    core->started = fine;
    core->stopping = !fine;
    core->work = NULL;
    pthread_cond_signal(&core->finished);
    while (!core->stopping) {
        if (!core->work) {
            pthread_cond_wait(&core->arrived, &core->handover);
            continue;
        }
        pthread_mutex_unlock(&core->handover);
        core->work(core->workContext);
        pthread_mutex_lock(&core->handover);
        core->work = NULL;
        pthread_cond_signal(&core->finished);
    }
    pthread_mutex_unlock(&core->handover);
    coreOfThread = NULL;
    if (timed) limits_release(core);
    return NULL;
}

static void nothing(void *context) { (void)context; }

static void await(ScriptCore *core) {
    while (core->work) pthread_cond_wait(&core->finished, &core->handover);
}

/* Left to itself the C library raises this bound with every large piece of memory that is freed, and then keeps such
   pieces for each thread: one value of 24 MB would stay with every slot for good. */
static void give_large_pieces_back(void) { mallopt(M_MMAP_THRESHOLD, 1 << 20); }

static bool start_thread(ScriptCore *core) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, give_large_pieces_back);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, THREAD_STACK);
    core->work = nothing;
    bool fine = pthread_create(&core->thread, &attributes, live, core) == 0;
    pthread_attr_destroy(&attributes);
    if (!fine) return false;
    pthread_mutex_lock(&core->handover);
    await(core);
    pthread_mutex_unlock(&core->handover);
    if (!core->started) pthread_join(core->thread, NULL);
    return core->started;
}

static bool map_mailbox(Mailbox *mailbox, size_t capacity) {
    mailbox->capacity = capacity;
    return (mailbox->bytes = map_pages(capacity)) != NULL;
}

static void release(ScriptCore *core) {
    arena_unmap(core);
    if (core->inbox.bytes) munmap(core->inbox.bytes, core->inbox.capacity);
    if (core->outbox.bytes) munmap(core->outbox.bytes, core->outbox.capacity);
    free(core->blocks);
    free(core);
}

ScriptCore *script_core_start(const ScriptCoreSetup *setup) {
    ScriptCore *core = calloc(1, sizeof *core);
    if (!core) return NULL;
    core->setup = *setup;
    pthread_mutex_init(&core->exclusive, NULL);
    pthread_mutex_init(&core->handover, NULL);
    pthread_cond_init(&core->arrived, NULL);
    pthread_cond_init(&core->finished, NULL);
    bool fine = arena_map(core) && map_mailbox(&core->inbox, core->mapped) && map_mailbox(&core->outbox, core->mapped);
    if (fine && start_thread(core)) return core;
    release(core);
    return NULL;
}

void script_core_stop(ScriptCore *core) {
    pthread_mutex_lock(&core->handover);
    core->stopping = true;
    pthread_cond_signal(&core->arrived);
    pthread_mutex_unlock(&core->handover);
    pthread_join(core->thread, NULL);
    release(core);
}

void script_core_perform(ScriptCore *core, void (*body)(void *), void *context) {
    if (coreOfThread == core) {
        body(context);
        return;
    }
    pthread_mutex_lock(&core->handover);
    core->workContext = context;
    core->work = body;
    pthread_cond_signal(&core->arrived);
    await(core);
    pthread_mutex_unlock(&core->handover);
}

typedef struct {
    ScriptCore *core;
    const ScriptCoreRequest *request;
    ScriptCoreResult result;
} Errand;

static void run_errand(void *context) {
    Errand *errand = context;
    errand->result = engine_request(errand->core, errand->request);
}

ScriptCoreResult script_core_request(ScriptCore *core, const ScriptCoreRequest *request) {
    Errand errand = {.core = core, .request = request};
    script_core_perform(core, run_errand, &errand);
    return errand.result;
}

static void seal(void *context) {
    ScriptCore *core = context;
    engine_tidy(core);
    core->sealed = arena_save(core);
    core->broken = !core->sealed;
    if (core->broken) core->cut = SCRIPT_CORE_MEMORY;
    if (core->sealed) pages_watch(core);
    core->snapshotBlocks = core->blockCount;
    core->remaining = core->setup.budget;
}

void script_core_seal(ScriptCore *core) {
    if (!core->sealed && !core->broken) script_core_perform(core, seal, core);
}

/* What a large value has left behind goes back to the system. */
static void trim(Mailbox *mailbox) {
    if (mailbox->high > MAILBOX_KEPT) give_back((char *)mailbox->bytes + MAILBOX_KEPT, (char *)mailbox->bytes + mailbox->high);
    mailbox->high = 0;
}

static void restore(void *core) { core_restore(core); }

void script_core_begin_turn(ScriptCore *core, double now, uint64_t seed) {
    core->now = now;
    core->chance = seed;
    core->remaining = core->setup.budget;
    core->spent = 0;
    trim(&core->inbox);
    trim(&core->outbox);
    if (!core->sealed) return;
    core->cut = SCRIPT_CORE_DONE;
    script_core_perform(core, restore, core); /* it writes sealed pages, and may fault */
    core->allocatedBefore = core->mostBefore = 0;
}

uint8_t *script_core_inbox(ScriptCore *core, size_t *capacity) {
    *capacity = core->inbox.capacity;
    return core->inbox.bytes;
}

void script_core_inbox_filled(ScriptCore *core, size_t length) { mailbox_filled(&core->inbox, length); }

bool script_core_on_own_thread(const ScriptCore *core) { return coreOfThread == core; }
bool script_core_in_host(const ScriptCore *core) { return core->inHost; }
void script_core_lock(ScriptCore *core) { pthread_mutex_lock(&core->exclusive); }
void script_core_unlock(ScriptCore *core) { pthread_mutex_unlock(&core->exclusive); }
void script_core_limit_turn(ScriptCore *core, int64_t budget) { core->remaining = budget; }

ScriptCoreUsage script_core_usage(const ScriptCore *core) {
    ScriptCoreUsage usage = {.nanoseconds = core->spent};
    arena_usage(core, &usage.allocated, &usage.most);
    return usage;
}

size_t script_core_snapshot(const ScriptCore *core) { return core->snapshotLength; }
size_t script_core_copied(const ScriptCore *core) { return pages_copied(core); }
bool script_core_is_restored(const ScriptCore *core) { return core->sealed && arena_is_restored(core); }

uint64_t script_core_cuts(const ScriptCore *core, enum ScriptCoreLayer layer) { return core->cuts[layer]; }
