/* Values to and from their flat form. Getters and proxies of a script may run here, so this is inside the
   protected region: nothing is allocated but in the arena, and the mailboxes are pages that never move. */
#include "core.h"
#include <stdio.h>
#include <string.h>

static int refuse(ScriptCore *core, size_t more) {
    if (more <= core->outbox.capacity - core->outbox.length) return 0;
    JS_ThrowRangeError(
        core->realm, "the value is too large to leave the script: more than %zu bytes", core->outbox.capacity);
    return -1;
}

static int put(ScriptCore *core, const void *bytes, size_t length) {
    if (refuse(core, length)) return -1;
    memcpy(core->outbox.bytes + core->outbox.length, bytes, length);
    core->outbox.length += length;
    mailbox_filled(&core->outbox, core->outbox.length);
    return 0;
}

static int put_tag(ScriptCore *core, uint8_t tag) { return put(core, &tag, 1); }

/* Half of a surrogate pair is legal in a script and in no UTF-8: it becomes U+FFFD (also three bytes). */
static void mend_surrogates(uint8_t *bytes, size_t length) {
    for (size_t index = 0; index + 2 < length; index++)
        if (bytes[index] == 0xED && bytes[index + 1] >= 0xA0) memcpy(bytes + index, "\xEF\xBF\xBD", 3);
}

static int put_text(ScriptCore *core, const char *text, size_t length) {
    uint32_t count = (uint32_t)length;
    if (refuse(core, sizeof count + length) || put(core, &count, sizeof count) || put(core, text, length)) return -1;
    mend_surrogates(core->outbox.bytes + core->outbox.length - length, length);
    return 0;
}

int write_text(ScriptCore *core, const char *text, size_t length) {
    return put_tag(core, SCRIPT_TAG_STRING) || put_text(core, text, length) ? -1 : 0;
}

int write_open(ScriptCore *core, uint8_t tag, uint32_t count) {
    return put_tag(core, tag) || put(core, &count, sizeof count) ? -1 : 0;
}

static int write_string(ScriptCore *core, JSValue value) {
    size_t length;
    const char *text = JS_ToCStringLen(core->realm, &length, value);
    if (!text) return -1;
    int result = write_text(core, text, length);
    JS_FreeCString(core->realm, text);
    return result;
}

static int write_number(ScriptCore *core, uint8_t tag, JSValue value) {
    double number;
    if (JS_ToFloat64(core->realm, &number, value)) return -1;
    return put_tag(core, tag) || put(core, &number, sizeof number) ? -1 : 0;
}

int write_integer(ScriptCore *core, int integer) {
    double number = integer;
    return put_tag(core, SCRIPT_TAG_NUMBER) || put(core, &number, sizeof number) ? -1 : 0;
}

static int write_date(ScriptCore *core, JSValue value) {
    JSValue time = JS_Call(core->realm, core->getTime, value, 0, NULL);
    return JS_IsException(time) ? -1 : write_number(core, SCRIPT_TAG_DATE, time);
}

/* "a.b[3]": where in the value we are. */
static void describe_trail(ScriptCore *core, int depth, char *text, size_t capacity) {
    size_t length = 0;
    text[0] = 0;
    for (int level = 0; level < depth && length < capacity - 40; level++) {
        if (core->trail[level].key == JS_ATOM_NULL) {
            length += (size_t)snprintf(text + length, capacity - length, "[%u]", core->trail[level].index);
            continue;
        }
        const char *key = JS_AtomToCString(core->realm, core->trail[level].key);
        length += (size_t)snprintf(text + length, capacity - length, "%s%.30s", level ? "." : "", key ? key : "?");
        if (key) JS_FreeCString(core->realm, key);
    }
}

static int refuse_shape(ScriptCore *core, JSValue value, int depth) {
    char place[120];
    for (int level = 0; level < depth; level++) {
        if (JS_VALUE_GET_PTR(core->trail[level].object) != JS_VALUE_GET_PTR(value)) continue;
        describe_trail(core, depth, place, sizeof place);
        JS_ThrowTypeError(core->realm, "the value contains itself (at %s), so it cannot leave the script", place);
        return -1;
    }
    if (depth < SCRIPT_CORE_DEPTH) return 0;
    JS_ThrowTypeError(
        core->realm, "the value is nested deeper than %d levels, so it cannot leave the script", SCRIPT_CORE_DEPTH);
    return -1;
}

static int refuse_parts(ScriptCore *core) {
    JS_ThrowRangeError(
        core->realm, "the value has more than %d parts, so it cannot leave the script", SCRIPT_CORE_PARTS);
    return -1;
}

static int write_array(ScriptCore *core, JSValue value, int depth) {
    int64_t count;
    if (JS_GetLength(core->realm, value, &count)) return -1;
    if (count > SCRIPT_CORE_PARTS) return refuse_parts(core);
    if (refuse(core, (size_t)count) || write_open(core, SCRIPT_TAG_ARRAY, (uint32_t)count)) return -1;
    core->trail[depth].key = JS_ATOM_NULL;
    for (uint32_t index = 0; index < (uint32_t)count; index++) {
        core->trail[depth].index = index;
        JSValue element = JS_GetPropertyUint32(core->realm, value, index);
        int result = JS_IsException(element) ? -1 : write_value(core, element, depth + 1);
        JS_FreeValue(core->realm, element);
        if (result) return -1;
    }
    return 0;
}

/* Like JSON, functions and symbols are left out; unlike JSON, members that are undefined stay. */
static int write_member(ScriptCore *core, JSValue object, JSAtom key, int depth, uint32_t *written) {
    JSValue value = JS_GetProperty(core->realm, object, key);
    if (JS_IsException(value)) return -1;
    if (JS_IsFunction(core->realm, value) || JS_IsSymbol(value)) {
        JS_FreeValue(core->realm, value);
        return 0;
    }
    size_t length;
    const char *name = JS_AtomToCStringLen(core->realm, &length, key);
    core->trail[depth].key = key;
    int result = !name || put_text(core, name, length) || write_value(core, value, depth + 1) ? -1 : 0;
    if (name) JS_FreeCString(core->realm, name);
    JS_FreeValue(core->realm, value);
    *written += 1;
    return result;
}

static int write_object(ScriptCore *core, JSValue value, int depth) {
    JSPropertyEnum *keys;
    uint32_t count, written = 0;
    if (write_open(core, SCRIPT_TAG_OBJECT, 0)) return -1;
    size_t place = core->outbox.length - sizeof count;
    if (JS_GetOwnPropertyNames(core->realm, &keys, &count, value, JS_GPN_STRING_MASK | JS_GPN_ENUM_ONLY)) return -1;
    int result = 0;
    for (uint32_t index = 0; index < count && !result; index++)
        result = write_member(core, value, keys[index].atom, depth, &written);
    JS_FreePropertyEnum(core->realm, keys, count);
    memcpy(core->outbox.bytes + place, &written, sizeof written);
    return result;
}

/* A proxy of an array is an array, however deep. */
static bool is_array(ScriptCore *core, JSValue value) {
    if (!JS_IsProxy(value)) return JS_IsArray(value);
    JSValue target = JS_GetProxyTarget(core->realm, value);
    bool result = JS_IsObject(target) && is_array(core, target);
    JS_FreeValue(core->realm, target);
    return result;
}

static int write_reference(ScriptCore *core, JSValue value, int depth) {
    if (JS_IsFunction(core->realm, value)) return put_tag(core, SCRIPT_TAG_UNDEFINED);
    if (JS_IsDate(value)) return write_date(core, value);
    JSClassID class = JS_GetClassID(value);
    if (class == core->stringClass) return write_string(core, value);
    if (class == core->numberClass) return write_number(core, SCRIPT_TAG_NUMBER, value);
    if (refuse_shape(core, value, depth)) return -1;
    core->trail[depth].object = value;
    return is_array(core, value) ? write_array(core, value, depth) : write_object(core, value, depth);
}

int write_value(ScriptCore *core, JSValue value, int depth) {
    if (depth == 0) core->parts = 0;
    if (++core->parts > SCRIPT_CORE_PARTS) return refuse_parts(core);
    switch (JS_VALUE_GET_NORM_TAG(value)) {
    case JS_TAG_INT:
    case JS_TAG_FLOAT64: return write_number(core, SCRIPT_TAG_NUMBER, value);
    case JS_TAG_BOOL: return put_tag(core, JS_VALUE_GET_BOOL(value) ? SCRIPT_TAG_TRUE : SCRIPT_TAG_FALSE);
    case JS_TAG_NULL: return put_tag(core, SCRIPT_TAG_NULL);
    case JS_TAG_STRING:
    case JS_TAG_STRING_ROPE: return write_string(core, value);
    case JS_TAG_OBJECT: return write_reference(core, value, depth);
    case JS_TAG_BIG_INT:
    case JS_TAG_SHORT_BIG_INT:
        JS_ThrowTypeError(core->realm, "a BigInt cannot leave the script; use Number(…) or String(…) on it first");
        return -1;
    default: return put_tag(core, SCRIPT_TAG_UNDEFINED);
    }
}

static uint32_t take_count(const uint8_t **cursor) {
    uint32_t count;
    memcpy(&count, *cursor, sizeof count);
    *cursor += sizeof count;
    return count;
}

static double take_number(const uint8_t **cursor) {
    double number;
    memcpy(&number, *cursor, sizeof number);
    *cursor += sizeof number;
    return number;
}

static JSValue read_array(ScriptCore *core, const uint8_t **cursor) {
    JSValue array = JS_NewArray(core->realm);
    uint32_t count = take_count(cursor);
    for (uint32_t index = 0; index < count; index++)
        JS_DefinePropertyValueUint32(core->realm, array, index, read_value(core, cursor), JS_PROP_C_W_E);
    return array;
}

static JSValue read_object(ScriptCore *core, const uint8_t **cursor) {
    JSValue object = JS_NewObject(core->realm);
    for (uint32_t left = take_count(cursor); left > 0; left--) {
        uint32_t length = take_count(cursor);
        JSAtom key = JS_NewAtomLen(core->realm, (const char *)*cursor, length);
        *cursor += length;
        JS_DefinePropertyValue(core->realm, object, key, read_value(core, cursor), JS_PROP_C_W_E);
        JS_FreeAtom(core->realm, key);
    }
    return object;
}

/* What Swift has written is well formed; no script runs in here. */
JSValue read_value(ScriptCore *core, const uint8_t **cursor) {
    switch (*(*cursor)++) {
    case SCRIPT_TAG_NULL: return JS_NULL;
    case SCRIPT_TAG_FALSE: return JS_FALSE;
    case SCRIPT_TAG_TRUE: return JS_TRUE;
    case SCRIPT_TAG_NUMBER: return JS_NewNumber(core->realm, take_number(cursor));
    case SCRIPT_TAG_DATE: return JS_NewDate(core->realm, take_number(cursor));
    case SCRIPT_TAG_ARRAY: return read_array(core, cursor);
    case SCRIPT_TAG_OBJECT: return read_object(core, cursor);
    case SCRIPT_TAG_STRING: {
        uint32_t length = take_count(cursor);
        *cursor += length;
        return JS_NewStringLen(core->realm, (const char *)*cursor - length, length);
    }
    default: return JS_UNDEFINED;
    }
}
