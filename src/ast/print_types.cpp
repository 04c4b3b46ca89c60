// Types, patterns and attributes as text.
#include "ast/printer.h"

#include "support/match.h"

namespace daphnia::ast {

using support::match;

void Printer::type(const Type& type) {
    match(type.node, *this);
}

void Printer::operator()(const PrimitiveType& node) {
    switch (node.kind) {
    case PrimitiveKind::Bool:
        return text("bool");
    case PrimitiveKind::Char:
        return text("char");
    case PrimitiveKind::Int:
        return text("int");
    case PrimitiveKind::Nat:
        return text("nat");
    case PrimitiveKind::Real:
        return text("real");
    case PrimitiveKind::String:
        return text("string");
    case PrimitiveKind::Object:
        return text("object");
    case PrimitiveKind::NullableObject:
        return text("object?");
    case PrimitiveKind::Ordinal:
        return text("ORDINAL");
    }
}

void Printer::operator()(const BitvectorType& node) {
    text("bv" + std::to_string(node.width));
}

void Printer::operator()(const CollectionType& node) {
    switch (node.kind) {
    case CollectionKind::Seq:
        text("seq");
        break;
    case CollectionKind::Set:
        text("set");
        break;
    case CollectionKind::Iset:
        text("iset");
        break;
    case CollectionKind::Multiset:
        text("multiset");
        break;
    case CollectionKind::Map:
        text("map");
        break;
    case CollectionKind::Imap:
        text("imap");
        break;
    }
    type_arguments(node.arguments);
}

void Printer::operator()(const ArrayType& node) {
    text("array");
    if (node.dimensions > 1) {
        text(std::to_string(node.dimensions));
    }
    text(node.nullable ? "?" : "");
    type_arguments(node.arguments);
}

void Printer::operator()(const TupleType& node) {
    text("(");
    separated(node.components, ", ", [&](const TupleComponent& component) {
        text(component.ghost ? "ghost " : "");
        type(*component.type);
    });
    text(")");
}

void Printer::operator()(const ArrowType& node) {
    // One parameter needs parentheses when it is itself an arrow or a tuple.
    const bool bare = node.domain.size() == 1 && !std::holds_alternative<ArrowType>(node.domain.front()->node) &&
                      !std::holds_alternative<TupleType>(node.domain.front()->node);
    text(bare ? "" : "(");
    separated(node.domain, ", ", [&](const TypePtr& part) { type(*part); });
    text(bare ? "" : ")");
    switch (node.kind) {
    case ArrowKind::Any:
        text(" ~> ");
        break;
    case ArrowKind::Partial:
        text(" --> ");
        break;
    case ArrowKind::Total:
        text(" -> ");
        break;
    }
    type(*node.result);
}

void Printer::operator()(const NamedType& node) {
    separated(node.path, ".", [&](const TypeNameSegment& segment) {
        text(segment.name.text);
        type_arguments(segment.arguments);
    });
}

void Printer::type_arguments(const std::vector<TypePtr>& arguments) {
    if (!arguments.empty()) {
        text("<");
        separated(arguments, ", ", [&](const TypePtr& argument) { type(*argument); });
        text(">");
    }
}

void Printer::optional_type(const TypePtr& type) {
    if (type != nullptr) {
        text(": ");
        this->type(*type);
    }
}

void Printer::bound_var(const BoundVar& var) {
    text(var.name.text);
    optional_type(var.type);
}

// ---- patterns

void Printer::pattern(const Pattern& pattern) {
    text(pattern.ghost ? "ghost " : "");
    match(pattern.node, *this);
}

void Printer::operator()(const NamePattern& node) {
    text(node.name.text);
    optional_type(node.type);
}

void Printer::operator()(const ConstructorPattern& node) {
    text(node.name.text + "(");
    separated(node.arguments, ", ", [&](const PatternPtr& part) { pattern(*part); });
    text(")");
}

void Printer::operator()(const TuplePattern& node) {
    text("(");
    separated(node.elements, ", ", [&](const PatternPtr& part) { pattern(*part); });
    text(")");
}

void Printer::operator()(const LiteralPattern& node) {
    closed(*node.value);
}

void Printer::operator()(const OrPattern& node) {
    separated(node.alternatives, " | ", [&](const PatternPtr& part) {
        const bool nested = std::holds_alternative<OrPattern>(part->node);
        text(nested ? "(" : "");
        pattern(*part);
        text(nested ? ")" : "");
    });
}

// ---- attributes and arguments

void Printer::attributes(const Attributes& attributes) {
    for (const auto& attribute : attributes) {
        if (!attribute.at_form) {
            text(" {:" + attribute.name.text);
            text(attribute.arguments.empty() ? "" : " ");
            arguments(attribute.arguments);
            text("}");
        }
    }
}

void Printer::at_attributes(const Attributes& attributes) {
    for (const auto& attribute : attributes) {
        if (attribute.at_form) {
            text("@" + attribute.name.text + "(");
            arguments(attribute.arguments);
            text(")");
            line();
        }
    }
}

void Printer::arguments(const std::vector<Argument>& arguments) {
    separated(arguments, ", ", [&](const Argument& argument) {
        text(argument.ghost ? "ghost " : "");
        if (argument.name) {
            text(argument.name->text + " := ");
        }
        whole(*argument.value);
    });
}

} // namespace daphnia::ast
