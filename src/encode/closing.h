// Terms over variables become quantifiers: split where that gives each part triggers of its own, with triggers that
// match calls at every layer.
#pragma once

#include "encode/functions.h"

#include <string>
#include <vector>

namespace daphnia::encode {

struct Closing {
    bool forall = true;
    std::string name;
    bool split = true;  // a conjunction under forall, a disjunction under exists
    bool select = true; // choose triggers where none are given
    std::vector<logic::Trigger> triggers;
};

// forall variables :: range ==> body, or exists variables :: range && body. The variables are replaced by fresh ones.
Term close(logic::TermStore& store, const Functions& functions, const Closing& closing,
           const std::vector<Term>& variables, Term range, Term body);

} // namespace daphnia::encode
