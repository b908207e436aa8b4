/* Three layers cut a script that takes too long; every cut is one jump to the landing in engine_request.
   1. the engine asks us at calls, back-jumps and in regular expressions (interrupt)
   2. every 32nd allocation looks at the clock; a full arena cuts there too
   3. a timer of the kernel sends SIGUSR2 to the slot's thread, for built-ins that neither ask nor allocate
   A jump throws the arena's state away, so it may come at any point of the engine, but never while a Swift
   function is on the stack above the landing: inScript is clear then. */
#define _GNU_SOURCE
#include "core.h"
#include <sys/syscall.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

enum { SECOND = 1000000000, EXPLANATION = 50000000, RETRY = 5000000 };

#define fence() __atomic_signal_fence(__ATOMIC_SEQ_CST)

int64_t monotonic_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * SECOND + now.tv_nsec;
}

void cut(ScriptCore *core, enum ScriptCoreStatus status, enum ScriptCoreLayer layer) {
    core->inScript = 0;
    fence();
    core->cuts[layer] += 1;
    siglongjmp(core->landing, (int)status);
}

static void arm(ScriptCore *core) {
    int64_t now = monotonic_now(), moment = core->deadline + core->setup.signalGrace;
    if (moment < now + RETRY / 50) moment = now + RETRY / 50;
    core->armedFor = moment;
    struct itimerspec timing = {.it_value = {moment / SECOND, moment % SECOND}};
    timer_settime(core->timer, TIMER_ABSTIME, &timing, NULL);
}

/* The timer is armed rarely, since that is a call of the kernel: when it fires too early it is armed anew, when it
   fires outside a script it goes to sleep and the next entry wakes it. Only too late must it never be. */
static void on_signal(int signal) {
    (void)signal;
    ScriptCore *core = coreOfThread;
    if (!core) return;
    core->timerAsleep = 1; /* it fires once */
    if (!core->inScript) return;
    if (monotonic_now() >= core->deadline + core->setup.signalGrace) cut(core, SCRIPT_CORE_TIME, SCRIPT_LAYER_SIGNAL);
    core->timerAsleep = 0;
    arm(core);
}

static void install_handler(void) {
    /* No mask is saved by the landing, hence SA_NODEFER: the signal must not stay blocked after a jump. */
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_NODEFER | SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGUSR2, &action, NULL);
}

bool limits_prepare(ScriptCore *core) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install_handler);
    sigset_t ours;
    sigfillset(&ours);
    const int open[] = {SIGUSR2, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT};
    for (size_t index = 0; index < sizeof open / sizeof *open; index++) sigdelset(&ours, open[index]);
    pthread_sigmask(SIG_SETMASK, &ours, NULL);
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGUSR2};
    event.sigev_notify_thread_id = (pid_t)syscall(SYS_gettid);
    core->timerAsleep = 1;
    return timer_create(CLOCK_MONOTONIC, &event, &core->timer) == 0;
}

void limits_release(ScriptCore *core) { timer_delete(core->timer); }

static void wake_timer(ScriptCore *core) {
    core->inScript = 1;
    fence();
    if (!core->timerAsleep && core->armedFor <= core->deadline + core->setup.signalGrace) return;
    core->timerAsleep = 0;
    fence();
    arm(core);
}

void limits_enter(ScriptCore *core) {
    core->explaining = core->placed = false;
    core->entered = monotonic_now();
    core->deadline = core->entered + core->remaining;
    wake_timer(core);
}

void limits_leave(ScriptCore *core) {
    core->inScript = 0;
    fence();
    int64_t now = monotonic_now(), left = core->deadline - now;
    core->spent += now - core->entered;
    core->remaining = left > 0 ? left : 0;
}

int64_t host_enter(ScriptCore *core) {
    core->inScript = 0;
    fence();
    core->inHost = true;
    return monotonic_now();
}

/* Waiting for a host function is no script time, unless it is our own quick question (counts). */
void host_leave(ScriptCore *core, int64_t since, bool counts) {
    core->inHost = false;
    int64_t waited = counts ? 0 : monotonic_now() - since;
    core->deadline += waited;
    core->entered += waited;
    wake_timer(core);
}

void limits_check_allocation(ScriptCore *core) {
    if (core->inScript && monotonic_now() > core->deadline + core->setup.allocatorGrace)
        cut(core, SCRIPT_CORE_TIME, SCRIPT_LAYER_ALLOCATOR);
}

/* The state of the engine is sound where it asks, so the place of the cut can still be read. The deadline moves
   a little for that; the other layers guard it. */
static int on_interrupt(JSRuntime *runtime, void *opaque) {
    (void)runtime;
    ScriptCore *core = opaque;
    if (core->explaining || monotonic_now() <= core->deadline) return 0;
    core->explaining = true;
    core->deadline += EXPLANATION;
    core->outbox.length = 0;
    core->placed = write_place(core);
    cut(core, SCRIPT_CORE_TIME, SCRIPT_LAYER_INTERRUPT);
}

void limits_check_job(ScriptCore *core) { on_interrupt(core->runtime, core); }

void limits_install(ScriptCore *core) { JS_SetInterruptHandler(core->runtime, on_interrupt, core); }
