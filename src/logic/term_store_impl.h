// What a TermStore owns: arenas of sorts, functions and terms, and the table that makes equal terms one object.
#pragma once

#include "logic/term.h"

#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace daphnia::logic {

// Structure, not address; children are interned already, so their ids stand for them.
struct TermHash {
    std::size_t operator()(Term term) const;
};
struct TermEqual {
    bool operator()(Term a, Term b) const;
};

struct TermStore::Impl {
    std::deque<SortNode> sorts;
    std::unordered_map<std::string, Sort> named_sorts;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Sort> array_sorts;
    std::map<std::uint32_t, Sort> bits_sorts; // by width
    std::deque<FunctionNode> functions;
    std::unordered_map<std::string, Function> functions_by_name;
    std::deque<TermNode> terms;
    std::unordered_set<Term, TermHash, TermEqual> table;
    std::unordered_map<std::string, Term> variables;
    std::unordered_map<std::string, std::uint32_t> last_suffix;
    Sort bool_sort = nullptr;
    Sort int_sort = nullptr;
    Sort real_sort = nullptr;
    Term true_term = nullptr;
    Term false_term = nullptr;

    Sort add_sort(SortKind kind, std::string name, Sort domain = nullptr, Sort range = nullptr);
    // The node itself when it is new, the one like it otherwise.
    Term intern(TermNode node);
    Term literal(TermKind kind, Sort sort, const support::Integer& value);
    Term make(TermKind kind, Sort sort, std::vector<Term> children);
};

} // namespace daphnia::logic
