// SMT-LIB text of terms: what is printed is read back as the same term.
#include "logic/smtlib.h"

#include <gtest/gtest.h>

namespace daphnia::logic {
namespace {

class SmtlibTest : public testing::Test {
  protected:
    TermStore store;
    Scope scope{store};

    SmtlibTest() {
        declare(
            "(declare-sort Seq<Int> 0)(declare-fun f (Int Int) Int)(declare-fun |odd name| (Seq<Int>) Bool)"
            "(declare-fun c () Int)(declare-const x Int)(declare-const y Int)(declare-const s Seq<Int>)"
            "(declare-const real Real)(declare-const bits (_ BitVec 8))(declare-const p Bool)(declare-const row (Array "
            "Int (Array Int Bool)))");
    }

    void declare(const std::string& text) {
        SExprs exprs(text);
        for (std::uint32_t root : exprs.roots()) {
            EXPECT_TRUE(read_declaration(exprs, root, scope));
        }
    }

    Term read(const std::string& text) {
        SExprs exprs(text);
        return read_term(exprs, exprs.roots().front(), scope);
    }

    std::string error(const std::string& text) {
        try {
            read(text);
        } catch (const SyntaxError& problem) {
            return std::to_string(problem.line()) + ": " + problem.what();
        }
        return "";
    }
};

class SmtlibRoundTrip : public SmtlibTest, public testing::WithParamInterface<std::string> {};

TEST_P(SmtlibRoundTrip, PrintsWhatItReads) {
    Term term = read(GetParam());
    EXPECT_EQ(print(term), GetParam());
    EXPECT_EQ(read(print(term)), term);
}

INSTANTIATE_TEST_SUITE_P(
    Terms, SmtlibRoundTrip,
    testing::Values(
        "true", "x", "c", "12345678901234567890123", "(- 5)", "(- x)", "(+ x 1)", "(- x y)", "(* x y)", "(div x 2)",
        "(mod x 2)", "(<= x y)", "(< x y)", "(= x y)", "(not p)", "(and p (= x y) (< x y))", "(or p (< x y))",
        "(=> p (< x y))", "(ite p x y)", "(f x (f y c))", "(|odd name| s)", "(select (select row x) y)", "(/ 1.0 3.0)",
        "(- 2.0)", "(+ real 5.0)", "(< real (to_real x))", "(to_int real)", "(_ bv5 8)", "(bvadd bits (_ bv1 8))",
        "(bvult bits (bvnot bits))", "((_ int2bv 8) x)", "(bv2nat bits)", "((_ zero_extend 8) bits)",
        "((_ extract 3 0) bits)", "(bvlshr bits (bvshl bits (bvor bits (_ bv3 8))))",
        "(store row x (store (select row x) y p))", "(forall ((i Int)) (< i (f i x)))",
        "(forall ((i Int) (b Bool)) (! (=> b (< i (f i x))) :pattern ((f i x) (f x i)) :pattern ((f i i)) :weight 3 "
        ":qid name))",
        "(exists ((i Int)) (! (forall ((j Int)) (< (f i j) x)) :qid outer))"));

TEST_F(SmtlibTest, NamesAreQuotedWhenTheyMust) {
    EXPECT_EQ(symbol("seq.at<Int>"), "seq.at<Int>");
    EXPECT_EQ(symbol("a b"), "|a b|");
    EXPECT_EQ(symbol("and"), "|and|");
    EXPECT_EQ(symbol("1st"), "|1st|");
    EXPECT_EQ(symbol("x'"), "|x'|");
    EXPECT_EQ(symbol(""), "||");
}

TEST_F(SmtlibTest, SharedTermsGetNames) {
    std::string shared = "(f (f x (f y (f x y))) (f (f x y) (f y x)))";
    Term term = read("(< (f " + shared + " 1) (f 2 " + shared + "))");
    EXPECT_EQ(print(term), "(let (($1 " + shared + ")) (< (f $1 1) (f 2 $1)))");
    EXPECT_EQ(read(print(term)), term);
}

TEST_F(SmtlibTest, TextStaysLinearAndDepthCostsNoStack) {
    Term wide = store.variable("x", store.int_sort());
    Function f = store.find_function("f");
    for (int i = 0; i < 300; ++i) {
        wide = store.apply(f, {wide, wide});
    }
    std::string text = print(wide);
    EXPECT_LT(text.size(), 30'000U);
    EXPECT_EQ(read(text), wide);
    Term deep = store.variable("x", store.int_sort());
    for (int i = 0; i < 100'000; ++i) {
        deep = store.apply(f, {store.integer(i), deep});
    }
    EXPECT_EQ(read(print(deep)), deep);
}

TEST_F(SmtlibTest, NamesStayInsideTheQuantifierWhoseVariablesTheyUse) {
    std::string inner = "(f (f i (f i (f i i))) (f (f i i) (f i x)))";
    std::string quantified = "(forall ((i Int)) (< (f " + inner + " 1) (f 2 " + inner + ")))";
    Term term = read(quantified);
    EXPECT_EQ(print(term), "(forall ((i Int)) (let (($1 " + inner + ")) (< (f $1 1) (f 2 $1))))");
    EXPECT_EQ(read(print(term)), term);
}

TEST_F(SmtlibTest, NamesEndWithTheirQuantifier) {
    std::string inner = "(f (f i (f i (f i i))) (f (f i i) (f i x)))";
    std::string body = "((i Int)) (< (f " + inner + " 1) (f 2 " + inner + ")))";
    Term term = read("(and (forall " + body + " (exists " + body + ")");
    EXPECT_EQ(term->children[0]->children[0], term->children[1]->children[0]);
    EXPECT_EQ(read(print(term)), term);
}

TEST_F(SmtlibTest, AnInnerBinderHidesAnOuterName) {
    Term term = read("(forall ((x Int)) (=> (< x y) (exists ((x Int)) (< (f x x) y))))");
    EXPECT_EQ(free_variables(term), std::vector<Term>{store.find_variable("y")});
    Term outer = term->quantifier->variables.front();
    EXPECT_NE(outer, store.find_variable("x"));
    Term inner = term->children[0]->children[1]->quantifier->variables.front();
    EXPECT_NE(outer, inner);
    Term twice = read("(forall ((h Int)) (=> (< h y) (exists ((h Int)) (< (f h h) y))))");
    EXPECT_NE(twice->quantifier->variables, twice->children[0]->children[1]->quantifier->variables);
    // let is simultaneous: the second x below is the outer one
    EXPECT_EQ(read("(let ((x y) (y x)) (f x y))"), read("(f y x)"));
}

TEST_F(SmtlibTest, DeclarationsListWhatIsFreeOnce) {
    Term term = read("(and (|odd name| s) (forall ((i Int)) (< (f i c) x)))");
    EXPECT_EQ(print(declarations({term, term})), "(declare-sort Seq<Int> 0)\n"
                                                 "(declare-fun f (Int Int) Int)\n"
                                                 "(declare-fun |odd name| (Seq<Int>) Bool)\n"
                                                 "(declare-fun c () Int)\n"
                                                 "(declare-const x Int)\n"
                                                 "(declare-const s Seq<Int>)\n");
}

TEST_F(SmtlibTest, CommentsBelongToTheListBelow) {
    SExprs exprs("; a title\n\n; one\n;; two\n(a ; inside\n b)\n(c)\n");
    EXPECT_EQ(exprs[exprs.roots()[0]].comment, "one two");
    EXPECT_EQ(exprs[exprs.roots()[1]].comment, "");
}

TEST_F(SmtlibTest, ErrorsNameTheirLine) {
    EXPECT_EQ(error("(+ x\n  z)"), "2: nothing is known about z with 0 arguments");
    EXPECT_EQ(error("(g x)"), "1: nothing is known about g with 1 arguments");
    EXPECT_NE(error("(+ x p)"), "");
    EXPECT_NE(error("(f x)"), "");
    EXPECT_NE(error("(forall ((i Int)) i)"), "");
    EXPECT_NE(error("(forall ((i Nat)) true)"), "");
    EXPECT_EQ(error("(and p\n(or p"), "2: this parenthesis is never closed");
    EXPECT_EQ(error("p\n)"), "2: this parenthesis closes nothing");
    EXPECT_EQ(error("|p"), "1: this quoted symbol is never closed");
    EXPECT_EQ(error("()"), "1: a list of at least 2 items is expected here");
}

} // namespace
} // namespace daphnia::logic
