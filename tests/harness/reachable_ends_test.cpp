// Every body comes to an end: `assert false` there must not be proved. If it were, the contract, the axioms or an
// assumption would contradict themselves, and everything would be proved.
//
// That goes for programs that verify and for those in which something is expected not to: what is not proved is taken
// for true by what follows it, so assertions that are expected to fail are taken out first. The end then says more than
// they do: nothing else in the body leads to what they claim.
//
// A method that has no end says why, in its text: `// no end: the loop runs for ever`.
#include "annotations.h"
#include "daphnia_process.h"
#include "obligation_ids.h"
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

// Where the statement ends that begins at the place: behind its semicolon, or behind the braces of its proof.
std::size_t end_of_assertion(std::string_view text, std::size_t place) {
    std::size_t depth = 0;
    bool proof = false;
    for (; place < text.size(); ++place) {
        const char c = text[place];
        if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if (c == ')' || c == ']' || c == '}') {
            --depth;
        }
        proof = proof || (depth == 0 && text.substr(place, 4) == " by ");
        if (depth == 0 && (c == ';' || (proof && c == '}'))) {
            return place + 1;
        }
    }
    return text.size();
}

// The program with spaces for the assertions that are expected to fail.
std::string without_failing_assertions(std::string text, const std::vector<Expectation>& expectations) {
    static const std::regex assertion(R"(\bassert\b)");
    std::vector<std::size_t> lines{0, 0}; // where they begin, from 1
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            lines.push_back(i + 1);
        }
    }
    lines.push_back(text.size());
    for (const Expectation& expectation : expectations) {
        if (expectation.word == Word::Warning || expectation.id != "assertion") {
            continue;
        }
        std::smatch found;
        const std::string line =
            text.substr(lines[expectation.line], lines[expectation.line + 1] - lines[expectation.line]);
        if (std::regex_search(line, found, assertion)) {
            const std::size_t begin = lines[expectation.line] + static_cast<std::size_t>(found.position());
            const std::size_t end = end_of_assertion(text, begin);
            std::transform(
                text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
                text.begin() + static_cast<std::ptrdiff_t>(begin), [](char c) { return c == '\n' ? c : ' '; });
        }
    }
    return text;
}

class ReachableEnds : public ::testing::TestWithParam<fs::path> {};

TEST_P(ReachableEnds, FalseIsNotProved) {
    const std::string original = read_text(GetParam());
    const Annotations annotations = read_annotations(original);
    if (std::any_of(annotations.expectations.begin(), annotations.expectations.end(),
                    [](const Expectation& expectation) {
                        return expectation.word == Word::Error && !is_obligation(expectation.id);
                    })) {
        GTEST_SKIP() << "is refused as it is";
    }
    const std::string text = without_failing_assertions(original, annotations.expectations);
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
