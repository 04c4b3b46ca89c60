// What becomes of each node of an expression: parts with one story each, to which Expressions gives their nodes.
#pragma once

#include "encode/expression.h"
#include "typed/frame.h"

#include <vector>

namespace daphnia::encode {

// What every part has at hand: the encoder, for what a node is made of, and what the encoder itself works with.
class NodePart {
  protected:
    explicit NodePart(Expressions& in)
        : in_(in), vocabulary_(in.vocabulary()), store_(vocabulary_.store()), scope_(in.scope()) {}

    void require_not_null(const typed::Expr& reference, Term term);

    Expressions& in_;
    Vocabulary& vocabulary_;
    logic::TermStore& store_;
    Scope& scope_;
};

Term zero_of(logic::TermStore& store, const typed::Type& type);
// 0 <= index < length
Term in_range(logic::TermStore& store, Term index, Term length);
// What is said of an index that is out of range: which one, where there are several.
std::string index_message(std::size_t index, std::size_t count);

// Literals, variables, operators and calls.
class PlainNodes : NodePart {
  public:
    explicit PlainNodes(Expressions& in) : NodePart(in) {}

    Term operator()(const typed::BoolLiteral& node);
    Term operator()(const typed::IntLiteral& node);
    Term operator()(const typed::RealLiteral& node);
    Term operator()(const typed::CharLiteral& node);
    Term operator()(const typed::StringLiteral& node);
    Term operator()(const typed::NullLiteral& node);
    Term operator()(const typed::VariableRead& node);
    Term operator()(const typed::ConstantRead& node);
    Term operator()(const typed::Unary& node);
    Term operator()(const typed::Binary& node);
    Term operator()(const typed::IfThenElse& node);
    Term operator()(const typed::Let& node);
    Term operator()(const typed::FunctionCall& node);
    Term operator()(const typed::StatementExpr& node);
    Term operator()(const typed::DecreasesTo& node);

  private:
    Term short_circuit(const typed::Binary& node);
    Term operation(const typed::Binary& node, Term left, Term right);
    Term equality(const typed::Binary& node, Term left, Term right);
};

// Reals, bits, and conversions between numbers.
class NumberNodes : NodePart {
  public:
    explicit NumberNodes(Expressions& in) : NodePart(in) {}

    Term operator()(const typed::Convert& node);
    Term operator()(const typed::TypeTest& node);
    // Of a shift or rotation: the operands have been encoded.
    Term shifted(const typed::Binary& node, Term left, Term right);

  private:
    Term converted(const typed::Convert& node, const typed::Type& to);
    Term whole_number(const typed::Expr& expr, Term value);
};

// Tuples and datatypes.
class ValueNodes : NodePart {
  public:
    explicit ValueNodes(Expressions& in) : NodePart(in) {}

    Term operator()(const typed::TupleDisplay& node);
    Term operator()(const typed::TupleSelect& node);
    Term operator()(const typed::DatatypeValue& node);
    Term operator()(const typed::DatatypeTest& node);
    Term operator()(const typed::DatatypeSelect& node);
};

// Fields of objects, and what is said of states.
class ObjectNodes : NodePart {
  public:
    explicit ObjectNodes(Expressions& in) : NodePart(in) {}

    Term operator()(const typed::FieldRead& node);
    Term operator()(const typed::Unchanged& node);
    Term operator()(const typed::Old& node);
    Term operator()(const typed::Fresh& node);
    Term operator()(const typed::Allocated& node);

  private:
    Term is_unchanged(const typed::Named& named, Term object, const State& before) const;
};

// Sequences and arrays.
class SequenceNodes : NodePart {
  public:
    explicit SequenceNodes(Expressions& in) : NodePart(in) {}

    Term operator()(const typed::SeqDisplay& node);
    Term operator()(const typed::SeqComprehension& node);
    Term operator()(const typed::SeqLength& node);
    Term operator()(const typed::SeqIndex& node);
    Term operator()(const typed::SeqSlice& node);
    Term operator()(const typed::SeqUpdate& node);
    Term operator()(const typed::ArrayLength& node);
    Term operator()(const typed::ArrayRead& node);
    Term operator()(const typed::ArraySlice& node);

  private:
    struct Bounds {
        Term low, high;
    };
    Bounds bounds(const typed::ExprPtr& low, const typed::ExprPtr& high, Term length);
};

// Sets, multisets and maps.
class SetNodes : NodePart {
  public:
    explicit SetNodes(Expressions& in) : NodePart(in) {}

    Term operator()(const typed::SetDisplay& node);
    Term operator()(const typed::SetComprehension& node);
    Term operator()(const typed::MultisetOf& node);
    Term operator()(const typed::Multiplicity& node);
    Term operator()(const typed::MultiplicityUpdate& node);
    Term operator()(const typed::MapDisplay& node);
    Term operator()(const typed::MapComprehension& node);
    Term operator()(const typed::MapSelect& node);
    Term operator()(const typed::MapUpdate& node);
    Term operator()(const typed::MapPart& node);
    // Of an operator on sets or multisets: the operands have been encoded.
    Term operation(const typed::Binary& node, Term left, Term right);

  private:
    // Values of the comprehension's variables for which its range holds, beside the guards; what stands under them.
    void assume_instance(const std::vector<typed::VariablePtr>& variables, const typed::ExprPtr& range);
    void check_map_comprehension(const typed::MapComprehension& node, const typed::Type& type);
    // Terms over bound variables: the range with the types of the variables, and then what is encoded under it.
    struct Comprehended {
        std::vector<Term> variables;
        Term range;
        std::vector<Term> terms;
    };
    Comprehended comprehend(const std::vector<typed::VariablePtr>& variables, const typed::ExprPtr& range,
                            const std::vector<const typed::Expr*>& terms);
};

class QuantifierNodes : NodePart {
  public:
    explicit QuantifierNodes(Expressions& in) : NodePart(in) {}

    Term operator()(const typed::Quantifier& node);

  private:
    Term quantify(const typed::Quantifier& node);
    void check_quantifier(const typed::Quantifier& node);
    Term close(const typed::Quantifier& node, const std::vector<Term>& variables, Term range, Term body);
    std::vector<logic::Trigger> user_triggers(const typed::Quantifier& node);
};

// Let-such-that.
class ChoiceNodes : NodePart {
  public:
    explicit ChoiceNodes(Expressions& in) : NodePart(in) {}

    Term operator()(const typed::LetSuchThat& node);

  private:
    void check_such_that(const typed::LetSuchThat& node);
    std::vector<Term> bind(const std::vector<typed::VariablePtr>& variables);
    Term meets(const typed::LetSuchThat& node, const std::vector<Term>& values);
};

// Functions as values.
class FunctionNodes : NodePart {
  public:
    explicit FunctionNodes(Expressions& in) : NodePart(in) {}

    Term operator()(const typed::Lambda& node);
    Term operator()(const typed::FunctionValue& node);
    Term operator()(const typed::Apply& node);
    Term operator()(const typed::RequiresOf& node);
    Term operator()(const typed::ReadsOf& node);

  private:
    void check_lambda(const typed::Lambda& node);
    void check_past_frame(const typed::Lambda& node);
    void check_domain(const typed::Function& function, Term receiver);
    // Of functions that may read the heap: the symbols on what they are applied to.
    struct Reading {
        Term value, domain, reads;
    };
    Reading read(const typed::Type& type, const std::vector<Term>& applied);
    void check_application(const typed::Type& type, const std::vector<Term>& applied, Term reads, Term meaning);
    // The function, then the arguments, which belong to the types of its parameters.
    std::vector<Term> applied(const typed::Expr& function, const std::vector<typed::ExprPtr>& arguments);
};

} // namespace daphnia::encode
