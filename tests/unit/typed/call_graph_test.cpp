// Components of small call graphs, made by hand.
#include "typed/call_graph.h"

#include <gtest/gtest.h>

namespace daphnia::typed {
namespace {

// A program of functions named by number; calls are edges in bodies.
class CallGraphTest : public ::testing::Test {
  protected:
    static ExprPtr call(const Function* callee) {
        Expr expr;
        expr.node = FunctionCall{callee, {}, {}};
        return std::make_unique<Expr>(std::move(expr));
    }

    void make_functions(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            auto function = std::make_unique<Function>();
            function->result = std::make_unique<const Variable>();
            functions_.push_back(function.get());
            program_.declarations.emplace_back(std::move(function));
        }
    }

    void add_call_in_body(std::size_t caller, std::size_t callee) {
        SeqDisplay calls;
        calls.elements.push_back(call(functions_[callee]));
        if (functions_[caller]->body != nullptr) {
            calls.elements.push_back(std::move(functions_[caller]->body));
        }
        Expr body;
        body.node = std::move(calls);
        functions_[caller]->body = std::make_unique<Expr>(std::move(body));
    }

    Program program_;
    std::vector<Function*> functions_;
};

TEST_F(CallGraphTest, CalleesOutsideTheComponentHaveSmallerNumbers) {
    make_functions(4);
    add_call_in_body(0, 2);
    add_call_in_body(2, 3);
    add_call_in_body(2, 1);
    const CallGraph calls(program_);
    EXPECT_LT(calls.component(functions_[2]), calls.component(functions_[0]));
    EXPECT_LT(calls.component(functions_[3]), calls.component(functions_[2]));
    EXPECT_LT(calls.component(functions_[1]), calls.component(functions_[2]));
    EXPECT_FALSE(calls.is_recursive(functions_[0]));
    EXPECT_EQ(calls.callees(functions_[2]), (std::vector<Callable>{functions_[1], functions_[3]}));
}

TEST_F(CallGraphTest, MutualRecursionIsOneComponent) {
    make_functions(4);
    add_call_in_body(0, 1);
    add_call_in_body(1, 2);
    add_call_in_body(2, 0);
    add_call_in_body(1, 3);
    const CallGraph calls(program_);
    EXPECT_TRUE(calls.same_component(functions_[0], functions_[1]));
    EXPECT_TRUE(calls.same_component(functions_[1], functions_[2]));
    EXPECT_FALSE(calls.same_component(functions_[1], functions_[3]));
    EXPECT_TRUE(calls.is_recursive(functions_[2]));
    EXPECT_FALSE(calls.is_recursive(functions_[3]));
}

TEST_F(CallGraphTest, SelfCallsAreRecursive) {
    make_functions(2);
    add_call_in_body(0, 0);
    const CallGraph calls(program_);
    EXPECT_TRUE(calls.is_recursive(functions_[0]));
    EXPECT_FALSE(calls.is_recursive(functions_[1]));
}

TEST_F(CallGraphTest, ContractsAndMeasuresCount) {
    make_functions(4);
    functions_[0]->preconditions.push_back({call(functions_[1]), {}, ""});
    functions_[1]->postconditions.push_back({call(functions_[2]), {}, ""});
    functions_[2]->decreases.measures.push_back(call(functions_[0]));
    const CallGraph calls(program_);
    EXPECT_TRUE(calls.same_component(functions_[0], functions_[2]));
    EXPECT_FALSE(calls.same_component(functions_[0], functions_[3]));
}

TEST_F(CallGraphTest, LemmaCallsInFunctionBodiesCount) {
    make_functions(1);
    auto lemma = std::make_unique<Method>();
    lemma->kind = MethodKind::Lemma;
    lemma->postconditions.push_back({call(functions_[0]), {}, ""});
    Stmt lemma_call;
    lemma_call.node = Call{lemma.get(), {}, {}};
    StatementExpr statement;
    statement.statements.push_back(std::make_unique<Stmt>(std::move(lemma_call)));
    Expr body;
    body.node = std::move(statement);
    functions_[0]->body = std::make_unique<Expr>(std::move(body));
    const Method* const address = lemma.get();
    program_.declarations.emplace_back(std::move(lemma));
    const CallGraph calls(program_);
    EXPECT_TRUE(calls.same_component(functions_[0], address));
}

TEST_F(CallGraphTest, ConstantsAreNodes) {
    make_functions(1);
    auto constant = std::make_unique<Constant>();
    constant->value = call(functions_[0]);
    Expr read;
    read.node = ConstantRead{constant.get()};
    functions_[0]->body = std::make_unique<Expr>(std::move(read));
    const Constant* const address = constant.get();
    program_.declarations.emplace_back(std::move(constant));
    const CallGraph calls(program_);
    EXPECT_TRUE(calls.is_recursive(address));
}

TEST_F(CallGraphTest, LongChainsDoNotNest) {
    constexpr std::size_t kLength = 20000;
    make_functions(kLength);
    for (std::size_t i = 0; i + 1 < kLength; ++i) {
        add_call_in_body(i, i + 1);
    }
    const CallGraph calls(program_);
    EXPECT_EQ(calls.component(functions_[0]), kLength - 1);
}

} // namespace
} // namespace daphnia::typed
