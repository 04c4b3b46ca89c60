#include "lsp/message.h"

namespace daphnia::lsp {

namespace {

// A reader without recursion accepts any depth, and whoever walks over the result does not.
constexpr int kDeepest = 256;

Malformed malformed(const Json& id, ErrorCode code, const char* message) {
    return {id, code, message};
}

// Null for what is no JSON, or is nested more deeply than anything that somebody means.
Json read_json(const std::string& text) {
    bool too_deep = false;
    const auto watch = [&too_deep](int depth, Json::parse_event_t, Json&) {
        too_deep = too_deep || depth > kDeepest;
        return !too_deep;
    };
    Json result = Json::parse(text, watch, false);
    return result.is_discarded() || too_deep ? Json() : result;
}

// What is sent is valid UTF-8, whatever it was made of.
std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

const Json& member(const Json& json, const char* name) {
    static const Json none;
    return json.is_object() && json.contains(name) ? json.at(name) : none;
}

const std::string& text_in(const Json& json, const char* name) {
    const Json& value = member(json, name);
    if (!value.is_string()) {
        throw RequestError(ErrorCode::InvalidParams, std::string("parameters without ") + name);
    }
    return value.get_ref<const std::string&>();
}

Message read_message(const std::string& text) {
    const Json json = read_json(text);
    if (json.is_null()) {
        return malformed(nullptr, ErrorCode::ParseError, "this is no JSON");
    }
    if (!json.is_object()) {
        return malformed(nullptr, ErrorCode::InvalidRequest, "a message is an object");
    }
    const Json id = member(json, "id");
    if (!id.is_null() && !id.is_number_integer() && !id.is_string()) {
        return malformed(nullptr, ErrorCode::InvalidRequest, "the id of a message is a number or a text");
    }
    if (!json.contains("method")) {
        if (json.contains("result") || json.contains("error")) {
            return Response{id, member(json, "result")};
        }
        return malformed(id, ErrorCode::InvalidRequest, "a message without a method");
    }
    if (!json.at("method").is_string()) {
        return malformed(id, ErrorCode::InvalidRequest, "the method of a message is a text");
    }
    const Json params = member(json, "params");
    if (!params.is_null() && !params.is_structured()) {
        return malformed(id, ErrorCode::InvalidRequest, "the parameters of a message are an object or an array");
    }
    const std::string method = json.at("method").get<std::string>();
    if (id.is_null()) {
        return Notification{method, params};
    }
    return Request{id, method, params};
}

std::string result_text(const Json& id, const Json& result) {
    return text_of({{"jsonrpc", "2.0"}, {"id", id}, {"result", result}});
}

std::string error_text(const Json& id, ErrorCode code, const std::string& message) {
    return text_of(
        {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", message}}}});
}

std::string notification_text(const std::string& method, const Json& params) {
    return text_of({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}});
}

std::string request_text(const Json& id, const std::string& method, const Json& params) {
    return text_of({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}});
}

} // namespace daphnia::lsp
