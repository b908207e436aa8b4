/* Which pages of the sealed state a turn has written, so that only these are copied back.
   Sealed pages are read-only. The first write to one is a fault, which opens the page and notes it; a page that several
   turns have written stays open and is copied back after every turn. Turns of a bot write mostly the same pages, so
   after a few of them there are no more faults, and every write is still seen: either it faults or its page is copied. */
#define _GNU_SOURCE
#include "core.h"
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096, FAULTS_OF_A_TURN = 512, TIMES_UNTIL_HOT = 3, TURNS_UNTIL_COOL = 4096 };

/* OPEN: written in this turn. HOT: open in every turn. */
enum { CLOSED, OPEN, HOT };

static struct sigaction before;

static char *start(const ScriptCore *core) { return (char *)core->arena; }

static bool protect(ScriptCore *core, size_t from, size_t to, int protection) {
    return from >= to || mprotect(start(core) + from * PAGE, (to - from) * PAGE, protection) == 0;
}

/* The system may have no room for one more piece of memory with other rights: such pages are copied after every turn. */
static void shut(ScriptCore *core, size_t from, size_t to) {
    if (!protect(core, from, to, PROT_READ)) memset(core->pages.kinds + from, HOT, to - from);
}

/* A turn that writes everywhere (the engine looks for garbage) pays for a few faults and no more. */
static bool open_all(ScriptCore *core) {
    Pages *pages = &core->pages;
    for (size_t page = 0; page < pages->count; page++)
        if (pages->kinds[page] == CLOSED) pages->kinds[page] = OPEN;
    pages->isWild = true;
    return protect(core, 0, pages->count, PROT_READ | PROT_WRITE);
}

static bool note_write(ScriptCore *core, const void *address) {
    Pages *pages = &core->pages;
    size_t page = (size_t)((const char *)address - start(core)) / PAGE;
    if ((const char *)address < start(core) || page >= pages->count) return false;
    if (++pages->faults > FAULTS_OF_A_TURN) return open_all(core);
    if (pages->kinds[page] == CLOSED) pages->kinds[page] = OPEN;
    return protect(core, page, page + 1, PROT_READ | PROT_WRITE) || open_all(core);
}

/* Somebody has sent the signal, so nothing brings it again. */
static void pass_on(int signal) {
    sigaction(signal, &before, NULL);
    raise(signal);
}

/* A fault elsewhere is whose it was before we came. */
static void on_fault(int signal, siginfo_t *info, void *context) {
    ScriptCore *core = coreOfThread;
    if (core && info->si_code == SEGV_ACCERR && note_write(core, info->si_addr)) return;
    if (before.sa_flags & SA_SIGINFO) before.sa_sigaction(signal, info, context);
    else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) before.sa_handler(signal);
    else if (info->si_code > 0) sigaction(SIGSEGV, &before, NULL); /* it comes again, and ends the process as it should */
    else if (before.sa_handler == SIG_DFL) pass_on(signal);
}

static void install(void) {
    /* The timer's signal waits: its jump must not leave a page half noted. */
    struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaddset(&action.sa_mask, SIGUSR2);
    sigaction(SIGSEGV, &action, &before);
}

/* From now on the whole pages of the snapshot are watched. Without memory for the books, or where the system has other pages, all is
   copied, as before. */
void pages_watch(ScriptCore *core) {
    if (sysconf(_SC_PAGESIZE) != PAGE) return;
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install);
    Pages *pages = &core->pages;
    size_t count = core->snapshotLength / PAGE;
    pages->kinds = calloc(count ? count : 1, 2);
    if (!pages->kinds) return;
    pages->times = pages->kinds + count;
    pages->count = count;
    shut(core, 0, count);
}

void pages_forget(ScriptCore *core) { free(core->pages.kinds); }

static void copy(ScriptCore *core, size_t from, size_t to) {
    memcpy(start(core) + from, core->snapshot + from, to - from);
}

/* Of the pages that were opened in this turn, those that earlier turns have opened too stay open. */
static void close_pages(ScriptCore *core) {
    Pages *pages = &core->pages;
    size_t from = 0;
    for (size_t page = 0; page <= pages->count; page++) {
        bool isOpen = page < pages->count && pages->kinds[page] == OPEN;
        if (isOpen && !pages->isWild && ++pages->times[page] >= TIMES_UNTIL_HOT) {
            pages->kinds[page] = HOT;
            isOpen = false;
        }
        if (isOpen) {
            pages->kinds[page] = CLOSED;
            continue;
        }
        shut(core, from, page);
        from = page + 1;
    }
    pages->isWild = false;
    pages->faults = 0;
}

/* What only some turns wrote should not be copied for ever. */
static void cool(ScriptCore *core) {
    Pages *pages = &core->pages;
    memset(pages->kinds, CLOSED, pages->count * 2);
    pages->turns = 0;
    shut(core, 0, pages->count);
}

void pages_restore(ScriptCore *core) {
    Pages *pages = &core->pages;
    size_t from = 0;
    for (size_t page = 0; page <= pages->count; page++) {
        if (page < pages->count && pages->kinds[page] != CLOSED) continue;
        if (from < page) copy(core, from * PAGE, page * PAGE);
        from = page + 1;
    }
    copy(core, pages->count * PAGE, core->snapshotLength);
    if (pages->faults > 0) close_pages(core);
    if (++pages->turns >= TURNS_UNTIL_COOL) cool(core);
}

size_t pages_copied(const ScriptCore *core) {
    size_t bytes = core->snapshotLength - core->pages.count * PAGE;
    for (size_t page = 0; page < core->pages.count; page++) bytes += core->pages.kinds[page] == CLOSED ? 0 : PAGE;
    return bytes;
}
