// The intermediate language as text, and the table of obligation kinds.
#include "ivl/ivl.h"

#include "support/error.h"

#include <gtest/gtest.h>

#include <set>

namespace daphnia::ivl {
namespace {

const char* const kProgram = R"((declare-sort Ref 0)
(declare-fun f (Int Ref) Int)
(declare-const x Int)
(declare-const r Ref)
(declare-const y Int)
(declare-const |the flag| Bool)
(axiom f.positive "f is ""positive""." (forall ((i Int) (o Ref)) (! (< 0 (f i o)) :pattern ((f i o)) :qid f.positive)))
(procedure |M.first one|
  (block entry
    (assume (< x (f x r)))
    (assign y (+ x 1))
    (havoc x)
    (capture 3 x (+ y 1))
    (goto then else))
  (block then
    (assert index-range (<= 0 y))
    (assert assertion "say ""this"" instead" |the flag|)
    (goto end))
  (block else
    (assume false)
    (goto end))
  (block end
    (assert postcondition (= x y))))
(procedure empty
  (block entry))
)";

std::vector<std::string> errors_of(const std::string& text) {
    logic::TermStore store;
    Program program;
    std::vector<std::string> errors;
    bool good = read(text, store, program, errors);
    EXPECT_EQ(good, errors.empty());
    return errors;
}

TEST(IvlText, PrintsWhatItReads) {
    logic::TermStore store;
    Program program;
    std::vector<std::string> errors;
    ASSERT_TRUE(read(kProgram, store, program, errors)) << errors.front();
    EXPECT_EQ(print(program), kProgram);
    ASSERT_EQ(program.procedures.size(), 2U);
    const Procedure& procedure = program.procedures[0];
    EXPECT_EQ(procedure.name, "M.first one");
    EXPECT_EQ(procedure.blocks[0].successors, (std::vector<std::size_t>{1, 2}));
    const auto& assertion = std::get<Assert>(procedure.blocks[1].statements[1]);
    EXPECT_EQ(assertion.origin.rule, support::Rule::Assertion);
    EXPECT_EQ(assertion.origin.message, "say \"this\" instead");
    EXPECT_EQ(std::string(kProgram).substr(assertion.origin.range.begin, 17), "(assert assertion");
    EXPECT_EQ(program.axioms[0].why, "f is \"positive\".");
}

TEST(IvlText, PrintingIsStableWhenTermsAreShared) {
    std::string big = "(+ (+ (* x x) (* x 2)) (+ (* x 3) (* x (* x x))))";
    std::string text = "(declare-const x Int)(procedure p (block a (assume (< " + big + " (* " + big + " " + big +
                       "))) (assert assertion (forall ((i Int)) (< i " + big + ")))" +
                       "(assert assertion (forall ((i Int)) (< i " + big + ")))))";
    std::string printed[2];
    for (std::string& out : printed) {
        logic::TermStore store;
        Program program;
        std::vector<std::string> errors;
        ASSERT_TRUE(read(text, store, program, errors)) << errors.front();
        out = print(program);
        text = out;
    }
    EXPECT_NE(printed[0].find("(let (($1"), std::string::npos);
    EXPECT_EQ(printed[0], printed[1]);
}

TEST(IvlText, ErrorsNameTheirLine) {
    auto in_block = [](const std::string& statement) {
        return "(declare-const x Int)\n(procedure p\n  (block a\n" + statement + "))";
    };
    EXPECT_TRUE(errors_of(in_block("(havoc x)")).empty());
    EXPECT_EQ(errors_of(in_block("(havoc y)")).front(), "line 4: a declared variable is expected here");
    EXPECT_EQ(errors_of(in_block("(assign x true)")).front(), "line 4: the value has another sort than the variable");
    EXPECT_EQ(errors_of(in_block("(assume x)")).front(), "line 4: a formula is expected here, not a term of sort Int");
    EXPECT_EQ(errors_of(in_block("(assert nonsense true)")).front(), "line 4: unknown kind of obligation");
    EXPECT_EQ(errors_of(in_block("(retrun)")).front(), "line 4: a statement is expected here");
    EXPECT_EQ(errors_of(in_block("(goto a)")).front(), "line 4: a label of a later block is expected here");
    EXPECT_EQ(errors_of(in_block("(goto b)")).front(), "line 4: a label of a later block is expected here");
    EXPECT_EQ(errors_of(in_block(") (block a")).front(), "line 4: there are two blocks a");
    EXPECT_EQ(errors_of("(procedure").front(), "line 1: this parenthesis is never closed");
    EXPECT_EQ(errors_of("\n(procure p)").front(), "line 2: a declaration, an axiom or a procedure is expected here");
    EXPECT_FALSE(errors_of(in_block("(goto b) (havoc x)")).empty());
}

} // namespace
} // namespace daphnia::ivl
