// Expressions as terms, and what must hold for them to have a meaning (definedness).
#pragma once

#include "encode/vocabulary.h"

#include <map>
#include <optional>
#include <vector>

namespace daphnia::encode {

// What an expression is evaluated in.
struct Scope {
    std::map<const typed::Variable*, Term> values;
    State now;
    bool past = false; // that is an earlier state than the one in which the code is
    State old;         // of the method's entry
    std::map<const typed::Label*, State> labels;
    // Inside the axiom of a recursive function: calls within its component speak of this layer.
    const typed::Function* unfolding = nullptr;
    std::size_t layer = 0;
    // In functions and constants, which do not depend on what is allocated, bound variables have all values of their
    // type; elsewhere those that exist.
    bool whole_types = false;
    // Every call at layer 0: said of many calls at once, a fact must not bring new unfoldings with each of them.
    bool lowest_layer = false;
};

// A call that is known to be well-formed wherever its guard holds, for all values of the variables bound around it.
struct CallFact {
    std::vector<Term> variables;
    Term guard;
    Term call;
    Term ok;
};
// guard ==> ok, quantified with the call as trigger; true when the call does not mention all variables.
Term to_term(logic::TermStore& store, const CallFact& fact);

// Takes the definedness conditions of an expression. Conditions come with their guards already in them.
class Definedness {
  public:
    virtual ~Definedness() = default;
    virtual void require(Term condition, ivl::Origin origin) = 0;
    virtual void learn(Term fact) = 0;
    // A call whose precondition was required: termination and frame are to be checked here.
    virtual void check_call(const typed::Expr& expr, const typed::FunctionCall& call,
                            const std::vector<Term>& arguments, const Scope& scope, Term guard) = 0;
    virtual void check_constant(const typed::Expr& expr, const typed::Constant& constant, Term guard) = 0;
    virtual void check_read(const typed::Expr& expr, const typed::Region& region, Term object, const Scope& scope,
                            Term guard) = 0;
    virtual void check_read_variable(const typed::Expr& expr, const typed::Variable& variable, Term guard) = 0;
    // A function that may read the heap is applied, or asked something.
    struct Application {
        const typed::Type& type;
        Term function;
        std::vector<Term> arguments;
        Term reads;
        Term meaning; // what else has to hold where not everything may be read
    };
    virtual void check_application(const typed::Expr& expr, const Application& applied, const Scope& scope,
                                   Term guard) = 0;
    // The body of a lambda is checked in between: it reads nothing but these arrays.
    virtual void enter_lambda(const typed::Frame& reads, const Scope& scope) = 0;
    virtual void leave_lambda() = 0;
    // Proves the statements under the guard and learns what they conclude.
    virtual void run(const std::vector<typed::StmtPtr>& statements, Term guard) = 0;
};

// The encoder of expressions in one scope.
//  - without `definedness` and `facts`: the term alone;
//  - with `facts`: the calls in the expression, known to be well-formed, are recorded as checked: ok(args);
//  - with `definedness`: every condition for the expression to have a meaning is required first.
class Expressions {
  public:
    Expressions(Vocabulary& vocabulary, Scope& scope, Definedness* definedness = nullptr,
                std::vector<CallFact>* facts = nullptr)
        : vocabulary_(vocabulary), store_(vocabulary.store()), scope_(scope), definedness_(definedness), facts_(facts) {
    }

    Term encode(const typed::Expr& expr);
    // The value must belong to the type; nothing is required when its static type says so.
    void require_fits(const typed::Type& type, const typed::Expr& expr, Term value);
    // A function of an index, for a sequence or an array of the given size: as in Dafny it has to make sense wherever
    // it says so (its domain, over the natural numbers), and the domain has to hold for all indices.
    struct IndexFunction {
        const typed::Variable& index;
        const typed::Expr* domain; // null: everywhere
        const typed::Expr& body;
        const typed::Type& element;
        const char* what; // "sequence" or "array"
    };
    void check(const IndexFunction& function, Term size);
    // Only what follows under the guard is required.
    void push_guard(Term guard) { guards_.push_back(guard); }

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
    Term operator()(const typed::LetSuchThat& node);
    Term operator()(const typed::Quantifier& node);
    Term operator()(const typed::FunctionCall& node);
    Term operator()(const typed::Lambda& node);
    Term operator()(const typed::FunctionValue& node);
    Term operator()(const typed::Apply& node);
    Term operator()(const typed::RequiresOf& node);
    Term operator()(const typed::DecreasesTo& node);
    Term operator()(const typed::ReadsOf& node);
    // The arrays of a frame, as a set of objects.
    Term objects(const typed::Frame& frame);
    Term operator()(const typed::SeqDisplay& node);
    Term operator()(const typed::SeqComprehension& node);
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
    Term operator()(const typed::SeqLength& node);
    Term operator()(const typed::SeqIndex& node);
    Term operator()(const typed::SeqSlice& node);
    Term operator()(const typed::SeqUpdate& node);
    Term operator()(const typed::ArrayLength& node);
    Term operator()(const typed::ArrayRead& node);
    Term operator()(const typed::ArraySlice& node);
    Term operator()(const typed::TupleDisplay& node);
    Term operator()(const typed::TupleSelect& node);
    Term operator()(const typed::DatatypeValue& node);
    Term operator()(const typed::DatatypeTest& node);
    Term operator()(const typed::DatatypeSelect& node);
    Term operator()(const typed::Old& node);
    Term operator()(const typed::Fresh& node);
    Term operator()(const typed::Allocated& node);
    Term operator()(const typed::Convert& node);
    Term operator()(const typed::TypeTest& node);
    Term operator()(const typed::StatementExpr& node);

  private:
    Term guard() const;
    // Where the values of bound variables are allocated; null when that does not matter.
    const State* existing() const { return scope_.whole_types ? nullptr : &scope_.now; }
    void require(support::Rule kind, const typed::Expr& at, Term condition, std::string message = {});
    void record(CallFact fact);
    Term under(Term guard, const typed::Expr& expr);
    Term short_circuit(const typed::Binary& node);
    Term operation(const typed::Binary& node, Term left, Term right);
    Term equality(const typed::Binary& node, Term left, Term right); // measure.cpp
    // ---- numbers.cpp
    Term zero_of(const typed::Type& type);
    Term shifted(const typed::Binary& node, Term left, Term right);
    Term converted(const typed::Convert& node, const typed::Type& to);
    Term whole_number(const typed::Expr& expr, Term value);
    Term set_operation(const typed::Binary& node, Term left, Term right);
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
    struct Bounds {
        Term low, high;
    };
    Bounds bounds(const typed::ExprPtr& low, const typed::ExprPtr& high, Term length);
    Term in_range(Term index, Term length);
    void require_not_null(const typed::Expr& array, Term term);
    Term quantify(const typed::Quantifier& node);
    void check_quantifier(const typed::Quantifier& node);
    void check_lambda(const typed::Lambda& node);
    // Of functions that may read the heap: the symbols on what they are applied to.
    struct Reading {
        Term value, domain, reads;
    };
    Reading read(const typed::Type& type, const std::vector<Term>& applied);
    void check_application(const typed::Type& type, const std::vector<Term>& applied, Term reads, Term meaning);
    // The function, then the arguments, which belong to the types of its parameters.
    std::vector<Term> applied(const typed::Expr& function, const std::vector<typed::ExprPtr>& arguments);
    void check_such_that(const typed::LetSuchThat& node);
    std::vector<Term> bind(const std::vector<typed::VariablePtr>& variables);
    Term meets(const typed::LetSuchThat& node, const std::vector<Term>& values);
    Term close(const typed::Quantifier& node, const std::vector<Term>& variables, Term range, Term body);
    std::vector<logic::Trigger> user_triggers(const typed::Quantifier& node);
    const State& state_of(const typed::Label* label) const;

    Vocabulary& vocabulary_;
    logic::TermStore& store_;
    Scope& scope_;
    Definedness* definedness_;
    std::vector<CallFact>* facts_;
    std::vector<Term> guards_;
    const typed::Expr* current_ = nullptr;
};

// Where a failure about the expression is reported: all of it when its anchor is on its first line, else the anchor.
support::SourceRange place_of(const typed::Expr& expr);

} // namespace daphnia::encode
