// The checks of a run: the id of the prover's obligation for the same thing, and what is so when it does not hold.
#pragma once

namespace daphnia::interpret {

struct Rule {
    const char* id;
    const char* message;
};

namespace rules {

inline constexpr Rule kAssertion{"assertion", "assertion does not hold"};
inline constexpr Rule kPrecondition{"precondition", "a precondition for this call does not hold"};
inline constexpr Rule kPostcondition{"postcondition", "a postcondition does not hold on this return path"};
inline constexpr Rule kInvariantEntry{"invariant-entry", "this loop invariant does not hold on entry"};
inline constexpr Rule kInvariantMaintained{"invariant-maintained", "this invariant is not maintained by the loop"};
inline constexpr Rule kIndexRange{"index-range", "index out of range"};
inline constexpr Rule kSliceRange{"slice-range", "slice bounds out of range"};
inline constexpr Rule kDivisionByZero{"division-by-zero", "division by zero"};
inline constexpr Rule kConversionRange{"conversion-range", "value to be converted does not fit"};
inline constexpr Rule kRealInteger{"real-integer",
                                   "the real-based number is not an integer (for truncation, apply .Floor to it)"};
inline constexpr Rule kShiftRange{"shift-range", "the amount is negative or exceeds the width of the result"};
inline constexpr Rule kNonNull{"null", "target object is null"};
inline constexpr Rule kModifies{"modifies",
                                "assignment updates an array element not in the enclosing context's modifies clause"};
inline constexpr Rule kReads{"reads", "insufficient reads clause to read array element"};
inline constexpr Rule kDecreases{"decreases", "decreases clause does not decrease"};
inline constexpr Rule kSubset{"subset", "value does not satisfy the subset constraints of its type"};
inline constexpr Rule kWitness{"witness", "the given witness expression does not satisfy the constraint"};
inline constexpr Rule kAssignSuchThat{"assign-such-that", "no values satisfy the such-that predicate"};
inline constexpr Rule kUniqueChoice{"unique-choice",
                                    "more than one value satisfies the constraint of a let-such-that expression"};
inline constexpr Rule kAlternatives{"alternatives", "alternative cases fail to cover all possibilities"};
inline constexpr Rule kMatchCase{"match-case", "missing case in match"};
inline constexpr Rule kDestructor{"destructor", "the value does not have this destructor"};
inline constexpr Rule kCalcStep{"calc-step",
                                "the calculation step between the previous line and this line does not hold"};
inline constexpr Rule kForRange{"for-range", "lower bound exceeds upper bound"};
inline constexpr Rule kForallProof{"forall-postcondition", "postcondition of forall statement does not hold"};
inline constexpr Rule kDistinctTargets{"distinct-targets", "left-hand sides refer to the same location"};
inline constexpr Rule kArraySize{"array-size", "array size is negative"};
inline constexpr Rule kSeqSize{"seq-size", "sequence size is negative"};
inline constexpr Rule kMultiplicity{"multiplicity", "new number of occurrences is negative"};
inline constexpr Rule kElementInDomain{"element-in-domain", "element is not in domain"};
inline constexpr Rule kMapKeys{"map-keys", "key expressions refer to the same value"};
inline constexpr Rule kAllocated{"allocated", "object is not allocated in the old-state of the 'old' expression"};
inline constexpr Rule kCharRange{"char-range", "value to be converted does not fit in char"};
inline constexpr Rule kDefiniteAssignment{"definite-assignment", "variable is uninitialized here"};
inline constexpr Rule kExpect{"expect", "expectation violation"};

} // namespace rules

} // namespace daphnia::interpret
