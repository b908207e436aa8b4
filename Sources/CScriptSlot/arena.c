/* All memory of an engine: one mapping with a two-level segregated free list (constant time, neighbours merge).
   Every word of the allocator's own state lies in the arena too, so that a copy of it is a copy of everything.
   It never answers NULL: when it is full, it cuts. */
#define _GNU_SOURCE
#include "core.h"
#include <string.h>
#include <sys/mman.h>

enum { GRAIN = 16, ROWS = 36, COLUMNS = 16, SMALL = GRAIN * COLUMNS, ALLOCATIONS_PER_CHECK = 32 };

typedef struct Block {
    struct Block *before; /* the neighbour at lower addresses */
    size_t size;          /* of the payload; lowest bit: free */
    struct Block *next, *previous; /* in its free list; payload while in use */
} Block;

enum { HEADER = offsetof(Block, next) };

struct Arena {
    ScriptCore *core;
    char *top, *limit, *high;
    Block *last; /* the block that ends at top */
    uint64_t rows;
    uint32_t columns[ROWS];
    Block *lists[ROWS][COLUMNS];
    uint32_t untilCheck;
    size_t used, most, allocated; /* bytes in use, the most since the seal, all that were asked for since */
};

static inline size_t payload(const Block *block) { return block->size & ~(size_t)1; }
static inline bool is_free(const Block *block) { return block->size & 1; }
static inline char *end(Block *block) { return (char *)block + HEADER + payload(block); }

static inline void place(size_t size, int *row, int *column) {
    if (size < SMALL) {
        *row = 0;
        *column = (int)(size / GRAIN);
        return;
    }
    int bit = 63 - __builtin_clzll(size);
    *row = bit - 7;
    *column = (int)(size >> (bit - 4)) & (COLUMNS - 1);
}

static void unlist(Arena *arena, Block *block) {
    int row, column;
    place(payload(block), &row, &column);
    if (block->previous) block->previous->next = block->next;
    else arena->lists[row][column] = block->next;
    if (block->next) block->next->previous = block->previous;
    if (!arena->lists[row][column] && !(arena->columns[row] &= ~(1u << column))) arena->rows &= ~(1ull << row);
    block->size = payload(block);
}

static void list(Arena *arena, Block *block) {
    int row, column;
    place(block->size, &row, &column);
    block->previous = NULL;
    block->next = arena->lists[row][column];
    if (block->next) block->next->previous = block;
    arena->lists[row][column] = block;
    arena->columns[row] |= 1u << column;
    arena->rows |= 1ull << row;
    block->size |= 1;
}

/* A free block of at least this size, or NULL. Rounded up, so that the first of a list always fits. */
static Block *find(Arena *arena, size_t size) {
    int row, column;
    if (size >= SMALL) size += ((size_t)1 << (63 - __builtin_clzll(size) - 4)) - 1;
    place(size, &row, &column);
    uint32_t columns = arena->columns[row] & (~0u << column);
    if (!columns) {
        uint64_t rows = arena->rows & (~0ull << (row + 1));
        if (!rows) return NULL;
        row = __builtin_ctzll(rows);
        columns = arena->columns[row];
    }
    return arena->lists[row][__builtin_ctz(columns)];
}

static inline void set_neighbour(Arena *arena, Block *block) {
    if (end(block) < arena->top) ((Block *)end(block))->before = block;
    else arena->last = block;
}

static void release(Arena *arena, Block *block) {
    if (end(block) < arena->top && is_free((Block *)end(block))) {
        Block *after = (Block *)end(block);
        unlist(arena, after);
        block->size += HEADER + after->size;
    }
    if (block->before && is_free(block->before)) {
        Block *before = block->before;
        unlist(arena, before);
        before->size += HEADER + block->size;
        block = before;
    }
    if (end(block) == arena->top) {
        arena->top = (char *)block;
        arena->last = block->before;
        return;
    }
    set_neighbour(arena, block);
    list(arena, block);
}

static void trim(Arena *arena, Block *block, size_t size) {
    if (block->size < size + HEADER + 2 * GRAIN) return;
    Block *rest = (Block *)((char *)block + HEADER + size);
    rest->before = block;
    rest->size = block->size - size - HEADER;
    block->size = size;
    set_neighbour(arena, rest);
    release(arena, rest);
}

static inline void raise_top(Arena *arena, char *top) {
    if (top > arena->limit || top < arena->top) cut(arena->core, SCRIPT_CORE_MEMORY, SCRIPT_LAYER_ALLOCATOR);
    arena->top = top;
    if (top > arena->high) arena->high = top;
}

static inline size_t rounded(Arena *arena, size_t size) {
    if (size > (size_t)(arena->limit - (char *)arena)) cut(arena->core, SCRIPT_CORE_MEMORY, SCRIPT_LAYER_ALLOCATOR);
    return size ? (size + GRAIN - 1) & ~(size_t)(GRAIN - 1) : GRAIN;
}

static inline void count_bytes(Arena *arena, size_t bytes) {
    arena->allocated += bytes;
    arena->used += bytes;
    if (arena->used > arena->most) arena->most = arena->used;
}

static void *arena_malloc(void *opaque, size_t size) {
    Arena *arena = opaque;
    if (--arena->untilCheck == 0) {
        arena->untilCheck = ALLOCATIONS_PER_CHECK;
        limits_check_allocation(arena->core);
    }
    size = rounded(arena, size);
    Block *block = find(arena, size);
    if (block) {
        unlist(arena, block);
        trim(arena, block, size);
    } else {
        block = (Block *)arena->top;
        raise_top(arena, arena->top + HEADER + size);
        block->before = arena->last;
        block->size = size;
        arena->last = block;
    }
    count_bytes(arena, block->size);
    return (char *)block + HEADER;
}

static void arena_free(void *opaque, void *pointer) {
    if (!pointer) return;
    Arena *arena = opaque;
    Block *block = (Block *)((char *)pointer - HEADER);
    arena->used -= block->size;
    release(arena, block);
}

static void *arena_realloc(void *opaque, void *pointer, size_t size) {
    if (!pointer) return arena_malloc(opaque, size);
    Arena *arena = opaque;
    Block *block = (Block *)((char *)pointer - HEADER);
    size_t wanted = rounded(arena, size), before = block->size;
    if (wanted > block->size && end(block) == arena->top) {
        raise_top(arena, (char *)pointer + wanted);
        block->size = wanted;
    } else if (wanted > block->size) {
        Block *after = (Block *)end(block);
        if (!is_free(after) || block->size + HEADER + payload(after) < wanted) {
            void *moved = arena_malloc(arena, size);
            memcpy(moved, pointer, block->size);
            arena->used -= before;
            release(arena, block);
            return moved;
        }
        unlist(arena, after);
        block->size += HEADER + after->size;
        set_neighbour(arena, block);
    }
    trim(arena, block, wanted);
    if (block->size > before) count_bytes(arena, block->size - before);
    else arena->used -= before - block->size;
    return pointer;
}

static void *arena_calloc(void *opaque, size_t count, size_t size) {
    return memset(arena_malloc(opaque, count * size), 0, count * size);
}

static size_t arena_usable(const void *pointer) {
    return pointer ? ((const Block *)((const char *)pointer - HEADER))->size : 0;
}

const JSMallocFunctions arenaFunctions = {arena_calloc, arena_malloc, arena_free, arena_realloc, arena_usable};

void *map_pages(size_t length) {
    void *pages = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return pages == MAP_FAILED ? NULL : pages;
}

bool arena_map(ScriptCore *core) {
    core->mapped = (core->setup.memory + 4095) & ~(size_t)4095;
    if (core->mapped < sizeof(Arena) + SMALL || !(core->arena = map_pages(core->mapped))) return false;
    Arena *arena = core->arena;
    arena->core = core;
    arena->top = arena->high = (char *)arena + ((sizeof(Arena) + GRAIN - 1) & ~(size_t)(GRAIN - 1));
    arena->limit = (char *)arena + core->mapped;
    arena->untilCheck = ALLOCATIONS_PER_CHECK;
    return true;
}

void arena_unmap(ScriptCore *core) {
    pages_forget(core);
    if (core->arena) munmap(core->arena, core->mapped);
    if (core->snapshot) munmap(core->snapshot, core->snapshotMapped);
}

/* Free blocks amid what is kept stay empty for ever: a turn that filled them would write pages that must be copied back. */
static void forget_holes(Arena *arena) {
    while (arena->rows) {
        int row = __builtin_ctzll(arena->rows);
        unlist(arena, arena->lists[row][__builtin_ctz(arena->columns[row])]);
    }
}

bool arena_save(ScriptCore *core) {
    forget_holes(core->arena);
    size_t used = (size_t)(core->arena->top - (char *)core->arena);
    if (used > core->snapshotMapped) {
        if (core->snapshot) munmap(core->snapshot, core->snapshotMapped);
        core->snapshotMapped = (used + used / 4 + 4095) & ~(size_t)4095;
        core->snapshot = map_pages(core->snapshotMapped);
        if (!core->snapshot) {
            core->snapshotMapped = 0;
            return false;
        }
    }
    core->arena->high = core->arena->top;
    core->arena->most = core->sealedBytes = core->arena->used;
    core->arena->allocated = 0;
    memcpy(core->snapshot, core->arena, core->snapshotLength = used);
    return true;
}

size_t arena_used(const ScriptCore *core) { return core->arena->used; }

/* What the turn has taken so far; a cut goes back in between, so what was before it is carried. */
void arena_usage(const ScriptCore *core, size_t *allocated, size_t *most) {
    size_t above = core->arena->most - core->sealedBytes;
    *allocated = core->allocatedBefore + core->arena->allocated;
    *most = above > core->mostBefore ? above : core->mostBefore;
}

/* Copies are measured faster than copy-on-write pages. A turn that grew a lot gives its pages back. */
void arena_restore(ScriptCore *core) {
    char *keep = (char *)core->arena + core->snapshotLength, *high = core->arena->high;
    arena_usage(core, &core->allocatedBefore, &core->mostBefore);
    pages_restore(core);
    if (high - keep >= 1 << 20) give_back(keep, high);
}

/* The whole pages between the two; they are zero when they are used again. */
void give_back(char *from, char *to) {
    char *page = (char *)(((uintptr_t)from + 4095) & ~(uintptr_t)4095);
    if (page < to) madvise(page, (size_t)(to - page), MADV_DONTNEED);
}

bool arena_is_restored(const ScriptCore *core) {
    return memcmp(core->arena, core->snapshot, core->snapshotLength) == 0;
}
