// What becomes of constructs: the intermediate program of small declarations, without its symbols and axioms. A reader
// can learn the encoding from these; src/encode/README.md says why it is sound.
#include "../interpret/running.h"
#include "encode/encode.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace daphnia::encode {
namespace {

using interpret::Source;

// The last procedure of the declaration, its blocks as they are printed.
std::string encoded(const std::string& text, const std::string& name) {
    const Source source(text);
    const Context context(source.program, {});
    for (const typed::Declaration& declaration : source.program.declarations) {
        if (!std::visit([&](const auto& owner) { return owner->name == name; }, declaration)) {
            continue;
        }
        logic::TermStore store;
        const std::string all = ivl::print(encode(context, declaration, store));
        return all.substr(all.rfind("(procedure "));
    }
    return "no declaration " + name;
}

struct Construct {
    std::string title;
    std::string program; // what is shown is M, or the last declaration
};

const std::vector<Construct>& constructs() {
    static const std::vector<Construct> all{
        {"Assignment, and what belongs to a subset type", R"(
method M(x: int) returns (y: nat)
  ensures y > x
{
  y := if x < 0 then 0 else x + 1;
})"},
        {"What has a meaning", R"(
method M(x: int)
{
  assert x != 0 ==> 10 / x <= 10;
})"},
        {"A loop", R"(
method M(n: nat) returns (i: nat)
  ensures i == n
{
  i := 0;
  while i < n
    invariant i <= n
  {
    i := i + 1;
  }
})"},
        {"A call: only the row of a changes, and what is allocated grows", R"(
method Next(a: array<int>) returns (r: nat)
  requires a.Length > 0
  modifies a
  ensures a[0] == r
method M(a: array<int>)
  requires a.Length > 0
  modifies a
{
  var x := Next(a);
  assert a[0] >= 0;
})"},
        {"A write to an array, and the state on entry", R"(
method M(a: array<nat>, i: nat)
  requires i < a.Length
  modifies a
  ensures a[i] == old(a[i]) + 1
{
  a[i] := a[i] + 1;
})"},
        {"Allocation", R"(
method M(n: nat)
{
  var a := new int[n];
  assert fresh(a);
})"},
        {"Assignments all at once", R"(
method M(a: array<int>)
  modifies a
{
  forall i | 0 <= i < a.Length {
    a[i] := i;
  }
})"},
        {"Any value that meets a condition", R"(
method M(s: set<int>)
  requires s != {}
{
  var x :| x in s;
  assert x in s;
})"},
        {"A function that calls itself: of its own calls only those count that are smaller", R"(
function M(n: nat): nat
  ensures M(n) >= n
{
  if n == 0 then 0 else M(n - 1) + 1
})"},
        {"A proof by recursion", R"(
lemma M(n: nat)
  ensures n * 2 >= n
{
  if n > 0 {
    M(n - 1);
  }
})"}};
    return all;
}

// Written anew by what the test says when it fails; read the difference before you believe it.
TEST(Constructs, AreEncodedAsShown) {
    std::string now = "; How constructs are encoded: written by tests/unit/encode/constructs_test.cpp.\n";
    for (const Construct& construct : constructs()) {
        now += "\n; ---- " + construct.title + "\n";
        std::istringstream lines(construct.program.substr(1));
        for (std::string line; std::getline(lines, line);) {
            now += "; " + line + "\n";
        }
        now += encoded(construct.program, "M");
    }
    const std::string golden = std::string(DAPHNIA_TESTS) + "/unit/encode/constructs.ivl";
    std::ifstream file(golden);
    const std::string shown{std::istreambuf_iterator<char>(file), {}};
    const std::string fresh = testing::TempDir() + "constructs.ivl";
    if (shown != now) {
        std::ofstream(fresh) << now;
    }
    EXPECT_EQ(shown, now) << "cp " << fresh << " " << golden;
}

} // namespace
} // namespace daphnia::encode
