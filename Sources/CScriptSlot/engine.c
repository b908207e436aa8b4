/* The realm of a slot and the requests to it. engine_request has the only landing of the jump. */
#include "core.h"
#include <stdlib.h>
#include <string.h>

enum { STACK = 4 << 20, GARBAGE = 4 << 20 };
static const int64_t FURNISHING = 60000000000; /* our own work is not on the scripts' time */

static JSValue throw_answer(ScriptCore *core, const uint8_t *answer) {
    JSValue text = read_value(core, &answer);
    JSValue error = JS_CallConstructor(core->realm, core->errorConstructor, 1, &text);
    JS_FreeValue(core->realm, text);
    return JS_IsException(error) ? error : JS_Throw(core->realm, error);
}

/* __host(name, …): arguments become bytes here in C; only then a Swift function runs, out of reach of the jump. */
static JSValue ask_host(ScriptCore *core, int count, JSValueConst *arguments) {
    bool isWork = false;
    size_t start = core->outbox.length;
    int failed = write_open(core, SCRIPT_TAG_ARRAY, (uint32_t)count);
    for (int index = 0; index < count && !failed; index++) failed = write_value(core, arguments[index], 0);
    size_t length = core->outbox.length - start;
    core->outbox.length = start;
    if (failed) return JS_EXCEPTION;
    int64_t since = host_enter(core);
    int64_t answer = core->setup.host(
        core->setup.context, core->outbox.bytes + start, length, core->inbox.bytes, core->inbox.capacity, &isWork);
    mailbox_filled(&core->inbox, (size_t)(answer < 0 ? -answer : answer));
    host_leave(core, since, isWork);
    if (isWork) limits_check_job(core); /* the engine itself would not ask for another ten thousand calls */
    const uint8_t *cursor = core->inbox.bytes;
    return answer < 0 ? throw_answer(core, cursor) : read_value(core, &cursor);
}

/* A getter of a value that is being written asks the host: what was counted and where the writer is stays as it was. */
static __attribute__((noinline)) JSValue ask_host_within(ScriptCore *core, int count, JSValueConst *arguments) {
    Trail trail;
    int parts = core->parts;
    memcpy(trail, core->trail, sizeof trail);
    JSValue answer = ask_host(core, count, arguments);
    memcpy(core->trail, trail, sizeof trail);
    core->parts = parts;
    return answer;
}

static JSValue call_host(JSContext *realm, JSValueConst this, int count, JSValueConst *arguments) {
    ScriptCore *core = coreOfThread;
    return core->outbox.length > 0 ? ask_host_within(core, count, arguments) : ask_host(core, count, arguments);
}

static JSClassID class_of(ScriptCore *core, const char *code) {
    JSValue value = JS_Eval(core->realm, code, strlen(code), "ringback:slot", JS_EVAL_TYPE_GLOBAL);
    JSClassID class = JS_GetClassID(value);
    JS_FreeValue(core->realm, value);
    return class;
}

static void remove_global(ScriptCore *core, JSValue global, const char *name) {
    JSAtom atom = JS_NewAtom(core->realm, name);
    JS_DeleteProperty(core->realm, global, atom, 0);
    JS_FreeAtom(core->realm, atom);
}

static void furnish(ScriptCore *core) {
    JSValue global = JS_GetGlobalObject(core->realm);
    /* They take a mutex of the process and share memory between threads. */
    remove_global(core, global, "Atomics");
    remove_global(core, global, "SharedArrayBuffer");
    install_clock(core, global);
    core->errorConstructor = JS_GetPropertyStr(core->realm, global, "Error");
    core->stringClass = class_of(core, "new String('')");
    core->numberClass = class_of(core, "new Number(0)");
    JS_DefinePropertyValueStr(
        core->realm, global, "__host", JS_NewCFunction(core->realm, call_host, "__host", 1), JS_PROP_CONFIGURABLE);
    JS_FreeValue(core->realm, global);
}

static int fill_nothing(JSContext *realm, JSModuleDef *module) { return 0; }

/* The text of a module, from the host; an exception when it has none. */
static JSValue module_text(JSContext *realm, const char *name) {
    JSValue arguments[] = {JS_NewString(realm, SCRIPT_CORE_MODULE_TEXT), JS_NewString(realm, name)};
    JSValue text = call_host(realm, JS_UNDEFINED, 2, arguments);
    for (int index = 0; index < 2; index++) JS_FreeValue(realm, arguments[index]);
    return text;
}

/* The engine wants to know all imports when it compiles a module. Where nothing is run, an empty one stands for each. */
static JSModuleDef *load_import(JSContext *realm, const char *name, void *opaque) {
    ScriptCore *core = opaque;
    if (core->isLooking) return JS_NewCModule(realm, name, fill_nothing);
    JSValue text = module_text(realm, name);
    size_t length;
    const char *code = JS_IsException(text) ? NULL : JS_ToCStringLen(realm, &length, text);
    JS_FreeValue(realm, text);
    if (!code) {
        core->isMissing = true;
        return NULL;
    }
    JSValue module = JS_Eval(realm, code, length, name, JS_EVAL_TYPE_MODULE | JS_EVAL_FLAG_COMPILE_ONLY);
    JS_FreeCString(realm, code);
    if (JS_IsException(module)) {
        core->isUnreadable = !core->isMissing;
        return NULL;
    }
    JSModuleDef *definition = JS_VALUE_GET_PTR(module);
    JS_FreeValue(realm, module); /* the realm's list of modules holds it */
    return definition;
}

static void create(ScriptCore *core) {
    core->runtime = JS_NewRuntime2(&arenaFunctions, core->arena);
    JS_SetMaxStackSize(core->runtime, STACK);
    JS_SetCanBlock(core->runtime, false);
    JS_SetModuleLoaderFunc(core->runtime, NULL, load_import, core);
    JS_SetHostPromiseRejectionTracker(core->runtime, track_rejection, core);
    JSContext *realm = core->realm = JS_NewContextRaw(core->runtime);
    /* Not added: WeakRef (finalizers), Performance (the machine's clock), DOMException. */
    JS_AddIntrinsicBaseObjects(realm);
    JS_AddIntrinsicDate(realm);
    JS_AddIntrinsicEval(realm);
    JS_AddIntrinsicRegExp(realm);
    JS_AddIntrinsicJSON(realm);
    JS_AddIntrinsicProxy(realm);
    JS_AddIntrinsicMapSet(realm);
    JS_AddIntrinsicTypedArrays(realm);
    JS_AddIntrinsicPromise(realm);
    JS_AddIntrinsicAToB(realm);
    furnish(core);
    limits_install(core);
}

enum ScriptCoreStatus engine_create(ScriptCore *core) {
    core->remaining = FURNISHING;
    int status = sigsetjmp(core->landing, 0);
    if (status == 0) {
        limits_enter(core);
        create(core);
    }
    limits_leave(core);
    core->remaining = core->setup.budget;
    return (enum ScriptCoreStatus)status;
}

static enum ScriptCoreStatus failed(ScriptCore *core, enum ScriptCoreStatus status) {
    write_failure(core);
    return status;
}

static JSValue compiled(ScriptCore *core, const ScriptCoreRequest *request) {
    int type = request->operation == SCRIPT_CORE_MODULE ? JS_EVAL_TYPE_MODULE : JS_EVAL_TYPE_GLOBAL;
    JSEvalOptions options = {
        JS_EVAL_OPTIONS_VERSION, type | JS_EVAL_FLAG_COMPILE_ONLY, request->file, request->line};
    return JS_Eval2(core->realm, request->text, request->length, &options);
}

static int run_jobs(ScriptCore *core) {
    JSContext *of;
    int ran;
    while ((ran = JS_ExecutePendingJob(core->runtime, &of)) > 0) limits_check_job(core);
    return ran;
}

/* What a script began goes on though the script itself has failed; its failure is the one that is told. */
static enum ScriptCoreStatus failed_with_jobs(ScriptCore *core) {
    JSValue thrown = JS_GetException(core->realm);
    while (run_jobs(core) < 0) JS_FreeValue(core->realm, JS_GetException(core->realm));
    forget_rejections(core);
    JS_Throw(core->realm, thrown);
    return failed(core, SCRIPT_CORE_EXCEPTION);
}

/* What a promise has come to, when all jobs are done. Takes over promise. */
static JSValue settled(ScriptCore *core, JSValue promise) {
    JSPromiseStateEnum state = JS_PromiseState(core->realm, promise);
    JSValue value = state == JS_PROMISE_FULFILLED ? JS_PromiseResult(core->realm, promise) : JS_UNDEFINED;
    JS_FreeValue(core->realm, promise);
    if (state != JS_PROMISE_PENDING) return value;
    return JS_ThrowTypeError(core->realm, "the script waits for a promise that nothing here will ever fulfil");
}

/* Runs the jobs of promises; the value of a promise stands for the promise. Takes over value. */
static enum ScriptCoreStatus finish(ScriptCore *core, JSValue value) {
    JSContext *realm = core->realm;
    if (JS_IsException(value)) return failed_with_jobs(core);
    if (run_jobs(core) < 0 || throw_rejection(core)) return failed(core, SCRIPT_CORE_EXCEPTION);
    if (JS_IsPromise(value)) value = settled(core, value);
    if (JS_IsException(value)) return failed(core, SCRIPT_CORE_EXCEPTION);
    int refused = write_value(core, value, 0);
    JS_FreeValue(realm, value);
    return refused ? failed(core, SCRIPT_CORE_EXCEPTION) : SCRIPT_CORE_DONE;
}

/* Our own files and libraries: the engine would keep their text for every function once more, and what compiling has left
   behind would lie in the snapshot. So the bytecode goes into the mailbox, the arena back, and the bytecode in again. */
static JSValue compacted(ScriptCore *core, JSValue code) {
    size_t length;
    uint8_t *bytes = JS_WriteObject(core->realm, &length, code, JS_WRITE_OBJ_BYTECODE | JS_WRITE_OBJ_STRIP_SOURCE);
    if (!bytes) return JS_EXCEPTION;
    memcpy(core->outbox.bytes, bytes, length); /* as large as the arena */
    mailbox_filled(&core->outbox, length);
    core_restore(core);
    JS_UpdateStackTop(core->runtime);
    return JS_ReadObject(core->realm, core->outbox.bytes, length, JS_READ_OBJ_BYTECODE);
}

static bool is_ours(const ScriptCoreRequest *request) { return strncmp(request->file, "ringback:", 9) == 0; }

static enum ScriptCoreStatus load(ScriptCore *core, const ScriptCoreRequest *request) {
    JSValue code = compiled(core, request);
    if (!JS_IsException(code) && !core->sealed && is_ours(request)) code = compacted(core, code);
    if (JS_IsException(code)) return failed(core, SCRIPT_CORE_SYNTAX);
    JSValue value = JS_EvalFunction(core->realm, code);
    if (JS_IsException(value)) return finish(core, value);
    JS_FreeValue(core->realm, value);
    return finish(core, JS_UNDEFINED);
}

/* Gives what a module exports to scripts: its default export, or all of it when it has none. */
static enum ScriptCoreStatus publish(ScriptCore *core, JSValue space, const char *name) {
    JSContext *realm = core->realm;
    JSValue value = JS_GetPropertyStr(realm, space, "default");
    if (JS_IsUndefined(value)) value = JS_DupValue(realm, space);
    JS_FreeValue(realm, space);
    if (JS_IsException(value)) return failed(core, SCRIPT_CORE_EXCEPTION);
    JSValue global = JS_GetGlobalObject(realm);
    int set = name[0] ? JS_SetPropertyStr(realm, global, name, value) : 0;
    if (!name[0]) JS_FreeValue(realm, value);
    JS_FreeValue(realm, global);
    return set < 0 ? failed(core, SCRIPT_CORE_EXCEPTION) : SCRIPT_CORE_DONE;
}

static enum ScriptCoreStatus import(ScriptCore *core, const ScriptCoreRequest *request) {
    core->isUnreadable = core->isMissing = false;
    JSValue promise = JS_LoadModule(core->realm, "", request->text);
    if (JS_IsException(promise)) return failed(core, SCRIPT_CORE_EXCEPTION);
    if (run_jobs(core) < 0 || throw_rejection(core))
        return failed(core, core->isUnreadable ? SCRIPT_CORE_SYNTAX : SCRIPT_CORE_EXCEPTION);
    JSValue space = settled(core, promise);
    return JS_IsException(space) ? failed(core, SCRIPT_CORE_EXCEPTION) : publish(core, space, request->file);
}

static enum ScriptCoreStatus check(ScriptCore *core, const ScriptCoreRequest *request) {
    JSValue code = compiled(core, request);
    if (JS_IsException(code)) return failed(core, SCRIPT_CORE_SYNTAX);
    JS_FreeValue(core->realm, code);
    return SCRIPT_CORE_DONE;
}

static enum ScriptCoreStatus names(ScriptCore *core, const ScriptCoreRequest *request) {
    JSValue code = compiled(core, request);
    if (JS_IsException(code)) return failed(core, SCRIPT_CORE_SYNTAX);
    int refused = write_names(core, code);
    JS_FreeValue(core->realm, code);
    return refused ? failed(core, SCRIPT_CORE_EXCEPTION) : SCRIPT_CORE_DONE;
}

/* The text is "(function…)", perhaps after an empty line. When the function is not all of it, the code has closed our brackets. */
static bool is_whole(ScriptCore *core, JSValue function, const ScriptCoreRequest *request) {
    size_t own = 0, length = request->length - (request->text[0] == '\n');
    const char *source = JS_IsFunction(core->realm, function) ? JS_ToCStringLen(core->realm, &own, function) : NULL;
    if (source) JS_FreeCString(core->realm, source);
    return own + 2 == length;
}

static enum ScriptCoreStatus compile(ScriptCore *core, const ScriptCoreRequest *request, uint32_t *block) {
    JSValue code = compiled(core, request);
    if (JS_IsException(code)) return failed(core, SCRIPT_CORE_SYNTAX);
    JSValue function = JS_EvalFunction(core->realm, code);
    if (!JS_IsException(function) && !is_whole(core, function, request))
        JS_ThrowSyntaxError(core->realm, "the code closes a bracket that it has not opened");
    if (JS_HasException(core->realm)) return failed(core, SCRIPT_CORE_SYNTAX);
    *block = core->blockCount;
    core->blocks[core->blockCount++] = function;
    return SCRIPT_CORE_DONE;
}

/* "a.b.c" from the global object; the object before the last dot becomes this. */
static JSValue named(ScriptCore *core, const char *path, JSValue *this) {
    JSValue value = JS_GetGlobalObject(core->realm);
    *this = JS_UNDEFINED;
    while (!JS_IsException(value)) {
        size_t length = strcspn(path, ".");
        JS_FreeValue(core->realm, *this);
        *this = value;
        JSAtom key = JS_NewAtomLen(core->realm, path, length);
        value = JS_GetProperty(core->realm, *this, key);
        JS_FreeAtom(core->realm, key);
        if (path[length] == 0) break;
        path += length + 1;
    }
    return value;
}

/* Calls with the arguments of the inbox. */
static enum ScriptCoreStatus invoke(ScriptCore *core, JSValue function, JSValue this) {
    JSValue arguments[16];
    const uint8_t *cursor = core->inbox.bytes + 1;
    uint32_t count;
    memcpy(&count, cursor, sizeof count);
    cursor += sizeof count;
    for (uint32_t index = 0; index < count; index++) arguments[index] = read_value(core, &cursor);
    mailbox_filled(&core->inbox, (size_t)(cursor - core->inbox.bytes));
    JSValue value = JS_Call(core->realm, function, this, (int)count, arguments);
    for (uint32_t index = 0; index < count; index++) JS_FreeValue(core->realm, arguments[index]);
    return finish(core, value);
}

/* The function of that name, or an exception. */
static JSValue found(ScriptCore *core, const char *path, JSValue *this) {
    JSValue function = named(core, path, this);
    if (JS_IsException(function) || JS_IsFunction(core->realm, function)) return function;
    JS_FreeValue(core->realm, function);
    return JS_ThrowTypeError(core->realm, "%s is not a function", path);
}

static enum ScriptCoreStatus call(ScriptCore *core, const ScriptCoreRequest *request) {
    JSValue this, function = found(core, request->text, &this);
    if (JS_IsException(function)) return failed(core, SCRIPT_CORE_EXCEPTION);
    enum ScriptCoreStatus status = invoke(core, function, this);
    JS_FreeValue(core->realm, function);
    JS_FreeValue(core->realm, this);
    return status;
}

static enum ScriptCoreStatus find(ScriptCore *core, const ScriptCoreRequest *request, uint32_t *block) {
    JSValue this, function = found(core, request->text, &this);
    JS_FreeValue(core->realm, this);
    if (JS_IsException(function)) return failed(core, SCRIPT_CORE_EXCEPTION);
    *block = core->blockCount;
    core->blocks[core->blockCount++] = function;
    return SCRIPT_CORE_DONE;
}

static enum ScriptCoreStatus perform(ScriptCore *core, const ScriptCoreRequest *request, uint32_t *block) {
    JS_UpdateStackTop(core->runtime);
    switch (request->operation) {
    case SCRIPT_CORE_LOAD: return load(core, request);
    case SCRIPT_CORE_CHECK: return check(core, request);
    case SCRIPT_CORE_MODULE:
    case SCRIPT_CORE_NAMES: return names(core, request);
    case SCRIPT_CORE_IMPORT: return import(core, request);
    case SCRIPT_CORE_COMPILE: return compile(core, request, block);
    case SCRIPT_CORE_CALL: return call(core, request);
    case SCRIPT_CORE_FIND: return find(core, request, block);
    case SCRIPT_CORE_INVOKE: return invoke(core, core->blocks[request->block], JS_UNDEFINED);
    case SCRIPT_CORE_RUN:
        return finish(core, JS_Call(core->realm, core->blocks[request->block], JS_UNDEFINED, 0, NULL));
    }
    return SCRIPT_CORE_DONE;
}

/* Before the seal: what loading has left behind goes, and a turn looks for garbage only when it has made a lot, since
   that writes all over the sealed state. */
void engine_tidy(ScriptCore *core) {
    JS_RunGC(core->runtime);
    size_t used = arena_used(core), room = (core->setup.memory - used) / 4;
    JS_SetGCThreshold(core->runtime, used + (room < GARBAGE ? room : GARBAGE));
}

void core_restore(ScriptCore *core) {
    arena_restore(core);
    core->blockCount = core->snapshotBlocks;
    core->rejectionCount = 0;
}

/* Looking at code runs nothing and has a time of its own. */
static bool is_look(const ScriptCoreRequest *request) {
    return request->operation == SCRIPT_CORE_CHECK || request->operation == SCRIPT_CORE_NAMES ||
           request->operation == SCRIPT_CORE_MODULE;
}

static bool runs_file(const ScriptCoreRequest *request) {
    return request->operation == SCRIPT_CORE_LOAD || request->operation == SCRIPT_CORE_IMPORT;
}

/* Before the seal only a script that runs is worth a copy to go back to; compiling does not run away. */
static bool prepare(ScriptCore *core, const ScriptCoreRequest *request) {
    core->outbox.length = 0;
    core->isLooking = is_look(request);
    if (!core->sealed || is_look(request)) core->remaining = core->setup.budget;
    if (!core->sealed && runs_file(request)) {
        if (!arena_save(core)) return false;
        core->snapshotBlocks = core->blockCount;
    }
    if (core->blockCount < core->blockCapacity) return true;
    uint32_t capacity = core->blockCapacity * 2 + 64;
    JSValue *blocks = realloc(core->blocks, capacity * sizeof *blocks);
    if (!blocks) return false;
    core->blocks = blocks;
    core->blockCapacity = capacity;
    return true;
}

static void recover(ScriptCore *core, const ScriptCoreRequest *request, enum ScriptCoreStatus status) {
    if (core->sealed || runs_file(request)) core_restore(core);
    else core->broken = true;
    if (core->sealed || core->broken) core->cut = status;
}

ScriptCoreResult engine_request(ScriptCore *core, const ScriptCoreRequest *request) {
    ScriptCoreResult result = {.status = SCRIPT_CORE_ALREADY_CUT, .cause = core->cut};
    if (core->cut != SCRIPT_CORE_DONE) return result;
    int64_t left = core->remaining;
    if (!prepare(core, request)) {
        result.status = SCRIPT_CORE_MEMORY;
        return result;
    }
    int status = sigsetjmp(core->landing, 0);
    if (status == 0) {
        limits_enter(core);
        result.status = perform(core, request, &result.block);
        limits_leave(core);
    } else {
        limits_leave(core);
        result.status = (enum ScriptCoreStatus)status;
        if (!core->placed) core->outbox.length = 0;
        recover(core, request, result.status);
    }
    if (is_look(request)) core->remaining = left;
    result.bytes = core->outbox.bytes;
    result.length = core->outbox.length;
    return result;
}
