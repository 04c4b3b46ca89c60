// Every body comes to an end: `assert false` there must not be proved. If it were, the contract, the axioms or an
// assumption would contradict themselves, and everything would be proved.
//
// That goes for programs that verify, and for those of suite/soundness, in which something is expected not to: it is
// taken for true by what follows it. So assertions that are expected to fail are taken out first; the end then says
// more than they do: nothing else in the body leads to what they claim. Before other statements that are expected to
// fail, `false` must not be proved either.
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

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
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

void blank(std::string& text, std::size_t begin, std::size_t length) {
    for (std::size_t i = begin; i < begin + length; ++i) {
        text[i] = text[i] == '\n' ? '\n' : ' ';
    }
}

std::string end_of(std::size_t body) {
    return "end " + std::to_string(body) + " is reached";
}

std::string assertion(std::size_t body) {
    return " assert {:error \"" + end_of(body) + "\"} false; ";
}

// The text with spaces for comments and strings.
std::string code_of(std::string text) {
    static const std::regex piece(R"(//[^\n]*|/\*[^]*?\*/|"(?:\\.|[^"\\\n])*")");
    const std::string whole = text;
    for (std::sregex_iterator at(whole.begin(), whole.end(), piece), end; at != end; ++at) {
        blank(text, static_cast<std::size_t>(at->position()), static_cast<std::size_t>(at->length()));
    }
    return text;
}

bool begins_statement(std::string_view code, std::size_t place) {
    const std::size_t before = code.find_last_not_of(" \n", place - 1);
    const std::string_view rest = code.substr(place);
    return std::string_view(";{}").find(code[before]) != std::string_view::npos && !rest.starts_with("case") &&
           !rest.starts_with("else");
}

struct Asked {
    std::string text;
    std::set<std::size_t> silent; // the bodies whose ends say nothing
};

// The program with an assertion at the end of each body and in front of each `return`, and, on a path of its own, in
// front of each statement in which something is expected to fail; line breaks stay where they are. What is expected to
// fail within a statement, such as an invariant, has nothing in front of it: what follows may well be contradictory.
Asked with_ends(std::string_view text, const std::vector<Body>& bodies, const std::set<std::size_t>& failing) {
    static const std::regex jump(R"(\breturn\b)");
    const std::string code = code_of(std::string(text));
    std::map<std::size_t, std::string> added;
    Asked result;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        const auto begin = code.begin() + static_cast<std::ptrdiff_t>(bodies[i].begin);
        const auto close = code.begin() + static_cast<std::ptrdiff_t>(bodies[i].end);
        for (std::sregex_iterator at(begin, close, jump), end; at != end; ++at) {
            added[bodies[i].begin + static_cast<std::size_t>(at->position())] += assertion(i);
        }
        for (auto line = failing.upper_bound(bodies[i].begin); line != failing.end() && *line < bodies[i].end; ++line) {
            const std::size_t place = code.find_first_not_of(' ', *line);
            if (place < bodies[i].end && begins_statement(code, place)) {
                added[place] = " if * {" + assertion(i) + "} " + added[place];
            } else if (place < bodies[i].end) {
                result.silent.insert(i);
            }
        }
        const std::size_t line_start = code.rfind('\n', bodies[i].begin) + 1;
        if (failing.count(line_start) > 0 && code.find('\n', bodies[i].begin) > bodies[i].end) {
            added[bodies[i].begin + 1] += " if * {" + assertion(i) + "} "; // all of the body is on that line
        }
        added[bodies[i].end] += assertion(i);
    }
    std::size_t done = 0;
    for (const auto& [place, assertion_there] : added) {
        result.text += text.substr(done, place - done);
        result.text += assertion_there;
        done = place;
    }
    result.text += text.substr(done);
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

// Where the lines begin, from 1 on; and the end of the text.
std::vector<std::size_t> line_starts(std::string_view text) {
    std::vector<std::size_t> result{0, 0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            result.push_back(i + 1);
        }
    }
    result.push_back(text.size());
    return result;
}

// Takes the assertions that are expected to fail out of the program. Gives the lines, as offsets, on which something
// else is.
std::set<std::size_t> take_out_failing(std::string& text, const std::vector<Expectation>& expectations) {
    static const std::regex assertion_word(R"(\bassert\b)");
    const std::vector<std::size_t> lines = line_starts(text);
    std::set<std::size_t> others;
    for (const Expectation& expectation : expectations) {
        const std::size_t start = lines[expectation.line];
        const std::string line = text.substr(start, lines[expectation.line + 1] - start);
        std::smatch found;
        if (expectation.word == Word::Warning) {
            continue;
        }
        if (expectation.id == "assertion" && std::regex_search(line, found, assertion_word)) {
            const std::size_t begin = start + static_cast<std::size_t>(found.position());
            blank(text, begin, end_of_assertion(text, begin) - begin);
        } else {
            others.insert(start);
        }
    }
    return others;
}

// Where the changed program is to be written: what it includes, and what may include it in turn, lies beside it.
fs::path place_of_copy(const std::string& text, const fs::path& program) {
    const fs::path folder = fs::temp_directory_path() / fmt::format("ends_of_{}_{}", test_name(program), getpid());
    fs::create_directories(folder);
    static const std::regex directive(R"(^include )", std::regex::multiline);
    if (std::regex_search(text, directive)) {
        fs::copy(program.parent_path(), folder, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    }
    return folder / program.filename();
}

class ReachableEnds : public ::testing::TestWithParam<fs::path> {};

TEST_P(ReachableEnds, FalseIsNotProved) {
    const std::string original = read_text(GetParam());
    const Annotations annotations = read_annotations(original);
    const bool attack = test_name(GetParam()).starts_with("tests_suite_soundness_");
    if (std::any_of(annotations.expectations.begin(), annotations.expectations.end(),
                    [&](const Expectation& expectation) {
                        const bool proof = expectation.word != Word::Error || is_obligation(expectation.id);
                        return expectation.word != Word::Warning && !(attack && proof);
                    })) {
        GTEST_SKIP() << "does not verify as it is";
    }
    std::vector<std::string> command = annotations.command;
    if (command.front() != "verify") {
        GTEST_SKIP() << "is not to be verified";
    }
    std::string text = original;
    const std::set<std::size_t> failing = take_out_failing(text, annotations.expectations);
    support::DiagnosticList problems;
    const support::SourceFile file(GetParam().string(), text);
    const ast::Program program = parse::parse(file, problems);
    Bodies bodies(file);
    bodies.add(program.decls);
    const fs::path changed = place_of_copy(text, GetParam());
    const Asked asked = with_ends(text, bodies.list(), failing);
    std::ofstream(changed) << asked.text;
    command.insert(command.end(), {"--refute-limit", "0", "--resource-limit", "1000000"});
    const ProcessResult result = run_daphnia(command, changed.string());
    ASSERT_TRUE(result.trouble.empty()) << changed << result.trouble;
    fs::remove_all(changed.parent_path());
    std::set<std::string> said;
    for (const Finding& finding : result.findings) {
        said.insert(finding.message);
    }
    for (std::size_t i = 0; i < bodies.list().size(); ++i) {
        // What follows the message says which budget ended.
        const auto from = said.lower_bound(end_of(i));
        EXPECT_TRUE(asked.silent.count(i) > 0 || (from != said.end() && from->rfind(end_of(i), 0) == 0))
            << GetParam() << ": false is proved at the end of " << bodies.list()[i].name;
    }
}

std::string name_of(const ::testing::TestParamInfo<fs::path>& info) {
    return test_name(info.param);
}

INSTANTIATE_TEST_SUITE_P(Programs, ReachableEnds, ::testing::ValuesIn(all_programs()), name_of);

} // namespace
} // namespace daphnia::harness
