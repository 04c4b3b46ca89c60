// What speaks of states of the heap: old, fresh, allocated, unchanged.
#pragma once

#include "resolve/body_part.h"

#include <optional>

namespace daphnia::resolve {

class Expressions;
class Frames;
class Labels;

// What is called at a label, or without one.
enum class Called { Function, Lemma, Value };

class HeapStates : BodyPart {
  public:
    HeapStates(BodyState& state, Expressions& expressions, Labels& labels, Frames& frames)
        : BodyPart(state), expressions_(expressions), labels_(labels), frames_(frames) {}

    Draft old(SourceRange range, const ast::Old& node, Context context);
    Draft fresh(SourceRange range, const ast::Fresh& node, Context context);
    Draft allocated(SourceRange range, const ast::Allocated& node, Context context);
    Draft unchanged(SourceRange range, const ast::Unchanged& node, Context context);
    // The previous state of a call of a two-state function or lemma; null: that of old. Other calls have none.
    const typed::Label* previous_state(const ast::Call& call, Called called, bool two_state, Context context);

  private:
    const typed::Label* state_label(SourceRange range, const std::optional<ast::Ident>& label, const char* what,
                                    Context context);
    const typed::Label* labelled_state(const ast::Ident& label, SourceRange at);

    Expressions& expressions_;
    Labels& labels_;
    Frames& frames_;
};

} // namespace daphnia::resolve
