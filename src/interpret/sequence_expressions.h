// Sequences and arrays in expressions: what is read where, and whether it is there.
#pragma once

#include "interpret/run.h"

#include <optional>
#include <vector>

namespace daphnia::interpret {

class Checks;
class Conditions;
class Evaluation;
class Frames;
class Meter;
class Narrowing;

class SequenceExpressions {
  public:
    SequenceExpressions(Run& run, Meter& meter, Checks& checks, Evaluation& evaluation, Conditions& conditions,
                        Narrowing& narrowing, Frames& frames)
        : run_(run), meter_(meter), checks_(checks), evaluation_(evaluation), conditions_(conditions),
          narrowing_(narrowing), frames_(frames) {}

    Value operator()(const typed::SeqDisplay& node, const typed::Expr& expr) const;
    Value operator()(const typed::SeqComprehension& node, const typed::Expr& expr) const;
    Value operator()(const typed::SeqLength& node, const typed::Expr& expr) const;
    Value operator()(const typed::SeqIndex& node, const typed::Expr& expr) const;
    Value operator()(const typed::SeqSlice& node, const typed::Expr& expr) const;
    Value operator()(const typed::SeqUpdate& node, const typed::Expr& expr) const;
    Value operator()(const typed::ArrayLength& node, const typed::Expr& expr) const;
    Value operator()(const typed::ArrayRead& node, const typed::Expr& expr) const;
    Value operator()(const typed::ArraySlice& node, const typed::Expr& expr) const;
    // The index that the value is; fails where it is not below the length. `of` is what is indexed.
    // `dimension`: which index it is, where there are several.
    std::size_t checked_index(const typed::Expr& index, std::size_t length, const typed::Expr& of,
                              std::optional<std::size_t> dimension = std::nullopt) const;
    // The place of an element among the array's, likewise.
    std::size_t checked_position(const std::vector<typed::ExprPtr>& indices, Reference array,
                                 const typed::Expr& of) const;
    // The array that the value is; fails for null.
    Reference checked_array(const typed::Expr& array) const;
    struct IndexFunction {
        std::vector<const typed::Variable*> indices;
        const typed::Expr* domain; // null: everywhere
        const typed::Expr& body;
        const typed::Type& element;
        const char* what; // "sequence" or "array"
    };
    // The elements that a function of as many indices gives, in the order of these.
    Values initial_elements(const IndexFunction& function, const Lengths& lengths) const;

  private:
    struct Bounds {
        std::size_t low, high;
    };
    Bounds bounds(const typed::ExprPtr& low, const typed::ExprPtr& high, std::size_t length,
                  const typed::Expr& of) const;
    std::vector<EvaluatedPart> index_parts(const typed::Expr& index, const Value& value, const typed::Expr& of,
                                           std::size_t length) const;

    Run& run_;
    Meter& meter_;
    Checks& checks_;
    Evaluation& evaluation_;
    Conditions& conditions_;
    Narrowing& narrowing_;
    Frames& frames_;
};

} // namespace daphnia::interpret
