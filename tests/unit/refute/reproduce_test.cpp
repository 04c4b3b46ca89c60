// Reproducers: what they look like, and that program and reproducer together are a program.
#include "refute/reproduce.h"

#include "parse/parse.h"
#include "resolve/resolve.h"
#include "support/diagnostics.h"
#include "support/match.h"

#include <gtest/gtest.h>

namespace daphnia::refute {
namespace {

using interpret::Heap;
using interpret::Value;
using interpret::Values;

class Reproduce : public testing::Test {
  protected:
    void program(const std::string& text) {
        source_ = std::make_unique<const support::SourceFile>("test.dfy", text);
        program_ = resolved(*source_);
    }

    // Of the first declaration.
    std::string text(const Values& arguments) const {
        std::string result = reproducer(program_, program_.declarations.front(), arguments, heap);
        if (!result.empty()) {
            const support::SourceFile whole("whole.dfy", std::string(source_->text()) + result);
            resolved(whole);
        }
        return result;
    }

    Value array(const typed::Type& element, Values elements) {
        return Value::reference(heap.allocate(element, std::move(elements)));
    }

    Heap heap;

  private:
    static typed::Program resolved(const support::SourceFile& file) {
        support::DiagnosticList sink;
        const ast::Program tree = parse::parse(file, sink);
        std::optional<typed::Program> result = resolve::resolve(tree, sink, {});
        for (const support::Diagnostic& diagnostic : sink.all()) {
            ADD_FAILURE() << file.text() << '\n' << diagnostic.message;
        }
        return result ? std::move(*result) : typed::Program{};
    }

    std::unique_ptr<const support::SourceFile> source_;
    typed::Program program_;
};

Values integers(std::initializer_list<std::int64_t> numbers) {
    Values result;
    for (const std::int64_t number : numbers) {
        result.push_back(Value::integer(number));
    }
    return result;
}

TEST_F(Reproduce, CallsAMethodWithAnArray) {
    program("method Sum(a: array<int>, n: nat) returns (s: int, t: bool) { s, t := 0, true; }\n");
    EXPECT_EQ(text({array(typed::int_type(), integers({3, -1})), Value::integer(7)}),
              "method {:main} Counterexample()\n"
              "{\n"
              "  var a := new int[2] [3, -1];\n"
              "  var s, t := Sum(a, 7);\n"
              "}\n");
}

TEST_F(Reproduce, KeepsAliases) {
    program("method Swap(a: array<int>, b: array<int>, c: array<int>) modifies a, b { }\n");
    const Value shared = array(typed::int_type(), integers({1}));
    EXPECT_NE(text({shared, shared, array(typed::int_type(), {})})
                  .find("  var a := new int[1] [1];\n  var c := new int[0];\n  Swap(a, a, c);\n"),
              std::string::npos);
}

TEST_F(Reproduce, DeclaresNestedArraysFirst) {
    program("method M(rows: array<array<int>>, more: seq<array<int>>) { }\n");
    const Value row = array(typed::int_type(), integers({1, 2}));
    const Value rows = array(typed::array_type(typed::int_type()), {row, row});
    EXPECT_NE(text({rows, Value::sequence({row})})
                  .find("  var rows1 := new int[2] [1, 2];\n  var rows := new array<int>[2] [rows1, rows1];\n"
                        "  M(rows, [rows1]);\n"),
              std::string::npos)
        << text({rows, Value::sequence({row})});
}

TEST_F(Reproduce, WritesMatricesByTheirRows) {
    program("method M(m: array2<int>, i: array2<bool>) { }\n");
    const interpret::Reference matrix =
        heap.allocate_object(typed::array_type(typed::int_type(), 2), integers({1, 2, 3, 4, 5, 6}), {2, 3});
    const interpret::Reference none = heap.allocate_object(typed::array_type(typed::bool_type(), 2), {}, {0, 2});
    const std::string written = text({Value::reference(matrix), Value::reference(none)});
    EXPECT_NE(written.find("  var m := new int[2, 3]((i, j) requires 0 <= i < 2 && 0 <= j < 3 => [[1, 2, 3], "
                           "[4, 5, 6]][i][j]);\n  var i1 := new bool[0, 2];\n  M(m, i1);\n"),
              std::string::npos)
        << written;
}

TEST_F(Reproduce, WritesEveryKindOfValue) {
    program("method M(s: string, c: char, b: bool, t: (int, ghost seq<int>), e: seq<seq<int>>, i: int) { }\n");
    const Values arguments{Value::string(U"a\"\n"),
                           Value::character(U'\''),
                           Value::boolean(true),
                           Value::tuple({Value::integer(-1), Value::sequence(integers({1}))}),
                           Value::sequence({Value::sequence({})}),
                           Value::integer(support::Integer("-123456789012345678901234567890"))};
    EXPECT_NE(
        text(arguments).find(R"(M("a\"\n", '\'', true, (-1, ghost [1]), [[]], -123456789012345678901234567890);)"),
        std::string::npos)
        << text(arguments);
}

TEST_F(Reproduce, GivesNullItsType) {
    program("method M(a: array?<int>, b: array?<int>) { }\n");
    EXPECT_NE(text({Value::reference({}), array(typed::int_type(), {})})
                  .find("  var a: array?<int> := null;\n  var b := new int[0];\n  M(a, b);\n"),
              std::string::npos);
}

TEST_F(Reproduce, TakesNoNameOfTheProgram) {
    program("method s(s: array<int>) returns (a: int) { a := 1; }\n"
            "function Counterexample(): int { 1 }\n"
            "const a: int := 2\n");
    EXPECT_EQ(text({array(typed::int_type(), integers({0}))}), "method {:main} Counterexample1()\n"
                                                               "{\n"
                                                               "  var s1 := new int[1] [0];\n"
                                                               "  var a1 := s(s1);\n"
                                                               "}\n");
}

TEST_F(Reproduce, CallsWhatIsGhostAsSuch) {
    program("lemma L(x: int) returns (y: int) { y := x; }\n");
    EXPECT_NE(text({Value::integer(1)}).find("  ghost var y := L(1);\n"), std::string::npos);
    program("lemma L(x: int) { }\n");
    EXPECT_NE(text({Value::integer(1)}).find("  L(1);\n"), std::string::npos);
    program("ghost predicate P(a: array<int>) { a.Length > 0 }\n");
    EXPECT_NE(text({array(typed::int_type(), integers({0}))}).find("  ghost var r := P(a);\n"), std::string::npos);
    program("ghost method G(a: array<int>) returns (z: int) { z := 1; }\n");
    EXPECT_NE(text({array(typed::int_type(), integers({0}))}).find("  ghost var z := G(a);\n"), std::string::npos);
    program("method M(ghost x: int) returns (r: int, ghost g: int) { r, g := 1, x; }\n");
    EXPECT_NE(text({Value::integer(5)}).find("  var r, g := M(5);\n"), std::string::npos);
    program("ghost const c: int := 1\n");
    EXPECT_NE(text({}).find("  ghost var r := c;\n"), std::string::npos);
}

TEST_F(Reproduce, NamesThePreviousStateOfWhatHasTwo) {
    program("twostate lemma L(a: array<int>, Before: int) { }\n");
    EXPECT_NE(text({array(typed::int_type(), integers({0})), Value::integer(1)})
                  .find("  var a := new int[1] [0];\n  label Before:\n  L@Before(a, 1);\n"),
              std::string::npos);
    program("twostate function F(a: array<int>): int { 3 }\n");
    EXPECT_NE(text({array(typed::int_type(), integers({0}))}).find("  label Before:\n  ghost var r := F@Before(a);\n"),
              std::string::npos);
}

TEST_F(Reproduce, MayDivergeWhereTheMethodMay) {
    program("method M() decreases * { while true decreases * { } }\n");
    EXPECT_NE(text({}).find("Counterexample()\n  decreases *\n{\n  M();\n}\n"), std::string::npos);
}

TEST_F(Reproduce, IsEmptyWhenNobodyWouldReadIt) {
    program("method M(a: array<int>) { }\n");
    EXPECT_EQ(text({array(typed::int_type(), Values(100'000, Value::integer(1)))}), "");
}

} // namespace
} // namespace daphnia::refute
