// Values in, text out: as print writes them, and as a program would write them. And the default values of types.
#include "interpret/interpret.h"
#include "support/characters.h"
#include "support/error.h"

#include <algorithm>
#include <functional>

namespace daphnia::interpret {

namespace {

using typed::Type;
using typed::TypeKind;

// The elements of an array of several dimensions as lists of lists; the innermost ones as `row` writes them, and of
// others those that are not hidden.
class Rows {
  public:
    using Row = std::function<std::string(const Values& elements)>;
    using Hidden = std::function<bool(std::size_t index, std::size_t size)>;

    Rows(const Heap& heap, Reference array, Row row, Hidden hidden)
        : elements_(heap.elements(array)), lengths_(heap.lengths(array)), row_(std::move(row)),
          hidden_(std::move(hidden)) {}

    std::string text() const { return list(0, 0, elements_.size()); }

  private:
    std::string list(std::size_t dimension, std::size_t first, std::size_t count) const {
        if (dimension + 1 == lengths_.size()) {
            return row_(elements_.slice(first, first + count));
        }
        std::string result = "[";
        for (std::size_t i = 0; i < lengths_[dimension]; ++i) {
            const std::size_t each = count / lengths_[dimension];
            if (!hidden_(i, lengths_[dimension])) {
                result += (i == 0 ? "" : ", ") + list(dimension + 1, first + i * each, each);
            }
        }
        return result + "]";
    }

    const Cells& elements_;
    const Lengths& lengths_;
    Row row_;
    Hidden hidden_;
};

// Dafny's format is that of its C# back end. An array, for which every back end has a format of its own, is written
// like a sequence of its elements.
class PrintFormat {
  public:
    explicit PrintFormat(const Heap& heap) : heap_(heap) {}

    // The argument of print itself.
    std::string outer(const Value& value, const Type& type) const {
        if (const std::optional<std::size_t> only = only_compiled_component(type)) {
            return outer(value.components().at(*only), type.arguments.at(*only));
        }
        return type.kind == TypeKind::Seq && type.arguments.at(0).kind == TypeKind::Char ? bare(value)
                                                                                         : inner(value, type);
    }

  private:
    std::string inner(const Value& value, const Type& type) const {
        switch (type.kind) {
        case TypeKind::Bool:
            return value.as_bool() ? "true" : "false";
        case TypeKind::Int:
        case TypeKind::Nat:
        case TypeKind::Parameter:
        case TypeKind::Bits:
            return value.as_integer().get_str();
        case TypeKind::Subset:
            return inner(value, type.subset->base);
        case TypeKind::Real:
            return support::to_string(value.as_real());
        case TypeKind::Char:
            return "'" + as_in_literal(value.as_character()) + "'";
        case TypeKind::Seq:
            return list(value.elements(), type.arguments.at(0));
        case TypeKind::Set:
        case TypeKind::Iset:
            return list(value.elements(), type.arguments.at(0), "{", "}");
        case TypeKind::Map:
        case TypeKind::Imap:
            return entries(value.elements(), type);
        case TypeKind::Multiset:
            return list(value.elements(), type.arguments.at(0), "multiset{", "}");
        case TypeKind::Reference:
            return reference(value.as_reference());
        case TypeKind::Tuple:
            return tuple(value, type);
        case TypeKind::Datatype:
            return datatype(value, type);
        case TypeKind::Arrow:
            return "Function";
        }
        DAPHNIA_CHECK(false, "no such type");
    }

    // Of an object only its class, with the module in which that is.
    std::string reference(Reference object) const {
        if (object.is_null()) {
            return "null";
        }
        const Type& own = heap_.type_of(object);
        if (typed::is_array(own)) {
            const auto row = [&](const Values& elements) { return list(elements, heap_.element_type(object)); };
            return heap_.lengths(object).empty()
                       ? row(heap_.elements(object))
                       : Rows(heap_, object, row, [](std::size_t, std::size_t) { return false; }).text();
        }
        if (typed::is_object(own)) {
            return "object";
        }
        const bool in_module = own.klass->name.find('.') != std::string::npos;
        return (in_module ? "" : "_module.") + own.klass->name;
    }

    std::string datatype(const Value& value, const Type& type) const {
        const typed::Constructor& constructor = type.datatype->constructors.at(value.constructor());
        std::string result = type.datatype->name + "." + constructor.name;
        bool first = true;
        for (std::size_t i = 0; i < constructor.fields.size(); ++i) {
            if (constructor.fields[i]->ghost) {
                continue;
            }
            const Type field = typed::field_type(type, value.constructor(), i);
            const bool string = field.kind == TypeKind::Seq && field.arguments.at(0).kind == TypeKind::Char;
            const Value& content = value.fields().at(i);
            result += (first ? "(" : ", ") + (string ? '"' + quoted(content) + '"' : inner(content, field));
            first = false;
        }
        return first ? result : result + ")";
    }

    static std::string quoted(const Value& text) {
        std::u32string content;
        for (const Value& element : text.elements()) {
            content += element.as_character();
        }
        return support::escaped(content);
    }

    static std::string as_in_literal(char32_t character) {
        const std::optional<std::string_view> escape = support::named_escape(character);
        return escape ? std::string(*escape) : support::utf8(character);
    }

    static std::string bare(const Value& text) {
        std::string result;
        for (const Value& element : text.elements()) {
            result += support::utf8(element.as_character());
        }
        return result;
    }

    std::string list(const Values& elements, const Type& element, std::string result = "[",
                     const char* closing = "]") const {
        const char* separator = "";
        for (const Value& value : elements) {
            result += separator + (value.is_assigned() ? inner(value, element) : "null");
            separator = ", ";
        }
        return result + closing;
    }

    std::string entries(const Values& entries, const Type& type) const {
        std::string result = "map[";
        const char* separator = "";
        for (const Value& entry : entries) {
            result += separator + inner(entry.components().front(), type.arguments.at(0)) +
                      " := " + inner(entry.components().back(), type.arguments.at(1));
            separator = ", ";
        }
        return result + "]";
    }

    // Ghost components are not there at run time.
    std::string tuple(const Value& value, const Type& type) const {
        if (const std::optional<std::size_t> only = only_compiled_component(type)) {
            return inner(value.components().at(*only), type.arguments.at(*only));
        }
        std::string result = "(";
        for (std::size_t i = 0; i < type.arguments.size(); ++i) {
            if (!typed::is_ghost_component(type, i)) {
                result += (result.size() == 1 ? "" : ", ") + inner(value.components().at(i), type.arguments[i]);
            }
        }
        return result + ")";
    }

    // A tuple with one component that is not ghost is that component at run time.
    static std::optional<std::size_t> only_compiled_component(const Type& type) {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; type.kind == TypeKind::Tuple && i < type.arguments.size(); ++i) {
            if (!typed::is_ghost_component(type, i)) {
                if (found) {
                    return std::nullopt;
                }
                found = i;
            }
        }
        return found;
    }

    const Heap& heap_;
};

// Program syntax. Of long lists only as many elements are written at both ends as can be seen.
class SourceFormat {
  public:
    SourceFormat(const Heap& heap, std::size_t limit) : heap_(heap), limit_(limit) {}

    std::string operator()(const Value& value, const Type& type) const {
        if (!value.is_assigned()) {
            return "not assigned";
        }
        switch (type.kind) {
        case TypeKind::Bool:
            return value.as_bool() ? "true" : "false";
        case TypeKind::Int:
        case TypeKind::Nat:
        case TypeKind::Parameter:
        case TypeKind::Bits:
            return value.as_integer().get_str();
        case TypeKind::Subset:
            return (*this)(value, type.subset->base);
        case TypeKind::Real:
            return support::to_string(value.as_real());
        case TypeKind::Char:
            return "'" + support::escaped(std::u32string(1, value.as_character())) + "'";
        case TypeKind::Seq:
            return type.arguments.at(0).kind == TypeKind::Char ? string(value.elements())
                                                               : list(value.elements(), type.arguments.at(0));
        case TypeKind::Set:
            return list(value.elements(), type.arguments.at(0), "{", "}");
        case TypeKind::Iset:
            return list(value.elements(), type.arguments.at(0), "iset{", "}");
        case TypeKind::Map:
            return entries(value.elements(), type, "map[");
        case TypeKind::Imap:
            return entries(value.elements(), type, "imap[");
        case TypeKind::Multiset:
            return list(value.elements(), type.arguments.at(0), "multiset{", "}");
        case TypeKind::Reference:
            return reference(value.as_reference(), type);
        case TypeKind::Tuple:
            return tuple(value, type);
        case TypeKind::Datatype:
            return datatype(value, type);
        case TypeKind::Arrow:
            return value.as_function().code != nullptr ? value.as_function().code->text()
                                                       : table(value.as_function(), type);
        }
        DAPHNIA_CHECK(false, "no such type");
    }

  private:
    // An object by its class and number. In the state in which it is shown it may not be there.
    std::string reference(Reference object, const Type& type) const {
        if (object.is_null()) {
            return "null";
        }
        const Type& own = heap_.is_allocated(object) ? heap_.type_of(object) : type;
        if (typed::is_array(own) && heap_.is_allocated(object)) {
            const auto row = [&](const Values& elements) { return list(elements, heap_.element_type(object)); };
            const auto hidden = [&](std::size_t index, std::size_t size) { return is_hidden(index, size); };
            std::string lengths;
            for (const std::size_t length : heap_.lengths(object)) {
                lengths += (lengths.empty() ? "" : ", ") + std::to_string(length);
            }
            return "new " + typed::to_string(heap_.element_type(object)) + "[" + lengths + "] " +
                   (lengths.empty() ? row(heap_.elements(object)) : Rows(heap_, object, row, hidden).text());
        }
        const std::string name = typed::is_class(own) ? typed::own_name(own.klass->name) : "object";
        return name + "#" + std::to_string(object.object);
    }

    static std::string parameter(const Type& type, std::size_t index) {
        return typed::parameter_count(type) == 1 ? "x" : "x" + std::to_string(index);
    }

    // (x: int) => if x == 0 then 1 else 2
    std::string table(const FunctionData& function, const Type& type) const {
        std::string text = "(";
        for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
            text += (i == 0 ? "" : ", ") + parameter(type, i) + ": " + typed::to_string(type.arguments[i]);
        }
        text += ")";
        const bool everywhere = function.otherwise.is_assigned();
        if (!everywhere) {
            std::string domain;
            for (const auto& [arguments, value] : function.entries) {
                domain += (domain.empty() ? "" : " || ") + meets(arguments, type);
            }
            text += " requires " + (domain.empty() ? "false" : domain);
        }
        text += " => ";
        const std::size_t last = function.entries.size() - (everywhere || function.entries.empty() ? 0 : 1);
        for (std::size_t i = 0; i < last; ++i) {
            const auto& [arguments, value] = function.entries[i];
            text += "if " + meets(arguments, type) + " then " + (*this)(value, typed::result_type(type)) + " else ";
        }
        const std::optional<Value> rest = everywhere                 ? function.otherwise
                                          : function.entries.empty() ? default_value(typed::result_type(type))
                                                                     : function.entries.back().second;
        return text + (rest ? (*this)(*rest, typed::result_type(type)) : "?");
    }

    std::string meets(const Values& arguments, const Type& type) const {
        std::string text;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            text += (i == 0 ? "" : " && ") + parameter(type, i) + " == " + (*this)(arguments[i], type.arguments[i]);
        }
        return text.empty() ? "true" : text;
    }

    std::string datatype(const Value& value, const Type& type) const {
        const typed::Constructor& constructor = type.datatype->constructors.at(value.constructor());
        std::string result = constructor.name;
        for (std::size_t i = 0; i < constructor.fields.size(); ++i) {
            result +=
                (i == 0 ? "(" : ", ") + (*this)(value.fields().at(i), typed::field_type(type, value.constructor(), i));
        }
        return constructor.fields.empty() ? result : result + ")";
    }

    bool is_hidden(std::size_t index, std::size_t size) const {
        return limit_ != 0 && index > limit_ && index + limit_ < size;
    }

    std::string string(const Values& elements) const {
        std::u32string text;
        for (std::size_t i = 0; i < elements.size(); ++i) {
            if (!is_hidden(i, elements.size())) {
                text += elements[i].as_character();
            }
        }
        return '"' + support::escaped(text) + '"';
    }

    std::string list(const Values& elements, const Type& element, std::string result = "[",
                     const char* closing = "]") const {
        for (std::size_t i = 0; i < elements.size(); ++i) {
            if (!is_hidden(i, elements.size())) {
                result += (i == 0 ? "" : ", ") + (*this)(elements[i], element);
            }
        }
        return result + closing;
    }

    std::string entries(const Values& entries, const Type& type, std::string result) const {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!is_hidden(i, entries.size())) {
                result += (i == 0 ? "" : ", ") + (*this)(entries[i].components().front(), type.arguments.at(0)) +
                          " := " + (*this)(entries[i].components().back(), type.arguments.at(1));
            }
        }
        return result + "]";
    }

    std::string tuple(const Value& value, const Type& type) const {
        std::string result = "(";
        for (std::size_t i = 0; i < type.arguments.size(); ++i) {
            result += std::string(i == 0 ? "" : ", ") + (typed::is_ghost_component(type, i) ? "ghost " : "") +
                      (*this)(value.components().at(i), type.arguments[i]);
        }
        return result + ")";
    }

    const Heap& heap_;
    std::size_t limit_;
};

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Two thirds of what may be shown from the beginning, the rest from the end; between elements where there are some.
std::string cut(const std::string& text, std::size_t limit) {
    const std::string separator = ", ";
    const std::string ellipsis = "…";
    const std::size_t room = limit - std::min<std::size_t>(limit, 3); // the ellipsis and its separator
    std::size_t head = room * 2 / 3;
    std::size_t tail = text.size() - (room - head);
    while (head > 0 && continues_character(text[head])) {
        --head;
    }
    while (tail < text.size() && continues_character(text[tail])) {
        ++tail;
    }
    const std::size_t before = text.rfind(separator, head);
    const std::size_t after = text.find(separator, tail);
    if (before == std::string::npos || after == std::string::npos) {
        return text.substr(0, head) + ellipsis + text.substr(tail);
    }
    return text.substr(0, before) + separator + ellipsis + text.substr(after);
}

} // namespace

std::string printed(const Value& value, const Type& type, const Heap& heap) {
    return PrintFormat(heap).outer(value, type);
}

std::string shown(const Value& value, const Type& type, const Heap& heap, std::size_t limit) {
    std::string text = SourceFormat(heap, limit)(value, type);
    return limit == 0 || text.size() <= limit ? text : cut(text, limit);
}

std::optional<Value> default_value(const Type& type, const Witness& witness) {
    switch (type.kind) {
    case TypeKind::Bool:
        return Value::boolean(false);
    case TypeKind::Int:
    case TypeKind::Nat:
    case TypeKind::Bits:
        return Value::integer(std::int64_t{0});
    case TypeKind::Real:
        return Value::real(0);
    case TypeKind::Char:
        return Value::character(U'D');
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
        return Value::collection(type.kind, {});
    case TypeKind::Reference:
        return type.nullable ? std::optional(Value::reference(Reference{})) : std::nullopt;
    case TypeKind::Parameter:
        return typed::is_nonempty(type) ? std::optional(Value::integer(std::int64_t{0})) : std::nullopt;
    case TypeKind::Subset:
        return witness == nullptr || type.subset->witness == nullptr ? std::nullopt
                                                                     : std::optional(witness(*type.subset));
    case TypeKind::Tuple: {
        Values components;
        for (const Type& component : type.arguments) {
            std::optional<Value> value = default_value(component, witness);
            if (!value) {
                return std::nullopt;
            }
            components.push_back(std::move(*value));
        }
        return Value::tuple(std::move(components));
    }
    case TypeKind::Datatype: {
        const std::size_t constructor = type.datatype->default_constructor;
        Values fields;
        for (const Type& field : typed::field_types(type, constructor)) {
            std::optional<Value> value = default_value(field, witness);
            if (!value) {
                return std::nullopt;
            }
            fields.push_back(std::move(*value));
        }
        return Value::datatype(constructor, std::move(fields));
    }
    case TypeKind::Arrow: {
        std::optional<Value> result = default_value(typed::result_type(type), witness);
        if (!result && type.arrow == typed::ArrowKind::Total) {
            return std::nullopt;
        }
        return Value::function({type, nullptr, {}, result.value_or(Value())});
    }
    }
    DAPHNIA_CHECK(false, "no such type");
}

} // namespace daphnia::interpret
