// Units about arrays of two dimensions: writes of one element, of a row and of all, aliases, and new matrices by a
// function of their indices. What each element is in the end stands in the contract.
#include "workshop.h"

namespace daphnia::oracle {

namespace {

const Scope kNumbers = {{"k", Type::Int, "k"}, {"l", Type::Int, "l"}, {"v", Type::Int, "v"}};

Scope with_indices(std::initializer_list<const char*> indices) {
    Scope result = kNumbers;
    for (const char* index : indices) {
        result.push_back({index, Type::Int, index});
    }
    return result;
}

// The statements, and what m then holds at $p, $q.
class Writes {
  public:
    explicit Writes(Workshop& workshop) : workshop_(workshop) {}

    void add() {
        switch (workshop_.random.below(6)) {
        case 0:
        case 1:
        case 2:
            one_element();
            break;
        case 3:
            one_row();
            break;
        case 4:
            all();
            break;
        default:
            turned();
            break;
        }
    }

    const std::string& text() const { return text_; }
    std::string content(const char* p, const char* q) const { return fill(content_, {{"p", p}, {"q", q}}); }

  private:
    void one_element() {
        const Fillings parts = {{"i", workshop_.any("k", "l", "0", "(k + 1)")},
                                {"j", workshop_.any("k", "l", "0", "(l - 1)")},
                                {"v", expression(workshop_, Type::Int, kNumbers, 1)}};
        text_ += fill("  if 0 <= $i < m.Length0 && 0 <= $j < m.Length1 {\n    m[$i, $j] := $v;\n  }\n", parts);
        content_ = fill("(if $p == $i && $q == $j then $v else $c)", {{"p", "$p"},
                                                                      {"q", "$q"},
                                                                      {"i", parts.begin()[0].second},
                                                                      {"j", parts.begin()[1].second},
                                                                      {"v", parts.begin()[2].second},
                                                                      {"c", content_}});
    }

    void one_row() {
        const std::string value = expression(workshop_, Type::Int, with_indices({"$q"}), 1);
        text_ +=
            fill("  if 0 <= k < m.Length0 {\n    forall j | 0 <= j < m.Length1 {\n      m[k, j] := $v;\n    }\n  }\n",
                 {{"v", fill(value, {{"q", "j"}})}});
        content_ = "(if $p == k then " + value + " else " + content_ + ")";
    }

    void all() {
        const std::string value = expression(workshop_, Type::Int, with_indices({"$p", "$q"}), 1);
        text_ += fill("  forall i, j | 0 <= i < m.Length0 && 0 <= j < m.Length1 {\n    m[i, j] := m[i, j] + $v;\n  }\n",
                      {{"v", fill(value, {{"p", "i"}, {"q", "j"}})}});
        content_ = "(" + content_ + " + " + value + ")";
    }

    void turned() {
        text_ += "  if m.Length0 == m.Length1 {\n    forall i, j | 0 <= i < m.Length0 && 0 <= j < m.Length1 {\n"
                 "      m[i, j] := m[j, i];\n    }\n  }\n";
        content_ =
            "(if m.Length0 == m.Length1 then " + fill(content_, {{"p", "$q"}, {"q", "$p"}}) + " else " + content_ + ")";
    }

    Workshop& workshop_;
    std::string text_;
    std::string content_ = "old(m[$p, $q])";
};

std::string written(Workshop& workshop) {
    Writes writes(workshop);
    const std::size_t count = workshop.random.between(1, 3);
    for (std::size_t i = 0; i < count; ++i) {
        writes.add();
    }
    // Now and then the claim forgets that both may be one array: it is not to be proved.
    const std::string apart = workshop.random.chance(85) ? "m != c && " : "";
    return fill(R"(method $m(m: array2<int>, c: array2<int>, k: int, l: int, v: int)
  modifies m
  ensures forall p, q :: 0 <= p < m.Length0 && 0 <= q < m.Length1 ==> m[p, q] == $e
  ensures forall p, q :: $a0 <= p < c.Length0 && 0 <= q < c.Length1 ==> c[p, q] == old(c[p, q])
{
$b}
)",
                {{"m", workshop.fresh("Matrix")}, {"e", writes.content("p", "q")}, {"a", apart}, {"b", writes.text()}});
}

std::string made(Workshop& workshop) {
    const std::string value = expression(workshop, Type::Int, with_indices({"$p", "$q", "$r"}), 2);
    const bool three = workshop.random.chance(30);
    return fill(three ? R"(method $m(k: int, l: int, v: int, a: nat, b: nat) returns (m: array3<int>)
  ensures fresh(m) && m.Length0 == a && m.Length1 == b && m.Length2 == a
  ensures forall p, q, r :: 0 <= p < a && 0 <= q < b && 0 <= r < a ==> m[p, q, r] == $e
{
  m := new int[a, b, a]((p, q, r) => $e);
}
)"
                      : R"(method $m(k: int, l: int, v: int, a: nat, b: nat, r: int) returns (m: array2<int>)
  ensures fresh(m) && m.Length0 == a && m.Length1 == b
  ensures forall p, q :: 0 <= p < a && 0 <= q < b ==> m[p, q] == $e
{
  m := new int[a, b]((p, q) => $e);
}
)",
                {{"m", workshop.fresh("Made")}, {"e", fill(value, {{"p", "p"}, {"q", "q"}, {"r", "r"}})}});
}

// A sum over a row or a column, as a function and as a loop.
std::string summed(Workshop& workshop) {
    const bool row = workshop.random.chance(50);
    const Fillings parts = {{"f", workshop.fresh("Line")}, {"m", workshop.fresh("Sum")},
                            {"i", row ? "i, n" : "n, i"},  {"j", row ? "i, n - 1" : "n - 1, i"},
                            {"a", row ? "0" : "1"},        {"b", row ? "1" : "0"}};
    return fill(R"(function $f(m: array2<int>, i: nat, n: nat): int
  requires i < m.Length$a && n <= m.Length$b
  reads m
{
  if n == 0 then 0 else $f(m, i, n - 1) + m[$j]
}

method $m(m: array2<int>, c: array2<int>, i: nat, w: int) returns (s: int)
  requires i < m.Length$a
  modifies c
  ensures s == old($f(m, i, m.Length$b))
  ensures m != c ==> $f(m, i, m.Length$b) == s
{
  s := 0;
  for n := 0 to m.Length$b
    invariant s == $f(m, i, n)
  {
    s := s + m[$i];
  }
  if c.Length0 > 0 && c.Length1 > 0 {
    c[0, c.Length1 - 1] := w;
  }
}
)",
                parts);
}

} // namespace

std::string matrices(Workshop& workshop) {
    switch (workshop.random.below(5)) {
    case 0:
        return made(workshop);
    case 1:
        return summed(workshop);
    default:
        return written(workshop);
    }
}

} // namespace daphnia::oracle
