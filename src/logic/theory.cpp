// Instantiates theories from their embedded texts, and selects the axioms that a condition can use.
#include "logic/theory.h"

#include "logic/theory_text.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace daphnia::logic {

namespace {

// What the names of products begin with; no name of a program does.
constexpr std::string_view kIntProducts = "int.";
constexpr std::string_view kRealProducts = "real.";

} // namespace

struct Theories::Impl {
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

    explicit Impl(TermStore& owner) : store(owner) {}

    static Id id(Sort element, bool infinite = false) { return {element->id, 0, infinite}; }
    static Id id(Sort key, Sort value, bool infinite) { return {key->id, value->id, infinite}; }

    // Elements that are collections themselves are compared by their elements, others by =.
    Instance read(TheoryId::Name name, const std::vector<Sort>& arguments, Given given, bool infinite = false) {
        const std::vector<std::string> parameters = parameters_of(name);
        TheoryId id{name, infinite};
        std::string suffix;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            suffix += (suffix.empty() ? "" : ",") + arguments.at(i)->name;
            given.sorts.emplace(parameters[i], arguments[i]);
            const auto equality = equalities.find(arguments[i]->id);
            if (equality != equalities.end()) {
                given.functions.emplace(parameters[i] + ".same", equality->second);
                (i == 0 ? id.compares_first : id.compares_second) = true;
            }
        }
        suffix = suffix.empty() ? "" : "<" + suffix + ">";
        Instance instance(store, theory_text(id), name_of(name), suffix, infinite, given);
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
    const Instance instance = impl_->read(TheoryId::Name::Seq, {element}, {});
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
    const Instance instance = impl_->read(TheoryId::Name::Set, {element}, {}, infinite);
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
    const Instance instance = impl_->read(TheoryId::Name::Multiset, {element}, {});
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
    const Instance instance = impl_->read(TheoryId::Name::Map, {key, value}, given, infinite);
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
    const Instance instance = impl_->read(TheoryId::Name::MapValues, {key, value}, std::move(given), infinite);
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
    const Instance instance = impl_->read(TheoryId::Name::MapItems, {key, value}, std::move(given), infinite);
    return impl_->map_items.emplace(Impl::id(key, value, infinite), instance.function("map.items")).first->second;
}

Function Theories::multiset_of_seq(Sort element) {
    const auto known = impl_->multisets_of_seq.find(Impl::id(element));
    if (known != impl_->multisets_of_seq.end()) {
        return known->second;
    }
    seq(element);
    multiset(element);
    const Instance instance = impl_->read(TheoryId::Name::MultisetOfSeq, {element}, {});
    return impl_->multisets_of_seq.emplace(Impl::id(element), instance.function("multiset.of_seq")).first->second;
}

Function Theories::multiset_of_set(Sort element) {
    const auto known = impl_->multisets_of_set.find(Impl::id(element));
    if (known != impl_->multisets_of_set.end()) {
        return known->second;
    }
    set(element);
    multiset(element);
    const Instance instance = impl_->read(TheoryId::Name::MultisetOfSet, {element}, {});
    return impl_->multisets_of_set.emplace(Impl::id(element), instance.function("multiset.of_set")).first->second;
}

const ProductTheory& Theories::products(Sort number) {
    const auto known = impl_->products.find(number->id);
    if (known != impl_->products.end()) {
        return known->second;
    }
    const bool whole = number->kind == SortKind::Int;
    const std::string prefix(whole ? kIntProducts : kRealProducts);
    const Instance instance = impl_->read(whole ? TheoryId::Name::IntProducts : TheoryId::Name::RealProducts, {}, {});
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
