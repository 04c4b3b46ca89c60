// Bound variables: which restrictions their conditions give, in which order, and which values come out.
#include "interpret/bounds.h"

#include "running.h"
#include "typed/print.h"
#include "typed/walk.h"

#include <gtest/gtest.h>

namespace daphnia::interpret {
namespace {

std::string text(const typed::Sum& sum) {
    std::string result;
    for (const typed::Summand& summand : sum.summands) {
        result += (summand.negative ? "-" : "+") + typed::print(*summand.term);
    }
    return sum.offset == 0 && !result.empty() ? result : result + fmt::format("{:+}", sum.offset);
}

// "i: 0 <= <= +n-1; j: …", in the order in which they are to be evaluated.
std::string text(const std::vector<typed::Restriction>& restrictions) {
    std::string result;
    const auto list = [&](const std::string& before, const auto& items, const auto& as_text) {
        for (const auto& item : items) {
            result += before + as_text(item);
        }
    };
    const auto sum = [](const typed::Sum& each) { return text(each); };
    const auto term = [](const typed::Expr* each) { return typed::print(*each); };
    for (const typed::Restriction& restriction : restrictions) {
        result += (result.empty() ? "" : "; ") + restriction.variable->name;
        list(" >= ", restriction.lower, sum);
        list(" <= ", restriction.upper, sum);
        list(" = ", restriction.equal, sum);
        list(" is ", restriction.exactly, term);
        list(" in ", restriction.element_of, term);
    }
    return result;
}

// The first quantifier of a condition over a few variables.
class Condition {
  public:
    explicit Condition(const std::string& condition)
        : source_("ghost predicate P(x: int)\n"
                  "ghost predicate C(n: int, m: int, s: seq<int>, t: string, c: char) { " +
                  condition + " }") {
        typed::for_each_below(*source_.find<typed::Function>("C").body,
                              {[&](const typed::Expr& expr) {
                                   const auto* found = std::get_if<typed::Quantifier>(&expr.node);
                                   quantifier_ = quantifier_ == nullptr ? found : quantifier_;
                               },
                               {}});
    }
    const typed::Quantifier& quantifier() const { return *quantifier_; }
    const Source& source() const { return source_; }

  private:
    Source source_;
    const typed::Quantifier* quantifier_ = nullptr;
};

std::string restrictions_of(const std::string& condition) {
    return text(typed::restrictions(Condition(condition).quantifier()));
}

TEST(Restrictions, OfForallComeFromRangesAndAntecedents) {
    EXPECT_EQ(restrictions_of("forall i :: 0 <= i < n ==> P(i)"), "i >= +0 <= +n-1");
    EXPECT_EQ(restrictions_of("forall i | 0 <= i < n :: P(i)"), "i >= +0 <= +n-1");
    EXPECT_EQ(restrictions_of("forall i :: i < 0 || n <= i || P(i)"), "i >= +0 <= +n-1");
    EXPECT_EQ(restrictions_of("forall i :: 0 <= i ==> i < n ==> P(i)"), "i >= +0 <= +n-1");
    EXPECT_EQ(restrictions_of("forall i :: !(0 <= i && i <= n && P(i))"), "i >= +0 <= +n");
    EXPECT_EQ(restrictions_of("forall i: nat :: i < n ==> P(i)"), "i >= +0 <= +n-1");
}

TEST(Restrictions, OfExistsComeFromConjuncts) {
    EXPECT_EQ(restrictions_of("exists i :: 0 <= i < n && i <= m && P(i)"), "i >= +0 <= +n-1 <= +m");
    EXPECT_EQ(restrictions_of("exists i :: 0 <= i < n || P(i)"), "i");
    EXPECT_EQ(restrictions_of("exists i :: i in s && P(i)"), "i in s");
    EXPECT_EQ(restrictions_of("exists i :: n - 1 == i + m && P(i)"), "i = +n-1-m");
    EXPECT_EQ(restrictions_of("exists q :: q == s && P(|q|)"), "q is s");
}

TEST(Restrictions, OffsetsGoToTheOtherSide) {
    EXPECT_EQ(restrictions_of("forall i :: -1 <= i - m && i + 1 < n ==> P(i)"), "i >= -1+m <= +n-1-1");
    EXPECT_EQ(restrictions_of("forall i :: 0 <= n - i <= m ==> P(i)"), "i >= -m+n <= -0+n");
    EXPECT_EQ(restrictions_of("forall i :: 0 <= 2 * i < n ==> P(i)"), "i");
}

TEST(Restrictions, LaterVariablesAreReplacedByTheirBounds) {
    EXPECT_EQ(restrictions_of("forall i, j :: 0 <= i < j < n ==> P(i + j)"), "i >= +0 <= +n-2; j >= +i+1 <= +n-1");
    EXPECT_EQ(restrictions_of("forall i, j :: 0 <= j < n && 0 <= i < n - j ==> P(i + j)"),
              "i >= +0 <= +n-0-1; j >= +0 <= +n-1 <= -i+n-1");
}

TEST(Restrictions, AreInAnOrderInWhichTheyCanBeEvaluated) {
    EXPECT_EQ(restrictions_of("forall i, j :: i in s[..j] && 0 <= j <= |s| ==> P(i)"), "j >= +0 <= +|s|; i in s[..j]");
    EXPECT_EQ(restrictions_of("forall a, b, c :: b == c + c && 0 <= c < n && a == b + b ==> P(a)"),
              "c >= +0 <= +n-1; b = +c+c; a = +b+b");
}

TEST(Restrictions, OfTargetsComeFromTheConstraint) {
    const Source source("method M(n: int, s: seq<int>) { var x, y :| x in s && x <= y < n; }");
    std::string found;
    typed::for_each_below(*source.method("M").body, {[](const typed::Expr&) {},
                                                     [&](const typed::Stmt& statement) {
                                                         const auto* such =
                                                             std::get_if<typed::AssignSuchThat>(&statement.node);
                                                         found += such == nullptr ? "" : text(restrictions(*such));
                                                     }});
    EXPECT_EQ(found, "x <= +n-1 in s; y >= +x <= +n-1");
}

// Values of the first variable, with n = 3, m = -2, s = [4, -1, 4], t = "ab", and P and division without value.
class Enumeration {
  public:
    explicit Enumeration(const std::string& condition, const Heap& heap = {}) : condition_(condition) {
        const std::vector<typed::Restriction> restrictions = typed::restrictions(condition_.quantifier());
        Candidates candidates(
            restrictions.front(), [&](const typed::Expr& term) { return evaluate(term); }, heap);
        extent_ = candidates.extent();
        for (int i = 0; i < 5; ++i) {
            if (std::optional<Value> value = candidates.next()) {
                text_ += (i == 0 ? "" : " ") + shown(*value, restrictions.front().variable->type, heap);
            }
        }
    }
    const std::string& text() const { return text_; }
    Extent extent() const { return extent_; }

  private:
    std::optional<Value> evaluate(const typed::Expr& term) const {
        if (const auto* literal = std::get_if<typed::IntLiteral>(&term.node)) {
            return Value::integer(literal->value);
        }
        if (const auto* literal = std::get_if<typed::CharLiteral>(&term.node)) {
            return Value::character(literal->value);
        }
        const typed::Variable* const variable = typed::read_variable(term);
        if (variable == nullptr) {
            return std::nullopt;
        }
        return variable->name == "n"   ? number(3)
               : variable->name == "m" ? number(-2)
               : variable->name == "t" ? Value::string(U"ab")
               : variable->name == "c" ? Value::character(U'c')
                                       : Value::sequence({number(4), number(-1), number(4)});
    }

    Condition condition_;
    std::string text_;
    Extent extent_ = Extent::Partial;
};

void expect_values(const std::string& condition, const std::string& values, Extent extent) {
    const Enumeration found(condition);
    EXPECT_EQ(found.text(), values) << condition;
    EXPECT_EQ(found.extent(), extent) << condition;
}

TEST(Candidates, OfIntegers) {
    expect_values("forall i :: 0 <= i < n ==> P(i)", "0 1 2", Extent::Finite);
    expect_values("forall i :: m <= i < n && i < 0 ==> P(i)", "-2 -1", Extent::Finite);
    expect_values("forall i :: n <= i <= m ==> P(i)", "", Extent::Finite);
    expect_values("forall i :: i == n && i < 5 ==> P(i)", "3", Extent::Finite);
    expect_values("forall i :: n <= i ==> P(i)", "3 4 5 6 7", Extent::Endless);
    expect_values("forall i :: i < n ==> P(i)", "2 1 0 -1 -2", Extent::Endless);
    expect_values("forall i :: P(i)", "0 1 -1 2 -2", Extent::Endless);
    expect_values("forall i: nat :: i < n ==> P(i)", "0 1 2", Extent::Finite);
}

TEST(Candidates, AnUndefinedBoundIsIgnored) {
    expect_values("forall i :: 0 <= i < n && i < n / 0 ==> P(i)", "0 1 2", Extent::Finite);
    expect_values("forall i :: 0 <= i < n / 0 ==> P(i)", "0 1 2 3 4", Extent::Endless);
}

TEST(Candidates, OfSequencesComeOnceAndBelongToTheType) {
    expect_values("forall i :: i in s ==> P(i)", "4 -1", Extent::Finite);
    expect_values("forall i: nat :: i in s ==> P(i)", "4", Extent::Finite);
    expect_values("forall k :: k in t ==> P(k as int)", "'a' 'b'", Extent::Finite);
}

TEST(Candidates, OfOtherTypes) {
    expect_values("forall b: bool :: b || P(0)", "false true", Extent::Finite);
    expect_values("forall k: char :: 'a' <= k < c ==> P(0)", "'a' 'b'", Extent::Finite);
    expect_values("forall k: char :: k as int < 2 ==> P(0)", "'\\0' '\\U{0001}'", Extent::Finite);
    expect_values("forall k: char :: '\\U{D7FE}' <= k ==> P(0)",
                  "'\xED\x9F\xBE' '\xED\x9F\xBF' '\\U{E000}' '\\U{E001}' '\\U{E002}'", Extent::Finite);
    expect_values("forall q: seq<int> :: q == s ==> P(0)", "[4, -1, 4]", Extent::Finite);
    expect_values("forall q: seq<int> :: |q| == 0 ==> P(0)", "", Extent::Partial);
}

TEST(Candidates, OfArraysAreTheAllocatedOnesOfThatType) {
    Heap heap;
    heap.allocate(typed::int_type(), {number(1)});
    heap.allocate(typed::bool_type(), {});
    heap.allocate(typed::int_type(), {number(2)});
    const typed::Type element = typed::int_type();
    const auto listed = [&](const typed::Type& type) {
        Candidates candidates(type, heap);
        std::string result;
        while (const std::optional<Value> value = candidates.next()) {
            result += shown(*value, type, heap) + ";";
        }
        return result;
    };
    EXPECT_EQ(listed(typed::array_type(element)), "new int[] [1];new int[] [2];");
    EXPECT_EQ(listed(typed::nullable_array_type(element)), "null;new int[] [1];new int[] [2];");
}

} // namespace
} // namespace daphnia::interpret
