// The condition of a declaration is the same text whatever else its program declares: what is not reached from it
// leaves no trace. Declarations that nobody uses are put before the programs of examples and suite, and behind them
// under other names.
#include "programs.h"

#include "driver/dump.h"
#include "parse/parse.h"
#include "resolve/resolve.h"
#include "support/source_files.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <sstream>

namespace daphnia::harness {
namespace {

namespace fs = std::filesystem;

// Of each kind of declaration one, over types that few programs have.
std::string unrelated(const std::string& module) {
    return "\nmodule " + module + R"( {
  datatype Other = Dark(rows: array<array<char>>) | Bright(f: int ~> bool)
  newtype Byte = x: int | 0 <= x < 256
  type Odd = x: int | x % 2 == 1 witness 1
  const Limit: int := 77
  function Read(rows: seq<array<Byte>>, f: real ~> real): int
    reads rows, f.reads
    requires f.requires(1.0)
  { if rows == [] then 0 else Read(rows[1..], f) + 1 }
  function {:opaque} Hidden(a: array<bool>): bool
    reads a
  { a.Length > 3 && a[1] }
  method Change(a: array<set<int>>, b: array<Odd>)
    modifies a, b
  {
    if a.Length > 0 { a[0] := {Limit}; }
    var c := new real[3](i => 1.5);
    while b.Length > 9 decreases 0 { break; }
  }
  lemma Fact(x: int, y: int)
    ensures x * y == y * x
  {}
}
)";
}

// The conditions of each declaration by its name; nothing when the text is not a program.
std::optional<std::map<std::string, std::string>> conditions(const fs::path& path, const std::string& text) {
    support::DiagnosticList problems;
    support::SourceFile file(path.string(), text);
    const ast::Program tree = parse::parse(file, problems);
    if (problems.has_errors()) {
        return std::nullopt;
    }
    const std::optional<typed::Program> program = resolve::resolve(tree, problems, {});
    if (!program) {
        return std::nullopt;
    }
    std::ostringstream all;
    driver::print_stage(*program, {}, driver::DumpStage::Smt2, {}, all);
    std::map<std::string, std::string> result;
    std::istringstream lines(all.str());
    std::string line;
    std::string before;
    std::string* condition = nullptr;
    while (std::getline(lines, line)) {
        if (line == "(reset)") { // after a line with the name
            condition = &result[before];
        }
        if (condition != nullptr) {
            *condition += line + "\n";
        }
        before = line;
    }
    return result;
}

class Independence : public ::testing::TestWithParam<fs::path> {};

TEST_P(Independence, ConditionsDoNotDependOnUnrelatedDeclarations) {
    const std::string text = read_text(GetParam());
    if (text.find("include ") != std::string::npos) {
        GTEST_SKIP() << "several files";
    }
    const auto alone = conditions(GetParam(), text);
    if (!alone) {
        GTEST_SKIP() << "not a program";
    }
    for (const std::string& with : {unrelated("A_0") + text, text + unrelated("Z_1")}) {
        const auto among_others = conditions(GetParam(), with);
        ASSERT_TRUE(among_others.has_value());
        for (const auto& [name, condition] : *alone) {
            const auto other = among_others->find(name);
            ASSERT_NE(other, among_others->end()) << name;
            // A text ends with the name of the next declaration.
            const auto end = [](const std::string& all) { return all.substr(0, all.find("(check-sat)")); };
            EXPECT_EQ(end(condition), end(other->second)) << name;
        }
    }
}

std::string name_of(const ::testing::TestParamInfo<fs::path>& info) {
    return test_name(info.param);
}

INSTANTIATE_TEST_SUITE_P(Programs, Independence, ::testing::ValuesIn(all_programs()), name_of);

} // namespace
} // namespace daphnia::harness
