#include "resolve/heap_states.h"

#include "resolve/expressions.h"
#include "resolve/frames.h"
#include "resolve/labels.h"
#include "resolve/noting.h"
#include "support/spelling.h"

#include <fmt/format.h>

namespace daphnia::resolve {

const typed::Label* HeapStates::state_label(SourceRange range, const std::optional<ast::Ident>& label, const char* what,
                                            Context context) {
    if (state_.lambda_depth > 0) {
        reporter().unsupported(range, "earlier states of the heap in lambda expressions are");
        return nullptr;
    }
    if (!context.two_state) {
        reporter().error(Rule::Misplaced, range, fmt::format("{} expressions are not allowed in this context", what));
        return nullptr;
    }
    return label ? labelled_state(*label, range) : nullptr;
}

const typed::Label* HeapStates::labelled_state(const ast::Ident& label, SourceRange at) {
    const typed::Label* found = labels_.dominating().find(label.text);
    if (found == nullptr) {
        reporter().error(Rule::Unresolved, at, fmt::format("no label '{}' in scope at this time", label.text),
                         support::did_you_mean(label.text, labels_.dominating().names()));
    }
    if (found != nullptr) {
        note(globals_, label.range, found->range);
    }
    if (labels_.is_of_assertion(found)) {
        reporter().unsupported(label.range, "states named by the label of an assertion are");
    }
    return found;
}

// The previous state has to come before the one in which the call stands. That of old, and those of labels, do: labels
// that can be named stand before, and what stands in old, where the state is an earlier one, calls nothing of two
// states, not even in a statement.
const typed::Label* HeapStates::previous_state(const ast::Call& call, Called called, bool two_state, Context context) {
    const char* const what = called == Called::Lemma ? "lemma" : "function";
    if (!two_state) {
        if (call.at_label) {
            reporter().error(Rule::Misplaced, call.at_label->range,
                             fmt::format("an @-label can only be applied to a two-state {}", what));
        }
        return nullptr;
    }
    const SourceRange at = call.callee->range;
    if (state_.lambda_depth > 0) {
        reporter().unsupported(at, "earlier states of the heap in lambda expressions are");
        return nullptr;
    }
    if (!context.two_state || state_.old_depth > 0) {
        reporter().error(
            Rule::Misplaced, at,
            called == Called::Lemma
                ? std::string("two-state lemmas can only be used in two-state contexts")
                : fmt::format("two-state function ('{}') can only be called in a two-state context", at.text()));
        return nullptr;
    }
    return call.at_label ? labelled_state(*call.at_label, call.at_label->range) : nullptr;
}

Draft HeapStates::old(SourceRange range, const ast::Old& node, Context context) {
    const typed::Label* label = state_label(first_token(range, 3), node.label, "old", context);
    ++state_.old_depth;
    Draft operand = expressions_.expression(*node.operand, Context{false, true});
    --state_.old_depth;
    PreType type = operand.type;
    return make(range, first_token(range, 3), std::move(type), typed::Old{std::move(operand.expr), label});
}

Draft HeapStates::fresh(SourceRange range, const ast::Fresh& node, Context context) {
    Draft operand = expressions_.expression(*node.operand, context);
    const typed::Label* label = state_label(first_token(range, 5), node.label, "fresh", context);
    require(
        operand.type, [](PreKind kind) { return is_reference(kind) || kind == PreKind::Seq || kind == PreKind::Set; },
        operand.expr->anchor,
        "the argument of a fresh expression must denote an object or a set or sequence of objects (instead got {})");
    return make(range, first_token(range, 5), pre(PreKind::Bool), typed::Fresh{std::move(operand.expr), label});
}

Draft HeapStates::unchanged(SourceRange range, const ast::Unchanged& node, Context context) {
    const typed::Label* label = state_label(first_token(range, 9), node.label, "unchanged", context);
    typed::Frame frame = frames_.of(node.frames, Frames::Clause::Unchanged);
    return make(range, first_token(range, 9), pre(PreKind::Bool), typed::Unchanged{std::move(frame.entries), label});
}

Draft HeapStates::allocated(SourceRange range, const ast::Allocated& node, Context context) {
    Draft operand = expressions_.expression(*node.operand, context);
    if (state_.lambda_depth > 0) {
        return unsupported(range, "allocated expressions in lambda expressions are");
    }
    if ((declaration_.place == Place::Function && !context.in_old) || declaration_.place == Place::Constant) {
        const bool function = declaration_.place == Place::Function;
        const char* const what = declaration_.two_state ? "twostate function" : function ? "function" : "const";
        reporter().error(
            Rule::Misplaced, first_token(range, 9),
            fmt::format("a {} definition is not allowed to depend on the set of allocated references{}", what,
                        function ? fmt::format("; perhaps declare {} '{}' with 'reads **'", what, declaration_.name)
                                 : std::string()));
    }
    return make(range, first_token(range, 9), pre(PreKind::Bool), typed::Allocated{std::move(operand.expr)});
}

} // namespace daphnia::resolve
