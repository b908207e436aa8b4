/* Making the index from rules in prefix form. */
#include "index.h"

#include <stdbool.h>
#include <stdlib.h>

struct numbers {
    int32_t *items, count, room;
};

static void add(struct numbers *list, int32_t item) {
    if (list->count == list->room) {
        list->room = list->room ? list->room * 2 : 8;
        list->items = realloc(list->items, sizeof *list->items * (size_t)list->room);
    }
    list->items[list->count++] = item;
}

/* Numbers that belong to symbols or words, in pairs, to be put in order of the first. */
static int32_t *grouped(const struct numbers *pairs, int32_t groups, int32_t **firsts) {
    int32_t *first = calloc((size_t)groups + 2, sizeof *first), *items = calloc((size_t)pairs->count / 2 + 1, sizeof *items);
    for (int32_t at = 0; at < pairs->count; at += 2) first[pairs->items[at] + 2] += 1;
    for (int32_t group = 0; group < groups; group += 1) first[group + 2] += first[group + 1];
    for (int32_t at = 0; at < pairs->count; at += 2) items[first[pairs->items[at] + 1]++] = pairs->items[at + 1];
    *firsts = first;
    return items;
}

static void key_table_make(struct key_table *table, unsigned bits) {
    table->shift = 64 - bits;
    table->slots = malloc(sizeof *table->slots << bits);
    for (size_t slot = 0; slot < (size_t)1 << bits; slot += 1) table->slots[slot].number = -1;
    table->count = 0;
}

static void key_insert(struct key_table *table, struct key key, int32_t number) {
    uint64_t mask = ~(uint64_t)0 >> table->shift, slot = key_hash(key) >> table->shift;
    while (table->slots[slot].number >= 0) slot = (slot + 1) & mask;
    table->slots[slot] = (struct key_slot){key, number};
}

/* The number of a word, a new one if it is not known yet. */
static int32_t key_number(struct key_table *table, struct key key) {
    int32_t known = key_find(table, key);
    if (known >= 0) return known;
    unsigned bits = 64 - table->shift;
    if ((uint64_t)table->count * 2 >= (uint64_t)1 << bits) {
        struct key_table larger;
        key_table_make(&larger, bits + 1);
        for (size_t slot = 0; slot < (size_t)1 << bits; slot += 1) {
            if (table->slots[slot].number >= 0) key_insert(&larger, table->slots[slot].key, table->slots[slot].number);
        }
        larger.count = table->count;
        free(table->slots);
        *table = larger;
    }
    key_insert(table, key, table->count);
    return table->count++;
}

/* A rule being read. Symbols of words have numbers from 0, of lemmas and stems beyond, in the order in which they come. */
struct builder {
    struct index_prototype *index;
    struct key_table lemmas;
    struct numbers word_symbols, lemma_symbols, stem_symbols;
    struct numbers stem_sizes;
    struct key *word_keys;
    int32_t word_room;
    struct numbers passages; /* word, symbol */
    struct numbers uses;     /* by symbol */
    struct numbers code;
    const char *text;
    bool is_malformed;
};

static int32_t new_symbol(struct builder *builder) {
    add(&builder->uses, 0);
    return builder->index->symbol_count++;
}

static int32_t word_number(struct builder *builder, struct key key) {
    int32_t before = builder->index->words.count, number = key_number(&builder->index->words, key);
    if (number == before) {
        if (number == builder->word_room) {
            builder->word_room = builder->word_room ? builder->word_room * 2 : 1024;
            builder->word_keys = realloc(builder->word_keys, sizeof *builder->word_keys * (size_t)builder->word_room);
        }
        builder->word_keys[number] = key;
        add(&builder->word_symbols, -1);
    }
    return number;
}

static int32_t word_symbol(struct builder *builder, struct key key) {
    int32_t number = word_number(builder, key);
    if (builder->word_symbols.items[number] < 0) {
        builder->word_symbols.items[number] = new_symbol(builder);
        add(&builder->passages, number);
        add(&builder->passages, builder->word_symbols.items[number]);
    }
    return builder->word_symbols.items[number];
}

static int32_t lemma_symbol(struct builder *builder, const char *word, unsigned length) {
    int32_t before = builder->lemmas.count, number = key_number(&builder->lemmas, key_of(word, length));
    if (number < before) return builder->lemma_symbols.items[number];
    int32_t symbol = new_symbol(builder);
    add(&builder->lemma_symbols, symbol);
    static const char *const ends[] = {"", "s", "ed", "ing"};
    for (int end = 0; end < 4; end += 1) {
        char form[2 * LONGEST_WORD] = {0};
        unsigned size = length + (unsigned)strlen(ends[end]);
        memcpy(form, word, length);
        memcpy(form + length, ends[end], strlen(ends[end]));
        if (size > LONGEST_WORD) builder->is_malformed = true;
        add(&builder->passages, word_number(builder, key_of(form, size)));
        add(&builder->passages, symbol);
    }
    return symbol;
}

static int32_t stem_symbol(struct builder *builder, struct key key, unsigned length) {
    struct index_prototype *index = builder->index;
    int32_t before = index->stems.count, number = key_number(&index->stems, key);
    if (number == before) {
        add(&builder->stem_symbols, new_symbol(builder));
        index->stem_lengths |= 1u << length;
        uint32_t bit = stem_filter_bit(key);
        index->stem_filter[bit >> 6] |= (uint64_t)1 << (bit & 63);
    }
    return builder->stem_symbols.items[number];
}

/* Clauses: sets of symbols of which a phrase must have one, as lists one after another: a count, then the symbols. */

static int32_t clause_cost(const struct builder *builder, const int32_t *clause) {
    int32_t cost = 0;
    for (int32_t at = 1; at <= clause[0]; at += 1) cost += builder->uses.items[clause[at]];
    return cost;
}

/* The cheapest of some clauses, -1 when there is none. */
static int32_t cheapest(const struct builder *builder, const struct numbers *clauses) {
    int32_t best = -1, least = 0;
    for (int32_t at = 0; at < clauses->count; at += clauses->items[at] + 1) {
        int32_t cost = clause_cost(builder, clauses->items + at);
        if (best < 0 || cost < least) best = at, least = cost;
    }
    return best;
}

static int32_t next_number(struct builder *builder) {
    char *end;
    long number = strtol(builder->text, &end, 10);
    if (end == builder->text || number < 0 || number > 10000) builder->is_malformed = true;
    builder->text = end;
    return (int32_t)number;
}

static int32_t read_symbol(struct builder *builder, char kind) {
    while (*builder->text == ' ') builder->text += 1;
    char word[2 * LONGEST_WORD] = {0};
    unsigned length = 0;
    for (; *builder->text && *builder->text != ' '; builder->text += 1) {
        if (length < LONGEST_WORD) word[length] = *builder->text;
        length += 1;
    }
    if (length == 0 || length > LONGEST_WORD) {
        builder->is_malformed = true;
        return 0;
    }
    int32_t symbol = kind == 'L' ? lemma_symbol(builder, word, length)
                     : kind == 'P' ? stem_symbol(builder, key_of(word, length), length)
                                   : word_symbol(builder, key_of(word, length));
    builder->uses.items[symbol] += kind == 'P' ? 4 : 1;
    return symbol;
}

static void read_rule(struct builder *builder, struct numbers *clauses);

/* A member with its size before it; its clauses are added to others. */
static void read_member(struct builder *builder, struct numbers *clauses) {
    int32_t place = builder->code.count;
    add(&builder->code, 0);
    read_rule(builder, clauses);
    builder->code.items[place] = builder->code.count - place - 1;
}

/* Alternatives: when each is one symbol, one question; what is required is one of what each requires. */
static void read_choice(struct builder *builder, struct numbers *clauses) {
    int32_t count = next_number(builder), place = builder->code.count;
    add(&builder->code, OP_CHOICE);
    add(&builder->code, count);
    struct numbers any = {0};
    add(&any, 0);
    bool is_required = count > 0, is_simple = true;
    for (int32_t member = 0; member < count && !builder->is_malformed; member += 1) {
        struct numbers own = {0};
        int32_t start = builder->code.count;
        read_member(builder, &own);
        is_simple = is_simple && builder->code.items[start] == 2 && builder->code.items[start + 1] == OP_SYMBOL;
        int32_t best = cheapest(builder, &own);
        if (best < 0) is_required = false;
        for (int32_t at = 1; best >= 0 && at <= own.items[best]; at += 1) add(&any, own.items[best + at]);
        free(own.items);
    }
    any.items[0] = any.count - 1;
    if (is_required) for (int32_t at = 0; at < any.count; at += 1) add(clauses, any.items[at]);
    if (is_simple) {
        int32_t *code = builder->code.items + place;
        code[0] = OP_ANY;
        for (int32_t member = 0; member < count; member += 1) code[2 + member] = code[2 + 3 * member + 2];
        builder->code.count = place + 2 + count;
    }
    free(any.items);
}

static void read_rule(struct builder *builder, struct numbers *clauses) {
    while (*builder->text == ' ') builder->text += 1;
    char kind = *builder->text;
    if (kind) builder->text += 1;
    switch (builder->is_malformed ? 0 : kind) {
    case 'W': case 'P': case 'L': {
        int32_t symbol = read_symbol(builder, kind);
        add(&builder->code, OP_SYMBOL);
        add(&builder->code, symbol);
        add(clauses, 1);
        add(clauses, symbol);
        break;
    }
    case '*':
        add(&builder->code, OP_STAR);
        break;
    case 'O': {
        struct numbers unused = {0};
        add(&builder->code, OP_OPTIONAL);
        read_member(builder, &unused);
        free(unused.items);
        break;
    }
    case 'A':
        read_choice(builder, clauses);
        break;
    case 'S':
        for (int32_t count = next_number(builder); count > 0 && !builder->is_malformed; count -= 1) read_rule(builder, clauses);
        break;
    case 'U': {
        add(&builder->code, OP_SET);
        add(&builder->code, next_number(builder));
        int32_t count = next_number(builder);
        if (count < 1 || count > MOST_MEMBERS) builder->is_malformed = true;
        add(&builder->code, count);
        for (; count > 0 && !builder->is_malformed; count -= 1) read_member(builder, clauses);
        break;
    }
    default:
        builder->is_malformed = true;
    }
}

static uint64_t folded(const int32_t *clause) {
    uint64_t bits = 0;
    for (int32_t at = 1; at <= clause[0]; at += 1) bits |= symbol_bit(clause[at]);
    return bits;
}

/* Takes the cheapest clause out of the list and folds it; all bits when there is none. */
static uint64_t take_folded(const struct builder *builder, struct numbers *clauses) {
    int32_t best = cheapest(builder, clauses);
    if (best < 0) return ~(uint64_t)0;
    uint64_t bits = folded(clauses->items + best);
    int32_t size = clauses->items[best] + 1;
    memmove(clauses->items + best, clauses->items + best + size, sizeof(int32_t) * (size_t)(clauses->count - best - size));
    clauses->count -= size;
    return bits;
}

/* Posts every rule under the symbols of its cheapest clause. */
static void post(struct builder *builder, struct numbers *clauses) {
    struct index_prototype *index = builder->index;
    struct numbers pairs = {0}, always = {0};
    struct posting *further = calloc(index->rule_count + 1, sizeof *further);
    for (size_t rule = 0; rule < index->rule_count; rule += 1) {
        int32_t best = cheapest(builder, &clauses[rule]);
        if (best < 0) add(&always, (int32_t)rule);
        struct numbers symbols = {0};
        for (int32_t at = 1; best >= 0 && at <= clauses[rule].items[best]; at += 1) add(&symbols, clauses[rule].items[best + at]);
        for (int32_t at = 0; at < symbols.count; at += 1) {
            add(&pairs, symbols.items[at]);
            add(&pairs, (int32_t)rule);
        }
        free(symbols.items);
        take_folded(builder, &clauses[rule]);
        uint64_t second = take_folded(builder, &clauses[rule]);
        further[rule] = (struct posting){second, take_folded(builder, &clauses[rule]), (int32_t)rule};
        free(clauses[rule].items);
    }
    int32_t *posted = grouped(&pairs, index->symbol_count, &index->posting_first);
    index->postings = malloc(sizeof *index->postings * ((size_t)pairs.count / 2 + 1));
    for (int32_t at = 0; at < pairs.count / 2; at += 1) index->postings[at] = further[posted[at]];
    index->always = always.items;
    index->always_count = always.count;
    free(further);
    free(posted);
    free(pairs.items);
}

/* Every known word passes the stems that it begins with; those of other words are found when they are heard. */
static void pass_stems(struct builder *builder) {
    struct index_prototype *index = builder->index;
    for (int32_t word = 0; word < index->words.count; word += 1) {
        struct key key = builder->word_keys[word];
        unsigned length = 0;
        while (length < LONGEST_WORD && ((const char *)&key)[length]) length += 1;
        EACH_STEM(index, key, length, symbol, {
            add(&builder->passages, word);
            add(&builder->passages, symbol);
        })
    }
}

static void finish(struct builder *builder, struct numbers *clauses) {
    struct index_prototype *index = builder->index;
    index->stem_symbols = builder->stem_symbols.items;
    if (index->stem_lengths & 0xF) memset(index->stem_filter, 0xFF, sizeof index->stem_filter);
    pass_stems(builder);
    index->passed = grouped(&builder->passages, index->words.count, &index->passed_first);
    post(builder, clauses);
    index->code = builder->code.items;
    index->places = calloc((size_t)index->symbol_count + 1, sizeof *index->places);
    index->heard = calloc((size_t)index->symbol_count + 1, sizeof *index->heard);
    index->tried = calloc(index->rule_count + 1, sizeof *index->tried);
}

struct index_prototype *index_prototype_make(const char *const *rules, size_t count) {
    struct index_prototype *index = calloc(1, sizeof *index);
    struct builder builder = {.index = index};
    struct numbers *clauses = calloc(count + 1, sizeof *clauses);
    key_table_make(&index->words, 10);
    key_table_make(&index->stems, 10);
    key_table_make(&builder.lemmas, 10);
    index->rule_count = count;
    index->rules = calloc(count + 1, sizeof *index->rules);
    for (size_t rule = 0; rule < count && !builder.is_malformed; rule += 1) {
        builder.text = rules[rule];
        index->rules[rule].first = builder.code.count;
        read_rule(&builder, &clauses[rule]);
        index->rules[rule].end = builder.code.count;
    }
    if (builder.is_malformed) {
        for (size_t rule = 0; rule < count; rule += 1) free(clauses[rule].items);
        index->code = builder.code.items;
        index->stem_symbols = builder.stem_symbols.items;
    } else {
        finish(&builder, clauses);
    }
    free(clauses);
    free(builder.lemmas.slots);
    free(builder.word_symbols.items);
    free(builder.lemma_symbols.items);
    free(builder.word_keys);
    free(builder.passages.items);
    free(builder.uses.items);
    if (!builder.is_malformed) return index;
    index_prototype_free(index);
    return NULL;
}

void index_prototype_free(struct index_prototype *index) {
    if (!index) return;
    free(index->words.slots);
    free(index->stems.slots);
    free(index->passed);
    free(index->passed_first);
    free(index->stem_symbols);
    free(index->postings);
    free(index->posting_first);
    free(index->always);
    free(index->code);
    free(index->rules);
    free(index->places);
    free(index->heard);
    free(index->tried);
    free(index);
}
