// What an expression is evaluated in.
#pragma once

#include "encode/heap.h"
#include "support/error.h"
#include "typed/typed.h"

#include <map>

namespace daphnia::encode {

struct Scope {
    std::map<const typed::Variable*, Term> values;
    State now;
    bool past = false; // that is an earlier state than the one in which the code is
    State old;         // of the method's entry; of a two-state declaration, its previous state
    std::map<const typed::Label*, State> labels;
    // Inside the axiom of a recursive function: calls within its component speak of this layer.
    const typed::Function* unfolding = nullptr;
    std::size_t layer = 0;
    // In functions and constants, which do not depend on what is allocated, bound variables have all values of their
    // type; elsewhere those that exist.
    bool whole_types = false;
    // Every call at layer 0: said of many calls at once, a fact must not bring new unfoldings with each of them.
    bool lowest_layer = false;

    // The earlier state that is meant by the label; null: by old without one.
    const State& at(const typed::Label* label) const {
        if (label == nullptr) {
            return old;
        }
        const auto state = labels.find(label);
        DAPHNIA_CHECK(state != labels.end(), "no state recorded for label " + label->name);
        return state->second;
    }
};

} // namespace daphnia::encode
