// Every axiom of every theory, and of the types, rows, tuples and comprehensions that programs speak of, holds for
// random values of the interpreter.
#include "axiom_model.h"
#include "encode/vocabulary.h"

#include <gtest/gtest.h>

#include <iostream>

namespace daphnia::encode {
namespace {

constexpr unsigned kSeed = 20;
constexpr int kRounds = 3'000;

// A program that speaks of arrays whose elements belong to a type that constrains them.
typed::Program program_with_arrays() {
    using namespace typed;
    auto method = std::make_unique<Method>();
    for (const Type& element :
         {nat_type(), char_type(), seq_type(nat_type()), seq_type(char_type()), nullable_array_type(int_type())}) {
        method->parameters.push_back(
            std::make_unique<const Variable>(Variable{"a", array_type(element), VariableKind::In, false, {}}));
    }
    Program program;
    program.declarations.emplace_back(std::move(method));
    return program;
}

class Axioms : public testing::Test {
  protected:
    Axioms() {
        for (const typed::Region& region : vocabulary.heap.regions()) {
            declared(region.content);
        }
    }

    Binding random_binding(const AxiomModel& model, const std::vector<Term>& variables) {
        Binding result;
        for (Term variable : variables) {
            result[variable] = model.random(random, variable->sort);
        }
        return result;
    }

    bool is_refuted(const std::vector<Term>& variables, Term claim) {
        for (int round = 0; round < kRounds; ++round) {
            const AxiomModel model(store, symbols, round % 5 - 2);
            if (!model.truth(claim, random_binding(model, variables))) {
                return true;
            }
        }
        return false;
    }

    // How often the axiom said something, as its guard held.
    int check(const logic::Axiom& axiom) {
        const bool quantified = axiom.formula->kind == TermKind::Forall;
        const Term body = quantified ? axiom.formula->children[0] : axiom.formula;
        const std::vector<Term> variables = quantified ? axiom.formula->quantifier->variables : std::vector<Term>{};
        int said = 0;
        for (int round = 0; round < kRounds; ++round) {
            const AxiomModel model(store, symbols, round % 5 - 2);
            const Binding binding = random_binding(model, variables);
            if (!model.truth(body, binding)) {
                ADD_FAILURE() << axiom.name << " does not hold: seed " << kSeed << ", round " << round;
                return kRounds;
            }
            said += body->kind != TermKind::Implies || model.truth(body->children[0], binding) ? 1 : 0;
        }
        return said;
    }

    void check_all(const std::vector<logic::Axiom>& axioms) {
        for (const logic::Axiom& axiom : axioms) {
            if (!logic::free_variables(axiom.formula).empty()) {
                continue; // it says which of many heaps one is
            }
            EXPECT_GT(check(axiom), kRounds / 300) << axiom.name << " was hardly put to the test";
        }
        std::cout << axioms.size() << " axioms, " << kRounds << " times each, seed " << kSeed << "\n";
    }

    typed::Type declared(const typed::Type& type) {
        const std::string name = typed::to_string(type);
        symbols.types["is<" + name + ">"] = type;
        symbols.types["is<" + name + ",alloc>"] = type;
        for (const char* predicate : {"row<", "typed<", "closed<"}) {
            symbols.types[predicate + name + ">"] = type;
        }
        return type;
    }

    std::mt19937 random{kSeed};
    logic::TermStore store;
    Symbols symbols;
    typed::Program program = program_with_arrays();
    Context context{program, {}};
    Vocabulary vocabulary{context, std::get<std::unique_ptr<typed::Method>>(program.declarations.front()).get(), store};
};

TEST_F(Axioms, OfSequencesHold) {
    using namespace typed;
    for (const Type& element :
         {int_type(), bool_type(), seq_type(int_type()), array_type(int_type()), tuple_type({int_type(), bool_type()}),
          tuple_type({seq_type(bool_type()), tuple_type({int_type(), bool_type()})})}) {
        if (element.kind == TypeKind::Tuple) {
            vocabulary.datatypes.tuple(element);
        }
        vocabulary.sorts.seq(seq_type(element));
    }
    const std::vector<logic::Axiom> axioms = vocabulary.axioms();
    EXPECT_GT(axioms.size(), 200U);
    check_all(axioms);
}

TEST_F(Axioms, OfSetsAndMultisetsHold) {
    using namespace typed;
    for (const Type& element : {int_type(), seq_type(bool_type()), set_type(int_type()), array_type(int_type())}) {
        vocabulary.collections.multiset_of(seq_type(element));
        vocabulary.collections.multiset_of(set_type(element));
    }
    const std::vector<logic::Axiom> axioms = vocabulary.axioms();
    EXPECT_GT(axioms.size(), 350U);
    check_all(axioms);
}

TEST_F(Axioms, OfMapsHold) {
    using namespace typed;
    const auto mention = [&](const Type& map) {
        const Term m = store.fresh_variable("m", vocabulary.sorts.of(map));
        for (const MapPartKind part : {MapPartKind::Keys, MapPartKind::Values, MapPartKind::Items}) {
            vocabulary.collections.map_part(map, part, m);
        }
    };
    mention(map_type(int_type(), bool_type()));
    mention(map_type(set_type(int_type()), seq_type(int_type())));
    mention({TypeKind::Imap, {int_type(), int_type()}, {}});
    const std::vector<logic::Axiom> axioms = vocabulary.axioms();
    EXPECT_GT(axioms.size(), 200U);
    check_all(axioms);
}

TEST_F(Axioms, OfTypesAndTheHeapHold) {
    using namespace typed;
    const Type refs = declared(seq_type(array_type(int_type())));
    const Type maybe_refs = declared(seq_type(nullable_array_type(int_type())));
    const std::vector<Type> types = {declared(seq_type(nat_type())),
                                     declared(seq_type(char_type())),
                                     declared(seq_type(seq_type(nat_type()))),
                                     refs,
                                     maybe_refs,
                                     declared(set_type(nat_type())),
                                     declared(set_type(char_type())),
                                     declared(map_type(nat_type(), char_type())),
                                     declared(multiset_type(nat_type())),
                                     declared(set_type(array_type(int_type())))};
    State state;
    state.alloc = store.variable("alloc", vocabulary.heap.alloc_sort());
    for (const Type& type : types) {
        const Term value = store.fresh_variable("value", vocabulary.sorts.of(type));
        vocabulary.membership.is(type, value, nullptr);
        vocabulary.membership.is(type, value, &state);
    }
    vocabulary.heap.known_of(vocabulary.heap.state("any "));
    vocabulary.heap.array_length(store.variable("array", vocabulary.heap.ref()));
    check_all(vocabulary.axioms());
}

TEST_F(Axioms, OfProductsHold) {
    const Term x = store.variable("x", store.int_sort());
    vocabulary.products.of(typed::BinaryOp::Multiply, x, x);
    symbols.functions["int.mul"] = [](const Values& a) { return interpret::multiply(a[0], a[1]); };
    symbols.functions["int.div"] = [](const Values& a) { return AxiomModel::divided(a[0], a[1], interpret::divide); };
    symbols.functions["int.mod"] = [](const Values& a) { return AxiomModel::divided(a[0], a[1], interpret::modulo); };
    const std::vector<logic::Axiom> axioms = vocabulary.axioms();
    EXPECT_GE(axioms.size(), 12U);
    check_all(axioms);
}

TEST_F(Axioms, OfComprehensionsHold) {
    const Term size = store.variable("size", store.int_sort());
    const Term x = store.variable("x", store.int_sort());
    const Term i = store.variable("i", store.int_sort());
    vocabulary.comprehensions.sequence(typed::seq_type(typed::int_type()), size, i, store.add(store.multiply(i, i), x));
    symbols.functions["comprehension!0"] = [](const Values& arguments) {
        Values elements;
        for (Value at = AxiomModel::integer(0); interpret::compare(at, arguments[0]) < 0;
             at = interpret::add(at, AxiomModel::integer(1))) {
            elements.push_back(interpret::add(interpret::multiply(at, at), arguments[1]));
        }
        return Value::sequence(std::move(elements));
    };
    check_all(vocabulary.axioms());
}

TEST_F(Axioms, OfSetComprehensionsHold) {
    const typed::Type ints = typed::set_type(typed::int_type());
    const Term n = store.variable("n", store.int_sort());
    const Term s = store.variable("s", vocabulary.sorts.of(ints));
    const Term x = store.variable("x", store.int_sort());
    const Term in_range = store.and_(store.less_equal(store.integer(0), x), store.less(x, n));
    const Term in_set = vocabulary.collections.contains(ints, s, x);
    vocabulary.comprehensions.set(ints, {x}, in_range, store.multiply(x, x));
    vocabulary.comprehensions.set(ints, {x}, store.and_(in_set, store.less(n, x)), x);
    symbols.functions["set comprehension!0"] = [](const Values& arguments) {
        Values elements;
        for (long i = 0; i < *arguments[0].as_small(); ++i) {
            elements.push_back(AxiomModel::integer(i * i));
        }
        return Value::set(std::move(elements));
    };
    symbols.functions["set comprehension!1"] = [](const Values& arguments) {
        Values elements;
        for (const Value& element : arguments[arguments[0].is_set() ? 0 : 1].elements()) {
            if (interpret::compare(arguments[arguments[0].is_set() ? 1 : 0], element) < 0) {
                elements.push_back(element);
            }
        }
        return Value::set(std::move(elements));
    };
    check_all(vocabulary.axioms());
}

TEST_F(Axioms, WithoutOneOfTheirGuardsAreFoundWrong) {
    vocabulary.collections.multiset_of(typed::seq_type(typed::int_type()));
    vocabulary.collections.multiset_of(typed::set_type(typed::int_type()));
    vocabulary.sorts.map(typed::map_type(typed::int_type(), typed::int_type()));
    int tried = 0;
    std::vector<std::string> harmless;
    for (const logic::Axiom& axiom : vocabulary.axioms()) {
        const Term body = axiom.formula->kind == TermKind::Forall ? axiom.formula->children[0] : axiom.formula;
        if (body->kind != TermKind::Implies) {
            continue;
        }
        const Term guard = body->children[0];
        const std::vector<Term> guards = guard->kind == TermKind::And ? guard->children : std::vector<Term>{guard};
        for (std::size_t without = 0; without < guards.size(); ++without) {
            std::vector<Term> others = guards;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(without));
            const Term wrong = store.implies(store.and_(std::move(others)), body->children[1]);
            ++tried;
            if (!is_refuted(axiom.formula->quantifier->variables, wrong)) {
                harmless.push_back(axiom.name + " without guard " + std::to_string(without));
            }
        }
    }
    EXPECT_GT(tried, 50);
    EXPECT_EQ(harmless, std::vector<std::string>{});
}

} // namespace
} // namespace daphnia::encode
