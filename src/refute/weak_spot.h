// A giant step after which a check breaks in, its explanation out.
#pragma once

#include "refute/steps.h"
#include "support/explanation.h"

namespace daphnia::refute {

support::Explanation weak_spot(const typed::Declaration& declaration, const Input& input, const Step& step,
                               const interpret::Failure& failure);

// A run that breaks a check whatever the methods without body give: these steps are what they gave in this one.
support::Explanation failing_anyway(const typed::Declaration& declaration, const Input& input,
                                    const std::vector<Step>& steps, const interpret::Failure& failure);

} // namespace daphnia::refute
