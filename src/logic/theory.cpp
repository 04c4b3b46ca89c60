// Instantiates theories from their embedded texts, and selects the axioms that a condition can use.
#include "logic/theory.h"

#include "logic/smtlib.h"
#include "logic/theory_texts.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace daphnia::logic {

namespace {

// How a theory's text compares elements.
constexpr std::string_view kSame = "T.same";

std::string with_plain_equality(std::string_view text) {
    std::string result;
    while (true) {
        const std::size_t at = text.find(kSame);
        result += text.substr(0, at);
        if (at == std::string_view::npos) {
            return result;
        }
        result += '=';
        text.remove_prefix(at + kSame.size());
    }
}

// Reads a theory's text with its sorts bound to those of one instance: T to `element`, every other sort S and every
// function f to S<element> and f<element>.
class Instance {
  public:
    // `same` compares elements; null where that is =.
    Instance(TermStore& store, const SExprs& text, std::string_view theory, Sort element, Function same)
        : text_(text), suffix_(fmt::format("<{}>", element->name)), scope_(store) {
        scope_.sorts["T"] = element;
        if (same != nullptr) {
            scope_.functions[std::string(kSame)] = same;
        }
        scope_.bind = [&store, suffix = suffix_, theory](const std::string& name, Sort sort) {
            return store.variable(fmt::format("{}.{}{}", theory, name, suffix), sort);
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
            if (name != "T") {
                scope_.sorts[name] = scope_.store.named_sort(name + suffix_);
            }
            return;
        }
        DAPHNIA_CHECK(text_.is_form(root, "declare-fun"), "a theory declares sorts and functions only");
        std::vector<Sort> arguments;
        for (std::uint32_t argument : text_.items(items[2], 0)) {
            arguments.push_back(read_sort(text_, argument, scope_));
        }
        scope_.functions[name] =
            scope_.store.function(name + suffix_, std::move(arguments), read_sort(text_, items[3], scope_));
    }

    // (assert (! formula :named name)) after a comment line that says why.
    Axiom read_axiom(std::uint32_t root) {
        std::uint32_t annotated = text_.items(root, 2)[1];
        DAPHNIA_CHECK(text_.is_form(annotated, "!"), "every axiom has a name");
        const std::vector<std::uint32_t>& items = text_.items(annotated, 4);
        Axiom axiom{text_.name(items[3]) + suffix_, text_[root].comment, read_term(text_, items[1], scope_)};
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
    Scope scope_;
};

} // namespace

struct Theories::Impl {
    // A text for elements that are compared by =, and for elements that are collections themselves.
    struct Texts {
        std::optional<SExprs> plain, nested;
    };

    TermStore& store;
    std::vector<Axiom> axioms;
    std::map<std::uint32_t, SeqTheory> seqs; // by the id of the element sort, like those below
    std::map<std::uint32_t, SetTheory> sets;
    std::map<std::uint32_t, MultisetTheory> multisets;
    std::map<std::uint32_t, Function> multisets_of_seq;
    std::map<std::uint32_t, Function> multisets_of_set;
    std::map<std::uint32_t, Function> equalities; // of collections, by the id of their own sort
    Texts seq_texts, set_texts, multiset_texts, of_seq_texts, of_set_texts;

    explicit Impl(TermStore& owner) : store(owner) {}

    Instance read(Texts& texts, std::string_view text, std::string_view theory, Sort element) {
        const auto inner = equalities.find(element->id);
        const bool nested = inner != equalities.end();
        std::optional<SExprs>& parsed = nested ? texts.nested : texts.plain;
        if (!parsed) {
            parsed.emplace(nested ? std::string(text) : with_plain_equality(text));
        }
        Instance instance(store, *parsed, theory, element, nested ? inner->second : nullptr);
        instance.read(axioms);
        return instance;
    }
};

Theories::Theories(TermStore& store) : impl_(std::make_unique<Impl>(store)) {}
Theories::~Theories() = default;

const SeqTheory& Theories::seq(Sort element) {
    const auto known = impl_->seqs.find(element->id);
    if (known != impl_->seqs.end()) {
        return known->second;
    }
    const Instance instance = impl_->read(impl_->seq_texts, kSeqTheory, "seq", element);
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
    return impl_->seqs.emplace(element->id, theory).first->second;
}

const SetTheory& Theories::set(Sort element) {
    const auto known = impl_->sets.find(element->id);
    if (known != impl_->sets.end()) {
        return known->second;
    }
    const Instance instance = impl_->read(impl_->set_texts, kSetTheory, "set", element);
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
    theory.size = function("size");
    impl_->equalities.emplace(theory.set->id, theory.equal);
    return impl_->sets.emplace(element->id, theory).first->second;
}

const MultisetTheory& Theories::multiset(Sort element) {
    const auto known = impl_->multisets.find(element->id);
    if (known != impl_->multisets.end()) {
        return known->second;
    }
    const Instance instance = impl_->read(impl_->multiset_texts, kMultisetTheory, "multiset", element);
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
    return impl_->multisets.emplace(element->id, theory).first->second;
}

Function Theories::multiset_of_seq(Sort element) {
    const auto known = impl_->multisets_of_seq.find(element->id);
    if (known != impl_->multisets_of_seq.end()) {
        return known->second;
    }
    seq(element);
    multiset(element);
    const Instance instance = impl_->read(impl_->of_seq_texts, kMultisetOfSeqTheory, "multiset.of_seq", element);
    return impl_->multisets_of_seq.emplace(element->id, instance.function("multiset.of_seq")).first->second;
}

Function Theories::multiset_of_set(Sort element) {
    const auto known = impl_->multisets_of_set.find(element->id);
    if (known != impl_->multisets_of_set.end()) {
        return known->second;
    }
    set(element);
    multiset(element);
    const Instance instance = impl_->read(impl_->of_set_texts, kMultisetOfSetTheory, "multiset.of_set", element);
    return impl_->multisets_of_set.emplace(element->id, instance.function("multiset.of_set")).first->second;
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
    explicit Selection(const std::vector<Axiom>& candidates)
        : candidates_(candidates), selected_(candidates.size(), false) {
        for (std::size_t axiom = 0; axiom < candidates.size(); ++axiom) {
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

std::vector<const Axiom*> relevant_axioms(const std::vector<Term>& goals, const std::vector<Axiom>& candidates) {
    Selection selection(candidates);
    for (Term goal : goals) {
        selection.mention(goal);
    }
    return selection.run();
}

} // namespace daphnia::logic
