// Functions as values: lambda expressions, declared functions without arguments, and what is done with such values.
#pragma once

#include "resolve/body_part.h"

#include <optional>
#include <vector>

namespace daphnia::resolve {

class Arguments;
class Expressions;
class Frames;
class GenericCalls;
class Labels;
class Lets;
class Members;

class FunctionValues : BodyPart {
  public:
    FunctionValues(BodyState& state, Expressions& expressions, Members& members, GenericCalls& generics,
                   Arguments& arguments, Labels& labels, Frames& frames, Lets& lets)
        : BodyPart(state), expressions_(expressions), members_(members), generics_(generics), arguments_(arguments),
          labels_(labels), frames_(frames), lets_(lets) {}

    // function(arguments), function.requires(arguments), function.reads(arguments).
    enum class Question { Value, Requires, Reads };
    Draft lambda(SourceRange range, const ast::Lambda& node, Context context);
    // A declared function without arguments; `receiver` of a member.
    Draft function_value(SourceRange range, SourceRange at, const FunctionEntry& entry,
                         const std::vector<ast::TypePtr>& type_arguments, const ast::Member* qualified,
                         std::optional<Draft> receiver);
    Draft apply_value(SourceRange range, const ast::Call& call, Draft function, const PreType& arrow, Question question,
                      Context context);

  private:
    // The arguments of a value that is called, or asked (`requires`) whether it may be.
    std::optional<std::vector<typed::ExprPtr>> applied_to(const ast::Call& call, const PreType& arrow, Context context);

    Expressions& expressions_;
    Members& members_;
    GenericCalls& generics_;
    Arguments& arguments_;
    Labels& labels_;
    Frames& frames_;
    Lets& lets_;
};

} // namespace daphnia::resolve
