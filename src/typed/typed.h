// What a program means: names resolved, a type on every expression, sugar gone. The prover and the interpreter both
// read this kernel, so that they cannot disagree about what a construct is. Made by resolve only.
//
// What resolve spells out: chains (a <= b < c is a conjunction), <== (turned round), comparisons of booleans by <==>
// (Equal), for loops (While), loop guards of `while case`, binding guards (`if x :| P` is If over an Exists whose
// branch starts with AssignSuchThat), `return e` (Assign to the results, then Return), default `decreases`, calc lines
// (one claim per step), match (tests, destructors and branches; its last case is asserted when the others do not cover
// everything), datatype updates, `:-`, members of datatypes (their receiver is the first parameter; constants that
// have one are functions), named arguments, implicit type conversions (none are needed: subset checks follow from
// the declared types).
#pragma once

#include "support/integer.h"
#include "support/source.h"
#include "typed/type.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace daphnia::typed {

struct Expr;
struct Stmt;
struct Field;
struct Function;
struct Method;
struct Constant;
using ExprPtr = std::unique_ptr<const Expr>;
using StmtPtr = std::unique_ptr<const Stmt>;
using support::Integer;
using support::Rational;
using support::SourceRange;

// Receiver: what a member is called on, in its body `this`; the first of the parameters, where there is one. Cell: what
// the object that a constructor makes will hold in a field.
enum class VariableKind { Receiver, In, Out, Local, Cell, Bound, FunctionResult };

// Owned by what declares it (formals by the callable, locals by VarDecl, bound variables by their binder); referred to
// by address.
struct Variable {
    std::string name; // as written
    Type type;
    VariableKind kind = VariableKind::Local;
    bool ghost = false;
    SourceRange range;
    std::uint32_t slot = 0; // its place among the variables of its declaration
    bool is_new = false;    // of a two-state declaration: what it refers to may not be there in the previous state
};
using VariablePtr = std::unique_ptr<const Variable>;
inline bool is_parameter(const Variable& variable) {
    return variable.kind == VariableKind::Receiver || variable.kind == VariableKind::In;
}

// Target of break, continue and old@; owned by the statement that carries it. The name is empty for a loop without
// label.
struct Label {
    std::string name;
    SourceRange range;
};
using LabelPtr = std::unique_ptr<const Label>;

// ---- Expressions --------------------------------------------------------------------------------------------------

struct BoolLiteral {
    bool value;
};
struct IntLiteral {
    Integer value;
}; // of an integer type, or of bits
struct RealLiteral {
    Rational value;
};
struct CharLiteral {
    char32_t value;
};
struct StringLiteral {
    std::u32string value;
};
struct NullLiteral {};
struct VariableRead {
    const Variable* variable;
};
struct ConstantRead {
    const Constant* constant;
};

enum class UnaryOp {
    Not,
    Negate, // int, real or bits
    BitNot,
    Floor // real
};
struct Unary {
    UnaryOp op;
    ExprPtr operand;
};

enum class BinaryOp {
    And,
    Or,
    Implies, // bool, short-circuit from the left
    Equal,
    NotEqual, // any one type; on bool Equal is also <==>
    Less,
    LessEqual,
    Greater,
    GreaterEqual, // int, char, real or bits
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo, // int, real (but modulo) or bits
    BitAnd,
    BitOr,
    BitXor,
    ShiftLeft,
    ShiftRight,
    RotateLeft,
    RotateRight, // bits; shifts and rotations by an int or by bits of any width
    CharAdd,
    CharSubtract, // char
    Concat,
    Prefix,
    ProperPrefix, // seq: + <= <
    Union,
    Intersection,
    Difference,
    Subset,
    ProperSubset,
    Disjoint, // sets and multisets: + * - <= < !!
    Merge,    // maps: +, where the right one wins
    Remove,   // map - set of keys
    RankLess, // any two types: what is inside a datatype's value is less than it; only in specifications
    Member,
    NotMember, // element in a sequence, set or multiset, key in a map
};
struct Binary {
    BinaryOp op;
    ExprPtr left, right;
    SourceRange op_range; // of the operator token
};
struct IfThenElse {
    ExprPtr condition, then, otherwise;
};
// var x, y := e, f; body   (exact; each variable has its value; values do not see the variables)
struct Let {
    std::vector<VariablePtr> variables;
    std::vector<ExprPtr> values;
    ExprPtr body;
};

// var x, y :| constraint; body: some values of their types that meet the constraint, the same ones wherever all that it
// mentions has the same values
struct LetSuchThat {
    std::vector<VariablePtr> variables;
    ExprPtr constraint;
    ExprPtr body;
    bool compiled = false; // then there must be no choice
};

enum class QuantifierKind { Forall, Exists };
// {:induction}, {:induction false}, {:induction x, y}
struct Induction {
    std::optional<bool> wanted;
    std::vector<const Variable*> variables; // of those that are declared there; empty: to be selected
};
struct Quantifier {
    QuantifierKind kind;
    std::vector<VariablePtr> variables;
    ExprPtr range; // null when there is none
    ExprPtr body;
    std::vector<std::vector<ExprPtr>> triggers; // of {:trigger}; empty: to be selected
    bool no_triggers = false;                   // {:autotriggers false}
    bool split = true;                          // not {:split false}
    Induction induction{};                      // when it is to be proved
};
struct FunctionCall {
    const Function* function; // an instance where it is generic
    std::vector<ExprPtr> arguments;
    SourceRange call_range;
    std::vector<Type> type_arguments = {}; // of a generic function
    bool compiled = false;                 // it is run: by the function's method where it has one
    const Label* label = nullptr;          // of a two-state function: its previous state; null: that of old
};
// What may be read or written, in one of the ways that frame.h tells apart by the expression's type.
struct FrameEntry {
    ExprPtr expr;
    const Field* field = nullptr; // of objects, this field only; null: all that they hold
};
// The entries of a reads or modifies clause. Set displays are flattened by resolve.
struct Frame {
    bool present = false;  // a clause was written (an absent loop modifies inherits the method's)
    bool wildcard = false; // reads *
    std::vector<FrameEntry> entries;
};

// (parameters) requires domain reads frame => body: a function that has a meaning wherever the domain (null:
// everywhere) holds. What it mentions has the value that it has where the lambda stands; with a reads clause, what is
// in arrays is what is there when it is applied.
struct Lambda {
    std::vector<VariablePtr> parameters;
    ExprPtr domain;
    ExprPtr body;
    Frame reads = {}; // no wildcard
};
// A declared function as a value. Not used in the definition of that function (resolve sees to it).
struct FunctionValue {
    const Function* function;              // an instance where it is generic
    ExprPtr receiver;                      // of a member of a datatype; else null
    ArrowKind kind;                        // whether it has a reads clause, or a precondition
    std::vector<Type> type_arguments = {}; // of a generic function
};
// function(arguments), of a value
struct Apply {
    ExprPtr function;
    std::vector<ExprPtr> arguments;
};
// function.requires(arguments): the function has a meaning for them
struct RequiresOf {
    ExprPtr function;
    std::vector<ExprPtr> arguments;
};
// from decreases to to: the second tuple is smaller, in the order of `decreases`; or the same, where that is allowed
struct DecreasesTo {
    std::vector<ExprPtr> from, to;
    bool or_same;
};
// function.reads(arguments): the arrays on which what it gives for them depends, a set<object>
struct ReadsOf {
    ExprPtr function;
    std::vector<ExprPtr> arguments;
};
struct SeqDisplay {
    std::vector<ExprPtr> elements;
};
// seq(size, variable requires domain => body): the body has a meaning wherever the domain (null: everywhere) holds, and
// the domain holds for 0 <= variable < size
struct SeqComprehension {
    ExprPtr size;
    VariablePtr variable;
    ExprPtr domain;
    ExprPtr body;
};
// {a, b}; iset{a, b} or multiset{a, b} where the type says so
struct SetDisplay {
    std::vector<ExprPtr> elements;
};
// set variables | range :: term, of finitely many values unless the type is iset
struct SetComprehension {
    std::vector<VariablePtr> variables;
    ExprPtr range; // null when there is none
    ExprPtr term;
};
// multiset(collection), of a sequence or set
struct MultisetOf {
    ExprPtr collection;
};
// multiset[element]: how often the element is in it
struct Multiplicity {
    ExprPtr multiset, element;
};
struct MultiplicityUpdate {
    ExprPtr multiset, element, count;
};
// map[key := value, …]; imap where the type says so. Of equal keys the last one counts.
struct MapDisplay {
    std::vector<ExprPtr> keys, values;
};
// map variables | range :: key := value
struct MapComprehension {
    std::vector<VariablePtr> variables;
    ExprPtr range; // null when there is none
    ExprPtr key;   // null when left out: the one variable
    ExprPtr value;
};
// map[key]
struct MapSelect {
    ExprPtr map, key;
};
struct MapUpdate {
    ExprPtr map, key, value;
};
enum class MapPartKind { Keys, Values, Items };
// map.Keys, …: sets, as finite as the map
struct MapPart {
    MapPartKind kind;
    ExprPtr map;
};
// |seq|, of a sequence, set, multiset or map
struct SeqLength {
    ExprPtr seq;
};
struct SeqIndex {
    ExprPtr seq, index;
};
struct SeqSlice {
    ExprPtr seq, low, high;
}; // low, high may be null
struct SeqUpdate {
    ExprPtr seq, index, value;
};
// array.Length; of an array of several dimensions array.Length0, array.Length1, …
struct ArrayLength {
    ExprPtr array;
    std::size_t dimension = 0;
};
// array[i, j]: an index for each dimension
struct ArrayRead {
    ExprPtr array;
    std::vector<ExprPtr> indices;
};
struct ArraySlice {
    ExprPtr array, low, high;
}; // low, high may be null
// object.field
struct FieldRead {
    ExprPtr object;
    const Field* field;
};
// unchanged(entries): what they name is as it was
struct Unchanged {
    std::vector<FrameEntry> entries;
    const Label* label; // null: on entry of the method
};
struct TupleDisplay {
    std::vector<ExprPtr> components;
};
struct TupleSelect {
    ExprPtr tuple;
    std::size_t component;
}; // from 0
// The constructor of the expression's type, with a value for each of its fields.
struct DatatypeValue {
    std::size_t constructor;
    std::vector<ExprPtr> arguments;
};
// value.Cons?
struct DatatypeTest {
    ExprPtr value;
    std::size_t constructor;
};
// value.head; `known`: a pattern around it has tested that the value has this destructor
struct DatatypeSelect {
    ExprPtr value;
    std::size_t destructor;
    bool known;
};
struct Old {
    ExprPtr operand;
    const Label* label;
}; // label null: the state on entry of the method
struct Fresh {
    ExprPtr operand;
    const Label* label;
};
struct Allocated {
    ExprPtr operand;
};
// e as T, with its run-time check
struct Convert {
    ExprPtr operand;
    Type target;
};
struct TypeTest {
    ExprPtr operand;
    Type type;
};
// assert/assume/calc/lemma call …; body
struct StatementExpr {
    std::vector<StmtPtr> statements;
    ExprPtr body;
};

struct Expr {
    SourceRange range;  // the whole expression
    SourceRange anchor; // the token at which Dafny reports it: operator, '(' or '[' or name of the call, …
    Type type;
    std::variant<BoolLiteral, IntLiteral, RealLiteral, CharLiteral, StringLiteral, NullLiteral, VariableRead,
                 ConstantRead, Unary, Binary, IfThenElse, Let, LetSuchThat, Quantifier, FunctionCall, Lambda,
                 FunctionValue, Apply, RequiresOf, ReadsOf, DecreasesTo, SeqDisplay, SeqComprehension, SetDisplay,
                 SetComprehension, MultisetOf, Multiplicity, MultiplicityUpdate, MapDisplay, MapComprehension,
                 MapSelect, MapUpdate, MapPart, SeqLength, SeqIndex, SeqSlice, SeqUpdate, ArrayLength, ArrayRead,
                 ArraySlice, FieldRead, Unchanged, TupleDisplay, TupleSelect, DatatypeValue, DatatypeTest,
                 DatatypeSelect, Old, Fresh, Allocated, Convert, TypeTest, StatementExpr>
        node;
};

// ---- Specifications -----------------------------------------------------------------------------------------------

// A requires, ensures or invariant clause.
struct Clause {
    ExprPtr expr;
    SourceRange range;         // the clause's expression
    std::string error_message; // {:error "…"}; empty when there is none
    LabelPtr label = nullptr;  // of requires: the body knows it from where the label is revealed
};

struct Decreases {
    bool wildcard = false; // decreases *
    bool inferred = false; // Dafny's default measure
    std::vector<ExprPtr> measures;
    SourceRange range;
};

// The attributes that are heeded, with Dafny's meaning.
struct Attributes {
    bool axiom = false;
    bool verify = true; // {:verify false}
    bool only = false;
    bool opaque = false;                         // its definition is known only where it is revealed
    bool main = false;                           // {:main}: `run` starts here
    bool test = false;                           // {:test}: `test` runs it
    std::optional<std::uint64_t> resource_limit; // in units of the solver (Dafny's value times 1,000 already applied)
    std::optional<std::uint32_t> time_limit;     // seconds
    std::optional<int> fuel;                     // {:fuel n} on the function itself
    std::vector<std::pair<const Function*, int>> fuel_of; // {:fuel f, n}: while this declaration is verified
    Induction induction;                                  // of a lemma
};

// ---- Statements ---------------------------------------------------------------------------------------------------

struct Block {
    std::vector<StmtPtr> statements;
    LabelPtr label;
};
struct VarDecl {
    std::vector<VariablePtr> variables;
};

struct VariableTarget {
    const Variable* variable;
};
struct ElementTarget {
    ExprPtr array;
    std::vector<ExprPtr> indices;
};
struct FieldTarget {
    ExprPtr object;
    const Field* field;
};
struct Target {
    SourceRange range;
    std::variant<VariableTarget, ElementTarget, FieldTarget> node;
};

struct HavocValue {}; // *
// new T[size, …]; optionally [a, b, …], of one dimension, or ((i, …) => e)
struct NewArray {
    Type element;
    std::vector<ExprPtr> sizes; // of each dimension
    std::vector<ExprPtr> display;
    bool has_display = false;
    std::vector<VariablePtr> indices; // with `initial`: value of each element as a function of its indices,
    ExprPtr domain;                   // which makes sense where this holds (null: everywhere)
    ExprPtr initial;
};
// An object of the class, with a value for each of its cells (cells_of); null: any value of the cell's type.
struct NewObject {
    Type type;
    std::vector<ExprPtr> cells;
};
struct Value {
    SourceRange range;
    std::variant<ExprPtr, HavocValue, NewArray, NewObject> node;
};
// Simultaneous: all values and target indices are evaluated first. As many targets as values.
struct Assign {
    std::vector<Target> targets;
    std::vector<Value> values;
};
// targets :| constraint; with `assumed` no existence check
struct AssignSuchThat {
    std::vector<Target> targets;
    ExprPtr constraint;
    bool assumed;
};
// modify entries: what they name becomes arbitrary; with a body, what they name may change in the body alone
struct Modify {
    Frame frame;
    StmtPtr body; // may be null
};
// targets := method(arguments); fewer targets than results only when there are none (results dropped)
struct Call {
    const Method* method; // an instance where it is generic
    std::vector<ExprPtr> arguments;
    std::vector<Target> targets;
    std::vector<Type> type_arguments = {}; // of a generic method
    const Label* label = nullptr;          // of a two-state lemma: its previous state; null: that of old
};

// MatchCase: the value fits the last case; Destructor: it is made by one of certain constructors; Witness: it belongs
// to the type that it is the witness of
enum class AssertKind { Assertion, ForRange, MatchCase, Destructor, Witness };
struct Assert {
    AssertKind kind;
    ExprPtr condition;
    StmtPtr proof; // by { … }; null when there is none
    std::string error_message;
    LabelPtr label = nullptr;   // what it claims is known from where the label is revealed
    bool contradiction = false; // {:contradiction}: nothing is expected to reach it
};
// From here on one knows the definition of an opaque function or constant; what a labelled assertion or precondition
// said.
using Revealed = std::variant<const Function*, const Constant*, const Label*>;
struct Reveal {
    std::vector<Revealed> things;
};
struct Assume {
    ExprPtr condition;
    bool axiom;
};
struct Expect {
    ExprPtr condition;
    ExprPtr message;
}; // message may be null
struct Print {
    std::vector<ExprPtr> arguments;
};

// guard null: non-deterministic
struct If {
    ExprPtr guard;
    StmtPtr then, otherwise;
}; // otherwise may be null
struct Alternative {
    ExprPtr guard;
    StmtPtr body;
};
// if case; one of the alternatives whose guard holds is taken. `checked`: that there is one is an obligation
struct Alternatives {
    std::vector<Alternative> alternatives;
    bool checked;
};

struct While {
    ExprPtr guard; // null: non-deterministic
    std::vector<Clause> invariants;
    Decreases decreases;
    Frame modifies;
    StmtPtr body;       // null: a loop without body, verified by its specification alone
    LabelPtr label;     // never null
    LabelPtr iteration; // of the body: where `continue` goes; never null
};
// Leaves the statement that carries the label. (`continue L` is Break to the loop's `iteration` label.)
struct Break {
    const Label* label;
};
struct Return {};

enum class ForallKind { Assign, Call, Proof };
// Assign: body is one Assign to a place of the heap; Call: body is one lemma Call; Proof: ensures given, body may be
// null.
struct ForallStatement {
    ForallKind kind;
    std::vector<VariablePtr> variables;
    ExprPtr range; // null when there is none
    std::vector<Clause> ensures;
    StmtPtr body;
};
// Each step: the claim that relates two neighbouring lines (`<==` turned round), proved with its hint. The claim's left
// side is known to have a meaning, for an implication also to hold; that its right side has one is shown after the
// hint. Of the conclusion the left side is shown to have a meaning on its own.
struct CalcStep {
    ExprPtr known; // the claim's left side
    StmtPtr hint;  // a block, may be empty
    ExprPtr claim;
    bool implication;  // assume `known` for the hint
    SourceRange range; // of the line after the step: where a failure is reported
};
struct Calc {
    std::vector<CalcStep> steps;
    ExprPtr last;       // the last line (null for an empty calc)
    ExprPtr conclusion; // null when there is nothing to conclude
};

struct Stmt {
    SourceRange range;
    bool ghost = false;
    std::variant<Block, VarDecl, Assign, AssignSuchThat, Call, Assert, Assume, Reveal, Expect, Print, If, Alternatives,
                 While, Break, Return, ForallStatement, Calc, Modify>
        node;
};

// ---- Declarations -------------------------------------------------------------------------------------------------

// Generic declarations are proved as they stand, their type parameters being types of which nothing is known. Uses of
// them are of instances: copies in which the parameters are replaced, made by resolve, which the stages after it take
// for ordinary declarations. They are never verified on their own. A use by which the parameters stand for themselves
// is one of the declaration.
template <typename Node>
struct InstanceOf {
    const Node* origin = nullptr;     // null: not an instance
    std::vector<Type> type_arguments; // for the parameters of the origin
};

// The trait's member that a member of a class, or of another trait, stands for; the type arguments are over the type
// parameters of the latter.
template <typename Node>
struct Overridden {
    const Node* member = nullptr; // null: it stands for none
    std::vector<Type> type_arguments;
};

// What is called has a contract, and a body that may be left out. Two-state functions and lemmas have two states: the
// one in which they are called, and a previous one, which is what old, fresh and unchanged speak of. All that is
// allocated in the previous one still is.
struct Function {
    std::string name; // qualified as shown: "M.F"
    TypeParameters type_parameters;
    std::size_t of_owner = 0; // the first ones are those of the type whose member it is
    InstanceOf<Function> instance;
    SourceRange range; // whole declaration
    SourceRange name_range;
    bool ghost = false;
    bool predicate = false;
    bool two_state = false;
    bool constant = false; // of each value of a datatype: its only parameter is `this`, and it is used without ()
    std::vector<VariablePtr> parameters;
    VariablePtr result; // always there; its name is empty when the result is not named
    std::vector<Clause> preconditions, postconditions;
    Frame reads;
    Decreases decreases;
    ExprPtr body; // null: abstract
    // What runs in place of the body, which then is a specification: a declaration of its own, with the same parameters
    // and preconditions, and the function's value as its result. Null: the body runs.
    const Method* by_method = nullptr;
    Overridden<Function> overrides;
    Attributes attributes;
    std::uint32_t slots = 0; // how many variables it has in all, bound ones included
};

// A constructor's first result is the object that it makes, `this`: a local variable for each cell of the object holds
// its value until `new;`, where `this` is assigned a NewObject of them.
enum class MethodKind { Method, Lemma, Constructor };
struct Method {
    std::string name;
    TypeParameters type_parameters;
    std::size_t of_owner = 0;
    InstanceOf<Method> instance;
    SourceRange range, name_range;
    SourceRange body_end; // the closing brace
    MethodKind kind = MethodKind::Method;
    bool ghost = false;     // lemmas are ghost
    bool two_state = false; // of lemmas
    bool abstract = false;  // of an abstract module: no program starts with it
    std::vector<VariablePtr> parameters, results;
    std::vector<Clause> preconditions, postconditions;
    Frame modifies;
    Frame reads; // only with --reads-clauses-on-methods
    Decreases decreases;
    StmtPtr body; // null: abstract
    Overridden<Method> overrides;
    Attributes attributes;
    std::uint32_t slots = 0; // how many variables it has in all, bound ones included
};

// What objects of a class hold in one place. A constant one is assigned when the object is made, and never again.
struct Field {
    std::string name;
    SourceRange range;
    Type type; // over the type parameters of its class
    bool ghost = false;
    bool constant = false;
    const Class* owner = nullptr;
};
struct Class {
    std::string name;
    bool trait = false;
    TypeParameters type_parameters;
    SourceRange range, name_range;
    std::vector<Type> parents;                  // traits that it extends, over its type parameters
    std::vector<std::unique_ptr<Field>> fields; // its own
};

// The fields that have one name, in all constructors that have it.
struct Destructor {
    std::string name; // empty for a field without name
    Type type;
    bool ghost = false;
    std::vector<std::optional<std::size_t>> fields; // by constructor: which of its fields it is
};
struct Constructor {
    std::string name;
    SourceRange name_range;
    std::vector<VariablePtr> fields;      // their names may be empty
    std::vector<std::size_t> destructors; // by field
};
// The types of fields and destructors are those that are written, over the type parameters; what they are in a value
// of the type is asked of field_type and destructor_type.
struct Datatype {
    std::string name;
    TypeParameters type_parameters;
    SourceRange range, name_range;
    std::vector<Constructor> constructors; // at least one
    std::vector<Destructor> destructors;
    // The one from which default values are made: it leads back to no value of this type.
    std::size_t default_constructor = 0;
    bool references = false; // a value may contain arrays, whatever the type arguments
};

struct Constant {
    std::string name;
    SourceRange range, name_range;
    bool ghost = false;
    Type type;
    ExprPtr value; // null: any value of its type
    Attributes attributes;
    std::uint32_t slots = 0; // how many variables its value has, bound ones included
    std::uint32_t place = 0; // among the constants of the program
};

using Declaration = std::variant<std::unique_ptr<Function>, std::unique_ptr<Method>, std::unique_ptr<Constant>>;

// The types of a constructor's field and of a destructor, of a value of a datatype.
Type field_type(const Type& type, std::size_t constructor, std::size_t field);
std::vector<Type> field_types(const Type& type, std::size_t constructor);
Type destructor_type(const Type& type, std::size_t destructor);
// The type of the function as a value: without its receiver.
Type function_type(const Function& function, ArrowKind kind);
TypeMap type_map(const TypeParameters& parameters, const std::vector<Type>& arguments);
// What the type parameters of its datatype stand for.
TypeMap arguments_of(const Type& type);
// The datatype's own type, with its parameters for arguments.
Type type_of(const Datatype& datatype);
// Likewise of a class: references to its objects, without null.
Type type_of(const Class& klass);
// Of the array that is made.
Type type_of(const NewArray& array);
// The traits that the class of the type extends, directly or not, each once and after what extends it; and itself,
// first. None is nullable.
std::vector<Type> supertypes(const Type& type);
// The type as which references of this type have the members of the class or trait; it is one of the supertypes.
Type as_supertype(const Type& type, const Class& klass);
// What an object of a class holds: its own fields and those of the traits that it extends, with the types that have
// them.
struct Cell {
    const Field* field;
    Type owner; // as which the object has it
    Type type;  // of the value
};
std::vector<Cell> cells_of(const Type& type);
// The type of the field of objects of the type.
Type field_type(const Type& type, const Field& field);
// Whether the first parameter is a receiver.
bool has_receiver(const std::vector<VariablePtr>& parameters);
// The name without the declaration whose member it is: "F" of "D.F".
std::string own_name(const std::string& qualified);
// What is said where the value may not have the destructor.
std::string destructor_message(const Datatype& datatype, std::size_t destructor);
// What is said where the result of an operation, or of a conversion, may not belong to the declared subset.
std::string constraint_message(const SubsetType& type);
// What is said where an argument of a two-state function or lemma may not be there in the previous state.
std::string unallocated_message(const std::vector<VariablePtr>& parameters, std::size_t argument, bool lemma);
// "'A', 'B', or 'C'": the names of these constructors.
std::string constructor_names(const Datatype& datatype, const std::vector<std::size_t>& constructors);

struct Program {
    TypeParameters abstract_types;
    std::vector<std::unique_ptr<Datatype>> datatypes; // before what speaks of them
    std::vector<std::unique_ptr<Class>> classes;
    std::vector<std::unique_ptr<SubsetType>> subset_types;
    std::vector<Declaration> declarations; // in source order
    std::vector<Declaration> instances;    // of generic declarations
};

} // namespace daphnia::typed
