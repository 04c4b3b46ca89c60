#include "resolve/heap_states.h"

#include "resolve/expressions.h"
#include "resolve/frames.h"
#include "resolve/labels.h"
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
    if (!label) {
        return nullptr;
    }
    const typed::Label* found = labels_.dominating().find(label->text);
    if (found == nullptr) {
        reporter().error(Rule::Unresolved, range, fmt::format("no label '{}' in scope at this time", label->text),
                         support::did_you_mean(label->text, labels_.dominating().names()));
    }
    if (labels_.is_of_assertion(found)) {
        reporter().unsupported(label->range, "states named by the label of an assertion are");
    }
    return found;
}

Draft HeapStates::old(SourceRange range, const ast::Old& node, Context context) {
    const typed::Label* label = state_label(first_token(range, 3), node.label, "old", context);
    Draft operand = expressions_.expression(*node.operand, Context{false, true});
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
        reporter().error(
            Rule::Misplaced, first_token(range, 9),
            fmt::format("a {} definition is not allowed to depend on the set of allocated references{}",
                        function ? "function" : "const",
                        function ? fmt::format("; perhaps declare function '{}' with 'reads **'", declaration_.name)
                                 : std::string()));
    }
    return make(range, first_token(range, 9), pre(PreKind::Bool), typed::Allocated{std::move(operand.expr)});
}

} // namespace daphnia::resolve
