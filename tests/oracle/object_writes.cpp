// Units about writes to fields by names that may mean the same object. What each field of each object holds in the end
// stands in the contract, as an expression over the state before.
#include "objects.h"

#include <algorithm>
#include <map>
#include <vector>

namespace daphnia::oracle {

namespace {

constexpr std::size_t kLongest = 600; // characters of what a field holds

// Something as the code says it, and over the state before.
struct Both {
    std::string code;
    std::string before;
};

class Writes {
  public:
    Writes(Workshop& workshop, const ObjectClasses& classes)
        : workshop_(workshop), random_(workshop.random), classes_(classes), trait_(!classes.trait.empty()) {
        for (const char* field : {"n", "flag", "next", "peer", "age"}) {
            content_[field] = std::string("$o.") + field;
        }
        for (const char* parameter : {"a", "b", "c"}) {
            nodes_.push_back({parameter, parameter});
        }
    }

    std::string method() {
        const std::size_t count = static_cast<std::size_t>(random_.between(2, 5));
        const std::size_t made_at = random_.chance(40) ? random_.below(count) : count;
        for (std::size_t i = 0; i < count && longest() < kLongest / 3; ++i) {
            if (i == made_at) {
                make();
            }
            add();
        }
        return text_of_method();
    }

  private:
    Workshop& workshop_;
    Random& random_;
    const ObjectClasses& classes_;
    bool trait_;
    std::map<std::string, std::string> content_; // of a field of $o
    std::vector<Both> nodes_;                    // not null
    std::string text_;
    std::vector<std::string> written_; // frames, as long as all that is written is in parameters
    bool by_parameters_ = true;
    bool whole_set_ = false;
    bool made_ = false;
    unsigned names_ = 0;

    std::size_t longest() const {
        std::size_t result = 0;
        for (const auto& [field, content] : content_) {
            result = std::max(result, content.size());
        }
        return result;
    }
    std::string content(const std::string& field, const std::string& object) const {
        return fill(content_.at(field), {{"o", object}});
    }
    void write(const std::string& field, const std::string& object, const std::string& value,
               const std::string& condition = "") {
        std::string& content = content_[field];
        content = "(if " + condition + "$o == " + object + " then " + value + " else " + content + ")";
    }
    // The object as a target of a write to the field, in the frame.
    void assign(const Both& to, const std::string& field, const Both& value) {
        text_ += "  " + to.code + "." + field + " := " + value.code + ";\n";
        frame(to, field);
        write(field, to.before, value.before);
    }

    void frame(const Both& object, const std::string& field) {
        if (made_ && object.code == "d") {
            return;
        }
        by_parameters_ = by_parameters_ && object.code.size() == 1;
        written_.push_back(object.code + "`" + field);
    }

    Both parameter() {
        const std::string name = workshop_.any("a", "a", "b", "c");
        return {name, name};
    }
    Both node() {
        Both result = random_.one_of(nodes_);
        if (random_.chance(20)) {
            result = {result.code + ".peer", content("peer", result.before)};
        }
        return result;
    }
    Both target() { return random_.chance(75) ? random_.one_of(nodes_) : node(); }
    Both node_or_null() {
        switch (random_.below(4)) {
        case 0:
            return {"null", "null"};
        case 1:
            return {"m", "m"};
        case 2: {
            const Both of = node();
            return {of.code + ".next", content("next", of.before)};
        }
        default:
            return node();
        }
    }
    std::string plain_number() {
        const Scope numbers = {{"k", Type::Int, "k"}, {"l", Type::Int, "l"}};
        return expression(workshop_, Type::Int, numbers, 1);
    }
    Both number() {
        if (random_.chance(30)) {
            const std::string plain = plain_number();
            return {plain, plain};
        }
        const Both of = node();
        const std::string n = content("n", of.before);
        switch (random_.below(4)) {
        case 0:
            return {of.code + ".Get(l)", "(" + classes_.get.filled(n, "l", content("flag", of.before)) + ")"};
        case 1:
            return {"(" + of.code + ".n + k)", "(" + n + " + k)"};
        case 2:
            return {"(" + of.code + ".tag - 1)", "(" + tag(of.before) + " - 1)"};
        default:
            return {of.code + ".n", n};
        }
    }
    std::string tag(const std::string& object) const {
        return made_ ? "(if " + object + " == d then " + made_tag_ + " else " + object + ".tag)" : object + ".tag";
    }
    Both truth() {
        const Both of = node();
        switch (random_.below(4)) {
        case 0:
            return {"(" + of.code + ".n > l)", "(" + content("n", of.before) + " > l)"};
        case 1: {
            const Both other = node();
            return {"(" + of.code + " == " + other.code + ")", "(" + of.before + " == " + other.before + ")"};
        }
        case 2: {
            const Both other = node_or_null();
            return {"(" + of.code + ".next != " + other.code + ")",
                    "(" + content("next", of.before) + " != " + other.before + ")"};
        }
        default:
            return {"(k > 1 || " + of.code + ".flag)", "(k > 1 || " + content("flag", of.before) + ")"};
        }
    }

    std::string made_tag_;

    void make() {
        const std::string k = plain_number();
        made_ = true;
        made_tag_ = k;
        text_ += fill("  d := new $c($k);\n", {{"c", classes_.name}, {"k", k}});
        write("n", "d", "(" + classes_.made.filled("", k, "") + ")");
        write("flag", "d", "(" + classes_.made_flag.filled("", k, "") + ")");
        write("next", "d", "null");
        write("peer", "d", "d");
        write("age", "d", "0");
        nodes_.push_back({"d", "d"});
    }

    void add() {
        switch (random_.below(trait_ ? 16 : 13)) {
        case 0:
        case 1: {
            const Both to = target();
            assign(to, "n", number());
            break;
        }
        case 2: {
            const Both to = target();
            assign(to, "flag", truth());
            break;
        }
        case 3:
        case 4: {
            const Both to = target();
            assign(to, "next", node_or_null());
            break;
        }
        case 5: {
            const Both to = target();
            assign(to, "peer", node());
            break;
        }
        case 6:
            behind();
            break;
        case 7:
            together();
            break;
        case 8:
            in_the_set();
            break;
        case 9:
            branch();
            break;
        case 10:
            local();
            break;
        case 11:
            loop();
            break;
        case 12:
            call();
            break;
        case 13: {
            const Both value = number();
            text_ += "  t.n := " + value.code + ";\n";
            frame({"t", "t"}, "n");
            write("n", "t", value.before);
            break;
        }
        case 14: {
            text_ += "  t.Put(l);\n";
            frame({"t", "t"}, "n");
            write("n", "t", "(" + classes_.put.filled(content("n", "t"), "l", "") + ")");
            break;
        }
        default: {
            const Both value = truth();
            text_ +=
                fill("  if t is $c {\n    (t as $c).flag := $v;\n  }\n", {{"c", classes_.name}, {"v", value.code}});
            by_parameters_ = false;
            write("flag", "t", value.before, "t is " + classes_.name + " && ");
            break;
        }
        }
    }

    // What comes next to an object, when there is something.
    void behind() {
        const Both of = target();
        const std::string next = content("next", of.before);
        const Both value = number();
        text_ += fill("  if $p.next != null {\n    $p.next.n := $v;\n  }\n", {{"p", of.code}, {"v", value.code}});
        by_parameters_ = false;
        write("n", next, value.before, next + " != null && ");
    }

    // Two at once, the same object perhaps.
    void together() {
        const Both one = target();
        const Both other = target();
        text_ += fill("  $p.n, $q.n := $q.n, $p.n;\n", {{"p", one.code}, {"q", other.code}});
        frame(one, "n");
        frame(other, "n");
        const std::string first = content("n", one.before);
        write("n", one.before, content("n", other.before));
        write("n", other.before, first);
    }

    // All objects of a set, some of which have names.
    void in_the_set() {
        if (trait_) { // whose objects cannot be asked whether they are in it
            return;
        }
        whole_set_ = true;
        const std::string before = content_["n"];
        const std::string value =
            workshop_.any(std::string("($n + k)"), std::string("(if $b then l else $n)"), std::string("($n - l)"));
        text_ += "  forall o | o in s {\n    o.n := " + fill(value, {{"n", "o.n"}, {"b", "o.flag"}}) + ";\n  }\n";
        content_["n"] =
            "(if $o in s then " + fill(value, {{"n", before}, {"b", content_["flag"]}}) + " else " + before + ")";
    }

    void branch() {
        const Both condition = truth();
        const auto before = content_;
        text_ += "  if " + condition.code + " {\n";
        simple();
        const auto first = content_;
        content_ = before;
        text_ += "  } else {\n";
        simple();
        text_ += "  }\n";
        for (auto& [field, content] : content_) {
            if (content != first.at(field)) {
                content = "(if " + condition.before + " then " + first.at(field) + " else " + content + ")";
            }
        }
    }
    void simple() {
        const Both to = random_.one_of(nodes_);
        if (random_.chance(70)) {
            const Both value = number();
            text_ += "    " + to.code + ".n := " + value.code + ";\n";
            frame(to, "n");
            write("n", to.before, value.before);
        } else {
            text_ += "    " + to.code + ".age := " + to.code + ".age + 1;\n";
            frame(to, "age");
            write("age", to.before, "(" + content("age", to.before) + " + 1)");
        }
    }

    void local() {
        const Both condition = truth();
        const Both one = node();
        const Both other = node();
        const std::string name = "x" + std::to_string(names_++);
        text_ += fill("  var $x: $c := if $e then $p else $q;\n",
                      {{"x", name}, {"c", classes_.name}, {"e", condition.code}, {"p", one.code}, {"q", other.code}});
        nodes_.push_back({name, "(if " + condition.before + " then " + one.before + " else " + other.before + ")"});
    }

    void loop() {
        const Both of = random_.one_of(nodes_);
        const std::string name = std::to_string(names_++);
        const std::string rounds = std::to_string(random_.between(0, 4));
        const std::string by = workshop_.any("2", "3", "l");
        text_ += fill("  var n$x := $p.n;\n  for i := 0 to $r\n    invariant $p.n == n$x + i * $l\n    modifies $p`n\n"
                      "  {\n    $p.n := $p.n + $l;\n  }\n",
                      {{"x", name}, {"p", of.code}, {"r", rounds}, {"l", by}});
        frame(of, "n");
        write("n", of.before, "(" + content("n", of.before) + " + " + rounds + " * " + by + ")");
    }

    void call() {
        const Both on = target();
        switch (random_.below(4)) {
        case 0:
            text_ += "  " + on.code + ".Put(k);\n";
            frame(on, "n");
            write("n", on.before, "(" + classes_.put.filled(content("n", on.before), "k", "") + ")");
            break;
        case 1: {
            text_ += "  " + on.code + ".Mark(k);\n";
            by_parameters_ = false;
            const std::string flag =
                "(" + classes_.mark.filled(content("n", on.before), "k", content("flag", on.before)) + ")";
            write("flag", on.before, flag);
            write("age", on.before, "(" + content("age", on.before) + " + 1)");
            break;
        }
        case 2: {
            const Both other = target();
            text_ += "  " + on.code + ".Swap(" + other.code + ");\n";
            by_parameters_ = false;
            const std::string first = content("n", on.before);
            write("n", on.before, content("n", other.before));
            write("n", other.before, first);
            break;
        }
        default: {
            const Both other = node_or_null();
            text_ += "  " + on.code + ".Link(" + other.code + ");\n";
            frame(on, "next");
            write("next", on.before, other.before);
            break;
        }
        }
    }

    // The frame, and what it asks for.
    std::string frames() {
        std::sort(written_.begin(), written_.end());
        written_.erase(std::unique(written_.begin(), written_.end()), written_.end());
        if (by_parameters_ && random_.chance(70)) {
            std::string fields;
            for (const std::string& each : written_) {
                fields += (fields.empty() ? "  modifies " : ", ") + each;
            }
            if (whole_set_) {
                fields += fields.empty() ? "  modifies s`n" : ", s`n";
            }
            return fields.empty() ? "" : fields + "\n";
        }
        if (random_.chance(25) && !trait_) {
            return "  requires a in s && b in s && c in s && (m == null || m in s)\n"
                   "  requires forall o :: o in s ==> o.peer in s && (o.next == null || o.next in s)\n"
                   "  modifies s\n";
        }
        return std::string(
                   "  modifies a, b, c, m, a.peer, b.peer, c.peer, a.next, b.next, c.next\n"
                   "  modifies a.peer.peer, b.peer.peer, c.peer.peer, a.peer.next, b.peer.next, c.peer.next\n") +
               (whole_set_ ? "  modifies s\n" : "") + (trait_ ? "  modifies t\n" : "");
    }

    std::string claims() {
        std::string result;
        for (const auto& [field, content] : content_) {
            const bool changed = content != std::string("$o.") + field;
            for (const char* object : {"a", "b", "c", "d"}) {
                if ((object[0] != 'd' || made_) && random_.chance(changed ? 60 : 10)) {
                    result += fill("  ensures $o.$f == old($e)\n",
                                   {{"o", object}, {"f", field}, {"e", this->content(field, object)}});
                }
            }
            if (random_.chance(changed ? 60 : 10)) {
                result += fill("  ensures forall o :: o in s ==> o.$f == old($e)\n",
                               {{"f", field}, {"e", this->content(field, "o")}});
            }
        }
        if (trait_ && random_.chance(60)) {
            result += "  ensures t.n == old(" + content("n", "t") + ")\n";
        }
        if (made_) {
            result += "  ensures fresh(d) && d !in s && d.tag == " + made_tag_ + "\n";
        }
        if (by_parameters_ && random_.chance(70)) {
            std::string others = whole_set_ ? "e !in s" : "true";
            for (const char* object : {"a", "b", "c", "t"}) {
                if (std::any_of(written_.begin(), written_.end(),
                                [&](const std::string& frame) { return frame.starts_with(object); })) {
                    others += std::string(" && e != ") + object;
                }
            }
            // Now and then nothing is said of what e may be.
            result += "  ensures " + (random_.chance(90) ? others : "true") + " ==> unchanged(e)\n";
        }
        if (random_.chance(30)) {
            const Both value = number();
            result += "  ensures r == old(" + value.before + ")\n";
            text_ += "  r := " + value.code + ";\n";
        } else {
            text_ += "  r := k;\n";
        }
        return result;
    }

    std::string text_of_method() {
        const std::string promised = claims();
        const std::string name = workshop_.fresh("Writes");
        const std::string caller = workshop_.random.chance(60)
                                       ? fill(R"(
method $u(e: $c, k: int, l: int) returns (z: $c)
  ensures fresh(z)
{
  var x := new $c(k);
  z := new $c.Linked(l, x);
  x.peer := $p;
  ghost var before := z.tag;
  var r$givend := $m(x, $y, z, $n, $t{x, z}, e, k, l);
  assert unchanged(e);
  assert z.tag == before == x.tag;
}
)",
                                              {{"u", workshop_.fresh("Calls")},
                                               {"c", classes_.name},
                                               {"p", workshop_.any("z", "x")},
                                               {"givend", made_ ? ", d" : ""},
                                               {"m", name},
                                               {"y", workshop_.any("x", "z")},
                                               {"n", workshop_.any("x", "z", "null")},
                                               {"t", trait_ ? workshop_.any("x, ", "z, ") : ""}})
                                       : "";
        return fill(R"(method $m(a: $c, b: $c, c: $c, m: $c?, $ts: set<$c>, e: $c, k: int, l: int) returns (r: int$d)
$f$e{
$b}
)",
                    {{"m", name},
                     {"c", classes_.name},
                     {"ts", trait_ ? "t: " + classes_.trait + ", s" : "s"},
                     {"d", made_ ? ", d: " + classes_.name : ""},
                     {"f", frames()},
                     {"e", promised},
                     {"b", text_}}) +
               caller;
    }
};

} // namespace

std::string object_writes(Workshop& workshop) {
    const ObjectClasses classes = object_classes(workshop);
    return classes.text + "\n" + Writes(workshop, classes).method();
}

} // namespace daphnia::oracle
