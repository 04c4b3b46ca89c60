// Two families of programs. In the first, each type has one value or many, which is said in its constraint by a fact
// about how many values other types have: where that comes back to the type itself with a negation on the way, the type
// has one value exactly when it has many. In the second, datatypes hold values of subset types whose witnesses need a
// value of a datatype: where that comes back, a type without any value would seem to have one.
#include "definitions.h"

#include "random.h"
#include "workshop.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::oracle {

namespace {

constexpr const char* kPrelude = R"(ghost predicate Pr<T>(x: T, y: T) { x != y }
ghost predicate Eq<T>(x: T, y: T) { x == y }
ghost predicate Two<T(!new)>() { exists x: T, y: T :: Pr(x, y) }
ghost predicate One<T(!new)>() { forall x: T, y: T :: Eq(x, y) }
ghost predicate Via<T(!new)>() { Two<T>() }
ghost predicate When<T(!new)>() requires Two<T>() { true }
ghost predicate Ap(f: () -> bool) { f() }
ghost predicate On(f: int -> bool) { f(0) }
ghost predicate Take(f: () --> bool) { f.requires() }
datatype Cell<T> = Cell(v: T) { ghost predicate Many<U(!new)>() { Two<U>() } }
datatype Held = Held(f: () -> bool)
type Single<T> = s: seq<T> | |s| == 1 witness *
lemma Link<T(!new)>()
  ensures Two<T>() <==> !One<T>()
{
  if Two<T>() {
    var x: T, y: T :| Pr(x, y);
    assert !Eq(x, y);
  } else {
    forall x: T, y: T
      ensures Eq(x, y)
    {
      assert !Pr(x, y);
    }
  }
}
)";

enum class Kind { Subset, Newtype, Generic, Box, Cell, Pair, Single };

bool is_wrapper(Kind kind) {
    return kind >= Kind::Box;
}

// A fact about another type: that it has several values, or the negation of that, said in some way.
struct Fact {
    std::size_t about = 0;
    bool negated = false;
    std::string pattern; // with $t for the type
    std::string text;    // the same, perhaps by way of another declaration; with $t in a generic type
};

// A type with the value 0, and with others if its facts say so; or one with as many values as another.
struct Node {
    Kind kind = Kind::Subset;
    std::vector<Fact> facts; // of a wrapper one, which says what is wrapped
    bool both = true;        // all facts must hold, or some
    bool shrinks = true;     // they leave one value, or they allow others
    std::string form;        // of the constraint, with $f
    std::string helpers;     // declarations
};

class Facts {
  public:
    explicit Facts(std::uint64_t seed) : random_(seed) {}

    DefinitionProgram program() {
        const std::size_t count = random_.between(1, 4);
        for (std::size_t i = 0; i < count; ++i) {
            nodes_.push_back(Node{kind(i), {}, random_.chance(50), random_.chance(60), {}, {}});
        }
        for (std::size_t i = 0; i < count; ++i) {
            complete(i);
        }
        const bool circular = is_circular();
        std::string text = kPrelude;
        std::string steps;
        for (std::size_t i = 0; i < count; ++i) {
            text += nodes_[i].helpers + declaration(i);
            steps += is_wrapper(nodes_[i].kind) ? wrapper_step(i) : constraint_step(i);
        }
        text += "lemma Falsehood()\n  ensures false\n{\n" + steps + "}\n";
        if (!circular) {
            text += "lemma Control()\n";
            for (std::size_t i = 0; i < count; ++i) {
                text += fmt::format("  ensures {}Two<N{}>()\n", has_many(i) ? "" : "!", i);
            }
            text += "{\n" + steps + "}\n";
        }
        return {text, circular};
    }

  private:
    Kind kind(std::size_t i) {
        if (i == 0) { // wrappers wrap something that is none, in the end
            return random_.one_of(std::initializer_list<Kind>{Kind::Subset, Kind::Newtype, Kind::Generic});
        }
        return random_.one_of(std::initializer_list<Kind>{Kind::Subset, Kind::Newtype, Kind::Generic, Kind::Generic,
                                                          Kind::Box, Kind::Cell, Kind::Pair, Kind::Single});
    }

    bool is_integral(std::size_t i) const { return nodes_[i].kind == Kind::Subset || nodes_[i].kind == Kind::Newtype; }

    void complete(std::size_t i) {
        Node& node = nodes_[i];
        const std::size_t facts = is_wrapper(node.kind) ? 1 : random_.chance(25) ? 2 : 1;
        for (std::size_t k = 0; k < facts; ++k) {
            Fact fact;
            fact.about = random_.below(nodes_.size());
            if (is_wrapper(node.kind) && fact.about >= i && is_wrapper(nodes_[fact.about].kind)) {
                fact.about = 0;
            }
            // A generic type has one parameter.
            if (k > 0 && node.kind == Kind::Generic) {
                fact.about = node.facts.front().about;
            }
            // Circles are frequent enough without this, and then nothing is verified.
            if (!is_wrapper(node.kind) && fact.about >= i && random_.chance(45)) {
                ground(node);
                return;
            }
            fact.negated = !is_wrapper(node.kind) && random_.chance(40);
            if (!is_wrapper(node.kind)) {
                fact.pattern = route(node, fact);
                fact.text = node.kind == Kind::Generic ? fact.pattern : detour(node, fmt::format("{}_{}", i, k), fact);
            }
            node.facts.push_back(std::move(fact));
        }
        if (!is_wrapper(node.kind)) {
            node.form = random_.one_of(
                node.shrinks
                    ? std::initializer_list<const char*>{"$f ==> n == 0", "n == 0 || !$f",
                                                         "if $f then n == 0 else true", "n == (if $f then 0 else n)",
                                                         "n != 0 ==> !$f"}
                    : std::initializer_list<const char*>{"$f || n == 0", "n == 0 || $f", "n == 0 || (n == 1 && $f)",
                                                         "if $f then true else n == 0", "!$f ==> n == 0"});
        }
    }

    // It depends on nothing.
    void ground(Node& node) {
        node.kind = Kind::Subset;
        node.facts.clear();
        node.form = node.shrinks ? "n == 0" : "0 <= n";
    }

    // The way in which the fact is said.
    std::string route(const Node& node, const Fact& fact) {
        std::string text =
            random_.one_of(std::initializer_list<const char*>{"Two<$t>()",
                                                              "Two<$t>()",
                                                              "!One<$t>()",
                                                              "!One<$t>()",
                                                              "Via<$t>()",
                                                              "Ap(Two<$t>)",
                                                              "Ap(Via<$t>)",
                                                              "Ap(() => Two<$t>())",
                                                              "On(n => !One<$t>())",
                                                              "Take(When<$t>)",
                                                              "When<$t>.requires()",
                                                              "Held(Two<$t>).f()",
                                                              "Cell(0).Many<$t>()",
                                                              "(exists x: $t, y: $t :: Pr(x, y))",
                                                              "!(forall x: $t, y: $t :: Eq(x, y))",
                                                              "(exists x: $t :: exists y: $t :: Pr(x, y))",
                                                              "(var b := Two<$t>(); b)",
                                                              "(var b: bool :| b == Two<$t>(); b)",
                                                              "(var f := Two<$t>; f())",
                                                              "(var f: () -> bool := Via<$t>; Ap(f))",
                                                              "(exists p: ($t, $t) :: Pr(p.0, p.1))",
                                                              "Two<Cell<$t>>()",
                                                              "Ap(Two<($t, $t)>)",
                                                              "Two<Single<$t>>()",
                                                              "(|[Two<$t>]| == 1 && [Two<$t>][0]())"});
        if (node.kind != Kind::Generic && is_integral(fact.about) && random_.chance(20)) {
            text = random_.one_of(
                std::initializer_list<const char*>{"(1 is $t)", "(exists n: int :: Pr(n, 0) && n is $t)"});
            text = nodes_[fact.about].kind == Kind::Newtype ? "Two<$t>()" : text;
        }
        return fact.negated ? "!" + text : text;
    }

    // The fact by way of another declaration.
    std::string detour(Node& node, const std::string& id, const Fact& of) {
        const std::string fact = fill(of.pattern, {{"t", fmt::format("N{}", of.about)}});
        switch (random_.below(10)) {
        case 0:
            node.helpers += fmt::format("ghost predicate F{}() {{ {} }}\n", id, fact);
            return fmt::format("F{}()", id);
        case 1:
            node.helpers += fmt::format("ghost const C{}: bool := {}\n", id, fact);
            return fmt::format("C{}", id);
        case 2:
            node.helpers +=
                fmt::format("ghost predicate R{}(n: nat) {{ if n == 0 then {} else R{}(n - 1) }}\n", id, fact, id);
            return fmt::format("R{}({})", id, random_.below(2));
        case 3:
            node.helpers += fmt::format("ghost predicate G{}(b: bool := {}) {{ b }}\n", id, fact);
            return fmt::format("G{}()", id);
        case 4:
            node.helpers += fmt::format("ghost predicate F{}() {{ {} }}\n", id, fact);
            return fmt::format("Ap(F{})", id);
        case 5:
            node.helpers += fmt::format("ghost function I{}(): int {{ if {} then 1 else 0 }}\n", id, fact);
            return fmt::format("(I{}() == 1)", id);
        default:
            return fact;
        }
    }

    // ---- what is true

    // Whether a path from one to the other leads over a fact. (Wrappers alone make no circle.)
    bool is_circular() const {
        std::vector<std::vector<bool>> reaches(nodes_.size(), std::vector<bool>(nodes_.size()));
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            for (const Fact& fact : nodes_[i].facts) {
                reaches[i][fact.about] = true;
            }
        }
        for (std::size_t k = 0; k < nodes_.size(); ++k) {
            for (std::size_t i = 0; i < nodes_.size(); ++i) {
                for (std::size_t j = 0; j < nodes_.size(); ++j) {
                    reaches[i][j] = reaches[i][j] || (reaches[i][k] && reaches[k][j]);
                }
            }
        }
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (reaches[i][i]) {
                return true;
            }
        }
        return false;
    }

    // Only where there is no circle.
    bool has_many(std::size_t i) const {
        const Node& node = nodes_[i];
        if (is_wrapper(node.kind)) {
            return has_many(node.facts.front().about);
        }
        if (node.facts.empty()) {
            return !node.shrinks;
        }
        const auto holds = [&](const Fact& fact) { return has_many(fact.about) != fact.negated; };
        const bool condition = node.both ? std::all_of(node.facts.begin(), node.facts.end(), holds)
                                         : std::any_of(node.facts.begin(), node.facts.end(), holds);
        return condition != node.shrinks;
    }

    // ---- texts

    std::string condition(const Node& node, const std::string& type) const {
        std::string text;
        for (const Fact& fact : node.facts) {
            text += (text.empty() ? "" : node.both ? " && " : " || ") + fill(fact.text, {{"t", type}});
        }
        return "(" + text + ")";
    }

    std::string target(const Node& node) const { return fmt::format("N{}", node.facts.front().about); }

    std::string declaration(std::size_t i) const {
        const Node& node = nodes_[i];
        const std::string name = fmt::format("N{}", i);
        const std::string wrapped = node.facts.empty() ? "" : target(node);
        switch (node.kind) {
        case Kind::Subset:
        case Kind::Newtype:
            return fmt::format("{} {} = n: int | {} witness 0\n", node.kind == Kind::Newtype ? "newtype" : "type", name,
                               constraint(node, wrapped));
        case Kind::Generic:
            return fmt::format("type S{0}<T(!new)> = n: int | {1} witness 0\ndatatype N{0} = N{0}(v: S{0}<{2}>)\n", i,
                               constraint(node, "T"), wrapped);
        case Kind::Box:
            return fmt::format("datatype {0} = {0}(v: {1})\n", name, wrapped);
        case Kind::Cell:
            return fmt::format("datatype {0} = {0}(v: Cell<{1}>)\n", name, wrapped);
        case Kind::Pair:
            return fmt::format("datatype {0} = {0}(v: ({1}, {1}))\n", name, wrapped);
        case Kind::Single:
            return fmt::format("datatype {0} = {0}(v: Single<{1}>)\n", name, wrapped);
        }
        return {};
    }

    std::string constraint(const Node& node, const std::string& type) const {
        return node.facts.empty() ? node.form : fill(node.form, {{"f", condition(node, type)}});
    }

    // Two<N>() exactly when the facts allow it.
    std::string constraint_step(std::size_t i) const {
        const Node& node = nodes_[i];
        const bool generic = node.kind == Kind::Generic;
        std::string allowed = node.facts.empty() ? (node.shrinks ? "false" : "true")
                                                 : (node.shrinks ? "!" : "") + condition(node, target(node));
        std::string links;
        for (const Fact& fact : node.facts) {
            links += fmt::format("  Link<N{}>();\n", fact.about) + spelled_out(fact);
        }
        return links + fill(R"(  if Two<$n>() {
    var x: $n, y: $n :| Pr(x, y);
    assert x$v != 0 || y$v != 0;
    assert $allowed;
  } else if $allowed {
    var a: $type := 0;
    var b: $type := 1;
    assert Pr($a, $b);
  }
  assert Two<$n>() <==> $allowed;
)",
                            {{"n", fmt::format("N{}", i)},
                             {"allowed", allowed},
                             {"type", generic ? fmt::format("S{}<{}>", i, target(node)) : fmt::format("N{}", i)},
                             {"v", generic ? ".v" : ""},
                             {"a", generic ? fmt::format("N{}(a)", i) : "a"},
                             {"b", generic ? fmt::format("N{}(b)", i) : "b"}});
    }

    // What values of types around the type are worth for a fact about those.
    static std::string spelled_out(const Fact& fact) {
        const auto around = [&](const char* type, const char* made, const char* first, const char* other) {
            return fill(R"(  if Two<$w>() {
    var x: $w, y: $w :| Pr(x, y);
    assert $p || $q;
  }
  if Two<$t>() {
    var a: $t, b: $t :| Pr(a, b);
    assert Pr<$w>($a, $b);
  }
)",
                        {{"w", fill(type, {{"t", fmt::format("N{}", fact.about)}})},
                         {"t", fmt::format("N{}", fact.about)},
                         {"p", first},
                         {"q", other},
                         {"a", fill(made, {{"x", "a"}})},
                         {"b", fill(made, {{"x", "b"}})}});
        };
        if (fact.pattern.find("Cell<") != std::string::npos) {
            return around("Cell<$t>", "Cell($x)", "Pr(x.v, y.v)", "false");
        }
        if (fact.pattern.find("Single<") != std::string::npos) {
            return around("Single<$t>", "[$x]", "Pr(x[0], y[0])", "false");
        }
        if (fact.pattern.find("($t, $t)>") != std::string::npos) {
            return around("($t, $t)", "($x, $x)", "Pr(x.0, y.0)", "Pr(x.1, y.1)");
        }
        if (fact.pattern.find("p: ($t") != std::string::npos) {
            return fill("  if Two<$t>() {\n    var a: $t, b: $t :| Pr(a, b);\n    var p: ($t, $t) := (a, b);\n"
                        "    assert Pr(p.0, p.1);\n  }\n",
                        {{"t", fmt::format("N{}", fact.about)}});
        }
        return {};
    }

    // Two<N>() exactly when what is wrapped has two values.
    std::string wrapper_step(std::size_t i) const {
        const Node& node = nodes_[i];
        const bool pair = node.kind == Kind::Pair;
        const char* const made = node.kind == Kind::Cell     ? "Cell($x)"
                                 : pair                      ? "($x, $x)"
                                 : node.kind == Kind::Single ? "[$x]"
                                                             : "$x";
        const char* const part = node.kind == Kind::Cell     ? ".v.v"
                                 : pair                      ? ".v.0"
                                 : node.kind == Kind::Single ? ".v[0]"
                                                             : ".v";
        return fill(R"(  if Two<$n>() {
    var x: $n, y: $n :| Pr(x, y);
    assert Pr(x$p, y$p)$q;
  } else if Two<$t>() {
    var a: $t, b: $t :| Pr(a, b);
    assert Pr($n($a), $n($b));
  }
  assert Two<$n>() <==> Two<$t>();
)",
                    {{"n", fmt::format("N{}", i)},
                     {"t", target(node)},
                     {"p", part},
                     {"q", pair ? " || Pr(x.v.1, y.v.1)" : ""},
                     {"a", fill(made, {{"x", "a"}})},
                     {"b", fill(made, {{"x", "b"}})}});
    }

    Random random_;
    std::vector<Node> nodes_;
};

// ---- witnesses

constexpr const char* kValuePrelude = R"(ghost predicate Is<T>(x: T) { true }
ghost function Get<T(00)>(): T { var y: T :| true; y }
ghost function Other<T(00)>(): T { Get<T>() }
ghost function Both<T(00)>(): (T, T) { (Get<T>(), Other<T>()) }
ghost function Run<T>(f: () -> T): T { f() }
ghost function Down<T(00)>(n: nat): T { if n == 0 then var y: T :| Is(y); y else Down<T>(n - 1) }
datatype Held<T> = Held(v: T)
)";

// How a subset type is made of values of its parameter.
struct Shape {
    const char* base;       // with the variable
    const char* constraint; // its condition
    const char* witness;    // with $g for a value of T; null: it needs none
    const char* part;       // a value of T out of one of the type
};

class Witnesses {
  public:
    explicit Witnesses(std::uint64_t seed) : random_(seed) {}

    // Datatypes in a ring: each holds a value of a subset type whose witness needs a value of the next one.
    DefinitionProgram program() {
        const std::size_t count = random_.between(1, 3);
        const bool generic = random_.chance(25);
        const std::size_t leaf = random_.chance(45) ? random_.below(count) : count;
        bool circular = leaf == count;
        std::string text = kValuePrelude;
        std::string lemmas;
        for (std::size_t i = 0; i < count; ++i) {
            const Shape& shape = random_.one_of(kShapes);
            circular = circular && shape.witness != nullptr;
            const std::string next = fmt::format("D{}{}", (i + 1) % count, generic ? "<A>" : "");
            text += fmt::format("type W{}<T(00)> = {} | {} ghost witness {}\n", i, shape.base, shape.constraint,
                                shape.witness == nullptr ? "[]" : fill(shape.witness, {{"g", source()}}));
            text += datatype(i, leaf == i, next, generic);
            lemmas += fmt::format("lemma No{0}(d: D{0}{2})\n  ensures false\n  decreases d\n{{\n  No{1}({3});\n}}\n", i,
                                  (i + 1) % count, generic ? "<int>" : "", fill(shape.part, {{"s", "d.s"}}));
        }
        const std::string type = generic ? "D0<int>" : "D0";
        text += circular ? lemmas : "";
        text += "lemma Falsehood()\n  ensures false\n{\n" + some_value(type) + (circular ? "  No0(d);\n" : "") + "}\n";
        if (!circular) {
            text += fmt::format("lemma Control()\n  ensures exists d: {} :: Is(d)\n{{\n{}  assert Is<{}>(d);\n}}\n",
                                type, some_value(type), type);
        }
        return {text, circular};
    }

  private:
    static constexpr Shape kShapes[] = {
        {"s: seq<T>", "|s| == 1", "[$g]", "$s[0]"},
        {"s: seq<T>", "|s| > 1", "[$g, $g]", "$s[1]"},
        {"p: (T, int)", "p.1 > 0", "($g, 1)", "$s.0"},
        {"p: (T, T)", "true", "Both<T>()", "$s.1"},
        {"x: T", "Is(x)", "$g", "$s"},
        {"m: map<int, T>", "7 in m", "map[7 := $g]", "$s[7]"},
        {"s: seq<seq<T>>", "|s| == 1 && |s[0]| > 0", "[[$g]]", "$s[0][0]"},
        {"h: Held<T>", "Is(h)", "Held($g)", "$s.v"},
        {"s: seq<T>", "|s| % 2 == 0", nullptr, "$s[0]"},
        {"s: seq<T>", "forall i :: 0 <= i < |s| ==> s[i] == s[0]", nullptr, "$s[0]"},
    };

    std::string source() {
        return random_.one_of(std::initializer_list<const char*>{
            "Get<T>()", "Other<T>()", "Both<T>().0", "Run<T>(Get<T>)", "Down<T>(2)", "(var y: T :| true; y)",
            "(var y: T :| Is(y); y)", "(() => Get<T>())()", "Held(Get<T>()).v", "[Other<T>()][0]"});
    }

    std::string datatype(std::size_t i, bool leaf, const std::string& next, bool generic) {
        const std::string node = fmt::format("N{0}(s: W{0}<{1}>)", i, next);
        const std::string end = fmt::format("L{}", i);
        const std::string constructors = !leaf                ? node
                                         : random_.chance(50) ? fmt::format("{} | {}", end, node)
                                                              : fmt::format("{} | {}", node, end);
        return fmt::format("datatype D{}{} = {}\n", i, generic ? "<A>" : "", constructors);
    }

    std::string some_value(const std::string& type) {
        return fmt::format(fmt::runtime(random_.one_of(std::initializer_list<const char*>{
                               "  ghost var d: {0};\n", "  ghost var d: {0} := *;\n", "  var d: {0} :| true;\n",
                               "  var d: {0} := Get<{0}>();\n"})),
                           type);
    }

    Random random_;
};

} // namespace

DefinitionProgram generate_definitions(std::uint64_t seed) {
    Random random(seed);
    const std::uint64_t inner = random.next();
    return random.chance(70) ? Facts(inner).program() : Witnesses(inner).program();
}

} // namespace daphnia::oracle
