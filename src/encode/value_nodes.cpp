// Tuples and datatypes.
#include "encode/expression_nodes.h"

namespace daphnia::encode {

Term ValueNodes::operator()(const typed::TupleDisplay& node) {
    const typed::Type type = in_.current().type;
    std::vector<Term> components;
    for (std::size_t i = 0; i < node.components.size(); ++i) {
        components.push_back(in_.encode(*node.components[i]));
        in_.require_fits(type.arguments.at(i), *node.components[i], components.back());
    }
    return store_.apply(vocabulary_.datatypes.tuple(type).make, std::move(components));
}

Term ValueNodes::operator()(const typed::TupleSelect& node) {
    const Term tuple = in_.encode(*node.tuple);
    return store_.apply(vocabulary_.datatypes.tuple(node.tuple->type).select.at(node.component), {tuple});
}

Term ValueNodes::operator()(const typed::DatatypeValue& node) {
    const typed::Type type = in_.current().type;
    const std::vector<typed::Type> fields = typed::field_types(type, node.constructor);
    std::vector<Term> arguments;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        arguments.push_back(in_.encode(*node.arguments[i]));
        in_.require_fits(fields.at(i), *node.arguments[i], arguments.back());
    }
    return vocabulary_.datatypes.construct(type, node.constructor, std::move(arguments));
}

Term ValueNodes::operator()(const typed::DatatypeTest& node) {
    return vocabulary_.datatypes.is_made_by(node.value->type, in_.encode(*node.value), node.constructor);
}

Term ValueNodes::operator()(const typed::DatatypeSelect& node) {
    const typed::Type& type = node.value->type;
    const Term value = in_.encode(*node.value);
    if (!node.known) {
        std::vector<Term> makers{store_.false_()};
        const auto& fields = type.datatype->destructors.at(node.destructor).fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i]) {
                makers.push_back(vocabulary_.datatypes.is_made_by(type, value, i));
            }
        }
        if (makers.size() <= fields.size()) {
            in_.require(support::Rule::Destructor, in_.current(), store_.or_(std::move(makers)),
                        typed::destructor_message(*type.datatype, node.destructor));
        }
    }
    return vocabulary_.datatypes.destruct(type, value, node.destructor);
}

} // namespace daphnia::encode
