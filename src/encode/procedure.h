// The encoder of one procedure: statements become blocks, and every check becomes an assertion with its origin.
#pragma once

#include "encode/blocks.h"
#include "encode/expression.h"
#include "encode/frames.h"
#include "encode/heap_changes.h"
#include "encode/intervals.h"
#include "encode/measure.h"
#include "encode/observation.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::encode {

class ProcedureEncoder final : public Definedness {
  public:
    // `owner` is the declaration whose calls are checked for termination.
    // With `moments`, it captures the values of variables and adds what is captured when.
    ProcedureEncoder(Vocabulary& vocabulary, std::string name, std::vector<Moment>* moments = nullptr);

    // The three kinds of declaration; each gives the finished procedure. One encoder encodes one procedure.
    ivl::Procedure method_contract(const typed::Method& method);
    ivl::Procedure method_body(const typed::Method& method);
    ivl::Procedure function(const typed::Function& function);
    ivl::Procedure constant(const typed::Constant& constant);
    // What callers have to meet, which has a meaning; then `assert false`.
    ivl::Procedure entry(const std::vector<typed::VariablePtr>& parameters,
                         const std::vector<typed::Clause>& preconditions);

    // Definedness
    void require(Term condition, ivl::Origin origin) override;
    void learn(Term fact) override;
    void check_call(const typed::Expr& expr, const typed::FunctionCall& call, const std::vector<Term>& arguments,
                    const Scope& scope, Term guard) override;
    void check_constant(const typed::Expr& expr, const typed::Constant& constant, Term guard) override;
    void check_read(const typed::Expr& expr, const typed::Region& region, Term object, const Scope& scope,
                    Term guard) override;
    void check_read_variable(const typed::Expr& expr, const typed::Variable& variable, Term guard) override;
    void check_application(const typed::Expr& expr, const Application& applied, const Scope& scope,
                           Term guard) override;
    void enter_lambda(const typed::Frame& reads, const Scope& scope) override;
    void leave_lambda() override;
    void run(const std::vector<typed::StmtPtr>& statements, Term guard) override;

    // Statements
    void operator()(const typed::Block& node);
    void operator()(const typed::VarDecl& node);
    void operator()(const typed::Assign& node);
    void operator()(const typed::AssignSuchThat& node);
    void operator()(const typed::Call& node);
    void operator()(const typed::Assert& node);
    void operator()(const typed::Assume& node);
    void operator()(const typed::Expect& node);
    void operator()(const typed::Print& node);
    void operator()(const typed::If& node);
    void operator()(const typed::Alternatives& node);
    void operator()(const typed::While& node);
    void operator()(const typed::Break& node);
    void operator()(const typed::Return& node);
    void operator()(const typed::ForallStatement& node);
    void operator()(const typed::Calc& node);
    void operator()(const typed::Reveal& node);

  private:
    // expressions (procedure.cpp)
    Term pure(const typed::Expr& expr);    // the term
    Term checked(const typed::Expr& expr); // the same, after requiring that it has a meaning
    Term checked_fits(const typed::Expr& expr, const typed::Type& type);
    // The term of an expression that is known to be well-formed under the guard: its calls count as checked from here
    // on.
    Term trusted(const typed::Expr& expr, Scope& scope, Term guard);
    void assume(Term condition);
    void assume_clause(const typed::Expr& expr); // known to be well-formed
    void check_and_assume(const std::vector<typed::Clause>& clauses);
    // Requires an expression conjunct by conjunct; `origin` says where, given the place of the conjunct.
    using OriginOf = std::function<ivl::Origin(const typed::Expr&)>;
    void prove(const typed::Expr& expr, Scope& scope, Term guard, const OriginOf& origin);
    ivl::Origin simple_origin(support::Rule kind, const typed::Expr& expr, const std::string& message) const;
    Term fresh(const typed::Variable& variable); // an arbitrary value of the variable's type, assumed to belong to it
    void bind_arbitrary(const std::vector<typed::VariablePtr>& variables);
    void begin_state();
    void fix_entry(const typed::Method& method);
    void stmt(const typed::Stmt& statement);
    // The state at a label is what old@label speaks of.
    void record_label(const typed::Label* label);
    // Captures the values that these variables have in the scope, and the heap.
    void capture(const void* site, const std::vector<const typed::Variable*>& variables, const Scope& scope);
    void capture(const void* site, const std::vector<typed::VariablePtr>& variables, const Scope& scope);
    // Proves something aside: what `work` assumes and asserts is forgotten afterwards.
    void aside(const std::string& label, const std::function<void()>& work);
    void check_right_side(const typed::Expr& claim); // of a step of a calculation
    Term conclusion(const typed::Stmt& statement);
    Term revealed(const typed::Reveal& node);
    Term contract_of(const typed::Call& call);

    // assignment.cpp
    struct Location { // an evaluated target; what is evaluated is held
        std::variant<const typed::Variable*, ElementLocation> node;
        typed::Type type; // of what may be there
        support::SourceRange range;

        const typed::Variable* variable() const; // null: not a variable
    };
    Location location(const typed::Target& target);
    std::vector<Location> locations(const std::vector<typed::Target>& targets);
    void write(const Location& location, Term value);
    void require_distinct(const std::vector<Location>& locations, const std::vector<Term>& values);
    Term value_of(const typed::Value& value, const Location& target);
    bool is_given(const typed::Value& value, const typed::Variable& variable) const;
    Term new_array(const typed::NewArray& node, support::SourceRange range);
    void require_fits(const typed::Type& type, const typed::Type& from, Term value, support::SourceRange range);
    Term held(Term value); // a copy that later assignments do not change

    // such_that.cpp
    Term exists_value(const typed::AssignSuchThat& node, const std::vector<Location>& targets);
    Scope with_values(const std::vector<Location>& targets, const std::vector<Term>& values) const;

    // definite assignment (assigned.cpp)
    void track(const typed::Variable& variable);
    void mark_assigned(const typed::Variable& variable);
    void require_results_assigned(support::SourceRange at);
    bool must_be_assigned(const typed::Variable& variable) const;
    bool is_initialised_by(const typed::Variable& variable, const typed::Stmt* next) const;

    // frames
    FrameLimit frame(const typed::Frame& frame, const Scope& scope) const;
    void require_writable(const typed::Region& region, Term object, support::SourceRange range);
    void require_within(const FrameLimit& limit, const typed::Frame& frame, const Scope& scope, Term guard,
                        const ivl::Origin& origin);
    void check_frame(const typed::Frame& frame);

    // calls (call.cpp)
    Scope callee_scope(const typed::Method& method, const std::vector<Term>& arguments);
    void require_preconditions(const std::vector<typed::Clause>& clauses, Scope& scope, Term guard,
                               support::SourceRange at, const std::string& phrase);
    void havoc_for_call(const typed::Method& method, const std::vector<Term>& arguments, const Scope& callee);

    // termination (termination.cpp)
    Measure measure(const typed::Decreases& decreases, Scope& scope);
    Measure hold(Measure measure); // its values now, whatever is assigned later
    void require_termination(typed::Callable callee, const typed::Decreases& callee_decreases, Scope& callee_scope,
                             Term guard, support::SourceRange at);
    void require_loop_decreases(const typed::While& node, const Measure& before);
    void check_measure(const typed::Decreases& decreases);

    // loops (loop.cpp)
    void prove_invariants(const typed::While& node, support::Rule kind);
    void assume_intervals(const Intervals& intervals);
    void havoc_for_loop(const typed::Effects& effects, const std::optional<FrameLimit>& own, const State& at_entry);

    // forall.cpp
    Term bind_forall(const typed::ForallStatement& node);
    void forall_assign(const typed::ForallStatement& node, const typed::Assign& assign);
    Term forall_conclusion(const typed::ForallStatement& node);

    // induction.cpp
    void assume_induction_hypothesis(const typed::Method& lemma);
    // False when the expression is no claim for which induction offers itself: nothing is proved then.
    bool prove_by_induction(const typed::Expr& expr, const Scope& scope, Term guard, const OriginOf& origin);

    void return_at(support::SourceRange at, support::SourceRange end);
    void for_each_branch(const typed::Expr& body, Term guard,
                         const std::function<void(const typed::Expr&, Term)>& visit);

    Vocabulary& vocabulary_;
    logic::TermStore& store_;
    Blocks blocks_;
    Scope scope_;
    Frames frames_;
    HeapChanges heap_;
    typed::Callable owner_ = nullptr;
    const typed::Method* method_ = nullptr;
    std::map<const typed::While*, Intervals> intervals_; // of the method's loops
    const typed::Function* function_ = nullptr;
    bool assuming_ = false;         // definedness is known: it is assumed instead of required
    bool in_postcondition_ = false; // of a function: it may mention its own result
    Measure entry_measure_;
    FrameLimit modifies_;
    State modifies_since_; // the state in which that frame was fixed
    std::optional<FrameLimit> reads_;
    std::vector<std::optional<FrameLimit>> outer_reads_; // of what is around the lambdas that are being checked
    std::map<const typed::Variable*, Term> assigned_;    // flags of the variables that may be unassigned
    std::map<const typed::Label*, std::vector<Exit>> exits_;
    std::map<const typed::Label*, Term> hidden_; // what is known from where a reveal statement names the label
    const typed::Stmt* current_ = nullptr;
    std::vector<Moment>* moments_ = nullptr;
};

} // namespace daphnia::encode
