// Every body of a program that verifies comes to an end: `assert false` there must not be proved. If it were, the
// contract, the axioms or an assumption would contradict themselves, and everything would be proved.
//
// A method that has no end says why, in its text: `// no end: the loop runs for ever`.
#include "annotations.h"
#include "daphnia_process.h"
#include "programs.h"

#include "ast/ast.h"
#include "parse/parse.h"
#include "support/diagnostics.h"
#include "support/source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>

namespace daphnia::harness {
namespace {

namespace fs = std::filesystem;

struct Body {
    std::string name;
    std::size_t begin; // of the block with its braces, in bytes
    std::size_t end;
};

// The bodies of methods and lemmas, in source order, but for those that say that they have no end.
class Bodies {
  public:
    explicit Bodies(const support::SourceFile& file) : text_(file.text()) {}

    void add(const std::vector<ast::DeclPtr>& declarations) {
        for (const ast::DeclPtr& declaration : declarations) {
            std::visit(*this, declaration->node);
            if (const auto* method = std::get_if<ast::MethodDecl>(&declaration->node)) {
                add(*declaration, *method);
            }
        }
    }

    void operator()(const ast::ModuleDecl& module) { add(module.decls); }
    template <typename Node>
    void operator()(const Node& node) {
        if constexpr (requires { node.members; }) {
            add(node.members);
        }
    }

    const std::vector<Body>& list() const { return list_; }

  private:
    void add(const ast::Decl& declaration, const ast::MethodDecl& method) {
        const std::size_t line_end = std::min(text_.find('\n', declaration.range.end), text_.size());
        const std::string_view whole = text_.substr(declaration.range.begin, line_end - declaration.range.begin);
        if (!method.body || whole.find("// no end: ") != std::string_view::npos) {
            return;
        }
        const std::size_t close = text_.rfind('}', declaration.range.end - 1);
        list_.push_back({method.name ? method.name->text : "constructor", method.body->range.begin, close});
    }

    std::string_view text_;
    std::vector<Body> list_;
};

std::string end_of(std::size_t body) {
    return "end " + std::to_string(body) + " is reached";
}

std::string assertion(std::size_t body) {
    return " assert {:error \"" + end_of(body) + "\"} false; ";
}

// The program with an assertion before each `return` and at the end of each body; line breaks stay where they are.
std::string with_ends(std::string_view text, const std::vector<Body>& bodies) {
    static const std::regex piece(R"(//[^\n]*|/\*[^]*?\*/|"(?:\\.|[^"\\\n])*"|\breturn\b)");
    std::string result;
    std::size_t done = 0;
    const auto copy_to = [&](std::size_t place) {
        result += text.substr(done, place - done);
        done = place;
    };
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        copy_to(bodies[i].begin);
        const std::string inside(text.substr(bodies[i].begin, bodies[i].end - bodies[i].begin));
        for (std::sregex_iterator at(inside.begin(), inside.end(), piece), end; at != end; ++at) {
            if (at->str() == "return") {
                copy_to(bodies[i].begin + static_cast<std::size_t>(at->position()));
                result += assertion(i);
            }
        }
        copy_to(bodies[i].end);
        result += assertion(i);
    }
    copy_to(text.size());
    return result;
}

class ReachableEnds : public ::testing::TestWithParam<fs::path> {};

TEST_P(ReachableEnds, FalseIsNotProved) {
    const std::string text = read_text(GetParam());
    const Annotations annotations = read_annotations(text);
    if (std::any_of(annotations.expectations.begin(), annotations.expectations.end(),
                    [](const Expectation& expectation) { return expectation.word != Word::Warning; })) {
        GTEST_SKIP() << "does not verify as it is";
    }
    support::DiagnosticList problems;
    const support::SourceFile file(GetParam().string(), text);
    const ast::Program program = parse::parse(file, problems);
    Bodies bodies(file);
    bodies.add(program.decls);
    const fs::path changed = fs::temp_directory_path() / ("ends_of_" + test_name(GetParam()) + ".dfy");
    std::ofstream(changed) << with_ends(text, bodies.list());
    std::vector<std::string> command = annotations.command;
    if (command.front() != "verify") {
        GTEST_SKIP() << "is not to be verified";
    }
    command.insert(command.end(), {"--refute-limit", "0", "--resource-limit", "1000000"});
    const ProcessResult result = run_daphnia(command, changed.string());
    ASSERT_TRUE(result.trouble.empty()) << changed << result.trouble;
    fs::remove(changed);
    std::set<std::string> said;
    for (const Finding& finding : result.findings) {
        said.insert(finding.message);
    }
    for (std::size_t i = 0; i < bodies.list().size(); ++i) {
        // What follows the message says which budget ended.
        const auto from = said.lower_bound(end_of(i));
        EXPECT_TRUE(from != said.end() && from->rfind(end_of(i), 0) == 0)
            << GetParam() << ": false is proved at the end of " << bodies.list()[i].name;
    }
}

std::string name_of(const ::testing::TestParamInfo<fs::path>& info) {
    return test_name(info.param);
}

INSTANTIATE_TEST_SUITE_P(Programs, ReachableEnds, ::testing::ValuesIn(all_programs()), name_of);

} // namespace
} // namespace daphnia::harness
