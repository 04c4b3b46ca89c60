// One run: values, heap and limits, and the operations that the passes over expressions and statements share.
#pragma once

#include "interpret/activation.h"
#include "interpret/cycle.h"
#include "interpret/interpret.h"
#include "interpret/stops.h"
#include "support/rules.h"
#include "typed/bounds.h"
#include "typed/call_graph.h"
#include "typed/effects.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace daphnia::interpret {

// Where control goes after a statement: to the next one (null), out of the callable, or to the end of the statement
// that carries the label.
using Flow = const typed::Label*;

// An evaluated target of an assignment.
struct Place {
    const typed::Variable* variable = nullptr;
    const typed::Type* type = nullptr;
    Reference array;
    std::size_t index = 0;
    SourceRange range;
};

// A conjunct and the rule that it breaks.
struct Breach {
    Rule rule;
    SourceRange range;   // of the diagnostic
    std::string message; // replaces the rule's when not empty
};

class Engine {
  public:
    Engine(const typed::Program& program, Options options);

    Result call(const typed::Method& method, const Values& arguments);
    Result call(const typed::Function& function, const Values& arguments);
    Result evaluate(const typed::Constant& constant);
    Result promise(const typed::Method& method, const Values& arguments, const Values& results);
    Result promise(const typed::Function& function, const Values& arguments, const Value& result);

    bool checking() const { return options_.checking; }
    const Options& options() const { return options_; }
    Heap& heap() { return heap_; }                    // as it is now
    const Heap& read_heap() const { return *reads_; } // in which expressions are evaluated: now, or an earlier one
    bool reads_now() const { return reads_ == &heap_; }
    ValueStack& stack() { return stack_; }
    Activation* active() { return active_; }
    void activate(Activation* activation) { active_ = activation; }

    // expressions.cpp, statements.cpp
    Value eval(const typed::Expr& expr);
    // The same, without a copy where the value is held by a variable; `room` keeps it otherwise.
    const Value& peek(const typed::Expr& expr, Value& room);
    bool holds(const typed::Expr& expr) { return eval(expr).as_bool(); }
    Flow exec(const typed::Stmt& statement);
    Flow returning() const { return &return_; }

    // statements.cpp
    void require_case(const typed::Assert& node);
    // limits.cpp
    void step(SourceRange place) {
        if (++steps_ > step_limit_ || static_cast<const char*>(__builtin_frame_address(0)) < stack_floor_) {
            exhausted(place);
        }
    }
    void charge(std::size_t elements, SourceRange place);       // for work on that many elements, and the room for them
    void charge_cells(std::size_t elements, SourceRange place); // of a new array
    void charge_product(const Value& left, const Value& right, SourceRange place);
    [[noreturn]] void exhausted(SourceRange place);

    // variables.cpp
    const Value& read(const typed::Variable& variable, const typed::Expr& at);
    const Value& constant(const typed::Constant& constant);
    bool must_be_assigned(const typed::Variable& variable) const;
    Value any_value(const typed::Type& type, SourceRange place);
    bool any_bool();
    std::optional<Value> default_value(const typed::Type& type);
    // Declared constraints included.
    bool belongs(const Value& value, const typed::Type& type, const Heap& heap);
    bool belongs(const Value& value, const typed::Type& from, const typed::Type& to);
    bool satisfies(const typed::SubsetType& subset, const Value& value);
    void declare(const typed::Variable& variable);
    State state();
    void observe(const typed::Stmt& statement);

    // checks.cpp
    [[noreturn]] void fail(const Breach& breach, SourceRange clause = {}, std::vector<EvaluatedPart> parts = {},
                           Activation* blamed = nullptr);
    // Whom the failure is to be blamed on cannot be told when a precondition on the way could not be evaluated.
    Failure failure_of(const Breach& breach, SourceRange clause, std::vector<EvaluatedPart> parts, Activation* blamed);
    // A check of checking mode that cannot be evaluated is passed over and counted.
    template <typename Check>
    void attempt(const Check& check) {
        Activation* const here = active_;
        try {
            check();
        } catch (const Unknown& unknown) {
            active_ = here;
            pass_over(unknown);
        }
    }
    void pass_over(const Unknown& unknown);
    // The first conjunct that is false, in the order in which the prover proves them; null when all hold.
    const typed::Expr* false_conjunct(const typed::Expr& expr);
    // Requires a clause; the breach's range is the conjunct's own unless it is given.
    void require(const typed::Expr& clause, const Breach& breach, Activation* blamed = nullptr);
    void require_fits(const typed::Type& to, const typed::Type& from, const Value& value, const typed::Expr& at);
    void require_fits(const typed::Type& to, const typed::Type& from, const Value& value, SourceRange at);
    // parts.cpp
    std::vector<EvaluatedPart> parts_of(const typed::Expr& conjunct);
    EvaluatedPart part(const typed::Expr& expr, const Value& value);

    // frames.cpp
    FrameLimit limit_of(const typed::Frame& frame);
    void require_readable(const typed::Expr& at, Reference array);
    void require_within(const FrameLimit& limit, const typed::Frame& frame, const Breach& breach, Activation* blamed);
    const FrameLimit* reads_limit(Activation& activation);
    // The reads clause of a function, once its precondition holds.
    void check_frame(const typed::Frame& frame);
    // Where not everything may be read, what functions read is asked only where they have a meaning; but frames are
    // looked at before preconditions are known.
    bool asks_strictly() const { return checking() && active_->reads_are_limited && !evaluating_frame_; }
    Snapshot snapshot(bool with_heap);
    void record_label(const typed::Label* label);
    const Snapshot& state_at(const typed::Label* label);
    // Expressions are evaluated in that heap as long as this lives.
    class Reading {
      public:
        Reading(Engine& engine, const Heap& heap) : engine_(engine), outer_(engine.reads_) { engine.reads_ = &heap; }
        ~Reading() { engine_.reads_ = outer_; }
        Reading(const Reading&) = delete;
        Reading& operator=(const Reading&) = delete;

      private:
        Engine& engine_;
        const Heap* outer_;
    };

    // termination.cpp
    void fix_measure(const typed::Decreases& decreases, bool sure);
    Measure measure_of(const typed::Decreases& decreases);
    Measure measure_of(const std::vector<typed::ExprPtr>& measures);
    static bool is_same(const Measure& now, const Measure& before);
    bool decreases(const Measure& now, const Measure& before, bool bounded, bool or_same = false) const;
    void require_termination(Activation& caller, typed::Callable callee, const typed::Decreases& callee_decreases,
                             SourceRange at);
    void require_loop_decreases(const typed::While& loop, const Measure& before, SourceRange at);
    // A failure of a measure: noted where nobody wrote it and the run is to go on, thrown otherwise.
    void fail_measure(Failure failure, bool inferred);
    void observe_step(MeasuredStep step, const Measure& before, const Measure& now);
    bool has_guess_at(SourceRange place) const;
    bool is_noted(SourceRange place) const;
    bool is_recursive(typed::Callable callable);

    // quantifiers.cpp: calls back with the variables set, until it says false. Whether all combinations were visited
    // (or it said false).
    enum class Coverage { Stopped, All, Some };
    enum class Search { Complete, Sample }; // of values without end: as many as it takes, or some and those at hand
    Coverage enumerate(const std::vector<typed::Restriction>& restrictions, Search search,
                       const std::function<bool()>& visit);
    template <typename Node>
    const std::vector<typed::Restriction>& restrictions(const Node& node) {
        const auto known = restrictions_.find(&node);
        return known != restrictions_.end() ? known->second
                                            : restrictions_.emplace(&node, typed::restrictions(node)).first->second;
    }

    // assignments.cpp
    Place place(const typed::Target& target);
    std::vector<Place> places(const std::vector<typed::Target>& targets);
    void require_distinct(const std::vector<Place>& places, const Values& values);
    void write(const Place& place, Value value);
    Value value_of(const typed::Value& value, const Place& target);

    // calls.cpp
    void bind(const typed::Let& let);
    // Takes the first values that meet the constraint.
    void choose(const std::vector<typed::Restriction>& restrictions, const typed::Expr& constraint, SourceRange place,
                bool assumed);
    Value apply(const typed::Function& function, const Values& arguments, SourceRange place);
    Value call_function(const typed::FunctionCall& node, const typed::Expr& expr);
    // With the arguments in the callee's variables.
    Value run_call(Activation& callee, const typed::Function& function, const typed::Expr& expr);
    Value run_by_method(Activation& given, const typed::Function& function, const typed::Expr& expr);
    void call_method(const typed::Call& node, const typed::Stmt& statement);
    void run_function(Activation& activation, Value& result);
    void run_method(Activation& activation);
    void return_at(SourceRange at, SourceRange end);

    // functions.cpp: functions as values
    Value closure(const typed::Expr& lambda);
    Value apply(const Value& function, const Values& arguments, const typed::Expr& expr);
    bool has_meaning_for(const Value& function, const Values& arguments, const typed::Expr& expr);
    // The arrays on which what it gives for the arguments depends.
    std::vector<Reference> reads_of(const Value& function, const Values& arguments, const typed::Expr& expr);
    void require_readable_by(const Value& function, const Values& arguments, const typed::Expr& expr);
    static bool reads_nothing(const Value& function);
    // A few arguments of the type of functions; what cannot be evaluated for them is passed over.
    void for_sample_arguments(const typed::Type& arrow, const std::function<void(const Values&)>& visit);
    void sample_function(const typed::Type& to, const typed::Type& from, const Value& value, const typed::Expr& at);

    // loops.cpp
    Flow run_loop(const typed::While& loop, const typed::Stmt& statement);

  private:
    struct MethodFacts {
        bool old = false;                     // looks back to its entry
        std::set<const typed::Label*> labels; // whose states are looked into
    };
    const MethodFacts& facts(const typed::Method& method);
    void enter_contract(Activation& callee);
    void check_function_call(Activation& caller, Activation& callee, const typed::Function& function,
                             const typed::Expr& expr);
    void check_method_call(Activation& caller, Activation& callee, const typed::Method& method,
                           const typed::Stmt& statement);
    void require_clauses(const std::vector<typed::Clause>& clauses, const Breach& breach, Activation* blamed);
    void assume_arguments(Activation& activation, const std::vector<typed::VariablePtr>& parameters,
                          const Values& arguments);
    void assume_lemma(const typed::Method& method);
    void assume(const typed::Expr& condition, const char* reason);
    // The same of a state that was chosen. A universal claim about more values than can be tried is taken for true when
    // it is true of all that were tried, and counted: whoever shows the state has to say so.
    void assume_of_abstract_state(const typed::Expr& condition, const char* reason);
    bool abstract_call(Activation& callee, const typed::Stmt& statement);
    std::vector<Reference> writable_by(const typed::Effects& effects);
    bool run_abstractly(const typed::While& loop, const typed::Stmt& statement, Flow& flow);
    void require_invariants(const typed::While& loop, Rule rule);
    std::optional<FrameLimit> loop_frame(const typed::While& loop, const typed::Stmt& statement);
    bool iterate(const typed::While& loop, const typed::Stmt& statement, Flow& flow);
    void require_progress(const typed::While& loop, const typed::Stmt& statement, std::uint64_t iteration,
                          Cycle& cycle);
    template <typename Work>
    Result guarded(const Work& work);
    std::string name_of(typed::Callable callable) const;

    const typed::Program& program_;
    const Options options_;
    Heap heap_;
    const Heap* reads_ = &heap_;
    ValueStack stack_;
    Activation* active_ = nullptr;
    typed::Label return_;
    Values constants_; // by place; not assigned until asked for

    std::uint64_t steps_ = 0;
    std::uint64_t step_limit_;
    const char* stack_floor_ = nullptr;

    int within_postcondition_ = 0; // of functions: calls in them are run without evaluating theirs
    std::uint64_t undetermined_checks_ = 0;
    std::uint64_t sampled_assumptions_ = 0;
    std::optional<Unknown> first_undetermined_;
    std::vector<Failure> guesses_;
    std::optional<typed::CallGraph> calls_;
    std::unordered_map<const void*, std::vector<typed::Restriction>> restrictions_;
    std::unordered_map<const typed::Method*, MethodFacts> facts_;
    std::unordered_map<const typed::Expr*, std::vector<const typed::Variable*>> captured_; // by lambda
    bool evaluating_frame_ = false;                                                        // of the active function
    bool sampling_ = false; // of functions: what they call is not sampled in turn
};

// Where a failure about the expression is reported: all of it when its anchor is on its first line, else the anchor.
SourceRange place_of(const typed::Expr& expr);

} // namespace daphnia::interpret
