// The law of termination has two writers, the prover and the interpreter. Steps from one random value to another, of
// each type that a measure can have, are put to both: as a loop, as recursion and as `decreases to`.
#include "../interpret/running.h"
#include "driver/session.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace daphnia::driver {
namespace {

struct Kind {
    std::string type;
    std::vector<std::string> values;
    bool exact = true;        // the prover knows all of the order
    std::string prelude = {}; // of the arrays that the values name
};

constexpr const char* kTypes = R"(
newtype Money = x: real | true
newtype Whole = x: int | true
newtype Low = x: int | x < 50
newtype Octet = b: bv8 | true
type Share = x: real | x < 9.0
datatype Color = Red | Green
datatype Tree = Leaf | Node(kids: seq<Tree>)
)";

std::vector<Kind> kinds() {
    const std::vector<std::string> reals{"-1.5", "-1.0", "-0.5", "0.0", "0.5", "1.0", "1.5", "3.0"};
    const std::vector<std::string> integers{"-2", "-1", "0", "1", "2", "40"};
    return {
        {"bool", {"true", "false"}},
        {"int", integers},
        {"nat", {"0", "1", "2", "40"}},
        {"Whole", integers},
        {"Low", integers},
        {"real", reals},
        {"Money", reals},
        {"Share", reals},
        {"char", {"'a'", "'b'", "'z'", "'\\0'"}},
        {"bv8", {"0", "1", "127", "128", "255"}},
        {"Octet", {"0", "1", "127", "128", "255"}},
        {"bv0", {"0"}},
        {"seq<int>", {"[]", "[1]", "[2]", "[2, 1]", "[1, 2]"}},
        {"string", {"\"\"", "\"a\"", "\"ab\""}},
        {"set<int>", {"{}", "{1}", "{2}", "{1, 2}"}},
        {"iset<int>", {"iset{}", "iset{1}", "iset{1, 2}"}},
        {"multiset<int>", {"multiset{}", "multiset{1}", "multiset{2}", "multiset{1, 1}", "multiset{1, 2}"}},
        {"map<int, int>", {"map[]", "map[1 := 1]", "map[1 := 2]", "map[2 := 1]", "map[1 := 1, 2 := 2]"}},
        {"imap<int, int>", {"imap[]", "imap[1 := 1]", "imap[1 := 1, 2 := 2]"}},
        {"(int, int)", {"(1, 2)", "(1, 1)", "(0, 0)"}},
        {"array?<int>", {"a", "b", "null"}, true, "var a, b := new int[1], new int[2]; "},
        {"Color", {"Red", "Green"}, false},
        {"Tree", {"Leaf", "Node([])", "Node([Leaf])", "Node([Leaf, Leaf])"}, false},
        {"seq<Tree>", {"[]", "[Leaf]", "[Leaf, Leaf]", "[Node([Leaf, Leaf, Leaf])]"}, false},
        {"(Tree, int)", {"(Leaf, 1)", "(Node([]), 0)", "(Node([Leaf]), 2)"}, false},
    };
}

// A method, which the prover judges, and the one that runs it.
struct Step {
    std::string judged;
    std::string run;
    bool exact;
};

class Program {
  public:
    void add(const Kind& kind, const std::string& before, const std::string& now) {
        for (const bool longer : {false, true}) {
            const std::string second = longer ? ", k" : "";
            loop(kind, before, now, second);
            claim(kind, before, now, longer);
            if (kind.prelude.empty()) {
                recursion(kind, before, now, second);
            }
        }
    }

    std::string text = kTypes;
    std::vector<Step> steps;

  private:
    std::string next(const char* name) { return name + std::to_string(steps.size()); }

    void loop(const Kind& kind, const std::string& before, const std::string& now, const std::string& second) {
        const std::string name = next("Loop");
        text += fmt::format("method {}() {{ {}ghost var m: {}, k, go := {}, 1, true; while go invariant go ==> m == {} "
                            "&& k == 1 decreases m{} {{ m, k, go := {}, 0, false; }} }}\n",
                            name, kind.prelude, kind.type, before, before, second, now);
        steps.push_back({name, name, kind.exact});
    }

    void claim(const Kind& kind, const std::string& before, const std::string& now, bool longer) {
        const std::string name = next("Claim");
        text +=
            fmt::format("method {}() {{ {}ghost var m: {}, n: {} := {}, {}; assert (m{} decreases to n{}); }}\n", name,
                        kind.prelude, kind.type, kind.type, before, now, longer ? ", 1" : "", longer ? ", 0" : "");
        steps.push_back({name, name, kind.exact});
    }

    void recursion(const Kind& kind, const std::string& before, const std::string& now, const std::string& second) {
        const std::string name = next("Again");
        text += fmt::format("lemma {{:induction false}} {}(m: {}, k: int, go: bool) requires go ==> m == {} && k == 1 "
                            "decreases m{} {{ if go {{ {}({}, 0, false); }} }}\n",
                            name, kind.type, before, second, name, now);
        text += fmt::format("lemma Run{}() {{ {}({}, 1, true); }}\n", name, name, before);
        steps.push_back({name, "Run" + name, kind.exact});
    }
};

std::map<std::string, bool> proved(const std::string& text) {
    Options options;
    options.verify.task.refute.steps = 0;
    std::vector<Input> inputs;
    inputs.push_back({"test.dfy", std::make_unique<const support::SourceFile>("test.dfy", text), ""});
    const verify::Run run = Session(std::move(options)).check(std::move(inputs), Goal::Verify);
    std::map<std::string, bool> result;
    for (const auto& outcome : run.files.at(0).declarations) {
        result[outcome.name] = outcome.verdict() == verify::Verdict::Proved;
    }
    return result;
}

TEST(Measures, ProverAndInterpreterGoByOneLaw) {
    std::mt19937 random(7);
    Program program;
    for (const Kind& kind : kinds()) {
        std::uniform_int_distribution<std::size_t> any(0, kind.values.size() - 1);
        for (int i = 0; i < 6; ++i) {
            program.add(kind, kind.values[any(random)], kind.values[any(random)]);
        }
    }
    const std::map<std::string, bool> verdicts = proved(program.text);
    const interpret::Source source(program.text);
    std::size_t decreasing = 0;
    std::size_t others = 0;
    for (const Step& step : program.steps) {
        ASSERT_TRUE(verdicts.contains(step.judged)) << step.judged;
        interpret::Machine machine(source.program, interpret::checking());
        const std::string end = interpret::ended(machine.call(source.method(step.run), {}));
        const std::size_t at = program.text.find(" " + step.judged + "(");
        const std::string shown = program.text.substr(at, program.text.find('\n', at) - at);
        if (verdicts.at(step.judged)) {
            EXPECT_EQ(end, "finished") << shown;
        } else if (step.exact) {
            EXPECT_NE(end, "finished") << shown;
        }
        ++(end == "finished" ? decreasing : others);
    }
    EXPECT_GT(decreasing, 200U);
    EXPECT_GT(others, 200U);
}

} // namespace
} // namespace daphnia::driver
