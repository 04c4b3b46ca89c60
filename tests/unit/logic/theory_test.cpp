// Theories: every axiom says why, and is sent exactly when it can be used.
#include "logic/theory.h"

#include "logic/smtlib.h"

#include <gtest/gtest.h>

#include <set>

namespace daphnia::logic {
namespace {

TEST(SeqTheory, EveryAxiomHasANameAReasonAndTriggers) {
    TermStore store;
    Theories theories(store);
    theories.seq(store.int_sort());
    std::set<std::string> names;
    for (const Axiom& axiom : theories.axioms()) {
        EXPECT_TRUE(names.insert(axiom.name).second) << axiom.name;
        EXPECT_GT(axiom.why.size(), 10U) << axiom.name;
        EXPECT_TRUE(axiom.why.ends_with('.')) << axiom.name;
        EXPECT_TRUE(free_variables(axiom.formula).empty()) << axiom.name;
        if (axiom.formula->kind != TermKind::Forall) {
            continue;
        }
        EXPECT_EQ(axiom.formula->quantifier->name, axiom.name);
        EXPECT_FALSE(axiom.formula->quantifier->triggers.empty()) << axiom.name;
        for (const Trigger& trigger : axiom.formula->quantifier->triggers) {
            std::set<Term> covered;
            for (Term term : trigger) {
                for_each_subterm(term, [&](Term part) { covered.insert(part); });
            }
            for (Term variable : axiom.formula->quantifier->variables) {
                EXPECT_TRUE(covered.contains(variable)) << axiom.name;
            }
        }
    }
}

TEST(SeqTheory, OneInstancePerElementSort) {
    TermStore store;
    Theories theories(store);
    const SeqTheory& ints = theories.seq(store.int_sort());
    std::size_t count = theories.axioms().size();
    EXPECT_EQ(&ints, &theories.seq(store.int_sort()));
    EXPECT_EQ(theories.axioms().size(), count);
    const SeqTheory& nested = theories.seq(ints.seq);
    EXPECT_EQ(nested.seq->name, "Seq<Seq<Int>>");
    EXPECT_EQ(nested.at->result, ints.seq);
    EXPECT_EQ(theories.axioms().size(), 2 * count);
    EXPECT_EQ(theories.axioms().front().name, "seq.length.positive<Int>");
    EXPECT_EQ(ints.at->name, "seq.at<Int>");
}

std::set<std::string> names(const std::vector<const Axiom*>& axioms) {
    std::set<std::string> result;
    for (const Axiom* axiom : axioms) {
        result.insert(axiom->name);
    }
    return result;
}

class RelevanceTest : public testing::Test {
  protected:
    TermStore store;
    Scope scope{store};
    std::vector<Axiom> axioms;

    RelevanceTest() {
        SExprs exprs("(declare-fun f (Int) Int)(declare-fun g (Int) Int)(declare-fun h (Int) Int)(declare-fun c () Int)"
                     "(declare-const x Int)");
        for (std::uint32_t root : exprs.roots()) {
            read_declaration(exprs, root, scope);
        }
        add("f-brings-g", "(forall ((i Int)) (! (< (f i) (g i)) :pattern ((f i))))");
        add("f-and-h", "(forall ((i Int)) (! (< (f i) (h i)) :pattern ((f i) (h i))))");
        add("f-or-h", "(forall ((i Int)) (! (< (f i) (h i)) :pattern ((f i)) :pattern ((h i))))");
        add("constant", "(= (g c) 1)");
        add("any", "(forall ((i Int)) (< (* i i) (- 1)))");
        add("untriggered", "(forall ((i Int)) (< (h i) c))");
    }

    Term read(const std::string& text) {
        SExprs exprs(text);
        return read_term(exprs, exprs.roots().front(), scope);
    }
    void add(const std::string& name, const std::string& text) { axioms.push_back({name, "", read(text)}); }
    std::set<std::string> relevant(const std::string& text) { return names(relevant_axioms({read(text)}, axioms)); }
};

TEST_F(RelevanceTest, FollowsTriggersToAFixpoint) {
    using Names = std::set<std::string>;
    EXPECT_EQ(relevant("(< x 1)"), (Names{"any"}));
    EXPECT_EQ(relevant("(< (g x) 1)"), (Names{"any"}));
    EXPECT_EQ(relevant("(< (h x) 1)"), (Names{"any", "f-or-h", "f-brings-g", "f-and-h"}));
    EXPECT_EQ(relevant("(< (g c) 1)"), (Names{"any", "constant"}));
    EXPECT_EQ(relevant("(< (f c) 1)"), (Names{"any", "f-brings-g", "f-or-h", "f-and-h", "constant", "untriggered"}));
}

TEST_F(RelevanceTest, KeepsTheOrderOfTheCandidates) {
    std::vector<const Axiom*> result = relevant_axioms({read("(< (f c) 1)")}, axioms);
    EXPECT_TRUE(std::is_sorted(result.begin(), result.end()));
}

} // namespace
} // namespace daphnia::logic
