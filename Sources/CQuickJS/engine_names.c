/* Compiled with the engine by .ci/deps, as one unit: the scopes of a piece of JavaScript are resolved by the engine alone, and
   what it could not resolve stands in its bytecode as operations on global names. All numbers here are the engine's own, so
   there is no second table of operations that could disagree with it. */
#include "quickjs.c"
#include "engine_names.h"

/* Walks the table that says which line and column an operation comes from. */
typedef struct {
    const uint8_t *next, *end;
    int pc, line, column;
    int newPc, newLine, newColumn;
} PlaceReader;

/* One entry of the table: see compute_pc2line_info. */
static bool read_entry(PlaceReader *reader) {
    uint32_t distance = 0;
    int32_t lines = 0, columns = 0;
    int length;
    if (reader->next >= reader->end) return false;
    unsigned operation = *reader->next++;
    if (operation == 0) {
        if ((length = get_leb128(&distance, reader->next, reader->end)) < 0) return false;
        reader->next += length;
        if ((length = get_sleb128(&lines, reader->next, reader->end)) < 0) return false;
        reader->next += length;
    } else {
        distance = (operation - PC2LINE_OP_FIRST) / PC2LINE_RANGE;
        lines = (int)(operation - PC2LINE_OP_FIRST) % PC2LINE_RANGE + PC2LINE_BASE;
    }
    if ((length = get_sleb128(&columns, reader->next, reader->end)) < 0) return false;
    reader->next += length;
    reader->newPc += (int)distance;
    reader->newLine += lines;
    reader->newColumn += columns;
    return true;
}

static void open_places(PlaceReader *reader, const JSFunctionBytecode *code) {
    reader->next = code->pc2line_buf;
    reader->end = code->pc2line_buf ? code->pc2line_buf + code->pc2line_len : NULL;
    reader->pc = reader->newPc = 0;
    reader->line = reader->newLine = code->line_num;
    reader->column = reader->newColumn = code->col_num;
    if (!read_entry(reader)) reader->newPc = INT_MAX;
}

static void go_to(PlaceReader *reader, int pc) {
    while (reader->newPc <= pc) {
        reader->line = reader->newLine;
        reader->column = reader->newColumn;
        if (!read_entry(reader)) reader->newPc = INT_MAX;
    }
}

static int use_of(int operation) {
    switch (operation) {
    case OP_get_var: return RINGBACK_NAME_READ;
    case OP_get_var_undef: return RINGBACK_NAME_TYPEOF;
    case OP_put_var:
    case OP_make_var_ref: return RINGBACK_NAME_WRITTEN;
    case OP_delete_var: return RINGBACK_NAME_DELETED;
    case OP_define_var:
    case OP_define_func: return RINGBACK_NAME_DECLARED;
    default: return -1;
    }
}

static bool is_with(int operation) { return operation >= OP_with_get_var && operation <= OP_with_get_ref_undef; }

static bool names_of(JSContext *realm, const JSFunctionBytecode *code, RingbackNameSink *sink, void *context) {
    PlaceReader places;
    JSAtom maybeOfWith = JS_ATOM_NULL;
    open_places(&places, code);
    for (int pc = 0; pc < code->byte_code_len;) {
        const uint8_t *bytes = code->byte_code_buf + pc;
        int use = use_of(*bytes);
        if (is_with(*bytes)) maybeOfWith = get_u32(bytes + 1);
        if (use >= 0 && get_u32(bytes + 1) != maybeOfWith) {
            go_to(&places, pc);
            if (!sink(context, realm, get_u32(bytes + 1), (enum RingbackNameUse)use, places.line, places.column)) return false;
        }
        pc += short_opcode_info(*bytes).size;
    }
    /* The parser, whose frames are larger, has been as deep as this will be. */
    for (int index = 0; index < code->cpool_count; index++) {
        JSValue constant = code->cpool[index];
        if (JS_VALUE_GET_TAG(constant) == JS_TAG_FUNCTION_BYTECODE &&
            !names_of(realm, JS_VALUE_GET_PTR(constant), sink, context)) return false;
    }
    return true;
}

void ringback_names(JSContext *realm, JSValueConst code, RingbackNameSink *sink, void *context) {
    if (JS_VALUE_GET_TAG(code) == JS_TAG_MODULE) code = ((JSModuleDef *)JS_VALUE_GET_PTR(code))->func_obj;
    if (JS_VALUE_GET_TAG(code) == JS_TAG_FUNCTION_BYTECODE) names_of(realm, JS_VALUE_GET_PTR(code), sink, context);
}
