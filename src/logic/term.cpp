// Sorts, functions, variables and the interning of terms: what is built twice is one object.
#include "logic/term.h"

#include "logic/term_store_impl.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::logic {

namespace {

void mix(std::size_t& hash, std::size_t value) {
    hash ^= value + 0x9e3779b97f4a7c15U + (hash << 6) + (hash >> 2);
}

bool is_literal_number(Term term) {
    return term->kind == TermKind::Integer || term->kind == TermKind::Real || term->kind == TermKind::Bits;
}

bool same_quantifier(const Quantifier& a, const Quantifier& b) {
    return a.name == b.name && a.variables == b.variables && a.triggers == b.triggers && a.weight == b.weight;
}

} // namespace

std::size_t TermHash::operator()(Term term) const {
    auto hash = static_cast<std::size_t>(term->kind);
    mix(hash, term->sort->id);
    for (Term child : term->children) {
        mix(hash, child->id);
    }
    if (term->function != nullptr) {
        mix(hash, term->function->id);
    }
    if (is_literal_number(term)) {
        mix(hash, mpz_get_ui(term->value.get_mpz_t()));
        mix(hash, static_cast<std::size_t>(sgn(term->value) + 1));
    }
    if (term->kind == TermKind::Variable) {
        mix(hash, std::hash<std::string>{}(term->name));
    }
    if (term->quantifier != nullptr) {
        for (Term variable : term->quantifier->variables) {
            mix(hash, variable->id);
        }
    }
    return hash;
}

bool TermEqual::operator()(Term a, Term b) const {
    if (a == b) {
        return true;
    }
    if (a->kind != b->kind || a->sort != b->sort || a->function != b->function || a->children != b->children) {
        return false;
    }
    if (is_literal_number(a)) {
        return a->value == b->value;
    }
    if (a->kind == TermKind::Variable) {
        return a->name == b->name;
    }
    return a->quantifier == nullptr || same_quantifier(*a->quantifier, *b->quantifier);
}

Role role_of(TermKind kind) {
    static constexpr Role kRoles[] = {
#define TERM(name, role, word) Role::role,
#define NUMERIC(name, role, integer, real, bits) Role::role,
#include "logic/term_kinds.def"
#undef TERM
#undef NUMERIC
    };
    return kRoles[static_cast<std::size_t>(kind)];
}

Sort TermStore::Impl::add_sort(SortKind kind, std::string name, Sort domain, Sort range) {
    sorts.push_back(SortNode{kind, static_cast<std::uint32_t>(sorts.size()), std::move(name), domain, range, 0});
    return &sorts.back();
}

Term TermStore::Impl::intern(TermNode node) {
    auto found = table.find(&node);
    if (found != table.end()) {
        return *found;
    }
    node.id = static_cast<std::uint32_t>(terms.size());
    terms.push_back(std::move(node));
    table.insert(&terms.back());
    return &terms.back();
}

Term TermStore::Impl::make(TermKind kind, Sort sort, std::vector<Term> children) {
    TermNode node;
    node.kind = kind;
    node.sort = sort;
    node.children = std::move(children);
    return intern(std::move(node));
}

TermStore::TermStore() : impl_(std::make_unique<Impl>()) {
    impl_->bool_sort = impl_->add_sort(SortKind::Bool, "Bool");
    impl_->int_sort = impl_->add_sort(SortKind::Int, "Int");
    impl_->real_sort = impl_->add_sort(SortKind::Real, "Real");
    impl_->true_term = impl_->make(TermKind::True, impl_->bool_sort, {});
    impl_->false_term = impl_->make(TermKind::False, impl_->bool_sort, {});
}

TermStore::~TermStore() = default;

Sort TermStore::bool_sort() const {
    return impl_->bool_sort;
}
Sort TermStore::int_sort() const {
    return impl_->int_sort;
}
Sort TermStore::real_sort() const {
    return impl_->real_sort;
}

Sort TermStore::bits_sort(std::uint32_t width) {
    DAPHNIA_CHECK(width > 0, "there are no bits without bits");
    auto [entry, added] = impl_->bits_sorts.try_emplace(width, nullptr);
    if (added) {
        entry->second = impl_->add_sort(SortKind::Bits, fmt::format("bv{}", width));
        impl_->sorts.back().width = width;
    }
    return entry->second;
}

Sort TermStore::named_sort(std::string_view name) {
    DAPHNIA_CHECK(name != "Bool" && name != "Int" && name != "Real", fmt::format("sort {} is built in", name));
    auto [entry, added] = impl_->named_sorts.try_emplace(std::string(name), nullptr);
    if (added) {
        entry->second = impl_->add_sort(SortKind::Named, std::string(name));
    }
    return entry->second;
}

Sort TermStore::array_sort(Sort domain, Sort range) {
    auto [entry, added] = impl_->array_sorts.try_emplace({domain->id, range->id}, nullptr);
    if (added) {
        entry->second =
            impl_->add_sort(SortKind::Array, fmt::format("(Array {} {})", domain->name, range->name), domain, range);
    }
    return entry->second;
}

Function TermStore::function(std::string_view name, std::vector<Sort> arguments, Sort result) {
    auto [entry, added] = impl_->functions_by_name.try_emplace(std::string(name), nullptr);
    if (added) {
        impl_->functions.push_back(FunctionNode{static_cast<std::uint32_t>(impl_->functions.size()), std::string(name),
                                                std::move(arguments), result});
        entry->second = &impl_->functions.back();
    } else {
        DAPHNIA_CHECK(entry->second->arguments == arguments && entry->second->result == result,
                      fmt::format("function {} has two signatures", name));
    }
    return entry->second;
}

Function TermStore::find_function(std::string_view name) const {
    auto found = impl_->functions_by_name.find(std::string(name));
    return found == impl_->functions_by_name.end() ? nullptr : found->second;
}

Term TermStore::variable(std::string_view name, Sort sort) {
    auto [entry, added] = impl_->variables.try_emplace(std::string(name), nullptr);
    if (added) {
        TermNode node;
        node.kind = TermKind::Variable;
        node.sort = sort;
        node.name = std::string(name);
        entry->second = impl_->intern(std::move(node));
    } else {
        DAPHNIA_CHECK(entry->second->sort == sort,
                      fmt::format("variable {} has two sorts, {} and {}", name, entry->second->sort->name, sort->name));
    }
    return entry->second;
}

Term TermStore::find_variable(std::string_view name) const {
    auto found = impl_->variables.find(std::string(name));
    return found == impl_->variables.end() ? nullptr : found->second;
}

Term TermStore::fresh_variable(std::string_view hint, Sort sort) {
    std::string name(hint);
    while (impl_->variables.contains(name)) {
        name = fmt::format("{}!{}", hint, ++impl_->last_suffix[std::string(hint)]);
    }
    return variable(name, sort);
}

Term TermStore::Impl::literal(TermKind kind, Sort sort, const support::Integer& value) {
    TermNode node;
    node.kind = kind;
    node.sort = sort;
    node.value = value;
    return intern(std::move(node));
}

Term TermStore::integer(const support::Integer& value) {
    return impl_->literal(TermKind::Integer, impl_->int_sort, value);
}

Term TermStore::real(const support::Integer& value) {
    return impl_->literal(TermKind::Real, impl_->real_sort, value);
}

Term TermStore::bits(const support::Integer& value, std::uint32_t width) {
    support::Integer kept;
    mpz_fdiv_r_2exp(kept.get_mpz_t(), value.get_mpz_t(), width);
    return impl_->literal(TermKind::Bits, bits_sort(width), kept);
}

} // namespace daphnia::logic
