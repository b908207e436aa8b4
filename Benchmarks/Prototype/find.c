/* Hearing a phrase and trying the rules that it can be. */
#include "index.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* Of the word that begins here, behind whose end a blank stands; 17 for a longer one. */
static unsigned length_of_word(const char *text) {
#if defined(__SSE2__)
    __m128i bytes = _mm_loadu_si128((const __m128i *)text);
    unsigned blanks = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')));
    if (blanks) return (unsigned)__builtin_ctz(blanks);
#else
    for (unsigned length = 0; length < 16; length += 1) if (text[length] == ' ') return length;
#endif
    return text[16] == ' ' ? 16 : 17;
}

static inline void hear(struct index_prototype *index, int32_t symbol, unsigned place, int *count, uint64_t *bits) {
    if (!index->places[symbol]) {
        index->heard[*count] = symbol;
        *count += 1;
        *bits |= symbol_bit(symbol);
    }
    index->places[symbol] |= (uint64_t)1 << place;
}

static inline void hear_word(
    struct index_prototype *index, const char *word, unsigned length, unsigned place, int *count, uint64_t *bits) {
    struct key key = key_of(word, length > 16 ? 16 : length);
    int32_t number = length > 16 ? -1 : key_find(&index->words, key);
    if (number >= 0) {
        for (int32_t at = index->passed_first[number]; at < index->passed_first[number + 1]; at += 1) {
            hear(index, index->passed[at], place, count, bits);
        }
        return;
    }
    uint32_t bit = stem_filter_bit(key);
    if (!(index->stem_filter[bit >> 6] >> (bit & 63) & 1)) return;
    EACH_STEM(index, key, length > 16 ? 16 : length, symbol, hear(index, symbol, place, count, bits);)
}

/* Every place from the first of a set on. */
static inline uint64_t star(uint64_t at) { return at | -at; }

static uint64_t run(const uint64_t *places, const int32_t *code, const int32_t *end, uint64_t at);

/* All orders of a set's members, by the sets of those that have had their turn. */
static uint64_t run_set(const uint64_t *places, const int32_t *code, uint64_t at, const int32_t **behind) {
    int32_t gap = code[0], count = code[1];
    const int32_t *bodies[MOST_MEMBERS];
    code += 2;
    for (int32_t member = 0; member < count; member += 1) {
        bodies[member] = code;
        code += 1 + *code;
    }
    *behind = code;
    uint64_t reached[1 << MOST_MEMBERS];
    memset(reached, 0, sizeof *reached << count);
    reached[0] = at;
    for (unsigned turns = 0; turns + 1 < 1u << count; turns += 1) {
        uint64_t here = turns && gap ? star(reached[turns]) : reached[turns];
        for (int32_t member = 0; here && member < count; member += 1) {
            if (turns >> member & 1) continue;
            const int32_t *body = bodies[member];
            reached[turns | 1u << member] |= run(places, body + 1, body + 1 + *body, here);
        }
    }
    return reached[(1 << count) - 1];
}

/* The places at which a piece of code can end when it begins at these. */
static uint64_t run(const uint64_t *places, const int32_t *code, const int32_t *end, uint64_t at) {
    while (code < end && at) {
        switch (*code++) {
        case OP_SYMBOL:
            at = (at & places[*code++]) << 1;
            break;
        case OP_ANY: {
            uint64_t any = 0;
            for (int32_t count = *code++; count > 0; count -= 1) any |= places[*code++];
            at = (at & any) << 1;
            break;
        }
        case OP_STAR:
            at = star(at);
            break;
        case OP_OPTIONAL:
            at |= run(places, code + 1, code + 1 + *code, at);
            code += 1 + *code;
            break;
        case OP_CHOICE: {
            uint64_t all = 0;
            for (int32_t count = *code++; count > 0; count -= 1) {
                all |= run(places, code + 1, code + 1 + *code, at);
                code += 1 + *code;
            }
            at = all;
            break;
        }
        case OP_SET:
            at = run_set(places, code, at, &code);
            break;
        }
    }
    return at;
}

static inline void try_rule(
    struct index_prototype *index, int32_t rule, unsigned words, int32_t *found, int room, int *count) {
    if (index->tried[rule] == index->phrase) return;
    index->tried[rule] = index->phrase;
    struct code_range range = index->rules[rule];
    uint64_t at = run(index->places, index->code + range.first, index->code + range.end, 1);
    if (!(at >> words & 1)) return;
    if (*count < room) found[*count] = rule;
    *count += 1;
}

int index_prototype_find(
    struct index_prototype *index, const char *text, size_t length, int32_t *found, int room) {
    if (length > MOST_BYTES) return -1;
    memcpy(index->text, text, length);
    index->text[length] = ' ';
    unsigned words = 0;
    int heard = 0, count = 0;
    uint64_t bits = 0;
    for (size_t start = 0; start < length;) {
        unsigned size = length_of_word(index->text + start);
        if (size > 16) while (index->text[start + size] != ' ') size += 1;
        if (words == MOST_WORDS) {
            words += 1;
            break;
        }
        hear_word(index, index->text + start, size, words, &heard, &bits);
        words += 1;
        start += size + 1;
    }
    index->phrase += 1;
    if (words <= MOST_WORDS) {
        for (int32_t at = 0; at < index->always_count; at += 1) {
            try_rule(index, index->always[at], words, found, room, &count);
        }
        for (int at = 0; at < heard; at += 1) {
            int32_t symbol = index->heard[at];
            const struct posting *end = index->postings + index->posting_first[symbol + 1];
            for (const struct posting *posting = index->postings + index->posting_first[symbol]; posting < end; posting += 1) {
                if ((posting->second & bits) && (posting->third & bits)) {
                    try_rule(index, posting->rule, words, found, room, &count);
                }
            }
        }
    }
    for (int at = 0; at < heard; at += 1) index->places[index->heard[at]] = 0;
    return words <= MOST_WORDS ? count : -1;
}
