#include "support/explanation.h"

namespace daphnia::support {

std::string_view to_string(ExplanationKind kind) {
    switch (kind) {
    case ExplanationKind::Counterexample:
        return "counterexample";
    case ExplanationKind::WeakInvariant:
        return "weak-invariant";
    case ExplanationKind::WeakContract:
        return "weak-contract";
    case ExplanationKind::GuessedMeasure:
        return "guessed-measure";
    case ExplanationKind::NoMeaning:
        return "no-meaning";
    case ExplanationKind::NoDefinition:
        return "no-definition";
    case ExplanationKind::GaveUp:
        return "gave-up";
    }
    return {};
}

} // namespace daphnia::support
