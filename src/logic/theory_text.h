// A theory's text, read once over sorts that stand for its parameters. Instances are copies of what was read, which
// costs a fraction of reading. Private to this folder.
#pragma once

#include "logic/smtlib.h"
#include "logic/theory.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace daphnia::logic {

// What the names of a theory's text mean beforehand.
struct Given {
    std::map<std::string, Sort> sorts;
    std::map<std::string, Function> functions;
};

class TheoryText {
  public:
    // The values of the `compared` sorts are compared by functions of their own: for T by T.same.
    TheoryText(std::string_view text, const std::vector<std::string>& compared);

    struct AxiomText {
        std::string name, why;
        bool reserve = false;
        Term formula = nullptr;
        std::vector<Term> parts; // that no axiom before has, in the order in which they were made
    };
    // In the order of the text. All terms, sorts and functions are of a store that lives as long as this.
    using Item = std::variant<Sort, Function, AxiomText>;
    const std::vector<Item>& items() const { return items_; }

  private:
    void add_axiom(const SExprs& exprs, std::uint32_t root, Scope& scope);

    std::unique_ptr<TermStore> store_;
    std::vector<Item> items_;
    std::vector<Term> known_; // terms that are parts of an axiom, by their ids
};

// Which one is meant, and for what.
struct TheoryId {
    enum class Name : std::uint8_t {
        Seq,
        Set,
        Multiset,
        Map,
        MapValues,
        MapItems,
        MultisetOfSeq,
        MultisetOfSet,
        IntProducts,
        RealProducts,
    };
    Name name = Name::Seq;
    bool infinite = false;        // without what it says of sizes
    bool compares_first = false;  // the values of the first parameter are compared by a function of their own
    bool compares_second = false; // those of the second
};
// Read once in a process, when it is needed first. It never changes then.
const TheoryText& theory_text(const TheoryId& id);
// What its instances' names begin with, e.g. "map.values".
std::string_view name_of(TheoryId::Name name);
// Of its parameters: the sorts T, or K and V.
std::vector<std::string> parameters_of(TheoryId::Name name);

// A copy in a store. What is not given gets the arguments as a suffix: a sort S becomes S<Int>, a function f f<Int>;
// for possibly infinite collections Is<Int> and if<Int>.
class Instance {
  public:
    Instance(TermStore& store, const TheoryText& text, std::string_view theory, std::string suffix, bool infinite,
             const Given& given);

    // Makes it, and adds its axioms.
    void read(std::vector<Axiom>& axioms);
    Sort sort(const std::string& name) const { return sorts_by_name_.at(name); }
    Function function(const std::string& name) const { return functions_by_name_.at(name); }

  private:
    void declare(Sort sort);
    void declare(Function function);
    Axiom copy(const TheoryText::AxiomText& axiom);
    Term copy(Term term);
    Term quantifier(Term term);
    Term variable(Term term);
    Sort copy_of(Sort sort);
    std::string own_name(const std::string& name) const { return (infinite_ ? "i" : "") + name; }

    TermStore& store_;
    const TheoryText& text_;
    std::string whole_; // how the names of bound variables begin
    std::string suffix_;
    bool infinite_;
    std::map<std::string, Sort> sorts_by_name_;
    std::map<std::string, Function> functions_by_name_;
    // Copies, by the ids of what they are copies of; null: none so far
    std::vector<Sort> sorts_;
    std::vector<Function> functions_;
    std::vector<Term> terms_;
};

} // namespace daphnia::logic
