// Inputs that hold objects of classes: what is tried, and what of it is kept together.
#include "refute/describe.h"
#include "refute/graphs.h"
#include "refute/random_values.h"
#include "refute/reproduce.h"
#include "refute/shrink.h"
#include "refute/small_values.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace daphnia::refute {
namespace {

// class Node { var value: int; var next: Node?; ghost var list: seq<int>; ghost var nodes: set<object> }
class Graphs : public testing::Test {
  protected:
    Graphs() {
        node_ = std::make_unique<typed::Class>();
        node_->name = "Node";
        type_ = typed::class_type(node_.get(), {});
        field("value", typed::int_type(), false);
        field("next", typed::or_null(type_), false);
        field("list", typed::seq_type(typed::int_type()), true);
        field("nodes", typed::set_type(typed::or_null(typed::object_type())), true);
        vocabulary_.classes.push_back(node_.get());
        typed::Variable variable;
        variable.name = "n";
        variable.type = type_;
        variable.kind = typed::VariableKind::In;
        parameters_.push_back(std::make_unique<const typed::Variable>(variable));
    }

    void field(const std::string& name, const typed::Type& type, bool ghost) {
        typed::Field made;
        made.name = name;
        made.type = type;
        made.ghost = ghost;
        made.owner = node_.get();
        node_->fields.push_back(std::make_unique<typed::Field>(made));
    }

    static Value to(std::uint32_t object) { return Value::reference({object}); }
    ObjectDraft node(std::int64_t value, Value next) const {
        return {type_, {Value::integer(value), std::move(next), Value::sequence({}), Value::set({})}};
    }

    bool is_tried(const std::function<bool(const Input&)>& is_wanted) {
        SmallValues values(vocabulary_);
        bool found = false;
        constexpr std::size_t kLargest = 5;
        for_each_small_input(parameters_, values, kLargest, [&](const Input& input) {
            EXPECT_TRUE(is_well_typed(input, parameters_)) << key_of(input);
            found = found || is_wanted(input);
            return !found;
        });
        return found;
    }

    std::unique_ptr<typed::Class> node_;
    typed::Type type_;
    Vocabulary vocabulary_;
    Parameters parameters_;
};

TEST_F(Graphs, AMirrorSaysWhatAChainHolds) {
    const Input chain{{to(1)}, {node(3, to(2)), node(5, to(0))}};
    const Input input = mirrored(chain, 0);
    EXPECT_EQ(input.objects[0].cells[2], Value::sequence({Value::integer(3), Value::integer(5)}));
    EXPECT_EQ(input.objects[0].cells[3], Value::set({to(1), to(2)}));
    EXPECT_EQ(input.objects[1].cells[2], Value::sequence({Value::integer(5)}));
    EXPECT_EQ(input.objects[1].cells[3], Value::set({to(2)}));
    EXPECT_EQ(mirror_count(input), 16U);
}

TEST_F(Graphs, SmallOnesAreChainsAndCycles) {
    const auto leads = [](const Input& input, std::size_t from, std::uint32_t object) {
        return from < input.objects.size() && input.objects[from].cells[1] == to(object);
    };
    EXPECT_TRUE(is_tried([&](const Input& input) { // three in a row, and what their ghost fields should hold
        return leads(input, 0, 2) && leads(input, 1, 3) && leads(input, 2, 0) &&
               input.objects[0].cells[3] == Value::set({to(1), to(2), to(3)});
    }));
    EXPECT_TRUE(is_tried([&](const Input& input) { return leads(input, 0, 1); }));
    EXPECT_TRUE(is_tried([&](const Input& input) { return leads(input, 0, 2) && leads(input, 1, 1); }));
}

TEST_F(Graphs, RandomOnesAreWellTyped) {
    Chance chance(7);
    RandomValues values(vocabulary_, chance);
    Input last = values.input(parameters_, 4);
    std::size_t cycles = 0;
    for (int i = 0; i < 2000; ++i) {
        last = i % 3 == 0   ? values.input(parameters_, 5)
               : i % 3 == 1 ? values.changed(last, parameters_)
                            : values.changed_together(last, parameters_);
        ASSERT_TRUE(is_well_typed(last, parameters_)) << key_of(last);
        ASSERT_EQ(key_of(last), key_of(tidied(last.arguments, last.objects)));
        cycles += last.objects.front().cells[1] == to(1) ? 1 : 0;
    }
    EXPECT_GT(cycles, 0U);
}

TEST_F(Graphs, ShrinkingKeepsGhostFieldsInStep) {
    const Input chain = mirrored({{to(1)}, {node(7, to(2)), node(5, to(3)), node(9, to(0))}}, 0);
    const Input small = shrunk(chain, parameters_, 400, [](const Input& input) {
        return key_of(input) == key_of(mirrored(input, 0)) && input.objects.size() >= 2;
    });
    EXPECT_EQ(small.objects.size(), 2U);
    EXPECT_EQ(small.objects[0].cells[0], Value::integer(0));
    EXPECT_EQ(small.objects[0].cells[3], Value::set({to(1), to(2)}));
}

TEST_F(Graphs, WhatCallsHaveMadeStaysTogether) {
    Input made = mirrored({{to(1)}, {node(1, to(2)), node(2, to(0))}}, 0);
    Making making;
    making.type = type_;
    made.objects.front().making = std::make_shared<const Making>(making);
    const Input twice = tidied({to(1), to(1)}, made.objects, true);
    ASSERT_EQ(twice.objects.size(), 4U);
    for (const std::size_t first : {0U, 1U}) {
        const std::uint32_t own = twice.arguments[first].as_reference().object;
        const ObjectDraft& object = twice.objects[own - 1];
        EXPECT_EQ(object.cells[3], Value::set({to(own), object.cells[1]}));
    }
    EXPECT_EQ(tidied({to(1), to(1)}, made.objects).objects.size(), 2U);
    EXPECT_EQ(made_parts(made), (std::vector<bool>{true, true}));
}

TEST_F(Graphs, AnObjectIsShownWithItsFieldsOnce) {
    const std::vector<NamedValue> shown = described({{to(1)}, {node(3, to(2)), node(5, to(1))}}, parameters_);
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown[0].value, "Node#1 { value := 3, next := Node#2, list := [], nodes := {} }");
    EXPECT_EQ(shown[1].name, "Node#2");
    EXPECT_EQ(shown[1].value, "{ value := 5, next := Node#1, list := [], nodes := {} }");
}

// The reproducer of a method that has a node.
class GraphsAsText : public Graphs {
  protected:
    std::string text(const Input& input, const Makers& makers) {
        typed::Method method;
        method.name = "M";
        method.parameters = std::move(parameters_);
        return reproducer(program_, std::make_unique<typed::Method>(std::move(method)), input, makers);
    }

    std::shared_ptr<const Making> made_by_a_constructor() {
        auto method = std::make_unique<typed::Method>();
        method->name = "Node.Init";
        method->kind = typed::MethodKind::Constructor;
        for (const auto& [name, type] : {std::pair{"value", typed::int_type()}, std::pair{"this", type_}}) {
            typed::Variable variable;
            variable.name = name;
            variable.type = type;
            (type == type_ ? method->results : method->parameters)
                .push_back(std::make_unique<const typed::Variable>(variable));
        }
        Making making;
        making.calls.push_back({method.get(), {Value::integer(3)}});
        making.type = type_;
        program_.declarations.emplace_back(std::move(method));
        return std::make_shared<const Making>(making);
    }

    typed::Program program_;
};

TEST_F(GraphsAsText, FieldsOfNewObjectsAreAssigned) {
    EXPECT_EQ(text({{to(1)}, {node(3, to(2)), node(5, to(1))}}, {{}, nullptr}), "method {:main} Counterexample()\n"
                                                                                "{\n"
                                                                                "  var n := new Node;\n"
                                                                                "  n.value := 3;\n"
                                                                                "  var next := new Node;\n"
                                                                                "  next.value := 5;\n"
                                                                                "  next.next := n;\n"
                                                                                "  next.list := [];\n"
                                                                                "  next.nodes := {};\n"
                                                                                "  n.next := next;\n"
                                                                                "  n.list := [];\n"
                                                                                "  n.nodes := {};\n"
                                                                                "  M(n);\n"
                                                                                "}\n");
}

TEST_F(GraphsAsText, CallsAreRepeatedWhereTheyMakeTheSame) {
    Input input{{to(1)}, {node(3, to(0))}};
    input.objects.front().making = made_by_a_constructor();
    const Input made = input;
    const Makers makers{{made}, [&](const auto&) { return std::optional(made); }};
    EXPECT_EQ(text(input, makers), "method {:main} Counterexample()\n"
                                   "{\n"
                                   "  var n := new Node.Init(3);\n"
                                   "  M(n);\n"
                                   "}\n");
}

TEST_F(GraphsAsText, WhatCallsDoNotMakeIsAssigned) {
    Input input{{to(1)}, {node(3, to(0))}};
    input.objects.front().making = made_by_a_constructor();
    const Input made = input;
    input.objects.front().cells[0] = Value::integer(4);
    const Makers makers{{made}, [&](const auto&) { return std::optional(made); }};
    const std::string written = text(input, makers);
    EXPECT_NE(written.find("  var n := new Node.Init(3);\n  n.value := 4;\n  n.next := null;\n"), std::string::npos)
        << written;
}

TEST_F(GraphsAsText, WhatNobodyCanMakeIsSaid) {
    made_by_a_constructor();
    const std::string written = text({{to(1)}, {node(3, to(0))}}, {{}, nullptr});
    EXPECT_NE(written.find("  // no calls are known that make this object of class Node\n  var n: Node := *;\n"),
              std::string::npos)
        << written;
}

} // namespace
} // namespace daphnia::refute
