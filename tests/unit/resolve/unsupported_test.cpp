// What is refused is refused once, by name, and nothing follows from it.
#include "resolving.h"

#include <gtest/gtest.h>

namespace daphnia::resolve {
namespace {

TEST(Unsupported, DeclarationsAreNamedOnce) {
    EXPECT_EQ(said("codatatype D = A | B(x: int)\ncodatatype E = C\nmethod M(d: D) returns (e: E) {\n  e := C;\n  var "
                   "x := d;\n  "
                   "assert x == A;\n}"),
              Said{"1:1 unsupported: codatatypes are not part of Daphnia's language"});
    EXPECT_EQ(said("least predicate P() { true }\nmethod M() { assert P(); assert !P(); }"),
              Said{"1:1 unsupported: extreme predicates are not part of Daphnia's language"});
    EXPECT_EQ(said("module A refines B { const c := 1 }\nmethod M() { assert A.c == 1; }"),
              Said{"1:1 unsupported: refinement of modules is not part of Daphnia's language"});
    EXPECT_EQ(said("newtype Some<T> = s: seq<T> | s != []\nmethod M(s: Some<int>) { assert s[0] > 0; }"),
              Said{"1:1 unsupported: newtypes with type parameters are not supported yet"});
    EXPECT_EQ(said("iterator I() { }").front().find("not part of Daphnia's language") != std::string::npos, true);
}

TEST(Unsupported, TypesAreNamedOnceAndPassForAnything) {
    EXPECT_EQ(said("method M(s: fp64) returns (t: fp64) {\n  t := s + s;\n  var x :| x in t;\n  assert t[x] "
                   "== x;\n}"),
              Said{"1:13 unsupported: floating-point numbers are not supported yet"});
}

TEST(Unsupported, ExpressionsAreNamedOnce) {
    EXPECT_EQ(said("method M(a: array<int>) {\n  var f := x reads * => x + 1;\n  var g := f(3) + f(4);\n}"),
              Said{"2:12 unsupported: lambda expressions that read all arrays, or what all applications of a function "
                   "read, are not supported yet"});
}

} // namespace
} // namespace daphnia::resolve
