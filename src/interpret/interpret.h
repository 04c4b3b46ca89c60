// Runs typed programs: compiled code only, or (checking) ghost code, contracts and every rule that the prover proves.
// A run that breaks a check is a proof that the program is wrong; what cannot be evaluated is undetermined, and is
// never taken for true or false.
#pragma once

#include "interpret/heap.h"
#include "interpret/value.h"
#include "support/rules.h"
#include "typed/typed.h"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace daphnia::interpret {

using support::Rule;
using support::SourceRange;

// A part of a broken clause with its value, both as program text: ("a[i]", "3"). Or, for a part that cannot be
// evaluated, without value.
struct EvaluatedPart {
    SourceRange range;
    std::string text;
    std::string value;
};

// A check that does not hold. Ids, places and clauses are those of the prover's obligations for the same construct, so
// that a failing run can be matched with the obligation that it refutes.
struct Failure {
    Rule rule = Rule::Assertion; // the obligation's, or Expect
    std::string message;         // Dafny's wording for a run that fails; for expect its message
    SourceRange range;           // where the diagnostic is
    SourceRange clause; // the conjunct that is false (of the callee's contract, of the invariant, …); may be no place
    std::vector<EvaluatedPart> parts;  // of that conjunct, outermost first; of a measure after the step
    std::vector<EvaluatedPart> before; // of a measure before the step; empty for other checks
    std::uint64_t repeats_after = 0;   // not 0: the run is where it was so many iterations or calls ago, and has no end
    const void* owner = nullptr;       // typed::Callable: the declaration whose obligation is broken
    std::vector<SourceRange> calls;    // where each active call was made, innermost first; empty in the first callable
};

// A variable and what it holds.
struct Binding {
    const typed::Variable* variable = nullptr;
    Value value;
};

// The visible variables at one moment; values of arrays are read in `heap`.
struct State {
    std::vector<Binding> bindings; // in order of declaration; without those not assigned yet
    const Heap* heap = nullptr;
};

// What has to decrease a measure: a call of a declaration that may call its caller back, or an iteration after which
// the loop goes on.
struct MeasuredStep {
    const void* owner = nullptr; // typed::Callable: whose obligation it is
    SourceRange range;           // of the obligation
    const typed::While* loop = nullptr;
    const void* callee = nullptr;       // of a call
    std::vector<Binding> before, after; // of a loop the variables at its head, of a call the parameters of both sides
    const Heap* heap = nullptr;         // in which lengths of arrays can be read
    std::vector<EvaluatedPart> measure_before = {}, measure_after = {};
    std::vector<Value> values_before = {}, values_after = {}; // of the measure
};

// Told what happens, for tables of states and for collecting loop-head states.
class Observer {
  public:
    virtual ~Observer() = default;
    // Before the guard of a loop is evaluated for the iteration-th time, from 0; the invariants have been checked.
    virtual void at_loop_head(const typed::While& loop, std::uint64_t iteration, const State& state) = 0;
    // After a statement that assigns (assignment, call, declaration with a value).
    virtual void after(const typed::Stmt& statement, const State& state) = 0;
    // Before the check that the step decreases its measure.
    virtual void at_step(const MeasuredStep&) {}
};

// Makes the choices that a program leaves open. The default policy chooses what Dafny's compiler does: the default
// value for `*`, the first alternative, the first value that meets a `:|`.
class Choices {
  public:
    virtual ~Choices() = default;
    virtual Value any_value(const typed::Type& type, Heap& heap) = 0; // x := *, fields and results not assigned
    virtual bool any_bool() = 0;                                      // if *, while *
    virtual std::size_t any_of(std::size_t count) = 0; // of the alternatives whose guards hold; count > 0
};

// Giant-step execution (Becker, Lourenço, Marché 2021): what stands for loops and calls instead of their code. Values
// that do not meet what the invariants or the callee's contract say are discarded by the machine, not by this.
class Abstraction {
  public:
    virtual ~Abstraction() = default;
    // The state of an arbitrary iteration: changes the values of what the loop's body can write, and the elements of
    // arrays that it can write. False: run the loop concretely.
    virtual bool at_loop(const typed::While& loop, std::vector<Binding>& written, Heap& heap,
                         const std::vector<Reference>& writable) = 0;
    // Arbitrary results of the call, and changes of what it may modify. False: run the callee.
    virtual bool at_call(const typed::Stmt& statement, const typed::Method& callee, const Values& arguments,
                         Values& results, Heap& heap, const std::vector<Reference>& writable) = 0;
};

struct Limits {
    std::uint64_t steps = 0;          // statements and expressions evaluated; 0: no limit
    std::uint64_t cells = 50'000'000; // elements of arrays allocated; 0: no limit
    std::size_t stack_bytes = 0;      // of the machine's stack; 0: most of what the process has
};

struct Options {
    bool checking = false;
    bool relax_definite_assignment = false; // only variables whose type has no default value must be assigned
    // A measure that nobody wrote and that does not decrease ends no run: it is noted in Result::guesses. What ends the
    // run is that it comes back to where it was.
    bool notes_guesses = false;
    Limits limits;
    Choices* choices = nullptr;         // null: the default policy
    Observer* observer = nullptr;       // may be null
    Abstraction* abstraction = nullptr; // null: everything is run
    std::ostream* output = nullptr;     // of print; null: dropped
};

enum class Status {
    Finished, // ran to its end; in checking mode no check was broken and none was left undetermined
    Failed,   // a check was broken
    Rejected, // the inputs do not meet the precondition (or are no values of their types), or an assumption is false,
              // or a choice of the abstraction was discarded: this run says nothing
    Undetermined, // something could not be evaluated: `reason` says what and where
    OutOfSteps,
    OutOfStack, // recursion too deep
    OutOfMemory,
};

struct Result {
    Status status = Status::Finished;
    Values results;                 // of a call that finished; a function's value
    std::optional<Failure> failure; // iff Failed
    std::vector<Failure> guesses;   // of measures that nobody wrote: the first failure at each place
    bool ended = false;             // the run came to its end, whatever it has passed over on its way
    std::string reason;             // unless finished or failed: in words, for the user
    SourceRange place;              // of the reason
    std::uint64_t steps = 0;
    // In checking mode: checks that could not be evaluated and were passed over without being broken. The run went on;
    // its end still counts as Undetermined when this is not 0.
    std::uint64_t undetermined_checks = 0;
    // Universal claims about an abstract state that were taken for true because all instances that can be tried are.
    std::uint64_t sampled_assumptions = 0;
};

// One run's state. `program` and what the options point to must outlive it.
class Machine {
  public:
    Machine(const typed::Program& program, Options options);
    ~Machine();
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    // Where objects among the arguments are allocated before a call.
    Heap& heap();

    // Calls a declaration as its prover sees it: assumes its precondition (Rejected when it is false or cannot be
    // evaluated), then everything in it is checked. Arguments are in the order of the parameters, ghost ones included.
    Result call(const typed::Method& method, const Values& arguments);
    Result call(const typed::Function& function, const Values& arguments);
    Result evaluate(const typed::Constant& constant);
    // As if a call had these results, in place of its body: whether what is promised of them has a meaning. Rejected
    // where the precondition or an earlier promise does not hold. Objects are as they were on entry.
    Result promise(const typed::Method& method, const Values& arguments, const Values& results);
    Result promise(const typed::Function& function, const Values& arguments, const Value& result);

  private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// As print writes it (Dafny 4: strings bare, characters in strings of other sequences quoted as Dafny does, …).
std::string printed(const Value& value, const typed::Type& type, const Heap& heap);
// In the program's own syntax: `[1, 2]`, `'a'`, `"abc"`, `(1, true)`, `-3`, `null`; an array as `new int[] [1, 2]`
// shows its elements, one of two dimensions as `new int[2, 1] [[1], [2]]` in lists of lists, an object is `C#1`, by its
// class and number. Longer values are cut in the middle (`…`) beyond `limit` characters; 0: never.
std::string shown(const Value& value, const typed::Type& type, const Heap& heap, std::size_t limit = 60);
// The default value of a type (0, false, 'D', [], null); nothing for a type without one. Dafny's choices.
// Of a type with a declared constraint: what `witness` says, which is asked when there is one.
using Witness = std::function<Value(const typed::SubsetType&)>;
std::optional<Value> default_value(const typed::Type& type, const Witness& witness = nullptr);
// Whether the value, in this heap, belongs to the type (0 <= n for nat, null only in array?).
// Without `satisfies`, declared constraints are taken to hold, and functions to be of the type when they are code; with
// it, it throws what ends a run where this is not known.
using Satisfies = std::function<bool(const typed::SubsetType&, const Value&)>;
bool belongs(const Value& value, const typed::Type& type, const Heap& heap, const Satisfies& satisfies = nullptr);

} // namespace daphnia::interpret
