// What stands for a member of a trait, against the contract of that one. The two have the same parameters, so that the
// trait's clauses are read with the values of the member's: as in Dafny, where what is checked is as if the trait's
// member were a call of the other.
//
// Why a call of the trait's member may rely on its contract alone, whatever stands for it: take the pairs of a member
// and its arguments in the order of its measure, and at the same measure what stands for another before that one. The
// contract of a class's member at some arguments is proved from contracts at smaller measures. The trait's follows from
// that of the class, whose measure is not larger, and from contracts of smaller measures: what functions are applied to
// in a contract is checked to be smaller, but for the call that the contract is of; and nothing is known of that one
// here, neither by the name that the trait has for it nor by that of the class (Functions::set_own_calls).
#include "encode/declaration.h"

#include <fmt/format.h>

namespace daphnia::encode {

// On entry: precondition, frame and measure. What the trait's clauses say has been found to have a meaning with the
// trait; what the member's say, with the member, once its precondition holds.
template <typename Member>
void ProcedureEncoder::meet_base(const Member& member, const typed::Frame& own, const typed::Frame& allowed,
                                 const char* message) {
    const Member& base = *member.overrides.member;
    const char* const kind = std::is_same_v<Member, typed::Function> ? "function" : "method";
    for (std::size_t i = 0; i < base.parameters.size(); ++i) {
        scope_.values[base.parameters[i].get()] = scope_.values.at(member.parameters[i].get());
    }
    for (const typed::Clause& clause : base.preconditions) {
        claims_.assume_clause(*clause.expr);
    }
    const support::SourceRange at = member.name_range;
    for (const typed::Clause& clause : member.preconditions) {
        claims_.prove(*clause.expr, scope_, store_.true_(), [&](const typed::Expr& conjunct) {
            return ivl::Origin{
                support::Rule::OverridePrecondition,
                at,
                {{place_of(conjunct), "this is the precondition that the trait's need not imply"}},
                fmt::format("the {} must provide an equal or more permissive precondition than in its parent trait",
                            kind)};
        });
    }
    for (const typed::Frame* frame : {&own, &allowed}) {
        for (const typed::FrameEntry& entry : frame->entries) {
            claims_.trusted(*entry.expr, scope_, store_.true_());
        }
    }
    permissions_.require_within(permissions_.frame(allowed, scope_), own, scope_, store_.true_(),
                                {support::Rule::OverrideFrame, at, {}, fmt::format(fmt::runtime(message), kind)});
    termination_.require_below(member.decreases, base.decreases, scope_,
                               {support::Rule::OverrideDecreases,
                                at,
                                {},
                                fmt::format("{}'s (possibly automatically generated) decreases clause must be below or "
                                            "equal to that in the trait",
                                            kind)});
}

void ProcedureEncoder::prove_base_postconditions(const std::vector<typed::Clause>& postconditions,
                                                 support::SourceRange at, const std::string& message) {
    for (const typed::Clause& clause : postconditions) {
        claims_.prove(*clause.expr, scope_, store_.true_(), [&](const typed::Expr& conjunct) {
            return ivl::Origin{support::Rule::OverridePostcondition,
                               at,
                               {{place_of(conjunct), "this is the postcondition of the trait that is not implied"}},
                               message};
        });
    }
}

ivl::Procedure ProcedureEncoder::override_of(const typed::Method& method) {
    const typed::Method& base = *method.overrides.member;
    state_.owner = &method;
    state_.method = &method;
    begin_state(method.two_state);
    bind_parameters(method.parameters, method.two_state);
    state_.capture(nullptr, method.parameters, scope_);
    constexpr const char* kModifies =
        "modified object in {} could not be proved to be in the parent trait's modifies clause";
    meet_base(method, method.modifies, base.modifies, kModifies);
    if (base.reads.present) {
        typed::Frame everything;
        everything.wildcard = true;
        permissions_.require_within(
            permissions_.frame(base.reads, scope_), method.reads.present ? method.reads : everything, scope_,
            store_.true_(),
            {support::Rule::OverrideFrame,
             method.name_range,
             {},
             "accessed object in method could not be proved to be in the parent trait's reads clause"});
    }
    if (method.kind != typed::MethodKind::Lemma) {
        std::map<const typed::Variable*, Term> objects;
        for (const auto& parameter : method.parameters) {
            objects[parameter.get()] = scope_.values.at(parameter.get());
        }
        Scope entry = scope_;
        entry.now = scope_.old;
        state_.heap.havoc(typed::effects_of(method), objects, permissions_.frame(method.modifies, entry), scope_.old);
    }
    state_.bind_arbitrary(method.results);
    for (std::size_t i = 0; i < base.results.size(); ++i) {
        scope_.values[base.results[i].get()] = scope_.values.at(method.results[i].get());
    }
    for (const typed::Clause& clause : method.postconditions) {
        claims_.assume_clause(*clause.expr);
    }
    prove_base_postconditions(
        base.postconditions, method.name_range,
        "the method must provide an equal or more detailed postcondition than in its parent trait");
    return blocks_.finish();
}

ivl::Procedure ProcedureEncoder::override_of(const typed::Function& function) {
    const typed::Function& base = *function.overrides.member;
    begin(function);
    const Term result = call_of(function, function.parameters);
    const Term of_base = call_of(base, function.parameters);
    vocabulary_.functions.set_own_calls({result, of_base});
    meet_base(function, function.reads, base.reads,
              "accessed object in {} could not be proved to be in the parent trait's reads clause");
    scope_.values[function.result.get()] = result;
    scope_.values[base.result.get()] = result;
    state_.assume(store_.equal(of_base, result));
    state_.assume(vocabulary_.membership.is(function.result->type, result, nullptr));
    for (const typed::Clause& clause : function.postconditions) {
        claims_.assume_clause(*clause.expr);
    }
    prove_base_postconditions(
        base.postconditions, function.name_range,
        "the function must provide an equal or more detailed postcondition than in its parent trait");
    return blocks_.finish();
}

} // namespace daphnia::encode
