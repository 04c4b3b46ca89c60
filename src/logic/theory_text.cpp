#include "logic/theory_text.h"

#include "logic/theory_texts.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace daphnia::logic {

namespace {

// The place for the thing with this id.
template <typename Thing>
Thing& at(std::vector<Thing>& things, std::uint32_t id) {
    if (id >= things.size()) {
        things.resize(std::max<std::size_t>(id + std::size_t{1}, 2 * things.size()));
    }
    return things[id];
}

} // namespace

TheoryText::TheoryText(std::string_view text, const std::vector<std::string>& compared)
    : store_(std::make_unique<TermStore>()) {
    const SExprs exprs(text);
    Scope scope(*store_);
    scope.bind = [this](const std::string& name, Sort sort) { return store_->variable(name, sort); };
    for (const std::uint32_t root : exprs.roots()) {
        if (exprs.is_form(root, "assert")) {
            add_axiom(exprs, root, scope);
            continue;
        }
        DAPHNIA_CHECK(read_declaration(exprs, root, scope) && !exprs.is_form(root, "declare-const"),
                      "a theory declares sorts and functions only");
        const std::string& name = exprs.name(exprs.items(root, 3)[1]);
        if (exprs.is_form(root, "declare-fun")) {
            items_.emplace_back(scope.functions.at(name));
            continue;
        }
        const Sort sort = scope.sorts.at(name);
        items_.emplace_back(sort);
        if (std::find(compared.begin(), compared.end(), name) != compared.end()) {
            const std::string same = name + ".same";
            items_.emplace_back(scope.functions[same] = store_->function(same, {sort, sort}, store_->bool_sort()));
        }
    }
}

// (assert (! formula :named name)) after a comment line that says why; :reserve behind the name keeps it in
// reserve.
void TheoryText::add_axiom(const SExprs& exprs, std::uint32_t root, Scope& scope) {
    const std::uint32_t annotated = exprs.items(root, 2)[1];
    DAPHNIA_CHECK(exprs.is_form(annotated, "!"), "every axiom has a name");
    const std::vector<std::uint32_t>& items = exprs.items(annotated, 4);
    AxiomText axiom;
    axiom.name = exprs.name(items[3]);
    axiom.why = exprs[root].comment;
    axiom.reserve = items.size() == 5 && exprs.name(items[4]) == ":reserve";
    DAPHNIA_CHECK(!axiom.why.empty(), fmt::format("axiom {} does not say why", axiom.name));
    axiom.formula = read_term(exprs, items[1], scope);
    for_each_subterm(axiom.formula, [&](Term part) {
        if (std::exchange(at(known_, part->id), part) == nullptr) {
            axiom.parts.push_back(part);
        }
    });
    std::sort(axiom.parts.begin(), axiom.parts.end(), [](Term a, Term b) { return a->id < b->id; });
    items_.emplace_back(std::move(axiom));
}

namespace {

// The rest of a theory's text speaks of the sizes of collections, which are finite then.
constexpr std::string_view kFiniteOnly = "; ---- From here on of finite ones only.";

struct Source {
    std::string_view name;
    const std::string_view* text;
    std::size_t parameters;
};
constexpr std::array<Source, 10> kSources{{{"seq", &kSeqTheory, 1},
                                           {"set", &kSetTheory, 1},
                                           {"multiset", &kMultisetTheory, 1},
                                           {"map", &kMapTheory, 2},
                                           {"map.values", &kMapValuesTheory, 2},
                                           {"map.items", &kMapItemsTheory, 2},
                                           {"multiset.of_seq", &kMultisetOfSeqTheory, 1},
                                           {"multiset.of_set", &kMultisetOfSetTheory, 1},
                                           {"int", &kIntProductsTheory, 0},
                                           {"real", &kRealProductsTheory, 0}}};
constexpr std::size_t kVariants = 8; // of each: infinite, and what is compared

const Source& source_of(TheoryId::Name name) {
    return kSources.at(static_cast<std::size_t>(name));
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string result;
    while (true) {
        const std::size_t at = text.find(from);
        result += text.substr(0, at);
        if (at == std::string_view::npos) {
            return result;
        }
        result += to;
        text.remove_prefix(at + from.size());
    }
}

// Values that no function of their own compares are compared by =.
TheoryText read(const TheoryId& id) {
    const std::string_view text = *source_of(id.name).text;
    std::string own(id.infinite ? text.substr(0, text.find(kFiniteOnly)) : text);
    const std::vector<std::string> parameters = parameters_of(id.name);
    std::vector<std::string> compared;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (i == 0 ? id.compares_first : id.compares_second) {
            compared.push_back(parameters[i]);
        } else {
            own = replaced(own, parameters[i] + ".same", "=");
        }
    }
    return TheoryText(own, compared);
}

template <std::size_t Number>
const TheoryText& numbered() {
    constexpr std::size_t kVariant = Number % kVariants;
    static const TheoryText text = read({static_cast<TheoryId::Name>(Number / kVariants), (kVariant & 4U) != 0,
                                         (kVariant & 2U) != 0, (kVariant & 1U) != 0});
    return text;
}

template <std::size_t... Numbers>
const TheoryText& numbered(std::size_t number, std::index_sequence<Numbers...>) {
    using Get = const TheoryText& (*)();
    static constexpr std::array<Get, sizeof...(Numbers)> kAll{&numbered<Numbers>...};
    return kAll.at(number)();
}

} // namespace

const TheoryText& theory_text(const TheoryId& id) {
    const std::size_t variant =
        (id.infinite ? 4U : 0U) + (id.compares_first ? 2U : 0U) + (id.compares_second ? 1U : 0U);
    return numbered(static_cast<std::size_t>(id.name) * kVariants + variant,
                    std::make_index_sequence<kSources.size() * kVariants>());
}

std::string_view name_of(TheoryId::Name name) {
    return source_of(name).name;
}

std::vector<std::string> parameters_of(TheoryId::Name name) {
    const std::size_t count = source_of(name).parameters;
    return count == 2   ? std::vector<std::string>{"K", "V"}
           : count == 1 ? std::vector<std::string>{"T"}
                        : std::vector<std::string>{};
}

Instance::Instance(TermStore& store, const TheoryText& text, std::string_view theory, std::string suffix, bool infinite,
                   const Given& given)
    : store_(store), text_(text), suffix_(std::move(suffix)), infinite_(infinite), sorts_by_name_(given.sorts),
      functions_by_name_(given.functions) {
    whole_ = own_name(std::string(theory)) + ".";
}

void Instance::read(std::vector<Axiom>& axioms) {
    for (const TheoryText::Item& item : text_.items()) {
        if (const auto* const axiom = std::get_if<TheoryText::AxiomText>(&item)) {
            axioms.push_back(copy(*axiom));
        } else if (const auto* const sort = std::get_if<Sort>(&item)) {
            declare(*sort);
        } else {
            declare(std::get<Function>(item));
        }
    }
}

void Instance::declare(Sort sort) {
    const auto [known, added] = sorts_by_name_.try_emplace(sort->name, nullptr);
    if (added) {
        const std::string own =
            infinite_ ? fmt::format("I{}{}", static_cast<char>(std::tolower(sort->name[0])), sort->name.substr(1))
                      : sort->name;
        known->second = store_.named_sort(own + suffix_);
    }
    at(sorts_, sort->id) = known->second;
}

void Instance::declare(Function function) {
    const auto [known, added] = functions_by_name_.try_emplace(function->name, nullptr);
    if (added) {
        std::vector<Sort> arguments;
        for (const Sort argument : function->arguments) {
            arguments.push_back(copy_of(argument));
        }
        known->second =
            store_.function(own_name(function->name) + suffix_, std::move(arguments), copy_of(function->result));
    }
    at(functions_, function->id) = known->second;
}

Sort Instance::copy_of(Sort sort) {
    switch (sort->kind) {
    case SortKind::Bool:
        return store_.bool_sort();
    case SortKind::Int:
        return store_.int_sort();
    case SortKind::Real:
        return store_.real_sort();
    case SortKind::Bits:
        return store_.bits_sort(sort->width);
    case SortKind::Array:
        return store_.array_sort(copy_of(sort->domain), copy_of(sort->range));
    case SortKind::Named:
        return sorts_.at(sort->id); // declared
    }
    DAPHNIA_CHECK(false, "a sort has no kind");
}

// Parts are copied in the order in which they were made: so copies are made in the order in which reading would make
// them.
Axiom Instance::copy(const TheoryText::AxiomText& axiom) {
    for (const Term part : axiom.parts) {
        if (at(terms_, part->id) == nullptr) {
            const Term copied = copy(part);
            at(terms_, part->id) = copied;
        }
    }
    Axiom result{own_name(axiom.name) + suffix_, axiom.why, terms_.at(axiom.formula->id)};
    result.reserve = axiom.reserve;
    if (result.formula->kind == TermKind::Forall) {
        Quantifier named = *result.formula->quantifier;
        named.name = result.name;
        result.formula = store_.forall(std::move(named), result.formula->children.front());
    }
    return result;
}

// The factories are asked again, as they simplify what is the same where parameters have a meaning.
Term Instance::copy(Term term) {
    switch (term->kind) {
    case TermKind::True:
    case TermKind::False:
        return store_.bool_(term->kind == TermKind::True);
    case TermKind::Integer:
        return store_.integer(term->value);
    case TermKind::Real:
        return store_.real(term->value);
    case TermKind::Bits:
        return store_.bits(term->value, term->sort->width);
    case TermKind::Variable:
        return variable(term);
    case TermKind::Forall:
    case TermKind::Exists:
        return quantifier(term);
    default:
        break;
    }
    std::vector<Term> children;
    children.reserve(term->children.size());
    for (const Term child : term->children) {
        children.push_back(terms_.at(child->id));
    }
    return term->kind == TermKind::Apply ? store_.apply(functions_.at(term->function->id), std::move(children))
                                         : rebuild(store_, term, std::move(children), [](Term part) { return part; });
}

Term Instance::quantifier(Term term) {
    Quantifier result = *term->quantifier;
    for (Term& bound : result.variables) {
        bound = variable(bound);
    }
    for (Trigger& trigger : result.triggers) {
        for (Term& pattern : trigger) {
            pattern = terms_.at(pattern->id);
        }
    }
    const Term body = terms_.at(term->children.front()->id);
    return term->kind == TermKind::Forall ? store_.forall(std::move(result), body)
                                          : store_.exists(std::move(result), body);
}

// One that nothing mentions is a part of no axiom.
Term Instance::variable(Term term) {
    Term& known = at(terms_, term->id);
    if (known == nullptr) {
        known = store_.variable(whole_ + term->name + suffix_, copy_of(term->sort));
    }
    return known;
}

} // namespace daphnia::logic
