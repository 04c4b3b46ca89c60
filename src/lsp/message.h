// JSON-RPC 2.0: requests, notifications and responses as values, and the errors that answer what is none of these.
#pragma once

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>
#include <variant>

namespace daphnia::lsp {

using Json = nlohmann::json;

// Those of JSON-RPC and of the language server protocol.
enum class ErrorCode : int {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    ServerNotInitialized = -32002,
    RequestFailed = -32803,
    ContentModified = -32801,
    RequestCancelled = -32800,
};

// A request that cannot be answered; becomes its answer.
class RequestError : public std::runtime_error {
  public:
    RequestError(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
    ErrorCode code() const { return code_; }

  private:
    ErrorCode code_;
};

struct Request {
    Json id; // a number or a text
    std::string method;
    Json params;
};
struct Notification {
    std::string method;
    Json params;
};
// To a request of the server.
struct Response {
    Json id;
    Json result; // null when it failed
};
// Something else, and what to answer.
struct Malformed {
    Json id;
    ErrorCode code = ErrorCode::InvalidRequest;
    std::string message;
};
using Message = std::variant<Request, Notification, Response, Malformed>;

// Of an object; null when it has no such member, or is none.
const Json& member(const Json& json, const char* name);
// Throws RequestError when it is no text.
const std::string& text_in(const Json& json, const char* name);

// Never throws.
Message read_message(const std::string& text);

std::string result_text(const Json& id, const Json& result);
std::string error_text(const Json& id, ErrorCode code, const std::string& message);
std::string notification_text(const std::string& method, const Json& params);
std::string request_text(const Json& id, const std::string& method, const Json& params);

} // namespace daphnia::lsp
