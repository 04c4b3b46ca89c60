// Bound variables: their values one after the other, and what is decided by trying them.
#pragma once

#include "interpret/run.h"
#include "typed/bounds.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace daphnia::interpret {

class Checks;
class Evaluation;
class Inhabitants;
class Meter;

class Quantifiers {
  public:
    Quantifiers(Run& run, Meter& meter, Checks& checks, Inhabitants& inhabitants, Evaluation& evaluation)
        : run_(run), meter_(meter), checks_(checks), inhabitants_(inhabitants), evaluation_(evaluation) {}

    enum class Coverage { Stopped, All, Some };
    enum class Search { Complete, Sample }; // of values without end: as many as it takes, or some and those at hand
    // Calls back with the variables set, until it says false. Whether all combinations were visited (or it said false).
    Coverage enumerate(const std::vector<typed::Restriction>& restrictions, Search search,
                       const std::function<bool()>& visit);
    template <typename Node>
    const std::vector<typed::Restriction>& restrictions(const Node& node) {
        const auto known = restrictions_.find(&node);
        return known != restrictions_.end() ? known->second
                                            : restrictions_.emplace(&node, typed::restrictions(node)).first->second;
    }
    // Takes the first values that meet the constraint.
    void choose(const std::vector<typed::Restriction>& restrictions, const typed::Expr& constraint, SourceRange place,
                bool assumed);

    Value operator()(const typed::Quantifier& node, const typed::Expr& expr);
    Value operator()(const typed::LetSuchThat& node, const typed::Expr& expr);

  private:
    Run& run_;
    Meter& meter_;
    Checks& checks_;
    Inhabitants& inhabitants_;
    Evaluation& evaluation_;
    std::unordered_map<const void*, std::vector<typed::Restriction>> restrictions_;
};

} // namespace daphnia::interpret
