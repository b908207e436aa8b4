/* The clock, the zone and the chance of a turn. The engine would ask the machine; a script sees its call's. */
#include "core.h"

static const int METHOD = JS_PROP_WRITABLE | JS_PROP_CONFIGURABLE;

/* The engine is compiled with this name instead of localtime_r, and reads nothing but tm_gmtoff. */
struct tm *ringback_localtime_r(const time_t *instant, struct tm *parts) {
    ScriptCore *core = coreOfThread;
    memset(parts, 0, sizeof *parts);
    if (!core || !core->inScript) return parts;
    int64_t since = host_enter(core);
    int32_t offset = core->setup.zone(core->setup.context, *instant);
    host_leave(core, since, true);
    parts->tm_gmtoff = offset;
    return parts;
}

static JSValue now(JSContext *realm, JSValueConst this, int count, JSValueConst *arguments) {
    return JS_NewNumber(realm, coreOfThread->now);
}

/* Date: as the engine's own, but "now" is the turn's. Subclasses come with their own target. */
static JSValue date(JSContext *realm, JSValueConst target, int count, JSValueConst *arguments) {
    ScriptCore *core = coreOfThread;
    JSValue moment = JS_NewNumber(realm, core->now);
    if (JS_IsUndefined(target)) {
        JSValue made = JS_CallConstructor(realm, core->dateConstructor, 1, &moment);
        JSValue text = JS_IsException(made) ? JS_EXCEPTION : JS_ToString(realm, made);
        JS_FreeValue(realm, made);
        return text;
    }
    if (count == 0) return JS_CallConstructor2(realm, core->dateConstructor, target, 1, &moment);
    return JS_CallConstructor2(realm, core->dateConstructor, target, count, arguments);
}

static JSValue chance(JSContext *realm, JSValueConst this, int count, JSValueConst *arguments) {
    uint64_t mixed = coreOfThread->chance += 0x9E3779B97F4A7C15u; /* SplitMix64 */
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return JS_NewFloat64(realm, (double)((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53);
}

void install_clock(ScriptCore *core, JSValue global) {
    JSContext *realm = core->realm;
    core->dateConstructor = JS_GetPropertyStr(realm, global, "Date");
    JSValue prototype = JS_GetPropertyStr(realm, core->dateConstructor, "prototype");
    core->getTime = JS_GetPropertyStr(realm, prototype, "getTime");
    JSValue ours = JS_NewCFunction2(realm, date, "Date", 7, JS_CFUNC_constructor_or_func, 0);
    JS_SetConstructor(realm, ours, prototype);
    const char *kept[] = {"UTC", "parse"};
    for (int index = 0; index < 2; index++) {
        JSValue function = JS_GetPropertyStr(realm, core->dateConstructor, kept[index]);
        JS_DefinePropertyValueStr(realm, ours, kept[index], function, METHOD);
    }
    JS_DefinePropertyValueStr(realm, ours, "now", JS_NewCFunction(realm, now, "now", 0), METHOD);
    JS_DefinePropertyValueStr(realm, global, "Date", ours, METHOD);
    JS_FreeValue(realm, prototype);

    JSValue math = JS_GetPropertyStr(realm, global, "Math");
    JS_DefinePropertyValueStr(realm, math, "random", JS_NewCFunction(realm, chance, "random", 0), METHOD);
    JS_FreeValue(realm, math);
}
