#include "report/audit_words.h"

#include "support/error.h"

namespace daphnia::report {

AuditWords audit_words(const verify::Assumption& finding) {
    // What has no body and says that this is meant is an axiom.
    const bool is_axiom = finding.marked && finding.rule == support::Rule::NoBody;
    switch (is_axiom ? support::Rule::Axiom : finding.rule) {
    case support::Rule::Assume:
        return {"Definition has assume statement in body.", "Replace with assert and prove or add {:axiom}."};
    case support::Rule::AssumeAxiom:
        return {"Definition has assume {:axiom} statement in body.", "Replace with assert and prove."};
    case support::Rule::Axiom:
        return {"Declaration has explicit {:axiom} attribute.", "Provide a proof or test."};
    case support::Rule::NoBody:
        return {"Declaration, loop or forall statement has no body.", "Provide a body or add {:axiom}."};
    case support::Rule::VerifyFalse:
        return {"Declaration has {:verify false} attribute.",
                "Remove {:verify false} attribute and prove if possible."};
    case support::Rule::Only:
        return {"Another member has explicit temporary {:only} attribute.", "Remove the {:only} attribute."};
    case support::Rule::DecreasesStar:
        return {"Method may not terminate (uses decreases *).", "Provide a valid decreases clause."};
    case support::Rule::Expect:
        return {"Definition has expect statement in body.", "Replace with assert and prove, or test."};
    case support::Rule::Included:
        return {"Included file is not verified with the program.", "Verify it beside, or use --verify-included-files."};
    default:
        throw support::InternalError("an audit without words for what it has found");
    }
}

} // namespace daphnia::report
