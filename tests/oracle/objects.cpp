#include "objects.h"

#include <array>

namespace daphnia::oracle {

namespace {

constexpr std::array kPlainNumbers{
    NumberForm{"$n + $k", [](std::int64_t n, std::int64_t k, bool) { return n + k; }},
    NumberForm{"$n - $k", [](std::int64_t n, std::int64_t k, bool) { return n - k; }},
    NumberForm{"$k - 2 * $n", [](std::int64_t n, std::int64_t k, bool) { return k - 2 * n; }},
    NumberForm{"if $n < $k then $k else $n", [](std::int64_t n, std::int64_t k, bool) { return n < k ? k : n; }},
    NumberForm{"$n + 1", [](std::int64_t n, std::int64_t, bool) { return n + 1; }},
};
constexpr std::array kNumbers{
    kPlainNumbers[0],
    kPlainNumbers[1],
    kPlainNumbers[3],
    NumberForm{"if $b then $n else $k", [](std::int64_t n, std::int64_t k, bool b) { return b ? n : k; }},
    NumberForm{"if $b then $n + $k else $n - $k",
               [](std::int64_t n, std::int64_t k, bool b) { return b ? n + k : n - k; }},
};
constexpr std::array kNewNumbers{
    NumberForm{"$k", [](std::int64_t, std::int64_t k, bool) { return k; }},
    NumberForm{"$k + 1", [](std::int64_t, std::int64_t k, bool) { return k + 1; }},
    NumberForm{"2 * $k - 1", [](std::int64_t, std::int64_t k, bool) { return 2 * k - 1; }},
    NumberForm{"-$k", [](std::int64_t, std::int64_t k, bool) { return -k; }},
};
constexpr std::array kTruths{
    TruthForm{"$n > $k", [](std::int64_t n, std::int64_t k, bool) { return n > k; }},
    TruthForm{"!$b", [](std::int64_t, std::int64_t, bool b) { return !b; }},
    TruthForm{"$b || $n == $k", [](std::int64_t n, std::int64_t k, bool b) { return b || n == k; }},
    TruthForm{"$b && $k < 3", [](std::int64_t, std::int64_t k, bool b) { return b && k < 3; }},
};
constexpr std::array kNewTruths{
    TruthForm{"$k > 1", [](std::int64_t, std::int64_t k, bool) { return k > 1; }},
    TruthForm{"$k == 2", [](std::int64_t, std::int64_t k, bool) { return k == 2; }},
    TruthForm{"false", [](std::int64_t, std::int64_t, bool) { return false; }},
    TruthForm{"true", [](std::int64_t, std::int64_t, bool) { return true; }},
};

std::string trait_text(const ObjectClasses& classes) {
    return fill(R"(trait $t {
  var n: int

  function Get(k: int): int
    reads this

  method Put(k: int)
    modifies this`n
    ensures n == $p
}

class $d extends $t {
  var w: int

  constructor (k: int)
    ensures n == k && w == k + 1
  {
    n, w := k, k + 1;
  }

  function Get(k: int): int
    reads this
  {
    $g
  }

  method Put(k: int)
    modifies this`n
    ensures n == $p
  {
    n := $q;
  }
}

)",
                {{"t", classes.trait},
                 {"d", classes.other},
                 {"g", classes.other_get.filled("n", "k", "")},
                 {"p", "(" + classes.put.filled("old(n)", "k", "") + ")"},
                 {"q", classes.put.filled("n", "k", "")}});
}

std::string class_text(Workshop& workshop, const ObjectClasses& classes) {
    const std::string swapped =
        workshop.any("modifies this, o\n    ensures unchanged(this`flag, this`next, this`peer, this`age)\n"
                     "    ensures unchanged(o`flag, o`next, o`peer, o`age)",
                     "modifies this`n, o`n", "modifies {this, o}`n");
    const std::string marked = workshop.any(
        "modifies this\n    ensures unchanged(this`n, this`next, this`peer)", "modifies this`flag, this`age",
        "modifies this\n    ensures n == old(n) && next == old(next) && peer == old(peer)");
    return fill(R"(class $c$extends {
$field  var flag: bool
  var next: $c?
  var peer: $c
  const tag: int
  ghost var age: int

  constructor (k: int)
    ensures n == $made && flag == ($madeflag)
    ensures next == null && peer == this && tag == k && age == 0
  {
    n, flag := $made, $madeflag;
    next, peer, tag := null, this, k;
    age := 0;
  }

  constructor Linked(k: int, o: $c)
    ensures n == ($linked) && flag == ($linkedflag)
    ensures next == o && peer == o.peer && tag == o.tag && age == o.age + 1
  {
    n, flag, next, peer := $linked, $linkedflag, o, o.peer;
    tag := o.tag;
    $phase
    age := o.age + 1;
  }

  function Get(k: int): int
    reads this
  {
    $get
  }

  function Ahead(k: int): int
    reads this, next
  {
    if next == null then k else next.n + k
  }

  twostate predicate Grew(k: int)
    reads this
  {
    n == old(n) + k && flag == old(flag)
  }

  method Put(k: int)
    modifies this`n
    ensures n == $oldput
  {
    n := $put;
  }

  method Mark(k: int)
    $modifiesmark
    ensures flag == ($oldmark) && age == old(age) + 1
  {
    flag := $mark;
    age := age + 1;
  }

  method Swap(o: $c)
    $modifiesswap
    ensures n == old(o.n) && o.n == old(n)
  {
    n, o.n := o.n, n;
  }

  method Link(o: $c?)
    modifies this`next
    ensures next == o
  {
    next := o;
  }

  method Grow(k: int) returns (o: $c)
    modifies this`next
    ensures fresh(o) && next == o && o.next == this && o.peer == peer && o.tag == tag && o.age == age + 1
    ensures o.n == ($grown) && o.flag == ($grownflag)
  {
    o := new $c.Linked(k, this);
    next := o;
  }
}
)",
                {{"c", classes.name},
                 {"extends", classes.trait.empty() ? "" : " extends " + classes.trait},
                 {"field", classes.trait.empty() ? "  var n: int\n" : ""},
                 {"phase", workshop.any("new;", "")},
                 {"made", "(" + classes.made.filled("", "k", "") + ")"},
                 {"madeflag", classes.made_flag.filled("", "k", "")},
                 {"linked", classes.linked.filled("o.n", "k", "o.flag")},
                 {"linkedflag", classes.linked_flag.filled("o.n", "k", "o.flag")},
                 {"grown", classes.linked.filled("n", "k", "flag")},
                 {"grownflag", classes.linked_flag.filled("n", "k", "flag")},
                 {"get", classes.get.filled("n", "k", "flag")},
                 {"oldput", "(" + classes.put.filled("old(n)", "k", "") + ")"},
                 {"put", classes.put.filled("n", "k", "")},
                 {"oldmark", classes.mark.filled("old(n)", "k", "old(flag)")},
                 {"mark", classes.mark.filled("n", "k", "flag")},
                 {"modifiesmark", marked},
                 {"modifiesswap", swapped}});
}

} // namespace

ObjectClasses object_classes(Workshop& workshop) {
    Random& random = workshop.random;
    const bool with_trait = random.chance(60);
    ObjectClasses classes{workshop.fresh("Node"),
                          with_trait ? workshop.fresh("Thing") : "",
                          with_trait ? workshop.fresh("Plain") : "",
                          "",
                          workshop.fresh("Sum"),
                          workshop.fresh("Walk"),
                          random.one_of(kNewNumbers),
                          random.one_of(kNewTruths),
                          random.one_of(kNumbers),
                          random.one_of(kTruths),
                          random.one_of(kPlainNumbers),
                          random.one_of(kTruths),
                          random.one_of(kNumbers),
                          random.one_of(kPlainNumbers)};
    classes.text = (with_trait ? trait_text(classes) : "") + class_text(workshop, classes);
    return classes;
}

std::string objects(Workshop& workshop) {
    switch (workshop.random.below(5)) {
    case 0:
    case 1:
        return object_writes(workshop);
    case 2:
    case 3:
        return object_graph(workshop);
    default:
        return object_structures(workshop);
    }
}

} // namespace daphnia::oracle
