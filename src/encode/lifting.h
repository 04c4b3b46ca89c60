// Lambda lifting (Johnsson, 1985) of what binds variables: comprehensions, lambdas and choices become functions of the
// largest terms in them that mention no bound variable. Of equal arguments they are equal by congruence, wherever they
// stand and whatever else they are near.
#pragma once

#include "logic/term.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace daphnia::encode {

// Some parts (a range and an element, a domain and a body) that bind the same variables, over variables that stand for
// these and for what the parts mention besides.
struct Lifted {
    std::vector<logic::Term> bound, parameters, parts;
    std::vector<logic::Term> arguments; // what the parameters stand for
    std::string name;                   // of the function; the same for the same parts
    bool is_new = false;                // nothing has been said of it yet

    std::vector<logic::Sort> sorts() const; // of the parameters
};

// The term with one variable each replaced by one term each.
logic::Term replaced(logic::TermStore& store, logic::Term term, const std::vector<logic::Term>& variables,
                     const std::vector<logic::Term>& by);

class Lifting {
  public:
    explicit Lifting(logic::TermStore& store) : store_(store) {}

    // `role` says what kind of thing of which sort is made of the parts; the same role always has as many parts.
    Lifted operator()(const std::string& role, logic::Sort sort, const std::vector<logic::Term>& bound,
                      const std::vector<logic::Term>& parts);

  private:
    class Walk;
    using Key = std::tuple<std::string, logic::Sort, std::vector<logic::Term>, std::vector<logic::Term>,
                           std::vector<logic::Term>>; // bound, parameters, parts

    // Variables are named by their position among those of the parts.
    logic::Term canonical(std::size_t position, logic::Sort sort);

    logic::TermStore& store_;
    std::map<std::pair<std::size_t, logic::Sort>, logic::Term> canonical_;
    std::map<Key, std::string> known_;
    std::map<std::string, std::size_t> count_; // of each role
};

} // namespace daphnia::encode
