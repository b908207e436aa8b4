/* What the two halves of the prototype share: `build.c` makes it from rules, `find.c` asks it. */
#pragma once

#include "include/index_prototype.h"

#include <string.h>

/* A word of at most 16 bytes, zeros behind it. */
struct key {
    uint64_t low, high;
};

struct key_slot {
    struct key key;
    int32_t number; /* -1 when free */
};

/* Numbers of words, by open addressing. */
struct key_table {
    struct key_slot *slots;
    unsigned shift; /* 64 less the bits of a slot's number */
    int32_t count;
};

/* A rule to be tried when a symbol is heard, with the symbols of two further clauses folded to 64 bits each. */
struct posting {
    uint64_t second, third;
    int32_t rule;
};

/* Where a rule's code begins and ends. */
struct code_range {
    int32_t first, end;
};

/* OP_SYMBOL s | OP_ANY n s… | OP_STAR | OP_OPTIONAL size body | OP_CHOICE n (size body)… | OP_SET gap n (size body)… */
enum op { OP_SYMBOL, OP_ANY, OP_STAR, OP_OPTIONAL, OP_CHOICE, OP_SET };

enum { MOST_WORDS = 63, MOST_BYTES = 4096, MOST_MEMBERS = 8, LONGEST_WORD = 16 };

/* A symbol is a question about one word: equal to a word, begins with a stem, is a form of a lemma. */
struct index_prototype {
    struct key_table words, stems;
    /* The symbols that each known word passes, and the symbol of each stem. */
    int32_t *passed, *passed_first, *stem_symbols;
    uint32_t stem_lengths;          /* a bit for each length of a stem */
    uint64_t stem_filter[1 << 10];  /* by the first four bytes; unused when there are shorter stems */
    int32_t symbol_count;
    struct posting *postings;
    int32_t *posting_first;
    int32_t *always, always_count;
    int32_t *code;
    struct code_range *rules;
    size_t rule_count;
    /* Of the present phrase: the places of each symbol, the symbols heard, and which rules were tried in it. */
    uint64_t *places;
    int32_t *heard;
    uint32_t *tried, phrase;
    char text[MOST_BYTES + 2 * LONGEST_WORD];
};

static inline uint64_t key_hash(struct key key) {
    uint64_t hash = (key.low ^ (key.high * 0x9E3779B97F4A7C15u)) * 0xD6E8FEB86659FD93u;
    return (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15u;
}

/* The number of a word, -1 for an unknown one. */
static inline int32_t key_find(const struct key_table *table, struct key key) {
    uint64_t mask = ~(uint64_t)0 >> table->shift;
    uint64_t slot = key_hash(key) >> table->shift;
    while (table->slots[slot].number >= 0) {
        const struct key_slot *found = &table->slots[slot];
        if (found->key.low == key.low && found->key.high == key.high) return found->number;
        slot = (slot + 1) & mask;
    }
    return -1;
}

/* The first bytes of 16 that are readable. */
static inline struct key key_of(const char *text, unsigned length) {
    struct key key;
    memcpy(&key.low, text, 8);
    memcpy(&key.high, text + 8, 8);
    uint64_t all = ~(uint64_t)0;
    if (length <= 8) {
        key.low &= length == 0 ? 0 : all >> (64 - 8 * length);
        key.high = 0;
    } else if (length < 16) {
        key.high &= all >> (128 - 8 * length);
    }
    return key;
}

static inline uint32_t stem_filter_bit(struct key key) {
    return ((uint32_t)key.low * 0x9E3779B1u) >> 16;
}

static inline uint64_t symbol_bit(int32_t symbol) {
    return (uint64_t)1 << (((uint32_t)symbol * 0x9E3779B1u) >> 26);
}

/* Calls for every stem that a word begins with. */
#define EACH_STEM(index, word, length, symbol, body)                                                  \
    for (uint32_t lengths_ = (index)->stem_lengths & ((2u << (length)) - 1); lengths_; lengths_ &= lengths_ - 1) { \
        unsigned size_ = (unsigned)__builtin_ctz(lengths_);                                           \
        int32_t stem_ = key_find(&(index)->stems, key_of((const char *)&(word), size_));              \
        if (stem_ < 0) continue;                                                                      \
        int32_t symbol = (index)->stem_symbols[stem_];                                                \
        body                                                                                          \
    }
