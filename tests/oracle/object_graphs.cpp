// Units that make objects, link them, share them and lead them back to themselves, one step after the other, and claim
// what then is: the generator does every step on objects of its own.
#include "objects.h"

#include <optional>
#include <set>
#include <vector>

namespace daphnia::oracle {

namespace {

constexpr int kNull = -1;

struct Object {
    bool plain = false; // of the trait's other class
    std::int64_t n = 0;
    bool flag = false;
    int next = kNull;
    int peer = kNull;
    std::int64_t tag = 0;
    std::int64_t age = 0;

    bool operator==(const Object&) const = default;
};
using Objects = std::vector<Object>;

enum class Known { Class, PerhapsNull, Trait };

// What leads to an object.
struct Path {
    std::string text;
    int object;
    Known known;
};

std::string to_text(std::int64_t number) {
    return number < 0 ? "(" + std::to_string(number) + ")" : std::to_string(number);
}

class Graph {
  public:
    Graph(Workshop& workshop, const ObjectClasses& classes)
        : workshop_(workshop), random_(workshop.random), classes_(classes) {}

    std::string method() {
        make();
        make();
        const std::size_t count = static_cast<std::size_t>(random_.between(4, 12));
        for (std::size_t i = 0; i < count; ++i) {
            step();
        }
        const Path result = node(now_);
        const Object& object = at(result, now_);
        const std::int64_t number = object.n + object.tag;
        line(fill("o := $p;", {{"p", result.text}}));
        line("r := o.n + o.tag;");
        std::string clauses = "  ensures r == " + to_text(number) + " && fresh(o)\n";
        clauses += "  ensures o.tag == " + to_text(object.tag) + " && o.age == " + to_text(object.age) + "\n";
        clauses += object.next == kNull ? "  ensures o.next == null\n"
                                        : fill("  ensures o.next != null && fresh(o.next) && o.next.n == $n\n",
                                               {{"n", to_text(now_[static_cast<std::size_t>(object.next)].n)}});
        return fill("method $m() returns (r: int, o: $c)\n$e{\n$b}\n",
                    {{"m", workshop_.fresh("Graph")}, {"c", classes_.name}, {"e", clauses}, {"b", text_}});
    }

  private:
    Workshop& workshop_;
    Random& random_;
    const ObjectClasses& classes_;
    Objects now_;
    std::vector<Path> variables_;
    std::vector<std::pair<std::string, Objects>> labels_;
    std::string text_;
    std::string indent_ = "  ";
    unsigned names_ = 0;

    void line(const std::string& text) { text_ += indent_ + text + "\n"; }
    std::string name(const char* stem) { return stem + std::to_string(names_++); }
    std::int64_t small() { return random_.between(-2, 4); }
    static const Object& at(const Path& path, const Objects& objects) {
        return objects[static_cast<std::size_t>(path.object)];
    }
    Object& at(const Path& path) { return now_[static_cast<std::size_t>(path.object)]; }
    int add(const Object& object) {
        now_.push_back(object);
        return static_cast<int>(now_.size()) - 1;
    }

    // Some way to an object, or to null; of the objects there were then.
    Path path(const Objects& objects) {
        Path result = random_.one_of(variables_);
        while (result.object >= static_cast<int>(objects.size())) {
            result = random_.one_of(variables_);
        }
        for (unsigned chance = 55; random_.chance(chance); chance = 35) {
            if (result.object == kNull || at(result, objects).plain) {
                break;
            }
            const Object& object = at(result, objects);
            const std::string text = result.known == Known::Trait
                                         ? fill("($p as $c)", {{"p", result.text}, {"c", classes_.name}})
                                         : result.text;
            result = random_.chance(50) ? Path{text + ".next", object.next, Known::PerhapsNull}
                                        : Path{text + ".peer", object.peer, Known::Class};
        }
        return result;
    }
    Path thing(const Objects& objects) {
        Path result = path(objects);
        while (result.object == kNull) {
            result = path(objects);
        }
        return result;
    }
    // The first variable is one.
    Path node(const Objects& objects) {
        Path result = thing(objects);
        while (at(result, objects).plain) {
            result = thing(objects);
        }
        if (result.known == Known::Trait) {
            result.text = fill("($p as $c)", {{"p", result.text}, {"c", classes_.name}});
            result.known = Known::Class;
        }
        return result;
    }
    Path node_or_null() { return random_.chance(20) ? Path{"null", kNull, Known::PerhapsNull} : node(now_); }

    void make() {
        const std::int64_t k = small();
        const std::string variable = name("x");
        const bool first = now_.empty();
        if (!first && !classes_.trait.empty() && random_.chance(25)) {
            variables_.push_back({variable, add({true, k, false, kNull, kNull, 0, 0}), Known::Trait});
            line(fill("var $x: $t := new $d($k);",
                      {{"x", variable}, {"t", classes_.trait}, {"d", classes_.other}, {"k", std::to_string(k)}}));
            return;
        }
        if (first || random_.chance(50)) {
            const int object = add({false, classes_.made.value(0, k, false), classes_.made_flag.value(0, k, false),
                                    kNull, static_cast<int>(now_.size()), k, 0});
            variables_.push_back({variable, object, Known::Class});
            line(fill("var $x := new $c($k);", {{"x", variable}, {"c", classes_.name}, {"k", std::to_string(k)}}));
            return;
        }
        const Path other = node(now_);
        variables_.push_back({variable, linked(other, k), Known::Class});
        line(fill("var $x := new $c.Linked($k, $o);",
                  {{"x", variable}, {"c", classes_.name}, {"k", std::to_string(k)}, {"o", other.text}}));
    }
    int linked(const Path& other, std::int64_t k) {
        const Object old = at(other);
        return add({false, classes_.linked.value(old.n, k, old.flag), classes_.linked_flag.value(old.n, k, old.flag),
                    other.object, old.peer, old.tag, old.age + 1});
    }

    void step() {
        if (random_.chance(20)) {
            const std::string label = workshop_.fresh("Here");
            labels_.emplace_back(label, now_);
            line("label " + label + ":");
        }
        switch (random_.below(16)) {
        case 0:
        case 1:
            make();
            break;
        case 2:
        case 3:
            link();
            break;
        case 4:
        case 5:
            assign();
            break;
        case 6:
        case 7:
        case 8:
            call();
            break;
        case 9:
            alias();
            break;
        case 10:
            all_of_a_set();
            break;
        case 11:
            loop();
            break;
        case 12:
            branch();
            break;
        default:
            line("assert " + claim(true) + ";");
            break;
        }
        if (random_.chance(40)) {
            line("assert " + claim(true) + ";");
        }
    }

    void link() {
        const Path from = node(now_);
        if (random_.chance(60)) {
            const Path to = node_or_null();
            line(from.text + ".next := " + to.text + ";");
            at(from).next = to.object;
        } else {
            const Path to = node(now_);
            line(from.text + ".peer := " + to.text + ";");
            at(from).peer = to.object;
        }
    }

    void assign() {
        const std::int64_t k = small();
        switch (random_.below(4)) {
        case 0: {
            const Path to = node(now_);
            const Path from = thing(now_);
            line(to.text + ".flag := " + from.text + ".n > " + to_text(k) + ";");
            at(to).flag = at(from).n > k;
            break;
        }
        case 1: {
            const Path to = node(now_);
            line(to.text + ".age := " + to.text + ".age + 2;");
            at(to).age += 2;
            break;
        }
        default: {
            const Path to = thing(now_);
            const Path from = thing(now_);
            line(to.text + ".n := " + from.text + ".n + " + to_text(k) + ";");
            at(to).n = at(from).n + k;
            break;
        }
        }
    }

    void call() {
        const std::int64_t k = small();
        const std::string argument = std::to_string(k);
        switch (random_.below(6)) {
        case 0:
        case 1: {
            const Path on = thing(now_);
            line(on.text + ".Put(" + argument + ");");
            at(on).n = classes_.put.value(at(on).n, k, false);
            break;
        }
        case 2: {
            const Path on = node(now_);
            line(on.text + ".Mark(" + argument + ");");
            at(on).flag = classes_.mark.value(at(on).n, k, at(on).flag);
            ++at(on).age;
            break;
        }
        case 3: {
            const Path on = node(now_);
            const Path other = node(now_);
            line(on.text + ".Swap(" + other.text + ");");
            std::swap(at(on).n, at(other).n);
            break;
        }
        case 4: {
            const Path on = node(now_);
            const Path other = node_or_null();
            line(on.text + ".Link(" + other.text + ");");
            at(on).next = other.object;
            break;
        }
        default: {
            const Path on = node(now_);
            const std::string variable = name("x");
            line("var " + variable + " := " + on.text + ".Grow(" + argument + ");");
            const int object = linked(on, k);
            at(on).next = object;
            variables_.push_back({variable, object, Known::Class});
            break;
        }
        }
    }

    void alias() {
        const std::string variable = name("x");
        if (random_.chance(30)) {
            const std::optional<bool> holds = random_.chance(50);
            const std::string condition = *holds ? claim(false) : "!(" + claim(false) + ")";
            const Path one = node(now_);
            const Path other = node(now_);
            line(fill("var $x: $c := if $e then $p else $q;",
                      {{"x", variable}, {"c", classes_.name}, {"e", condition}, {"p", one.text}, {"q", other.text}}));
            variables_.push_back({variable, *holds ? one.object : other.object, Known::Class});
            return;
        }
        Path of = path(now_);
        const bool widened = !classes_.trait.empty() && of.object != kNull && random_.chance(40);
        of.known = widened ? Known::Trait : of.known;
        line("var " + variable + (widened ? ": " + classes_.trait : "") + " := " + of.text + ";");
        variables_.push_back({variable, of.object, of.known});
    }

    void all_of_a_set() {
        const Path one = node(now_);
        const Path other = node(now_);
        const std::int64_t k = small();
        if (random_.chance(60)) {
            line(fill("forall o | o in {$p, $q} {\n$i  o.n := o.n + $k;\n$i}",
                      {{"p", one.text}, {"q", other.text}, {"k", to_text(k)}, {"i", indent_}}));
            at(one).n += k;
            at(other).n += one.object == other.object ? 0 : k;
        } else {
            line(fill("forall o <- {$p, $q} {\n$i  o.next := o.peer;\n$i}",
                      {{"p", one.text}, {"q", other.text}, {"i", indent_}}));
            at(one).next = at(one).peer;
            at(other).next = at(other).peer;
        }
    }

    void loop() {
        const Path on = thing(now_);
        const std::int64_t k = small();
        const std::int64_t rounds = random_.between(0, 3);
        line(fill("for i := 0 to $r\n$i  invariant $p.n == $n + i * $k\n$i  modifies $p`n\n$i{\n"
                  "$i  $p.n := $p.n + $k;\n$i}",
                  {{"r", std::to_string(rounds)},
                   {"p", on.text},
                   {"n", to_text(at(on).n)},
                   {"k", to_text(k)},
                   {"i", indent_}}));
        at(on).n += rounds * k;
    }

    void branch() {
        const std::string condition = claim(false);
        const bool first = random_.chance(50);
        line("if " + std::string(first ? "" : "!(") + condition +
             (first ? " {" : ") {\n    assert false;\n  } else {"));
        const std::size_t variables = variables_.size();
        const std::size_t labels = labels_.size();
        if (indent_.size() > 2) { // one branch in another is enough
            line("  assert " + condition + ";");
        } else {
            indent_ += "  ";
            step();
            indent_ = "  ";
        }
        variables_.resize(variables);
        labels_.resize(labels);
        line(first ? "} else {\n    assert false;\n  }" : "}");
    }

    // Something that holds; perhaps in ghost code.
    std::string claim(bool ghost) {
        if (ghost && random_.chance(40)) {
            return ghost_claim();
        }
        const std::int64_t k = small();
        switch (random_.below(9)) {
        case 0:
        case 1: {
            const Path of = thing(now_);
            return of.text + ".n == " + to_text(at(of).n);
        }
        case 2: {
            const Path of = node(now_);
            return (at(of).flag ? "" : "!") + of.text + ".flag";
        }
        case 3: {
            const Path one = path(now_);
            const Path other = path(now_);
            return one.text + (one.object == other.object ? " == " : " != ") + other.text;
        }
        case 4: {
            const Path one = node(now_);
            return one.text + ".next" + (at(one).next == kNull ? " == null" : " != null");
        }
        case 5: {
            const Path of = thing(now_);
            const Object& object = at(of);
            return fill("$p.Get($k) == $v",
                        {{"p", of.text},
                         {"k", std::to_string(k)},
                         {"v", to_text(object.plain ? classes_.other_get.value(object.n, k, false)
                                                    : classes_.get.value(object.n, k, object.flag))}});
        }
        case 6: {
            const Path of = node(now_);
            const int next = at(of).next;
            const std::int64_t value = next == kNull ? k : now_[static_cast<std::size_t>(next)].n + k;
            return fill("$p.Ahead($k) == $v", {{"p", of.text}, {"k", std::to_string(k)}, {"v", to_text(value)}});
        }
        case 7: {
            const Path one = thing(now_);
            const Path other = thing(now_);
            return fill(
                "$f([$p, $q]) == $v",
                {{"f", classes_.sum}, {"p", one.text}, {"q", other.text}, {"v", to_text(at(one).n + at(other).n)}});
        }
        default: {
            if (classes_.trait.empty()) {
                const Path of = node(now_);
                return of.text + ".tag == " + to_text(at(of).tag);
            }
            const Path of = path(now_);
            const bool is = of.object != kNull && !at(of).plain;
            return std::string(is ? "" : "!(") + of.text + " is " + classes_.name + (is ? "" : ")");
        }
        }
    }

    std::string ghost_claim() {
        switch (random_.below(labels_.empty() ? 5 : 9)) {
        case 0: {
            const Path of = node(now_);
            return of.text + ".age == " + to_text(at(of).age);
        }
        case 1: {
            const Path of = thing(now_);
            return "fresh(" + of.text + ")";
        }
        case 2: {
            const Path a = node(now_);
            const Path b = node(now_);
            const Path c = node(now_);
            const std::set<int> different{a.object, b.object, c.object};
            return fill("|{$a, $b, $c}| == $n",
                        {{"a", a.text}, {"b", b.text}, {"c", c.text}, {"n", std::to_string(different.size())}});
        }
        case 3: {
            const Path a = node(now_);
            const Path b = node(now_);
            const Path c = node(now_);
            const bool in = a.object == b.object || a.object == c.object;
            return fill("$a$in{$b, $c}", {{"a", a.text}, {"in", in ? " in " : " !in "}, {"b", b.text}, {"c", c.text}});
        }
        case 4: {
            const Path of = path(now_);
            std::int64_t total = 0;
            int object = of.object != kNull && at(of).plain ? kNull : of.object;
            for (int steps = 0; steps < 2 && object != kNull; ++steps) {
                total += now_[static_cast<std::size_t>(object)].n;
                object = now_[static_cast<std::size_t>(object)].next;
            }
            const bool is_node = of.object == kNull || !at(of).plain;
            return !is_node
                       ? of.text + ".n == " + to_text(at(of).n)
                       : fill("$w($p, 2) == $v",
                              {{"w", classes_.walk},
                               {"p", of.known == Known::Trait ? "(" + of.text + " as " + classes_.name + ")" : of.text},
                               {"v", to_text(total)}});
        }
        default:
            return since();
        }
    }

    // About what there was at a label.
    std::string since() {
        const auto& [label, before] = random_.one_of(labels_);
        const Path of = thing(before);
        switch (random_.below(3)) {
        case 0:
            return fill("old@$l($p.n) == $v", {{"l", label}, {"p", of.text}, {"v", to_text(at(of, before).n)}});
        case 1: {
            const Path some = thing_of_both(before);
            const bool field = random_.chance(50);
            const bool same = field ? at(some, now_).n == at(some, before).n : at(some, now_) == at(some, before);
            return fill("$not unchanged@$l($p$f)",
                        {{"not", same ? "" : "!"}, {"l", label}, {"p", some.text}, {"f", field ? "`n" : ""}});
        }
        default: {
            const Path some = thing_of_both(before);
            if (at(some, now_).plain || some.known == Known::Trait) {
                return fill("old@$l($p.n) == $v", {{"l", label}, {"p", of.text}, {"v", to_text(at(of, before).n)}});
            }
            const bool grew = at(some, now_).flag == at(some, before).flag;
            const std::int64_t by = at(some, now_).n - at(some, before).n;
            return fill("$not$p.Grew@$l($k)",
                        {{"not", grew ? "" : "!"}, {"l", label}, {"p", some.text}, {"k", std::to_string(by)}});
        }
        }
    }

    // A path of now to an object that was there before.
    Path thing_of_both(const Objects& before) {
        Path result = thing(now_);
        while (result.object >= static_cast<int>(before.size())) {
            result = thing(now_);
        }
        return result;
    }
};

} // namespace

std::string object_graph(Workshop& workshop) {
    const ObjectClasses classes = object_classes(workshop);
    const std::string functions =
        fill(R"(
function {:fuel 4} $s(s: seq<$t>): int
  reads s
{
  if s == [] then 0 else s[0].n + $s(s[1..])
}

function {:fuel 4} $w(o: $c?, d: nat): int
  reads *
{
  if o == null || d == 0 then 0 else o.n + $w(o.next, d - 1)
}

)",
             {{"s", classes.sum}, {"t", classes.widest()}, {"w", classes.walk}, {"c", classes.name}});
    return classes.text + functions + Graph(workshop, classes).method();
}

} // namespace daphnia::oracle
