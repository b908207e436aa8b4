/* What went wrong, in words: an array in the outbox of message, stack (none for a thrown value that is no error), and what a script would
   find as `message` of it: the member, or a thrown text itself; else empty. */
#include "core.h"
#include <stdio.h>
#include <string.h>

static const char UNREADABLE[] = "an error whose message cannot be read";

static void forget_exception(ScriptCore *core) { JS_FreeValue(core->realm, JS_GetException(core->realm)); }

/* The text that a value is; an empty one for any other value. */
static void write_text_of(ScriptCore *core, JSValue value) {
    size_t length = 0;
    const char *text = JS_IsString(value) ? JS_ToCStringLen(core->realm, &length, value) : NULL;
    if (JS_IsException(value)) forget_exception(core);
    if (write_text(core, text ? text : "", text ? length : 0)) write_text(core, "", 0);
    if (text) JS_FreeCString(core->realm, text);
}

static void write_member_text(ScriptCore *core, JSValue error, const char *name) {
    JSValue value = JS_GetPropertyStr(core->realm, error, name);
    write_text_of(core, value);
    JS_FreeValue(core->realm, value);
}

/* "TypeError: x is not a function" for an error, JSON for anything else that was thrown. */
static JSValue message(ScriptCore *core, JSValue thrown) {
    if (JS_IsError(thrown)) return JS_ToString(core->realm, thrown);
    JSValue json = JS_JSONStringify(core->realm, thrown, JS_UNDEFINED, JS_UNDEFINED);
    if (JS_IsString(json)) return json;
    if (JS_IsException(json)) forget_exception(core);
    return JS_ToString(core->realm, thrown);
}

static void write_message(ScriptCore *core, JSValue thrown) {
    JSValue value = message(core, thrown);
    size_t length = sizeof UNREADABLE - 1;
    const char *text = JS_IsException(value) ? NULL : JS_ToCStringLen(core->realm, &length, value);
    if (!text) forget_exception(core);
    if (write_text(core, text ? text : UNREADABLE, text ? length : sizeof UNREADABLE - 1)) {
        forget_exception(core);
        write_text(core, UNREADABLE, sizeof UNREADABLE - 1);
    }
    if (text) JS_FreeCString(core->realm, text);
    JS_FreeValue(core->realm, value);
}

static void write_error(ScriptCore *core, JSValue thrown) {
    core->outbox.length = 0;
    write_open(core, SCRIPT_TAG_ARRAY, 3);
    write_message(core, thrown);
    if (JS_IsError(thrown)) write_member_text(core, thrown, "stack");
    else write_value(core, JS_UNDEFINED, 0);
    if (JS_IsString(thrown)) write_text_of(core, thrown);
    else if (JS_IsObject(thrown)) write_member_text(core, thrown, "message");
    else write_text(core, "", 0);
}

void write_failure(ScriptCore *core) {
    JSValue thrown = JS_GetException(core->realm);
    write_error(core, thrown);
    JS_FreeValue(core->realm, thrown);
}

/* Where the script is at this moment: the stack of an error that is made and never thrown. */
bool write_place(ScriptCore *core) {
    JSValue error = JS_CallConstructor(core->realm, core->errorConstructor, 0, NULL);
    if (JS_IsException(error)) return false;
    write_error(core, error);
    return true;
}

void track_rejection(JSContext *realm, JSValueConst promise, JSValueConst reason, bool handled, void *opaque) {
    ScriptCore *core = opaque;
    void *identity = JS_VALUE_GET_PTR(promise);
    if (!handled) {
        if (core->rejectionCount == REJECTIONS) return;
        core->rejections[core->rejectionCount].promise = identity;
        core->rejections[core->rejectionCount].reason = JS_DupValue(realm, reason);
        core->rejectionCount += 1;
        return;
    }
    for (int index = 0; index < core->rejectionCount; index++) {
        if (core->rejections[index].promise != identity) continue;
        JS_FreeValue(realm, core->rejections[index].reason);
        core->rejections[index] = core->rejections[--core->rejectionCount];
        return;
    }
}

/* A promise that failed and that nobody looked at is an exception of the block, not silence. */
bool throw_rejection(ScriptCore *core) {
    if (core->rejectionCount == 0) return false;
    JS_Throw(core->realm, JS_DupValue(core->realm, core->rejections[0].reason));
    forget_rejections(core);
    return true;
}

void forget_rejections(ScriptCore *core) {
    while (core->rejectionCount > 0) JS_FreeValue(core->realm, core->rejections[--core->rejectionCount].reason);
}
