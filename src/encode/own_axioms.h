// The axioms of an encoding beside those of the theories, in the order in which they were found to be needed.
#pragma once

#include "logic/theory.h"

#include <string>
#include <utility>
#include <vector>

namespace daphnia::encode {

class OwnAxioms {
  public:
    void add(std::string name, std::string why, logic::Term formula, logic::Function defines = nullptr) {
        all_.push_back({std::move(name), std::move(why), formula, defines});
    }
    const std::vector<logic::Axiom>& all() const { return all_; }

  private:
    std::vector<logic::Axiom> all_;
};

} // namespace daphnia::encode
