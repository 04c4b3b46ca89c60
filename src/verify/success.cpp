#include "verify/success.h"

#include "support/error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace daphnia::verify {

namespace {

using support::Rule;

constexpr std::array kSuccess{
    std::pair(Rule::Assertion, "assertion always holds"),
    std::pair(Rule::Precondition, "precondition of this call always holds"),
    std::pair(Rule::Postcondition, "postcondition always holds"),
    std::pair(Rule::InvariantEntry, "loop invariant always holds on entry"),
    std::pair(Rule::InvariantMaintained, "loop invariant is always maintained by the loop"),
    std::pair(Rule::IndexRange, "index in range"),
    std::pair(Rule::SliceRange, "slice bounds in range"),
    std::pair(Rule::DivisionByZero, "divisor is always non-zero"),
    std::pair(Rule::NonNull, "target object is never null"),
    std::pair(Rule::Modifies, "assignment is always in the enclosing context's modifies clause"),
    std::pair(Rule::Reads, "what is read is always in the reads clause"),
    std::pair(Rule::Decreases, "loop or recursion terminates"),
    std::pair(Rule::Subset, "value always satisfies the subset constraints of its type"),
    std::pair(Rule::Witness, "the given witness expression always satisfies the constraint"),
    std::pair(Rule::UniqueChoice, "the value of this let-such-that expression is uniquely determined"),
    std::pair(Rule::AssignSuchThat, "a value exists that satisfies the such-that predicate"),
    std::pair(Rule::Alternatives, "alternative cases cover all possibilities"),
    std::pair(Rule::MatchCase, "match covers all cases"),
    std::pair(Rule::Destructor, "destructor is only applied to values of the constructors that declare it"),
    std::pair(Rule::CalcStep, "the calculation step between the previous line and this line always holds"),
    std::pair(Rule::ForRange, "lower bound does not exceed upper bound"),
    std::pair(Rule::ForallProof, "postcondition of forall statement always holds"),
    std::pair(Rule::DistinctTargets, "left-hand sides are distinct"),
    std::pair(Rule::ArraySize, "array size is never negative"),
    std::pair(Rule::SeqSize, "sequence size is never negative"),
    std::pair(Rule::Multiplicity, "new number of occurrences is never negative"),
    std::pair(Rule::ElementInDomain, "element is in domain"),
    std::pair(Rule::MapKeys, "key expressions refer to unique values"),
    std::pair(Rule::Allocated, "object is always allocated in the old-state of the 'old' expression"),
    std::pair(Rule::ConversionRange, "value to be converted will always fit"),
    std::pair(Rule::RealInteger, "the real-based number is an integer"),
    std::pair(Rule::ShiftRange, "shift amount is always within the width of the result"),
    std::pair(Rule::CharRange, "value to be converted will always fit in char"),
    std::pair(Rule::OverridePrecondition, "the precondition is equal to or more permissive than in the parent trait"),
    std::pair(Rule::OverridePostcondition, "the postcondition is equal to or more detailed than in the parent trait"),
    std::pair(Rule::OverrideFrame, "the frame is within that of the parent trait"),
    std::pair(Rule::OverrideDecreases, "the decreases clause is below or equal to that in the trait"),
    std::pair(Rule::DefiniteAssignment, "variable is always initialized here"),
};

} // namespace

std::string_view success(Rule rule) {
    const auto found =
        std::find_if(kSuccess.begin(), kSuccess.end(), [&](const auto& each) { return each.first == rule; });
    DAPHNIA_CHECK(found != kSuccess.end(), "an obligation without words for its proof");
    return found->second;
}

} // namespace daphnia::verify
