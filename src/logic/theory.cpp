// Instantiates theories from their embedded texts, and selects the axioms that a condition can use.
#include "logic/theory.h"

#include "logic/smtlib.h"
#include "logic/theory_texts.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace daphnia::logic {

namespace {

// The rest of a theory's text speaks of the sizes of collections, which are finite then.
constexpr std::string_view kFiniteOnly = "; ---- From here on of finite ones only.";

// What the names of products begin with; no name of a program does.
constexpr std::string_view kIntProducts = "int.";
constexpr std::string_view kRealProducts = "real.";

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

// What the names of a theory's text mean beforehand.
struct Given {
    std::map<std::string, Sort> sorts;
    std::map<std::string, Function> functions;
};

// Reads a theory's text for one instance. What is not given gets the arguments as a suffix: a sort S becomes S<Int>, a
// function f f<Int>; for possibly infinite collections Is<Int> and if<Int>.
class Instance {
  public:
    Instance(TermStore& store, const SExprs& text, std::string_view theory, std::string suffix, bool infinite,
             const Given& given)
        : text_(text), suffix_(std::move(suffix)), infinite_(infinite), scope_(store) {
        scope_.sorts.insert(given.sorts.begin(), given.sorts.end());
        scope_.functions.insert(given.functions.begin(), given.functions.end());
        scope_.bind = [&store, whole = own_name(std::string(theory)), end = suffix_](const std::string& name,
                                                                                     Sort sort) {
            return store.variable(fmt::format("{}.{}{}", whole, name, end), sort);
        };
    }

    void read(std::vector<Axiom>& axioms) {
        for (std::uint32_t root : text_.roots()) {
            if (text_.is_form(root, "assert")) {
                axioms.push_back(read_axiom(root));
            } else {
                declare(root);
            }
        }
    }

    Sort sort(const std::string& name) const { return scope_.sorts.at(name); }
    Function function(const std::string& name) const { return scope_.functions.at(name); }

  private:
    void declare(std::uint32_t root) {
        const std::vector<std::uint32_t>& items = text_.items(root, 3);
        const std::string& name = text_.name(items[1]);
        if (text_.is_form(root, "declare-sort")) {
            if (!scope_.sorts.contains(name)) {
                const std::string own =
                    infinite_ ? fmt::format("I{}{}", static_cast<char>(std::tolower(name[0])), name.substr(1)) : name;
                scope_.sorts[name] = scope_.store.named_sort(own + suffix_);
            }
            return;
        }
        DAPHNIA_CHECK(text_.is_form(root, "declare-fun"), "a theory declares sorts and functions only");
        if (scope_.functions.contains(name)) {
            return;
        }
        std::vector<Sort> arguments;
        for (std::uint32_t argument : text_.items(items[2], 0)) {
            arguments.push_back(read_sort(text_, argument, scope_));
        }
        scope_.functions[name] =
            scope_.store.function(own_name(name) + suffix_, std::move(arguments), read_sort(text_, items[3], scope_));
    }

    std::string own_name(const std::string& name) const { return (infinite_ ? "i" : "") + name; }

    // (assert (! formula :named name)) after a comment line that says why; :reserve behind the name keeps it in
    // reserve.
    Axiom read_axiom(std::uint32_t root) {
        std::uint32_t annotated = text_.items(root, 2)[1];
        DAPHNIA_CHECK(text_.is_form(annotated, "!"), "every axiom has a name");
        const std::vector<std::uint32_t>& items = text_.items(annotated, 4);
        Axiom axiom{own_name(text_.name(items[3])) + suffix_, text_[root].comment, read_term(text_, items[1], scope_)};
        axiom.reserve = items.size() == 5 && text_.name(items[4]) == ":reserve";
        DAPHNIA_CHECK(!axiom.why.empty(), fmt::format("axiom {} does not say why", axiom.name));
        if (axiom.formula->kind == TermKind::Forall) {
            Quantifier quantifier = *axiom.formula->quantifier;
            quantifier.name = axiom.name;
            axiom.formula = scope_.store.forall(std::move(quantifier), axiom.formula->children.front());
        }
        return axiom;
    }

    const SExprs& text_;
    std::string suffix_;
    bool infinite_;
    Scope scope_;
};

} // namespace

struct Theories::Impl {
    struct Parameter {
        std::string name; // in the text: its sort, and NAME.same compares its elements
        Sort sort;
    };
    using Id = std::tuple<std::uint32_t, std::uint32_t, bool>; // of the parameters; whether infinite

    TermStore& store;
    std::vector<Axiom> axioms;
    std::map<Id, SeqTheory> seqs;
    std::map<Id, SetTheory> sets;
    std::map<Id, MultisetTheory> multisets;
    std::map<Id, MapTheory> maps;
    std::map<std::uint32_t, ProductTheory> products; // by the id of the numbers' sort
    std::map<Id, Function> multisets_of_seq, multisets_of_set, map_values, map_items;
    std::map<std::uint32_t, Function> equalities; // of collections, by the id of their own sort
    std::map<std::string, SExprs> texts;          // parsed

    explicit Impl(TermStore& owner) : store(owner) {}

    static Id id(Sort element, bool infinite = false) { return {element->id, 0, infinite}; }
    static Id id(Sort key, Sort value, bool infinite) { return {key->id, value->id, infinite}; }

    // Elements that are collections themselves are compared by their elements, others by =.
    Instance read(const std::string& theory, std::string_view text, const std::vector<Parameter>& parameters,
                  Given given, bool infinite = false) {
        std::string key = theory + (infinite ? "*" : "");
        std::string own(infinite ? text.substr(0, text.find(kFiniteOnly)) : text);
        std::string suffix;
        for (const Parameter& parameter : parameters) {
            suffix += (suffix.empty() ? "" : ",") + parameter.sort->name;
            given.sorts.emplace(parameter.name, parameter.sort);
            const std::string same = parameter.name + ".same";
            const auto equality = equalities.find(parameter.sort->id);
            if (equality != equalities.end()) {
                given.functions.emplace(same, equality->second);
                key += "," + parameter.name;
            } else {
                own = replaced(own, same, "=");
            }
        }
        auto parsed = texts.find(key);
        if (parsed == texts.end()) {
            parsed = texts.emplace(key, SExprs(own)).first;
        }
        suffix = suffix.empty() ? "" : "<" + suffix + ">";
        Instance instance(store, parsed->second, theory, suffix, infinite, given);
        instance.read(axioms);
        return instance;
    }
};

Theories::Theories(TermStore& store) : impl_(std::make_unique<Impl>(store)) {}
Theories::~Theories() = default;

const SeqTheory& Theories::seq(Sort element) {
    const auto known = impl_->seqs.find(Impl::id(element));
    if (known != impl_->seqs.end()) {
        return known->second;
    }
    const Instance instance = impl_->read("seq", kSeqTheory, {{"T", element}}, {});
    const auto function = [&](const char* name) { return instance.function(std::string("seq.") + name); };
    SeqTheory theory;
    theory.element = element;
    theory.seq = instance.sort("Seq");
    theory.length = function("length");
    theory.at = function("at");
    theory.empty = function("empty");
    theory.build = function("build");
    theory.append = function("append");
    theory.update = function("update");
    theory.take = function("take");
    theory.drop = function("drop");
    theory.contains = function("contains");
    theory.equal = function("equal");
    theory.prefix = function("prefix");
    theory.slice = function("slice");
    impl_->equalities.emplace(theory.seq->id, theory.equal);
    return impl_->seqs.emplace(Impl::id(element), theory).first->second;
}

const SeqTheory* Theories::sequences_of(Sort seq) const {
    for (const auto& [id, theory] : impl_->seqs) {
        if (theory.seq == seq) {
            return &theory;
        }
    }
    return nullptr;
}

const SetTheory& Theories::set(Sort element, bool infinite) {
    const auto known = impl_->sets.find(Impl::id(element, infinite));
    if (known != impl_->sets.end()) {
        return known->second;
    }
    const Instance instance = impl_->read("set", kSetTheory, {{"T", element}}, {}, infinite);
    const auto function = [&](const char* name) { return instance.function(std::string("set.") + name); };
    SetTheory theory;
    theory.element = element;
    theory.set = instance.sort("Set");
    theory.contains = function("contains");
    theory.empty = function("empty");
    theory.insert = function("insert");
    theory.union_ = function("union");
    theory.intersection = function("intersection");
    theory.difference = function("difference");
    theory.equal = function("equal");
    theory.subset = function("subset");
    theory.disjoint = function("disjoint");
    theory.size = infinite ? nullptr : function("size");
    impl_->equalities.emplace(theory.set->id, theory.equal);
    return impl_->sets.emplace(Impl::id(element, infinite), theory).first->second;
}

const MultisetTheory& Theories::multiset(Sort element) {
    const auto known = impl_->multisets.find(Impl::id(element));
    if (known != impl_->multisets.end()) {
        return known->second;
    }
    const Instance instance = impl_->read("multiset", kMultisetTheory, {{"T", element}}, {});
    const auto function = [&](const char* name) { return instance.function(std::string("multiset.") + name); };
    MultisetTheory theory;
    theory.element = element;
    theory.multiset = instance.sort("Multiset");
    theory.count = function("count");
    theory.empty = function("empty");
    theory.insert = function("insert");
    theory.union_ = function("union");
    theory.intersection = function("intersection");
    theory.difference = function("difference");
    theory.update = function("update");
    theory.equal = function("equal");
    theory.subset = function("subset");
    theory.disjoint = function("disjoint");
    theory.size = function("size");
    impl_->equalities.emplace(theory.multiset->id, theory.equal);
    return impl_->multisets.emplace(Impl::id(element), theory).first->second;
}

const MapTheory& Theories::map(Sort key, Sort value, bool infinite) {
    const auto known = impl_->maps.find(Impl::id(key, value, infinite));
    if (known != impl_->maps.end()) {
        return known->second;
    }
    const SetTheory& keys = set(key, infinite);
    const Given given{{{"Set", keys.set}},
                      {{"set.contains", keys.contains},
                       {"set.empty", keys.empty},
                       {"set.insert", keys.insert},
                       {"set.union", keys.union_},
                       {"set.difference", keys.difference},
                       {"set.equal", keys.equal}}};
    const Instance instance = impl_->read("map", kMapTheory, {{"K", key}, {"V", value}}, given, infinite);
    const auto function = [&](const char* name) { return instance.function(std::string("map.") + name); };
    MapTheory theory;
    theory.map = instance.sort("Map");
    theory.keys = function("keys");
    theory.value = function("value");
    theory.empty = function("empty");
    theory.update = function("update");
    theory.merge = function("merge");
    theory.remove = function("remove");
    theory.equal = function("equal");
    impl_->equalities.emplace(theory.map->id, theory.equal);
    return impl_->maps.emplace(Impl::id(key, value, infinite), theory).first->second;
}

Function Theories::map_values(Sort key, Sort value, bool infinite) {
    const auto known = impl_->map_values.find(Impl::id(key, value, infinite));
    if (known != impl_->map_values.end()) {
        return known->second;
    }
    const MapTheory& theory = map(key, value, infinite);
    const SetTheory& keys = set(key, infinite);
    const SetTheory& values = set(value, infinite);
    Given given{{{"Set", keys.set}, {"Values", values.set}, {"Map", theory.map}},
                {{"set.contains", keys.contains},
                 {"map.keys", theory.keys},
                 {"map.value", theory.value},
                 {"values.contains", values.contains}}};
    if (!infinite) {
        given.functions.emplace("set.size", keys.size);
        given.functions.emplace("values.size", values.size);
    }
    const Instance instance =
        impl_->read("map.values", kMapValuesTheory, {{"K", key}, {"V", value}}, std::move(given), infinite);
    return impl_->map_values.emplace(Impl::id(key, value, infinite), instance.function("map.values")).first->second;
}

Function Theories::map_items(Sort key, Sort value, const PairSymbols& pair, bool infinite) {
    const auto known = impl_->map_items.find(Impl::id(key, value, infinite));
    if (known != impl_->map_items.end()) {
        return known->second;
    }
    const MapTheory& theory = map(key, value, infinite);
    const SetTheory& keys = set(key, infinite);
    const SetTheory& items = set(pair.make->result, infinite);
    Given given{{{"Set", keys.set}, {"Items", items.set}, {"Map", theory.map}, {"Pair", pair.make->result}},
                {{"set.contains", keys.contains},
                 {"map.keys", theory.keys},
                 {"map.value", theory.value},
                 {"items.contains", items.contains},
                 {"pair", pair.make},
                 {"first", pair.first},
                 {"second", pair.second}}};
    if (!infinite) {
        given.functions.emplace("set.size", keys.size);
        given.functions.emplace("items.size", items.size);
    }
    const Instance instance =
        impl_->read("map.items", kMapItemsTheory, {{"K", key}, {"V", value}}, std::move(given), infinite);
    return impl_->map_items.emplace(Impl::id(key, value, infinite), instance.function("map.items")).first->second;
}

Function Theories::multiset_of_seq(Sort element) {
    const auto known = impl_->multisets_of_seq.find(Impl::id(element));
    if (known != impl_->multisets_of_seq.end()) {
        return known->second;
    }
    seq(element);
    multiset(element);
    const Instance instance = impl_->read("multiset.of_seq", kMultisetOfSeqTheory, {{"T", element}}, {});
    return impl_->multisets_of_seq.emplace(Impl::id(element), instance.function("multiset.of_seq")).first->second;
}

Function Theories::multiset_of_set(Sort element) {
    const auto known = impl_->multisets_of_set.find(Impl::id(element));
    if (known != impl_->multisets_of_set.end()) {
        return known->second;
    }
    set(element);
    multiset(element);
    const Instance instance = impl_->read("multiset.of_set", kMultisetOfSetTheory, {{"T", element}}, {});
    return impl_->multisets_of_set.emplace(Impl::id(element), instance.function("multiset.of_set")).first->second;
}

const ProductTheory& Theories::products(Sort number) {
    const auto known = impl_->products.find(number->id);
    if (known != impl_->products.end()) {
        return known->second;
    }
    const bool whole = number->kind == SortKind::Int;
    const std::string prefix(whole ? kIntProducts : kRealProducts);
    const Instance instance =
        impl_->read(whole ? "int" : "real", whole ? kIntProductsTheory : kRealProductsTheory, {}, {});
    ProductTheory theory{instance.function(prefix + "mul"), instance.function(prefix + "div")};
    theory.modulo = whole ? instance.function(prefix + "mod") : nullptr;
    return impl_->products.emplace(number->id, theory).first->second;
}

bool is_nonlinear(Term term) {
    const auto is_literal = [](Term child) {
        return child->kind == TermKind::Integer || child->kind == TermKind::Real;
    };
    switch (term->kind) {
    case TermKind::Multiply:
    case TermKind::Divide:
    case TermKind::Modulo:
        return std::none_of(term->children.begin(), term->children.end(), is_literal);
    case TermKind::Apply: {
        const std::string& name = term->function->name;
        return name.starts_with(kIntProducts) || name.starts_with(kRealProducts);
    }
    default:
        return false;
    }
}

Term native_product(TermStore& store, Term term) {
    if (term->kind != TermKind::Apply || !is_nonlinear(term)) {
        return nullptr;
    }
    const Term left = term->children[0];
    const Term right = term->children[1];
    const std::string_view operation = std::string_view(term->function->name).substr(term->function->name.find('.'));
    return operation == ".mul"   ? store.multiply(left, right)
           : operation == ".div" ? store.divide(left, right)
                                 : store.modulo(left, right);
}

const std::vector<Axiom>& Theories::axioms() const {
    return impl_->axioms;
}

namespace {

void collect_functions(Term term, std::unordered_set<Function>& functions) {
    for_each_subterm(term, [&](Term part) {
        if (part->function != nullptr) {
            functions.insert(part->function);
        }
    });
}

// The sets of functions of which one must be mentioned entirely: one per trigger.
std::vector<std::unordered_set<Function>> alternatives(const Axiom& axiom) {
    if (axiom.defines != nullptr) {
        return {{axiom.defines}};
    }
    const Term formula = axiom.formula;
    std::vector<std::unordered_set<Function>> result;
    if (formula->kind == TermKind::Forall) {
        for (const Trigger& trigger : formula->quantifier->triggers) {
            std::unordered_set<Function>& functions = result.emplace_back();
            for (Term term : trigger) {
                collect_functions(term, functions);
            }
        }
    }
    if (result.empty()) {
        collect_functions(formula, result.emplace_back());
    }
    return result;
}

// Counts down the functions that each alternative still waits for.
class Selection {
  public:
    Selection(const std::vector<Axiom>& candidates, Effort effort)
        : candidates_(candidates), selected_(candidates.size(), false) {
        for (std::size_t axiom = 0; axiom < candidates.size(); ++axiom) {
            if (candidates[axiom].reserve && effort == Effort::First) {
                continue;
            }
            for (const std::unordered_set<Function>& functions : alternatives(candidates[axiom])) {
                std::size_t alternative = waiting_.size();
                waiting_.push_back({axiom, functions.size()});
                for (Function function : functions) {
                    waits_for_[function].push_back(alternative);
                }
                if (functions.empty()) {
                    select(axiom);
                }
            }
        }
    }

    void mention(Term term) {
        std::unordered_set<Function> functions;
        collect_functions(term, functions);
        for (Function function : functions) {
            if (mentioned_.insert(function).second) {
                work_.push_back(function);
            }
        }
    }

    std::vector<const Axiom*> run() {
        while (!work_.empty()) {
            Function function = work_.back();
            work_.pop_back();
            for (std::size_t alternative : waits_for_[function]) {
                if (--waiting_[alternative].missing == 0) {
                    select(waiting_[alternative].axiom);
                }
            }
        }
        std::vector<const Axiom*> result;
        for (std::size_t axiom = 0; axiom < candidates_.size(); ++axiom) {
            if (selected_[axiom]) {
                result.push_back(&candidates_[axiom]);
            }
        }
        return result;
    }

  private:
    struct Alternative {
        std::size_t axiom;
        std::size_t missing;
    };

    void select(std::size_t axiom) {
        if (!selected_[axiom]) {
            selected_[axiom] = true;
            mention(candidates_[axiom].formula);
        }
    }

    const std::vector<Axiom>& candidates_;
    std::vector<bool> selected_;
    std::vector<Alternative> waiting_;
    std::unordered_map<Function, std::vector<std::size_t>> waits_for_;
    std::unordered_set<Function> mentioned_;
    std::vector<Function> work_;
};

} // namespace

std::vector<const Axiom*> relevant_axioms(const std::vector<Term>& goals, const std::vector<Axiom>& candidates,
                                          Effort effort) {
    Selection selection(candidates, effort);
    for (Term goal : goals) {
        selection.mention(goal);
    }
    return selection.run();
}

} // namespace daphnia::logic
