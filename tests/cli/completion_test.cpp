// What the shells offer, asked of the shells themselves, against what the help lists.
#include "commands.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

namespace daphnia::tests {
namespace {

using Words = std::set<std::string>;

Words words_of(const std::string& text) {
    std::istringstream stream(text);
    Words result;
    for (std::string word; stream >> word;) {
        result.insert(word);
    }
    return result;
}

Words options(const std::string& command) {
    return matches(daphnia({command, "--help"}).out, std::regex("\n  (?:-h,)?(--[a-z0-9-]+)"));
}

class Completion : public testing::Test {
  protected:
    void SetUp() override {
        for (const char* shell : {"bash", "zsh", "fish"}) {
            const Finished made = daphnia({"completion", shell});
            ASSERT_EQ(made.exit_code, 0) << made.err;
            scratch_.file(shell, made.out);
        }
    }

    // With the cursor behind the last word.
    Words bash(const std::vector<std::string>& words) const {
        std::vector<std::string> command{
            "bash",
            "--norc",
            "-c",
            "compopt() { :; }; cd \"$1\"; source ./bash; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _daphnia; "
            "printf '%s\\n' \"${COMPREPLY[@]}\"",
            "bash",
            scratch_.path("")};
        command.insert(command.end(), words.begin(), words.end());
        const Finished result = run(command);
        EXPECT_EQ(result.err, "");
        return words_of(result.out);
    }

    Words fish(const std::string& line) const {
        const Finished result = run(
            {"fish", "--no-config", "-c",
             "cd " + scratch_.path("") + "; source ./fish; complete -C '" + line + "' | string replace -r '\\t.*' ''"});
        EXPECT_EQ(result.err, "");
        return words_of(result.out);
    }

    // What a zsh on a terminal shows of the line, as soon as it has completed it to what is expected.
    std::string zsh(const std::string& line, const std::string& expected) const {
        const std::string script =
            scratch_.file("drive", "zmodload zsh/zpty\nzpty shell zsh -f -i\n"
                                   "zpty -w shell \"PS1=; cd $1; bindkey '^I' complete-word; "
                                   "autoload -Uz compinit; compinit -u -D; source ./zsh; print REA''DY\"\n"
                                   "zpty -r -m shell line '*READY*'\n"
                                   "zpty -w -n shell \"$2\"$'\\t'\n"
                                   "zpty -r -m shell line \"*$3*\"\nprint -r -- \"$line\"\n");
        return run({"timeout", "60", "zsh", "-f", script, scratch_.path(""), line, expected}).out;
    }

    Scratch scratch_;
};

TEST_F(Completion, KnowsEveryCommandAndEveryOption) {
    const Words known = commands();
    ASSERT_GE(known.size(), 5U);
    const Words offered = bash({"daphnia", ""});
    const Words offered_by_fish = fish("daphnia ");
    for (const std::string& command : known) {
        EXPECT_TRUE(offered.contains(command)) << command;
        EXPECT_TRUE(offered_by_fish.contains(command)) << command;
        const Words wanted = options(command);
        ASSERT_TRUE(wanted.contains("--help")) << command;
        EXPECT_EQ(bash({"daphnia", command, "--"}), wanted) << command;
        EXPECT_EQ(fish("daphnia " + command + " --"), wanted) << command;
    }
}

TEST_F(Completion, ZshHasTheSameOptions) {
    const std::string script = read_file(scratch_.path("zsh"));
    for (const std::string& command : commands()) {
        const std::size_t begin = script.find("\n    " + command + ")\n");
        ASSERT_NE(begin, std::string::npos) << command;
        const std::string part = script.substr(begin, script.find("\n        ;;", begin) - begin);
        EXPECT_EQ(matches(part, std::regex("\n            '(--[a-z0-9-]+)=?\\[")), options(command)) << command;
    }
}

TEST_F(Completion, KnowsWhatMayFollow) {
    EXPECT_EQ(bash({"daphnia", "verify", "--check-solver", ""}), Words{"cvc5"});
    EXPECT_EQ(bash({"daphnia", "verify", "--check-solver", "="}), Words{"cvc5"});
    EXPECT_EQ(bash({"daphnia", "verify", "--dump", ":", "sm"}), Words{"smt2"});
    EXPECT_EQ(bash({"daphnia", "verify", "--cores", ""}), Words{});
    EXPECT_EQ(fish("daphnia verify --check-solver "), Words{"cvc5"});
    EXPECT_EQ(bash({"daphnia", "completion", ""}), (Words{"bash", "fish", "zsh"}));
    EXPECT_EQ(fish("daphnia completion "), (Words{"bash", "fish", "zsh"}));
}

TEST_F(Completion, OffersPrograms) {
    scratch_.file("lesson.dfy", "");
    scratch_.file("letter.txt", "");
    scratch_.file("less/deep.dfy", "");
    EXPECT_EQ(bash({"daphnia", "verify", "le"}), (Words{"lesson.dfy", "less"}));
    EXPECT_EQ(bash({"daphnia", "run", "lesso"}), Words{"lesson.dfy"});
    EXPECT_EQ(bash({"daphnia", "verify", "--reproducer", "let"}), Words{"letter.txt"});
    EXPECT_TRUE(fish("daphnia verify lesso").contains("lesson.dfy"));
}

TEST_F(Completion, WorksInAZshOnATerminal) {
    EXPECT_TRUE(has(zsh("daphnia verify --check-solver=", "cvc5"), "cvc5"));
    scratch_.file("lesson.dfy", "");
    EXPECT_TRUE(has(zsh("daphnia verify less", "lesson.dfy"), "lesson.dfy"));
}

TEST_F(Completion, IsForShellsThatExist) {
    const Finished unknown = daphnia({"completion", "tcsh"});
    EXPECT_EQ(unknown.exit_code, 1);
    EXPECT_TRUE(has(unknown.err, "'tcsh' is not bash, zsh or fish")) << unknown.err;
    const Finished none = daphnia({"completion"});
    EXPECT_EQ(none.exit_code, 1);
    EXPECT_TRUE(has(none.err, "for which shell?")) << none.err;
}

} // namespace
} // namespace daphnia::tests
